import { peopleListed } from "../index/people.js"
import { betweenKey, decidedBetween } from "../index/same.js"
import type { EntityId, EntryId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { SchemaName } from "../model/schema.js"
import { compareListed, type Pairing, twins } from "../names/overlap.js"
import type { Db } from "../vault/db.js"
import type { Vault } from "../vault/vault.js"
import { undo } from "./decide.js"
import { alike } from "./same.js"

export const VERDICTS = ["same", "not-same", "unsure"] as const
export type Verdict = (typeof VERDICTS)[number]

export interface Twins extends Pairing {
  /** Somebody looked and could not tell. */
  readonly unsure: boolean
}

/**
 * People of the vault who may be one, the likeliest first, but for those a person told apart. Restricted people are not
 * compared, only counted.
 */
export async function twinsIn(db: Db, step?: () => void): Promise<{ pairs: readonly Twins[]; restricted: number }> {
  const { people, restricted } = await peopleListed(db)
  const decided = await decidedBetween(db)
  const pairs = twins(people, step).flatMap((pair) => {
    const verdict = decided.get(betweenKey(pair.left.key, pair.right.key))
    return verdict === "not-same" ? [] : [{ ...pair, unsure: verdict === "unsure" }]
  })
  return { pairs, restricted }
}

/** Two people beside each other; null where either has no name that may be shown. @throws DalelError as `decideTwins` */
export async function besideEachOther(db: Db, a: EntityId, b: EntityId): Promise<Pairing | null> {
  const [one, other] = await checked(db, a, b)
  const { people } = await peopleListed(db)
  const [left, right] = [one, other].map((canon) => people.find(({ key }) => key === canon))
  return left && right ? compareListed(left, right) : null
}

/**
 * A person's decision on two entities of one kind: one signed entry, which `undo` takes back.
 * @throws DalelError entity/unknown; value/malformed: an entity and itself, or two kinds
 */
export async function decideTwins(vault: Vault, a: EntityId, b: EntityId, verdict: Verdict): Promise<EntryId> {
  await checked(vault.db, a, b)
  const [entry] = await vault.commit([{ kind: "same", body: { a, b, verdict, bulk: false } }])
  return entry!.id
}

/**
 * Takes a decision on two entities back, and no other kind of entry.
 * @returns the two, and the entry that took it back
 * @throws DalelError decision/unknown, decision/undone
 */
export async function undoTwins(vault: Vault, id: EntryId): Promise<{ a: EntityId; b: EntityId; entry: EntryId }> {
  const pair = await vault.db.one<{ a: EntityId; b: EntityId }>("SELECT a, b FROM i_same WHERE entry = ?", id)
  if (!pair) throw new DalelError("decision/unknown", id)
  return { a: pair.a, b: pair.b, entry: await undo(vault, id) }
}

async function checked(db: Db, a: EntityId, b: EntityId): Promise<[string, string]> {
  const sql = "SELECT canon, schema FROM i_entity WHERE id = ?"
  const [one, other] = await Promise.all([a, b].map((id) => db.one<{ canon: string; schema: SchemaName }>(sql, id)))
  if (!one || !other) throw new DalelError("entity/unknown", one ? b : a)
  if (a === b || !alike(one.schema).includes(other.schema)) throw new DalelError("value/malformed", b)
  return [one.canon, other.canon]
}
