import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import fc from "fast-check"
import type { AnyEntry } from "../ledger/entry.js"
import type { EntityId } from "../model/id.js"
import { makeId } from "../model/id.js"
import type { BlobStore } from "../vault/blobs.js"
import { type Db, openDb } from "../vault/db.js"
import { createTables } from "../vault/tables.js"
import { caseFile, codeIn, findCase } from "./case.js"
import { dump } from "./dump.js"
import { fold } from "./fold.js"
import { search } from "./search.js"
import {
  article,
  code,
  entry,
  founding,
  name,
  notSame,
  on,
  placed,
  retract,
  same,
  says,
  story,
  to,
} from "./story.suite.js"
import { createIndex, dropIndex } from "./tables.js"
import { CENTRES, entityView, HAPPENINGS, type Happening, listCases, whatHappened } from "./views.js"

const noBlobs = {} as BlobStore
const newId = () => makeId<EntityId>((count) => new Uint8Array(randomBytes(count)))

async function withIndex(work: (db: Db) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "dalel-index-"))
  const key = { key: new Uint8Array(32).fill(1), salt: new Uint8Array(16).fill(2) }
  const db = await openDb(join(folder, "index.db"), key, { create: true })
  try {
    await createTables(db)
    await createIndex(db)
    await work(db)
  } finally {
    await db.close()
    await rm(folder, { recursive: true })
  }
}

async function lines(db: Db): Promise<string[]> {
  const all: string[] = []
  for await (const line of dump(db)) all.push(line)
  return all
}

test("two articles that disagree give one person, one proceeding of each kind, and both values with their sources", () =>
  withIndex(async (db) => {
    const { entries, ids } = story()
    await fold(db, placed(entries), noBlobs)
    const file = await caseFile(db, await findCase(db, "Samal Orazova"), "2019-07-01")
    assert.equal(file.people.filter((person) => person.name === "Samal Orazova").length, 1)
    assert.deepEqual(file.proceedings.map((proceeding) => proceeding.kind).sort(), ["administrative", "criminal"])
    assert.equal(file.sources.length, 2)

    const disputed = file.disputes.map(({ line }) => [line.property, line.said.map((said) => said.words).sort()])
    assert.deepEqual(disputed.sort(), [
      ["amount", ["500 USD", "670 USD"]],
      ["date", ["2019-07-29", "2019-07-30"]],
    ])
    for (const { line } of file.disputes)
      for (const said of line.said) assert.equal(said.marks.length, 1, "each value leads to its words")

    const criminal = file.proceedings.find((proceeding) => proceeding.kind === "criminal")!
    assert.deepEqual(criminal.items.map((item) => item.type).sort(), [
      "change_of_venue",
      "charge",
      "measure",
      "ruling",
      "trial",
    ])
    const venue = criminal.items.find((item) => item.type === "change_of_venue")!
    const value = (property: string) => venue.lines.find((line) => line.property === property)?.said[0]?.words
    assert.deepEqual([value("from"), value("to")], ["Bektau City Court", "Altynkum District Court"])
    assert.equal(codeIn(venue.lines, "reason"), "place_of_alleged_offence")
    assert.ok(
      file.claims.some((claim) => claim.id === ids.reason),
      "why: the judge's own words, as a claim",
    )

    const arrest = file.timeline.find((item) => item.type === "measure")!
    const places = arrest.lines.find((line) => line.property === "place")!
    assert.equal(places.how, "sequence", "moved, not disputed")
    assert.deepEqual(
      places.said.map((said) => said.words),
      ["Bektau", "Altynkum"],
    )

    const other = file.proceedings.find((proceeding) => proceeding.kind === "administrative")!
    assert.deepEqual(other.items.map((item) => item.type).sort(), ["conviction", "fine"])
  }))

test("status on a day is computed, and reaches only as far as its latest source", () =>
  withIndex(async (db) => {
    const { entries, ids } = story()
    await fold(db, placed(entries), noBlobs)
    const status = async (day: string) => (await caseFile(db, ids.person!, day)).status[0]!
    const nameOf = async (id: EntityId | null) =>
      id && (await db.one<{ name: string }>("SELECT name FROM i_entity WHERE id = ?", id))?.name

    const july = await status("2019-07-01")
    assert.deepEqual([july.is, july.lastKnown, july.since], ["house_arrest", false, "2019-03"])
    assert.equal(await nameOf(july.place), "Bektau")
    assert.ok(july.marks.length > 0)

    const today = await status("2026-11-23")
    assert.deepEqual([today.is, today.lastKnown, today.asOf], ["house_arrest", true, "2019-07-30"])
    assert.equal(await nameOf(today.place), "Altynkum")

    assert.equal((await status("2019-07-29")).lastKnown, false)
    assert.equal((await status("2019-02-15")).is, "unknown", "before the first source says anything")
    assert.equal((await status("2019-03-10")).is, "unknown", "some day in March is not yet surely the 10th")
  }))

