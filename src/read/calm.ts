/**
 * Stretches that are no language: data written as text, a key held down. Patterns that look for words may try such a
 * run again from each of its characters; so rules do not get to see it.
 */
const NOISE = /\d{80,}|[!-~]{600,}|[^\p{L}\p{N}\n]{300,}|\n{300,}|([^\p{L}\p{N}\s])\1{80,}/gu

/** The text with each such run covered by a sign that is in no pattern. Offsets stay as they are. */
export function calm(text: string): string {
  return text.replace(NOISE, (run) => "\ufffc".repeat(run.length))
}
