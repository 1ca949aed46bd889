import type { Hints } from "../../model/reading.js"
import type { Page } from "../page.js"
import { readCsv } from "./csv/index.js"
import { readHtml } from "./html.js"
import { startEngine } from "./pdf/engine.js"
import { readPdf } from "./pdf/index.js"
import { readSubtitles } from "./subtitles/index.js"
import { readText } from "./text.js"

/** One way to read bytes. Adding a format is one file here and one row below. */
export interface Format {
  readonly mediaTypes: readonly string[]
  /** Do the first bytes look like it? Asked in the order of the list, when no media type was given. */
  fits(head: string): boolean
  read(bytes: Uint8Array, hints: Hints): Page
  /** Awaited once before `read` where a format needs an engine; `wasm` gives its program. */
  start?(wasm: () => Uint8Array<ArrayBuffer>): Promise<void>
}

export const FORMATS: readonly Format[] = [
  {
    mediaTypes: ["application/pdf"],
    fits: (head) => /%PDF-\d/.test(head.slice(0, 1024)),
    read: readPdf,
    start: startEngine,
  },
  {
    mediaTypes: ["application/x-subrip", "text/vtt"],
    fits: (head) =>
      /^(?:\xef\xbb\xbf)?(?:WEBVTT\s|\s*\d{1,4}\s*[\r\n]+(?:\d+:)?\d+:\d+[,.]\d+ *-->)/.test(
        head.replace(/^\xff\xfe|^\xfe\xff/, ""),
      ),
    read: readSubtitles,
  },
  // Nothing in the bytes tells a table from a text with commas: its name has to.
  { mediaTypes: ["text/csv"], fits: () => false, read: readCsv },
  {
    mediaTypes: ["text/html", "application/xhtml+xml"],
    fits: (head) =>
      /<(?:!doctype\s+html|html|head|body|title|meta|div|p|table|article|h[1-6]|span|a|br|b|font|center)[\s/>]/i.test(
        head,
      ),
    read: readHtml,
  },
  { mediaTypes: ["text/plain"], fits: () => true, read: readText },
]

/** How many bytes are looked at to tell a format. */
const HEAD = 2048

export function formatOf(bytes: Uint8Array, mediaType: string | undefined): Format {
  const named = mediaType?.split(";", 1).join("").trim().toLowerCase()
  const format = FORMATS.find((one) => named !== undefined && one.mediaTypes.includes(named))
  if (format) return format
  const head = String.fromCharCode(...bytes.subarray(0, HEAD)).replaceAll("\0", "")
  return FORMATS.find((one) => one.fits(head))!
}
