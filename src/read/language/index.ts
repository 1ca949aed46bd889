import { LANGUAGES } from "../../model/reading.js"
import { classify, type Guess } from "./classify.js"
import { allows, SCRIPTS } from "./scripts.js"

export interface Language {
  /** BCP 47 primary tag: `en`, `ru`, `kk`, `ug`, `zh`; another when it is surely none of ours (`ky`, `fa`); else `und`. */
  readonly language: string
  /** ISO 15924: `Latn`, `Cyrl`, `Arab`, `Hans`, `Hant`, …; `Zyyy` when there are no letters. */
  readonly script: string
  /** 0 to 1. */
  readonly confidence: number
}

/** Longer texts are judged by this much of their beginning and middle. */
const SAMPLE = 8000

/** One of ours needs to stand out only this far; another language is named only when it stands out far. */
const LIKELY = 0.3
const SURE = 0.9

/** The language and script most of a text is written in. */
export function identify(text: string): Language {
  const sample =
    text.length <= SAMPLE * 2 ? text : text.slice(0, SAMPLE) + text.slice(text.length >> 1).slice(0, SAMPLE)
  let best: { script: string; letters: number; pattern: RegExp } | null = null
  let all = 0
  for (const { script, letters: pattern, weight } of SCRIPTS) {
    const letters = (sample.match(pattern)?.length ?? 0) * weight
    all += letters
    if (letters > (best?.letters ?? 0)) best = { script, letters, pattern }
  }
  if (best === null) return { language: "und", script: "Zyyy", confidence: 0 }
  const { script, letters } = best
  const share = letters / all
  const guess = guessOf(sample, script, letters)
  const least = LANGUAGES.includes(guess.language) ? LIKELY : SURE / share
  const language = guess.confidence >= least ? guess.language : "und"
  return {
    language,
    script: script === "Hani" ? hanOf(sample) : script,
    confidence: Math.round(share * guess.confidence * 100) / 100,
  }
}

function guessOf(text: string, script: string, letters: number): Guess {
  if (script === "Hani") return { language: "zh", confidence: 0.99 }
  if (script === "Latn" && isEnglish(text, letters)) return { language: "en", confidence: 0.99 }
  return classify(text, script, allows(text, script, letters)) ?? { language: "und", confidence: 0.5 }
}

const ENGLISH =
  /(?<![\p{L}'’])(?:the|of|and|to|that|was|for|with|by|from|has|had|said|are|were|she|they|have|been|his|her|who|which|not|as|on|in|is|at|it|he)(?![\p{L}])/giu

/** Enough of the small words: names from everywhere do not make an English sentence foreign. */
function isEnglish(text: string, letters: number): boolean {
  const small = text.match(ENGLISH) ?? []
  return new Set(small.map((word) => word.toLowerCase())).size >= 3 && small.join("").length / letters > 0.12
}

/** Characters that only one of the two ways of writing Chinese has. */
const SIMPLIFIED =
  /[们这国对时说来为会过还没后从个发现问关门长东车马书见话语让该请谁调谈论证评识词译诉许记设访讲护报张场处头亲]/gu
const TRADITIONAL =
  /[們這國對時說來為會過還沒後從個發現問關門長東車馬書見話語讓該請誰調談論證評識詞譯訴許記設訪講護報張場處頭親]/gu

function hanOf(text: string): "Hans" | "Hant" {
  const old = text.match(TRADITIONAL)?.filter((letter) => !letter.match(SIMPLIFIED)).length ?? 0
  return old > (text.match(SIMPLIFIED)?.length ?? 0) ? "Hant" : "Hans"
}

/** `kk-Cyrl`, `en`, `zh-Hans`: the tag a statement carries. English and Russian need no script to be clear. */
export function tagOf({ language, script }: Language): string {
  return language === "zh" || language === "kk" || language === "ug" ? `${language}-${script}` : language
}
