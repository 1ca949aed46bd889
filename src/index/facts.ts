import type { EntityFacts, Line, Mark, Said } from "../model/casefile.js"
import { boundsOf, compatible, type DateValue, sortKey } from "../model/date.js"
import type { EntityId, EntryId, SourceId, StatementId } from "../model/id.js"
import { propertyOf, SCHEMATA, type SchemaName, schemaOf } from "../model/schema.js"
import type { Audience, Ground } from "../model/statement.js"
import { sameValue, type Value, valueText } from "../model/value.js"
import type { Cell, Db } from "../vault/db.js"

/** A live statement with its entity, and the one it points at, seen through same-as. */
export interface Fact {
  readonly id: StatementId
  readonly entry: EntryId
  /** Canonical. */
  readonly entity: EntityId
  readonly schema: SchemaName
  readonly property: string
  /** Entities inside are canonical. */
  readonly value: Value
  readonly words: string
  /** As the statement has it, before same-as. */
  readonly written: { readonly entity: EntityId; readonly value: Value }
  readonly holds: DateValue | null
  readonly ground: Ground
  readonly source: SourceId | null
  readonly audience: Audience
  /** The day its source was published; null for an undated source. */
  readonly known: string | null
  readonly bulk: boolean
}

interface FactRow {
  id: StatementId
  entry: EntryId
  canon: EntityId
  entity: EntityId
  schema: SchemaName
  property: string
  value: string
  target: EntityId | null
  target_name: string | null
  holds: string | null
  ground: string
  source: SourceId | null
  audience: Audience
  known: string | null
  bulk: number
}

const SELECT = `SELECT s.id, s.entry, e.canon, s.entity, s.schema, s.property, s.value, t.canon AS target, c.name AS target_name,
    s.holds, s.ground, s.source, s.audience, s.known, s.bulk
  FROM i_statement s JOIN i_entity e ON e.id = s.entity
  LEFT JOIN i_entity t ON t.id = s.target LEFT JOIN i_entity c ON c.id = t.canon
  WHERE s.live = 1 AND `

/** Where a case file's facts come from: the whole vault, or a part of it. Ids are canonical, the order is steady. */
export interface Facts {
  about(entities: Iterable<EntityId>): Promise<readonly Fact[]>
  /** Statements that point at these entities. */
  pointingAt(entities: Iterable<EntityId>): Promise<readonly Fact[]>
  /** What happens and what is said in these sources. */
  toldIn(sources: Iterable<SourceId>): Promise<ReadonlySet<EntityId>>
  /** Those of these entities that are people. */
  peopleAmong(entities: Iterable<EntityId>): Promise<ReadonlySet<EntityId>>
}

/** A case asks for the same statements from several sides: each is read once. */
export function allFacts(db: Db, seen: Seen = nothingSeen()): Facts {
  return {
    about: (entities) => factsAbout(db, entities, seen),
    pointingAt: (entities) => factsPointingAt(db, entities, seen),
    toldIn: (sources) =>
      idsIn(
        db,
        [...sources],
        (marks) =>
          `SELECT DISTINCT e.canon AS id FROM i_statement s JOIN i_entity e ON e.id = s.entity
           WHERE s.live = 1 AND s.schema IN (${TOLD}) AND s.source IN (${marks})`,
      ),
    peopleAmong: (entities) =>
      idsIn(db, [...entities], (marks) => `SELECT id FROM i_entity WHERE schema = 'Person' AND id IN (${marks})`),
  }
}

const isTold = (schema: SchemaName) => ["happening", "speech"].includes(schemaOf(schema).role)
const TOLD = SCHEMATA.filter(({ name }) => isTold(name))
  .map(({ name }) => `'${name}'`)
  .join(",")

async function idsIn(db: Db, cells: Cell[], sql: (marks: string) => string): Promise<Set<EntityId>> {
  const ids = new Set<EntityId>()
  for (const some of batchesOf(cells))
    for (const { id } of await db.all<{ id: EntityId }>(sql(some.map(() => "?").join(",")), ...some)) ids.add(id)
  return ids
}

function* batchesOf(cells: Cell[]): Generator<Cell[]> {
  for (let from = 0; from < cells.length; from += 500) yield cells.slice(from, from + 500)
}

