import { rebuild } from "../index/fold.js"
import type { Bodies } from "../ledger/entry.js"
import type { BlobId } from "../model/id.js"
import { letterOf } from "../vault/letter.js"
import type { Vault } from "../vault/vault.js"
import { absorb, LIMITS, type Limits, type Merged } from "./absorb.js"
import { confirming, RECEIPTS } from "./confirm.js"
import { bring, offeredBy, settleAwaited } from "./offered.js"
import { openParcels, type Parcel } from "./parcel.js"
import { installRecovery } from "./recoveryfile.js"

/**
 * Looks at every bundle of a file or folder as merging would, and changes nothing.
 * @throws DalelError bundle/…, file/not-found
 */
export async function previewBundles(vault: Vault, path: string, limits = LIMITS): Promise<Merged[]> {
  const found: Merged[] = []
  for (const parcel of await openParcels(vault.world.disk, path, await letterOf(vault)))
    found.push((await trial(vault, parcel, limits)).merged)
  return found
}

/**
 * Takes in every bundle of a file or folder: read whole, verified whole, then one transaction each; what is refused
 * leaves nothing. Readings come with it, originals after it, the small before the large; cut off anywhere, the same
 * command goes on. When this device gained something, it signs a receipt.
 * @throws DalelError bundle/…, file/not-found, vault/disk-full
 */
export async function mergeBundles(vault: Vault, path: string, limits = LIMITS): Promise<Merged[]> {
  const done: Merged[] = []
  for (const parcel of await openParcels(vault.world.disk, path, await letterOf(vault)))
    done.push(await mergeOne(vault, parcel, limits))
  return done
}

async function mergeOne(vault: Vault, parcel: Parcel, limits: Limits): Promise<Merged> {
  const { db, blobs } = vault
  const offered = await offeredBy(parcel)
  // No file of it may touch the disk before all of it was looked at: first a trial that is undone. Where no file comes
  // before the records, the transaction itself is the trial.
  const before = offered.readings.size > 0 ? (await trial(vault, parcel, limits)).destroyed : new Set<BlobId>()
  // Texts before the records that name them, so that what is folded can be found.
  await bring(vault, parcel, offered, (id) => offered.readings.has(id) && !before.has(id))
  const { merged, touched, destroyed } = await db.transaction((tx) => absorb(tx, vault, parcel, limits))
  const late = await settleAwaited(vault)
  await bring(vault, parcel, offered, (id) => !destroyed.has(id))
  const later = await settleAwaited(vault)
  // A reading that comes after its record is found only once all is folded again.
  if (late.readings + later.readings > 0 && !touched) await db.transaction((tx) => rebuild(tx, blobs))
  await installRecovery(vault, offered.recovery)
  const lacking = (await db.one<{ n: number }>("SELECT count(*) AS n FROM awaited"))!.n
  const files = late.files + later.files
  if (!merged.ownForked && (merged.records > 0 || files > 0) && isNews(merged, files))
    await vault.commit([{ kind: "merge", body: receipt(merged, lacking) }, ...(await confirming(vault))])
  return { ...merged, files, awaited: lacking }
}

function receipt({ bundle, device, member, records }: Merged, lacking: number): Bodies["merge"] {
  return { bundle, device, member, records, lacking }
}

function isNews({ kinds }: Merged, files: number): boolean {
  const all = Object.values(kinds).flatMap((one) => Object.keys(one))
  return files > 0 || all.some((kind) => !RECEIPTS.includes(kind))
}

class Undone extends Error {}

async function trial(vault: Vault, parcel: Parcel, limits: Limits) {
  let seen: Awaited<ReturnType<typeof absorb>> | undefined
  try {
    await vault.db.transaction(async (tx) => {
      seen = await absorb(tx, vault, parcel, limits)
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return seen!
}
