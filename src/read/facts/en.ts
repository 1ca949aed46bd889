import type { ReadFact } from "../../model/reading.js"
import { Match, PARTS } from "../events/en/rule.js"
import type { Scene } from "../events/scene.js"
import { DEMONYMS, PLACES } from "../places/gazetteer.js"
import { matches, pattern } from "../sentences/masked.js"
import type { FoundFact } from "./index.js"

interface FactRule {
  readonly name: string
  readonly stem: RegExp
  readonly pattern: RegExp
  readonly read: (match: Match) => readonly Said[]
}

interface Said {
  readonly subject: string | null | undefined
  readonly property: string
  readonly value: string | number | boolean | null | undefined
}

const HEAD = "leader|head|chief|founder|co-founder|chairman|chairwoman|chairperson|director|president|chair"
const JOBS =
  "lawyer|attorney|journalist|reporter|editor|blogger|writer|author|poet|professor|academic|scholar|teacher|doctor|nurse|student|photographer|photojournalist|singer|musician|artist|filmmaker|cleric|imam|priest|farmer|businessman|businesswoman|engineer|economist|politician|lawmaker|historian|researcher|translator|driver|actor|actress|activist|judge|prosecutor|miner|shepherd|publisher"

const rule = (name: string, stem: RegExp, source: string, read: FactRule["read"]): FactRule => ({
  name: `facts/${name}`,
  stem,
  pattern: pattern(source, PARTS, "gud"),
  read,
})

const RULES: readonly FactRule[] = [
  rule(
    "born",
    /\bborn\b/u,
    "{WHO}{APPO}(?:,?\\s(?:was|were|who was|is))?\\sborn(?:\\s(?:on|in)\\s(?<when>{D}))?(?:,?\\s(?:in|at|near)\\s(?:the\\s)?(?:[a-z]+\\s){0,5}?(?<where>{L}))?(?:\\s(?:on|in)\\s(?<then>{D}))?",
    (match) => {
      const [subject] = match.people("who")
      return [
        { subject, property: "birthPlace", value: match.place("where") },
        { subject, property: "birthDate", value: date(match, "when") ?? date(match, "then") },
      ]
    },
  ),
  rule(
    "citizen",
    /\b(?:citizen|national|passport)/u,
    "{WHO}{APPO}.{0,60}?\\s(?:is|was|became|are|as)\\s(?:an?\\s)?(?:[a-z-]+\\s){0,2}?(?<people>[A-Z][a-z]+(?:\\s[A-Z][a-z]+)?)\\s(?:citizen|national|passport[- ]holder)\\b",
    (match) => [
      { subject: match.people("who")[0], property: "citizenship", value: countryOf(match.scene, match.groups.people!) },
    ],
  ),
  rule(
    "citizen-of",
    /\bcitizen/u,
    "{WHO}{APPO}.{0,60}?\\s(?:is|was|became)\\s(?:an?\\s)?(?:[a-z-]+\\s){0,2}?citizen\\sof\\s(?<where>{L})",
    (match) => [{ subject: match.people("who")[0], property: "citizenship", value: match.place("where") }],
  ),
  rule(
    "leader",
    new RegExp(`\\b(?:${HEAD})\\b`, "u"),
    `(?<who>{P})(?:,|\\s(?:is|was|who is))\\s(?:the\\s|a\\s)?(?:[a-z-]+\\s){0,2}?(?:${HEAD})(?:\\sand\\s(?:[a-z-]+\\s)?[a-z-]+)?\\sof\\s(?:the\\s)?(?:[a-z-]+\\s){0,4}?(?<body>{O})`,
    (match) => [{ subject: match.people("who")[0], property: "leaderOf", value: match.bodies("body")[0] }],
  ),
  rule(
    "leader-name",
    new RegExp(`\\b(?:${HEAD})\\b`, "u"),
    `(?:[Tt]he\\s)?(?:${HEAD})\\sof\\s(?:the\\s)?(?:[a-z-]+\\s){0,4}?(?<body>{O}),\\s(?<who>{P})`,
    (match) => [{ subject: match.people("who")[0], property: "leaderOf", value: match.bodies("body")[0] }],
  ),
  rule(
    "body-leader",
    new RegExp(`\\b(?:${HEAD})\\b`, "u"),
    `(?<body>{O})(?:'s)?\\s(?:[a-z-]+\\s)?(?:${HEAD})\\s(?<who>{P})`,
    (match) => [{ subject: match.people("who")[0], property: "leaderOf", value: match.bodies("body")[0] }],
  ),
  rule(
    "lives",
    /\b(?:live|lives|lived|living|resident|resides|based)\b/u,
    "{WHO}{APPO}(?:\\s(?:now|currently|still|has|who))*\\s(?:lives|resides|is living|is based|has lived|is a resident of)\\s(?:in\\s)?(?:the\\s)?(?:[a-z]+\\s){0,4}?(?<where>{L})",
    (match) => [{ subject: match.people("who")[0], property: "residence", value: match.place("where") }],
  ),
  rule(
    "home",
    /\b(?:home|house|apartment|flat|residence)\b/u,
    "(?<who>\\bhis|\\bher|{P}'s)\\s(?:[a-z]+\\s)?(?:home|house|apartment|flat|residence)\\s(?:in|near|outside)\\s(?:the\\s)?(?:[a-z]+\\s){0,4}?(?<where>{L})",
    (match) => [{ subject: match.people("who")[0], property: "residence", value: match.place("where") }],
  ),
  rule(
    "relatives",
    /\brelatives|family|parents|siblings\b/u,
    "(?:(?<where>{L}),\\swhere\\s(?:some\\sof\\s|most\\sof\\s|all\\sof\\s|many\\sof\\s)?(?<who>his|her|{P}'s)\\s(?:[a-z]+\\s)?(?:relatives|family(?:\\smembers)?|parents|siblings)\\s(?:still\\s)?(?:live|lives|remain|are)|(?<whose>\\b[Hh]is|\\b[Hh]er|{P}'s)\\s(?:[a-z]+\\s)?(?:relatives|family(?:\\smembers)?|parents|siblings)\\s(?:who\\s)?(?:still\\s|have\\s)?(?:live|lives|living|remain|remained)\\sin\\s(?:the\\s)?(?:[a-z]+\\s){0,3}?(?<there>{L}))",
    (match) => [
      {
        subject: match.people(match.groups.who === undefined ? "whose" : "who")[0],
        property: "relativesIn",
        value: match.place(match.groups.where === undefined ? "there" : "where"),
      },
    ],
  ),
  rule(
    "operating",
    /\b(?:operat|active|founded|established|created|set up|launched|formed)/u,
    "(?<body>{O})(?:,[^;.]{1,80}?,)?\\s(?:has been|had been|have been|was|is)\\s(?:operating|active|working|founded|established|created|set up|launched|formed)(?:\\sin\\s(?<where>{L}))?(?:\\s(?:since|in|on)\\s(?<when>{D}))",
    (match) => [
      { subject: match.bodies("body")[0], property: "operatingSince", value: date(match, "when") },
      { subject: match.bodies("body")[0], property: "activeIn", value: match.place("where") },
    ],
  ),
  rule(
    "unregistered",
    /\b(?:registration|unregistered|registered)\b/u,
    "(?<body>{O})[^;.]{0,90}?\\b(?:without\\s(?:official\\s|state\\s)?registration|(?:is|remains|was)\\s(?:unregistered|not registered))\\b",
    (match) => [{ subject: match.bodies("body")[0], property: "registered", value: false }],
  ),
  rule(
    "job",
    new RegExp(`\\b(?:${JOBS})\\b`, "u"),
    `(?<who>{P}),\\s(?:\\d{1,2},\\s)?(?:an?|the)\\s(?:(?:[a-z-]+|[A-Z][a-z]+)\\s){0,3}?(?<job>${JOBS})\\b(?!'s|\\s(?:for|of)\\s{P})`,
    (match) => [{ subject: match.people("who")[0], property: "occupation", value: match.words("job") }],
  ),
  rule(
    "job-before",
    new RegExp(`\\b(?:${JOBS})\\b`, "u"),
    `\\b(?<job>${JOBS})\\s(?<who>{P})(?!'s\\s(?:lawyer|attorney))`,
    (match) => [{ subject: match.people("who")[0], property: "occupation", value: match.words("job") }],
  ),
  rule(
    "ethnic",
    /\bethnic\b/u,
    "(?:(?<who>{P})(?:,|\\s(?:is|was))\\s(?:an?\\s)?(?:[a-z]+\\s){0,2}?ethnic\\s(?<group>[A-Z][a-z]+)\\b|\\bethnic\\s(?<kind>[A-Z][a-z]+)\\s(?:[a-z]+\\s){0,3}?(?<whom>{P}))",
    (match) => [
      {
        subject: match.people(match.groups.who === undefined ? "whom" : "who")[0],
        property: "ethnicity",
        value: match.groups.group ?? match.groups.kind,
      },
    ],
  ),
]

