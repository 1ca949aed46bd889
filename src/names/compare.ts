import { type Pair, pairs } from "./match.js"
import { type Form, type Part, parseName } from "./readings.js"

/** One reason for or against: what it is about and what it adds to the score. */
export interface ComparePart {
  /** Words that were put together, words only one name has, words both have that are like none, and the start. */
  readonly kind: "words" | "only one has" | "differ" | "start"
  readonly left: string
  readonly right: string
  /** How both were read, where words were put together. */
  readonly read: string
  /** 1: the same sounds. Null where nothing was put together. */
  readonly near: number | null
  readonly adds: number
}

export interface Comparison {
  /** The sum of what the parts add, in bits; the same either way round. */
  readonly score: number
  /** The score is above 0: it may be one name. That it is one person, a name alone cannot say. */
  readonly same: boolean
  readonly parts: readonly ComparePart[]
}

/** Bits, fitted by logistic regression on half of a set of like-named people (`npm run eval -- names`). */
const BITS = { start: -2, near: 4.4, paired: -3.05, differ: -1.9, extra: -0.02 } as const

/** What is compared of two names put together in one way. `weight`s of words, their nearness beside. */
export interface Beside {
  readonly found: readonly Pair[]
  readonly only: { readonly left: readonly Part[]; readonly right: readonly Part[] }
}

/** Are these two names one name, and why? */
export function compareNames(left: string, right: string): Comparison {
  // The same question either way round gets the same answer.
  if (left > right) {
    const { parts, ...rest } = compareNames(right, left)
    return {
      ...rest,
      parts: parts.map((part) => ({ ...part, left: part.right, right: part.left, read: turned(part.read) })),
    }
  }
  const [a, b] = [parseName(left), parseName(right)]
  let best: Comparison | null = null
  for (const one of a.ways)
    for (const other of b.ways) {
      const found = weighed(beside(one, other), one, other)
      if (best === null || found.score > best.score) best = found
    }
  return best!
}

const turned = (read: string): string => read.split(" = ").reverse().join(" = ")

export function beside(left: readonly Part[], right: readonly Part[]): Beside {
  const found = pairs(left, right)
  const alone = (parts: readonly Part[], side: "left" | "right") => {
    const used = new Set(found.flatMap((pair) => pair[side]))
    return parts.filter((_, at) => !used.has(at))
  }
  return { found, only: { left: alone(left, "left"), right: alone(right, "right") } }
}

function weighed({ found, only }: Beside, left: readonly Part[], right: readonly Part[]): Comparison {
  const parts: ComparePart[] = [{ kind: "start", left: "", right: "", read: "", near: null, adds: BITS.start }]
  for (const pair of found) {
    const weight = (sum(pair.left.map((at) => left[at]!)) + sum(pair.right.map((at) => right[at]!))) / 2
    parts.push({
      kind: "words",
      left: textOf(pair.left.map((at) => left[at]!)),
      right: textOf(pair.right.map((at) => right[at]!)),
      read: `${told(pair.leftForm)} = ${told(pair.rightForm)}`,
      near: pair.near,
      adds: pair.initial ? 0 : weight * (BITS.near * pair.near + BITS.paired),
    })
  }
  const [leftOver, rightOver] = [sum(only.left), sum(only.right)]
  const differ = Math.min(leftOver, rightOver)
  const extra = Math.abs(leftOver - rightOver)
  const alone = { left: textOf(only.left), right: textOf(only.right), read: "", near: null }
  if (differ > 0) parts.push({ kind: "differ", ...alone, adds: BITS.differ * differ })
  if (extra > 0) parts.push({ kind: "only one has", ...alone, adds: BITS.extra * extra })
  const score = parts.reduce((total, { adds }) => total + adds, 0)
  return { score, same: score > 0, parts }
}

const sum = (parts: readonly Part[]): number => parts.reduce((total, { weight }) => total + weight, 0)

const textOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join(" ")

const told = ({ latin, reading }: Form): string => (reading === "latin" ? latin : `${latin} (${reading})`)
