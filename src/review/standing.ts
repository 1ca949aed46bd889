import { isKnown } from "../ledger/entry.js"
import type { EntryId, StatementId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { Statement } from "../model/statement.js"
import { entryById } from "../vault/logs.js"
import type { Vault } from "../vault/vault.js"

/** A statement that stands, word for word as it was signed. @throws DalelError decision/unknown, decision/undone (it no longer stands) */
export async function standing({ db }: Vault, id: StatementId): Promise<{ statement: Statement; bulk: boolean }> {
  const row = await db.one<{ entry: EntryId; bulk: number; live: number }>(
    "SELECT entry, bulk, live FROM i_statement WHERE id = ? ORDER BY live DESC LIMIT 1",
    id,
  )
  const entry = row && (await entryById(db, row.entry))?.entry
  const made = entry && isKnown(entry) && (entry.kind === "assert" || entry.kind === "decide") ? entry : undefined
  const statement = made?.body.statements.find((one) => one.id === id)
  if (!row || !statement) throw new DalelError("decision/unknown", id)
  if (row.live === 0) throw new DalelError("decision/undone", id)
  return { statement, bulk: row.bulk === 1 }
}
