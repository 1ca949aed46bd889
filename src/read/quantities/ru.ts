import type { ReadQuantity } from "../../model/reading.js"
import { NUMBER_WORD, numberOf as wordNumber } from "../dates/ru/words.js"
import { shortLetters } from "../letters.js"
import type { FoundMoney, Quantities } from "./index.js"
import { outermost } from "./outermost.js"

const SCALES: readonly [RegExp, number][] = [
  [/^(?:тыс\.?|тысяч\p{L}{0,3})$/iu, 1e3],
  [/^(?:млн\.?|миллион\p{L}{0,3})$/iu, 1e6],
  [/^(?:млрд\.?|миллиард\p{L}{0,3})$/iu, 1e9],
  [/^(?:трлн\.?|триллион\p{L}{0,3})$/iu, 1e12],
  [/^(?:сот(?:ен|ни|ня|ню))$/iu, 100],
]
const scaleOf = (word: string | undefined) => (word ? (SCALES.find(([form]) => form.test(word))?.[1] ?? 1) : 1)

const CURRENCIES: readonly [RegExp, string][] = [
  [/^тенге$/iu, "KZT"],
  [/^доллар/iu, "USD"],
  [/^евро$/iu, "EUR"],
  [/^(?:руб\.?|рубл)/iu, "RUB"],
  [/^юан/iu, "CNY"],
  [/^(?:сом|сомов|сома)$/iu, "KGS"],
  [/^сум/iu, "UZS"],
  [/^(?:лир|лиры|лира)$/iu, "TRY"],
  [/^гривен|^гривн/iu, "UAH"],
  [/^фунт/iu, "GBP"],
  [/^(?:иен|йен)/iu, "JPY"],
  [/^манат/iu, "AZN"],
]
const SIGNS: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "₸": "KZT", "₽": "RUB", "¥": "CNY" }

const DIGITS = "\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:,\\d+)?|\\d+(?:[,.]\\d+)?"
const WORDS = `(?:${NUMBER_WORD}|сто|двести|триста|четыреста|пятьсот|шестьсот|полтора|полторы)(?:\\s(?:${NUMBER_WORD}))?`
const SCALE = "тыс\\.?|тысяч\\p{L}{0,3}|млн\\.?|миллион\\p{L}{0,3}|млрд\\.?|миллиард\\p{L}{0,3}|триллион\\p{L}{0,3}"
const LEAD =
  "(?:(?<about>около|примерно|приблизительно|порядка|почти|более|больше|свыше|не\\s+менее|как\\s+минимум|по\\s+меньшей\\s+мере|менее|меньше|не\\s+более|до|от|минимум|максимум)\\s+)?"
const CURRENCY =
  "тенге|доллар\\p{L}{0,3}|евро|рубл\\p{L}{1,3}|руб\\.?|юан\\p{L}{1,3}|сом(?:ов|а)?|сум(?:ов|а)?|лир\\p{L}?|гривен|гривн\\p{L}{1,2}|фунт\\p{L}{0,3}|[ий]ен\\p{L}?|манат\\p{L}{0,2}"

const MONEY = new RegExp(
  shortLetters(
    `(?<!\\p{L})${LEAD}(?:(?<sign>[$€£₸₽¥])\\s?(?<a>${DIGITS})(?:\\s(?<as>${SCALE}))?|(?<b>${DIGITS}|${WORDS})(?:\\s(?<bs>${SCALE}))?\\s(?<name>${CURRENCY})(?!\\p{L}))`,
  ),
  "giu",
)
const NOUN =
  "человек(?:а)?|люд(?:ей|и)|чел\\.|мужчин\\p{L}?|женщин\\p{L}?|дет(?:ей|и)|студент\\p{L}{0,3}|учител\\p{L}{1,3}|журналист\\p{L}{0,3}|активист\\p{L}{0,3}|заключ[её]нн\\p{L}{2,3}|задержанн\\p{L}{2,3}|арестованн\\p{L}{2,3}|пропавш\\p{L}{2,3}|беженц\\p{L}{1,3}|жител\\p{L}{1,3}|казах\\p{L}{0,2}|уйгур\\p{L}{0,2}|мусульман\\p{L}{0,2}|сем(?:ей|ьи|ьям)|родственник\\p{L}{0,2}|участник\\p{L}{0,2}|сторонник\\p{L}{0,2}|свидетел\\p{L}{1,2}|солдат\\p{L}{0,2}|полицейск\\p{L}{2,3}|сотрудник\\p{L}{0,2}|погибш\\p{L}{2}|раненых|убитых|жертв\\p{L}{0,2}|им[её]н|лагер\\p{L}{1,2}|тюр(?:ем|ьмы)|дом(?:ов|а)|сел|аул\\p{L}{0,2}|мечет\\p{L}{1,2}|школ\\p{L}?|лет|год(?:а|ам|ов|у)?|месяц(?:а|ев|ам)?|недел(?:ь|и|ю)|дн(?:ей|я|ям)|сут(?:ок|ки)|час(?:ов|а)|процент(?:ов|а)?|%"
