import type { Mark } from "../model/casefile.js"
import type { EntityId, SourceId } from "../model/id.js"
import { passageOf } from "../model/passage.js"
import type { SchemaName } from "../model/schema.js"
import { foldCase, searchQuery, skeleton } from "../names/fold.js"
import type { Db } from "../vault/db.js"
import { sourceById } from "./sources.js"

export type Hit =
  | {
      readonly kind: "entity"
      readonly id: EntityId
      readonly schema: SchemaName
      readonly title: string
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

/** Names first, then passages. A page of hits and whether more were there. */
export async function search(db: Db, text: string, limit: number, offset = 0): Promise<{ hits: Hit[]; more: boolean }> {
  const query = searchQuery(text)
  if (query === null) return { hits: [], more: false }
  const rows = await db.all<{ kind: "name" | "passage"; ref: string; start: number; stop: number; text: string }>(
    `SELECT k.kind, k.ref, k.start, k.stop, k.text FROM
       (SELECT rowid AS n, rank FROM i_search WHERE i_search MATCH ? LIMIT ${RANKED}) f JOIN i_key k ON k.n = f.n
     ORDER BY k.kind = 'passage', f.rank, k.ref, k.start LIMIT ? OFFSET ?`,
    query,
    limit + 1,
    offset,
  )
  const hits: Hit[] = []
  for (const row of rows.slice(0, limit)) {
    const hit = row.kind === "name" ? await nameHit(db, row.ref, text) : await passageHit(db, row, text)
    const again = hit?.kind === "entity" && hits.some((one) => one.kind === "entity" && one.id === hit.id)
    if (hit && !again) hits.push(hit)
  }
  return { hits, more: rows.length > limit }
}

async function nameHit(db: Db, statement: string, query: string): Promise<Hit | undefined> {
  const row = await db.one<{ id: EntityId; schema: SchemaName; title: string | null; text: string }>(
    `SELECT e.canon AS id, e.schema, c.name AS title, json_extract(s.value, '$.text') AS text FROM i_statement s
     JOIN i_entity e ON e.id = s.entity JOIN i_entity c ON c.id = e.canon WHERE s.live = 1 AND s.id = ?`,
    statement,
  )
  if (!row) return undefined
  const { id, schema, title, text } = row
  if (schema === "Article") return undefined
  return { kind: "entity", id, schema, title: title ?? text, why: whyOf(query, text) }
}

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
