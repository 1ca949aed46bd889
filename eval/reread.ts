import type { Span } from "../src/model/passage.js"
import type { Reading } from "../src/model/reading.js"
import { readBack } from "../src/read/bytes/map.js"

/** How many proposal passages read back from the bytes to exactly the characters they mark. */
export function reread(bytes: Uint8Array, { text, map, proposals }: Reading): { right: number; all: number } {
  const spans = new Map<string, Span>()
  for (const { statements } of proposals)
    for (const { passages } of statements) for (const span of passages) spans.set(`${span.start}-${span.end}`, span)
  let right = 0
  for (const span of spans.values()) if (readBack(bytes, map, span) === text.slice(span.start, span.end)) right++
  return { right, all: spans.size }
}
