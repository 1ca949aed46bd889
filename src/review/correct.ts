import type { Bodies } from "../ledger/entry.js"
import type { DateValue } from "../model/date.js"
import { type EntryId, makeId, type StatementId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { type Audience, checkStatement, type Statement } from "../model/statement.js"
import { sameValue, type Value } from "../model/value.js"
import type { Vault } from "../vault/vault.js"
import { standing } from "./standing.js"

export const CORRECTIONS = ["mistake", "exact", "careful"] as const
export const WITHDRAWALS = ["mistake", "duplicate", "withdrawn"] as const

/** Why a statement is corrected: it was wrong; it can be said more exactly; too many (or too few) would see it. */
export type CorrectionReason = (typeof CORRECTIONS)[number]
/** Why it no longer stands: it was wrong; it stands twice; whoever said it takes it back. */
export type WithdrawalReason = (typeof WITHDRAWALS)[number]

/** What a statement is to say from now on. Its ground, entity and property stay: those would be another statement. */
export interface Correction {
  readonly value: Value
  readonly holds: DateValue | null
  readonly audience: Audience
}

/**
 * Replaces one statement by another on the same ground: one signed act, and both stay in the history.
 * @throws DalelError decision/unknown, decision/undone (it no longer stands), correction/nothing, entity/unknown,
 * decision/bulk-not-public, and what `checkStatement` throws
 */
export async function correct(
  vault: Vault,
  id: StatementId,
  { value, holds, audience }: Correction,
  reason: CorrectionReason,
): Promise<{ readonly entry: EntryId; readonly statement: StatementId }> {
  const { statement: old, bulk } = await standing(vault, id)
  if (sayTheSame(old, { value, holds, audience })) throw new DalelError("correction/nothing", id)
  // Public is only what a person looked at alone: the decision in bulk is corrected or undone first.
  if (bulk && audience === "public") throw new DalelError("decision/bulk-not-public", id)
  if (value.type === "entity") await mustBe(vault, value.entity)
  const statement = makeId<StatementId>(vault.world.random)
  const made: Statement = { ...old, id: statement, value, holds, audience, supersedes: id }
  checkStatement(made)
  const [entry] = await vault.commit([{ kind: "assert", body: { statements: [made], reason } }])
  return { entry: entry!.id, statement }
}

/** Says that one statement no longer stands. Undoing that brings it back. @throws DalelError as `correct` */
export async function withdraw(vault: Vault, id: StatementId, reason: WithdrawalReason): Promise<EntryId> {
  await standing(vault, id)
  const body: Bodies["retract"] = { entries: [], statements: [id], reason }
  const [entry] = await vault.commit([{ kind: "retract", body }])
  return entry!.id
}

/** Wording counts here: who corrects "in May" to "on 14 May" of one date corrects something. */
function sayTheSame(old: Statement, made: Correction): boolean {
  const wording = ({ value, holds }: Correction) => JSON.stringify([wordsIn(value), holds])
  return sameValue(old.value, made.value) && wording(old) === wording(made) && old.audience === made.audience
}

function wordsIn(value: Value): unknown {
  const { type: _, ...parts } = value
  return Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))
}

async function mustBe({ db }: Vault, id: string): Promise<void> {
  if (!(await db.one("SELECT 1 AS found FROM i_entity WHERE id = ?", id))) throw new DalelError("entity/unknown", id)
}