const EXACT = new RegExp(
  shortLetters(
    `(?<!\\p{L})(?<![\\d.,])${LEAD}(?<low>${DIGITS}|${WORDS})(?:\\s?(?:-|–|—|до)\\s?(?<high>${DIGITS}|${WORDS}))?(?:\\s(?<scale>${SCALE}))?\\s?(?<noun>(?:\\p{Ll}+(?:ых|их|ого|ной)\\s)?(?:${NOUN}))(?!\\p{L})`,
  ),
  "giu",
)
const VAGUE =
  /(?<!\p{L})(?:(?:нескольк(?:о|их|им)|многие|много|сотн(?:и|ями|ях|ям)|тысяч(?:и|ами|ах|ам)|десятк(?:и|ами|ах|ам|ов)|миллион(?:ы|ами|ах|ам)|множество|ряд)(?:\s(?:сот(?:ен|ни)|тысяч|миллионов|десятков))?)\s(?<noun>(?:\p{Ll}+(?:ых|их)\s)?(?:человек|люд\p{L}{2,3}|семей|активист\p{L}{1,3}|заключ[её]нн\p{L}{2,3}|задержанн\p{L}{2,3}|уйгур\p{L}{1,2}|казах\p{L}{1,2}|мусульман\p{L}{0,2}|журналист\p{L}{1,3}|жител\p{L}{1,3}|родственник\p{L}{1,3}|женщин\p{L}?|мужчин\p{L}?|дет(?:ей|и)|свидетел\p{L}{1,3}|лет|дней|месяцев|недель))(?!\p{L})/giu

/** Numbers of people and things we count, durations, sums. A vague amount keeps its words and has no figures. */
export function quantities(text: string): Quantities {
  const money: FoundMoney[] = []
  const found: ReadQuantity[] = []
  for (const match of text.matchAll(MONEY)) {
    const groups = match.groups!
    const currency = groups.sign ? SIGNS[groups.sign]! : CURRENCIES.find(([form]) => form.test(groups.name!))![1]
    const amount = figureOf((groups.a ?? groups.b)!) * scaleOf(groups.as ?? groups.bs)
    if (Number.isNaN(amount)) continue
    const span = { start: match.index, end: match.index + match[0].length }
    const equivalent = /\(\s*$/u.test(text.slice(Math.max(0, span.start - 2), span.start))
    money.push({ ...span, amount: String(amount), currency, equivalent, words: match[0] })
    found.push({
      ...span,
      words: match[0],
      ...boundsOf(groups.about, amount, amount),
      unit: currency,
      approximate: groups.about !== undefined,
    })
  }
  for (const match of text.matchAll(EXACT)) {
    const groups = match.groups!
    const scale = scaleOf(groups.scale)
    const low = figureOf(groups.low!) * scale
    const high = groups.high ? figureOf(groups.high) * scale : low
    if (Number.isNaN(low) || Number.isNaN(high) || low > high) continue
    // A year is no number of years: "2019 года".
    if (/^(?:года|году|год)$/iu.test(groups.noun!) && low > 200) continue
    const words = match[0].slice(0, match[0].length - groups.noun!.length).trimEnd()
    found.push({
      start: match.index,
      end: match.index + words.length,
      words,
      ...(groups.high ? { low, high } : boundsOf(groups.about, low, high)),
      unit: groups.noun!.toLowerCase(),
      approximate: groups.about !== undefined && groups.high === undefined,
    })
  }
  for (const match of text.matchAll(VAGUE)) {
    const noun = match.groups!.noun!
    const words = match[0].slice(0, match[0].length - noun.length).trimEnd()
    found.push({
      start: match.index,
      end: match.index + words.length,
      words,
      low: null,
      high: null,
      unit: noun.toLowerCase(),
      approximate: true,
    })
  }
  return { quantities: outermost(found), money }
}

function boundsOf(about: string | undefined, low: number, high: number): { low: number | null; high: number | null } {
  const word = about?.toLowerCase().replace(/\s+/gu, " ") ?? ""
  return {
    low: /^(?:менее|меньше|не более|до|максимум)$/u.test(word) ? null : low,
    high: /^(?:более|больше|свыше|не менее|как минимум|по меньшей мере|от|минимум)$/u.test(word) ? null : high,
  }
}

const HUNDREDS: Readonly<Record<string, number>> = {
  сто: 100,
  двести: 200,
  триста: 300,
  четыреста: 400,
  пятьсот: 500,
  шестьсот: 600,
  полтора: 1.5,
  полторы: 1.5,
}

function figureOf(words: string): number {
  if (/^\d/u.test(words)) return Number(words.replace(/[ \u00a0\u202f]/gu, "").replace(",", "."))
  return words
    .toLowerCase()
    .split(/\s+/u)
    .reduce((sum, word) => sum + (HUNDREDS[word] ?? wordNumber(word)), 0)
}
