import { ELEMENTS, SURNAMES } from "./hannames.js"
import { CANTONESE, KOREAN, MANDARIN } from "./hantable.js"
import { latinUnits } from "./latin.js"

export type HanReading = "transcription" | "pinyin" | "wade-giles" | "cantonese" | "korean" | "surname" | "turkic"

export interface HanForm {
  readonly units: string
  readonly latin: string
  readonly reading: HanReading
}

function table(text: string): () => Map<string, string> {
  let made: Map<string, string> | undefined
  return () => {
    if (made) return made
    made = new Map()
    for (const row of text.split(" ")) {
      const syllable = /^[a-z]+|^./u.exec(row)![0]
      for (const sign of row.slice(syllable.length)) made.set(sign, syllable)
    }
    return made
  }
}
const mandarin = table(MANDARIN)
const cantonese = table(CANTONESE)
const korean = table(KOREAN)

/** Where the customary reading is not the one names have. */
const IN_NAMES: Readonly<Record<string, string>> = { 什: "shi", 曾: "zeng", 单: "shan", 仇: "qiu", 查: "cha", 盖: "gai", 塞: "sai", 茜: "xi", 莎: "sha", 戛: "jia", 伽: "jia", 洛: "luo", 乐: "le", 蒂: "di", 娜: "na", 摩: "mo", 佛: "fo", 率: "lv", 柏: "bo", 贾: "jia", 咖: "ka" } // biome-ignore format: a table

export const pinyinOf = (sign: string): string | undefined => IN_NAMES[sign] ?? mandarin().get(sign)

const INITIAL: Readonly<Record<string, string>> = {
  b: "!", p: "!", m: "m", f: "/", d: '"', t: '"', n: "n", l: "(", g: "#", k: "#", h: "$", j: "%", q: "&", x: "'",
  zh: ".", ch: "C", sh: "?", r: ")", z: "*", c: "+", s: ",", w: ":", y: ";",
} // biome-ignore format: a table

const FINAL: Readonly<Record<string, string>> = { a: "0", e: "q", i: "j", o: "|", u: "\\", v: "\\" }

/** Signs that stand for a lone consonant when a foreign name is written down. */
const BARE = /[特德克格斯施茨兹爾尔夫姆普布伯茲泽澤巴什思士茲茨赫奇奇吉杰姆森勒里利]/u

/** A syllable of Pinyin as units. `bare`: its vowel is there only because Chinese has no lone consonants. */
function syllable(pinyin: string, bare: boolean): string {
  const [, initial = "", final = ""] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcswy]?)([a-z]*)$/.exec(pinyin) ?? []
  if (pinyin === "er") return "="
  const coda = /n?g?$/.exec(final)![0]
  const vowels = final.slice(0, final.length - coda.length)
  let out = INITIAL[initial] ?? ""
  if (bare && vowels.length === 1) out += ">"
  else
    for (const [at, vowel] of [...vowels].entries())
      out += at === 0 && vowels.length > 1 && "iuv".includes(vowel) ? "O" : FINAL[vowel]!
  return coda === "" ? out : `${out}<`
}

/** Wade–Giles of a syllable of Pinyin, without its apostrophes and marks. */
export function wadeGiles(pinyin: string): string {
  const whole: Readonly<Record<string, string>> = {
    zhi: "chih", chi: "chih", shi: "shih", ri: "jih", zi: "tzu", ci: "tzu", si: "ssu", yi: "i", er: "erh", you: "yu",
    yan: "yen", ye: "yeh", ge: "ko", ke: "ko", he: "ho", e: "o", yong: "yung", guo: "kuo", kuo: "kuo",
  } // biome-ignore format: a table
  if (whole[pinyin]) return whole[pinyin]
  const [, initial = "", final = ""] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcswy]?)([a-z]*)$/.exec(pinyin) ?? []
  const start: Readonly<Record<string, string>> = {
    b: "p", d: "t", g: "k", j: "ch", q: "ch", x: "hs", zh: "ch", r: "j", z: "ts", c: "ts",
  } // biome-ignore format: a table
  const end = final
    .replace(/^ian$/, "ien")
    .replace(/ong$/, "ung")
    .replace(/^ie$/, "ieh")
    .replace(/^(?:ue|ve)$/, "ueh")
    .replace(/^iu$/, "iu")
    .replace(/^uo$/, "o")
    .replace("v", "u")
  return (start[initial] ?? initial) + end
}

