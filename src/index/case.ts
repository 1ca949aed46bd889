import type {
  CaseFile,
  Citation,
  Dispute,
  EntityFacts,
  ProceedingFile,
  Status,
  TimelineItem,
} from "../model/casefile.js"
import { type DateValue, type Day, sortKey } from "../model/date.js"
import type { EntityId, SourceId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { type SchemaName, schemaOf } from "../model/schema.js"
import { foldCase, searchQuery } from "../names/fold.js"
import type { Db } from "../vault/db.js"
import { allFacts, byEntity, canonOf, entityFacts, type Fact, type Facts } from "./facts.js"
import { sourceById } from "./sources.js"
import { statusOn } from "./status.js"

/**
 * The case file gathered around a case, a person or an organisation: what happened to it, the proceedings this was
 * part of with all that happened in them, what is said in those sources, and everyone and every place named.
 * @throws DalelError entity/unknown
 */
export async function caseFile(db: Db, id: EntityId, on: Day): Promise<CaseFile> {
  const root = await canonOf(db, id)
  const gathered = root && (await gatherCase(allFacts(db), root))
  if (!gathered) throw new DalelError("entity/unknown", id)
  return fileOf(gathered, on, await cards(db, [...gathered.things.values()].flat()))
}

/** All facts of one case. Entities in a steady order. */
export interface Gathered {
  readonly root: EntityId
  /** Whom it is about: the status is asked for them. */
  readonly focus: ReadonlySet<EntityId>
  /** What happened, what is said, proceedings, relations. */
  readonly happened: ReadonlyMap<EntityId, readonly Fact[]>
  /** All of that, and everyone and every place it names. */
  readonly things: ReadonlyMap<EntityId, readonly Fact[]>
}

/**
 * Undefined when nothing speaks of the centre. One whose own statements were taken back, while events still point at
 * it, is gathered all the same, nameless. `root` is canonical.
 */
export async function gatherCase(facts: Facts, root: EntityId): Promise<Gathered | undefined> {
  const centre = await facts.about([root])
  if (centre.length === 0 && (await facts.pointingAt([root])).length === 0) return undefined
  const focus = focusOf(root, centre)
  const happened = await gather(facts, focus)
  const things = byEntity(await facts.about(namedIn(happened, focus)))
  for (const [id, own] of happened) things.set(id, own)
  return { root, focus, happened, things }
}

/** The gathered facts as they are shown. */
export function fileOf<Source extends Citation>(
  gathered: Gathered,
  on: Day,
  sources: readonly Source[],
): CaseFile<Source> {
  const { root, things } = gathered
  const files = [...things].map(([id, facts]) => entityFacts(id, facts))
  const of = (...schemata: SchemaName[]) => files.filter((file) => schemata.includes(file.schema))
  const timeline = files
    .filter((file) => schemaOf(file.schema).role === "happening")
    .map((file) => timelineItem(file))
    .sort((a, b) => (a.sort === b.sort ? (a.id < b.id ? -1 : 1) : a.sort < b.sort ? -1 : 1))
  return {
    id: root,
    title: files.find(({ id }) => id === root)?.name ?? "",
    on,
    people: of("Person"),
    organizations: of("Organization", "PublicBody"),
    families: of("Family"),
    places: of("Place"),
    status: statusesOn(gathered, on),
    timeline,
    proceedings: of("CourtCase").map((file) => proceedingFile(file, timeline)),
    claims: of("Claim").sort((a, b) => claimOrder(things.get(a.id)!, things.get(b.id)!)),
    disputes: disputesIn(files),
    sources,
  }
}

/** Of every person it is about. */
export function statusesOn({ focus, happened, things }: Gathered, on: Day): Status[] {
  return [...things].flatMap(([id, facts]) =>
    focus.has(id) && facts[0]!.schema === "Person" ? [statusOn(id, on, happened, facts)] : [],
  )
}

/** A case is about people and organisations; anything else is its own centre. */
function focusOf(root: EntityId, facts: readonly Fact[]): Set<EntityId> {
  const focus = new Set<EntityId>([root])
  if (facts[0]?.schema === "Case")
    for (const { property, value } of facts)
      if ((property === "about" || property === "proceeding") && value.type === "entity") focus.add(value.entity)
  return focus
}

/** Happenings, proceedings, relations and claims that belong to the centre. */
async function gather(facts: Facts, focus: ReadonlySet<EntityId>): Promise<Map<EntityId, Fact[]>> {
  const gathered = new Map<EntityId, Fact[]>()
  const take = async (ids: Iterable<EntityId>) => {
    const fresh = [...ids].filter((id) => !gathered.has(id))
    for (const [id, own] of byEntity(await facts.about(fresh))) gathered.set(id, own)
    return fresh.map((id) => gathered.get(id) ?? [])
  }
  const pointing = await facts.pointingAt(focus)
  await take(pointing.filter((fact) => schemaOf(fact.schema).role !== "thing").map((fact) => fact.entity))
  const proceedings = new Set<EntityId>([
    ...pointing.filter((fact) => fact.schema === "CourtCase").map((fact) => fact.entity),
    ...targets([...gathered.values()].flat(), "proceeding"),
    ...[...focus],
  ])
  const courtCases = (await facts.about(proceedings)).filter((fact) => fact.schema === "CourtCase")
  await take(courtCases.map((fact) => fact.entity))
  const inProceedings = await facts.pointingAt(new Set(courtCases.map((fact) => fact.entity)))
  await take(inProceedings.filter((fact) => schemaOf(fact.schema).role === "happening").map((fact) => fact.entity))
  // What a happening leads to: the measure a ruling continued, the claim it gave as its reason.
  await take([
    ...targets([...gathered.values()].flat(), "measure", "ruling", "statedReason", "replaces"),
    ...(await facts.pointingAt(gathered.keys()))
      .filter((fact) => ["measure", "ruling", "statedReason", "replaces"].includes(fact.property))
      .map((fact) => fact.entity),
  ])
  await takeFromSources(facts, focus, gathered, take)
  return gathered
}

/**
 * What else the sources of these happenings say: claims and events that speak of nobody outside this case. A list
 * that names fifty people adds nothing about the other forty-nine.
 */
async function takeFromSources(
  from: Facts,
  focus: ReadonlySet<EntityId>,
  gathered: ReadonlyMap<EntityId, Fact[]>,
  take: (ids: Iterable<EntityId>) => Promise<unknown>,
): Promise<void> {
  const sources = new Set<SourceId>()
  for (const facts of gathered.values())
    for (const { source, schema } of facts) if (source && schemaOf(schema).role === "happening") sources.add(source)
  const told = await from.toldIn(sources)
  const said = byEntity(await from.about([...told].filter((id) => !gathered.has(id))))
  const people = await from.peopleAmong(targetsOf([...said.values()].flat()))
  const strangers = ([, facts]: [EntityId, Fact[]]) =>
    facts.some(
      ({ schema, property, value }) =>
        value.type === "entity" &&
        !focus.has(value.entity) &&
        (people.has(value.entity) || (property === "person" && schemaOf(schema).role === "happening")),
    )
  await take([...said].filter((one) => !strangers(one)).map(([id]) => id))
}

function targetsOf(facts: readonly Fact[]): Set<EntityId> {
  return new Set(facts.flatMap(({ value }) => (value.type === "entity" ? [value.entity] : [])))
}

function targets(facts: readonly Fact[], ...properties: string[]): EntityId[] {
  return facts
    .filter((fact) => properties.includes(fact.property))
    .flatMap(({ value }) => (value.type === "entity" ? [value.entity] : []))
}

/** People, organisations and places that the gathered facts or the centre's own point at. */
function namedIn(gathered: ReadonlyMap<EntityId, Fact[]>, focus: ReadonlySet<EntityId>): Set<EntityId> {
  const named = new Set<EntityId>(focus)
  for (const { value } of [...gathered.values()].flat())
    if (value.type === "entity" && !gathered.has(value.entity)) named.add(value.entity)
  return named
}

const TYPES: Partial<Record<SchemaName, string>> = { Measure: "measure", Release: "release", Detention: "detention" }

/** The event type of CONTRACTS that a happening is. */
export function happeningType({ schema, lines }: EntityFacts): string {
  const kind = codeIn(lines, "kind")
  switch (schema) {
    case "Hearing":
      return kind === "trial" ? "trial" : "hearing"
    case "Charge":
      return kind === "accusation" ? "accusation" : "charge"
    case "Ruling":
      return ["change_of_venue", "conviction", "acquittal"].includes(kind ?? "") ? kind! : "ruling"
    case "Sentence":
      return kind === "fine" ? "fine" : "sentence"
    case "Detention":
      return kind === "arrest" ? "arrest" : "detention"
    case "Event":
      return kind ?? "event"
    default:
      return TYPES[schema] ?? "event"
  }
}

export function codeIn(lines: EntityFacts["lines"], property: string): string | null {
  const value = lines.find((line) => line.property === property)?.said[0]?.value
  return value?.type === "code" ? value.code : null
}

function timelineItem(file: EntityFacts): TimelineItem {
  const date = dateOf(file)
  return { ...file, type: happeningType(file), date, sort: sortKey(date?.edtf ?? null) }
}

function dateOf(file: EntityFacts): DateValue | null {
  const said = file.lines.find((line) => line.property === "date")?.said ?? []
  // The most exact of those that agree; of those that differ, the first stands here and the dispute is shown apart.
  const values = said.flatMap(({ value }) => (value.type === "date" ? [value] : []))
  const [best] = values.sort((a, b) => b.edtf.length - a.edtf.length)
  if (best) return { edtf: best.edtf, words: best.words, reference: best.reference }
  return file.lines.find((line) => line.property === "kind")?.said.find(({ holds }) => holds !== null)?.holds ?? null
}

function proceedingFile(file: EntityFacts, timeline: readonly TimelineItem[]): ProceedingFile {
  const items = timeline.filter((item) =>
    item.lines.some(
      ({ property, said }) =>
        property === "proceeding" && said.some(({ value }) => value.type === "entity" && value.entity === file.id),
    ),
  )
  return { ...file, kind: codeIn(file.lines, "kind"), items }
}

function claimOrder(a: readonly Fact[], b: readonly Fact[]): number {
  const place = (facts: readonly Fact[]) => {
    const ground = facts[0]!.ground
    const at = ground.kind === "source" ? `${ground.source} ${String(ground.passages[0].start).padStart(9, "0")}` : ""
    return `${facts[0]!.known ?? "9"} ${at}`
  }
  return place(a) < place(b) ? -1 : 1
}

function disputesIn(files: readonly EntityFacts[]): Dispute[] {
  return files.flatMap((file) =>
    file.lines.filter((line) => line.how === "dispute").map((line) => ({ entity: file.id, name: file.name, line })),
  )
}

async function cards(db: Db, facts: readonly Fact[]): Promise<CaseFile["sources"]> {
  const ids = new Set(facts.flatMap(({ source }) => (source ? [source] : [])))
  const sources = await Promise.all([...ids].map(async (id) => (await sourceById(db, id)).card))
  return sources.sort((a, b) => ((a.published ?? "9") + a.id < (b.published ?? "9") + b.id ? -1 : 1))
}

/** A person, organisation or case by its name (any spelling), or its id. @throws DalelError case/unknown, case/ambiguous */
export async function findCase(db: Db, name: string): Promise<EntityId> {
  const known = await db.one<{ canon: EntityId }>("SELECT canon FROM i_entity WHERE id = ?", name)
  if (known) return known.canon
  const wanted = foldCase(name.trim())
  const query = searchQuery(name)
  const rows =
    query === null
      ? []
      : await db.all<{ canon: EntityId; name: string; schema: string }>(
          `SELECT e.canon, k.text AS name, e.schema FROM (SELECT rowid AS n FROM i_search WHERE i_search MATCH ?) f
     JOIN i_key k ON k.n = f.n AND k.kind = 'name'
     JOIN i_statement s ON s.id = k.ref AND s.property IN ('name', 'alias') JOIN i_entity e ON e.id = s.entity
     WHERE e.schema IN ('Case', 'Person', 'Organization', 'PublicBody')`,
          query,
        )
  for (const fits of [
    (row: (typeof rows)[number]) => foldCase(row.name) === wanted,
    (row: (typeof rows)[number]) => foldCase(row.name).split(/\s+/).includes(wanted),
  ]) {
    const found = new Map(rows.filter(fits).map((row) => [row.canon, row]))
    const byCase = [...found.values()].filter((row) => row.schema === "Case")
    const best = byCase.length > 0 ? byCase : [...found.values()]
    if (best.length === 1) return best[0]!.canon
    if (best.length > 1) throw new DalelError("case/ambiguous", String(best.length))
  }
  throw new DalelError("case/unknown")
}
