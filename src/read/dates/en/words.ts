export const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  `january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november
  nov|december dec`
    .split("|")
    .flatMap((names, index) =>
      names
        .trim()
        .split(/\s+/)
        .map((name) => [name, index + 1]),
    ),
)

/** 0 = Sunday. */
export const WEEKDAYS: Readonly<Record<string, number>> = Object.fromEntries(
  "sunday|monday|tuesday|wednesday|thursday|friday|saturday".split("|").map((name, index) => [name, index]),
)

export const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
}

const ONES = "one two three four five six seven eight nine".split(" ")
const TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ")
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
const UNDER = `(?:(?:${TENS.join("|")})(?:[\\s-]+(?:${ONES.join("|")}))?|${TEENS.join("|")}|${ONES.join("|")})`

/** A year in words: "nineteen seventy-eight", "two thousand and eighteen". A pattern; `yearInWords` reads it. */
export const YEAR_WORDS = `(?:two\\s+thousand(?:\\s+(?:and\\s+)?${UNDER})?|(?:seventeen|eighteen|nineteen|twenty)\\s+(?:hundred|(?:oh|zero)[\\s-](?:${ONES.join("|")})|${TEENS.join("|")}|(?:${TENS.join("|")})(?:[\\s-]+(?:${ONES.join("|")}))?))\\b`

function underHundred(words: readonly string[]): number {
  return words.reduce((sum, word) => {
    const [one, teen, ten] = [ONES.indexOf(word), TEENS.indexOf(word), TENS.indexOf(word)]
    return sum + (one >= 0 ? one + 1 : teen >= 0 ? teen + 10 : ten >= 0 ? (ten + 2) * 10 : 0)
  }, 0)
}

/** The year that words matching `YEAR_WORDS` say. */
export function yearInWords(words: string): number {
  const [first, ...rest] = words.toLowerCase().split(/[\s-]+/u)
  return first === "two" ? 2000 + underHundred(rest.slice(1)) : underHundred([first!]) * 100 + underHundred(rest)
}

/** "twenty second", "twenty-one" of a month. */
export const DAY_WORDS = "(?:twenty|thirty)[\\s-]+(?:one|two|three|four|five|six|seven|eight|nine)"

export function dayInWords(words: string): number {
  return underHundred(words.toLowerCase().split(/[\s-]+/u))
}

export const ORDINALS: Readonly<Record<string, number>> = Object.fromEntries(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
  sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth
  twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`
    .split(/\s+/)
    .flatMap((name, index) => [
      [name, index + 1],
      [name.replace("-", " "), index + 1],
    ]),
)

/** Months that are also other words: alone they need a capital and a word before them that asks for a date. */
export const AMBIGUOUS = new Set([
  "may",
  "march",
  "mar",
  "jan",
  "sep",
  "dec",
  "jun",
  "apr",
  "feb",
  "aug",
  "oct",
  "nov",
  "jul",
  "sept",
])
