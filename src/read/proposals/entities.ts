import type { Span } from "../../model/passage.js"
import type { ReadEntity } from "../../model/reading.js"
import type { SchemaName } from "../../model/schema.js"
import { type Draft, draftOf, type Material } from "./index.js"
import { name, Statements } from "./statements.js"

const PUBLIC =
  /\b(?:courts?|tribunal|ministry|government|parliament|senate|congress|police|army|military|authorities|prosecutor'?s?|department|embassy|consulate|committee for national security|national security committee|procuratorate|supreme|intelligence|agency|administration|prison|council|duma|majlis|mejlis)\b/iu

/** The same in our other languages and scripts. */
const PUBLIC_ELSEWHERE =
  /(?<!\p{L})(?:суд(?:а|у|ом|е)?(?!\p{L})|(?:министерств|прокуратур|полици|правительств|парламент|сенат|мажилис|департамент|посольств|консульств|акимат|колони|тюрьм)|(?:мвд|кнб|фсб|сизо)(?!\p{L})|сот(?:ы|тың|ының)?(?!\p{L})|(?:министрлі|үкімет|мәжіліс|елшілі|әкімді|түрме)|ұқк(?!\p{L})|سوت(?:ى|ى)?(?!\p{L})|(?:سوت مەھكىم|مينيستر|مىنىستىر|پروكۋرات|پروكۇرات|پوليتسي|ساقچى|ۇكىمەت|ھۆكۈمەت|تۇرمە|تۈرمە)|sot(?:y|ı)?(?!\p{L})|(?:mınıstr|ministrlig|úkimet|ükimet|túrme|türme|saqchi|hökümet))|法院|检察院|公安|派出所|政府|监狱|看守所|外交部|司法[厅局]|教育厅/iu

export function schemaOf({ kind, name }: ReadEntity): SchemaName | null {
  if (kind === "Person") return "Person"
  if (kind === "Place") return "Place"
  if (kind === "Organization") return PUBLIC.test(name) || PUBLIC_ELSEWHERE.test(name) ? "PublicBody" : "Organization"
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
