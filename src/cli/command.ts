import type { Readable } from "node:stream"
import type { Vault } from "../vault/vault.js"

/** What a command may touch of the outside: tests pass their own. */
export interface Terminal {
  readonly stdin: Readable
  /** One line to standard output: data only (JSON, JSON Lines, an address). */
  out(line: string): void
  /** One line to standard error: messages, progress, questions. */
  err(line: string): void
  /** The words after `dalel`, for a vault that is open in another process: it is asked to run them. */
  readonly line?: { readonly name: string; readonly args: readonly string[] }
  /** A vault that is open in this process: a command that was handed over uses it and leaves it open. */
  readonly here?: { vault(): Vault | null; replace(vault: Vault): void }
  /** Whoever waits for the command is gone. */
  readonly signal?: AbortSignal
}

/** One word after `dalel`. Adding a command is one file here and one row in `commands/index.ts`. */
export interface Command {
  readonly name: string
  /** One line for `dalel --help`. */
  readonly summary: string
  /** The whole of `dalel NAME --help`: use, options, what is printed, exit codes. */
  readonly help: string
  /** Returns the exit code. Refuses with DalelError. */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}
