import { isUtf8 } from "node:buffer"

/**
 * Which encoding bytes are written in (WHATWG Encoding labels). A byte order mark decides; then what the page declares,
 * unless the bytes contradict it; then the bytes themselves.
 */
export interface Encoding {
  /** WHATWG name as `TextDecoder` gives it: `utf-8`, `windows-1251`, `utf-16le`. */
  readonly label: string
  /** How many bytes of byte order mark come before the text. */
  readonly mark: number
}

/** How far into a page a declaration is looked for, in bytes. Browsers look 1,024; saved pages put more before it. */
const DECLARED_WITHIN = 16_384

export function encodingOf(bytes: Uint8Array, declared: string | null): Encoding {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: "utf-8", mark: 3 }
  if (a === 0xff && b === 0xfe) return { label: "utf-16le", mark: 2 }
  if (a === 0xfe && b === 0xff) return { label: "utf-16be", mark: 2 }
  return { label: sixteenBits(bytes) ?? eightBits(bytes, declared), mark: 0 }
}

/** The encoding an HTML or XML page says it has, or null. `utf-16` said in ASCII letters is not true: UTF-8 (WHATWG). */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARED_WITHIN)).replace(/<!--.*?-->/gs, "")
  const xml = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/i.exec(head)
  const meta = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)
  const label = knownLabel(meta?.[1] ?? xml?.[1] ?? "")
  return label?.startsWith("utf-16") ? "utf-8" : label
}

/** The name `TextDecoder` has for a label, or null. ISO-2022-JP is left out: its bytes mean nothing without their past. */
export function knownLabel(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label.trim())
    return encoding === "iso-2022-jp" ? null : encoding
  } catch {
    return null
  }
}

// UTF-16 without a mark: Latin letters, digits, spaces and markup leave every other byte zero.
function sixteenBits(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 1024) & ~1
  let even = 0
  let odd = 0
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0 && bytes[i + 1] !== 0) even++
    if (bytes[i] !== 0 && bytes[i + 1] === 0) odd++
  }
  if (odd > Math.max(3, length / 8) && even === 0) return "utf-16le"
  if (even > Math.max(3, length / 8) && odd === 0) return "utf-16be"
  return null
}

function eightBits(bytes: Uint8Array, declared: string | null): string {
  if (isUtf8(bytes)) {
    // A page converted when it was saved may still declare what it was. A few bytes may be UTF-8 by chance.
    const other = declared !== null && declared !== "utf-8"
    return other && weighUtf8(bytes).several < 8 ? declared : "utf-8"
  }
  if (declared !== null && declared !== "utf-8") return declared
  // Nearly UTF-8: the few wrong bytes are damage, not another encoding.
  const { wrong, high } = weighUtf8(bytes)
  return declared === "utf-8" && wrong * 10 < high ? "utf-8" : guess(bytes)
}

/** Sequences of several bytes, wrong bytes, bytes over 0x7F. */
function weighUtf8(bytes: Uint8Array): { several: number; wrong: number; high: number } {
  let several = 0
  let wrong = 0
  let high = 0
  for (let i = 0; i < bytes.length; ) {
    const size = sequenceLength(bytes, i)
    if (bytes[i]! >= 0x80) {
      high += Math.abs(size)
      if (size < 0) wrong++
      else several++
    }
    i += Math.abs(size)
  }
  return { several, wrong, high }
}

/**
 * How many bytes the UTF-8 sequence at `i` has; negative when it is wrong: then so many bytes make one U+FFFD
 * (WHATWG: the longest part that could have begun a character).
 */
export function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!
  if (first < 0x80) return 1
  const needed = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
  if (first < 0xc2 || first > 0xf4) return -1
  for (let k = 1; k <= needed; k++) {
    const next = bytes[i + k] ?? 0
    const low = k > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
    const top = k > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
    if (next < low || next > top) return -k
  }
  return needed + 1
}

/** Undeclared and not UTF-8: Chinese pairs, Cyrillic by the case of its letters, or else Western European. */
function guess(bytes: Uint8Array): string {
  let pairs = 0
  let high = 0
  // Small letters are many, capitals few: windows-1251 has them at E0–FF and C0–DF, KOI8-R the other way round.
  let low32 = 0
  let top32 = 0
  let beside = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    high++
    if (byte >= 0xc0 && byte < 0xe0) low32++
    if (byte >= 0xe0) top32++
    if (byte >= 0xc0 && (bytes[i + 1] ?? 0) >= 0xc0) beside++
  }
  for (let i = 0; i + 1 < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue
    if (bytes[i]! >= 0xb0 && bytes[i]! <= 0xf7 && bytes[i + 1]! >= 0xa1) pairs++
    i++
  }
  const letters = low32 + top32
  if (letters > high * 0.8 && beside > letters * 0.4 && Math.abs(top32 - low32) > letters * 0.6)
    return top32 > low32 ? "windows-1251" : "koi8-r"
  if (pairs * 2 > high * 0.7 && decodes(bytes, "gb18030")) return "gb18030"
  if (letters > high * 0.7 && beside > letters * 0.4) return top32 >= low32 ? "windows-1251" : "koi8-r"
  return "windows-1252"
}

function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
