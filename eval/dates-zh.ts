import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { boundsOf } from "../src/model/date.js"
import { readDates } from "../src/read/dates/index.js"
import { agrees, type Case } from "./dates.js"
import { type Result, rowOf } from "./row.js"

interface Wanted {
  readonly words: string
  readonly reference: string
  readonly right: (edtf: string) => boolean
}

/**
 * Out of our scope: clock times and parts of a day, holidays, seasons, weekends, quarters, numbered weeks, lunar days
 * turned into ours (we name them as such), the reigns of emperors, day and month as bare digits or a year of two, the
 * nth weekday of a month, stretches that end or begin today ("the past three years"), "now", and years before 1600.
 */
const OUT =
  /周末|週末|季|农历|農曆|初[一二三]|除夕|大年|正月|康熙|雍正|乾隆|神龙|第[一二三四五\d]个?個?[周週星]|最后|月底|年底|月初(?!一)|年初|上旬|中旬|下旬|半年|半月|夏天|冬天|春天|秋天|^[^\d]{0,6}\d{1,2}[-/.]\d{1,2}(?!\d*[-/.])|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{2}(?!\d)|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|之后的|接下来|未来|[后後下前上][两兩二三几\d一]个?[周天月年]|[近过][去\s]*[三十两\d]\s?年|[日天]之?[内內]|(?:三六七|(?<!\d)\d{3})年|现在|現在|此[时時刻]|[当當]前|[宜而依]家|^最近$|2月30日|2019年2月29日|看起来是一个|琴日|(?<=上周四)到/u
const CLOCK = /[点點时時秒钟鐘:：刻](?![间間候])|\d分|分钟|\d[ap]m?\b|早上|早晨|上午|下午|晚|夜|晏|凌晨|中午/iu
const DAY = /[今昨明后後前]天|今[日晚]|昨[日晚]|明[日晚]|[周週]|星期|礼拜|禮拜|[日号號]/u

const outOfScope = (words: string) => OUT.test(words) || (CLOCK.test(words) && !DAY.test(words))

/** Chinese cases of Recognizers-Text, Duckling and chrono: the value of the one answer. */
export function datesZh(root: string): Result[] {
  const folder = join(root, "../shared/data/reading")
  if (!existsSync(folder)) return [{ data: "dates zh", why: "../shared/data is not there" }]
  const spec = (name: string) => recognizers(join(folder, "recognizers-specs/Specs/DateTime/Chinese", `${name}.json`))
  const sets: [name: string, cases: Wanted[]][] = [
    ["Recognizers-Text zh DateParser", spec("DateParser")],
    ["Recognizers-Text zh DatePeriodParser", spec("DatePeriodParser")],
    [
      "Duckling zh without the feasts of religions",
      duckling(readFileSync(join(folder, "duckling-time/Duckling/Time/ZH/Corpus.hs"), "utf8")),
    ],
    ["chrono zh", chrono(join(folder, "chrono-tests/test/zh"))],
  ]
  return sets.map(([name, cases]) => {
    const scope = cases.filter(({ words }) => !outOfScope(words))
    const right = scope.filter(({ words, reference, right }) => {
      const found = readDates(words, "zh", reference, () => ({ start: 0, end: words.length, block: 0 }))
      const fits = found.some(({ edtf }) => right(edtf))
      if (!fits && process.env.DALEL_EVAL_VERBOSE)
        console.log(name, words, reference, found.map(({ edtf }) => edtf).join(" "))
      return fits
    })
    const split = `cases, in scope ${scope.length} of ${cases.length}`
    return [rowOf(name, split, "values", { score: right.length / Math.max(1, scope.length), bar: 0.9 })]
  })
}

function recognizers(file: string): Wanted[] {
  const cases: Case[] = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/u, ""))
  return cases.flatMap(({ Input: words, Context, Results }) => {
    const reference = Context?.ReferenceDateTime?.slice(0, 10)
    const [first] = Results
    if (reference === undefined || first?.Value === undefined) return []
    const { Value, Text } = first
    return [{ words, reference, right: (edtf: string) => agrees(edtf, Value, Text) }]
  })
}

