import assert from "node:assert/strict"
import { existsSync } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { dalel } from "./command.suite.js"
import { inPlace } from "./place.suite.js"

/** The whole sentence by its commands: capture → read → review → ledger → index → views. */

const json = ({ lines }: { lines: string[] }) => JSON.parse(lines[0]!)

const PAGES = {
  "one.html": `<html lang="en"><head><title>Singer On Trial In Bektau</title>
    <meta property="article:published_time" content="2021-05-04T10:00:00Z"></head><body><nav>Home | News</nav><article>
    <h1>Singer On Trial In Bektau</h1><p>BEKTAU -- The trial of singer Samal Orazova started on May 3 in the city of Bektau.</p>
    <p>Orazova has been under house arrest in Bektau since February.</p>
    <p>In December, a Bektau court found Orazova guilty of holding an unsanctioned rally and fined her the equivalent of $670.</p>
    <p>"I sang, and that is all I did," Orazova said.</p></article></body></html>`,
  "two.html": `<html lang="en"><head><title>Orazova Trial Opens</title>
    <meta property="article:published_time" content="2021-05-06T10:00:00Z"></head><body><article>
    <h1>Orazova Trial Opens</h1><p>The trial of Samal Orazova started on May 4 in Bektau.</p>
    <p>In December, a Bektau court found Orazova guilty of holding an unsanctioned rally and fined her the equivalent of $500.</p>
    <p>Prosecutors said that Orazova had called for unrest.</p></article></body></html>`,
}

test("two pages that disagree: from bytes to a case file whose every line leads to its words", () =>
  inPlace(async (place) => {
    const pages = join(place.root, "pages")
    await mkdir(pages)
    for (const [name, html] of Object.entries(PAGES)) await writeFile(join(pages, name), html)
    await writeFile(join(pages, "photo.jpg"), Buffer.from("ffd8ffe000104a46", "hex"))
    assert.equal((await dalel(place, "init")).code, 0)
    const added = await dalel(place, "add", pages, "--read", "--json")
    const sources = added.lines.map((line) => JSON.parse(line))
    assert.deepEqual(
      sources.map(({ status, readable }) => [status, readable]),
      [
        ["sealed", true],
        ["sealed", false],
        ["sealed", true],
      ],
    )
    const again = await dalel(place, "add", join(pages, "one.html"), "--json")
    assert.deepEqual([json(again).status, json(again).source], ["known", sources[0].source])
    for (const { source, readable } of sources)
      if (readable) assert.equal((await dalel(place, "review", "--accept-all", "--source", source)).code, 0)

    const file = json(await dalel(place, "case", "Samal Orazova", "--on", "2021-04-01", "--json"))
    assert.deepEqual(
      file.people.map(({ name }: { name: string }) => name),
      ["Samal Orazova"],
    )
    assert.deepEqual(
      file.status.map(({ is, lastKnown }: { is: string; lastKnown: boolean }) => [is, lastKnown]),
      [["house_arrest", false]],
    )
    const later = json(await dalel(place, "case", "Orazova", "--on", "2024-01-01", "--json"))
    assert.deepEqual([later.status[0].lastKnown, later.status[0].asOf], [true, "2021-05-04"])
    const disputed = file.disagreements.map(
      ({ about, values }: { about: { property: string }; values: { words: string }[] }) => [
        about.property,
        values.map(({ words }) => words).sort(),
      ],
    )
    assert.deepEqual(disputed.sort(), [
      ["amount", ["500 USD", "670 USD"]],
      ["date", ["2021-05-03", "2021-05-04"]],
    ])
    for (const item of [...file.timeline, ...file.claims]) assert.ok(item.passages.length > 0, item.type)
    assert.equal(file.sources.length, 2)

    const found = await dalel(place, "search", "Оразова", "--json")
    assert.equal(JSON.parse(found.lines[0]!).title, "Samal Orazova", "in another script")
    const asWritten = await dalel(place, "search", "Оразова", "--json", "--no-transliteration")
    assert.deepEqual(
      asWritten.lines.filter((line) => JSON.parse(line).kind === "entity"),
      [],
      "in its own script alone",
    )
    const dump = await dalel(place, "dump")
    assert.equal((await dalel(place, "rebuild")).code, 0)
    assert.deepEqual((await dalel(place, "dump")).lines, dump.lines)
    const verified = json(await dalel(place, "verify", "--json"))
    assert.deepEqual([verified.ok, verified.checked.blobs], [true, 5])
  }))

test("wrong use and things that are not there answer with the exit codes of the contract", () =>
  inPlace(async (place) => {
    assert.equal((await dalel(place, "verify")).code, 1)
    await dalel(place, "init")
    const cases: [args: string[], code: number][] = [
      [["add"], 2],
      [["add", join(place.root, "nowhere.html")], 1],
      [["case", "Nobody Known"], 1],
      [["case", "x", "--on", "soon"], 2],
      [["review", "--source", "not-an-id"], 2],
      [["search"], 2],
      [["verify", "--colour"], 2],
      [["init"], 1],
      [["verify"], 0],
    ]
    for (const [args, code] of cases) assert.equal((await dalel(place, ...args)).code, code, args.join(" "))
  }))

const SEED = join(process.cwd(), "../shared/seed/000_be29a7db1ed5df1c.txt")

test(
  "the page this project began from: a case file with its statuses, proceedings and counter-claims",
  { skip: existsSync(SEED) ? false : "../shared/seed is not here" },
  () =>
    inPlace(async (place) => {
      await dalel(place, "init")
      const { source } = json(await dalel(place, "add", SEED, "--read", "--published", "2019-07-29", "--json"))
      await dalel(place, "review", "--accept-all", "--source", source)
      const on = async (day: string) => json(await dalel(place, "case", "Bilash", "--on", day, "--json"))
      const july = await on("2019-07-01")
      const name = (id: string) => july.places.find((one: { id: string }) => one.id === id)?.name
      assert.deepEqual(
        [july.status[0].is, name(july.status[0].place), july.status[0].lastKnown],
        ["house_arrest", "Nur-Sultan", false],
      )
      const today = await on("2026-11-23")
      assert.deepEqual(
        [today.status[0].is, name(today.status[0].place), today.status[0].lastKnown, today.status[0].asOf],
        ["house_arrest", "Almaty", true, "2019-07-29"],
      )
      assert.equal(july.proceedings.length, 2, "the fine of February is a proceeding of its own")
      const venue = july.timeline.find((item: { type: string }) => item.type === "change_of_venue")
      assert.deepEqual([name(venue.from), name(venue.to)], ["Nur-Sultan", "Almaty"])
      assert.ok(july.claims.some((claim: { counters: string[] }) => claim.counters.length > 0))
      for (const item of [...july.timeline, ...july.claims])
        for (const { start, end, exact } of item.passages) assert.equal(exact.length, end - start)
    }),
)
