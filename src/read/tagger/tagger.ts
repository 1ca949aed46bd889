/**
 * A linear sequence tagger: hashed features, first-order Viterbi, weights of an averaged perceptron. The weights were
 * made by `scripts/train-names.mjs`; nothing here learns.
 */
export const TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"] as const
export type Tag = (typeof TAGS)[number]
const COUNT = TAGS.length

/** What the tagger knows of one word: numbers that stand for its parts and its looks. */
export interface Token {
  readonly word: number
  readonly stem: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  readonly prefix3: number
  /** Capitals, digits, signs. */
  readonly shape: number
  /** What tables say of it: given name, patronymic, title, head of an organisation, place: a set of bits. */
  readonly bits: number
}

export interface Model {
  /** log2 of the number of buckets. */
  readonly size: number
  /** Bucket by tag. */
  readonly weights: Int8Array | Float32Array
  /** From tag (COUNT = the beginning) to tag, in the same units. */
  readonly transitions: readonly number[]
}

/** FNV-1a of a word. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

const mix = (kind: number, value: number) => {
  let h = Math.imul(value ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 15
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 13)) >>> 0
}

const NONE: Token = { word: 1, stem: 1, suffix2: 1, suffix3: 1, suffix4: 1, prefix3: 1, shape: 0, bits: 0 }

/** Buckets of the features that fire at a word, into `out`; how many. */
export function featuresAt(tokens: readonly Token[], at: number, mask: number, out: Int32Array): number {
  const [far, left, own, right, beyond] = [
    tokens[at - 2] ?? NONE,
    tokens[at - 1] ?? NONE,
    tokens[at]!,
    tokens[at + 1] ?? NONE,
    tokens[at + 2] ?? NONE,
  ]
  let count = 0
  const put = (kind: number, value: number) => {
    out[count++] = mix(kind, value) & mask
  }
  put(1, own.word)
  put(2, own.stem)
  put(3, own.suffix2)
  put(4, own.suffix3)
  put(5, own.suffix4)
  put(6, own.prefix3)
  put(7, own.shape)
  put(8, left.word)
  put(9, right.word)
  put(10, far.word)
  put(11, beyond.word)
  put(12, left.stem)
  put(13, right.stem)
  put(14, left.shape * 64 + own.shape)
  put(15, own.shape * 64 + right.shape)
  put(16, (left.shape * 64 + own.shape) * 64 + right.shape)
  put(17, left.suffix3)
  put(18, right.suffix3)
  put(19, mix(own.suffix3, own.shape))
  put(20, mix(left.word, own.shape))
  put(21, mix(right.word, own.shape))
  put(22, mix(left.suffix2, own.suffix2))
  put(23, mix(own.suffix2, right.suffix2))
  put(24, own.bits * 4096 + own.shape)
  put(25, left.bits)
  put(26, right.bits)
  put(27, mix(left.bits * 4096 + own.bits, own.shape))
  put(28, mix(own.bits * 4096 + right.bits, own.shape))
  put(29, mix(left.bits * 4096 + own.bits, own.suffix2))
  put(30, mix(own.suffix3, right.shape))
  put(31, mix(left.shape * 64 + far.shape, own.shape))
  put(32, mix(right.shape * 64 + beyond.shape, own.shape))
  put(33, mix(far.bits * 4096 + left.bits, own.bits))
  put(34, mix(left.bits * 64 + left.shape, own.suffix3))
  return count
}

export const MOST_FEATURES = 40

const FORBIDDEN = TAGS.map((to) => TAGS.map((from) => to.startsWith("I-") && from.slice(2) !== to.slice(2)))
const scratch = new Int32Array(MOST_FEATURES)

