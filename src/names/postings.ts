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
  let mask = (1 << 12) - 1
  let hashes = new Int32Array(mask + 1)
  let heads = new Int32Array(mask + 1)
  let used = 0
  // Chains: a value, then where the next one is. 0 is nowhere.
  let chains = new Int32Array(1 << 12)
  let end = 2

  function slotOf(hash: number): number {
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask
    while (heads[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask
    return slot
  }

  function grow(): void {
    const [oldHashes, oldHeads] = [hashes, heads]
    mask = mask * 2 + 1
    hashes = new Int32Array(mask + 1)
    heads = new Int32Array(mask + 1)
    for (let at = 0; at < oldHeads.length; at++) {
      if (oldHeads[at] === 0) continue
      const slot = slotOf(oldHashes[at]!)
      hashes[slot] = oldHashes[at]!
      heads[slot] = oldHeads[at]!
    }
  }

  return {
    add(hash, value) {
      let slot = slotOf(hash)
      if (heads[slot] === 0) {
        if (used * 4 > mask * 3) {
          grow()
          slot = slotOf(hash)
        }
        used++
        hashes[slot] = hash
      } else if (chains[heads[slot]!] === value) return
      if (end === chains.length) {
        const larger = new Int32Array(Math.ceil(end * 0.65) * 2)
        larger.set(chains)
        chains = larger
      }
      chains[end] = value
      chains[end + 1] = heads[slot]!
      heads[slot] = end
      end += 2
    },
    each(hash, visit) {
      const held = chains
      for (let at = heads[slotOf(hash)]!; at !== 0; at = held[at + 1]!) visit(held[at]!)
    },
    get bytes() {
      return hashes.byteLength + heads.byteLength + chains.byteLength
    },
  }
}

/** FNV-1a of a string's UTF-16 units, as a signed 32-bit number. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}
