import type { Span } from "../../../model/passage.js"
import { letters, scriptOf, skeletonOf, spanOf } from "../../kazakh/skeleton.js"
import { firstFrom } from "../../offsets.js"
import type { Unit } from "../calendar.js"
import { calendar, type Family, family, type Grammar, wordsOf } from "../families.js"
import type { DateWords, Named } from "../named.js"
import { MONTH, monthOf, NUMBER, numberOf, ORDER, ORDINAL, SUFFIX, WEEKDAY, weekdayOf } from "./words.js"

/** A family written in Kazakh Cyrillic; it reads skeletons. */
const own = (pattern: string, read: Family["read"]): Family => family(letters(pattern), read)

const END = "(?!\\p{L})"
const YEAR_NUMBER = `(?<year>1\\d{3}|20\\d{2}|(?:екі\\sмың|мың\\s)(?:\\s?${NUMBER})?${ORDER}?)(?:\\s?-?${ORDER})?`
const JYL = `жыл(?:дар)?(?<yearCase>${SUFFIX})${END}`
const YEAR = `${YEAR_NUMBER}\\s?-?${JYL}`
const DAY = `(?<day>\\d{1,2}(?:\\s?-?${ORDER})?|${ORDINAL})`
const DAY_AFTER = `(?<day>\\d{1,2})\\s?-?(?:${ORDER})?(?:ы|і|сы|сі|шы|ші|да|де)(?:нда|нде|нан|нен|на|не|н|ның|нің)?${END}`
const UNIT = `(?<unit>күн|апта|жұма|ай|жыл|жарты\\sжыл|ғасыр|тәулік)`
const COUNT = `(?<count>\\d{1,3}|${NUMBER})`
const NOT_NUMBER = "(?<![\\d$₸№.,:/-])"
const LAST = "өткен|өтіп кеткен|былтырғы|алдыңғы|соңғы"
const THIS = "осы|биылғы|ағымдағы|бұл|үстіміздегі|қазіргі"
const NEXT = "келесі|келер|алдағы|таяу|ендігі"
const SAME = "сол"
const PLACE = "(?:\\s(?:бас|соң|орта|аяқ|ақыр)\\p{L}*|\\s(?:көктем|жаз|күз|қыс)\\p{L}*)?"

const UNITS: readonly [start: string, unit: Unit, times: number][] = [
  ["апта", "week", 1],
  [letters("жұма"), "week", 1],
  [letters("жарты"), "month", 6],
  ["аи", "month", 1],
  ["жыл", "year", 1],
  [letters("ғасыр"), "year", 100],
]
function unitOf(word: string): { unit: Unit; times: number } {
  const row = UNITS.find(([start]) => word.toLowerCase().startsWith(start))
  return row ? { unit: row[1], times: row[2] } : { unit: "day", times: 1 }
}

const has = (list: string, word: string) => letters(list).split("|").includes(word.toLowerCase().replace(/\s+/gu, " "))

function way(word: string): { count: number; from: "reference" | "previous" } {
  if (has(LAST, word)) return { count: -1, from: "reference" }
  if (has(NEXT, word)) return { count: 1, from: "reference" }
  return { count: 0, from: has(SAME, word) ? "previous" : "reference" }
}

const WAY = `(?<way>${LAST}|${THIS}|${NEXT}|${SAME})`
const RELATIVE_YEAR = `(?<way>${LAST}|${THIS}|${NEXT}|${SAME})\\sжыл${SUFFIX}|(?<word>былтыр|биыл)${SUFFIX}`

function relativeYear(groups: Readonly<Record<string, string | undefined>>): Named {
  const { count, from } = groups.word
    ? { count: groups.word.toLowerCase().startsWith("былтыр") ? -1 : 0, from: "reference" as const }
    : way(groups.way!)
  return { kind: "shift", unit: "year", count, from }
}

function yearOf(words: string): number | null {
  const year = numberOf(words)
  return year >= 1000 && year < 2100 ? year : null
}

const before = (text: string, span: Span, length = 24) => text.slice(Math.max(0, span.start - length), span.start)
const after = (text: string, span: Span, length = 24) => text.slice(span.end, span.end + length)

