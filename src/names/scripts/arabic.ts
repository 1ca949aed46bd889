import type { Writing } from "../phonemes.js"

/**
 * Arabic script to units and Latin. Uyghur, Kazakh and Sorani write their vowels; Arabic, Persian and Urdu mostly do
 * not. No NFKC anywhere: it takes Kazakh's U+0675–0678 apart in the wrong order.
 */
const TABLE: Readonly<Record<string, readonly [units: string, latin: string]>> = {
  ا: ["Q", "a"], آ: ["a", "a"], أ: ["Q", "a"], إ: ["i", "i"], ٱ: ["Q", "a"], ب: ["b", "b"], پ: ["p", "p"],
  ت: ["t", "t"], ٹ: ["t", "t"], ث: ["3", "s"], ج: ["W", "j"], چ: ["C", "ch"], ح: ["F", "h"], خ: ["9", "kh"],
  د: ["d", "d"], ڈ: ["d", "d"], ذ: ["K", "z"], ر: ["r", "r"], ڑ: ["r", "r"], ز: ["z", "z"], ژ: ["Z", "zh"],
  س: ["s", "s"], ش: ["S", "sh"], ص: ["s", "s"], ض: ["K", "d"], ط: ["t", "t"], ظ: ["z", "z"], ع: ["U", ""],
  غ: ["B", "gh"], ف: ["f", "f"], ڤ: ["v", "v"], ق: ["D", "q"], ك: ["X", "k"], ک: ["k", "k"], گ: ["g", "g"],
  ڭ: ["N", "ng"], ڠ: ["N", "ng"], ل: ["l", "l"], ڵ: ["l", "l"], م: ["m", "m"], ن: ["n", "n"], ں: ["<", "n"],
  ه: ["F", "h"], ھ: ["F", "h"], ہ: ["F", "h"], ة: ["V", "a"], ۃ: ["V", "a"], و: ["R", "o"], ۇ: ["u", "u"],
  ۆ: ["R", "o"], ۈ: ["{", "u"], ۋ: ["R", "w"], ي: ["T", "y"], ی: ["T", "i"], ى: ["Y", "i"], ې: ["e", "e"],
  ێ: ["e", "e"], ے: ["e", "e"], ئ: ["U", ""], ؤ: ["U", ""], ء: ["U", ""], ە: ["^", "e"], ۀ: ["V", "e"],
  ٴ: ["", ""], ٵ: ["^", "a"], ٶ: ["`", "o"], ٷ: ["{", "u"], ٸ: ["i", "i"], "\u064e": ["a", "a"], "\u064f": ["u", "u"],
  "\u0650": ["i", "i"], "\u0651": ["", ""], "\u0652": ["", ""],
} // biome-ignore format: a table

/** Letters only those write who write vowels, and letters only those who do not. */
const VOWELS_WRITTEN =
  /[\u06d5\u06c7\u06c8\u06d0\u06ad\u0674-\u0678\u06ce]|\u0649(?=\p{L})|(?:^|\s)\u0626[\u0627\u0648\u0649]/u
const NEVER_KAZAKH = /[\u0635-\u0638\u062b\u0630\u0629\u0623\u0625\u0621]/u

export const vowelsWritten = (name: string): Writing => (VOWELS_WRITTEN.test(name) ? "full" : "abjad")

/** One token to its strings of units. Where ع may be Kazakh ғ there are two. `written`: as its whole name is. */
export function arabicUnits(token: string, written: Writing): string[] {
  const spelled = token
    .replace(/\u200c|\u200d|\u0640/g, "")
    .replace(/تش/g, "چ")
    .replace(/ګ/g, "گ")
  let out = ""
  let before = ""
  for (const [at, letter] of [...spelled].entries()) {
    if (letter === before && letter !== "و") continue
    const last = at === spelled.length - 1
    const [unit] = TABLE[letter] ?? [""]
    if (last && /[هہ]/.test(letter)) out += "V"
    else if (written === "full" && letter === "ا") out += "a"
    else if (written === "full" && letter === "ى") out += "i"
    else out += unit
    before = letter
  }
  if (out.includes("U") && spelled.includes("ع") && !NEVER_KAZAKH.test(spelled))
    return written === "full" ? [out.replaceAll("U", "B"), out] : [out, out.replaceAll("U", "B")]
  return [out]
}

/** One token in plain Latin, for showing. Vowels that are not written stay out. */
export function arabicLatin(token: string, written: Writing): string {
  return [...token]
    .map((letter) => {
      if (written === "full") {
        if (letter === "ع") return "gh"
        if (letter === "ي") return "y"
      }
      return TABLE[letter]?.[1] ?? ""
    })
    .join("")
}
