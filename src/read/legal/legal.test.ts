import assert from "node:assert/strict"
import { test } from "node:test"
import { findLegal } from "./index.js"

test("laws, offences, penalties", () => {
  const cases: [text: string, found: string[]][] = [
    ["under Article 174 of the Criminal Code", ["law Article 174 of the Criminal Code"]],
    ["jailed for inciting religious hatred", ["offence inciting religious hatred"]],
    ["got five years in prison", ["penalty five years in prison"]],
    ["the anti-terrorism law", ["law anti-terrorism law"]],
    ["an article in the paper; the section ended", []],
    ["five years of school", []],
  ]
  for (const [text, found] of cases)
    assert.deepEqual(
      findLegal(text, "en").map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
      found,
      text,
    )
})