const SILENT = new Set(["nav", "related", "widget", "title", "other", "legal"])

/** Standing facts about people and organisations; a fact said twice has both passages. */
export function readFacts(scene: Scene): FoundFact[] {
  const facts = new Map<string, FoundFact>()
  for (const masked of scene.told) {
    if (SILENT.has(masked.sentence.kind)) continue
    for (const { name, stem, pattern, read } of RULES) {
      if (!stem.test(masked.text)) continue
      for (const found of matches(pattern, masked.text)) {
        const match = new Match(scene, masked, found)
        for (const { subject, property, value } of read(match)) {
          if (subject == null || value == null || subject === value) continue
          const passage = masked.span(match.from, match.to)
          const key = `${subject}|${property}|${value}`
          const known = facts.get(key)
          const passages: ReadFact["passages"] = known ? [...known.passages, passage] : [passage]
          if (!known || known.passages.length < 4) facts.set(key, { subject, property, value, passages, rule: name })
        }
      }
    }
  }
  return [...facts.values()]
}

function date(match: Match, group: string): string | null {
  const at = match.at(group)
  return at === null ? null : (match.masked.between(at[0], at[1], "D")[0]?.thing.date.value ?? null)
}

/** The country a people's name stands for, if the document names the country too. */
function countryOf(scene: Scene, people: string): string | null {
  const code = DEMONYMS.get(people)?.country
  if (code === undefined) return null
  for (const { id, kind, country, name } of scene.entities.values())
    if (kind === "Place" && country === code && PLACES.get(name)?.isCountry) return id
  return null
}
