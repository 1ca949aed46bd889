import type { Random } from "./clock.js"
import { DalelError } from "./refusals.js"

declare const kind: unique symbol
type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type VaultId = Id<"vault">
export type DeviceId = Id<"device">
export type MemberId = Id<"member">
export type EntryId = Id<"entry">
export type SourceId = Id<"source">
export type RenditionId = Id<"rendition">
export type EntityId = Id<"entity">
export type StatementId = Id<"statement">
export type BlobId = Id<"blob">
export type AnyId = VaultId | DeviceId | MemberId | EntryId | SourceId | RenditionId | EntityId | StatementId | BlobId

// No i, l, o, u: an id can be read aloud, typed from paper and spells nothing. (Crockford's alphabet, lower case.)
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
const SHAPE = /^[0-9abcdefghjkmnpqrstvwxyz]{26}$/

/** 128 random bits as 26 letters and digits, five bits each; the last carries three. */
export function makeId<I extends AnyId>(random: Random): I {
  let bits = 0n
  for (const byte of random(16)) bits = (bits << 8n) | BigInt(byte)
  bits <<= 2n
  let id = ""
  for (let shift = 125n; shift >= 0n; shift -= 5n) id += ALPHABET[Number((bits >> shift) & 31n)]
  return id as I
}

/** @throws DalelError id/malformed */
export function parseId<I extends AnyId>(text: string): I {
  if (!SHAPE.test(text)) throw new DalelError("id/malformed")
  return text as I
}

export function isId(text: unknown): text is AnyId {
  return typeof text === "string" && SHAPE.test(text)
}
