import type * as Mupdf from "mupdf"
import type { Rectangle } from "../../../model/reading.js"
import { attempt } from "./engine.js"

/** One line as it stands on a page, in points from the upper left corner. */
export interface PdfRow {
  /** From 1. */
  readonly page: number
  /** Of the engine's blocks, within the page. */
  readonly block: number
  readonly text: string
  readonly box: Rectangle
  /** Font size most of its characters have. */
  readonly size: number
  /** In order; between two there may be a space that no character drew. */
  readonly runs: readonly RowRun[]
}

/** Characters `start`..`end` of a row's text. */
export interface RowRun {
  readonly start: number
  readonly end: number
  readonly box: Rectangle
  readonly edges: readonly number[] | null
}

interface Glyph {
  /** One character; a control character stands as a space. */
  readonly text: string
  readonly box: Rectangle
  readonly size: number
}

/** The lines of a page in reading order; pieces side by side on one line are one row. */
export function rowsOf(page: Mupdf.Page, number: number): PdfRow[] {
  const [left, top] = attempt(() => page.getBounds())
  const rows: PdfRow[] = []
  let block = 0
  let line: { glyphs: Glyph[]; level: boolean } | null = null
  const structured = attempt(() => page.toStructuredText("mediabox-clip"))
  attempt(() =>
    structured.walk({
      beginTextBlock() {
        block++
      },
      beginLine(_, vertical, [dx, dy]) {
        line = { glyphs: [], level: vertical === 0 && dx > 0.99 && Math.abs(dy) < 0.1 }
      },
      onChar(character, _, __, size, quad) {
        const [xs, ys] = [0, 1].map((from) => [0, 2, 4, 6].map((at) => quad[at + from]!))
        const box: Rectangle = [
          Math.min(...xs!) - left,
          Math.min(...ys!) - top,
          Math.max(...xs!) - left,
          Math.max(...ys!) - top,
        ]
        line?.glyphs.push({ text: SPACES.test(character) ? " " : character, box, size })
      },
      endLine() {
        const row = line && rowOf(line.glyphs, line.level)
        line = null
        if (!row) return
        const last = rows.at(-1)
        if (last && last.block === block && beside(last, row)) rows[rows.length - 1] = together(last, row)
        else rows.push({ ...row, page: number, block })
      },
    }),
  )
  structured.destroy()
  return rows
}

const SPACES = /^[\u0000-\u0020\u007f-\u00a0\u2028\u2029]$/u

function rowOf(all: readonly Glyph[], level: boolean): Omit<PdfRow, "page" | "block"> | null {
  const first = all.findIndex(({ text }) => text !== " ")
  const last = all.findLastIndex(({ text }) => text !== " ")
  if (first === -1) return null
  const glyphs = all.slice(first, last + 1)
  const runs: RowRun[] = []
  let text = ""
  let open: Glyph[] = []
  const close = () => {
    const written = open.map((glyph) => glyph.text).join("")
    if (open.length > 0)
      runs.push({
        start: text.length,
        end: text.length + written.length,
        box: around(open.map(({ box }) => box)),
        edges: level ? edgesOf(open) : null,
      })
    text += written
    open = []
  }
  for (const glyph of glyphs) {
    // A word where the line is not level, or the writing turns round, is a run of its own.
    if (level ? turns(open, glyph) : glyph.text === " " || open.at(-1)?.text === " ") close()
    open.push(glyph)
  }
  close()
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b)
  return { text, runs, box: around(glyphs.map(({ box }) => box)), size: sizes[sizes.length >> 1]! }
}

const middle = ([left, , right]: Rectangle) => (left + right) / 2

function turns(open: readonly Glyph[], next: Glyph): boolean {
  const [before, last] = [open.at(-2), open.at(-1)]
  if (!before || !last) return false
  const way = middle(last.box) - middle(before.box)
  const step = middle(next.box) - middle(last.box)
  return way * step < 0 && Math.abs(step) > 0.2 * next.size
}

/** Where each character begins, in the direction of writing, and where the last one ends. */
function edgesOf(glyphs: readonly Glyph[]): number[] {
  const [first, last] = [glyphs[0]!, glyphs.at(-1)!]
  const back = middle(last.box) < middle(first.box)
  const edges = glyphs.flatMap(({ text, box }) => Array<number>(text.length).fill(tenth(box[back ? 2 : 0])))
  return [...edges, tenth(last.box[back ? 0 : 2])]
}

const tenth = (n: number) => Math.round(n * 10) / 10

export function around(boxes: readonly Rectangle[]): Rectangle {
  let [left, top, right, bottom] = boxes[0]!
  for (const box of boxes) {
    left = Math.min(left, box[0])
    top = Math.min(top, box[1])
    right = Math.max(right, box[2])
    bottom = Math.max(bottom, box[3])
  }
  return [tenth(left), tenth(top), tenth(right), tenth(bottom)]
}

/** On the same line, to the right: the cells of a table, a number at the margin. */
function beside({ box: a }: PdfRow, { box: b }: Pick<PdfRow, "box">): boolean {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  return shared > 0.6 * Math.min(a[3] - a[1], b[3] - b[1]) && b[0] >= a[2]
}

function together(a: PdfRow, b: Omit<PdfRow, "page" | "block">): PdfRow {
  const moved = b.runs.map((run) => ({
    ...run,
    start: run.start + a.text.length + 1,
    end: run.end + a.text.length + 1,
  }))
  return { ...a, text: `${a.text} ${b.text}`, runs: [...a.runs, ...moved], box: around([a.box, b.box]) }
}
