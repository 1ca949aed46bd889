import { createHash } from "node:crypto"
import { sourceBySha256 } from "../index/sources.js"
import type { Draft } from "../ledger/log.js"
import { makeId, type SourceId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { tombstoneOf } from "../vault/erase.js"
import type { Vault } from "../vault/vault.js"
import { isReadable, mediaTypeOf } from "./media.js"

/** Something to seal. `open` gives the same bytes each time it is called. */
export interface Item {
  readonly name: string | null
  readonly method: "upload" | "paste" | "folder" | "handed_over"
  open(): AsyncIterable<Uint8Array>
}

/** What the one who brings it says of it. */
export interface Claimed {
  readonly url: string | null
  /** EDTF. */
  readonly published: string | null
  readonly lang: string | null
  readonly savedAt: string | null
}

export interface Sealed {
  readonly source: SourceId
  readonly sha256: string
  /** known: these bytes were here already; a custody entry says that they came again. */
  readonly status: "sealed" | "known"
  readonly readable: boolean
}

export interface Progress {
  /** Bytes done, of how many (once known). */
  at?(done: number, of: number | null): void
  readonly signal?: AbortSignal
  /** Also what was destroyed here on request: whoever asked for it has agreed anew. */
  readonly again?: boolean
  /** The sample's own pages, as it is being made. Afterwards it takes nothing: real sources belong in a real vault. */
  readonly sample?: boolean
}

const TOOL = { name: "dalel", version: "0.1.0" }

/**
 * Seals one item unchanged: hashed, encrypted under its own key, and logged with the facts of the Berkeley Protocol.
 * It is durable when this answers. The bytes are read twice: to know them, then to seal them.
 * @throws DalelError file/empty, file/changed-while-read, source/expunged (where: the tombstone), vault/is-sample, vault/disk-full, cancelled
 */
export async function sealItem(vault: Vault, item: Item, claimed: Claimed, progress: Progress = {}): Promise<Sealed> {
  if (vault.sample && !progress.sample) throw new DalelError("vault/is-sample")
  const startedAt = vault.world.clock.now()
  const first = await know(item, progress)
  if (first.bytes === 0) throw new DalelError("file/empty")
  const { sha256, mediaType } = first
  const readable = isReadable(mediaType)
  const receivedAgain = (source: SourceId): Draft => {
    const body = { source, action: "received", sha256, filename: item.name, purpose: "same_bytes" } as const
    return { kind: "custody", body }
  }
  const known = await sourceBySha256(vault.db, sha256)
  if (known) {
    await vault.commit([receivedAgain(known)])
    return { source: known, sha256, status: "known", readable }
  }
  const tombstone = progress.again ? null : await tombstoneOf(vault.db, sha256)
  if (tombstone !== null) throw new DalelError("source/expunged", tombstone)
  const blob = await vault.blobs.put(watched(item.open(), first.bytes, progress))
  if (blob.sha256 !== sha256) {
    await vault.blobs.remove(blob.id)
    throw new DalelError("file/changed-while-read")
  }
  let source = makeId<SourceId>(vault.world.random)
  const { name: filename, method } = item
  const finishedAt = vault.world.clock.now()
  const facts = { source, blob: blob.id, sha256, bytes: first.bytes, mediaType, filename, method, tool: TOOL } as const
  const body = { ...facts, startedAt, finishedAt, clock: "system", claimed } as const
  await vault.commitAs(async (db) => {
    // Somebody else may have brought the same bytes while these were being sealed.
    const meanwhile = await sourceBySha256(db, sha256)
    if (!meanwhile) return { drafts: [{ kind: "capture", body }], blobs: [blob] }
    source = meanwhile
    return { drafts: [receivedAgain(meanwhile)] }
  })
  if (source === body.source) return { source, sha256, status: "sealed", readable }
  await vault.blobs.remove(blob.id)
  return { source, sha256, status: "known", readable }
}

async function know(item: Item, progress: Progress) {
  const hash = createHash("sha256")
  let [bytes, head] = [0, Buffer.alloc(0)]
  for await (const chunk of watched(item.open(), null, progress)) {
    hash.update(chunk)
    bytes += chunk.length
    if (head.length < 1024) head = Buffer.concat([head, chunk.subarray(0, 1024 - head.length)])
  }
  return { sha256: hash.digest("hex"), bytes, mediaType: mediaTypeOf(head, item.name) }
}

async function* watched(chunks: AsyncIterable<Uint8Array>, of: number | null, { at, signal }: Progress) {
  let done = 0
  for await (const chunk of chunks) {
    if (signal?.aborted) throw new DalelError("cancelled")
    done += chunk.length
    at?.(done, of)
    yield chunk
  }
}
