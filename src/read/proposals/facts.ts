import type { LocalRef } from "../../model/proposal.js"
import type { SchemaName } from "../../model/schema.js"
import type { Value } from "../../model/value.js"
import type { Scene } from "../events/scene.js"
import type { FoundFact } from "../facts/index.js"
import { schemaOf } from "./entities.js"
import { type Draft, draftOf, type Material } from "./index.js"
import { entity, Statements, text } from "./statements.js"

/** Facts become statements: one proposal each. "P leads O" is said of the organisation. */
export function proposeFacts({ scene, facts, lang }: Material): Draft[] {
  return facts.flatMap((fact): Draft[] => {
    const subject = scene.entities.get(fact.subject)
    const schema = subject === undefined ? null : schemaOf(subject)
    if (schema === null) return []
    const said = statementOf(fact, schema, (edtf) => wordsOf(scene, fact, edtf))
    if (said === null) return []
    const about = said.about ?? fact.subject
    const aboutSchema = said.about === undefined ? schema : schemaOf(scene.entities.get(said.about)!)
    if (aboutSchema === null) return []
    const { list } = new Statements(about, aboutSchema, lang, fact.passages).add(said.property, said.value)
    return draftOf({ rule: fact.rule, score: 0.8, about, schema: aboutSchema, grave: null, statements: list })
  })
}

/** A date with the words that say it within the fact's passages. */
function wordsOf({ text, dates }: Scene, { passages }: FoundFact, value: string): Value<LocalRef> {
  const found = dates.find(
    (date) => date.value === value && passages.some(({ start, end }) => date.start >= start && date.end <= end),
  )
  const words = found ? text.slice(found.phrase, found.end) : null
  return { type: "date", edtf: value, words, reference: found?.reference ?? null }
}

function statementOf(
  { property, value, subject }: FoundFact,
  schema: SchemaName,
  date: (edtf: string) => Value<LocalRef>,
): { property: string; value: Value<LocalRef> | null; about?: LocalRef } | null {
  switch (property) {
    case "leaderOf":
      return { property: "leader", value: entity(subject), about: String(value) }
    case "operatingSince":
      return { property: "activeSince", value: date(String(value)) }
    case "birthDate":
      return { property, value: date(String(value)) }
    case "registered":
      return { property, value: { type: "boolean", is: value === true } }
    case "occupation":
    case "ethnicity":
      return schema === "Person" ? { property, value: text(String(value)) } : null
    default:
      return { property, value: entity(String(value)) }
  }
}
