import assert from "node:assert/strict"
import { test } from "node:test"
import { boundsOf } from "../../model/date.js"
import { propertyOf } from "../../model/schema.js"
import { valueText } from "../../model/value.js"
import { read } from "../read.js"
import { columnOf } from "./columns.js"
import { datesOf } from "./values.js"

const readCsv = (text: string) => read(new TextEncoder().encode(text), { mediaType: "text/csv" })

/** Each proposal as lines: schema, grave, and each property with its value and the words it stands on. */
function proposed(file: string): string[][] {
  const { text, proposals, entities } = readCsv(file)
  const nameOf = (ref: string) => entities.find(({ id }) => id === ref)?.name ?? ref
  return proposals.map(({ schema, grave, statements }) => [
    grave === null ? schema : `${schema} (${grave})`,
    ...statements.map(({ property, value, passages, schema: own }) => {
      assert.ok(propertyOf(own, property))
      if (value.type === "date") boundsOf(value.edtf)
      const says =
        value.type === "entity" ? nameOf(value.entity) : value.type === "date" ? value.edtf : valueText(value as never)
      return `${property} ${says} ← ${passages.map(({ start, end }) => text.slice(start, end)).join(" + ")}`
    }),
  ])
}

test("a list in English: the person, the detention, each value on its cell", () => {
  const file = `Name,Sex,Date of birth,Place,Detained since,Facility,Status,Charge,Source
Tolkyn Bazarova,F,12.03.1980,Dalakent,March 2018,Camp No. 3,Detained,"travelled abroad",Her brother
Unknown,,,,,,,,
Total: 2,,,,,,,,
`
  assert.deepEqual(proposed(file), [
    ["Place", "name Dalakent ← Dalakent"],
    ["Person", "name Tolkyn Bazarova ← Tolkyn Bazarova", "sex female ← F", "birthDate 1980-03-12 ← 12.03.1980"],
    [
      "Detention",
      "person Tolkyn Bazarova ← Tolkyn Bazarova + Her brother",
      "date 2018-03 ← March 2018",
      "kind camp ← Camp No. 3",
      "facility Camp No. 3 ← Camp No. 3",
      "place Dalakent ← Dalakent",
      "offence travelled abroad ← travelled abroad",
    ],
  ])
})

test("lists in Russian, Kazakh and Chinese", () => {
  assert.deepEqual(
    proposed(
      "Фамилия;Имя;Отчество;Год рождения;Дата задержания;Статус\nСерова;Айзада;Маратовна;1975 г.;01.02.2020;освобождена\n",
    ),
    [
      ["Person", "name Серова Айзада Маратовна ← Серова + Айзада + Маратовна", "birthDate 1975 ← 1975 г."],
      ["Detention", "person Серова Айзада Маратовна ← Серова + Айзада + Маратовна", "date 2020-02-01 ← 01.02.2020"],
      ["Release", "person Серова Айзада Маратовна ← Серова + Айзада + Маратовна", "kind released ← освобождена"],
    ],
  )
  assert.deepEqual(proposed("Аты-жөні,Туған жылы,Ұлты,Жағдайы\nТолқын Базарова,1980,қазақ,түрмеде\n"), [
    ["Person", "name Толқын Базарова ← Толқын Базарова", "ethnicity қазақ ← қазақ", "birthDate 1980 ← 1980"],
    ["Detention", "person Толқын Базарова ← Толқын Базарова", "kind prison ← түрмеде"],
  ])
  assert.deepEqual(proposed("姓名,性别,出生日期,被捕日期\n托勒肯,女,1980年3月12日,2018年\n"), [
    ["Person", "name 托勒肯 ← 托勒肯", "sex female ← 女", "birthDate 1980-03-12 ← 1980年3月12日"],
    ["Detention", "person 托勒肯 ← 托勒肯", "date 2018 ← 2018年"],
  ])
})

test("deaths, minors, confessions and sexual violence are each decided alone", () => {
  const graveOf = (row: string) =>
    readCsv(`Name,Birth year,Detained since,Status,Note\n${row}\n`).proposals.map(({ grave }) => grave)
  assert.deepEqual(graveOf("A Serova,1980,2018,detained,"), [null, null])
  assert.deepEqual(graveOf("A Serova,2005,2018,detained,"), ["minor", "minor"])
  assert.deepEqual(graveOf("A Serova,1980,2018,умерла в лагере,"), ["death", "death"])
  assert.deepEqual(graveOf("A Serova,1980,2018,detained,被迫认罪"), ["confession", "confession"])
  assert.deepEqual(graveOf("A Serova,1980,2018,detained,зорлады"), ["sexual_violence", "sexual_violence"])
})

test("dates of a list are read also where nothing is proposed from them; numbers are no dates", () => {
  const { text, dates } = readCsv(
    "No,Name,Taken,Last news,Cell\n1,Tolkyn Bazarova,2018-03,May 2019,4\n2,Marat Ospan,2018-04,,2019\n3,Dana Ospan,,2020,7\n",
  )
  assert.deepEqual(
    dates.map(({ start, end, edtf }) => [text.slice(start, end), edtf]),
    [
      ["2018-03", "2018-03"],
      ["May 2019", "2019-05"],
      ["2018-04", "2018-04"],
      ["2020", "2020"],
    ],
  )
})

test("a table that is no list of people proposes nothing", () => {
  assert.deepEqual(proposed("Fruit,Colour\napple,red\n"), [])
  assert.deepEqual(proposed("1,2\n3,4\n"), [])
})

test("of a long list the first rows are proposed, and the reading says so", () => {
  const { proposals, metadata, text } = readCsv(`Name,Age\n${"A Serova,30\n".repeat(2100)}`)
  assert.equal(proposals.length, 2000)
  assert.deepEqual(metadata, [{ name: "proposed", value: "2000 of 2100 rows", from: "reader" }])
  assert.equal(text.split("\n").length, 2101)
})

test("dates as lists write them; what can be read in two ways keeps both", () => {
  const cases: [column: string[], edtf: (string | null)[]][] = [
    [
      ["1980", "1980 г.", "1980年", "1980-03", "03.1980", "soon", ""],
      ["1980", "1980", "1980", "1980-03", "1980-03", null, null],
    ],
    [
      ["03/04/2018", "13/04/2018"],
      ["2018-04-03", "2018-04-13"],
    ],
    [
      ["03/04/2018", "04/13/2018"],
      ["2018-03-04", "2018-04-13"],
    ],
    [
      ["03/04/2018", "05/05/2018"],
      ["[2018-03-04,2018-04-03]", "2018-05-05"],
    ],
    [
      ["31.02.2018", "12.3.2018", "2018/3/5", "5 марта 2018", "March 5, 2018"],
      [null, "2018-03-12", "2018-03-05", "2018-03-05", "2018-03-05"],
    ],
  ]
  for (const [column, edtf] of cases) assert.deepEqual(column.map(datesOf(column)), edtf)
})

test("headers are known by their parts, and nothing else is", () => {
  const cases: [header: string, column: string | null][] = [
    ["Full name (Latin)", "name"],
    ["Ф.И.О.", "name"],
    ["№ п/п", "other"],
    ["Дата рождения / DOB", "birth"],
    ["ЗАДЕРЖАН(А)", "since"],
    ["detained_since", "since"],
    ["Name of the street", null],
    ["", null],
  ]
  for (const [header, column] of cases) assert.equal(columnOf(header), column, header)
})
