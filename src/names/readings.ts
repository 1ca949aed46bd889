import type { Writing } from "./phonemes.js"
import { classesOf, weightOf } from "./phonemes.js"
import { arabicLatin, arabicUnits, vowelsWritten } from "./scripts/arabic.js"
import { cyrillicLatin, cyrillicUnits, undeclined } from "./scripts/cyrillic.js"
import {
  type HanForm,
  hangulLatin,
  pinyinOf,
  romanised,
  surnameForms,
  surnameLength,
  transcribed,
} from "./scripts/han.js"
import { latinUnits } from "./scripts/latin.js"
import { wholeNames } from "./shortforms.js"

/** One way to read a part of a name. */
export interface Form {
  /** Sounds, one letter each (see `phonemes`). */
  readonly units: string
  /** The same for people to read. */
  readonly latin: string
  /** How it was read: "latin", "cyrillic", "declined", "arabic", "pinyin", "wade-giles", "cantonese", "turkic", … */
  readonly reading: string
  readonly written: Writing
  /** What reading it so costs: 0 for the plain reading. */
  readonly price: number
  /** The price of its units all missing. */
  readonly weight: number
  /** Which consonants it has: see `classesOf`. */
  readonly classes: number
}

export const formOf = (units: string, latin: string, reading: string, written: Writing, price = 0): Form => ({
  units,
  latin,
  reading,
  written,
  price,
  weight: weightOf(units),
  classes: classesOf(units),
})

/** A part of a name, usually one word of it. */
export interface Part {
  /** As it is written. */
  readonly text: string
  readonly forms: readonly [Form, ...Form[]]
  /** How much it tells: about the number of sounds, less for what may be left out. */
  readonly weight: number
  readonly role: "name" | "initial" | "patronymic" | "particle"
  /** Written in one word with the part before it: Thorning-Schmidt. */
  readonly hyphened: boolean
}

export type Script = "Latn" | "Cyrl" | "Arab" | "Hani" | "Zyyy"

/** A name taken apart. More than one way to take it apart: only for Chinese, which has no spaces. */
export interface Parsed {
  readonly text: string
  readonly script: Script
  readonly ways: readonly (readonly Part[])[]
}

const HAN = /\p{Script=Han}/u

/** The script most of its letters are of. */
export function scriptOf(text: string): Script {
  let [latin, cyrillic, arabic, han] = [0, 0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x41) continue
    if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x2c60 && code < 0x2c80)) latin++
    else if (code >= 0x400 && code < 0x530) cyrillic++
    else if ((code >= 0x600 && code < 0x780) || (code >= 0xfb50 && code < 0xff00)) arabic++
    else if (code >= 0x3400 && code < 0xa000) han++
  }
  const most = Math.max(latin, cyrillic, arabic, han)
  if (most === 0) return "Zyyy"
  return most === latin ? "Latn" : most === cyrillic ? "Cyrl" : most === arabic ? "Arab" : "Hani"
}

const TITLES =
  /^(?:mr|mrs|ms|dr|prof|sir|dame|lord|lady|rev|hon|sheikh|shaikh|haji|hajji|imam|mullah|ayatollah|г-н|г-жа|господин|госпожа|доктор|профессор|д-р|мырза|ханым|дәрігер|مستر|دكتور|الدكتور|دکتر|آقای|شیخ|الشيخ|حاجي|السيد)\.?$/iu
const HAN_TITLES = /(?:先生|女士|小姐|博士|教授|爵士|阿訇|医生|律师|同志)$/u
const SUFFIX =
  /^(?:jr|sr|junior|senior|i{1,3}|iv|phd|md|mp|esq|baron|baroness|lord|lady|viscount|earl|duke|marquess|1st|2nd|3rd|мл|ст)\b/iu

const PARTICLE =
  /^(?:de|del|della|di|da|do|dos|das|la|le|les|du|van|von|der|den|ten|ter|zu|of|the|and|y|e|i|al|el|as|ad|an|ar|ash|bin|ben|ibn|bint|binti|abu|af|av|ог|и|фон|де|ван|дер|ди|да|аль|эль|бин|бен|ибн|оглы|кызы|угли|بن|ابن|بنت|ال|د|دي|فون|ولد|ould|oglu|oğlu|ogly|kyzy|qizi|anak|a\/l|a\/p|s\/o|d\/o)$/iu

