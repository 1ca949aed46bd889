import type { Command } from "../command.js"
import { READ } from "./read.js"

/** Every command, in the order of the sentence capture → read → review → ledger → index → views → publish. */
export const COMMANDS: readonly Command[] = [READ]
