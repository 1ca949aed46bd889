import type { Span } from "../../../model/passage.js"
import type { Parts, Unit } from "../calendar.js"
import { calendar, type Family, family, type Grammar, type Groups, wordsOf } from "../families.js"
import type { DateWords, Named, Which } from "../named.js"
import {
  ANY_MONTH,
  MONTH,
  monthOf,
  NUMBER_WORD,
  numberOf,
  ORDINAL,
  ordinalOf,
  SHORT_WEEKDAY,
  WEEKDAY,
  weekdayOf,
} from "./words.js"

const END = "(?!\\p{L})"
const DAY = "(?<day>\\d{1,2})(?:[-–]?(?:го|ого|его|е|ое|й|му|м))?"
const YEAR_NUMBER = "(?<year>1\\d{3}|20\\d{2})"
const YEAR_ENDING = "(?:[-–](?:го|ого|м|ом|й|ый|му))?"
const YEAR_WORD = `(?:\\s?(?:год(?:а|у|ом|е)?${END}|г\\.|г${END}))`
const YEAR = `${YEAR_NUMBER}${YEAR_ENDING}(?!\\d|[,.]\\d|-?[хx])${YEAR_WORD}?`
const ADJECTIVE = "(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ом|ем|ую|юю|ей|ым|им|ы[ехм]|и[ехм])"
const WHICH = `(?<which>(?:позапрошл|прошл|минувш|прошедш|истекш|предыдущ|нынешн|текущ|следующ|будущ|предстоящ|грядущ)${ADJECTIVE}|(?:этот|эта|эту|этой|этом|этого|это)(?:\\s+же)?|(?:тот|та|ту|той|том|того)(?:\\s+же)?(?:\\s+самы[йм])?)`
const RELATIVE_YEAR = `(?<relative>(?:позапрошл|прошл|минувш|прошедш|предыдущ|нынешн|текущ|следующ|будущ)${ADJECTIVE}|(?:этого|этом|того|том)(?:\\s+же)?)\\s+года?у?${END}`
const PART =
  "(?:(?:в\\s+)?(?:(?:самом\\s+)?(?:начал[еау]|конц[еау]|середин[еыу]|перв(?:ой|ых)|втор(?:ой|ых))(?:\\s+(?:половин[еыу]|дня?х|числах))?|весн(?:ой|а|ы|у|е|ою)|лет(?:ом|о|а|у|е)|осен(?:ью|ь|и)|зим(?:ой|а|ы|у|е|ою))\\s+)?"
const COUNT = `(?:(?<count>\\d{1,3}|(?:${NUMBER_WORD})(?:\\s(?:${NUMBER_WORD}))?)(?:-ти|-х)?\\s)?`
const UNIT = `(?<unit>день|дня|дней|дн[её]м|дню|днями|сутки|суток|недел(?:я|ю|и|ь|ей|е|ями)|месяц(?:а|ев|ем|е|у|ами)?|лет|год(?:а|ом|у|ами)?|полгода|десятилети(?:е|я|й)|век(?:а|ов)?)${END}`
const NOT_NUMBER = "(?<![\\d$€₸₽#№.,:/-]|№\\s|ст\\.\\s?|стать\\p{L}{1,3}\\s)"

const UNITS: readonly [start: string, unit: Unit, times: number][] = [
  ["полгода", "month", 6],
  ["недел", "week", 1],
  ["месяц", "month", 1],
  ["лет", "year", 1],
  ["год", "year", 1],
  ["десятилет", "year", 10],
  ["век", "year", 100],
]
function unitOf(word: string): { unit: Unit; times: number } {
  const row = UNITS.find(([start]) => word.toLowerCase().startsWith(start))
  return row ? { unit: row[1], times: row[2] } : { unit: "day", times: 1 }
}

/** How far the word reaches: −1 the last, 1 the next; from the day of publication or from the date named before. */
function way(words: string): { count: number; from: "reference" | "previous"; which: Which } {
  const lower = words.toLowerCase()
  if (/^позапрошл/u.test(lower)) return { count: -2, from: "reference", which: "last" }
  if (/^(?:прошл|минувш|прошедш|истекш)/u.test(lower)) return { count: -1, from: "reference", which: "last" }
  if (/^предыдущ/u.test(lower)) return { count: -1, from: "previous", which: "last" }
  if (/^(?:следующ|будущ|предстоящ|грядущ)/u.test(lower)) return { count: 1, from: "reference", which: "next" }
  if (/^(?:нынешн|текущ)/u.test(lower) || /^эт[^\s]*$/u.test(lower))
    return { count: 0, from: "reference", which: "this" }
  return { count: 0, from: "previous", which: "this" }
}

