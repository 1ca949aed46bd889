import { canonical } from "../ledger/canonical.js"
import { latest, type Standing, weightOf } from "../ledger/cause.js"
import { type AnyEntry, type Entry, type EntryKind, isKnown, type Role } from "../ledger/entry.js"
import type { EntryId } from "../model/id.js"
import type { Reading } from "../model/reading.js"
import { DalelError } from "../model/refusals.js"
import { checkStatement, type Statement } from "../model/statement.js"
import type { BlobStore } from "../vault/blobs.js"
import type { Db } from "../vault/db.js"
import { hiddenPlaces, KEPT } from "../vault/erase.js"
import { actsOf, entriesOf, tombstonesOf } from "../vault/logs.js"
import { blobRef, type FoldEntry } from "../vault/vault.js"
import { addKey, removeKeys, stretches } from "./keys.js"
import { addAct, isAct, judgeAgain, settleMembers, standingIn } from "./members.js"
import { type PlaceRow, placeOf } from "./place.js"
import { joinEntities } from "./same.js"
import { createIndex, dropIndex } from "./tables.js"
import { unfold } from "./unfold.js"

/**
 * The fold: entries into projection tables. A function of the *set* of entries: any order, any number of times, in one
 * go or one by one, gives the same tables. What depends on other entries (is it taken back? is its signer allowed?) is
 * settled again for everything that an arriving entry touches. Answers which of these entries do not stand.
 */
export async function fold(db: Db, entries: readonly FoldEntry[], blobs: BlobStore): Promise<readonly EntryId[]> {
  const known = entries.filter(({ entry }) => isKnown(entry)) as Placed[]
  const touched = new Touched()
  const acts = known.filter(isAct)
  for (const placed of acts) await addAct(db, placed)
  const standing = acts.length > 0 ? await settleMembers(db) : await standingIn(db)
  if (acts.length > 0 && (await judgeAgain(db, standing, touched)))
    return rebuild(db, blobs).then(() => held(db, entries))
  const hidden = await hiddenPlaces(db)
  for (const placed of known) if (!isHidden(hidden, placed)) await addEntry(db, placed, standing, touched)
  for (const { entry, ...place } of known) {
    if (entry.kind !== "expunge" || standing.judge(entry.by, NEEDED.expunge, place) !== "stands") continue
    await hide(db, entry.body.records)
    await unfold(db, entry.body.records, touched)
  }
  await settle(db, touched, blobs)
  return held(db, entries)
}

/** Deletes the projection and folds the whole ledger again, streaming. */
export async function rebuild(db: Db, blobs: BlobStore): Promise<void> {
  await dropIndex(db)
  await createIndex(db)
  for (const placed of await actsOf(db)) if (isKnown(placed.entry)) await addAct(db, placed as Placed)
  const standing = await settleMembers(db)
  for (const { entry, ...place } of await tombstonesOf(db))
    if (isKnown(entry) && entry.kind === "expunge" && standing.judge(entry.by, NEEDED.expunge, place) === "stands")
      await hide(db, entry.body.records)
  const touched = new Touched()
  const hidden = await hiddenPlaces(db)
  for await (const placed of entriesOf(db))
    if (isKnown(placed.entry) && !isHidden(hidden, placed)) await addEntry(db, placed as Placed, standing, touched)
  await settle(db, touched, blobs)
}

async function hide(db: Db, records: Entry<"expunge">["body"]["records"]): Promise<void> {
  for (const { device, seq } of records)
    await db.run("INSERT OR IGNORE INTO i_hidden (device, seq) VALUES (?, ?)", device, seq)
}

/** Those that do not stand. */
async function held(db: Db, entries: readonly FoldEntry[]): Promise<EntryId[]> {
  const found: EntryId[] = []
  for (const { entry } of entries)
    if (await db.one("SELECT 1 AS yes FROM i_entry WHERE id = ? AND standing <> 'stands'", entry.id))
      found.push(entry.id)
  return found
}

/** What a tombstone hides nothing of: by these the rest is read. */
export const NEVER_HIDDEN: readonly string[] = KEPT

/** Gone from every page before its words are destroyed. What the rest is read by stays. */
function isHidden(hidden: ReadonlySet<string>, { device, seq, entry }: FoldEntry): boolean {
  return !NEVER_HIDDEN.includes(entry.kind) && hidden.has(`${device} ${seq}`)
}

/** What an entry's arrival may have changed. */
export class Touched {
  readonly entries = new Set<string>()
  readonly statements = new Set<string>()
  readonly captures = new Set<string>()
  readonly sources = new Set<string>()
  readonly entities = new Set<string>()
  readonly pairs = new Set<string>()
}

