import assert from "node:assert/strict"
import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { parse } from "parse5"
import { inPlace, type Place } from "../../test/place.suite.js"
import { fingerprint } from "../index/dump.js"
import { rebuildIndex } from "../index/open.js"
import { parseCanonical } from "../ledger/canonical.js"
import { openNote, parseVerifierKey } from "../ledger/note.js"
import type { DalelError } from "../model/refusals.js"
import { setAudience } from "../review/audience.js"
import { undo } from "../review/decide.js"
import { blobRef, type Vault } from "../vault/vault.js"
import { commitmentOf, makeDossier, type Opening } from "./dossier.js"
import { dossierJson } from "./json.js"
import { dossierHtml } from "./page.js"
import { previewOf } from "./preview.js"
import { outAbout, type Published, publicationsOf, publish, publishTo, withdraw } from "./publish.js"
import { MARKERS, type Told, tellStory } from "./story.suite.js"

const ON = "2021-06-01"

const told = <T>(work: (vault: Vault, story: Told, place: Place) => Promise<T>) =>
  inPlace(async (place) => {
    const vault = await place.create()
    try {
      return await work(vault, await tellStory(vault), place)
    } finally {
      await vault.close()
    }
  })

const asked = (story: Told) => ({ id: story.person, on: ON, lang: "en", formats: ["html", "json"] }) as const
const textOf = ({ files }: Published, name: string) =>
  Buffer.from(files.find((file) => file.name === name)!.bytes).toString()

/** Every id, hash and time of the vault: none of them may be in what goes out. */
async function secretsOf(vault: Vault): Promise<string[]> {
  const secrets = new Set<string>([vault.id, vault.member, vault.device])
  for (const { open } of await vault.db.all<{ open: string }>("SELECT open FROM record"))
    for (const [found] of open.matchAll(/\b(?:[0-9a-hjkmnp-tv-z]{26}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:]+Z)\b/g))
      secrets.add(found)
  for (const { c } of await vault.db.all<{ c: Uint8Array }>("SELECT c FROM record"))
    secrets.add(Buffer.from(c).toString("hex"))
  for (const { seed, entity } of await vault.db.all<{ seed: Uint8Array; entity: string }>(
    "SELECT seed, entity FROM case_key",
  )) {
    secrets.add(entity)
    for (const how of ["hex", "base64"] as const) secrets.add(Buffer.from(seed).toString(how))
  }
  return [...secrets]
}

test("nothing that is not public is in what goes out: no mark, no id, no hash, no time of the vault", () =>
  told(async (vault, story) => {
    const published = await publish(vault, asked(story))
    // What the publishing itself wrote down names the files by their hash, and the key: both are public.
    const open = [...published.files.map((file) => file.sha256), textOf(published, "case.vkey")]
    const secrets = (await secretsOf(vault)).filter((one) => !open.some((text) => text.includes(one)))
    assert.ok(secrets.length > 100, String(secrets.length))
    for (const file of published.files) {
      const text = Buffer.from(file.bytes).toString()
      for (const words of [...MARKERS, "-page.txt", "Tulegenov"])
        assert.ok(!text.includes(words), `${file.name} holds ${words}, number ${MARKERS.indexOf(words)}`)
      for (const secret of secrets) assert.ok(!text.includes(secret), `${file.name} holds ${secret}`)
    }
    const html = textOf(published, "dossier.html")
    for (const words of [
      "Samal Orazova",
      "under house arrest",
      "I sang, and that is all I did,",
      "The Rights Bureau",
      "https://news.example/trial",
      "[…]",
    ])
      assert.ok(html.includes(words), words)
  }))

test("a brother's surname is hidden, hers is not: each passage keeps its own words", () =>
  told(async (vault, story) => {
    const { dossier } = await makeDossier(vault, story.person, ON, vault.world.random)
    const texts = dossier.file!.sources.map(({ text }) => text)
    assert.ok(
      texts.some((text) => text.includes("she was fined 670 dollars together with […] […] by the court")),
      texts.join(),
    )
    assert.ok(texts.some((text) => text.includes("Orazova has been under house arrest")))
    for (const { lines } of dossier.file!.timeline)
      for (const { source, start, end, exact } of lines.flatMap(({ said }) => said.flatMap(({ marks }) => marks))) {
        const text = dossier.file!.sources.find(({ id }) => id === source)!.text
        assert.equal(text.slice(start, end), exact)
      }
  }))

