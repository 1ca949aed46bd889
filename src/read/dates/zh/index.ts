import type { Span } from "../../../model/passage.js"
import type { Unit } from "../calendar.js"
import { calendar, type Family, type Grammar, wordsOf } from "../families.js"
import type { DateWords, Named } from "../named.js"
import { HAN_DIGIT, HAN_NUMBER, numberOf } from "./numbers.js"

const own = (pattern: string, read: Family["read"]): Family => ({ pattern: new RegExp(pattern, "gu"), read })

const NO_DIGIT = "(?<![\\d０-９.,:/]|[\\d０-９]\\s?[-–])"
const FOUR = `[12１２][\\d０-９]{3}|[一二][${HAN_DIGIT}]{3}|两千(?:零?[${HAN_NUMBER}]{1,3})?|兩千`
const YEAR = `(?<year>${FOUR})\\s?年`
const WHOLE = "(?<![\\d０-９.,:/])"
const SHORT_YEAR = `(?<short>0\\d|[5-9]\\d|(?:[1-4]\\d|[${HAN_DIGIT}]{2})(?!\\s?年(?:代|间|來|来|级|級|龄|前|后|後|内|內|以|之|多|了|的?时间|\\s?有期)))\\s?年(?!代|级|級|龄|来|來|间)`
const MONTH =
  "(?<month>1[0-2]|0?[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九]|正|元|腊|臘)\\s?月(?!亮|球|薪|经|票|台|饼)"
const DAY = `(?<day>[12]\\d|3[01]|0?[1-9]|[１２][０-９]|３[０１]|[１-９]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])\\s?[日号號]`
const COUNT = `(?<count>[1-9]\\d{0,2}|[${HAN_NUMBER}]{1,4}|半|数|數|几|幾)`
const UNIT = "(?<unit>天|日|周|週|星期|礼拜|禮拜|个月|個月|月|年)"
const WEEKDAY = "(?:星期|礼拜|禮拜|周|週)(?<weekday>[一二三四五六日天])(?![年月日])"
const RELATIVE_YEAR =
  "(?<relative>大前年|前年|去年|上年|今年|本年|当年|當年|同年|次年|翌年|明年|下年|来年|后年|後年|这一年|這一年)"
const PART = "(?:\\s?(?:早上|早晨|清晨|凌晨|上午|中午|下午|傍晚|晚上|晚间|晚間|夜间|夜間|夜里|深夜|晚|夜|当天|當天))?"

const YEARS: Readonly<Record<string, number>> = {
  大前年: -3, 前年: -2, 去年: -1, 上年: -1, 今年: 0, 本年: 0, 这一年: 0, 這一年: 0, 明年: 1, 下年: 1, 来年: 1, 后年: 2, 後年: 2,
} // biome-ignore format: a table
const AFTER_YEARS: Readonly<Record<string, number>> = { 当年: 0, 當年: 0, 同年: 0, 次年: 1, 翌年: 1 }
const DAYS: Readonly<Record<string, number>> = {
  今天: 0, 今日: 0, 今晨: 0, 今早: 0, 今晚: 0, 昨天: -1, 昨日: -1, 昨晚: -1, 昨夜: -1, 尋日: -1, 前天: -2, 前日: -2, 大前天: -3,
  明天: 1, 明日: 1, 明晚: 1, 明早: 1, 聽日: 1, 后天: 2, 後天: 2, 後日: 2, 大后天: 3, 大後天: 3, 大後日: 3,
} // biome-ignore format: a table
const SAME_DAYS: Readonly<Record<string, number>> = {
  当天: 0, 當天: 0, 当日: 0, 當日: 0, 同日: 0, 当晚: 0, 當晚: 0, 同一天: 0, 次日: 1, 翌日: 1, 第二天: 1, 隔天: 1, 隔日: 1,
} // biome-ignore format: a table

