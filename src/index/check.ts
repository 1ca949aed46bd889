import { type Checked, type Checking, checkVault, type Fault } from "../vault/check.js"
import type { Vault } from "../vault/vault.js"
import { fingerprint } from "./dump.js"
import { rebuild } from "./fold.js"

class Rollback extends Error {}

/** `checkVault`, and that the index is what the ledger folds to: the fold is made beside it and thrown away. */
export async function checkAll(vault: Vault, checking: Checking = {}): Promise<{ checked: Checked; faults: Fault[] }> {
  const { checked, faults } = await checkVault(vault, checking)
  if (faults.length === 0 && !(await indexFits(vault))) faults.push({ fault: "index-differs", where: "vault.db" })
  return { checked, faults }
}

async function indexFits(vault: Vault): Promise<boolean> {
  let fits = false
  try {
    await vault.db.transaction(async (tx) => {
      const before = await fingerprint(tx)
      await rebuild(tx, vault.blobs)
      fits = (await fingerprint(tx)) === before
      throw new Rollback()
    })
  } catch (error) {
    if (!(error instanceof Rollback)) throw error
  }
  return fits
}