test("a release ends a spell; an undated source supports only the days it states", () =>
  withIndex(async (db) => {
    const [dated, undated] = [article("2020-05-01"), article(null)]
    const [person, other, arrest, release, held] = [newId(), newId(), newId(), newId(), newId()]
    const entries = [
      founding(),
      dated.capture,
      undated.capture,
      says(dated, [person, "Person", "name", name("Dana Aliyeva-Test")], [other, "Person", "name", name("Erlan Test")]),
      says(
        dated,
        [arrest, "Detention", "kind", code("arrest")],
        [arrest, "Detention", "date", on("2020-01-10")],
        [arrest, "Detention", "person", to(person)],
        [release, "Release", "date", on("2020-02-20")],
        [release, "Release", "person", to(person)],
      ),
      says(
        undated,
        [held, "Detention", "kind", code("camp")],
        [held, "Detention", "date", on("2018-03-05/..")],
        [held, "Detention", "person", to(other)],
      ),
    ]
    await fold(db, placed(entries), noBlobs)
    const status = async (id: EntityId, day: string) => (await caseFile(db, id, day)).status[0]!
    assert.equal((await status(person, "2020-01-15")).is, "custody")
    assert.deepEqual(
      [(await status(person, "2020-03-01")).is, (await status(person, "2020-03-01")).lastKnown],
      ["free", true],
      "a release is known for its day; what came later no source says",
    )
    assert.deepEqual(
      [(await status(person, "2020-01-15")).lastKnown, (await status(person, "2020-02-20")).lastKnown],
      [false, false],
    )
    assert.equal((await status(person, "2021-01-01")).lastKnown, true)
    const camp = await status(other, "2018-03-06")
    assert.deepEqual([camp.is, camp.asOf, camp.lastKnown], ["interned", "2018-03-05", true])
  }))

test("what is taken back is gone, what is taken back again stands, and a pair said apart parts", () =>
  withIndex(async (db) => {
    const source = article("2020-05-01")
    const [a, b, c] = [newId(), newId(), newId()]
    const people = says(
      source,
      [a, "Person", "name", name("Aset Test")],
      [b, "Person", "name", name("Asset Test")],
      [c, "Person", "name", name("A. Test")],
    )
    const [ab, bc] = [same(a, b), same(b, c)]
    const undoing = retract(people.id)
    await fold(db, placed([founding(), source.capture, people, ab, bc]), noBlobs)
    const canon = async (id: EntityId) =>
      (await db.one<{ canon: string }>("SELECT canon FROM i_entity WHERE id = ?", id))!.canon
    assert.equal(new Set([await canon(a), await canon(b), await canon(c)]).size, 1)
    assert.equal((await search(db, "asset", 10)).hits.length, 1)

    await fold(db, placed([notSame(a, c)]), noBlobs)
    assert.notEqual(await canon(a), await canon(c), "a chain of same-as does not join what was said to be apart")
    assert.equal(await canon(a), await canon(b))

    await fold(db, placed([undoing]), noBlobs)
    assert.equal((await search(db, "asset", 10)).hits.length, 0)
    await fold(db, placed([retract(undoing.id)]), noBlobs)
    assert.equal((await search(db, "asset", 10)).hits.length, 1)
  }))

test("someone whose name was taken back, while events still point at them, has a nameless case file", () =>
  withIndex(async (db) => {
    const source = article("2020-05-01")
    const [person, arrest] = [newId(), newId()]
    const named = says(source, [person, "Person", "name", name("Aset Test")])
    const held = says(
      source,
      [arrest, "Detention", "date", on("2020-01-10")],
      [arrest, "Detention", "person", to(person)],
    )
    await fold(db, placed([founding(), source.capture, named, held, retract(named.id)]), noBlobs)
    const file = await caseFile(db, person, "2020-06-01")
    assert.deepEqual([file.title, file.timeline.length], ["", 1])
    const view = await entityView(db, person)
    assert.deepEqual([view.facts.name, view.facts.schema, view.related.length], ["", "Person", 1])
    await assert.rejects(findCase(db, "Aset Test"), /case\/unknown/)

    await fold(db, placed([retract(held.id)]), noBlobs)
    await assert.rejects(caseFile(db, person, "2020-06-01"), /entity\/unknown/)
    await assert.rejects(entityView(db, person), /entity\/unknown/)
  }))