const FAMILIES: readonly Family[] = [
  own(`${NOT_NUMBER}(?<year>[12]\\d{3})([-/.])(?<m>0[1-9]|1[0-2])\\2(?<day>0[1-9]|[12]\\d|3[01])(?![\\d-])`, (groups) =>
    calendar({ year: Number(groups.year), month: Number(groups.m), day: Number(groups.day) }),
  ),
  // 29.07.2019: with full stops the day stands first; with strokes nobody can tell.
  own(
    `${NOT_NUMBER}(?<a>\\d{1,2})(?<sign>[./])(?<b>\\d{1,2})\\k<sign>(?<year>1\\d{3}|20\\d{2})(?![\\d:]|\\.\\d)`,
    (groups) => {
      const [a, b, year] = [Number(groups.a), Number(groups.b), Number(groups.year)]
      if (groups.sign === "." || a > 12 || a === b) return b > 12 ? null : calendar({ year, month: b, day: a })
      if (b > 12) return calendar({ year, month: a, day: b })
      return {
        kind: "either",
        options: [
          { year, month: a, day: b },
          { year, month: b, day: a },
        ],
      }
    },
  ),
  // 2019 жылғы 10 наурызда, 2019 жылдың наурызында, 2019 жылғы 3–17 тамыз, 2018 жылы маусымда, 2019 жылғы наурыздың 10-ы
  own(
    `${NOT_NUMBER}${YEAR}(?:\\s(?:көктем|жаз|күз|қыс)\\p{L}*)?,?\\s(?:(?<from>\\d{1,2})\\s?(?:[-–—]|пен|бен|мен)\\s?)?(?:${DAY}\\s)?${MONTH}(?:\\sай${SUFFIX}${END})?(?:\\s${DAY_AFTER.replace("?<day>", "?<last>")})?`,
    (groups) => {
      const year = yearOf(groups.year!)
      const day = groups.day ?? groups.last
      if (year === null) return null
      const to = calendar({ year, month: monthOf(groups.month!), day: day ? numberOf(day) : null })
      return groups.from
        ? {
            kind: "range",
            from: calendar({ year, month: monthOf(groups.month!), day: Number(groups.from) }),
            to,
            once: false,
          }
        : to
    },
  ),
  // былтыр қарашада, өткен жылдың 3 шілдесінде
  own(`(?:${RELATIVE_YEAR})\\s(?:${DAY}\\s)?${MONTH}(?:\\sай${SUFFIX}${END})?`, (groups) => ({
    kind: "monthOf",
    month: monthOf(groups.month!),
    day: groups.day ? numberOf(groups.day) : null,
    year: relativeYear(groups),
  })),
  // 10 наурыз 2019 жыл; 17 мамырда; 3–17 тамыз аралығында; 10-шы наурыз
  own(
    `${NOT_NUMBER}(?:(?<from>\\d{1,2})(?:-?${ORDER})?\\s?(?<link>[-–—]|пен|бен|мен)\\s?)?${DAY}\\s${MONTH}(?:\\sкүн${SUFFIX}${END})?(?:,?\\s${YEAR})?`,
    (groups, text, span) => {
      const day = numberOf(groups.day!)
      if (Number.isNaN(day) || day < 1 || day > 31) return null
      const year = groups.year ? yearOf(groups.year) : null
      const to = calendar({ year, month: monthOf(groups.month!), day })
      const once = /^[пбм]ен$/u.test(groups.link ?? "") || /^\s?аралы[гғ]/u.test(after(text, span))
      return groups.from
        ? {
            kind: "range",
            from: calendar({ year, month: monthOf(groups.month!), day: Number(groups.from) }),
            to,
            once: once && /^\s?аралы[гғ]/u.test(after(text, span)),
          }
        : to
    },
  ),
  // наурыздың 10-ы
  own(`${MONTH}\\s${DAY_AFTER}`, (groups) =>
    /[ндт]ы[ңн]/u.test(groups.case ?? "") ? calendar({ month: monthOf(groups.month!), day: Number(groups.day) }) : null,
  ),
  // наурыз айында, наурызда
  own(`${MONTH}(?<ai>\\sай${SUFFIX}${END})?`, (groups, text, span) => {
    const month = calendar({ month: monthOf(groups.month!) })
    if (groups.ai) return month
    const lead = before(text, span)
    if (/\d[-\s]?$|[-–]$/u.test(lead)) return null
    // A bare month may be a name or a feast; an ending of place or time makes it a month. "Маусым" is also a season.
    if (
      !/^(?:да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|дағы|дегы|тағы|тегы)(?:гы|ғы)?$|^(?:ға|ге|қа|ке)$/u.test(
        groups.case ?? "",
      )
    )
      return null
    if (/^(?:ға|ге|қа|ке)$/u.test(groups.case ?? "") && !/^\s(?:деиын|шеиын|таман|қараи)/u.test(after(text, span)))
      return null
    if (
      /^(?:маусым|қазан)/iu.test(groups.month!) &&
      (/(?:осы|жаңа|екы|ұш|откен|келесы|ағымдағы|биылғы|театр|спорт|ынгы|кы)\s$/iu.test(lead) ||
        (/^қ/iu.test(groups.month!) && /^\p{Lu}/u.test(text.slice(span.start)) && !/^$|[.!?]\s$/u.test(lead)))
    )
      return null
    return month
  }),
  // 1990-жылдары, 90-жылдардың басында
  own(
    `(?:өткен\\sғасырдың\\s)?(?<decade>1\\d{2}0|20\\d0|[2-9]0)\\s?-?(?:${ORDER}\\s?-?)?(?:\\s)?жылдар(?<yearCase>${SUFFIX})${END}`,
    (groups) => {
      const digits = groups.decade!
      return { kind: "decade", year: digits.length === 4 ? Number(digits) : 1900 + Number(digits) }
    },
  ),
  own(`(?<century>[XVIХ]+|\\d{1,2}(?:-?${ORDER})?)\\sғасыр${SUFFIX}${END}`, (groups) => {
    const roman = [...groups.century!.replaceAll("Х", "X")].reverse()
    const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }
    let number = Number.parseInt(groups.century!, 10)
    if (Number.isNaN(number)) {
      number = 0
      let last = 0
      for (const sign of roman) {
        const value = values[sign] ?? 0
        number += value < last ? -value : value
        last = Math.max(last, value)
      }
    }
    return number >= 1 && number <= 21 ? { kind: "century", century: number } : null
  }),
  // 2019 жылы, 2017–2019 жылдары, 2019 жылдың көктемінде
  own(`${NOT_NUMBER}(?:(?<from>1\\d{3}|20\\d{2})\\s?(?:[-–—]|пен|бен|мен)\\s?)?${YEAR}${PLACE}`, (groups) => {
    const year = yearOf(groups.year!)
    if (year === null) return null
    return groups.from
      ? { kind: "range", from: calendar({ year: Number(groups.from) }), to: calendar({ year }), once: false }
      : calendar({ year })
  }),
  // 2019-да, 2022 (at the end of a notice)
  own(`${NOT_NUMBER}(?<year>19\\d{2}|20\\d{2})-?(?:да|де|дан|ден|ға|ге)${END}`, (groups) =>
    calendar({ year: Number(groups.year) }),
  ),
  // былтыр, биыл, өткен жылы, келесі аптада, сол күні
  own(`(?<word>былтыр|биыл)(?:ғы)?${SUFFIX}${END}(?:\\sжыл${SUFFIX}${END})?`, relativeYear),
  own(`${WAY}\\s(?<unit>жыл|ай|апта|күн)${SUFFIX}${END}${PLACE}`, (groups, text, span) => {
    const { count, from } = way(groups.way!)
    const { unit } = unitOf(groups.unit!)
    const words = text.slice(span.start, span.end)
    if (/^соңғы/iu.test(groups.way!) && /(?:лар|лер|дар|дер|тар|тер)/u.test(words)) return null
    if (unit === "day" && /^алды[ңн]ғы/iu.test(groups.way!))
      return { kind: "shift", unit, count: -2, from: "reference" }
    if (unit === "day" && count !== 0 && !/^откен/iu.test(groups.way!))
      return from === "reference" && count > 0 ? { kind: "shift", unit, count, from: "previous" } : null
    if (unit === "day" && /^откен/iu.test(groups.way!)) return null
    return { kind: "shift", unit, count, from }
  }),
  // өткен жұма, дүйсенбі күні
  own(`(?:${WAY}\\s)?${WEEKDAY}(?:\\sкүн${SUFFIX}${END})?`, (groups, text, span) => {
    const weekday = weekdayOf(groups.weekday!)
    const words = text.slice(span.start, span.end)
    // "Жұма" is also a week and a prayer; alone it needs an ending or the word "day".
    if (weekday === 5 && !groups.way && !/\sкұн/u.test(words) && !/^(?:да|дан)$/u.test(groups.dayCase ?? ""))
      return null
    if (weekday === 5 && /^\s(?:бұрын|намаз)/u.test(after(text, span))) return null
    const { count } = groups.way ? way(groups.way) : { count: null }
    return { kind: "weekday", weekday, which: count === null ? null : count < 0 ? "last" : count > 0 ? "next" : "this" }
  }),
  own(
    `(?<word>бүгін|кеше|ертең(?!іне|інде|есі)|бүрсігүні|алдыңғы\\sкүні|арғы\\sкүні)(?:гі)?${SUFFIX}${END}(?:\\s(?:күн${SUFFIX}|таңда|таңертең|кешке|түнде))?`,
    (groups, text, span) => {
      const word = groups.word!.toLowerCase()
      // "Бүгінде", "бүгінгі таңда": these days.
      if (/^бұгында|^бұгынгы та[ңн]да/iu.test(text.slice(span.start, span.end))) return null
      const count = word.startsWith("бұгын")
        ? 0
        : word === "кеше"
          ? -1
          : word.startsWith("ерте")
            ? 1
            : word.startsWith("бұрсы")
              ? 2
              : -2
      return { kind: "shift", unit: "day", count, from: "reference" }
    },
  ),
  own(`(?:ертеңіне|ертеңінде|ертесіне|ертесі\\sкүні)${END}`, () => ({
    kind: "shift",
    unit: "day",
    count: 1,
    from: "previous",
  })),
  own(`бір\\sкүн\\sбұрын${END}`, () => ({ kind: "shift", unit: "day", count: -1, from: "previous" })),
  // үш жыл бұрын, осыдан екі ай бұрын
  own(
    `(?:осыдан\\s)?(?:(?:шамамен|жуық)\\s)?${COUNT}\\s${UNIT}(?:дай|дей|дан астам)?\\s(?:бұрын(?:ғы)?|ілгері)${END}`,
    (groups) => {
      const { unit, times } = unitOf(groups.unit!)
      const count = numberOf(groups.count!)
      return Number.isNaN(count) ? null : { kind: "shift", unit, count: -count * times, from: "reference" }
    },
  ),
  // екі күннен кейін
  own(`${COUNT}\\s${UNIT}(?:дан|ден|тан|тен|нан|нен)\\s(?:кейін|соң)${END}`, (groups) => {
    const { unit, times } = unitOf(groups.unit!)
    const count = numberOf(groups.count!)
    return Number.isNaN(count) ? null : { kind: "shift", unit, count: count * times, from: "previous" }
  }),
  // соңғы үш жылда
  own(`(?:соңғы|өткен)\\s${COUNT}\\s${UNIT}${SUFFIX}${END}`, (groups) => {
    const { unit, times } = unitOf(groups.unit!)
    const count = numberOf(groups.count!)
    return Number.isNaN(count) ? null : { kind: "stretch", unit, count: count * times }
  }),
  own(
    `(?:бірнеше|көп)\\s${UNIT}\\s(?:бұрын|ілгері)${END}|соңғы\\s(?<years>жылдар)\\p{L}*${END}|жақында${END}`,
    (groups) => {
      const { unit } = unitOf(groups.unit ?? groups.years ?? "кұн")
      return { kind: "vague", edtf: unit === "year" ? "XXXX" : unit === "day" ? "XXXX-XX-XX" : "XXXX-XX" }
    },
  ),
]

