import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { placeOf } from "../../../model/place.js"
import { bytesOf, readBack } from "../../bytes/map.js"
import { readCsv } from "./index.js"

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readCsv(utf8(text), {})

test("separators, quotes and line ends as they are found", () => {
  const cases: [file: string, text: string][] = [
    ["a,b\nc,d\n", "a | b\nc | d"],
    ["a;b,x\r\nc;d\r\ne;f,z", "a | b,x\nc | d\ne | f,z"],
    ["a\tb\rc\td", "a | b\nc | d"],
    ["sep=|\na|b,c", "a | b,c"],
    ["\uFEFFa,b", "a | b"],
    ['"a ""b"" c","d, e"\n"f\r\ng",', 'a "b" c | d, e\nf g | '],
    ['" a ",  "b" \n"c"x,d"e"f', 'a | b\ncx | d"e"f'],
    ["a,,\n,,\n\n,b,", "a |  | \n | b | "],
    ['a,"never closed\nb,c', 'a | "never closed\nb | c'],
    ["a,b,c\nd\ne,f,g,h", "a | b | c\nd\ne | f | g | h"],
    ["one column\nonly", "one column\nonly"],
    ["\0,\0\n1,2", "\0 | \0\n1 | 2"],
  ]
  for (const [file, text] of cases) assert.equal(read(file).text, text, JSON.stringify(file))
})

test("a passage leads to its bytes, its row and its column", () => {
  const file = 'List of 2019\n\nФИО;Год рождения;Место\n"Серова; Айзада";1980;Далакент\n'
  const bytes = utf8(file)
  const { text, map } = readCsv(bytes, {})
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  assert.deepEqual(placeOf(map, span("Далакент")), { kind: "cell", row: 4, column: 3, header: "Место" })
  assert.deepEqual(placeOf(map, span("Айзада")), { kind: "cell", row: 4, column: 1, header: "ФИО" })
  const [range] = bytesOf(bytes, map, span("Айзада"))
  assert.equal(new TextDecoder().decode(bytes.subarray(range!.from, range!.to)), "Айзада")
})

test("the header is found below a title, by known words or by what stands below it", () => {
  const headerOf = (file: string) => {
    const { map } = read(file)
    return map.places?.kind === "cells" ? map.places.header : null
  }
  assert.deepEqual(headerOf("Detained\nby autumn\nName,Age\nA B,30\n"), ["Name", "Age"])
  assert.deepEqual(headerOf("ФИО / Name,Пол (М/Ж)\nА Б,М"), ["ФИО / Name", "Пол (М/Ж)"])
  assert.deepEqual(headerOf("姓名,性别\n甲,男"), ["姓名", "性别"])
  assert.deepEqual(headerOf("Fruit,Colour\napple,red"), ["Fruit", "Colour"])
  assert.deepEqual(headerOf("1,2\n3,4"), [])
})

const files = fc
  .array(
    fc.string({
      unit: fc.constantFrom('"', '""', ",", ";", "\t", " ", "\n", "\r\n", "\r", "a", "Ж", "😀", "\0", "|"),
      maxLength: 14,
    }),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""))

test("every stretch of the text is read back from the bytes, and every cell is where its row says", () => {
  fc.assert(
    fc.property(files, fc.constantFrom("utf-8", "utf-16le"), fc.nat(), fc.nat(), (file, encoding, a, b) => {
      const bytes = encoding === "utf-8" ? utf8(file) : new Uint8Array(Buffer.from(file, "utf16le"))
      const { text, map, table } = readCsv(bytes, { encoding })
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
      assert.equal(readBack(bytes, map, { start, end }), text.slice(start, end))
      assert.ok(map.places?.kind === "cells")
      // Nothing that was written is lost.
      const bare = (words: string) => words.replace(/[\s",;|]/g, "")
      assert.equal(bare(text), bare(file))
      for (const [index, row] of map.places.rows.slice(-table!.rows.length).entries())
        for (const [column, cell] of (table!.rows[index] ?? []).entries()) {
          if (cell.end === cell.start) continue
          const place = placeOf(map, cell)
          assert.deepEqual(place?.kind === "cell" && [place.row, place.column], [row.number, column + 1])
        }
    }),
    { numRuns: 1000 },
  )
})

test("bounds are named, and hostile quotes cost no long search", () => {
  assert.throws(() => read("a,b\n".repeat(20_001)), { code: "reading/too-many-parts", where: "20000" })
  assert.throws(() => read(",".repeat(300)), { code: "reading/too-many-parts", where: "200" })
  assert.equal(read("a,b\n".repeat(20_000)).text.length, 6 * 20_000 - 1)
  const hostile = ['"a""', '"', '"a\n', `"${" ".repeat(5000)}`, `"${"\n".repeat(5000)}"`]
  for (const part of hostile) assert.ok(read(part.repeat(Math.floor(3_000_000 / part.length / 200))).text.length >= 0)
})
