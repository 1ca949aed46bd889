import type { EntityFacts, SourceCard } from "../model/casefile.js"
import type { EntityId, EntryId, SourceId, StatementId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { SchemaName } from "../model/schema.js"
import type { Db } from "../vault/db.js"
import { byEntity, canonOf, entityFacts, factsAbout, factsPointingAt } from "./facts.js"
import { sourceById } from "./sources.js"

/** Rows and counts for pages that list things. */

export interface CaseRow {
  readonly id: EntityId
  readonly schema: SchemaName
  readonly title: string
  readonly statements: number
  readonly sources: number
}

/** What a case file can be gathered around. */
export const CENTRES = ["Case", "Person", "Organization", "PublicBody"] as const satisfies readonly SchemaName[]
export type Centre = (typeof CENTRES)[number]

/** Cases first, then whoever most is said about. `only`: of one kind. */
export async function listCases(
  db: Db,
  limit: number,
  offset: number,
  only: Centre | null = null,
): Promise<{ rows: CaseRow[]; total: number }> {
  const centres = only === null ? CENTRES : [only]
  const fits = `c.canon = c.id AND c.schema IN (${centres.map(() => "?").join(",")}) AND c.name IS NOT NULL`
  // Ranked by what is said of each alone; what points at them is counted only for the rows that are shown.
  const rows = await db.all<CaseRow>(
    `WITH page AS (
       SELECT c.id, c.schema, c.name AS title, (SELECT sum(e.statements) FROM i_entity e WHERE e.canon = c.id) AS n
       FROM i_entity c WHERE ${fits}
       ORDER BY c.schema <> 'Case', n DESC, c.id LIMIT ? OFFSET ?)
     SELECT p.id, p.schema, p.title, count(DISTINCT s.id) AS statements, count(DISTINCT s.source) AS sources
     FROM page p JOIN i_entity e ON e.canon = p.id
     JOIN i_statement s ON s.live = 1 AND (s.entity = e.id OR s.target = e.id)
     GROUP BY p.id ORDER BY p.schema <> 'Case', p.n DESC, p.id`,
    ...centres,
    limit,
    offset,
  )
  const total = await db.one<{ n: number }>(`SELECT count(*) AS n FROM i_entity c WHERE ${fits}`, ...centres)
  return { rows, total: total!.n }
}

/** All about one entity, what points at it, and where all this stands. @throws DalelError entity/unknown */
export async function entityView(
  db: Db,
  id: EntityId,
): Promise<{ facts: EntityFacts; related: EntityFacts[]; sources: SourceCard[] }> {
  const canon = await canonOf(db, id)
  if (!canon) throw new DalelError("entity/unknown", id)
  const own = await factsAbout(db, [canon])
  const pointing = new Set((await factsPointingAt(db, [canon])).map((fact) => fact.entity))
  if (own.length === 0 && pointing.size === 0) throw new DalelError("entity/unknown", id)
  const others = byEntity(await factsAbout(db, pointing))
  const related = [...others].map(([other, facts]) => entityFacts(other, facts))
  const ids = new Set([...own, ...[...others.values()].flat()].flatMap(({ source }) => (source ? [source] : [])))
  const sources = await Promise.all([...ids].map(async (source) => (await sourceById(db, source)).card))
  return { facts: own.length > 0 ? entityFacts(canon, own) : await nameless(db, canon), related, sources }
}

/** Its own statements were taken back; others still point at it. */
async function nameless(db: Db, id: EntityId): Promise<EntityFacts> {
  const row = await db.one<{ schema: SchemaName }>("SELECT schema FROM i_entity WHERE id = ?", id)
  return { id, schema: row!.schema, name: "", lines: [] }
}

export interface HappenedRow {
  readonly entry: EntryId
  readonly at: string
  readonly by: string
  readonly kind: string
  readonly live: boolean
  readonly source: SourceId | null
  readonly verdict: "accept" | "edit" | "reject" | null
  readonly bulk: boolean
  readonly entity: EntityId | null
  readonly title: string | null
}

const HAPPENED = `SELECT e.id AS entry, e.at, e.by, e.kind, e.live, e.source, d.verdict, coalesce(d.bulk, s.bulk, 0) AS bulk,
    coalesce((SELECT c.canon FROM i_statement t JOIN i_entity c ON c.id = t.entity WHERE t.entry = e.id ORDER BY t.id LIMIT 1), s.a) AS entity
  FROM i_entry e LEFT JOIN i_decision d ON d.entry = e.id LEFT JOIN i_same s ON s.entry = e.id
  WHERE e.kind <> 'commit'`

/** What people ask the ledger for: what came in, what was decided, what was taken back, what went out, who may. */
export const HAPPENINGS = {
  came: ["capture", "rendition", "custody"],
  decided: ["decide", "assert", "same"],
  undone: ["retract"],
  out: ["publish", "withdraw", "backup"],
  members: ["member", "device", "recovery", "expunge", "expunged"],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type Happening = keyof typeof HAPPENINGS

/** What happened, newest first. `only`: of one sort. */
export async function whatHappened(
  db: Db,
  limit: number,
  offset: number,
  only: Happening | null = null,
): Promise<{ rows: HappenedRow[]; total: number }> {
  const kinds = only === null ? [] : HAPPENINGS[only]
  const fits = kinds.length === 0 ? "" : `AND e.kind IN (${kinds.map(() => "?").join(",")})`
  const rows = await db.all<Omit<HappenedRow, "live" | "bulk" | "title"> & { live: number; bulk: number }>(
    `${HAPPENED} ${fits} ORDER BY e.at DESC, e.device, e.seq DESC LIMIT ? OFFSET ?`,
    ...kinds,
    limit,
    offset,
  )
  const sql = `SELECT count(*) AS n FROM i_entry e WHERE e.kind <> 'commit' ${fits}`
  const total = await db.one<{ n: number }>(sql, ...kinds)
  return { rows: await Promise.all(rows.map((row) => titled(db, row))), total: total!.n }
}

async function titled<Row extends { live: number; bulk: number; entity: EntityId | null; source: SourceId | null }>(
  db: Db,
  row: Row,
) {
  const named =
    row.entity &&
    (await db.one<{ name: string | null }>(
      "SELECT c.name FROM i_entity e JOIN i_entity c ON c.id = e.canon WHERE e.id = ?",
      row.entity,
    ))
  const title = named?.name ?? (row.source && (await sourceById(db, row.source)).card.title)
  return { ...row, live: row.live === 1, bulk: row.bulk === 1, title: title ?? null }
}

/** Every version of one statement: what it superseded and what superseded it, itself among them. */
export async function versionsOf(
  db: Db,
  statement: StatementId,
): Promise<{ id: StatementId; entry: EntryId; live: number }[]> {
  return db.all(
    `${VERSIONS} SELECT s.id, s.entry, s.live FROM i_statement s JOIN i_entry e ON e.id = s.entry
     WHERE s.id IN (SELECT id FROM version) ORDER BY e.at, e.device, e.seq`,
    statement,
  )
}

const VERSIONS = `WITH RECURSIVE version (id) AS (
    SELECT ? UNION
    SELECT CASE v.id WHEN s.id THEN s.supersedes ELSE s.id END FROM i_statement s JOIN version v
      ON (s.id = v.id AND s.supersedes IS NOT NULL) OR s.supersedes = v.id)`

/** Entries that made, replaced, took back or brought back one statement in any of its versions, oldest first. */
export async function entriesAbout(db: Db, statement: StatementId): Promise<HappenedRow[]> {
  const rows = await db.all<Omit<HappenedRow, "live" | "bulk" | "title"> & { live: number; bulk: number }>(
    `${VERSIONS}, about (entry) AS (
       SELECT entry FROM i_statement WHERE id IN (SELECT id FROM version)
       UNION SELECT r.entry FROM i_retraction r WHERE r.target IN (SELECT id FROM version)
       UNION SELECT r.entry FROM i_retraction r JOIN about a ON r.target = a.entry)
     ${HAPPENED} AND e.id IN (SELECT entry FROM about) ORDER BY e.at, e.device, e.seq`,
    statement,
  )
  return Promise.all(rows.map((row) => titled(db, row)))
}
