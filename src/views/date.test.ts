import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { dateWords, instantWords } from "./date.js"
import type { Lang } from "./words/say.js"

// Which of its spaces Intl makes unbreakable is its own affair.
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ")

test("EDTF in words loses nothing and adds nothing", () => {
  const cases: [edtf: string, en: string, ru: string, kk: string][] = [
    ["2019-07-29", "29 July 2019", "29 июля 2019 г.", "2019 ж. 29 шілде"],
    ["2019-03", "March 2019", "март 2019 г.", "2019 ж. наурыз"],
    ["2019", "2019", "2019", "2019"],
    ["2019-03/..", "since March 2019", "с марта 2019 г.", "2019 ж. наурыздан бастап"],
    [
      "2019-03/",
      "from March 2019, end unknown",
      "с марта 2019 г., конец неизвестен",
      "2019 ж. наурыздан бастап, соңы белгісіз",
    ],
    ["/2019-03", "until March 2019", "до марта 2019 г.", "2019 ж. наурызға дейін"],
    ["2019-03/2019-07", "March 2019 to July 2019", "март 2019 г. — июль 2019 г.", "2019 ж. наурыз – 2019 ж. шілде"],
    [
      "[2019-03..2019-07]",
      "some time from March 2019 to July 2019",
      "когда-то: март 2019 г. — июль 2019 г.",
      "2019 ж. наурыз – 2019 ж. шілде аралығында бір кезде",
    ],
    ["[..2019-02]", "February 2019 or earlier", "февраль 2019 г. или раньше", "2019 ж. ақпан немесе одан бұрын"],
    ["[2019-04..]", "April 2019 or later", "апрель 2019 г. или позже", "2019 ж. сәуір немесе одан кейін"],
    [
      "[2019-03,2019-04]",
      "March 2019 or April 2019",
      "март 2019 г. или апрель 2019 г.",
      "2019 ж. наурыз немесе 2019 ж. сәуір",
    ],
    ["2019~", "c. 2019", "около 2019", "шамамен 2019"],
    ["2019-03~", "c. March 2019", "около марта 2019 г.", "шамамен 2019 ж. наурыз"],
    ["2019?", "2019?", "2019 (?)", "2019 (?)"],
    ["2019%", "c. 2019?", "около 2019 (?)", "шамамен 2019 (?)"],
    ["2018-08-XX", "some day in August 2018", "август 2018 г., день неизвестен", "2018 ж. тамыз (күні белгісіз)"],
    ["201X", "the 2010s", "2010-е годы", "2010-жылдар"],
    ["XXXX-07-29", "29 July, year unknown", "29 июля, год неизвестен", "29 шілде (жылы белгісіз)"],
    ["XXXX-02-29", "29 February, year unknown", "29 февраля, год неизвестен", "29 ақпан (жылы белгісіз)"],
    ["XXXX", "date unknown", "дата неизвестна", "күні белгісіз"],
    ["not a date", "not a date", "not a date", "not a date"],
  ]
  for (const [edtf, en, ru, kk] of cases) {
    assert.equal(plainSpaces(dateWords("en", edtf)), en)
    assert.equal(plainSpaces(dateWords("ru", edtf)), ru)
    assert.equal(plainSpaces(dateWords("kk", edtf)), kk)
  }
})

test("what Kazakh says after a date asks an ending of its last word", () => {
  const months: [since: string, until: string][] = [
    ["қаңтардан", "қаңтарға"],
    ["ақпаннан", "ақпанға"],
    ["наурыздан", "наурызға"],
    ["сәуірден", "сәуірге"],
    ["мамырдан", "мамырға"],
    ["маусымнан", "маусымға"],
    ["шілдеден", "шілдеге"],
    ["тамыздан", "тамызға"],
    ["қыркүйектен", "қыркүйекке"],
    ["қазаннан", "қазанға"],
    ["қарашадан", "қарашаға"],
    ["желтоқсаннан", "желтоқсанға"],
  ]
  for (const [at, [since, until]] of months.entries()) {
    const month = `2019-${String(at + 1).padStart(2, "0")}`
    assert.equal(plainSpaces(dateWords("kk", `${month}/..`)), `2019 ж. ${since} бастап`)
    assert.equal(plainSpaces(dateWords("kk", `/${month}`)), `2019 ж. ${until} дейін`)
  }
  const cases: [edtf: string, kk: string][] = [
    ["2019-07-29/..", "2019 ж. 29 шілдеден бастап"],
    ["2019/..", "2019 жылдан бастап"],
    ["201X/..", "2010-жылдардан бастап"],
    ["2019-03~/..", "шамамен 2019 ж. наурыздан бастап"],
    ["2019?/..", "2019 жылдан (?) бастап"],
    ["/2019~", "шамамен 2019 жылға дейін"],
    ["../2019-10-01", "2019 ж. 1 қазанға дейін"],
  ]
  for (const [edtf, kk] of cases) assert.equal(plainSpaces(dateWords("kk", edtf)), kk)
})

test("any string at all can be shown", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom<Lang>("en", "ru", "kk"),
      (text, lang) => dateWords(lang, text).length >= 0,
    ),
  )
})

test("instants are UTC and say so", () => {
  assert.equal(instantWords("en", "2026-11-23T08:05:00Z"), "23 Nov 2026, 08:05 UTC")
  assert.equal(plainSpaces(instantWords("kk", "2026-11-23T08:05:00Z")), "2026 ж. 23 қар., 08:05 UTC")
  assert.equal(instantWords("en", "garbled"), "garbled")
})
