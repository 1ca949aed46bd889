import { type Comparison, compareNames } from "./compare.js"
import type { Found, NameIndex, SearchOptions } from "./search.js"

/** A known name that may be the one asked about, and why. */
export interface Suggestion extends Found {
  readonly comparison: Comparison
}

/**
 * Is this someone we know? The known names that may be this one, the likeliest first; empty when none may. For "is
 * this…?" beside a proposal and for "same as…": a person decides.
 */
export function suggest(known: NameIndex, name: string, options: SearchOptions = {}): Suggestion[] {
  return known
    .search(name, options)
    .map((found) => ({ ...found, comparison: compareNames(name, found.name) }))
    .filter(({ comparison, why }) => comparison.same || why.badge === "exact")
    .sort((a, b) => exactFirst(b) - exactFirst(a) || b.comparison.score - a.comparison.score)
}

const exactFirst = ({ why }: Found): number => Number(why.badge === "exact")