const shift = (unit: Unit, count: number, from: "reference" | "previous"): Named => ({
  kind: "shift",
  unit,
  count,
  from,
})
const years = (word: string): Named =>
  word in AFTER_YEARS ? shift("year", AFTER_YEARS[word]!, "previous") : shift("year", YEARS[word]!, "reference")

function unitOf(word: string): Unit {
  if (/^[天日]/u.test(word)) return "day"
  if (/月/u.test(word)) return "month"
  return word === "年" ? "year" : "week"
}

const monthOf = (word: string) => (word === "正" || word === "元" ? 1 : /^[腊臘]$/u.test(word) ? 12 : numberOf(word))
/** Two digits of a year: this century's first half, else the last one's. */
const century = (year: number) => (year < 50 ? 2000 + year : 1900 + year)
const yearOf = (groups: Readonly<Record<string, string | undefined>>) =>
  groups.year ? numberOf(groups.year) : groups.short ? century(numberOf(groups.short)) : null
const dayOf = (word: string) => Number(word === "日" || word === "天" ? 0 : numberOf(word))

const LUNAR = "(?:农历|農曆|阴历|陰曆|旧历|舊曆|夏历|古历)"

const FAMILIES: readonly Family[] = [
  // A day of the lunar calendar keeps its words: it is not turned into one of ours. Its year reaches into the next.
  own(
    `${LUNAR}\\s?(?:(?<year>${FOUR})\\s?年|(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年)?\\s?(?:闰|閏)?(?:[正腊臘冬一二三四五六七八九十]{1,2}月)?(?:初[一二三四五六七八九十]|[十廿二三]{1,2}[一二三四五六七八九]?(?:日)?)?`,
    (groups) =>
      groups.year
        ? {
            kind: "range",
            from: calendar({ year: numberOf(groups.year) }),
            to: calendar({ year: numberOf(groups.year) + 1 }),
            once: true,
          }
        : { kind: "vague", edtf: "XXXX" },
  ),
  own(
    `(?:闰|閏)?[正腊臘冬一二三四五六七八九十]{1,2}月(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)|大年(?:初[一二三四五六七八九十]|三十)|除夕`,
    () => ({
      kind: "vague",
      edtf: "XXXX",
    }),
  ),
  // 2019-03-10, 2019/3/10, 2019.3.10, 2019 03 10: the year first, so the order is plain
  own(
    `${WHOLE}(?<year>1[6-9]\\d{2}|20\\d{2})(?<sign>[-/.]|\\s)(?<m>0?[1-9]|1[0-2])\\k<sign>(?<d>[12]\\d|3[01]|0?[1-9])(?![\\d.]\\d|\\d)`,
    (groups) => calendar({ year: Number(groups.year), month: Number(groups.m), day: Number(groups.d) }),
  ),
  // 10/31/2018: which is the month, nobody says, unless one of them cannot be
  own(`${WHOLE}(?<a>\\d{1,2})(?<sign>[-/])(?<b>\\d{1,2})\\k<sign>(?<year>1[6-9]\\d{2}|20\\d{2})(?!\\d)`, (groups) => {
    const [a, b, year] = [Number(groups.a), Number(groups.b), Number(groups.year)]
    if (a === b || b > 12) return calendar({ year, month: a, day: b })
    if (a > 12) return calendar({ year, month: b, day: a })
    return {
      kind: "either",
      options: [
        { year, month: a, day: b },
        { year, month: b, day: a },
      ],
    }
  }),
  // 2019年3月10日, 二〇一九年三月, 去年8月5日, 同年9月
  own(
    `${NO_DIGIT}(?:${YEAR}|${SHORT_YEAR})\\s?[，,]?\\s?${MONTH}(?:份|\\s?[，,]?\\s?${DAY}|(?<bare>[二三]?十[一二三四五六七八九]?|[二三]十)(?![个個年]))?`,
    (groups) => {
      const day = groups.day ?? groups.bare
      return calendar({ year: yearOf(groups), month: monthOf(groups.month!), day: day ? numberOf(day) : null })
    },
  ),
  own(`${RELATIVE_YEAR}的?\\s?${MONTH}(?:份|\\s?${DAY})?`, (groups) => {
    const day = groups.day ? numberOf(groups.day) : null
    return { kind: "monthOf", month: monthOf(groups.month!), day, year: years(groups.relative!) }
  }),
  // 上月5日, 本月10日, 下个月20号, 去年本月
  own(`(?<which>上个?月|上個月|本月|这个月|這個月|今個月|当月|下个?月|下個月)\\s?(?:的)?${DAY}`, (groups) => ({
    kind: "dayOf",
    day: numberOf(groups.day!),
    months: /^上/u.test(groups.which!) ? -1 : /^下/u.test(groups.which!) ? 1 : 0,
  })),
  own(`(?<which>上个?月|上個月|本月|这个月|這個月|今個月|下个?月|下個月)(?!${DAY})`, (groups) =>
    shift("month", /^上/u.test(groups.which!) ? -1 : /^下/u.test(groups.which!) ? 1 : 0, "reference"),
  ),
  own("(?:同月|当月|當月|次月|翌月)", (_, text, span) =>
    shift("month", /[次翌]/u.test(text[span.start]!) ? 1 : 0, "previous"),
  ),
  // 3月10日, 三月十日; 8月
  own(`${NO_DIGIT}(?<![第个個])${MONTH}\\s?${DAY}`, (groups) =>
    calendar({ month: monthOf(groups.month!), day: numberOf(groups.day!) }),
  ),
  own(
    `${NO_DIGIT}(?<![第个個二三四五六七八九十百数數几幾半\\d])${MONTH}(?=份|底|初|中旬|上旬|下旬|末|，|。|、|的|间|期|至|到|起|以来|以後|以后|之|前|后|在|被|，|,|\\s|$|[^个個日号號初大\\d])`,
    (groups, text, span) => {
      // 三月 may be three months in the mouth of no journalist; 一月 as "one month" stands after a verb of lasting.
      if (/[历歷时時长達达近约約满滿足期刑]$/u.test(text.slice(Math.max(0, span.start - 1), span.start))) return null
      return calendar({ month: monthOf(groups.month!) })
    },
  ),
  // 24日, 5号: a day of the month just spoken of
  own(
    `${NO_DIGIT}(?<![第\\p{N}月周週星期每节節几幾数數个個${HAN_NUMBER}])${DAY}(?![常子后後前线線程内內报報本元夜光房楼樓院馆馆码碼文语語益出落军軍方期记記])`,
    (groups, text, span) => {
      if (/[号號]$/u.test(text.slice(span.start, span.end)) && !/^\d/u.test(groups.day!)) return null
      if (
        /[号號]$/u.test(text.slice(span.start, span.end)) &&
        /[令案函证證文车車线線]$/u.test(text.slice(Math.max(0, span.start - 1), span.start))
      )
        return null
      if (!/^\d/u.test(groups.day!) && numberOf(groups.day!) < 11) return null
      return calendar({ day: numberOf(groups.day!) })
    },
  ),
  own(`${NO_DIGIT}${YEAR}(?!代)`, (groups) => calendar({ year: yearOf(groups) })),
  own(`(?<![\\d年])${SHORT_YEAR}(?=以|之|夏|冬|春|秋|奥|年|底|初|就|时|時|[，。])`, (groups) =>
    calendar({ year: yearOf(groups) }),
  ),
  own(
    `(?<which>上|本|这|這|下)?(?:个|個)?(?:世纪|世紀)?(?<decade>[1-9２-９二三四五六七八九]十?|[1-9]0)年代`,
    (groups) => {
      const base = groups.which === "上" || !groups.which ? 1900 : 2000
      const tens = numberOf(groups.decade!)
      return { kind: "decade", year: base + (tens < 10 ? tens * 10 : tens) }
    },
  ),
  own(
    `(?<century>[12]\\d|[十二]{1,2}[一二三四五六七八九]?)(?:世纪|世紀)(?:(?<decade>[1-9]0|[二三四五六七八九]十)年代)?`,
    (groups) => {
      const number = numberOf(groups.century!)
      return groups.decade
        ? { kind: "decade", year: (number - 1) * 100 + numberOf(groups.decade) }
        : { kind: "century", century: number }
    },
  ),
  own(`${NO_DIGIT}(?<year>[12]\\d{2}0)年代`, (groups) => ({ kind: "decade", year: Number(groups.year) })),
  // 从2016到2018, 2016-2018: bare years only where they stand as a pair
  own(
    "(?<![\\d.,:/-])(?<year>19\\d{2}|20[0-4]\\d)(?=\\s?[-–—~至到]\\s?(?:19\\d{2}|20[0-4]\\d)(?![\\d-]))|(?<=(?<!\\d)(?:19\\d{2}|20[0-4]\\d)\\s?[-–—~至到]\\s?)(?<last>19\\d{2}|20[0-4]\\d)(?![\\d-])",
    (groups) => calendar({ year: Number(groups.year ?? groups.last) }),
  ),
  own(RELATIVE_YEAR, (groups, text, span) =>
    // 当年 without a year before it is "in those days".
    /^(?:当年|當年|这一年|這一年)$/u.test(groups.relative!) &&
    /^[的，]?(?:我|他|她|那)/u.test(text.slice(span.end, span.end + 3))
      ? null
      : years(groups.relative!),
  ),
  own(
    `(?<word>${Object.keys(DAYS)
      .sort((a, b) => b.length - a.length)
      .join("|")})${PART}`,
    (groups) => shift("day", DAYS[groups.word!]!, "reference"),
  ),
  own(
    `(?<word>${Object.keys(SAME_DAYS)
      .sort((a, b) => b.length - a.length)
      .join("|")})`,
    (groups, text, span) =>
      /^(?:第二天)$/u.test(groups.word!) && /[的个個]$/u.test(text.slice(0, span.start))
        ? null
        : shift("day", SAME_DAYS[groups.word!]!, "previous"),
  ),
  // 上周一, 本周五, 下周二, 周三
  own(`(?<which>(?:上上?|下下?|本|这|這|今)个?(?:个|個)?)${WEEKDAY}`, (groups) => {
    const weeks = weeksOf(groups.which!)
    return { kind: "weekdayOf", weekday: dayOf(groups.weekday!), weeks }
  }),
  own(`(?<![上下本这這每一二三四五六七八九十两几数\\d])${WEEKDAY}`, (groups) => ({
    kind: "weekday",
    weekday: dayOf(groups.weekday!),
    which: null,
  })),
  own("(?<which>上上?|下下?|本|这|這|今)(?:一|个|個)?(?:周|週|星期|礼拜|禮拜)(?![一二三四五六日天末])", (groups) => {
    const weeks = weeksOf(groups.which!)
    const on = (weekday: number): Named => ({ kind: "weekdayOf", weekday, weeks })
    return { kind: "range", from: on(1), to: on(0), once: true }
  }),
  // Feasts of the state that keep their day
  own(
    "(?<feast>元旦|国庆节|国庆日|國慶節|国庆|劳动节|勞動節|妇女节|婦女節|儿童节|兒童節|建军节|建軍節|圣诞节|聖誕節)",
    (groups) => calendar(FEASTS.find(([start]) => groups.feast!.startsWith(start))![1]),
  ),
  own(`民国(?<count>\\d{1,3}|[${HAN_NUMBER}]{1,4})年`, (groups) => calendar({ year: 1911 + numberOf(groups.count!) })),
  // 三年前, 两个月前; 三天后: from what was told
  own(`(?<![第\\d.])${COUNT}\\s?(?:个|個)?${UNIT}(?:多)?(?:之|以)?前(?!后|往|的?[前夕])`, (groups) => ago(groups, -1)),
  own(`(?<![第\\d.])${COUNT}\\s?(?:个|個)?${UNIT}(?:之|以)?[后後](?!代|来|來|期)`, (groups) => ago(groups, 1)),
  // 过去三年, 近两年来, 最近三个月
  own(`(?:过去|過去|最近|近)(?:的)?${COUNT}\\s?(?:个|個)?${UNIT}(?:来|來|以来|间|內|内)?`, (groups) => {
    const count = numberOf(groups.count!)
    return Number.isNaN(count) ? null : { kind: "stretch", unit: unitOf(groups.unit!), count }
  }),
]