type Placed = FoldEntry & { readonly entry: Entry }

/** Whoever signs an entry needs this role, or the entry is kept and not folded. */
export const NEEDED: Readonly<Record<EntryKind, Role>> = {
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
  expunged: "read",
  recovery: "administer",
  backup: "read",
  adopt: "administer",
  resolve: "administer",
  merge: "read",
  commit: "read",
}

async function addEntry(db: Db, { entry, ...place }: Placed, standing: Standing, touched: Touched): Promise<void> {
  const source = "source" in entry.body && typeof entry.body.source === "string" ? entry.body.source : null
  const role = NEEDED[entry.kind]
  const added = await db.run(
    "INSERT OR IGNORE INTO i_entry (id, device, seq, seen, branch, weight, at, by, kind, role, standing, source, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
    entry.id,
    place.device,
    place.seq,
    Object.keys(place.seen).length === 0 ? null : canonical(place.seen),
    place.branch,
    weightOf(place),
    entry.at,
    entry.by,
    entry.kind,
    role,
    standing.judge(entry.by, role, place),
    source,
  )
  if (added === 0) return
  touched.entries.add(entry.id)
  switch (entry.kind) {
    case "capture": {
      const { source, blob, sha256, bytes, mediaType, filename, claimed } = entry.body
      await db.run(
        "INSERT INTO i_source (id, entry, at, by, blob, sha256, bytes, media_type, filename, url, published, lang, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
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
        await db.run("INSERT OR IGNORE INTO i_retraction (entry, target) VALUES (?, ?)", entry.id, target)
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
  // Of a newer version, or nonsense: it stays in its entry.
  if (!isSound(statement)) return
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

function isSound(statement: Statement): boolean {
  try {
    checkStatement(statement)
    return true
  } catch (error) {
    if (error instanceof DalelError) return false
    throw error
  }
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
  for (const id of touched.captures) await settleCapture(db, id)
  for (const id of touched.sources) await settleSource(db, id, blobs)
  for (const id of touched.entities) await settleEntity(db, id)
  for (const pair of touched.pairs) await joinEntities(db, pair.split(" ") as [string, string])
}

/** Nobody takes back what he had not seen, so no two take each other back. */
const TAKEN_BACK = `EXISTS (SELECT 1 FROM i_retraction r JOIN i_entry e ON e.id = r.entry
  WHERE r.target = i_entry.id AND e.live = 1 AND e.weight > i_entry.weight)`

async function settleEntry(db: Db, id: string, touched: Touched): Promise<void> {
  const row = await db.one<LiveRow & { now: number }>(
    `SELECT kind, live, source, standing = 'stands' AND NOT ${TAKEN_BACK} AS now FROM i_entry WHERE id = ?`,
    id,
  )
  if (row?.kind === "decide") await settleProposal(db, id, touched)
  else if (row) await setLive(db, id, row, row.now, touched)
}

interface LiveRow {
  readonly live: number
  readonly kind: string
  readonly source: string | null
}

async function setLive(db: Db, id: string, row: LiveRow, now: number, touched: Touched): Promise<void> {
  if (row.live === now) return
  await db.run("UPDATE i_entry SET live = ? WHERE id = ?", now, id)
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
  if (row.kind === "capture" && row.source) touched.captures.add(row.source)
  if (row.kind === "rendition" && row.source) touched.sources.add(row.source)
  if (row.kind === "same") {
    const pair = (await db.one<{ a: string; b: string }>("SELECT a, b FROM i_same WHERE entry = ?", id))!
    touched.pairs.add(`${pair.a} ${pair.b}`)
  }
}

/**
 * Of several decisions on one proposal the causally last stands; of those made apart the most careful: a rejection, then
 * the earliest. Decided from what was taken back and who was allowed, not from `live` itself, so that the order in which
 * entries arrive cannot matter.
 */
async function settleProposal(db: Db, id: string, touched: Touched): Promise<void> {
  const all = await db.all<PlaceRow & LiveRow & { entry: string; verdict: string; at: string; fit: number }>(
    `SELECT o.entry, o.verdict, i_entry.live, i_entry.kind, i_entry.source, i_entry.at, i_entry.device, i_entry.seq, i_entry.seen, i_entry.branch,
       i_entry.standing = 'stands' AND NOT ${TAKEN_BACK} AS fit
     FROM i_decision d JOIN i_decision o ON o.rendition = d.rendition AND o.proposal = d.proposal
     JOIN i_entry ON i_entry.id = o.entry WHERE d.entry = ?`,
    id,
  )
  const fit = all.filter((one) => one.fit === 1)
  const [first] = latest(fit, placeOf).sort(
    (a, b) =>
      Number(b.verdict === "reject") - Number(a.verdict === "reject") || (a.at + a.entry < b.at + b.entry ? -1 : 1),
  )
  for (const one of all) await setLive(db, one.entry, one, Number(one.entry === first?.entry), touched)
}

async function settleStatement(db: Db, id: string, touched: Touched): Promise<void> {
  // What was corrected stays so when its successor is corrected or withdrawn in turn: only undoing every correction
  // brings it back. Of two entries that claim one id, the one that had less behind it counts.
  const rows = await db.all<{ entry: string; live: number; now: number; entity: string }>(
    `SELECT s.entry, s.live, s.entity,
       i_entry.live = 1
       AND NOT EXISTS (SELECT 1 FROM i_statement o JOIN i_entry e ON e.id = o.entry WHERE o.id = s.id AND e.live = 1
         AND (e.weight < i_entry.weight OR (e.weight = i_entry.weight AND e.id < i_entry.id)))
       AND NOT EXISTS (SELECT 1 FROM i_retraction r JOIN i_entry e ON e.id = r.entry
         WHERE r.target = s.id AND e.live = 1 AND e.weight > i_entry.weight)
       AND NOT EXISTS (
         WITH RECURSIVE after (id, entry) AS (
           SELECT n.id, n.entry FROM i_statement n WHERE n.supersedes = s.id
           UNION SELECT n.id, n.entry FROM i_statement n JOIN after a ON n.supersedes = a.id)
         SELECT 1 FROM after a JOIN i_entry e ON e.id = a.entry WHERE e.live = 1 AND a.id <> s.id)
       AS now
     FROM i_statement s JOIN i_entry ON i_entry.id = s.entry WHERE s.id = ?`,
    id,
  )
  const changed = rows.filter(({ live, now }) => live !== now)
  for (const { entry, now, entity } of changed) {
    await db.run("UPDATE i_statement SET live = ? WHERE id = ? AND entry = ?", now, id, entry)
    touched.entities.add(entity)
  }
  if (changed.length > 0) await settleNameKey(db, id)
}

async function settleCapture(db: Db, id: string): Promise<void> {
  await db.run(
    `UPDATE i_source SET live = entry = (SELECT e.id FROM i_source s JOIN i_entry e ON e.id = s.entry
       WHERE s.id = i_source.id AND e.live = 1 ORDER BY e.weight, e.id LIMIT 1) IS TRUE WHERE id = ?`,
    id,
  )
}

async function settleNameKey(db: Db, id: string): Promise<void> {
  await removeKeys(db, id)
  const row = await db.one<{ value: string }>("SELECT value FROM i_statement WHERE id = ? AND live = 1", id)
  const value = row && (JSON.parse(row.value) as Statement["value"])
  if (value?.type === "name") await addKey(db, { kind: "name", ref: id, start: 0, stop: 0, text: value.text })
}

/** The rendition in use is the latest that stands; only its text can be found. */
async function settleSource(db: Db, source: string, blobs: BlobStore): Promise<void> {
  const rows = await db.all<{ id: string; entry: string; current: number; blob: string | null }>(
    `SELECT r.id, r.entry, r.current, r.blob FROM i_rendition r JOIN i_entry e ON e.id = r.entry
     WHERE r.source = ? AND e.live = 1 ORDER BY r.blob IS NULL, e.weight DESC, e.id`,
    source,
  )
  const [newest] = rows
  if (newest?.current === 1) return
  for (const { id } of await db.all<{ id: string }>(
    "SELECT id FROM i_rendition WHERE source = ? AND current = 1",
    source,
  )) {
    await db.run("UPDATE i_rendition SET current = 0, legal = NULL WHERE id = ?", id)
    await removeKeys(db, id)
  }
  if (!newest) return
  await db.run("UPDATE i_rendition SET current = 1 WHERE id = ? AND entry = ?", newest.id, newest.entry)
  if (newest.blob === null) return
  // A damaged reading must not keep the vault shut: `verify` names it, and its text is not found until it is restored.
  const reading = await loadReading(db, blobs, newest.blob).catch((error) => {
    if (error instanceof DalelError && error.code.startsWith("blob/")) return null
    throw error
  })
  if (!reading) return
  const { text, zones } = reading
  const legal = zones.find(({ kind }) => kind === "legal")
  if (legal)
    await db.run("UPDATE i_rendition SET legal = ? WHERE id = ?", text.slice(legal.start, legal.end), newest.id)
  for (const piece of stretches(text)) await addKey(db, { kind: "passage", ref: newest.id, ...piece })
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
