import assert from "node:assert/strict"
import { createDecipheriv } from "node:crypto"
import { readFile } from "node:fs/promises"
import { heldBy, type Vault } from "../src/vault/vault.js"

const [PAGE, RESERVED] = [4096, 80]

/**
 * Every page of a database file without its encryption, free ones and what is left in them included (SQLCipher 4:
 * AES-256-CBC, each page's IV at the beginning of its last 80 bytes; the first page begins with the salt).
 */
export async function decryptedPages(file: string, key: Uint8Array): Promise<Buffer> {
  const sealed = await readFile(file)
  assert.ok(sealed.length > 0 && sealed.length % PAGE === 0, `${sealed.length} bytes are no pages`)
  const pages: Buffer[] = []
  for (let at = 0; at < sealed.length; at += PAGE) {
    const page = sealed.subarray(at, at + PAGE)
    const iv = page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16)
    const decipher = createDecipheriv("aes-256-cbc", key, iv).setAutoPadding(false)
    pages.push(decipher.update(page.subarray(at === 0 ? 16 : 0, PAGE - RESERVED)), decipher.final())
  }
  return Buffer.concat(pages)
}

/** The pages of a vault, which is closed for it. */
export async function pagesOf(vault: Vault): Promise<Buffer> {
  const key = Uint8Array.from(heldBy(vault).derived.db.key) // closing wipes it
  await vault.close()
  return decryptedPages(vault.layout.db, key)
}

/** Which of these words stand in the bytes, in either case. */
export function foundIn(bytes: Uint8Array, words: readonly string[]): string[] {
  const text = Buffer.from(bytes).toString("latin1").toLowerCase()
  return words.filter((word) => text.includes(Buffer.from(word.toLowerCase()).toString("latin1")))
}
