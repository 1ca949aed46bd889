import assert from "node:assert/strict"
import { cp, readdir } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import { checkAll } from "../src/index/check.js"
import { rebuildIndex } from "../src/index/open.js"
import { article, name, says } from "../src/index/story.suite.js"
import { writeBundle } from "../src/keep/bundle.js"
import { expunge } from "../src/keep/expunge/act.js"
import { planExpunge } from "../src/keep/expunge/plan.js"
import { mergeBundles } from "../src/keep/merge.js"
import { destroyHidden, hiddenRecords } from "../src/keep/tombstones.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, makeId, type SourceId } from "../src/model/id.js"
import type { Vault } from "../src/vault/vault.js"
import { imageOf, inPlace, type Place } from "./place.suite.js"
import { foundIn, pagesOf } from "./plain.suite.js"

const MARKERS = ["Quennelly", "vermilion", "zq7-notes.txt"]
const CLAIMED = { url: null, published: null, lang: null, savedAt: null }

function naming(entity: EntityId, text: string, source: SourceId = article("2020-01-01").source): Draft {
  const { capture } = article("2020-01-01")
  const { kind, body } = says({ source, capture, published: "2020-01-01" }, [
    entity,
    "Person",
    "name",
    name(text),
  ]) as Entry<"assert">
  return { kind, body }
}

/** Two machines went on from one disk image: the first's branch, which speaks of her, waits in quarantine on the second. */
async function forked(place: Place): Promise<{ vault: Vault; her: EntityId; him: EntityId }> {
  const first = await place.create()
  const [her, him] = [makeId<EntityId>(first.world.random), makeId<EntityId>(first.world.random)]
  await first.commit([naming(her, "S. Common")])
  await first.close()
  const putBack = await imageOf(place)
  const one = await place.open()
  await sealItem(one, bytesItem("zq7-notes.txt", "upload", Buffer.from("vermilion kites")), CLAIMED)
  const { id } = (await one.db.one<{ id: SourceId }>("SELECT id FROM i_source"))!
  await one.commit([naming(her, "Samal Quennelly vermilion", id)])
  const out = join(place.root, "bundle")
  await writeBundle(one, { out, all: true })
  await one.close()
  await putBack()
  const two = await place.open()
  for (let n = 0; n < 6; n++) await two.commit([naming(him, `Bystander ${n}`)])
  await mergeBundles(two, out)
  await two.close()
  return { vault: await place.open(), her, him }
}

async function blobFiles(folder: string): Promise<number> {
  const all = await readdir(join(folder, "blobs"), { recursive: true })
  return all.filter((file) => file.endsWith(".age")).length
}

test("expunging a person reaches the branches in quarantine: words, file names, keys and sealed files", () =>
  inPlace(async (place) => {
    const { vault, her } = await forked(place)
    assert.equal((await vault.db.one<{ n: number }>("SELECT count(*) AS n FROM tail_record"))!.n > 0, true)
    assert.equal(await blobFiles(place.folder), 1)
    await vault.close()
    assert.deepEqual(foundIn(await pagesOf(await place.open()), MARKERS), MARKERS, "they were there")
    const open = await place.open()
    const asked = { target: { is: "person", entity: her }, reason: "consent_withdrawn", fates: new Map() } as const
    const { plan } = await planExpunge(open.db, open.blobs, asked)
    assert.deepEqual(
      plan.sources.map(({ title, fate }) => [title, fate]),
      [["zq7-notes.txt", "destroy"]],
    )
    const done = await expunge(open, asked, { digest: plan.digest })
    assert.deepEqual((await checkAll(done.vault)).faults, [])
    await rebuildIndex(done.vault)
    assert.deepEqual((await checkAll(done.vault)).faults, [])
    assert.equal(await blobFiles(place.folder), 0)
    assert.deepEqual(foundIn(await pagesOf(done.vault), MARKERS), [])
  }))

test("a tombstone that came in a bundle is asked about until branches in quarantine lost their words too", () =>
  inPlace(async (place) => {
    const { vault, her } = await forked(place)
    await vault.close()
    const copy = join(place.root, "copy")
    await cp(place.folder, copy, { recursive: true })
    const one = await place.open()
    const asked = { target: { is: "person", entity: her }, reason: "consent_withdrawn", fates: new Map() } as const
    const { plan } = await planExpunge(one.db, one.blobs, asked)
    const done = await expunge(one, asked, { digest: plan.digest })
    const out = join(place.root, "tombstone")
    await writeBundle(done.vault, { out, all: true })
    await done.vault.close()
    const other = await place.open({ folder: copy })
    await mergeBundles(other, out)
    assert.ok((await hiddenRecords(other)) > 0)
    assert.ok(await destroyHidden(other))
    const again = await place.open({ folder: copy })
    assert.equal(await hiddenRecords(again), 0)
    assert.deepEqual((await checkAll(again)).faults, [])
    assert.equal(await blobFiles(copy), 0)
    assert.deepEqual(foundIn(await pagesOf(again), MARKERS), [])
  }))
