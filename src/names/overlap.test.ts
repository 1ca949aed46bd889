import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { type Listed, overlap, reasonsOf, twins } from "./overlap.js"

const one = (key: string, names: string[], born: string[] = [], places: string[] = []): Listed => ({
  key,
  names,
  born,
  places,
})

test("who is in both lists, in whatever script, each once, and what differs", () => {
  const list = [
    one("1", ["Сериккали Бектуров"], ["1987-03-05"], ["Нур-Султан"]),
    one("2", ["Aigul Sadyk"], ["1990"], ["Almaty"]),
    one("3", ["Marat Only Here"]),
    one("4", ["Dana"]),
  ]
  const vault = [
    one("a", ["Serikkali Bekturov"], ["1987"], ["Astana"]),
    one("b", ["Айгүл Садық"], ["1991"], ["Shymkent"]),
    one("c", ["Dana Omarova"]),
    one("d", ["Нурлан Тест"]),
  ]
  const { both, onlyLeft, onlyRight } = overlap(list, vault)
  assert.deepEqual(both.map(({ left, right }) => [left.key, right.key]).sort(), [
    ["1", "a"],
    ["2", "b"],
  ])
  const of = (key: string) => both.find(({ left }) => left.key === key)!
  assert.deepEqual(of("1").agrees, ["birth date", "place"])
  assert.deepEqual(of("2").differs, [
    { about: "birth date", left: "1990", right: "1991" },
    { about: "place", left: "Almaty", right: "Shymkent" },
  ])
  assert.deepEqual(
    onlyLeft.map(({ key }) => key),
    ["3", "4"],
    "a given name alone is not Dana Omarova",
  )
  assert.deepEqual(
    onlyRight.map(({ key }) => key),
    ["c", "d"],
  )
})

test("of two namesakes the one whose birth date agrees is meant, and nobody is met twice", () => {
  const list = [one("1", ["Ahmet Yusup"], ["1970"]), one("2", ["Akhmet Yusup"], ["1995"])]
  const vault = [one("a", ["Ахмет Юсуп"], ["1995-02-01"]), one("b", ["Ахмет Юсуп"], ["1970-02-01"])]
  const { both } = overlap(list, vault)
  assert.deepEqual(both.map(({ left, right }) => [left.key, right.key]).sort(), [
    ["1", "b"],
    ["2", "a"],
  ])
})

test("a list compared with itself is wholly in both; with an empty one, in none", () => {
  const list = ["Aigul Sadyk", "Yermek Sadyk", "Saule Bekova", "Ерлан Тестов"].map((name, at) =>
    one(String(at), [name]),
  )
  const same = overlap(list, list)
  assert.ok(same.both.length === 4 && same.both.every(({ left, right }) => left === right))
  assert.deepEqual(overlap(list, []), { both: [], onlyLeft: list, onlyRight: [] })
})

test("twins: each pair once, in whatever order the list is, and every score the sum of its listed parts", () => {
  const names = ["Aigul Sadyk", "Айгүл Садық", "Aygul Sadik", "Yermek Sadyk", "Ермек Садык", "Aigul", "Saule Bekova"]
  const person = fc.record({
    name: fc.constantFrom(...names),
    born: fc.constantFrom<string[]>([], ["1987"], ["1987-03-05"], ["1990"]),
    places: fc.constantFrom<string[]>([], ["Almaty"], ["Алматы"], ["Shymkent"]),
  })
  const told = (list: readonly Listed[]) => {
    const pairs = twins(list).map((pair) => {
      assert.equal(
        reasonsOf(pair).reduce((sum, { adds }) => sum + adds, 0),
        pair.score,
      )
      return `${[pair.left.key, pair.right.key].sort().join(" ")} ${pair.score.toFixed(9)}`
    })
    assert.equal(new Set(pairs.map((pair) => pair.split(" ", 2).join(" "))).size, pairs.length)
    return pairs.sort()
  }
  fc.assert(
    fc.property(fc.array(person, { maxLength: 6 }), (people) => {
      const list = people.map(({ name, born, places }, at) => one(String(at), [name], born, places))
      assert.deepEqual(told(list.toReversed()), told(list))
    }),
    { numRuns: 60 },
  )
  assert.equal(told([one("a", ["Aigul Sadyk"]), one("b", ["Айгүл Садық"]), one("c", ["Saule Bekova"])]).length, 1)
})
