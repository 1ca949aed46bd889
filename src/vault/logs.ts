import { sightOf } from "../ledger/cause.js"
import { type AnyEntry, type Entry, isKnown } from "../ledger/entry.js"
import { base64, type SealedCommit } from "../ledger/log.js"
import { readRecord } from "../ledger/record.js"
import { EMPTY, type Range, rootOf } from "../ledger/tree.js"
import type { StoredRecord } from "../ledger/verify.js"
import type { DeviceId, EntryId } from "../model/id.js"
import type { Db } from "./db.js"
import { forksIn, rootsOf, tailRecords, tailsOf } from "./forks.js"
import { RULES } from "./tables.js"
import type { FoldEntry } from "./vault.js"

/** One device's log as the database holds it. `n` is its number in this file only. */
export interface StoredLog {
  readonly n: number
  readonly device: DeviceId
  readonly range: Range
}

interface DeviceRow {
  n: number
  id: DeviceId
  size: number
  range: string
}

export async function logsOf(db: Db): Promise<StoredLog[]> {
  return (await db.all<DeviceRow>("SELECT n, id, size, range FROM device ORDER BY n")).map(toLog)
}

export async function logOf(db: Db, device: DeviceId): Promise<StoredLog | undefined> {
  const row = await db.one<DeviceRow>("SELECT n, id, size, range FROM device WHERE id = ?", device)
  return row && toLog(row)
}

function toLog({ n, id, size, range }: DeviceRow): StoredLog {
  const roots: Uint8Array[] = []
  for (let at = 0; at < range.length; at += 64)
    roots.push(Uint8Array.from(Buffer.from(range.slice(at, at + 64), "hex")))
  return { n, device: id, range: { size, roots } }
}

/** The log of a device, made empty when it has none yet. */
export async function beginLog(db: Db, device: DeviceId): Promise<StoredLog> {
  const there = await logOf(db, device)
  if (there) return there
  await db.run("INSERT INTO device (id, size, range) VALUES (?, 0, '')", device)
  return { ...(await logOf(db, device))!, range: EMPTY }
}

/** Writes one sealed commit: its records, its checkpoint, the new range. Inside the caller's transaction. */
export async function storeCommit(db: Db, log: StoredLog, { records, range, checkpoint }: SealedCommit): Promise<void> {
  for (const { seq, commitment, open, entry } of records)
    await db.run(
      "INSERT INTO record (device, seq, entry, kind, c, open) VALUES (?, ?, ?, ?, ?, ?)",
      log.n,
      seq,
      entry.id,
      entry.kind,
      commitment,
      open,
    )
  await db.run("INSERT INTO checkpoint (device, size, note) VALUES (?, ?, ?)", log.n, range.size, checkpoint)
  await db.run(
    "UPDATE device SET size = ?, range = ? WHERE n = ?",
    range.size,
    Buffer.concat(range.roots).toString("hex"),
    log.n,
  )
}

export function rootText(range: Range): string {
  return base64(rootOf(range))
}

const BATCH = 1000

/** The records of one log in order, streamed. */
export async function* recordsOf(db: Db, log: number, start = 0): AsyncGenerator<StoredRecord> {
  for (let from = start; ; ) {
    const rows = await db.all<{ seq: number; c: Uint8Array; open: string | null }>(
      "SELECT seq, c, open FROM record WHERE device = ? AND seq >= ? ORDER BY seq LIMIT ?",
      log,
      from,
      BATCH,
    )
    for (const { seq, c, open } of rows) yield { seq, commitment: c, open }
    if (rows.length < BATCH) return
    from = rows.at(-1)!.seq + 1
  }
}

export interface PlacedEntry {
  readonly entry: AnyEntry
  readonly device: DeviceId
  readonly seq: number
}

/** Every entry that can still be read, log by log, in order, with its place. */
export async function* entriesOf(db: Db): AsyncGenerator<FoldEntry> {
  const forks = await forksIn(db)
  for (const { n, device } of await logsOf(db)) {
    const fork = forks.get(device) ?? null
    yield* placed(device, recordsOf(db, n), fork, fork === null ? new Map() : await rootsOf(db, n))
  }
  for (const tail of await tailsOf(db))
    yield* placed(tail.device, await tailRecords(db, tail), tail.first, new Map([[tail.size, tail.root]]))
}

