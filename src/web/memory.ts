import type { Random } from "../model/clock.js"

/** What a browser's address must not hold: the words of a search. Kept until the keys go, then gone with the process. */
export interface Memory {
  keep(words: string): string
  recall(id: string): string | null
}

const MOST = 200

export function makeMemory(random: Random): Memory {
  const kept = new Map<string, string>()
  return {
    keep(words) {
      const id = Buffer.from(random(12)).toString("hex")
      kept.set(id, words)
      const oldest = kept.keys().next()
      if (kept.size > MOST && !oldest.done) kept.delete(oldest.value)
      return id
    },
    recall: (id) => kept.get(id) ?? null,
  }
}
