import type { Hints } from "../../model/reading.js"
import { decode } from "../bytes/decode.js"
import { declaredEncoding, encodingOf } from "../bytes/encoding.js"
import type { Page } from "../page.js"
import { flowOf } from "./flow.js"
import { parseTree } from "./tree.js"

/** A web page. @throws DalelError reading/too-deep */
export function readHtml(bytes: Uint8Array, hints: Hints): Page {
  const encoding = hints.encoding
    ? { label: hints.encoding, mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0 }
    : encodingOf(bytes, declaredEncoding(bytes))
  const source = decode(bytes, encoding)
  const { text, map } = flowOf(parseTree(source.text), source)
  return {
    text,
    map,
    title: null,
    mainText: text,
    zones: [],
    blocks: [],
    metadata: [],
    missingMedia: [],
    declaredLanguage: null,
  }
}
