import { openVault } from "../index/open.js"
import type { MemberKeys } from "../vault/keys.js"
import type { Vault } from "../vault/vault.js"

/**
 * After an act that writes the vault anew, or that broke off on the way: where it was closed, what is durable is whole,
 * and opens with the keys of whoever had it open. `replace` is told null when it does not.
 */
export async function reopenIfClosed(
  { db, world, layout }: Vault,
  keys: MemberKeys,
  replace: (vault: Vault | null) => void,
): Promise<void> {
  const closed = await db.one("SELECT 1 AS yes").then(
    () => false,
    () => true,
  )
  if (closed) replace(await openVault(world, layout.folder, { keys }).catch(() => null))
}
