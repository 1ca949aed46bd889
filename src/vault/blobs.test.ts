import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, test } from "node:test"
import { type BlobStore, folderBlobs } from "./blobs.js"
import { blobsSuite } from "./blobs.suite.js"
import { collect } from "./bytes.js"
import { realDisk } from "./disk.js"
import { formatIdentity, identityOf } from "./identity.js"
import { randomFrom, simDisk } from "./simdisk.suite.js"

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dalel-blobs-"))
  folders.push(folder)
  return folder
}
const random = randomFrom(8)
const content = random(150_000)

blobsSuite("in a folder", async () => folderBlobs(realDisk, random, newFolder()))

async function simulated() {
  const disk = simDisk()
  await disk.makeFolder("/blobs")
  await disk.syncFolder("/")
  return { disk, store: folderBlobs(disk, random, "/blobs") }
}

const idsOf = async (store: BlobStore) => {
  const found = []
  for await (const id of store.list()) found.push(id)
  return found
}

test("a blob file tells neither its content, nor its size, nor its time; age opens it", async () => {
  const folder = newFolder()
  const store = folderBlobs(realDisk, random, folder)
  const ref = await store.put(Buffer.from("who was where"))
  const path = join(folder, ref.id.slice(0, 2), `${ref.id}.age`)
  const { size, mode, mtimeMs } = statSync(path)
  assert.equal(mode & 0o777, 0o600)
  assert.equal(mtimeMs, 946_684_800_000)
  assert.equal(size, readFileSync(path).indexOf("\n--- ") + 49 + 16 + 4096 + 16)
  assert.ok(!readFileSync(path).includes("who"))
  assert.deepEqual(readdirSync(join(folder, ref.id.slice(0, 2))), [`${ref.id}.age`])
  if (spawnSync("age", ["--version"]).status === 0) {
    writeFileSync(join(folder, "key"), `${formatIdentity(identityOf(ref.key))}\n`)
    const opened = spawnSync("age", ["-d", "-i", join(folder, "key"), path]).stdout
    assert.equal(opened.subarray(0, ref.size).toString(), "who was where")
  }
})

test("a blob is durable when put answers; a failing put leaves nothing that is listed after the sweep", async () => {
  for (const fault of ["lost", "landed", "full", "cut"] as const)
    for (let n = 1; ; n++) {
      const { disk, store } = await simulated()
      const before = await store.put(content)
      const start = disk.operations
      disk.failAt(n, fault)
      const ref = await store.put(content).catch(() => undefined)
      const reached = disk.operations - start >= n
      disk.crash(n)
      await store.sweep()
      const label = `operation ${n} ${fault}`
      assert.deepEqual(Buffer.from(await collect(store.get(before))), Buffer.from(content), label)
      if (ref !== undefined) assert.deepEqual(Buffer.from(await collect(store.get(ref))), Buffer.from(content), label)
      // What did land under its own name is whole; the database does not know it, and so it can be removed.
      for (const path of disk.files().keys()) assert.match(path, /\.age$/, label)
      if (!reached) break
      assert.ok(n < 30)
    }
})

test("a blob on a shelf whose making failed is durable all the same", async () => {
  for (const [n, fault] of [
    [1, "lost"],
    [1, "landed"],
    [2, "lost"],
    [2, "landed"],
  ] as const)
    for (let seed = 0; seed < 5; seed++) {
      const { disk } = await simulated()
      const sameShelf = (count: number) => (count === 16 ? Uint8Array.from([0, 0, ...random(14)]) : random(count))
      const store = folderBlobs(disk, sameShelf, "/blobs")
      disk.failAt(n, fault)
      await assert.rejects(store.put(content))
      const ref = await store.put(content)
      disk.crash(seed)
      assert.deepEqual(
        Buffer.from(await collect(store.get(ref))),
        Buffer.from(content),
        `operation ${n} ${fault}, seed ${seed}`,
      )
    }
})

test("every kind of damage is named by the blob's id, also when only a part is asked for", async () => {
  const { disk, store } = await simulated()
  const ref = await store.put(content)
  const path = `/blobs/${ref.id.slice(0, 2)}/${ref.id}.age`
  const whole = Uint8Array.from(disk.files().get(path)!)
  const put = async (bytes: Uint8Array) => {
    await disk.unlink(path)
    const file = await disk.open(path, "create")
    await file.write(bytes, 0)
  }
  const header = Buffer.from(whole).indexOf("\n--- ") + 49
  for (let at = 0; at < whole.length; at += at < header + 20 ? 1 : 3001) {
    const flipped = Uint8Array.from(whole)
    flipped[at]! ^= 1 << (at % 8)
    await put(flipped)
    await assert.rejects(collect(store.get(ref)), { code: "blob/damaged", where: ref.id }, `byte ${at}`)
  }
  for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 0), Buffer.concat([whole, Buffer.from("x")])]) {
    await put(bytes)
    await assert.rejects(collect(store.get(ref)), { code: "blob/damaged", where: ref.id })
    await assert.rejects(collect(store.range(ref, 0, 1)), { code: "blob/damaged", where: ref.id })
  }
  await put(whole)
  assert.deepEqual(await idsOf(store), [ref.id])
  assert.equal((await collect(store.get(ref))).length, content.length)
})

test("a reader who stops early leaves no open file", async () => {
  let open = 0
  const { disk, store } = await simulated()
  const counting = folderBlobs(
    {
      ...disk,
      open: async (path, how) => {
        const file = await disk.open(path, how)
        open++
        return {
          ...file,
          close: async () => {
            open--
            await file.close()
          },
        }
      },
    },
    random,
    "/blobs",
  )
  const ref = await store.put(random(3 << 20))
  for await (const chunk of counting.get(ref)) if (chunk.length > 0) break
  for await (const chunk of counting.range(ref, 0, 1 << 20)) if (chunk.length > 0) break
  assert.equal(open, 0)
})
