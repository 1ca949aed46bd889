const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [..."〇一二三四五六七八九"]
    .map((letter, value) => [letter, value])
    .concat([
      ["零", 0],
      ["○", 0],
      ["Ｏ", 0],
      ["两", 2],
      ["兩", 2],
      ["壹", 1],
      ["贰", 2],
      ["叁", 3],
      ["肆", 4],
      ["伍", 5],
      ["陆", 6],
      ["柒", 7],
      ["捌", 8],
      ["玖", 9],
    ]),
)
const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
}
const GROUPS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }

/** Characters a Chinese number is written with, for patterns: digits, and digits with tens and hundreds. */
export const HAN_DIGIT = "〇零○一二三四五六七八九"
export const HAN_NUMBER = "〇零○一二三四五六七八九十百千两兩廿卅"

/**
 * The number of Chinese or Western digits, or both: 二〇一九, 十五, 廿三, 两千三百, 3万, 1.2亿, 12,000. NaN when it is none.
 */
export function numberOf(words: string): number {
  const plain = words
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s,，]/gu, "")
    .replace(/廿/gu, "二十")
    .replace(/卅/gu, "三十")
  if (/^\d+(?:\.\d+)?$/u.test(plain)) return Number(plain)
  if ([...plain].every((letter) => letter in DIGITS) && plain !== "")
    return Number([...plain].map((letter) => DIGITS[letter]).join(""))
  let all = 0
  let part = 0
  let digit: number | null = null
  for (const [token] of plain.matchAll(/\d+(?:\.\d+)?|./gu)) {
    if (/^\d/u.test(token)) digit = Number(token)
    else if (token in DIGITS) digit = DIGITS[token]!
    else if (token in SCALES) {
      part += (digit ?? 1) * SCALES[token]!
      digit = null
    } else if (token in GROUPS) {
      all = (all + part + (digit ?? (part === 0 && all === 0 ? 1 : 0))) * GROUPS[token]!
      part = 0
      digit = null
    } else return Number.NaN
  }
  return plain === "" ? Number.NaN : all + part + (digit ?? 0)
}
