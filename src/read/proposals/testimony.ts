import type { Scene } from "../events/scene.js"
import type { Sentence } from "../sentences/index.js"
import { matches, pattern } from "../sentences/masked.js"

/** Told in the first person, quotations apart: most of its sentences say "I", "me" or "my". */
export function isTestimony(text: string, sentences: readonly Sentence[]): boolean {
  // A record of questions and answers says so above them, and labels who speaks.
  if (RECORD.test(text.slice(0, HEADING)) && (text.match(LABEL)?.length ?? 0) >= 4) return true
  let told = 0
  let own = 0
  for (const { kind, words, quotations } of sentences) {
    if (kind !== "body" && kind !== "quote" && kind !== "other") continue
    if (words.length < 4) continue
    told++
    if (words.some(({ text, start }) => FIRST.has(text) && !quotations.some((q) => start > q.start && start < q.end)))
      own++
  }
  return told >= 5 && own / told > 0.4
}

const FIRST = new Set(["I", "me", "my", "My", "I'm", "I've", "I'd", "I’m", "I’ve", "I’d", "myself"])

/** How far the heading of a record may reach, in characters. */
const HEADING = 1500
const RECORD =
  /\b(?:testimon(?:y|ies)|witness(?:es)?|interviewer|deposition|affidavit)\b|(?<!\p{L})(?:запись беседы|показани[ея] свидетел|свидетельств[оа]|протокол опроса|запись интервью|айғақ|куәгер|сұхбат жазбасы|жауап алу хаттамасы)/iu
const LABEL = /^\p{Lu}[\p{L}. ]{0,24}:\s/gmu

/** A label before words: "W: ", "Interviewer: ". */
export const LABELLED = /^(?<who>\p{Lu}[\p{L}. ]{0,24}):\s/u
/** The labels of the one who tells, in each of our languages and scripts. */
export const TELLS =
  /^(?:W|A|Witness|Answer|Respondent|Interviewee|Survivor|О|Ответ|Свидетель(?:ница)?|Пострадавш(?:ий|ая)|Ж|Жауап|Куәгер|Куә|Жәбірленуші|Jauap|Kuäger|كۋاگەر|جاۋاپ|Гувачи|Җавап|Guwahchi|Jawab|گۇۋاھچى|جاۋاب|证人|答|受访者|幸存者|證人|受訪者)$/u

/** "My name is Dana Orazova", "Testimony of Dana Orazova", and the answer "W: Dana Orazova." to who is asked. */
const NAMED: readonly RegExp[] = [
  pattern("\\b(?:[Mm]y name is|I am called|I am|I'm|I, )\\s?(?<who>{P})"),
  pattern(
    "(?<!\\p{L})(?:[Мм]еня зовут|[Мм]енің (?:атым|аты-жөнім)|[Mm]eniñ atım|مەنىڭ اتىم|مېنىڭ (?:ئىسمىم|ئېتىم)|我叫|我的名字(?:叫|是))\\s?(?<who>{P})",
  ),
  pattern("\\b(?:[Tt]estimony|[Aa]ffidavit|[Ss]tatement|[Dd]eposition|[Aa]ccount)\\s(?:of|by|from)\\s(?<who>{P})"),
  pattern("^(?:[Ww]itness|[Nn]ame|[Tt]eller|[Ii]nterviewee)(?: of the witness)?:\\s(?<who>{P})"),
  pattern("^(?:W|A|Witness|Answer)[:.]\\s(?<who>{P})\\.?$"),
]

/** The one who tells a testimony, when it names her; null when it does not, or names more than one. */
export function tellerOf({ told }: Scene): string | null {
  for (const named of NAMED) {
    const found = new Set<string>()
    for (const masked of told)
      for (const match of matches(named, masked.text))
        for (const { thing } of masked.between(match.index, match.index + match[0].length, "P"))
          found.add(thing.mention.entity)
    if (found.size > 0) return found.size === 1 ? [...found][0]! : null
  }
  return null
}
