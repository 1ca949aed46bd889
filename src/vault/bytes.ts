/** Content that is at hand, or comes in pieces. A piece once given out is not written to again. */
export type Bytes = Uint8Array | AsyncIterable<Uint8Array>

export async function* chunksOf(bytes: Bytes): AsyncGenerator<Uint8Array> {
  if (bytes instanceof Uint8Array) yield bytes
  else yield* bytes
}

/** The same bytes in pieces of exactly `size`, the last one shorter (empty only if there are no bytes at all). */
export async function* cut(bytes: Bytes, size: number): AsyncGenerator<{ piece: Uint8Array; last: boolean }> {
  // A full piece is given out only once a further byte is seen: else it might have been the last.
  let held = Buffer.allocUnsafeSlow(size)
  let filled = 0
  for await (const chunk of chunksOf(bytes)) {
    let at = 0
    while (at < chunk.length) {
      if (filled === 0 && chunk.length - at > size) {
        yield { piece: chunk.subarray(at, at + size), last: false }
        at += size
        continue
      }
      if (filled === size) {
        yield { piece: held, last: false }
        held = Buffer.allocUnsafeSlow(size)
        filled = 0
        continue
      }
      const some = Math.min(size - filled, chunk.length - at)
      held.set(chunk.subarray(at, at + some), filled)
      filled += some
      at += some
    }
  }
  yield { piece: held.subarray(0, filled), last: true }
}

/** All the bytes at once. */
export async function collect(bytes: Bytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of chunksOf(bytes)) chunks.push(chunk)
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
}
