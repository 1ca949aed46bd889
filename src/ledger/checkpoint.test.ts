import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { DalelError } from "../model/refusals.js"
import { formatCheckpoint, parseCheckpoint } from "./checkpoint.js"

const root = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="

test("what is printed is read, whatever the size", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (size) => {
      const checkpoint = { origin: "dalel/1/a/b", size, root }
      assert.deepEqual(parseCheckpoint(formatCheckpoint(checkpoint)), checkpoint)
    }),
  )
})

test("another spelling of the same promise is refused", () => {
  for (const text of [
    `o\n01\n${root}\n`,
    `o\n+1\n${root}\n`,
    `o\n1\n${root}`,
    `o\n1\n${root}\nmore\n`,
    `\n1\n${root}\n`,
  ])
    assert.throws(() => parseCheckpoint(text), DalelError, JSON.stringify(text))
})
