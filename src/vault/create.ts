import { join } from "node:path"
import type { Draft } from "../ledger/log.js"
import { base64 } from "../ledger/log.js"
import { signerOf } from "../ledger/signature.js"
import { EMPTY } from "../ledger/tree.js"
import { type MemberId, makeId, type VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { folderBlobs } from "./blobs.js"
import { type Db, openDb } from "./db.js"
import { makeDevice, stateHeadPath, writeDevice } from "./device.js"
import { createFolder, FORMAT, refuseSharedFolder, stateFolder, writeHint } from "./folder.js"
import { createHead, type HeadFile } from "./head.js"
import { forgetHolder, noteHolder } from "./holder.js"
import { formatRecipient } from "./identity.js"
import { noteMemberFile, sealSecret } from "./keyring.js"
import {
  deriveKeys,
  type MemberKeys,
  makeMemberFileName,
  makeMemberKeys,
  writeIdentityFile,
  writeMemberFile,
} from "./keys.js"
import { rootText } from "./logs.js"
import { checkPassphrase } from "./passphrase.js"
import { createTables } from "./tables.js"
import { type Fold, type Vault, vaultOf } from "./vault.js"
import type { World } from "./world.js"

export interface Founding {
  /** At least one of the two; the identity file (plain, 0600) is for tests, scripts and the sample. */
  readonly passphrase?: string
  readonly identityFile?: string
  readonly sample: boolean
  /** log2 of the scrypt cost: 18 unless a test says otherwise. */
  readonly work?: number
}

/**
 * Makes a vault in an empty or new folder and leaves it open. The folder counts as a vault only once `vault.json` is
 * there, which is written last.
 * @throws DalelError vault/exists, vault/not-empty, vault/network-folder, vault/weak-passphrase
 */
export async function createVault(
  world: World,
  folder: string,
  founding: Founding,
  prepare: (db: Db) => Promise<void>,
  fold: Fold,
): Promise<Vault> {
  if (founding.passphrase !== undefined) checkPassphrase(founding.passphrase)
  else if (founding.identityFile === undefined) throw new DalelError("vault/no-passphrase")
  // It may be the only key of another vault.
  if (founding.identityFile !== undefined && (await world.disk.stat(founding.identityFile)))
    throw new DalelError("file/exists", founding.identityFile)
  await refuseSharedFolder(world.disk, folder)
  const layout = await createFolder(world.disk, folder)
  const id = makeId<VaultId>(world.random)
  const keys = makeMemberKeys(world.random, id, makeId<MemberId>(world.random))
  const signer = signerOf(keys.signing)
  const secret = { vault: id, generation: 1, secret: world.random(32), previous: null }
  const derived = deriveKeys(secret)
  const file = makeMemberFileName(world.random)
  const { passphrase, identityFile, work } = founding
  if (passphrase !== undefined)
    await writeMemberFile(world.disk, join(layout.keys, file), keys, passphrase, world.random, work)
  if (identityFile !== undefined) await writeIdentityFile(world.disk, identityFile, keys)

  const state = stateFolder(world.around, id, await world.disk.realPath(folder))
  const device = makeDevice(world)
  await writeDevice(world, state, device, derived)
  const opened: { close(): Promise<void> }[] = []
  try {
    const db = await openDb(layout.db, derived.db, { create: true })
    opened.push(db)
    const head = { device: device.id, size: 0, root: rootText(EMPTY) }
    const heads: HeadFile[] = []
    for (const path of [layout.head, stateHeadPath(state)]) {
      const file = await createHead(world.disk, path, derived.head, head)
      heads.push(file)
      opened.push(file)
    }
    await db.transaction(async (tx) => {
      await createTables(tx)
      await prepare(tx)
      await tx.run("INSERT INTO vault (only_row, id, format, generation) VALUES (1, ?, ?, 1)", id, FORMAT)
      if (passphrase !== undefined) await noteMemberFile(world, layout, tx, file, keys.member)
    })
    await noteHolder(world, state)
    const blobs = folderBlobs(world.disk, world.random, layout.blobs)
    const sample = founding.sample
    const own = { world, layout, state, id, sample, keys, signer, device, secret, derived, db, blobs, heads, fold }
    const vault = vaultOf({ ...own, findings: [] })
    await vault.commit(
      foundingDrafts(keys, base64(signer.publicKey), sample, device.id, base64(device.signer.publicKey)),
    )
    await sealSecret(own, secret)
    await writeHint(world.disk, layout, { format: FORMAT, vault: id, generation: 1, sample })
    return vault
  } catch (error) {
    for (const one of opened) await one.close().catch(() => {}) // the first error is the one to tell
    await forgetHolder(world, state).catch(() => {})
    throw error
  }
}

function foundingDrafts(
  keys: MemberKeys,
  key: string,
  sample: boolean,
  device: ReturnType<typeof makeDevice>["id"],
  deviceKey: string,
): Draft[] {
  const { vault, member } = keys
  const recipient = formatRecipient(keys.identity.recipient)
  const roles = ["read", "contribute", "review", "administer"] as const
  return [
    { kind: "member", body: { act: "found", vault, member, key, recipient, roles, sample } },
    { kind: "device", body: { device, member, key: deviceKey, continues: null, orphan: null } },
  ]
}
