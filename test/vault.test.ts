import assert from "node:assert/strict"
import { appendFile, cp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { checkAll } from "../src/index/check.js"
import { dump } from "../src/index/dump.js"
import { createVault, openVault, rebuildIndex } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, type EntryId, makeId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import { type Db, openDb } from "../src/vault/db.js"
import { type Disk, realDisk } from "../src/vault/disk.js"
import { entriesOfKind, logsOf } from "../src/vault/logs.js"
import { changeSecret } from "../src/vault/rewrite.js"
import { heldBy, type Vault } from "../src/vault/vault.js"
import { cutAt } from "./cut.suite.js"
import { inPlace, type Place } from "./place.suite.js"
import { entomb, expungeEntries } from "./tombstone.suite.js"

const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code
const CLAIMED = { url: null, published: null, lang: null, savedAt: null }
const about = article("2020-01-01")

/** A statement that names someone: what an accepted proposal becomes. */
function naming(vault: Vault, text: string): Draft {
  const person = makeId<EntityId>(vault.world.random)
  const { kind, body } = says(about, [person, "Person", "name", name(text)]) as Entry<"assert">
  return { kind, body }
}

async function lines(db: Db): Promise<string[]> {
  const all: string[] = []
  for await (const line of dump(db)) all.push(line)
  return all
}

async function filled(place: Place): Promise<Vault> {
  const vault = await place.create()
  await sealItem(vault, bytesItem("a.txt", "upload", Buffer.from("A page about nobody.\n")), CLAIMED)
  await vault.commit([naming(vault, "Aida Testova"), naming(vault, "Bolat Testov")])
  return vault
}

async function sound(vault: Vault): Promise<void> {
  assert.deepEqual((await checkAll(vault)).faults, [])
}

test("what was committed is there after closing and opening; the index is what the ledger folds to", () =>
  inPlace(async (place) => {
    const first = await filled(place)
    const before = await lines(first.db)
    await first.close()
    const vault = await place.open()
    assert.deepEqual(vault.findings, [])
    assert.deepEqual(await lines(vault.db), before)
    await rebuildIndex(vault)
    assert.deepEqual(await lines(vault.db), before)
    await sound(vault)
    const { checked } = await checkAll(vault)
    assert.deepEqual([checked.devices, checked.checkpoints, checked.blobs, checked.erased], [1, 3, 1, 0])
    await vault.close()
  }))

test("the same bytes twice are one source and one more custody entry", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const again = await sealItem(vault, bytesItem("copy.txt", "upload", Buffer.from("A page about nobody.\n")), CLAIMED)
    assert.equal(again.status, "known")
    const count = async (table: string) => (await vault.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))!.n
    assert.deepEqual([await count("i_source"), await count("i_custody"), await count("blob")], [1, 1, 1])
    await assert.rejects(sealItem(vault, bytesItem("e", "upload", new Uint8Array()), CLAIMED), refused("file/empty"))
    await vault.close()
  }))

test("a passphrase opens it, another does not, and a weak one is not taken", () =>
  inPlace(async (place) => {
    const passphrase = "seven quiet mountains in rain"
    const weak = createVault(place.world(), place.folder, { passphrase: "password1234", sample: false, work: 10 })
    await assert.rejects(weak, refused("vault/weak-passphrase"))
    const vault = await createVault(place.world(), place.folder, { passphrase, sample: true, work: 10 })
    await vault.close()
    const opened = await openVault(place.world(), place.folder, { passphrase })
    assert.ok(opened.sample, "the first signed entry says that it is a sample")
    await opened.close()
    const wrong = openVault(place.world(), place.folder, { passphrase: `${passphrase}!` })
    await assert.rejects(wrong, refused("vault/wrong-passphrase"))
    await assert.rejects(place.create(), refused("vault/exists"))
  }))

test("a second opener is refused by name", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    await assert.rejects(place.open(), (error: unknown) => {
      assert.ok(refused("vault/in-use")(error))
      assert.match((error as DalelError).where ?? "", /^dalel test, process \d+$/)
      return true
    })
    await vault.commit([naming(vault, "Still Working")])
    await vault.close()
    await (await place.open()).close()
  }))

test("a sealed file that no record names is counted, and is no fault", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    await vault.blobs.put(Buffer.from("sealed, then the power went"))
    const { checked, faults } = await checkAll(vault)
    assert.deepEqual([checked.blobs, checked.unnamedBlobs, faults], [1, 1, []])
    await vault.close()
  }))

