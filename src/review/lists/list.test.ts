import assert from "node:assert/strict"
import { test } from "node:test"
import { crc32, deflateRawSync } from "node:zlib"
import { DalelError } from "../../model/refusals.js"
import { edtfOf, readList } from "./list.js"

const NONE = new Map()
const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code

/** A workbook as a spreadsheet writes it: its parts deflated. */
function workbook(parts: Record<string, string>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(text), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(Buffer.byteLength(text), 18)
    head.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    local.push(Buffer.from("504b0304", "hex"), head, Buffer.from(name), packed)
    central.push(Buffer.from("504b01021400", "hex"), head, rest, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write("504b0506", "hex")
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, list, end])
}

test("a CSV list: columns are told by their names in our languages, or by the person", () => {
  const csv = "№;ФИО;Дата рождения;Город\n7;Айгуль Садык;05.03.1987;Алматы\n;;;\n8;;1990;\n"
  const { people, nameless } = readList(Buffer.from(csv), NONE)
  assert.deepEqual(people, [{ key: "7", names: ["Айгуль Садык"], born: ["1987-03-05"], places: ["Алматы"] }])
  assert.equal(nameless, 1)
  const english = "Given name,Family name,Aliases\nAigul,Sadyk,Aika; A. Sadyk\n"
  assert.deepEqual(readList(Buffer.from(english), NONE).people[0]!.names, ["Aigul Sadyk", "Aika", "A. Sadyk"])
  const odd = "who,when\nAigul Sadyk,1987\n"
  assert.throws(() => readList(Buffer.from(odd), NONE), refused("list/no-names"))
  assert.deepEqual(readList(Buffer.from(odd), new Map([["who", "name"]])).people[0]!.names, ["Aigul Sadyk"])
  assert.throws(() => readList(Buffer.from(odd), new Map([["whose", "name"]])), refused("names/no-column"))
})

test("a workbook: shared and inline words, empty cells left out, days as numbers", () => {
  const bytes = workbook({
    "xl/sharedStrings.xml":
      "<sst><si><t>Full name</t></si><si><t>Birth date</t></si><si><r><t>Aigul </t></r><r><t>Sadyk &amp; co</t></r></si></sst>",
    "xl/worksheets/sheet1.xml":
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"/><c r="C2"><v>31841</v></c></row>' +
      '<row r="3"><c r="A3" t="inlineStr"><is><t>Yermek</t></is></c></row></sheetData></worksheet>',
  })
  assert.deepEqual(readList(bytes, NONE).people, [
    { key: "1", names: ["Aigul Sadyk & co"], born: ["1987-03-05"], places: [] },
    { key: "2", names: ["Yermek"], born: [], places: [] },
  ])
  for (let cut = 4; cut < bytes.length - 22; cut += 7)
    assert.throws(() => readList(bytes.subarray(0, cut), NONE), DalelError, `cut at ${cut}`)
})

test("FollowTheMoney: people only", () => {
  const lines = [
    { id: "x1", schema: "Person", properties: { name: ["Aigul Sadyk"], birthDate: ["1987-03-05"], country: ["kz"] } },
    { id: "x2", schema: "Company", properties: { name: ["Firm"] } },
  ].map((line) => JSON.stringify(line))
  assert.deepEqual(readList(Buffer.from(lines.join("\n")), NONE).people, [
    { key: "x1", names: ["Aigul Sadyk"], born: ["1987-03-05"], places: ["kz"] },
  ])
  assert.throws(() => readList(Buffer.from('{"id":\n'), NONE), refused("list/unreadable"))
  assert.throws(() => readList(Buffer.from([0xff, 0xfe, 0x00]), NONE), refused("list/unreadable"))
})

test("a day is taken only where it can be read in one way", () => {
  const cases: [string, string | null][] = [
    ["1987", "1987"],
    ["1987-03", "1987-03"],
    ["1987-03-05T00:00:00", "1987-03-05"],
    ["5.3.1987", "1987-03-05"],
    ["5.3.1987 г.", "1987-03-05"],
    ["03/05/1987", null],
    ["31841", "1987-03-05"],
    ["unknown", null],
  ]
  for (const [cell, edtf] of cases) assert.equal(edtfOf(cell), edtf, cell)
})
