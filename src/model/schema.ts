import type { Audience } from "./statement.js"
import type { ValueType } from "./value.js"

/**
 * THE table. Forms, exports, search facets and documentation are generated from it: adding a field is one row here and
 * its label in `views/words/`. `esf` is the HURIDOCS Events Standard Formats field, `ftm` the FollowTheMoney property.
 */
export const CODES = {
  sex: ["female", "male", "other", "unknown"],
  measure: [
    "custody",
    "house_arrest",
    "bail",
    "travel_ban",
    "personal_undertaking",
    "surety",
    "document_confiscation",
    "other",
  ],
  change: ["imposed", "extended", "continued", "requalified", "lifted"],
  proceeding: ["criminal", "administrative", "civil", "disciplinary"],
  hearing: ["hearing", "trial", "appeal"],
  charge: ["charge", "accusation"],
  ruling: [
    "change_of_venue",
    "measure_imposed",
    "measure_extended",
    "measure_continued",
    "measure_lifted",
    "conviction",
    "acquittal",
    "termination",
    "other",
  ],
  venue_reason: ["place_of_alleged_offence", "security", "connected_case", "recusal", "residence_of_parties", "other"],
  sentence: ["fine", "prison_term", "suspended_term", "restricted_freedom", "community_work", "activity_ban", "death"],
  detention: ["arrest", "police_custody", "pretrial", "prison", "camp", "psychiatric", "incommunicado", "other"],
  release: ["released", "released_pending_trial", "acquitted", "served", "amnestied", "escaped", "exchanged"],
  happening: [
    "gathering",
    "statement",
    "report",
    "raid",
    "search",
    "attack",
    "killing",
    "death",
    "torture",
    "ill_treatment",
    "disappearance",
    "threat",
    "harassment",
    "surveillance",
    "designation",
    "closure",
    "deportation",
    "other",
  ],
  precision: ["country", "region", "city"],
  stance: ["asserts", "denies", "accuses", "names", "qualifies"],
  speech: ["direct", "indirect", "naming"],
  source_type: ["news", "court_record", "testimony", "letter", "post", "video", "photo", "list", "report", "other"],
} as const satisfies Record<string, readonly string[]>

export type CodeList = keyof typeof CODES

export type PropertyValue =
  | { readonly type: Exclude<ValueType, "code" | "entity"> }
  | { readonly type: "entity"; readonly of: readonly SchemaName[] }
  | { readonly type: "code"; readonly list: CodeList; readonly codes: readonly string[] }

export interface Property {
  readonly name: string
  readonly value: PropertyValue
  readonly esf: string | null
  readonly ftm: string | null
  readonly audience: Audience
  /** May one entity have several at the same time without a disagreement? (names, people at a gathering) */
  readonly repeatable: boolean
}

export type SchemaName =
  | "Person"
  | "Organization"
  | "PublicBody"
  | "Place"
  | "Case"
  | "CourtCase"
  | "Charge"
  | "Measure"
  | "Hearing"
  | "Ruling"
  | "Sentence"
  | "Detention"
  | "Release"
  | "Event"
  | "Claim"
  | "Family"
  | "Membership"
  | "Representation"
  | "Occupancy"
  | "Article"

export interface Schema {
  readonly name: SchemaName
  /** thing: has a name; happening: stands on a timeline; relation: joins two things; speech: a claim. */
  readonly role: "thing" | "happening" | "relation" | "speech"
  readonly ftm: string
  readonly properties: readonly Property[]
}

type Options = Partial<Pick<Property, "esf" | "ftm" | "audience" | "repeatable">>

function property(name: string, value: PropertyValue, options: Options = {}): Property {
  return { name, value, esf: null, ftm: null, audience: "team", repeatable: false, ...options }
}

const text = { type: "text" } as const
const name = { type: "name" } as const
const date = { type: "date" } as const
const money = { type: "money" } as const
const quantity = { type: "quantity" } as const
const identifier = { type: "identifier" } as const
const url = { type: "url" } as const
const boolean = { type: "boolean" } as const
const code = (list: CodeList) => ({ type: "code", list, codes: CODES[list] }) as const
const entity = (...of: SchemaName[]) => ({ type: "entity", of }) as const

