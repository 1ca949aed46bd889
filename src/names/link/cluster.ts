/** Two records and what speaks for one person behind them, in bits. */
export interface Scored {
  readonly a: number
  readonly b: number
  readonly bits: number
}

/**
 * Clusters of records, the strongest pairs first. Two clusters become one only if their records speak for it on the
 * whole (`mean` bits a pair) and none speaks strongly against it (`least`): a chain a–b–c does not make one of a and
 * c. Pairs in `never` are never in one cluster.
 *
 * @returns for each record, the lowest record of its cluster
 */
export function clustersOf(
  size: number,
  pairs: readonly Scored[],
  bits: (a: number, b: number) => number,
  never: readonly (readonly [number, number])[],
  { mean, least }: { readonly mean: number; readonly least: number },
): Int32Array {
  const strongest = pairs.toSorted((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
  return joinInTurn(size, strongest, never, (left, right) => agree(left, right, bits, mean, least))
}

/**
 * Joins records pair by pair, in the order given: two clusters become one unless that would put a pair of `never`
 * together, or `may` says no.
 *
 * @returns for each record, the lowest record of its cluster
 */
export function joinInTurn(
  size: number,
  pairs: readonly { readonly a: number; readonly b: number }[],
  never: readonly (readonly [number, number])[],
  may: (left: readonly number[], right: readonly number[]) => boolean = () => true,
): Int32Array {
  const of = Int32Array.from({ length: size }, (_, at) => at)
  const members = new Map<number, number[]>()
  const barred = new Map<number, Set<number>>()
  const bar = (a: number, b: number) => barred.set(a, (barred.get(a) ?? new Set()).add(b))
  for (const [a, b] of never) {
    bar(a, b)
    bar(b, a)
  }
  const membersOf = (cluster: number) => members.get(cluster) ?? [cluster]
  for (const { a, b } of pairs) {
    const [one, other] = of[a]! < of[b]! ? [of[a]!, of[b]!] : [of[b]!, of[a]!]
    if (one === other) continue
    const [left, right] = [membersOf(one), membersOf(other)]
    if (left.some((x) => barred.get(x)?.size && right.some((y) => barred.get(x)!.has(y)))) continue
    if (!may(left, right)) continue
    for (const record of right) of[record] = one
    members.set(one, [...left, ...right])
    members.delete(other)
  }
  return of
}

/** Large clusters are looked at in part: every so many records. */
const LOOKED_AT = 12

function agree(
  left: readonly number[],
  right: readonly number[],
  bits: (a: number, b: number) => number,
  mean: number,
  least: number,
): boolean {
  const some = (records: readonly number[]) => {
    const step = Math.ceil(records.length / LOOKED_AT)
    return records.filter((_, at) => at % step === 0)
  }
  let sum = 0
  let count = 0
  for (const x of some(left))
    for (const y of some(right)) {
      const one = bits(x, y)
      if (one < least) return false
      sum += one
      count++
    }
  return sum / count >= mean
}
