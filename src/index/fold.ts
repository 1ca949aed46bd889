import { canonical } from "../ledger/canonical.js"
import { type AnyEntry, type Entry, type EntryKind, isKnown, type Role } from "../ledger/entry.js"
import type { Reading } from "../model/reading.js"
import { DalelError } from "../model/refusals.js"
import type { Statement } from "../model/statement.js"
import type { BlobStore } from "../vault/blobs.js"
import type { Db } from "../vault/db.js"
import { entriesOf } from "../vault/logs.js"
import { blobRef, type FoldEntry } from "../vault/vault.js"
import { addKey, removeKeys, stretches } from "./keys.js"
import { joinEntities } from "./same.js"
import { createIndex, dropIndex } from "./tables.js"
import { unfold } from "./unfold.js"

/**
 * The fold: entries into projection tables. A function of the *set* of entries: any order, any number of times, in one
 * go or one by one, gives the same tables. What depends on other entries (is it taken back? is its signer allowed?)
 * is settled again for everything that an arriving entry touches.
 */
export async function fold(db: Db, entries: readonly FoldEntry[], blobs: BlobStore): Promise<void> {
  const touched = new Touched()
  for (const placed of entries) {
    if (!isKnown(placed.entry)) continue
    await addEntry(db, placed as Placed, touched)
  }
  for (const { entry } of entries)
    if (isKnown(entry) && entry.kind === "expunge") await unfold(db, entry.body.records, touched)
  await settle(db, touched, blobs)
}

/** Deletes the projection and folds the whole ledger again, streaming. */
export async function rebuild(db: Db, blobs: BlobStore): Promise<void> {
  await dropIndex(db)
  await createIndex(db)
  const touched = new Touched()
  for await (const placed of entriesOf(db)) if (isKnown(placed.entry)) await addEntry(db, placed as Placed, touched)
  await settle(db, touched, blobs)
}

/** What an entry's arrival may have changed. */
export class Touched {
  readonly entries = new Set<string>()
  readonly statements = new Set<string>()
  readonly sources = new Set<string>()
  readonly entities = new Set<string>()
  readonly pairs = new Set<string>()
}

type Placed = FoldEntry & { readonly entry: Entry }

/** Whoever signs an entry needs this role, or the entry is kept and not folded. */
const NEEDED: Readonly<Record<EntryKind, Role>> = {
  member: "administer",
  device: "read",
  capture: "contribute",
  custody: "read",
  rendition: "contribute",
  assert: "review",
  decide: "review",
  retract: "review",
  same: "review",
  publish: "review",
  withdraw: "review",
  hold: "administer",
  ask: "review",
  expunge: "administer",
  recovery: "administer",
  backup: "read",
  commit: "read",
}

