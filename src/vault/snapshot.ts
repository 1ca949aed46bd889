import type { BlobId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { exportTo, openDb } from "./db.js"
import { destroy } from "./durable.js"
import { formatHead } from "./head.js"
import { recipientsOf } from "./keyring.js"
import { logOf, rootText } from "./logs.js"
import type { Way } from "./open.js"
import { copyOf } from "./rewrite.js"
import { heldBy, type Vault } from "./vault.js"

/** The database as it was at one instant, under the key it always has, and what belongs to that instant. */
export interface Snapshot {
  /** A closed database file. */
  readonly database: string
  /** The head file of this device as the copy has it. */
  readonly head: Uint8Array
  /** Every blob that the copy names. */
  readonly blobs: readonly BlobId[]
  /** age recipients of whoever may read it: members and the recovery key. */
  readonly recipients: readonly [string, ...string[]]
  readonly generation: number
  /** Opens what is sealed to `recipients`, for whoever has the vault open. */
  readonly way: Way
  /** Removes the copy. */
  drop(): Promise<void>
}

/** Copies the database while the vault is in use; it waits for the act under way. @throws DalelError vault/disk-full */
export async function takeSnapshot(vault: Vault): Promise<Snapshot> {
  const { world, layout, derived, device, secret, keys } = heldBy(vault)
  const database = copyOf(layout.db)
  await destroy(world.disk, database)
  await exportTo(vault.db, database, derived.db)
  try {
    const copy = await openDb(database, derived.db)
    try {
      const log = await logOf(copy, device.id)
      if (!log) throw new DalelError("vault/damaged", "vault.db")
      const head = formatHead({ device: device.id, size: log.range.size, root: rootText(log.range) }, derived.head)
      const blobs = (
        await copy.all<{ id: BlobId }>("SELECT id FROM blob WHERE id NOT IN (SELECT blob FROM awaited) ORDER BY id")
      ).map(({ id }) => id)
      const recipients = await recipientsOf(copy)
      const { generation } = secret
      const drop = () => destroy(world.disk, database)
      return { database, head, blobs, recipients, generation, way: { keys }, drop }
    } finally {
      await copy.close()
    }
  } catch (error) {
    await destroy(world.disk, database)
    throw error
  }
}
