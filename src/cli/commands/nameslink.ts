import { readFile } from "node:fs/promises"
import { DalelError } from "../../model/refusals.js"
import { KINDS, type Kind, kindOf } from "../../names/link/fields.js"
import { link } from "../../names/link/link.js"
import { rowsOf, separatorOf } from "../../read/formats/csv/cells.js"
import type { Terminal } from "../command.js"
import { parse, required } from "../options.js"

const BOUNDS = { rows: 1_000_001, columns: 200 }

/** `dalel names link`. */
export async function linkCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, {
    key: { type: "string" },
    ignore: { type: "string", multiple: true },
    as: { type: "string", multiple: true },
  })
  const [path, ...more] = positionals
  // `--ignore A B` is read as `--ignore A` and a word more.
  const ignored = new Set([...(values.ignore ?? []), ...(values.ignore ? more : [])].flatMap((list) => list.split(",")))
  if (!values.ignore && more.length > 0) throw new DalelError("usage/unknown-option", more[0]!)
  const key = required(values.key, "--key")
  const table = await tableOf(required(path, "CSV"))
  const [heading = [], ...rows] = table
  const place = (name: string): number => {
    const at = heading.indexOf(name)
    if (at < 0) throw new DalelError("names/no-column", name)
    return at
  }
  for (const name of ignored) place(name)
  const kinds = kindsOf(values.as ?? [], place)
  const keyAt = place(key)
  const keys = rows.map((row) => row[keyAt] ?? "")
  const seen = new Set<string>()
  for (const one of keys) {
    if (seen.has(one)) throw new DalelError("names/same-key", key)
    seen.add(one)
  }
  const columns = heading.flatMap((name, at) =>
    at === keyAt || ignored.has(name) ? [] : [{ name, at, kind: kinds.get(name) ?? kindOf(name) }],
  )
  if (columns.length === 0) throw new DalelError("usage/missing", "columns to compare")
  const started = performance.now()
  const { pairs, clusters, fields } = link(
    columns,
    rows.map((row) => columns.map(({ at }) => row[at] ?? "")),
  )
  for (const { a, b, bits, same } of pairs) terminal.out(JSON.stringify({ pair: [keys[a], keys[b]], bits, same }))
  for (const [record, cluster] of clusters.entries())
    terminal.out(JSON.stringify({ record: keys[record], cluster: keys[cluster] }))
  const compared = fields.map(({ name, kind }) => `${name} as ${kind}`).join(", ")
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  terminal.err(`linked: ${rows.length} records, ${seconds} s; compared ${compared}`)
  return 0
}

/** @throws DalelError usage/missing, usage/unknown-option, names/no-column */
function kindsOf(given: readonly string[], place: (name: string) => number): Map<string, Kind> {
  return new Map(
    given.map((each) => {
      const cut = each.lastIndexOf("=")
      const [name, kind] = [each.slice(0, cut), each.slice(cut + 1)]
      if (cut < 1) throw new DalelError("usage/missing", "--as COLUMN=kind")
      if (!KINDS.includes(kind as Kind)) throw new DalelError("usage/unknown-option", `--as …=${kind}`)
      place(name)
      return [name, kind as Kind]
    }),
  )
}

/** @throws DalelError file/not-found, reading/too-many-parts */
async function tableOf(path: string): Promise<string[][]> {
  const text = await readFile(path, "utf8").catch((cause) => {
    throw new DalelError("file/not-found", path, { cause })
  })
  const begin = text.startsWith("\ufeff") ? 1 : 0
  const { separator, after } = separatorOf(text, begin)
  return rowsOf(text, after, separator, BOUNDS)
    .map((row) => row.map(({ parts }) => parts.map(({ first, after }) => text.slice(first, after)).join("")))
    .filter((row) => row.some((cell) => cell !== ""))
}
