import assert from "node:assert/strict"
import { cp } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { checkAll } from "../src/index/check.js"
import { createVault } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import { writeBackup } from "../src/keep/backup.js"
import { writeBundle } from "../src/keep/bundle.js"
import { confirmations } from "../src/keep/confirm.js"
import { mergeBundles } from "../src/keep/merge.js"
import { reapplyTombstones, restoreVault } from "../src/keep/restore.js"
import { destroyHidden, hiddenRecords } from "../src/keep/tombstones.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, type EntryId, makeId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import type { Vault } from "../src/vault/vault.js"
import { inPlace } from "./place.suite.js"
import { foundIn, pagesOf } from "./plain.suite.js"
import { expungeEntries } from "./tombstone.suite.js"

const about = article("2020-01-01")
const CLAIMED = { url: null, published: null, lang: null, savedAt: null }

function naming(vault: Vault, text: string): Draft {
  const person = makeId<EntityId>(vault.world.random)
  const { kind, body } = says(about, [person, "Person", "name", name(text)]) as Entry<"assert">
  return { kind, body }
}

const live = async ({ db }: Vault) =>
  (await db.one<{ n: number }>("SELECT count(*) AS n FROM i_statement WHERE live = 1"))!.n

test("a tombstone that comes in a bundle hides at once, destroys on a person's yes, and travels on", () =>
  inPlace(async (place) => {
    const first = await place.create()
    const [gone] = await first.commit([naming(first, "Gone Testova")])
    await first.commit([naming(first, "Stays Testov")])
    await first.close()
    const [copy, third] = [join(place.root, "copy"), join(place.root, "third")]
    await cp(place.folder, copy, { recursive: true })
    await cp(place.folder, third, { recursive: true })
    const one = await place.open()
    await expungeEntries(one, [gone!.id], { entities: [], sources: [], reason: "consent_withdrawn" })
    const after = await place.open()
    const out = join(place.root, "bundle")
    await writeBundle(after, { out, all: true })
    await after.close()

    let other = await place.open({ folder: copy })
    assert.equal(await live(other), 2)
    const [merged] = await mergeBundles(other, out)
    assert.equal(merged!.hidden, 1)
    assert.equal(await live(other), 1, "hidden at once")
    assert.equal(await hiddenRecords(other), 1, "and still there")
    assert.deepEqual((await checkAll(other)).faults, [])
    assert.deepEqual((await confirmations(other.db))[0]!.waiting, [other.device], "no answer while words are here")
    assert.ok(await destroyHidden(other))
    other = await place.open({ folder: copy })
    assert.equal(await hiddenRecords(other), 0)
    assert.deepEqual((await checkAll(other)).checked.erased, 1)
    assert.deepEqual((await checkAll(other)).faults, [])
    assert.equal(await destroyHidden(other), false)
    const [answer] = await confirmations(other.db)
    assert.deepEqual([answer!.confirmed.length, answer!.waiting.length], [2, 0], "who did it, and who signed after")
    // What it hands on now holds a bare commitment, which the tombstone excuses.
    const onward = join(place.root, "onward")
    await writeBundle(other, { out: onward, all: true })
    await other.close()
    const last = await place.open({ folder: third })
    await mergeBundles(last, onward)
    assert.equal(await live(last), 1)
    assert.equal(await hiddenRecords(last), 1)
    const [told] = await confirmations(last.db)
    assert.deepEqual([told!.confirmed.length, told!.waiting], [2, [last.device]])
    assert.deepEqual((await checkAll(last)).faults, [])
    await last.close()
  }))

test("words that a tombstone held here names are never written: a third device brings them to a restored backup", () =>
  inPlace(async (place) => {
    const first = await place.create()
    await first.commit([naming(first, "Stays Testov")])
    const backup = join(place.root, "old.backup")
    await writeBackup(first, backup)
    const [gone] = await first.commit([naming(first, "Quennelly Vermilion")])
    await sealItem(first, bytesItem("zq7-notes.txt", "upload", Buffer.from("kites")), CLAIMED)
    const { entry } = (await first.db.one<{ entry: EntryId }>("SELECT entry FROM i_source"))!
    await first.close()
    const [old, folder] = [join(place.root, "third"), join(place.root, "restored")]
    await cp(place.folder, old, { recursive: true })
    await expungeEntries(await place.open(), [gone!.id, entry], {
      entities: [],
      sources: [],
      reason: "consent_withdrawn",
    })
    const one = await place.open()
    let restored = await restoreVault(place.world(), backup, folder, { identityFile: place.identityFile })
    assert.deepEqual(await reapplyTombstones(restored, one), { erased: 0, closed: true })
    await one.close()
    const third = await place.open({ folder: old })
    const out = join(place.root, "bundle")
    await writeBundle(third, { out, all: true })
    await third.close()
    restored = await place.open({ folder })
    const [merged] = await mergeBundles(restored, out)
    assert.equal(merged!.awaited, 0)
    assert.equal(merged!.hidden, 0, "there are no words to hide")
    assert.equal(await live(restored), 1)
    assert.deepEqual((await checkAll(restored)).faults, [])
    assert.equal((await checkAll(restored)).checked.unnamedBlobs, 0)
    await mergeBundles(restored, out)
    assert.deepEqual((await checkAll(restored)).faults, [])
    assert.deepEqual(foundIn(await pagesOf(restored), ["Quennelly", "zq7-notes"]), [])
  }))

test("a bundle of a sample does not go into a vault, nor one of another vault", () =>
  inPlace(async (place) => {
    const make = (folder: string, sample: boolean) =>
      createVault(place.world(), join(place.root, folder), { identityFile: join(place.root, `${folder}.id`), sample })
    const [real, sample] = [await make("real", false), await make("sample", true)]
    await sealItem(sample, bytesItem("a.txt", "upload", Buffer.from("words")), CLAIMED, { sample: true })
    const out = join(place.root, "bundle")
    await writeBundle(sample, { out })
    // Sealed to nobody here: it does not even open.
    await assert.rejects(
      mergeBundles(real, out),
      (error) => error instanceof DalelError && error.code === "bundle/not-for-you",
    )
    await real.close()
    await sample.close()
  }))
