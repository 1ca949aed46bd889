import { createPrivateKey, createPublicKey, diffieHellman } from "node:crypto"
import type { Random } from "../model/clock.js"
import { DalelError } from "../model/refusals.js"
import { formatBech32, parseBech32 } from "./bech32.js"

/** An X25519 key pair, as age uses it. */
export interface Identity {
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** 32 bytes, the public key. */
  readonly recipient: Uint8Array
}

export function makeIdentity(random: Random): Identity {
  return identityOf(random(32))
}

/** @param secret 32 bytes */
export function identityOf(secret: Uint8Array): Identity {
  const der = createPublicKey(privateKey(secret)).export({ format: "der", type: "spki" })
  return { secret, recipient: new Uint8Array(der.subarray(-32)) }
}

/** `AGE-SECRET-KEY-1…` */
export function formatIdentity({ secret }: Identity): string {
  return formatBech32("age-secret-key-", secret).toUpperCase()
}

/** @throws DalelError age/malformed */
export function parseIdentity(text: string): Identity {
  const secret = parseBech32("age-secret-key-", text)
  if (secret.length !== 32 || text !== text.toUpperCase()) throw new DalelError("age/malformed")
  return identityOf(secret)
}

/** `age1…` */
export function formatRecipient(recipient: Uint8Array): string {
  return formatBech32("age", recipient)
}

/** @throws DalelError age/malformed */
export function parseRecipient(text: string): Uint8Array {
  const recipient = parseBech32("age", text)
  if (recipient.length !== 32 || text !== text.toLowerCase()) throw new DalelError("age/malformed")
  return recipient
}

/**
 * X25519 (RFC 7748). Refuses the few points whose result does not depend on our secret.
 * @throws DalelError age/malformed
 */
export function sharedSecret(secret: Uint8Array, recipient: Uint8Array): Uint8Array {
  let shared: Uint8Array
  try {
    shared = diffieHellman({ privateKey: privateKey(secret), publicKey: publicKey(recipient) })
  } catch (error) {
    throw new DalelError("age/malformed", null, { cause: error })
  }
  if (shared.every((byte) => byte === 0)) throw new DalelError("age/malformed")
  return shared
}

// RFC 8410: what stands before the 32 bytes of an X25519 key in PKCS #8 and in SubjectPublicKeyInfo.
const PKCS8 = Buffer.from("302e020100300506032b656e04220420", "hex")
const SPKI = Buffer.from("302a300506032b656e032100", "hex")

function privateKey(secret: Uint8Array) {
  const der = Buffer.concat([PKCS8, secret])
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" })
  der.fill(0)
  return key
}

function publicKey(recipient: Uint8Array) {
  return createPublicKey({ key: Buffer.concat([SPKI, recipient]), format: "der", type: "spki" })
}
