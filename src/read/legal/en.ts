import type { LegalMention } from "../../model/reading.js"

const CODE = "(?:Criminal|Penal|Civil|Administrative|Tax|Labou?r|Family)(?:\\sProcedure)?\\sCode"

const PATTERNS: readonly [kind: LegalMention["kind"], pattern: RegExp][] = [
  [
    "law",
    new RegExp(
      `\\b(?:Articles?|Art\\.|Sections?|Paragraphs?)\\s\\d+(?:[-.]\\d+)*(?:\\(\\w+\\))*(?:(?:,\\s|\\sand\\s|,\\sand\\s)\\d+(?:[-.]\\d+)*(?:\\(\\w+\\))*)*(?:,?\\sof\\s(?:the\\s)?(?:[\\p{L}']+\\s){0,3}?(?:${CODE}|Constitution|Covenant|Convention|Declaration|Act|Law))?`,
      "gu",
    ),
  ],
  ["law", new RegExp(`\\b(?:\\p{Lu}\\p{L}+'?s?\\s)?${CODE}`, "gu")],
  ["law", /\b(?:\p{Lu}[\p{L}-]+\s){1,5}(?:Act|Law|Decree|Bill)(?:\s(?:of\s)?\d{4})?\b/gu],
  [
    "law",
    /\b(?:anti-?terror(?:ism)?|counter-?terrorism|sedition|national security|foreign agents?|anti-protest|blasphemy|defamation|emergency)\s(?:laws?|legislation|act)\b/giu,
  ],
  [
    "penalty",
    /\b(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|several)(?:-and-a-half)?|\d+)(?:-|\s)(?:years?|months?|days?)(?:'|’)?\s(?:in (?:prison|jail|custody|a penal colony)|behind bars|of (?:imprisonment|hard labou?r|probation|house arrest)|imprisonment|jail (?:term|sentence)|prison (?:term|sentence)|suspended sentence|sentence)\b/giu,
  ],
  [
    "penalty",
    /\b(?:life (?:imprisonment|sentence|in prison)|death (?:penalty|sentence)|suspended (?:sentence|prison term)|community service|hard labou?r|travel ban|house arrest|prison (?:term|sentence)|jail (?:term|sentence)|solitary confinement)\b/giu,
  ],
  [
    "offence",
    /\b(?:inciting|incitement(?: to)?|instigating|fomenting)\s(?:[a-z-]+\s){0,3}?(?:discord|hatred|unrest|violence|riots?|rebellion|subversion|enmity|strife|disorder)\b/giu,
  ],
  [
    "offence",
    /\b(?:high treason|treason|espionage|sedition|terrorism|extremism|separatism|blasphemy|libel|defamation|slander|fraud|tax evasion|money laundering|embezzlement|extortion|hooliganism|vandalism|murder|manslaughter|rape|kidnapping|arson|bribery|corruption|genocide|crimes against humanity|war crimes|contempt of court|trespass(?:ing)?|conspiracy|picking quarrels(?: and (?:provoking|stirring up) trouble)?|disturbing (?:the )?public order|spreading (?:false|fake) (?:news|information)|insulting (?:the )?(?:president|king|monarchy|islam|religion|state)|illegal (?:assembly|gathering|possession of \p{L}+)|unlawful assembly|membership (?:of|in) (?:an?|the) (?:[a-z]+\s){0,2}(?:organi[sz]ation|group)|human trafficking|drug trafficking)\b/giu,
  ],
]

export function legalMentions(text: string): LegalMention[] {
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  )
}
