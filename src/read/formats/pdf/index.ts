import type * as Mupdf from "mupdf"
import type { Hints, Metadatum, PageRun, PageSize, ZoneKind } from "../../../model/reading.js"
import { DalelError } from "../../../model/refusals.js"
import type { Block, Page } from "../../page.js"
import { joined, zonesOfText } from "../../zones/lines.js"
import { attempt, withDocument } from "./engine.js"
import { type Paragraph, paragraphsOf } from "./paragraphs.js"
import { type PdfRow, rowsOf } from "./rows.js"

const MOST_PAGES = 2000
const MOST_CHARACTERS = 10_000_000

/**
 * The text layer of a PDF in reading order, each stretch with its rectangle on its page. A page without one says so:
 * it may be a scan. `startEngine` must have been called.
 * @throws DalelError reading/encrypted, reading/damaged, reading/too-many-parts, reading/too-much-memory
 */
export function readPdf(bytes: Uint8Array, _hints: Hints): Page {
  return withDocument(bytes, (document) => {
    const count = attempt(() => document.countPages())
    if (count === 0) throw new DalelError("reading/damaged")
    if (count > MOST_PAGES) throw new DalelError("reading/too-many-parts", String(MOST_PAGES))
    const pages: PageSize[] = []
    const rows: PdfRow[] = []
    let characters = 0
    for (let number = 1; number <= count; number++) {
      const { size, own } = pageOf(document, number)
      characters += own.reduce((sum, { text }) => sum + text.length, 0)
      if (characters > MOST_CHARACTERS) throw new DalelError("reading/too-many-parts", String(MOST_CHARACTERS))
      pages.push(size)
      rows.push(...own)
    }
    return laidOut(pages, paragraphsOf(pages, rows), metadataOf(document))
  })
}

/** One bad page does not cost the others. */
function pageOf(document: Mupdf.PDFDocument, number: number): { size: PageSize; own: PdfRow[] } {
  let page: Mupdf.PDFPage | null = null
  let [width, height] = [0, 0]
  try {
    page = attempt(() => document.loadPage(number - 1))
    const [left, top, right, bottom] = attempt(() => page!.getBounds())
    ;[width, height] = [right - left, bottom - top]
    const own = rowsOf(page, number)
    const text = isText(own)
    return { size: { width, height, text }, own: text ? own : [] }
  } catch (error) {
    if (!(error instanceof DalelError) || error.code !== "reading/damaged") throw error
    return { size: { width, height, text: false }, own: [] }
  } finally {
    page?.destroy()
  }
}

/** Glyphs of which nobody says what they mean are no text. */
function isText(rows: readonly PdfRow[]): boolean {
  const text = rows.map((row) => row.text).join("")
  return text.replace(/[\uFFFD\p{Co}]/gu, "").length * 2 > text.length
}

function laidOut(pages: readonly PageSize[], paragraphs: readonly Paragraph[], metadata: Metadatum[]): Page {
  const parts: string[] = []
  let length = 0
  const write = (words: string) => {
    parts.push(words)
    length += words.length
  }
  const runs: PageRun[] = []
  const own: { start: number; end: number; paragraph: Paragraph }[] = []
  for (const paragraph of paragraphs) {
    if (length > 0) write("\n\n")
    const start = length
    for (const [index, row] of paragraph.rows.entries()) {
      if (index > 0) {
        const last = paragraph.rows[index - 1]!.text
        // A hyphen at the end of a line, before a small letter, only parts the line.
        if (!paragraph.hard[index] && /\p{L}[-\u00ad\u2010]$/u.test(last.slice(-3)) && /^\p{Ll}/u.test(row.text)) {
          parts[parts.length - 1] = last.slice(0, -1)
          shorten(runs, --length)
        } else write(paragraph.hard[index] ? "\n" : between(last.slice(-3), row.text))
      }
      const at = length
      write(row.text)
      for (const { start: from, end, box, edges } of row.runs)
        runs.push({ start: at + from, end: at + end, page: row.page, box, edges })
    }
    own.push({ start, end: length, paragraph })
  }
  const text = parts.join("")

  const heading = headingOf(paragraphs)
  const lines = zonesOfText(text)
  const title = own.find(({ paragraph }) => paragraph === heading)
  let at = 0
  const kindOf = (block: Block): ZoneKind => {
    while (at < own.length - 1 && own[at]!.end <= block.start) at++
    const paragraph = own[at]?.paragraph
    if (paragraph?.furniture) return "other"
    if (paragraph && paragraph === title?.paragraph) return "title"
    return title && block.kind === "title" ? "body" : block.kind
  }
  const blocks = lines.blocks.map((block) => ({ ...block, kind: kindOf(block) }))
  const main = blocks.filter(({ kind }) => kind === "body" || kind === "quote" || kind === "table")
  const named = title ? text.slice(title.start, title.end).replace(/\s+/g, " ") : lines.title
  return {
    text,
    map: { encoding: "binary", pieces: [], places: { kind: "pages", pages, runs } },
    title: named ?? metadata.find(({ name }) => name === "title")?.value ?? null,
    blocks,
    zones: joined(blocks),
    missingMedia: [],
    mainText: main.map(({ start, end }) => text.slice(start, end)).join("\n\n"),
    metadata: [...(named ? [{ name: "title", value: named, from: "text" }] : []), ...metadata],
    declaredLanguage: null,
  }
}

