import assert from "node:assert/strict"
import { test } from "node:test"
import { type DeviceId, makeId } from "../model/id.js"
import { readWhole } from "./disk.js"
import { createHead, type Head, openHead } from "./head.js"
import { randomFrom, type SimDisk, simDisk } from "./simdisk.suite.js"

const random = randomFrom(3)
const device = makeId<DeviceId>(random)
const key = random(32)
const headOf = (size: number): Head => ({ device, size, root: Buffer.alloc(32, size).toString("base64") })

async function vault(): Promise<SimDisk> {
  const disk = simDisk()
  await disk.makeFolder("/vault")
  await disk.syncFolder("/")
  return disk
}

test("the last head written is the one read", async () => {
  const disk = await vault()
  await assert.rejects(openHead(disk, "/vault/head", key), { code: "file/not-found" })
  const file = await createHead(disk, "/vault/head", key, headOf(0))
  assert.deepEqual({ last: file.last, torn: file.torn }, { last: headOf(0), torn: false })
  for (let size = 1; size < 6; size++) {
    const again = await openHead(disk, "/vault/head", key)
    for (let turn = 0; turn < size; turn++) await again.write(headOf(10 * size + turn))
    disk.crash(size)
    const { last, torn } = await openHead(disk, "/vault/head", key)
    assert.deepEqual({ last, torn }, { last: headOf(10 * size + size - 1), torn: false })
  }
})

test("a power cut while writing leaves the head before or the new one, never an older or none", async () => {
  for (const fault of ["lost", "landed", "cut"] as const)
    for (const operation of [1, 2])
      for (let seed = 0; seed < 40; seed++) {
        const disk = await vault()
        const file = await createHead(disk, "/vault/head", key, headOf(0))
        const written = 1 + (seed % 4)
        for (let size = 1; size <= written; size++) await file.write(headOf(size))
        disk.failAt(operation, fault)
        await assert.rejects(file.write(headOf(written + 1)))
        disk.crash(seed)
        const { last } = await openHead(disk, "/vault/head", key)
        assert.ok([written, written + 1].includes(last.size), `${fault} ${operation} ${seed}: ${last.size}`)
      }
})

test("after a failed write the next one holds, whatever became of the first", async () => {
  for (const fault of ["lost", "landed", "full"] as const)
    for (const operation of [1, 2])
      for (let seed = 0; seed < 20; seed++) {
        const disk = await vault()
        const file = await createHead(disk, "/vault/head", key, headOf(0))
        await file.write(headOf(1))
        disk.failAt(operation, fault)
        await assert.rejects(file.write(headOf(2)))
        await file.write(headOf(3))
        disk.crash(seed)
        assert.deepEqual((await openHead(disk, "/vault/head", key)).last, headOf(3))
      }
})

test("every flipped bit, cut end and added byte is seen", async () => {
  const disk = await vault()
  const file = await createHead(disk, "/vault/head", key, headOf(0))
  await file.write(headOf(1)) // counter 2, in the first slot
  const whole = await readWhole(disk, "/vault/head")
  const put = async (bytes: Uint8Array) => {
    await disk.unlink("/vault/head")
    const file = await disk.open("/vault/head", "create")
    await file.write(bytes, 0)
    return openHead(disk, "/vault/head", key)
  }
  for (let at = 0; at < whole.length; at += at < 520 || at > 4090 ? 1 : 37) {
    const flipped = Uint8Array.from(whole)
    flipped[at]! ^= 1 << (at % 8)
    const { last, torn } = await put(flipped)
    assert.deepEqual(last, headOf(at < 512 ? 0 : 1), `byte ${at}`)
    assert.equal(torn, true, `byte ${at}`)
  }
  assert.equal((await put(whole.subarray(0, 600))).torn, true)
  assert.equal((await put(Buffer.concat([whole, Buffer.from("x")]))).torn, true)
  for (const bad of [whole.subarray(0, 0), whole.subarray(0, 100), new Uint8Array(whole.length)])
    await assert.rejects(put(bad), { code: "vault/damaged" })
  const swapped = Buffer.concat([whole.subarray(4096), whole.subarray(512, 4096), whole.subarray(0, 512)])
  await assert.rejects(put(swapped), { code: "vault/damaged" })
})

test("another vault's head is no head", async () => {
  const disk = await vault()
  await createHead(disk, "/vault/head", key, headOf(4))
  await assert.rejects(openHead(disk, "/vault/head", random(32)), { code: "vault/damaged" })
})

test("a head made anew is there whole or the old one is", async () => {
  for (let n = 1; n < 8; n++)
    for (let seed = 0; seed < 10; seed++) {
      const disk = await vault()
      await createHead(disk, "/vault/head", key, headOf(1))
      disk.failAt(n, "cut")
      await createHead(disk, "/vault/head", key, headOf(2)).catch(() => {})
      disk.crash(seed)
      const { last, torn } = await openHead(disk, "/vault/head", key)
      assert.ok([1, 2].includes(last.size))
      assert.equal(torn, false)
    }
})
