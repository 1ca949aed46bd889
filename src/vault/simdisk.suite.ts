import { dirname, join } from "node:path"
import type { Random } from "../model/clock.js"
import { DalelError } from "../model/refusals.js"
import type { Disk, OpenFile } from "./disk.js"

/** Random bytes that replay from a seed (mulberry32): for tests only. */
export function randomFrom(seed: number): Random {
  const next = numbersFrom(seed)
  return (count) => Uint8Array.from({ length: count }, () => next() * 256)
}

/** Numbers in [0, 1) that replay from a seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * How operation n fails. lost: it did nothing; landed: it did everything; both say EIO. full: it did nothing and says
 * so with vault/disk-full. cut: the power is gone, it and all that follow do nothing.
 */
export type Fault = "lost" | "landed" | "full" | "cut"

export interface SimDisk extends Disk {
  /** How many operations have changed, or tried to change, the disk. */
  readonly operations: number
  /** Makes the n-th operation from now fail (1 is the next). */
  failAt(n: number, fault: Fault): void
  /**
   * The power goes and comes back. Of everything not synced a random part is kept: each sector for itself (one in
   * twenty garbled), each name for itself. Open files are gone.
   */
  crash(seed: number): void
  /** Every file there is, with its bytes as they would be read now. */
  files(): Map<string, Uint8Array>
}

const SECTOR = 512

interface File {
  kind: "file"
  now: Buffer
  /** What is on the platter. */
  kept: Buffer
  /** Sectors written since the last sync. */
  dirty: Set<number>
  changed: number
}
interface Folder {
  kind: "folder"
  now: Map<string, Item>
  kept: Map<string, Item>
  /** Changes of names since the last sync, in order. */
  pending: ((names: Map<string, Item>) => void)[]
}
type Item = File | Folder

