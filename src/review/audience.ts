import { onceBulk } from "../index/facts.js"
import { type EntryId, makeId, type StatementId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { Audience, Statement } from "../model/statement.js"
import type { Vault } from "../vault/vault.js"
import { standing } from "./standing.js"

/**
 * Says who may see these statements: each is superseded by one that says the same on the same ground. One signed
 * act. Those that have this audience already are left alone.
 * @returns its entries (none when nothing was left to do; more than one when many changed), and what stands in place of each statement that changed
 * @throws DalelError decision/unknown, decision/undone (it no longer stands), decision/bulk-not-public: what was
 * accepted in bulk is first undone and decided by itself
 */
export async function setAudience(
  vault: Vault,
  statements: readonly [StatementId, ...StatementId[]],
  audience: Audience,
): Promise<{ entries: readonly EntryId[]; became: ReadonlyMap<StatementId, StatementId> }> {
  const became = new Map<StatementId, StatementId>()
  const changed: Statement[] = []
  const bulk = await onceBulk(vault.db, statements)
  for (const id of new Set(statements)) {
    const { statement } = await standing(vault, id)
    if (statement.audience === audience) continue
    if (audience === "public" && bulk.has(id)) throw new DalelError("decision/bulk-not-public", id)
    const next = { ...statement, id: makeId<StatementId>(vault.world.random), audience, supersedes: id }
    became.set(id, next.id)
    changed.push(next)
  }
  if (changed.length === 0) return { entries: [], became }
  const entries = await vault.commit(
    shortEnough(changed).map((statements) => ({ kind: "assert", body: { statements } })),
  )
  return { entries: entries.map(({ id }) => id), became }
}

/** The most bytes of statements in one entry: a record holds 64 KiB. */
const MOST = 48_000

function shortEnough(statements: readonly Statement[]): [Statement, ...Statement[]][] {
  const groups: [Statement, ...Statement[]][] = []
  let bytes = 0
  for (const statement of statements) {
    const own = Buffer.byteLength(JSON.stringify(statement))
    const last = groups.at(-1)
    if (last && bytes + own <= MOST) last.push(statement)
    else {
      groups.push([statement])
      bytes = 0
    }
    bytes += own
  }
  return groups
}
