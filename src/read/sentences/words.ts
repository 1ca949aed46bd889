import type { Span } from "../../model/passage.js"

/** A word, a number, a possessive `'s` or a single sign. */
export interface Word extends Span {
  readonly text: string
  readonly lower: string
  /** Begins with a capital letter. */
  readonly capital: boolean
}

// Dotted capitals (U.S.), an initial (J.), RFE/RL, O'Brien, Nur-Sultan, don't, 1,000.5; `'s` stands alone.
const WORD =
  /(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:(?:[-‑'’ʼ](?!(?:s\b|\s))|(?<=\p{Lu})\/(?=\p{Lu}))[\p{L}\p{M}\p{N}]+)*|['’]s\b|\d+(?:[.,:]\d+)*|\S/gu

const CAPITAL = /^\p{Lu}/u

/** Words of a stretch of text, in order. */
export function wordsOf(text: string, { start, end }: Span): Word[] {
  const words: Word[] = []
  const stretch = text.slice(start, end)
  WORD.lastIndex = 0
  for (let match = WORD.exec(stretch); match !== null; match = WORD.exec(stretch)) {
    const word = match[0]
    const from = start + match.index
    words.push({
      start: from,
      end: from + word.length,
      text: word,
      lower: word.toLowerCase(),
      capital: CAPITAL.test(word),
    })
  }
  return words
}
