import type { DeviceId } from "../model/id.js"
import type { Disk } from "./disk.js"

/** How long this device's log was after its last commit, and its root. */
export interface Head {
  readonly device: DeviceId
  readonly size: number
  /** RFC 6962 root, base64 (44 characters) as in a checkpoint. */
  readonly root: string
}

export interface HeadFile {
  /** The newest head that was written whole; `undefined` in a new file. */
  readonly last: Head | undefined
  /** One of the two slots cannot be read: a power cut while writing, or tampering. The next write replaces it. */
  readonly torn: boolean
  /** Durable when it answers. */
  write(head: Head): Promise<void>
  close(): Promise<void>
}

/** @param key 32 bytes; @throws DalelError vault/damaged ("head") when neither slot counts, file/not-found */
export declare function openHead(disk: Disk, path: string, key: Uint8Array): Promise<HeadFile>

/** A new file that holds this head. */
export declare function createHead(disk: Disk, path: string, key: Uint8Array, head: Head): Promise<HeadFile>
