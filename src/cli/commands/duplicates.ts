import { type EntityId, type EntryId, parseId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import { type Pairing, reasonsOf } from "../../names/overlap.js"
import { outAbout } from "../../publish/publish.js"
import { besideEachOther, decideTwins, twinsIn, undoTwins, VERDICTS } from "../../review/twins.js"
import type { Command } from "../command.js"
import { numberOption, parse } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel duplicates [--first N] --vault DIR                        lists people who may be one
dalel duplicates A B --vault DIR                                sets two beside each other
dalel duplicates A B --decide same|not-same|unsure --vault DIR  decides, signed
dalel duplicates --undo ENTRY --vault DIR                       takes a decision back, whole

Each answer is a line of JSON, as docs/formats.md describes it: the score in bits and what adds to it, what differs,
and, for two, which dossiers about them went out. Look at two before you decide. Only a person's decision joins
anybody; people who were told apart are not listed again. Restricted people are not compared, only counted.
${VAULT_HELP}
  --first N      as many pairs, the likeliest first (50)
  --decide WORD  same, not-same or unsure
  --undo ENTRY   the entry that a decision printed

Exit: 0 done, 2 wrong use, 1 anything else.
`

export const DUPLICATES: Command = {
  name: "duplicates",
  summary: "lists people who may be one, and decides",
  help,
  async run(args, terminal) {
    const text = { type: "string" } as const
    const { values, positionals } = parse(args, { ...VAULT_OPTIONS, first: text, decide: text, undo: text })
    const ids = positionals.map((id) => parseId<EntityId>(id))
    const [a, b, ...more] = ids
    const verdict = VERDICTS.find((known) => known === values.decide)
    if (values.decide !== undefined && verdict === undefined) throw new DalelError("usage/unknown-option", "--decide")
    if (more.length > 0) throw new DalelError("usage/unknown-option", more[0]!)
    if (b === undefined && (a !== undefined || verdict !== undefined)) throw new DalelError("usage/missing", "A B")
    const first = values.first === undefined ? 50 : numberOption(values.first, "--first")
    const undone = values.undo === undefined ? null : parseId<EntryId>(values.undo)
    if (undone !== null && a !== undefined) throw new DalelError("usage/unknown-option", "--undo")
    const say = (line: object) => terminal.out(JSON.stringify(line))
    await withVault("duplicates", values, terminal, async (vault) => {
      const warn = (out: readonly object[]) => {
        if (out.length > 0)
          terminal.err(`${out.length} dossiers went out before this: look whether they need a correction.`)
      }
      if (undone !== null) {
        const { a, b, entry } = await undoTwins(vault, undone)
        const published = await outAbout(vault, [a, b])
        say({ undone, a, b, published, entry })
        warn(published)
      } else if (a === undefined || b === undefined) {
        let done = 0
        const step = () => {
          if (++done % 1000 === 0) terminal.err(`${done} people compared`)
        }
        const { pairs, restricted } = await twinsIn(vault.db, step)
        for (const pair of pairs.slice(0, first)) say({ ...told(pair), unsure: pair.unsure })
        terminal.err(`${pairs.length} pairs that may be one person. That they are, a person decides.`)
        if (restricted > 0) terminal.err(`${restricted} people are restricted: not compared, not named.`)
      } else {
        const pair = await besideEachOther(vault.db, a, b)
        const published = await outAbout(vault, [a, b])
        const entry = verdict === undefined ? null : await decideTwins(vault, a, b, verdict)
        say({ ...(pair === null ? { a, b } : told(pair)), published, ...(entry === null ? {} : { verdict, entry }) })
        if (verdict !== undefined) warn(published)
      }
    })
    return 0
  },
}

function told(pair: Pairing): object {
  const { left, right, names, score, differs } = pair
  const other = differs.map(({ about, left: a, right: b }) => ({ about, a, b }))
  return { a: left.key, b: right.key, names, score, parts: reasonsOf(pair), differs: other }
}
