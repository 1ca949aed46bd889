import { createInterface } from "node:readline"
import { DalelError } from "../../model/refusals.js"
import { compareNames } from "../../names/compare.js"
import type { Terminal } from "../command.js"
import { parse } from "../options.js"

/** `dalel names compare`. */
export async function compareCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = parse(args, {})
  if (positionals.length > 0) throw new DalelError("usage/unknown-option", positionals[0]!)
  let row = 0
  for await (const line of createInterface({ input: terminal.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    row++
    if (line.trim() === "") continue
    const [left, right] = line.split("\t")
    // The row, never what stands in it: it may be a name.
    if (right === undefined) throw new DalelError("names/no-tab", String(row))
    terminal.out(JSON.stringify(compareNames(left!, right)))
  }
  return 0
}
