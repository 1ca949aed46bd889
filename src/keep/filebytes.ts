import type { Disk } from "../vault/disk.js"

const AT_ONCE = 1 << 20

/** A file from its beginning to its end, piece by piece; each piece is the caller's own. */
export async function* fileBytes(disk: Disk, path: string): AsyncGenerator<Uint8Array> {
  const file = await disk.open(path, "read")
  try {
    for (let at = 0; ; ) {
      const some = Buffer.allocUnsafeSlow(AT_ONCE)
      const count = await file.read(some, at)
      if (count === 0) return
      yield some.subarray(0, count)
      at += count
    }
  } finally {
    await file.close()
  }
}
