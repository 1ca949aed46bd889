import type { Bodies } from "../ledger/entry.js"
import type { EntryId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { exportTo, openDb } from "./db.js"
import { destroy, wipe } from "./durable.js"
import { FORMAT, writeHint } from "./folder.js"
import { writeSecret } from "./keyring.js"
import { deriveKeys, type VaultSecret } from "./keys.js"
import { entryById } from "./logs.js"
import { heldBy, type Vault } from "./vault.js"

/**
 * Destroys the words of these entries under a signed tombstone (their commitments stay: the log still verifies), then
 * writes the whole database anew under a new secret, so that no old page of it can be opened by what the vault still
 * holds. The vault is closed when it answers; opening it again finishes the change.
 */
export async function expungeEntries(
  vault: Vault,
  entries: readonly EntryId[],
  tombstone: Omit<Bodies["expunge"], "records">,
): Promise<void> {
  const records: Bodies["expunge"]["records"][number][] = []
  for (const id of entries) {
    const placed = await entryById(vault.db, id)
    // A whole source, or who may read the rest, is more than its record: that is another act.
    if (placed && ["capture", "rendition", "member", "device", "commit"].includes(placed.entry.kind))
      throw new DalelError("decision/unknown", id)
    if (placed) records.push({ device: placed.device, seq: placed.seq })
  }
  await vault.commit([{ kind: "expunge", body: { ...tombstone, records } }])
  await changeSecret(vault)
}

/** Where a new database is made ready before it takes the old one's place. */
export function nextDb(db: string): string {
  return `${db}.next`
}

/** Where a copy is made for a backup. */
export function copyOf(db: string): string {
  return `${db}.copy`
}

/**
 * Writes everything under a new secret and closes the vault. Cut off at any instant, it opens under the old secret or
 * the new one: from before the switch until the next opening `keys/vault.age` holds both.
 */
export async function changeSecret(vault: Vault): Promise<void> {
  const own = heldBy(vault)
  const { world, layout, secret } = own
  const { vault: id, generation } = secret
  const previous = { generation, secret: Uint8Array.from(secret.secret) }
  const both: VaultSecret = { vault: id, generation: generation + 1, secret: world.random(32), previous }
  const derived = deriveKeys(both)
  const fresh = nextDb(layout.db)
  await destroy(world.disk, fresh)
  await exportTo(vault.db, fresh, derived.db)
  const copy = await openDb(fresh, derived.db)
  await copy.run("UPDATE vault SET generation = ?", both.generation)
  await copy.close()
  await writeSecret(own, both)
  await vault.close()
  const old = await world.disk.open(layout.db, "change")
  try {
    await world.disk.rename(fresh, layout.db)
    await world.disk.syncFolder(layout.folder)
    await wipe(old)
  } finally {
    await old.close()
  }
  await writeHint(world.disk, layout, { format: FORMAT, vault: id, generation: both.generation, sample: vault.sample })
}
