import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { boundsOf } from "../src/model/date.js"
import { readDates } from "../src/read/dates/index.js"
import { counted, type Result, rowOf } from "./row.js"

export interface Case {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime?: string }
  readonly Results: readonly {
    readonly Text: string
    readonly Type: string
    readonly Start: number
    readonly Length: number
    readonly Value?: Resolution
  }[]
}

export interface Resolution {
  readonly PastResolution?: Readonly<Record<string, string>>
  readonly FutureResolution?: Readonly<Record<string, string>>
}

/** Out of our scope in the English cases, which are requests to an assistant; and why. */
const OUT: Readonly<Record<string, RegExp>> = {
  "day and month as bare digits, without a year or with one of two figures: the order is never guessed":
    /^\d{1,2}\s?[-/.]\s?\d{1,2}(?:[-/.,]\s?\d{1,4})?$|^\d{1,2}\/\d{1,2},|\b\d{1,2}\/\d{1,2}\b(?!\/)/u,
  "glued or mistyped, abbreviations of chat": /[a-z]\/?\d|\d(?:years?|H[12])\b|\btmrw\b|\bw\/c\b|\bwk\b|\.\d+th/iu,
  "whose day it is, or no day at all": /\bmy\b|^the (?:day|week|month|year)$|^(?:the )?(?:last|past) day$|^same /iu,
  "weekends, seasons, holidays, business days":
    /weekend|\b(?:summer|winter|spring|autumn|fall)\b|christmas|easter|thanksgiving|new year|business/iu,
  "a length of time ahead":
    /\bwithin\b|\bnext (?:\d|few|couple|several|two|three)|\bfor \d|\bhence\b|in the future|^in (?:\d|four)|\b(?:days?|weeks?) start|later$/iu,
  "a vague count": /\bfew\b|\bcouple\b|\bseveral\b/iu,
  "a part of a period: the period and its words are kept":
    /^(?:the )?(?:early|late|mid|beginning|start|middle|end)\b|\brest\b|\b(?:more|less) than\b|^(?:earlier|later) (?:this|in)/iu,
  "numbered weeks, a bare number for a day, an ordinal of no month":
    /\bweek \d|^\d{1,2}$|^the (?:\d{1,2}|thirty|second)$|^(?:first|second|third|fifth) \p{L}+$|week of the \d/iu,
  "decades in words, decades ahead, years before 1000":
    /noughties|seventies|tens$|thousands|decades?$|\byear (?:\d{3}|two)\b/iu,
  "part of a week or a month named apart":
    /\bweek (?:between|from)|^(?:between|from)? ?\d{1,2}(?: to | till |-| and )\d{1,2}(?: in| of)? (?:this|next) month|\b(?:between|from) \d+.* (?:this|next) month|\bmonth of\b|\p{L}+ between \d/iu,
}

const isOut = (words: string) => Object.values(OUT).some((kind) => kind.test(words))

/** Dates of Recognizers-Text: value equal to its past or future answer. */
export function dates(root: string): Result[] {
  const folder = join(root, "../shared/data/reading/recognizers-specs/Specs/DateTime/English")
  if (!existsSync(folder)) return [{ data: "Recognizers-Text", why: "../shared/data is not there" }]
  return ["DateParser", "DatePeriodParser"].map((name) => {
    const cases: Case[] = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8").replace(/^\uFEFF/, ""))
    let right = 0
    let missed = 0
    let wrong = 0
    let all = 0
    for (const { Input: text, Context, Results } of cases) {
      const reference = Context?.ReferenceDateTime?.slice(0, 10)
      if (!reference) continue
      all += Math.max(1, Results.length)
      const found = readDates(text, "en", reference, () => ({ start: 0, end: text.length, block: 0 }))
      if (Results.length === 0) {
        if (!isOut(text)) wrong += found.length
        continue
      }
      for (const { Text, Start, Length, Value } of Results) {
        if (isOut(Text) || Value === undefined) continue
        // "February 30": neither has a value for it.
        const none = Value.PastResolution?.date === "0001-01-01"
        const date = found.find(({ start, end }) => start < Start + Length && end > Start)
        if (none ? date === undefined : date !== undefined && agrees(date.edtf, Value, Text)) right++
        else {
          missed++
          if (date !== undefined) wrong++
          if (process.env.DALEL_EVAL_VERBOSE) console.log(name, Text, reference, JSON.stringify(Value), date?.edtf)
        }
      }
    }
    return [
      rowOf("Recognizers-Text en", `${name}, in scope ${right + missed} of ${all}`, "values", {
        ...counted(right, wrong, missed),
        score: right / Math.max(1, right + missed),
        bar: 0.9,
      }),
      rowOf("Recognizers-Text en", name, "share in scope", { score: (right + missed) / Math.max(1, all), bar: 0.6 }),
    ]
  })
}

/** Ends of their ranges are exclusive; a bare month or year is the range of its days. */
export function agrees(edtf: string, { PastResolution, FutureResolution }: Resolution, words: string): boolean {
  const { start, end } = boundsOf(edtf)
  return [PastResolution, FutureResolution].some((answer) => {
    if (answer === undefined) return false
    // "Two years ago" is a year to us, a day to them.
    if (answer.date !== undefined)
      return (
        start.earliest! <= answer.date &&
        answer.date <= start.latest! &&
        (start.earliest === start.latest || /\b(?:years?|months?)\b|[年月]/iu.test(words))
      )
    const first = answer.startDate ?? null
    const last = answer.endDate ?? null
    const near = (a: string | null, b: string | null) =>
      a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) <= 86_400_000
    // "Between May and June": theirs end with the first day of June, ours with its last.
    const final = boundsOf(
      edtf
        .replace(/^\[|\]$/gu, "")
        .split(/\.\.|\//u)
        .at(-1) || edtf,
    ).start
    return (
      (first === null || near(start.earliest, first)) &&
      (last === null || near(end.latest, last) || near(end.earliest, last) || near(final.earliest, last))
    )
  })
}
