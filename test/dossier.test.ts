import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { dalel } from "./command.suite.js"
import { inPlace, type Place } from "./place.suite.js"

/** From saved pages to a signed folder, by commands alone. */

const PAGE = `<html lang="en"><head><title>Singer On Trial In Bektau</title>
  <meta property="og:site_name" content="Bektau Wire"><link rel="canonical" href="https://wire.example/trial">
  <meta property="article:published_time" content="2021-05-04T10:00:00Z"></head><body><nav>Home | News</nav><article>
  <h1>Singer On Trial In Bektau</h1><p>BEKTAU -- The trial of singer Samal Orazova started on May 3 in the city of Bektau.</p>
  <p>Orazova has been under house arrest in Bektau since February.</p>
  <p>"I sang, and that is all I did," Orazova said.</p></article></body></html>`

async function added(place: Place): Promise<string> {
  await mkdir(join(place.root, "pages"))
  const file = join(place.root, "pages", "secret-folder-name.html")
  await writeFile(file, PAGE)
  assert.equal((await dalel(place, "init")).code, 0)
  return JSON.parse((await dalel(place, "add", file, "--read", "--json")).lines[0]!).source
}

test("a page, accepted one by one for everyone, becomes a dossier that checks without us", () =>
  inPlace(async (place) => {
    const source = await added(place)
    const numbers = (await dalel(place, "review", "--source", source)).lines.map((line) =>
      String(JSON.parse(line).number),
    )
    assert.equal((await dalel(place, "review", "--accept", ...numbers, "--public", "--source", source)).code, 0)
    const out = join(place.root, "out")
    const made = await dalel(
      place,
      "export",
      "Samal Orazova",
      "--as",
      "html,json",
      "--out",
      out,
      "--on",
      "2021-05-04",
      "--lang",
      "ru",
    )
    assert.equal(made.code, 0, made.said)
    assert.deepEqual((await readdir(out)).sort(), ["case.vkey", "dossier.html", "dossier.json", "manifest.note"])
    assert.deepEqual(
      made.lines.map((line) => JSON.parse(line).file),
      ["dossier.html", "dossier.json", "case.vkey", "manifest.note"],
    )
    const check = spawnSync("sh", [join(process.cwd(), "docs/check-dossier.sh"), out], { encoding: "utf8" })
    assert.equal(check.status, 0, check.stderr)

    const dossier = JSON.parse(await readFile(join(out, "dossier.json"), "utf8"))
    assert.equal(dossier.status[0].is, "house_arrest")
    assert.deepEqual(
      dossier.sources.map(({ title, publisher, published, address }: Record<string, string>) => [
        title,
        publisher,
        published,
        address,
      ]),
      [["Singer On Trial In Bektau", "Bektau Wire", "2021-05-04", "https://wire.example/trial"]],
    )
    const html = await readFile(join(out, "dossier.html"), "utf8")
    assert.match(html, /<html lang="ru"/)
    assert.match(html, /под домашним арестом/)
    for (const text of [html, JSON.stringify(dossier)]) assert.doesNotMatch(text, /secret-folder-name/)
    assert.equal((await dalel(place, "verify")).code, 0)

    const full = await dalel(place, "export", "Orazova", "--as", "json", "--out", out)
    assert.deepEqual([full.code, full.lines], [1, []])
    assert.match(full.said, /export\/not-empty/)
    for (const args of [
      ["--as", "pdf", "--out", "x"],
      ["--as", "html"],
      ["--preview", "--on", "May"],
    ])
      assert.equal((await dalel(place, "export", "Orazova", ...args)).code, 2, args.join(" "))
  }))

test("what was accepted in bulk gives an empty dossier, and the preview says why", () =>
  inPlace(async (place) => {
    const source = await added(place)
    await dalel(place, "review", "--accept-all", "--source", source)
    const preview = JSON.parse((await dalel(place, "export", "Orazova", "--preview", "--json")).lines[0]!)
    assert.deepEqual(preview.out, [])
    assert.ok(preview.held.length > 5)
    assert.deepEqual([...new Set(preview.held.map(({ why }: { why: string }) => why))], ["bulk"])
    assert.match(
      (await dalel(place, "export", "Orazova", "--preview")).lines.join("\n"),
      /Held back .*accepted in bulk/s,
    )
    const out = join(place.root, "out")
    const made = await dalel(place, "export", "Orazova", "--as", "html", "--out", out)
    assert.equal(made.code, 0)
    assert.match(made.said, /Nothing of this case has been made public/)
    const html = await readFile(join(out, "dossier.html"), "utf8")
    assert.match(html, /Nothing of this case has been made public/)
    assert.doesNotMatch(html, /Orazova|Bektau/)
  }))
