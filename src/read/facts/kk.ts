import type { Scene } from "../events/scene.js"
import { letters, scriptOf, skeletonOf } from "../kazakh/skeleton.js"
import { shortLetters } from "../letters.js"
import { matches, pattern } from "../sentences/masked.js"
import type { FoundFact } from "./index.js"
import { type FactRule, gathered } from "./told.js"

const rule = (name: string, source: string, read: FactRule["read"]): FactRule => ({
  name: `facts/${name}`,
  pattern: pattern(shortLetters(letters(source)), {}, "giud"),
  read,
})

const JOBS =
  "журналист|адвокат|жазушы|ақын|мұғалім|дәрігер|профессор|режиссер|оператор|редактор|блогер|тарихшы|заңгер|имам|әнші|кәсіпкер|құқық\\sқорғаушы|белсенді|судья|прокурор"

const RULES: readonly FactRule[] = [
  rule("born", "(?<who>{P})\\s(?<when>{D})(?:\\s(?:\\p{L}+\\s){0,3}?(?<where>{L})[^.;]{0,30}?)?\\sтуған", (seen) => [
    { subject: seen.person("who"), property: "birthDate", value: seen.date("when") },
    { subject: seen.person("who"), property: "birthPlace", value: seen.place("where") },
  ]),
  rule("born", "(?<who>{P})\\s(?<where>{L})[^.;]{0,40}?\\sтуған", (seen) => [
    { subject: seen.person("who"), property: "birthPlace", value: seen.place("where") },
  ]),
  rule(
    "lives",
    "(?<who>{P})\\s(?:\\p{L}+\\s)?(?<where>{L})(?:\\s\\p{L}+)?\\s(?:тұрады|тұрған|тұрып\\sжатыр)",
    (seen) => [{ subject: seen.person("who"), property: "residence", value: seen.place("where") }],
  ),
  rule(
    "leader",
    '(?<body>{O})[»"”]?\\s(?:\\p{L}+\\s){0,2}?(?:негізін\\sқалаған|жетекшісі|басшысы|төрағасы|құрылтайшысы)\\s(?<who>{P})',
    (seen) => [{ subject: seen.person("who"), property: "leaderOf", value: seen.body("body") }],
  ),
  rule("job-before", `(?<!\\p{L})(?<job>${JOBS})\\s(?<who>{P})`, (seen) => [
    { subject: seen.person("who"), property: "occupation", value: seen.words("job")?.toLowerCase() },
  ]),
]

/** Standing facts about people in a Kazakh document, in any of its scripts. */
export function readFacts(scene: Scene): FoundFact[] {
  const script = scriptOf(scene.text)
  return gathered(scene, RULES, (masked) => skeletonOf(masked.text, script), matches)
}
