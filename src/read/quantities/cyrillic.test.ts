import assert from "node:assert/strict"
import { test } from "node:test"
import { readQuantities } from "./index.js"

const lines = (text: string, language: string) =>
  readQuantities(text, language).quantities.map(({ words, low, high, unit }) => `${words} = ${low}..${high} ${unit}`)

test("numbers, sums and vague amounts in Russian and Kazakh", () => {
  const cases: [language: string, text: string, found: string[]][] = [
    ["ru", "В списке 1934 человека.", ["1934 = 1934..1934 человека"]],
    ["ru", "Собрались от 40 до 120 человек.", ["от 40 до 120 = 40..120 человек"]],
    [
      "ru",
      "Штраф 124 тысячи тенге (около 310 долларов).",
      ["124 тысячи тенге = 124000..124000 KZT", "около 310 долларов = 310..310 USD"],
    ],
    ["ru", "Более 60 000 заключённых.", ["Более 60 000 = 60000..null заключённых"]],
    ["ru", "Задержаны сотни активистов.", ["сотни = null..null активистов"]],
    ["ru", "Это было в 2019 году.", []],
    ["kk", "Тізімде 1 934 есім бар.", ["1 934 = 1934..1934 есім"]],
    ["kk", "Жүзден астам адам келді.", ["Жүзден астам = 100..null адам"]],
    ["kk", "50 мың теңге айыппұл.", ["50 мың теңге = 50000..50000 KZT"]],
    ["kk", "ەلۋگە جۋىق ادام كەلدى", ["ەلۋگە جۋىق = 50..50 ادام"]],
    ["kk", "2019 жылы келді.", []],
  ]
  for (const [language, text, found] of cases) assert.deepEqual(lines(text, language), found, text)
})
