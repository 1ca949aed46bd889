import assert from "node:assert/strict"
import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { checkAll } from "../src/index/check.js"
import { fingerprint } from "../src/index/dump.js"
import { rebuildIndex } from "../src/index/open.js"
import { writeBackup } from "../src/keep/backup.js"
import { askExpunge, expunge, openAsks } from "../src/keep/expunge/act.js"
import { type ExpungeAsked, type Fate, planExpunge } from "../src/keep/expunge/plan.js"
import { holds, liftHold, placeHold } from "../src/keep/hold.js"
import { reapplyTombstones, restoreVault } from "../src/keep/restore.js"
import type { Entry } from "../src/ledger/entry.js"
import type { EntityId, SourceId, StatementId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import { entriesOfKind } from "../src/vault/logs.js"
import { heldBy, type Vault } from "../src/vault/vault.js"
import { dalel } from "./command.suite.js"
import { cutAt } from "./cut.suite.js"
import { inPlace, type Place } from "./place.suite.js"
import { foundIn, pagesOf } from "./plain.suite.js"

const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code

const page = (title: string, day: string, ...paragraphs: string[]) =>
  `<html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${day}T10:00:00Z"></head>
  <body><article><h1>${title}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join("")}</article></body></html>`

/** Hers alone; hers and his; his alone. */
const PAGES = {
  "hers-quennelly.html": page(
    "Singer On Trial In Bektau",
    "2021-05-04",
    "BEKTAU -- The trial of singer Samal Quennelly started on May 3 in the city of Bektau.",
    "Quennelly has been under house arrest in Bektau since February.",
    '"Vermilion kites over the dam," Quennelly said.',
  ),
  "both.html": page(
    "Two On Trial",
    "2021-06-04",
    "The trial of Samal Quennelly started on June 1 in Bektau.",
    "The trial of Daniyar Brackwell started on June 2 in the city of Altynkum.",
    "Brackwell has been under house arrest in Altynkum since March.",
    "Prosecutors said that Quennelly had called for ochre unrest.",
  ),
  "his.html": page("Brackwell", "2021-07-04", "Daniyar Brackwell was fined the equivalent of $670 by a Bektau court."),
}
const HERS = ["quennelly", "Samal", "vermilion kites", "ochre unrest", "hers-quennelly"]

async function told(place: Place): Promise<Record<keyof typeof PAGES, SourceId>> {
  const pages = join(place.root, "pages")
  await mkdir(pages)
  for (const [name, html] of Object.entries(PAGES)) await writeFile(join(pages, name), html)
  await dalel(place, "init")
  const ids: Record<string, SourceId> = {}
  for (const name of Object.keys(PAGES)) {
    const { lines } = await dalel(place, "add", join(pages, name), "--read", "--json")
    const { source } = JSON.parse(lines[0]!)
    ids[name] = source
    assert.equal((await dalel(place, "review", "--accept-all", "--source", source)).code, 0)
  }
  const people = await namesIn(place)
  for (const [name, several] of Object.entries(people)) assert.ok(several.length > 0, `${name} was read`)
  return ids as Record<keyof typeof PAGES, SourceId>
}

async function namesIn(place: Place): Promise<Record<string, EntityId[]>> {
  const vault = await place.open()
  const people: Record<string, EntityId[]> = { "Samal Quennelly": [], "Daniyar Brackwell": [] }
  const rows = await vault.db.all<{ id: EntityId; name: string }>(
    "SELECT id, name FROM i_entity WHERE schema = 'Person'",
  )
  for (const { id, name } of rows) people[name]?.push(id)
  await vault.close()
  return people
}

/** As the desk would have it after both articles: she is one. */
async function her(vault: Vault, name = "Samal Quennelly"): Promise<EntityId> {
  const rows = await vault.db.all<{ id: EntityId }>("SELECT id FROM i_entity WHERE name = ? ORDER BY id", name)
  for (const { id } of rows.slice(1))
    await vault.commit([{ kind: "same", body: { a: rows[0]!.id, b: id, verdict: "same", bulk: false } }])
  return rows[0]!.id
}

const asking = (entity: EntityId, fates: [SourceId, Fate][] = []): ExpungeAsked => ({
  target: { is: "person", entity },
  reason: "consent_withdrawn",
  fates: new Map(fates),
})

async function carryOut(vault: Vault, asked: ExpungeAsked): Promise<Vault> {
  const { plan } = await planExpunge(vault.db, vault.blobs, asked)
  return (await expunge(vault, asked, { digest: plan.digest })).vault
}

async function sound(vault: Vault): Promise<void> {
  assert.deepEqual((await checkAll(vault)).faults, [])
}

test("one who withdraws: first everything that would go is shown, then it is gone from every page, and others stay", () =>
  inPlace(async (place) => {
    const ids = await told(place)
    const vault = await place.open()
    await her(vault, "Daniyar Brackwell")
    const asked = asking(await her(vault))
    const before = await fingerprint(vault.db)
    const { plan } = await planExpunge(vault.db, vault.blobs, asked)
    assert.equal(await fingerprint(vault.db), before, "looking changes nothing")
    assert.deepEqual(
      plan.sources.map(({ id, fate, others }) => [id, fate, others.map(({ name }) => name)]).sort(),
      [
        [ids["hers-quennelly.html"], "destroy", []],
        [ids["both.html"], "redact", ["Daniyar Brackwell"]],
      ].sort(),
    )
    assert.equal(plan.title, "Samal Quennelly")
    assert.ok(plan.statements.length > 5 && plan.renditions === 2 && plan.proposals > 5 && plan.searchRows > 2)
    assert.equal(plan.blobs, 4)

    const steps: string[] = []
    const done = await expunge(vault, asked, { digest: plan.digest, progress: (step) => steps.push(step) })
    assert.deepEqual(steps, ["looking", "redacting", "writing", "database"])
    await sound(done.vault)
    await sound(done.vault)
    const left = await fingerprint(done.vault.db)
    await rebuildIndex(done.vault)
    assert.equal(await fingerprint(done.vault.db), left)
    const shelves = (await readdir(join(place.folder, "blobs"), { recursive: true })).filter((name) =>
      name.endsWith(".age"),
    )
    assert.equal(shelves.length, 4, "his two, and the redacted copy with its reading")
    const texts = await Promise.all(
      (
        await done.vault.db.all<{ id: string; key: Uint8Array; size: number; sha256: string }>("SELECT * FROM blob")
      ).map(async (ref) => {
        const chunks: Uint8Array[] = []
        for await (const chunk of done.vault.blobs.get({ ...ref, key: Uint8Array.from(ref.key) } as never))
          chunks.push(chunk)
        return Buffer.concat(chunks)
      }),
    )
    const pages = await pagesOf(done.vault)
    for (const bytes of [pages, ...texts]) assert.deepEqual(foundIn(bytes, HERS), [])
    assert.deepEqual(
      foundIn(pages, ["Brackwell", "Altynkum"]),
      ["Brackwell", "Altynkum"],
      "the test sees what is there",
    )

    const file = JSON.parse((await dalel(place, "case", "Daniyar Brackwell", "--on", "2021-06-10", "--json")).lines[0]!)
    assert.deepEqual(
      file.status.map(({ is }: { is: string }) => is),
      ["house_arrest"],
    )
    for (const { passages } of file.timeline) assert.ok(passages.length > 0)
    const exact = file.status[0].passages.map((one: { exact: string }) => one.exact).join()
    assert.match(exact, /house arrest|Brackwell|March/)
    assert.equal((await dalel(place, "verify")).code, 0)
  }))

test("another choice for the recording two stand in: destroyed with all it says, or kept for few", async () => {
  for (const fate of ["destroy", "restrict"] as const)
    await inPlace(async (place) => {
      const ids = await told(place)
      let vault = await place.open()
      vault = await carryOut(vault, asking(await her(vault), [[ids["both.html"], fate]]))
      await sound(vault)
      const rows = await vault.db.all<{ audience: string }>(
        "SELECT audience FROM i_statement WHERE source = ? AND live = 1",
        ids["both.html"],
      )
      if (fate === "destroy") assert.deepEqual(rows, [])
      else {
        assert.ok(rows.length > 0)
        assert.ok(rows.every(({ audience }) => audience === "restricted"))
      }
      const named = await vault.db.one("SELECT 1 AS yes FROM i_entity WHERE name LIKE '%Quennelly%'")
      assert.equal(named, undefined)
      await vault.close()
    })
})

test("what was decided in bulk stays so on the redacted copy", () =>
  inPlace(async (place) => {
    await told(place)
    let vault = await place.open()
    vault = await carryOut(vault, asking(await her(vault)))
    const rows = await vault.db.all<{ bulk: number }>("SELECT bulk FROM i_statement WHERE live = 1")
    assert.ok(rows.length > 5 && rows.every(({ bulk }) => bulk === 1))
    await vault.close()
  }))

test("what was confirmed is done and nothing else: when something came between, it is refused", () =>
  inPlace(async (place) => {
    const ids = await told(place)
    const vault = await place.open()
    const asked = asking(await her(vault))
    const { plan } = await planExpunge(vault.db, vault.blobs, asked)
    const other = asking((asked.target as { entity: EntityId }).entity, [[ids["both.html"], "destroy"]])
    await assert.rejects(expunge(vault, other, { digest: plan.digest }), refused("expunge/changed"))
    await vault.close()
    await dalel(place, "add", join(place.root, "pages", "both.html"), "--json") // a custody entry of a source that goes
    const again = await place.open()
    await assert.rejects(expunge(again, asked, { digest: plan.digest }), refused("expunge/changed"))
    await sound(again)
    await again.close()
  }))

test("the bytes that were destroyed do not come back silently", () =>
  inPlace(async (place) => {
    const ids = await told(place)
    const vault = await place.open()
    const target = { is: "source", source: ids["his.html"] } as const
    await (await carryOut(vault, { target, reason: "error", fates: new Map() })).close()
    const path = join(place.root, "pages", "his.html")
    const again = await dalel(place, "add", path, "--json")
    assert.deepEqual([again.code, again.lines], [1, []])
    assert.match(again.said, /source\/expunged/)
    const agreed = await dalel(place, "add", path, "--again", "--json")
    assert.equal(JSON.parse(agreed.lines[0]!).status, "sealed")
    const opened = await place.open()
    const [tombstone] = await entriesOfKind(opened.db, "expunge")
    assert.ok(!JSON.stringify(tombstone).includes(JSON.parse(agreed.lines[0]!).sha256), "the hash itself is not kept")
    await opened.close()
  }))

test("single statements go with every version of them; what stood in one act with them is stated again", () =>
  inPlace(async (place) => {
    const ids = await told(place)
    let vault = await place.open()
    const row = (await vault.db.one<{ id: StatementId }>(
      "SELECT id FROM i_statement WHERE source = ? AND schema = 'Person' AND property = 'alias'",
      ids["his.html"],
    ))!
    const named = () =>
      vault.db.one<{ value: string }>(
        "SELECT value FROM i_statement WHERE source = ? AND schema = 'Person' AND property = 'name' AND live = 1",
        ids["his.html"],
      )
    const before = await named()
    const asked = { target: { is: "statements", statements: [row.id] }, reason: "error", fates: new Map() } as const
    const { plan } = await planExpunge(vault.db, vault.blobs, asked)
    assert.deepEqual([plan.sources, plan.blobs], [[], 0])
    vault = await carryOut(vault, asked)
    await sound(vault)
    assert.equal(await vault.db.one("SELECT 1 AS yes FROM i_statement WHERE id = ?", row.id), undefined)
    assert.ok(plan.statements.some(({ why, restated }) => why === "act" && restated))
    assert.deepEqual(await named(), before, "what only stood beside it is stated again")
    assert.ok(await vault.db.one("SELECT 1 AS yes FROM i_source WHERE id = ?", ids["his.html"]))
    await vault.close()
  }))

test("an expunge cut off at any operation is whole after the next opening, or never began", () =>
  inPlace(async (place) => {
    await told(place)
    const first = await place.open()
    const asked = asking(await her(first))
    await first.close()
    const kept = [place.folder, place.state].map((folder) => [folder, `${folder}-kept`] as const)
    for (const [folder, copy] of kept) await cp(folder, copy, { recursive: true })
    let [finished, after] = [false, 0]
    for (let n = 1; !finished; n += 7) {
      assert.ok(n < 300)
      for (const [folder, copy] of kept) {
        await rm(folder, { recursive: true })
        await cp(copy, folder, { recursive: true })
      }
      let vault: Vault | null = null
      try {
        vault = await place.open({ disk: cutAt(n).disk })
        const { plan } = await planExpunge(vault.db, vault.blobs, asked)
        vault = (await expunge(vault, asked, { digest: plan.digest })).vault
        finished = true
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, "EIO", String(error))
      }
      await vault?.close().catch(() => {})
      const again = await place.open()
      await sound(again)
      if ((await entriesOfKind(again.db, "expunge")).length === 0) {
        assert.ok(!finished)
        await again.close()
        continue
      }
      after++
      assert.equal(await again.db.one("SELECT 1 AS yes FROM rewrite_due"), undefined, `cut at ${n}`)
      assert.ok(heldBy(again).secret.generation > 1)
      assert.equal((await checkAll(again)).checked.unnamedBlobs, 0, `cut at ${n}`)
      assert.deepEqual(foundIn(await pagesOf(again), HERS), [], `cut at ${n}`)
    }
    assert.ok(after > 2, "cut often enough after the tombstone")
  }))

