import assert from "node:assert/strict"
import { test } from "node:test"
import type { Kind } from "./gold.js"
import { countsOf, type Half, judged } from "./pages.js"
import { reread } from "./reread.js"

const pages = judged(process.cwd())

/** What was reached: found at least, surplus at most. It may only be made stricter. */
const REACHED: Readonly<Record<Half, Readonly<Record<Kind, readonly [right: number, surplus: number]>>>> = {
  even: {
    dates: [78, 2],
    events: [31, 0],
    "claims and speakers": [41, 1],
    persons: [60, 1],
    "mentions of persons": [82, 1],
    "missing media": [3, 0],
  },
  odd: {
    dates: [71, 4],
    events: [19, 0],
    "claims and speakers": [30, 2],
    persons: [51, 5],
    "mentions of persons": [77, 1],
    "missing media": [5, 0],
  },
}

test("the evaluation pages are read at least as well as before", () => {
  for (const half of ["even", "odd"] as const)
    for (const [kind, [least, most]] of Object.entries(REACHED[half])) {
      const { right, surplus } = countsOf(
        kind as Kind,
        pages.filter((page) => page.half === half),
      )
      assert.ok(right >= least, `${half} pages: ${right} ${kind} found, ${least} before`)
      assert.ok(surplus <= most, `${half} pages: ${surplus} ${kind} surplus, ${most} before`)
    }
})

test("forty pages, at least four in each language and script, each read in its own language", () => {
  const count = new Map<string, number>()
  for (const { language } of pages) {
    const tag = language.startsWith("zh") ? "zh" : language
    count.set(tag, (count.get(tag) ?? 0) + 1)
  }
  const tags = ["en-Latn", "ru-Cyrl", "zh", "kk-Cyrl", "kk-Latn", "kk-Arab", "ug-Arab", "ug-Latn", "ug-Cyrl"]
  assert.deepEqual([...count.keys()], tags)
  assert.ok([...count.values()].every((number) => number >= 4))
  for (const { name, language, reading } of pages) assert.equal(reading.language, language.split("-")[0], name)
})

test("every passage of an evaluation page reads again from its bytes", () => {
  for (const { name, bytes, reading } of pages) {
    const { right, all } = reread(bytes, reading)
    assert.equal(right, all, name)
  }
})
