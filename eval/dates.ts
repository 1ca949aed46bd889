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

/**
 * Out of our scope in Recognizers' English cases, which are requests to an assistant: clock times, a day and month as
 * bare digits (we never guess the order), days without a month, years of two digits or in words, holidays, seasons,
 * quarters, weekends and numbered weeks, durations ahead ("next 3 months", "within 10 days", "3 days after tomorrow"),
 * halves of a period ("early next week": we keep the period and the words), abbreviations of chat, "my day".
 */
const OUT =
  /\b\d{1,2}\s?[-/.]\s?\d{1,2}(?:\s?[-/.]\s?\d{1,4})?\b|'\d\d|\b(?:two thousand|nineteen|twenty|thousand|hundred)\b|\b(?:weekend|week \d|weekdays?|quarter|fortnight|noughties|my day|christmas|easter|thanksgiving|halloween|new year|saint|independence|mlk|labor day|memorial|holiday)\b|\b(?:within|rest of|next|past|previous|coming)\s+(?:\d+|few|couple|several|two|three|four|five|six|seven|eight|nine|ten)\b|\bfrom now\b|\bhence\b|\b(?:first|second|third|fourth|fifth|last)\s+(?:week|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|month|year)\b|\b(?:week|month|year) of\b|\d{1,2}(?::\d\d|\s?[ap]m)\b|\bwk\b|\bQ[1-4]\b|\dH[12]\b|\bH[12]\b|\b(?:rest|current|upcoming|coming|summer|spring|winter|autumn|fall|early|late|mid|end of|beginning of|start of|middle of|earlier|later|decades?|more than|less than|now|tmrw|business|the day|past day|few|future|week [0-9]+|commencing|starting|beginning|w\/c|after next|after the next|the week|my week|of the week|same|century|\d+ days? from|days? after|weeks? after|from (?:today|tomorrow|yesterday)|before yesterday|days? before|seventies|for \d)\b|\b[a-z]{3}\d|[a-z]\/\d|-[a-z]{3}-|\/[a-z]{3}\/|\byear \d{3}\b|\bthe \d{1,2}(?:st|nd|rd|th)?$|\bon \d|^\d{1,2}$|\bthe (?:second|thirty)\b|\d{4}[.\-/ ]+\d{1,2}\b|\b\d{1,2}[-/ ]+\d{4}\b\d{2}s\b|to date|\bytd\b/iu

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
        if (!OUT.test(text)) wrong += found.length
        continue
      }
      for (const { Text, Start, Length, Value } of Results) {
        if (OUT.test(Text) || Value === undefined) continue
        const date = found.find(({ start, end }) => start < Start + Length && end > Start)
        if (date !== undefined && agrees(date.edtf, Value, Text)) right++
        else {
          missed++
          if (date !== undefined) wrong++
        }
      }
    }
    return [
      rowOf("Recognizers-Text en", `${name}, in scope ${right + missed} of ${all}`, "values", {
        ...counted(right, wrong, missed),
        score: right / Math.max(1, right + missed),
        bar: name === "DateParser" ? 0.9 : null,
      }),
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
    return (
      (first === null || near(start.earliest, first)) &&
      (last === null || near(end.latest, last) || near(end.earliest, last))
    )
  })
}