test("an old backup put back: what was destroyed since is destroyed again, files too", () =>
  inPlace(async (place) => {
    await told(place)
    let vault = await place.open()
    const asked = asking(await her(vault))
    const file = join(place.root, "backup")
    await writeBackup(vault, file)
    const { plan } = await planExpunge(vault.db, vault.blobs, asked)
    assert.equal(plan.backups.length, 1, "it is said that a backup holds it still")
    vault = await carryOut(vault, asked)
    const elsewhere = {
      ...place.world(),
      around: { platform: process.platform, env: { DALEL_STATE: join(place.root, "b") }, home: place.root },
    }
    const restored = await restoreVault(elsewhere, file, join(place.root, "restored"), {
      identityFile: place.identityFile,
    })
    const { erased, closed } = await reapplyTombstones(restored, vault)
    assert.ok(erased > 5 && closed)
    await vault.close()
    const again = await place.open({ folder: join(place.root, "restored") })
    await sound(again)
    const files = (await readdir(join(place.root, "restored", "blobs"), { recursive: true })).filter((one) =>
      one.endsWith("age"),
    )
    assert.equal(files.length, 2, "only his own page, and its reading")
    assert.deepEqual(foundIn(await pagesOf(again), HERS), [])
  }))

test("under a legal hold one administrator alone destroys nothing and lifts nothing; two do", () =>
  inPlace(async (place) => {
    const ids = await told(place)
    const vault = await place.open()
    const entity = await her(vault)
    const asked = asking(entity)
    const hold = await placeHold(vault, { sources: [ids["both.html"]], entities: [] }, "court")
    const { plan } = await planExpunge(vault.db, vault.blobs, asked)
    assert.deepEqual(
      plan.holds.map((one) => one.entry),
      [hold],
    )
    await assert.rejects(expunge(vault, asked, { digest: plan.digest }), refused("expunge/held"))
    await assert.rejects(liftHold(vault, hold), refused("expunge/held"))
    await askExpunge(vault, asked)
    await assert.rejects(
      expunge(vault, asked, { digest: plan.digest }),
      refused("expunge/held"),
      "his own ask is no second",
    )
    assert.equal((await holds(vault.db)).length, 1)
    const { device, seq } = (await entriesOfKind(vault.db, "hold"))[0]!
    const body = { records: [{ device, seq }], entities: [], sources: [], reason: "error" } as const
    await vault.commit([{ kind: "expunge", body }])
    assert.equal((await holds(vault.db)).length, 1, "a tombstone on the hold itself hides and destroys nothing")
    await sound(vault)

    // Another administrator asks, as his device would bring it.
    const [own] = await openAsks(vault.db)
    const other = "0".repeat(26)
    await vault.db.run(
      "INSERT INTO i_member (id, key, recipient, roles, state, since) SELECT ?, key, recipient, roles, state, since FROM i_member",
      other,
    )
    const row = (await vault.db.one<{ open: string }>("SELECT open FROM record WHERE entry = ?", own!.entry))!
    await vault.db.run(
      "UPDATE record SET open = ? WHERE entry = ?",
      row.open.replace(`"by":"${vault.member}"`, `"by":"${other}"`),
      own!.entry,
    )
    const done = await expunge(vault, asked, { digest: plan.digest })
    const tombstone = (await entriesOfKind(done.vault.db, "expunge")).at(-1)!.entry as Entry<"expunge">
    assert.equal(tombstone.body.asked, own!.entry, "both signatures are on record")
    assert.deepEqual(await openAsks(done.vault.db), [])
    await done.vault.close()
  }))

