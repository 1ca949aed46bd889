import { createHmac, timingSafeEqual } from "node:crypto"
import type { DeviceId } from "../model/id.js"
import { isId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { type Disk, isMissing, type OpenFile } from "./disk.js"
import { writeDurably } from "./durable.js"

/** How long this device's log was after its last commit, and its root. */
export interface Head {
  readonly device: DeviceId
  readonly size: number
  /** RFC 6962 root, base64 (44 characters) as in a checkpoint. */
  readonly root: string
}

export interface HeadFile {
  /** The newest head that was written whole. */
  readonly last: Head
  /** Something else in the file cannot be read: a power cut while writing, or tampering. `createHead` mends it. */
  readonly torn: boolean
  /** Durable when it answers; with `soon`, when the system next writes, and at the latest on closing. One at a time. */
  write(head: Head, when?: "soon"): Promise<void>
  close(): Promise<void>
}

/**
 * Two slots, written in turn, so that a torn write leaves the one before. Each is 512 bytes of text filled up with
 * zeros; the second stands 4096 bytes in, where no write of the first can touch it, whatever the disk's sector is.
 *
 *     dalel/head/v1
 *     <device>
 *     <size>
 *     <root>
 *     <counter>        the higher one is the newer; written to slot counter mod 2
 *     <HMAC-SHA256 of the lines above, base64>
 */
const SLOT = 512
const SECOND = 4096

interface Slot extends Head {
  readonly counter: number
}

/** @param key 32 bytes; @throws DalelError file/not-found, vault/damaged ("head") when neither slot counts */
export async function openHead(disk: Disk, path: string, key: Uint8Array): Promise<HeadFile> {
  let file: OpenFile
  try {
    file = await disk.open(path, "change")
  } catch (error) {
    throw isMissing(error) ? new DalelError("file/not-found", "head") : error
  }
  try {
    const bytes = new Uint8Array(SECOND + SLOT)
    const filled = (await file.read(bytes, 0)) === bytes.length && (await file.size()) === bytes.length
    const between = bytes.subarray(SLOT, SECOND).some((byte) => byte !== 0)
    const slots = [bytes.subarray(0, SLOT), bytes.subarray(SECOND)].map((slot, index) => parseSlot(slot, index, key))
    const [newest] = slots.filter((slot) => slot !== undefined).sort((a, b) => b.counter - a.counter)
    if (newest === undefined) throw new DalelError("vault/damaged", "head")
    return running(file, key, newest, !filled || between || slots.includes(undefined))
  } catch (error) {
    await file.close()
    throw error
  }
}

/** A new file that holds this head in both slots. Replaces what stood there. */
export async function createHead(disk: Disk, path: string, key: Uint8Array, head: Head): Promise<HeadFile> {
  await writeDurably(disk, path, formatHead(head, key))
  return openHead(disk, path, key)
}

/** A whole head file. */
export function formatHead(head: Head, key: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(SECOND + SLOT)
  bytes.set(formatSlot({ ...head, counter: 0 }, key), 0)
  bytes.set(formatSlot({ ...head, counter: 1 }, key), SECOND)
  return bytes
}

function running(file: OpenFile, key: Uint8Array, newest: Slot, torn: boolean): HeadFile {
  let { counter } = newest
  let owed = false
  return {
    last: { device: newest.device, size: newest.size, root: newest.root },
    torn,
    async write(head, when) {
      // Counted only once it is durable: after a failure the same slot is written again, the good one stays untouched.
      const slot = { ...head, counter: counter + 1 }
      await file.write(formatSlot(slot, key), slot.counter % 2 === 0 ? 0 : SECOND)
      owed = when === "soon"
      if (!owed) await file.sync()
      counter++
    },
    async close() {
      try {
        if (owed) await file.sync()
        owed = false
      } finally {
        await file.close()
      }
    },
  }
}

function formatSlot({ device, size, root, counter }: Slot, key: Uint8Array): Uint8Array {
  const covered = `dalel/head/v1\n${device}\n${size}\n${root}\n${counter}\n`
  const slot = Buffer.alloc(SLOT)
  slot.write(`${covered}${createHmac("sha256", key).update(covered).digest("base64")}\n`)
  return slot
}

function parseSlot(bytes: Uint8Array, index: number, key: Uint8Array): Slot | undefined {
  const [, device = "", size = "", root = "", counter = ""] = Buffer.from(bytes).toString("latin1").split("\n")
  if (!isId(device) || !/^\d{1,15}$/.test(size) || !/^\d{1,15}$/.test(counter)) return undefined
  const slot = { device: device as DeviceId, size: Number(size), root, counter: Number(counter) }
  // What we would not write, we do not read: one comparison for the spelling, the filling and the MAC.
  if (slot.counter % 2 !== index || !timingSafeEqual(formatSlot(slot, key), bytes)) return undefined
  return slot
}
