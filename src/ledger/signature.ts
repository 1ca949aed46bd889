import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto"

/** DER before 32 raw bytes: RFC 8410. What `openssl pkeyutl` wants before a public key. */
const PRIVATE = Buffer.from("302e020100300506032b657004220420", "hex")
const PUBLIC = Buffer.from("302a300506032b6570032100", "hex")

/** Something that signs with Ed25519 (RFC 8032) and can name its public key (32 bytes). */
export interface Signer {
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array
}

/** A signer from a 32-byte seed. */
export function signerOf(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: "der", type: "pkcs8" })
  const spki = createPublicKey(key).export({ format: "der", type: "spki" })
  return { publicKey: Uint8Array.from(spki.subarray(PUBLIC.length)), sign: (message) => sign(null, message, key) }
}

const known = new Map<string, KeyObject>()

export function verifies(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const name = Buffer.from(publicKey).toString("hex")
  let key = known.get(name)
  if (!key) {
    try {
      key = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: "der", type: "spki" })
    } catch {
      return false
    }
    if (known.size > 1000) known.clear()
    known.set(name, key)
  }
  return verify(null, message, key, signature)
}
