import { realpath } from "node:fs/promises"
import type { Desk } from "../web/desk.js"
import { vaultDesk } from "../web/vaultdesk.js"
import { answerCommands } from "./answer.js"
import { doorPlace } from "./handover.js"
import { passphraseFrom, realWorld } from "./vault.js"

/** What `serve` tells the process that holds the keys. Paths only: a secret never travels between processes. */
export interface DeskOptions {
  readonly folder: string
  readonly passphraseFile: string | null
  readonly identityFile: string | null
  /** Where this machine's part of it lies; null: where this user keeps such things. */
  readonly state: string | null
  /** Files of this machine to add as soon as the vault is open. */
  readonly files: readonly string[]
}

/** The desk over the vault in a folder, opened where a file allows it. Loaded by `web/keeper`. */
export async function makeDesk(given: unknown): Promise<Desk> {
  const { folder, passphraseFile, identityFile, state, files } = given as DeskOptions
  const world = realWorld("dalel serve", state)
  const desk = vaultDesk(world, folder)
  await answerCommands(doorPlace(world.around, await realpath(folder).catch(() => folder)), desk.here)
  if (files.length > 0) desk.addWhenOpen(files)
  // With a file that opens, a folder without a vault is a mistake; without one, it is a vault still to be made.
  if (identityFile !== null) await desk.open({ identityFile })
  else if (passphraseFile !== null) await desk.open({ passphrase: await passphraseFrom(passphraseFile) })
  return desk
}
