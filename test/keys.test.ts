import assert from "node:assert/strict"
import { cp, readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { checkAll } from "../src/index/check.js"
import { createVault, openVault } from "../src/index/open.js"
import { recoverVault } from "../src/keep/recover.js"
import { DalelError } from "../src/model/refusals.js"
import type { Disk } from "../src/vault/disk.js"
import { layoutOf } from "../src/vault/folder.js"
import { recoveryOf } from "../src/vault/keyring.js"
import { readKeyFiles } from "../src/vault/keys.js"
import type { Way } from "../src/vault/open.js"
import { changePassphrase, hasPassphrase, keepRecovery, makeRecovery, openRecoveryFile } from "../src/vault/recovery.js"
import { formatRecoveryKey, makeRecoveryKey, recoveryIdentity } from "../src/vault/recoverykey.js"
import { changeSecret } from "../src/vault/rewrite.js"
import { heldBy, type Vault } from "../src/vault/vault.js"
import { cutAt } from "./cut.suite.js"
import { inPlace, type Place } from "./place.suite.js"

/** Keys, passphrases and the recovery key of whole vaults on a real disk. */

const OLD = "seven quiet mountains in rain"
const NEW = "nine loud rivers under snow"
const WORK = 10
const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code
const CLAIMED = { url: null, published: null, lang: null, savedAt: null }

async function filled(place: Place, identity = false): Promise<Vault> {
  const more = identity ? { identityFile: place.identityFile } : {}
  const vault = await createVault(place.world(), place.folder, { passphrase: OLD, ...more, sample: false, work: WORK })
  await sealItem(vault, bytesItem("a.txt", "upload", Buffer.from("A page about nobody.\n")), CLAIMED)
  return vault
}

const open = (place: Place, way: Way, disk?: Disk) => openVault(place.world(disk), place.folder, way)

async function opens(place: Place, passphrase: string): Promise<boolean> {
  try {
    const vault = await open(place, { passphrase })
    assert.deepEqual((await checkAll(vault)).faults, [])
    assert.equal((await checkAll(vault)).checked.blobs, 1)
    await vault.close()
    return true
  } catch (error) {
    if (refused("vault/wrong-passphrase")(error)) return false
    throw error
  }
}

const memberFiles = async (place: Place) =>
  (await readdir(join(place.folder, "keys"))).filter((name) => !/^(vault|recovery)/.test(name))

test("the recovery key opens a vault whose passphrase is forgotten, and the same member goes on under a new one", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    assert.equal(await recoveryOf(vault.db), null)
    await assert.rejects(keepRecovery(vault), refused("recovery/none"))
    const key = await makeRecovery(vault)
    assert.deepEqual([(await recoveryOf(vault.db))?.set, (await recoveryOf(vault.db))?.kept], [key.set, false])
    await keepRecovery(vault)
    assert.equal((await recoveryOf(vault.db))?.kept, true)
    await vault.close()

    const weak = recoverVault(place.world(), place.folder, key, "password1234")
    await assert.rejects(weak, refused("vault/weak-passphrase"))
    const recovered = await recoverVault(place.world(), place.folder, key, NEW, WORK)
    assert.deepEqual([recovered.member, recovered.device], [vault.member, vault.device])
    assert.deepEqual((await checkAll(recovered)).faults, [])
    await recovered.close()
    assert.deepEqual([await opens(place, OLD), await opens(place, NEW)], [false, true])
    assert.equal((await memberFiles(place)).length, 1)
    await (await recoverVault(place.world(), place.folder, key, OLD, WORK)).close() // the sheet stays good
    assert.deepEqual([await opens(place, OLD), await opens(place, NEW)], [true, false])
  }))

