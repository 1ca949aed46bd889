import assert from "node:assert/strict"
import { test } from "node:test"
import { example } from "../reading.suite.js"

test("standing facts", () => {
  const who = "The activist Temir Aldan spoke. "
  const cases: [sentence: string, facts: string[]][] = [
    ["Aldan was born in Osh on 3 May 1980.", ["birthPlace Osh", "birthDate 1980-05-03"]],
    ["Aldan lives in Kazakhstan and became a Kazakh citizen.", ["residence Kazakhstan", "citizenship Kazakhstan"]],
    ["Aldan, the head of the Steppe Lawyers Union, slept.", ["leaderOf Steppe Lawyers Union"]],
    [
      "The Steppe Lawyers Union has been active in Kazakhstan since 2012 without registration.",
      ["operatingSince 2012", "activeIn Kazakhstan", "registered false"],
    ],
    ["He phoned Tashkent, where most of his relatives live.", ["relativesIn Tashkent"]],
    ["Aldan was born lucky. He heads home.", []],
    ["The star was born.", []],
  ]
  for (const [sentence, expected] of cases) {
    const { facts, name } = example(who + sentence)
    const said = facts
      .filter(({ property }) => property !== "occupation")
      .map(({ property, value }) => `${property} ${name(String(value))}`)
    assert.deepEqual(said.sort(), [...expected].sort(), sentence)
  }
})