const someone = ["Person", "Organization", "PublicBody"] as const
const body = ["Organization", "PublicBody"] as const
const many = { repeatable: true }

const named: Property[] = [
  property("name", name, { esf: "0903", ftm: "name", ...many }),
  property("alias", name, { esf: "0904", ftm: "alias", ...many }),
  property("description", text, { ftm: "description", ...many }),
]

const organization: Property[] = [
  ...named,
  property("registered", boolean),
  property("activeSince", date, { ftm: "incorporationDate" }),
  property("activeIn", entity("Place"), { ftm: "country", ...many }),
  property("leader", entity("Person"), many),
  property("website", url, { ftm: "website", ...many }),
]

/** What everything that happens can say. */
const happening: Property[] = [
  property("date", date, { esf: "2111", ftm: "date" }),
  property("place", entity("Place"), { esf: "2112", ftm: "location" }),
  property("person", entity(...someone), { esf: "2104", ftm: "involved", ...many }),
  property("by", entity(...someone), { esf: "2407", ftm: "organizer", ...many }),
  property("proceeding", entity("CourtCase")),
  property("act", identifier, { esf: "mt04", ftm: "keywords" }),
]

const relation = (from: string, to: string, a: Property["value"], b: Property["value"]): Property[] => [
  property(from, a),
  property(to, b),
  property("role", text, { ftm: "role" }),
  property("date", date, { ftm: "startDate" }),
]

