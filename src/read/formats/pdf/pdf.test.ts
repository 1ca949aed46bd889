import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { before, test } from "node:test"
import fc from "fast-check"
import { boxesOn, placeOf } from "../../../model/place.js"
import type { PageRun, Rectangle } from "../../../model/reading.js"
import { startEngine, withDocument } from "./engine.js"
import { picturePage, readPdf } from "./index.js"
import { type MadePage, makePdf } from "./made.suite.js"

before(() =>
  startEngine(() => new Uint8Array(readFileSync(join(process.cwd(), "node_modules/mupdf/dist/mupdf-wasm.wasm")))),
)

const lines = (texts: readonly string[], { x = 72, top = 760, step = 15, size = 12 } = {}) =>
  texts.map((text, at) => ({ text, x, y: top - at * step, size }))
const read = (pages: readonly MadePage[], options = {}) => readPdf(makePdf(pages, options), {})

const NOTICE: MadePage = {
  lines: [
    { text: "Районный суд города Далакента", x: 72, y: 790, size: 18 },
    ...lines([
      "12 марта 2019 года суд продлил домаш-",
      "ний арест Айзады Серовой на два месяца,",
      "до 12 мая, и отказал в залоге.",
      "Решение может быть обжаловано.",
    ]),
    ...lines(["Судья: Н. Омаров"], { top: 640 }),
  ],
}

test("lines become sentences; a heading, its title; a hyphen that parts a line is left out", () => {
  const page = read([NOTICE])
  assert.equal(
    page.text,
    "Районный суд города Далакента\n\n12 марта 2019 года суд продлил домашний арест Айзады Серовой на два месяца, до 12 мая, и отказал в залоге.\nРешение может быть обжаловано.\n\nСудья: Н. Омаров",
  )
  assert.equal(page.title, "Районный суд города Далакента")
  assert.equal(page.zones.find(({ kind }) => kind === "title")?.end, 29)
})

test("a passage leads to its page and to rectangles in points from the upper left corner", () => {
  const { text, map } = read([{ lines: lines(["first page"]) }, NOTICE])
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const place = placeOf(map, span("Айзады Серовой"))
  assert.ok(place?.kind === "page" && place.page === 2 && place.boxes.length === 1)
  // Half of 12 points wide: each character is 6 points.
  const [left, top, right, bottom] = place.boxes[0]!
  assert.deepEqual([left, right], [72 + 10 * 6, 72 + 24 * 6])
  assert.ok(top < 842 - 745 && bottom > 842 - 745 && bottom - top < 20)
  const over = placeOf(map, span("домашний арест"))
  assert.ok(over?.kind === "page")
  assert.equal(over.boxes.length, 2)
  assert.equal(over.boxes[0]![2], 72 + 36 * 6, "without the hyphen")
})

test("headers, footers and page numbers are furniture, and part no sentence", () => {
  const page = (number: number, ...texts: string[]): MadePage => ({
    lines: [
      { text: `Case 17 of the Dalakent court, sheet ${number}`, x: 72, y: 810 },
      ...lines(texts),
      { text: String(number), x: 300, y: 30 },
    ],
  })
  const { text, zones, mainText } = read([
    page(
      1,
      "The court found that the defendant had been held for",
      "six weeks before a judge saw her, and that nobody had",
    ),
    page(2, "told her family where she was.", "It ordered her release."),
    page(3, "An appeal may be lodged."),
  ])
  assert.equal(
    mainText,
    "The court found that the defendant had been held for six weeks before a judge saw her, and that nobody had told her family where she was. It ordered her release.\n\nAn appeal may be lodged.",
  )
  const other = zones.filter(({ kind }) => kind === "other").map(({ start, end }) => text.slice(start, end))
  assert.deepEqual(other, [
    "Case 17 of the Dalakent court, sheet 1",
    "1\n\nCase 17 of the Dalakent court, sheet 2\n\n2\n\nCase 17 of the Dalakent court, sheet 3",
    "3",
  ])
})

test("lines that the engine takes for blocks of their own are one paragraph where the next word would not have fitted", () => {
  const texts = [
    "The court found that Aida Orazova, citizen of",
    "Tarsia, was held for six weeks before a judge",
    "heard her.",
    "The prosecutor asked for a fine of Belkent",
    "and of nobody else.",
  ]
  const heights = (distances: readonly number[]) =>
    distances.map((_, at) => 700 - distances.slice(0, at + 1).reduce((sum, one) => sum + one, 0))
  const set = (distances: readonly number[], x: readonly number[]) => {
    const y = heights(distances)
    return read([{ lines: texts.map((text, at) => ({ text, x: x[at]!, y: y[at]! })) }]).text.split("\n\n").length
  }
  const inset = [72, 72, 72, 72, 72]
  assert.equal(set([0, 17, 17, 30, 17], inset), 2, "parted by a wider distance")
  assert.equal(set([0, 17, 17, 17, 17], [90, 72, 72, 90, 72]), 2, "parted by a line that is set in")
})

test("what the file says of itself is kept as candidates; made is not published", () => {
  const info = "/Title (Notice 17) /Author (Registry) /CreationDate (D:20190312101500+06'00') /ModDate (junk)"
  const { metadata } = read([{ lines: lines(["plain words of one line"]) }], { info })
  assert.deepEqual(
    metadata.map(({ name, value, from }) => [name, value, from]),
    [
      ["title", "Notice 17", "pdf"],
      ["byline", "Registry", "pdf"],
      ["created", "2019-03-12", "pdf"],
    ],
  )
  const junk = read([{ lines: lines(["words"]) }], { info: "/Title (Microsoft Word - doc1.docx)" })
  assert.deepEqual(junk.metadata, [])
})

