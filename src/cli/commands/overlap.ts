import { readFile, stat } from "node:fs/promises"
import { peopleListed } from "../../index/people.js"
import { DalelError } from "../../model/refusals.js"
import { type Listed, type Overlap, overlap, type Pairing } from "../../names/overlap.js"
import { PARTS, type Part, readList } from "../../review/lists/list.js"
import type { Command, Terminal } from "../command.js"
import { parse, required } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel overlap FILE --vault DIR [--json | --csv] [--layout capture] [--as COLUMN=PART …]

Compares an outside list of people with the vault's: who is in both and why, who is only in the list, only in the
vault, and what differs (birth date, place). Nothing of the list is kept: not in the vault, not beside it.
FILE is a CSV file, a workbook (XLSX, its first sheet) or FollowTheMoney entities, one JSON object a line. People whose
names are restricted are not compared and not named, only counted. What is printed holds names: mind where it goes.
${VAULT_HELP}
  --as COLUMN=PART  what a column holds where its name does not tell:
                    name, given, family, alias, date, place, id or other
  --json            lines {"in":"both|list|vault", …}, as docs/formats.md describes them
  --csv             a row for each person
  --layout capture  a row for each person: a number, then 0 or 1 for the list and for the vault, as capture-recapture
                    (multiple systems estimation) takes it; no names. Two whose birth dates differ are two people here

Exit: 0 compared, 2 wrong use, 1 anything else.
`

/** Larger files are no list of people. Bytes. */
const LARGEST = 64 * 1024 * 1024

export const OVERLAP: Command = {
  name: "overlap",
  summary: "compares an outside list of people with the vault's",
  help,
  async run(args, terminal) {
    const { values, positionals } = parse(args, {
      ...VAULT_OPTIONS,
      as: { type: "string", multiple: true },
      json: { type: "boolean" },
      csv: { type: "boolean" },
      layout: { type: "string" },
    })
    const path = required(positionals[0], "FILE")
    const { layout } = values
    if (layout !== undefined && layout !== "capture") throw new DalelError("usage/unknown-option", "--layout")
    const list = readList(await bytesOf(path), partsOf(values.as ?? []))
    await withVault("overlap", values, terminal, async (vault) => {
      const { people, restricted } = await peopleListed(vault.db)
      let done = 0
      const step = () => {
        if (++done % 1000 === 0) terminal.err(`${done} of ${list.people.length} compared`)
      }
      const result = overlap(list.people, people, step)
      if (layout === "capture") tellCapture(result, terminal)
      else if (values.json) tellJson(result, terminal)
      else if (values.csv) tellCsv(result, terminal)
      else tell(result, terminal)
      if (list.nameless > 0) terminal.err(`${list.nameless} rows of the list name nobody and were not compared.`)
      if (restricted > 0)
        terminal.err(`${restricted} people of the vault are restricted: not compared, not named, in no count above.`)
    })
    return 0
  },
}

async function bytesOf(path: string): Promise<Buffer> {
  let size: number
  try {
    size = (await stat(path)).size
  } catch (cause) {
    throw new DalelError("list/unreadable", "", { cause })
  }
  if (size > LARGEST) throw new DalelError("list/too-large", String(LARGEST / 1024 / 1024))
  return readFile(path)
}

function partsOf(said: readonly string[]): Map<string, Part> {
  return new Map(
    said.map((one) => {
      const at = one.lastIndexOf("=")
      const part = PARTS.find((known) => known === one.slice(at + 1))
      if (at < 1 || part === undefined) throw new DalelError("usage/unknown-option", "--as")
      return [one.slice(0, at), part]
    }),
  )
}

const two = (n: number): number => Math.round(n * 100) / 100
const shown = ({ key, names, born, places }: Listed) => ({ id: key, names, born, places })
const differing = ({ differs }: Pairing): string =>
  differs.map(({ about, left, right }) => `${about}: list ${left}, vault ${right}`).join("; ")
const reason = ({ why, agrees }: Pairing): string =>
  [
    ...why.filter(({ kind }) => kind === "words").map(({ left, right, read }) => `${left} ~ ${right} (${read})`),
    ...agrees.map((about) => `${about} agrees`),
  ].join("; ")

function tellJson({ both, onlyLeft, onlyRight }: Overlap, terminal: Terminal): void {
  for (const { left, right, names, score, why, agrees, differs } of both) {
    const said = differs.map(({ about, left: list, right: vault }) => ({ about, list, vault }))
    const parts = why.map(({ kind, left: list, right: vault, read, adds }) => ({ kind, list, vault, read, adds }))
    terminal.out(
      JSON.stringify({
        in: "both",
        list: shown(left),
        vault: shown(right),
        names,
        score,
        parts,
        agrees,
        differs: said,
      }),
    )
  }
  for (const one of onlyLeft) terminal.out(JSON.stringify({ in: "list", list: shown(one) }))
  for (const one of onlyRight) terminal.out(JSON.stringify({ in: "vault", vault: shown(one) }))
}

/** RFC 4180; what a spreadsheet would run as a formula is kept from it by an apostrophe. */
const csvRow = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell) => {
      const text = typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell)
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(",")

function tellCsv({ both, onlyLeft, onlyRight }: Overlap, terminal: Terminal): void {
  terminal.out(csvRow(["in", "list_id", "list_name", "vault_id", "vault_name", "score", "why", "differs"]))
  for (const pair of both)
    terminal.out(
      csvRow([
        "both",
        pair.left.key,
        pair.names[0],
        pair.right.key,
        pair.names[1],
        two(pair.score),
        reason(pair),
        differing(pair),
      ]),
    )
  for (const { key, names } of onlyLeft) terminal.out(csvRow(["list", key, names[0]!, "", "", "", "", ""]))
  for (const { key, names } of onlyRight) terminal.out(csvRow(["vault", "", "", key, names[0]!, "", "", ""]))
}

/** Numbers are given in the order of the three groups and mean nothing outside of this answer. */
function tellCapture({ both, onlyLeft, onlyRight }: Overlap, terminal: Terminal): void {
  const apart = both.filter(({ differs }) => differs.some(({ about }) => about === "birth date")).length
  const rows: [number, [list: 0 | 1, vault: 0 | 1]][] = [
    [both.length - apart, [1, 1]],
    [onlyLeft.length + apart, [1, 0]],
    [onlyRight.length + apart, [0, 1]],
  ]
  terminal.out(csvRow(["person", "list", "vault"]))
  let number = 0
  for (const [count, lists] of rows) for (let n = 0; n < count; n++) terminal.out(csvRow([++number, ...lists]))
}

function tell({ both, onlyLeft, onlyRight }: Overlap, terminal: Terminal): void {
  terminal.out(`In both: ${both.length}`)
  for (const pair of both) {
    terminal.out(`  ${pair.names[0]}  =  ${pair.names[1]}  (${pair.right.key}, ${two(pair.score)} bits)`)
    terminal.out(`      ${reason(pair)}`)
    if (pair.differs.length > 0) terminal.out(`      differs: ${differing(pair)}`)
  }
  terminal.out(`Only in the list: ${onlyLeft.length}`)
  for (const { key, names } of onlyLeft) terminal.out(`  ${names[0]}  (${key})`)
  terminal.out(`Only in the vault: ${onlyRight.length}`)
  for (const { key, names } of onlyRight) terminal.out(`  ${names[0]}  (${key})`)
  terminal.err("That two entries are one person, a person decides. Nothing was kept of the list.")
}
