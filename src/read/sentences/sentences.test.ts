import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { sentencesOf, split } from "./index.js"
import { quotationsIn } from "./quotations.js"
import { wordsOf } from "./words.js"

const whole = (text: string) => ({ start: 0, end: text.length })

test("a full stop ends a sentence unless it belongs to an abbreviation or an initial", () => {
  const cases: [text: string, sentences: number][] = [
    ["Mr. Orazov left. Dr. K. Semby stayed.", 2],
    ["She arrived at 5 p.m. The guards were gone.", 2],
    ["The U.S. Embassy said no. Nobody asked.", 2],
    ["It happened on Jan. 3 in the town.", 1],
    ["“Why? Who did it?” he asked. Nobody knew.", 2],
    ["He said, “They came. They left.” Then he wept.", 2],
    ["Sentence one… and on it goes.", 1],
    ["First line of a caption\nSecond line of another", 2],
    ["A line that goes\non in the next one.", 1],
    ["Case No. 14 was closed.", 1],
  ]
  for (const [text, count] of cases) assert.equal(split(text, whole(text)).length, count, text)
})

test("quotations pair their marks, and an apostrophe opens none", () => {
  const cases: [text: string, inside: string[]][] = [
    ['He called it a "school" and "home."', ["school", "home."]],
    ["The people's court didn't say 'camp' at all.", ["camp"]],
    ["“One ‘two’ three,” she said.", ["One ‘two’ three,"]],
    ["The teachers' union met the drivers' union.", []],
    ["“It goes on without an end", ["It goes on without an end"]],
  ]
  for (const [text, inside] of cases)
    assert.deepEqual(
      quotationsIn(text, whole(text)).map((q) => text.slice(q.inside.start, q.inside.end)),
      inside,
      text,
    )
})

test("words keep hyphens and inner apostrophes, and give the possessive apart", () => {
  const words = (text: string) => wordsOf(text, whole(text)).map((word) => word.text)
  assert.deepEqual(words("O'Dell's Nur-Sultan trip, 1,000 km"), [
    "O'Dell",
    "'s",
    "Nur-Sultan",
    "trip",
    ",",
    "1,000",
    "km",
  ])
  assert.deepEqual(words("U.S. and RFE/RL don't"), ["U.S.", "and", "RFE/RL", "don't"])
})

test("sentences cover all that is not white space, in order, and stay in their blocks", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z.!? "“”'\n]{0,60}$/), { maxLength: 5 }), (parts) => {
      let text = ""
      const blocks = parts.map((part) => {
        const start = text.length
        text += part
        const end = text.length
        text += "\n"
        return { start, end, tag: "p", kind: "body" as const }
      })
      let last = 0
      let covered = ""
      for (const sentence of sentencesOf(text, blocks)) {
        assert.ok(sentence.start >= last && sentence.end > sentence.start)
        const block = blocks[sentence.block]!
        assert.ok(sentence.start >= block.start && sentence.end <= block.end)
        last = sentence.end
        covered += text.slice(sentence.start, sentence.end)
      }
      assert.equal(covered.replace(/\s/g, ""), text.replace(/\s/g, ""))
    }),
  )
})

test("Russian, Kazakh, Chinese and Uyghur sentences end where theirs do", () => {
  const cases: [text: string, sentences: number][] = [
    ["Он жил в г. Алматы, ул. Абая, д. 5. Потом уехал.", 2],
    ["А. Б. Оразов и проф. Семби молчали.", 1],
    ["Дом построен в 1898 г. Потом его продали.", 2],
    ["Были книги, карты и т. п. Всё забрали.", 2],
    ["Ол 1985 ж. туған. Ә. Қ. Орынбай т.б. келді.", 2],
    ["Бірақ оның енді не керегі бар? — деді.", 1],
    ["他们半夜来。我们不知道！他在哪里？", 3],
    ["蓝某说：“名单可以编。人编不出来。”她走了。", 2],
    ["“来吧。”他说。", 1],
    ["他看过《走吧！》吗？看过。", 2],
    ["بۇ نېمە گەپ؟ - دەپ سورىدى ئۇ. كېيىن كەتتى.", 2],
    ["ئۇ كەلدىمۇ؟ ياق۔ كەلمىدى.", 3],
  ]
  for (const [text, count] of cases) assert.equal(split(text, whole(text)).length, count, text)
})
