import type { Span } from "../../model/passage.js"

/** A stretch between quotation marks. `start` and `end` take in the marks, `inside` does not. */
export interface Quotation extends Span {
  readonly inside: Span
}

const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "「": "」",
  "『": "』",
  "‘": "’",
  '"': '"',
  "'": "'",
}

/** A quotation that nobody closed ends with its paragraph, and one longer than this is taken for a slip. */
const LONGEST = 4000
const LONGEST_SINGLE = 120

/**
 * Quotations of one block, in order, never nested: the outermost pair counts. A single quotation mark opens only
 * before a letter and closes only after one, so an apostrophe is not a quotation.
 */
export function quotationsIn(text: string, block: Span): Quotation[] {
  const found: Quotation[] = []
  const marks = /["“”„«»「」『』‘’']/gu
  marks.lastIndex = block.start
  let open: { mark: string; at: number } | null = null
  for (let match = marks.exec(text); match !== null && match.index < block.end; match = marks.exec(text)) {
    const mark = match[0]
    const at = match.index
    if (open === null) {
      if (opens(text, mark, at, block)) open = { mark, at }
      continue
    }
    if (!PAIRS[open.mark]!.includes(mark) || !closes(text, mark, at, block)) {
      const single = open.mark === "'" || open.mark === "‘"
      // A double mark inside a would-be single quotation: that was an apostrophe after all.
      if (single && opens(text, mark, at, block) && /["“«]/u.test(mark)) open = { mark, at }
      continue
    }
    const longest = mark === "'" || mark === "’" ? LONGEST_SINGLE : LONGEST
    if (at + 1 - open.at <= longest && at > open.at + 1)
      found.push({ start: open.at, end: at + 1, inside: { start: open.at + 1, end: at } })
    open = null
  }
  if (open !== null && open.mark !== "'" && open.mark !== "‘" && block.end - open.at > 12)
    found.push({ start: open.at, end: block.end, inside: { start: open.at + 1, end: block.end } })
  return found
}

const letter = /[\p{L}\p{N}]/u

function opens(text: string, mark: string, at: number, block: Span): boolean {
  if (!(mark in PAIRS)) return false
  const before = at > block.start ? text[at - 1]! : " "
  const after = text[at + 1] ?? " "
  if (mark === '"') return !/\s/u.test(after)
  if (mark === "'" || mark === "‘") return !letter.test(before) && /[\p{L}\p{N}[#]/u.test(after)
  return true
}

function closes(text: string, mark: string, at: number, block: Span): boolean {
  if (mark !== "'" && mark !== "’") return true
  const after = at + 1 < block.end ? text[at + 1]! : " "
  return !letter.test(after) && /[\p{L}\p{N}.,!?;…]/u.test(text[at - 1] ?? " ")
}
