import { randomBytes } from "node:crypto"
import { readFile } from "node:fs/promises"
import { homedir } from "node:os"
import { createInterface } from "node:readline"
import { Writable } from "node:stream"
import { openVault } from "../index/open.js"
import { clockAt } from "../model/clock.js"
import { DalelError } from "../model/refusals.js"
import { realDisk } from "../vault/disk.js"
import { layoutOf, readHint } from "../vault/folder.js"
import type { Opening, Way } from "../vault/open.js"
import { strengthOf } from "../vault/passphrase.js"
import { GROUPS, groupsIn, parseRecoveryKey, type RecoveryKey, wrongGroups } from "../vault/recoverykey.js"
import type { Vault } from "../vault/vault.js"
import type { World } from "../vault/world.js"
import type { Terminal } from "./command.js"
import { Elsewhere, handOver } from "./handover.js"
import { required } from "./options.js"

/** The options of every command that opens a vault. */
export const VAULT_OPTIONS = {
  vault: { type: "string" },
  "passphrase-file": { type: "string" },
  "identity-file": { type: "string" },
} as const

export const VAULT_HELP = `
  --vault DIR             the vault (or the environment's DALEL_VAULT)
  --passphrase-file FILE  a file whose first line is the passphrase (or DALEL_PASSPHRASE_FILE). Asked for otherwise;
                          never taken from the command line, where other programs could read it
  --identity-file FILE    opens without the passphrase, for scripts and tests`

export interface VaultValues {
  readonly vault?: string | undefined
  readonly "passphrase-file"?: string | undefined
  readonly "identity-file"?: string | undefined
}

/** This machine. `state`: another place for what it keeps of a vault outside of the vault's folder. */
export function realWorld(program: string, state: string | null = null): World {
  return {
    disk: realDisk,
    clock: clockAt(Date.now),
    random: (count) => new Uint8Array(randomBytes(count)),
    around: { platform: process.platform, env: state ? { DALEL_STATE: state } : process.env, home: homedir() },
    program,
    process: process.pid,
  }
}

export function vaultFolder(values: VaultValues): string {
  return required(values.vault ?? process.env.DALEL_VAULT, "--vault")
}

/** What opens it: the identity file, the passphrase file, or the passphrase asked for in the terminal. */
export async function openingOf(values: VaultValues, terminal: Terminal): Promise<Opening> {
  const identityFile = values["identity-file"]
  if (identityFile !== undefined) return { identityFile }
  return { passphrase: await passphraseOf(values, terminal, "Passphrase: ") }
}

/** @throws DalelError vault/no-passphrase, file/not-found */
export async function passphraseOf(values: VaultValues, terminal: Terminal, question: string): Promise<string> {
  const file = values["passphrase-file"] ?? process.env.DALEL_PASSPHRASE_FILE
  if (file === undefined) return ask(terminal, question)
  return passphraseFrom(file)
}

/** A short text file that the person named. @throws DalelError file/not-found */
export async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause) => {
    throw new DalelError("file/not-found", file, { cause })
  })
}

/** The first line of a file. @throws DalelError vault/no-passphrase, file/not-found */
export async function passphraseFrom(file: string): Promise<string> {
  const text = await textOf(file)
  const [line = ""] = text.split(/\r?\n/)
  if (line === "") throw new DalelError("vault/no-passphrase")
  return line
}

/**
 * A new passphrase: from the file, or asked for twice with an estimate of what it is worth.
 * @throws DalelError vault/no-passphrase, vault/wrong-passphrase when the two differ, file/not-found
 */
export async function newPassphrase(file: string | undefined, terminal: Terminal): Promise<string> {
  if (file !== undefined) return passphraseFrom(file)
  const passphrase = await ask(terminal, "New passphrase: ")
  terminal.err(`About ${Math.floor(strengthOf(passphrase))} bits to guess.`)
  if ((await ask(terminal, "Once more: ")) !== passphrase) throw new DalelError("vault/wrong-passphrase")
  return passphrase
}

/**
 * The recovery key: from the file, or asked for. A mistyped group is said at once, and only it and what follows is
 * asked for again.
 * @throws DalelError recovery/…, file/not-found
 */
export async function recoveryKeyOf(file: string | undefined, terminal: Terminal): Promise<RecoveryKey> {
  if (file !== undefined) return parseRecoveryKey(await textOf(file))
  terminal.err("The twelve groups of the recovery sheet, as many at a time as you like.")
  let groups: string[] = []
  while (groups.length < GROUPS) {
    groups.push(...groupsIn(await ask(terminal, `From group ${groups.length + 1}: `, process.stderr)))
    const [wrong] = wrongGroups(groups)
    if (wrong === undefined) continue
    terminal.err(`Group ${wrong} is mistyped. Go on from there.`)
    groups = groups.slice(0, wrong - 1)
  }
  return parseRecoveryKey(groups.join(" "))
}

/** What opens a backup: the recovery sheet when it is named, else as a vault. */
export async function wayOf(
  values: VaultValues & { readonly recovery?: boolean | undefined; readonly "recovery-file"?: string | undefined },
  terminal: Terminal,
): Promise<Way> {
  if (!values.recovery && values["recovery-file"] === undefined) return openingOf(values, terminal)
  return { recovery: await recoveryKeyOf(values["recovery-file"], terminal) }
}

/** Asks a person who sits at a terminal; without `shown`, nothing of what is typed appears. */
async function ask(terminal: Terminal, question: string, shown?: NodeJS.WritableStream): Promise<string> {
  if (terminal.stdin !== process.stdin || !process.stdin.isTTY) throw new DalelError("vault/no-passphrase")
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: shown ?? silent, terminal: true, historySize: 0 })
  process.stderr.write(question)
  try {
    return await new Promise<string>((resolve) => lines.question("", resolve))
  } finally {
    lines.close()
    if (!shown) process.stderr.write("\n")
  }
}

/**
 * Opens the vault the options name, does the work, and closes it whatever happens. Work that leaves another vault open
 * in its place says so by `replace`. When `dalel serve` has it open, the command is handed to that process.
 */
export async function withVault<T>(
  command: string,
  values: VaultValues,
  terminal: Terminal,
  work: (vault: Vault, replace: (vault: Vault) => void) => Promise<T>,
): Promise<T> {
  const folder = vaultFolder(values)
  await readHint(realDisk, layoutOf(folder)) // before a passphrase is asked for a vault that is not there
  const { here } = terminal
  const open = here?.vault()
  if (here && open && (await realDisk.realPath(open.layout.folder)) === (await realDisk.realPath(folder)))
    return work(open, (other) => here.replace(other))
  const world = realWorld(`dalel ${command}`)
  const opening = await openingOf(values, terminal)
  let vault = await openVault(world, folder, opening).catch(async (error) => {
    if (!terminal.line || !(error instanceof DalelError) || error.code !== "vault/in-use") throw error
    const exit = await handOver(world, folder, opening, { ...terminal.line, cwd: process.cwd() }, terminal)
    throw exit === null ? error : new Elsewhere(exit)
  })
  for (const { fault } of vault.findings) if (fault !== "commit-finished") terminal.err(`note: ${fault}`)
  try {
    return await work(vault, (other) => {
      vault = other
    })
  } finally {
    await vault.close()
  }
}