test("a page without a text layer says so, and costs the others nothing", () => {
  const { text, map } = read([{ lines: [], content: "0 0 200 200 re f" }, { lines: lines(["said here"]) }])
  assert.equal(text, "said here")
  assert.ok(map.places?.kind === "pages")
  assert.deepEqual(
    map.places.pages.map((page) => page.text),
    [false, true],
  )
  assert.equal(read([{ lines: [], content: "" }]).text, "")
})

/** What stands in a rectangle of a page, asked of the engine again. */
function textIn(bytes: Uint8Array, page: number, [left, top, right, bottom]: Rectangle): string {
  return withDocument(bytes, (document) => {
    let found = ""
    document
      .loadPage(page - 1)
      .toStructuredText("")
      .walk({
        onChar(character, _, __, ___, quad) {
          const [x, y] = [(quad[0]! + quad[6]!) / 2, (quad[1]! + quad[7]!) / 2]
          if (x > left && x < right && y > top && y < bottom) found += character
        },
      })
    return found
  })
}

/** All of the characters, in order, with others between. */
function isWithin(few: string, many: string): boolean {
  let at = 0
  for (const character of many) if (character === few[at]) at++
  return at === few.length
}

const word = fc.string({
  unit: fc.constantFrom("а", "Ж", "ә", "b", "w", "-", ".", "3", "中"),
  minLength: 1,
  maxLength: 8,
})
const pages = fc.array(
  fc.record({
    rotate: fc.constantFrom(0, 90, 180),
    lines: fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }).map((rows) =>
      lines(
        rows.map((row) => row.join(" ")),
        { top: 600, step: 20 },
      ),
    ),
  }),
  { minLength: 1, maxLength: 3 },
)

test("the rectangles of any stretch hold the same characters", () => {
  fc.assert(
    fc.property(pages, fc.boolean(), fc.nat(), fc.nat(), (made, packed, a, b) => {
      const bytes = makePdf(made, { packed })
      const { text, map } = readPdf(bytes, {})
      assert.ok(map.places?.kind === "pages")
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
      const runs: readonly PageRun[] = map.places.runs
      let again = ""
      for (const run of runs) {
        const span = { start: Math.max(start, run.start), end: Math.min(end, run.end) }
        if (span.end > span.start)
          again += boxesOn(run.page, [run], span)
            .map((box) => textIn(bytes, run.page, box))
            .join("")
      }
      const bare = (words: string) => words.replace(/\s/g, "")
      // A word of a line that is not level is only known whole.
      if (runs.every(({ edges }) => edges !== null)) assert.equal(bare(again), bare(text.slice(start, end)))
      else assert.ok(isWithin(bare(text.slice(start, end)), bare(again)))
    }),
    { numRuns: 100 },
  )
})

test("one page as a picture", () => {
  const bytes = makePdf([NOTICE, { lines: lines(["x"]), width: 10, height: 14_400 }])
  const size = (png: Uint8Array) => [16, 20].map((at) => Buffer.from(png).readUInt32BE(at))
  assert.deepEqual(size(picturePage(bytes, 1, 595)), [595, 842])
  const [width = 0, height = 0] = size(picturePage(bytes, 2, 2000))
  assert.ok(width * height < 7_000_000)
  assert.throws(() => picturePage(bytes, 3, 600), { code: "reading/damaged" })
})

test("locked, broken and endless files are refused with their code", () => {
  const good = makePdf([NOTICE])
  const locked = makePdf([NOTICE], {
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <${"00".repeat(32)}> /U <${"11".repeat(32)}> >> /ID [<00> <00>]`,
  })
  const cases: [name: string, bytes: Uint8Array, code: string][] = [
    ["locked", locked, "reading/encrypted"],
    ["only a header", new TextEncoder().encode("%PDF-1.7\n"), "reading/damaged"],
    ["noise", new TextEncoder().encode(`%PDF-1.7\n${"\0\xff<<>>[".repeat(1000)}`), "reading/damaged"],
    ["too many pages", makePdf(Array.from({ length: 2001 }, () => ({ lines: [] }))), "reading/too-many-parts"],
  ]
  for (const [name, bytes, code] of cases) assert.throws(() => readPdf(bytes, {}), { code }, name)
  // Cut in the middle, or with a wrong table, it is repaired as far as it goes.
  assert.match(readPdf(good.slice(0, good.length - 200), {}).text, /Айзады Серовой/)
  const loop = makePdf([{ lines: [], content: "/X Do" }], { trailer: "/Prev 9" })
  assert.equal(readPdf(loop, {}).text, "")
})

test("any damage is refused or read, never worse", () => {
  const good = makePdf([NOTICE, NOTICE], { packed: true })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }),
      (changes) => {
        const bytes = good.slice()
        for (const [at, byte] of changes) bytes[at] = byte
        try {
          const { text, map } = readPdf(bytes, {})
          assert.ok(map.places?.kind === "pages")
          for (const { start, end } of map.places.runs) assert.ok(start < end && end <= text.length)
        } catch (error) {
          assert.match(String((error as { code?: string }).code), /^reading\//)
        }
      },
    ),
    // The engine may break down altogether; `review/pdf.test.ts` sees to that.
    { numRuns: 200, seed: 20190729 },
  )
})
