import assert from "node:assert/strict"
import { test } from "node:test"
import { readHtml } from "./formats/html.js"
import { dayIn, dayInWords } from "./metadata.js"

test("a day is read as written, or not at all", () => {
  const cases: [text: string, day: string | null][] = [
    ["2019-07-29", "2019-07-29"],
    ["2019-07-29T23:30:00+06:00", "2019-07-29"],
    ["20190729", "2019-07-29"],
    ["2019/7/29", "2019-07-29"],
    ["29.07.2019", "2019-07-29"],
    ["Mon, 29 Jul 2019 10:00:00 GMT", "2019-07-29"],
    ["July 29, 2019", "2019-07-29"],
    ["29 июля 2019, 14:05", "2019-07-29"],
    ["2019 жылғы 29 шілде", "2019-07-29"],
    ["2019年7月29日", "2019-07-29"],
    ["2019-02-30", null],
    ["07/08/2019", null],
    ["July 2019", null],
    ["yesterday", null],
    ["1564358400", null],
    ["0000-00-00", null],
  ]
  for (const [text, day] of cases) assert.equal(dayIn(text), day, text)
  assert.equal(dayInWords("From 29 July 2019 to 3 May 2020"), null)
})

test("broken or hostile descriptions give nothing and stop nothing", () => {
  const scripts = [
    "{",
    "null",
    '{"@type":["NewsArticle",5],"datePublished":{"x":1},"author":[null,{"name":7}]}',
    '{"@graph":{"@graph":{"@graph":[]}}}',
    '{"@type":"NewsArticle","__proto__":{"polluted":true},"headline":7}',
    "[".repeat(5000),
  ]
  for (const script of scripts) {
    const html = `<script type="application/ld+json">${script}</script><p>words`
    const page = readHtml(new TextEncoder().encode(html), {})
    assert.deepEqual(page.metadata, [], script.slice(0, 40))
  }
  assert.equal("polluted" in {}, false)
})
