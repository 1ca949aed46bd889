import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { checkAll } from "../src/index/check.js"
import { dump } from "../src/index/dump.js"
import { createVault, openVault } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import { checkBackup, writeBackup } from "../src/keep/backup.js"
import { reapplyTombstones, restoreVault } from "../src/keep/restore.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, makeId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import type { Db } from "../src/vault/db.js"
import { formatIdentity } from "../src/vault/identity.js"
import { entriesOfKind, logsOf } from "../src/vault/logs.js"
import { endRecovery, makeRecovery } from "../src/vault/recovery.js"
import { formatRecoveryKey, recoveryIdentity } from "../src/vault/recoverykey.js"
import type { Vault } from "../src/vault/vault.js"
import type { World } from "../src/vault/world.js"
import { cutAt } from "./cut.suite.js"
import { inPlace, type Place } from "./place.suite.js"
import { expungeEntries } from "./tombstone.suite.js"

/** Backup and restore of whole vaults on a real disk. */

const WORD = "seven quiet mountains in rain"
const way = { passphrase: WORD }
const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code
const CLAIMED = { url: null, published: null, lang: null, savedAt: null }
const about = article("2020-01-01")

function naming(vault: Vault, text: string): Draft {
  const { kind, body } = says(about, [makeId<EntityId>(vault.world.random), "Person", "name", name(text)])
  return { kind, body } as Draft & Pick<Entry<"assert">, "kind" | "body">
}

async function lines(db: Db): Promise<string[]> {
  const all: string[] = []
  for await (const line of dump(db)) all.push(line)
  return all
}

async function filled(place: Place): Promise<Vault> {
  const { world, folder, identityFile } = place
  const vault = await createVault(world(), folder, { passphrase: WORD, identityFile, sample: false, work: 10 })
  await sealItem(vault, bytesItem("a.txt", "upload", Buffer.from("A page about nobody.\n")), CLAIMED)
  await sealItem(vault, bytesItem("b.txt", "upload", Buffer.alloc(200_000, "words ")), CLAIMED)
  await vault.commit([naming(vault, "Aida Testova"), naming(vault, "Bolat Testov")])
  return vault
}

/** Another machine: nothing outside the folder is known there. */
function elsewhere(place: Place, disk?: Parameters<Place["world"]>[0]): World {
  const world = place.world(disk)
  return { ...world, around: { ...world.around, env: { DALEL_STATE: join(place.root, "other-state") } } }
}

const entriesIn = async (folder: string) => (await readdir(folder, { recursive: true })).sort()

test("a backup restored elsewhere with the passphrase alone is the same vault and a new device", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const file = join(place.root, "backup")
    const before = await lines(vault.db)
    const inFolder = await entriesIn(place.folder)
    const written = await writeBackup(vault, file)
    assert.deepEqual([written.blobs, written.missing], [2, []])
    assert.equal((await stat(file)).size, written.bytes)
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    assert.deepEqual(await entriesIn(place.folder), inFolder, "nothing is left beside it")
    assert.equal((await entriesOfKind(vault.db, "backup")).length, 1)
    await vault.commit([naming(vault, "Came Later")]) // the vault goes on while the backup travels
    await vault.close()

    const folder = join(place.root, "restored")
    const restored = await restoreVault(elsewhere(place), file, folder, way)
    assert.equal(restored.id, vault.id)
    assert.notEqual(restored.device, vault.device)
    const device = (await entriesOfKind(restored.db, "device")).at(-1)!.entry as Entry<"device">
    assert.equal(device.body.continues?.device, vault.device)
    const rows = await lines(restored.db)
    for (const line of before) assert.ok(rows.includes(line))
    assert.ok(!rows.join().includes("Came Later"))
    await restored.commit([naming(restored, "Only There")])
    assert.deepEqual((await checkAll(restored)).faults, [])
    assert.equal((await logsOf(restored.db)).length, 2)
    await restored.close()
    const again = await openVault(elsewhere(place), folder, way)
    assert.deepEqual([again.device, again.findings], [restored.device, []])
    await again.close()

    const original = await place.open()
    assert.deepEqual([original.device, original.findings], [vault.device, []])
    await original.close()
  }))

test("restored in the place of the lost one, it is a new device all the same, and no fork", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const file = join(place.root, "backup")
    await writeBackup(vault, file)
    const told = await vault.commit([naming(vault, "Lost With The Disk")])
    await vault.close()
    await rm(place.folder, { recursive: true })
    const restored = await restoreVault(place.world(), file, place.folder, way)
    assert.notEqual(restored.device, vault.device)
    assert.deepEqual((await checkAll(restored)).faults, [])
    assert.ok(!(await lines(restored.db)).join().includes(told[0]!.id))
    await restored.close()
    await (await place.open()).close()
  }))

