import assert from "node:assert/strict"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { test } from "node:test"

const read = (path: string) => readFileSync(path, "utf8")

test("every test that the threat model names is there", () => {
  const text = read("docs/threat-model.md")
  const wrong: string[] = []
  let found = 0
  for (const row of text.split("\n")) {
    let file: string | null = null
    for (const [, path, title] of row.matchAll(/`([\w/.-]+\.test\.ts)`:|"((?:[^"\\]|\\.)+)"/g)) {
      if (path !== undefined) file = path
      else if (file !== null && title !== undefined) {
        found++
        if (!existsSync(file) || !read(file).includes(title)) wrong.push(`${file}: ${title}`)
      }
    }
  }
  assert.ok(found > 40, `${found} found`)
  assert.deepEqual(wrong, [])
})

test("every file and heading that a document links to is there", () => {
  const documents = [
    ...readdirSync(".").filter((name) => name.endsWith(".md")),
    ...readdirSync("docs", { recursive: true }).flatMap((name) =>
      String(name).endsWith(".md") ? [join("docs", String(name))] : [],
    ),
    "samples/README.md",
  ]
  const wrong: string[] = []
  for (const document of documents)
    for (const [, target = ""] of read(document).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      const [path = "", heading] = target.split("#")
      const file = path === "" ? document : join(dirname(document), path)
      if (!existsSync(file)) wrong.push(`${document} → ${target}`)
      else if (heading !== undefined && !headingsOf(read(file)).has(heading)) wrong.push(`${document} → ${target}`)
    }
  assert.deepEqual(wrong, [])
})

/** As hosting sites make anchors of headings. */
function headingsOf(markdown: string): Set<string> {
  return new Set(
    [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .replaceAll(" ", "-"),
    ),
  )
}

test("samples: what a careful reader found stands where it says", () => {
  const folder = "samples/gold"
  for (const name of readdirSync(folder)) {
    const gold = JSON.parse(read(join(folder, name)))
    // A newer gold marks by words alone; `npm run eval` finds them in whatever text is read.
    if (gold.offsets === undefined) continue
    const page = read(join("samples", gold.source))
    const people = gold.entities.filter((entity: { kind: string }) => entity.kind === "PER")
    for (const { name } of people) assert.ok(page.includes(name), `${gold.source}: ${name}`)
    for (const list of ["mentions", "dates", "numbers"])
      for (const { start, end, text } of gold[list]) assert.equal(end - start, text.length, `${gold.source}: ${text}`)
  }
})
