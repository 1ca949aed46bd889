import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { boundsOf } from "../src/model/date.js"
import { readDates } from "../src/read/dates/index.js"
import { counted, type Result, rowOf } from "./row.js"

interface Wanted {
  readonly words: string
  readonly reference: string
  /** `2013-02-15`, `2013-02`, `2013`, or two days with `/` between. */
  readonly value: string
}

/**
 * Out of our scope in both sets, which are made for assistants: a clock time or part of a day where no day is named,
 * quarters, seasons without a year, holidays, weekends, day and month as bare digits without a year, signed durations
 * ("+15"), the end of a period, years of two figures after a month, abbreviations of chat ("мес").
 */
const OUT =
  /квартал|^(?:лет[оа]|весна|зима|осень)$|рождество|новый год|выходные|^\d{1,2}\.\d{1,2}\.?$|\d{1,2}\.?\s?[-/]\s?\d{1,2}\.\d\d?\.?$|\d\.\d\d\.(?:\s|$)|\.\d\d\. в|\d\.?\s?[-/]\s?\d{1,2}\.\d{2}\.\d{2}$|^в течение|^до конца|^[+-]|\p{L}{3} \d\d$|^\d\d авг|\sмес$|\d дня? \d|недел[юи] \d|год \d/iu
const CLOCK =
  /\d\s?ч(?:\s|$|[-/\d])|час|минут|мин(?:\s|$)|секунд|\d:\d\d|утр|вечер|ноч|полдень|полноч|обед|дн[её]м|пополудни|GMT|CET|сейчас|^в (?:\d{1,2}|три|девять)$/iu
const DAY =
  /сегодня|завтра|вчера|понедельник|вторник|сред[уа]|четверг|пятниц|суббот|воскрес|(?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)|\d\.\d\d\.\d|дней|недел/iu

const outOfScope = (words: string) => OUT.test(words) || (CLOCK.test(words) && !DAY.test(words))

/** Russian cases of Duckling's corpus and of chrono's tests: the value of the one answer. */
export function datesRu(root: string): Result[] {
  const folder = join(root, "../shared/data/reading")
  if (!existsSync(folder)) return [{ data: "Duckling, chrono ru", why: "../shared/data is not there" }]
  const sets: [name: string, cases: Wanted[]][] = [
    ["Duckling ru", duckling(readFileSync(join(folder, "duckling-time/Duckling/Time/RU/Corpus.hs"), "utf8"))],
    ["chrono ru", chrono(join(folder, "chrono-tests/test/ru"))],
  ]
  return sets.map(([name, cases]) => {
    const inScope = cases.filter(({ words }) => !outOfScope(words))
    let right = 0
    let wrong = 0
    let missed = 0
    for (const { words, reference, value } of inScope) {
      const found = readDates(words, "ru", reference, () => ({ start: 0, end: words.length, block: 0 }))
      if (found.some(({ edtf }) => agrees(edtf, value))) right++
      else {
        missed++
        if (found.length > 0) wrong++
        if (process.env.DALEL_EVAL_VERBOSE) console.log(words, value, found.map(({ edtf }) => edtf).join(" "))
      }
    }
    const split = `cases, in scope ${inScope.length} of ${cases.length}`
    const share = inScope.length / Math.max(1, cases.length)
    return [
      rowOf(name, split, "values", {
        ...counted(right, wrong, missed),
        score: right / Math.max(1, right + missed),
        bar: 0.9,
      }),
      rowOf(name, split, "share in scope", { score: share, bar: 0.6 }),
    ]
  })
}

/**
 * Both look ahead where we look back: "Monday" is the coming one to them. The same weekday a week before, or the same
 * day a year before, is the same answer read the other way.
 */
function agrees(edtf: string, value: string): boolean {
  const { start, end } = boundsOf(edtf)
  const [from, to = from] = value.split("/") as [string, string?]
  const wanted = { from: boundsOf(from).start.earliest!, to: boundsOf(to).end.latest! }
  const days = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
  const whole = (a: string, b: string) => a === b || a.slice(5) === b.slice(5) || days(a, b) === 7
  // "Three years ago" is a year to us, a month or a day to them.
  if (start.earliest === null || end.latest === null) return false
  if (start.earliest <= wanted.from && wanted.to <= end.latest) return days(start.earliest, end.latest) < 367
  // chrono gives the far end of "the next 2 weeks", where we give the stretch.
  if (edtf.includes("/") && (from === end.latest || from === start.earliest)) return true
  // "The last two months" ends with the day of publication, not with the month before.
  if (days(start.earliest, wanted.from) <= 1 && days(end.latest, wanted.to) <= 31) return true
  return whole(start.earliest, wanted.from) && (whole(end.latest, wanted.to) || days(end.latest, wanted.to) <= 1)
}