test("lists show all of it, or one kind of it, and count the same", () =>
  withIndex(async (db) => {
    const { entries } = story()
    await fold(db, placed(entries), noBlobs)
    for (const only of [null, ...CENTRES]) {
      const { rows, total } = await listCases(db, 50, 0, only)
      assert.equal(rows.length, total)
      assert.ok(only === null || rows.every(({ schema }) => schema === only))
    }
    const all = await whatHappened(db, 100, 0)
    const sorts = await Promise.all(Object.keys(HAPPENINGS).map((one) => whatHappened(db, 100, 0, one as Happening)))
    assert.equal(
      sorts.reduce((sum, { rows }) => sum + rows.length, 0),
      all.total,
      "every entry is of one sort",
    )
    assert.deepEqual(
      (await whatHappened(db, 100, 0, "came")).rows.map(({ kind }) => kind),
      ["capture", "capture"],
    )
  }))

test("names are found across scripts", () =>
  withIndex(async (db) => {
    const source = article(null)
    await fold(
      db,
      placed([founding(), source.capture, says(source, [newId(), "Person", "name", name("Серікжан Тестов")])]),
      noBlobs,
    )
    for (const query of ["серікжан", "Serikzhan", "Serikjan Testov", "ТЕСТОВ"])
      assert.equal((await search(db, query, 5)).hits.length, 1, query)
    assert.equal((await search(db, "Serikbol", 5)).hits.length, 0)
    assert.deepEqual((await search(db, "…", 5)).hits, [])
  }))

test("any order, any grouping and any repetition of the entries give the same tables", () =>
  withIndex(async (db) => {
    const told = story().entries
    const extra = [retract(told[8]!.id), retract(told[10]!.id)]
    const entries: AnyEntry[] = [...told, ...extra, retract(extra[1]!.id)]
    const all = placed(entries)
    const foldInto = async (groups: (typeof all)[]) => {
      await dropIndex(db)
      await createIndex(db)
      for (const group of groups) await db.transaction((tx) => fold(tx, group, noBlobs))
      return lines(db)
    }
    const expected = await foldInto([all])
    assert.ok(expected.length > 100)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.integer({ min: 1, max: all.length }),
        fc.shuffledSubarray(all),
        async (shuffled, cut, again) => {
          const actual = await foldInto([shuffled.slice(0, cut), shuffled.slice(cut), again])
          const other = actual.findIndex((line, index) => line !== expected[index])
          assert.equal(actual[other], expected[other])
          assert.equal(actual.length, expected.length)
        },
      ),
      { numRuns: 12 },
    )
  }))

test("what a tombstone takes out leaves the tables as if it had never come", () =>
  withIndex(async (db) => {
    const told = story().entries
    const extra = [retract(told[8]!.id), retract(told[10]!.id)]
    const entries: AnyEntry[] = [...told, ...extra, retract(extra[1]!.id)]
    const all = placed(entries)
    const tombstone = (gone: typeof all) =>
      placed([
        entry({
          kind: "expunge",
          body: {
            records: gone.map(({ device, seq }) => ({ device, seq })),
            entities: [],
            sources: [],
            reason: "danger",
          },
        }),
      ]).map((one) => ({ ...one, seq: 1000 }))
    const foldInto = async (...groups: (typeof all)[]) => {
      await dropIndex(db)
      await createIndex(db)
      for (const group of groups) await db.transaction((tx) => fold(tx, group, noBlobs))
      return lines(db)
    }
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all.slice(1), { minLength: 1 }), fc.boolean(), async (gone, twice) => {
        const tomb = tombstone(gone)
        const expected = await foldInto(
          all.filter((one) => !gone.includes(one)),
          tomb,
        )
        const actual = twice ? await foldInto(all, tombstone(gone.slice(0, 1)), tomb) : await foldInto(all, tomb)
        const own = (line: string) => !(twice && line.includes('"kind":"expunge"'))
        assert.deepEqual(actual.filter(own), expected.filter(own))
      }),
      { numRuns: 40 },
    )
  }))

test("an entry whose signer has no right to it is kept, not folded", () =>
  withIndex(async (db) => {
    const { entries } = story()
    await fold(db, placed(entries.slice(1)), noBlobs)
    const live = async () => (await db.one<{ n: number }>("SELECT count(*) AS n FROM i_statement WHERE live = 1"))!.n
    assert.equal(await live(), 0, "nobody is a member yet")
    await fold(db, placed([entries[0]!]), noBlobs)
    assert.ok((await live()) > 30)
  }))
