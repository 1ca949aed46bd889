import { openVault } from "../index/open.js"
import { checkPassphrase } from "../vault/passphrase.js"
import { endRecovery } from "../vault/recovery.js"
import type { RecoveryKey } from "../vault/recoverykey.js"
import type { Vault } from "../vault/vault.js"
import type { World } from "../vault/world.js"

/**
 * Opens a vault with its recovery key and puts it under a new passphrase; the old one opens nothing any more.
 * @throws DalelError recovery/none, recovery/other-sheet, recovery/wrong-key, vault/weak-passphrase, and as `openVault`
 */
export async function recoverVault(
  world: World,
  folder: string,
  key: RecoveryKey,
  passphrase: string,
  work?: number,
): Promise<Vault> {
  checkPassphrase(passphrase)
  const vault = await openVault(world, folder, { recovery: key })
  try {
    await endRecovery(vault, passphrase, work)
  } catch (error) {
    await vault.close()
    throw error
  }
  return vault
}
