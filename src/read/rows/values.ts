import type { Grave } from "../../model/proposal.js"
import { dayIn, dayInWords } from "../metadata.js"
import { graveOf } from "../proposals/grave.js"

/** Dates of one column as EDTF. Whether days or months come first is told by the whole column. */
export function datesOf(column: readonly string[]): (words: string) => string | null {
  const parts = column.flatMap((words) => {
    const match = NUMBERS.exec(words.trim())
    return match ? [[Number(match[1]), Number(match[2])] as const] : []
  })
  const dayFirst = parts.some(([first]) => first > 12)
  const monthFirst = parts.some(([, second]) => second > 12)
  const known = new Map<string, string | null>()
  return (said) => {
    const words = said.trim()
    const edtf = known.get(words) ?? dateOf(words, dayFirst === monthFirst ? null : dayFirst) ?? monthInWords(words)
    known.set(words, edtf)
    return edtf
  }
}

const NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?:\D{1,4}[.]?)?$/

function dateOf(words: string, dayFirst: boolean | null): string | null {
  const year = /^((?:19|20)\d\d)\s*(?:г\.?|года?|ж\.?|жылы?|年)?$/u.exec(words)
  if (year) return year[1]!
  const month = /^((?:19|20)\d\d)(?:[-./]|年\s*)(0?[1-9]|1[0-2])\s*月?$/u.exec(words) ?? backwards(words)
  if (month) return `${month[1]}-${month[2]!.padStart(2, "0")}`
  const day = /^((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})$/.exec(words)
  if (day) return real(day[1]!, day[2]!, day[3]!)
  const numbers = NUMBERS.exec(words)
  if (!numbers) return dayIn(words)
  const [, a = "", b = "", full = ""] = numbers
  // Points are written between day and month; between slashes both orders are.
  const known = words.includes(".") ? true : dayFirst
  const dmy = real(full, b, a)
  const mdy = real(full, a, b)
  if (known !== null) return known ? dmy : mdy
  if (dmy === null || mdy === null || dmy === mdy) return dmy ?? mdy
  return `[${[dmy, mdy].sort().join(",")}]`
}

/** "March 2018", "since March 2018", "март 2018 г." */
function monthInWords(words: string): string | null {
  const match = /^(?:\p{L}{1,8}\s)?(\p{L}{3,10})\.?,?\s((?:19|20)\d\d)(?:\s\p{L}{1,4}\.?)?$/u.exec(words)
  return match && (dayInWords(`1 ${match[1]} ${match[2]}`)?.slice(0, 7) ?? null)
}

function backwards(words: string) {
  const match = /^(0?[1-9]|1[0-2])[./-]((?:19|20)\d\d)$/.exec(words)
  return match ? [match[0], match[2]!, match[1]!] : null
}

function real(year: string, month: string, day: string): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
    ? date.toISOString().slice(0, 10)
    : null
}

const FEMALE = /^(?:f|female|woman|w|ж|жен|женский|женщина|әйел|қыз|女)\.?$/iu
const MALE = /^(?:m|male|man|м|муж|мужской|мужчина|ер|еркек|ер адам|男)\.?$/iu

export function sexOf(words: string): "female" | "male" | null {
  return FEMALE.test(words.trim()) ? "female" : MALE.test(words.trim()) ? "male" : null
}

const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ["camp", /\bcamps?\b|\bre-?education\b|лагер|лагері|集中营|再教育|教培/iu],
  ["pretrial", /\bpre-?trial\b|\bremand|\bsizo\b|сизо|следственн|тергеу изолятор|看守所/iu],
  ["police_custody", /\bpolice\b|\bivs\b|ивс|отдел\p{L}* полиции|полиция бөлім|派出所|拘留所/iu],
  ["psychiatric", /\bpsychiatr|психиатр|жүйке аурулар|精神病/iu],
  ["prison", /\bprison|\bjail|\bcolon(?:y|ies)\b|\bimprisoned\b|тюрьм|колони|түрме|колония|监狱|服刑/iu],
]

/** The kind of detention that words name; null when they name none. */
export function detentionOf(words: string): string | null {
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

const HELD =
  /\b(?:detained|arrested|in custody|in detention|held|imprisoned|sentenced|missing)\b|задержан|арестован|под стражей|осужд|ұсталд|қамалған|қамауда|сотталған|被捕|被抓|在押|关押|判刑/iu
const FREE = /\b(?:released|freed|free|at liberty)\b|освобо|на свободе|босат|бостандық|释放|获释/iu
const NOT = /\b(?:not|never)\b|(?:^|\s)не\s|未|没有/iu

/** Does a status say that the person is held, or was let go? Null: neither, or not for certain. */
export function liberty(words: string): "held" | "released" | null {
  const [held, free] = [HELD.test(words) || detentionOf(words) !== null, FREE.test(words)]
  if (NOT.test(words) || held === free) return null
  return held ? "held" : "released"
}

const DEAD =
  /\b(?:died|dead|deceased|death|killed|executed)\b|умер|погиб|убит|казн|скончал|қайтыс|өлді|өлтір|死亡|去世|已故|处决/iu
const SEXUAL = /\brap(?:e|ed|ing)\b|\bsexual|изнасил|сексуальн|зорла|强奸|性侵|性虐/iu
const MINOR =
  /\b(?:child|minor|infant|schoolchild|teenager)\b|несовершеннолет|ребен|ребён|школьни|подрост|кәмелетке толмаған|бала(?:$|[\s,.])|儿童|未成年|学生/iu
const CONFESSED = /\bconfess|\bpleaded guilty\b|призна(?:л|в)|мойында|认罪|供认/iu

/** What a row says that must be decided alone, in any of the languages of lists. `age`: at detention, where known. */
export function graveRow(text: string, age: number | null): Grave | null {
  const english = graveOf(text, { passages: [{ start: 0, end: text.length }] })
  if (SEXUAL.test(text) || english === "sexual_violence") return "sexual_violence"
  if (DEAD.test(text) || english === "death") return "death"
  if (MINOR.test(text) || english === "minor" || (age !== null && age < 18)) return "minor"
  return CONFESSED.test(text) ? "confession" : english
}