test("what goes out says no more, no less and nothing else than the vault: disputes stand, half a claim does not go", () =>
  told(async (vault, story) => {
    const { dossier, choice } = await makeDossier(vault, story.person, ON, vault.world.random)
    const file = dossier.file!
    assert.deepEqual(
      file.disputes.map(({ line }) => [line.property, line.said.map(({ words }) => words).sort()]),
      [["date", ["2021-05-03", "2021-05-04"]]],
    )
    assert.deepEqual(
      file.status.map(({ is, lastKnown, asOf }) => [is, lastKnown, asOf]),
      [["house_arrest", true, "2021-05-05"]],
    )
    assert.equal(file.claims.length, 1, "a claim without its hedge is another claim")
    const why = new Map(choice.held.map(({ fact, why }) => [`${fact.schema}.${fact.property} ${fact.words}`, why]))
    const reasons = new Set(why.values())
    for (const reason of ["audience", "bulk", "property", "relation", "target", "incomplete", "words"] as const)
      assert.ok(reasons.has(reason), reason)
  }))

test("only ids and salts are random: the same random gives the same dossier, another gives no id in common", () =>
  told(async (vault, story) => {
    const seeded = (seed: string) => {
      let n = 0
      return (count: number) => {
        const bytes = createHash("shake256", { outputLength: count }).update(`${seed} ${n++}`).digest()
        return new Uint8Array(bytes)
      }
    }
    const make = async (seed: string) => {
      const { dossier } = await makeDossier(vault, story.person, ON, seeded(seed))
      return { json: dossierJson(dossier, "k"), html: await dossierHtml(dossier, "ru", "k") }
    }
    assert.deepEqual(await make("one"), await make("one"))
    const ids = ({ json }: { json: string }) => new Set(json.match(/"[0-9a-hjkmnp-tv-z]{26}"|"[0-9a-f]{64}"/g))
    const [a, b] = [ids(await make("one")), ids(await make("two"))]
    assert.ok(a.size > 20)
    assert.deepEqual(
      [...a].filter((one) => b.has(one)),
      [],
    )
  }))

