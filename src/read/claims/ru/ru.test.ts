import assert from "node:assert/strict"
import { test } from "node:test"
import { analyse } from "../../analyse.js"
import { readText } from "../../formats/text.js"

function lines(text: string, lang: "ru" | "kk" = "ru"): string[] {
  const hints = { lang, published: "2021-06-15" }
  const page = readText(new TextEncoder().encode(text), hints)
  const { claims, entities } = analyse({ ...page, metadata: [] }, hints)
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  return claims.map(({ stance, kind, speaker, speakerText, content, via }) =>
    [
      stance,
      kind,
      speaker === null ? (speakerText ?? "?") : names.get(speaker),
      via === null ? null : `via ${names.get(via)}`,
      `"${page.text.slice(content.start, content.end)}"`,
    ]
      .filter(Boolean)
      .join(" "),
  )
}

test("who says what in Russian", () => {
  const cases: [text: string, found: string[]][] = [
    [
      "Адвокат Дарья Семёнова заявила, что защита обжалует приговор.",
      ['asserts indirect Дарья Семёнова "что защита обжалует приговор"'],
    ],
    [
      "По словам Дарьи Семёновой, суд не допросил свидетелей.",
      ['asserts indirect Дарья Семёнова "суд не допросил свидетелей"'],
    ],
    [
      "«Я не видела этих людей ни разу в своей жизни и не знаю их», – сказала Дарья Семёнова.",
      ['asserts direct Дарья Семёнова "Я не видела этих людей ни разу в своей жизни и не знаю их"'],
    ],
    ["Айдар Оразов вину не признал.", ['denies indirect Айдар Оразов "вину не признал"']],
    ["Айдар Оразов обвиняется в мошенничестве.", ['accuses indirect ? "мошенничестве"']],
    [
      "Айдар Оразов сказал, что Дарья Семёнова сообщила, что дело закрыто.",
      [
        'asserts indirect Айдар Оразов "что Дарья Семёнова сообщила, что дело закрыто"',
        'asserts indirect Дарья Семёнова via Айдар Оразов "что дело закрыто"',
      ],
    ],
    ["Айдар Оразов ушёл домой. Дождь шёл весь день.", []],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})

test("who says what in Kazakh", () => {
  const cases: [text: string, found: string[]][] = [
    [
      "Гүлнұр Тастемір үкімге шағым түсіретінін айтты.",
      ['asserts indirect Гүлнұр Тастемір "үкімге шағым түсіретінін"'],
    ],
    ["Гүлнұр Тастемірдің айтуынша, сот болған жоқ.", ['asserts indirect Гүлнұр Тастемір "сот болған жоқ"']],
    [
      "«Мен балалардың атын сұрап, қағазға түсірдім, басқа ештеңе жоқ», – деді Гүлнұр Тастемір.",
      ['asserts direct Гүлнұр Тастемір "Мен балалардың атын сұрап, қағазға түсірдім, басқа ештеңе жоқ"'],
    ],
    ["Гүлнұр Тастемір кінәсін мойындаған жоқ.", ['denies indirect Гүлнұр Тастемір "кінәсін мойындаған жоқ"']],
    ["Гүлнұр Тастемір үйіне кетті.", []],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text, "kk"), found, text)
})
