import { crc32 } from "node:zlib"
import type { DossierFile } from "./manifest.js"

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 1 January 1980, midnight: the earliest a ZIP can say, and no time at which anyone worked. */
const DATE = (1 << 5) | 1
const UTF8 = 1 << 11

/** The files as one ZIP (PKWARE APPNOTE), stored as they are, without times or owners. */
export function zipOf(files: readonly DossierFile[]): Uint8Array {
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const head = headOf(name, bytes)
    const local = Buffer.concat([number4(LOCAL), head, Buffer.from(name)])
    // Made by version 2.0 for no system in particular; no comment, no attributes.
    const rest = Buffer.concat([Buffer.alloc(10), number4(offset), Buffer.from(name)])
    central.push(number4(CENTRAL), number2(20), head, rest)
    parts.push(local, bytes)
    offset += local.length + bytes.length
  }
  const list = Buffer.concat(central)
  const counts = [0, 0, files.length, files.length].map(number2)
  const end = Buffer.concat([number4(END), ...counts, number4(list.length), number4(offset), number2(0)])
  return new Uint8Array(Buffer.concat([...parts, list, end]))
}

/** What a file's own head and its line in the list share: version, flags, method, time, date, CRC, sizes, lengths. */
function headOf(name: string, bytes: Uint8Array): Buffer {
  const numbers = [20, UTF8, 0, 0, DATE].map(number2)
  const sizes = [crc32(bytes), bytes.length, bytes.length].map(number4)
  return Buffer.concat([...numbers, ...sizes, number2(Buffer.byteLength(name)), number2(0)])
}

function number2(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function number4(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