/** Jyutping as Hong Kong writes names: gaa1 → ka, zoeng1 → cheung, jyut6 → yuet. */
export function hongKong(jyutping: string): string {
  const [, initial = "", final = ""] = /^(gw|kw|ng|[bpmfdtnlgkhzcswj]?)([a-z]*)$/.exec(jyutping) ?? []
  const start: Readonly<Record<string, string>> = { b: "p", d: "t", g: "k", gw: "kw", z: "ch", c: "ch", s: "s", j: "y" }
  const ends: Readonly<Record<string, string>> = {
    aa: "a", aai: "ai", aau: "au", aam: "am", aan: "an", aang: "ang", aap: "ap", aat: "at", aak: "ak", ai: "ai",
    au: "au", am: "am", an: "an", ang: "ang", ap: "ap", at: "at", ak: "ak", oeng: "eung", oek: "euk", oe: "eu",
    eoi: "ui", eon: "un", eot: "ut", yu: "yu", yun: "uen", yut: "uet", ung: "ung", uk: "uk", ou: "o", oi: "oi",
    iu: "iu", im: "im", in: "in", ing: "ing", ip: "ip", it: "it", ik: "ik", ek: "ek", eng: "eng", ei: "ei", on: "on",
    ong: "ong", ok: "ok", ot: "ot", ui: "ui", un: "un", ut: "ut",
  } // biome-ignore format: a table
  const first = start[initial] ?? initial
  const rest =
    initial === "j" && final.startsWith("y") ? (ends[final] ?? final).replace(/^y/, "") : (ends[final] ?? final)
  return first + rest
}

const LEADS = ["k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "cch", "ch", "k", "t", "p", "h"]
const VOWELS = [
  "a",
  "ae",
  "ya",
  "yae",
  "o",
  "e",
  "yo",
  "ye",
  "o",
  "wa",
  "wae",
  "oe",
  "yo",
  "u",
  "wo",
  "we",
  "wi",
  "yu",
  "u",
  "ui",
  "i",
]
const TAILS = [
  "",
  "k",
  "k",
  "k",
  "n",
  "n",
  "n",
  "t",
  "l",
  "k",
  "m",
  "l",
  "l",
  "l",
  "l",
  "l",
  "m",
  "p",
  "p",
  "t",
  "t",
  "ng",
  "t",
  "t",
  "k",
  "t",
  "p",
  "t",
]

/** One syllable of Hangul in Latin, near McCune–Reischauer. */
export function hangulLatin(sign: string): string {
  const at = sign.charCodeAt(0) - 0xac00
  return LEADS[Math.floor(at / 588)]! + VOWELS[Math.floor((at % 588) / 28)]! + TAILS[at % 28]!
}

/** Elements of Turkic names first, longest first; what remains sign by sign. Null if no element is in it. */
function turkic(text: string): HanForm | null {
  let latin = ""
  let units = ""
  let found = false
  for (let at = 0; at < text.length; ) {
    const element = [4, 3, 2, 1]
      .map((length) => text.slice(at, at + length))
      .find((part) => part.length > 0 && ELEMENTS.has(part))
    if (element !== undefined) {
      found = true
      latin += ELEMENTS.get(element)!
      units += latinUnits(ELEMENTS.get(element)!)[0]!
      at += element.length
      continue
    }
    const sound = pinyinOf(text[at]!) ?? ""
    latin += sound
    units += syllable(sound, BARE.test(text[at]!))
    at++
  }
  return found ? { units, latin, reading: "turkic" } : null
}

/** A foreign name, or part of one, written down in Han signs by their sound. */
export function transcribed(text: string): HanForm[] {
  const sounds = [...text].map((sign) => pinyinOf(sign))
  if (sounds.some((sound) => sound === undefined)) return []
  const units = [...text].map((sign, at) => syllable(sounds[at]!, BARE.test(sign))).join("")
  const plain: HanForm = { units, latin: sounds.join(""), reading: "transcription" }
  // Hong Kong, Malaysia and Singapore write foreign names by their Cantonese sound.
  const southern = spoken(text, (sign) => cantonese().get(sign), hongKong, "cantonese")
  return [turkic(text), plain, southern].filter((form) => form !== null)
}

function spoken(
  text: string,
  read: (sign: string) => string | undefined,
  spell: (syllable: string) => string,
  reading: HanReading,
): HanForm | null {
  let latin = ""
  for (const sign of text) {
    const sound = read(sign)
    if (sound === undefined) return null
    latin += spell(sound)
  }
  return { units: latinUnits(latin)[0]!, latin, reading }
}

/** A Chinese or Korean name's part in the ways such names are written in Latin. */
export function romanised(text: string): HanForm[] {
  const forms = [
    spoken(text, pinyinOf, (sound) => sound.replace("v", "u"), "pinyin"),
    spoken(text, pinyinOf, wadeGiles, "wade-giles"),
    spoken(text, (sign) => cantonese().get(sign), hongKong, "cantonese"),
    spoken(text, (sign) => korean().get(sign), hangulLatin, "korean"),
  ].filter((form) => form !== null)
  const seen = new Set<string>()
  return forms.filter(({ units }) => !seen.has(units) && seen.add(units))
}

/** How many signs at the beginning are a Chinese surname: 2, 1 or 0. */
export function surnameLength(text: string): 0 | 1 | 2 {
  return SURNAMES.has(text.slice(0, 2)) && text.length > 2 ? 2 : SURNAMES.has(text[0]!) ? 1 : 0
}

/** A surname in all the ways its bearers write it, from Beijing to Penang. */
export function surnameForms(surname: string): HanForm[] {
  const own = (SURNAMES.get(surname) ?? "").split(" ").filter((latin) => latin !== "")
  return [
    ...romanised(surname),
    ...own.map((latin): HanForm => ({ units: latinUnits(latin)[0]!, latin, reading: "surname" })),
  ]
}
