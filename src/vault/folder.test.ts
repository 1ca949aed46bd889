import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { makeId, type VaultId } from "../model/id.js"
import { type Disk, readWhole, realDisk } from "./disk.js"
import {
  createFolder,
  FORMAT,
  formatHint,
  layoutOf,
  readHint,
  refuseSharedFolder,
  stateFolder,
  writeHint,
} from "./folder.js"
import { randomFrom, simDisk } from "./simdisk.suite.js"

const vault = makeId<VaultId>(randomFrom(41))
const hint = { format: FORMAT, vault, generation: 1, sample: false }

async function onDisk(work: (folder: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "dalel-folder-"))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test("a vault folder is made private, in a new or an empty place only", async () => {
  await onDisk(async (folder) => {
    const layout = await createFolder(realDisk, join(folder, "new", "vault"))
    for (const path of [layout.folder, layout.keys, layout.blobs])
      assert.equal(statSync(path).mode & 0o777, 0o700, path)
    mkdirSync(join(folder, "empty"), { mode: 0o755 })
    await createFolder(realDisk, join(folder, "empty"))
    assert.equal(statSync(join(folder, "empty")).mode & 0o777, 0o700)

    writeFileSync(join(folder, "file"), "")
    mkdirSync(join(folder, "full"))
    writeFileSync(join(folder, "full", "letter.txt"), "")
    for (const taken of ["file", "full", "empty"])
      await assert.rejects(createFolder(realDisk, join(folder, taken)), { code: "vault/not-empty" }, taken)
    await writeHint(realDisk, layout, hint)
    await assert.rejects(createFolder(realDisk, layout.folder), { code: "vault/exists" })
  })
})

test("the hint is read as it was written; damage, a newer format and nothing are told apart", async () => {
  const disk = simDisk()
  const layout = await createFolder(disk, "/vault")
  await assert.rejects(readHint(disk, layout), { code: "vault/not-found" })
  await writeHint(disk, layout, hint)
  assert.deepEqual(await readHint(disk, layout), hint)
  const whole = Uint8Array.from(await readWhole(disk, layout.hint))
  const put = async (bytes: Uint8Array) => {
    await disk.unlink(layout.hint)
    await (await disk.open(layout.hint, "create")).write(bytes, 0)
    return readHint(disk, layout)
  }
  for (let at = 0; at < whole.length; at++)
    for (let bit = 0; bit < 8; bit++) {
      const flipped = Uint8Array.from(whole)
      flipped[at]! ^= 1 << bit
      const read = await put(flipped).catch((error) => error.code)
      // Another id or generation can be spelled well: that the database says otherwise is noticed when it is opened.
      if (typeof read === "string") assert.match(read, /^vault\/(damaged|newer-format)$/)
      else assert.notDeepEqual(read, hint)
    }
  await assert.rejects(put(Buffer.from(JSON.stringify({ ...hint, format: FORMAT + 1, more: 1 }))), {
    code: "vault/newer-format",
  })
  assert.deepEqual(await put(Buffer.from(formatHint({ ...hint, sample: true }))), { ...hint, sample: true })
  for (const text of [
    "",
    "null\n",
    "[]\n",
    `${JSON.stringify(hint)}\n`,
    formatHint(hint).trim(),
    `${JSON.stringify({ ...hint, format: 0.5 })}`,
  ])
    await assert.rejects(put(Buffer.from(text)), { code: "vault/damaged" }, text)
  assert.equal(layoutOf("/vault").db, "/vault/vault.db")
})

test("folders which others write too are refused", async () => {
  const disk = simDisk()
  for (const path of ["/home/Documents/vault", "/home/Dropbox/work/vault", "/home/looked-after/vault"])
    await disk.makeFolder(path)
  await disk.makeFolder("/home/looked-after/.stfolder")
  const refused = { code: "vault/network-folder", where: "synced" }
  await refuseSharedFolder(disk, "/home/Documents/vault")
  await refuseSharedFolder(disk, "/home/Documents/not/yet/there")
  await refuseSharedFolder(disk, "/home/Documents/sync-notes-of-mine")
  for (const path of [
    "/home/Dropbox/work/vault",
    "/home/Dropbox",
    "/home/looked-after/vault",
    "/home/looked-after/not/yet/there",
    "/home/OneDrive - Team/v",
    "/home/Nextcloud/v",
    "/home/Library/Mobile Documents/com~apple~CloudDocs/v",
    "/home/Google Drive/v",
    "/home/Dropbox (Team)/v",
  ])
    await assert.rejects(refuseSharedFolder(disk, path), refused, path)

  for (const [type, name] of [
    [0x6969, "NFS"],
    [0xff534d42, "CIFS"],
    [0xff534d42 | 0, "CIFS"],
    [0x65735546, "FUSE"],
    [0x01021997, "9P"],
  ] as const) {
    const mounted: Disk = { ...disk, fileSystem: async () => ({ type, free: 1 }) }
    await assert.rejects(refuseSharedFolder(mounted, "/home/Documents/vault"), {
      code: "vault/network-folder",
      where: name,
    })
  }
  const share: Disk = { ...disk, realPath: async () => "\\\\server\\share" }
  await assert.rejects(refuseSharedFolder(share, "/home/Documents"), { code: "vault/network-folder" })
})

test("a link into a synced folder is followed", async () => {
  await onDisk(async (folder) => {
    mkdirSync(join(folder, "Dropbox"))
    symlinkSync(join(folder, "Dropbox"), join(folder, "innocent"))
    await assert.rejects(refuseSharedFolder(realDisk, join(folder, "innocent", "vault")), {
      code: "vault/network-folder",
    })
  })
})

test("a device's state lies where the system keeps state, apart for each vault and place", () => {
  const linux = { platform: "linux", env: {}, home: "/home/a" }
  const at = (around: Parameters<typeof stateFolder>[0]) =>
    stateFolder(around, vault, "/v").replace(/[0-9a-f]{64}$/, "*")
  assert.equal(at(linux), "/home/a/.local/state/dalel/*")
  assert.equal(at({ ...linux, env: { XDG_STATE_HOME: "/state" } }), "/state/dalel/*")
  assert.equal(at({ ...linux, env: { XDG_STATE_HOME: "state" } }), "/home/a/.local/state/dalel/*")
  assert.equal(at({ ...linux, env: { XDG_STATE_HOME: "/state", DALEL_STATE: "/mine" } }), "/mine/*")
  assert.equal(at({ ...linux, platform: "darwin" }), "/home/a/Library/Application Support/Dalel/*")
  assert.equal(at({ ...linux, platform: "win32", env: { LOCALAPPDATA: "/local" } }), "/local/Dalel/*")
  const places = [
    stateFolder(linux, vault, "/v"),
    stateFolder(linux, vault, "/w"),
    stateFolder(linux, makeId<VaultId>(randomFrom(42)), "/v"),
  ]
  assert.equal(new Set(places).size, 3)
})
