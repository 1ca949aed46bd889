import { foldCase } from "../fold.js"
import { type NameIndex, nameIndex } from "../search.js"
import { suggest } from "../suggest.js"
import { GAZETTEER, type GazetteerPlace, heldOn, type PlaceKind, type PlaceName } from "./gazetteer.js"

export interface PlaceAsked {
  /** Of the text; a name of that language goes before the same letters in another. */
  readonly language?: string
  /** The day, month or year spoken of (ISO 8601): of two places of one name, that which had it then. */
  readonly on?: string
  /** ISO 3166-1 alpha-2, where the text has told it: of two places of one name, that in this country. */
  readonly country?: string
}

export interface PlaceFound {
  readonly place: GazetteerPlace
  /** The words that were resolved, as they were written. */
  readonly written: string
  /** The gazetteer's name they were taken for. */
  readonly name: PlaceName
  /** The same letters; inflected or misspelt; or the same sounds in another script. */
  readonly how: "exact" | "spelling" | "transliterated"
  /** On the day asked about the place had another name: "Astana" of 2020. */
  readonly outOfDate: boolean
}

/** One place, or several of which a person must choose; null: none that is known. */
export type PlaceAnswer = { readonly one: PlaceFound } | { readonly several: readonly PlaceFound[] } | null

interface Entry {
  readonly place: GazetteerPlace
  readonly name: PlaceName
}

