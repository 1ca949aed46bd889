import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { consistencyProof, extendsTree, includes, inclusionProof, leafHash, nodeHash, rootOfLeaves } from "./tree.js"

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex")
const INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(
  (text) => leafHash(Buffer.from(text, "hex")),
)

test("RFC 6962: the known roots", () => {
  const roots: [size: number, root: string][] = [
    [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    [3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    [8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
  ]
  for (const [size, root] of roots) assert.equal(hex(rootOfLeaves(INPUTS.slice(0, size))), root)
})

test("RFC 6962 §2.1.3: the proofs of the seven-leaf tree", () => {
  const [a, b, c, d, e, f, j] = INPUTS as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]
  const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)]
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)]
  const seven = INPUTS.slice(0, 7)
  const same = (proof: Uint8Array[], nodes: Uint8Array[]) => assert.deepEqual(proof.map(hex), nodes.map(hex))
  same(inclusionProof(seven, 0), [b, h, l])
  same(inclusionProof(seven, 3), [c, g, l])
  same(inclusionProof(seven, 4), [f, j, k])
  same(inclusionProof(seven, 6), [i, k])
  same(consistencyProof(seven, 3), [c, d, g, l])
  same(consistencyProof(seven, 4), [l])
  same(consistencyProof(seven, 6), [i, j, k])
})

const trees = fc
  .array(fc.uint8Array({ maxLength: 4 }), { minLength: 1, maxLength: 70 })
  .map((inputs) => inputs.map(leafHash))

test("every leaf proves itself, and nothing else", () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat(), (leaves, a, b) => {
      const root = rootOfLeaves(leaves)
      const index = a % leaves.length
      const proof = inclusionProof(leaves, index)
      assert.ok(includes(leaves[index]!, index, leaves.length, proof, root))
      assert.ok(!includes(leafHash(Buffer.from("another")), index, leaves.length, proof, root))
      assert.ok(!includes(leaves[index]!, index, leaves.length, [...proof, root], root))
      if (proof.length > 0) {
        const broken = proof.map((hash, at) => (at === b % proof.length ? nodeHash(hash, hash) : hash))
        assert.ok(!includes(leaves[index]!, index, leaves.length, broken, root))
        assert.ok(!includes(leaves[index]!, index, leaves.length, proof.slice(1), root))
      }
    }),
  )
})

test("a longer log proves that it begins with a shorter one, and a rewritten one cannot", () => {
  fc.assert(
    fc.property(trees, fc.nat(), (leaves, a) => {
      const size = a % (leaves.length + 1)
      const proof = consistencyProof(leaves, size)
      const [old, now] = [rootOfLeaves(leaves.slice(0, size)), rootOfLeaves(leaves)]
      assert.ok(extendsTree(size, old, leaves.length, now, proof))
      if (size > 0) {
        const rewritten = [leafHash(Buffer.from("rewritten")), ...leaves.slice(1)]
        assert.ok(!extendsTree(size, old, leaves.length, rootOfLeaves(rewritten), consistencyProof(rewritten, size)))
      }
    }),
  )
})
