import { moveTo } from "./db.js"
import { destroy, wipe } from "./durable.js"
import { rewriteDue } from "./erase.js"
import { FORMAT, writeHint } from "./folder.js"
import { writeSecret } from "./keyring.js"
import { deriveKeys, type VaultSecret } from "./keys.js"
import { type Held, type Vault, whileStill } from "./vault.js"

/** Where a new database is made ready before it takes the old one's place. */
export function nextDb(db: string): string {
  return `${db}.next`
}

/** Where a copy is made for a backup. */
export function copyOf(db: string): string {
  return `${db}.copy`
}

/**
 * Writes everything under a new secret and closes the vault, so that no old page of the database can be opened by what
 * the vault still holds; sealed files that were expunged go first. Cut off at any instant, it opens under the old secret
 * or the new one: from before the switch until the next opening `keys/vault.age` holds both.
 * @throws DalelError vault/disk-full: then the vault is open as before
 */
export function changeSecret(vault: Vault): Promise<void> {
  return whileStill(vault, renew)
}

async function renew(own: Held, shut: () => Promise<void>): Promise<void> {
  const { world, layout, secret, db, blobs } = own
  const { vault: id, generation } = secret
  for (const blob of (await rewriteDue(db)) ?? []) await blobs.remove(blob)
  const previous = { generation, secret: Uint8Array.from(secret.secret) }
  const both: VaultSecret = { vault: id, generation: generation + 1, secret: world.random(32), previous }
  const derived = deriveKeys(both)
  const fresh = nextDb(layout.db)
  await destroy(world.disk, fresh)
  await moveTo(db, fresh, derived.db, async (copy) => {
    await copy.transaction(async (tx) => {
      await tx.run("UPDATE vault SET generation = ?", both.generation)
      await tx.run("DELETE FROM rewrite_due")
    })
    await writeSecret({ ...own, db: copy }, both)
  })
  await shut()
  // Empty by now. Left there it would be taken for the new one's.
  await destroy(world.disk, `${layout.db}-wal`)
  const old = await world.disk.open(layout.db, "change")
  try {
    await world.disk.rename(fresh, layout.db)
    await world.disk.syncFolder(layout.folder)
    await wipe(old)
  } finally {
    await old.close()
  }
  await writeHint(world.disk, layout, { format: FORMAT, vault: id, generation: both.generation, sample: own.sample })
}