async function addEntry(db: Db, { entry, device, seq }: Placed, touched: Touched): Promise<void> {
  const source = "source" in entry.body && typeof entry.body.source === "string" ? entry.body.source : null
  const added = await db.run(
    "INSERT OR IGNORE INTO i_entry (id, device, seq, at, by, kind, role, source, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)",
    entry.id,
    device,
    seq,
    entry.at,
    entry.by,
    entry.kind,
    NEEDED[entry.kind],
    source,
  )
  if (added === 0) return
  touched.entries.add(entry.id)
  switch (entry.kind) {
    case "member": {
      await db.run(
        "INSERT OR REPLACE INTO i_member (id, roles, entry) VALUES (?, ?, ?)",
        entry.body.member,
        entry.body.roles.join(" "),
        entry.id,
      )
      for (const { id } of await db.all<{ id: string }>("SELECT id FROM i_entry WHERE by = ?", entry.body.member))
        touched.entries.add(id)
      return
    }
    case "capture": {
      const { source, blob, sha256, bytes, mediaType, filename, claimed } = entry.body
      await db.run(
        "INSERT INTO i_source (id, entry, at, by, blob, sha256, bytes, media_type, filename, url, published, lang) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        source,
        entry.id,
        entry.at,
        entry.by,
        blob,
        sha256,
        bytes,
        mediaType,
        filename,
        claimed.url,
        claimed.published,
        claimed.lang,
      )
      return
    }
    case "rendition": {
      const { rendition, source, tool, made } = entry.body
      const read = made.kind === "reading" ? made : null
      await db.run(
        "INSERT INTO i_rendition (id, entry, source, at, tool, blob, text, language, title, published, proposals, refused, current) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        rendition,
        entry.id,
        source,
        entry.at,
        `${tool.name} ${tool.version}`,
        read?.blob ?? null,
        read?.text ?? null,
        read?.language ?? null,
        read?.title ?? null,
        read?.published ?? null,
        read?.proposals ?? 0,
        made.kind === "refused" ? made.code : null,
      )
      touched.sources.add(source)
      return
    }
    case "custody": {
      const { source, action, filename, purpose } = entry.body
      await db.run(
        "INSERT INTO i_custody (entry, source, at, by, action, filename, purpose) VALUES (?, ?, ?, ?, ?, ?, ?)",
        entry.id,
        source,
        entry.at,
        entry.by,
        action,
        filename,
        purpose,
      )
      return
    }
    case "decide": {
      const { source, rendition, proposal, verdict, bulk, statements } = entry.body
      await db.run(
        "INSERT INTO i_decision (entry, source, rendition, proposal, verdict, bulk) VALUES (?, ?, ?, ?, ?, ?)",
        entry.id,
        source,
        rendition,
        proposal,
        verdict,
        Number(bulk),
      )
      for (const statement of statements) await addStatement(db, entry, statement, { bulk, hand: false }, touched)
      return
    }
    case "assert":
      for (const statement of entry.body.statements)
        await addStatement(db, entry, statement, { bulk: entry.body.bulk ?? false, hand: true }, touched)
      return
    case "retract":
      for (const target of [...entry.body.entries, ...entry.body.statements])
        await db.run("INSERT INTO i_retraction (entry, target) VALUES (?, ?)", entry.id, target)
      return
    case "publish": {
      const { case: about, files, key, on } = entry.body
      await db.run(
        "INSERT INTO i_publication (entry, about, at, by, files, key, day) VALUES (?, ?, ?, ?, ?, ?, ?)",
        entry.id,
        about,
        entry.at,
        entry.by,
        canonical(files),
        key,
        on,
      )
      return
    }
    case "withdraw": {
      const { publication, reason } = entry.body
      await db.run(
        "INSERT INTO i_withdrawal (entry, publication, reason) VALUES (?, ?, ?)",
        entry.id,
        publication,
        reason,
      )
      return
    }
    case "same": {
      const [a, b] = entry.body.a < entry.body.b ? [entry.body.a, entry.body.b] : [entry.body.b, entry.body.a]
      const { verdict, bulk } = entry.body
      await db.run(
        "INSERT INTO i_same (entry, a, b, verdict, bulk) VALUES (?, ?, ?, ?, ?)",
        entry.id,
        a,
        b,
        verdict,
        Number(bulk),
      )
      return
    }
  }
}

async function addStatement(
  db: Db,
  entry: AnyEntry,
  statement: Statement,
  { bulk, hand }: { bulk: boolean; hand: boolean },
  touched: Touched,
): Promise<void> {
  const { id, entity, schema, property, value, lang, holds, ground, audience, known, supersedes } = statement
  await db.run(
    "INSERT OR IGNORE INTO i_statement (id, entry, entity, schema, property, value, target, lang, holds, source, ground, audience, known, supersedes, bulk, hand, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
    id,
    entry.id,
    entity,
    schema,
    property,
    canonical(value),
    value.type === "entity" ? value.entity : null,
    lang,
    holds && canonical(holds),
    ground.kind === "source" ? ground.source : null,
    canonical(ground),
    audience,
    known,
    supersedes,
    Number(bulk),
    Number(hand),
  )
  await db.run(
    `INSERT INTO i_entity (id, canon, schema, name, statements) VALUES (?, ?, ?, NULL, 0)
     ON CONFLICT (id) DO UPDATE SET schema = min(schema, excluded.schema)`,
    entity,
    entity,
    schema,
  )
  // A pair may have been decided on before its entities came.
  for (const { a, b } of await db.all<{ a: string; b: string }>(
    "SELECT a, b FROM i_same WHERE a = ? OR b = ?",
    entity,
    entity,
  ))
    touched.pairs.add(`${a} ${b}`)
  touched.statements.add(id)
  await touchSuperseded(db, id, touched)
}

