import { createHash } from "node:crypto"
import { combine, split } from "shamir-secret-sharing"
import { DalelError } from "../model/refusals.js"
import { checkDigit, digitsToBytes, groupsOf, type RecoveryKey } from "./recoverykey.js"

/**
 * One of three parts of a recovery key, any two of which give it back (Shamir's scheme over GF(2^8)). One alone says
 * nothing about it.
 */
export interface Share {
  /** The recovery key's own number: the same on all three. */
  readonly set: string
  /** 1, 2 or 3: what is printed large on the sheet. */
  readonly index: number
  /** 17 bytes: 16 of the share, then its x. */
  readonly bytes: Uint8Array
}

export const SHARE_GROUPS = 13
const PARTS = 3
const NEEDED = 2
/** "2": a part of a key. A whole one has "1" here. */
const PART = "2"
const [X_DIGITS, Y_DIGITS] = [3, 39]

/** Three shares of a recovery key. Their randomness is the library's own: the system's. */
export async function splitKey({ set, seed }: RecoveryKey): Promise<Share[]> {
  const parts = await split(Uint8Array.from(seed), PARTS, NEEDED)
  return parts.map((bytes, at) => ({ set, index: at + 1, bytes: Uint8Array.from(bytes) }))
}

/**
 * The recovery key from two shares or three. Shares of another key combine silently to a wrong one, so with three every
 * pair is asked; with two only the recovery file can tell.
 * @throws DalelError share/too-few, share/other-set, share/wrong (where: the number of the share that does not fit)
 */
export async function combineShares(shares: readonly Share[]): Promise<RecoveryKey> {
  const [first] = shares
  const distinct = [...new Map(shares.map((share) => [share.index, share])).values()]
  if (!first || distinct.length < NEEDED) throw new DalelError("share/too-few")
  if (shares.some(({ set }) => set !== first.set)) throw new DalelError("share/other-set")
  const of = async (...some: Share[]) => Buffer.from(await combine(some.map(({ bytes }) => Uint8Array.from(bytes))))
  const seed = await of(distinct[0]!, distinct[1]!)
  if (distinct.length > NEEDED) {
    const pairs = await Promise.all(distinct.map((left) => of(...distinct.filter((one) => one !== left))))
    const odd = pairs.findIndex((one, at) => pairs.every((other, n) => n === at || !other.equals(one)))
    // All three differ: more than one is wrong, or one of them and nobody can say which.
    if (odd >= 0) throw new DalelError("share/wrong", `${first.set}-${distinct.map(({ index }) => index).join(", ")}`)
  }
  return { set: first.set, seed: new Uint8Array(seed) }
}

/**
 * Thirteen groups of five digits:
 *
 * group 1        the set
 * groups 2 to 12 "2", the number of the share, x as three digits, the share as a decimal number of 39 digits
 * group 13       SHA-256 of `dalel/v1/recovery-share\n` and the 48 digits before, as a number, modulo 10,000
 *
 * The fifth digit of each group checks it, as on a whole sheet.
 */
export function formatShare({ set, index, bytes }: Share): readonly string[] {
  const y = BigInt(`0x${Buffer.from(bytes.subarray(0, 16)).toString("hex")}`)
  const x = String(bytes[16]).padStart(X_DIGITS, "0")
  const digits = set + PART + index + x + y.toString().padStart(Y_DIGITS, "0")
  return groupsOf(digits + checksum(digits))
}

/**
 * @throws DalelError share/wrong (where: the share's number as far as it can be read, and the groups that are wrong),
 * recovery/incomplete
 */
export function parseShare(groups: readonly string[]): Share {
  if (groups.length !== SHARE_GROUPS) throw new DalelError("recovery/incomplete", `${groups.length} / ${SHARE_GROUPS}`)
  const wrong = groups.flatMap((group, at) =>
    /^\d{5}$/.test(group) && group[4] === checkDigit(group.slice(0, 4), at) ? [] : [at + 1],
  )
  const named = `${groups[0]!.slice(0, 4)}-${groups[1]!.slice(1, 2)}`
  if (wrong.length > 0) throw new DalelError("share/wrong", `${named}: ${wrong.join(", ")}`)
  const digits = groups.map((group) => group.slice(0, 4)).join("")
  const [body, sum] = [digits.slice(0, 48), digits.slice(48)]
  const [index, x, y] = [Number(body[5]), Number(body.slice(6, 9)), digitsToBytes(body.slice(9))]
  if (sum !== checksum(body) || body[4] !== PART || index < 1 || index > PARTS || x < 1 || x > 255 || !y)
    throw new DalelError("share/wrong", named)
  return { set: body.slice(0, 4), index, bytes: Uint8Array.from([...y, x]) }
}

function checksum(digits: string): string {
  const hash = createHash("sha256").update(`dalel/v1/recovery-share\n${digits}`).digest("hex")
  return String(BigInt(`0x${hash}`) % 10_000n).padStart(4, "0")
}
