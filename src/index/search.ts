import type { Mark } from "../model/casefile.js"
import type { EntityId, SourceId } from "../model/id.js"
import { passageOf } from "../model/passage.js"
import type { SchemaName } from "../model/schema.js"
import { foldCase, searchQuery, skeleton } from "../names/fold.js"
import { scriptOf } from "../names/readings.js"
import type { Db } from "../vault/db.js"
import { findByName, type Met } from "./named.js"
import { sourceById } from "./sources.js"

export type Hit =
  | {
      readonly kind: "entity"
      readonly id: EntityId
      readonly schema: SchemaName
      readonly title: string
      readonly met: Met
      readonly why: string
    }
  | {
      readonly kind: "passage"
      readonly id: SourceId
      readonly title: string
      readonly passage: Mark
      readonly why: string
    }

/** Ranking a word that stands everywhere costs too much and says nothing: only this many hits are ranked. */
const RANKED = 2000

/**
 * Names first (exact, then alike in any script and spelling, then those that hold the words), then passages. A page of
 * hits and whether more were there. Without `transliteration` only what is written in the script of the question.
 */
export async function search(
  db: Db,
  text: string,
  limit: number,
  offset = 0,
  transliteration = true,
): Promise<{ hits: Hit[]; more: boolean }> {
  const named = await findByName(db, text, transliteration)
  const hits: Hit[] = named
    .slice(offset, offset + limit)
    .map(({ id, schema, title, met }) => entityHit(id, schema, title, met))
  const query = searchQuery(text, transliteration)
  const left = limit - hits.length
  if (query === null) return { hits, more: named.length > offset + limit }
  const rows = await db.all<{ kind: "name" | "passage"; ref: string; start: number; stop: number; text: string }>(
    `SELECT k.kind, k.ref, k.start, k.stop, k.text FROM
       (SELECT rowid AS n, rank FROM i_search WHERE i_search MATCH ? LIMIT ${RANKED}) f JOIN i_key k ON k.n = f.n
     WHERE k.kind = 'passage' OR NOT EXISTS (SELECT 1 FROM i_statement s JOIN i_entity e ON e.id = s.entity
       WHERE s.id = k.ref AND e.canon IN (SELECT value FROM json_each(?)))
     ORDER BY k.kind = 'passage', f.rank, k.ref, k.start LIMIT ? OFFSET ?`,
    query,
    JSON.stringify(named.map(({ id }) => id)),
    left + 1,
    Math.max(0, offset - named.length),
  )
  for (const row of rows.slice(0, left)) {
    const hit = row.kind === "name" ? await nameHit(db, row.ref, text) : await passageHit(db, row, text)
    const again = hit?.kind === "entity" && hits.some((one) => one.kind === "entity" && one.id === hit.id)
    if (hit && !again) hits.push(hit)
  }
  return { hits, more: named.length > offset + limit || rows.length > left }
}

function entityHit(id: EntityId, schema: SchemaName, title: string, met: Met): Hit {
  const parts = met.parts.map(({ query, name, read }) => `${query} = ${name} [${read}]`)
  const why = parts.length === 0 || met.badge === "exact" ? met.name : `${met.name}: ${parts.join(", ")}`
  return { kind: "entity", id, schema, title, met, why: `${met.badge}: ${why}` }
}

async function nameHit(db: Db, statement: string, query: string): Promise<Hit | undefined> {
  const row = await db.one<{ id: EntityId; schema: SchemaName; title: string | null; text: string }>(
    `SELECT e.canon AS id, e.schema, c.name AS title, json_extract(s.value, '$.text') AS text FROM i_statement s
     JOIN i_entity e ON e.id = s.entity JOIN i_entity c ON c.id = e.canon WHERE s.live = 1 AND s.id = ?`,
    statement,
  )
  if (!row || row.schema === "Article") return undefined
  const { id, schema, title, text } = row
  return entityHit(id, schema, title ?? text, { badge: badgeOf(query, text), name: text, parts: [] })
}

const badgeOf = (query: string, text: string) => (scriptOf(query) === scriptOf(text) ? "same script" : "transliterated")

/** How the words met: the same letters, or letters of another script. */
function whyOf(query: string, text: string): string {
  const [wanted, found] = [foldCase(query), foldCase(text)]
  return found.includes(wanted) ? `same script: ${text}` : `transliterated: ${text}`
}

async function passageHit(
  db: Db,
  row: { ref: string; start: number; stop: number; text: string },
  query: string,
): Promise<Hit | undefined> {
  const found = await db.one<{ source: SourceId; hash: string }>(
    "SELECT source, text AS hash FROM i_rendition WHERE id = ? AND current = 1",
    row.ref,
  )
  if (!found) return undefined
  const { card } = await sourceById(db, found.source)
  const span = around(row.text, query)
  const inside = passageOf(row.text, found.hash, span)
  const passage = { ...inside, source: found.source, start: row.start + span.start, end: row.start + span.end }
  return { kind: "passage", id: found.source, title: card.title, passage, why: whyOf(query, inside.exact) }
}

/** The sentence or so around the first word that fits. */
function around(text: string, query: string): { start: number; end: number } {
  const bones = new Set(
    [...query.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].flatMap(([word]) => [foldCase(word), skeleton(word)]),
  )
  let at = 0
  for (const word of text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu))
    if (bones.has(foldCase(word[0])) || (skeleton(word[0]) !== "" && bones.has(skeleton(word[0])))) {
      at = word.index
      break
    }
  const before = Math.max(text.lastIndexOf(". ", at) + 2, text.lastIndexOf("\n", at - 1) + 1, at - 200, 0)
  const stops = [text.indexOf(". ", at), text.indexOf("\n", at)].filter((index) => index > at).map((index) => index + 1)
  const end = Math.min(...stops, at + 240, text.trimEnd().length)
  const start = Math.min(before, at)
  return { start, end: Math.max(end, start + 1) }
}
