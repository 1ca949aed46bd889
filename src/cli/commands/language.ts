import { createInterface } from "node:readline"
import { parseArgs } from "node:util"
import { DalelError } from "../../model/refusals.js"
import { identify } from "../../read/language/index.js"
import type { Command } from "../command.js"

const help = `
dalel language < LINES

Says which language and script each line of standard input is written in, without a vault and without a network. One
line of JSON for each: {"language","script","confidence"}. Languages are en, ru, kk, ug, zh; another code (ky, uz, fa, …)
where it is surely not one of them; und when there is too little to tell. Scripts are ISO 15924 codes; confidence is 0
to 1.

Exit: 0 done, 2 wrong use, 1 anything else.
`

export const LANGUAGE: Command = {
  name: "language",
  summary: "says which language and script each line of standard input is in (no vault needed)",
  help,
  async run(args, terminal) {
    refuseOptions(args)
    for await (const line of createInterface({ input: terminal.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
      terminal.out(JSON.stringify(identify(line)))
    return 0
  },
}

function refuseOptions(args: readonly string[]): void {
  try {
    parseArgs({ args: [...args], options: {} })
  } catch {
    throw new DalelError("usage/unknown-option", args[0] ?? null)
  }
}
