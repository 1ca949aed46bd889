import { byEntity, type Fact, factsAbout, factsPointingAt } from "../index/facts.js"
import { findByName, type Met } from "../index/named.js"
import { boundsOf, compatible } from "../model/date.js"
import type { EntityId } from "../model/id.js"
import type { LocalRef, ProposedStatement } from "../model/proposal.js"
import type { Reading } from "../model/reading.js"
import { type SchemaName, schemaOf } from "../model/schema.js"
import { foldCase, skeleton } from "../names/fold.js"
import type { GazetteerPlace } from "../names/places/gazetteer.js"
import { placeNamed } from "../names/places/resolve.js"
import type { Db } from "../vault/db.js"

/** An entity of the vault that a local one may be. */
export interface Candidate {
  readonly id: EntityId
  readonly schema: SchemaName
  readonly name: string
  /** 0 to 1. From `SURE` on, everything that can be compared agrees. */
  readonly score: number
  /** How its name was met; null where it was found by what happened. */
  readonly badge: Met["badge"] | null
  readonly why: string
}

export const SURE = 0.9

/**
 * Entities of the vault that one of a reading may be, best first, at most five. Things are compared by name;
 * happenings and proceedings by what they are, whom they befell and when: `became` tells which local entities are
 * known already.
 */
export async function candidatesFor(
  db: Db,
  reading: Reading,
  ref: LocalRef,
  became: ReadonlyMap<LocalRef, EntityId>,
): Promise<Candidate[]> {
  const own = statementsAbout(reading, ref)
  const schema = own[0]?.schema
  if (!schema || schema === "Article") return []
  const { role } = schemaOf(schema)
  const found =
    role === "happening" || schema === "CourtCase"
      ? await happeningsLike(db, schema, own, became)
      : role === "thing"
        ? await namesakes(db, schema, own)
        : []
  const itself = became.get(ref)
  return found
    .filter(({ id, score }) => id !== itself && score >= 0.5)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, 5)
}

const grouped = new WeakMap<Reading, Map<LocalRef, ProposedStatement[]>>()

/** What a reading proposes about one of its entities. Grouped once a reading: it may hold thousands. */
export function statementsAbout(reading: Reading, ref: LocalRef): readonly ProposedStatement[] {
  let groups = grouped.get(reading)
  if (!groups) {
    groups = new Map()
    for (const statement of reading.proposals.flatMap(({ statements }) => statements)) {
      const group = groups.get(statement.entity)
      if (group) group.push(statement)
      else groups.set(statement.entity, [statement])
    }
    grouped.set(reading, groups)
  }
  return groups.get(ref) ?? []
}

