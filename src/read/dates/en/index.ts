import type { Span } from "../../../model/passage.js"
import type { Parts, Unit } from "../calendar.js"
import type { DateWords, Named, Relation, Which } from "../named.js"
import {
  AMBIGUOUS,
  DAY_WORDS,
  dayInWords,
  MONTHS,
  NUMBERS,
  ORDINALS,
  WEEKDAYS,
  YEAR_WORDS,
  yearInWords,
} from "./words.js"

const alternatives = (table: Readonly<Record<string, unknown>>) =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join("|")

const MONTH = `(?<month>${alternatives(MONTHS)})\\b\\.?`
const WEEKDAY = `(?<weekday>${alternatives(WEEKDAYS)})`
const ON_WEEKDAY = `(?:(?:${alternatives(WEEKDAYS)}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\b\\.?,?\\s+(?:the\\s+)?)?`
const DAY = `(?<day>\\d{1,2})(?:st|nd|rd|th)?`
const ORDINAL = `(?<ordinal>${alternatives(ORDINALS)})`
const YEAR = "(?<year>1\\d{3}|20\\d{2})(?![\\d,.]*\\d|s\\b)"
const ANY_YEAR = `(?:${YEAR}|(?<written>${YEAR_WORDS}))`
const COUNT = `(?<count>\\d{1,3}|${alternatives(NUMBERS)})`
const UNIT = "(?<unit>day|week|month|year|decade)"
const PART =
  "(?:(?:early|mid|late|the\\s+(?:beginning|start|end|middle|summer|spring|autumn|fall|winter)\\s+of)[-\\s]+(?:the\\s+)?)?"
const RELATIVE_YEAR =
  "(?<relative>last|this|next|the\\s+same|that|the\\s+previous|the\\s+following|the\\s+next)\\s+year"
const NOT_NUMBER = "(?<![\\d$€£₸#.,:/-])"

interface Family {
  readonly pattern: RegExp
  /** Null: these words name no date after all. */
  readonly read: (groups: Groups, text: string, span: Span) => Named | null
}

type Groups = Readonly<Record<string, string | undefined>>

const family = (pattern: string, read: Family["read"]): Family => ({
  pattern: new RegExp(`\\b${pattern}`, "giu"),
  read,
})

const calendar = (parts: Partial<Parts>): Named => ({ kind: "calendar", year: null, month: null, day: null, ...parts })

function dated(groups: Groups): Partial<Parts> {
  const month = groups.month ? MONTHS[groups.month.toLowerCase()]! : null
  const day = groups.day
    ? Number(groups.day)
    : groups.ordinal
      ? ORDINALS[groups.ordinal.toLowerCase()]!
      : groups.said
        ? dayInWords(groups.said)
        : null
  return { month, day, year: groups.year ? Number(groups.year) : groups.written ? yearInWords(groups.written) : null }
}

const SHIFTS: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  past: -1,
  this: 0,
  "the same": 0,
  same: 0,
  that: 0,
  next: 1,
  following: 1,
}

const unitOf = (words: string | undefined): { unit: Unit; times: number } =>
  words?.toLowerCase() === "decade"
    ? { unit: "year", times: 10 }
    : { unit: (words?.toLowerCase() ?? "day") as Unit, times: 1 }

const countOf = (words: string | undefined): number => Number(words) || (NUMBERS[words?.toLowerCase() ?? ""] ?? 1)

const which = (words: string): Which => (/next|coming/iu.test(words) ? "next" : /this$/iu.test(words) ? "this" : "last")

function relativeYear(words: string): Named {
  const plain = words.toLowerCase().replace(/\s+/g, " ")
  const from = plain === "last" || plain === "this" || plain === "next" ? "reference" : "previous"
  return { kind: "shift", unit: "year", count: SHIFTS[plain.replace(/^the (?!same)/, "")] ?? 0, from }
}