const two = (number: string) => number.padStart(2, "0")

/** Duckling looks ahead where we look back: the same weekday a week before, the same day a year before. */
function near(edtf: string, wanted: string): boolean {
  const { start, end } = boundsOf(edtf)
  const bounds = boundsOf(wanted)
  const first = bounds.start.earliest!
  if (edtf.includes("/") && start.earliest === first) return true
  const days = Math.abs(Date.parse(start.earliest ?? "0001-01-01") - Date.parse(first)) / 86_400_000
  if (start.earliest === null || end.latest === null) return false
  const length = (Date.parse(end.latest) - Date.parse(start.earliest)) / 86_400_000
  const asLong = length <= (Date.parse(bounds.end.latest!) - Date.parse(first)) / 86_400_000 + 1
  return (
    (days === 0 || days === 7 || start.earliest.slice(5) === first.slice(5)) &&
    (asLong || (start.earliest <= first && first <= end.latest && length < 367))
  )
}

function duckling(haskell: string): Wanted[] {
  const cases: Wanted[] = []
  const shape = /examples \((datetime\w*) (.*?)\n\s+\[(.*?)\n\s+\]/gsu
  for (const [, kind, answer, list] of haskell.matchAll(shape)) {
    if (kind!.endsWith("Holiday") && !/"(?:元旦|妇女节|劳动节|儿童节|建军节|圣诞节)"/u.test(answer!)) continue
    const grain = /\b(Second|Minute|Hour|Day|Week|Month|Year)\b/u.exec(answer!)?.[1] ?? "Day"
    const days = [...answer!.matchAll(/\((\d{4}), (\d+), (\d+)/gu)].map(([, year, month, day]) =>
      [year, month === "0" ? "01" : two(month!), day === "0" ? "01" : two(day!)].join("-"),
    )
    const [first = "", last = first] = days
    const wanted = first.slice(0, grain === "Year" ? 4 : grain === "Month" ? 7 : 10)
    const fits = (edtf: string) => {
      if (near(edtf, wanted)) return true
      const { start } = boundsOf(edtf)
      // "Three days after" is to them the stretch up to that day.
      return (
        kind === "datetimeInterval" &&
        start.earliest !== null &&
        first.slice(0, 7) <= start.earliest &&
        start.earliest <= last
      )
    }
    for (const [, words] of list!.matchAll(/"((?:[^"\\]|\\.)*)"/gu))
      cases.push({ words: words!, reference: "2013-02-12", right: fits })
  }
  return cases
}

/** chrono's tests: a text, a day to count from, and the parts of the answer. */
function chrono(folder: string): Wanted[] {
  const cases: Wanted[] = []
  for (const variant of ["hans", "hant"])
    for (const name of readdirSync(join(folder, variant)).sort()) {
      const shape =
        /testSingleCase\(\s*chrono\.zh\.han[st]?\w*,\s*"([^"]+)",\s*new Date\((\d+),\s*(\d+)( - 1)?,\s*(\d+)[^)]*\),?\s*\(result\) => \{(.*?)\n {4}\}\s*\)?/gsu
      for (const [, words, year, month, less, day, body] of readFileSync(join(folder, variant, name), "utf8").matchAll(
        shape,
      )) {
        const part = (key: string) =>
          new RegExp(`result\\.start\\.get\\("${key}"\\)\\)\\.toBe\\((\\d+)`, "u").exec(body!)?.[1]
        const [y, m, d] = [part("year"), part("month"), part("day")]
        if (y === undefined || m === undefined || d === undefined) continue
        cases.push({
          words: words!,
          reference: `${year}-${two(String(Number(month) + (less ? 0 : 1)))}-${two(day!)}`,
          right: (edtf) => near(edtf, `${y}-${two(m)}-${two(d)}`),
        })
      }
    }
  return cases
}
