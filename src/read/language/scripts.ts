interface Script {
  /** ISO 15924; `Hani` before simplified and traditional are told apart. */
  readonly script: string
  readonly letters: RegExp
  /** A Chinese character stands for more than a letter: a Latin name does not make a Chinese sentence Latin. */
  readonly weight: number
}

export const SCRIPTS: readonly Script[] = [
  { script: "Latn", letters: /\p{Script=Latin}/gu, weight: 1 },
  { script: "Cyrl", letters: /\p{Script=Cyrillic}/gu, weight: 1 },
  { script: "Arab", letters: /\p{Script=Arabic}/gu, weight: 1 },
  { script: "Hani", letters: /\p{Script=Han}/gu, weight: 3 },
  { script: "Jpan", letters: /[\u3041-\u30fa\u30fd-\u30ff]/gu, weight: 9 },
  ...[
    ["Kore", "Hangul"],
    ["Geor", "Georgian"],
    ["Armn", "Armenian"],
    ["Grek", "Greek"],
    ["Hebr", "Hebrew"],
    ["Deva", "Devanagari"],
    ["Thai", "Thai"],
    ["Tibt", "Tibetan"],
    ["Mong", "Mongolian"],
  ].map(([script, name]) => ({ script: script!, letters: new RegExp(`\\p{Script=${name}}`, "gu"), weight: 1 })),
]

/**
 * Letters no text of the language has, however few its other words: what they say outweighs the model. A foreign name
 * in a long text is let pass.
 */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  "Cyrl ru": /[іїєґўђћљњџѓќѕјҷӣӯҡҙҫӑӗҥңөүәқғһұҗ]/giu,
  "Cyrl kk": /[їєґўђћљњџѓќѕјҷӣӯҡҙҫӑӗҥҗҳ]/giu,
  "Cyrl ug": /[їєґўђћљњџѓќѕјҷӣӯҡҙҫӑӗҥҳыіұ]/giu,
  "Cyrl uk": /[ыэёъў]/giu,
  "Cyrl be": /[ъщїєґ]/giu,
  "Cyrl bg": /[ыэёіїєґ]/giu,
  "Cyrl sr": /[ыэёъьщяюй]/giu,
  "Cyrl mk": /[ыэёъьщяюй]/giu,
  "Arab kk": /[ێڕڵڤےٹڈںڑځڅډړښږټڼۍةأإۅۉېۈئغخ]/gu,
  "Arab ug": /[ێڕڵڤےٹڈںڑځڅډړښږټڼۍةأإۅۉثصضطظذعحٴ]/gu,
  "Latn en": /[əığşțșžščćđłńśźżßæøåñõŋǵūâőű]/giu,
  "Latn kk": /[əßæøåõőűłśźżčšžțșđëêâô]/giu,
  "Latn ug": /[əßæøåõőűłśźżčšžțșđıñŋǵūâôýğş]/giu,
}
/** More than this share of letters that the language has not. */
const FOREIGN_SHARE = 0.02

/** Whether the letters of a text allow a language. */
export function allows(text: string, script: string, letters: number): (language: string) => boolean {
  return (language) => {
    const foreign = FOREIGN[`${script} ${language}`]
    const count = foreign === undefined ? 0 : (text.match(foreign)?.length ?? 0)
    return count === 0 || count / letters <= FOREIGN_SHARE
  }
}
