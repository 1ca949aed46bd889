import { classesApart, costOf } from "./phonemes.js"
import { type Form, formOf, type Part } from "./readings.js"

/** What of a form nearness looks at. */
export type Sounds = Pick<Form, "units" | "written" | "price" | "weight" | "classes"> & { readonly latin?: string }

/** What a consonant of a class the other side has not costs at least. */
export const CLASS_APART = 0.6

/** How near two readings are, 0 to 1; 0 if no nearer than `least`. Symmetric. */
export function nearness(a: Sounds, b: Sounds, least = 0): number {
  if (a.units === "" || b.units === "") return a.latin !== undefined && a.latin === b.latin ? 1 : 0
  const whole = 0.5 + Math.max(a.weight, b.weight)
  const limit = (1 - least) * whole
  // A consonant of a class the other has not costs at least so much, however it is written.
  if (classesApart(a.classes, b.classes) * CLASS_APART > limit) return 0
  if (a.written === "full" && b.written === "full" && Math.abs(a.weight - b.weight) > limit * 1.2) return 0
  const cost = costOf(a.units, b.units, a.written, b.written, limit) + a.price + b.price
  return cost >= limit ? 0 : 1 - cost / whole
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

/** Two parts of two names put beside one another. */
export interface Pair {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly near: number
  readonly leftForm: Form
  readonly rightForm: Form
  readonly initial: boolean
}

/** Two adjacent parts read as one word: "Nur Sultan" and "Nursultan". */
function joined(a: Part, b: Part): Part {
  const [first, second] = [a.forms[0], b.forms[0]]
  const written = second.written === "full" ? first.written : second.written
  const latin = `${first.latin}${b.hyphened ? "-" : " "}${second.latin}`
  const form = formOf(first.units + second.units, latin, first.reading, written, first.price + second.price)
  const text = `${a.text}${b.hyphened ? "-" : " "}${b.text}`
  return { text, forms: [form], weight: a.weight + b.weight, role: "name", hyphened: a.hyphened }
}

interface Candidate {
  readonly part: Part
  readonly covers: readonly number[]
  /** Two words that the one who wrote it did not join. */
  readonly apart: boolean
}

function candidates(parts: readonly Part[]): Candidate[] {
  const found: Candidate[] = parts.map((part, at) => ({ part, covers: [at], apart: false }))
  for (let at = 0; at + 1 < parts.length; at++)
    if (parts[at]!.role !== "initial" && parts[at + 1]!.role !== "initial")
      found.push({ part: joined(parts[at]!, parts[at + 1]!), covers: [at, at + 1], apart: !parts[at + 1]!.hyphened })
  return found
}

/** Least nearness at which two parts are put together at all. */
const APART = 0.5

/** Nearness below which two words are not one word and its halves. */
const SPLIT_APART = 0.85

/** What a pair so near is worth: half as near is chance, not half a match. */
export const fit = (near: number): number => Math.max(0, 2 * near - 1)

/**
 * The best way to put the parts of two names together, each part once. Greedy, by how much a pair contributes: names
 * have few parts.
 */
export function pairs(left: readonly Part[], right: readonly Part[]): Pair[] {
  const open: (Pair & { gain: number })[] = []
  const lefts = candidates(left)
  const rights = candidates(right)
  for (const a of lefts)
    for (const b of rights) {
      if (a.covers.length > 1 && b.covers.length > 1) continue
      const pair = pairOf(a, b)
      if (pair) open.push({ ...pair, gain: fit(pair.near) * (a.part.weight + b.part.weight) })
    }
  open.sort((a, b) => b.gain - a.gain)
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()]
  const found: Pair[] = []
  for (const { gain, ...pair } of open) {
    if (pair.left.some((at) => usedLeft.has(at)) || pair.right.some((at) => usedRight.has(at))) continue
    for (const at of pair.left) usedLeft.add(at)
    for (const at of pair.right) usedRight.add(at)
    found.push(pair)
  }
  return found.sort((a, b) => a.left[0]! - b.left[0]!)
}

function pairOf(a: Candidate, b: Candidate): Pair | null {
  const sides = { left: a.covers, right: b.covers }
  const initial = a.part.role === "initial" || b.part.role === "initial"
  if (initial) {
    const [leftForm, rightForm] = [a.part.forms[0], b.part.forms[0]]
    if (a.covers.length > 1 || b.covers.length > 1 || leftForm.units === "" || rightForm.units === "") return null
    const first = (form: Form): Form => ({ ...form, units: form.units[0]! })
    const near = nearness(first(leftForm), first(rightForm))
    return near < 0.93 ? null : { ...sides, near, leftForm, rightForm, initial }
  }
  const { near, left: leftForm, right: rightForm } = nearest(a.part, b.part)
  return near < (a.apart || b.apart ? SPLIT_APART : APART) ? null : { ...sides, near, leftForm, rightForm, initial }
}