const PATRONYMIC =
  /(?:ович|евич|овна|евна|ична|ьич|ұлы|улы|қызы|кызы|уулу|ўғли|ovich|evich|ovitch|evitch|ovna|evna|ichna|uly|ūly|ulı|kyzy|qyzy|qızy|qizi|oghli|oglu|oğlu|ۇلى|قىزى|وغلى)$/iu
const GENITIVE_PATRONYMIC = /(?:ович|евич)(?:а|у|ем|е)$|(?:овн|евн|ичн)(?:ы|е|у|ой)$/iu

const SPLIT = /[\s·•‧・･=＝,،;_/|"“”„«»()[\]]+/u
/** Several kinds of dots and dashes within names. */
const DASH = /[-‐‑–—]+/u
const APOSTROPHES = /['’‘ʼʻ`´ˈ]/gu

/** Form where nothing better is known: the letters themselves, which equal only themselves. */
const unread = (text: string): Form => formOf("", text, "unread", "full")

/** A name without what is no name: brackets, titles before and after, "Surname, Given" put in order. */
export function nameOnly(text: string): string {
  let name = text
    .normalize("NFC")
    .replace(/\([^)]*\)|（[^）]*）|\[[^\]]*\]/gu, " ")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
  const comma = /\s*[,،]\s*/u.exec(name)
  if (comma && comma.index > 0) {
    const [before, after] = [name.slice(0, comma.index), name.slice(comma.index + comma[0].length)]
    name = SUFFIX.test(after) || after === "" ? before : `${after.replace(/[,،].*$/u, "")} ${before}`
  }
  const words = name.split(" ")
  while (words.length > 1 && TITLES.test(words[0]!)) words.shift()
  while (words.length > 2 && SUFFIX.test(words.at(-1)!)) words.pop()
  return words.join(" ").replace(HAN_TITLES, (title) => (name.length > title.length + 1 ? "" : title))
}

/** A token, one script, to its forms. `written`: whether the whole name writes its vowels. */
export function formsOf(token: string, written: Writing): readonly [Form, ...Form[]] {
  const script = scriptOf(token)
  const lower = token
    .toLowerCase()
    .replaceAll("İ", "i")
    .replace(APOSTROPHES, "")
    .replace(/[.\-‐‑–—]/gu, "")
  const made: Form[] = []
  if (script === "Latn") for (const units of latinUnits(lower)) made.push(formOf(units, lower, "latin", "full"))
  else if (script === "Cyrl") {
    made.push(formOf(cyrillicUnits(lower), cyrillicLatin(lower), "cyrillic", "full"))
    for (const plain of undeclined(lower))
      made.push(formOf(cyrillicUnits(plain), cyrillicLatin(plain), "declined", "full", 0.12))
  } else if (script === "Arab") {
    for (const units of arabicUnits(lower, written))
      made.push(formOf(units, arabicLatin(lower, written), "arabic", written))
    if (lower.startsWith("ال") && lower.length > 4 && written === "abjad") {
      const rest = lower.slice(2)
      made.push(formOf(arabicUnits(rest, written)[0]!, arabicLatin(rest, written), "arabic", written, 0.1))
    }
  } else if (/[\uac00-\ud7a3]/.test(token)) {
    const latin = [...token].map((sign) => (/[\uac00-\ud7a3]/.test(sign) ? hangulLatin(sign) : "")).join("")
    made.push(formOf(latinUnits(latin)[0]!, latin, "korean", "full"))
  }
  for (const whole of wholeNames(lower)) {
    const [units, latin] =
      script === "Latn" ? [latinUnits(whole)[0]!, whole] : [cyrillicUnits(whole), cyrillicLatin(whole)]
    made.push(formOf(units, latin, "short form", "full", 0.4))
  }
  const [first, ...more] = made.filter(({ units }) => units !== "")
  if (first === undefined) return [unread(lower)]
  const seen = new Set([first.units])
  return [first, ...more.filter(({ units }) => !seen.has(units) && seen.add(units))]
}

