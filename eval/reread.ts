import type { Span } from "../src/model/passage.js"
import { placeOf } from "../src/model/place.js"
import type { Reading } from "../src/model/reading.js"
import { readBack } from "../src/read/bytes/map.js"

/**
 * How many proposal passages read back from the bytes to exactly the characters they mark. A PDF keeps no text in its
 * bytes: there a passage has to lead to a place on a page.
 */
export function reread(bytes: Uint8Array, { text, map, proposals }: Reading): { right: number; all: number } {
  const spans = new Map<string, Span>()
  for (const { statements } of proposals)
    for (const { passages } of statements) for (const span of passages) spans.set(`${span.start}-${span.end}`, span)
  let right = 0
  const isThere = (span: Span) =>
    map.places?.kind === "pages"
      ? placeOf(map, span)?.kind === "page"
      : readBack(bytes, map, span) === text.slice(span.start, span.end)
  for (const span of spans.values()) if (isThere(span)) right++
  return { right, all: spans.size }
}
