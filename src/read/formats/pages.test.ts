import assert from "node:assert/strict"
import { test } from "node:test"
import { absent, passagesReadBack } from "./pages.suite.js"

test("10,000 passages of real pages read back from their bytes, in three encodings", { skip: absent }, () => {
  assert.ok(passagesReadBack(181, 10_000) >= 10_000)
})