function relativeYear(words: string): Named {
  const { count, from } = way(words)
  return { kind: "shift", unit: "year", count, from }
}

function dated(groups: Groups): Partial<Parts> {
  return {
    month: groups.month ? monthOf(groups.month) : null,
    day: groups.day ? Number(groups.day) : groups.ordinal ? ordinalOf(groups.ordinal) || null : null,
    year: groups.year ? Number(groups.year) : null,
  }
}

function ranged(groups: Groups, once = false): Named {
  const parts = dated(groups)
  const to: Named = groups.relative
    ? { kind: "monthOf", month: parts.month!, day: parts.day ?? null, year: relativeYear(groups.relative) }
    : calendar(parts)
  if (!groups.from) return to
  const day = Number(groups.from)
  const from: Named = to.kind === "monthOf" ? { ...to, day } : calendar({ ...parts, day })
  return { kind: "range", from, to, once }
}

const BETWEEN = /(?<!\p{L})между\s+$/iu

const before = (text: string, span: Span, length = 24) => text.slice(Math.max(0, span.start - length), span.start)
const after = (text: string, span: Span, length = 28) => text.slice(span.end, span.end + length)

/** Small words before a bare year or month that ask for a date. */
const ASKS =
  /(?<!\p{L})(?:в|во|с|со|до|после|к|на|от|около|по|за|и|или|весь|начиная с|летом|осенью|весной|зимой|конца|начала|середины|концу|началу|конце|начале|середине|между|примерно|прошлый|прошлого|ещё|еще|лишь|только)[\s\u00a0]+$/iu
/** What is counted, after a number that only looks like a year. */
const COUNTED =
  /^[\s\u00a0]*(?:человек|чел\.|раз(?:а)?(?!\p{L})|случа|рубл|тенге|доллар|евро|юан|сом|дилд|тыс|млн|млрд|дел(?!\p{L}{4})|семь|метр|км|кг|%|процент|штук|мест|экз|тонн|участник|жител|дет|женщин|мужчин|солдат|военн|голос|балл|том|стран|га(?!\p{L})|сотрудник|задержан|заключ|им[её]н|письм|страниц)/iu

const CENTURIES = "(?:[XVI]+|[ХVI]+|\\d{1,2})(?:-?(?:го|ого|м|й))?"
const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }
function century(words: string): number {
  const plain = words.replaceAll("Х", "X").replace(/-?\p{Ll}+$/u, "")
  if (/^\d/u.test(plain)) return Number(plain)
  let sum = 0
  for (const [at, sign] of [...plain].entries()) {
    const value = ROMAN[sign] ?? 0
    sum += value < (ROMAN[plain[at + 1] ?? ""] ?? 0) ? -value : value
  }
  return sum
}

