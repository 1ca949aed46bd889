import { createHmac } from "node:crypto"
import { type Bodies, isKnown } from "../ledger/entry.js"
import { readRecord } from "../ledger/record.js"
import type { BlobId, EntryId } from "../model/id.js"
import type { Db } from "./db.js"
import { entriesOfKind } from "./logs.js"

/** By these the rest is read, or they say that something was destroyed: never destroyed themselves. */
export const KEPT = [
  ...[
    "commit",
    "member",
    "device",
    "adopt",
    "resolve",
    "merge",
    "recovery",
    "backup",
    "hold",
    "ask",
    "expunge",
    "expunged",
  ],
] as const

const KEPT_IN_SQL = KEPT.map((kind) => `'${kind}'`).join(", ")

/** Both stores of records: a log as it came first, and the branches of one that forked (see `forks.ts`). */
const STORES = ["record", "tail_record"] as const

/**
 * Destroys the words of these records and the keys of the sealed files they name, in the transaction of the tombstone.
 * A place names what stands there on every branch of a forked log, since what hides it hides all of them too.
 * That the files go and a new database follows is written down with it, so that a power cut cannot forget it.
 */
export async function erase(tx: Db, records: Bodies["expunge"]["records"]): Promise<void> {
  const row = await tx.one<{ blobs: string }>("SELECT blobs FROM rewrite_due")
  const blobs = new Set<BlobId>(row ? JSON.parse(row.blobs) : [])
  for (const { device, seq } of records) {
    const place = "seq = ? AND device = (SELECT n FROM device WHERE id = ?)"
    for (const store of STORES) {
      const words = `${place} AND open IS NOT NULL AND kind NOT IN (${KEPT_IN_SQL})`
      const found = await tx.all<{ open: string }>(`SELECT open FROM ${store} WHERE ${words}`, seq, device)
      for (const { open } of found) for (const blob of blobsIn(open)) blobs.add(blob)
      if (found.length > 0)
        await tx.run(`UPDATE ${store} SET open = NULL, entry = NULL, kind = NULL WHERE ${words}`, seq, device)
    }
  }
  for (const blob of blobs) await tx.run("DELETE FROM blob WHERE id = ?", blob)
  await tx.run("INSERT OR REPLACE INTO rewrite_due (only_row, blobs) VALUES (1, ?)", JSON.stringify([...blobs]))
}

/** Places that standing tombstones name, as `<device> <seq>`. */
export async function hiddenPlaces(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ device: string; seq: number }>("SELECT device, seq FROM i_hidden")
  return new Set(rows.map(({ device, seq }) => `${device} ${seq}`))
}

/** How many records that tombstones hide still have their words, on any branch. */
export async function hiddenWords(db: Db): Promise<number> {
  let count = 0
  for (const store of STORES)
    count += (await db.one<{ n: number }>(
      `SELECT count(*) AS n FROM i_hidden h JOIN device d ON d.id = h.device JOIN ${store} r ON r.device = d.n AND r.seq = h.seq
       WHERE r.open IS NOT NULL AND r.kind NOT IN (${KEPT_IN_SQL})`,
    ))!.n
  return count
}

/** The sealed files that an entry alone names: its words are in them. */
export function blobsIn(open: string): BlobId[] {
  const entry = readRecord(open)
  if (!isKnown(entry)) return []
  if (entry.kind === "capture") return [entry.body.blob]
  return entry.kind === "rendition" && entry.body.made.kind === "reading" ? [entry.body.made.blob] : []
}

/** The sealed files still to go; null when nothing is due. */
export async function rewriteDue(db: Db): Promise<readonly BlobId[] | null> {
  const row = await db.one<{ blobs: string }>("SELECT blobs FROM rewrite_due")
  return row ? JSON.parse(row.blobs) : null
}

/** By what destroyed bytes are known again. @param key hex; @param sha256 of the bytes, hex */
export function markOf(key: string, sha256: string): string {
  return createHmac("sha256", Buffer.from(key, "hex")).update(sha256).digest("hex")
}

/** The tombstone of a file with these bytes, if one was destroyed here. */
export async function tombstoneOf(db: Db, sha256: string): Promise<EntryId | null> {
  for (const { entry } of await entriesOfKind(db, "expunge")) {
    const bytes = isKnown(entry) && entry.kind === "expunge" ? entry.body.bytes : undefined
    if (bytes?.marks.includes(markOf(bytes.key, sha256))) return entry.id
  }
  return null
}
