/**
 * Search keys: the same words in whatever case, with or without marks, Cyrillic or Latin, give overlapping keys.
 * Computed here because no store folds Kazakh or segments Chinese.
 */

/** Cyrillic (Russian, Kazakh, Uyghur) to one plain Latin letter or group each: for finding, never for showing. */
const LATIN: Readonly<Record<string, string>> = {
  а: "a", ә: "a", б: "b", в: "v", г: "g", ғ: "g", д: "d", е: "e", ё: "e", ж: "j", җ: "j", з: "z", и: "i", й: "i",
  к: "k", қ: "k", л: "l", м: "m", н: "n", ң: "n", о: "o", ө: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ұ: "u",
  ү: "u", ф: "f", х: "h", һ: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sh", ъ: "", ы: "i", і: "i", ь: "", э: "e", ю: "iu",
  я: "ia",
} // biome-ignore format: a table

/** Spellings of one sound in Latin transliterations, longest first. */
const SOUNDS: readonly [RegExp, string][] = [
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/zh|dzh/g, "j"],
  [/q/g, "k"],
  [/x/g, "h"],
  [/w/g, "u"],
  [/y/g, "i"],
  [/ng/g, "n"],
  [/ı/g, "i"],
  [/ts/g, "s"],
  [/(.)\1+/g, "$1"],
]

/** Case, compatibility forms, marks and ё folded; the script stays. */
export function foldCase(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("’", "'")
}

/** A word's Latin skeleton: `Серікжан` and `Serikzhan` meet at `serikjan`. Empty for scripts it does not know. */
export function skeleton(word: string): string {
  // Marks must go only after Kazakh letters were read: й and ё carry theirs as part of the letter.
  const latin = [...word.normalize("NFC").toLowerCase()].map((letter) => LATIN[letter] ?? letter).join("")
  const plain = latin.normalize("NFKD").replace(/\p{M}+/gu, "")
  if (!/^[a-zı'’-]+$/.test(plain)) return ""
  return SOUNDS.reduce((text, [from, to]) => text.replace(from, to), plain.replace(/['’-]/g, ""))
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu
const HAN = /\p{Script=Han}+/gu

/** Everything a text can be found by, as one string of tokens: folded words, `~skeleton`s, Han bigrams. */
export function searchKeys(text: string): string {
  const keys: string[] = []
  for (const [word] of text.matchAll(WORD)) {
    keys.push(foldCase(word).replaceAll("'", ""))
    const bones = skeleton(word)
    if (bones.length > 1) keys.push(`zz${bones}`)
  }
  for (const [run] of text.matchAll(HAN)) keys.push(...bigrams(run))
  return keys.join(" ")
}

/** The same for a question: each word may be met by its folded form or, with `skeletons`, its skeleton. FTS5 query syntax. */
export function searchQuery(text: string, skeletons = true): string | null {
  const terms: string[] = []
  for (const [word] of text.matchAll(WORD)) {
    if (/\p{Script=Han}/u.test(word)) continue
    const bones = skeleton(word)
    const plain = foldCase(word).replace(/["']/g, "")
    if (plain === "") continue
    const folded = `"${plain}"`
    terms.push(skeletons && bones.length > 1 ? `(${folded} OR "zz${bones}")` : folded)
  }
  for (const [run] of text.matchAll(HAN)) for (const pair of bigrams(run)) terms.push(`"${pair}"`)
  return terms.length === 0 ? null : terms.join(" AND ")
}

function bigrams(run: string): string[] {
  const signs = [...run]
  return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => signs[index] + sign)
}
