import { UYGHUR } from "./alphabet.js"

export type Script = "Latn" | "Cyrl"

/** A Uyghur text in Arabic letters, and where each of them comes from. */
export interface Spelled {
  readonly text: string
  /** The offset in the source of each character of `text`, and of its end: one longer than `text`. */
  readonly offsets: Uint32Array
}

const VOWELS = "اەوۇۆۈېى"
const LETTERS: Readonly<Record<Script, ReadonlyMap<string, string>>> = {
  Latn: new Map<string, string>([
    ...UYGHUR.map(([arabic, latin]): [string, string] => [latin, arabic]),
    ["é", "ې"],
    ["v", "ۋ"],
    ["ñ", "ڭ"],
  ]),
  Cyrl: new Map<string, string>([
    ...UYGHUR.map(([arabic, , cyrillic]): [string, string] => [cyrillic, arabic]),
    ["я", "يا"],
    ["ю", "يۇ"],
    ["ё", "يو"],
    ["э", "ې"],
    ["ы", "ى"],
    ["ц", "تس"],
    ["щ", "ش"],
    ["ь", ""],
    ["ъ", ""],
  ]),
}
const SIGNS: Readonly<Record<string, string>> = { ",": "،", "?": "؟", ";": "؛" }
const APOSTROPHE = /['’ʼ‘`]/u

/**
 * A Uyghur text of another script in Arabic letters, so that one grammar reads all three. A vowel that begins a word or
 * follows another gets its ئ, which comes from no character of the source.
 */
export function toArabic(source: string, script: Script): Spelled {
  const letters = LETTERS[script]
  const lower = source.toLowerCase()
  const parts: string[] = []
  const offsets: number[] = []
  const put = (letter: string, from: number) => {
    for (const unit of letter) {
      parts.push(unit)
      offsets.push(from)
    }
  }
  // Lower case may be longer than the capital (İ): then offsets would slip.
  const plain = lower.length === source.length ? lower : source
  for (let at = 0; at < plain.length; ) {
    const pair = script === "Latn" ? plain.slice(at, at + 2) : ""
    const key = pair.length === 2 && letters.has(pair) ? pair : plain[at]!
    const letter = letters.get(key)
    const before = parts.at(-1) ?? " "
    if (letter !== undefined) {
      const vowel = VOWELS.includes(letter[0] ?? "") && letter !== ""
      if (vowel && (!/\p{L}/u.test(before) || VOWELS.includes(before))) put("ئ", at)
      put(letter, at)
    } else if (APOSTROPHE.test(key) && /\p{L}/u.test(before) && /\p{L}/u.test(plain[at + 1] ?? "")) {
      // Between letters it is the stop of قۇرئان; before g or h it only keeps two letters apart.
      if (!/^[gh]/u.test(plain[at + 1]!)) put("ئ", at)
    } else put(SIGNS[key] ?? source[at]!, at)
    at += key.length
  }
  offsets.push(source.length)
  return { text: parts.join(""), offsets: Uint32Array.from(offsets) }
}

/** Words in Arabic letters written in another script; names get their capitals back. */
export function fromArabic(words: string, script: Script, capitals: boolean): string {
  const column = script === "Latn" ? 1 : 2
  const letters = new Map(UYGHUR.map((row) => [row[0], row[column]]))
  const plain = [...words.replace(/(?<!\p{L})ئ|ئ(?=$)/gu, "")]
    .map((letter) => letters.get(letter) ?? (letter === "ئ" ? (script === "Latn" ? "'" : "") : letter))
    .join("")
    .replaceAll("،", ",")
    .replaceAll("؟", "?")
  const whole = script === "Cyrl" ? plain.replaceAll("йа", "я").replaceAll("йу", "ю") : plain
  return capitals ? whole.replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase()) : whole
}
