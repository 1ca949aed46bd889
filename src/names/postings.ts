/** Numbers in a typed array that grows by half when it is full. */
export interface Numbers {
  readonly length: number
  at(index: number): number
  put(index: number, value: number): void
  push(value: number): void
  readonly bytes: number
}

export function numbers(): Numbers {
  let held = new Int32Array(1024)
  let length = 0
  return {
    get length() {
      return length
    },
    at: (index) => held[index]!,
    put(index, value) {
      held[index] = value
    },
    push(value) {
      if (length === held.length) {
        const larger = new Int32Array(Math.ceil(length * 1.5))
        larger.set(held)
        held = larger
      }
      held[length++] = value
    },
    get bytes() {
      return held.byteLength
    },
  }
}

/**
 * Keys to lists of numbers, grown one at a time: open addressing over 32-bit hashes, chains in typed arrays. Two keys
 * with one hash share a list, so what it yields is to be looked at again.
 */
export interface Postings {
  add(hash: number, value: number): void
  /** Calls with each value, the last added first. */
  each(hash: number, visit: (value: number) => void): void
  readonly bytes: number
}

export function postings(): Postings {
  let slots = 1 << 12
  let hashes = new Int32Array(slots)
  let heads = new Int32Array(slots)
  let used = 0
  const values = numbers()
  const nexts = numbers()
  values.push(0)
  nexts.push(0)

  function slotOf(hash: number): number {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 0) % slots
    while (heads[slot] !== 0 && hashes[slot] !== hash) slot = slot + 1 === slots ? 0 : slot + 1
    return slot
  }

  function grow(): void {
    const [oldHashes, oldHeads] = [hashes, heads]
    slots *= 2
    hashes = new Int32Array(slots)
    heads = new Int32Array(slots)
    for (const [at, head] of oldHeads.entries())
      if (head !== 0) {
        const slot = slotOf(oldHashes[at]!)
        hashes[slot] = oldHashes[at]!
        heads[slot] = head
      }
  }

  return {
    add(hash, value) {
      let slot = slotOf(hash)
      if (heads[slot] === 0) {
        if (used * 3 > slots * 2) {
          grow()
          slot = slotOf(hash)
        }
        used++
        hashes[slot] = hash
      } else if (values.at(heads[slot]!) === value) return
      values.push(value)
      nexts.push(heads[slot]!)
      heads[slot] = values.length - 1
    },
    each(hash, visit) {
      for (let at = heads[slotOf(hash)]!; at !== 0; at = nexts.at(at)) visit(values.at(at))
    },
    get bytes() {
      return hashes.byteLength + heads.byteLength + values.bytes + nexts.bytes
    },
  }
}

/** FNV-1a of a string's UTF-16 units, as a signed 32-bit number. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}
