/** Endings a Uyghur noun takes, one after another: plural, possession, case, "too". */
export const ENDINGS =
  "(?:لار|لەر|لىرى)?(?:ىم|ۇم|ۈم|ىڭ|سى|ى|ىمىز|ىڭىز)?(?:نىڭكى|نىڭ|نى|غىچە|قىچە|گىچە|كىچە|غا|قا|گە|كە|دىكى|تىكى|دىن|تىن|دا|تا|دە|تە|چە|دەك|تەك|لىق|لىك)?(?:مۇ|چۇ|غۇ|ما)?"
/** Those a name takes, as it stands: the name itself stays whole. */
export const CASES = "(?:لار|لەر)?(?:نىڭكى|نىڭ|نى|غا|قا|گە|كە|دىن|تىن|دا|تا|دە|تە|دىكى|تىكى)?(?:مۇ|چۇ)?"
export const EDGE = "(?<![\\p{L}\\p{M}])"
export const END = "(?![\\p{L}\\p{M}])"

const ONES = "بىر ئىككى ئۈچ تۆت بەش ئالتە يەتتە سەككىز توققۇز".split(" ")
const TENS = "ئون يىگىرمە ئوتتۇز قىرىق ئەللىك ئاتمىش يەتمىش سەكسەن توقسان".split(" ")
const SCALES: Readonly<Record<string, number>> = { يۈز: 100, مىڭ: 1000, مىليون: 1e6, مىليارد: 1e9 }

export const NUMBER_WORD = [...ONES, ...TENS, ...Object.keys(SCALES)].join("|")
export const NUMBER = `(?:\\d[\\d,.،]*(?:\\s(?:مىڭ|مىليون|مىليارد|يۈز))?|(?:${NUMBER_WORD})(?:\\s(?:${NUMBER_WORD}))*)`

/** The number of digits or words: 2 مىڭ, ئون ئىككى. NaN when it is none. */
export function numberOf(words: string): number {
  let all = 0
  let part = 0
  for (const word of words
    .trim()
    .replace(/(?<=\d)[,،](?=\d{3})/gu, "")
    .split(/\s+/u)) {
    const one = ONES.indexOf(word)
    const ten = TENS.indexOf(word)
    if (/^\d+(?:\.\d+)?$/u.test(word)) part += Number(word)
    else if (one >= 0) part += one + 1
    else if (ten >= 0) part += (ten + 1) * 10
    else if (word in SCALES) {
      const scale = SCALES[word]!
      if (scale === 100) part = (part || 1) * 100
      else {
        all += (part || 1) * scale
        part = 0
      }
    } else return Number.NaN
  }
  return all + part
}
