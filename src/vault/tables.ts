import { DalelError } from "../model/refusals.js"
import type { Db } from "./db.js"

/**
 * The ledger's own tables; the index has its own beside them in the same file. `device.range` is the compact range of
 * the log (hex, 64 digits a root), `record.open` is null once expunged, `blob.key` opens one blob and stands nowhere else.
 */
const TABLES = [
  "CREATE TABLE vault (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), id TEXT NOT NULL, format INTEGER NOT NULL, generation INTEGER NOT NULL)",
  "CREATE TABLE device (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, range TEXT NOT NULL)",
  "CREATE TABLE record (device INTEGER NOT NULL, seq INTEGER NOT NULL, entry TEXT, kind TEXT, c BLOB NOT NULL, open TEXT, PRIMARY KEY (device, seq)) WITHOUT ROWID",
  "CREATE UNIQUE INDEX record_entry ON record (entry) WHERE entry IS NOT NULL",
  "CREATE TABLE checkpoint (device INTEGER NOT NULL, size INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (device, size)) WITHOUT ROWID",
  "CREATE TABLE blob (id TEXT PRIMARY KEY, key BLOB NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL) WITHOUT ROWID",
  // What the key files must be, byte for byte: a damaged one is otherwise found only by whoever needs it.
  "CREATE TABLE key_file (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID",
] as const

/** Kinds by which the rest is to be read: few entries, looked for at every opening. */
export const RULES = "('member', 'device', 'expunge', 'recovery', 'backup', 'hold', 'ask', 'adopt', 'resolve', 'merge')"

/** What came after the first vaults were made. */
const LATER = [
  "DROP INDEX IF EXISTS record_kind",
  "DROP INDEX IF EXISTS record_rule",
  "DROP INDEX IF EXISTS record_rule_2",
  `CREATE INDEX IF NOT EXISTS record_rule_3 ON record (kind) WHERE kind IN ${RULES}`,
  // Whose member file is whose, which nothing outside tells.
  "CREATE TABLE IF NOT EXISTS member_file (name TEXT PRIMARY KEY, member TEXT NOT NULL) WITHOUT ROWID",
  // A change of passphrase under way: the new file, and the old ones as a JSON list.
  "CREATE TABLE IF NOT EXISTS key_change (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), adding TEXT NOT NULL, dropping TEXT NOT NULL)",
  // To whom `keys/vault.age` is sealed, as age recipients: when the ledger says otherwise it is sealed anew.
  "CREATE TABLE IF NOT EXISTS sealed_to (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), recipients TEXT NOT NULL)",
  // The private keys that sign dossiers, one a case: 32 bytes of Ed25519 seed, and the random id in the key's public
  // name. State of the vault and no part of the ledger, so that no record given to an outsider holds one.
  "CREATE TABLE IF NOT EXISTS case_key (entity TEXT PRIMARY KEY, id TEXT NOT NULL, seed BLOB NOT NULL) WITHOUT ROWID",
  // Branches of logs that forked: see `forks.ts`. `root` is the one after the commit, base64.
  "CREATE TABLE IF NOT EXISTS tail_commit (device INTEGER NOT NULL, size INTEGER NOT NULL, root TEXT NOT NULL, first INTEGER NOT NULL, previous TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (device, size, root)) WITHOUT ROWID",
  "CREATE TABLE IF NOT EXISTS tail_record (device INTEGER NOT NULL, root TEXT NOT NULL, seq INTEGER NOT NULL, entry TEXT, kind TEXT, c BLOB NOT NULL, open TEXT, PRIMARY KEY (device, root, seq)) WITHOUT ROWID",
  // Sealed files that a bundle announced and did not bring yet.
  "CREATE TABLE IF NOT EXISTS awaited (blob TEXT PRIMARY KEY) WITHOUT ROWID",
  // What came from whom: which records of which log came in which bundle, from which device and member, and when.
  "CREATE TABLE IF NOT EXISTS arrival (bundle TEXT NOT NULL, device TEXT NOT NULL, first INTEGER NOT NULL, size INTEGER NOT NULL, sender TEXT NOT NULL, member TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (bundle, device)) WITHOUT ROWID",
  // A log that a bundle showed shorter or otherwise than it was known: both checkpoints, as evidence.
  "CREATE TABLE IF NOT EXISTS evidence (fault TEXT NOT NULL, device TEXT NOT NULL, ours TEXT NOT NULL, theirs TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (fault, device, ours, theirs)) WITHOUT ROWID",
  // Something was expunged, and the database that follows without a trace of it is not written yet: the sealed files
  // that go with it, as a JSON list.
  "CREATE TABLE IF NOT EXISTS rewrite_due (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), blobs TEXT NOT NULL)",
] as const

export async function createTables(db: Db): Promise<void> {
  for (const sql of [...TABLES, ...LATER]) await db.run(sql)
}

/** Makes the tables that an older vault lacks. @throws DalelError vault/not-upgraded */
export function completeTables(db: Db): Promise<void> {
  return upgrade(db, async (tx) => {
    for (const sql of LATER) await tx.run(sql)
  })
}

/**
 * What brings the database to the present version: all of it or nothing, so that what cannot be finished leaves the
 * vault as the older version knew it. The transaction is the snapshot: until it ends, the pages that were there are.
 * @throws DalelError vault/not-upgraded, vault/disk-full
 */
export async function upgrade(db: Db, steps: (db: Db) => Promise<void>): Promise<void> {
  try {
    await db.transaction(steps)
  } catch (cause) {
    throw cause instanceof DalelError ? cause : new DalelError("vault/not-upgraded", "vault.db", { cause })
  }
}
