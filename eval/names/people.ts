import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import anyAscii from "any-ascii"
import { jaroWinkler } from "../../src/names/jarowinkler.js"
import { scriptOf } from "../../src/names/readings.js"

/** A public figure: labels by language. */
export interface Person {
  readonly q: string
  readonly n: Readonly<Record<string, string>>
}

export const SCRIPTS = ["Cyrl", "Arab", "Hani", "Latn"] as const

/** Numbers from a seed, 0 to 1: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}

export const clean = (label: string): string =>
  label
    .replace(/\(.*?\)|（.*?）/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()

/** Words in any order, without case or marks: two names with one fold are one name. */
export const fold = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("ı", "i")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replace(/[^a-z ]+/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "")
    .sort()
    .join(" ")

/** The people of a folder of shared data, or null when it is not there. */
export function peopleOf(root: string): Person[] | null {
  const file = join(root, "../shared/data/names/everypolitician-even-qid.jsonl")
  if (!existsSync(file)) return null
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Person)
}

/**
 * The half weights were fitted on. Rules of reading were written with misses of both halves in view: for search only
 * people with odd ids, who are not in this set, are unseen.
 */
export const fitted = ({ q }: Person): boolean => Number(q.slice(1)) % 4 === 0

/** The Latin name a person is kept under. */
export function latinOf({ n }: Person): string | null {
  const languages = ["en", "_", "tr", "fr", "de", "es", ...Object.keys(n)]
  const language = languages.find((one) => n[one] !== undefined && scriptOf(clean(n[one])) === "Latn")
  const name = language === undefined ? "" : clean(n[language]!)
  return name.length >= 4 && name.includes(" ") ? name : null
}

export interface Query {
  readonly text: string
  readonly script: (typeof SCRIPTS)[number]
  /** Index in the haystack of the name it asks for. */
  readonly wanted: number
}

const LATIN_LANGUAGE = /^(?:de|pl|cs|lv|lt|hu|fi|tr|az|uz|sq|et|sk|ro|es|fr)/

/**
 * A haystack of Latin names (public figures, synthetic persons, then first and last names of these put together anew)
 * and up to 1,000 queries: other labels of the same figures, 350 Cyrillic, 250 Arabic, 250 Han, 150 other Latin.
 */
export function haystackOf(root: string, people: readonly Person[], size: number, asked: (one: Person) => boolean) {
  const random = chance(7)
  const kept = people.flatMap((person) => {
    const latin = latinOf(person)
    return latin === null ? [] : [{ person, latin }]
  })
  const counts = new Map<string, number>()
  for (const { latin } of kept) counts.set(fold(latin), (counts.get(fold(latin)) ?? 0) + 1)
  const pools = new Map<string, { who: number; text: string }[]>(SCRIPTS.map((script) => [script, []]))
  for (const [who, { person, latin }] of kept.entries()) {
    if (!asked(person) || counts.get(fold(latin))! > 1) continue
    const seen = new Set<string>()
    for (const [language, label] of Object.entries(person.n)) {
      const text = clean(label)
      const script = scriptOf(text)
      const key = script === "Latn" ? fold(text) : text
      if (language === "ja" || script === "Zyyy" || seen.has(key)) continue
      seen.add(key)
      if (script === "Latn" && (key === fold(latin) || !LATIN_LANGUAGE.test(language))) continue
      pools.get(script)!.push({ who, text })
    }
  }
  const chosen = [350, 250, 250, 150].flatMap((count, at) => {
    const script = SCRIPTS[at]!
    return shuffled(pools.get(script)!, random)
      .slice(0, count)
      .map((query) => ({ ...query, script }))
  })
  const first = [...new Set(chosen.map(({ who }) => who))]
  const met = new Set(first)
  const order = [...first, ...kept.map((_, who) => who).filter((who) => !met.has(who))]
  const names = order.map((who) => kept[who]!.latin)
  const place = new Map(order.map((who, at) => [who, at]))
  const keys = new Set(names.map(fold))
  for (const row of readFileSync(join(root, "../shared/data/names/yente-negatives.csv"), "utf8").split("\n").slice(1)) {
    const name = row.split(",")[0]!
    if (scriptOf(name) !== "Latn" || !name.includes(" ") || keys.has(fold(name))) continue
    keys.add(fold(name))
    names.push(name)
  }
  const firsts = names.map((name) => name.split(" ")[0]!)
  const lasts = names.map((name) => name.split(" ").at(-1)!)
  const any = (words: readonly string[]) => words[Math.floor(random() * words.length)]!
  while (names.length < size) {
    const name = `${any(firsts)} ${any(lasts)}`
    if (keys.has(fold(name))) continue
    keys.add(fold(name))
    names.push(name)
  }
  const queries = chosen.map(({ who, text, script }): Query => ({ text, script, wanted: place.get(who)! }))
  return { names: names.slice(0, size), queries: queries.filter(({ wanted }) => wanted < size) }
}

export interface NamePair {
  readonly left: string
  readonly right: string
  readonly same: boolean
}

/**
 * Pairs of names half of which are one person's: two different labels of one id, or a label and the nearest of the
 * names of other ids by Jaro–Winkler after any-ascii. Seed 1.
 */
export function likeNamed(people: readonly Person[], count: number): NamePair[] {
  const random = chance(1)
  const labels = people.map(({ n }) =>
    [...new Set(Object.values(n).map(clean))].filter((one) => scriptOf(one) !== "Zyyy"),
  )
  const pool = labels.flatMap((own, who) =>
    shuffled(own, random)
      .slice(0, 2)
      .map((name) => ({ who, name, plain: anyAscii(name).toLowerCase() })),
  )
  const pairs: NamePair[] = []
  const folded = (name: string) => (scriptOf(name) === "Latn" ? fold(name) : name)
  for (const who of shuffled([...labels.keys()], random)) {
    if (pairs.length >= count) break
    const [left, ...others] = shuffled(labels[who]!, random)
    const other = others.find((name) => folded(name) !== folded(left!))
    if (left === undefined || other === undefined) continue
    if (pairs.length % 2 === 0) {
      pairs.push({ left, right: other, same: true })
      continue
    }
    const plain = anyAscii(left).toLowerCase()
    let best = { name: "", near: -1 }
    for (const one of pool) {
      if (one.who === who || Math.abs(one.plain.length - plain.length) > 8) continue
      const near = jaroWinkler(plain, one.plain)
      if (near > best.near && folded(one.name) !== folded(left)) best = { name: one.name, near }
    }
    pairs.push({ left, right: best.name, same: false })
  }
  return pairs
}
