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

/** What a careful reader found on one page. `claimsAlso` and `eventsAlso` are right when found, not missed otherwise. */
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
}

/** One page against its gold: dates, events, claims with their speakers, people, their mentions, missing media. */
export function scored(data: string, gold: Gold, page: string, reading: Reading, bars: Bars = {}): Row[] {
  const at = locator(page, reading.text)
  const row = (
    measure: keyof Bars,
    { right, all, surplus }: { right: number; all: number; surplus: number },
    peer = "",
  ) =>
    rowOf(data, `${right} of ${all}, surplus ${surplus}`, measure, {
      ...counted(right, surplus, all - right),
      score: all === 0 ? (surplus === 0 ? 1 : 0) : right / all,
      bar: bars[measure] ?? null,
      peer,
    })
  const { dates, events, claims, missingMedia } = reading
  const found = {
    dates: gold.dates.filter((mark) =>
      dates.some((date) => overlap(at(mark), date) > 0 && sameDate(mark.value, date.value ?? date.edtf)),
    ).length,
    events: gold.events.filter((wanted) => events.some((event) => tells(wanted, event, at))).length,
    claims: gold.claims.filter((wanted) =>
      claims.some(
        (claim) =>
          half(at(wanted.content), hull([claim.content, ...claim.more])) &&
          speaks(gold, wanted, reading, claim.speaker, claim.speakerText),
      ),
    ).length,
  }
  const wantedClaims = [...gold.claims, ...(gold.claimsAlso ?? [])]
  const wantedEvents = [...gold.events, ...(gold.eventsAlso ?? [])]
  const people = peopleOf(gold, reading, at)
  return [
    row(
      "dates",
      {
        right: found.dates,
        all: gold.dates.length,
        surplus: dates.filter((date) => !gold.dates.some((mark) => overlap(at(mark), date) > 0)).length,
      },
      "chrono 5/7 on the seed page",
    ),
    row("events", {
      right: found.events,
      all: gold.events.length,
      surplus: events.filter(
        ({ passages }) =>
          !wantedEvents.some(({ evidence }) =>
            evidence.some((mark) => passages.some((span) => overlap(at(mark), span) > 0)),
          ),
      ).length,
    }),
    row("claims and speakers", {
      right: found.claims,
      all: gold.claims.length,
      surplus: claims.filter((claim) => !wantedClaims.some(({ content }) => overlap(at(content), claim.content) > 0))
        .length,
    }),
    row("persons", people.persons),
    row("mentions of persons", people.mentions),
    rowOf(data, people.wrong.join(", "), "no false person", { score: people.wrong.length === 0 ? 1 : 0, bar: 1 }),
    row("missing media", mediaOf(gold, missingMedia, at)),
  ]
}

export type Bars = Partial<
  Record<"dates" | "events" | "claims and speakers" | "persons" | "mentions of persons" | "missing media", number>
>

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

/** Every place where a page names someone by one of these forms, longest first; endings may follow. */
function mentionsIn(text: string, forms: readonly string[]): Span[] {
  const longest = [...forms].sort((a, b) => b.length - a.length).map(patternOf)
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{M}])(?:${longest.join("|")})`, "gu"))].map(
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
  const wrong = ours.filter(({ name }) => owner(name) === undefined).map(({ name }) => name)
  const ids = new Map(ours.map(({ id, name }) => [id, owner(name)?.id]))
  const persons = new Set(wanted.map(({ id }) => id))
  const marks =
    mentions?.filter(({ entity }) => persons.has(entity)) ??
    wanted.flatMap(({ id, name, aliases = [], forms = [name, ...aliases] }) =>
      mentionsIn(reading.text, forms).map((span) => ({ ...span, entity: id })),
    )
  const right = marks.filter((mark) =>
    reading.mentions.some((mention) => ids.get(mention.entity) === mark.entity && overlap(at(mark), mention) > 0),
  ).length
  return {
    persons: { right: known.size, all: wanted.length, surplus: wrong.length },
    mentions: { right, all: marks.length, surplus: 0 },
    wrong,
  }
}

/** "Orazov" is "Temir Orazov": one holds all the other's words. */
function sameName(a: string, b: string): boolean {
  const [short, long] = [a.split(/\s+/u), b.split(/\s+/u)].sort((x, y) => x.length - y.length)
  return short!.every((word) => long!.includes(word))
}

function mediaOf({ missingMedia }: Gold, found: Reading["missingMedia"], at: Locate) {
  const used = new Set<number>()
  for (const mark of missingMedia) {
    const hit = found.findIndex((media, index) => {
      if (used.has(index)) return false
      const sameLength = mark.duration && media.duration ? mark.duration === media.duration : null
      return sameLength === true || (sameLength === null && overlap(at(mark), media) > 0)
    })
    if (hit >= 0) used.add(hit)
  }
  return { right: used.size, all: missingMedia.length, surplus: found.length - used.size }
}
