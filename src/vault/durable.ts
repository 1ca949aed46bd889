import { dirname, join } from "node:path"
import type { Bytes } from "./bytes.js"
import { type Disk, isMissing, type OpenFile } from "./disk.js"

// One name, not a random one: only the process that owns the vault writes, and what it left behind it overwrites.
const UNFINISHED = ".part"

/** Files in the vault carry this time, so that a disk image does not tell when anyone worked: 1 January 2000. */
const TIME = 946_684_800_000

/**
 * Writes a file so that after a power cut it is there whole or (as before) not at all: a temporary name in the same
 * folder, fsync, rename, fsync of the folder. Replaces what stood there.
 */
export async function writeDurably(disk: Disk, path: string, content: Bytes): Promise<void> {
  const temporary = path + UNFINISHED
  await removeIfThere(disk, temporary)
  try {
    const file = await disk.open(temporary, "create")
    try {
      await writeAll(file, content)
      await file.sync() // before the rename: after a power cut a renamed file may otherwise be empty
    } finally {
      await file.close()
    }
    await disk.setTime(temporary, TIME)
    await disk.rename(temporary, path)
  } catch (error) {
    await removeIfThere(disk, temporary).catch(() => {}) // the first error is the one to tell; `sweep` tries again
    throw error
  }
  await disk.syncFolder(dirname(path)) // the name itself is data too
}

const AT_ONCE = 1 << 20

/** One megabyte is being written while the next is being made, in two buffers, whatever the size of the whole. */
async function writeAll(file: OpenFile, content: Bytes): Promise<void> {
  if (content instanceof Uint8Array) return file.write(content, 0)
  let [filling, resting] = [Buffer.allocUnsafeSlow(AT_ONCE), Buffer.allocUnsafeSlow(AT_ONCE)]
  let filled = 0
  let position = 0
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const chunk of content)
      for (let at = 0; at < chunk.length; ) {
        const some = chunk.subarray(at, at + AT_ONCE - filled)
        filling.set(some, filled)
        filled += some.length
        at += some.length
        if (filled < AT_ONCE) continue
        await writing
        writing = file.write(filling, position)
        writing.catch(() => {}) // told by the next `await writing`, which may be a while
        position += filled
        filled = 0
        ;[filling, resting] = [resting, filling]
      }
  } finally {
    await writing
  }
  await file.write(filling.subarray(0, filled), position)
}

/** Overwrites with zeros, then unlinks, durably. Nothing there is fine. */
export async function destroy(disk: Disk, path: string): Promise<void> {
  let file: OpenFile
  try {
    file = await disk.open(path, "change")
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  try {
    await wipe(file)
  } finally {
    await file.close()
  }
  await removeIfThere(disk, path)
  await disk.syncFolder(dirname(path))
}

/** Overwrites all of a file with zeros, durably. */
export async function wipe(file: OpenFile): Promise<void> {
  const zeros = new Uint8Array(1 << 20)
  const size = await file.size()
  for (let at = 0; at < size; at += zeros.length)
    await file.write(zeros.subarray(0, Math.min(zeros.length, size - at)), at)
  await file.sync()
}

/** Removes what an interrupted `writeDurably` left in a folder. Only for the process that owns the vault. */
export async function sweep(disk: Disk, folder: string): Promise<void> {
  for (const { name, kind } of await disk.list(folder))
    if (kind === "file" && name.endsWith(UNFINISHED)) await destroy(disk, join(folder, name))
}

async function removeIfThere(disk: Disk, path: string): Promise<void> {
  await disk.unlink(path).catch((error: unknown) => {
    if (!isMissing(error)) throw error
  })
}
