import assert from "node:assert/strict"
import { Readable } from "node:stream"
import { test } from "node:test"
import { languageOf, main } from "./main.js"

async function run(...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = []
  const err: string[] = []
  const code = await main(args, {
    stdin: Readable.from([]),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  })
  return { code, out, err }
}

test("a refusal is three lines on standard error and an exit code", async () => {
  const { code, out, err } = await run("frobnicate")
  assert.equal(code, 2)
  assert.deepEqual(out, [])
  assert.equal(err.length, 3)
  assert.match(err[1]!, /frobnicate \(usage\/unknown-command\)$/)
})

test("the terminal's language decides the language of refusals", () => {
  const cases: [NodeJS.ProcessEnv, string][] = [
    [{ LANG: "ru_RU.UTF-8" }, "ru"],
    [{ LC_ALL: "en_US", LANG: "ru_RU.UTF-8" }, "en"],
    [{ LC_ALL: "", LANG: "ru" }, "ru"],
    [{ LANG: "C.UTF-8" }, "en"],
    [{}, "en"],
  ]
  for (const [env, lang] of cases) assert.equal(languageOf(env), lang)
})
