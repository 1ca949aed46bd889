import { DalelError } from "../../../model/refusals.js"

/** A stretch of the decoded file: indexes, `after` exclusive. */
export interface Range {
  readonly first: number
  readonly after: number
}

/** What a cell holds, without its quotes; a doubled quote and a trimmed end lie outside of its parts. */
export interface Cell {
  /** In order; none in an empty cell. */
  readonly parts: readonly Range[]
  /** From the first part's beginning to the last one's end; of an empty cell, a place inside it. */
  readonly first: number
  readonly after: number
}

export interface Bounds {
  readonly rows: number
  readonly columns: number
}

/** A quoted cell longer than this is taken for a quote that was never closed. */
const LONGEST_CELL = 65_536

/**
 * RFC 4180, and what is found instead of it: any line end, any separator, text after a closing quote, a quote that is
 * never closed. Every row, empty ones too.
 * @throws DalelError reading/too-many-parts
 */
export function rowsOf(text: string, first: number, separator: string, bounds: Bounds): Cell[][] {
  const rows: Cell[][] = []
  let row: Cell[] = []
  const line = new RegExp(`[\\r\\n${separator === "|" ? "\\|" : separator}]`, "g")
  for (let at = first; at < text.length; ) {
    const { cell, end } = cellAt(text, at, line)
    row.push(cell)
    if (row.length > bounds.columns) throw new DalelError("reading/too-many-parts", String(bounds.columns))
    at = end
    if (text[at] === separator) {
      at++
      if (at < text.length) continue
      row.push({ parts: [], first: at, after: at })
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++
    at++
    rows.push(row)
    if (rows.length > bounds.rows) throw new DalelError("reading/too-many-parts", String(bounds.rows))
    row = []
  }
  return rows
}

/** The cell that begins at `at`, and where the separator or line end after it stands. */
function cellAt(text: string, at: number, line: RegExp): { cell: Cell; end: number } {
  let open = at
  while (text[open] === " ") open++
  if (text[open] === '"') {
    const parts = quoted(text, open + 1)
    if (parts !== null) {
      const close = parts.at(-1)!.after
      const end = endOf(text, close + 1, line)
      // What follows a closing quote belongs to no RFC, but it was written.
      if (text.slice(close + 1, end).trim() !== "") parts.push({ first: close + 1, after: end })
      return { cell: trimmed(text, parts), end }
    }
  }
  const end = endOf(text, at, line)
  return { cell: trimmed(text, [{ first: at, after: end }]), end }
}

function endOf(text: string, from: number, line: RegExp): number {
  line.lastIndex = from
  return line.exec(text)?.index ?? text.length
}

/** What lies between quotes, cut at every doubled one; null when they do not close. */
function quoted(text: string, from: number): Range[] | null {
  const parts: Range[] = []
  for (let first = from; ; ) {
    const quote = text.indexOf('"', first)
    if (quote === -1 || quote - from > LONGEST_CELL) return null
    if (text[quote + 1] !== '"') {
      parts.push({ first, after: quote })
      return parts
    }
    parts.push({ first, after: quote + 1 })
    first = quote + 2
  }
}

function trimmed(text: string, parts: readonly Range[]): Cell {
  const list = parts.filter(({ first, after }) => after > first)
  while (list.length > 0) {
    const { first, after } = list[0]!
    const begin = after - text.slice(first, after).trimStart().length
    if (begin < after) {
      list[0] = { first: begin, after }
      break
    }
    list.shift()
  }
  while (list.length > 0) {
    const { first, after } = list.at(-1)!
    const end = first + text.slice(first, after).trimEnd().length
    if (end > first) {
      list[list.length - 1] = { first, after: end }
      break
    }
    list.pop()
  }
  const [head] = list
  if (!head) return { parts: [], first: parts[0]!.after, after: parts[0]!.after }
  return { parts: list, first: head.first, after: list.at(-1)!.after }
}

/** The separator that divides the first rows most evenly into most cells. Spreadsheets may say it: `sep=;`. */
export function separatorOf(text: string, first: number): { separator: string; after: number } {
  const said = /^"?sep=([,;\t|])"?[^\S\r\n]*(?:\r\n|\n|\r|$)/i.exec(text.slice(first, first + 20))
  if (said) return { separator: said[1]!, after: first + said[0].length }
  const head = text.slice(first, first + 20_000)
  let best = { separator: ",", score: 0 }
  for (const separator of [",", ";", "\t", "|"]) {
    const rows = rowsOf(head, 0, separator, { rows: 20_001, columns: 20_001 }).slice(0, 40)
    const counts = new Map<number, number>()
    const full = rows.filter((row) => row.length > 1 || row[0]!.parts.length > 0)
    for (const { length } of full) counts.set(length, (counts.get(length) ?? 0) + 1)
    const [usual = 1, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
    const score = usual < 2 ? 0 : (times / full.length) ** 2 * Math.log2(usual + 1)
    if (score > best.score) best = { separator, score }
  }
  return { separator: best.separator, after: first }
}
