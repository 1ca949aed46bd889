import { letters } from "../../kazakh/skeleton.js"

/** All words here are Kazakh in Cyrillic, turned into skeleton letters when the module loads. */
const MONTHS = letters("қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан").split("|")
const WEEKDAYS = letters("жексенбі|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі").split("|")

/** What case, possession and "of that time" may add to a month, a year or a day. */
export const SUFFIX = letters(
  "(?:(?:ы|і|сы|сі)?(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|ды|ді|ты|ті|н|мен|пен|бен)?(?:ғы|гі|дағы|дегі|тағы|тегі|ндағы|ндегі)?(?:ның|нің|на|не|нда|нде|нан|нен)?)",
)
export const MONTH = `(?<month>${MONTHS.join("|")})(?<case>${SUFFIX})(?!\\p{L})`
export const WEEKDAY = `(?<weekday>${WEEKDAYS.join("|")})(?<dayCase>${SUFFIX})(?!\\p{L})`

/** 1 = January. */
export const monthOf = (word: string) => MONTHS.indexOf(word.toLowerCase()) + 1
/** 0 = Sunday. */
export const weekdayOf = (word: string) => WEEKDAYS.indexOf(word.toLowerCase())

const NUMBERS = new Map<string, number>(
  letters(
    "бір 1 екі 2 үш 3 төрт 4 бес 5 алты 6 жеті 7 сегіз 8 тоғыз 9 он 10 жиырма 20 отыз 30 қырық 40 елу 50 алпыс 60 жетпіс 70 сексен 80 тоқсан 90 жүз 100 мың 1000",
  )
    .split(/ (?=\p{L})/u)
    .map((pair) => {
      const [word, value] = pair.split(" ")
      return [word!, Number(value)] as const
    }),
)
const WORD = [...NUMBERS.keys()].sort((a, b) => b.length - a.length).join("|")
export const ORDER = letters("(?:ыншы|інші|нші|ншы|сыншы|сінші|шы|ші)")
/** "екі мың жиырмасыншы", "он жетінші", "үш". */
export const NUMBER = `(?:(?:${WORD})\\s){0,5}(?:${WORD})`
export const ORDINAL = `(?:(?:${WORD})\\s){0,5}(?:${WORD})${ORDER}`

/** The value of "екі мың жиырмасыншы", "17", "17-ші"; NaN for anything else. */
export function numberOf(words: string): number {
  const plain = words.toLowerCase().trim()
  if (/^\d/u.test(plain)) return Number.parseInt(plain.replace(/\s/gu, ""), 10)
  let sum = 0
  let part = 0
  for (const word of plain.split(/\s+/u)) {
    const value = NUMBERS.get(word) ?? NUMBERS.get(word.replace(new RegExp(`${ORDER}$`, "u"), "")) ?? stem(word)
    if (value === undefined) return Number.NaN
    if (value === 100 || value === 1000) {
      part = Math.max(1, part) * value
      if (value === 1000) {
        sum += part
        part = 0
      }
    } else part += value
  }
  return sum + part
}

/** "жиырмасыншы", "екінші", "жетінші": the ending may have taken a vowel of its own. */
function stem(word: string): number | undefined {
  for (const [known, value] of NUMBERS)
    if (word.startsWith(known) && new RegExp(`^${ORDER}$`, "u").test(word.slice(known.length))) return value
  return undefined
}
