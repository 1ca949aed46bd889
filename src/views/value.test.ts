import assert from "node:assert/strict"
import { test } from "node:test"
import { valueWords } from "./value.js"

test("what has no name is called by its kind; what is not known, by its id", () => {
  const cases: [name: string | null, shown: string][] = [
    ["The Bektau case", "The Bektau case"],
    ["", "proceeding"],
    [null, "c1"],
  ]
  for (const [name, shown] of cases)
    assert.equal(valueWords("en", "Hearing", "proceeding", { type: "entity", entity: "c1" }, name), shown)
})
