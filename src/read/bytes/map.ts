import { decodeHTML } from "entities"
import type { Span } from "../../model/passage.js"
import { BETWEEN_CELLS, type ByteMap, type BytePiece, type Places } from "../../model/reading.js"
import { type Decoded, decode } from "./decode.js"

/** What is written after a speaker's name that stood in a tag. */
export const AFTER_SPEAKER = ": "

/** A range of bytes, `to` exclusive. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/** The bytes behind a stretch of text, in the order of the text; ranges that touch are joined. */
export function bytesOf(bytes: Uint8Array, map: ByteMap, span: Span): ByteRange[] {
  const ranges: { from: number; to: number }[] = []
  for (const piece of piecesIn(map, span)) {
    const { from, to } = cut(bytes, map, piece, span)
    const last = ranges.at(-1)
    if (last && last.to === from) last.to = to
    else ranges.push({ from, to })
  }
  return ranges
}

/**
 * Reads a stretch of text again from the bytes alone: decodes, resolves entities, folds white space as HTML does, and
 * puts between cues and cells what the text has there. Gives exactly `text.slice(start, end)`. What no piece covers is a line break between blocks.
 */
export function readBack(bytes: Uint8Array, map: ByteMap, span: Span): string {
  let text = ""
  let at = span.start
  for (const piece of piecesIn(map, span)) {
    text += "\n".repeat(Math.max(0, piece.start - at))
    const whole = again(bytes, map, piece)
    text += whole.slice(Math.max(0, span.start - piece.start), span.end - piece.start)
    at = piece.end
  }
  return text + "\n".repeat(Math.max(0, span.end - at))
}

function again(bytes: Uint8Array, map: ByteMap, { from, to, plain }: BytePiece): string {
  const text = new TextDecoder(map.encoding, { ignoreBOM: true }).decode(bytes.subarray(from, to))
  if (plain) return text
  const { kind } = map.places ?? {}
  if (kind === "cells") return /^\s*[\r\n]\s*$/.test(text) ? " " : BETWEEN_CELLS
  if (kind === "cues" && text === ">") return AFTER_SPEAKER
  if (kind === "cues" && /[\r\n]/.test(text)) return " "
  if (/^\0+$/.test(text)) return "\uFFFD"
  const meant = decodeHTML(text)
  return /^[ \t\n\f\r]+$/.test(meant) ? " " : meant
}

function cut(bytes: Uint8Array, map: ByteMap, piece: BytePiece, { start, end }: Span): ByteRange {
  if (!piece.plain || (start <= piece.start && end >= piece.end)) return { from: piece.from, to: piece.to }
  const part = decode(bytes.subarray(piece.from, piece.to), { label: map.encoding, mark: 0 })
  const first = Math.max(0, start - piece.start)
  const after = Math.min(piece.end, end) - piece.start
  return { from: piece.from + part.from(first), to: piece.from + part.to(after) }
}

/** The pieces a span touches: a binary search, then a walk. */
function* piecesIn({ pieces }: ByteMap, { start, end }: Span): Generator<BytePiece> {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  for (let i = low; i < pieces.length && pieces[i]!.start < end; i++) yield pieces[i]!
}

/** Longest plain piece, in characters: reading one passage back must not decode a book. */
const LONGEST = 4096

/** Text and its map, written from the front. Positions are indexes into the decoded source. */
export class MappedText {
  readonly #source: Decoded
  readonly #parts: string[] = []
  readonly #pieces: BytePiece[] = []
  // The plain piece being grown: where it stands in the text and in the source.
  #start = 0
  #first = 0
  #next = 0
  #open = false
  length = 0

  constructor(source: Decoded) {
    this.#source = source
  }

  /** Characters `first`..`after` of the source, as they are. */
  copy(first: number, after: number): void {
    if (after <= first) return
    if (!this.#open || this.#next !== first) {
      this.#close()
      this.#open = true
      this.#start = this.length
      this.#first = first
    }
    this.#parts.push(this.#source.text.slice(first, after))
    this.length += after - first
    this.#next = after
  }

  /** `text`, for which characters `first`..`after` of the source stand as a whole. */
  stand(text: string, first: number, after: number): void {
    this.#close()
    this.#pieces.push({
      start: this.length,
      end: this.length + text.length,
      from: this.#source.from(first),
      to: this.#source.to(after),
      plain: false,
    })
    this.#parts.push(text)
    this.length += text.length
  }

  /** A line break that comes from no byte. */
  breakLine(count = 1): void {
    this.#close()
    this.#parts.push("\n".repeat(count))
    this.length += count
  }

  finish(places?: Places): { text: string; map: ByteMap } {
    this.#close()
    const map = { encoding: this.#source.encoding, pieces: this.#pieces }
    return { text: this.#parts.join(""), map: places ? { ...map, places } : map }
  }

  #close(): void {
    if (!this.#open) return
    this.#open = false
    const source = this.#source
    const alone = source.standsAlone
    for (let first = this.#first; first < this.#next; ) {
      let after = Math.min(this.#next, first + LONGEST)
      if (alone) {
        after = first + 1
        while (after < this.#next && after < first + LONGEST && !alone.has(after - 1) && !alone.has(after)) after++
      }
      // Never between characters that share their bytes.
      while (after < this.#next && source.from(after) === source.from(after - 1)) after++
      const start = this.#start + first - this.#first
      this.#pieces.push({
        start,
        end: start + after - first,
        from: source.from(first),
        to: source.to(after),
        plain: true,
      })
      first = after
    }
  }
}
