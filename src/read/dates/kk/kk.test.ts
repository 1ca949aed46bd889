import assert from "node:assert/strict"
import { test } from "node:test"
import { readDates } from "../index.js"

const lines = (text: string, published: string | null = "2021-06-15") =>
  readDates(text, "kk", published, () => ({ start: 0, end: text.length, block: 0 })).map(
    ({ start, end, edtf }) => `${text.slice(start, end)} = ${edtf}`,
  )

test("Kazakh dates: absolute, partial, relative, since, until", () => {
  const cases: [text: string, found: string[]][] = [
    ["2019 жылғы 10 наурызда ұсталды.", ["2019 жылғы 10 наурызда = 2019-03-10"]],
    ["Наурыздың 10-ы еді.", ["Наурыздың 10-ы = 2021-03-10"]],
    ["Өткен жұма күні келді.", ["Өткен жұма күні = 2021-06-11"]],
    ["Кеше босатылды.", ["Кеше = 2021-06-14"]],
    ["2018 жылдан бері хабар жоқ.", ["2018 жылдан = 2018/.."]],
    ["Ақпан айынан бері үйқамақта.", ["Ақпан айынан = 2021-02/.."]],
    ["18 мамырға дейін созылды.", ["18 мамырға = /2021-05-18"]],
    ["Өткен жылдың қазанында.", ["Өткен жылдың қазанында = 2020-10"]],
    ["2018 жылы маусымда алып кетті.", ["2018 жылы маусымда = 2018-06"]],
    ["Екі мың жиырмасыншы жылы.", ["Екі мың жиырмасыншы жылы = 2020"]],
    ["Үш жыл бұрын.", ["Үш жыл бұрын = 2018"]],
    ["2017–2019 жылдары.", ["2017–2019 жылдары = 2017/2019"]],
    ["3–17 мамыр аралығында.", ["3–17 мамыр = [2021-05-03..2021-05-17]"]],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})

test("one grammar reads Kazakh in Arabic and in Latin letters", () => {
  const cases: [text: string, found: string[]][] = [
    ["2022 جىلعى 18 تامىز", ["2022 جىلعى 18 تامىز = 2022-08-18"]],
    ["ونى 2018 جىلى ماۋسىمدا الىپ كەتكەن", ["2018 جىلى ماۋسىمدا = 2018-06"]],
    ["ٴۇش جىل بۇرىن", ["ٴۇش جىل بۇرىن = 2018"]],
    ["Ol 2022 jylğy 16 şıldede keldi", ["2022 jylğy 16 şıldede = 2022-07-16"]],
    ["Ol 2022 jylǵy 16 shildede keldi", ["2022 jylǵy 16 shildede = 2022-07-16"]],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})

test("what only looks like a Kazakh date", () => {
  for (const text of [
    "Қазан көтерді.",
    "Театр маусымы ашылды.",
    "Наурыз мерекесі.",
    "Жұма намазына барды.",
    "331-бабы бойынша.",
  ])
    assert.deepEqual(lines(text), [], text)
})
