import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { after, test } from "node:test"
import { main } from "../main.js"

const folder = mkdtempSync(join(tmpdir(), "dalel-names-"))
after(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function run(args: string[], input = "") {
  const out: string[] = []
  const err: string[] = []
  const code = await main(["names", ...args], {
    stdin: Readable.from([input]),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  })
  return { code, lines: out.map((line) => JSON.parse(line)), err }
}

const HAYSTACK = "a\tAigul Sadyk\tAika\nb\tYermek Sadyk\r\nc\tSaule Bekova\n\n"

test("names search finds a name in another script, says why, and tells its index last", async () => {
  const { code, lines, err } = await run([
    "search",
    "--haystack",
    file("h.tsv", HAYSTACK),
    "--queries",
    file("q.tsv", "1\tАйгуль Садык\n2\tAika\n3\tSaule Bekova\n4\t\n"),
    "--top",
    "2",
  ])
  assert.equal(code, 0)
  assert.deepEqual(
    lines.map(({ query, hits }) => [query, hits[0]?.id, hits[0]?.why.badge]),
    [
      ["1", "a", "transliterated"],
      ["2", "a", "exact"],
      ["3", "c", "exact"],
      ["4", undefined, undefined],
    ],
  )
  for (const { ms, hits } of lines) {
    assert.equal(typeof ms, "number")
    assert.ok(hits.length <= 2)
    for (const { score, why } of hits)
      assert.ok(Math.abs(why.parts.reduce((sum: number, part: { adds: number }) => sum + part.adds, 0) - score) < 1e-9)
  }
  assert.match(err.at(-1)!, /^index: 4 names, \d+ bytes, \d+\.\d s$/)
})

test("without transliteration only names in the query's script are found", async () => {
  const files = ["--haystack", file("h.tsv", HAYSTACK), "--queries", file("q.tsv", "1\tАйгуль Садык\n2\tAigul Sadik\n")]
  const { lines } = await run(["search", ...files, "--no-transliteration"])
  assert.deepEqual(
    lines.map(({ hits }) => hits[0]?.id),
    [undefined, "a"],
  )
})

test("names compare says yes and no with its reasons", async () => {
  const { code, lines } = await run(["compare"], "Айгуль Садык\tAigul Sadyk\nАйгуль Садык\tYermek Omarov\n")
  assert.equal(code, 0)
  assert.deepEqual(
    lines.map(({ same }) => same),
    [true, false],
  )
})

test("names link pairs what is one and gives every record a cluster", async () => {
  const rows = [
    "Aigul,Sadyk,1980-02-03,Semey",
    "Yermek,Omar,1975-05-06,Oral",
    "Saule,Bekova,1969-11-12,Taraz",
    "Bolat,Serik,1990-01-20,Aqtau",
  ]
  const text = [
    "key,given name,surname,born,town",
    ...rows.flatMap((row, at) => [`${at}a,${row}`, `${at}b,${row}`]),
  ].join("\n")
  const { code, lines } = await run(["link", file("t.csv", text), "--key", "key"])
  assert.equal(code, 0)
  const pairs = lines.filter(({ pair, same }) => pair && same).map(({ pair }) => pair)
  assert.deepEqual(pairs, [
    ["0a", "0b"],
    ["1a", "1b"],
    ["2a", "2b"],
    ["3a", "3b"],
  ])
  assert.deepEqual(
    lines.filter(({ record }) => record).map(({ record, cluster }) => `${record} ${cluster}`),
    ["0a 0a", "0b 0a", "1a 1a", "1b 1a", "2a 2a", "2b 2a", "3a 3a", "3b 3a"],
  )
})

test("wrong use is refused with what and where", async () => {
  const table = file("t.csv", "key,name\n1,A\n1,B\n")
  const cases: [string[], RegExp, number][] = [
    [[], /usage\/missing/, 2],
    [["frobnicate"], /usage\/unknown-command/, 2],
    [["search"], /--haystack \(usage\/missing/, 2],
    [["search", "--haystack", join(folder, "none"), "--queries", table], /file\/not-found/, 1],
    [["search", "--haystack", table, "--queries", table], /names\/no-tab/, 2],
    [["link", table], /--key \(usage\/missing/, 2],
    [["link", table, "--key", "nothing"], /names\/no-column/, 2],
    [["link", table, "--key", "key"], /names\/same-key/, 2],
    [["link", table, "--key", "name", "--as", "key=colour"], /usage\/unknown-option/, 2],
    [["compare", "--frobnicate"], /usage\/unknown-option/, 2],
  ]
  for (const [args, wanted, exit] of cases) {
    const { code, err } = await run(args)
    assert.equal(code, exit, args.join(" "))
    assert.match(err.join("\n"), wanted)
  }
  assert.match((await run(["compare"], "one name only")).err.join("\n"), /1 \(names\/no-tab\)/)
})
