import { DalelError } from "./refusals.js"

/** A stretch of a text: JavaScript string indexes, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A stretch of one text that can be found again: W3C TextPositionSelector + TextQuoteSelector. Position is
 * authoritative, the quotation is the check. `text` is the SHA-256 (hex) of the text's UTF-8.
 */
export interface Passage extends Span {
  readonly text: string
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** How many characters of context are kept on either side. */
export const CONTEXT = 32

export function passageOf(text: string, hash: string, { start, end }: Span): Passage {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > text.length)
    throw new DalelError("passage/not-found", `${start}-${end}`)
  return {
    text: hash,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(whole(text, Math.max(0, start - CONTEXT)), start),
    suffix: text.slice(end, whole(text, Math.min(text.length, end + CONTEXT))),
  }
}

/** @throws DalelError passage/moved when the text no longer holds these words at this place. */
export function checkPassage(text: string, passage: Passage): void {
  if (text.slice(passage.start, passage.end) !== passage.exact) throw new DalelError("passage/moved")
}

/**
 * Finds pasted words in a text: exactly as written, else with white space folded. `nth` picks one of several (from 0).
 * @throws DalelError passage/not-found, passage/ambiguous (when there are several and none was picked)
 */
export function findWords(text: string, words: string, nth?: number): Span {
  const wanted = words.trim()
  if (wanted === "") throw new DalelError("passage/not-found")
  const loose = new RegExp(wanted.split(/\s+/u).map(escapePattern).join("\\s+"), "gu")
  const found = [...text.matchAll(loose)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  if (nth !== undefined && found[nth]) return found[nth]
  if (found.length > 1) throw new DalelError("passage/ambiguous", String(found.length))
  const only = found[0]
  if (!only) throw new DalelError("passage/not-found")
  return only
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
}

// Context never begins or ends inside a surrogate pair.
function whole(text: string, index: number): number {
  const code = text.charCodeAt(index)
  return index > 0 && index < text.length && code >= 0xdc00 && code <= 0xdfff ? index - 1 : index
}
