import type { EntityId, SourceId } from "../model/id.js"
import { mentionPattern, partsOf, stemOf } from "../model/mention.js"
import { foldCase } from "../names/fold.js"
import type { Db } from "../vault/db.js"

/** How somebody is named, as far as the vault knows. */
export interface Naming {
  readonly names: readonly string[]
  /** Parts that nobody else of the vault is named by. */
  readonly parts: readonly string[]
  /** Finds her in running words, whole or by such a part, bent or not. */
  readonly pattern: RegExp
}

/** Everyone who was said to be one with this one, itself included. */
export async function clusterOf(db: Db, id: EntityId): Promise<EntityId[]> {
  const sql = "SELECT id FROM i_entity WHERE canon = (SELECT canon FROM i_entity WHERE id = ?) ORDER BY id"
  return (await db.all<{ id: EntityId }>(sql, id)).map((row) => row.id)
}

const NAMED = "property IN ('name', 'alias') AND json_extract(value, '$.type') = 'name'"

/** Every name that was ever stated of these, also one that was taken back. */
export async function namingOf(db: Db, entities: readonly EntityId[]): Promise<Naming> {
  const names = new Set<string>()
  for (const id of entities)
    for (const { name } of await db.all<{ name: string }>(
      `SELECT DISTINCT json_extract(value, '$.text') AS name FROM i_statement WHERE entity = ? AND ${NAMED}`,
      id,
    ))
      names.add(name)
  const own = new Set(entities)
  const others = new Set<string>()
  const parts = new Set([...names].flatMap(partsOf).filter((part) => /^[\p{Lu}\p{Lo}]/u.test(part)))
  for (const part of parts)
    for (const { entity, name } of await db.all<{ entity: EntityId; name: string }>(
      `SELECT entity, json_extract(value, '$.text') AS name FROM i_statement
       WHERE live = 1 AND ${NAMED} AND instr(value, ?) > 0`,
      stemOf(part),
    ))
      if (!own.has(entity)) for (const other of partsOf(name)) others.add(other)
  const alone = [...parts].filter((part) => !others.has(part))
  return { names: [...names], parts: alone, pattern: mentionPattern([...names], alone, [...others]) }
}

/** Sources whose text in use names somebody. */
export async function sourcesNaming(db: Db, { names, parts, pattern }: Naming): Promise<Set<SourceId>> {
  const found = new Set<SourceId>()
  const words = [...new Set([...parts, ...names.map((name) => partsOf(name).at(-1) ?? name)])]
  for (const word of words) {
    const folded = foldCase(stemOf(word)).replace(/["']/g, "")
    if (folded === "") continue
    const rows = await db.all<{ source: SourceId; text: string }>(
      `SELECT r.source, k.text FROM i_search f JOIN i_key k ON k.n = f.rowid AND k.kind = 'passage'
       JOIN i_rendition r ON r.id = k.ref WHERE i_search MATCH ?`,
      /\p{Script=Han}/u.test(word) ? hanQuery(word) : `"${folded}"*`,
    )
    for (const { source, text } of rows) if (isNamedIn(pattern, text)) found.add(source)
  }
  return found
}

function hanQuery(word: string): string {
  const signs = [...word]
  return signs
    .slice(1)
    .map((sign, at) => `"${signs[at]}${sign}"`)
    .join(" AND ")
}

/** Does a text name somebody? (The pattern keeps its place between calls.) */
export function isNamedIn(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}
