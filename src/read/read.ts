import type { Hints, Metadatum, Reading } from "../model/reading.js"
import { DalelError } from "../model/refusals.js"
import { analyse } from "./analyse.js"
import { formatOf } from "./formats/index.js"
import { MOST_CLAIMS, MOST_EVENTS } from "./limits.js"
import type { Analysis } from "./page.js"

export { formatOf } from "./formats/index.js"
export { picturePage } from "./formats/pdf/index.js"

/** Name and version of this reader: part of every rendition it makes. Raised when it would read a source otherwise. */
export const READER = "dalel-reader/2"

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
  const { text, title, mainText, zones, missingMedia, map } = page
  const found = analyse(page, hints)
  const metadata = [...page.metadata, ...cutShort(found)]
  return { reader: READER, text, title, mainText, metadata, zones, missingMedia, map, ...found }
}

/** Says that only so many events or claims were read, and there may be more. */
function cutShort({ events, claims }: Analysis): Metadatum[] {
  const note = (count: number, most: number, what: string): Metadatum[] =>
    count < most ? [] : [{ name: "proposed", value: `first ${most} ${what}`, from: "reader" }]
  return [...note(events.length, MOST_EVENTS, "events"), ...note(claims.length, MOST_CLAIMS, "claims")]
}
