import type { Hints } from "../../model/reading.js"
import { type Decoded, decode } from "../bytes/decode.js"
import { encodingOf } from "../bytes/encoding.js"
import { MappedText } from "../bytes/map.js"
import type { Page } from "../page.js"
import { zonesOfText } from "../zones/lines.js"

/** Bytes that declare no encoding of their own, as characters. */
export function decodeText(bytes: Uint8Array, { encoding }: Hints): Decoded {
  return decode(bytes, encoding ? { label: encoding, mark: 0 } : encodingOf(bytes, null))
}

/** Plain text: the characters as they are, only CRLF becomes LF. */
export function readText(bytes: Uint8Array, hints: Hints): Page {
  const source = decodeText(bytes, hints)
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