test("with the recovery key alone it is restored, and put under a new passphrase", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const file = join(place.root, "backup")
    const key = await makeRecovery(vault)
    await writeBackup(vault, file)
    await vault.close()
    const scratch = join(place.root, "scratch")
    const { checked, faults } = await checkBackup(elsewhere(place), file, { recovery: key }, scratch)
    assert.deepEqual([faults, checked.blobs, checked.devices], [[], 2, 1])
    const folder = join(place.root, "restored")
    const restored = await restoreVault(elsewhere(place), file, folder, { recovery: key })
    await endRecovery(restored, "nine loud rivers under snow", 10)
    assert.deepEqual((await checkAll(restored)).faults, [])
    await restored.close()
    await assert.rejects(openVault(elsewhere(place), folder, way), refused("vault/wrong-passphrase"))
    await (await openVault(elsewhere(place), folder, { passphrase: "nine loud rivers under snow" })).close()
    const other = { set: key.set, seed: new Uint8Array(16) }
    await assert.rejects(checkBackup(place.world(), file, { recovery: other }, scratch), refused("recovery/wrong-key"))
    assert.ok(!(await readFile(file)).includes(formatRecoveryKey(key)[3]!.repeat(2)))
  }))

test("what was erased since the backup is erased again when a newer copy is given", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const [entry] = await vault.commit([naming(vault, "Withdrawn Person")])
    const file = join(place.root, "backup")
    await writeBackup(vault, file)
    await expungeEntries(vault, [entry!.id], { entities: [], sources: [], reason: "consent_withdrawn" })
    const newer = await place.open()
    const folder = join(place.root, "restored")
    const restored = await restoreVault(elsewhere(place), file, folder, way)
    assert.match((await lines(restored.db)).join(), /Withdrawn Person/)
    assert.deepEqual(await reapplyTombstones(restored, newer), { erased: 1, closed: true })
    await newer.close()
    const clean = await openVault(elsewhere(place), folder, way)
    const all = (await lines(clean.db)).join()
    assert.doesNotMatch(all, /Withdrawn Person/)
    assert.match(all, /Aida Testova/)
    const { checked, faults } = await checkAll(clean)
    assert.deepEqual([checked.erased, faults], [1, []])
    const again = await place.open()
    assert.equal((await reapplyTombstones(clean, again)).erased, 0, "once is enough")
    await clean.close().catch(() => {})
    await again.close()
    const stranger = join(place.root, "stranger")
    const other = await createVault(place.world(), stranger, { identityFile: join(place.root, "id2"), sample: false })
    const one = await place.open()
    await assert.rejects(reapplyTombstones(one, other), refused("backup/other-vault"))
    await one.close()
    await other.close()
  }))

test("nothing is overwritten, and a wrong passphrase leaves no trace", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const file = join(place.root, "backup")
    await writeFile(file, "something dear")
    await assert.rejects(writeBackup(vault, file), refused("file/exists"))
    assert.equal(await readFile(file, "utf8"), "something dear")
    await rm(file)
    await writeBackup(vault, file)
    await vault.close()
    const folder = join(place.root, "restored")
    const wrong = restoreVault(place.world(), file, folder, { passphrase: "not this one at all" })
    await assert.rejects(wrong, refused("vault/wrong-passphrase"))
    await assert.rejects(stat(folder), { code: "ENOENT" })
    await assert.rejects(restoreVault(place.world(), file, place.folder, way), refused("vault/exists"))
    await mkdir(folder)
    await writeFile(join(folder, "mine.txt"), "mine")
    await assert.rejects(restoreVault(place.world(), file, folder, way), refused("vault/not-empty"))
    assert.equal(await readFile(join(folder, "mine.txt"), "utf8"), "mine")
    await assert.rejects(restoreVault(place.world(), join(place.root, "no"), folder, way), refused("file/not-found"))
  }))

test("a backup that is cut off or altered anywhere is refused by name, and nothing of it stays", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const file = join(place.root, "backup")
    await writeBackup(vault, file)
    await vault.close()
    const whole = await readFile(file)
    const [bad, folder, scratch] = [join(place.root, "bad"), join(place.root, "restored"), join(place.root, "scratch")]
    const attempt = async (bytes: Uint8Array): Promise<string> => {
      await writeFile(bad, bytes)
      const wayIn = { identityFile: place.identityFile } // the slow derivation has its own tests
      let told = ""
      try {
        const { faults } = await checkBackup(elsewhere(place), bad, wayIn, scratch)
        return faults.map(({ fault }) => fault).join()
      } catch (error) {
        assert.ok(error instanceof DalelError, String(error))
        told = error.code
      }
      await assert.rejects(restoreVault(elsewhere(place), bad, folder, wayIn), (error: unknown) => {
        assert.ok(error instanceof DalelError, String(error))
        return true
      })
      await assert.rejects(stat(folder), { code: "ENOENT" })
      return told
    }
    assert.equal(await attempt(whole), "")
    for (const size of [0, 100, 600, 1300, 3000, 5000, whole.length >> 1, whole.length - 600, whole.length - 1])
      assert.match(await attempt(whole.subarray(0, size)), /^backup\/(incomplete|not-one)$/, `cut at ${size}`)
    assert.match(await attempt(Buffer.concat([whole, Buffer.alloc(512)])), /^backup\/damaged$/)
    assert.match(await attempt(Buffer.from("PK just some other file ".repeat(100))), /^backup\/not-one$/)
    for (let n = 0; n < 40; n++) {
      const at = Math.floor((n * whole.length) / 40) + n
      const bytes = Buffer.from(whole)
      bytes[at]! ^= 1 << (n % 8)
      // The passphrase's own file is not read on this way in: `unlock` by passphrase sees to that one.
      const inMemberFile =
        whole.subarray(0, at).lastIndexOf("-> scrypt") > whole.subarray(0, at).lastIndexOf("-> X25519")
      if (inMemberFile && at < 3000) continue
      assert.match(await attempt(bytes), /^(backup|vault|note|age)\//, `byte ${at}`)
    }
    assert.deepEqual(
      (await readdir(place.root)).filter((name) => name.startsWith("scratch")),
      [],
    )
  }))

