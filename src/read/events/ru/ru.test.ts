import assert from "node:assert/strict"
import { test } from "node:test"
import { analyse } from "../../analyse.js"
import { readText } from "../../formats/text.js"

function lines(text: string, lang: "ru" | "kk" = "ru"): string[] {
  const hints = { lang, published: "2021-06-15" }
  const analysis = analyse({ ...readText(new TextEncoder().encode(text), hints), metadata: [] }, hints)
  const names = new Map(analysis.entities.map(({ id, name }) => [id, name]))
  return analysis.events.map(({ type, kind, change, people, date, place }) =>
    [type, kind, change, ...people.map((id) => names.get(id)), date, place === null ? null : `@${names.get(place)}`]
      .filter(Boolean)
      .join(" "),
  )
}

test("what is done to someone, in the three ways Russian tells it", () => {
  const cases: [text: string, found: string[]][] = [
    ["Полиция задержала Айдара Оразова в Алматы 3 мая.", ["detention Айдар Оразов 2021-05-03 @Алматы"]],
    ["Айдар Оразов был арестован в марте.", ["arrest Айдар Оразов 2021-03"]],
    ["Адвокат Дарья Семёнова обжаловала арест Айдара Оразова.", ["arrest Айдар Оразов"]],
    [
      "Айдара Оразова задержали 3 мая и через неделю отпустили.",
      ["detention Айдар Оразов 2021-05-03", "release Айдар Оразов 2021-05-10"],
    ],
    ["Активистку Асель Берикову оштрафовали.", ["fine Асель Берикова"]],
    ["Айдара Оразова обвиняют в хищении денег.", ["accusation Айдар Оразов"]],
    ["Суд запретил Айдару Оразову выезжать из города.", ["measure travel_ban imposed Айдар Оразов"]],
    ["Суд вернул прокурору дело Айдара Оразова.", ["ruling Айдар Оразов"]],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})

test("a Russian case: charge, measures, venue, verdict", () => {
  assert.deepEqual(
    lines(
      "Айдару Оразову предъявили обвинение в мошенничестве. Суд продлил срок содержания под стражей Оразова до 3 июля. С марта Оразов находится под домашним арестом. Суд признал Оразова виновным и приговорил его к пяти годам лишения свободы.",
    ),
    [
      "charge Айдар Оразов",
      "measure custody extended Айдар Оразов",
      "measure house_arrest Айдар Оразов 2021-03/..",
      "conviction Айдар Оразов",
      "sentence prison_term Айдар Оразов",
    ],
  )
})

test("what did not happen in Russian", () => {
  for (const text of [
    "Айдара Оразова не задержали.",
    "Айдар Оразов может быть арестован.",
    "Правозащитники требуют освобождения Айдара Оразова.",
    "Если Айдара Оразова осудят, он уедет.",
    "В области запретили общение в мессенджерах.",
  ])
    assert.deepEqual(lines(text), [], text)
})

test("what happened, in Kazakh", () => {
  const cases: [text: string, found: string[]][] = [
    ["Полиция Гүлнұр Тастемірді 3 мамырда ұстады.", ["detention Гүлнұр Тастемір 2021-05-03"]],
    ["Гүлнұр Тастемір ақпан айынан бері үйқамақта отыр.", ["measure house_arrest Гүлнұр Тастемір 2021-02/.."]],
    ["Сот Гүлнұр Тастемірді үш жылға бас бостандығынан айырды.", ["sentence prison_term Гүлнұр Тастемір"]],
    ["Белгісіз адамдар Гүлнұр Тастемірді ұрлап әкеткен.", ["kidnapping Гүлнұр Тастемір"]],
    ["Сот Гүлнұр Тастемірді он тәулікке қамады.", ["sentence prison_term Гүлнұр Тастемір"]],
    ["Гүлнұр Тастемір кеше босатылды.", ["release Гүлнұр Тастемір 2021-06-14"]],
    ["Гүлнұр Тастемір ұсталған жоқ.", []],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text, "kk"), found, text)
})

test("in Kazakh an unnamed relative is nobody who was spoken of before", () => {
  assert.deepEqual(lines("Гүлнұр Тастемір келді. Менің күйеуімді бір жыл ұстап, босатты.", "kk"), [])
  assert.deepEqual(lines("Гүлнұр Тастемір келді. Кеше ғана босатты.", "kk"), ["release Гүлнұр Тастемір 2021-06-14"])
})
