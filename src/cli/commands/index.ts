import type { Command } from "../command.js"

/** Every command, in the order of the sentence capture → read → review → ledger → index → views → publish. */
export const COMMANDS: readonly Command[] = []
