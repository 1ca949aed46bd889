import { type Comparison, compareNames } from "./compare.js"
import { placeNamed } from "./places/resolve.js"
import { scriptOf } from "./readings.js"
import { nameIndex } from "./search.js"

/** Somebody of a list, as far as lists can be compared. */
export interface Listed {
  readonly key: string
  /** At least one; what they go by first. */
  readonly names: readonly string[]
  /** EDTF: "1987", "1987-03", "1987-03-05". */
  readonly born: readonly string[]
  readonly places: readonly string[]
}

export interface Difference {
  readonly about: "birth date" | "place"
  readonly left: string
  readonly right: string
}

/** Two entries that may be of one person. */
export interface Pairing {
  readonly left: Listed
  readonly right: Listed
  /** The names that were put together. */
  readonly names: readonly [left: string, right: string]
  /** Bits: the names', and what birth date and place add or take. */
  readonly score: number
  readonly why: Comparison["parts"]
  readonly agrees: readonly Difference["about"][]
  readonly differs: readonly Difference[]
}

export interface Overlap {
  readonly both: readonly Pairing[]
  readonly onlyLeft: readonly Listed[]
  readonly onlyRight: readonly Listed[]
}

/** What a birth date or a place is worth beside a name; a difference never parts two equal names, it is shown. */
const BITS = { "birth date": { agrees: 4, differs: -3 }, place: { agrees: 1.5, differs: -0.5 } } as const

const CANDIDATES = 10

/**
 * Who is in both lists, each person once: the likeliest pairs first, none of them twice. A suggestion; that two entries
 * are one person, a person decides.
 */
export function overlap(left: readonly Listed[], right: readonly Listed[], step: () => void = () => {}): Overlap {
  const taken = new Set<Listed>()
  const both = meetings(left, right, step).filter(({ left: a, right: b }) => {
    if (taken.has(a) || taken.has(b)) return false
    taken.add(a).add(b)
    return true
  })
  const rest = (list: readonly Listed[]) => list.filter((one) => !taken.has(one))
  return { both, onlyLeft: rest(left), onlyRight: rest(right) }
}

/**
 * Pairs within one list that may be of one person, each pair once, the likeliest first. A person may be in several;
 * nothing follows from a chain of them.
 */
export function twins(list: readonly Listed[], step: () => void = () => {}): readonly Pairing[] {
  const seen = new Set<string>()
  return meetings(list, list, step).filter(({ left, right }) => {
    const pair = [left.key, right.key].sort().join(" ")
    if (left === right || seen.has(pair)) return false
    seen.add(pair)
    return true
  })
}

/** What two entries have in common, by the names that are nearest. */
export function compareListed(left: Listed, right: Listed): Pairing {
  const all = left.names.flatMap((name) =>
    right.names.map((other) => pairing(left, right, [name, other], compareNames(name, other))),
  )
  return all.reduce((best, one) => (one.score > best.score ? one : best))
}

/** What a pairing's score is made of, in bits; in this order they sum to it. What either does not say adds nothing. */
export function reasonsOf({ why, agrees, differs }: Pairing): readonly { about: string; adds: number }[] {
  const said = (["birth date", "place"] as const).flatMap((about) => {
    if (agrees.includes(about)) return [{ about, adds: BITS[about].agrees as number }]
    return differs.some((one) => one.about === about) ? [{ about, adds: BITS[about].differs as number }] : []
  })
  const words = why.map(({ kind, left, right, adds }) => ({
    about: kind === "start" ? kind : `${kind}: ${[left, right].filter(Boolean).join(" ~ ")}`,
    adds,
  }))
  return [...words, ...said]
}

function meetings(left: readonly Listed[], right: readonly Listed[], step: () => void): Pairing[] {
  const index = nameIndex()
  const owners = new Map<string, Listed[]>()
  for (const one of right)
    for (const name of one.names) {
      if (!owners.has(name)) index.add(name, name)
      owners.set(name, [...(owners.get(name) ?? []), one])
    }
  const open: Pairing[] = []
  for (const one of left) {
    step()
    const best = new Map<Listed, Pairing>()
    for (const name of one.names)
      for (const { name: met } of index.search(name, { top: CANDIDATES })) {
        const comparison = compareNames(name, met)
        if (!comparison.same || !wholeEnough(name, met, comparison)) continue
        for (const other of owners.get(met)!) {
          const pair = pairing(one, other, [name, met], comparison)
          if (pair.score > (best.get(other)?.score ?? Number.NEGATIVE_INFINITY)) best.set(other, pair)
        }
      }
    open.push(...best.values())
  }
  return open.sort((a, b) => b.score - a.score || (a.left.key + a.right.key < b.left.key + b.right.key ? -1 : 1))
}

/** A lone given name meets everyone who has it: two words are wanted, or two names of one word. */
function wholeEnough(left: string, right: string, { parts }: Comparison): boolean {
  if (scriptOf(left) === "Hani" || scriptOf(right) === "Hani") return true
  const words = (name: string) => name.trim().split(/\s+/u).length
  return parts.filter(({ kind }) => kind === "words").length > 1 || (words(left) === 1 && words(right) === 1)
}

function pairing(left: Listed, right: Listed, names: [string, string], comparison: Comparison): Pairing {
  const agrees: Difference["about"][] = []
  const differs: Difference[] = []
  const weigh = (about: Difference["about"], a: readonly string[], b: readonly string[], same: typeof datesAgree) => {
    if (a.length === 0 || b.length === 0) return 0
    const fits = a.some((one) => b.some((other) => same(one, other)))
    if (fits) agrees.push(about)
    else differs.push({ about, left: a.join("; "), right: b.join("; ") })
    return BITS[about][fits ? "agrees" : "differs"]
  }
  const score =
    comparison.score +
    weigh("birth date", left.born, right.born, datesAgree) +
    weigh("place", left.places, right.places, placesAgree)
  return { left, right, names, score, why: comparison.parts, agrees, differs }
}

/** "1987" and "1987-03-05" agree: one says less. */
const datesAgree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a)

/** One place by any of its names, or one within the other: a city and its region do not differ. */
function placesAgree(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true
  const known = (text: string) => {
    const answer = placeNamed(text)
    return answer === null ? [] : "one" in answer ? [answer.one.place] : answer.several.map(({ place }) => place)
  }
  const [ours, theirs] = [known(a), known(b)]
  return ours.some((one) => theirs.some((two) => one === two || one.within.includes(two) || two.within.includes(one)))
}
