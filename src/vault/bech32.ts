import { DalelError } from "../model/refusals.js"

// Bech32 as in BIP 173 without its limit of 90 characters, which age does not keep either.
const LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

/** Lower case. @param prefix lower case */
export function formatBech32(prefix: string, bytes: Uint8Array): string {
  const values = regroup(bytes, 8, 5)!
  const sum = checksum([...expand(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31)
  return `${prefix}1${[...values, ...check].map((value) => LETTERS[value]).join("")}`
}

/** All lower or all upper case. @throws DalelError age/malformed */
export function parseBech32(prefix: string, text: string): Uint8Array {
  const lower = text.toLowerCase()
  if (text !== lower && text !== text.toUpperCase()) throw new DalelError("age/malformed")
  if (!lower.startsWith(`${prefix}1`)) throw new DalelError("age/malformed")
  const values = [...lower.slice(prefix.length + 1)].map((letter) => LETTERS.indexOf(letter))
  if (values.length < 6 || values.includes(-1) || checksum([...expand(prefix), ...values]) !== 1)
    throw new DalelError("age/malformed")
  const bytes = regroup(values.slice(0, -6), 5, 8)
  if (bytes === undefined) throw new DalelError("age/malformed")
  return Uint8Array.from(bytes)
}

function expand(prefix: string): number[] {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0))
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)]
}

function checksum(values: readonly number[]): number {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (const [bit, term] of generator.entries()) if ((top >>> bit) & 1) sum ^= term
  }
  return sum
}

/** Numbers of `from` bits as numbers of `to` bits; undefined if what is left over is not zero bits, fewer than `from`. */
function regroup(values: Iterable<number>, from: number, to: number): number[] | undefined {
  const out: number[] = []
  let held = 0
  let bits = 0
  for (const value of values) {
    held = (held << from) | value
    bits += from
    while (bits >= to) {
      bits -= to
      out.push(held >>> bits)
      held &= (1 << bits) - 1
    }
  }
  if (from < to) return bits >= from || held !== 0 ? undefined : out
  if (bits > 0) out.push(held << (to - bits))
  return out
}
