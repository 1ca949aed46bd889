import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { test } from "node:test"
import fc from "fast-check"
import { DalelError } from "../model/refusals.js"
import { collect } from "../vault/bytes.js"
import { readTar, type TarSource, tar, tarSize } from "./tar.js"

const source = (name: string, content: Uint8Array): TarSource => ({
  name,
  size: content.length,
  content: () => content,
})

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function entries(bytes: Uint8Array, size = 1000): Promise<[string, string][]> {
  const found: [string, string][] = []
  for await (const { name, content } of readTar(inPieces(bytes, size)))
    found.push([name, Buffer.from(await collect(content)).toString("latin1")])
  return found
}

test("what is written is read back, whatever the pieces, and is as long as was said", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 2000 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 3000 }),
      async (contents, size) => {
        const files = contents.map((content, at) => source(`blobs/${at}.age`, new Uint8Array(content)))
        const bytes = await collect(tar(files))
        assert.equal(bytes.length, tarSize(files))
        assert.deepEqual(
          await entries(bytes, size),
          contents.map((content, at) => [`blobs/${at}.age`, Buffer.from(content).toString("latin1")]),
        )
      },
    ),
    { numRuns: 40 },
  ))

test("tar itself lists and unpacks it", async (t) => {
  const bytes = await collect(
    tar([source("keys/a.age", Buffer.from("hello")), source("vault.db", new Uint8Array(700))]),
  )
  const listed = spawnSync("tar", ["tvf", "-"], { input: bytes })
  if (listed.error) return t.skip("no tar program here")
  assert.match(listed.stdout.toString(), /-rw------- 0\/0\s+5 1970-01-01 .*keys\/a\.age\n.*700 .*vault\.db\n$/)
  assert.equal(spawnSync("tar", ["xOf", "-", "keys/a.age"], { input: bytes }).stdout.toString(), "hello")
})

test("a size of eight gigabytes and more is written as tar programs write it", async (t) => {
  const large = 2 ** 33 + 5
  const stream = tar([{ name: "a", size: large, content: () => inPieces(new Uint8Array(0), 1) }])
  const first = (await stream.next()).value as Uint8Array
  await assert.rejects(stream.next(), { code: "file/changed-while-read" })
  const listed = spawnSync("tar", ["tvf", "-"], { input: first })
  if (listed.error) return t.skip("no tar program here")
  assert.match(listed.stdout.toString(), new RegExp(` ${large} `))
  const read = await readTar(inPieces(first, 512)).next()
  assert.equal(read.value?.size, large)
})

test("what breaks off, is changed, or goes on after its end is refused", async () => {
  const bytes = await collect(tar([source("a", Buffer.from("hello")), source("b", new Uint8Array(600).fill(7))]))
  for (let at = 0; at < bytes.length; at += 7)
    await assert.rejects(entries(bytes.subarray(0, at)), { code: "backup/incomplete" }, `cut at ${at}`)
  await assert.rejects(entries(Buffer.concat([bytes, Buffer.alloc(1)])), { code: "backup/damaged" })
  const contents = (at: number) => (at >= 512 && at < 517) || (at >= 1536 && at < 2136)
  for (let at = 0; at < bytes.length; at++) {
    if (contents(at)) continue // tar does not protect what is in the files: age does
    const changed = Uint8Array.from(bytes)
    changed[at]! ^= 1
    await assert.rejects(entries(changed), (error) => error instanceof DalelError, `byte ${at}`)
  }
})

test("a file that is not read is skipped", async () => {
  const bytes = await collect(tar([source("a", new Uint8Array(3000)), source("b", Buffer.from("x"))]))
  const names: string[] = []
  for await (const { name } of readTar(inPieces(bytes, 100))) names.push(name)
  assert.deepEqual(names, ["a", "b"])
})