const FAMILIES: readonly Family[] = [
  family(
    `${NOT_NUMBER}(?<year>[12]\\d{3})([-/.])(?<m>0[1-9]|1[0-2])\\2(?<day>0[1-9]|[12]\\d|3[01])(?![\\d-])`,
    (groups) => calendar({ year: Number(groups.year), month: Number(groups.m), day: Number(groups.day) }),
  ),
  // 29.07.2019: with full stops the day stands first (GOST R 7.0.97); with strokes nobody can tell.
  family(
    `${NOT_NUMBER}(?:(?<from>\\d{1,2})\\.?\\s?[-–—/]\\s?)?(?<a>\\d{1,2})(?<sign>[./])(?<b>\\d{1,2})\\k<sign>(?<y>1\\d{3}|20\\d{2}|\\d{2})(?![\\d:]|\\.\\d)(?:\\s?г(?:ода|\\.)?${END})?`,
    (groups) => {
      const [a, b] = [Number(groups.a), Number(groups.b)]
      const short = groups.y!.length === 2
      // Two figures are a year only where all three are written in two.
      if (short && (groups.a!.length < 2 || groups.b!.length < 2)) return null
      const year = short ? (Number(groups.y) > 49 ? 1900 : 2000) + Number(groups.y) : Number(groups.y)
      if (groups.sign === ".") {
        if (b > 12 || b < 1 || a > 31 || a < 1) return null
        const to = calendar({ year, month: b, day: a })
        return groups.from
          ? { kind: "range", from: calendar({ year, month: b, day: Number(groups.from) }), to, once: false }
          : to
      }
      if (groups.from || short || a > 31 || b > 31 || a < 1 || b < 1 || (a > 12 && b > 12)) return null
      if (a > 12 || a === b) return calendar({ year, month: b, day: a })
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
  // 29 июля 2019 года, с 3 по 17 августа, между 3 и 7 мая, 3-5 мая прошлого года
  family(
    `(?:(?:${WEEKDAY.replace("?<weekday>", "?:")}|${SHORT_WEEKDAY}),?\\s+)?(?:(?:${NOT_NUMBER}(?<from>\\d{1,2})(?:-?(?:го|е|ого))?(?:\\s?[-–—]\\s?|\\s(?:по|до|(?<=между\\s\\d{1,2}\\s)и)\\s)|${NOT_NUMBER})${DAY}|${ORDINAL})[\\s\\u00a0/-]+${ANY_MONTH}(?:,?[\\s\\u00a0-]+(?:${YEAR}|(?<two>\\d{2})(?=\\s*(?:$|[.,)])|\\s?г\\.)|${RELATIVE_YEAR}))?`,
    (groups, text, span) => {
      if (/^\s+(?:часов|минут)/u.test(after(text, span))) return null
      const two = groups.two ? { year: String((Number(groups.two) > 49 ? 1900 : 2000) + Number(groups.two)) } : {}
      return ranged({ ...groups, ...two }, BETWEEN.test(before(text, span)))
    },
  ),
  // июль 2019, в ноябре прошлого года, в начале мая 2018 года
  family(`${PART}${ANY_MONTH}(?:,?[\\s\\u00a0-]+(?:${YEAR}|${RELATIVE_YEAR}))`, (groups) => ranged(groups)),
  // прошлым летом не в счёт; «в прошлом августе», «в этом мае»
  family(`${WHICH}\\s+${MONTH}`, (groups) => {
    const { which } = way(groups.which!)
    return { kind: "month", month: monthOf(groups.month!), day: null, which }
  }),
  // «весной прошлого года», «в начале этого года», «осенью прошлого года»
  family(`${PART}(?:в\\s+)?${WHICH}\\s+(?<unit>год[ау]?|месяц[ае]?|недел[еиюя])${END}`, (groups, text, span) => {
    const { count, from } = way(groups.which!)
    if (/^(?:та|ту|той|тот)(?!\s+же)/iu.test(groups.which!) && /^\s*,/u.test(after(text, span))) return null
    return { kind: "shift", unit: unitOf(groups.unit!).unit, count, from }
  }),
  // июле
  family(`${PART}${MONTH}`, (groups, text, span) => {
    const name = groups.month!
    const lead = before(text, span)
    if (/^\s*\d/u.test(after(text, span, 2)) || /[-–]$/u.test(lead)) return null
    if (span.end - span.start > name.length + 1) return calendar({ month: monthOf(name) })
    // "Мая", "Марта", "Августа" are also given names; "марте" and "мае" are not.
    if (/^\p{Lu}/u.test(name) && !/^\s*$|[.!?»]\s*$/u.test(lead)) return null
    const alone = span.start === 0 && after(text, span).trim() === ""
    if (/^(?:ма[йяею]|март[ау]?|август[ау]?)$/iu.test(name) && !ASKS.test(lead) && !alone) return null
    if (
      /(?:^|\s)(?:\p{L}+ого|первых|конц[еау]|начал[еау]|середин[еыу])\s$/u.test(lead) ||
      ASKS.test(lead) ||
      alone ||
      /^(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)/iu.test(name)
    )
      return calendar({ month: monthOf(name) })
    return null
  }),
  // 1990-х, 90-х годов, 1930-е годы
  family(
    `(?:${PART})${NOT_NUMBER}(?<decade>(?:1[5-9]|20)?\\d0)[-–]?(?:е|х|ые|ых|ми|ым)(?:\\s+(?:год(?:ы|ов|ах|ам|ами)|гг\\.?))?(?:\\s+(?:прошлого\\s+века|(?:XX|ХХ)\\s+века))?${END}`,
    (groups, text, span) => {
      const digits = groups.decade!
      if (digits.length === 2 && !/год|гг|века/iu.test(text.slice(span.start, span.end))) return null
      if (digits.length === 2 && Number(digits) < 20 && digits !== "00" && digits !== "10") return null
      return {
        kind: "decade",
        year: digits.length === 4 ? Number(digits) : (Number(digits) < 20 ? 2000 : 1900) + Number(digits),
      }
    },
  ),
  family(
    `${PART}(?<century>${CENTURIES})[\\s\\u00a0](?:век(?:а|е|у|ом|ов)?|столети(?:е|я|и|ю|ем)|вв?\\.)${END}`,
    (groups) => {
      const number = century(groups.century!)
      return number >= 1 && number <= 21 ? { kind: "century", century: number } : null
    },
  ),
  family("в\\s+прошлом\\s+(?:веке|столетии)", () => ({ kind: "century", century: 20 })),
  // 2017 год, 2017-м, с 2015 по 2018 год, 2010–2015
  family(
    `${PART}${NOT_NUMBER}(?:(?<from>1\\d{3}|20\\d{2})(?:\\s?год[ау]|-?го|\\s?г\\.)?(?:\\s?[-–—/]\\s?|\\s(?:по|до|(?<=между\\s\\d{4}\\s)и)\\s))?${YEAR_NUMBER}${YEAR_ENDING}(?!\\d|[,.]\\d|-?[хx])(?<word>${YEAR_WORD}|\\s?(?:год(?:ы|ов|ах|ам|ами)|гг\\.?)${END})?(?![-/:%]\\d)`,
    (groups, text, span) => {
      const words = text.slice(span.start, span.end)
      const year = Number(groups.year)
      const from = groups.from ? Number(groups.from) : null
      if (!groups.word) {
        if (COUNTED.test(after(text, span)) || /^[\s\u00a0]\d{3}(?!\d)/u.test(after(text, span))) return null
        const asked = words.length > 4 || ASKS.test(before(text, span)) || /[(,]\s?$/u.test(before(text, span, 3))
        const bare = /^\s*[–—:)]/u.test(after(text, span)) || /^\s*$/u.test(before(text, span, 3))
        if ((!asked && !bare) || year < 1500 || year > 2060) return null
      }
      if (from !== null) {
        const once = BETWEEN.test(before(text, span))
        return from < year
          ? { kind: "range", from: calendar({ year: from }), to: calendar({ year }), once }
          : calendar({ year })
      }
      return calendar({ year })
    },
  ),
  // 2016/17
  family("(?<year>20\\d{2}|19\\d{2})/(?<to>\\d{2})(?![\\d/])", (groups) => {
    const to = Number(groups.year!.slice(0, 2) + groups.to)
    return to === Number(groups.year) + 1
      ? { kind: "range", from: calendar({ year: Number(groups.year) }), to: calendar({ year: to }), once: false }
      : null
  }),
  // «в минувшую пятницу», «в пятницу на прошлой неделе»
  family(
    `(?:${WHICH}\\s+|(?<next>след)\\.?\\s+)?${WEEKDAY}(?:\\s+на\\s+(?<week>прошлой|этой|следующей|минувшей|будущей)\\s+неделе)?`,
    (groups, text, span) => {
      const weekday = weekdayOf(groups.weekday!)
      const lead = before(text, span)
      // "Среда" is also surroundings.
      if (
        /^сред[аыей]/iu.test(groups.weekday!) &&
        !groups.week &&
        !/(?<!\p{L})(?:с|со|до|к|ко|после)\s$/iu.test(lead) &&
        !/^,\s\d/u.test(after(text, span))
      )
        return null
      if (/(?:окружающую|[«"“]|чистый|великий|ч[её]рн(?:ый|ая|ую)|страстн\p{L}+|вербное|кровавое)\s$/iu.test(lead))
        return null
      if (groups.week) return { kind: "weekdayOf", weekday, weeks: way(groups.week).count }
      if (groups.which && way(groups.which).which === "next") return { kind: "weekday", weekday, which: "next" }
      return { kind: "weekday", weekday, which: groups.next ? "next" : groups.which ? way(groups.which).which : null }
    },
  ),
  family(
    "(?<word>поза(?:поза)?вчера|вчера(?:шн(?:ий|его|ему|ем|им|ее|яя|ей|юю))?|сегодня(?:шн(?:ий|его|ему|ем|им|ее|яя|ей|юю))?|послепослезавтра|послезавтра|завтра(?:шн(?:ий|его|ему|ем|им|ее|яя|ей|юю))?)(?!\\p{L})(?:\\s+(?:вечером|утром|дн[её]м|ночью|день|дня|дню))?",
    (groups, text, span) => {
      const word = groups.word!.toLowerCase()
      // "И сегодня, как прежде": these days, not this day.
      if (
        /^сегодня$/u.test(word) &&
        /(?:(?<!\p{L})(?:на|до|и|по|лишь|даже|Россия)\s|[«"“])$/iu.test(before(text, span, 8))
      )
        return null
      const count = /^позапоза/u.test(word)
        ? -3
        : /^поза/u.test(word)
          ? -2
          : /^вчера/u.test(word)
            ? -1
            : /^сегодня/u.test(word)
              ? 0
              : /^послепосле/u.test(word)
                ? 3
                : /^после/u.test(word)
                  ? 2
                  : 1
      return { kind: "shift", unit: "day", count, from: "reference" }
    },
  ),
  family(`(?:(?:в|на)\\s+)?(?:следующие|ближайшие|предстоящие)\\s+${COUNT}${UNIT}`, (groups) => {
    const { unit, times } = unitOf(groups.unit!)
    const count = groups.count ? numberOf(groups.count) : Number.NaN
    return Number.isNaN(count) ? null : { kind: "stretch", unit, count: -count * times }
  }),
  // "Some years ago", "in recent years", "the other day": the words leave it open.
  family(
    `(?:(?:ещ[её]\\s+)?(?:несколько|пару|много|считанные)\\s+${UNIT}\\s+(?:тому\\s+)?назад|(?:через|спустя)\\s+несколько\\s+${UNIT.replace("?<unit>", "?<u>")}|(?:в|за)\\s+последние(?:\\s+несколько)?\\s+(?<v>годы|лет|месяцы|месяцев|недели|недель|дни|дней)${END}|(?:в|на)\\s+(?:ближайшие|предстоящие)\\s+(?<w>годы|месяцы|недели|дни)${END}|(?<x>на\\s+дн)ях${END}|(?<y>накануне)(?=\\s*[,.;)]|\\s+(?:вечером|днём|утром))${END})`,
    (groups) => {
      const { unit } = unitOf(groups.unit ?? groups.u ?? groups.v ?? groups.w ?? "день")
      if (groups.y) return { kind: "shift", unit: "day", count: -1, from: "reference" }
      return { kind: "vague", edtf: unit === "year" ? "XXXX" : unit === "day" ? "XXXX-XX-XX" : "XXXX-XX" }
    },
  ),
  // в тот же день, на следующий день, днём ранее
  family("(?:в\\s+)?(?:этот|тот)(?:\\s+же)?(?:\\s+самый)?\\s+день(?!\\p{L})|того\\s+же\\s+дня", (_, text, span) =>
    /^\s*,?\s+(?:когда|котор)/u.test(after(text, span))
      ? null
      : { kind: "shift", unit: "day", count: 0, from: "previous" },
  ),
  family("на\\s+(?:следующий|другой)\\s+(?<unit>день|год)(?!\\p{L})", (groups) => ({
    kind: "shift",
    unit: unitOf(groups.unit!).unit,
    count: 1,
    from: "previous",
  })),
  // три года назад
  family(
    `(?:(?:около|почти|примерно|более|больше|менее|меньше|свыше|чуть\\s+больше|чуть\\s+менее)\\s+(?:чем\\s+)?)?${COUNT}${UNIT}\\s+(?:тому\\s+)?назад${END}`,
    (groups) => {
      const { unit, times } = unitOf(groups.unit!)
      const count = groups.count ? numberOf(groups.count) : 1
      return Number.isNaN(count) ? null : { kind: "shift", unit, count: -count * times, from: "reference" }
    },
  ),
  // через два дня, спустя год, два года спустя, годом ранее
  family(
    `(?<word>через|спустя)\\s+(?:почти\\s+|около\\s+|примерно\\s+)?${COUNT}${UNIT}(?!\\s+после)|${COUNT.replace("?<count>", "?<n>")}${UNIT.replace("?<unit>", "?<u>")}\\s+(?:спустя|ранее|раньше|позже|позднее|до\\s+этого)${END}`,
    (groups, text, span) => {
      const { unit, times } = unitOf((groups.unit ?? groups.u)!)
      const words = groups.count ?? groups.n
      const count = words ? numberOf(words) : 1
      if (Number.isNaN(count)) return null
      const back = /(?:ранее|раньше|до\s+этого)$/u.test(text.slice(span.start, span.end))
      return { kind: "shift", unit, count: (back ? -count : count) * times, from: "previous" }
    },
  ),
  // за последние три года, последние 2 недели
  family(
    `(?:за\\s+|в\\s+(?:течение\\s+)?)?(?:последн(?:ие|их|ий|юю|яя|ей)|прошедши[ех]|прошлые)\\s+${COUNT}${UNIT}`,
    (groups, text, span) => {
      const { unit, times } = unitOf(groups.unit!)
      if (!groups.count && !/(?:год|месяц|неделю|сутки|полгода)$/u.test(text.slice(span.start, span.end))) return null
      if (/(?:^|\s)в\s/u.test(text.slice(span.start, span.end)) && !groups.count) return null
      const count = groups.count ? numberOf(groups.count) : 1
      return Number.isNaN(count) ? null : { kind: "stretch", unit, count: count * times }
    },
  ),
]

const GRAMMAR: Grammar = {
  families: FAMILIES,
  before: [
    [
      /(?<!\p{L})(?:начиная\s+)?(?:с|со)\s+(?:самого\s+)?(?:начала\s+|конца\s+|середины\s+|весны\s+|лета\s+|осени\s+|зимы\s+)?$/iu,
      "since",
    ],
    [/(?<!\p{L})(?:вплоть\s+)?(?:до|по)\s+(?:начала\s+|конца\s+|середины\s+)?$/iu, "until"],
    [/(?<!\p{L})(?:раньше|ранее|не\s+позднее|перед)\s+$/iu, "before"],
    [/(?<!\p{L})(?:после|позже|позднее)\s+$/iu, "after"],
    [/(?<!\p{L})(?:в|во|за|на)\s+$/iu, "in"],
  ],
  after: [],
  future: (lead, tail) =>
    /(?<!\p{L})(?:будет|будут|состоится|состоятся|пройд[её]т|начн[её]тся|откроется|завершится|предстоит|намечен\p{L}*|запланирован\p{L}*|планиру\p{L}+|назначен\p{L}*|отложен\p{L}*|перенес[её]н\p{L}*|истекает|истечёт|ожидается|собирается|до\s+конца)(?!\p{L})/iu.test(
      lead,
    ) ||
    /^[^.;]{0,50}?(?<!\p{L})(?:будет|будут|состоится|состоятся|пройд[её]т|начн[её]тся|откроется|завершится|предстоит|истекает)(?!\p{L})/iu.test(
      tail,
    ) ||
    // "Срок продлён до 18 июля", "перерыв до 29 июня": the end of an order lies ahead.
    /(?<!\p{L})(?:продл\p{L}+|арест\p{L}*|страж\p{L}+|перерыв|отсрочк\p{L}+|срок\p{L}*|отлож\p{L}+)[^.;]{0,80}(?<!\p{L})до\s+$/iu.test(
      lead,
    ),
  joins(lead, link, _) {
    if (/(?<!\p{L})между\s+$/iu.test(lead) && /^\s+и\s+$/u.test(link)) return "once"
    if (/(?<!\p{L})(?:с|со|от)\s+$/iu.test(lead) && /^,?\s+(?:по|до)\s+$/u.test(link)) return "period"
    return /^\s?[-–—]\s?$|^\s+по\s+$/u.test(link) ? "period" : null
  },
}

/** Every date expression of a Russian text, in order, none overlapping. */
export function dateWords(text: string, sentenceAt: (index: number) => Span): DateWords[] {
  return wordsOf(GRAMMAR, text, sentenceAt)
}
