import { SCRIPTS, type ScriptRule } from "./scripts.js"

export interface Language {
  /** BCP 47 primary tag: `en`, `ru`, `kk`, `ug`, `zh`; `und` when none of ours fits. */
  readonly language: string
  /** ISO 15924: `Latn`, `Cyrl`, `Arab`, `Hans`; `Zyyy` when there are no letters. */
  readonly script: string
  /** 0 to 1. */
  readonly confidence: number
}

/** Longer texts are judged by this much of their beginning and middle. */
const SAMPLE = 8000

/** The language and script most of a text is written in. */
export function identify(text: string): Language {
  const sample =
    text.length <= SAMPLE * 2 ? text : text.slice(0, SAMPLE) + text.slice(text.length >> 1).slice(0, SAMPLE)
  let best: { rule: ScriptRule; letters: number } | null = null
  let all = 0
  for (const rule of SCRIPTS) {
    const letters = sample.match(rule.letters)?.length ?? 0
    all += letters
    if (best === null || letters > best.letters) best = { rule, letters }
  }
  if (best === null || best.letters === 0) return { language: "und", script: "Zyyy", confidence: 0 }
  const share = best.letters / all
  const { language, confidence } = best.rule.language(sample, best.letters)
  return { language, script: best.rule.script, confidence: round(share * confidence) }
}

/** `kk-Cyrl`, `en`: the tag a statement carries. English, Russian and Chinese need no script to be clear. */
export function tagOf({ language, script }: Language): string {
  if (language === "zh") return "zh-Hans"
  return language === "kk" || language === "ug" ? `${language}-${script}` : language
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