/** Does a bare month or year stand where a date is asked for? */
const ASKS =
  /\b(?:in|since|of|from|by|until|till|before|after|during|between|around|about|circa|c\.|late|early|mid|through|throughout|to|and|or|as|back|year|spring|summer|autumn|fall|winter|every|for|season|dated|last|next|this|(?:the|a|his|her|its|their|our|'s|’s))[\s-]+(?:the\s+)?$/iu

const before = (text: string, span: Span, length = 24) => text.slice(Math.max(0, span.start - length), span.start)
const after = (text: string, span: Span, length = 24) => text.slice(span.end, span.end + length)

const FAMILIES: readonly Family[] = [
  // 2019-07-29, 2019/07/29
  family(
    `${NOT_NUMBER}(?<year>[12]\\d{3})([-/.])(?<m>0[1-9]|1[0-2])\\2(?<day>0[1-9]|[12]\\d|3[01])(?![\\d-])`,
    (groups) => calendar({ year: Number(groups.year), month: Number(groups.m), day: Number(groups.day) }),
  ),
  // 29/07/2019: told only when one of them cannot be a month
  family(`${NOT_NUMBER}(?<a>\\d{1,2})([-/.])(?<b>\\d{1,2})\\2${YEAR}`, (groups) => {
    const [a, b, year] = [Number(groups.a), Number(groups.b), Number(groups.year)]
    if (a > 31 || b > 31 || a < 1 || b < 1 || (a > 12 && b > 12)) return null
    if (a > 12 || a === b) return calendar({ year, month: b, day: a })
    if (b > 12) return calendar({ year, month: a, day: b })
    return {
      kind: "either",
      options: [
        { year, month: a, day: b },
        { year, month: b, day: a },
      ],
    }
  }),
  // 29 July 2019, the 29th of July, 3-5 May
  family(
    `${NOT_NUMBER}${ON_WEEKDAY}(?:(?:the\\s+)?(?<from>\\d{1,2})(?:st|nd|rd|th)?\\s*(?<to>[-–—]|to|and|until|till)\\s*)?(?:${DAY}\\.?|${ORDINAL})(?:\\s+day)?(?:\\s+of)?[\\s-]+${MONTH}(?:(?:,|\\s+of)?[\\s-]+${ANY_YEAR}|,?\\s+${RELATIVE_YEAR})?`,
    (groups, text, span) => {
      if (groups.month!.toLowerCase() === "may" && /^\s+(?:not|be|have|also|well|or|never)\b/u.test(after(text, span)))
        return null
      if (groups.month!.toLowerCase() === "second") return null
      return ranged(groups, /\bbetween\s+(?:the\s+)?$/iu.test(before(text, span)))
    },
  ),
  // Friday the 15th
  family(`${WEEKDAY},?\\s+the\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)\\b(?!\\s+of)`, (groups) =>
    calendar({ day: Number(groups.day) }),
  ),
  // Friday of last week, last week on Friday, Friday next week
  family(
    `${WEEKDAY}(?:\\s+of)?\\s+(?<which>last|this|next)\\s+week\\b|(?<before>last|this|next)\\s+week\\s+(?:on\\s+)?(?<after>${alternatives(WEEKDAYS)})\\b`,
    (groups) => ({
      kind: "weekdayOf",
      weekday: WEEKDAYS[(groups.weekday ?? groups.after)!.toLowerCase()]!,
      weeks: SHIFTS[(groups.which ?? groups.before)!.toLowerCase()]!,
    }),
  ),
  // the 20th of next month
  family(`(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)\\s+of\\s+(?<which>last|this|next)\\s+month\\b`, (groups) => ({
    kind: "dayOf",
    day: Number(groups.day),
    months: SHIFTS[groups.which!.toLowerCase()]!,
  })),
  // 2016 November
  family(`${NOT_NUMBER}${YEAR},?\\s+${MONTH}(?!\\s+\\d)`, (groups, text, span) =>
    /^\p{Lu}/u.test(groups.month!) &&
    groups.month!.length > 4 &&
    /\b(?:in|of|since|until|from|by|between|and|to|out)\s+$/iu.test(before(text, span))
      ? ranged(groups)
      : null,
  ),
  // July 29, 2019; July 29-31
  family(
    `${ON_WEEKDAY}${MONTH}[\\s-]+(?:the\\s+)?(?:(?<from>\\d{1,2})(?:st|nd|rd|th)?\\s*(?<to>[-–—]|to|and|through)\\s*)?(?:${DAY}|${ORDINAL}|(?<said>${DAY_WORDS}))(?![\\d:%]|\\.\\d|,\\d{3}(?!\\d)|\\s*(?:a\\.?m|p\\.?m|percent|per\\b|people|million))(?:(?:,|\\s+of|,\\s+in)?\\s+${ANY_YEAR}|,?\\s+(?:of\\s+)?${RELATIVE_YEAR})?`,
    (groups, text, span) => {
      if ((groups.ordinal || groups.said) && /^\s+\p{L}/u.test(after(text, span)) && !groups.year && !groups.written)
        return null
      if (/^[a-z]/u.test(groups.month!) && AMBIGUOUS.has(groups.month!) && !groups.year && !groups.written) return null
      return ranged(groups)
    },
  ),
  // July 2019, July of last year
  family(`${PART}${MONTH}(?:\\s?,?[\\s-]+(?:of\\s+|in\\s+)?|,\\s+)(?:${ANY_YEAR}|${RELATIVE_YEAR})`, (groups) =>
    ranged(groups),
  ),
  // last August, this past March, next June
  family(
    `(?:early\\s+|late\\s+|mid-)?(?<which>last|this\\s+past|this|next|this\\s+coming)\\s+${MONTH}(?:\\s+${DAY}\\b)?`,
    (groups, text, span) =>
      /^[a-z]/u.test(groups.month!) && AMBIGUOUS.has(groups.month!.toLowerCase())
        ? null
        : /^\s+(?:madness|day\b)/iu.test(after(text, span))
          ? null
          : {
              kind: "month",
              month: MONTHS[groups.month!.toLowerCase()]!,
              day: groups.day ? Number(groups.day) : null,
              which: which(groups.which!),
            },
  ),
  // July
  family(`${PART}${MONTH}`, (groups, text, span) => {
    const name = groups.month!
    if (!/^\p{Lu}/u.test(name)) return null
    if (/^[-'’]?\p{L}|^\s*\d/u.test(after(text, span, 3).replace(/^['’]s\b/u, ""))) return null
    const asked = ASKS.test(before(text, span)) || span.end - span.start > name.length + 1
    if (!AMBIGUOUS.has(name.toLowerCase())) {
      // April, June and August are also given names: "June said", "April Lee".
      if (/^(?:april|june|august)$/iu.test(name) && (!asked || /^\s\p{Lu}/u.test(after(text, span)))) return null
      return calendar({ month: MONTHS[name.toLowerCase()]! })
    }
    if (name.length <= 4 && name.toLowerCase() !== "may")
      return asked && /\.$/u.test(text.slice(span.start, span.end))
        ? calendar({ month: MONTHS[name.toLowerCase()]! })
        : null
    if (
      !/\b(?:in|since|of|from|by|until|till|before|after|during|between|early|late|mid|through|to|and|last|next|this)[\s-]+$/iu.test(
        before(text, span),
      )
    )
      return null
    return /^\s+(?:\p{Lu}|on\b)/u.test(after(text, span)) ? null : calendar({ month: MONTHS[name.toLowerCase()]! })
  }),
  // the 1990s, the early 2010s
  family(`(?:the\\s+)?${PART}(?<decade>1\\d{2}0|20\\d0)['’]?s\\b`, (groups) => ({
    kind: "decade",
    year: Number(groups.decade),
  })),
  // the '90s, the nineties
  family(
    "the\\s+(?:early\\s+|late\\s+|mid-?\\s*)?(?:['‘’]?(?<tens>[2-9]0)['’]?s|(?<words>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\\b",
    (groups) => ({
      kind: "decade",
      year:
        1900 +
        (groups.tens
          ? Number(groups.tens)
          : 20 +
            10 *
              ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"].indexOf(
                groups.words!.toLowerCase(),
              )),
    }),
  ),
  // the 19th century
  family(
    "(?:the\\s+)?(?:early\\s+|late\\s+|mid-?\\s*)?(?<century>\\d{1,2})(?:st|nd|rd|th)[\\s-]+century",
    (groups) => ({
      kind: "century",
      century: Number(groups.century),
    }),
  ),
  // 2017
  family(
    `(?<![\\d$€£₸#.,:/]|(?<!\\b\\d{4})-)${PART}(?:the\\s+)?(?:spring|summer|autumn|fall|winter)?(?:\\s+of\\s+)?(?:\\s*)${YEAR}(?!s\\b|['’]s\\s(?:and|or|were)|[-/:%]\\d{1,2}(?!\\d))`,
    (groups, text, span) => {
      const words = text.slice(span.start, span.end)
      const next = after(text, span)
      if (
        /^\s*(?:people|men|women|children|dollars|euros|tenge|yuan|students|workers|voters|troops|soldiers|prisoners|detainees|protesters|km|miles|meters|metres|feet|square|hours|times|units|jobs|words|pages|delegates|votes|members|percent|years?\b|%)/iu.test(
          next,
        )
      )
        return null
      const asked =
        words.length > 4 || ASKS.test(before(text, span)) || /(?:^|[([,]\s?|[–—-]\s?)$/u.test(before(text, span, 3))
      const year = Number(groups.year)
      const beside =
        year >= 1900 &&
        year < 2040 &&
        (/\p{Lu}\p{Ll}+\s$/u.test(before(text, span)) || /^\s\p{Lu}\p{Ll}/u.test(next) || /^['’]s\s/u.test(next))
      if (
        !asked &&
        !beside &&
        !/^\s*[–—:)\]]|^-\d{4}(?![\d-])/u.test(next) &&
        !/\d{4}(?:\s*(?:,|and|or|–)\s*|-)$/u.test(before(text, span))
      )
        return null
      return calendar({ year })
    },
  ),
  // 1890–91
  family("(?<year>1\\d{3}|20\\d{2})\\s?[–/-]\\s?(?<to>\\d{2})(?![\\d-]|\\s?%)", (groups, text, span) => {
    const from = Number(groups.year)
    const to = Number(groups.year!.slice(0, 2) + groups.to)
    const asked = ASKS.test(before(text, span)) || /[([]\s?$/u.test(before(text, span, 3))
    // 2010-12 may be a month.
    if (to <= from || !asked || (text[span.start + 4] === "-" && Number(groups.to) <= 12)) return null
    return { kind: "range", from: calendar({ year: from }), to: calendar({ year: to }), once: false }
  }),
  // Monday, last Monday
  family(
    `(?:(?<which>last|this\\s+past|this|next|this\\s+coming|the\\s+following)\\s+)?${WEEKDAY}\\b(?!['’]?s\\s+(?:Supper|child))`,
    (groups, text, span) =>
      /^\p{Ll}/u.test(groups.weekday!) ||
      /^\s+(?:Times|Night\s+Live|Herald|Mail|Telegraph|Bloody)/u.test(after(text, span)) ||
      /\b(?:Black|Good|Bloody|Super|Palm|Ash|Cyber)\s+$/u.test(before(text, span))
        ? null
        : {
            kind: "weekday",
            weekday: WEEKDAYS[groups.weekday!.toLowerCase()]!,
            which: groups.which ? which(groups.which) : null,
          },
  ),
  family(
    "(?<word>the\\s+day\\s+before\\s+yesterday|the\\s+day\\s+after\\s+tomorrow|today|yesterday|tomorrow|tonight|last\\s+night|this\\s+(?:morning|afternoon|evening))\\b",
    (groups, text, span) => {
      const word = groups.word!.toLowerCase().replace(/\s+/g, " ")
      // "Still used today", "what is today a museum": these days, not this day.
      if (
        word === "today" &&
        /\b(?:still\b.*|known|is|are|was|used|than|of|working|live|lives|exists?)\s+$/iu.test(before(text, span, 40))
      )
        return null
      if (word === "today" && /^\s+(?:than|as\s+an?|as\s+the)\b/u.test(after(text, span))) return null
      const counts: Record<string, number> = {
        yesterday: -1,
        tomorrow: 1,
        "last night": -1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
      }
      return { kind: "shift", unit: "day", count: counts[word] ?? 0, from: "reference" }
    },
  ),
  // last week, this month, the previous year, that day
  family(
    "(?:(?:early|mid|late|later|earlier)[\\s-]+)?(?<which>last|this|next|(?:the\\s+)?(?:previous|following)|the\\s+(?:next|same|very\\s+same)|that(?:\\s+(?:very|same))?|(?:earlier|later)\\s+that)\\s+(?<unit>day|week|month|year)\\b(?!['’]s\\s+(?:end|time)|-)",
    (groups, text, span) => {
      const words = groups
        .which!.toLowerCase()
        .replace(/\s+/g, " ")
        .replace(/^the /, "")
        .replace(/^(?:earlier|later) /, "")
        .replace(/^that .*/, "that")
        .replace(/^very same/, "same")
      const { unit } = unitOf(groups.unit)
      // "The last day of the talks" is a position, not a date; "that day" without an "on" is often a thing.
      if (words === "last" && /\bthe\s+$/iu.test(before(text, span))) return null
      if (words === "last" && unit === "day") return null
      const from =
        words === "last" || words === "this" || (words === "next" && !/^the/iu.test(groups.which!))
          ? "reference"
          : "previous"
      return { kind: "shift", unit, count: SHIFTS[words] ?? 0, from }
    },
  ),
  // three years ago; two days later
  family(
    `(?:(?:about|around|some|nearly|almost|over|more\\s+than|just)\\s+)?${COUNT}\\s+${UNIT}s?\\s+(?<way>ago|later|earlier|before|after(?:wards?)?)\\b`,
    (groups, text, span) => {
      const { unit, times } = unitOf(groups.unit)
      const count = countOf(groups.count) * times
      const way = groups.way!.toLowerCase()
      if (way === "ago") return { kind: "shift", unit, count: -count, from: "reference" }
      if ((way === "before" || way === "after") && !/^\s*[.,;)]/u.test(after(text, span))) return null
      return { kind: "shift", unit, count: way === "earlier" || way === "before" ? -count : count, from: "previous" }
    },
  ),
  // the past three years
  family(`(?:the|these)\\s+(?:past|last|previous)\\s+${COUNT}\\s+${UNIT}s?\\b`, (groups) => {
    const { unit, times } = unitOf(groups.unit)
    return { kind: "stretch", unit, count: countOf(groups.count) * times }
  }),
  // 2015.5.13
  family(
    `${NOT_NUMBER}(?<year>[12]\\d{3})([./])(?<m>[1-9]|1[0-2])\\2(?<day>[1-9]|[12]\\d|3[01])(?![\\d.-]*\\d)`,
    (groups) => calendar({ year: Number(groups.year), month: Number(groups.m), day: Number(groups.day) }),
  ),
  // 2019-sep-1
  family(
    `${NOT_NUMBER}(?<year>[12]\\d{3})([-/.])(?<month>${alternatives(MONTHS)})\\2(?<day>\\d{1,2})(?![\\d-])`,
    (groups) => calendar(dated(groups)),
  ),
  // 11/2016, 2016-11; 2010-12 may be two years
  family(
    `${NOT_NUMBER}(?:(?<m>0?[1-9]|1[0-2])\\s?[-/]\\s?(?<year>1[89]\\d{2}|20\\d{2})|(?<y>1[89]\\d{2}|20\\d{2})(?:\\s?[-/]\\s?)(?<n>0[1-9]|1[0-2]|[1-9]))(?![\\d/-]|\\.\\d|\\s?%)`,
    ({ m, n, year, y }) => {
      const month = Number(m ?? n)
      const named = Number(year ?? y)
      if (n !== undefined && !n.startsWith("0") && month > named % 100) return null
      return calendar({ year: named, month })
    },
  ),
  // Q3 2016, the third quarter of last year, H1 2016
  family(
    `(?:Q(?<q>[1-4])|H(?<h>[12])|(?:the\\s+)?(?<nth>first|second|third|fourth|last)\\s+quarter)(?:\\s+of|\\s+in|,)?\\s+(?:${ANY_YEAR}|(?<relative>last|this|next)\\s+year)`,
    (groups) => {
      const nth =
        groups.nth?.toLowerCase() === "last" ? 4 : Number(groups.q ?? ORDINALS[groups.nth?.toLowerCase() ?? ""] ?? 0)
      const [first, last] = groups.h ? [Number(groups.h) * 6 - 5, Number(groups.h) * 6] : [nth * 3 - 2, nth * 3]
      if (groups.relative) {
        const year = relativeYear(groups.relative)
        const of = (month: number): Named => ({ kind: "monthOf", month, day: null, year })
        return { kind: "range", from: of(first), to: of(last), once: false }
      }
      const { year } = dated(groups)
      return {
        kind: "range",
        from: calendar({ year: year!, month: first }),
        to: calendar({ year: year!, month: last }),
        once: false,
      }
    },
  ),
  // the second Friday of July 2019, the last Monday of next month, the first Sunday in this month
  family(
    `(?:the\\s+)?(?<nth>first|second|third|fourth|fifth|last)\\s+${WEEKDAY}\\s+(?:of|in)\\s+(?:${MONTH}(?:,?\\s+(?:of\\s+)?${YEAR})?|(?:the\\s+)?(?<months>last|previous|this|next|same)\\s+month\\b)`,
    (groups) => ({
      kind: "nthWeekday",
      nth: nthOf(groups.nth!),
      weekday: WEEKDAYS[groups.weekday!.toLowerCase()]!,
      of: monthIn(groups),
    }),
  ),
  // the third week of 2015, the first week of October, the last week of next month
  family(
    `(?:the\\s+)?(?<nth>first|second|third|fourth|fifth|last)\\s+week\\s+(?:of|in)\\s+(?:${MONTH}(?:,?\\s+(?:of\\s+)?${YEAR})?|${ANY_YEAR.replace("<year>", "<whole>")}|(?:the\\s+)?(?<months>last|previous|this|next|same)\\s+(?<unit>month|year)\\b)`,
    (groups) => ({ kind: "nthWeek", nth: nthOf(groups.nth!), of: monthIn(groups) }),
  ),
  // the week after next, the year after next
  family("the\\s+(?<unit>week|month|year)\\s+after\\s+(?:the\\s+)?next\\b", (groups) => {
    const unit = groups.unit!.toLowerCase() as Unit
    return unit === "week"
      ? { kind: "weekAround", of: { kind: "shift", unit: "day", count: 14, from: "reference" } }
      : { kind: "shift", unit, count: 2, from: "reference" }
  }),
  // two days after tomorrow, three weeks from now, four days before yesterday
  family(`${COUNT}\\s+${UNIT}s?\\s+(?<way>from|after|before)\\s+(?<day>now|today|tomorrow|yesterday)\\b`, (groups) => {
    const { unit, times } = unitOf(groups.unit)
    const count = countOf(groups.count) * times * (/before/iu.test(groups.way!) ? -1 : 1)
    return { kind: "steps", steps: [{ unit, count }], from: dayCalled(groups.day!) }
  }),
  // 1 month and 21 days ago
  family(
    `(?<first>\\d{1,3}|${alternatives(NUMBERS)})\\s+(?<a>day|week|month|year)s?(?:,|\\s+and)?\\s+(?<second>\\d{1,3}|${alternatives(NUMBERS)})\\s+(?<b>day|week|month|year)s?(?:(?:,|\\s+and)?\\s+(?<third>\\d{1,3}|${alternatives(NUMBERS)})\\s+(?<c>day|week|month|year)s?)?\\s+(?<way>ago|earlier|later)\\b`,
    (groups) => {
      const sign = /later/iu.test(groups.way!) ? 1 : -1
      const steps = (["first", "second", "third"] as const).flatMap((name, at) => {
        const unit = groups["abc"[at]!]?.toLowerCase() as Unit | undefined
        return unit === undefined ? [] : [{ unit, count: sign * countOf(groups[name]) }]
      })
      return {
        kind: "steps",
        steps,
        from: {
          kind: "shift",
          unit: "day",
          count: 0,
          from: groups.way!.toLowerCase() === "ago" ? "reference" : "previous",
        },
      }
    },
  ),
  // since two thousand and fourteen
  family(
    `(?<=\\b(?:in|since|until|from|of|to)\\s)(?<written>${YEAR_WORDS})(?!\\s+\\p{L}|[-’'])`.replace(
      "\\p{L}",
      "(?!until|to|and|or|but)[a-z]",
    ),
    (groups) => calendar(dated(groups)),
  ),
  // earlier in the week, later in the year; the current month, the upcoming year
  family(
    "(?:earlier|later|early|late)\\s+in\\s+the\\s+(?<unit>week|month|year)\\b|(?:the\\s+)?(?:current)\\s+(?<now>week|month|year)\\b",
    (groups) => ({
      kind: "shift",
      unit: (groups.unit ?? groups.now)!.toLowerCase() as Unit,
      count: 0,
      from: "reference",
    }),
  ),
  family("(?:the\\s+)?(?:coming|upcoming)\\s+(?<unit>week|month|year)\\b", (groups) => ({
    kind: "shift",
    unit: groups.unit!.toLowerCase() as Unit,
    count: 1,
    from: "reference",
  })),
  // in the last 3 years; past 3 weeks
  family(`(?:past|last|previous)\\s+(?<count>\\d{1,3}|${alternatives(NUMBERS)})\\s+${UNIT}s\\b`, (groups) => {
    const { unit, times } = unitOf(groups.unit)
    return { kind: "stretch", unit, count: countOf(groups.count) * times }
  }),
  // on the 5th
  family(
    `(?<=\\b(?:on|was|is|until|by|since|back|return|returns|returned|leave|leaves|left|due)\\s)the\\s+(?:(?<day>\\d{1,2})(?:st|nd|rd|th)|${ORDINAL})(?=\\s*(?:[.,;)]|$)|\\s+(?:and|but|her|his|he|she|they|it|the|we|i|my|their|our|when|after|before|at|in)\\b)`,
    (groups, text, span) => {
      // "On the first" is as often a thing as a day.
      if (groups.ordinal && !/^(?:twent|thirt|.*teenth|tenth|eleventh|twelfth)/iu.test(groups.ordinal)) return null
      if (/^(?:was|is)$/iu.test(before(text, span, 4).trim()) && !/^\s*(?:[.,;)]|$)/u.test(after(text, span)))
        return null
      return calendar(dated(groups))
    },
  ),
]

const nthOf = (word: string) => (word.toLowerCase() === "last" ? -1 : ORDINALS[word.toLowerCase()]!)

/** The month (or the year) that "the first Friday of …" counts in. */
function monthIn(groups: Groups): Named {
  if (groups.months) {
    const plain = groups.months.toLowerCase()
    const unit = (groups.unit?.toLowerCase() ?? "month") as Unit
    return { kind: "shift", unit, count: SHIFTS[plain] ?? 0, from: plain === "same" ? "previous" : "reference" }
  }
  if (groups.whole) return calendar({ year: Number(groups.whole) })
  return calendar(dated(groups))
}

const DAYS: Readonly<Record<string, number>> = { yesterday: -1, tomorrow: 1 }
const dayCalled = (word: string): Named => ({
  kind: "shift",
  unit: "day",
  count: DAYS[word.toLowerCase()] ?? 0,
  from: "reference",
})

function ranged(groups: Groups, between = false): Named {
  const parts = dated(groups)
  if (groups.relative) {
    return { kind: "monthOf", month: parts.month!, day: parts.day ?? null, year: relativeYear(groups.relative) }
  }
  const to = calendar(parts)
  if (!groups.from || (groups.to === "and" && !between)) return to
  return { kind: "range", from: calendar({ ...parts, day: Number(groups.from) }), to, once: between }
}

const RELATIONS: readonly [pattern: RegExp, relation: Relation][] = [
  [/\b(?:ever\s+)?since\s+(?:at\s+least\s+)?(?:about\s+|around\s+)?$/iu, "since"],
  [/\b(?:starting|beginning|effective|as\s+of)\s+(?:from\s+|in\s+|on\s+)?$/iu, "since"],
  [/\b(?:until|till|up\s+to|through)\s+$/iu, "until"],
  [/\b(?:before|prior\s+to)\s+$/iu, "before"],
  [/\b(?:after|following)\s+$/iu, "after"],
  [/\bon\s+$/iu, "on"],
  [/\b(?:in|during|throughout|within)\s+$/iu, "in"],
]

const FUTURE =
  /(?:'|’)ll\b|\b(?:will|shall|is\s+to|are\s+to|is\s+set\s+to|next\s+(?:week|month|year)|scheduled|due\s+(?:to|on|in|back)|expected|plans?\s+to|upcoming|slated|deadline|planned\s+for|adjourned|postponed)\b/iu

/** "extended her custody until 3 July": the end of an order lies ahead. */
const ORDERED =
  /\b(?:extend(?:s|ed)?|prolong(?:s|ed)?|remanded|extension|ordered)\b[^.;]{0,80}\b(?:until|till|to|through)\s+$/iu

/** Every date expression of the text, in order, none overlapping: of two that overlap the earlier, longer one stands. */
export function dateWords(text: string, sentenceAt: (index: number) => Span): DateWords[] {
  const found: { span: Span; named: Named }[] = []
  for (const { pattern, read } of FAMILIES)
    for (const match of text.matchAll(pattern)) {
      const lead = /^\s*/u.exec(match[0])![0].length
      const end = match.index + match[0].trimEnd().length
      // "in March." ends a sentence, "on 3 Mar." an abbreviation.
      const stop = /(?:\p{L}{5,}|\b(?:May|June|July))\.$/iu.test(text.slice(Math.max(0, end - 12), end))
      const span = { start: match.index + lead, end: stop ? end - 1 : end }
      const named = read(match.groups ?? {}, text, span)
      if (named !== null) found.push({ span, named })
    }
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const apart: typeof found = []
  let end = -1
  for (const item of found) {
    if (item.span.start < end) continue
    end = item.span.end
    apart.push(item)
  }
  return joined(apart, text).map(({ span, named: plain, second }) => {
    const lead = text.slice(Math.max(0, span.start - 28), span.start)
    const around =
      second === undefined && /\bweek\s+(?:of|starting|beginning|commencing)\s+(?:on\s+)?(?:the\s+)?$/iu.test(lead)
    const named: Named = around && hasDay(plain) ? { kind: "weekAround", of: plain } : plain
    const row = RELATIONS.find(([pattern]) => pattern.test(lead))
    const sentence = sentenceAt(span.start)
    return {
      ...span,
      named,
      relation: row?.[1] ?? null,
      phrase: row ? span.start - row[0].exec(lead)![0].length : span.start,
      future: [FUTURE, ORDERED].some((ahead) =>
        ahead.test(text.slice(Math.max(sentence.start, span.start - 120), span.start)),
      ),
      ...(second ? { second } : {}),
    }
  })
}

const hasDay = (named: Named) => (named.kind === "calendar" || named.kind === "month") && named.day !== null

interface Joined {
  readonly span: Span
  readonly named: Named
  readonly second?: Span & { readonly named: Named }
}

/** What may be one end of a range: a day or a month, or "today". */
const isEnd = (named: Named) =>
  named.kind === "calendar" || (named.kind === "shift" && named.unit === "day" && named.from === "reference")

/** "from March 2017 to May 2018", "between 3 and 7 May", "2010–2015": two dates that are the ends of one. */
function joined(found: readonly { span: Span; named: Named }[], text: string): Joined[] {
  const out: Joined[] = []
  for (let index = 0; index < found.length; index++) {
    const [one, two] = [found[index]!, found[index + 1]]
    const link = two ? text.slice(one.span.end, two.span.start) : ""
    const lead = text.slice(Math.max(0, one.span.start - 12), one.span.start)
    const plain =
      two !== undefined &&
      [one, two].some(({ named }) => named.kind === "calendar") &&
      isEnd(one.named) &&
      isEnd(two.named)
    const between = /\bbetween\s+(?:the\s+)?$/iu.test(lead) && /^\s+and\s+$/u.test(link)
    if (plain && (between || /^\s?[-–—]\s?$|^,?\s+(?:to|until|till|through)\s+$/u.test(link))) {
      out.push({
        span: one.span,
        named: { kind: "range", from: one.named, to: two.named, once: between },
        second: { ...two.span, named: two.named },
      })
      index++
    } else out.push(one)
  }
  return out
}
