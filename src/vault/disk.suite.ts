import assert from "node:assert/strict"
import { join } from "node:path"
import { test } from "node:test"
import { collect } from "./bytes.js"
import { type Disk, isMissing, readWhole } from "./disk.js"

/** What every disk must do. `make` answers a disk and an empty folder on it. */
export function diskSuite(name: string, make: () => Promise<{ disk: Disk; folder: string }>): void {
  test(`${name}: files are made once, written anywhere, read back, renamed over one another and removed`, async () => {
    const { disk, folder } = await make()
    const path = join(folder, "a")
    const file = await disk.open(path, "create")
    await file.write(Buffer.from("hello"), 0)
    await file.write(Buffer.from("world"), 8)
    await file.sync()
    assert.equal(await file.size(), 13)
    await file.close()
    await assert.rejects(disk.open(path, "create"), { code: "EEXIST" })
    assert.equal(Buffer.from(await readWhole(disk, path)).toString(), "hello\0\0\0world")
    await assert.rejects(readWhole(disk, path, 12), { code: "file/too-large" })

    const again = await disk.open(path, "change")
    await again.write(Buffer.from("HE"), 0)
    const into = new Uint8Array(10)
    assert.equal(await again.read(into, 9), 4)
    assert.equal(Buffer.from(into).toString(), "orld\0\0\0\0\0\0")
    await again.close()

    const other = await disk.open(join(folder, "b"), "create")
    await other.close()
    await disk.rename(path, join(folder, "b"))
    await disk.syncFolder(folder)
    assert.deepEqual(await disk.list(folder), [{ name: "b", kind: "file" }])
    assert.equal(Buffer.from(await readWhole(disk, join(folder, "b"))).toString(), "HEllo\0\0\0world")
    await disk.setTime(join(folder, "b"), 946_684_800_000)
    assert.deepEqual(await disk.stat(join(folder, "b")), {
      kind: "file",
      size: 13,
      mode: 0o600,
      changed: 946_684_800_000,
    })
    await disk.unlink(join(folder, "b"))
    assert.equal(await disk.stat(join(folder, "b")), undefined)
  })

  test(`${name}: folders are private, nest, list and go when empty`, async () => {
    const { disk, folder } = await make()
    await disk.makeFolder(join(folder, "x", "y"))
    await disk.makeFolder(join(folder, "x", "y"))
    assert.deepEqual(await disk.list(folder), [{ name: "x", kind: "folder" }])
    assert.equal((await disk.stat(join(folder, "x", "y")))?.mode, 0o700)
    assert.equal(await disk.realPath(join(folder, "x")), join(await disk.realPath(folder), "x"))
    await assert.rejects(disk.removeFolder(join(folder, "x")), { code: "ENOTEMPTY" })
    await disk.removeFolder(join(folder, "x", "y"))
    await disk.removeFolder(join(folder, "x"))
    assert.deepEqual(await disk.list(folder), [])
    assert.ok((await disk.fileSystem(folder)).free > 0)
  })

  test(`${name}: what is missing is told as missing`, async () => {
    const { disk, folder } = await make()
    const nowhere = join(folder, "no", "where")
    assert.equal(await disk.stat(nowhere), undefined)
    await assert.rejects(readWhole(disk, nowhere), { code: "file/not-found" })
    for (const attempt of [
      () => disk.open(nowhere, "read"),
      () => disk.open(nowhere, "create"),
      () => disk.unlink(nowhere),
      () => disk.list(nowhere),
      () => disk.realPath(nowhere),
      () => disk.rename(nowhere, join(folder, "b")),
    ])
      await assert.rejects(attempt(), isMissing)
  })
}

/** The text of a stream of bytes. */
export async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.from(await collect(bytes)).toString()
}
