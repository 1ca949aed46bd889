import type { AnyEntry } from "../ledger/entry.js"
import { base64, type SealedCommit } from "../ledger/log.js"
import { readRecord } from "../ledger/record.js"
import { EMPTY, type Range, rootOf } from "../ledger/tree.js"
import type { StoredRecord } from "../ledger/verify.js"
import type { DeviceId, EntryId } from "../model/id.js"
import type { Db } from "./db.js"
import { RULES } from "./tables.js"

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

/** All records of one log in order, streamed. */
export async function* recordsOf(db: Db, log: number): AsyncGenerator<StoredRecord> {
  for (let from = 0; ; ) {
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

/** Every entry that can still be read, log by log, in order. */
export async function* entriesOf(db: Db): AsyncGenerator<PlacedEntry> {
  for (const { n, device } of await logsOf(db))
    for await (const { seq, open } of recordsOf(db, n))
      if (open !== null) yield { entry: readRecord(open), device, seq }
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
  kind: "member" | "device" | "expunge" | "recovery" | "backup" | "hold" | "ask",
): Promise<PlacedEntry[]> {
  const rows = await db.all<{ open: string; device: DeviceId; seq: number }>(
    // Only a query that repeats the index's own condition is answered by it.
    `SELECT record.open, device.id AS device, record.seq FROM record JOIN device ON device.n = record.device WHERE record.kind IN ${RULES} AND record.kind = ? AND record.open IS NOT NULL ORDER BY record.device, record.seq`,
    kind,
  )
  return rows.map(({ open, device, seq }) => ({ entry: readRecord(open), device, seq }))
}
