import { createDecipheriv } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import type { DbKey } from "./db.js"

const PAGE = 4096
/** SQLCipher 4 keeps 16 bytes of IV and 64 of HMAC at the end of each page. */
const RESERVE = 80
const WAL_HEADER = 32
const FRAME_HEADER = 24

/**
 * Everything a database file and its write-ahead log hold, decrypted page by page, free pages and old frames too: what
 * somebody with the key would find. For tests that look for what should be gone. The MACs are not looked at.
 */
export function decryptedPages(path: string, { key }: DbKey): Buffer {
  const pages: Buffer[] = []
  const file = readFileSync(path)
  for (let at = 0; at < file.length; at += PAGE)
    pages.push(decrypted(file.subarray(at, at + PAGE), key, at === 0 ? 16 : 0))
  const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0)
  for (let at = WAL_HEADER; at + FRAME_HEADER + PAGE <= log.length; at += FRAME_HEADER + PAGE) {
    const skip = log.readUInt32BE(at) === 1 ? 16 : 0 // the first page begins with the salt
    pages.push(decrypted(log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE), key, skip))
  }
  return Buffer.concat(pages)
}

function decrypted(page: Buffer, key: Uint8Array, skip: number): Buffer {
  const iv = page.subarray(PAGE - RESERVE, PAGE - RESERVE + 16)
  const decipher = createDecipheriv("aes-256-cbc", key, iv).setAutoPadding(false)
  return Buffer.concat([decipher.update(page.subarray(skip, PAGE - RESERVE)), decipher.final()])
}
