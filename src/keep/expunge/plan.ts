import { createHash } from "node:crypto"
import { clusterOf, isNamedIn, type Naming, namingOf, sourcesNaming } from "../../index/mentions.js"
import { sourceById } from "../../index/sources.js"
import { canonical } from "../../ledger/canonical.js"
import { type AnyEntry, type ExpungeReason, type ExpungeTarget, isKnown } from "../../ledger/entry.js"
import type { DeviceId, EntityId, EntryId, RenditionId, SourceId, StatementId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import { type SchemaName, schemaOf } from "../../model/schema.js"
import type { Statement } from "../../model/statement.js"
import { type Value, valueText } from "../../model/value.js"
import type { BlobStore } from "../../vault/blobs.js"
import type { Db } from "../../vault/db.js"
import { KEPT } from "../../vault/erase.js"
import { entriesOfKind, entryById } from "../../vault/logs.js"
import { blobRef } from "../../vault/vault.js"
import { type Hold, holdsOver } from "../hold.js"

/** What becomes of a source in which somebody who withdraws stands, maybe beside others. */
export const FATES = ["destroy", "redact", "restrict"] as const
export type Fate = (typeof FATES)[number]

export interface ExpungeAsked {
  readonly target: ExpungeTarget
  readonly reason: ExpungeReason
  /** Chosen by a person, source by source; where nothing is chosen the plan proposes. */
  readonly fates: ReadonlyMap<SourceId, Fate>
}

export interface PlannedStatement {
  readonly id: StatementId
  readonly entity: EntityId
  readonly entityName: string
  readonly schema: SchemaName
  readonly property: string
  readonly value: Value
  /** The value as a person reads it. */
  readonly words: string
  readonly source: SourceId | null
  readonly live: boolean
  /**
   * about: it is about what is destroyed; names: its words name her; source: its source goes; act: decided by one act
   * with one that goes.
   */
  readonly why: "about" | "names" | "source" | "act"
  /** It is stated again, by whoever carries this out: on the redacted copy, or as it was. */
  readonly restated: boolean
}

export interface PlannedSource {
  readonly id: SourceId
  readonly title: string
  readonly mediaType: string
  readonly bytes: number
  readonly fate: Fate
  /** There is a text of it to take words out of. */
  readonly redactable: boolean
  /** Who else stands in it, by what is known. */
  readonly others: readonly { readonly id: EntityId; readonly name: string }[]
  /** Statements of others from this source: lost with it, stated again on the redacted copy, or shown to fewer. */
  readonly remaining: number
}

/** Everything that would go, before anything does. */
export interface Plan {
  readonly target: ExpungeTarget
  readonly reason: ExpungeReason
  /** The person, under every id. */
  readonly entities: readonly EntityId[]
  /** As the vault names what is to be destroyed; shown, and kept nowhere. */
  readonly title: string
  readonly statements: readonly PlannedStatement[]
  readonly sources: readonly PlannedSource[]
  readonly records: readonly { readonly device: DeviceId; readonly seq: number }[]
  readonly renditions: number
  readonly proposals: number
  readonly searchRows: number
  readonly blobs: number
  /** Of the sealed originals that go. */
  readonly bytes: number
  /** What went out already says some of it. It cannot be called back; it is marked as withdrawn. */
  readonly dossiers: readonly PlannedDossier[]
  /** Made before today: they still hold it. */
  readonly backups: readonly { readonly at: string; readonly bytes: number }[]
  readonly holds: readonly Hold[]
  /** SHA-256 (hex) of what would be done: whoever confirms, confirms this and nothing else. */
  readonly digest: string
}

export interface PlannedDossier {
  readonly entry: EntryId
  readonly at: string
  readonly title: string
  /** How many of its statements go. */
  readonly statements: number
  readonly withdrawn: boolean
}

/** The same with what only whoever carries it out needs. */
export interface Details {
  readonly plan: Plan
  readonly naming: Naming | null
  /** Statements that must not be said again. */
  readonly own: ReadonlySet<StatementId>
  /** Others that go with an act or a source, and are stated again. */
  readonly restated: ReadonlySet<StatementId>
  /** Entities all of which goes. */
  readonly gone: ReadonlySet<EntityId>
  readonly fates: ReadonlyMap<SourceId, Fate>
}

interface StatementRow {
  id: StatementId
  entry: EntryId
  entity: EntityId
  schema: SchemaName
  property: string
  value: string
  target: EntityId | null
  source: SourceId | null
  supersedes: StatementId | null
  live: number
}

const COLUMNS = "id, entry, entity, schema, property, value, target, source, supersedes, live"

/**
 * Works out what destroying a person, a source or some statements takes with it. Writes nothing.
 * @throws DalelError entity/unknown, source/unknown, decision/unknown, expunge/cannot-redact, expunge/nothing
 */
export async function planExpunge(db: Db, blobs: BlobStore, asked: ExpungeAsked): Promise<Details> {
  const work = new Working(db)
  const { target } = asked
  let naming: Naming | null = null
  let entities: EntityId[] = []
  if (target.is === "person") {
    entities = await clusterOf(db, target.entity)
    if (entities.length === 0) throw new DalelError("entity/unknown", target.entity)
    naming = await namingOf(db, entities)
    await work.doomEntities(entities)
    for (const id of await sourcesNaming(db, naming)) work.sources.add(id)
    await work.doomNaming(naming)
  } else if (target.is === "source") {
    await sourceById(db, target.source)
    work.sources.add(target.source)
  } else {
    for (const id of target.statements) {
      if (!(await work.doom(id, "about"))) throw new DalelError("decision/unknown", id)
    }
  }
  const fates = new Map<SourceId, Fate>()
  const sources: PlannedSource[] = []
  if (target.is !== "statements")
    for (const id of [...work.sources].sort()) {
      const seen = await seeSource(db, id, new Set(entities), work)
      if (seen === null) continue // named by a statement, and never here
      const chosen = target.is === "source" ? "destroy" : asked.fates.get(id)
      const fate = chosen ?? (seen.others.length === 0 ? "destroy" : seen.redactable ? "redact" : "restrict")
      if (fate === "redact" && !seen.redactable) throw new DalelError("expunge/cannot-redact", id)
      fates.set(id, fate)
      sources.push({ ...seen, fate })
    }
  for (const [id, fate] of fates)
    if (fate === "restrict") await work.doomInSource(id, naming)
    else await work.doomSource(id)
  await work.close(fates)

  const records = await work.records()
  if (records.length === 0) throw new DalelError("expunge/nothing")
  const destroyed = [...fates].flatMap(([id, fate]) => (fate === "restrict" ? [] : [id]))
  const counts = await countRows(db, destroyed, work.doomed)
  const statements = await shown(db, work)
  const dossiers = await dossiersTelling(
    db,
    blobs,
    new Set([...work.doomed.keys()].filter((id) => !work.restated.has(id))),
    new Set(destroyed),
  )
  const holds = await holdsOver(db, { sources: await work.touched(destroyed), entities: [...work.gone, ...entities] })
  const backups = (await entriesOfKind(db, "backup")).map(({ entry }) => ({
    at: entry.at,
    bytes: (entry.body as { bytes: number }).bytes,
  }))
  const what = { target, reason: asked.reason, records, fates: [...fates].sort() }
  const digest = createHash("sha256").update(canonical(what)).digest("hex")
  const plan: Plan = {
    target,
    reason: asked.reason,
    entities,
    title: naming?.names[0] ?? sources[0]?.title ?? "",
    statements,
    sources,
    records,
    ...counts,
    bytes: sources.reduce((sum, { fate, bytes }) => sum + (fate === "restrict" ? 0 : bytes), 0),
    dossiers,
    backups,
    holds,
    digest,
  }
  const own = new Set([...work.doomed].flatMap(([id, why]) => (isOwn(why) ? [id] : [])))
  return { plan, naming, own, restated: work.restated, gone: work.gone, fates }
}

/** Schemata that are nothing without what they are about. */
const belongs = (schema: SchemaName) => schema === "CourtCase" || schemaOf(schema)?.role !== "thing"

const isOwn = (why: PlannedStatement["why"]) => why === "about" || why === "names"

/** Gathers what goes until nothing more follows from it. */
class Working {
  readonly #db: Db
  readonly doomed = new Map<StatementId, PlannedStatement["why"]>()
  readonly restated = new Set<StatementId>()
  readonly gone = new Set<EntityId>()
  readonly sources = new Set<SourceId>()
  readonly #entries = new Set<EntryId>()

  constructor(db: Db) {
    this.#db = db
  }

  async doom(id: StatementId, why: PlannedStatement["why"]): Promise<boolean> {
    const rows = await this.#db.all<StatementRow>(`SELECT ${COLUMNS} FROM i_statement WHERE id = ?`, id)
    for (const row of rows) this.#add(row, why)
    return rows.length > 0
  }

  #add(row: StatementRow, why: PlannedStatement["why"]): void {
    const before = this.doomed.get(row.id)
    if (before === undefined || (!isOwn(before) && isOwn(why))) this.doomed.set(row.id, why)
    this.#entries.add(row.entry)
  }

  /** These, and whatever happened to nobody else: an entity that points at what goes and at nothing that stays. */
  async doomEntities(first: readonly EntityId[]): Promise<void> {
    const waiting = [...first]
    const own = new Set(first)
    while (waiting.length > 0) {
      const id = waiting.pop()!
      if (this.gone.has(id)) continue
      this.gone.add(id)
      for (const row of await this.#about(id)) {
        this.#add(row, "about")
        if (row.source !== null) this.sources.add(row.source)
      }
      const pointing = await this.#db.all<StatementRow>(`SELECT ${COLUMNS} FROM i_statement WHERE target = ?`, id)
      for (const row of pointing) {
        this.#add(row, "about")
        if (row.source !== null) this.sources.add(row.source)
        if (!own.has(row.entity) && belongs(row.schema)) waiting.push(...(await this.#onlyHers(row.entity)))
      }
    }
  }

  /** An entity, when all it points at goes too. A place or a body is only where it was. */
  async #onlyHers(id: EntityId): Promise<EntityId[]> {
    const others = await this.#db.all<{ id: EntityId; schema: SchemaName }>(
      `SELECT DISTINCT e.id, e.schema FROM i_statement s JOIN i_entity e ON e.id = s.target WHERE s.entity = ?`,
      id,
    )
    const stays = others.some(
      ({ id: other, schema }) => !this.gone.has(other) && (schema === "Person" || belongs(schema)),
    )
    return stays ? [] : [id]
  }

  #about(id: EntityId): Promise<StatementRow[]> {
    return this.#db.all<StatementRow>(`SELECT ${COLUMNS} FROM i_statement WHERE entity = ?`, id)
  }

  /** Whatever else says her name. */
  async doomNaming({ names, parts, pattern }: Naming): Promise<void> {
    const words = [...new Set([...parts, ...names])]
    for (const word of words)
      for (const form of new Set([word, word.toUpperCase(), word.toLowerCase()])) {
        const begun = form.length > 5 ? form.slice(0, -2) : form // it may bend
        const rows = await this.#db.all<StatementRow & { ground: string; holds: string | null }>(
          `SELECT ${COLUMNS}, ground, holds FROM i_statement WHERE instr(value, ?) > 0 OR instr(ground, ?) > 0`,
          begun,
          begun,
        )
        for (const row of rows) {
          if (isNamedIn(pattern, `${row.value} ${row.holds}`)) this.#add(row, "names")
          // Words quoted beside another's: what is quoted is the source's, and goes or stays with it.
          if (row.source !== null && isNamedIn(pattern, row.ground)) this.sources.add(row.source)
        }
      }
  }

  /** Everything that stands on a source, and what was decided about it. */
  async doomSource(id: SourceId): Promise<void> {
    for (const row of await this.#db.all<StatementRow>(`SELECT ${COLUMNS} FROM i_statement WHERE source = ?`, id))
      this.#add(row, "source")
    for (const row of await this.#db.all<{ id: EntryId }>("SELECT id FROM i_entry WHERE source = ?", id))
      this.#entries.add(row.id)
  }

  /** Of a source that stays: what was decided in words that name her. */
  async doomInSource(id: SourceId, naming: Naming | null): Promise<void> {
    if (!naming) return
    const rows = await this.#db.all<{ id: EntryId }>("SELECT id FROM i_entry WHERE source = ? AND kind = 'decide'", id)
    for (const row of rows) {
      const entry = (await entryById(this.#db, row.id))?.entry
      if (entry && isNamedIn(naming.pattern, JSON.stringify(entry.body))) await this.#take(row.id, "names")
    }
  }

  async #take(id: EntryId, why: PlannedStatement["why"]): Promise<void> {
    this.#entries.add(id)
    for (const row of await this.#db.all<StatementRow>(`SELECT ${COLUMNS} FROM i_statement WHERE entry = ?`, id))
      this.#add(row, why)
  }

  /** A tombstone names a place: where a log forked, other branches have entries at the same one. */
  async #besides(id: EntryId): Promise<EntryId[]> {
    const rows = await this.#db.all<{ id: EntryId; kind: string }>(
      "SELECT o.id, o.kind FROM i_entry e JOIN i_entry o ON o.device = e.device AND o.seq = e.seq WHERE e.id = ? AND o.id <> e.id",
      id,
    )
    return rows.filter(({ kind }) => !KEPT.some((one) => one === kind)).map((row) => row.id)
  }

  /** What cannot be parted from what goes: the same act, other versions, other answers to the same proposal. */
  async close(fates: ReadonlyMap<SourceId, Fate>): Promise<void> {
    const db = this.#db
    for (let size = -1; size !== this.doomed.size + this.#entries.size; ) {
      size = this.doomed.size + this.#entries.size
      for (const id of [...this.#entries]) {
        await this.#take(id, "act")
        for (const other of await this.#besides(id)) this.#entries.add(other)
        const others = `SELECT o.entry FROM i_decision o JOIN i_decision d ON o.rendition = d.rendition
          AND o.proposal = d.proposal WHERE d.entry = ?`
        for (const { entry } of await db.all<{ entry: EntryId }>(others, id)) this.#entries.add(entry)
      }
      for (const id of [...this.doomed.keys()]) {
        const near = `SELECT ${COLUMNS} FROM i_statement WHERE id = ? OR supersedes = ?
          UNION SELECT ${COLUMNS} FROM i_statement WHERE id = (SELECT supersedes FROM i_statement WHERE id = ?)`
        for (const row of await db.all<StatementRow>(near, id, id, id)) this.#add(row, this.doomed.get(id)!)
      }
    }
    for (const [id, why] of this.doomed) {
      if (isOwn(why)) continue
      const row = (await db.one<StatementRow>(`SELECT ${COLUMNS} FROM i_statement WHERE id = ?`, id))!
      if (row.live === 1 && (row.source === null || fates.get(row.source) !== "destroy")) this.restated.add(id)
    }
    await this.#loseEntities()
    await this.#takeRetractions()
  }

  /** What was said to be one with an entity of which nothing is left goes with it. */
  async #loseEntities(): Promise<void> {
    const db = this.#db
    const named = new Set<EntityId>()
    for (const id of this.doomed.keys())
      named.add((await db.one<{ entity: EntityId }>("SELECT entity FROM i_statement WHERE id = ?", id))!.entity)
    for (const id of named) {
      const rows = await this.#about(id)
      if (rows.every((row) => this.doomed.has(row.id) && !this.restated.has(row.id))) this.gone.add(id)
      else this.gone.delete(id)
    }
    for (const id of this.gone)
      for (const { entry } of await db.all<{ entry: EntryId }>("SELECT entry FROM i_same WHERE a = ? OR b = ?", id, id))
        this.#entries.add(entry)
  }

  /** What was taken back stays so: a retraction goes only when all that it takes back does. */
  async #takeRetractions(): Promise<void> {
    const db = this.#db
    for (let size = -1; size !== this.#entries.size; ) {
      size = this.#entries.size
      const found = new Set<EntryId>()
      for (const target of [...this.#entries, ...this.doomed.keys()])
        for (const { entry } of await db.all<{ entry: EntryId }>(
          "SELECT entry FROM i_retraction WHERE target = ?",
          target,
        ))
          found.add(entry)
      for (const entry of found) {
        const targets = await db.all<{ target: string }>("SELECT target FROM i_retraction WHERE entry = ?", entry)
        const all = targets.every(
          ({ target }) => this.#entries.has(target as EntryId) || this.doomed.has(target as StatementId),
        )
        if (all) this.#entries.add(entry)
      }
    }
  }

  async records(): Promise<Plan["records"]> {
    const rows: { device: DeviceId; seq: number }[] = []
    for (const id of this.#entries) {
      const row = await this.#db.one<{ device: DeviceId; seq: number }>(
        "SELECT device, seq FROM i_entry WHERE id = ?",
        id,
      )
      if (row) rows.push(row)
    }
    return rows.sort((a, b) => (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq))
  }

  /** Every source from which something goes. */
  async touched(destroyed: readonly SourceId[]): Promise<SourceId[]> {
    const all = new Set(destroyed)
    for (const id of this.doomed.keys()) {
      const row = await this.#db.one<{ source: SourceId | null }>("SELECT source FROM i_statement WHERE id = ?", id)
      if (row?.source) all.add(row.source)
    }
    return [...all]
  }
}

async function seeSource(
  db: Db,
  id: SourceId,
  own: ReadonlySet<EntityId>,
  work: Working,
): Promise<Omit<PlannedSource, "fate"> | null> {
  const row = await db.one<{ filename: string | null; media_type: string; bytes: number; live: number }>(
    "SELECT filename, media_type, bytes, live FROM i_source WHERE id = ? ORDER BY live DESC",
    id,
  )
  if (!row) return null
  // In quarantine or in the trash no page shows it, and there is no reading to take words out of.
  const { card, rendition } =
    row.live === 1
      ? await sourceById(db, id)
      : { card: { title: row.filename ?? "", mediaType: row.media_type, bytes: row.bytes }, rendition: null }
  const rows = await db.all<{ id: StatementId; person: EntityId | null; name: string | null }>(
    `SELECT s.id, e.canon AS person, c.name FROM i_statement s JOIN i_entity e ON e.schema = 'Person' AND e.id IN (s.entity, s.target)
     JOIN i_entity c ON c.id = e.canon WHERE s.source = ? AND s.live = 1`,
    id,
  )
  const others = new Map<EntityId, string>()
  for (const { person, name } of rows) if (person !== null && !own.has(person)) others.set(person, name ?? "")
  const live = await db.all<{ id: StatementId }>("SELECT id FROM i_statement WHERE source = ? AND live = 1", id)
  return {
    id,
    title: card.title,
    mediaType: card.mediaType,
    bytes: card.bytes,
    redactable: rendition?.blob != null,
    others: [...others].map(([id, name]) => ({ id, name })),
    remaining: live.filter((one) => !work.doomed.has(one.id)).length,
  }
}

async function countRows(db: Db, destroyed: readonly SourceId[], doomed: ReadonlyMap<StatementId, unknown>) {
  let [renditions, proposals, blobs, searchRows] = [0, 0, 0, 0]
  const keys = async (ref: string) =>
    (await db.one<{ n: number }>("SELECT count(*) AS n FROM i_key WHERE ref = ?", ref))!.n
  for (const id of destroyed) {
    blobs++
    const rows = await db.all<{ id: RenditionId; blob: string | null; proposals: number }>(
      "SELECT id, blob, proposals FROM i_rendition WHERE source = ?",
      id,
    )
    for (const row of rows) {
      renditions++
      proposals += row.proposals
      if (row.blob !== null) blobs++
      searchRows += await keys(row.id)
    }
  }
  for (const id of doomed.keys()) searchRows += await keys(id)
  return { renditions, proposals, blobs, searchRows }
}

async function shown(db: Db, { doomed, restated }: Working): Promise<PlannedStatement[]> {
  const statements: PlannedStatement[] = []
  for (const [id, why] of doomed) {
    const row = (await db.one<StatementRow & { name: string | null; target_name: string | null }>(
      `SELECT s.id, s.entry, s.entity, s.schema, s.property, s.value, s.target, s.source, s.supersedes, s.live, c.name,
         tc.name AS target_name FROM i_statement s JOIN i_entity e ON e.id = s.entity JOIN i_entity c ON c.id = e.canon
       LEFT JOIN i_entity t ON t.id = s.target LEFT JOIN i_entity tc ON tc.id = t.canon WHERE s.id = ?`,
      id,
    ))!
    const value = JSON.parse(row.value) as Value
    const { entity, schema, property, source } = row
    const words = value.type === "entity" ? (row.target_name ?? "") : valueText(value)
    statements.push({
      id,
      entity,
      entityName: row.name ?? "",
      schema,
      property,
      value,
      words,
      source,
      live: row.live === 1,
      why,
      restated: restated.has(id),
    })
  }
  return statements
}

async function dossiersTelling(
  db: Db,
  blobs: BlobStore,
  doomed: ReadonlySet<StatementId>,
  destroyed: ReadonlySet<SourceId>,
): Promise<PlannedDossier[]> {
  const rows = await db.all<{ entry: EntryId; at: string; title: string | null; withdrawn: number }>(
    `SELECT p.entry, p.at, c.name AS title, EXISTS (SELECT 1 FROM i_withdrawal w JOIN i_entry e ON e.id = w.entry
       WHERE w.publication = p.entry AND e.live = 1) AS withdrawn
     FROM i_publication p LEFT JOIN i_entity a ON a.id = p.about LEFT JOIN i_entity c ON c.id = a.canon ORDER BY p.at, p.entry`,
  )
  const telling: PlannedDossier[] = []
  for (const { entry, at, title, withdrawn } of rows) {
    const told = await openingOf(db, blobs, entry)
    const statements = Object.values(told.statements).filter((id) => doomed.has(id)).length
    const sources = Object.values(told.sources).some(({ source }) => destroyed.has(source))
    if (statements > 0 || sources)
      telling.push({ entry, at, title: title ?? "", statements, withdrawn: withdrawn === 1 })
  }
  return telling
}

interface Opening {
  readonly statements: Readonly<Record<string, StatementId>>
  readonly sources: Readonly<Record<string, { source: SourceId }>>
}

/** Which statements and sources a dossier told. One whose list is damaged may have told anything: `verify` names it. */
async function openingOf(db: Db, blobs: BlobStore, id: EntryId): Promise<Opening> {
  const entry = (await entryById(db, id))?.entry
  const blob = entry && isKnown(entry) && entry.kind === "publish" ? entry.body.opening : null
  try {
    if (blob === null) return { statements: {}, sources: {} }
    const chunks: Uint8Array[] = []
    for await (const chunk of blobs.get(await blobRef(db, blob))) chunks.push(chunk)
    return JSON.parse(Buffer.concat(chunks).toString()) as Opening
  } catch (error) {
    if (error instanceof DalelError && error.code.startsWith("blob/")) return { statements: {}, sources: {} }
    throw error
  }
}

/** The statements of an entry, whoever wrote it. */
export function statementsIn(entry: AnyEntry | undefined): readonly Statement[] {
  return entry && isKnown(entry) && (entry.kind === "decide" || entry.kind === "assert") ? entry.body.statements : []
}
