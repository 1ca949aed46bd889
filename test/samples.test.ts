import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { after, before, test } from "node:test"
import type { Reading } from "../src/model/reading.js"
import { type Reader, startReader } from "../src/review/reader.js"

let reader: Reader
const texts = new Map<string, Reading>()
before(async () => {
  reader = startReader({ jobs: 1 })
  for (const name of readdirSync("samples").filter((one) => /^\d\d-/.test(one)))
    texts.set(name.slice(0, 2), await reader.read(new Uint8Array(readFileSync(`samples/${name}`)), {}))
})
after(() => reader.end())

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

test("the court's ruling is a PDF whose words are those it was printed from, each with its place on the page", async () => {
  const { text, map, language } = texts.get("12")!
  const html = new Uint8Array(readFileSync("samples/made-of/12-court-notice-ru.html"))
  const printed = wordsOf((await reader.read(html, {})).text)
  // The numbers of a list are drawn by whoever shows it.
  assert.deepEqual(
    wordsOf(text).filter((word) => !/^\d\.$/.test(word)),
    printed.filter((word) => !/^\d\.$/.test(word)),
  )
  assert.equal(language, "ru")
  assert.ok(map.places?.kind === "pages")
  assert.equal(map.places.pages.length, 2)
  const at = text.indexOf("Актолкынский районный суд")
  assert.ok(at > 0)
  for (const { start, end, page, box } of map.places.runs) {
    const [left, top, right, bottom] = box
    const { width, height } = map.places.pages[page - 1]!
    assert.ok(
      left >= 0 && top >= 0 && right <= width && bottom <= height && left < right && top < bottom,
      text.slice(start, end),
    )
  }
  assert.ok(map.places.runs.some(({ start, end }) => start <= at && at < end))
})

test("the sources disagree where the README says, and follow one another where it says", () => {
  const said: readonly (readonly [source: string, words: string])[] = [
    ["01", "opened in the Dalakent City Court on May 17"],
    ["01", "the equivalent of $310"],
    ["02", "the equivalent of $340"],
    ["01", "released on March 9"],
    ["02", "released on 10 March"],
    ["01", "roughly 60,000"],
    ["02", "at least 80,000"],
    ["02", "3,870 adults"],
    ["05", "17 تامىزدا"],
    ["06", "16-ئاۋغۇست"],
    ["08", "32 days in prison"],
    ["02", "Article 331"],
    ["03", "со статьи 331"],
    ["03", "на статью 348"],
    ["08", "Article 348 instead"],
    ["12", "до 18 июля 2022 года"],
  ]
  const gone = said.filter(([source, words]) => !texts.get(source)!.text.replace(/\s+/g, " ").includes(words))
  assert.deepEqual(gone, [])
})
