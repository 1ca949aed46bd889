import type { Sentence } from "../sentences/index.js"

/** Told in the first person, quotations apart: most of its sentences say "I", "me" or "my". */
export function isTestimony(sentences: readonly Sentence[]): boolean {
  let told = 0
  let own = 0
  for (const { kind, words, quotations } of sentences) {
    if (kind !== "body" && kind !== "quote" && kind !== "other") continue
    if (words.length < 4) continue
    told++
    if (words.some(({ text, start }) => FIRST.has(text) && !quotations.some((q) => start > q.start && start < q.end)))
      own++
  }
  return told >= 5 && own / told > 0.4
}

const FIRST = new Set(["I", "me", "my", "My", "I'm", "I've", "I'd", "I’m", "I’ve", "I’d", "myself"])
