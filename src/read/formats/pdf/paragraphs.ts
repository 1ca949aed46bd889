import type { PageSize } from "../../../model/reading.js"
import type { PdfRow } from "./rows.js"

/** Rows that belong together. `hard[i]`: before row `i` stands a line break of the author's. */
export interface Paragraph {
  readonly rows: readonly PdfRow[]
  readonly hard: readonly boolean[]
  /** A header, a footer or a page number. */
  readonly furniture: boolean
}

/**
 * Rows into paragraphs. A line is broken by its author where the next word would have fitted; a paragraph goes on over
 * a page, and the footer and header between stand after it.
 */
export function paragraphsOf(pages: readonly PageSize[], rows: readonly PdfRow[]): Paragraph[] {
  const furniture = furnitureIn(pages, rows)
  const rightOf = rightsIn(rows, ({ page, block }) => `${page} ${block}`)
  const wraps = wrapsIn(rows)
  const paragraphs: Paragraph[] = []
  const waiting: Paragraph[] = []
  let open: { rows: PdfRow[]; hard: boolean[] } | null = null
  const close = () => {
    if (open) paragraphs.push({ ...open, furniture: false })
    paragraphs.push(...waiting.splice(0))
    open = null
  }
  for (const row of rows) {
    if (furniture.has(row)) {
      const own = { rows: [row], hard: [false], furniture: true }
      if (open) waiting.push(own)
      else paragraphs.push(own)
      continue
    }
    const last: PdfRow | undefined = (open as { rows: PdfRow[] } | null)?.rows.at(-1)
    const same = last?.page === row.page && last.block === row.block
    if (!open || !last || !(same || goesOn(last, row) || wraps(last, row))) {
      close()
      open = { rows: [row], hard: [false] }
      continue
    }
    open.hard.push(same && !goesOn(last, row) && fits(last, row, rightOf(row)))
    open.rows.push(row)
  }
  close()
  return paragraphs
}

const ENDS = /[.!?…:;。！？؟۔]["'”’»)\]]*$/u

/** A sentence that has not ended, and goes on with a small letter, in letters of the same size. */
function goesOn(last: PdfRow, row: PdfRow): boolean {
  if (ENDS.test(last.text) || !alike(last, row)) return false
  return (
    /^\p{Ll}/u.test(row.text) ||
    (/\p{sc=Han}$/u.test(last.text) && /^\p{sc=Han}/u.test(row.text) && last.page !== row.page)
  )
}

/**
 * Does a line go on in the next one, whatever blocks the engine saw? It does where both stand in one column at the
 * usual distance, and the next word would not have fitted.
 */
function wrapsIn(rows: readonly PdfRow[]): (last: PdfRow, row: PdfRow) => boolean {
  const distances = rows.flatMap((row, at) => {
    const last = rows[at - 1]
    const down = last?.page === row.page && alike(last, row) ? row.box[1] - last.box[1] : 0
    return down > 0.8 * row.size && down < 2.5 * row.size ? [down / row.size] : []
  })
  const usual = distances.sort((a, b) => a - b)[distances.length >> 1] ?? 0
  const rightOf = rightsIn(rows, ({ page, box }) => `${page} ${Math.round(box[0] / 4)}`)
  return (last, row) => {
    if (last.page !== row.page || !alike(last, row)) return false
    const down = (row.box[1] - last.box[1]) / row.size
    // The first line of a paragraph may be set in; a line that is set in begins one, but under a number or a dot.
    const inward = last.box[0] - row.box[0]
    const most = MARKER.test(last.text) ? 4 * row.size : 2
    if (down <= 0.8 || down > 1.15 * usual || inward < -most || inward > 5 * row.size) return false
    return !fits(last, row, Math.max(rightOf(last), rightOf(row)))
  }
}

/** How far to the right the rows of one group reach. */
function rightsIn(rows: readonly PdfRow[], groupOf: (row: PdfRow) => string): (row: PdfRow) => number {
  const rights = new Map<string, number>()
  for (const row of rows) rights.set(groupOf(row), Math.max(rights.get(groupOf(row)) ?? 0, row.box[2]))
  return (row) => rights.get(groupOf(row))!
}

const MARKER = /^(?:\(?(?:\d{1,3}|\p{L})[.)]|[•·–—-])\s/u

const alike = (last: PdfRow, row: PdfRow) => Math.abs(last.size - row.size) <= 0.15 * last.size

function fits(last: PdfRow, row: PdfRow, right: number): boolean {
  const word = /^\S+/.exec(row.text)?.[0].length ?? 0
  const width = (row.box[2] - row.box[0]) / row.text.length
  return last.box[2] + (word + 1) * width < right
}

/** How much of a page's height, above and below, may be a header or a footer. */
const EDGE = 0.12
const NUMBER =
  /^[\s\p{P}]*(?:page|p\.|стр\p{L}*\.?|бет|第|лист)?\s*\d{1,4}(?:\s*(?:of|из|\/|-|–|бет\p{L}*|页|ден)\s*\d{0,4})?[\s\p{P}]*(?:页|бет)?$/iu

/** At the edge of several pages the same words, digits apart, at the same height; or nothing but a number. */
function furnitureIn(pages: readonly PageSize[], rows: readonly PdfRow[]): Set<PdfRow> {
  if (pages.length < 2) return new Set()
  const found = new Set<PdfRow>()
  const sayingSame = new Map<string, PdfRow[]>()
  for (const row of rows) {
    const { height } = pages[row.page - 1]!
    const place = row.box[3] < height * EDGE ? "top" : row.box[1] > height * (1 - EDGE) ? "bottom" : null
    if (place === null) continue
    if (NUMBER.test(row.text)) found.add(row)
    const key = `${place} ${row.text.replace(/\d+/g, "#")}`
    sayingSame.set(key, [...(sayingSame.get(key) ?? []), row])
  }
  for (const same of sayingSame.values()) {
    const heights = same.map(({ box }) => box[1]).sort((a, b) => a - b)
    const usual = heights[heights.length >> 1]!
    // The first of them may be the title, set lower.
    const level = same.filter(({ box }) => Math.abs(box[1] - usual) < 6)
    const on = new Set(level.map(({ page }) => page)).size
    if (on >= 2 && on >= pages.length * 0.3) for (const row of level) found.add(row)
  }
  return found
}
