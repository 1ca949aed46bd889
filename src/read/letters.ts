/** Latin, Cyrillic and Arabic letters: what the texts of our grammars are written in. */
const LETTERS = "A-Za-z\\u00c0-\\u024f\\u0400-\\u052f\\u0620-\\u06d5"

/**
 * A pattern's `\p{L}` as a short class. All letters of Unicode, in every repetition of a long rule, take a second to
 * compile when the first Russian text is read.
 */
export function shortLetters(source: string): string {
  return source
    .replace(/\[((?:[^\]\\]|\\.(?:\{\w+\})?)*?)\\p\{L(?:etter)?\}/gu, `[$1${LETTERS}`)
    .replace(/\\p\{L(?:etter)?\}/gu, `[${LETTERS}]`)
}
