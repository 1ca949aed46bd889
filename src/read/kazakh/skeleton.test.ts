import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { letters, scriptOf, skeletonOf, spanOf } from "./skeleton.js"

test("three scripts fold into one skeleton", () => {
  const cases: [cyrillic: string, others: string[]][] = [
    ["Тамыз айында", ["تامىز ايىندا", "Tamyz aiynda"]],
    ["тізімін", ["ٴتىزىمىن", "tızımın"]],
    ["шілде", ["ٴشىلدە", "şılde", "shılde"]],
    ["жәшік ашық", ["jáshik ashyq"]],
    // Where ı is ы, y is й.
    ["3 қыркүйек айтты", ["3 qırküyek ayttı"]],
  ]
  for (const [cyrillic, others] of cases)
    for (const other of others)
      assert.equal(skeletonOf(other).text.toLowerCase(), letters(cyrillic).toLowerCase(), other)
})

test("every stretch of a skeleton leads back to its own letters", () => {
  const piece = fc.constantFrom("ٴ", "ا", "ت", "ە", " ", "،", "2022", "sh", "ǵ", "Q", "ң", "Ә", "\u200c")
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (parts) => {
      const text = parts.join("")
      const skeleton = skeletonOf(text, scriptOf(text))
      assert.equal(skeleton.starts.length, skeleton.text.length + 1)
      let last = 0
      for (let at = 0; at < skeleton.text.length; at++) {
        const { start, end } = spanOf(skeleton, at, at + 1)
        assert.ok(start >= last && end > start && end <= text.length)
        last = start
      }
    }),
  )
})
