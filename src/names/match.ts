import { foldCase } from "./fold.js"
import { costOf, weightOf } from "./phonemes.js"
import { type Form, type Parsed, type Part, piecesOf, scriptOf } from "./readings.js"

/** How near two readings are, 0 to 1. Symmetric. */
export function nearness(a: Form, b: Form): number {
  if (a.units === "" || b.units === "") return a.latin === b.latin ? 1 : 0
  const cost = costOf(a.units, b.units, a.written, b.written) + a.price + b.price
  if (cost === 0) return 1
  return Math.max(0, 1 - cost / (0.5 + Math.max(weightOf(a.units), weightOf(b.units))))
}

/** The readings of two parts that are nearest one another. */
export function nearest(a: Part, b: Part): { near: number; left: Form; right: Form } {
  let best = { near: -1, left: a.forms[0], right: b.forms[0] }
  for (const left of a.forms)
    for (const right of b.forms) {
      const near = nearness(left, right)
      if (near > best.near) best = { near, left, right }
    }
  return best
}
