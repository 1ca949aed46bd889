import type { ReadQuantity } from "../../model/reading.js"
import { NUMBER, numberOf } from "../dates/kk/words.js"
import { letters, skeletonOf, spanOf } from "../kazakh/skeleton.js"
import { shortLetters } from "../letters.js"
import type { FoundMoney, Quantities } from "./index.js"
import { outermost } from "./outermost.js"

const CASE = "(?:\\p{L}{0,6})"
const DIGITS = "\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:,\\d+)?|\\d+(?:[,.]\\d+)?"
const SCALE = letters("мың|миллион|миллиард|млн|млрд")
const SCALES: Readonly<Record<string, number>> = { мың: 1e3, миллион: 1e6, млн: 1e6, миллиард: 1e9, млрд: 1e9 }
const CURRENCIES: readonly [string, string][] = [
  ["теңге", "KZT"],
  ["доллар", "USD"],
  ["рубл", "RUB"],
  ["еуро", "EUR"],
  ["юан", "CNY"],
  ["сом", "KGS"],
  ["лира", "TRY"],
]
const LEAD = letters("(?:(?<about>шамамен|жуық|кемінде|кем дегенде)\\s)?")
const AFTER = letters(
  "(?:(?:ға|ге|қа|ке|дан|ден|тан|тен|нан|нен|дай|дей|тай|тей|деи|даи)?\\s(?<near>жуық|астам|аса|артық|шақты))?",
)

const MONEY = new RegExp(
  shortLetters(
    `(?<!\\p{L})${LEAD}(?<low>${DIGITS}|${NUMBER})(?:\\s(?<scale>${SCALE}))?\\s(?<name>${CURRENCIES.map(([name]) => letters(name)).join("|")})${CASE}`,
  ),
  "giu",
)
const NOUN = letters(
  "адам|кісі|есім|отбасы|әйел|ер\\sадам|бала|оқушы|студент|мұғалім|журналист|белсенді|тұтқын|ұсталған|қазақ|ұйғыр|мұсылман|тұрғын|туыс|куәгер|полиция|сарбаз|жыл|ай|апта|күн|тәулік|сағат|пайыз|лагерь|мешіт|мектеп|үй|ауыл",
)
const EXACT = new RegExp(
  shortLetters(
    `(?<![\\p{L}\\d.,-])${LEAD}(?<low>${DIGITS}|${NUMBER})(?:\\s?(?:-|–|—)\\s?(?<high>${DIGITS}))?(?:\\s(?<scale>${SCALE}))?${AFTER}\\s(?<noun>${NOUN})(?<tail>${CASE})(?!\\p{L})`,
  ),
  "giu",
)
const VAGUE = new RegExp(
  letters(
    "(?<!\\p{L})(?:бірнеше|көптеген|жүздеген|мыңдаған|ондаған|миллиондаған|көп)(?:\\s(?:жүз|мың|миллион))?\\s(?<noun>адам|кісі|отбасы|қазақ|ұйғыр|мұсылман|белсенді|журналист|тұрғын|күн|ай|жыл)\\p{L}{0,6}",
  ),
  "giu",
)

/** Numbers of people and things we count, durations, sums, in a Kazakh text of any script. */
export function quantities(text: string): Quantities {
  const skeleton = skeletonOf(text)
  const money: FoundMoney[] = []
  const found: ReadQuantity[] = []
  const put = (from: number, to: number, rest: Omit<ReadQuantity, "start" | "end" | "words">) => {
    const span = spanOf(skeleton, from, to)
    found.push({ ...span, words: text.slice(span.start, span.end), ...rest })
  }
  for (const match of skeleton.text.matchAll(MONEY)) {
    const groups = match.groups!
    const amount = figureOf(groups.low!) * (SCALES[groups.scale?.toLowerCase() ?? ""] ?? 1)
    if (Number.isNaN(amount)) continue
    const currency = CURRENCIES.find(([name]) => groups.name!.toLowerCase().startsWith(letters(name)))![1]
    const span = spanOf(skeleton, match.index, match.index + match[0].length)
    const words = text.slice(span.start, span.end)
    money.push({
      ...span,
      amount: String(amount),
      currency,
      equivalent: /\(\s*$/u.test(text.slice(Math.max(0, span.start - 2), span.start)),
      words,
    })
    put(match.index, match.index + match[0].length, {
      low: amount,
      high: amount,
      unit: currency,
      approximate: groups.about !== undefined,
    })
  }
  for (const match of skeleton.text.matchAll(EXACT)) {
    const groups = match.groups!
    const scale = SCALES[groups.scale?.toLowerCase() ?? ""] ?? 1
    const low = figureOf(groups.low!) * scale
    const high = groups.high ? figureOf(groups.high) * scale : low
    const noun = groups.noun!.toLowerCase()
    // A year is no number of years, and "10 ай" may be October only with a name.
    if (Number.isNaN(low) || Number.isNaN(high) || low > high || (noun === "жыл" && low > 200)) continue
    const more = /астам|аса|артық/u.test(groups.near ?? "") || /^кем/u.test(groups.about ?? "")
    put(match.index, match.index + match[0].length - groups.noun!.length - groups.tail!.length - 1, {
      low,
      high: more ? null : high,
      unit: nounOf(
        text,
        skeleton,
        match.index + match[0].length - groups.noun!.length - groups.tail!.length,
        groups.noun!.length,
      ),
      approximate: groups.about !== undefined || groups.near !== undefined,
    })
  }
  for (const match of skeleton.text.matchAll(VAGUE)) {
    const at = match.index + match[0].lastIndexOf(match.groups!.noun!)
    put(match.index, at - 1, {
      low: null,
      high: null,
      unit: nounOf(text, skeleton, at, match.groups!.noun!.length),
      approximate: true,
    })
  }
  return { quantities: outermost(found), money }
}

/** The noun as the text writes it, without its ending. */
function nounOf(text: string, skeleton: ReturnType<typeof skeletonOf>, from: number, length: number): string {
  const { start, end } = spanOf(skeleton, from, from + length)
  return text.slice(start, end).toLowerCase()
}

function figureOf(words: string): number {
  if (/^\d/u.test(words)) return Number(words.replace(/[ \u00a0\u202f]/gu, "").replace(",", "."))
  return numberOf(words)
}
