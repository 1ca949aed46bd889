import { isKnown } from "../ledger/entry.js"
import { erase, hiddenWords } from "../vault/erase.js"
import { standingOfVault } from "../vault/keyring.js"
import { tombstonesOf } from "../vault/logs.js"
import { changeSecret } from "../vault/rewrite.js"
import type { Vault } from "../vault/vault.js"
import { confirming } from "./confirm.js"

/** How many records tombstones of others name whose words are still here: hidden everywhere, and not destroyed. */
export function hiddenRecords({ db }: Vault): Promise<number> {
  return hiddenWords(db)
}

/**
 * A person's yes to the tombstones that came in bundles: their records lose their words here too, and the database is
 * written anew under a new secret. The vault is closed when it answers true; false: there was nothing to destroy.
 */
export async function destroyHidden(vault: Vault): Promise<boolean> {
  if ((await hiddenRecords(vault)) === 0) return false
  const standing = await standingOfVault(vault.db)
  const tombstones = (await tombstonesOf(vault.db)).filter(
    ({ entry, ...place }) => isKnown(entry) && standing.judge(entry.by, "administer", place) === "stands",
  )
  await vault.db.transaction(async (tx) => {
    for (const { entry } of tombstones)
      if (isKnown(entry) && entry.kind === "expunge") await erase(tx, entry.body.records)
  })
  try {
    const confirmed = await confirming(vault)
    if (confirmed.length > 0) await vault.commit(confirmed)
  } finally {
    await changeSecret(vault)
  }
  return true
}
