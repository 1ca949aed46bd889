import { createVault as create, type Founding } from "../vault/create.js"
import { type Opening, openVault as open } from "../vault/open.js"
import { upgrade } from "../vault/tables.js"
import type { Vault } from "../vault/vault.js"
import type { World } from "../vault/world.js"
import { fold, rebuild } from "./fold.js"
import { createIndex } from "./tables.js"

/** Raised whenever the tables or the fold change: an index of another version is folded anew. */
const VERSION = 4

/** A new vault with its index. See `vault/create`. */
export function createVault(world: World, folder: string, founding: Founding): Promise<Vault> {
  const prepare = async (db: Vault["db"]) => {
    await createIndex(db)
    await db.run(`PRAGMA user_version = ${VERSION}`)
  }
  return create(world, folder, founding, prepare, fold)
}

/** Opens a vault with its index, which is folded anew when another version made it. See `vault/open`. */
export async function openVault(world: World, folder: string, opening: Opening): Promise<Vault> {
  const vault = await open(world, folder, opening, fold)
  try {
    const row = await vault.db.one<{ user_version: number }>("PRAGMA user_version")
    if (row?.user_version !== VERSION) await rebuildIndex(vault)
  } catch (error) {
    await vault.close()
    throw error
  }
  return vault
}

/** Folds the whole ledger anew, all or nothing. @throws DalelError vault/not-upgraded, vault/disk-full */
export async function rebuildIndex(vault: Vault): Promise<void> {
  await upgrade(vault.db, async (tx) => {
    await rebuild(tx, vault.blobs)
    await tx.run(`PRAGMA user_version = ${VERSION}`)
  })
}