/** Nothing stands between two lines of Chinese; after a hyphen that stays nothing does either. */
function between(before: string, after: string): string {
  const close = /[-\u2010]$/u.test(before) && /^\p{L}/u.test(after) && /\p{L}[-\u2010]$/u.test(before)
  return close || (/\p{sc=Han}$|[，。、；：]$/u.test(before) && /^\p{sc=Han}/u.test(after)) ? "" : " "
}

/** Takes the last character, a hyphen, from the last run. */
function shorten(runs: PageRun[], end: number): void {
  const last = runs.pop()
  if (!last || end <= last.start) return
  const edges = last.edges?.slice(0, end - last.start + 1) ?? null
  const box = edges ? ([Math.min(...edges), last.box[1], Math.max(...edges), last.box[3]] as const) : last.box
  runs.push({ ...last, end, box, edges })
}

/** The first paragraph of the first page with text that is set clearly larger than most of the document. */
function headingOf(paragraphs: readonly Paragraph[]): Paragraph | null {
  const body = paragraphs.filter(({ furniture }) => !furniture)
  const sizes = body.flatMap(({ rows }) =>
    rows.flatMap(({ size, text }) => Array<number>(Math.ceil(text.length / 10)).fill(size)),
  )
  const usual = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0
  const page = body[0]?.rows[0]?.page
  const large = body.filter(({ rows }) => rows[0]!.page === page && rows[0]!.size > usual * 1.15)
  const largest = Math.max(...large.map(({ rows }) => rows[0]!.size))
  const found = large.find(({ rows }) => rows[0]!.size === largest)
  const length = found?.rows.reduce((sum, { text }) => sum + text.length, 0) ?? 0
  return found && length >= 5 && length <= 250 ? found : null
}

/** What the file says of itself. Made is not published: neither date is taken for the day it was published. */
function metadataOf(document: Mupdf.PDFDocument): Metadatum[] {
  const of = (key: string) =>
    attempt(() => document.getMetaData(key))
      ?.replace(/\s+/g, " ")
      .trim()
      .slice(0, 500) ?? ""
  const title = of("info:Title")
  const rows: [string, string][] = [
    ["title", /^(?:untitled|microsoft \w+ - .*|.*\.(?:docx?|pdf|odt|indd|rtf))$/i.test(title) ? "" : title],
    ["byline", of("info:Author")],
    ["created", dayOf(of("info:CreationDate"))],
    ["modified", dayOf(of("info:ModDate"))],
    ["generator", of("info:Creator") || of("info:Producer")],
  ]
  return rows.filter(([, value]) => value !== "").map(([name, value]) => ({ name, value, from: "pdf" }))
}

/** `D:20190729103000+06'00'` */
function dayOf(value: string): string {
  const match = /^D:((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.exec(value)
  return match ? match.slice(1).join("-") : ""
}

/** Most pixels of a picture. */
const MOST_PIXELS = 6_000_000

/**
 * One page as PNG, `width` pixels wide (fewer where the page is very long).
 * @throws DalelError reading/damaged (also when there is no such page), reading/encrypted, reading/too-much-memory
 */
export function picturePage(bytes: Uint8Array, number: number, width: number): Uint8Array {
  return withDocument(bytes, (document, { ColorSpace }) => {
    const page = attempt(() => document.loadPage(number - 1))
    const [left, top, right, bottom] = attempt(() => page.getBounds())
    const [across, down] = [Math.max(1, right - left), Math.max(1, bottom - top)]
    const scale = Math.min(width / across, Math.sqrt(MOST_PIXELS / (across * down)))
    const pixmap = attempt(() => page.toPixmap([scale, 0, 0, scale, 0, 0], ColorSpace.DeviceRGB, false, true))
    return attempt(() => pixmap.asPNG())
  })
}