test("nobody else may read a file of the vault, and what lies outside is sealed", () =>
  inPlace(async (place) => {
    await (await filled(place)).close()
    for (const folder of [place.folder, place.state])
      for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
        const { mode } = await stat(join(item.parentPath, item.name))
        assert.equal(mode & 0o777, item.isDirectory() ? 0o700 : 0o600, item.name)
      }
  }))

test("a copied folder starts a new device by itself, and the two never fork", () =>
  inPlace(async (place) => {
    const original = await filled(place)
    await original.close()
    const copied = join(place.root, "copied")
    await cp(place.folder, copied, { recursive: true })
    const copy = await place.open({ folder: copied })
    assert.deepEqual(
      copy.findings.map(({ fault }) => fault),
      ["new-device"],
    )
    assert.notEqual(copy.device, original.device)
    await copy.commit([naming(copy, "Only Here")])
    await sound(copy)
    const logs = await logsOf(copy.db)
    assert.equal(logs.length, 2)
    const device = (await entriesOfKind(copy.db, "device")).at(-1)!.entry as Entry<"device">
    assert.equal(device.body.continues?.device, original.device)
    assert.equal(device.body.orphan, null)
    await copy.close()

    const again = await place.open()
    assert.equal(again.device, original.device, "the original is still the device it was")
    await again.close()
    const second = await place.open({ folder: copied })
    assert.equal(second.device, copy.device, "and the copy stays the new one")
    await second.close()
  }))

test("an old copy put back is noticed; recovering keeps the lost head as evidence and goes on as a new device", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    await vault.close()
    const old = join(place.root, "old")
    await cp(place.folder, old, { recursive: true })
    const later = await place.open()
    await later.commit([naming(later, "Came Later")])
    const lost = (await logsOf(later.db))[0]!
    await later.close()

    await rm(place.folder, { recursive: true })
    await rename(old, place.folder)
    await assert.rejects(place.open(), refused("vault/shortened"))
    await assert.rejects(place.open(), refused("vault/shortened"), "and looking again changes nothing")
    const recovered = await place.open({ recover: true })
    assert.notEqual(recovered.device, vault.device)
    const device = (await entriesOfKind(recovered.db, "device")).at(-1)!.entry as Entry<"device">
    assert.equal(device.body.orphan?.size, lost.range.size)
    assert.equal(device.body.continues?.device, vault.device)
    await recovered.commit([naming(recovered, "After All")])
    await sound(recovered)
    await recovered.close()
    await (await place.open()).close()
  }))

test("a database of the same length with another history is called altered", () =>
  inPlace(async (place) => {
    await (await filled(place)).close()
    const [before, beforeState] = [join(place.root, "before"), join(place.root, "before-state")]
    await cp(place.folder, before, { recursive: true })
    await cp(place.state, beforeState, { recursive: true })
    const one = await place.open()
    await one.commit([naming(one, "One Story")])
    await one.close()
    const after = join(place.root, "after")
    await cp(place.folder, after, { recursive: true })
    // Another history of the same length, on the same machine: the whole machine was set back.
    await rm(place.folder, { recursive: true })
    await rm(place.state, { recursive: true })
    await rename(before, place.folder)
    await rename(beforeState, place.state)
    const other = await place.open()
    await other.commit([naming(other, "Other Tale")])
    await other.close()
    await rm(place.folder, { recursive: true })
    await rename(after, place.folder)
    await assert.rejects(place.open(), refused("vault/altered"))
  }))

