import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import type { Zone } from "../model/reading.js"
import { type Highlight, Marked, partsOf, piecesOf } from "./marked.js"

const highlight = (
  start: number,
  end: number,
  is: Highlight["is"] = "proposed",
  number: number | null = null,
): Highlight => ({
  start,
  end,
  is,
  number,
  href: number === null ? null : `/n${number}`,
})
const shown = (text: string, highlights: readonly Highlight[], zones: readonly Zone[] = [], unfold = false) =>
  String(Marked({ lang: "en", text, zones, highlights, unfold }))
/** The text a reader sees, without our own numbers and labels. */
const textIn = (html: string) =>
  html
    .replace(/<a class="number[^>]*>.*?<\/a>|<summary>.*?<\/summary>|<span class="label">.*?<\/span>/g, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")

test("nested and overlapping passages become neighbours, each anchored where it begins", () => {
  const html = shown("abcdefghij", [
    highlight(1, 8, "proposed", 1),
    highlight(3, 5, "accepted", 2),
    highlight(4, 9, "here"),
  ])
  assert.equal(textIn(html), "abcdefghij")
  for (const id of ["p1-8", "p3-5", "p4-9"]) assert.equal(html.split(`id="${id}"`).length, 2, id)
  assert.match(html, /<mark class="accepted here proposed" data-from="4">e<\/mark>/)
  assert.match(html, /<a class="number accepted" href="\/n2">2<\/a>/)
})

test("of a whole sentence only the number shows, until it is asked for", () => {
  const text = "word ".repeat(40)
  assert.doesNotMatch(shown(text, [highlight(0, 150, "proposed", 7)]), /<mark/)
  assert.match(shown(text, [highlight(0, 150, "proposed", 7)]), />7<\/a>/)
  assert.match(shown(text, [highlight(0, 150, "here")]), /<mark class="here"/)
})

test("furniture is folded, never dropped; open when it holds what was asked for; unfolded as sealed", () => {
  const text = "Skip to content\n\nThe text."
  const zones: Zone[] = [
    { kind: "nav", start: 0, end: 15 },
    { kind: "body", start: 17, end: 26 },
  ]
  assert.match(shown(text, [], zones), /<details class="furniture nav"><summary>navigation, folded/)
  assert.match(shown(text, [highlight(0, 4, "here")], zones), /<details class="furniture nav" open="">/)
  assert.doesNotMatch(shown(text, [], zones, true), /<details/)
  for (const unfold of [true, false]) assert.equal(textIn(shown(text, [], zones, unfold)), "Skip to contentThe text.")
})

test("the zone that covers most of a line names it; of two equal ones the smaller", () => {
  const zones: Zone[] = [
    { kind: "body", start: 0, end: 100 },
    { kind: "quote", start: 0, end: 10 },
  ]
  assert.match(shown("0123456789", [], zones), /class="zone quote"/)
})

test("whatever is marked, every character is shown once and in order, and nothing else", () => {
  const span = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => [start, start + length] as const)
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.array(span, { maxLength: 12 }), (text, spans) => {
      const marks = spans
        .filter(([, end]) => end <= text.length)
        .map(([start, end], n) => highlight(start, end, "proposed", n + 1))
      const lines = text.split("\n").filter((line) => line.trim() !== "")
      assert.equal(textIn(shown(text, marks)), lines.join(""))
    }),
  )
})

test("pieces cover a line without a gap", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 8 }), (pairs) => {
      const marks = pairs.filter(([a, b]) => a < b).map(([a, b]) => highlight(a, b))
      const pieces = piecesOf({ start: 5, end: 25 }, marks)
      assert.equal(pieces[0]!.start, 5)
      assert.equal(pieces.at(-1)!.end, 25)
      for (const [index, piece] of pieces.entries()) if (index > 0) assert.equal(piece.start, pieces[index - 1]!.end)
    }),
  )
})

test("a long text is cut between lines; every offset stands in exactly one part", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 30 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 50 }),
      (lines, most) => {
        const text = lines.join("\n")
        const parts = partsOf(text, most)
        assert.equal(parts.map(({ start, end }) => text.slice(start, end)).join(""), text)
        for (const { start, end } of parts.slice(0, -1)) assert.ok(end > start && end - start <= most + 1)
      },
    ),
  )
})

test("what a source says is text, whatever it says", () => {
  const html = shown(`<img src=x onerror="alert(1)">`, [highlight(1, 4)])
  assert.doesNotMatch(html, /<img/)
})

test("the cells of a row stand alone in their own direction; the text and its places stay", () => {
  const text = "no | name | note\n7 | پەخرىدىن | تۇتۇلغان | "
  const zones: Zone[] = [{ kind: "table", start: 0, end: text.length }]
  const html = shown(text, [highlight(21, 29, "here"), highlight(19, 24, "proposed", 3)], zones)
  assert.equal(textIn(html), text.replace("\n", ""))
  assert.equal(html.split("<bdi>").length - 1, 7)
  assert.equal(html.split('dir="ltr"').length - 1, 2)
  assert.match(html, /<mark class="here proposed" data-from="21">/)
})
