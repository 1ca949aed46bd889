import type { Field } from "./fields.js"

/** What each level of each field tells, in bits: how much likelier it is among records of one person. */
export interface Weights {
  /** By field, by level: the share of it among pairs of one person (`m`) and among others (`u`). */
  readonly m: readonly (readonly number[])[]
  readonly u: readonly (readonly number[])[]
  /** Bits before anything is compared: how rare pairs of one person are among all pairs. */
  readonly prior: number
}

/** A pair's levels in one number, three bits a field: 0 where either says nothing, else the level and one. */
export function patternOf(fields: readonly Field[], a: number, b: number): number {
  let pattern = 0
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at]!
    const [one, other] = [field.of[a]!, field.of[b]!]
    if (one >= 0 && other >= 0) pattern |= (field.level(one, other) + 1) << (3 * at)
  }
  return pattern
}

const levelIn = (pattern: number, field: number): number => ((pattern >>> (3 * field)) & 7) - 1

/** As many fields as a pattern has room for. */
export const MOST_FIELDS = 10

/**
 * Learns the weights without labels (Fellegi and Sunter 1969; EM as in Winkler 1988). `u` comes from pairs drawn at
 * random, nearly all of different people; `m` and
 * the prior from the pairs compared, the others being taken for different people. A missing value says nothing.
 */
export function learn(
  fields: readonly Field[],
  patterns: ReadonlyMap<number, number>,
  random: ReadonlyMap<number, number>,
  records: number,
): Weights {
  const u = fields.map((field, at) => {
    const counts = new Array<number>(field.levels).fill(0.5)
    for (const [pattern, count] of random) if (levelIn(pattern, at) >= 0) counts[levelIn(pattern, at)]! += count
    // Chance agreement is known exactly from how often each value stands.
    const known = field.counts.reduce((sum, count) => sum + count, 0)
    const agree = field.counts.reduce((sum, count) => sum + count * Math.max(0, count - 1), 0)
    const share = Math.max(agree / Math.max(1, known * (known - 1)), 1e-7)
    counts[field.levels - 1] = 0
    const rest = counts.reduce((sum, count) => sum + count, 0)
    return counts.map((count, level) => (level === field.levels - 1 ? share : ((1 - share) * count) / rest))
  })
  let m = fields.map(({ levels }) =>
    Array.from({ length: levels }, (_, level) => (level === levels - 1 ? 0.6 : 0.4 / (levels - 1))),
  )
  // Of all pairs there are, not only of those compared: `u` is of all pairs too.
  const everyPair = Math.max(1, (records * (records - 1)) / 2)
  let share = Math.min(0.1, 1 / records)
  for (let round = 0; round < ROUNDS; round++) {
    const sums = m.map((levels) => levels.map(() => 0.1))
    let matched = 0
    for (const [pattern, count] of patterns) {
      let odds = share / (1 - share)
      for (let at = 0; at < fields.length; at++) {
        const level = levelIn(pattern, at)
        if (level >= 0) odds *= m[at]![level]! / u[at]![level]!
      }
      const chance = (odds / (1 + odds)) * count
      matched += chance
      for (let at = 0; at < fields.length; at++) {
        const level = levelIn(pattern, at)
        if (level >= 0) sums[at]![level]! += chance
      }
    }
    share = Math.min(0.5, Math.max(0.1 / everyPair, matched / everyPair))
    m = sums.map((levels) => {
      const total = levels.reduce((sum, one) => sum + one, 0)
      return levels.map((one) => one / total)
    })
  }
  return { m, u, prior: Math.log2(share / (1 - share)) }
}

const ROUNDS = 25

/** A rare value shared says more than a common one; but even the rarest may be shared by chance, or by copying. */
const RAREST = 2 ** -13

/** What one field of a pair adds, in bits; null when either record says nothing. */
export function bitsOf(field: Field, at: number, weights: Weights, a: number, b: number): number | null {
  const [one, other] = [field.of[a]!, field.of[b]!]
  if (one < 0 || other < 0) return null
  const level = field.level(one, other)
  const m = weights.m[at]![level]!
  if (one !== other) return Math.max(-12, Math.log2(m / weights.u[at]![level]!))
  const share = Math.max(RAREST, field.counts[one]! / field.of.length)
  return Math.log2(m / Math.max(share, RAREST))
}
