import type { ReadQuantity } from "../../model/reading.js"
import type { FoundMoney, Quantities } from "./index.js"
import { outermost } from "./outermost.js"

const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, index) => [word, index + 1]),
)
const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  k: 1e3,
}

const SIGNS: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "₸": "KZT",
  "₽": "RUB",
  "¥": "CNY",
  "₴": "UAH",
  "₹": "INR",
  "₺": "TRY",
}
const CURRENCIES: Readonly<Record<string, string>> = {
  tenge: "KZT",
  dollar: "USD",
  dollars: "USD",
  euro: "EUR",
  euros: "EUR",
  yuan: "CNY",
  renminbi: "CNY",
  ruble: "RUB",
  rubles: "RUB",
  rouble: "RUB",
  roubles: "RUB",
  pound: "GBP",
  pounds: "GBP",
  som: "KGS",
  soms: "KGS",
  lira: "TRY",
  rupee: "INR",
  rupees: "INR",
  hryvnia: "UAH",
  hryvnias: "UAH",
  yen: "JPY",
  manat: "AZN",
  usd: "USD",
  eur: "EUR",
  kzt: "KZT",
  rub: "RUB",
  cny: "CNY",
}

const NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?"
const SCALE = "(?:hundred|thousand|million|billion|trillion)"
const WORD = `(?:${[...Object.keys(SMALL), ...Object.keys(TENS)].join("|")})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?`

const MONEY = new RegExp(
  `(?<equivalent>\\bequivalent\\s+(?:of|to)\\s+(?:about\\s+|around\\s+)?)?(?:(?<sign>(?:US|A|C|HK)?[$€£₸₽¥₴₹₺])\\s?(?<a>${NUMBER})(?:[\\s-](?<as>${SCALE})|(?<am>bn|m|k)\\b)?|(?<b>${NUMBER})\\s(?:(?<bs>${SCALE})\\s)?(?:U\\.?S\\.?\\s)?(?<name>${Object.keys(CURRENCIES).join("|")})\\b)`,
  "giu",
)

// Nouns one counts in our field; anything else with a number is left alone.
const PEOPLE =
  "people|persons|men|women|children|boys|girls|kids|teenagers|minors|students|pupils|schoolgirls|schoolchildren|teachers|workers|employees|farmers|miners|doctors|nurses|lawyers|journalists|reporters|activists|defenders|protesters|protestors|demonstrators|prisoners|detainees|inmates|hostages|suspects|defendants|refugees|migrants|residents|villagers|civilians|citizens|soldiers|officers|policemen|troops|militants|fighters|gunmen|attackers|victims|survivors|witnesses|members|families|households|relatives|supporters|dissidents|worshippers|monks|nuns|passengers|voters|others|dead|wounded|injured|deaths|arrests|cases|attacks|killings"
const THINGS =
  "years?|months?|weeks?|days?|hours?|camps?|facilities|prisons?|villages?|houses?|homes?|mosques?|schools?|percent|per\\s+cent"
const ADJECTIVES = "(?:[a-z]+(?:-[a-z]+)*\\s+|[A-Z][a-z]+\\s+(?:and\\s+)?){0,3}?"
const LEAD =
  "(?:(?<about>an\\s+estimated|estimated|as\\s+many\\s+as|at\\s+least|at\\s+most|more\\s+than|fewer\\s+than|less\\s+than|up\\s+to|about|around|approximately|roughly|nearly|almost|over|some|close\\s+to)\\s+)?"

const EXACT = new RegExp(
  `\\b${LEAD}(?<low>${NUMBER}|${WORD}|a|an)(?:\\s?(?:-|–|to)\\s?(?<high>${NUMBER}|${WORD}))?(?:[\\s-](?<scale>${SCALE}))?(?<more>\\s+(?:more|other))?\\s+(?:of\\s+the\\s+)?(?<noun>${ADJECTIVES}(?:${PEOPLE}|${THINGS}|[A-Z][a-z]+s))\\b`,
  "gu",
)
const VAGUE =
  /\b(?:(?:many|several|a\s+few|some)\s+)?(?:(?:tens|hundreds|thousands|dozens|scores|millions|billions)(?:\s+of\s+(?:thousands|millions|billions|others))?|dozens|a\s+(?:dozen|handful|couple))(?<more>\s+more)?(?:\s+of\s+(?<noun>(?:the\s+|them|other\s+)?(?:[a-z]+(?:-[a-z]+)*\s+){0,2}?(?:[a-z]+s|people|men|women|children|[A-Z][a-z]+s)))?\b/giu

