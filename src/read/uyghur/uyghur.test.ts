import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { read } from "../read.js"
import { fromArabic, toArabic } from "./letters.js"

const ARABIC = "كۈلبارشىن ئەسەنتاي ئاكىسى ماۋلېتخان ئەسەنتاينىڭ 2018-يىلى ئىيۇندا ئۆيىدىن ئېلىپ كېتىلگەنلىكىنى ئېيتتى."
const LATIN = "Külbarshin Esentay akisi Mawlëtxan Esentayning 2018-yili iyunda öyidin ëlip këtilgenlikini ëytti."
const CYRILLIC = "Күлбаршин Әсәнтай акиси Мавлетхан Әсәнтайниң 2018-йили июнда өйидин елип кетилгәнликини ейтти."

test("Latin and Cyrillic Uyghur become the same Arabic letters", () => {
  assert.equal(toArabic(LATIN, "Latn").text, ARABIC)
  assert.equal(toArabic(CYRILLIC, "Cyrl").text, ARABIC)
  assert.equal(toArabic("Qur'an in'ghu", "Latn").text, "قۇرئان ئىنغۇ")
  assert.equal(fromArabic("قۇرئان", "Latn", true), "Qur'an")
})

test("every character keeps its place", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-zëöüА-я'’ ,.?0-9\n«»]{0,60}$/),
      fc.constantFrom("Latn" as const, "Cyrl" as const),
      (source, script) => {
        const { text, offsets } = toArabic(source, script)
        assert.equal(offsets.length, text.length + 1)
        assert.equal(offsets.at(-1), source.length)
        for (let at = 1; at < offsets.length; at++) assert.ok(offsets[at]! >= offsets[at - 1]!)
      },
    ),
  )
})

const SENTENCES: Readonly<Record<string, string>> = { Arab: ARABIC, Latn: LATIN, Cyrl: CYRILLIC }

test("one grammar reads three scripts, and its passages are the page's own words", () => {
  for (const [script, sentence] of Object.entries(SENTENCES)) {
    const { language, text, entities, mentions, dates, events, claims, proposals } = read(
      new TextEncoder().encode(`${sentence}\n`),
      { mediaType: "text/plain", published: "2022-09-02", lang: "ug" },
    )
    assert.equal(language, "ug")
    const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
    const people = entities.filter(({ kind }) => kind === "Person").map(({ name }) => name)
    assert.deepEqual(people, mentions.filter(({ kind }) => kind === "Person").map(words), script)
    assert.equal(people.length, 2, script)
    assert.equal(words(mentions[0]!), sentence.split(" ").slice(0, 2).join(" "))
    assert.deepEqual(
      dates.map(({ edtf }) => edtf),
      ["2018-06"],
      script,
    )
    assert.deepEqual(
      events.map(({ type, people: [who] }) => [type, who]),
      [["detention", "p2"]],
      script,
    )
    assert.deepEqual(
      claims.map(({ speaker }) => speaker),
      ["p1"],
      script,
    )
    assert.ok(sentence.includes(words(claims[0]!.content)), script)
    for (const { statements } of proposals)
      for (const { lang, value } of statements) {
        if (lang !== null) assert.equal(lang, `ug-${script}`)
        if (value.type === "name") assert.ok(sentence.includes(value.text), value.text)
      }
  }
})

test("capitals tell who is a person where a script has them", () => {
  const cases: [text: string, people: string[]][] = [
    ["Uning inisi Ablikim Hoshurning öyi köydi.", ["Ablikim Hoshur"]],
    ["Униң акиси Әркин Һошурниң өйи көйди.", ["Әркин Һошур"]],
    ["Dadam Nesirdin Tömür 2019-yili öldi.", ["Nesirdin Tömür"]],
    ["Xelq'ara Kechürüm teshkilati bayanat berdi.", []],
    ["Erkin Asiya radiyosi xewer berdi.", []],
  ]
  for (const [text, people] of cases) {
    const { entities } = read(new TextEncoder().encode(text), { mediaType: "text/plain", lang: "ug" })
    assert.deepEqual(
      entities.filter(({ kind }) => kind === "Person").map(({ name }) => name),
      people,
      text,
    )
  }
})

test("who is no person in a Uyghur text", () => {
  for (const text of [
    "بۇ قېتىمقى يىغىنغا نۇرغۇن كىشى قاتناشتى.",
    "ئەركىن بازار ۋە ئادالەت توغرىسىدا سۆزلىدى.",
    "ئىسلام دىنى ۋە ئالىم كىشىلەر",
    "ھۆرمەت بىلەن كۈتۈۋالدى",
  ]) {
    const { entities } = read(new TextEncoder().encode(text), { mediaType: "text/plain", lang: "ug" })
    assert.deepEqual(
      entities.filter(({ kind }) => kind === "Person"),
      [],
      text,
    )
  }
})

test("what happened and who says so, in Uyghur", () => {
  const cases: [text: string, found: string[]][] = [
    ["ئابدۇللا تۇرسۇن 2019-يىلى 3-مارت كۈنى قولغا ئېلىنغان.", ["arrest 2019-03-03 ئابدۇللا تۇرسۇن"]],
    ["ئوقۇتقۇچى ئامىنە ئەخمەت 10 يىللىق قاماق جازاسىغا ھۆكۈم قىلىندى.", ["sentence – ئامىنە ئەخمەت"]],
    ["ئابدۇللا تۇرسۇن 2021-يىلى قويۇپ بېرىلدى.", ["release 2021 ئابدۇللا تۇرسۇن"]],
    ["ساقچىلار ئابدۇللا تۇرسۇننى قولغا ئالغان.", ["arrest – ئابدۇللا تۇرسۇن"]],
    ["ئابدۇللا تۇرسۇن كىتابنى قولغا ئالدى.", []],
    ["ئابدۇللا تۇرسۇننىڭ ئايالى تۇتقۇن قىلىندى.", []],
    ["ئابدۇللا تۇرسۇن قولغا ئېلىنمىغان.", []],
    ["ئابدۇللا تۇرسۇن قولغا ئېلىنىشى مۇمكىن.", []],
  ]
  for (const [text, wanted] of cases) {
    const { events, entities } = read(new TextEncoder().encode(text), {
      mediaType: "text/plain",
      published: "2022-09-02",
      lang: "ug",
    })
    const name = (id: string) => entities.find((entity) => entity.id === id)!.name
    assert.deepEqual(
      events.map(({ type, date, people }) => [type, date ?? "–", ...people.map(name)].join(" ")),
      wanted,
      text,
    )
  }
})