/** One word of a name. `written`: whether the whole name writes its vowels. */
export function partOf(text: string, written: Writing, hyphened = false): Part {
  const forms = formsOf(text, written)
  const letters = text.replace(/[^\p{L}\p{M}]/gu, "")
  const script = scriptOf(text)
  const role: Part["role"] =
    [...letters].length === 1 && script !== "Hani"
      ? "initial"
      : PARTICLE.test(text)
        ? "particle"
        : PATRONYMIC.test(text) || GENITIVE_PATRONYMIC.test(text)
          ? "patronymic"
          : "name"
  return { text, forms, weight: weigh(forms[0], role), role, hyphened }
}

/** What a part of this role counts beside a plain one. */
const ROLE = { name: 1, initial: 0.5, patronymic: 0.6, particle: 0.25 } as const

/** What a part tells: more with its length, but not as much more. */
export function weigh({ weight }: Form, role: Part["role"]): number {
  return (1 + Math.sqrt(Math.max(1, weight))) * ROLE[role]
}

const hanForm =
  (written: Writing) =>
  ({ units, latin, reading }: HanForm): Form =>
    formOf(units, latin, reading, written)

function hanPart(text: string, forms: readonly Form[]): Part {
  const [first, ...more] = forms.filter(({ units }) => units !== "")
  const all: readonly [Form, ...Form[]] = first === undefined ? [unread(text)] : [first, ...more]
  return { text, forms: all, weight: weigh(all[0], "name"), role: "name", hyphened: false }
}

/** Ways to take apart a run of Han signs: with a dot it is foreign, without one Chinese, Korean or foreign. */
function hanWays(name: string): Part[][] {
  const segments = name.split(/[\s·•‧・･=＝．.\-–—]+/u).filter((segment) => segment !== "")
  const foreign = (text: string) => transcribed(text).map(hanForm("han"))
  const ways: Part[][] = []
  if (segments.length > 1) {
    ways.push(segments.map((text) => (HAN.test(text) ? hanPart(text, foreign(text)) : partOf(text, "full"))))
    return ways
  }
  const text = segments[0] ?? name
  const signs = [...text]
  if (signs.some((sign) => pinyinOf(sign) === undefined)) return [[hanPart(text, foreign(text))]]
  const first = surnameLength(text)
  if (first > 0 && signs.length > first && signs.length <= first + 2) {
    const surname = text.slice(0, first)
    const given = text.slice(first)
    ways.push([
      hanPart(surname, surnameForms(surname).map(hanForm("full"))),
      hanPart(given, romanised(given).map(hanForm("full"))),
    ])
  }
  if (first === 0 || signs.length > 3) {
    if (signs.length <= 4) ways.push([hanPart(text, foreign(text))])
    if (signs.length >= 4 && signs.length <= 9)
      for (let at = 2; at <= signs.length - 2; at++)
        ways.push([text.slice(0, at), text.slice(at)].map((piece) => hanPart(piece, foreign(piece))))
    if (signs.length > 9) ways.push([hanPart(text, foreign(text))])
  }
  if (ways.length === 0) ways.push([hanPart(text, [...romanised(text).map(hanForm("full")), ...foreign(text)])])
  return ways
}

/** A name in any script, taken apart and read. */
export function parseName(text: string): Parsed {
  const name = nameOnly(text)
  const script = scriptOf(name)
  if (script === "Hani") return { text, script, ways: hanWays(name) }
  const written: Writing = script === "Arab" ? vowelsWritten(name) : "full"
  const parts: Part[] = []
  for (const word of name.split(SPLIT)) {
    for (const piece of word.split(/(?<=\p{L}\.)(?=\p{L})/u)) {
      const bare = piece.replace(/^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu, "")
      if (bare === "") continue
      if (TITLES.test(piece) && name.includes(" ")) continue
      if (HAN.test(bare)) parts.push(...(hanWays(bare)[0] ?? []))
      else
        for (const [at, half] of bare.split(DASH).entries()) if (half !== "") parts.push(partOf(half, written, at > 0))
    }
  }
  return { text, script, ways: [parts] }
}
