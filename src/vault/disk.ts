/**
 * The disk, passed in so that faults replay from a seed. Failures are Node's own errors with their `code` (ENOENT,
 * EEXIST, …), except a full disk, which is DalelError vault/disk-full.
 */
export interface Disk {
  /** read: an existing file; change: an existing file, to write in place; create: a new file (0600), EEXIST if there. */
  open(path: string, how: "read" | "change" | "create"): Promise<OpenFile>
  /** Atomic; replaces `to`. Durable only once the folder is synced. */
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Makes the folder (0700) and those above it. */
  makeFolder(path: string): Promise<void>
  removeFolder(path: string): Promise<void>
  list(path: string): Promise<{ name: string; kind: Kind }[]>
  /** `undefined` when nothing is there. Does not follow a symbolic link. */
  stat(path: string): Promise<Stat | undefined>
  /** Sets the time of last access and change. */
  setTime(path: string, milliseconds: number): Promise<void>
  /** Makes the names in a folder durable. Systems that cannot do that are tolerated. */
  syncFolder(path: string): Promise<void>
  /** The path with every symbolic link resolved. */
  realPath(path: string): Promise<string>
  /** What statfs(2) says of the file system that holds the path. */
  fileSystem(path: string): Promise<{ type: number; free: number }>
}

export type Kind = "file" | "folder" | "other"

export interface Stat {
  readonly kind: Kind
  /** Bytes. */
  readonly size: number
  /** Permission bits, e.g. 0o600. */
  readonly mode: number
  /** Milliseconds since 1970. */
  readonly changed: number
}

export interface OpenFile {
  /** Fills `into` from `position` as far as the file goes; answers how many bytes. */
  read(into: Uint8Array, position: number): Promise<number>
  /** Writes all the bytes, or fails. */
  write(bytes: Uint8Array, position: number): Promise<void>
  /** fdatasync: what was written, and the size, survive a power cut. A failure means the data may be lost. */
  sync(): Promise<void>
  /** Bytes. */
  size(): Promise<number>
  close(): Promise<void>
}

export declare const realDisk: Disk

/** True for the error of a path that is not there. */
export declare function isMissing(error: unknown): boolean

/** A whole file, at most `limit` bytes. @throws DalelError file/not-found, file/too-large */
export declare function readWhole(disk: Disk, path: string, limit?: number): Promise<Uint8Array>
