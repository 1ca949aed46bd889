import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { checkPassphrase, makePassphrase, strengthOf } from "./passphrase.js"
import { randomFrom } from "./simdisk.suite.js"

test("what everyone would try is worth little", () => {
  const cases: [passphrase: string, most: number][] = [
    ["", 0],
    ["aaaaaaaaaaaaaaaaaaaa", 10],
    ["123456789012", 15],
    ["abcdefghijklmnop", 12],
    ["qwertyuiopasdfghjkl", 19],
    ["йцукенгшщзхъ", 10],
    ["Password1234!", 19],
    ["passwordpassword", 10],
    ["Пароль2019пароль", 15],
    ["Astana 2019", 20],
    ["31.08.2019", 22],
    ["correct horse battery staple", 55],
    ["аққу көл арал тау", 50],
  ]
  for (const [passphrase, most] of cases)
    assert.ok(strengthOf(passphrase) <= most, `${passphrase}: ${strengthOf(passphrase)}`)
})

test("what was drawn by lot is worth something, though less than it is", () => {
  const cases: [passphrase: string, least: number, truth: number][] = [
    [makePassphrase(randomFrom(1)), 60, 96],
    [makePassphrase(randomFrom(2), 5), 50, 80],
    ["xkqzjvbwmrtp", 50, 56.4],
    ["8301 6650 2297 4419", 45, 53.2],
    ["correct horse battery staple", 40, 60],
  ]
  for (const [passphrase, least, truth] of cases) {
    assert.ok(strengthOf(passphrase) >= least, `${passphrase}: ${strengthOf(passphrase)}`)
    assert.ok(strengthOf(passphrase) <= truth, `${passphrase}: ${strengthOf(passphrase)}`)
  }
})

test("no passphrase is worth more than its letters, and saying it twice hardly more than once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      fc.pre((text + text).normalize("NFC") === text.normalize("NFC").repeat(2))
      const bits = strengthOf(text)
      assert.ok(bits >= 0 && bits <= 7 * text.normalize("NFC").length, `${bits}`)
      assert.ok(strengthOf(text + text) <= bits + 2, `${text}: ${bits}, twice ${strengthOf(text + text)}`)
    }),
  )
})

test("too short or guessable at once is refused", () => {
  for (const weak of ["", "tarud bosik", "aaaaaaaaaaaaaaa", "passwordpassword", "пароль123456", "123456123456"])
    assert.throws(() => checkPassphrase(weak), { code: "vault/weak-passphrase" }, weak)
  for (const good of [
    "tarud bosik gunom",
    "correct horse battery",
    "a long enough phrase",
    makePassphrase(randomFrom(3)),
  ])
    checkPassphrase(good)
})

test("made passphrases have the shape, and every letter where it belongs", () => {
  const random = randomFrom(4)
  const seen = new Set<string>()
  for (let round = 0; round < 300; round++) {
    const words = makePassphrase(random, 7).split(" ")
    assert.equal(words.length, 7)
    for (const word of words) {
      assert.match(word, /^([bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz]$/)
      for (const [at, letter] of [...word].entries()) seen.add(`${at}${letter}`)
    }
  }
  assert.equal(seen.size, 16 * 3 + 4 * 2)
})