export const SCHEMATA: readonly Schema[] = [
  {
    name: "Person",
    role: "thing",
    ftm: "Person",
    properties: [
      ...named,
      property("birthDate", date, { esf: "0911", ftm: "birthDate" }),
      property("birthPlace", entity("Place"), { esf: "0913", ftm: "birthPlace" }),
      property("deathDate", date, { esf: "0928", ftm: "deathDate" }),
      property("sex", code("sex"), { esf: "0915", ftm: "gender" }),
      property("citizenship", entity("Place"), { esf: "0941", ftm: "citizenship", ...many }),
      property("ethnicity", text, { esf: "0942", ftm: "ethnicity", ...many }),
      property("occupation", text, { esf: "0922", ftm: "position", ...many }),
      property("residence", entity("Place"), { esf: "0906", ftm: "address" }),
      property("relativesIn", entity("Place"), { audience: "restricted", ...many }),
      property("identityDocument", identifier, { esf: "0917", ftm: "idNumber", audience: "restricted", ...many }),
    ],
  },
  { name: "Organization", role: "thing", ftm: "Organization", properties: organization },
  { name: "PublicBody", role: "thing", ftm: "PublicBody", properties: organization },
  {
    name: "Place",
    role: "thing",
    ftm: "Address",
    properties: [
      ...named,
      property("within", entity("Place")),
      property("country", identifier, { ftm: "country" }),
      property("precision", code("precision")),
    ],
  },
  {
    name: "Case",
    role: "thing",
    ftm: "CourtCase",
    properties: [
      ...named,
      property("about", entity(...someone), many),
      property("proceeding", entity("CourtCase"), many),
    ],
  },
  {
    name: "CourtCase",
    role: "thing",
    ftm: "CourtCase",
    properties: [
      property("name", name, { esf: "3119", ftm: "name", ...many }),
      property("caseNumber", identifier, { esf: "3118", ftm: "caseNumber", ...many }),
      property("kind", code("proceeding"), { esf: "3116", ftm: "category" }),
      property("defendant", entity(...someone), { ftm: "party", ...many }),
      property("court", entity(...body), { esf: "3116", ftm: "court" }),
    ],
  },
  {
    name: "Charge",
    role: "happening",
    ftm: "CourtCaseParty",
    properties: [
      ...happening,
      property("kind", code("charge")),
      property("offence", text, { esf: "2113", ftm: "summary" }),
      property("article", identifier, { esf: "mt62" }),
      property("replaces", entity("Charge")),
    ],
  },
  {
    name: "Measure",
    role: "happening",
    ftm: "Event",
    properties: [
      ...happening,
      property("kind", code("measure"), { esf: "mt04", ftm: "keywords" }),
      property("change", code("change"), many),
    ],
  },
  {
    name: "Hearing",
    role: "happening",
    ftm: "Event",
    properties: [
      ...happening,
      property("kind", code("hearing")),
      property("court", entity(...body), { esf: "3116", ftm: "organizer" }),
      property("offence", text, { ftm: "summary" }),
    ],
  },
  {
    name: "Ruling",
    role: "happening",
    ftm: "Event",
    properties: [
      ...happening,
      property("kind", code("ruling")),
      property("court", entity(...body), { esf: "3116", ftm: "organizer" }),
      property("offence", text, { ftm: "summary" }),
      property("measure", entity("Measure")),
      property("from", entity("Place", ...body)),
      property("to", entity("Place", ...body)),
      property("reason", code("venue_reason"), { esf: "2113" }),
      property("statedReason", entity("Claim"), { esf: "2113" }),
      property("allegedAt", entity("Place")),
    ],
  },
  {
    name: "Sentence",
    role: "happening",
    ftm: "Event",
    properties: [
      ...happening,
      property("kind", code("sentence")),
      property("ruling", entity("Ruling")),
      property("court", entity(...body), { ftm: "organizer" }),
      property("amount", money),
      property("term", quantity),
      property("offence", text, { ftm: "summary" }),
    ],
  },
  {
    name: "Detention",
    role: "happening",
    ftm: "Event",
    properties: [
      ...happening,
      property("kind", code("detention"), { esf: "mt29", ftm: "keywords" }),
      property("facility", name, { esf: "2153" }),
      property("offence", text, { esf: "2113", ftm: "summary" }),
    ],
  },
  {
    name: "Release",
    role: "happening",
    ftm: "Event",
    properties: [...happening, property("kind", code("release"), { esf: "mt25" })],
  },
  {
    name: "Event",
    role: "happening",
    ftm: "Event",
    properties: [
      ...happening,
      property("kind", code("happening"), { esf: "mt04", ftm: "keywords" }),
      property("offence", text, { ftm: "summary" }),
      property("quantity", quantity),
    ],
  },
  {
    name: "Claim",
    role: "speech",
    ftm: "Note",
    properties: [
      property("speaker", entity(...someone, "Place"), { esf: "2503" }),
      property("speakerText", text),
      property("capacity", text, { esf: "mt19" }),
      property("via", entity(...someone), many),
      property("setting", text),
      property("date", date, { ftm: "date" }),
      property("stance", code("stance"), { esf: "mt28" }),
      property("speech", code("speech")),
      property("words", text, { ftm: "description" }),
      property("hedge", text),
      property("cue", text),
      property("spokenIn", identifier, { esf: "mt14" }),
      property("about", entity(...someone, "Place", "CourtCase", "Claim"), { ftm: "entity", ...many }),
      property("quantity", quantity),
      property("counters", entity("Claim"), many),
    ],
  },
  {
    name: "Family",
    role: "relation",
    ftm: "Family",
    properties: relation("person", "relative", entity("Person"), entity("Person")),
  },
  {
    name: "Membership",
    role: "relation",
    ftm: "Membership",
    properties: relation("member", "organization", entity("Person"), entity(...body)),
  },
  {
    name: "Representation",
    role: "relation",
    ftm: "Representation",
    properties: relation("agent", "client", entity(...someone), entity(...someone)),
  },
  {
    name: "Occupancy",
    role: "relation",
    ftm: "Occupancy",
    properties: relation("holder", "post", entity("Person"), entity(...body)),
  },
  {
    name: "Article",
    role: "thing",
    ftm: "Article",
    properties: [
      property("title", name, { ftm: "title", ...many }),
      property("published", date, { esf: "2507", ftm: "publishedAt" }),
      property("publisher", name, { ftm: "publisher" }),
      property("byline", name, { ftm: "author", ...many }),
      property("address", url, { ftm: "sourceUrl" }),
      property("kind", code("source_type"), { esf: "mt16" }),
    ],
  },
]

const byName = new Map(SCHEMATA.map((schema) => [schema.name as string, schema]))

export function isSchema(text: string): text is SchemaName {
  return byName.has(text)
}

export function schemaOf(schema: SchemaName): Schema {
  return byName.get(schema)!
}

export function propertyOf(schema: SchemaName, property: string): Property | undefined {
  return byName.get(schema)?.properties.find((row) => row.name === property)
}
