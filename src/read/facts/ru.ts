import type { Scene } from "../events/scene.js"
import { shortLetters } from "../letters.js"
import { matches, pattern } from "../sentences/masked.js"
import type { FoundFact } from "./index.js"
import { type FactRule, gathered } from "./told.js"

const JOBS =
  "журналист|адвокат|писатель|поэт|учитель|врач|профессор|режиссёр|режиссер|оператор|редактор|блогер|историк|юрист|инженер|имам|священник|художник|певец|певица|предприниматель|преподаватель|правозащитник|активист|судья|прокурор|следователь"
const HEADS =
  "основател(?:ь|я|ю|ем|ьница|ьницы|ьнице|ьницей)|лидер(?:а|у|ом)?|руководител(?:ь|я|ю|ем|ьница|ьницы)|глав(?:а|ы|е|у|ой)|председател(?:ь|я|ю|ем)|директор(?:а|у|ом)?"
const rule = (name: string, source: string, read: FactRule["read"]): FactRule => ({
  name: `facts/${name}`,
  pattern: pattern(shortLetters(source), {}, "giud"),
  read,
})

const RULES: readonly FactRule[] = [
  rule(
    "born",
    "(?<who>{P}|(?<!\\p{L})(?:он|она)(?!\\p{L}))(?:,[^.;]{1,60},)?\\sродил(?:ся|ась)(?:\\s(?<when>{D})(?:\\sгода)?)?(?:\\sв\\s(?:\\p{L}+\\s){0,4}?(?<where>{L}))?(?:\\s(?<then>{D}))?",
    (seen) => [
      { subject: seen.person("who"), property: "birthPlace", value: seen.place("where") },
      { subject: seen.person("who"), property: "birthDate", value: seen.date("when") ?? seen.date("then") },
    ],
  ),
  rule(
    "born",
    "(?<who>{P}),?\\s(?<when>{D})(?:\\sгода)?\\sрождения(?:,\\sурожен\\p{L}{2,3}\\s(?:\\p{L}+\\s){0,5}?(?<where>{L}))?",
    (seen) => [
      { subject: seen.person("who"), property: "birthDate", value: seen.date("when") },
      { subject: seen.person("who"), property: "birthPlace", value: seen.place("where") },
    ],
  ),
  rule(
    "lives",
    "(?<who>{P}|(?<!\\p{L})(?:он|она)(?!\\p{L}))\\s(?:\\p{L}+\\s)?(?:жив[её]т|проживает|жил|жила)\\sв\\s(?:\\p{L}+\\s){0,3}?(?<where>{L})",
    (seen) => [{ subject: seen.person("who"), property: "residence", value: seen.place("where") }],
  ),
  rule("citizen", "(?<who>{P})[^.;]{0,60}?(?<!\\p{L})граждан(?:ин|ка|ином|кой|ки|ина)\\s(?<where>{L})", (seen) => [
    { subject: seen.person("who"), property: "citizenship", value: seen.place("where") },
  ]),
  rule("leader", `(?<who>{P}),\\s(?:${HEADS})\\s(?:\\p{L}+\\s){0,4}?[«"“]?(?<body>{O})`, (seen) => [
    { subject: seen.person("who"), property: "leaderOf", value: seen.body("body") },
  ]),
  rule("leader", `(?<!\\p{L})(?:${HEADS})\\s(?:\\p{L}+\\s){0,4}?[«"“]?(?<body>{O})[»"”]?,?\\s(?<who>{P})`, (seen) => [
    { subject: seen.person("who"), property: "leaderOf", value: seen.body("body") },
  ]),
  rule("job-before", `(?<!\\p{L})(?<job>${JOBS})\\s(?<who>{P})`, (seen) => [
    { subject: seen.person("who"), property: "occupation", value: seen.words("job")?.toLowerCase() },
  ]),
  rule("job", `(?<who>{P}),\\s(?:\\p{Ll}+(?:ый|ий|ая|ая)\\s)?(?<job>${JOBS})(?!\\p{L})`, (seen) => [
    { subject: seen.person("who"), property: "occupation", value: seen.words("job")?.toLowerCase() },
  ]),
]

/** Standing facts about people in a Russian document. */
export function readFacts(scene: Scene): FoundFact[] {
  return gathered(scene, RULES, (masked) => ({ text: masked.text, starts: null }), matches)
}
