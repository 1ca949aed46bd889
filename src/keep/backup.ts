import { createHash } from "node:crypto"
import { join } from "node:path"
import type { BlobId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { decrypt, encrypt, sealedSize } from "../vault/age.js"
import { type BlobRef, blobName, checkBlob } from "../vault/blobs.js"
import { checkLogs, type Fault } from "../vault/check.js"
import { checkPages, type Db, openDb } from "../vault/db.js"
import { type Disk, isMissing } from "../vault/disk.js"
import { destroy, writeDurably } from "../vault/durable.js"
import { FORMAT, formatHint, type Hint, parseHint } from "../vault/folder.js"
import { type Identity, parseRecipient } from "../vault/identity.js"
import { deriveKeys, type KeyFile, type MemberKeys, readKeyFiles, type VaultSecret } from "../vault/keys.js"
import { unlock, type Way } from "../vault/open.js"
import { takeSnapshot } from "../vault/snapshot.js"
import type { Vault } from "../vault/vault.js"
import type { World } from "../vault/world.js"
import { fileBytes } from "./filebytes.js"
import { readTar, type TarEntry, type TarSource, tar, tarSize } from "./tar.js"

/**
 * A backup is a tar archive of what lies in a vault folder anyway:
 *
 *     vault.json
 *     keys/….age        the members' files (each under a passphrase), vault.age, the recovery file
 *     sealed.tar.age    to every member and the recovery key, an age file of a second archive:
 *                         vault.db, head, blobs/ab/<id>.age …
 *
 * So a passphrase alone, or the recovery key alone, opens it anywhere; and `tar` and `age` alone give the folder back.
 */
const SEALED = "sealed.tar.age"
const MOST_KEYS = 1000
const LARGEST_KEY = 1 << 20

export interface Backed {
  /** Of the file. */
  readonly bytes: number
  /** Of the file, hex. */
  readonly sha256: string
  readonly blobs: number
  /** Blobs that the vault itself lacks, and so the backup too. */
  readonly missing: readonly BlobId[]
}

/**
 * Writes a backup while the vault is in use, reads it back, and notes it in the ledger. Memory: a few megabytes, whatever
 * the size.
 * @throws DalelError file/exists, vault/disk-full, backup/damaged when what was read back is not what was written
 */
export async function writeBackup(vault: Vault, file: string): Promise<Backed> {
  const { world, layout } = vault
  if ((await world.disk.stat(file)) !== undefined) throw new DalelError("file/exists")
  const snapshot = await takeSnapshot(vault)
  try {
    const { id, sample } = vault
    const hint = formatHint({ format: FORMAT, vault: id, generation: snapshot.generation, sample })
    const missing: BlobId[] = []
    const inside: TarSource[] = [
      await fromDisk(world.disk, "vault.db", snapshot.database),
      fromMemory("head", snapshot.head),
    ]
    for (const id of snapshot.blobs)
      try {
        inside.push(await fromDisk(world.disk, `blobs/${blobName(id)}`, join(layout.blobs, blobName(id))))
      } catch (error) {
        if (!isMissing(error)) throw error
        missing.push(id)
      }
    const [first, ...rest] = snapshot.recipients.map(parseRecipient)
    const recipients = [first!, ...rest] as const
    const outside: TarSource[] = [
      fromMemory("vault.json", Buffer.from(hint)),
      ...(await readKeyFiles(world.disk, layout.keys)).map(({ name, bytes }) => fromMemory(`keys/${name}`, bytes)),
      {
        name: SEALED,
        size: sealedSize(tarSize(inside), recipients.length),
        content: () => encrypt(tar(inside), { recipients }, world.random),
      },
    ]
    const hash = createHash("sha256")
    await writeDurably(world.disk, file, hashed(tar(outside), hash))
    const sha256 = hash.digest("hex")
    try {
      const { faults } = await checkBackup(world, file, snapshot.way, `${snapshot.database}.check`)
      const worse = faults.find(
        ({ fault, where }) => fault !== "blob-missing" || !missing.some((id) => where.includes(id)),
      )
      if (worse) throw new DalelError("backup/damaged", worse.fault)
    } catch (error) {
      await destroy(world.disk, file)
      throw error
    }
    const bytes = tarSize(outside)
    await vault.commit([{ kind: "backup", body: { bytes, sha256 } }])
    return { bytes, sha256, blobs: snapshot.blobs.length - missing.length, missing }
  } finally {
    await snapshot.drop()
  }
}

async function* hashed(bytes: AsyncIterable<Uint8Array>, hash: { update(chunk: Uint8Array): unknown }) {
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
}

function fromMemory(name: string, bytes: Uint8Array): TarSource {
  return { name, size: bytes.length, content: () => bytes }
}

async function fromDisk(disk: Disk, name: string, path: string): Promise<TarSource> {
  const stat = await disk.stat(path)
  if (!stat) throw Object.assign(new Error("not there"), { code: "ENOENT" })
  return { name, size: stat.size, content: () => fileBytes(disk, path) }
}

/** A backup that has been opened, up to what is sealed in it. */
export interface OpenBackup {
  readonly hint: Hint
  readonly keyFiles: readonly KeyFile[]
  readonly keys: MemberKeys
  readonly secret: VaultSecret
  /** `vault.db`, `head`, and the blobs, in this order. */
  readonly entries: AsyncGenerator<TarEntry>
}

/**
 * Opens a backup with a passphrase, an identity file or the recovery key; `work` reads what is in it.
 * @throws DalelError file/not-found, backup/not-one, backup/damaged, backup/incomplete, vault/wrong-passphrase, …
 */
export async function withBackup<T>(
  world: World,
  file: string,
  way: Way,
  work: (backup: OpenBackup) => Promise<T>,
): Promise<T> {
  if (((await world.disk.stat(file))?.kind ?? "none") !== "file") throw new DalelError("file/not-found")
  const outside = readTar(fileBytes(world.disk, file))
  try {
    const hint = await readHintOf(outside)
    const keyFiles: KeyFile[] = []
    for await (const entry of taking(outside)) {
      if (entry.name === SEALED) {
        const { keys, secret, identity } = await unlock(world, keyFiles, way)
        if (keys.vault !== hint.vault) throw new DalelError("backup/damaged", "vault.json")
        const entries = readTar(opened(entry.content, identity))
        const answer = await work({ hint, keyFiles, keys, secret, entries })
        for await (const _ of taking(entries)); // whatever was not asked for is still to be whole
        for await (const more of taking(outside)) throw new DalelError("backup/damaged", more.name.slice(0, 20))
        return answer
      }
      const name = /^keys\/([0-9a-z-]+\.age)$/.exec(entry.name)?.[1]
      if (name === undefined || entry.size > LARGEST_KEY || keyFiles.length >= MOST_KEYS)
        throw new DalelError("backup/damaged", "keys")
      keyFiles.push({ name, bytes: await whole(entry.content) })
    }
    throw new DalelError("backup/incomplete")
  } finally {
    await outside.return(undefined)
  }
}

async function readHintOf(outside: AsyncGenerator<TarEntry>): Promise<Hint> {
  let entry: TarEntry | undefined
  try {
    entry = (await outside.next()).value
  } catch (error) {
    // The very first block: not a damaged backup, but something else.
    throw error instanceof DalelError && error.code === "backup/damaged" ? new DalelError("backup/not-one") : error
  }
  if (entry?.name !== "vault.json" || entry.size > 4096) throw new DalelError("backup/not-one")
  return parseHint(Buffer.from(await whole(entry.content)).toString())
}

/** A generator that can be left and gone on with: `for await` would close it. */
async function* taking<T>(all: AsyncGenerator<T>): AsyncGenerator<T> {
  for (let next = await all.next(); !next.done; next = await all.next()) yield next.value
}

async function* opened(sealed: AsyncIterable<Uint8Array>, identity: Identity): AsyncGenerator<Uint8Array> {
  try {
    yield* decrypt(sealed, { identity })
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
    if (error.code === "age/no-identity-matches") throw new DalelError("vault/not-a-member")
    throw error.code === "age/malformed" ? new DalelError("backup/damaged", error.where) : error
  }
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export interface BackupChecked {
  readonly devices: number
  readonly records: number
  readonly checkpoints: number
  readonly blobs: number
  readonly bytes: number
}

/**
 * The drill: opens a backup as on a strange machine and reads all of it, every log, signature, page and sealed file,
 * without restoring it. `scratch` is where the database lies meanwhile, encrypted as it is; gone when it answers.
 */
export async function checkBackup(
  world: World,
  file: string,
  way: Way,
  scratch: string,
): Promise<{ checked: BackupChecked; faults: Fault[] }> {
  return withBackup(world, file, way, async ({ hint, secret, entries }) => {
    await destroy(world.disk, scratch)
    try {
      const first = (await entries.next()).value as TarEntry | undefined
      if (first?.name !== "vault.db") throw new DalelError("backup/damaged", "vault.db")
      await writeDurably(world.disk, scratch, first.content)
      const db = await openDb(scratch, deriveKeys(secret).db)
      try {
        const faults: Fault[] = (await checkPages(db)).map(() => ({ fault: "page-damaged", where: "vault.db" }))
        const logs = await checkLogs(db, hint.vault, {}, faults)
        const second = (await entries.next()).value as TarEntry | undefined
        if (second?.name !== "head") throw new DalelError("backup/damaged", "head")
        const blobs = await checkBlobs(db, entries, faults)
        const { devices, records, checkpoints } = logs
        return { checked: { devices, records, checkpoints, ...blobs }, faults }
      } finally {
        await db.close()
      }
    } catch (error) {
      // Another backup's database, say.
      if (error instanceof DalelError && error.code === "vault/damaged")
        throw new DalelError("backup/damaged", error.where)
      throw error
    } finally {
      await destroy(world.disk, scratch)
    }
  })
}

async function checkBlobs(db: Db, entries: AsyncGenerator<TarEntry>, faults: Fault[]) {
  const refs = db.all<BlobRef>(
    "SELECT id, key, size, sha256 FROM blob WHERE id NOT IN (SELECT blob FROM awaited) ORDER BY id",
  )
  let bytes = 0
  let blobs = 0
  const rest = [...(await refs)]
  for await (const { name, content } of taking(entries)) {
    let ref = rest.shift()
    for (; ref && name !== `blobs/${blobName(ref.id)}`; ref = rest.shift())
      faults.push({ fault: "blob-missing", where: `blobs/${ref.id}` })
    if (!ref) throw new DalelError("backup/damaged", "blobs")
    blobs++
    bytes += ref.size
    try {
      await checkBlob({ ...ref, key: Uint8Array.from(ref.key) }, content)
    } catch (error) {
      if (!(error instanceof DalelError) || error.code !== "blob/damaged") throw error
      faults.push({ fault: "blob-damaged", where: `blobs/${ref.id}` })
    }
  }
  for (const { id } of rest) faults.push({ fault: "blob-missing", where: `blobs/${id}` })
  return { blobs, bytes }
}
