import type { Span } from "../../../model/passage.js"
import { END, NUMBER_WORD, numberOf } from "../../uyghur/words.js"
import type { Unit } from "../calendar.js"
import { calendar, type Family, type Grammar, wordsOf } from "../families.js"
import type { DateWords, Named } from "../named.js"

const MONTHS = [
  "يانۋار|يانۋەر",
  "فېۋرال|فېۋىرال|فەۋرال",
  "مارت",
  "ئاپرېل|ئاپرىل",
  "ماي",
  "ئىيۇن|ئىيون",
  "ئىيۇل|ئىيول",
  "ئاۋغۇست|ئاۋغوست|ئاۋگۇست",
  "سېنتەبىر|سىنتەبىر|سېنتەبر|سېنتيابر|سەنتەبىر",
  "ئۆكتەبىر|ئوكتەبىر|ئۆكتەبر|ئوكتيابر|ئۆكتيابر",
  "نويابىر|نويابر",
  "دېكابىر|دېكابر|دەكابىر",
]
const MONTH_NAME = MONTHS.join("|")
const WEEKDAYS = ["يەكشەنبە", "دۈشەنبە", "سەيشەنبە", "چارشەنبە", "پەيشەنبە", "جۈمە", "شەنبە"]
const DASH = "\\s?[-–—ـ‐]\\s?"
/** The endings of case that may follow; they belong to the words around, not to the date. */
const CASED = `(?=(?:نىڭ|دا|تا|دە|تە|دىن|تىن|غا|قا|گە|كە|غىچە|قىچە|گىچە|كىچە|دىكى|تىكى|نى|لىق|لىك)?(?:مۇ)?${END})`
const DAY = `(?<day>3[01]|[12]\\d|0?[1-9])${DASH}`
/** Written ژىل too: the letters of Kazakhstan spell it жил. */
const YEAR_WORD = "[يژ]ىل"
const YEAR = `(?<year>1\\d{3}|20\\d{2})${DASH}${YEAR_WORD}(?:ى|نىڭ|لىق)?`
const COUNT = `(?<count>\\d{1,3}|(?:${NUMBER_WORD})(?:\\s(?:${NUMBER_WORD}))?)`
const UNITS: Readonly<Record<string, Unit>> = { كۈن: "day", ھەپتە: "week", ئاي: "month", يىل: "year", ژىل: "year" }
const UNIT = `(?<unit>كۈن|ھەپتە|ئاي|${YEAR_WORD})`
const RELATIVE = "(?<way>ئۆتكەن|ئالدىنقى|بۇ|بۇلتۇر|بۇلتۇرقى|كېلەر|كېلىدىغان|شۇ)"