test("one person of fifty withdraws: her words are gone from every page, the others stand, the log still verifies", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const people = Array.from({ length: 50 }, (_, n) => `Marker${n}Given Surname${n}Marker`)
    const entries = await vault.commit(people.map((text) => naming(vault, text)))
    const oldKey = {
      key: Uint8Array.from(heldBy(vault).derived.db.key),
      salt: Uint8Array.from(heldBy(vault).derived.db.salt),
    }
    await expungeEntries(vault, [entries[17]!.id], { entities: [], sources: [], reason: "consent_withdrawn" })

    await assert.rejects(openDb(join(place.folder, "vault.db"), oldKey), refused("vault/damaged"))
    const reopened = await place.open()
    assert.deepEqual(
      reopened.findings.map(({ fault }) => fault),
      ["change-of-secret-finished"],
    )
    await sound(reopened)
    assert.equal((await checkAll(reopened)).checked.erased, 1)
    const pages = await plainPages(reopened, place)
    const traces = people.map(
      (text) => pages.includes(text.slice(0, 12)) || pages.includes(text.slice(0, 12).toLowerCase()),
    )
    assert.deepEqual(
      traces.flatMap((found, n) => (found ? [] : [n])),
      [17],
    )
    await reopened.commit([naming(reopened, "Goes On")])
    await reopened.close()
    const last = await place.open()
    assert.deepEqual(last.findings, [])
    await last.close()
    assert.deepEqual((await readdir(place.folder)).sort(), ["blobs", "head", "keys", "vault.db", "vault.json"])
  }))

/** Every page of the database without its encryption, free ones included. In the test's own folder only. */
async function plainPages(vault: Vault, place: Place): Promise<string> {
  const plain = join(place.root, "plain.db")
  const copy = join(place.root, "copy.db")
  const { key, salt } = heldBy(vault).derived.db
  const own = { key: Uint8Array.from(key), salt: Uint8Array.from(salt) } // closing wipes the vault's own
  await vault.db.run("PRAGMA wal_checkpoint(TRUNCATE)")
  await vault.close()
  await cp(join(place.folder, "vault.db"), copy)
  const db = await openDb(copy, own)
  const rows = await db.all<{ n: number }>("SELECT count(*) AS n FROM sqlite_master")
  assert.ok(rows[0]!.n > 10)
  await db.run(`ATTACH DATABASE '${plain}' AS plain KEY ''`)
  await db.all("SELECT sqlcipher_export('plain')")
  await db.run("DETACH DATABASE plain")
  await db.close()
  const text = (await readFile(plain)).toString("latin1")
  await rm(plain)
  Object.assign(vault, await place.open())
  return text
}

test("a change of secret cut off at any operation opens again, whole, under one secret or the other", () =>
  inPlace(async (place) => {
    await (await filled(place)).close()
    const whole = await place.open()
    const expected = await lines(whole.db)
    await whole.close()
    let finished = false
    for (let n = 1; !finished; n++) {
      assert.ok(n < 200)
      const { disk } = cutAt(n)
      try {
        const vault = await place.open({ disk })
        try {
          await changeSecret(vault)
          finished = true
        } catch (error) {
          await vault.close().catch(() => {})
          throw error
        }
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
      }
      const vault = await place.open()
      assert.deepEqual(await lines(vault.db), expected, `cut at ${n}`)
      await sound(vault)
      await vault.close()
    }
  }))

test("power cut between the tombstone and the new database: the next opening finishes it", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const { id, blob } = (await vault.db.one<{ id: string; blob: string }>(
      "SELECT e.id, s.blob FROM i_entry e JOIN i_source s ON s.entry = e.id",
    ))!
    const { generation } = heldBy(vault).secret
    await entomb(vault, [id as EntryId], { entities: [], sources: [], reason: "danger" })
    assert.equal(await vault.db.one("SELECT 1 AS yes FROM blob"), undefined, "no key of it remains, from the first")
    const sealed = join(place.folder, "blobs", blob.slice(0, 2), `${blob}.age`)
    await stat(sealed)
    await vault.close()
    const again = await place.open()
    assert.equal(heldBy(again).secret.generation, generation + 1)
    await assert.rejects(stat(sealed), { code: "ENOENT" })
    await sound(again)
    await again.close()
    const last = await place.open()
    assert.deepEqual([last.findings, heldBy(last).secret.generation], [[], generation + 1])
    await last.close()
  }))

test("no room for the new database: the vault opens, says what is due, and does it when there is room", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const { id } = (await vault.db.one<{ id: string }>("SELECT entry AS id FROM i_statement"))!
    await entomb(vault, [id as EntryId], { entities: [], sources: [], reason: "danger" })
    await vault.close()
    const full: Disk = {
      ...realDisk,
      open: async (path, how) => {
        if (how === "create" && path.includes("vault.age")) throw new DalelError("vault/disk-full")
        return realDisk.open(path, how)
      },
    }
    const opened = await place.open({ disk: full })
    assert.deepEqual(
      opened.findings.map(({ fault }) => fault),
      ["rewrite-due"],
    )
    await opened.commit([naming(opened, "Goes On")])
    await sound(opened)
    await opened.close()
    const again = await place.open()
    assert.equal(heldBy(again).secret.generation, 2)
    await sound(again)
    await again.close()
  }))