/** The best tags of a sentence. */
export function tag({ size, weights, transitions }: Model, tokens: readonly Token[]): number[] {
  const mask = 2 ** size - 1
  const length = tokens.length
  const back = new Uint8Array(length * COUNT)
  let scores = new Float64Array(COUNT)
  for (let at = 0; at < length; at++) {
    const count = featuresAt(tokens, at, mask, scratch)
    const next = new Float64Array(COUNT)
    for (let feature = 0; feature < count; feature++) {
      const base = scratch[feature]! * COUNT
      for (let to = 0; to < COUNT; to++) next[to]! += weights[base + to]!
    }
    for (let to = 0; to < COUNT; to++) {
      if (at === 0) {
        next[to] = to % 2 === 0 && to > 0 ? -1e9 : next[to]! + transitions[COUNT * COUNT + to]!
        continue
      }
      let best = -1e18
      let from = 0
      for (let old = 0; old < COUNT; old++) {
        if (FORBIDDEN[to]![old]) continue
        const score = scores[old]! + transitions[old * COUNT + to]!
        if (score > best) {
          best = score
          from = old
        }
      }
      next[to]! += best
      back[at * COUNT + to] = from
    }
    scores = next
  }
  const tags: number[] = new Array(length).fill(0)
  let best = 0
  for (let to = 1; to < COUNT; to++) if (scores[to]! > scores[best]!) best = to
  for (let at = length - 1; at >= 0; at--) {
    tags[at] = best
    best = back[at * COUNT + best]!
  }
  return tags
}

export interface Stretch {
  readonly kind: "PER" | "ORG" | "LOC"
  /** Word indexes, `to` exclusive. */
  readonly from: number
  readonly to: number
}

/** Names as stretches of words. */
export function stretches(tags: readonly number[]): Stretch[] {
  const found: Stretch[] = []
  for (let at = 0; at < tags.length; at++) {
    const name = TAGS[tags[at]!]!
    if (!name.startsWith("B-")) continue
    let to = at + 1
    while (to < tags.length && tags[to] === tags[at]! + 1) to++
    found.push({ kind: name.slice(2) as Stretch["kind"], from: at, to })
    at = to - 1
  }
  return found
}

/** The looks of a word: 0 none, then capitals, digits and signs. */
export function shapeOf(text: string): number {
  if (/^\p{Lu}\.?$/u.test(text)) return 1
  if (/^(?:\p{Lu}\.){1,3}$/u.test(text)) return 2
  if (/^\p{Lu}[\p{Lu}\p{N}-]+$/u.test(text)) return 3
  if (/^\p{Lu}\p{L}*[-–]\p{Lu}/u.test(text)) return 4
  if (/^\p{Lu}\p{L}*[-–]\p{Ll}/u.test(text)) return 5
  if (/^\p{Lu}[\p{L}'’]*$/u.test(text)) return 6
  if (/^[\p{Ll}\p{Lo}][\p{L}'’]*$/u.test(text)) return 7
  if (/^[\p{Ll}\p{Lo}]\p{L}*[-–]\p{Lu}/u.test(text)) return 8
  if (/^[\p{Ll}\p{Lo}]/u.test(text)) return 9
  if (/^\d/u.test(text)) return text.length === 4 ? 10 : 11
  if (text === ".") return 12
  if (text === ",") return 13
  if (/^[«"“„]$/u.test(text)) return 14
  if (/^[»”]$/u.test(text)) return 15
  if (text === "(") return 16
  if (text === ")") return 17
  if (/^[-–—]$/u.test(text)) return 18
  if (/^[!?:;]$/u.test(text)) return 19
  if (/^[A-Za-z]/u.test(text)) return 20
  return 21
}

/** Weights as they are shipped: base64 of one signed byte for each bucket and tag. */
export function modelOf(packed: string, size: number, transitions: readonly number[]): Model {
  const bytes = atob(packed)
  const weights = new Int8Array(2 ** size * COUNT)
  // Runs of nothing are packed as 0x80 and how many.
  let to = 0
  for (let at = 0; at < bytes.length && to < weights.length; at++) {
    const byte = bytes.charCodeAt(at)
    if (byte === 0x80) to += bytes.charCodeAt(++at)
    else weights[to++] = byte
  }
  return { size, weights, transitions }
}
