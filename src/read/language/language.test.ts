import assert from "node:assert/strict"
import { test } from "node:test"
import { LANGUAGES } from "../../model/reading.js"
import { identify, tagOf } from "./index.js"
import { languageOfPassages } from "./passages.js"

test("letters tell the language and the script apart", () => {
  const cases: [text: string, tag: string][] = [
    ["The court moved the hearing to another city, and the defendant was not told.", "en"],
    ["Суд перенёс слушание в другой город, и подсудимому об этом не сообщили.", "ru"],
    ["Сот отырысы басқа қалаға ауыстырылды, ал айыпталушыға бұл туралы айтылмады.", "kk-Cyrl"],
    ["سوت وتىرىسى باسقا قالاعا اۋىستىرىلدى، ال ايىپتالۋشىعا بۇل تۋرالى ايتىلمادى", "kk-Arab"],
    ["سوت يىغىنى باشقا شەھەرگە يۆتكەلدى، ئەيىبلەنگۈچىگە بۇ ھەقتە ئېيتىلمىدى", "ug-Arab"],
    ["法院将庭审移至另一城市，被告没有得到通知。", "zh-Hans"],
    ["法院將庭審移至另一城市，被告沒有得到通知。", "zh-Hant"],
    ["Sot otyrysy basqa qalağa auystyryldy, al aiyptaluşyğa būl turaly aitylmady.", "kk-Latn"],
    ["Sot otyrysy basqa qalaǵa aýystyryldy, al aıyptalýshyǵa bul týraly aıtylmady.", "kk-Latn"],
    ["Sot yighini bashqa sheherge yötkeldi, eyiblen'güchige bu heqte ëytilmidi.", "ug-Latn"],
    ["Сот йиғини башқа шәһәргә йөткәлди, әйибләнгүчигә бу һәқтә ейтилмиди.", "ug-Cyrl"],
    ["Суд переніс слухання до іншого міста, і підсудному про це не сказали, її адвокат теж.", "uk"],
    ["دادگاه جلسه را به شهر دیگری منتقل کرد و به متهم چیزی نگفتند", "fa"],
    ["裁判所は審理を別の都市に移した。", "und"],
    ["0:00 0:03:09", "und"],
  ]
  for (const [text, tag] of cases) assert.equal(tagOf(identify(text)), tag, text)
})

test("a language that only resembles one of ours is none of ours", () => {
  const others: [text: string, language: string][] = [
    ["Сот эртең башталат жана анын адвокаты сөз сүйлөйт.", "Kyrgyz"],
    ["Алар шаардын борборунда турушат.", "Kyrgyz"],
    ["Суд эртага бошланади ва унинг адвокати сўзга чиқади.", "Uzbek"],
    ["Суд иртәгә башлана һәм аның адвокаты сүз сөйли.", "Tatar"],
    ["Вони живуть у центрі міста.", "Ukrainian"],
    ["Делото започва утре и неговият адвокат ще говори пред съда.", "Bulgarian"],
    ["Суђење почиње сутра и његов адвокат ће говорити пред судом.", "Serbian"],
    ["Суди ӯ пагоҳ оғоз мешавад ва вакили ӯ сухан мегӯяд.", "Tajik"],
    ["دادگاه فردا آغاز می‌شود و وکیل او سخن می‌گوید.", "Persian"],
    ["تبدأ المحاكمة غدا وسيتحدث محاميه أمام القاضي.", "Arabic"],
    ["دادگایی سبەی دەست پێدەکات و پارێزەرەکەی قسە دەکات.", "Sorani"],
    ["Duruşma yarın başlıyor ve avukatı konuşacak.", "Turkish"],
    ["Sud ertaga boshlanadi va uning advokati soʻzga chiqadi.", "Uzbek"],
  ]
  for (const [text, language] of others) assert.ok(!LANGUAGES.includes(identify(text).language), language)
})

test("one short sentence is enough where its letters tell", () => {
  const cases: [text: string, tag: string][] = [
    ["Қазақ қызы қалаға барды.", "kk-Cyrl"],
    ["Біз келесі жылы үйге барамыз.", "kk-Cyrl"],
    ["Уйғур қизи шәһәргә барди.", "ug-Cyrl"],
    ["Он уже уехал домой.", "ru"],
  ]
  for (const [text, tag] of cases) assert.equal(tagOf(identify(text)), tag, text)
})

test("a quotation in another language than its page is in its own", () => {
  const kazakh = "Сот отырысы ертең сағат онға ауыстырылды, куәгерлер келмеді."
  const quote = "Мы уже два года не знаем, где он и что с ним"
  const text = `${kazakh} «${quote}», деді анасы.\n${kazakh}`
  const end = text.length - kazakh.length - 1
  const blocks = [
    { start: 0, end, tag: "p", kind: "body" as const },
    { start: end + 1, end: text.length, tag: "p", kind: "body" as const },
  ]
  const languageOf = languageOfPassages(text, blocks, identify(text))
  const of = (words: string) =>
    tagOf(languageOf({ start: text.indexOf(words), end: text.indexOf(words) + words.length }))
  assert.equal(of(quote), "ru")
  assert.equal(of(kazakh), "kk-Cyrl")
  assert.equal(of("деді"), "kk-Cyrl", "too little to tell: as the paragraph")
})