/** @param roots after each commit, by size: looked at beyond the fork */
async function* placed(
  device: DeviceId,
  records: AsyncIterable<StoredRecord> | Iterable<StoredRecord>,
  fork: number | null,
  roots: ReadonlyMap<number, string>,
): AsyncGenerator<FoldEntry> {
  let act: { entry: AnyEntry; seq: number }[] = []
  for await (const { seq, open } of records) {
    if (open === null) continue
    const entry = readRecord(open)
    act.push({ entry, seq })
    if (entry.kind !== "commit" || !isKnown(entry)) continue
    const seen = sightOf((entry as Entry<"commit">).body.seen)
    const branch = fork !== null && seq >= fork ? (roots.get(seq + 1) ?? null) : null
    for (const one of act) yield { ...one, device, seen, branch }
    act = []
  }
}

/** Entries that say who may do what, with their places: few, and found by an index. */
export async function actsOf(db: Db): Promise<FoldEntry[]> {
  return rulesOf(db, "('member', 'adopt', 'resolve')")
}

export async function tombstonesOf(db: Db): Promise<FoldEntry[]> {
  return rulesOf(db, "('expunge')")
}

/** Also entries of the recovery key, for which the last one counts. */
export async function recoveriesOf(db: Db): Promise<FoldEntry[]> {
  return rulesOf(db, "('recovery')")
}

async function rulesOf(db: Db, kinds: string): Promise<FoldEntry[]> {
  const [forks, found] = [await forksIn(db), [] as FoldEntry[]]
  const rows = await db.all<{ n: number; device: DeviceId; seq: number; open: string }>(
    `SELECT record.device AS n, device.id AS device, record.seq, record.open FROM record JOIN device ON device.n = record.device
     WHERE record.kind IN ${RULES} AND record.kind IN ${kinds} AND record.open IS NOT NULL ORDER BY record.device, record.seq`,
  )
  for (const { n, device, seq, open } of rows) {
    const commit = await db.one<{ seq: number; open: string }>(
      "SELECT seq, open FROM record WHERE device = ? AND seq >= ? AND kind = 'commit' ORDER BY seq LIMIT 1",
      n,
      seq,
    )
    if (!commit) continue
    const seen = sightOf((readRecord(commit.open) as Entry<"commit">).body.seen)
    const fork = forks.get(device)
    const branch = fork === undefined || seq < fork ? null : ((await rootsOf(db, n)).get(commit.seq + 1) ?? null)
    found.push({ entry: readRecord(open), device, seq, seen, branch })
  }
  for (const tail of await tailsOf(db)) {
    const all = placed(tail.device, await tailRecords(db, tail), tail.first, new Map([[tail.size, tail.root]]))
    for await (const one of all) if (kinds.includes(`'${one.entry.kind}'`)) found.push(one)
  }
  return found
}

export async function entryById(db: Db, id: EntryId): Promise<PlacedEntry | undefined> {
  const row = await db.one<{ open: string; device: DeviceId; seq: number }>(
    "SELECT record.open, device.id AS device, record.seq FROM record JOIN device ON device.n = record.device WHERE record.entry = ? AND record.open IS NOT NULL",
    id,
  )
  return row && { entry: readRecord(row.open), device: row.device, seq: row.seq }
}

/** Entries of one kind in log order: what the rules of reading the rest hang on. */
export async function entriesOfKind(
  db: Db,
  kind: "member" | "device" | "expunge" | "recovery" | "backup" | "hold" | "ask" | "merge",
): Promise<PlacedEntry[]> {
  const rows = await db.all<{ open: string; device: DeviceId; seq: number }>(
    // Only a query that repeats the index's own condition is answered by it.
    `SELECT record.open, device.id AS device, record.seq FROM record JOIN device ON device.n = record.device WHERE record.kind IN ${RULES} AND record.kind = ? AND record.open IS NOT NULL ORDER BY record.device, record.seq`,
    kind,
  )
  return rows.map(({ open, device, seq }) => ({ entry: readRecord(open), device, seq }))
}
