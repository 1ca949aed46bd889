import { candidatePairs } from "./blocks.js"
import { clustersOf, type Scored } from "./cluster.js"
import { type Column, type Field, fieldOf } from "./fields.js"
import { bitsOf, learn, MOST_FIELDS, patternOf, type Weights } from "./weights.js"

export interface LinkedPair extends Scored {
  /** Both are in one cluster: worth a person's look. Never a decision. */
  readonly same: boolean
}

export interface Linkage {
  /** Pairs that are not surely of two people. */
  readonly pairs: readonly LinkedPair[]
  /** For each record, the lowest record of its cluster. */
  readonly clusters: Int32Array
  readonly weights: Weights
  readonly fields: readonly Field[]
  /** What each field of a pair adds, then the start; their sum is the pair's bits. */
  explain(a: number, b: number): { readonly about: string; readonly adds: number }[]
}

export interface LinkOptions {
  /** Pairs of records a person said are two people. */
  readonly never?: readonly (readonly [number, number])[]
  readonly thresholds?: Thresholds
}

/** Bits a pair needs to be looked at; bits two clusters need on the mean, and at the least of any pair. */
export interface Thresholds {
  readonly pair: number
  readonly mean: number
  readonly least: number
}

/** Fixed on half of the clusters of one public set (`npm run eval -- names`). */
export const THRESHOLDS: Thresholds = { pair: -2, mean: -2, least: -20 }

/** Pairs compared for each record, on the mean, at most. */
const PAIRS_A_RECORD = 50

const RANDOM_PAIRS = 60_000

/** Pairs weaker than this are left out of the answer. */
const SHOWN = -3

/**
 * Which records may be of one person? `rows[r][c]` is what record r says in column c. Weights are learned from the
 * records themselves; no labels are needed.
 */
export function link(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: LinkOptions = {},
): Linkage {
  const { never = [], thresholds = THRESHOLDS } = options
  const size = rows.length
  const fields = telling(
    columns.map((column, at) =>
      fieldOf(
        column,
        rows.map((row) => row[at] ?? ""),
      ),
    ),
    size,
  )
  const random = new Map<number, number>()
  let state = 1
  const any = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * size)
  }
  for (let drawn = 0; drawn < RANDOM_PAIRS && size > 1; drawn++) {
    const [a, b] = [any(), any()]
    if (a !== b) count(random, patternOf(fields, a, b))
  }
  const patterns = new Map<number, number>()
  let [as, bs] = [new Int32Array(1 << 16), new Int32Array(1 << 16)]
  let found = 0
  for (const [a, b] of candidatePairs(fields, size, size * PAIRS_A_RECORD)) {
    if (found === as.length) [as, bs] = [doubled(as), doubled(bs)]
    as[found] = a
    bs[found++] = b
    count(patterns, patternOf(fields, a, b))
  }
  const weights = learn(fields, patterns, random, size)
  const bits = (a: number, b: number): number => {
    let sum = weights.prior
    for (const [at, field] of fields.entries()) sum += bitsOf(field, at, weights, a, b) ?? 0
    return sum
  }
  const likely: Scored[] = []
  for (let at = 0; at < found; at++) {
    const [a, b] = [as[at]!, bs[at]!]
    const each = bits(a, b)
    if (each >= SHOWN) likely.push({ a, b, bits: each })
  }
  const strong = likely.filter((pair) => pair.bits >= thresholds.pair)
  const clusters = clustersOf(size, strong, bits, never, thresholds)
  const pairs = [
    ...likely.filter(({ a, b }) => clusters[a] !== clusters[b]).map((pair) => ({ ...pair, same: false })),
    ...within(clusters).map(([a, b]) => ({ a, b, bits: bits(a, b), same: true })),
  ].sort((x, y) => x.a - y.a || x.b - y.b)
  return {
    pairs,
    clusters,
    weights,
    fields,
    explain: (a, b) => [
      ...fields.flatMap((field, at) => {
        const adds = bitsOf(field, at, weights, a, b)
        return adds === null ? [] : [{ about: field.name, adds }]
      }),
      { about: "start", adds: weights.prior },
    ],
  }
}

/** Every pair of records of one cluster, the lower first. */
function within(clusters: Int32Array): [number, number][] {
  const members = new Map<number, number[]>()
  for (const [record, cluster] of clusters.entries()) {
    const those = members.get(cluster)
    if (those) those.push(record)
    else members.set(cluster, [record])
  }
  return [...members.values()].flatMap((those) =>
    those.flatMap((a, at) => those.slice(at + 1).map((b): [number, number] => [a, b])),
  )
}

const count = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1)

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/** The fields that say most. A column that repeats given and family name would count them twice. */
function telling(fields: readonly Field[], size: number): Field[] {
  const has = (kind: Column["kind"]) => fields.some((field) => field.kind === kind)
  const repeated = has("given") && has("family")
  return fields
    .filter(({ kind, values }) => values.length > 1 && !(repeated && kind === "name"))
    .map((field) => ({ field, known: field.of.reduce((sum, value) => sum + Number(value >= 0), 0) / size }))
    .filter(({ known }) => known > 0.01)
    .sort((a, b) => worth(b.field) * b.known - worth(a.field) * a.known)
    .slice(0, MOST_FIELDS)
    .map(({ field }) => field)
}

const worth = ({ values }: Field): number => Math.log2(values.length + 1)