/** These facts and no others: what a part of the vault says by itself. */
export function onlyThese(facts: readonly Fact[]): Facts {
  const pick = async <Id>(ids: Iterable<Id>, idOf: (fact: Fact) => Id | null) => {
    const wanted = new Set(ids)
    return facts.filter((fact) => {
      const id = idOf(fact)
      return id !== null && wanted.has(id)
    })
  }
  return {
    about: (entities) => pick(entities, ({ entity }) => entity),
    pointingAt: (entities) => pick(entities, ({ value }) => (value.type === "entity" ? value.entity : null)),
    async toldIn(sources) {
      const told = (await pick(sources, ({ source }) => source)).filter(({ schema }) => isTold(schema))
      return new Set(told.map(({ entity }) => entity))
    },
    async peopleAmong(entities) {
      const people = await pick(entities, ({ entity }) => entity)
      return new Set(people.filter(({ schema }) => schema === "Person").map(({ entity }) => entity))
    },
  }
}

/** What was read before. For one question only: the next may be asked of another state of the vault. */
export interface Seen {
  readonly facts: Map<StatementId, Fact>
  /** Of which entities all that stands was read. */
  readonly whole: Map<EntityId, Fact[]>
  /** By their JSON: the statements of one proposal stand on the same passages. */
  readonly grounds: Map<string, Ground>
}

export const nothingSeen = (): Seen => ({ facts: new Map(), whole: new Map(), grounds: new Map() })

/** All that stands about these entities (canonical ids), in a steady order. */
export async function factsAbout(db: Db, entities: Iterable<EntityId>, seen = nothingSeen()): Promise<Fact[]> {
  const asked = [...new Set(entities)]
  const fresh = asked.filter((id) => !seen.whole.has(id))
  const read = byEntity(await inBatches(db, fresh, (marks) => `${SELECT} e.canon IN (${marks}) ORDER BY s.id`, seen))
  for (const id of fresh) seen.whole.set(id, read.get(id) ?? [])
  return asked.flatMap((id) => seen.whole.get(id)!).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Statements that point at these entities. */
export async function factsPointingAt(db: Db, entities: Iterable<EntityId>, seen = nothingSeen()): Promise<Fact[]> {
  return inBatches(db, [...entities], (marks) => `${SELECT} t.canon IN (${marks}) ORDER BY s.id`, seen)
}

export async function factsFrom(db: Db, sources: Iterable<SourceId>, seen = nothingSeen()): Promise<Fact[]> {
  return inBatches(db, [...sources], (marks) => `${SELECT} s.source IN (${marks}) ORDER BY s.id`, seen)
}

async function inBatches(db: Db, cells: Cell[], sql: (marks: string) => string, seen: Seen): Promise<Fact[]> {
  const facts: Fact[] = []
  for (const some of batchesOf(cells))
    for (const row of await db.all<FactRow>(sql(some.map(() => "?").join(",")), ...some)) {
      const fact = seen.facts.get(row.id) ?? toFact(row, seen.grounds)
      seen.facts.set(row.id, fact)
      facts.push(fact)
    }
  return facts
}

function toFact(
  { canon, entity, target, target_name, value: json, holds, ground: places, bulk, ...row }: FactRow,
  grounds: Map<string, Ground>,
): Fact {
  const ground = grounds.get(places) ?? (JSON.parse(places) as Ground)
  grounds.set(places, ground)
  const written = JSON.parse(json) as Value
  const value: Value = written.type === "entity" && target ? { type: "entity", entity: target } : written
  return {
    ...row,
    entity: canon,
    value,
    written: { entity, value: written },
    words: value.type === "entity" ? (target_name ?? "") : valueText(value),
    holds: holds === null ? null : JSON.parse(holds),
    ground,
    bulk: bulk === 1,
  }
}

/**
 * Which of these say again, word for word, what was once accepted in bulk: a changed audience does not unmake that.
 * A correction that says something else was looked at by a person.
 */
export async function onceBulk(db: Db, statements: readonly StatementId[]): Promise<Set<StatementId>> {
  const found = new Set<StatementId>()
  for (let from = 0; from < statements.length; from += 500) {
    const some = statements.slice(from, from + 500)
    const rows = await db.all<{ id: StatementId }>(
      `WITH RECURSIVE chain (id, value, bulk, before) AS (
         SELECT id, value, bulk, supersedes FROM i_statement WHERE id IN (${some.map(() => "?").join(",")})
         UNION SELECT chain.id, s.value, s.bulk, s.supersedes FROM chain JOIN i_statement s ON s.id = chain.before
         WHERE s.value = chain.value)
       SELECT DISTINCT id FROM chain WHERE bulk = 1`,
      ...some,
    )
    for (const { id } of rows) found.add(id)
  }
  return found
}

export async function canonOf(db: Db, id: EntityId): Promise<EntityId | undefined> {
  return (await db.one<{ canon: EntityId }>("SELECT canon FROM i_entity WHERE id = ?", id))?.canon
}

/** Groups facts by entity. */
export function byEntity(facts: readonly Fact[]): Map<EntityId, Fact[]> {
  const groups = new Map<EntityId, Fact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.entity)
    if (group) group.push(fact)
    else groups.set(fact.entity, [fact])
  }
  return groups
}

