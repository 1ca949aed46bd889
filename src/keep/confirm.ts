import { isKnown } from "../ledger/entry.js"
import type { Draft } from "../ledger/log.js"
import type { DeviceId, EntryId } from "../model/id.js"
import type { Db } from "../vault/db.js"
import { hiddenWords } from "../vault/erase.js"
import { entriesOfKind, entryById } from "../vault/logs.js"
import type { Vault } from "../vault/vault.js"
import { stands } from "./hold.js"

/** What only tells of other entries having come: none of these is answered by a receipt, or two devices would never end. */
export const RECEIPTS: readonly string[] = ["merge", "expunged", "commit"]

/** Who has signed that nothing is left with them of what a tombstone names. */
export interface Confirmed {
  readonly tombstone: EntryId
  readonly at: string
  /** The device that carried it out, and those that answered. */
  readonly confirmed: readonly DeviceId[]
  /** Devices of members from which no answer is here. */
  readonly waiting: readonly DeviceId[]
}

/** Every tombstone that stands, in the order of the logs. */
export async function confirmations(db: Db): Promise<Confirmed[]> {
  const devices = await devicesOfMembers(db)
  const answers = new Map<EntryId, Set<DeviceId>>()
  // Not one of the kinds by which the rest is read, so the index has them and the ledger's own index does not.
  const rows = await db.all<{ id: EntryId }>("SELECT id FROM i_entry WHERE kind = 'expunged' AND standing = 'stands'")
  for (const { id } of rows) {
    const { entry, device } = (await entryById(db, id)) ?? {}
    if (entry && device && isKnown(entry) && entry.kind === "expunged")
      for (const one of entry.body.tombstones) answers.set(one, (answers.get(one) ?? new Set()).add(device))
  }
  const found: Confirmed[] = []
  for (const { entry, device } of await entriesOfKind(db, "expunge")) {
    if (!(await stands(db, entry.id))) continue
    const answered = answers.get(entry.id) ?? new Set()
    const has = (id: DeviceId) => id === device || answered.has(id)
    const { id: tombstone, at } = entry
    found.push({ tombstone, at, confirmed: devices.filter(has), waiting: devices.filter((id) => !has(id)) })
  }
  return found
}

/** A device's word is its own: of those whose first member was removed nobody waits for an answer. */
async function devicesOfMembers(db: Db): Promise<DeviceId[]> {
  const found: DeviceId[] = []
  for (const { entry } of await entriesOfKind(db, "device")) {
    if (!isKnown(entry) || entry.kind !== "device" || !(await stands(db, entry.id))) continue
    const member = await db.one("SELECT 1 AS yes FROM i_member WHERE id = ? AND state = 'member'", entry.by)
    if (member) found.push(entry.body.device)
  }
  return found
}

// An entry has its bounds: what does not fit is confirmed with the next.
const MOST = 900

/** What this device signs when it has nothing left; nothing while words are still here, or when all is confirmed. */
export async function confirming({ db, device }: Pick<Vault, "db" | "device">): Promise<Draft[]> {
  if ((await hiddenWords(db)) > 0) return []
  const open = (await confirmations(db)).filter(({ confirmed }) => !confirmed.includes(device))
  const tombstones = open.slice(0, MOST).map(({ tombstone }) => tombstone)
  return tombstones.length === 0 ? [] : [{ kind: "expunged", body: { tombstones } }]
}
