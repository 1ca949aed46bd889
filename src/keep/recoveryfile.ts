import { join } from "node:path"
import { writeDurably } from "../vault/durable.js"
import { recoveryFileName, recoveryOf, sealAgain } from "../vault/keyring.js"
import type { Vault } from "../vault/vault.js"

/**
 * The recovery file of a sheet that was made on another device, and the vault's keys sealed to whoever is a member now.
 * Nobody but who has the sheet can open it, and its own code tells him that it is the right one.
 */
export async function installRecovery(
  vault: Vault,
  offered: { readonly set: string; readonly file: Uint8Array } | null,
): Promise<void> {
  const { db, world, layout } = vault
  const recovery = await recoveryOf(db)
  const path = offered && join(layout.keys, recoveryFileName(offered.set))
  if (recovery && offered && path && recovery.set === offered.set && !(await world.disk.stat(path)))
    await writeDurably(world.disk, path, offered.file)
  await sealAgain(vault)
}