const monthOf = (word: string) => MONTHS.findIndex((names) => names.split("|").includes(word)) + 1
const own = (pattern: string, read: Family["read"]): Family => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}.])(?:${pattern})`, "gu"),
  read,
})
const shift = (unit: Unit, count: number, from: "reference" | "previous"): Named => ({
  kind: "shift",
  unit,
  count,
  from,
})
const way = (word: string) => (/^(?:ئۆتكەن|ئالدىنقى|بۇلتۇر)/u.test(word) ? -1 : /^كې/u.test(word) ? 1 : 0)

const YEAR_WAY = `(?:${RELATIVE}\\s${YEAR_WORD}(?:ى|نىڭ)?|(?<last>ب[ۇو]لتۇر))`
const relativeYear = (groups: Readonly<Record<string, string | undefined>>): Named =>
  groups.last
    ? shift("year", -1, "reference")
    : shift("year", way(groups.way!), groups.way === "شۇ" ? "previous" : "reference")

const FAMILIES: readonly Family[] = [
  // 2019-03-10: the year first, so the order is plain
  own(
    "(?<year>1\\d{3}|20\\d{2})(?<sign>[-/.])(?<m>0?[1-9]|1[0-2])\\k<sign>(?<d>3[01]|[12]\\d|0?[1-9])(?![\\d-])",
    (groups) => calendar({ year: Number(groups.year), month: Number(groups.m), day: Number(groups.d) }),
  ),
  // 2019-يىلى 3-ئاينىڭ 10-كۈنى
  own(
    `(?:(?:${YEAR}|${YEAR_WAY})،?\\s)?(?<month>1[0-2]|0?[1-9])${DASH}ئاي(?:نىڭ،?\\s${DAY}كۈن(?:ى)?)?${CASED}`,
    (groups) => dated(groups, Number(groups.month)),
  ),
  // 2022-يىلى 2-سېنتەبىر كۈنى, 2018-يىلى ئىيۇندا, 16-ئاۋغۇست
  own(`(?:(?:${YEAR}|${YEAR_WAY})،?\\s)?${DAY}(?<name>${MONTH_NAME})${CASED}`, (groups) =>
    dated(groups, monthOf(groups.name!)),
  ),
  own(
    `(?:${YEAR}|${YEAR_WAY})،?\\s(?<name>${MONTH_NAME})(?:نىڭ\\s(?<day>3[01]|[12]\\d|0?[1-9])${DASH}كۈنى)?(?:\\s(?:ئايى|ئېيى))?${CASED}`,
    (groups) => dated(groups, monthOf(groups.name!)),
  ),
  own(
    `(?<name>${MONTH_NAME})(?:نىڭ\\s(?<day>3[01]|[12]\\d|0?[1-9])${DASH}كۈنى|\\s(?:ئايى|ئېيى)|(?=دا|تا|دە|تە|دىن|تىن|غىچە))${CASED}`,
    (groups) => calendar({ month: monthOf(groups.name!), day: groups.day ? Number(groups.day) : null }),
  ),
  // The Islamic calendar keeps its words.
  own(
    `ھىجرىيە\\s\\d{1,4}${DASH}يىل(?:ى)?(?:\\s[\\p{L}]+\\sئې?يى)?|(?:رامىزان|رامزان|مۇھەررەم|سەفەر|رەبىئۇلئەۋۋەل|رەجەب|شەئبان|شاۋۋال|زۇلقەئدە|زۇلھەججە)(?:\\sئې?يى|\\sئايى)\\p{L}{0,30}`,
    () => ({
      kind: "vague",
      edtf: "XXXX",
    }),
  ),
  own(`${YEAR}${CASED}`, (groups) => calendar({ year: Number(groups.year) })),
  own(`(?<year>1\\d{2}0|20\\d0)${DASH}يىللار\\p{L}{0,30}`, (groups) => ({ kind: "decade", year: Number(groups.year) })),
  own(`(?<century>1\\d|2[01])${DASH}ئەسىر\\p{L}{0,30}`, (groups) => ({
    kind: "century",
    century: Number(groups.century),
  })),
  own(`${YEAR_WAY}${CASED}`, relativeYear),
  own(`(?<way>ئۆتكەن|ئالدىنقى|بۇ|كېلەر)\\s(?:ئاي|ئايدا|ئاينىڭ|ئېيى)${END}`, (groups) =>
    shift("month", way(groups.way!), "reference"),
  ),
  own(`(?<way>ئۆتكەن|ئالدىنقى|بۇ|كېلەر)\\sھەپتە(?:دە|نىڭ)?${END}(?!\\s(?:${WEEKDAYS.join("|")}))`, (groups) => {
    const on = (weekday: number): Named => ({ kind: "weekdayOf", weekday, weeks: way(groups.way!) })
    return { kind: "range", from: on(1), to: on(0), once: true }
  }),
  own(
    `(?:(?<way>ئۆتكەن|ئالدىنقى|بۇ|كېلەر)\\s(?:ھەپتە(?:نىڭ)?\\s)?)?(?<weekday>${[...WEEKDAYS].sort((a, b) => b.length - a.length).join("|")})(?:\\sكۈنى|دە|نىڭ|دىن)?${END}`,
    (groups, text, span) => {
      // جۈمە is also the Friday prayer.
      if (groups.weekday === "جۈمە" && !/كۈنى$/u.test(text.slice(span.start, span.end))) return null
      const weekday = WEEKDAYS.indexOf(groups.weekday!)
      return {
        kind: "weekday",
        weekday,
        which: groups.way ? (way(groups.way) < 0 ? "last" : way(groups.way) > 0 ? "next" : "this") : null,
      }
    },
  ),
  own(`(?<word>بۈگۈن|تۈنۈگۈن|تۈنۆگۈن|ئالدىنقى كۈنى|ئەتە|ئۆگۈن)(?:كى|دىن)?${END}`, (groups) =>
    shift(
      "day",
      groups.word!.startsWith("بۈ")
        ? 0
        : groups.word!.startsWith("تۈ")
          ? -1
          : groups.word!.startsWith("ئالد")
            ? -2
            : groups.word === "ئەتە"
              ? 1
              : 2,
      "reference",
    ),
  ),
  own(`(?<word>شۇ كۈنى|ئەتىسى|ئەتىسىدە)${END}`, (groups) =>
    shift("day", groups.word!.startsWith("شۇ") ? 0 : 1, "previous"),
  ),
  own(`${COUNT}\\s${UNIT}\\s(?:بۇرۇن|ئىلگىرى|ئاۋۋال)${END}`, (groups) => away(groups, -1)),
  own(`${COUNT}\\s${UNIT}(?:دىن|دىن\\sكې)\\s?(?:كېيىن)${END}`, (groups) => away(groups, 1)),
]

function dated(groups: Readonly<Record<string, string | undefined>>, month: number): Named {
  const day = groups.day ? Number(groups.day) : null
  if (groups.way || groups.last) return { kind: "monthOf", month, day, year: relativeYear(groups) }
  return calendar({ year: groups.year ? Number(groups.year) : null, month, day })
}

function away(groups: Readonly<Record<string, string | undefined>>, sense: 1 | -1): Named | null {
  const count = numberOf(groups.count!)
  if (Number.isNaN(count)) return null
  return shift(UNITS[groups.unit!]!, sense * count, sense < 0 ? "reference" : "previous")
}

const GRAMMAR: Grammar = {
  families: FAMILIES,
  before: [],
  after: [
    [/^(?:\sكۈنى)?(?:دىن|تىن)\s(?:بېرى|بۇيان|باشلاپ|تارتىپ|ئېتىبارەن)/u, "since"],
    [/^(?:\sكۈنى)?(?:(?:غىچە|قىچە|گىچە|كىچە)|(?:غا|قا|گە|كە)\sقەدەر)/u, "until"],
    [/^(?:\sكۈنى)?(?:دىن|تىن)\s(?:بۇرۇن|ئىلگىرى|ئاۋۋال)/u, "before"],
    [/^(?:\sكۈنى)?(?:دىن|تىن)\sكېيىن/u, "after"],
  ],
  future: (_, after) => /(?:ىدۇ|ماقچى|مەكچى)\s?[.!؟]/u.test(after) && !/(?:ۋاتىدۇ|ئاتايدۇ)/u.test(after),
  joins: (_, link, after) => {
    if (/^\s?[-–—]\s?$/u.test(link)) return "period"
    if (/^\s(?:بىلەن|ۋە)\s$/u.test(link)) return /^\s?(?:ئارىسىدا|ئارىلىقىدا)/u.test(after) ? "once" : null
    if (!/^(?:\sكۈنى)?(?:دىن|تىن)\s$/u.test(link)) return null
    return /^(?:\sكۈنى)?(?:غىچە|قىچە|گىچە|كىچە|(?:غا|قا|گە|كە)\sقەدەر)/u.test(after) ? "period" : null
  },
}

/** The dates of a Uyghur text in Arabic letters. */
export function dateWords(text: string, sentenceAt: (index: number) => Span): DateWords[] {
  return wordsOf(GRAMMAR, text, sentenceAt)
}
