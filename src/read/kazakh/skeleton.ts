import type { Span } from "../../model/passage.js"

/**
 * Kazakh is written in Cyrillic, Arabic (töte jazu) and Latin letters. The grammars read one *skeleton*: Cyrillic
 * letters in which ә ө ү і й һ ё э are а о ұ ы и х е е, because the Arabic script does not tell them apart in the
 * letter itself. The text is never changed: `starts` leads back to it.
 */
export interface Skeleton {
  readonly text: string
  /** Where each character of the skeleton begins in the text; one more for the end. */
  readonly starts: Uint32Array
  /** False in a script without capitals. */
  readonly cased: boolean
}

export type KazakhScript = "Cyrl" | "Arab" | "Latn"

const table = (rows: string): ReadonlyMap<string, string> =>
  new Map(
    rows
      .trim()
      .split(/\s+/u)
      .map((pair) => [pair[0]!, pair.slice(1)]),
  )

/** The letter, then what stands for it; nothing: it is dropped. */
const CYRILLIC = table("әа ӘА өо ӨО үұ ҮҰ іы ІЫ йи ЙИ һх ҺХ ёе ЁЕ эе ЭЕ")
const ARABIC = table(
  `اа ٵа آа بб ۆв گг عғ غғ دд ەе هе جж زз يи یи كк کк قқ لл مм نн ڭң وо ٶо پп رр سс تт ۋу ۇұ ٷұ فф حх خх ھх چч شш
  ىы ٸы ءь ٴь ـь ،, ؟? ؛; ٠0 ١1 ٢2 ٣3 ٤4 ٥5 ٦6 ٧7 ٨8 ٩9`,
)
/** April 2021; the acute letters of 2018 stand beside them, and turn i and ı, u and ý about. */
const LATIN = table(
  `aа äа áа əа bб vв wу gг ğғ ǵғ dд eе éе jж zз kк qқ lл mм nн ñң ńң ŋң oо öо óо pп rр sс şш tт ūұ üұ úұ ýу fф hх cц iи ıы yы uу xх`,
)
const ACUTE = table("ıи iы uұ yы")
const PAIRS = new Map([
  ["sh", "ш"],
  ["ch", "ч"],
  ["gh", "ғ"],
  ["zh", "ж"],
  ["kh", "х"],
  ["ng", "ң"],
  ["ya", "я"],
  ["ia", "я"],
])
/** Beside a vowel y is й: so where ı is ы. The alphabet of 2021, in which y is ы, has none there. */
const GLIDES = /[aäəeéoöóú]y(?!a)|(?<!i)y[eäoöü]/iu
/** Signs that only tell how the word is read: they belong to the letter beside them. */
const DROPPED = new Set(["ء", "ٴ", "ـ", "\u200c", "\u200d"])

/** The script most letters of a Kazakh text are written in. */
export function scriptOf(text: string): KazakhScript {
  if (text !== last.text) last = { text, script: judged(text) }
  return last.script
}

/** One document is asked of many times. */
let last: { readonly text: string; readonly script: KazakhScript } = { text: "", script: "Cyrl" }

/** The beginning of a text tells its script. */
const SAMPLE = 6000

function judged(text: string): KazakhScript {
  const sample = text.slice(0, SAMPLE)
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0
  const cyrillic = count(/[\u0400-\u04ff]/gu)
  const arabic = count(/[\u0620-\u06d5]/gu)
  const latin = count(/[a-zA-Z\u00c0-\u024f]/gu)
  return arabic > cyrillic && arabic >= latin ? "Arab" : latin > cyrillic ? "Latn" : "Cyrl"
}

/** The skeleton of a text, or of a part of one whose script is known. */
export function skeletonOf(text: string, script: KazakhScript = scriptOf(text)): Skeleton {
  if (script === "Cyrl") return { text: letters(text), starts: counting(text.length), cased: true }
  const parts: string[] = []
  const starts: number[] = []
  const acute = script === "Latn" && /[áǵńóúý]/iu.test(text)
  let dropped = -1
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    const start = dropped >= 0 ? dropped : at
    dropped = -1
    if (script === "Arab") {
      if (DROPPED.has(sign)) {
        dropped = start
        continue
      }
      push(ARABIC.get(sign) ?? sign, start)
      continue
    }
    const pair = PAIRS.get(text.slice(at, at + 2).toLowerCase())
    const lower = sign === "I" && acute ? "i" : sign === "İ" ? "i" : sign === "I" ? "ı" : sign.toLowerCase()
    const glides = lower === "y" && GLIDES.test(text.slice(Math.max(0, at - 1), at + 2))
    const letter = glides ? "и" : (pair ?? (acute ? ACUTE.get(lower) : undefined) ?? LATIN.get(lower) ?? sign)
    push(sign === lower ? letter : letter.toUpperCase(), start)
    if (pair !== undefined && !glides) at++
  }
  starts.push(text.length)
  return { text: parts.join(""), starts: Uint32Array.from(starts), cased: script === "Latn" }

  function push(letter: string, start: number): void {
    parts.push(letter)
    starts.push(start)
  }
}

/** A Cyrillic word, or a pattern written in Cyrillic, in skeleton letters; as long as it was. */
export function letters(text: string): string {
  return text.replace(/[әөүійһёэӘӨҮІЙҺЁЭ]/gu, (letter) => CYRILLIC.get(letter)!)
}

/** The Arabic script writes я as يا and ия no longer: both sides of a comparison with it are told so. */
export function glide(word: string): string {
  return word.replaceAll("я", "иа").replaceAll("ю", "иу").replaceAll("ии", "и")
}

/** A stretch of the skeleton, in the text. */
export function spanOf({ starts }: Skeleton, from: number, to: number): Span {
  return { start: starts[from]!, end: starts[to]! }
}

function counting(length: number): Uint32Array {
  const starts = new Uint32Array(length + 1)
  for (let at = 0; at <= length; at++) starts[at] = at
  return starts
}
