import { type Encoding, sequenceLength } from "./encoding.js"

/** Bytes as a string of which every character knows its bytes. Invalid bytes are U+FFFD. */
export interface Decoded {
  /** WHATWG name: decoding any run of whole characters' bytes with it gives those characters again. */
  readonly encoding: string
  readonly text: string
  /** First byte of the character at `index`. Both halves of a surrogate pair begin at the pair's first byte. */
  from(index: number): number
  /** The byte after the character that ends before `index`. */
  to(index: number): number
  /** True for damage: together with their neighbours its bytes might be read as something else. */
  standsAlone(index: number): boolean
}

// In these a character takes one byte or several; in every other 8-bit encoding, one.
const UNEVEN = new Set(["gbk", "gb18030", "big5", "euc-jp", "euc-kr", "shift_jis"])

export function decode(bytes: Uint8Array, { label, mark }: Encoding): Decoded {
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  const { encoding } = decoder
  if (encoding.startsWith("utf-16")) return sixteen(bytes, encoding, mark)
  const text = decoder.decode(bytes.subarray(mark))
  const rest = bytes.length - mark
  if (text.length === rest && !UNEVEN.has(encoding)) return even(encoding, text, mark, 1, bytes.length)
  if (encoding === "utf-8") {
    const starts = utf8Starts(bytes, mark, text.length)
    if (starts) return uneven(encoding, text, starts)
  }
  return cautious(bytes, encoding, mark)
}

/** UTF-16: half a surrogate pair and half a unit are U+FFFD, and stand alone (decoders differ on what follows them). */
function sixteen(bytes: Uint8Array, encoding: string, mark: number): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = encoding === "utf-16le"
  const unit = (i: number) => (i + 1 < bytes.length ? view.getUint16(i, little) : 0)
  const broken = new Set<number>()
  const parts: string[] = []
  let codes: number[] = []
  for (let i = mark; i < bytes.length; i += 2) {
    let code = unit(i)
    const paired =
      code >= 0xd800 && code <= 0xdfff && (code < 0xdc00 ? isLow(unit(i + 2)) : isHigh(i > mark ? unit(i - 2) : 0))
    if ((code >= 0xd800 && code <= 0xdfff && !paired) || i + 1 === bytes.length) {
      code = 0xfffd
      broken.add((i - mark) / 2)
    }
    codes.push(code)
    if (codes.length === 4096) {
      parts.push(String.fromCharCode(...codes))
      codes = []
    }
  }
  const text = parts.join("") + String.fromCharCode(...codes)
  return { ...even(encoding, text, mark, 2, bytes.length), standsAlone: (index) => broken.has(index) }
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff

// As many characters as bytes (or pairs of them): ASCII, all single-byte encodings, UTF-16.
function even(encoding: string, text: string, mark: number, size: number, total: number): Decoded {
  return {
    encoding,
    text,
    standsAlone: () => false,
    from: (index) => mark + size * index - (isLowHalf(text, index) ? size : 0),
    to: (index) => Math.min(total, mark + size * index + (isLowHalf(text, index) ? size : 0)),
  }
}

// `starts` has one entry per UTF-16 unit and one more for the end; units that share bytes share an entry.
function uneven(encoding: string, text: string, starts: Uint32Array): Decoded {
  return {
    encoding,
    text,
    standsAlone: () => false,
    from: (index) => starts[index]!,
    to(index) {
      let next = index
      while (next < text.length && starts[next] === starts[index - 1]) next++
      return starts[next]!
    },
  }
}

function isLowHalf(text: string, index: number): boolean {
  return isLow(text.charCodeAt(index))
}

function utf8Starts(bytes: Uint8Array, mark: number, units: number): Uint32Array | null {
  const starts = new Uint32Array(units + 1)
  let unit = 0
  for (let i = mark; i < bytes.length; ) {
    starts[unit++] = i
    if (bytes[i]! < 0x80) {
      i++
      continue
    }
    const size = sequenceLength(bytes, i)
    if (size === 4) starts[unit++] = i
    i += Math.abs(size)
  }
  starts[unit] = bytes.length
  return unit === units ? starts : null
}

/**
 * Character by character, for encodings whose characters differ in length: GB18030, Big5, Shift_JIS. A byte that begins
 * no character stands by itself, so that damage never swallows the markup after it.
 */
function cautious(bytes: Uint8Array, encoding: string, mark: number): Decoded {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const starts = new Uint32Array(2 * (bytes.length - mark) + 1)
  const broken = new Set<number>()
  const parts: string[] = []
  let unit = 0
  for (let i = mark; i < bytes.length; ) {
    let end = i
    while (end < bytes.length && bytes[end]! < 0x80) starts[unit++] = end++
    if (end > i) parts.push(decoder.decode(bytes.subarray(i, end)))
    if (end === bytes.length) break
    i = end
    end = Math.min(bytes.length, i + characterLength(encoding, bytes, i))
    let character = decoder.decode(bytes.subarray(i, end))
    const last = bytes[end - 1]!
    const swallowed = character.length > 1 && last < 0x80 && character.charCodeAt(character.length - 1) === last
    if (swallowed || character.length > 2 || character.includes("\uFFFD")) {
      end = i + 1
      character = decoder.decode(bytes.subarray(i, end))
      broken.add(unit)
    }
    parts.push(character)
    for (let k = 0; k < character.length; k++) starts[unit++] = i
    i = end
  }
  starts[unit] = bytes.length
  return {
    ...uneven(encoding, parts.join(""), starts.subarray(0, unit + 1)),
    standsAlone: (index) => broken.has(index),
  }
}

/** How many bytes the character at `i` has if it is whole, by its first bytes (WHATWG decoders). */
function characterLength(encoding: string, bytes: Uint8Array, i: number): number {
  const first = bytes[i]!
  const second = bytes[i + 1] ?? 0
  if (encoding === "shift_jis") return (first >= 0xa0 && first <= 0xdf) || first === 0x80 ? 1 : 2
  if (encoding === "euc-jp") return first === 0x8f ? 3 : 2
  if (encoding.startsWith("gb") && second >= 0x30 && second <= 0x39) return 4
  return first === 0x80 || first === 0xff ? 1 : 2
}
