import type { Db } from "../vault/db.js"

/**
 * The projection: everything here is folded from the ledger and can be deleted and rebuilt. `live` is 1 while an entry
 * is rightly signed and not taken back. Booleans are 0 and 1, structured values are JSON.
 *
 * `i_act` holds what says who may do what, and `standing` what follows from it for each entry. An id that two entries
 * claim has a row for each; at most one is live.
 */
export const TABLES = {
  i_member:
    "id TEXT PRIMARY KEY, key TEXT NOT NULL, recipient TEXT NOT NULL, roles TEXT NOT NULL, state TEXT NOT NULL, since TEXT NOT NULL",
  i_act:
    "entry TEXT PRIMARY KEY, device TEXT NOT NULL, seq INTEGER NOT NULL, seen TEXT NOT NULL, branch TEXT, said TEXT NOT NULL, disputed INTEGER NOT NULL",
  i_hidden: "device TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (device, seq)",
  i_entry:
    "id TEXT PRIMARY KEY, device TEXT NOT NULL, seq INTEGER NOT NULL, seen TEXT, branch TEXT, weight INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, standing TEXT NOT NULL, source TEXT, live INTEGER NOT NULL",
  i_source:
    "id TEXT NOT NULL, entry TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, blob TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, media_type TEXT NOT NULL, filename TEXT, url TEXT, published TEXT, lang TEXT, live INTEGER NOT NULL, PRIMARY KEY (id, entry)",
  i_rendition:
    "id TEXT NOT NULL, entry TEXT NOT NULL, source TEXT NOT NULL, at TEXT NOT NULL, tool TEXT NOT NULL, blob TEXT, text TEXT, language TEXT, title TEXT, published TEXT, proposals INTEGER NOT NULL, refused TEXT, legal TEXT, current INTEGER NOT NULL, PRIMARY KEY (id, entry)",
  i_custody:
    "entry TEXT PRIMARY KEY, source TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, action TEXT NOT NULL, filename TEXT, purpose TEXT",
  i_decision:
    "entry TEXT PRIMARY KEY, source TEXT NOT NULL, rendition TEXT NOT NULL, proposal INTEGER NOT NULL, verdict TEXT NOT NULL, bulk INTEGER NOT NULL",
  i_statement:
    "id TEXT NOT NULL, entry TEXT NOT NULL, entity TEXT NOT NULL, schema TEXT NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL, target TEXT, lang TEXT, holds TEXT, source TEXT, ground TEXT NOT NULL, audience TEXT NOT NULL, known TEXT, supersedes TEXT, bulk INTEGER NOT NULL, hand INTEGER NOT NULL, live INTEGER NOT NULL, PRIMARY KEY (id, entry)",
  i_retraction: "entry TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (entry, target)",
  i_same: "entry TEXT PRIMARY KEY, a TEXT NOT NULL, b TEXT NOT NULL, verdict TEXT NOT NULL, bulk INTEGER NOT NULL",
  i_publication:
    "entry TEXT PRIMARY KEY, about TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, files TEXT NOT NULL, key TEXT NOT NULL, day TEXT NOT NULL",
  i_withdrawal: "entry TEXT PRIMARY KEY, publication TEXT NOT NULL, reason TEXT NOT NULL",
  i_entity: "id TEXT PRIMARY KEY, canon TEXT NOT NULL, schema TEXT NOT NULL, name TEXT, statements INTEGER NOT NULL",
  i_key:
    "n INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL, keys TEXT NOT NULL",
} as const

export type TableName = keyof typeof TABLES

const INDEXES = [
  "CREATE INDEX i_entry_place ON i_entry (device, seq)",
  "CREATE INDEX i_entry_held ON i_entry (standing) WHERE standing <> 'stands'",
  "CREATE INDEX i_entry_at ON i_entry (at DESC, device, seq DESC)",
  "CREATE INDEX i_decision_proposal ON i_decision (rendition, proposal)",
  "CREATE INDEX i_entity_named ON i_entity (schema) WHERE name IS NOT NULL AND canon = id",
  "CREATE INDEX i_source_sha256 ON i_source (sha256)",
  "CREATE INDEX i_rendition_source ON i_rendition (source)",
  "CREATE INDEX i_custody_source ON i_custody (source)",
  "CREATE INDEX i_decision_source ON i_decision (source)",
  "CREATE INDEX i_statement_entry ON i_statement (entry)",
  "CREATE INDEX i_statement_entity ON i_statement (entity)",
  "CREATE INDEX i_statement_target ON i_statement (target) WHERE target IS NOT NULL",
  "CREATE INDEX i_statement_source ON i_statement (source)",
  "CREATE INDEX i_statement_supersedes ON i_statement (supersedes) WHERE supersedes IS NOT NULL",
  "CREATE INDEX i_retraction_target ON i_retraction (target)",
  "CREATE INDEX i_same_a ON i_same (a)",
  "CREATE INDEX i_same_b ON i_same (b)",
  "CREATE INDEX i_withdrawal_publication ON i_withdrawal (publication)",
  "CREATE INDEX i_entity_canon ON i_entity (canon)",
  "CREATE INDEX i_key_ref ON i_key (ref)",
]

export async function createIndex(db: Db): Promise<void> {
  for (const [name, columns] of Object.entries(TABLES)) await db.run(`CREATE TABLE ${name} (${columns})`)
  for (const sql of INDEXES) await db.run(sql)
  await db.run(
    "CREATE VIRTUAL TABLE i_search USING fts5(keys, content='i_key', content_rowid='n', tokenize='unicode61')",
  )
  // What is deleted leaves no trace in the segments.
  await db.run("INSERT INTO i_search (i_search, rank) VALUES ('secure-delete', 1)")
}

export async function dropIndex(db: Db): Promise<void> {
  await db.run("DROP TABLE IF EXISTS i_search")
  for (const name of Object.keys(TABLES)) await db.run(`DROP TABLE IF EXISTS ${name}`)
}
