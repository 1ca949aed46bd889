import { canonical } from "../ledger/canonical.js"
import { type Act, type MemberState, type Standing, standingOf } from "../ledger/cause.js"
import type { AnyEntry, Entry, Role } from "../ledger/entry.js"
import type { MemberId } from "../model/id.js"
import type { Db } from "../vault/db.js"
import { chainsOf } from "../vault/forks.js"
import type { FoldEntry } from "../vault/vault.js"
import { type PlaceRow, placeOf } from "./place.js"

/** Who may do what, folded from the acts on members. */

export function isAct({ entry }: { readonly entry: AnyEntry }): boolean {
  return entry.kind === "member" || entry.kind === "adopt" || entry.kind === "resolve"
}

export async function addAct(db: Db, { entry, device, seq, seen, branch }: FoldEntry): Promise<void> {
  await db.run(
    "INSERT OR IGNORE INTO i_act (entry, device, seq, seen, branch, said, disputed) VALUES (?, ?, ?, ?, ?, ?, 0)",
    entry.id,
    device,
    seq,
    canonical(seen),
    branch,
    canonical(entry),
  )
}

export async function standingIn(db: Db): Promise<Standing> {
  const rows = await db.all<PlaceRow & { said: string }>("SELECT device, seq, seen, branch, said FROM i_act")
  const acts = rows.map((row): Act => ({ ...placeOf(row), entry: JSON.parse(row.said) as Act["entry"] }))
  return standingOf(
    acts,
    await chainsOf(
      db,
      acts.flatMap(({ entry }) => (entry.kind === "adopt" ? [entry.body] : [])),
    ),
  )
}

/** Writes down who the members are now. */
export async function settleMembers(db: Db): Promise<Standing> {
  const standing = await standingIn(db)
  await db.run("DELETE FROM i_member")
  for (const { member, key, recipient, roles, state, since } of standing.members)
    await db.run(
      "INSERT INTO i_member (id, key, recipient, roles, state, since) VALUES (?, ?, ?, ?, ?, ?)",
      member,
      key,
      recipient,
      [...roles].sort().join(" "),
      state,
      since,
    )
  await db.run("UPDATE i_act SET disputed = 0")
  for (const id of standing.disputed) await db.run("UPDATE i_act SET disputed = 1 WHERE entry = ?", id)
  return standing
}

/**
 * After a change of who may do what: every entry is judged again. Answers whether a tombstone changed, which changes
 * what is to be seen of all others.
 */
export async function judgeAgain(
  db: Db,
  standing: Standing,
  touched: { readonly entries: Set<string> },
): Promise<boolean> {
  let tombstone = false
  for (let after = ""; ; ) {
    const rows = await db.all<PlaceRow & { id: string; by: MemberId; kind: string; role: Role; standing: string }>(
      "SELECT id, device, seq, seen, branch, by, kind, role, standing FROM i_entry WHERE id > ? ORDER BY id LIMIT 1000",
      after,
    )
    for (const row of rows) {
      const now = standing.judge(row.by, row.role, placeOf(row))
      if (now === row.standing) continue
      await db.run("UPDATE i_entry SET standing = ? WHERE id = ?", now, row.id)
      touched.entries.add(row.id)
      tombstone ||= row.kind === "expunge"
    }
    const last = rows.at(-1)
    if (!last) return tombstone
    after = last.id
  }
}

export interface MemberRow extends Omit<MemberState, "roles"> {
  readonly roles: readonly Role[]
}

/** Everyone who is or was a member, in order of being added. */
export async function membersIn(db: Db): Promise<MemberRow[]> {
  const rows = await db.all<Omit<MemberRow, "roles" | "member"> & { id: MemberId; roles: string }>(
    "SELECT id, key, recipient, roles, state, since FROM i_member ORDER BY since, id",
  )
  return rows.map(({ id, roles, ...row }) => ({
    ...row,
    member: id,
    roles: roles === "" ? [] : (roles.split(" ") as Role[]),
  }))
}

/** Acts on members that stand against one another. */
export async function disputedActs(db: Db): Promise<Entry<"member">[]> {
  const rows = await db.all<{ said: string }>("SELECT said FROM i_act WHERE disputed = 1 ORDER BY entry")
  return rows.map(({ said }) => JSON.parse(said) as Entry<"member">).filter(({ kind }) => kind === "member")
}
