import { DalelError } from "../model/refusals.js"
import { type Bytes, chunksOf } from "../vault/bytes.js"

/**
 * Plain tar archives (POSIX ustar), only of files, so that `tar x` opens what we wrote when nothing of ours is left.
 * Everything in a header is fixed but name and size: no owner, no time.
 */
export interface TarEntry {
  /** At most 100 ASCII characters. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly content: AsyncIterable<Uint8Array>
}

export interface TarSource {
  readonly name: string
  readonly size: number
  readonly content: () => Bytes
}

const BLOCK = 512

/** How many bytes `tar` will give out. */
export function tarSize(files: readonly { readonly size: number }[]): number {
  return files.reduce((sum, { size }) => sum + BLOCK + padded(size), 2 * BLOCK)
}

/** Streams the archive. @throws DalelError file/changed-while-read if a content is not as long as its size says */
export async function* tar(files: readonly TarSource[]): AsyncGenerator<Uint8Array> {
  for (const { name, size, content } of files) {
    yield header(name, size)
    let seen = 0
    for await (const chunk of chunksOf(content())) {
      seen += chunk.length
      if (seen > size) break
      yield chunk
    }
    if (seen !== size) throw new DalelError("file/changed-while-read")
    if (padded(size) > size) yield new Uint8Array(padded(size) - size)
  }
  yield new Uint8Array(2 * BLOCK)
}

/**
 * Gives out the files in order; the content of each is to be read before the next, what is left of it is skipped.
 * @throws DalelError backup/incomplete when it breaks off, backup/damaged for what we would not have written
 */
export async function* readTar(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const from = reader(bytes)
  try {
    for (;;) {
      const block = await from.exactly(BLOCK)
      if (block.every((byte) => byte === 0)) break
      const name = textOf(block.subarray(0, 100))
      const size = sizeOf(block.subarray(124, 136))
      // What we would not write, we do not read: one comparison for the checksum, the type and every other field.
      if (Buffer.compare(header(name, size), block) !== 0) throw new DalelError("backup/damaged", "tar")
      const content = from.some(size)
      yield { name, size, content }
      for await (const _ of content); // what nobody wanted
      if ((await from.exactly(padded(size) - size)).some((byte) => byte !== 0))
        throw new DalelError("backup/damaged", "tar")
    }
    const end = await from.exactly(BLOCK)
    if (end.some((byte) => byte !== 0) || !(await from.isOver())) throw new DalelError("backup/damaged", "tar")
  } finally {
    await from.close()
  }
}

function reader(bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array()
  const fill = async (): Promise<boolean> => {
    while (held.length === 0) {
      const next = await source.next()
      if (next.done) return false
      held = next.value
    }
    return true
  }
  const take = async (most: number): Promise<Uint8Array> => {
    if (!(await fill())) throw new DalelError("backup/incomplete")
    const some = held.subarray(0, most)
    held = held.subarray(some.length)
    return some
  }
  return {
    async exactly(count: number): Promise<Uint8Array> {
      const whole = new Uint8Array(count)
      for (let at = 0; at < count; ) {
        const some = await take(count - at)
        whole.set(some, at)
        at += some.length
      }
      return whole
    },
    some(count: number): AsyncIterable<Uint8Array> {
      let left = count
      const iterator: AsyncIterableIterator<Uint8Array> = {
        async next() {
          if (left === 0) return { done: true, value: undefined }
          const value = await take(left)
          left -= value.length
          return { done: false, value }
        },
        // Stopping in the middle leaves the rest to be skipped.
        [Symbol.asyncIterator]: () => iterator,
      }
      return iterator
    },
    isOver: async () => !(await fill()),
    close: async () => void (await source.return?.()),
  }
}

const padded = (size: number) => Math.ceil(size / BLOCK) * BLOCK

function header(name: string, size: number): Uint8Array {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new DalelError("backup/damaged", "tar")
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write("0000600\0", 100)
  block.write("0000000\0", 108)
  block.write("0000000\0", 116)
  writeSize(block, size)
  block.write("00000000000\0", 136)
  block.write("        ", 148)
  block.write("0ustar\0", 156)
  block.write("00", 263)
  const sum = block.reduce((all, byte) => all + byte, 0)
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return block
}

const MOST_OCTAL = 8 ** 11

/** Eleven octal digits; from 8 GiB on a binary number with its first bit set, as GNU and BSD tar have it. */
function writeSize(block: Buffer, size: number): void {
  if (size < MOST_OCTAL) block.write(`${size.toString(8).padStart(11, "0")}\0`, 124)
  else {
    block[124] = 0x80
    block.writeBigUInt64BE(BigInt(size), 128)
  }
}

function sizeOf(field: Uint8Array): number {
  const octal = /^([0-7]{11})\0$/.exec(Buffer.from(field).toString("latin1"))?.[1]
  const size = octal !== undefined ? Number.parseInt(octal, 8) : Number(Buffer.from(field).readBigUInt64BE(4))
  if (!Number.isSafeInteger(size)) throw new DalelError("backup/damaged", "tar")
  return size
}

function textOf(field: Uint8Array): string {
  const text = Buffer.from(field).toString("latin1")
  return text.slice(0, text.indexOf("\0") < 0 ? undefined : text.indexOf("\0"))
}
