import type { Span } from "../src/model/passage.js"
import type { ReadEvent, Reading } from "../src/model/reading.js"
import { counted, type Row, rowOf } from "./row.js"

/**
 * A stretch of the page a careful reader marked: by its place (then `text` repeats its words), or by its words alone,
 * white space counting as one space, the `nth` time they occur (from 1).
 */
export type Marked =
  | (Span & { readonly text?: string })
  | { readonly text: string; readonly nth?: number; readonly start?: undefined; readonly end?: undefined }

interface GoldEvent {
  readonly type: string
  readonly date?: string | null
  readonly evidence: readonly Marked[]
}

interface GoldClaim {
  readonly speaker: string | null
  readonly speakerText?: string
  readonly content: Marked
}

/** What a careful reader found on one page. `datesAlso`, `eventsAlso`, `claimsAlso`: right when found, not missed otherwise. */
export interface Gold {
  readonly referenceDate: string | null
  readonly entities: readonly {
    readonly id: string
    readonly kind: string
    readonly name: string
    readonly aliases?: readonly string[]
    /** How the page names it, when its mentions are not marked one by one; `name` and `aliases` unless told. */
    readonly forms?: readonly string[]
  }[]
  readonly mentions?: readonly (Marked & { readonly entity: string })[]
  readonly dates: readonly (Marked & { readonly value: string })[]
  readonly datesAlso?: readonly Marked[]
  readonly events: readonly GoldEvent[]
  readonly eventsAlso?: readonly GoldEvent[]
  readonly claims: readonly GoldClaim[]
  readonly claimsAlso?: readonly GoldClaim[]
  readonly missingMedia: readonly (Marked & { readonly duration?: string | null })[]
}

/** The names of ours that count as one of theirs: two readers cut a sitting, a charge and a measure differently. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  hearing: ["hearing", "trial"],
  trial_start: ["trial", "hearing"],
  charge: ["charge", "accusation", "trial"],
  ruling: ["ruling", "change_of_venue", "measure", "detention"],
  detention: ["measure", "detention", "arrest"],
  accusation: ["accusation", "charge"],
  conviction: ["conviction", "sentence"],
  fine: ["fine", "sentence"],
  report: ["report", "statement"],
  abduction: ["kidnapping"],
}

/** What was found of one kind, in the words of the page: `surplus` is what the gold knows nothing of. */
export interface Tally {
  readonly right: number
  readonly missed: readonly string[]
  readonly surplus: readonly string[]
}

export const KINDS = [
  "dates",
  "events",
  "claims and speakers",
  "persons",
  "mentions of persons",
  "missing media",
] as const
export type Kind = (typeof KINDS)[number]

/** One page against its gold: dates, events, claims with their speakers, people, their mentions, missing media. */
export function tallies(gold: Gold, page: string, reading: Reading): Record<Kind, Tally> {
  const at = locator(page, reading.text)
  const { dates, events, claims, missingMedia } = reading
  const words = ({ start, end }: Span) => reading.text.slice(start, end)
  const tally = <Wanted, Found>(
    wanted: readonly Wanted[],
    isFound: (one: Wanted) => boolean,
    tell: (one: Wanted) => string,
    found: readonly Found[],
    isKnown: (one: Found) => boolean,
    show: (one: Found) => string,
  ): Tally => {
    const missed = wanted.filter((one) => !isFound(one))
    return {
      right: wanted.length - missed.length,
      missed: missed.map(tell),
      surplus: found.filter((one) => !isKnown(one)).map(show),
    }
  }
  const wantedDates = [...gold.dates, ...(gold.datesAlso ?? [])]
  const wantedEvents = [...gold.events, ...(gold.eventsAlso ?? [])]
  const wantedClaims = [...gold.claims, ...(gold.claimsAlso ?? [])]
  const isNamed = (wanted: GoldClaim) =>
    claims.some(
      (claim) =>
        half(at(wanted.content), hull([claim.content, ...claim.more])) &&
        speaks(gold, wanted, reading, claim.speaker, claim.speakerText),
    )
  return {
    dates: tally(
      gold.dates,
      (mark) => dates.some((date) => overlap(at(mark), date) > 0 && sameDate(mark.value, date.value ?? date.edtf)),
      (mark) => `${words(at(mark))} = ${mark.value}`,
      dates,
      (date) => wantedDates.some((mark) => overlap(at(mark), date) > 0),
      (date) => `${words(date)} = ${date.edtf}`,
    ),
    events: tally(
      gold.events,
      (wanted) => events.some((event) => tells(wanted, event, at)),
      ({ type, date, evidence }) => `${type} ${date ?? "–"}: ${words(at(evidence[0]!))}`,
      events,
      ({ passages }) =>
        wantedEvents.some(({ evidence }) =>
          evidence.some((mark) => passages.some((span) => overlap(at(mark), span) > 0)),
        ),
      ({ type, date, passages }) => `${type} ${date ?? "–"}: ${words(passages[0])}`,
    ),
    "claims and speakers": tally(
      gold.claims,
      isNamed,
      ({ speaker, speakerText, content }) => `${speaker ?? speakerText ?? "–"}: ${words(at(content))}`,
      claims,
      (claim) => wantedClaims.some(({ content }) => overlap(at(content), claim.content) > 0),
      ({ speaker, speakerText, content }) => `${speaker ?? speakerText ?? "–"}: ${words(content)}`,
    ),
    ...peopleOf(gold, reading, at),
    "missing media": mediaOf(gold, missingMedia, at, words),
  }
}

