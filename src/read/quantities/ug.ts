import type { ReadQuantity } from "../../model/reading.js"
import { END, ENDINGS, NUMBER, NUMBER_WORD, numberOf } from "../uyghur/words.js"
import type { FoundMoney, Quantities } from "./index.js"
import { outermost } from "./outermost.js"

const CURRENCIES: Readonly<Record<string, string>> = {
  يۈەن: "CNY", "خەلق پۇلى": "CNY", دوللار: "USD", ياۋرو: "EUR", تەڭگە: "KZT", رۇبلى: "RUB", لىرا: "TRY", سوم: "KGS",
} // biome-ignore format: a table
const MONEY = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<number>${NUMBER})\\s(?:ئامېرىكا\\s)?(?<currency>${Object.keys(CURRENCIES).join("|")})(?=${ENDINGS}${END})`,
  "gu",
)
const NOUN =
  "(?<noun>كىشى|ئادەم|نەپەر|ئايال|ئەر|بالا|تۇغقىن|تۇتقۇن|مەھبۇس|ئوقۇغۇچى|ئوقۇتقۇچى|ساقچى|ئائىلە|ئۇيغۇر|قازاق|پۇقرا|دېھقان|ئىشچى|مۇخبىر|ئادۋوكات|كەنت|مەسچىت|لاگېر|يىللىق|يىل|ئاي|كۈن|سائەت|ھەپتە|ياش|جان)"
const LEAD = "(?:(?<lead>كەم دېگەندە|ئاز دېگەندە|تەخمىنەن|تەخمىنىي|ئەڭ ئاز|ئەڭ كۆپ)\\s)?"
const COUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.-])${LEAD}(?<number>${NUMBER})(?:(?<about>غا\\sيېقىن|قا\\sيېقىن|گە\\sيېقىن|كە\\sيېقىن|چە|دەك|تەك)|(?<more>دىن\\s(?:ئارتۇق|كۆپ|كۆپرەك)|تىن\\s(?:ئارتۇق|كۆپ)|نەچچە))?(?:\\sنەپەر|\\sنەچچە)?\\s(?:تۇتقۇن\\s|ئۇيغۇر\\s|قازاق\\s)?${NOUN.replace("تۇغقىن", "تۇغقىن|تۇغقان")}(?=${ENDINGS}${END})`,
  "gu",
)
const VAGUE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<words>(?:يۈز|مىڭ|ئون|مىليون)(?:لىغان|لارچە|لەپ|لاپ)|نۇرغۇن|كۆپلىگەن|نەچچە\\s(?:${NUMBER_WORD}))\\s(?:\\p{L}{1,30}\\s)??${NOUN}(?=${ENDINGS}${END})`,
  "gu",
)

/** Numbers of people and things, terms, sums of a Uyghur text in Arabic letters. A vague amount has no figures. */
export function quantities(text: string): Quantities {
  const money: FoundMoney[] = []
  const found: ReadQuantity[] = []
  for (const match of text.matchAll(MONEY)) {
    const amount = numberOf(match.groups!.number!)
    if (Number.isNaN(amount)) continue
    const span = { start: match.index, end: match.index + match[0].length }
    const currency = CURRENCIES[match.groups!.currency!]!
    money.push({ ...span, amount: String(amount), currency, equivalent: false, words: match[0] })
    found.push({ ...span, words: match[0], low: amount, high: amount, unit: currency, approximate: false })
  }
  for (const match of text.matchAll(COUNT)) {
    const { number, lead, about, more, noun } = match.groups!
    const value = numberOf(number!)
    if (Number.isNaN(value) || (value === 1 && !/^\d/u.test(number!))) continue
    const end = match.index + match[0].length - noun!.length - 1
    const least = more !== undefined || /^(?:كەم|ئاز|ئەڭ ئاز)/u.test(lead ?? "")
    const most = lead === "ئەڭ كۆپ"
    found.push({
      start: match.index,
      end,
      words: text.slice(match.index, end),
      low: most ? null : value,
      high: least ? null : value,
      unit: noun === "نەپەر" || noun === "جان" ? "كىشى" : noun!,
      approximate: lead !== undefined || about !== undefined || more !== undefined,
    })
  }
  for (const match of text.matchAll(VAGUE)) {
    const { words, noun } = match.groups!
    const span = { start: match.index, end: match.index + words!.length }
    found.push({ ...span, words: words!, low: null, high: null, unit: noun!, approximate: true })
  }
  return { quantities: outermost(found), money }
}