test("whoever is no administrator can ask and not do", () =>
  inPlace(async (place) => {
    await told(place)
    const vault = await place.open()
    const asked = asking(await her(vault))
    await vault.db.run("UPDATE i_member SET roles = 'read contribute review'")
    const { plan } = await planExpunge(vault.db, vault.blobs, asked)
    await assert.rejects(expunge(vault, asked, { digest: plan.digest }), refused("expunge/needs-administrator"))
    await askExpunge(vault, asked)
    assert.deepEqual(
      (await openAsks(vault.db)).map((one) => one.asked),
      [{ ...asked, fates: new Map(plan.sources.map(({ id, fate }) => [id, fate])) }],
    )
    await vault.close()
  }))

test("what went out is listed with how much of it goes, and marked as withdrawn", () =>
  inPlace(async (place) => {
    const ids = await told(place)
    let vault = await place.open()
    const entity = await her(vault)
    const first = async (source: SourceId) =>
      (await vault.db.one<{ id: StatementId }>("SELECT id FROM i_statement WHERE source = ? AND live = 1", source))!.id
    const out = async (source: SourceId) => {
      const opening = { v: 1, entities: {}, statements: { a: await first(source) }, sources: { b: { source } } }
      const blob = await vault.blobs.put(Buffer.from(JSON.stringify(opening)))
      const body = { case: entity, files: [], key: "k", opening: blob.id, on: "2021-06-10", statements: 1 }
      return (await vault.commit([{ kind: "publish", body }], [blob]))[0]!.id
    }
    const hers = await out(ids["hers-quennelly.html"])
    await out(ids["his.html"])
    const asked = asking(entity)
    const { plan } = await planExpunge(vault.db, vault.blobs, asked)
    assert.deepEqual(
      plan.dossiers.map(({ entry, statements, withdrawn }) => [entry, statements, withdrawn]),
      [[hers, 1, false]],
    )
    vault = await carryOut(vault, asked)
    assert.deepEqual(await vault.db.all("SELECT publication, reason FROM i_withdrawal"), [
      { publication: hers, reason: "consent_withdrawn" },
    ])
    await sound(vault)
    await vault.close()
  }))

