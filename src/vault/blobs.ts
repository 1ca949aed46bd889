import { createHash } from "node:crypto"
import { join } from "node:path"
import type { Random } from "../model/clock.js"
import { type BlobId, isId, makeId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { decrypt, decryptRange, encrypt, type RandomAccess } from "./age.js"
import { type Bytes, chunksOf } from "./bytes.js"
import { type Disk, isMissing, type OpenFile } from "./disk.js"
import { destroy, sweep, writeDurably } from "./durable.js"
import { identityOf, makeIdentity } from "./identity.js"

/** What the database keeps about one blob. */
export interface BlobRef {
  readonly id: BlobId
  /** 32 bytes: the X25519 secret to which this blob alone is encrypted. */
  readonly key: Uint8Array
  /** Bytes of the content, before padding. */
  readonly size: number
  /** SHA-256 of the content, hex. */
  readonly sha256: string
}

/** Large content, each to its own key. One conformance suite (`blobs.suite.ts`) for every implementation. */
export interface BlobStore {
  /** Durable when it answers. One pass, small memory. If the content fails midway, nothing remains. */
  put(content: Bytes): Promise<BlobRef>
  /**
   * Streams the content. Whether it is whole and has the SHA-256 is known only at the end, by the absence of an error.
   * @throws DalelError blob/missing, blob/damaged (where: the blob's id)
   */
  get(ref: BlobRef): AsyncGenerator<Uint8Array>
  /** Bytes from `start` to `end` (exclusive), each chunk authentic; does not check the SHA-256 of the whole. */
  range(ref: BlobRef, start: number, end: number): AsyncGenerator<Uint8Array>
  /** Overwrites and unlinks, durably. A blob that is not there is fine. */
  remove(id: BlobId): Promise<void>
  /** Every blob there is, in order of id, known to the database or not. */
  list(): AsyncGenerator<BlobId>
  /** Removes what an interrupted `put` left behind. Only while no `put` is running. */
  sweep(): Promise<void>
}

/** Blobs as `<folder>/ab/<id>.age`. The folder must be there. */
export function folderBlobs(disk: Disk, random: Random, folder: string): BlobStore {
  const shelfOf = (id: BlobId) => join(folder, id.slice(0, 2))
  const pathOf = (id: BlobId) => join(folder, blobName(id))

  /** Shelves whose name is known to be durable; that they are there does not say so. */
  const shelved = new Set<string>()

  /** A part of what was encrypted, padding included; speaks of every failure as of this blob. */
  async function* plainOf({ id, key }: BlobRef, start: number, end: number): AsyncGenerator<Uint8Array> {
    let file: OpenFile | undefined
    try {
      file = await disk.open(pathOf(id), "read")
      yield* decryptRange(await accessTo(file), { identity: identityOf(key) }, start, end)
    } catch (error) {
      if (isMissing(error)) throw new DalelError("blob/missing", id)
      if (error instanceof DalelError && error.code.startsWith("age/")) throw new DalelError("blob/damaged", id)
      throw error
    } finally {
      await file?.close()
    }
  }

  const store: BlobStore = {
    async put(content) {
      const id = makeId<BlobId>(random)
      const identity = makeIdentity(random)
      const seen = { size: 0, sha256: "" }
      if (!shelved.has(shelfOf(id))) {
        await disk.makeFolder(shelfOf(id))
        await disk.syncFolder(folder)
        shelved.add(shelfOf(id))
      }
      const sealed = encrypt(padded(content, seen), { recipients: [identity.recipient] }, random)
      await writeDurably(disk, pathOf(id), sealed)
      return { id, key: identity.secret, ...seen }
    },
    get: (ref) => contentOf(ref, plainOf(ref, 0, Number.POSITIVE_INFINITY)),
    range: (ref, start, end) => plainOf(ref, start, Math.min(end, ref.size)),
    async remove(id) {
      await destroy(disk, pathOf(id))
    },
    async *list() {
      for (const shelf of await shelves()) {
        const names = (await disk.list(join(folder, shelf))).map(({ name }) => name).sort()
        for (const name of names) {
          const id = name.replace(/\.age$/, "")
          if (name !== id && isId(id) && id.startsWith(shelf)) yield id as BlobId
        }
      }
    },
    async sweep() {
      for (const shelf of await shelves()) await sweep(disk, join(folder, shelf))
    },
  }
  const shelves = async () =>
    (await disk.list(folder))
      .filter(({ kind }) => kind === "folder")
      .map(({ name }) => name)
      .sort()
  return store
}

/** Where a blob lies in the folder: `ab/<id>.age`. */
export function blobName(id: BlobId): string {
  return `${id.slice(0, 2)}/${id}.age`
}

/** Reads a sealed blob to its end, wherever it comes from. @throws DalelError blob/damaged */
export async function checkBlob(ref: BlobRef, sealed: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    for await (const _ of contentOf(ref, decrypt(sealed, { identity: identityOf(ref.key) })));
  } catch (error) {
    if (error instanceof DalelError && error.code.startsWith("age/")) throw new DalelError("blob/damaged", ref.id)
    throw error
  }
}

/** The content without its padding; that it is the right one is told at the end. */
async function* contentOf(ref: BlobRef, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256")
  let size = 0
  let clean = true
  for await (const chunk of plain) {
    const content = chunk.subarray(0, Math.max(0, ref.size - size))
    clean &&= chunk.subarray(content.length).every((byte) => byte === 0)
    size += chunk.length
    hash.update(content)
    if (content.length > 0) yield content
  }
  if (size !== paddedSize(ref.size) || !clean || hash.digest("hex") !== ref.sha256)
    throw new DalelError("blob/damaged", ref.id)
}

/**
 * How many bytes are encrypted for a content of `size`, so that the length of a file tells little: powers of two from
 * 4 KiB to 1 MiB, beyond that PADMÉ (at most 12 % more; less the larger).
 */
export function paddedSize(size: number): number {
  if (size <= 1 << 20) return Math.max(4096, 2 ** Math.ceil(Math.log2(size)))
  const exponent = Math.floor(Math.log2(size))
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1)
  return Math.ceil(size / step) * step
}

/** The content, then zeros. When it has ended, `seen` holds its size and SHA-256. */
async function* padded(content: Bytes, seen: { size: number; sha256: string }): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256")
  for await (const chunk of chunksOf(content)) {
    hash.update(chunk)
    seen.size += chunk.length
    yield chunk
  }
  seen.sha256 = hash.digest("hex")
  const zeros = new Uint8Array(64 * 1024)
  for (let left = paddedSize(seen.size) - seen.size; left > 0; left -= zeros.length)
    yield zeros.subarray(0, Math.min(left, zeros.length))
}

async function accessTo(file: OpenFile): Promise<RandomAccess> {
  return {
    size: await file.size(),
    async read(start, end) {
      const bytes = Buffer.allocUnsafeSlow(end - start)
      return bytes.subarray(0, await file.read(bytes, start))
    },
  }
}
