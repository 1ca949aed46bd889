import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { isEdtf } from "../../../model/date.js"
import { readDates } from "../index.js"

const dates = (text: string, published: string | null = "2021-06-15") =>
  readDates(text, "ru", published, () => ({ start: 0, end: text.length, block: 0 }))
const lines = (text: string, published?: string | null) =>
  dates(text, published).map(({ start, end, edtf }) => `${text.slice(start, end)} = ${edtf}`)

test("Russian dates look back from the day of publication", () => {
  const cases: [text: string, found: string[]][] = [
    ["Это было вчера.", ["вчера = 2021-06-14"]],
    ["В минувшую пятницу он уехал.", ["минувшую пятницу = 2021-06-11"]],
    ["Его взяли 3 июля прошлого года.", ["3 июля прошлого года = 2020-07-03"]],
    ["Его держали с 3 по 17 августа.", ["3 по 17 августа = 2020-08-03/2020-08-17"]],
    ["Между 3 и 7 мая её видели.", ["3 и 7 мая = [2021-05-03..2021-05-07]"]],
    ["С февраля она под арестом.", ["февраля = 2021-02/.."]],
    ["Так было до 19 мая.", ["19 мая = /2021-05-19"]],
    ["Срок истекает 18 июля.", ["18 июля = 2021-07-18"]],
    ["Судья объявила перерыв до 29 июня.", ["29 июня = /2021-06-29"]],
    ["В ноябре прошлого года её оштрафовали.", ["ноябре прошлого года = 2020-11"]],
    ["Три года назад мельница закрылась.", ["Три года назад = 2018"]],
    ["Она пришла в марте.", ["марте = 2021-03"]],
    [
      "Он умер 5 июля 2016 года. На следующий день приехал брат.",
      ["5 июля 2016 года = 2016-07-05", "На следующий день = 2016-07-06"],
    ],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})

test("Russian dates that say all themselves", () => {
  const cases: [text: string, found: string[]][] = [
    ["Родилась 4 декабря 1977 года.", ["4 декабря 1977 года = 1977-12-04"]],
    ["Подписано 23.06.2022, 10:14.", ["23.06.2022 = 2022-06-23"]],
    ["Подписано 03/04/2019.", ["03/04/2019 = [2019-03-04,2019-04-03]"]],
    ["Третьего марта 2015 года.", ["Третьего марта 2015 года = 2015-03-03"]],
    ["С 2015 по 2018 год он учил.", ["2015 по 2018 год = 2015/2018"]],
    ["В 1990-х и в XX веке.", ["1990-х = 199X", "XX веке = 19XX"]],
    ["Гражданка с 2012 года.", ["2012 года = 2012/.."]],
    ["Летом 2019 года ушёл.", ["Летом 2019 года = 2019"]],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})

test("what only looks like a Russian date", () => {
  const cases = [
    "Дело № 1-118/2022",
    "Пришли 2000 человек.",
    "Статья 331 часть 1.",
    "В этой среде трудно жить.",
    "Марта Иванова спит.",
    "Вышла газета «Сегодня».",
    "Он занял 40-е место.",
  ]
  for (const text of cases) assert.deepEqual(lines(text), [], text)
})

test("without a day of publication a Russian weekday stays open", () => {
  assert.deepEqual(lines("В пятницу он ушёл, 3 мая.", null), ["пятницу = XXXX-XX-XX", "3 мая = XXXX-05-03"])
})

test("every Russian date is a span of the text and valid EDTF", () => {
  const piece = fc.constantFrom(
    "мая",
    "3",
    "2019",
    "-",
    "с",
    "по",
    "прошлого",
    "года",
    "между",
    "и",
    "31",
    "февраля",
    "в",
    "пятницу",
    "два",
    "дня",
    "назад",
    "через",
    "1990-х",
    ".",
    "год",
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom("2021-06-15", "2020-02-29", null),
      (parts, published) => {
        const text = parts.join(" ")
        let last = 0
        for (const { start, end, edtf, value } of dates(text, published)) {
          assert.ok(start >= last && end > start && end <= text.length, text)
          assert.ok(isEdtf(edtf) && (value === null || isEdtf(value)), `${text}: ${edtf}`)
          last = start
        }
      },
    ),
    { numRuns: 2000 },
  )
})
