import assert from "node:assert/strict"
import { test } from "node:test"
import { isMissing, readWhole } from "./disk.js"
import { destroy, sweep, writeDurably } from "./durable.js"
import { randomFrom, simDisk } from "./simdisk.suite.js"

const old = randomFrom(1)(3000)
const fresh = randomFrom(2)(5000)

/** A disk that durably holds `/vault/file` with the old bytes. */
async function ready() {
  const disk = simDisk()
  await disk.makeFolder("/vault")
  await disk.syncFolder("/")
  await writeDurably(disk, "/vault/file", old)
  return disk
}

/** Runs `act` with its n-th operation failing, n = 1 … until it has no n-th operation. */
async function everyFault(
  faults: readonly ("lost" | "landed" | "full" | "cut")[],
  act: (disk: Awaited<ReturnType<typeof ready>>) => Promise<void>,
  then: (disk: Awaited<ReturnType<typeof ready>>, failed: boolean, label: string) => Promise<void>,
) {
  for (const fault of faults)
    for (let n = 1; ; n++) {
      const disk = await ready()
      const before = disk.operations
      disk.failAt(n, fault)
      const failed = await act(disk).then(
        () => false,
        () => true,
      )
      const reached = disk.operations - before >= n
      if (!reached) {
        assert.ok(n > 3, "the act changed the disk")
        break
      }
      await then(disk, failed, `operation ${n} ${fault}`)
    }
}

test("after a failed write and a power cut the file is whole: old, or new if that was said", async () => {
  await everyFault(
    ["lost", "landed", "full", "cut"],
    (disk) => writeDurably(disk, "/vault/file", fresh),
    async (disk, failed, label) => {
      for (let seed = 0; seed < 30; seed++) {
        disk.crash(seed)
        const found = await readWhole(disk, "/vault/file")
        const which = Buffer.compare(found, old) === 0 ? "old" : Buffer.compare(found, fresh) === 0 ? "new" : "torn"
        assert.notEqual(which, "torn", `${label}, seed ${seed}`)
        if (!failed) assert.equal(which, "new", `${label}, seed ${seed}`)
      }
    },
  )
})

test("what was written is there after a power cut at any time later", async () => {
  for (let seed = 0; seed < 50; seed++) {
    const disk = await ready()
    await writeDurably(disk, "/vault/file", fresh)
    disk.crash(seed)
    assert.deepEqual(Buffer.from(await readWhole(disk, "/vault/file")), Buffer.from(fresh))
  }
})

test("a failing write leaves nothing behind, and works again afterwards", async () => {
  await everyFault(
    ["lost", "landed", "full"],
    (disk) => writeDurably(disk, "/vault/file", fresh),
    async (disk, _failed, label) => {
      assert.deepEqual([...disk.files().keys()], ["/vault/file"], label)
      await writeDurably(disk, "/vault/file", fresh)
      disk.crash(7)
      assert.deepEqual(Buffer.from(await readWhole(disk, "/vault/file")), Buffer.from(fresh), label)
    },
  )
})

test("content that fails midway leaves the old file and nothing else", async () => {
  const disk = await ready()
  async function* failing() {
    yield new Uint8Array(3 << 20)
    throw new Error("the source went away")
  }
  await assert.rejects(writeDurably(disk, "/vault/file", failing()), /the source went away/)
  assert.deepEqual([...disk.files().keys()], ["/vault/file"])
  assert.deepEqual(Buffer.from(await readWhole(disk, "/vault/file")), Buffer.from(old))
})

test("what an interrupted write left is swept away; nothing else is", async () => {
  const disk = await ready()
  disk.failAt(4, "cut")
  await assert.rejects(writeDurably(disk, "/vault/other", fresh))
  let left = 0
  for (let seed = 0; seed < 20; seed++) {
    const disk = await ready()
    disk.failAt(4, "cut")
    await assert.rejects(writeDurably(disk, "/vault/other", fresh))
    disk.crash(seed)
    left += disk.files().size - 1
    await sweep(disk, "/vault")
    assert.deepEqual([...disk.files().keys()], ["/vault/file"])
  }
  assert.ok(left > 0, "some crash left something to sweep")
})

test("a destroyed file is overwritten before its name goes, and stays gone", async () => {
  const disk = await ready()
  disk.failAt(3, "cut") // the write and its sync are done, the unlink is not
  await assert.rejects(destroy(disk, "/vault/file"))
  disk.crash(1)
  assert.ok((await readWhole(disk, "/vault/file")).every((byte) => byte === 0))
  await destroy(disk, "/vault/file")
  disk.crash(2)
  await assert.rejects(disk.open("/vault/file", "read"), isMissing)
  await destroy(disk, "/vault/file")
})
