import { test } from "node:test"
import { absent, passagesReadBack } from "../src/read/formats/pages.suite.js"

test("100,000 passages of 181 pages in three encodings read back to the same characters", { skip: absent }, () => {
  passagesReadBack(181, 100_000)
})
