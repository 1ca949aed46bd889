import assert from "node:assert/strict"
import { Readable } from "node:stream"
import { test } from "node:test"
import { main } from "../main.js"

async function dalel(args: string[], input = ""): Promise<{ code: number; out: string[] }> {
  const out: string[] = []
  const stdin = Readable.from([input])
  return { code: await main(args, { stdin, out: (line) => void out.push(line), err: () => {} }), out }
}

test("language answers every line in order, empty ones too", async () => {
  const { code, out } = await dalel(["language"], "The court moved the trial to a town.\n\nСуд перенёс слушание.\n")
  assert.equal(code, 0)
  const answers = out.map((line) => JSON.parse(line))
  assert.deepEqual(
    answers.map(({ language, script }) => [language, script]),
    [
      ["en", "Latn"],
      ["und", "Zyyy"],
      ["ru", "Cyrl"],
    ],
  )
  for (const answer of answers) assert.deepEqual(Object.keys(answer), ["language", "script", "confidence"])
})

test("language takes no options and no file", async () => {
  assert.equal((await dalel(["language", "--vault"])).code, 2)
  assert.equal((await dalel(["language", "page.txt"])).code, 2)
})
