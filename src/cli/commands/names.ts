import { DalelError } from "../../model/refusals.js"
import type { Command } from "../command.js"
import { searchCommand } from "./namessearch.js"

const help = `
dalel names search --haystack TSV --queries TSV [--top 10] [--no-transliteration]

Works with names in any script, without a vault and without a network: Latin, Cyrillic, Arabic (Kazakh, Uyghur, Arabic,
Persian) and Chinese.

search   finds each query among the names of the haystack. A line of the haystack is an id, a tab and a name, then
         more tabs and other names of the same one; a line of the queries is an id, a tab and a name. One line of JSON
         for each query, in order: {"query","ms","hits":[{"id","name","score","why"}]}. "why" has a badge (exact, same
         script, transliterated, alias) and the parts the score is the sum of: which words met, how both were read.
         The last line on standard error tells the index: names, bytes, seconds.
  --top N               hits for each query, at most: 10 unless told
  --no-transliteration  only names in the script of the query

Exit: 0 done, 2 wrong use, 1 anything else.
`

const ACTS = { search: searchCommand } as const

export const NAMES: Command = {
  name: "names",
  summary: "finds, compares and links names across scripts (no vault needed)",
  help,
  async run(args, terminal) {
    const [act, ...rest] = args
    if (act === undefined) throw new DalelError("usage/missing", "search|compare|link")
    if (!Object.hasOwn(ACTS, act)) throw new DalelError("usage/unknown-command", `names ${act}`)
    return ACTS[act as keyof typeof ACTS](rest, terminal)
  },
}
