import { createHash, hkdfSync } from "node:crypto"
import type { Random } from "../model/clock.js"
import { DalelError } from "../model/refusals.js"
import { type Identity, identityOf } from "./identity.js"

/**
 * What stands on a recovery sheet. From the seed come an X25519 identity, to which the vault's keys are sealed, and a
 * key that tells our recovery file from one put in its place.
 */
export interface RecoveryKey {
  /** Four digits that tell one sheet from another. No secret: chosen apart from the seed. */
  readonly set: string
  /** 16 bytes, as many as the key of an age file has. */
  readonly seed: Uint8Array
}

export function makeRecoveryKey(random: Random): RecoveryKey {
  const [high = 0, low = 0] = random(2)
  return { set: String(((high << 8) | low) % 10_000).padStart(4, "0"), seed: random(16) }
}

/** The identity for which the vault has one more recipient. */
export function recoveryIdentity({ seed }: RecoveryKey): Identity {
  return identityOf(derive(seed, "recovery-key"))
}

/** 32 bytes for an HMAC: whoever only knows the recipient cannot write a recovery file. */
export function recoveryMacKey({ seed }: RecoveryKey): Uint8Array {
  return derive(seed, "recovery-mac")
}

function derive(seed: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", seed, "", `dalel/v1/${purpose}`, 32))
}

export const GROUPS = 12
const GROUP = 5
/** "1": all of a key. Parts of one (`shares.ts`) have another digit here. */
const WHOLE = "1"
const SEED_DIGITS = 39

/**
 * Twelve groups of five digits, to be written on paper and typed again:
 *
 *     47113 10284 93325 … 90714
 *
 * group 1        the set
 * groups 2 to 11 forty digits: "1", then the seed as a decimal number of 39 digits
 * group 12       SHA-256 of `dalel/v1/recovery-sheet\n` and the 44 digits before, as a number, modulo 10,000
 *
 * Four digits of each group count; the fifth checks them (ISO/IEC 7064 MOD 11,10), beginning from the group's place.
 * So one wrong digit is always found in its group, and so are two neighbouring groups that were exchanged.
 */
export function formatRecoveryKey({ set, seed }: RecoveryKey): readonly string[] {
  const number = BigInt(`0x${Buffer.from(seed).toString("hex")}`)
  const digits = set + WHOLE + number.toString().padStart(SEED_DIGITS, "0")
  return groupsOf(digits + checksum(digits))
}

/** Four digits to a group, and a fifth that checks them. */
export function groupsOf(digits: string): readonly string[] {
  return digits.match(/.{4}/g)!.map((four, index) => four + checkDigit(four, index))
}

/** 16 bytes of a decimal number; undefined when it is too large. */
export function digitsToBytes(digits: string): Uint8Array | undefined {
  const number = BigInt(digits)
  if (number >> 128n !== 0n) return undefined
  return new Uint8Array(Buffer.from(number.toString(16).padStart(32, "0"), "hex"))
}

/**
 * Reads what a person typed: groups apart or all in one, in Western or Arabic digits.
 * @throws DalelError recovery/incomplete (where: how many groups there are), recovery/wrong-group (where: which ones,
 * from 1), recovery/misread when every group is right by itself and yet they do not fit together
 */
export function parseRecoveryKey(text: string): RecoveryKey {
  const groups = groupsIn(text)
  if (groups.length !== GROUPS) throw new DalelError("recovery/incomplete", `${groups.length} / ${GROUPS}`)
  const wrong = wrongGroups(groups)
  if (wrong.length > 0) throw new DalelError("recovery/wrong-group", wrong.join(", "))
  const digits = groups
    .slice(0, -1)
    .map((group) => group.slice(0, 4))
    .join("")
  const seed = digitsToBytes(digits.slice(5))
  if (groups.at(-1)!.slice(0, 4) !== checksum(digits) || digits[4] !== WHOLE || !seed)
    throw new DalelError("recovery/misread")
  return { set: digits.slice(0, 4), seed }
}

/** Which of the first groups of a key cannot be right, counted from 1. */
export function wrongGroups(groups: readonly string[]): number[] {
  return groups.flatMap((group, index) => (isRight(group, index) ? [] : [index + 1]))
}

/** The groups in what was typed, right or wrong. @param most how many a whole sheet has */
export function groupsIn(text: string, most: number = GROUPS): string[] {
  // Arabic and Persian digits: the last four bits are the digit.
  const western = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
  const groups = western.split(/[\s.,;:/·‐-―-]+/).filter((group) => group !== "")
  const joined = groups.join("")
  if (groups.length === most || !/^\d+$/.test(joined) || joined.length !== most * GROUP) return groups
  return joined.match(/.{5}/g)!
}

function isRight(group: string, index: number): boolean {
  return /^\d{5}$/.test(group) && group[4] === checkDigit(group.slice(0, 4), index)
}

/** ISO/IEC 7064 MOD 11,10, started from the place of the group instead of always from 10. */
export function checkDigit(digits: string, place: number): string {
  let product = 1 + (place % 10)
  for (const digit of digits) product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  return String((11 - product) % 10)
}

function checksum(digits: string): string {
  const hash = createHash("sha256").update(`dalel/v1/recovery-sheet\n${digits}`).digest("hex")
  return String(BigInt(`0x${hash}`) % 10_000n).padStart(4, "0")
}
