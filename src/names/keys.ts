import { skeletons } from "./phonemes.js"
import { hashOf } from "./postings.js"
import type { Form } from "./readings.js"

/** Readings of one token meet in a key when their consonants agree but for one. */
const VARIANTS = 4

function withOneLess(skeleton: string, from: number): string[] {
  if (skeleton.length < 3) return []
  const found: string[] = []
  // A skeleton of three loses its first sound to too many others.
  for (let at = skeleton.length === 3 ? 1 : from; at < skeleton.length; at++)
    found.push(skeleton.slice(0, at) + skeleton.slice(at + 1))
  return found
}

function keysIn(space: string, units: string, broad: boolean): number[] {
  const found = new Set<string>()
  for (const skeleton of skeletons(units, VARIANTS, broad)) {
    found.add(skeleton)
    for (const shorter of withOneLess(skeleton, 0)) found.add(shorter)
  }
  return [...found].map((key) => hashOf(space + key))
}

/** Keys under which a token is kept. */
export function keysToKeep({ units, written }: Form): number[] {
  if (written === "han") return keysIn("h", units, true)
  return [...keysIn("n", units, false), ...keysIn("b", units, true)]
}

/** Keys by which a token is looked for. */
export function keysToSeek({ units, written }: Form, hanKept: boolean): number[] {
  if (written === "han") return [...keysIn("b", units, true), ...(hanKept ? keysIn("h", units, true) : [])]
  return [...keysIn("n", units, false), ...(hanKept ? keysIn("h", units, true) : [])]
}
