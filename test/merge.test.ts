import assert from "node:assert/strict"
import { cp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { checkAll } from "../src/index/check.js"
import { dump } from "../src/index/dump.js"
import { createVault, openVault } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import { writeBundle } from "../src/keep/bundle.js"
import { mergeBundles, previewBundles } from "../src/keep/merge.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, makeId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import type { Db } from "../src/vault/db.js"
import { addMember, removeMember } from "../src/vault/members.js"
import type { Vault } from "../src/vault/vault.js"
import { cutAt } from "./cut.suite.js"
import { imageOf, inPlace, type Place } from "./place.suite.js"

const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code
const CLAIMED = { url: null, published: null, lang: null, savedAt: null }
const about = article("2020-01-01")

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

async function sound(vault: Vault): Promise<void> {
  assert.deepEqual((await checkAll(vault)).faults, [])
}

const names = async ({ db }: Vault) =>
  (
    await db.all<{ name: string }>(
      "SELECT json_extract(value, '$.text') AS name FROM i_statement WHERE live = 1 AND property = 'name' ORDER BY 1",
    )
  ).map(({ name }) => name)

/** A vault and a copy of it on another machine. */
async function two(place: Place, work: (one: Vault, other: Vault, out: string) => Promise<void>): Promise<void> {
  const first = await place.create()
  await first.commit([naming(first, "Aida Testova")])
  await first.close()
  const copy = join(place.root, "copy")
  await cp(place.folder, copy, { recursive: true })
  await cp(place.folder, join(place.root, "first-day"), { recursive: true })
  const [one, other] = [await place.open(), await place.open({ folder: copy })]
  const out = join(place.root, "stick")
  await mkdir(out)
  try {
    await work(one, other, out)
  } finally {
    await one.close()
    await other.close()
  }
}

test("two copies that worked apart are the same after a bundle each way, files and all", () =>
  inPlace((place) =>
    two(place, async (one, other, out) => {
      await one.commit([naming(one, "Bolat Testov")])
      await sealItem(one, bytesItem("a.txt", "upload", Buffer.alloc(300_000, "one ")), CLAIMED)
      await other.commit([naming(other, "Saule Testova")])
      await sealItem(other, bytesItem("b.txt", "upload", Buffer.from("other")), CLAIMED)

      const there = await writeBundle(one, { out, part: 100_000 })
      assert.ok(there.parts > 2)
      const [seen] = await previewBundles(other, out)
      const before = await lines(other.db)
      assert.deepEqual(await lines(other.db), before, "looking changes nothing")
      const [merged] = await mergeBundles(other, out)
      assert.deepEqual({ ...merged, files: 0, awaited: 0 }, { ...seen, files: 0, awaited: 0 })
      assert.deepEqual([merged!.files, merged!.awaited, merged!.quarantined], [1, 0, 0])
      assert.deepEqual(await names(other), ["Aida Testova", "Bolat Testov", "Saule Testova"])
      await sound(other)

      const file = join(place.root, "back.bundle")
      const back = await writeBundle(other, { out: file })
      assert.ok(back.records < 12, "only what the other lacks")
      await mergeBundles(one, file)
      await sound(one)
      const [again] = await mergeBundles(one, file)
      assert.equal(again!.records, 0)
      // Each has a receipt of its own at most, which goes with the next bundle.
      await writeBundle(one, { out: join(place.root, "last") })
      await mergeBundles(other, join(place.root, "last"))
      assert.deepEqual(await lines(other.db), await lines(one.db))
      await sound(other)
    }),
  ))

test("a bundle that was cut off is gone on with, on both sides; records come before what is large", () =>
  inPlace((place) =>
    two(place, async (one, other, out) => {
      for (let at = 0; at < 4; at++)
        await sealItem(one, bytesItem(`${at}.bin`, "upload", Buffer.alloc(200_000, `file ${at} `)), CLAIMED)
      const written = await writeBundle(one, { out, part: 150_000 })
      const parts = (await readdir(out)).sort()
      assert.equal(parts.length, written.parts + 1)
      const taken = await Promise.all(
        parts.slice(4).map(async (part) => [part, await readFile(join(out, part))] as const),
      )
      for (const [part] of taken) await rm(join(out, part))
      const [half] = await mergeBundles(other, out)
      assert.ok(half!.awaited > 0 && half!.files > 0)
      await sound(other)

      const resumed = await writeBundle(one, { out, part: 150_000 })
      assert.deepEqual([resumed.bundle, resumed.resumed], [written.bundle, 4])
      const [rest] = await mergeBundles(other, out)
      assert.deepEqual([rest!.records, rest!.awaited], [0, 0])
      await sound(other)
      assert.equal((await checkAll(other)).checked.blobs, 4)
    }),
  ))

test("partial, truncated, tampered, flooding and foreign bundles are refused whole, with the reason", () =>
  inPlace((place) =>
    two(place, async (one, other, out) => {
      await one.commit([naming(one, "Bolat Testov")])
      await sealItem(one, bytesItem("a.txt", "upload", Buffer.alloc(10_000, "one ")), CLAIMED)
      await writeBundle(one, { out, part: 1024 })
      const file = join(place.root, "one.bundle")
      await writeBundle(one, { out: file })
      const before = await lines(other.db)
      const untouched = async () => {
        assert.deepEqual(await lines(other.db), before)
        await sound(other)
      }
      await assert.rejects(mergeBundles(other, join(place.root, "nothing")), refused("file/not-found"))
      await assert.rejects(mergeBundles(other, place.identityFile), refused("bundle/not-one"))
      await assert.rejects(mergeBundles(other, place.root), refused("bundle/not-one"))

      const whole = await readFile(file)
      for (const size of [whole.length - 1, whole.length - 1024, Math.floor(whole.length / 2), 700, 100]) {
        await writeFile(file, whole)
        await truncate(file, size)
        await assert.rejects(
          mergeBundles(other, file),
          (error) => error instanceof DalelError && /^bundle\//.test(error.code),
        )
      }
      for (let at = 300; at < whole.length; at += Math.ceil(whole.length / 60)) {
        const flipped = Buffer.from(whole)
        flipped[at] = flipped[at]! ^ 1
        await writeFile(file, flipped)
        await assert.rejects(
          mergeBundles(other, file),
          (error) => error instanceof DalelError && /^(bundle|age)\//.test(error.code),
          `byte ${at} of ${whole.length}`,
        )
      }
      await untouched()
      const [first] = (await readdir(out)).sort().slice(1)
      await rm(join(out, first!))
      await assert.rejects(mergeBundles(other, out), refused("bundle/incomplete"))
      await writeFile(file, whole)
      const caps = { records: 1000, perMember: 1, blobs: 10 }
      await assert.rejects(mergeBundles(other, file, caps), refused("bundle/too-large"))
      await assert.rejects(
        mergeBundles(other, file, { ...caps, perMember: 9, records: 2 }),
        refused("bundle/too-large"),
      )
      await untouched()

      const stranger = await createVault(place.world(), join(place.root, "else"), {
        identityFile: join(place.root, "id-else"),
        sample: true,
      })
      await assert.rejects(mergeBundles(stranger, file), refused("bundle/not-for-you"))
      await stranger.close()
      await mergeBundles(other, file)
      await sound(other)
    }),
  ))

test("a bundle that builds on what is not here says so", () =>
  inPlace((place) =>
    two(place, async (one, other, out) => {
      await one.commit([naming(one, "Bolat Testov")])
      await writeBundle(one, { out })
      await mergeBundles(other, out)
      await writeBundle(other, { out: join(place.root, "receipt") })
      await mergeBundles(one, join(place.root, "receipt"))
      await one.commit([naming(one, "Saule Testova")])
      const later = join(place.root, "later")
      await writeBundle(one, { out: later })
      // A third copy, of the first day.
      const third = await place.open({ folder: await freshCopy(place) })
      await assert.rejects(mergeBundles(third, later), refused("bundle/gap"))
      await rm(later)
      await writeBundle(one, { out: later, all: true })
      await mergeBundles(third, later)
      assert.deepEqual(await names(third), await names(one))
      await sound(third)
      await third.close()
    }),
  ))

/** The vault folder as `two` copied it, before anyone went on. */
async function freshCopy(place: Place): Promise<string> {
  const folder = join(place.root, "third")
  await cp(join(place.root, "first-day"), folder, { recursive: true })
  return folder
}

test("who was removed on one device: what he wrote there stands, what he wrote since is kept and not believed", () =>
  inPlace(async (place) => {
    const passphrase = "seven quiet mountains in rain"
    const founder = await place.create()
    const member = await addMember(founder, { role: "review", passphrase, work: 10 })
    await founder.close()
    const copy = join(place.root, "copy")
    await cp(place.folder, copy, { recursive: true })
    const his = await openVault(place.world(), copy, { passphrase })
    await his.commit([naming(his, "Before Removal")])
    const out = join(place.root, "bundle")
    await writeBundle(his, { out })
    let one = await place.open()
    await mergeBundles(one, out)
    await removeMember(one, member)
    one = await place.open()
    await his.commit([naming(his, "After Removal")])
    await rm(out)
    await writeBundle(his, { out })
    const [merged] = await mergeBundles(one, out)
    assert.ok(merged!.quarantined > 0)
    assert.deepEqual(await names(one), ["Before Removal"])
    await sound(one)
    // His own copy learns of it and refuses him.
    const back = join(place.root, "back")
    await writeBundle(one, { out: back })
    await assert.rejects(mergeBundles(his, back), refused("bundle/not-for-you"))
    assert.ok((await stat(back)).size > 0)
    await his.close()
    await one.close()
  }))

test("a folder that ran on two machines with all they remember is a fork: named, both tails wait, the common part stands", () =>
  inPlace(async (place) => {
    const first = await place.create()
    await first.commit([naming(first, "Common")])
    await first.close()
    const putBack = await imageOf(place)
    const one = await place.open()
    await one.commit([naming(one, "On The First")])
    const out = join(place.root, "bundle")
    await writeBundle(one, { out, all: true })
    const kept = [await readFile(out), one.device] as const
    await one.close()
    await putBack()
    let two = await place.open()
    assert.equal(two.device, kept[1])
    await two.commit([naming(two, "On The Second")])
    const [seen] = await previewBundles(two, out)
    assert.deepEqual(
      seen!.named.map(({ fault, device }) => [fault, device]),
      [["forked", kept[1]]],
    )
    assert.notEqual(seen!.named[0]!.ours, seen!.named[0]!.theirs)
    const [merged] = await mergeBundles(two, out)
    assert.ok(merged!.ownForked)
    assert.deepEqual(await names(two), ["Common"])
    await assert.rejects(two.commit([naming(two, "No")]), refused("vault/altered"))
    await sound(two)
    await two.close()
    two = await place.open()
    assert.notEqual(two.device, kept[1], "it goes on as a new device")
    await two.commit([naming(two, "Afterwards")])
    assert.deepEqual(await names(two), ["Afterwards", "Common"])
    await sound(two)
    await two.close()
  }))

test("a merge cut off at any operation loses nothing acknowledged, and the same command ends it", () =>
  inPlace((place) =>
    two(place, async (one, other, out) => {
      await one.commit([naming(one, "Bolat Testov")])
      await sealItem(one, bytesItem("a.txt", "upload", Buffer.alloc(5000, "one ")), CLAIMED)
      await other.commit([naming(other, "Saule Testova")])
      await writeBundle(one, { out, part: 2048 })
      const folder = other.layout.folder
      await other.close()
      const before = join(place.root, "before")
      await cp(folder, before, { recursive: true })
      await cp(place.state, join(place.root, "state-before"), { recursive: true })
      const expected = ["Aida Testova", "Bolat Testov", "Saule Testova"]
      let ended = false
      for (let n = 1; !ended; n++) {
        await rm(folder, { recursive: true })
        await cp(before, folder, { recursive: true })
        await cp(join(place.root, "state-before"), place.state, { recursive: true, force: true })
        const opened = await place.open({ folder })
        await opened.close()
        const { disk, done } = cutAt(n)
        try {
          const vault = await place.open({ folder, disk })
          try {
            await mergeBundles(vault, out)
          } finally {
            await vault.close().catch(() => {})
          }
          ended = done() < n
        } catch (error) {
          assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
        }
        const again = await place.open({ folder })
        await sound(again)
        assert.ok((await names(again)).includes("Saule Testova"))
        await mergeBundles(again, out)
        assert.deepEqual(await names(again), expected)
        await sound(again)
        const { checked } = await checkAll(again)
        assert.equal(checked.blobs, 1)
        await again.close()
      }
    }),
  ))

test("adding and removing a member cut off at any operation leaves a vault that opens and verifies", () =>
  inPlace(async (place) => {
    const passphrase = "seven quiet mountains in rain"
    const vault = await place.create()
    const kept = await addMember(vault, { role: "review", passphrase, work: 10 })
    await vault.close()
    const [before, state] = [join(place.root, "before"), join(place.root, "state-before")]
    await cp(place.folder, before, { recursive: true })
    await cp(place.state, state, { recursive: true })
    const acts: ((vault: Vault) => Promise<unknown>)[] = [
      (open) => addMember(open, { role: "administer", passphrase: "eight loud rivers in winter", work: 10 }),
      (open) => removeMember(open, kept),
    ]
    for (const act of acts) {
      let ended = false
      for (let n = 1; !ended; n++) {
        await rm(place.folder, { recursive: true })
        await rm(place.state, { recursive: true })
        await cp(before, place.folder, { recursive: true })
        await cp(state, place.state, { recursive: true })
        const { disk, done } = cutAt(n)
        try {
          const open = await place.open({ disk })
          try {
            await act(open)
          } finally {
            await open.close().catch(() => {})
          }
          ended = done() < n
        } catch (error) {
          assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
        }
        const again = await place.open()
        await sound(again)
        await again.close()
      }
    }
  }))