const FEASTS: readonly (readonly [start: string, parts: { month: number; day: number }])[] = [
  ["元旦", { month: 1, day: 1 }],
  ["妇女", { month: 3, day: 8 }],
  ["婦女", { month: 3, day: 8 }],
  ["劳动", { month: 5, day: 1 }],
  ["勞動", { month: 5, day: 1 }],
  ["儿童", { month: 6, day: 1 }],
  ["兒童", { month: 6, day: 1 }],
  ["建军", { month: 8, day: 1 }],
  ["建軍", { month: 8, day: 1 }],
  ["国庆", { month: 10, day: 1 }],
  ["國慶", { month: 10, day: 1 }],
  ["圣诞", { month: 12, day: 25 }],
  ["聖誕", { month: 12, day: 25 }],
]

/** 上上周 is two weeks back, 下周 one ahead. */
function weeksOf(which: string): number {
  const count = which.startsWith("上上") || which.startsWith("下下") ? 2 : 1
  return which.startsWith("上") ? -count : which.startsWith("下") ? count : 0
}

function ago(groups: Readonly<Record<string, string | undefined>>, way: 1 | -1): Named | null {
  const count = numberOf(groups.count!)
  if (Number.isNaN(count)) return null
  return shift(unitOf(groups.unit!), count * way, way < 0 ? "reference" : "previous")
}

