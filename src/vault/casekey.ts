import { type Signer, signerOf } from "../ledger/signature.js"
import { type EntityId, makeId } from "../model/id.js"
import type { Vault } from "./vault.js"

/** Signs dossiers of one case, and nothing else. */
export interface CaseKey {
  /** `dalel/dossier/<random id>`: names neither the vault nor the case. */
  readonly name: string
  readonly signer: Signer
}

/** The key of a case, made the first time it is asked for and durable before it is given out. */
export async function caseKey({ db, world }: Vault, entity: EntityId): Promise<CaseKey> {
  const row = await db.transaction(async (tx) => {
    const read = () =>
      tx.one<{ id: string; seed: Uint8Array }>("SELECT id, seed FROM case_key WHERE entity = ?", entity)
    const kept = await read()
    if (kept) return kept
    const seed = world.random(32)
    await tx.run("INSERT INTO case_key (entity, id, seed) VALUES (?, ?, ?)", entity, makeId(world.random), seed)
    seed.fill(0)
    return (await read())!
  })
  const seed = Uint8Array.from(row.seed)
  const signer = signerOf(seed)
  seed.fill(0)
  row.seed.fill(0)
  return { name: `dalel/dossier/${row.id}`, signer }
}