for (const [how, spoil] of [
  ["gone", (file: string) => rm(file)],
  ["damaged", (file: string) => writeFile(file, "not a head")],
] as const)
  for (const which of ["folder", "state"] as const)
    test(`the ${which}'s head is ${how}: recovering goes on as a new device`, () =>
      inPlace(async (place) => {
        const vault = await filled(place)
        const file = which === "folder" ? vault.layout.head : join(vault.state, "head")
        await vault.close()
        await spoil(file)
        // What is gone beside the database is damage; gone from this machine it is a machine that knows nothing.
        if (which === "folder" || how === "damaged") await assert.rejects(place.open(), refused("vault/damaged"))
        const recovered = await place.open({ recover: true })
        assert.notEqual(recovered.device, vault.device)
        await recovered.commit([naming(recovered, "Goes On")])
        await sound(recovered)
        await recovered.close()
        const again = await place.open()
        assert.deepEqual([again.findings, again.device], [[], recovered.device])
        await again.close()
      }))

test("a -wal that a failed close left is not taken for the new database's", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const expected = await lines(vault.db)
    const disk: Disk = {
      ...realDisk,
      rename: async (from, to) => {
        if (to === join(place.folder, "vault.db"))
          assert.ok(!(await readdir(place.folder)).includes("vault.db-wal"), "gone before the switch")
        return realDisk.rename(from, to)
      },
      open: async (path, how) => {
        // As if SQLite had not been able to take it away on closing.
        if (path.endsWith("-wal") && how === "change") await writeFile(path, Buffer.alloc(4096, 7))
        return realDisk.open(path, how)
      },
    }
    await vault.close()
    const through = await place.open({ disk })
    await changeSecret(through)
    const again = await place.open()
    assert.deepEqual(await lines(again.db), expected)
    await again.close()
  }))

test("a vault that could not be made is let go of: nothing of it stays open", () =>
  inPlace(async (place) => {
    for (let n = 1; ; n++) {
      assert.ok(n < 100)
      const folder = join(place.root, `made-${n}`)
      const open = new Set<string>()
      const { disk } = cutAt(n)
      const counting: Disk = {
        ...disk,
        open: async (path, how) => {
          const file = await disk.open(path, how)
          const name = `${path} ${Math.random()}`
          open.add(name)
          return { ...file, close: () => file.close().finally(() => open.delete(name)) }
        },
      }
      const [passphrase, identityFile] = ["seven quiet mountains in rain", join(place.root, `identity-${n}`)]
      const founding = { passphrase, identityFile, sample: false, work: 10 }
      try {
        await (await createVault(place.world(counting), folder, founding)).close()
        break
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
        assert.deepEqual([...open], [], `cut at ${n}`)
        const db = join(folder, "vault.db-wal")
        assert.equal(await stat(db).catch(() => null), null, `cut at ${n}: the database is closed`)
      }
    }
  }))

test("the same bytes brought twice at once are one source", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const item = () => bytesItem("twice.txt", "upload", Buffer.from("Brought by two at once.\n"))
    const sealed = await Promise.all([sealItem(vault, item(), CLAIMED), sealItem(vault, item(), CLAIMED)])
    assert.deepEqual(sealed.map(({ status }) => status).sort(), ["known", "sealed"])
    assert.equal(sealed[0].source, sealed[1].source)
    const { checked } = await checkAll(vault)
    assert.deepEqual([checked.blobs, checked.unnamedBlobs], [2, 0])
    await vault.close()
  }))

test("a head that cannot be written loses no sealed bytes", () =>
  inPlace(async (place) => {
    await (await filled(place)).close()
    let failing = false
    const disk: Disk = {
      ...realDisk,
      open: async (path, how) => {
        const file = await realDisk.open(path, how)
        if (!path.endsWith("head")) return file
        const sync = () => (failing ? Promise.reject(Object.assign(new Error("EIO"), { code: "EIO" })) : file.sync())
        return { ...file, sync }
      },
    }
    const vault = await place.open({ disk })
    failing = true
    const item = bytesItem("b.txt", "upload", Buffer.from("Bytes that must stay.\n"))
    await assert.rejects(sealItem(vault, item, CLAIMED), { code: "EIO" })
    failing = false
    await vault.close()
    const again = await place.open()
    await sound(again)
    assert.equal(
      (await sealItem(again, item, CLAIMED)).status,
      "known",
      "the commit had landed, and its bytes are there",
    )
    await again.close()
  }))

