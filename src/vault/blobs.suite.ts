import assert from "node:assert/strict"
import { createHash } from "node:crypto"
import { test } from "node:test"
import { type BlobRef, type BlobStore, paddedSize } from "./blobs.js"
import { collect } from "./bytes.js"
import { randomFrom } from "./simdisk.suite.js"

const random = randomFrom(21)

/** What every store of blobs must do. `make` answers an empty one. */
export function blobsSuite(name: string, make: () => Promise<BlobStore>): void {
  test(`${name}: what is put comes back, whole and in part, at every size that matters`, async () => {
    const store = await make()
    for (const size of [
      0,
      1,
      4095,
      4096,
      4097,
      65_535,
      65_536,
      65_537,
      200_000,
      (1 << 20) - 1,
      1 << 20,
      (1 << 20) + 1,
    ]) {
      const content = random(size)
      const ref = await store.put(
        (async function* () {
          for (let at = 0; at < size; at += 50_000) yield content.subarray(at, at + 50_000)
        })(),
      )
      assert.equal(ref.size, size)
      assert.equal(ref.sha256, createHash("sha256").update(content).digest("hex"))
      assert.deepEqual(Buffer.from(await collect(store.get(ref))), Buffer.from(content))
      for (const [start, end] of [
        [0, 1],
        [0, size],
        [size - 1, size + 100],
        [65_530, 65_540],
        [1000, 150_000],
        [size, size + 5],
        [7, 7],
      ] as const) {
        const part = Buffer.from(await collect(store.range(ref, start, end)))
        assert.deepEqual(part, Buffer.from(content.subarray(Math.max(0, start), end)), `${start}-${end} of ${size}`)
      }
    }
  })

  test(`${name}: each blob has its own key, which opens no other`, async () => {
    const store = await make()
    const [a, b] = [await store.put(Buffer.from("a")), await store.put(Buffer.from("a"))]
    assert.notDeepEqual(a.key, b.key)
    assert.notEqual(a.id, b.id)
    const mixed: BlobRef = { ...a, key: b.key }
    await assert.rejects(collect(store.get(mixed)), { code: "blob/damaged", where: a.id })
    await assert.rejects(collect(store.range(mixed, 0, 1)), { code: "blob/damaged", where: a.id })
  })

  test(`${name}: content that is not what the database says is refused`, async () => {
    const store = await make()
    const ref = await store.put(Buffer.from("content"))
    for (const wrong of [{ sha256: "0".repeat(64) }, { size: 6 }, { size: 8 }, { size: 5000 }])
      await assert.rejects(collect(store.get({ ...ref, ...wrong })), { code: "blob/damaged" }, JSON.stringify(wrong))
  })

  test(`${name}: a removed blob is missing, and is not listed`, async () => {
    const store = await make()
    const refs = []
    for (let n = 0; n < 5; n++) refs.push(await store.put(Buffer.from(`content ${n}`)))
    const ids = async () => {
      const found = []
      for await (const id of store.list()) found.push(id)
      return found
    }
    assert.deepEqual(await ids(), refs.map((ref) => ref.id).sort())
    await store.remove(refs[2]!.id)
    await store.remove(refs[2]!.id)
    await assert.rejects(collect(store.get(refs[2]!)), { code: "blob/missing", where: refs[2]!.id })
    await assert.rejects(collect(store.range(refs[2]!, 0, 1)), { code: "blob/missing" })
    assert.deepEqual(
      await ids(),
      refs
        .filter((_, n) => n !== 2)
        .map((ref) => ref.id)
        .sort(),
    )
  })

  test(`${name}: content that fails midway leaves nothing`, async () => {
    const store = await make()
    const failing = (async function* () {
      yield random(300_000)
      throw new Error("unplugged")
    })()
    await assert.rejects(store.put(failing), /unplugged/)
    for await (const id of store.list()) assert.fail(id)
  })
}

test("the size of a file tells little about its content", () => {
  const cases: [size: number, padded: number][] = [
    [0, 4096],
    [1, 4096],
    [4096, 4096],
    [4097, 8192],
    [8192, 8192],
    [100_000, 131_072],
    [1 << 20, 1 << 20],
    [(1 << 20) + 1, (1 << 20) + 32_768],
    [30_000_000, 30_408_704],
    [2 ** 31, 2 ** 31],
  ]
  for (const [size, padded] of cases) assert.equal(paddedSize(size), padded, `${size}`)
  for (let size = 1 << 20; size < 2 ** 40; size = Math.floor(size * 1.37)) {
    const padded = paddedSize(size)
    assert.ok(padded >= size && padded <= size * 1.12, `${size}`)
    assert.equal(paddedSize(padded), padded)
  }
})
