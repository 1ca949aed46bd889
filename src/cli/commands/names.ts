import { DalelError } from "../../model/refusals.js"
import type { Command } from "../command.js"
import { compareCommand } from "./namescompare.js"
import { linkCommand } from "./nameslink.js"
import { searchCommand } from "./namessearch.js"

const help = `
dalel names search --haystack TSV --queries TSV [--top 10] [--no-transliteration]
dalel names compare < TSV
dalel names link CSV --key COLUMN [--ignore COLUMN…] [--as COLUMN=KIND…]

Works with names in any script, without a vault and without a network: Latin, Cyrillic, Arabic (Kazakh, Uyghur, Arabic,
Persian) and Chinese.

search   finds each query among the names of the haystack. A line of the haystack is an id, a tab and a name, then
         more tabs and other names of the same one; a line of the queries is an id, a tab and a name. One line of JSON
         for each query, in order: {"query","ms","hits":[{"id","name","score","why"}]}. "why" has a badge (exact, same
         script, transliterated, alias) and the parts the score is the sum of: which words met, how both were read.
         The last line on standard error tells the index: names, bytes, seconds.
  --top N               hits for each query, at most: 10 unless told
  --no-transliteration  only names in the script of the query

compare  reads lines of two names with a tab between and says whether they may be one name. One line of JSON for each:
         {"score","same","parts"}: the score is the sum of what the parts add, in bits; above 0 it is "same". That two
         names are one person's, no name can say.

link     finds records of one table that may be one person's. Lines {"pair":[a,b],"bits","same"} for pairs that are not
         surely two people, then {"record","cluster"} for every record. What each field tells is learned from the table
         itself; a missing value tells nothing; a chain of likenesses does not join what differs.
  --key COLUMN          names each record; never compared
  --ignore COLUMN…      not read
  --as COLUMN=KIND      what a column holds, if its heading does not tell: name, given, family, date, place, id, other

Exit: 0 done, 2 wrong use, 1 anything else.
`

const ACTS = { search: searchCommand, compare: compareCommand, link: linkCommand } as const

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