test("bytes put in place of what the ledger names are found out", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const other = await vault.blobs.put(Buffer.from("Another page."))
    await vault.db.run("UPDATE blob SET key = ?, size = ?, sha256 = ?", other.key, other.size, other.sha256)
    assert.ok((await checkAll(vault)).faults.some(({ fault }) => fault === "blob-damaged"))
    await vault.db.run("DELETE FROM blob")
    assert.deepEqual(
      (await checkAll(vault)).faults.map(({ fault }) => fault),
      ["blob-missing"],
    )
    await vault.close()
  }))

test("an identity file that is there already is not overwritten: it may be the only key of another vault", () =>
  inPlace(async (place) => {
    await (await place.create()).close()
    const other = createVault(place.world(), join(place.root, "other"), {
      identityFile: place.identityFile,
      sample: false,
    })
    await assert.rejects(other, refused("file/exists"))
    await (await place.open()).close()
  }))

test("a commit cut off at any operation loses nothing that was acknowledged, and never forks", () =>
  inPlace(async (place) => {
    await (await filled(place)).close()
    const acknowledged: string[] = []
    let finished = false
    for (let n = 1; !finished; n++) {
      assert.ok(n < 100)
      const { disk } = cutAt(n)
      let vault: Vault | null = null
      try {
        vault = await place.open({ disk })
        const text = `Person Number${n}`
        const item = bytesItem(null, "paste", Buffer.from(`page ${n}`))
        const { source } = await sealItem(vault, item, CLAIMED)
        acknowledged.push(source)
        await vault.commit([naming(vault, text)])
        acknowledged.push(text)
        finished = true
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
      }
      await vault?.close().catch(() => {})
      const again = await place.open()
      const all = (await lines(again.db)).join("\n")
      for (const text of acknowledged) assert.ok(all.includes(text), `cut at ${n}`)
      await sound(again)
      assert.equal((await logsOf(again.db)).length, 1)
      const unfinished = (await readdir(place.folder, { recursive: true })).filter((name) => name.endsWith(".part"))
      assert.deepEqual(unfinished, [], `cut at ${n}`)
      await again.close()
    }
  }))

test("one flipped bit in any file of the vault is named", () =>
  inPlace(async (place) => {
    const passphrase = "seven quiet mountains in rain"
    const made = await createVault(place.world(), place.folder, {
      passphrase,
      identityFile: place.identityFile,
      sample: false,
      work: 10,
    })
    await sealItem(made, bytesItem("a.txt", "upload", Buffer.from("A page about nobody.\n")), CLAIMED)
    await made.commit([naming(made, "Aida Testova")])
    await made.close()
    const files = (await readdir(place.folder, { recursive: true, withFileTypes: true }))
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath, item.name))
    assert.equal(files.length, 6, files.join())
    for (const file of files) {
      const whole = await readFile(file)
      const size = whole.length
      const places = [0, 5, 16, 700, 4096 + 20, size >> 1, size - 1].filter((at) => at < size)
      for (const at of new Set(places)) {
        const bytes = Buffer.from(whole)
        bytes[at]! ^= 1 << (at % 8)
        await writeFile(file, bytes)
        assert.match(await faultOf(place), /\w/, `${file.slice(place.folder.length)} byte ${at}`)
      }
      await writeFile(file, whole)
    }
    await appendFile(join(place.folder, "keys", "stranger.age"), "not one of ours")
    assert.match(await faultOf(place), /key-file-unknown/)
    await rm(join(place.folder, "keys", "stranger.age"))
    assert.equal(await faultOf(place), "")
  }))

async function faultOf(place: Place): Promise<string> {
  let vault: Vault
  try {
    vault = await place.open()
  } catch (error) {
    assert.ok(error instanceof DalelError, String(error))
    return error.message
  }
  try {
    const { faults } = await checkAll(vault)
    return faults.map(({ fault, where }) => `${fault} ${where}`).join()
  } finally {
    await vault.close()
  }
}
