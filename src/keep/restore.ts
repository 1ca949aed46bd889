import { dirname, join } from "node:path"
import { openVault } from "../index/open.js"
import type { Bodies } from "../ledger/entry.js"
import { isKnown } from "../ledger/entry.js"
import type { DeviceId } from "../model/id.js"
import { isId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { Disk } from "../vault/disk.js"
import { writeDurably } from "../vault/durable.js"
import { createFolder, type Layout, refuseSharedFolder, writeHint } from "../vault/folder.js"
import { entriesOfKind } from "../vault/logs.js"
import type { Way } from "../vault/open.js"
import { changeSecret } from "../vault/rewrite.js"
import type { Vault } from "../vault/vault.js"
import type { World } from "../vault/world.js"
import { withBackup } from "./backup.js"
import type { TarEntry } from "./tar.js"

/**
 * Makes a vault of a backup in a new or empty folder and opens it, as a new device whose log continues the old one's:
 * so it can be joined with the original, and the two never fork. If it fails, what was written is taken away.
 * @throws DalelError vault/exists, vault/not-empty, backup/…, vault/wrong-passphrase, …
 */
export async function restoreVault(world: World, file: string, folder: string, way: Way): Promise<Vault> {
  await refuseSharedFolder(world.disk, folder)
  let made = false
  try {
    await withBackup(world, file, way, async ({ hint, keyFiles, secret, entries }) => {
      // Only now: a wrong passphrase leaves no trace. What stands in the folder already is not ours to take away.
      made = await isEmpty(world.disk, folder)
      const layout = await createFolder(world.disk, folder)
      for (const { name, bytes } of keyFiles) await writeDurably(world.disk, join(layout.keys, name), bytes)
      const shelves = new Set<string>()
      for await (const entry of entries) await writeEntry(world.disk, layout, entry, shelves)
      for (const path of [layout.db, layout.head])
        if ((await world.disk.stat(path)) === undefined) throw new DalelError("backup/damaged", "vault.db")
      await writeHint(world.disk, layout, { ...hint, generation: secret.generation })
    })
    return await openVault(world, folder, { ...way, restored: true })
  } catch (error) {
    if (made) await removeTree(world.disk, folder).catch(() => {}) // the first error is the one to tell
    throw error instanceof DalelError && error.code === "vault/damaged"
      ? new DalelError("backup/damaged", error.where)
      : error
  }
}

async function writeEntry(disk: Disk, layout: Layout, { name, content }: TarEntry, shelves: Set<string>) {
  if (name === "vault.db") return writeDurably(disk, layout.db, content)
  if (name === "head") return writeDurably(disk, layout.head, content)
  const [, shelf = "", id = ""] = /^blobs\/([0-9a-z]{2})\/([0-9a-z]{26})\.age$/.exec(name) ?? []
  if (!isId(id) || !id.startsWith(shelf)) throw new DalelError("backup/damaged", "blobs")
  const path = join(layout.blobs, shelf, `${id}.age`)
  if (!shelves.has(shelf)) {
    await disk.makeFolder(dirname(path))
    await disk.syncFolder(layout.blobs)
    shelves.add(shelf)
  }
  await writeDurably(disk, path, content)
}

async function isEmpty(disk: Disk, folder: string): Promise<boolean> {
  const there = await disk.stat(folder)
  return there === undefined || (there.kind === "folder" && (await disk.list(folder)).length === 0)
}

async function removeTree(disk: Disk, folder: string): Promise<void> {
  for (const { name, kind } of await disk.list(folder)) {
    const path = join(folder, name)
    if (kind === "folder") await removeTree(disk, path)
    else await disk.unlink(path)
  }
  await disk.removeFolder(folder)
}

/**
 * What was destroyed since the backup is destroyed again: the tombstones of a newer copy of the same vault are written
 * anew in the restored one. Answers how many records lost their words, and with `closed` that the vault was closed for
 * it: open it again.
 * @throws DalelError backup/other-vault
 */
export async function reapplyTombstones(restored: Vault, newer: Vault): Promise<{ erased: number; closed: boolean }> {
  if (restored.id !== newer.id) throw new DalelError("backup/other-vault")
  const known = new Set((await entriesOfKind(restored.db, "expunge")).map(({ entry }) => entry.id))
  const drafts: { kind: "expunge"; body: Bodies["expunge"] }[] = []
  let erased = 0
  for (const { entry } of await entriesOfKind(newer.db, "expunge")) {
    if (known.has(entry.id) || !isKnown(entry) || entry.kind !== "expunge") continue
    // Also what is not here: a third device may still bring it.
    for (const { device, seq } of entry.body.records) if (await hasWords(restored, device, seq)) erased++
    drafts.push({ kind: "expunge", body: entry.body })
  }
  if (drafts.length === 0) return { erased: 0, closed: false }
  await restored.commit(drafts)
  await changeSecret(restored)
  return { erased, closed: true }
}

async function hasWords({ db }: Vault, device: DeviceId, seq: number): Promise<boolean> {
  for (const store of ["record", "tail_record"])
    if (
      await db.one(
        `SELECT 1 AS yes FROM ${store} WHERE seq = ? AND device = (SELECT n FROM device WHERE id = ?)
         AND kind <> 'commit' AND open IS NOT NULL`,
        seq,
        device,
      )
    )
      return true
  return false
}