/** Numbers of people and things we count, durations, sums. A vague amount keeps its words and has no figures. */
export function quantities(text: string): Quantities {
  const money: FoundMoney[] = []
  const quantities: ReadQuantity[] = []
  for (const match of text.matchAll(MONEY)) {
    const groups = match.groups!
    const currency = groups.sign ? SIGNS[groups.sign.slice(-1)]! : CURRENCIES[groups.name!.toLowerCase()]!
    if (groups.sign && /^(?:A|C|HK)/.test(groups.sign)) continue
    const scale = groups.as ?? groups.am ?? groups.bs
    const amount = numberOf(groups.a ?? groups.b!) * (scale ? SCALES[scale.toLowerCase()]! : 1)
    const lead = groups.equivalent?.length ?? 0
    const span = { start: match.index + lead, end: match.index + match[0].length }
    const words = text.slice(span.start, span.end)
    money.push({ ...span, amount: String(amount), currency, equivalent: lead > 0, words: match[0] })
    quantities.push({ ...span, words, low: amount, high: amount, unit: currency, approximate: false })
  }
  for (const match of text.matchAll(EXACT)) {
    const groups = match.groups!
    if (/^an?$/.test(groups.low!) && !groups.scale) continue
    if (/[A-Z][a-z]+s$/u.test(groups.noun!) && !/^(?:[a-z]+ )*(?:[A-Z][a-z]+ )*[A-Z][a-z]+s$/u.test(groups.noun!))
      continue
    const scale = groups.scale ? SCALES[groups.scale.toLowerCase()]! : 1
    const low = wordNumber(groups.low!) * scale
    const high = groups.high ? wordNumber(groups.high) * scale : low
    if (Number.isNaN(low) || Number.isNaN(high) || low > high) continue
    const words = match[0].slice(0, match[0].length - groups.noun!.length).replace(/\s+(?:of\s+the\s+)?$/u, "")
    const about = groups.about?.toLowerCase().replace(/\s+/g, " ")
    quantities.push({
      start: match.index,
      end: match.index + words.length,
      words,
      low: /^(?:up to|as many as|at most|fewer|less)/.test(about ?? "") ? null : low,
      high: /^(?:more than|at least|over)/.test(about ?? "") ? null : high,
      unit: unitOf(groups.noun!),
      approximate: about !== undefined,
    })
  }
  for (const match of text.matchAll(VAGUE)) {
    const noun = match.groups!.noun
    const words =
      noun === undefined ? match[0] : match[0].slice(0, match[0].length - noun.length).replace(/\s+of\s+$/u, "")
    if (/^(?:some|many)?\s*$/iu.test(words)) continue
    quantities.push({
      start: match.index,
      end: match.index + words.length,
      words,
      low: null,
      high: null,
      unit: noun ? unitOf(noun.replace(/^(?:the|other)\s+/u, "")) : null,
      approximate: true,
    })
  }
  return { quantities: outermost(quantities), money }
}

function numberOf(digits: string): number {
  return Number(digits.replaceAll(",", ""))
}

function wordNumber(words: string): number {
  const lower = words.toLowerCase()
  if (/^\d/.test(lower)) return numberOf(lower)
  if (lower === "a" || lower === "an") return 1
  const [tens = "", ones = ""] = lower.split("-")
  return (TENS[tens] ?? SMALL[tens] ?? Number.NaN) + (ones ? (SMALL[ones] ?? Number.NaN) : 0)
}

function unitOf(noun: string): string {
  const unit = noun.trim().replace(/\s+/g, " ")
  return unit === "them" || unit === "others" ? "people" : unit
}