test("a backup cut off at any operation leaves no file or a whole one, and the vault as it was", () =>
  inPlace(async (place) => {
    await (await filled(place)).close()
    let finished = false
    for (let n = 1; !finished; n++) {
      assert.ok(n < 100)
      const file = join(place.root, `backup-${n}`)
      let vault: Vault | null = null
      try {
        vault = await place.open({ disk: cutAt(n).disk })
        await writeBackup(vault, file)
        finished = true
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
      }
      await vault?.close().catch(() => {})
      const again = await place.open()
      assert.deepEqual((await checkAll(again)).faults, [], `cut at ${n}`)
      const names = (await readdir(place.folder)).sort().filter((name) => !name.startsWith("vault.db-"))
      assert.deepEqual(names, ["blobs", "head", "keys", "vault.db", "vault.json"], `cut at ${n}`)
      await again.close()
      if (!(await readdir(place.root)).includes(`backup-${n}`)) continue
      const { faults } = await checkBackup(place.world(), file, { identityFile: place.identityFile }, `${file}.scratch`)
      assert.deepEqual(faults, [], `cut at ${n}`)
    }
  }))

test("a restore cut off at any operation leaves no vault or a whole one", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const file = join(place.root, "backup")
    await writeBackup(vault, file)
    const expected = (await lines(vault.db)).filter((line) => line.includes("Testov"))
    await vault.close()
    const wayIn = { identityFile: place.identityFile }
    let finished = false
    for (let n = 1; !finished; n++) {
      assert.ok(n < 200)
      const folder = join(place.root, `restored-${n}`)
      try {
        const restored = await restoreVault(elsewhere(place, cutAt(n).disk), file, folder, wayIn)
        finished = true
        await restored.close()
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
      }
      try {
        const restored = await openVault(elsewhere(place), folder, wayIn)
        const all = await lines(restored.db)
        for (const line of expected) assert.ok(all.includes(line), `cut at ${n}`)
        assert.deepEqual((await checkAll(restored)).faults, [], `cut at ${n}`)
        await restored.close()
      } catch (error) {
        assert.ok(refused("vault/not-found")(error) && !finished, `cut at ${n}: ${error}`)
      }
    }
  }))

test("tar and age alone give the folder back", async (t) => {
  if (spawnSync("age", ["--version"]).error || spawnSync("tar", ["--version"]).error)
    return t.skip("no age or no tar program here")
  await inPlace(async (place) => {
    const vault = await filled(place)
    const key = await makeRecovery(vault)
    const file = join(place.root, "backup")
    await writeBackup(vault, file)
    await vault.close()
    const folder = join(place.root, "by-hand")
    await mkdir(folder)
    const identity = join(place.root, "sheet")
    await writeFile(identity, `${formatIdentity(recoveryIdentity(key))}\n`)
    const shell = `tar xf "$1" && age -d -i "$2" sealed.tar.age | tar x && rm sealed.tar.age`
    const done = spawnSync("sh", ["-ec", shell, "sh", file, identity], { cwd: folder })
    assert.equal(done.status, 0, done.stderr.toString())
    const restored = await openVault(elsewhere(place), folder, way)
    assert.deepEqual((await checkAll(restored)).faults, [])
    await restored.close()
  })
})

test("a blob that the vault lacks is named, and the rest is saved", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const { id } = (await vault.db.one<{ id: string }>("SELECT id FROM blob ORDER BY id"))!
    await rm(join(place.folder, "blobs", id.slice(0, 2), `${id}.age`))
    const file = join(place.root, "backup")
    const { missing, blobs } = await writeBackup(vault, file)
    assert.deepEqual([missing, blobs], [[id], 1])
    await vault.close()
    await cp(file, join(place.root, "copy"))
    const { faults } = await checkBackup(place.world(), file, way, join(place.root, "scratch"))
    assert.deepEqual(faults, [{ fault: "blob-missing", where: `blobs/${id}` }])
  }))
