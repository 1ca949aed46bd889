import { type Day, isDay } from "../../model/date.js"
import type { Span } from "../../model/passage.js"
import type { ReadDate } from "../../model/reading.js"
import { dateWords as en } from "./en/index.js"
import { dateWords as kk } from "./kk/index.js"
import type { DateWords } from "./named.js"
import { type Anchor, resolve } from "./resolve.js"
import { dateWords as ru } from "./ru/index.js"
import { dateWords as ug } from "./ug/index.js"
import { dateWords as zh } from "./zh/index.js"

/** The list: a language's grammar gives the words of every date, in order. */
export const DATES: Readonly<Record<string, (text: string, sentenceAt: (index: number) => Span) => DateWords[]>> = {
  en,
  kk,
  ru,
  ug,
  zh,
}

export interface FoundDate extends ReadDate {
  /** Where the whole expression begins: "since March", of which the date itself is only "March". */
  readonly phrase: number
}

/** The year a passage is telling of: one the text named, and that is over. */
interface Story {
  readonly year: number
  readonly at: number
  readonly block: number
}

/** How far back a date may lend its year to a bare month, in characters. */
const REACH = 600

/** Dates of a text, resolved against the day of publication. A language without a grammar has none. */
export function readDates(
  text: string,
  language: string,
  published: string | null,
  sentenceAt: (index: number) => Span & { block: number },
): FoundDate[] {
  const grammar = DATES[language]
  if (!grammar) return []
  const reference = referenceDay(published)
  const dates: FoundDate[] = []
  let previous: string | null = null
  let story = null as Story | null
  const all = language === "en" ? grammar(text, sentenceAt) : withEnglish(grammar(text, sentenceAt), text)
  const life = isLife(all, reference)
  for (const words of all) {
    const { block } = sentenceAt(words.start)
    if (story !== null && !life && (story.block !== block || words.start - story.at > REACH)) story = null
    const anchor: Anchor = { reference, previous, year: words.future ? null : (story?.year ?? null) }
    const open = words.open === undefined ? null : { edtf: words.open, value: null, relative: false }
    const resolved = resolve(words, anchor) ?? open
    if (resolved === null) continue
    const { edtf, value, relative } = resolved
    dates.push({
      start: words.start,
      end: words.end,
      edtf,
      value,
      relation: words.relation,
      reference: relative ? reference : null,
      phrase: words.phrase,
    })
    if (words.second) {
      const { start, end } = words.second
      const last = resolve({ ...words, named: words.second.named, relation: null }, anchor)
      if (last !== null)
        dates.push({
          start,
          end,
          edtf,
          value: last.value,
          relation: null,
          reference: relative ? reference : null,
          phrase: words.phrase,
        })
    }
    if (value === null) continue
    previous = value
    const year = Number(value.slice(0, 4))
    const past = reference === null || year < Number(reference.slice(0, 4))
    if (past && (!relative || year === story?.year)) story = { year, at: words.end, block }
    else story = null
  }
  return dates
}

const ENGLISH_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
const ENGLISH_DAY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<day>3[01]|[12]\\d|0?[1-9]) (?<month>${ENGLISH_MONTHS})|(?<name>${ENGLISH_MONTHS}) (?<number>3[01]|[12]\\d|0?[1-9]),?) (?<year>[12]\\d{3})(?![\\p{L}\\p{N}])`,
  "gu",
)

/** Programs write whole dates in English between the words of any language: an exported channel does. */
function withEnglish(own: readonly DateWords[], text: string): DateWords[] {
  const found: DateWords[] = []
  for (const { index: start, 0: words, groups } of text.matchAll(ENGLISH_DAY)) {
    const { day, number, month, name, year } = groups!
    const end = start + words.length
    const named = {
      kind: "calendar" as const,
      year: Number(year),
      month: ENGLISH_MONTHS.split("|").indexOf((month ?? name)!) + 1,
      day: Number(day ?? number),
    }
    if (!own.some((other) => other.start < end && start < other.end && other.end - other.start >= words.length))
      found.push({ start, end, named, relation: null, phrase: start, future: false })
  }
  if (found.length === 0) return [...own]
  const free = own.filter((one) => !found.some(({ start, end }) => one.start < end && start < one.end))
  return [...free, ...found].sort((a, b) => a.start - b.start)
}

/** A life or a history: nearly all years are long over and hardly anything happened "on Monday" or "yesterday". */
function isLife(all: readonly DateWords[], reference: Day | null): boolean {
  const now = reference === null ? 9999 : Number(reference.slice(0, 4))
  let years = 0
  let old = 0
  let recent = 0
  for (const { named } of all) {
    if (named.kind === "weekday" || (named.kind === "shift" && named.from === "reference" && named.count !== 0))
      recent++
    if (named.kind !== "calendar" || named.year === null) continue
    years++
    if (named.year < now - 1) old++
  }
  return years >= 6 && old / years > 0.8 && recent <= years / 10
}

/** The day to count from: `2019-07-29T10:00:00Z` and `2019-07-29 10:00` are that day, anything else is none. */
export function referenceDay(published: string | null): Day | null {
  const day = published?.trim().slice(0, 10) ?? ""
  return isDay(day) ? day : null
}