test("the page stands alone: it parses, runs nothing, loads nothing and leads nowhere outside", () =>
  told(async (vault, story) => {
    const html = textOf(await publish(vault, asked(story)), "dossier.html")
    const errors: string[] = []
    const page = parse(html, { onParseError: ({ code }) => errors.push(code) })
    assert.deepEqual(errors, [])
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!
    const hash = createHash("sha256").update(style).digest("base64")
    assert.ok(
      html.includes(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`),
      "the style is allowed by its hash",
    )
    assert.doesNotMatch(style, /@import|@font-face|url\((?!"?#)/)
    const ids = new Set<string>()
    const links: string[] = []
    const walk = (node: { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: unknown[] }) => {
      assert.ok(
        !["script", "iframe", "object", "embed", "form", "img", "link", "base", "video", "audio"].includes(
          node.nodeName,
        ),
        node.nodeName,
      )
      for (const { name, value } of node.attrs ?? []) {
        assert.ok(!/^(on|src|style$|action|ping|srcset|data$|background|xlink)/.test(name), name)
        if (name === "id") {
          assert.ok(!ids.has(value), `twice: ${value}`)
          ids.add(value)
        }
        if (name === "href") links.push(value)
      }
      for (const child of node.childNodes ?? []) walk(child as typeof node)
    }
    walk(page as unknown as Parameters<typeof walk>[0])
    assert.ok(links.length > 10)
    for (const link of links) assert.ok(link.startsWith("#") && ids.has(link.slice(1)), link)
  }))

test("the JSON is canonical; its passages are places in the words that go out, in code points", () =>
  told(async (vault, story) => {
    const json = textOf(await publish(vault, asked(story)), "dossier.json")
    const dossier = parseCanonical(json.trimEnd()) as unknown as {
      format: string
      timeline: { lines: { said: { passages: { source: string; start: number; end: number; exact: string }[] }[] }[] }[]
      sources: { id: string; text: string; commitment: string; published: string | null; title: string | null }[]
    }
    assert.equal(dossier.format, "dalel/dossier/v1")
    const passages = dossier.timeline.flatMap(({ lines }) =>
      lines.flatMap(({ said }) => said.flatMap((one) => one.passages)),
    )
    assert.ok(passages.length > 5)
    for (const { source, start, end, exact } of passages) {
      const text = dossier.sources.find(({ id }) => id === source)!.text
      assert.equal([...text].slice(start, end).join(""), exact)
    }
    // A team statement gives the title, none the date of the page without an address.
    const told = dossier.sources.map(({ title, published }) => JSON.stringify([title, published]))
    assert.deepEqual(told.sort(), ['[null,"2021-05-05"]', "[null,null]"])
  }))

test("signed with a key of its own, kept in the vault and in no record; what it opens proves which file was held", () =>
  told(async (vault, story) => {
    const first = await publish(vault, asked(story))
    const again = await publish(vault, asked(story))
    assert.equal(textOf(first, "case.vkey"), textOf(again, "case.vkey"), "one key a case")
    const key = parseVerifierKey(textOf(first, "case.vkey").trim())
    const text = openNote(textOf(first, "manifest.note"), [key])
    assert.equal(text.split("\n")[0], "dalel/dossier/v1")
    const { seed } = (await vault.db.one<{ seed: Buffer }>("SELECT seed FROM case_key"))!
    for (const { open } of await vault.db.all<{ open: string }>("SELECT open FROM record"))
      for (const how of ["hex", "base64", "base64url"] as const) assert.ok(!open.includes(seed.toString(how)))

    const entry = (await vault.db.all<{ open: string }>("SELECT open FROM record WHERE kind = 'publish'")).map(
      ({ open }) => JSON.parse(open.split("\n")[2]!),
    )[0]
    assert.deepEqual(
      entry.body.files.map(({ name }: { name: string }) => name),
      ["dossier.html", "dossier.json"],
    )
    const chunks: Uint8Array[] = []
    for await (const chunk of vault.blobs.get(await blobRef(vault.db, entry.body.opening))) chunks.push(chunk)
    const opening = JSON.parse(Buffer.concat(chunks).toString()) as Opening
    const dossier = JSON.parse(textOf(first, "dossier.json"))
    for (const { id, commitment } of dossier.sources) {
      const { source, sha256, salt } = opening.sources[id]!
      assert.ok([story.one, story.two].includes(source))
      assert.equal(commitmentOf(salt, sha256), commitment)
      const shell = `printf 'dalel/source/v1\\n%s\\n%s\\n' ${salt} ${sha256} | sha256sum`
      assert.equal(execFileSync("sh", ["-c", shell]).toString().slice(0, 64), commitment)
    }
    assert.ok(Object.values(opening.statements).includes(story.statements.get("Person.name")!))
  }))

test("what went out is on record, and can be withdrawn; the index folds to the same", () =>
  told(async (vault, story) => {
    const { entry } = await publish(vault, asked(story))
    assert.deepEqual(
      (await publicationsOf(vault, story.person)).map((one) => [one.entry, one.on, one.withdrawn]),
      [[entry, ON, null]],
    )
    const reasons = async () => (await publicationsOf(vault, story.person)).map(({ withdrawn }) => withdrawn?.reason)
    const out = async () => (await outAbout(vault, [story.person, story.person])).map((one) => one.entry)
    assert.deepEqual(await out(), [entry], "once, though it is about both")
    const withdrawal = await withdraw(vault, entry, "danger")
    assert.deepEqual(await reasons(), ["danger"])
    assert.deepEqual(await out(), [])
    await assert.rejects(withdraw(vault, entry, "error"), /decision\/undone/)
    await undo(vault, withdrawal)
    assert.deepEqual(await reasons(), [undefined])
    await withdraw(vault, entry, "error")
    assert.deepEqual(await reasons(), ["error"])
    const folded = await fingerprint(vault.db)
    await rebuildIndex(vault)
    assert.equal(await fingerprint(vault.db), folded)
  }))

test("a folder is checked with sh, sha256sum and openssl alone, and an altered one is refused", () =>
  told(async (vault, story, place) => {
    const folder = join(place.root, "out")
    await publishTo(vault, asked(story), folder)
    const key = join(place.root, "case.vkey")
    await writeFile(key, await readFile(join(folder, "case.vkey")))
    const script = join(process.cwd(), "docs/check-dossier.sh")
    const check = (...args: string[]) => spawnSync("sh", [script, ...args], { encoding: "utf8" })
    const good = check(folder, key)
    assert.equal(good.status, 0, good.stderr)
    assert.match(good.stdout, /^OK dossier.html\nOK dossier.json\nOK signed by dalel\/dossier\/\w{26}\n$/)
    assert.equal(check(folder).status, 0)
    await assert.rejects(
      publishTo(vault, asked(story), folder),
      (error: DalelError) => error.code === "export/not-empty",
    )

    const original = new Map<string, Buffer>()
    for (const name of await readdir(folder)) original.set(name, await readFile(join(folder, name)))
    const put = async (files: ReadonlyMap<string, Buffer>) => {
      await rm(folder, { recursive: true })
      await mkdir(folder)
      for (const [name, bytes] of files) await writeFile(join(folder, name), bytes)
    }
    const note = original.get("manifest.note")!.toString()
    const html = original.get("dossier.html")!
    const flipped = Buffer.from(html)
    flipped[2000]! ^= 1
    const swapped = note.replace(
      /^[0-9a-f]{64}(?= {2}dossier\.html)/m,
      createHash("sha256").update(flipped).digest("hex"),
    )
    const cases: [what: string, files: Map<string, Buffer>, said: RegExp][] = [
      ["one bit of the page", new Map([...original, ["dossier.html", flipped]]), /altered: dossier.html/],
      [
        "the page and its hash",
        new Map([...original, ["dossier.html", flipped], ["manifest.note", Buffer.from(swapped)]]),
        /signature does not fit/,
      ],
      ["a file left out", new Map([...original].filter(([name]) => name !== "dossier.json")), /missing: dossier.json/],
      ["a file put in", new Map([...original, ["more.html", html]]), /not signed: more.html/],
      [
        "a line left out",
        new Map([...original, ["manifest.note", Buffer.from(note.replace(/^.*dossier\.json\n/m, ""))]]),
        /signature does not fit/,
      ],
      ["no signature", new Map([...original, ["manifest.note", Buffer.from(note.split("\n\n")[0]!)]]), /did not sign/],
    ]
    for (const [what, files, said] of cases) {
      await put(files)
      const { status, stderr } = check(folder, key)
      assert.equal(status, 1, what)
      assert.match(stderr, said, what)
    }
    // Signed anew by somebody else: the folder agrees with itself, and not with the key one has.
    await put(original)
    const stranger = await inPlace(async (elsewhere) => {
      const vault = await elsewhere.create()
      const story = await tellStory(vault)
      const { files } = await publish(vault, asked(story))
      await vault.close()
      return new Map(files.map(({ name, bytes }) => [name, Buffer.from(bytes)]))
    })
    await put(stranger)
    assert.equal(check(folder).status, 0)
    assert.match(check(folder, key).stderr, /did not sign/)
  }))

test("a centre whose name is not public: the dossier is empty, says so, and names nobody", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const story = await tellStory(vault)
    for (const [name, id] of story.statements) if (name === "Person.name") await setAudience(vault, [id], "team")
    const published = await publish(vault, asked(story))
    assert.equal(published.statements, 0)
    const html = textOf(published, "dossier.html")
    assert.match(html, /Nothing of this case has been made public/)
    assert.doesNotMatch(html, /Orazova/, "not even the name")
    assert.deepEqual(JSON.parse(textOf(published, "dossier.json")).sources, [])
    await vault.close()
  }))

test("the preview tells what goes out, what stays and why, and who might pay for it", () =>
  told(async (vault, story) => {
    const { out, held, sources, atRisk, contradicts } = await previewOf(vault, story.person, ON)
    const { dossier } = await makeDossier(vault, story.person, ON, vault.world.random)
    assert.ok(dossier.file)
    assert.equal(new Set([...out, ...held].map(({ statement }) => statement)).size, out.length + held.length)
    assert.ok(held.some(({ why, property }) => why === "property" && property === "identityDocument"))
    assert.ok(out.every(({ quoted }) => quoted.every((words) => !MARKERS.some((mark) => words.includes(mark)))))
    const names = new Map(atRisk.map(({ name, how }) => [name, how]))
    assert.equal(names.get(`${MARKERS[12]} Tulegenov`), "takenOut")
    assert.equal(names.get(`${MARKERS[6]} Orazov`), "relative")
    assert.ok(sources.some(({ heldBack }) => heldBack.includes("title")))
    assert.deepEqual(contradicts, [])
    await setAudience(vault, [story.statements.get("Hearing.date")!], "team")
    const warned = await previewOf(vault, story.person, ON)
    assert.deepEqual(
      warned.contradicts.map(({ words }) => words),
      ["2021-05-03"],
      "the public would not see the dispute",
    )
  }))

test("what only a decision in bulk made one stays two in public", () =>
  told(async (vault, story) => {
    const before = await makeDossier(vault, story.person, ON, vault.world.random)
    const other = await vault.db.one<{ id: string }>("SELECT id FROM i_entity WHERE name LIKE '%Tulegenov'")
    await vault.commit([
      { kind: "same", body: { a: story.person, b: other!.id as never, verdict: "same", bulk: true } },
    ])
    const after = await makeDossier(vault, story.person, ON, vault.world.random)
    assert.equal(after.choice.held.length >= before.choice.held.length, true)
    const count = ({ dossier }: typeof before) => dossier.file!.timeline.length + dossier.file!.claims.length
    assert.equal(count(after), count(before))
    assert.ok(!dossierJson(after.dossier, "k").includes("Tulegenov"))
  }))

test("a sample says so on the page and in the JSON", () =>
  told(async (vault, story) => {
    const { dossier } = await makeDossier(vault, story.person, ON, vault.world.random)
    const html = await dossierHtml({ ...dossier, sample: true }, "en", "k")
    assert.match(html, /<header class="sample"><strong>SAMPLE<\/strong>/)
    assert.match(html, /<title>SAMPLE: /)
    assert.equal(JSON.parse(dossierJson({ ...dossier, sample: true }, "k")).sample, true)
  }))
