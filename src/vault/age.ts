import type { Random } from "../model/clock.js"
import type { Identity } from "./identity.js"

/** For whom a file is encrypted. A passphrase stands alone (age's rule). `work`: log2 of the scrypt cost, 18 unless told. */
export type To =
  | { readonly recipients: readonly [Uint8Array, ...Uint8Array[]] }
  | { readonly passphrase: string; readonly work?: number }

export type With = { readonly identity: Identity } | { readonly passphrase: string }

export type Bytes = Uint8Array | AsyncIterable<Uint8Array>

/** Bytes that can be read at any place: `read(start, end)` answers exactly those bytes, fewer only past the end. */
export interface RandomAccess {
  readonly size: number
  read(start: number, end: number): Promise<Uint8Array>
}

/** Streams the encrypted file. Memory: some chunks of 64 KiB, whatever the size. */
export declare function encrypt(plain: Bytes, to: To, random: Random): AsyncGenerator<Uint8Array>

/**
 * Streams the plaintext; each 64 KiB chunk is authentic when it is given out, but that the file is whole is known only
 * at the end: until then a caller may not act on it.
 * @throws DalelError age/malformed, age/no-identity-matches, age/too-costly
 */
export declare function decrypt(sealed: Bytes, key: With): AsyncGenerator<Uint8Array>

/**
 * The plaintext bytes from `start` to `end` (exclusive; cut off at the end of the file). The last chunk is always
 * checked too, so a shortened file is refused whichever part is asked for.
 */
export declare function decryptRange(
  sealed: RandomAccess,
  key: With,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array>

/** `encrypt` for something small, at once. */
export declare function seal(plain: Uint8Array, to: To, random: Random): Promise<Uint8Array>

/** `decrypt` for something small, at once: all or an error. */
export declare function unseal(sealed: Uint8Array, key: With): Promise<Uint8Array>
