import { createHash } from "node:crypto"

/** A SHA-256 value, 32 bytes. */
export type Hash = Uint8Array

/** Leaf hash of RFC 6962 §2.1: SHA-256(0x00 ‖ data). */
export function leafHash(data: Uint8Array): Hash {
  return createHash("sha256").update(LEAF).update(data).digest()
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash("sha256").update(NODE).update(left).update(right).digest()
}

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** Root of the empty tree: SHA-256 of nothing. */
export function emptyRoot(): Hash {
  return createHash("sha256").digest()
}

/**
 * The roots of the perfect subtrees that make up a tree, largest first: all that is needed to append. A tree of n
 * leaves has as many as n has ones in binary.
 */
export interface Range {
  readonly size: number
  readonly roots: readonly Hash[]
}

export const EMPTY: Range = { size: 0, roots: [] }

export function append({ size, roots }: Range, leaf: Hash): Range {
  const grown = [...roots]
  let node = leaf
  for (let left = size; left % 2 === 1; left = Math.floor(left / 2)) node = nodeHash(grown.pop()!, node)
  grown.push(node)
  return { size: size + 1, roots: grown }
}

export function rootOf({ roots }: Range): Hash {
  if (roots.length === 0) return emptyRoot()
  return roots.reduceRight((right, left) => nodeHash(left, right))
}

/** Root over a list of leaf hashes. */
export function rootOfLeaves(leaves: readonly Hash[]): Hash {
  return rootOf(leaves.reduce(append, EMPTY))
}

function split(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

function subroot(leaves: readonly Hash[], from: number, to: number): Hash {
  if (to - from === 1) return leaves[from]!
  const middle = from + split(to - from)
  return nodeHash(subroot(leaves, from, middle), subroot(leaves, middle, to))
}

/** The audit path of RFC 6962 §2.1.1 for leaf `index` in the tree of these leaves, from leaf to root. */
export function inclusionProof(leaves: readonly Hash[], index: number): Hash[] {
  const path: Hash[] = []
  let [from, to] = [0, leaves.length]
  while (to - from > 1) {
    const middle = from + split(to - from)
    if (index < middle) {
      path.push(subroot(leaves, middle, to))
      to = middle
    } else {
      path.push(subroot(leaves, from, middle))
      from = middle
    }
  }
  return path.reverse()
}

/** Is this leaf at `index` in the tree of `size` leaves with this root? (RFC 9162 §2.1.3.2) */
export function includes(leaf: Hash, index: number, size: number, proof: readonly Hash[], root: Hash): boolean {
  if (!(index >= 0 && index < size)) return false
  let [first, last, node] = [index, size - 1, leaf]
  for (const other of proof) {
    if (last === 0) return false
    if (first % 2 === 1 || first === last) {
      node = nodeHash(other, node)
      while (first % 2 === 0 && first !== 0) [first, last] = [Math.floor(first / 2), Math.floor(last / 2)]
    } else node = nodeHash(node, other)
    ;[first, last] = [Math.floor(first / 2), Math.floor(last / 2)]
  }
  return last === 0 && equal(node, root)
}

/** Proof of RFC 6962 §2.1.2 that the tree of the first `size` leaves is a prefix of the tree of all of them. */
export function consistencyProof(leaves: readonly Hash[], size: number): Hash[] {
  const walk = (from: number, to: number, upto: number, whole: boolean): Hash[] => {
    if (upto === to) return whole ? [] : [subroot(leaves, from, to)]
    const middle = from + split(to - from)
    return upto <= middle
      ? [...walk(from, middle, upto, whole), subroot(leaves, middle, to)]
      : [...walk(middle, to, upto, false), subroot(leaves, from, middle)]
  }
  return size === 0 || size >= leaves.length ? [] : walk(0, leaves.length, size, true)
}

/** Does the tree (newSize, newRoot) begin with the tree (size, root)? (RFC 9162 §2.1.4.2) */
export function extendsTree(size: number, root: Hash, newSize: number, newRoot: Hash, proof: readonly Hash[]): boolean {
  if (size > newSize) return false
  if (size === newSize) return proof.length === 0 && equal(root, newRoot)
  if (size === 0) return proof.length === 0
  const path = [...proof]
  // A perfect tree is its own first node.
  if (Number.isInteger(Math.log2(size))) path.unshift(root)
  let [first, last] = [size - 1, newSize - 1]
  while (first % 2 === 1) [first, last] = [Math.floor(first / 2), Math.floor(last / 2)]
  const start = path.shift()
  if (!start) return false
  let [old, now] = [start, start]
  for (const other of path) {
    if (last === 0) return false
    if (first % 2 === 1 || first === last) {
      old = nodeHash(other, old)
      now = nodeHash(other, now)
      while (first % 2 === 0 && first !== 0) [first, last] = [Math.floor(first / 2), Math.floor(last / 2)]
    } else now = nodeHash(now, other)
    ;[first, last] = [Math.floor(first / 2), Math.floor(last / 2)]
  }
  return last === 0 && equal(old, root) && equal(now, newRoot)
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
