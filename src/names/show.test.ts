import assert from "node:assert/strict"
import { test } from "node:test"
import { showName } from "./show.js"

test("a name is shown in the reader's script, marked when the machine wrote it", () => {
  const cases: [string, "Latn" | "Cyrl", string, boolean][] = [
    ["Айгүл Садық", "Latn", "Aygul Sadyq", true],
    ["Ержан", "Latn", "Yerzhan", true],
    ["Aigul Sadyk", "Latn", "Aigul Sadyk", false],
    ["Aigul Sadyk", "Cyrl", "Айгул Садык", true],
    ["Nur-Bek", "Cyrl", "Нур-Бек", true],
    ["ەركىن", "Latn", "Erkin", true],
    ["艾尔肯", "Latn", "Erkin", true],
    ["艾尔肯", "Cyrl", "Еркин", true],
    ["123", "Latn", "123", false],
  ]
  for (const [name, to, text, transliterated] of cases)
    assert.deepEqual(showName(name, to), { text, transliterated }, name)
})