test("dalel expunge: the plan changes nothing, the digest does it, nothing more is found", () =>
  inPlace(async (place) => {
    const ids = await told(place)
    const what = ["expunge", "--source", ids["hers-quennelly.html"], "--reason", "danger"]
    const shown = await dalel(place, ...what)
    assert.equal(shown.code, 0, shown.said)
    const digest = /--confirm ([0-9a-f]{64})/.exec(shown.lines.at(-1)!)![1]!
    assert.equal((await dalel(place, ...what, "--confirm", "0".repeat(64))).code, 1)
    const done = await dalel(place, ...what, "--confirm", digest)
    assert.equal(done.code, 0, done.said)
    assert.deepEqual(Object.keys(JSON.parse(done.lines[0]!)), ["expunged", "records", "blobs", "dossiers", "backups"])
    assert.match(done.said, /database …/)
    const answered = await dalel(place, "expunge", "--confirmed")
    const { confirmed, waiting } = JSON.parse(answered.lines[0]!)
    assert.deepEqual([answered.lines.length, confirmed.length, waiting], [1, 1, []])
    assert.match(answered.said, /1 of 1 devices confirmed/)
    assert.equal((await dalel(place, ...what)).code, 1)
    assert.equal((await dalel(place, "expunge", "--source", ids["his.html"], "--reason", "because")).code, 2)
    assert.equal((await dalel(place, "verify")).code, 0)
  }))
