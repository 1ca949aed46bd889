import type { Hints } from "../../model/reading.js"
import { decode } from "../bytes/decode.js"
import { encodingOf } from "../bytes/encoding.js"
import { MappedText } from "../bytes/map.js"
import type { Page } from "../page.js"
import { zonesOfText } from "../zones/lines.js"

/** Plain text: the characters as they are, only CRLF becomes LF. */
export function readText(bytes: Uint8Array, hints: Hints): Page {
  const encoding = hints.encoding ? { label: hints.encoding, mark: 0 } : encodingOf(bytes, null)
  const source = decode(bytes, encoding)
  const out = new MappedText(source)
  const from = source.text
  let start = 0
  for (let i = from.indexOf("\r\n"); i !== -1; i = from.indexOf("\r\n", start)) {
    out.copy(start, i)
    start = i + 1
  }
  out.copy(start, from.length)
  const { text, map } = out.finish()
  const { title, blocks, zones, missingMedia } = zonesOfText(text)
  const main = blocks.filter(({ kind }) => kind === "body" || kind === "quote" || kind === "table")
  return {
    text,
    map,
    title,
    blocks,
    zones,
    missingMedia,
    mainText: main.map(({ start, end }) => text.slice(start, end)).join("\n\n"),
    metadata: title === null ? [] : [{ name: "title", value: title, from: "text" }],
    declaredLanguage: null,
  }
}
