/** Stems of the months with the endings each may take, January first; then their abbreviations. */
const MONTH_FORMS = [
  "январ(?:ь|я|е|ю|[её]м)",
  "феврал(?:ь|я|е|ю|[её]м)",
  "март(?:а|е|у|ом)?",
  "апрел(?:ь|я|е|ю|ем)",
  "ма(?:й|я|е|ю|ем)",
  "июн(?:ь|я|е|ю|ем)",
  "июл(?:ь|я|е|ю|ем)",
  "август(?:а|е|у|ом)?",
  "сентябр(?:ь|я|е|ю|[её]м)",
  "октябр(?:ь|я|е|ю|[её]м)",
  "ноябр(?:ь|я|е|ю|[её]м)",
  "декабр(?:ь|я|е|ю|[её]м)",
]
const SHORT = ["янв", "фев(?:р)?", "мар", "апр", "", "", "", "авг", "сент?", "окт", "ноя(?:б)?", "дек"]
const MONTH_STARTS = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]

export const MONTH = `(?<month>${MONTH_FORMS.join("|")})(?![\\p{L}])`
/** Also "фев.", "сен": only beside a number. */
export const ANY_MONTH = `(?:(?<month>${[...MONTH_FORMS, ...SHORT.filter(Boolean)].join("|")})(?!\\p{L})(?:(?<=(?<!\\p{L})(?:${SHORT.filter(Boolean).join("|")}))\\.)?)`

/** The number of a month, from any of its forms. */
export function monthOf(word: string): number {
  const lower = word.toLowerCase()
  if (/^мар/u.test(lower)) return 3
  return MONTH_STARTS.findIndex((start) => lower.startsWith(start)) + 1
}

const WEEKDAY_FORMS = [
  "воскресень(?:е|я|ю|ем)",
  "понедельник(?:а|у|ом|е)?",
  "вторник(?:а|у|ом|е)?",
  "сред(?:у|ы|е|а|ой)",
  "четверг(?:а|у|ом|е)?",
  "пятниц(?:а|у|ы|е|ей)",
  "суббот(?:а|у|ы|е|ой)",
]
export const WEEKDAY = `(?<weekday>${WEEKDAY_FORMS.join("|")})(?!\\p{L})`
export const SHORT_WEEKDAY = "(?:пн|вт|ср|чт|пт|сб|вс)(?!\\p{L})\\.?"

/** 0 = Sunday. */
export function weekdayOf(word: string): number {
  const lower = word.toLowerCase()
  return WEEKDAY_FORMS.findIndex((form) => new RegExp(`^(?:${form})$`, "u").test(lower))
}

const ORDINALS = [
  "перв",
  "втор",
  "трет(?:ь)?",
  "четв[её]рт",
  "пят",
  "шест",
  "седьм",
  "восьм",
  "девят",
  "десят",
  "одиннадцат",
  "двенадцат",
  "тринадцат",
  "четырнадцат",
  "пятнадцат",
  "шестнадцат",
  "семнадцат",
  "восемнадцат",
  "девятнадцат",
  "двадцат",
]
const ENDING = "(?:ый|ой|ий|ого|его|ому|ему|ом|ем|ое|ее|ье|ым|им|е)"
const ORDINAL_STEM = [...ORDINALS, "тридцат"].sort((a, b) => b.length - a.length).join("|")
export const ORDINAL = `(?<ordinal>(?:(?:двадцать|тридцать)\\s)?(?:${ORDINAL_STEM})${ENDING})(?!\\p{L})`

/** 21 for "двадцать первое"; 0 for a word that is no ordinal up to 39. */
export function ordinalOf(words: string): number {
  const parts = words.toLowerCase().split(/\s+/u)
  const last = parts.at(-1)!
  const tens = parts.length > 1 ? (parts[0] === "двадцать" ? 20 : 30) : 0
  if (new RegExp(`^тридцат${ENDING}$`, "u").test(last)) return 30
  const at = ORDINALS.findIndex((stem) => new RegExp(`^(?:${stem})${ENDING}$`, "u").test(last))
  return at < 0 ? 0 : tens + at + 1
}

const NUMBERS: readonly [number, string][] = [
  [1, "один|одна|одну|одного|одной|одним"],
  [2, "два|две|двух|двумя|двум|пару"],
  [3, "три|тр[её]х|тремя|тр[её]м"],
  [4, "четыре|четыр[её]х|четырьмя"],
  [5, "пять|пяти|пятью"],
  [6, "шесть|шести|шестью"],
  [7, "семь|семи|семью"],
  [8, "восемь|восьми|восемью"],
  [9, "девять|девяти|девятью"],
  [10, "десять|десяти|десятью"],
  [11, "одиннадцать|одиннадцати"],
  [12, "двенадцать|двенадцати"],
  [13, "тринадцать|тринадцати"],
  [14, "четырнадцать|четырнадцати"],
  [15, "пятнадцать|пятнадцати"],
  [16, "шестнадцать|шестнадцати"],
  [17, "семнадцать|семнадцати"],
  [18, "восемнадцать|восемнадцати"],
  [19, "девятнадцать|девятнадцати"],
  [20, "двадцать|двадцати"],
  [30, "тридцать|тридцати"],
  [40, "сорок|сорока"],
  [50, "пятьдесят|пятидесяти"],
  [60, "шестьдесят|шестидесяти"],
  [70, "семьдесят|семидесяти"],
  [80, "восемьдесят|восьмидесяти"],
  [90, "девяносто|девяноста"],
]
export const NUMBER_WORD = NUMBERS.map(([, forms]) => forms).join("|")
const VALUES = new Map(NUMBERS.flatMap(([value, forms]) => forms.split("|").map((form) => [form, value] as const)))
for (const [form, value] of [...VALUES])
  if (form.includes("[её]")) {
    VALUES.set(form.replace("[её]", "е"), value)
    VALUES.set(form.replace("[её]", "ё"), value)
  }

/** "двадцать пять", "3"; NaN for anything else. */
export function numberOf(words: string): number {
  const lower = words.toLowerCase().trim()
  if (/^\d/u.test(lower)) return Number(lower.replace(/[\s\u00a0]/gu, "").replace(",", "."))
  return lower.split(/\s+/u).reduce((sum, word) => sum + (VALUES.get(word) ?? Number.NaN), 0)
}
