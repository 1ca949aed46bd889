import { fdatasyncSync, writeSync } from "node:fs"
import * as fs from "node:fs/promises"
import { DalelError } from "../model/refusals.js"

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
  /** Only for the person who owns it: 0600 or 0700. Nothing is done where the system has no such modes. */
  makePrivate(path: string): Promise<void>
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

/** True for the error of a path that is not there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR"
}

/** A whole file, at most `limit` bytes. @throws DalelError file/not-found, file/too-large */
export async function readWhole(disk: Disk, path: string, limit = 1 << 20): Promise<Uint8Array> {
  const file = await disk.open(path, "read").catch((error: unknown) => {
    throw isMissing(error) ? new DalelError("file/not-found") : error
  })
  try {
    const size = await file.size()
    if (size > limit) throw new DalelError("file/too-large", `${limit} bytes`)
    const bytes = new Uint8Array(size)
    return bytes.subarray(0, await file.read(bytes, 0))
  } finally {
    await file.close()
  }
}

const SMALL = 4096

export const realDisk: Disk = {
  async open(path, how) {
    const flags = { read: "r", change: "r+", create: "wx+" } as const
    const handle = await fs.open(path, flags[how], 0o600)
    let unsynced = 0
    return {
      async read(into, position) {
        let done = 0
        while (done < into.length) {
          const { bytesRead } = await handle.read(into, done, into.length - done, position + done)
          if (bytesRead === 0) break
          done += bytesRead
        }
        return done
      },
      async write(bytes, position) {
        let done = 0
        unsynced += bytes.length
        // Into memory only, which is sooner done than handed to another thread; `sync` is what waits for the disk.
        if (bytes.length <= SMALL)
          done = await told((async () => writeSync(handle.fd, bytes, 0, bytes.length, position))())
        while (done < bytes.length)
          done += (await told(handle.write(bytes, done, bytes.length - done, position + done))).bytesWritten
      },
      // A page or so is on the disk sooner than another thread has taken the job; more must not keep others waiting.
      async sync() {
        if (unsynced <= SMALL) await told((async () => fdatasyncSync(handle.fd))())
        else await told(handle.datasync())
        unsynced = 0
      },
      size: async () => (await handle.stat()).size,
      close: () => handle.close(),
    }
  },
  rename: (from, to) => told(fs.rename(from, to)),
  unlink: (path) => fs.unlink(path),
  makeFolder: async (path) => void (await told(fs.mkdir(path, { recursive: true, mode: 0o700 }))),
  removeFolder: (path) => fs.rmdir(path),
  async list(path) {
    return (await fs.readdir(path, { withFileTypes: true })).map((item) => ({ name: item.name, kind: kindOf(item) }))
  },
  async stat(path) {
    try {
      const stat = await fs.lstat(path)
      return { kind: kindOf(stat), size: stat.size, mode: stat.mode & 0o777, changed: stat.mtimeMs }
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
  async makePrivate(path) {
    await fs.chmod(path, (await fs.stat(path)).isDirectory() ? 0o700 : 0o600)
  },
  setTime: (path, milliseconds) => fs.utimes(path, milliseconds / 1000, milliseconds / 1000),
  async syncFolder(path) {
    // Windows (EPERM) and some mounted file systems (EINVAL) cannot: there the rename alone has to do.
    const refused = ["EPERM", "EACCES", "EISDIR", "EINVAL", "ENOTSUP", "EBADF"]
    try {
      const handle = await fs.open(path, "r")
      await handle.sync().finally(() => handle.close())
    } catch (error) {
      if (!refused.includes(codeOf(error) ?? "")) throw error
    }
  },
  realPath: (path) => fs.realpath(path),
  async fileSystem(path) {
    const { type, bavail, bsize } = await fs.statfs(path)
    return { type, free: bavail * bsize }
  },
}

function kindOf(item: { isFile(): boolean; isDirectory(): boolean }): Kind {
  return item.isFile() ? "file" : item.isDirectory() ? "folder" : "other"
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined
}

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (["ENOSPC", "EDQUOT"].includes(codeOf(error) ?? "")) throw new DalelError("vault/disk-full")
    throw error
  }
}