/** Entities whose names meet a name, best first: what a form offers to choose from. */
export async function findNamed(db: Db, name: string, schemata: readonly SchemaName[]): Promise<Candidate[]> {
  const found = (await findByName(db, name)).filter(({ schema }) => schemata.includes(schema))
  return found
    .map(({ id, schema, title, met, score }) => ({ id, schema, name: title, ...scored(name, met, score) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, 20)
}

/** Sure only where the words are the same but for vowels and order: what merely sounds alike a person decides. */
function scored(asked: string, { badge, name }: Met, score: number): Pick<Candidate, "score" | "badge" | "why"> {
  if (badge === "exact") return { score: 1, badge, why: name }
  return { score: bonesOf(asked) === bonesOf(name) ? 0.95 : 0.5 + 0.35 * Math.min(score, 1), badge, why: name }
}

const bonesOf = (name: string): string =>
  words(name)
    .map((word) => skeleton(word) || foldCase(word))
    .sort()
    .join(" ")

/** Schemata of which two entities can be one: a court may be written down as an organisation or a public body. */
export function alike(schema: SchemaName): readonly SchemaName[] {
  return ALIKE[schema] ?? [schema]
}

const ALIKE: Partial<Record<SchemaName, readonly SchemaName[]>> = {
  Organization: ["Organization", "PublicBody"],
  PublicBody: ["Organization", "PublicBody"],
}

async function namesakes(db: Db, schema: SchemaName, own: readonly ProposedStatement[]): Promise<Candidate[]> {
  const best = new Map<EntityId, Candidate>()
  for (const { property, value } of own) {
    if ((property !== "name" && property !== "alias") || value.type !== "name") continue
    for (const candidate of await findNamed(db, value.text, alike(schema))) {
      // One shared name of a person is a namesake; it takes given name and surname to suggest the same person.
      const short = schema === "Person" && words(value.text).length < 2
      const score = short ? Math.min(candidate.score, 0.6) : candidate.score
      if (score > (best.get(candidate.id)?.score ?? 0)) best.set(candidate.id, { ...candidate, score })
    }
    if (schema === "Place")
      for (const candidate of await otherwiseCalled(db, value.text))
        if (candidate.score > (best.get(candidate.id)?.score ?? 0)) best.set(candidate.id, candidate)
  }
  return [...best.values()]
}

/** Places of the vault that the gazetteer knows to be the one so named: Astana for Nur-Sultan. */
async function otherwiseCalled(db: Db, name: string): Promise<Candidate[]> {
  const answer = placeNamed(name)
  if (answer === null) return []
  const several = "several" in answer
  const found: Candidate[] = []
  for (const { place } of several ? answer.several : [answer.one])
    for (const other of namesOf(place))
      for (const candidate of await findNamed(db, other, ["Place"]))
        if (candidate.badge === "exact")
          found.push({ ...candidate, badge: "alias", score: several ? 0.6 : 0.95, why: `${name} = ${other}` })
  return found
}

const namesOf = ({ names }: GazetteerPlace): Set<string> => new Set(names.map(({ text }) => text))

function words(name: string): string[] {
  return name.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []
}

/** Days by which two sources may differ about one thing that happened. */
const NEAR = 3

async function happeningsLike(
  db: Db,
  schema: SchemaName,
  own: readonly ProposedStatement[],
  became: ReadonlyMap<LocalRef, EntityId>,
): Promise<Candidate[]> {
  const canon = async (ref: LocalRef): Promise<EntityId | null> => {
    const id = became.get(ref)
    if (!id) return null
    return (await db.one<{ canon: EntityId }>("SELECT canon FROM i_entity WHERE id = ?", id))?.canon ?? id
  }
  const pointers = async (...properties: string[]) => {
    const ids = await Promise.all(
      own.flatMap(({ property, value }) =>
        properties.includes(property) && value.type === "entity" ? [canon(value.entity)] : [],
      ),
    )
    return new Set(ids.filter((id) => id !== null))
  }
  const people = await pointers("person", "defendant")
  if (people.size === 0) return []
  const proceedings = await pointers("proceeding")
  const pointing = await factsPointingAt(db, people)
  const same = pointing.filter((fact) => fact.schema === schema && ["person", "defendant"].includes(fact.property))
  const others = byEntity(await factsAbout(db, new Set(same.map((fact) => fact.entity))))
  return [...others].map(([id, facts]) => {
    const score = likeness(schema, own, facts, proceedings)
    return {
      id,
      schema,
      name: captionOf(facts),
      score,
      badge: null,
      why: score >= SURE ? "same kind, same person, dates that fit" : "same person",
    }
  })
}

/** What tells one happening from another: its kind and its day. */
function captionOf(facts: readonly Fact[]): string {
  const shown = ["kind", "offence", "date"].flatMap((property) =>
    facts.filter((fact) => fact.property === property).slice(0, 1),
  )
  return shown.map((fact) => fact.words).join(", ")
}

function likeness(
  schema: SchemaName,
  own: readonly ProposedStatement[],
  facts: readonly Fact[],
  proceedings: ReadonlySet<EntityId>,
): number {
  const codeOf = (list: readonly { property: string; value: { type: string; code?: string } }[]) =>
    list.find(({ property, value }) => property === "kind" && value.type === "code")?.value.code
  const [kind, otherKind] = [codeOf(own as never), codeOf(facts as never)]
  if (kind !== undefined && otherKind !== undefined && kind !== otherKind) return 0
  if (schema === "CourtCase") return kind !== undefined && kind === otherKind ? SURE : 0.6

  const theirs = facts.flatMap(({ property, value }) =>
    property === "proceeding" && value.type === "entity" ? [value.entity] : [],
  )
  if (proceedings.size > 0 && theirs.length > 0 && !theirs.some((id) => proceedings.has(id))) return 0
  const fit = datesFit(datesOf(own), datesOf(facts), schema === "Measure" ? 62 : NEAR)
  if (fit === "no") return 0
  if (schema === "Charge" && !offencesFit(own, facts)) return 0.3
  return fit === "yes" ? SURE : 0.7
}

interface Dated {
  readonly property: string
  readonly value: { readonly type: string; readonly edtf?: string }
  readonly holds: { readonly edtf: string } | null
}

function datesOf(list: readonly unknown[]): string[] {
  return (list as readonly Dated[]).flatMap(({ property, value, holds }) => {
    if (property === "date" && value.edtf) return [value.edtf]
    return property === "kind" && holds ? [holds.edtf] : []
  })
}

function datesFit(a: readonly string[], b: readonly string[], near: number): "yes" | "no" | "unknown" {
  if (a.length === 0 || b.length === 0) return "unknown"
  const fits = a.some((one) => b.some((other) => compatible(one, other) || startsNear(one, other, near)))
  return fits ? "yes" : "no"
}

function startsNear(a: string, b: string, near: number): boolean {
  const [one, other] = [boundsOf(a).start.earliest, boundsOf(b).start.earliest]
  if (one === null || other === null) return false
  return Math.abs(Date.parse(one) - Date.parse(other)) <= near * 86_400_000
}

/** Do two charges name one offence? By the words that carry meaning; a charge without words may be any. */
function offencesFit(own: readonly ProposedStatement[], facts: readonly Fact[]): boolean {
  const texts = (list: readonly { property: string; value: { type: string; text?: string } }[]) =>
    list.filter(({ property }) => property === "offence").map(({ value }) => meaning(value.text ?? ""))
  const [ours, theirs] = [texts(own as never), texts(facts as never)]
  if (ours.length === 0 || theirs.length === 0) return true
  return ours.some((a) =>
    theirs.some((b) => a.filter((word) => b.includes(word)).length >= Math.min(a.length, b.length) / 2),
  )
}

function meaning(text: string): string[] {
  return words(foldCase(text)).filter((word) => word.length > 3)
}
