import type { EntityId } from "../model/id.js"
import type { SchemaName } from "../model/schema.js"
import { type NameIndex, nameIndex, type Why } from "../names/search.js"
import { suggest } from "../names/suggest.js"
import type { Db } from "../vault/db.js"

/** How a question met a name: the name, the words that were put together, and how each pair was read. */
export interface Met {
  readonly badge: Why["badge"]
  readonly name: string
  readonly parts: readonly { readonly query: string; readonly name: string; readonly read: string }[]
}

/** An entity of the vault under one of its names. */
export interface Named {
  readonly id: EntityId
  readonly schema: SchemaName
  /** What it goes by. */
  readonly title: string
  readonly met: Met
  /** 0 to 1: how much of both names was met. */
  readonly score: number
}

interface Owner {
  readonly id: EntityId
  readonly schema: SchemaName
  readonly title: string
  readonly alias: boolean
}

interface Kept {
  readonly version: number
  /** Every different name once; whose it is, `owners` says. */
  readonly index: NameIndex
  readonly owners: ReadonlyMap<string, readonly Owner[]>
  /** How many names were taken from the index since it was made. */
  readonly removed: number
}

const kept = new WeakMap<Db, Kept>()

/** More than the engine looks at closely: all it finds. */
const ALL = 200

/**
 * Entities one of whose names may be this one, in any script and spelling: exact ones first, then the likeliest; each
 * once, under the name that fits best.
 */
export async function findByName(db: Db, query: string, transliteration = true): Promise<Named[]> {
  const { index, owners } = await namesOf(db)
  const all = suggest(index, query, { top: ALL, transliteration }).flatMap(({ name, score, why, comparison }) => {
    const words = comparison.parts.filter(({ kind }) => kind === "words")
    const parts = words.map(({ left, right, read }) => ({ query: left, name: right, read }))
    return owners.get(name)!.map(({ id, schema, title, alias }) => {
      const badge = alias && why.badge === "same script" ? "alias" : why.badge
      return { id, schema, title, met: { badge, name, parts }, score, bits: comparison.score }
    })
  })
  const exact = ({ met }: Named) => Number(met.badge === "exact")
  all.sort((a, b) => exact(b) - exact(a) || b.bits - a.bits || (a.met.name + a.id < b.met.name + b.id ? -1 : 1))
  const found = new Map<EntityId, Named>()
  for (const { bits: _, ...named } of all) if (!found.has(named.id)) found.set(named.id, named)
  return [...found.values()]
}

/** The names that stand now. Kept in memory with the open vault, and with the vault it goes. */
async function namesOf(db: Db): Promise<Kept> {
  // Rows changed since the vault was opened, by the only one who can: whatever is folded, undone, joined or destroyed
  // raises it. Asked first: what changes before the names are read is read again next time.
  const { version } = (await db.one<{ version: number }>("SELECT total_changes() AS version"))!
  const known = kept.get(db)
  if (known?.version === version) return known
  const rows = await db.all<Omit<Owner, "alias"> & { name: string; alias: number }>(
    `SELECT json_extract(s.value, '$.text') AS name, e.canon AS id, e.schema,
       coalesce(c.name, json_extract(s.value, '$.text')) AS title, min(s.property = 'alias') AS alias
     FROM i_statement s JOIN i_entity e ON e.id = s.entity JOIN i_entity c ON c.id = e.canon
     WHERE s.live = 1 AND s.property IN ('name', 'alias') AND json_extract(s.value, '$.type') = 'name'
       AND e.schema <> 'Article' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  )
  const owners = new Map<string, Owner[]>()
  for (const { name, alias, ...owner } of rows) {
    const one = { ...owner, alias: alias === 1 }
    const known = owners.get(name)
    if (known) known.push(one)
    else owners.set(name, [one])
  }
  const before = kept.get(db)
  const lost = before === undefined ? [] : [...before.owners.keys()].filter((name) => !owners.has(name))
  const removed = (before?.removed ?? 0) + lost.length
  // What was removed leaves its place: when that is most of it, it is made anew.
  const anew = before === undefined || removed > owners.size
  const index = anew ? nameIndex() : before.index
  if (!anew) for (const name of lost) index.remove(name)
  for (const name of owners.keys()) if (anew || !before.owners.has(name)) index.add(name, name)
  const now = { version, index, owners, removed: anew ? 0 : removed }
  kept.set(db, now)
  return now
}
