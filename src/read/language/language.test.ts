import assert from "node:assert/strict"
import { test } from "node:test"
import { identify, tagOf } from "./index.js"

test("letters tell the language and the script apart", () => {
  const cases: [text: string, tag: string][] = [
    ["The court moved the hearing to another city, and the defendant was not told.", "en"],
    ["Суд перенёс слушание в другой город, и подсудимому об этом не сообщили.", "ru"],
    ["Сот отырысы басқа қалаға ауыстырылды, ал айыпталушыға бұл туралы айтылмады.", "kk-Cyrl"],
    ["سوت وتىرىسى باسقا قالاعا اۋىستىرىلدى، ال ايىپتالۋشىعا بۇل تۋرالى ايتىلمادى", "kk-Arab"],
    ["سوت يىغىنى باشقا شەھەرگە يۆتكەلدى، ئەيىبلەنگۈچىگە بۇ ھەقتە ئېيتىلمىدى", "ug-Arab"],
    ["法院将庭审移至另一城市，被告没有得到通知。", "zh-Hans"],
    ["Суд переніс слухання до іншого міста, і підсудному про це не сказали, її адвокат теж.", "und"],
    ["دادگاه جلسه را به شهر دیگری منتقل کرد و به متهم چیزی نگفتند", "und"],
    ["0:00 0:03:09", "und"],
  ]
  for (const [text, tag] of cases) assert.equal(tagOf(identify(text)), tag, text)
})