test("it still opens after a change of secret, and after one that was cut off anywhere", () =>
  inPlace(async (place) => {
    const vault = await filled(place, true)
    const key = await makeRecovery(vault)
    await changeSecret(vault)
    for (let round = 0; round < 2; round++) await (await open(place, { recovery: key })).close()
    let finished = false
    for (let n = 1; !finished; n += 3) {
      assert.ok(n < 200)
      const { disk } = cutAt(n)
      let vault: Vault | null = null
      try {
        vault = await place.open({ disk })
        await changeSecret(vault)
        finished = true
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
      }
      await vault?.close().catch(() => {})
      const again = await open(place, { recovery: key })
      assert.deepEqual((await checkAll(again)).faults, [], `cut at ${n}`)
      await again.close()
    }
  }))

test("another key is refused by what is wrong with it, and changes nothing", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const any = makeRecoveryKey(vault.world.random)
    await vault.close()
    await assert.rejects(open(place, { recovery: any }), refused("recovery/none"))
    const again = await open(place, { passphrase: OLD })
    const first = await makeRecovery(again)
    const second = await makeRecovery(again)
    await again.close()
    const before = await readKeyFiles(place.world().disk, layoutOf(place.folder).keys)
    await assert.rejects(open(place, { recovery: first }), (error: unknown) => {
      assert.ok(refused("recovery/other-sheet")(error))
      assert.equal((error as DalelError).where, second.set, "says which sheet is needed")
      return true
    })
    const guessed = { set: second.set, seed: any.seed }
    await assert.rejects(open(place, { recovery: guessed }), refused("recovery/wrong-key"))
    await assert.rejects(recoverVault(place.world(), place.folder, guessed, NEW, WORK), refused("recovery/wrong-key"))
    assert.deepEqual(await readKeyFiles(place.world().disk, layoutOf(place.folder).keys), before)
    await (await open(place, { recovery: second })).close()
  }))

test("a recovery file that another wrote, who knows the recipient but not the sheet, is refused", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const key = await makeRecovery(vault)
    const { keys, world, layout } = heldBy(vault)
    const { seal } = await import("../src/vault/age.js")
    const { formatMemberKeys } = await import("../src/vault/keys.js")
    const forged = `${formatMemberKeys(keys)}# mac ${Buffer.alloc(32).toString("base64")}\n`
    const bytes = await seal(Buffer.from(forged), { recipients: [recoveryIdentity(key).recipient] }, world.random)
    const path = join(layout.keys, `recovery-${key.set}.age`)
    const good = await readFile(path)
    await writeFile(path, bytes)
    const files = await readKeyFiles(world.disk, layout.keys)
    await assert.rejects(openRecoveryFile(files, key), refused("vault/key-damaged"))
    assert.match((await checkAll(vault)).faults.map(({ fault }) => fault).join(), /key-file-damaged/)
    await writeFile(path, good)
    assert.equal((await openRecoveryFile(await readKeyFiles(world.disk, layout.keys), key)).member, vault.member)
    await vault.close()
  }))

test("nothing of the key remains in the vault, beside it, or in an entry", () =>
  inPlace(async (place) => {
    const vault = await filled(place, true)
    const key = await makeRecovery(vault)
    const groups = formatRecoveryKey(key)
    await keepRecovery(vault)
    await changeSecret(vault)
    await (await recoverVault(place.world(), place.folder, key, NEW, WORK)).close()
    const secrets = [key.seed, recoveryIdentity(key).secret].map((bytes) => Buffer.from(bytes))
    const written = [
      ...secrets.flatMap((bytes) => [bytes.toString("hex"), bytes.toString("base64")]),
      ...["", " ", "-", "\n"].map((between) => groups.slice(1, 4).join(between)),
      BigInt(`0x${secrets[0]!.toString("hex")}`).toString(),
    ]
    const clean = (bytes: Buffer, where: string) => {
      for (const secret of [...secrets, ...written]) assert.ok(!bytes.includes(secret), where)
    }
    const reopened = await open(place, { passphrase: NEW })
    const rows = await reopened.db.all<{ open: string }>("SELECT open FROM record")
    for (const row of rows) clean(Buffer.from(row.open), "an entry")
    await reopened.close()
    const files = (await readdir(place.root, { recursive: true, withFileTypes: true })).filter((item) => item.isFile())
    for (const { parentPath, name } of files) clean(await readFile(join(parentPath, name)), name)
    assert.ok(rows.length > 5 && files.length > 8)
  }))

