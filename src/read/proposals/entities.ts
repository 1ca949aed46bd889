import type { Span } from "../../model/passage.js"
import type { ReadEntity } from "../../model/reading.js"
import type { SchemaName } from "../../model/schema.js"
import { type Draft, draftOf, type Material } from "./index.js"
import { name, Statements } from "./statements.js"

const PUBLIC =
  /\b(?:courts?|tribunal|ministry|government|parliament|senate|congress|police|army|military|authorities|prosecutor'?s?|department|embassy|consulate|committee for national security|national security committee|procuratorate|supreme|intelligence|agency|administration|prison|council|duma|majlis|mejlis)\b/iu

export function schemaOf({ kind, name }: ReadEntity): SchemaName | null {
  if (kind === "Person") return "Person"
  if (kind === "Place") return "Place"
  if (kind === "Organization") return PUBLIC.test(name) ? "PublicBody" : "Organization"
  return null
}

/** How many mentions of one spelling are kept as its passages. */
const PASSAGES = 3

/** One proposal for each person, organisation and place: every spelling the document has, with where it stands. */
export function proposeEntities({ scene, entities, lang }: Material): Draft[] {
  const spellings = new Map<string, Map<string, Span[]>>()
  for (const mentions of scene.mentions)
    for (const { entity, start, end } of mentions) {
      const words = scene.text.slice(start, end).replace(/\s+/gu, " ")
      const own = spellings.get(entity) ?? new Map<string, Span[]>()
      const spans = own.get(words) ?? []
      if (spans.length < PASSAGES) spans.push({ start, end })
      own.set(words, spans)
      spellings.set(entity, own)
    }
  return entities.flatMap((entity): Draft[] => {
    const schema = schemaOf(entity)
    const own = spellings.get(entity.id)
    if (schema === null || own === undefined) return []
    const main = own.has(entity.name) ? entity.name : [...own.keys()].sort((a, b) => b.length - a.length)[0]!
    const statements = [...own].flatMap(([words, [first, ...rest]]) => {
      const full = words === main || (schema === "Person" && words.includes(" "))
      return new Statements(entity.id, schema, lang, [first!, ...rest]).add(full ? "name" : "alias", name(words)).list
    })
    statements.sort((a, b) => Number(b.property === "name") - Number(a.property === "name"))
    const mentions = [...own.values()].reduce((sum, spans) => sum + spans.length, 0)
    return draftOf({
      rule: `names/${entity.kind.toLowerCase()}`,
      score: mentions > 1 ? 0.9 : 0.75,
      about: entity.id,
      schema,
      grave: null,
      statements,
    })
  })
}