/** The facts of one entity as lines, in the order of the schema table. */
export function entityFacts(id: EntityId, facts: readonly Fact[]): EntityFacts {
  const schema = facts[0]!.schema
  const order = schemaOf(schema).properties.map((property) => property.name)
  const properties = [...new Set(facts.map((fact) => fact.property))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  )
  const lines = properties.map((property) => lineOf(id, schema, property, facts))
  return { id, schema, name: nameOf(facts), lines }
}

/** The name most statements give; then the longest; then the first in order. Empty when none names it. */
export function nameOf(facts: readonly Fact[]): string {
  const names = facts.filter((fact) => fact.property === "name" || fact.property === "title")
  const count = (words: string) => names.filter((fact) => fact.words === words).length
  const best = names
    .map((fact) => fact.words)
    .sort((a, b) => count(b) - count(a) || b.length - a.length || (a < b ? -1 : 1))[0]
  return best ?? ""
}

function lineOf(entity: EntityId, schema: SchemaName, property: string, facts: readonly Fact[]): Line {
  const own = facts.filter((fact) => fact.property === property)
  const said: Fact[][] = []
  for (const fact of own) {
    const group = said.find(([first]) => sameValue(first!.value, fact.value) && sameHolds(first!, fact))
    if (group) group.push(fact)
    else said.push([fact])
  }
  const lines = said
    .map(saidOf)
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : b.sources - a.sources))
  return { entity, property, said: lines, how: howOf(propertyOf(schema, property)?.repeatable ?? true, lines) }
}

function sameHolds(a: Fact, b: Fact): boolean {
  return a.holds === null || b.holds === null || compatible(a.holds.edtf, b.holds.edtf)
}

function startOf({ holds }: Said): string {
  return sortKey(holds?.edtf ?? null)
}

function saidOf(facts: readonly Fact[]): Said {
  const sources = new Set(facts.map((fact) => fact.source))
  // Of several wordings of one interval, the narrowest is shown.
  const holds = facts.map((fact) => fact.holds).filter((one) => one !== null)
  const best = holds.sort((a, b) => b.edtf.length - a.edtf.length)[0] ?? null
  return {
    value: facts[0]!.value,
    words: facts[0]!.words,
    holds: best,
    marks: marksOf(facts),
    statements: facts.map((fact) => fact.id),
    sources: sources.size,
    bulk: facts.every((fact) => fact.bulk),
    audience: facts.some((fact) => fact.audience === "public") ? "public" : facts[0]!.audience,
  }
}

/** Passages of these facts, each once, in order of source and place. */
export function marksOf(facts: readonly Fact[]): Mark[] {
  const marks = new Map<string, Mark>()
  for (const { ground } of facts)
    if (ground.kind === "source")
      for (const passage of ground.passages)
        marks.set(`${ground.source} ${passage.start} ${passage.end}`, { source: ground.source, ...passage })
  return [...marks.values()].sort((a, b) => (a.source === b.source ? a.start - b.start : a.source < b.source ? -1 : 1))
}

/** Values that each hold from another day on follow one another; values that exclude one another are disputed. */
function howOf(repeatable: boolean, said: readonly Said[]): Line["how"] {
  if (said.length === 1) return "agreed"
  if (repeatable) return "several"
  const dates = said.map(({ value }) => (value.type === "date" ? value.edtf : null))
  const isCompatible = (a: string, b: string) => compatible(a, b)
  if (dates.every((edtf) => edtf !== null) && dates.every((a) => dates.every((b) => isCompatible(a!, b!))))
    return "agreed"
  // One value without a day, then others each from a day on: what was so before is simply not dated.
  const timed = said.flatMap(({ holds }) => (holds ? [holds.edtf] : []))
  return said.length - timed.length <= 1 && timed.length > 0 && inSequence(timed) ? "sequence" : "dispute"
}

/** Sorted by start: does each begin surely after the one before it began, and not inside a closed one? */
function inSequence(intervals: readonly string[]): boolean {
  const bounds = intervals.map(boundsOf)
  return bounds.every((next, index) => {
    const before = bounds[index - 1]
    if (!before) return true
    const { earliest } = next.start
    if (earliest === null || before.start.latest === null || earliest <= before.start.latest) return false
    return before.end.latest === null || earliest >= before.end.latest || before.kind === "moment"
  })
}