/** The tallies as rows of the table. */
export function scored(data: string, gold: Gold, page: string, reading: Reading, bars: Bars = {}): Row[] {
  const found = tallies(gold, page, reading)
  const row = (measure: Kind) => rowOfTally(data, "", measure, found[measure], bars[measure] ?? null)
  const wrong = found.persons.surplus
  return [
    { ...row("dates"), peer: "chrono 5/7 on the seed page" },
    row("events"),
    row("claims and speakers"),
    row("persons"),
    row("mentions of persons"),
    rowOf(data, wrong.join(", "), "no false person", { score: wrong.length === 0 ? 1 : 0, bar: 1 }),
    row("missing media"),
  ]
}

/** Precision beside recall; the score against the bar is the share found. */
function rowOfTally(data: string, split: string, measure: Kind, { right, missed, surplus }: Tally, bar: number | null) {
  const all = right + missed.length
  return rowOf(data, `${split}${right} of ${all}, surplus ${surplus.length}`, measure, {
    ...counted(right, surplus.length, missed.length),
    score: all === 0 ? (surplus.length === 0 ? 1 : 0) : right / all,
    bar,
  })
}

export type Bars = Partial<Record<Kind, number>>

type Locate = (mark: Marked) => Span

/** Where a marked stretch lies in the text that was read: its words, as many times on as in the page it was marked in. */
function locator(page: string, text: string): Locate {
  return (mark) => {
    if (mark.start === undefined) return occurrence(text, mark.text, (mark.nth ?? 1) - 1)
    const { start, end, text: words = page.slice(start, end) } = mark
    if (page === text || text.slice(start, end) === words) return { start, end }
    let nth = 0
    for (let found = page.indexOf(words); found >= 0 && found < start; found = page.indexOf(words, found + 1)) nth++
    return occurrence(text, words, nth)
  }
}

/** The nth place (from 0) where the words stand, however the lines are broken; a place that overlaps nothing if none. */
function occurrence(text: string, words: string, nth: number): Span {
  const found = [...text.matchAll(new RegExp(patternOf(words), "gu"))][nth]
  return found === undefined ? { start: -2, end: -1 } : { start: found.index, end: found.index + found[0].length }
}

const patternOf = (words: string) =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"))
    .join("\\s+")

/** Every place where a page names someone by one of these forms, longest first; endings may follow, and Han may run on. */
function mentionsIn(text: string, forms: readonly string[]): Span[] {
  const longest = [...forms].sort((a, b) => b.length - a.length).map(patternOf)
  return [...text.matchAll(new RegExp(`(?<!(?!\\p{Script=Han})[\\p{L}\\p{M}])(?:${longest.join("|")})`, "gu"))].map(
    ({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
    }),
  )
}

const overlap = (a: Span, b: Span) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})

const half = (a: Span, b: Span) => overlap(a, b) >= 0.5 * Math.max(a.end - a.start, b.end - b.start)

const sameDate = (wanted: string, date: string | null) =>
  date !== null && (date.startsWith(wanted) || date.split("/")[0] === wanted)

