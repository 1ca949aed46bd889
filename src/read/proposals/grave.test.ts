import assert from "node:assert/strict"
import { test } from "node:test"
import { graveOf } from "./grave.js"

const of = (text: string) => graveOf(text, { passages: [{ start: 0, end: text.length }] })

test("deaths, minors, sexual violence and confessions are never of a batch, in any of our languages and scripts", () => {
  const cases: [text: string, grave: ReturnType<typeof of>][] = [
    ["He was killed in the camp.", "death"],
    ["Он скончался в следственном изоляторе.", "death"],
    ["Ол түрмеде қайтыс болды.", "death"],
    ["ول تۇرمەدە قايتىس بولدى.", "death"],
    ["Ol túrmede qaıtys boldy.", "death"],
    ["ئۇ تۈرمىدە ۋاپات بولدى.", "death"],
    ["他在拘留所死亡。", "death"],
    ["A 15-year-old student was detained.", "minor"],
    ["Задержан 15-летний ученик.", "minor"],
    ["Её дети остались одни.", "minor"],
    ["Балалар үйге жіберілді.", "minor"],
    ["بالىلار ئۆيگە ئەۋەتىلدى.", "minor"],
    ["一名14岁男孩被带走。", "minor"],
    ["She says she was raped.", "sexual_violence"],
    ["Она сообщила об изнасиловании.", "sexual_violence"],
    ["Әйел зорланғанын айтты.", "sexual_violence"],
    ["她说自己遭到性侵。", "sexual_violence"],
    ["He confessed on television.", "confession"],
    ["Он признал свою вину.", "confession"],
    ["Ол кінәсін мойындады.", "confession"],
    ["ئۇ جىنايىتىنى ئىقرار قىلدى.", "confession"],
    ["他在电视上认罪。", "confession"],
    ["The court fined her.", null],
    ["Суд признал её виновной и назначил штраф.", null],
    ["Қазақ белсендісін сот ақтады.", null],
    ["Баланс туралы есеп жарияланды.", null],
    ["سوت ئۇنى ئاقلىدى.", null],
    ["法院判处她罚款。", null],
    ["He is 47 years old; a 60-year-old man was fined.", null],
  ]
  for (const [text, grave] of cases) assert.equal(of(text), grave, text)
})
