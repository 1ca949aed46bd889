import type { Random } from "../model/clock.js"
import type { BlobId } from "../model/id.js"
import type { Disk } from "./disk.js"

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
  put(content: Uint8Array | AsyncIterable<Uint8Array>): Promise<BlobRef>
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
}

/** Blobs as `<folder>/ab/<id>.age`. */
export declare function folderBlobs(disk: Disk, random: Random, folder: string): BlobStore

/** How many bytes are encrypted for a content of `size`: powers of two from 4 KiB to 1 MiB, beyond that PADMÉ. */
export declare function paddedSize(size: number): number
