import type { Random } from "../model/clock.js"

/** An X25519 key pair, as age uses it. */
export interface Identity {
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** 32 bytes, the public key. */
  readonly recipient: Uint8Array
}

export declare function makeIdentity(random: Random): Identity
/** @param secret 32 bytes */
export declare function identityOf(secret: Uint8Array): Identity
/** `AGE-SECRET-KEY-1…` */
export declare function formatIdentity(identity: Identity): string
/** @throws DalelError age/malformed */
export declare function parseIdentity(text: string): Identity
/** `age1…` */
export declare function formatRecipient(recipient: Uint8Array): string
/** @throws DalelError age/malformed */
export declare function parseRecipient(text: string): Uint8Array