const after_ = (pattern: string) => new RegExp(`^${letters(pattern)}`, "iu")

const GRAMMAR: Grammar = {
  families: FAMILIES,
  before: [],
  after: [
    [after_("\\s(?:бері|бастап|бастау)(?!\\p{L})"), "since"],
    [after_("\\s(?:дейін|шейін|дейінгі)(?!\\p{L})"), "until"],
    [after_("\\s(?:бұрын|алдын)(?!\\p{L})"), "before"],
    [after_("\\s(?:кейін|соң)(?!\\p{L})"), "after"],
  ],
  future: (_, tail) =>
    new RegExp(
      letters(
        "(?<!\\p{L})(?:өтеді|болады|басталады|аяқталады|жоспарлан\\p{L}*|белгілен\\p{L}*|күтілуде|қаралады|ұзартылды|ұзартты|кейінге|үзіліс)(?!\\p{L})",
      ),
      "iu",
    ).test(tail),
  joins: (_, link, tail) =>
    /^\s?[-–—]\s?$/u.test(link)
      ? "period"
      : /^\s[пбм]ен\s$/u.test(link) && /^\s?аралы/u.test(tail)
        ? "once"
        : /^\s(?:бастап|бастап,)\s$/u.test(link) && /^\s(?:деиын|шеиын)/u.test(tail)
          ? "period"
          : null,
}

/** Every date expression of a Kazakh text in any of its three scripts, in order, none overlapping. */
export function dateWords(text: string, sentenceAt: (index: number) => Span): DateWords[] {
  const skeleton = skeletonOf(text, scriptOf(text))
  const { starts } = skeleton
  return wordsOf(GRAMMAR, skeleton.text, (index) => {
    const { start, end } = sentenceAt(starts[index]!)
    return { start: firstFrom(starts, start), end: firstFrom(starts, end) }
  }).map((words) => ({
    ...words,
    ...spanOf(skeleton, words.start, words.end),
    phrase: starts[words.phrase]!,
    ...(words.second ? { second: { ...words.second, ...spanOf(skeleton, words.second.start, words.second.end) } } : {}),
  }))
}
