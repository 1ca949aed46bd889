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
  /** Damage: characters whose bytes, together with their neighbours', might be read as something else. */
  readonly standsAlone: ReadonlySet<number> | null
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
  if (encoding === "utf-8") return utf8(bytes, encoding, text, mark)
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
  return { ...even(encoding, text, mark, 2, bytes.length), standsAlone: broken.size > 0 ? broken : null }
}

const isHigh = (code: number) => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff

// As many characters as bytes (or pairs of them): ASCII, all single-byte encodings, UTF-16.
function even(encoding: string, text: string, mark: number, size: number, total: number): Decoded {
  return {
    encoding,
    text,
    standsAlone: null,
    from: (index) => mark + size * index - (isLowHalf(text, index) ? size : 0),
    to: (index) => Math.min(total, mark + size * index + (isLowHalf(text, index) ? size : 0)),
  }
}

// `starts` has one entry per UTF-16 unit and one more for the end; units that share bytes share an entry.
function uneven(encoding: string, text: string, starts: Uint32Array): Decoded {
  return {
    encoding,
    text,
    standsAlone: null,
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

/** UTF-8: most of a page is ASCII, so only the characters that are not are written down. */
function utf8(bytes: Uint8Array, encoding: string, text: string, mark: number): Decoded {
  // The unit and the byte each of them begins at, in order; at the end, what comes after the last.
  let units = new Uint32Array(64)
  let starts = new Uint32Array(64)
  let count = 0
  let ahead = mark // bytes minus units so far
  for (let i = mark; i < bytes.length; ) {
    if (bytes[i]! < 0x80) {
      i++
      continue
    }
    const size = sequenceLength(bytes, i)
    const length = Math.abs(size)
    if (count === units.length) {
      units = doubled(units)
      starts = doubled(starts)
    }
    units[count] = i - ahead
    starts[count++] = i
    i += length
    ahead += length - (size === 4 ? 2 : 1)
  }

  // The last character beyond ASCII that begins at or before `index`, or -1.
  const before = (index: number) => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if (units[middle]! <= index) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  const from = (index: number) => {
    const k = before(index)
    if (k === -1) return mark + index
    const start = starts[k]!
    const size = sequenceLength(bytes, start)
    const width = size === 4 ? 2 : 1
    return index < units[k]! + width ? start : start + Math.abs(size) + index - units[k]! - width
  }
  return {
    encoding,
    text,
    standsAlone: null,
    from,
    to: (index) => (isLowHalf(text, index) ? from(index + 1) : from(index)),
  }
}

function doubled(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(list.length * 2)
  longer.set(list)
  return longer
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
    standsAlone: broken.size > 0 ? broken : null,
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
