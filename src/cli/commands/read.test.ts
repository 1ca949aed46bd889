import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { after, test } from "node:test"
import { main } from "../main.js"

const folder = mkdtempSync(join(tmpdir(), "dalel-read-"))
after(() => rmSync(folder, { recursive: true }))

async function dalel(args: string[], input = ""): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = []
  const err: string[] = []
  const terminal = {
    stdin: Readable.from([input]),
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
  }
  return { code: await main(args, terminal), out, err }
}

test("read --json prints the object of the contract", async () => {
  const path = join(folder, "page.html")
  writeFileSync(path, "<title>T</title><p>Она сказала: «нет», и ушла домой, не дождавшись суда.</p>")
  const { code, out } = await dalel(["read", path, "--json"])
  assert.equal(code, 0)
  const reading = JSON.parse(out.join(""))
  const keys =
    "reader language text title mainText metadata zones missingMedia mentions entities dates quantities events claims gist legal facts proposals"
  assert.deepEqual(Object.keys(reading).sort(), keys.split(" ").sort())
  assert.equal(typeof reading.proposals, "number")
  assert.equal(reading.text, "Она сказала: «нет», и ушла домой, не дождавшись суда.")
})

test("read --batch answers every line in order and stops at none", async () => {
  const path = join(folder, "note.txt")
  writeFileSync(path, "one\r\ntwo")
  const lines = [
    { id: "a", text: " leading\r\nand\u00a0no-break " },
    { id: "b", html: '<meta charset="koi8-r"><p>дәлел' },
    { id: "c", path },
    { id: "d", path: join(folder, "absent") },
    { id: "e", html: "<div>".repeat(100_000) },
    { id: "f" },
    { id: "g", text: "" },
    { id: "h", text: "last", published: "None" },
  ].map((line) => JSON.stringify(line))
  const { code, out } = await dalel(["read", "--batch", "--jobs", "2"], [...lines, "not json", "", '"x"'].join("\n"))
  assert.equal(code, 0)
  const answers = out.map((line) => JSON.parse(line)).map(({ id, text, error }) => [id, error ? error.code : text])
  assert.deepEqual(answers, [
    ["a", " leading\nand\u00a0no-break "],
    ["b", "дәлел"],
    ["c", "one\ntwo"],
    ["d", "file/not-found"],
    ["e", "reading/too-deep"],
    ["f", "reading/bad-request"],
    ["g", "file/empty"],
    ["h", "last"],
    [null, "reading/bad-request"],
    [null, "reading/bad-request"],
  ])
})

test("wrong use is refused before anything is read", async () => {
  const cases: [args: string[], says: string][] = [
    [["read"], "FILE (usage/missing)"],
    [["read", "x", "y"], "y (usage/unknown-option)"],
    [["read", "x", "--colour"], "--colour (usage/unknown-option)"],
    [["read", "x", "--published", "soon"], "--published (usage/not-a-date)"],
    [["read", "--batch", "--jobs", "many"], "--jobs (usage/not-a-number)"],
  ]
  for (const [args, says] of cases) {
    const { code, out, err } = await dalel(args)
    assert.deepEqual([code, out], [2, []])
    assert.ok(err.join(" ").includes(says), says)
  }
})
