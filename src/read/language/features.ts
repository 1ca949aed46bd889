/** Buckets a script's features are hashed into: a power of two. */
export const BUCKETS = 8192

/** No more than this much of a text is counted, in UTF-16 units. */
const MOST = 12_000

/**
 * What a text looks like to the classifier: its words' runs of one to four letters, word ends included, hashed into
 * buckets and scaled to length one. Case, digits and punctuation count for nothing.
 */
export function featuresOf(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  const plain = text
    .slice(0, MOST)
    .toLowerCase()
    .replace(/[’ʻʼʹ‘`´]/gu, "'")
    .replace(/[^\p{L}\p{M}']+|'(?!\p{L})|(?<!\p{L})'/gu, " ")
  for (const word of plain.split(" ")) {
    if (word === "") continue
    const units = `<${word}>`
    for (let from = 0; from < units.length; from++) {
      let hash = 2166136261
      for (let to = from; to < units.length && to - from < 4; to++) {
        hash = Math.imul(hash ^ units.charCodeAt(to), 16777619)
        if (to === from && (from === 0 || from === units.length - 1)) continue
        const bucket = ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS
        counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
      }
    }
    // Short words are grammar, and tell languages apart best.
    if (word.length > 1 && word.length <= 6) {
      let hash = 374761393
      for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619)
      const bucket = ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS
      counts.set(bucket, (counts.get(bucket) ?? 0) + 2)
    }
  }
  let square = 0
  for (const [bucket, count] of counts) {
    const weight = Math.log1p(count)
    counts.set(bucket, weight)
    square += weight * weight
  }
  const scale = 1 / Math.sqrt(square || 1)
  for (const [bucket, weight] of counts) counts.set(bucket, weight * scale)
  return counts
}
