import type { Hints, Reading } from "../model/reading.js"
import { DalelError } from "../model/refusals.js"
import { analyse } from "./analyse.js"
import { formatOf } from "./formats/index.js"

export { formatOf } from "./formats/index.js"
export { picturePage } from "./formats/pdf/index.js"

/** Name and version of this reader: part of every rendition it makes. Raised when it would read a source otherwise. */
export const READER = "dalel-reader/1"

/** Longest source read, in bytes. */
export const LARGEST = 64 * 1024 * 1024

/**
 * Reads a source: pure and deterministic. Runs in the reading child (`child.ts`), never beside keys.
 * A PDF needs its engine started first (`formatOf(…).start`).
 * @throws DalelError file/empty, file/too-large, reading/…
 */
export function read(bytes: Uint8Array, hints: Hints): Reading {
  if (bytes.length === 0) throw new DalelError("file/empty")
  if (bytes.length > LARGEST) throw new DalelError("file/too-large", `${LARGEST}`)
  const page = formatOf(bytes, hints.mediaType).read(bytes, hints)
  const { text, title, mainText, metadata, zones, missingMedia, map } = page
  return { reader: READER, text, title, mainText, metadata, zones, missingMedia, map, ...analyse(page, hints) }
}