function tells({ type, date, evidence }: GoldEvent, event: ReadEvent, at: Locate): boolean {
  return (
    (SAME[type] ?? [type]).includes(event.type) &&
    (date == null || sameDate(date, event.date)) &&
    evidence.some((mark) => event.passages.some((span) => overlap(at(mark), span) > 0))
  )
}

/** The speaker goes by a word of the gold's name or alias that is no common one. */
function speaks(
  { entities }: Gold,
  { speaker, speakerText }: GoldClaim,
  reading: Reading,
  id: string | null,
  words: string | null,
): boolean {
  if (speaker === null) return id === null
  const entity = reading.entities.find((one) => one.id === id)
  const ours = `${entity?.name ?? ""}|${entity?.aliases.join("|") ?? ""}|${words ?? ""}`.toLowerCase()
  const named = entities.find((one) => one.id === speaker)
  const theirs = named === undefined ? [speaker, speakerText ?? speaker] : [named.name, ...(named.aliases ?? [])]
  return theirs.some((name) => {
    const parts = name.toLowerCase().match(/[\p{L}-]{2,}/gu) ?? []
    const own = parts.filter((part) => !/^(?:the|and|of|for|government)$/u.test(part))
    return named?.kind === "PER" ? ours.includes(own.at(-1) ?? name) : own.some((part) => ours.includes(part))
  })
}

function peopleOf({ entities, mentions }: Gold, reading: Reading, at: Locate) {
  const wanted = entities.filter(({ kind }) => kind === "PER")
  const ours = reading.entities.filter(({ kind }) => kind === "Person")
  const owner = (name: string) =>
    wanted.find((person) => [person.name, ...(person.aliases ?? [])].some((one) => sameName(one, name)))
  const known = new Set(ours.map(({ name }) => owner(name)?.id).filter((id) => id !== undefined))
  const ids = new Map(ours.map(({ id, name }) => [id, owner(name)?.id]))
  const persons = new Set(wanted.map(({ id }) => id))
  const marks = (
    mentions?.filter(({ entity }) => persons.has(entity)) ??
    wanted.flatMap(({ id, name, aliases = [], forms = [name, ...aliases] }) =>
      mentionsIn(reading.text, forms).map((span) => ({ ...span, entity: id })),
    )
  ).map((mark) => ({ ...at(mark), entity: mark.entity }))
  const found = reading.mentions.filter(({ kind }) => kind === "Person")
  const words = ({ start, end }: Span) => reading.text.slice(start, end)
  const missed = marks.filter(
    (mark) => !found.some((mention) => ids.get(mention.entity) === mark.entity && overlap(mark, mention) > 0),
  )
  return {
    persons: {
      right: known.size,
      missed: wanted.filter(({ id }) => !known.has(id)).map(({ name }) => name),
      surplus: ours.filter(({ name }) => owner(name) === undefined).map(({ name }) => name),
    },
    "mentions of persons": {
      right: marks.length - missed.length,
      missed: missed.map(words),
      surplus: found.filter((mention) => !marks.some((mark) => overlap(mark, mention) > 0)).map(words),
    },
  }
}

/** "Orazov" is "Temir Orazov", and "Orazov T.K." "T. K. Orazov": one holds all the other's words. */
function sameName(a: string, b: string): boolean {
  const wordsOf = (name: string) => name.split(/[\s.]+/u).filter(Boolean)
  const [short, long] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length)
  return short!.every((word) => long!.includes(word))
}

function mediaOf(
  { missingMedia }: Gold,
  found: Reading["missingMedia"],
  at: Locate,
  words: (span: Span) => string,
): Tally {
  const used = new Set<number>()
  const missed = missingMedia.filter((mark) => {
    const hit = found.findIndex((media, index) => {
      if (used.has(index)) return false
      const sameLength = mark.duration && media.duration ? mark.duration === media.duration : null
      return sameLength === true || (sameLength === null && overlap(at(mark), media) > 0)
    })
    if (hit >= 0) used.add(hit)
    return hit < 0
  })
  return {
    right: used.size,
    missed: missed.map((mark) => `${words(at(mark))} ${mark.duration ?? ""}`),
    surplus: found.filter((_, index) => !used.has(index)).map((media) => `${words(media)} ${media.duration ?? ""}`),
  }
}