test("making a recovery key cut off at any operation leaves a whole vault, and the next one is good", () =>
  inPlace(async (place) => {
    await (await filled(place, true)).close()
    let finished = false
    for (let n = 1; !finished; n++) {
      assert.ok(n < 100)
      const { disk } = cutAt(n)
      let vault: Vault | null = null
      try {
        vault = await place.open({ disk })
        const key = await makeRecovery(vault)
        finished = true
        await vault.close()
        await (await open(place, { recovery: key })).close()
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
        await vault?.close().catch(() => {})
      }
      const again = await place.open()
      assert.deepEqual((await checkAll(again)).faults, [], `cut at ${n}`)
      const recovery = await recoveryOf(again.db)
      const names = (await readdir(join(place.folder, "keys"))).filter((name) => name.startsWith("recovery"))
      assert.deepEqual(names, recovery ? [`recovery-${recovery.set}.age`] : [], `cut at ${n}`)
      await again.close()
    }
  }))

test("a passphrase is changed by whoever knows the old one, and the old file is gone", () =>
  inPlace(async (place) => {
    const vault = await filled(place)
    const [before] = await memberFiles(place)
    await assert.rejects(changePassphrase(vault, "not the old passphrase", NEW), refused("vault/wrong-passphrase"))
    await assert.rejects(changePassphrase(vault, OLD, "short"), refused("vault/weak-passphrase"))
    await assert.rejects(changePassphrase(vault, null, NEW), refused("vault/no-passphrase"))
    assert.deepEqual(await memberFiles(place), [before])
    await changePassphrase(vault, OLD, NEW, WORK)
    const after = await memberFiles(place)
    assert.equal(after.length, 1)
    assert.notEqual(after[0], before)
    assert.deepEqual((await checkAll(vault)).faults, [])
    await vault.close()
    assert.deepEqual([await opens(place, OLD), await opens(place, NEW)], [false, true])
  }))

test("who has only an identity file may set a first passphrase", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    await sealItem(vault, bytesItem("a.txt", "upload", Buffer.from("A page about nobody.\n")), CLAIMED)
    assert.equal(await hasPassphrase(vault), false)
    await changePassphrase(vault, null, NEW, WORK)
    assert.equal(await hasPassphrase(vault), true)
    await vault.close()
    assert.equal(await opens(place, NEW), true)
  }))

for (const next of ["old", "new", "identity"] as const)
  test(`a change of passphrase cut off anywhere, then opened by the ${next} way: one of the two opens, for good`, () =>
    inPlace(async (place) => {
      await (await filled(place, true)).close()
      const kept = join(place.root, "kept")
      await cp(place.folder, kept, { recursive: true })
      let finished = false
      for (let n = 1; !finished; n++) {
        assert.ok(n < 100)
        const { disk } = cutAt(n)
        let vault: Vault | null = null
        try {
          vault = await open(place, { passphrase: OLD }, disk)
          await changePassphrase(vault, OLD, NEW, WORK)
          finished = true
        } catch (error) {
          assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
        }
        await vault?.close().catch(() => {})
        // The first opening settles it: who opens stays, and the other way is shut.
        if (next === "identity") await (await place.open()).close()
        const first = next === "old" ? OLD : NEW
        const second = next === "old" ? NEW : OLD
        const [one, two] = [await opens(place, first), await opens(place, second)]
        assert.notEqual(one, two, `cut at ${n}: ${one ? "both open" : "neither opens"}`)
        if (finished) assert.equal(await opens(place, NEW), true)
        assert.equal((await memberFiles(place)).length, 1, `cut at ${n}`)
        if (await opens(place, NEW)) {
          const back = await open(place, { passphrase: NEW })
          await changePassphrase(back, NEW, OLD, WORK)
          await back.close()
        }
      }
    }))
