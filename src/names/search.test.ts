import assert from "node:assert/strict"
import { test } from "node:test"
import { nameIndex } from "./search.js"
import { suggest } from "./suggest.js"

function known() {
  const index = nameIndex()
  const names: [string, string, boolean?][] = [
    ["p1", "Айгүл Садыққызы"],
    ["p1", "Aika", true],
    ["p2", "Ермек Омаров"],
    ["p3", "ەركىن قادىر"],
    ["p4", "Saule Bekova"],
    ["p5", "王小明"],
    ["p6", "Нур-Бек Тимуров"],
  ]
  for (const [id, name, alias] of names) index.add(id, name, alias)
  return index
}

test("a name is found in any script, misspelled, declined, turned round, in one word or two", () => {
  const index = known()
  const cases: [string, string][] = [
    ["Aigul Sadykkyzy", "p1"],
    ["Aygül Sadıqqızı", "p1"],
    ["Садыккызы Айгуль", "p1"],
    ["Ермека Омарова", "p2"],
    ["Yermek Omarow", "p2"],
    ["E. Omarov", "p2"],
    ["Erkin Qadir", "p3"],
    ["艾尔肯·卡德尔", "p3"],
    ["Сауле Бекова", "p4"],
    ["Sauel Bekova", "p4"],
    ["Wang Xiaoming", "p5"],
    ["Nurbek Timurov", "p6"],
    ["Nur Bek Timurov", "p6"],
  ]
  for (const [query, id] of cases) assert.equal(index.search(query)[0]?.id, id, query)
})

test("each hit carries its badge, and what nobody is called finds nobody", () => {
  const index = known()
  const badge = (query: string) => index.search(query)[0]?.why.badge
  assert.equal(badge("Ермек Омаров"), "exact")
  assert.equal(badge("ермек омаров"), "exact")
  assert.equal(badge("Ермек Омарова"), "same script")
  assert.equal(badge("Yermek Omarov"), "transliterated")
  assert.equal(badge("Aikka"), "alias")
  assert.deepEqual(
    index.search("Zzz Qqq Xxx").filter(({ score }) => score > 0.6),
    [],
  )
  assert.deepEqual(index.search(""), [])
})

test("what is being typed finds names from its first letters on, in any script", () => {
  const index = known()
  for (const [typed, id] of [
    ["Ерм", "p2"],
    ["Yerm", "p2"],
    ["Saule Be", "p4"],
    ["Сауле Бек", "p4"],
    ["Erkin Qa", "p3"],
  ] as const)
    assert.equal(index.search(typed, { prefix: true })[0]?.id, id, typed)
})

test("someone known is suggested, someone else is not", () => {
  const index = known()
  assert.deepEqual(
    suggest(index, "Yermek Omarov").map(({ id }) => id),
    ["p2"],
  )
  assert.deepEqual(suggest(index, "Yermek Bekov"), [])
})

test("a name added later is found at once", () => {
  const index = known()
  index.add("p9", "Bolat Serikov")
  assert.equal(index.search("Болат Сериков")[0]?.id, "p9")
})
