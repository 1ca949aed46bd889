import { GAZETTEER } from "../../names/places/gazetteer.js"
import { AREAS, COUNTRIES, DOUBTFUL } from "./countries.js"

export interface KnownPlace {
  /** The usual name. */
  readonly name: string
  /** ISO 3166-1 alpha-2; null for a continent. */
  readonly country: string | null
  /** A whole country, not a part of one. */
  readonly isCountry: boolean
  /** Also the name of something else: needs a word before it that asks for a place. */
  readonly doubtful: boolean
}

const list = (cell: string | undefined) =>
  (cell ?? "")
    .split(",")
    .map((item) => item.replace(/\s+/g, " ").trim())
    .filter(Boolean)

/** Places a reader of our field's news knows by the name alone. */
const FAMILIAR =
  /^(?:xj(?:-(?:urumqi|kashgar|hotan|aksu|turpan|hami|karamay|ghulja|ili|tacheng|altay|korla|korgas|bortala|changji|shihezi|yarkand|lopnur|emin))?|kz-(?:astana|almaty|semey|oskemen|oral|taraz|qyzylorda|qaraghandy|pavlodar-city|zhanaozen))$/u

/** Every spelling, as written, to its place. */
export const PLACES: ReadonlyMap<string, KnownPlace> = places()

/** "Kazakh" → KZ, and whether the word stands for people as a noun ("Kazakhs"). */
export const DEMONYMS: ReadonlyMap<string, { country: string; people: boolean }> = demonyms()

/** The longest known name, in words. */
export const LONGEST_PLACE = Math.max(...[...PLACES.keys()].map((name) => name.split(/[\s]+/).length))

function rows(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.split("|"))
}

function places(): Map<string, KnownPlace> {
  const known = new Map<string, KnownPlace>()
  const put = (spellings: readonly string[], country: string | null, isCountry: boolean, doubtful = false) => {
    const [name] = spellings
    for (const spelling of spellings) {
      const plain = spelling.replace(/^the /, "")
      if (!known.has(plain))
        known.set(plain, {
          name: name!.replace(/^the /, ""),
          country,
          isCountry,
          doubtful: doubtful || DOUBTFUL.has(plain),
        })
    }
  }
  const named = (id: string) =>
    GAZETTEER.get(id)!
      .names.filter(({ language }) => language === "en")
      .map(({ text }) => text)
  const ours = [...GAZETTEER.values()].filter(({ id, kind }) => kind !== "country" && /^(?:kz|xj)/u.test(id))
  for (const { id, country } of ours) if (FAMILIAR.test(id)) put(named(id), country, false)
  for (const [country, names, , , parts] of rows(COUNTRIES)) {
    put(list(names), country!, true)
    for (const part of list(parts)) put([part], country!, false)
  }
  for (const area of list(AREAS)) put([area], null, false)
  // A small town or a district may be anyone's name: it needs a word before it that asks for a place.
  for (const { id, country } of ours) put(named(id), country, false, true)
  return known
}

function demonyms(): Map<string, { country: string; people: boolean }> {
  const known = new Map<string, { country: string; people: boolean }>()
  for (const [country, , adjectives, people] of rows(COUNTRIES)) {
    for (const word of list(adjectives)) if (!known.has(word)) known.set(word, { country: country!, people: false })
    for (const word of list(people)) if (!known.has(word)) known.set(word, { country: country!, people: true })
  }
  return known
}
