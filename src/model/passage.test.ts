import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { checkPassage, findWords, passageOf } from "./passage.js"
import { DalelError } from "./refusals.js"

test("a passage holds its words and whole characters around them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % text.length
      const end = start + 1 + (b % (text.length - start))
      const passage = passageOf(text, "hash", { start, end })
      assert.equal(passage.exact, text.slice(start, end))
      assert.ok(text.slice(0, start).endsWith(passage.prefix) && text.slice(end).startsWith(passage.suffix))
      // No half of a pair at the outer ends, unless the passage itself was cut there.
      if (passage.prefix.length > 1) assert.ok(!/^[\udc00-\udfff]/.test(passage.prefix))
      checkPassage(text, passage)
    }),
  )
})

test("a passage that no longer stands there is refused, and so is one that never could", () => {
  const passage = passageOf("she was fined in May", "hash", { start: 8, end: 13 })
  assert.throws(() => checkPassage("she was freed in May", passage), /passage\/moved/)
  for (const [start, end] of [[-1, 3], [3, 3], [5, 4], [0, 99], [0.5, 2]] as const) // biome-ignore format: pairs
    assert.throws(() => passageOf("some words", "hash", { start, end }), DalelError)
})

test("pasted words are found as they stand, white space aside", () => {
  const text = "The court\nfined  her. The fine (50 %) was paid. The fine [2/3] - a half-paid one"
  const cases: [words: string, start: number, end: number][] = [
    ["The court fined her", 0, 20],
    [" (50 %) ", 31, 37],
    ["court\nfined", 4, 15],
    ["[2/3] - a half-paid", 57, 76],
  ]
  for (const [words, start, end] of cases) assert.deepEqual(findWords(text, words), { start, end }, words)
  assert.throws(() => findWords(text, "The fine"), /passage\/ambiguous \(2\)/)
  assert.deepEqual(findWords(text, "The fine", 1), { start: 48, end: 56 })
  assert.throws(() => findWords(text, "the fines"), /passage\/not-found/)
  assert.throws(() => findWords(text, "  "), /passage\/not-found/)
})
