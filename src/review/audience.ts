import { onceBulk } from "../index/facts.js"
import { isKnown } from "../ledger/entry.js"
import { type EntryId, makeId, type StatementId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { Audience, Statement } from "../model/statement.js"
import { entryById } from "../vault/logs.js"
import type { Vault } from "../vault/vault.js"

/**
 * Says who may see these statements: each is superseded by one that says the same on the same ground. One signed act.
 * Those that have this audience already are left alone; the answer's entry is null when nothing was left to do.
 * @returns the entry, and what stands in place of each statement that changed
 * @throws DalelError decision/unknown (no such statement, or it no longer stands), decision/bulk-not-public: what was
 * accepted in bulk is first undone and decided by itself
 */
export async function setAudience(
  vault: Vault,
  statements: readonly [StatementId, ...StatementId[]],
  audience: Audience,
): Promise<{ entry: EntryId | null; became: ReadonlyMap<StatementId, StatementId> }> {
  const became = new Map<StatementId, StatementId>()
  const changed: Statement[] = []
  const bulk = await onceBulk(vault.db, statements)
  for (const id of new Set(statements)) {
    const statement = await standing(vault, id)
    if (statement.audience === audience) continue
    if (audience === "public" && bulk.has(id)) throw new DalelError("decision/bulk-not-public", id)
    const next = { ...statement, id: makeId<StatementId>(vault.world.random), audience, supersedes: id }
    became.set(id, next.id)
    changed.push(next)
  }
  const [first, ...rest] = changed
  if (!first) return { entry: null, became }
  const [entry] = await vault.commit([{ kind: "assert", body: { statements: [first, ...rest] } }])
  return { entry: entry!.id, became }
}

/** A statement that stands, word for word as it was signed. */
async function standing({ db }: Vault, id: StatementId): Promise<Statement> {
  const row = await db.one<{ entry: EntryId }>("SELECT entry FROM i_statement WHERE id = ? AND live = 1", id)
  const entry = row && (await entryById(db, row.entry))?.entry
  const made = entry && isKnown(entry) && (entry.kind === "assert" || entry.kind === "decide") ? entry : undefined
  const statement = made?.body.statements.find((one) => one.id === id)
  if (!statement) throw new DalelError("decision/unknown", id)
  return statement
}