const two = (number: string | number) => String(number).padStart(2, "0")

function duckling(source: string): Wanted[] {
  const cases: Wanted[] = []
  const body = source.slice(source.indexOf("allExamples = concat"))
  for (const [, head = "", list = ""] of body.matchAll(/examples \(([\s\S]*?)\)\s*\[([\s\S]*?)\n\s*\]/gu)) {
    const dates = [...head.matchAll(/\((\d+), (\d+), (\d+), \d+, \d+, \d+\)?/gu)].map(
      ([, year, month, day]) => [year!, month!, day!] as const,
    )
    const grain = /(?:Day|Week|Month|Year|Hour|Minute|Second|Quarter)/u.exec(head.replace(/datetime\w*/u, ""))?.[0]
    const fine = ([year, month, day]: readonly [string, string, string]) =>
      day === "0" || grain === "Month"
        ? month === "0" || grain === "Year"
          ? year
          : `${year}-${two(month)}`
        : grain === "Year"
          ? year
          : `${year}-${two(month)}-${two(day)}`
    // Their intervals end before the second date.
    const clock = grain === "Hour" || grain === "Minute" || grain === "Second"
    const last =
      dates[1] && !clock
        ? new Date(Date.UTC(+dates[1][0], +dates[1][1] - 1, Math.max(1, +dates[1][2])) - 86_400_000)
        : null
    const value =
      dates.length === 0 ? "" : last ? `${fine(dates[0]!)}/${last.toISOString().slice(0, 10)}` : fine(dates[0]!)
    const seven =
      grain === "Week" && !last ? new Date(Date.parse(value) + 6 * 86_400_000).toISOString().slice(0, 10) : null
    for (const [, words = ""] of list.matchAll(/"([^"]+)"/gu))
      cases.push({ words, reference: "2013-02-12", value: seven ? `${value}/${seven}` : value })
  }
  return cases.filter(({ value }) => value !== "")
}

function chrono(folder: string): Wanted[] {
  const cases: Wanted[] = []
  for (const file of readdirSync(folder)) {
    const source = readFileSync(join(folder, file), "utf8")
    for (const block of source.split(/testSingleCase\(/u).slice(1)) {
      const words = /"([^"]+)"/u.exec(block)?.[1]
      const reference = dateIn(/new Date\(([^)]*)\)/u.exec(block)?.[1]) ?? "2012-08-10"
      const start =
        dateIn(/(?:start|result)\)\.toBeDate\(new Date\(([^)]*)\)/u.exec(block)?.[1]) ??
        fields(block, "start", reference)
      const end = dateIn(/end\)?!?\)\.toBeDate\(new Date\(([^)]*)\)/u.exec(block)?.[1]) ?? fields(block, "end", null)
      if (words !== undefined && start !== null && !/\bhour|minute\b/iu.test(words))
        // A month without a day is given as its first.
        cases.push({
          words,
          reference,
          value:
            /-01$/u.test(start) && !/\d{1,2}(?!\d)|перв/u.test(words.replace(/\d{4}/u, ""))
              ? start.slice(0, 7)
              : end === null || end < start
                ? start
                : `${start}/${end}`,
        })
    }
  }
  return cases
}

/** `2012, 8 - 1, 10, 12` → 2012-08-10 */
function dateIn(list: string | undefined): string | null {
  const [year, month, day] = (list ?? "").split(",").map((part) => {
    const [a, b] = part.split("-").map(Number)
    return (a ?? Number.NaN) - (b ?? 0)
  })
  if (!year || Number.isNaN(month!) || !day) return null
  return new Date(Date.UTC(year, month!, day)).toISOString().slice(0, 10)
}

/** `expect(result.start.get("year")).toBe(2012)` */
function fields(block: string, which: "start" | "end", reference: string | null): string | null {
  const get = (unit: string) =>
    new RegExp(`${which}!?\\.get\\(["']${unit}["']\\)\\)\\.toBe\\((\\d+)\\)`, "u").exec(block)?.[1]
  const [year, month, day] = [
    get("year") ?? (get("month") ? reference?.slice(0, 4) : undefined),
    get("month"),
    get("day"),
  ]
  if (!year) return null
  const certain = /start\.isCertain\("day"\)\)\.toBe\(false\)/u.test(block)
  return month ? (day && !certain ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`) : year
}