const GRAMMAR: Grammar = {
  families: FAMILIES,
  before: [
    [/(?:截至|截止|直到|直至|延至|一直到)$/u, "until"],
    [/(?:自从|自從|自打|从|從|自)$/u, "since"],
    [/(?:早于|不晚于|在?此前的)$/u, "before"],
  ],
  after: [
    [/^[份]?(?:以来|以來|至今|起|开始|開始)/u, "since"],
    [/^[份]?(?:之前|以前|前(?![往来夕后後]))/u, "before"],
    [/^[份]?(?:之后|之後|以后|以後)/u, "after"],
    [/^[份]?(?:为止|為止)/u, "until"],
  ],
  future: (before, after) =>
    /(?:将于|將於|拟于|定于|預計|预计|计划于|即将|将在|將在|改到|延期至|推迟到)$/u.test(before) ||
    /^[^，。；]{0,12}(?:将(?!其|他|她|被告|该)|將(?!其)|开庭审理此案，届时|要(?:开始|开庭|举行))/u.test(after),
  joins: (before, link, after) => {
    if (/^\s?(?:至|到|—|——|–|-|－|~|～|ー|一直到)\s?$/u.test(link)) return "period"
    if (/^\s?(?:和|与|與|及)\s?$/u.test(link))
      return /^\s?之[间間]/u.test(after) ? "once" : /^\s?期?[间間]/u.test(after) ? "period" : null
    return /^[（(]?\s?$/u.test(link) && /从$/u.test(before) ? "period" : null
  },
}

/** The dates of a Chinese text, simplified or traditional. Times of day are left to the words. */
export function dateWords(text: string, sentenceAt: (index: number) => Span): DateWords[] {
  return wordsOf(GRAMMAR, text, sentenceAt).map((words) => {
    // Two clocks run in Xinjiang, two hours apart: which one is meant stays with the date's words.
    const clock = /(?:北京|新疆|乌鲁木齐|当地|當地)(?:时间|時間)\s?$/u.exec(
      text.slice(Math.max(0, words.start - 8), words.start),
    )
    if (clock === null) return words
    const start = words.start - clock[0].length
    return { ...words, start, phrase: Math.min(words.phrase, start) }
  })
}
