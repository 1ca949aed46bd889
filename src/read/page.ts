import type { Span } from "../model/passage.js"
import type { ByteMap, Metadatum, MissingMedia, Reading, Zone, ZoneKind } from "../model/reading.js"

/** A stretch of text that stands for itself on the page: a paragraph, a heading, an item, a caption, a cell. */
export interface Block extends Span {
  /** What the page says it is: an HTML element's name (`p`, `h2`, `li`), or `p` for a paragraph of plain text. */
  readonly tag: string
  /** The kind of the zone it lies in. */
  readonly kind: ZoneKind
}

/**
 * A source as text: decoded and folded, every block of it placed in a zone, and a map back to its bytes. What the
 * languages read. Spans are JavaScript string indexes into `text`; zones and blocks are in order and do not overlap.
 */
export interface Page {
  readonly text: string
  readonly title: string | null
  /** The article alone: title excluded, body, headings, quotes and lists joined by line breaks. */
  readonly mainText: string
  readonly zones: readonly Zone[]
  readonly blocks: readonly Block[]
  /** Every candidate, best first within a name. */
  readonly metadata: readonly Metadatum[]
  readonly missingMedia: readonly MissingMedia[]
  readonly map: ByteMap
  /** The page's own word for its language (`lang`, `content-language`), lower case; null when it says nothing. */
  readonly declaredLanguage: string | null
  /** Set when the source is a table: what it proposes comes from its rows, not from sentences. */
  readonly table?: Table
}

/** The words of the header, and the cells of every row below it, as spans of the text; an empty cell is empty. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: readonly (readonly Span[])[]
}

/** What the languages find on a page: all of a reading that is not the page itself. */
export type Analysis = Omit<
  Reading,
  "reader" | "text" | "title" | "mainText" | "metadata" | "zones" | "missingMedia" | "map"
>
