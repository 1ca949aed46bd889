import { skeletons } from "./phonemes.js"
import { hashOf } from "./postings.js"
import type { Form } from "./readings.js"

/**
 * Readings of one word meet in a key when their consonants agree, when one has a consonant more, or, in longer words,
 * when one consonant differs. A space of keys for skeletons as they are and one for those that lack a consonant.
 */
const VARIANTS = 4

/** Skeletons shorter than this share too many words when two of their consonants are dropped. */
const LONG: Readonly<Record<"narrow" | "broad", number>> = { narrow: 4, broad: 4 }

function lacking(skeleton: string): string[] {
  if (skeleton.length < 3) return []
  const found: string[] = []
  // A skeleton of three loses its first sound to too many others.
  for (let at = skeleton.length === 3 ? 1 : 0; at < skeleton.length; at++)
    found.push(skeleton.slice(0, at) + skeleton.slice(at + 1))
  return found
}

function keysIn(space: string, units: string, act: "keep" | "seek", width: "narrow" | "broad"): number[] {
  const whole = new Set<string>()
  const less = new Set<string>()
  for (const skeleton of skeletons(units, VARIANTS, width === "broad")) {
    whole.add(skeleton)
    for (const shorter of lacking(skeleton)) less.add(shorter)
  }
  const keys: string[] = []
  for (const key of whole) keys.push(`${space}w${key}`)
  if (act === "keep") for (const key of less) keys.push(`${space}l${key}`)
  else {
    for (const key of whole) keys.push(`${space}l${key}`)
    for (const key of less) keys.push(`${space}w${key}`)
    for (const key of less) if (key.length + 1 >= LONG[width]) keys.push(`${space}l${key}`)
  }
  return keys.map((key) => hashOf(key))
}

/** Keys under which a token is kept. */
export function keysToKeep({ units, written }: Pick<Form, "units" | "written">): number[] {
  if (written === "han") return keysIn("h", units, "keep", "broad")
  return [...keysIn("n", units, "keep", "narrow"), ...keysIn("b", units, "keep", "broad")]
}

/** Keys by which a token is looked for, the likeliest first. `hanKept`: tokens of Chinese transcriptions are kept. */
export function keysToSeek({ units, written }: Pick<Form, "units" | "written">, hanKept: boolean): number[] {
  const han = hanKept ? keysIn("h", units, "seek", "broad") : []
  return [...(written === "han" ? keysIn("b", units, "seek", "broad") : keysIn("n", units, "seek", "narrow")), ...han]
}
