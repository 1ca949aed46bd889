import assert from "node:assert/strict"
import { test } from "node:test"
import { readQuantities } from "./index.js"

test("numbers keep their words; a vague one has no figures", () => {
  const cases: [text: string, words: string, low: number | null, high: number | null, unit: string | null][] = [
    ["about 2 million Sarts were moved", "about 2 million", 2e6, 2e6, "Sarts"],
    ["Hundreds of thousands of people fled", "Hundreds of thousands", null, null, "people"],
    ["millions more had left", "millions more", null, null, null],
    ["more than 30 prisoners", "more than 30", 30, null, "prisoners"],
    ["up to 40 women", "up to 40", null, 40, "women"],
    ["between shifts 15-20 miners slept", "15-20", 15, 20, "miners"],
    ["sentenced to seven years", "seven", 7, 7, "years"],
    ["twenty-five villagers", "twenty-five", 25, 25, "villagers"],
  ]
  for (const [text, words, low, high, unit] of cases) {
    const found = readQuantities(text, "en").quantities[0]
    assert.deepEqual(found && [found.words, found.low, found.high, found.unit], [words, low, high, unit], text)
  }
})

test("sums of money", () => {
  const cases: [text: string, sum: string | null][] = [
    ["fined the equivalent of $410", "410 USD equivalent"],
    ["paid 50,000 tenge", "50000 KZT"],
    ["worth €1.5 million", "1500000 EUR"],
    ["2 million rubles", "2000000 RUB"],
    ["It weighs 50 pounding stones", null],
  ]
  for (const [text, sum] of cases) {
    const [found] = readQuantities(text, "en").money
    assert.equal(found ? `${found.amount} ${found.currency}${found.equivalent ? " equivalent" : ""}` : null, sum, text)
  }
})

test("bare numbers count nothing", () => {
  for (const text of ["Room 14 is shut.", "It scored 3-2.", "0:03:09", "A dog and a cat."])
    assert.deepEqual(readQuantities(text, "en").quantities, [], text)
})

test("Chinese numbers, terms and sums", () => {
  const cases: [text: string, words: string, low: number | null, high: number | null, unit: string | null][] = [
    ["名单上的1934人", "1934", 1934, 1934, "人"],
    ["莫因赛村八名村民", "八", 8, 8, "村民"],
    ["约三万名学员", "约三万", 30_000, 30_000, "学员"],
    ["目前在读人数不足四千，", "不足四千", null, 4000, null],
    ["数百名警察", "数百", null, null, "警察"],
    ["至少120万人被关押", "至少120万", 1_200_000, null, "人"],
    ["有期徒刑九年", "九年", 9, 9, "年"],
    ["罚款5万元", "5万元", 50_000, 50_000, "CNY"],
    ["折合约三千美元", "三千美元", 3000, 3000, "USD"],
  ]
  for (const [text, words, low, high, unit] of cases) {
    const found = readQuantities(text, "zh").quantities[0]
    assert.deepEqual(found && [found.words, found.low, found.high, found.unit], [words, low, high, unit], text)
  }
  for (const text of ["2018年11月", "第三个", "一个问题", "元旦"])
    assert.deepEqual(readQuantities(text, "zh").quantities, [], text)
})
