import type { Bodies, EntryKind } from "../ledger/entry.js"
import type { Db } from "../vault/db.js"
import { NEVER_HIDDEN, type Touched } from "./fold.js"
import { removeKeys } from "./keys.js"

/**
 * Takes the rows of records that a standing tombstone names out of the tables, as if their entries had never come; what they touched is left
 * for the fold to settle. So that a tombstone costs as much as what it names, not as much as the vault.
 */
export async function unfold(db: Db, records: Bodies["expunge"]["records"], touched: Touched): Promise<void> {
  for (const { device, seq } of records) {
    const sql = "SELECT id, kind, source FROM i_entry WHERE device = ? AND seq = ?"
    for (const entry of await db.all<{ id: string; kind: EntryKind; source: string | null }>(sql, device, seq)) {
      if (NEVER_HIDDEN.includes(entry.kind)) continue
      await takeOut(db, entry, touched)
      await db.run("DELETE FROM i_entry WHERE id = ?", entry.id)
    }
  }
}

async function takeOut(
  db: Db,
  { id, kind, source }: { id: string; kind: EntryKind; source: string | null },
  touched: Touched,
): Promise<void> {
  switch (kind) {
    case "capture":
      await db.run("DELETE FROM i_source WHERE entry = ?", id)
      if (source !== null) touched.captures.add(source)
      return
    case "rendition":
      for (const { id: rendition } of await db.all<{ id: string }>("SELECT id FROM i_rendition WHERE entry = ?", id)) {
        await removeKeys(db, rendition)
        await db.run("UPDATE i_rendition SET current = 0 WHERE id = ?", rendition) // another entry may claim this id
      }
      await db.run("DELETE FROM i_rendition WHERE entry = ?", id)
      if (source !== null) touched.sources.add(source)
      return
    case "custody":
      await db.run("DELETE FROM i_custody WHERE entry = ?", id)
      return
    case "decide": {
      const others = `SELECT o.entry FROM i_decision o JOIN i_decision d ON o.rendition = d.rendition
        AND o.proposal = d.proposal WHERE d.entry = ? AND o.entry <> d.entry`
      for (const { entry } of await db.all<{ entry: string }>(others, id)) touched.entries.add(entry)
      await db.run("DELETE FROM i_decision WHERE entry = ?", id)
      return takeStatements(db, id, touched)
    }
    case "assert":
      return takeStatements(db, id, touched)
    case "retract":
      for (const { target } of await db.all<{ target: string }>(
        "SELECT target FROM i_retraction WHERE entry = ?",
        id,
      )) {
        touched.entries.add(target)
        touched.statements.add(target)
      }
      await db.run("DELETE FROM i_retraction WHERE entry = ?", id)
      return
    case "same":
      for (const { a, b } of await db.all<{ a: string; b: string }>("SELECT a, b FROM i_same WHERE entry = ?", id))
        touched.pairs.add(`${a} ${b}`)
      await db.run("DELETE FROM i_same WHERE entry = ?", id)
      return
    case "publish":
      await db.run("DELETE FROM i_publication WHERE entry = ?", id)
      return
    case "withdraw":
      await db.run("DELETE FROM i_withdrawal WHERE entry = ?", id)
  }
}

async function takeStatements(db: Db, entry: string, touched: Touched): Promise<void> {
  const rows = await db.all<{ id: string; entity: string; supersedes: string | null }>(
    "SELECT id, entity, supersedes FROM i_statement WHERE entry = ?",
    entry,
  )
  await db.run("DELETE FROM i_statement WHERE entry = ?", entry)
  for (const { id } of rows) {
    await removeKeys(db, id)
    await db.run("UPDATE i_statement SET live = 0 WHERE id = ?", id) // another entry may claim this id
    touched.statements.add(id)
  }
  for (const { entity, supersedes } of rows) {
    if (supersedes !== null) touched.statements.add(supersedes)
    await settleKind(db, entity, touched)
  }
}

/** An entity exists where a statement names it, and is the first in order of what its statements call it. */
async function settleKind(db: Db, entity: string, touched: Touched): Promise<void> {
  const row = await db.one<{ schema: string | null }>(
    "SELECT min(schema) AS schema FROM i_statement WHERE entity = ?",
    entity,
  )
  if (row?.schema) {
    await db.run("UPDATE i_entity SET schema = ? WHERE id = ?", row.schema, entity)
    touched.entities.add(entity)
    return
  }
  // Whoever was one with it is joined anew, without it.
  const left = await db.one<{ id: string }>(
    "SELECT id FROM i_entity WHERE id <> ? AND canon = (SELECT canon FROM i_entity WHERE id = ?) LIMIT 1",
    entity,
    entity,
  )
  await db.run("DELETE FROM i_entity WHERE id = ?", entity)
  touched.entities.delete(entity)
  if (left) touched.pairs.add(`${left.id} ${left.id}`)
}