/** All that this statement stands in place of, through every correction before it. */
async function touchSuperseded(db: Db, id: string, touched: Touched): Promise<void> {
  const rows = await db.all<{ id: string }>(
    `WITH RECURSIVE before (id) AS (
       SELECT supersedes FROM i_statement WHERE id = ? AND supersedes IS NOT NULL
       UNION SELECT s.supersedes FROM i_statement s JOIN before b ON s.id = b.id WHERE s.supersedes IS NOT NULL)
     SELECT id FROM before`,
    id,
  )
  for (const { id } of rows) touched.statements.add(id)
}

async function settle(db: Db, touched: Touched, blobs: BlobStore): Promise<void> {
  for (const id of touched.entries) await settleEntry(db, id, touched)
  for (const id of touched.statements) await settleStatement(db, id, touched)
  for (const id of touched.sources) await settleSource(db, id, blobs)
  for (const id of touched.entities) await settleEntity(db, id)
  for (const pair of touched.pairs) await joinEntities(db, pair.split(" ") as [string, string])
}

/**
 * Of several decisions on one proposal (two devices, or an undo undone) the most careful stands: a rejection, then the
 * earliest. Decided from what was taken back and who was allowed, not from `live` itself, so that the order in which
 * entries arrive cannot matter.
 */
const MORE_CAREFUL = `SELECT 1 FROM i_decision d JOIN i_decision o ON o.rendition = d.rendition AND o.proposal = d.proposal
    AND o.entry <> d.entry JOIN i_entry x ON x.id = o.entry
  WHERE d.entry = i_entry.id
    AND ((o.verdict = 'reject') > (d.verdict = 'reject')
      OR ((o.verdict = 'reject') = (d.verdict = 'reject') AND x.at || x.id < i_entry.at || i_entry.id))
    AND NOT EXISTS (SELECT 1 FROM i_retraction r JOIN i_entry e ON e.id = r.entry WHERE r.target = x.id AND e.live = 1)
    AND EXISTS (SELECT 1 FROM i_member m WHERE m.id = x.by AND ' ' || m.roles || ' ' LIKE '% ' || x.role || ' %')`

async function settleEntry(db: Db, id: string, touched: Touched): Promise<void> {
  const row = await db.one<{ live: number; now: number; kind: string; source: string | null }>(
    `SELECT live, kind, source,
       NOT EXISTS (SELECT 1 FROM i_retraction r JOIN i_entry e ON e.id = r.entry WHERE r.target = i_entry.id AND e.live = 1)
       AND EXISTS (SELECT 1 FROM i_member m WHERE m.id = i_entry.by AND ' ' || m.roles || ' ' LIKE '% ' || i_entry.role || ' %')
       AND NOT EXISTS (${MORE_CAREFUL})
       AS now
     FROM i_entry WHERE id = ?`,
    id,
  )
  if (!row || row.live === row.now) return
  await db.run("UPDATE i_entry SET live = ? WHERE id = ?", row.now, id)
  if (row.kind === "retract")
    for (const { target } of await db.all<{ target: string }>("SELECT target FROM i_retraction WHERE entry = ?", id)) {
      await settleEntry(db, target, touched)
      touched.statements.add(target)
    }
  if (row.kind === "decide" || row.kind === "assert")
    for (const one of await db.all<{ id: string }>("SELECT id FROM i_statement WHERE entry = ?", id)) {
      touched.statements.add(one.id)
      await touchSuperseded(db, one.id, touched)
    }
  if (row.kind === "decide") {
    const others = `SELECT o.entry FROM i_decision o JOIN i_decision d ON o.rendition = d.rendition AND o.proposal = d.proposal
      WHERE d.entry = ? AND o.entry <> d.entry`
    for (const { entry } of await db.all<{ entry: string }>(others, id)) await settleEntry(db, entry, touched)
  }
  if (row.kind === "rendition" && row.source) touched.sources.add(row.source)
  if (row.kind === "same") {
    const pair = (await db.one<{ a: string; b: string }>("SELECT a, b FROM i_same WHERE entry = ?", id))!
    touched.pairs.add(`${pair.a} ${pair.b}`)
  }
}

