import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { foldCase, searchKeys, searchQuery, skeleton } from "./fold.js"

test("one name in several scripts and spellings has one skeleton", () => {
  const names: string[][] = [
    ["Серікжан", "Серикжан", "Serikzhan", "Serikjan"],
    ["Айгүл", "Айгул", "Aigul", "Aygul"],
    ["Қуат", "Куат", "Quat", "Kuat"],
    ["Ахмет", "Akhmet", "Ahmet"],
  ]
  for (const spellings of names) assert.equal(new Set(spellings.map(skeleton)).size, 1, spellings.join())
})

test("other names keep other skeletons, and scripts it cannot read give none", () => {
  assert.notEqual(skeleton("Erlan"), skeleton("Ermek"))
  assert.notEqual(skeleton("Серік"), skeleton("Берік"))
  for (const word of ["艾尔肯", "ئەركىن", "123", ""]) assert.equal(skeleton(word), "")
})

test("case, marks and ё are folded, letters of another alphabet are not", () => {
  assert.equal(foldCase("ЁЛКА"), "елка")
  assert.equal(foldCase("Éa"), "ea")
  assert.notEqual(foldCase("с"), foldCase("c"))
})

test("a question is never a syntax error, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const query = searchQuery(text)
      if (query !== null) assert.match(query, /^\(?"[^"]+"/)
      assert.ok(!searchKeys(text).includes('"'))
    }),
  )
  assert.equal(searchQuery(' "" - * '), null)
})

test("Chinese is found by pairs of signs", () => {
  assert.ok(searchKeys("在乌鲁木齐被捕").split(" ").includes("鲁木"))
  assert.equal(searchQuery("鲁木齐"), '"鲁木" AND "木齐"')
})
