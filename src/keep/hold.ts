import { type HoldReason, isKnown } from "../ledger/entry.js"
import type { EntityId, EntryId, MemberId, SourceId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { Db } from "../vault/db.js"
import { entriesOfKind } from "../vault/logs.js"
import type { Vault } from "../vault/vault.js"

/** Something that a court or an inquiry may ask for, and that one administrator alone may not destroy. */
export interface Hold {
  readonly entry: EntryId
  readonly at: string
  readonly by: MemberId
  readonly sources: readonly SourceId[]
  readonly entities: readonly EntityId[]
  readonly reason: HoldReason
}

/** Every hold that is in force. */
export async function holds(db: Db): Promise<Hold[]> {
  const rows = await entriesOfKind(db, "hold")
  const placed = new Map<EntryId, Hold>()
  const lifts: [EntryId, MemberId][] = []
  for (const { entry } of rows) {
    if (!isKnown(entry) || entry.kind !== "hold" || !(await stands(db, entry.id))) continue
    const { id, at, by, body } = entry
    if (body.act === "lift") lifts.push([body.hold, by])
    else if (body.act === "place") placed.set(id, { entry: id, at, by, ...body })
  }
  // Whoever placed it cannot lift it: a hold that one person can end holds nobody.
  for (const [hold, by] of lifts) if (placed.get(hold)?.by !== by) placed.delete(hold)
  return [...placed.values()]
}

/** Holds on any of these. */
export async function holdsOver(
  db: Db,
  what: { readonly sources: readonly SourceId[]; readonly entities: readonly EntityId[] },
): Promise<Hold[]> {
  const [sources, entities] = [new Set(what.sources), new Set(what.entities)]
  return (await holds(db)).filter(
    (hold) => hold.sources.some((id) => sources.has(id)) || hold.entities.some((id) => entities.has(id)),
  )
}

/** @throws DalelError expunge/needs-administrator */
export async function placeHold(
  vault: Vault,
  what: { readonly sources: readonly SourceId[]; readonly entities: readonly EntityId[] },
  reason: HoldReason,
): Promise<EntryId> {
  await mustAdminister(vault.db, vault.member)
  const { sources, entities } = what
  const [entry] = await vault.commit([{ kind: "hold", body: { act: "place", sources, entities, reason } }])
  return entry!.id
}

/** Only another administrator than the one who placed it. @throws DalelError hold/unknown, expunge/held, … */
export async function liftHold(vault: Vault, hold: EntryId): Promise<EntryId> {
  await mustAdminister(vault.db, vault.member)
  const found = (await holds(vault.db)).find(({ entry }) => entry === hold)
  if (!found) throw new DalelError("hold/unknown", hold)
  if (found.by === vault.member) throw new DalelError("expunge/held", hold)
  const [entry] = await vault.commit([{ kind: "hold", body: { act: "lift", hold } }])
  return entry!.id
}

/** Was it signed by right? */
export async function stands(db: Db, id: EntryId): Promise<boolean> {
  return (await db.one("SELECT 1 AS yes FROM i_entry WHERE id = ? AND standing = 'stands'", id)) !== undefined
}

export async function isAdministrator(db: Db, member: MemberId): Promise<boolean> {
  const row = await db.one<{ roles: string }>("SELECT roles FROM i_member WHERE id = ? AND state = 'member'", member)
  return row?.roles.split(" ").includes("administer") ?? false
}

export async function mustAdminister(db: Db, member: MemberId): Promise<void> {
  if (!(await isAdministrator(db, member))) throw new DalelError("expunge/needs-administrator")
}