async function settleStatement(db: Db, id: string, touched: Touched): Promise<void> {
  // What was corrected stays so when its successor is corrected or withdrawn in turn: only undoing every correction
  // brings it back.
  const row = await db.one<{ live: number; now: number; entity: string }>(
    `SELECT live, entity,
       EXISTS (SELECT 1 FROM i_entry e WHERE e.id = s.entry AND e.live = 1)
       AND NOT EXISTS (SELECT 1 FROM i_retraction r JOIN i_entry e ON e.id = r.entry WHERE r.target = s.id AND e.live = 1)
       AND NOT EXISTS (
         WITH RECURSIVE after (id, entry) AS (
           SELECT n.id, n.entry FROM i_statement n WHERE n.supersedes = s.id
           UNION SELECT n.id, n.entry FROM i_statement n JOIN after a ON n.supersedes = a.id)
         SELECT 1 FROM after a JOIN i_entry e ON e.id = a.entry WHERE e.live = 1 AND a.id <> s.id)
       AS now
     FROM i_statement s WHERE id = ?`,
    id,
  )
  if (!row || row.live === row.now) return
  await db.run("UPDATE i_statement SET live = ? WHERE id = ?", row.now, id)
  touched.entities.add(row.entity)
  await settleNameKey(db, id)
}

async function settleNameKey(db: Db, id: string): Promise<void> {
  await removeKeys(db, id)
  const row = await db.one<{ value: string }>("SELECT value FROM i_statement WHERE id = ? AND live = 1", id)
  const value = row && (JSON.parse(row.value) as Statement["value"])
  if (value?.type === "name") await addKey(db, { kind: "name", ref: id, start: 0, stop: 0, text: value.text })
}

/** The rendition in use is the latest that stands; only its text can be found. */
async function settleSource(db: Db, source: string, blobs: BlobStore): Promise<void> {
  const rows = await db.all<{ id: string; current: number; blob: string | null }>(
    `SELECT r.id, r.current, r.blob FROM i_rendition r JOIN i_entry e ON e.id = r.entry
     WHERE r.source = ? AND e.live = 1 ORDER BY r.blob IS NULL, r.at DESC, e.device, e.seq DESC`,
    source,
  )
  const [latest] = rows
  if (latest?.current === 1) return
  for (const { id } of await db.all<{ id: string }>(
    "SELECT id FROM i_rendition WHERE source = ? AND current = 1",
    source,
  )) {
    await db.run("UPDATE i_rendition SET current = 0, legal = NULL WHERE id = ?", id)
    await removeKeys(db, id)
  }
  if (!latest) return
  await db.run("UPDATE i_rendition SET current = 1 WHERE id = ?", latest.id)
  if (latest.blob === null) return
  // A damaged reading must not keep the vault shut: `verify` names it, and its text is not found until it is restored.
  const reading = await loadReading(db, blobs, latest.blob).catch((error) => {
    if (error instanceof DalelError && error.code.startsWith("blob/")) return null
    throw error
  })
  if (!reading) return
  const { text, zones } = reading
  const legal = zones.find(({ kind }) => kind === "legal")
  if (legal)
    await db.run("UPDATE i_rendition SET legal = ? WHERE id = ?", text.slice(legal.start, legal.end), latest.id)
  for (const piece of stretches(text)) await addKey(db, { kind: "passage", ref: latest.id, ...piece })
}

/** @throws DalelError blob/missing, blob/damaged */
export async function loadReading(db: Db, blobs: BlobStore, blob: string): Promise<Reading> {
  const chunks: Uint8Array[] = []
  for await (const chunk of blobs.get(await blobRef(db, blob))) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString()) as Reading
}

/** Its name is the one most statements give; then the longest; then the first in order. */
async function settleEntity(db: Db, id: string): Promise<void> {
  const { statements } = (await db.one<{ statements: number }>(
    "SELECT count(*) AS statements FROM i_statement WHERE entity = ? AND live = 1",
    id,
  ))!
  const named = await db.one<{ name: string }>(
    `SELECT json_extract(value, '$.text') AS name FROM i_statement
     WHERE entity = ? AND live = 1 AND property IN ('name', 'title')
     GROUP BY name ORDER BY count(*) DESC, length(name) DESC, name LIMIT 1`,
    id,
  )
  await db.run("UPDATE i_entity SET name = ?, statements = ? WHERE id = ?", named?.name ?? null, statements, id)
}
