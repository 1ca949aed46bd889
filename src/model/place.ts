import type { Span } from "./passage.js"
import type { ByteMap, Cue, PageRun, Rectangle, Row } from "./reading.js"

/** Where a passage stands in the original, as a person looks it up. */
export type Place =
  /** `boxes`: in points from the page's upper left corner, one for each line; only those of this, the first page. */
  | { readonly kind: "page"; readonly page: number; readonly boxes: readonly Rectangle[] }
  /** Milliseconds from the beginning; `to` is the end of the last cue the passage touches. */
  | { readonly kind: "time"; readonly from: number; readonly to: number; readonly speaker: string | null }
  /** From 1; `header` is the column's, empty when it has none. Only the first cell the passage touches. */
  | { readonly kind: "cell"; readonly row: number; readonly column: number; readonly header: string }

/** The place of a stretch of text; null where the format has none but its bytes (a page of the web, a plain text). */
export function placeOf({ places }: ByteMap, span: Span): Place | null {
  if (places === undefined) return null
  switch (places.kind) {
    case "pages": {
      const page = touching(places.runs, span)[0]?.page
      return page === undefined ? null : { kind: "page", page, boxes: boxesOn(page, places.runs, span) }
    }
    case "cues": {
      const cues: readonly Cue[] = touching(places.cues, span)
      const [first] = cues
      if (first === undefined) return null
      return { kind: "time", from: first.from, to: Math.max(...cues.map(({ to }) => to)), speaker: first.speaker }
    }
    case "cells": {
      const row: Row | undefined = touching(places.rows, span)[0]
      if (row === undefined) return null
      const inside = Math.max(0, span.start - row.start)
      const column = Math.max(
        0,
        row.cells.findLastIndex((start) => start <= inside),
      )
      return { kind: "cell", row: row.number, column: column + 1, header: places.header[column] ?? "" }
    }
  }
}

/** What of a stretch of text stands on one page: a rectangle for each line. */
export function boxesOn(page: number, runs: readonly PageRun[], span: Span): Rectangle[] {
  return touching(runs, span)
    .filter((run) => run.page === page)
    .map((run) => boxOf(run, span))
}

function boxOf({ start, end, box, edges }: PageRun, span: Span): Rectangle {
  if (edges === null || (span.start <= start && span.end >= end)) return box
  const own = edges.slice(Math.max(start, span.start) - start, Math.min(end, span.end) - start + 1)
  return [Math.min(...own), box[1], Math.max(...own), box[3]]
}

/** Those of a list in order that a span touches: a binary search, then a walk. */
function touching<T extends Span>(list: readonly T[], { start, end }: Span): T[] {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  let after = low
  while (after < list.length && list[after]!.start < end) after++
  return list.slice(low, after)
}

/**
 * A W3C FragmentSelector for a place: `page=3` (RFC 3778), `t=72,75.5` (Media Fragments), `cell=14,2` (RFC 7111).
 * Position and quotation stay the authority; this is for whoever opens the original.
 */
export function fragmentOf(place: Place): { readonly conformsTo: string; readonly value: string } {
  switch (place.kind) {
    case "page":
      return { conformsTo: "http://tools.ietf.org/rfc/rfc3778", value: `page=${place.page}` }
    case "time":
      return { conformsTo: "http://www.w3.org/TR/media-frags/", value: `t=${place.from / 1000},${place.to / 1000}` }
    case "cell":
      return { conformsTo: "http://tools.ietf.org/rfc/rfc7111", value: `cell=${place.row},${place.column}` }
  }
}

/** `00:01:12`, as subtitles have it. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const two = (n: number) => String(n).padStart(2, "0")
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":")
}