const keyOf = (text: string): string => foldCase(text).replace(/[\s\-–'’ʼ.،ٴ]+/gu, "")

const BY_KEY = new Map<string, Entry[]>()
const ENTRIES: Entry[] = []
for (const place of GAZETTEER.values())
  for (const name of place.names) {
    const key = keyOf(name.text)
    const there = BY_KEY.get(key)
    if (there) there.push({ place, name })
    else BY_KEY.set(key, [{ place, name }])
    ENTRIES.push({ place, name })
  }

let sounds: NameIndex | null = null

/** Made when a spelling is first met that the gazetteer has not. */
function bySound(): NameIndex {
  if (sounds) return sounds
  sounds = nameIndex()
  for (const [at, { name }] of ENTRIES.entries())
    if (name.text.length > 3 || /\p{Script=Han}/u.test(name.text)) sounds.add(String(at), name.text)
  return sounds
}

/** Words that say what kind of place is named, around its name. */
const KINDS: readonly (readonly [RegExp, readonly PlaceKind[]])[] = [
  [
    /^(?:the )?(?:city|town) of |^(?:г\.|гор\.|город[аеу]?|городом)\s+| (?:city|town)$| (?:қаласы\p{L}*|қ\.)$| شەھىرى$| قالاسى$/iu,
    ["city", "town"],
  ],
  [
    /^(?:the )?(?:region|province|prefecture) of | (?:region|oblast|province|prefecture)$|\s+(?:область|области|областью|обл\.)$| облысы\p{L}*$| وبلىسى$|[省州]$/iu,
    ["region"],
  ],
  [
    /^(?:the )?(?:district|county) of | (?:district|county|raion)$|\s+(?:район\p{L}*|р-н)$| ауданы\p{L}*$| ناھىيىسى$| اۋدانى$|[县區区]$/iu,
    ["district"],
  ],
]

/** Regions and districts by their names without the word for their kind: "Karaganda" of "Karaganda Region". */
const BY_BARE = new Map<string, Entry[]>()
for (const entry of ENTRIES)
  for (const [rule, kinds] of KINDS) {
    const bare = keyOf(entry.name.text.replace(rule, ""))
    if (!kinds.includes(entry.place.kind) || bare === keyOf(entry.name.text)) continue
    BY_BARE.set(bare, [...(BY_BARE.get(bare) ?? []), entry])
  }

const INSTITUTION =
  /\b(?:court|prosecutor|police|ministry|department|akimat|prison|university|consulate|embassy|office)\b|суд[аеу]?(?=$|[\s№])|прокуратур|полици|министерств|департамент|акимат|колони|университет|консульств|(?:^|\s)сот|прокуратура|полиция|министрлігі|әкімд|университеті|مەھكىمە|سوت|法院|检察院|公安|政府|监狱|大学|领事馆/iu
/** Where an institution says it sits: "… of Nur-Sultan", "… города Астаны", "Алматы қаласының …". */
const SEATS: readonly RegExp[] = [
  /\b(?:of|in) (?:the city of )?(?<seat>\p{Lu}[\p{L}\p{M}'’-]+(?: (?:Region|Oblast|Province|County|District))?)$/u,
  /(?:^|\s)(?:г\.|гор\.|города|в)\s*(?<seat>\p{Lu}[\p{L}\p{M}-]+)$/u,
  /^(?<seat>\p{Lu}[\p{L}\p{M}-]+) қаласы(?:ның|нда|ндағы)?(?=\s)/u,
  /^(?<seat>\p{Script=Han}{2,6}?[市县省])(?=\p{Script=Han})/u,
]

/**
 * The place a name means. What was written is kept beside the name it was taken for. An institution is not the place in
 * its name: "Almaty District Court No. 2 of Nur-Sultan" is asked where it says it sits, and one that does not say is
 * nowhere.
 */
export function placeNamed(text: string, asked: PlaceAsked = {}): PlaceAnswer {
  const written = text
    .replace(/\s+/gu, " ")
    .replace(/^[\s,.;:«"“(]+|[\s,;:»"”)]+$/gu, "")
    .trim()
  if (written === "") return null
  if (INSTITUTION.test(written)) {
    const seat = SEATS.map((rule) => rule.exec(written)?.groups?.seat).find((found) => found !== undefined)
    return seat === undefined || seat === written ? null : placeNamed(seat, asked)
  }
  const whole = settle(exactly(written), asked)
  if (whole) return whole
  for (const [rule, kinds] of KINDS) {
    const bare = written.replace(rule, "").trim()
    if (bare === written || bare === "") continue
    const bareOnes = (BY_BARE.get(keyOf(bare)) ?? []).map((entry) => ({ ...entry, written, how: "exact" as const }))
    const found = [...exactly(bare), ...bareOnes].filter(({ place }) => kinds.includes(place.kind))
    const answer = settle(
      found.map((one) => ({ ...one, written })),
      asked,
    )
    if (answer) return answer
  }
  return settle(inflected(written), asked) ?? settle(slipped(written), asked) ?? settle(likeSounding(written), asked)
}

type Met = Entry & { readonly written: string; readonly how: PlaceFound["how"] }

const exactly = (written: string): Met[] =>
  (BY_KEY.get(keyOf(written.replace(/^the /iu, ""))) ?? []).map((entry) => ({ ...entry, written, how: "exact" }))

/** Case endings of Kazakh and Uyghur, on the name of a place: "Шыңжаңда", "ئۈرۈمچىدە". */
const ENDING =
  /(?:ндағы|ндегі|[дт]ағы|[дт]егі|[дтн]ың|[дтн]ің|[дтн]ан|[дтн]ен|н?да|н?де|та|те|ға|ге|қа|ке|[дтн]ы|[дтн]і|[دت]ىكى|نىڭ|دىڭ|تىڭ|[دت]ىن|[دتن]ان|[دتن]ەن|[دت]ا|[دت]ە|غا|گە|قا|كە|نى)$/u

/** Names with a case ending of Kazakh or Uyghur; what is left must be a name as it stands. */
function inflected(written: string): Met[] {
  const bare = written.replace(ENDING, "")
  const found = bare === written || keyOf(bare).length < 3 ? [] : exactly(bare)
  const turkic = found.filter(({ name }) => name.language.startsWith("kk") || name.language === "ug")
  return turkic.map((one) => ({ ...one, written, how: "spelling" }))
}

/** Shorter names have too many neighbours a letter away that are other places. */
const LONG_ENOUGH = 6

/** Names one letter away: one missing, one too many, one for another, or two changed round. The first letter holds. */
function slipped(written: string): Met[] {
  const key = keyOf(written)
  if (key.length < LONG_ENOUGH) return []
  const near = [...BY_KEY].filter(
    ([other]) => other.length >= LONG_ENOUGH && other[0] === key[0] && oneSlip(key, other),
  )
  return near.flatMap(([, entries]) => entries).map((entry) => ({ ...entry, written, how: "spelling" }))
}

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

/** Sure enough that a misspelling is that name and not a place nobody told us of: tuned on towns elsewhere. */
const SURE = { "same script": { score: 0.85, bits: 1.2 }, transliterated: { score: 0.93, bits: 1.8 } } as const

function likeSounding(written: string): Met[] {
  if (keyOf(written).length < 4 && !/\p{Script=Han}/u.test(written)) return []
  const found = suggest(bySound(), written, { top: 20 }).filter(({ score, comparison, why: { badge } }) => {
    const least = SURE[badge === "transliterated" ? badge : "same script"]
    return score >= least.score && comparison.score >= least.bits
  })
  const best = Math.max(0, ...found.map(({ comparison }) => comparison.score))
  const met = found.map(({ id, why, comparison }) => {
    const how: Met["how"] = why.badge === "transliterated" ? "transliterated" : "spelling"
    return { ...ENTRIES[Number(id)]!, written, how, bits: comparison.score }
  })
  const likest = met.filter(({ bits }) => bits >= best - 0.05)
  // A name in the script that was written says more to the reader than one that sounds a little nearer.
  return likest.map((one) => met.find(({ place, how }) => place === one.place && how === "spelling") ?? one)
}

/** Of all that fits, what fits the question best: in its country, by a name of its day, in its language. */
function settle(met: readonly Met[], { language, on, country }: PlaceAsked): PlaceAnswer {
  const tests: ((one: Met) => boolean)[] = [
    ({ place }) => country === undefined || place.country === country,
    ({ name }) => on === undefined || heldOn(name, on),
    ({ name }) => language === undefined || name.language.split("-")[0] === language,
    ({ name }) => !name.derived,
  ]
  const left = tests.reduce((some, test) => (some.some(test) ? some.filter(test) : some), [...met])
  const byPlace = new Map<string, PlaceFound>()
  for (const { place, name, written, how } of left)
    if (!byPlace.has(place.id))
      byPlace.set(place.id, { place, name, written, how, outOfDate: on !== undefined && !heldOn(name, on) })
  const found = [...byPlace.values()]
  const [first] = found
  if (first === undefined) return null
  return found.length === 1 ? { one: first } : { several: found }
}
