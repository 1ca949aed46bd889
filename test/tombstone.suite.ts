import type { Bodies } from "../src/ledger/entry.js"
import type { EntryId } from "../src/model/id.js"
import { entryById } from "../src/vault/logs.js"
import { changeSecret } from "../src/vault/rewrite.js"
import type { Vault } from "../src/vault/vault.js"

type Tombstone = Omit<Bodies["expunge"], "records">

/** The tombstone alone, as when the power goes right after it. */
export async function entomb(vault: Vault, entries: readonly EntryId[], tombstone: Tombstone): Promise<void> {
  const records: Bodies["expunge"]["records"][number][] = []
  for (const id of entries) {
    const { device, seq } = (await entryById(vault.db, id))!
    records.push({ device, seq })
  }
  await vault.commit([{ kind: "expunge", body: { ...tombstone, records } }])
}

/** Destroys some entries; the vault is closed when it answers. */
export async function expungeEntries(vault: Vault, entries: readonly EntryId[], tombstone: Tombstone): Promise<void> {
  await entomb(vault, entries, tombstone)
  await changeSecret(vault)
}