/** A disk in memory whose power can be cut. Starts with the folder `/`. */
export function simDisk(): SimDisk {
  const root = newFolder()
  let operations = 0
  let age = 0
  let failing: { at: number; fault: Fault } | undefined

  /** Runs one operation that changes something, or makes it fail. `spoil` is what a lost operation does nevertheless. */
  function change<T>(work: () => T, spoil: () => void = () => {}): T {
    operations++
    if (failing === undefined || operations < failing.at) return work()
    const { fault } = failing
    if (fault === "cut") throw failure("EIO", "the power is gone")
    failing = undefined
    if (fault === "landed") work()
    else spoil()
    throw fault === "full" ? new DalelError("vault/disk-full") : failure("EIO", fault)
  }

  function find(path: string): Item | undefined {
    let item: Item | undefined = root
    for (const name of path.split("/").filter(Boolean)) item = item?.kind === "folder" ? item.now.get(name) : undefined
    return item
  }
  function folder(path: string): Folder {
    const item = find(path)
    if (item?.kind !== "folder") throw failure("ENOENT", path)
    return item
  }
  function file(path: string): File {
    const item = find(path)
    if (item === undefined) throw failure("ENOENT", path)
    if (item.kind !== "file") throw failure("EISDIR", path)
    return item
  }
  function rename(where: Folder, edit: (names: Map<string, Item>) => void) {
    edit(where.now)
    where.pending.push(edit)
  }
  const nameOf = (path: string) => path.split("/").filter(Boolean).at(-1)!

  function handle(item: File): OpenFile {
    const born = age
    const alive = () => {
      if (born !== age) throw failure("EBADF", "opened before the crash")
    }
    return {
      async read(into, position) {
        alive()
        const bytes = item.now.subarray(position, position + into.length)
        into.set(bytes)
        return bytes.length
      },
      async write(bytes, position) {
        alive()
        change(() => {
          const end = position + bytes.length
          if (end > item.now.length) item.now = Buffer.concat([item.now, Buffer.alloc(end - item.now.length)])
          item.now.set(bytes, position)
          for (let at = Math.floor(position / SECTOR); at * SECTOR < end; at++) item.dirty.add(at)
        })
      },
      async sync() {
        alive()
        change(
          () => {
            const kept = Buffer.alloc(item.now.length)
            item.kept.copy(kept)
            for (const at of item.dirty) item.now.copy(kept, at * SECTOR, at * SECTOR, (at + 1) * SECTOR)
            item.kept = kept
            item.dirty.clear()
          },
          // As on Linux: after a failed fsync the pages count as clean, and a second fsync says all is well.
          () => item.dirty.clear(),
        )
      },
      async size() {
        alive()
        return item.now.length
      },
      async close() {},
    }
  }

  return {
    get operations() {
      return operations
    },
    failAt(n, fault) {
      failing = { at: operations + n, fault }
    },
    crash(seed) {
      const next = numbersFrom(seed)
      failing = undefined
      age++
      settle(root, next)
    },
    files() {
      const found = new Map<string, Uint8Array>()
      const walk = (path: string, item: Folder) => {
        for (const [name, inner] of item.now)
          if (inner.kind === "file") found.set(join(path, name), inner.now)
          else walk(join(path, name), inner)
      }
      walk("/", root)
      return found
    },
    async open(path, how) {
      if (how !== "create") return handle(file(path))
      const where = folder(dirname(path))
      if (where.now.has(nameOf(path))) throw failure("EEXIST", path)
      const item: File = { kind: "file", now: Buffer.alloc(0), kept: Buffer.alloc(0), dirty: new Set(), changed: 1 }
      change(() => rename(where, (names) => names.set(nameOf(path), item)))
      return handle(item)
    },
    async rename(from, to) {
      const item = find(from)
      if (item === undefined) throw failure("ENOENT", from)
      const where = folder(dirname(to))
      if (where !== folder(dirname(from))) throw failure("EXDEV", "not needed here, so not simulated")
      change(() =>
        rename(where, (names) => {
          names.delete(nameOf(from))
          names.set(nameOf(to), item)
        }),
      )
    },
    async unlink(path) {
      file(path)
      change(() => rename(folder(dirname(path)), (names) => names.delete(nameOf(path))))
    },
    async makeFolder(path) {
      if (find(path)?.kind === "folder") return
      if (dirname(path) !== path) await this.makeFolder(dirname(path))
      const item = newFolder()
      change(() => rename(folder(dirname(path)), (names) => names.set(nameOf(path), item)))
    },
    async removeFolder(path) {
      if (folder(path).now.size > 0) throw failure("ENOTEMPTY", path)
      change(() => rename(folder(dirname(path)), (names) => names.delete(nameOf(path))))
    },
    async list(path) {
      return [...folder(path).now].map(([name, { kind }]) => ({ name, kind }))
    },
    async stat(path) {
      const item = find(path)
      if (item === undefined) return undefined
      if (item.kind === "folder") return { kind: "folder", size: 0, mode: 0o700, changed: 0 }
      return { kind: "file", size: item.now.length, mode: 0o600, changed: item.changed }
    },
    async makePrivate(path) {
      if (find(path) === undefined) throw failure("ENOENT", path)
    },
    async setTime(path, milliseconds) {
      const item = file(path)
      change(() => {
        item.changed = milliseconds
      })
    },
    async syncFolder(path) {
      const item = folder(path)
      change(
        () => {
          item.kept = new Map(item.now)
          item.pending = []
        },
        () => {
          item.pending = []
        },
      )
    },
    async realPath(path) {
      if (find(path) === undefined) throw failure("ENOENT", path)
      return path
    },
    fileSystem: async () => ({ type: 0xef53, free: 2 ** 40 }),
  }
}

function newFolder(): Folder {
  return { kind: "folder", now: new Map(), kept: new Map(), pending: [] }
}

function settle(item: Item, next: () => number) {
  if (item.kind === "folder") {
    for (const edit of item.pending) if (next() < 0.5) edit(item.kept)
    item.now = new Map(item.kept)
    item.pending = []
    for (const inner of new Set(item.now.values())) settle(inner, next)
    return
  }
  const size = item.dirty.size > 0 && next() < 0.5 ? item.now.length : item.kept.length
  const kept = Buffer.alloc(size)
  item.kept.copy(kept)
  for (const at of item.dirty) {
    const luck = next()
    if (luck < 0.5) item.now.copy(kept, at * SECTOR, at * SECTOR, (at + 1) * SECTOR)
    else if (luck < 0.55) for (let i = at * SECTOR; i < Math.min(size, (at + 1) * SECTOR); i++) kept[i] = next() * 256
  }
  item.kept = kept
  item.now = Buffer.from(kept)
  item.dirty.clear()
}

function failure(code: string, what: string): Error {
  return Object.assign(new Error(`${code}: ${what}`), { code })
}
