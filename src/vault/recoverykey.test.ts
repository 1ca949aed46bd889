import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { DalelError } from "../model/refusals.js"
import { formatRecoveryKey, makeRecoveryKey, parseRecoveryKey, recoveryIdentity } from "./recoverykey.js"
import { randomFrom } from "./simdisk.suite.js"

const key = makeRecoveryKey(randomFrom(47))
const groups = formatRecoveryKey(key)

function refusal(text: string): string {
  try {
    parseRecoveryKey(text)
    return "read"
  } catch (error) {
    assert.ok(error instanceof DalelError, String(error))
    return error.message
  }
}

test("every key is twelve groups of five digits and is read back from them", () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 9999 }), (seed, set) => {
      const one = { set: String(set).padStart(4, "0"), seed: new Uint8Array(seed) }
      const written = formatRecoveryKey(one)
      assert.match(written.join(" "), /^\d{5}( \d{5}){11}$/)
      assert.deepEqual(parseRecoveryKey(written.join(" ")), one)
    }),
  )
  for (const fill of [0, 255]) {
    const edge = { set: "0000", seed: new Uint8Array(16).fill(fill) }
    assert.deepEqual(parseRecoveryKey(formatRecoveryKey(edge).join(" ")), edge)
  }
})

test("it is read however it is typed", () => {
  const arabic = (text: string) => text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]!)
  const persian = (text: string) => text.replace(/\d/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)]!)
  const typed = [
    groups.join(""),
    groups.join("-"),
    ` ${groups.slice(0, 4).join("  ")}\n${groups.slice(4, 8).join(" ")}\r\n${groups.slice(8).join(", ")}\n`,
    arabic(groups.join(" ")),
    persian(groups.join(" · ")),
    groups.join("").replace(/(.{10})/g, "$1 "),
  ]
  for (const text of typed) assert.deepEqual(parseRecoveryKey(text), key, text)
})

test("each single wrong digit is named by its group, and no other group is blamed", () => {
  for (const [index, group] of groups.entries())
    for (let at = 0; at < 5; at++)
      for (let digit = 0; digit < 10; digit++) {
        const mistyped = group.slice(0, at) + digit + group.slice(at + 1)
        if (mistyped === group) continue
        const all = groups.with(index, mistyped).join(" ")
        assert.equal(refusal(all), `recovery/wrong-group (${index + 1})`, all)
      }
})

test("what else can go wrong on paper is refused, by place where that can be told", () => {
  const exchanged = (a: number, b: number) => groups.with(a, groups[b]!).with(b, groups[a]!).join(" ")
  for (let at = 0; at + 1 < groups.length; at++)
    assert.equal(refusal(exchanged(at, at + 1)), `recovery/wrong-group (${at + 1}, ${at + 2})`)
  const cases: [text: string, told: string][] = [
    ["", "recovery/incomplete (0 / 12)"],
    [groups.slice(1).join(" "), "recovery/incomplete (11 / 12)"],
    [[...groups, groups[0]].join(" "), "recovery/incomplete (13 / 12)"],
    [groups.with(3, groups[3]!.slice(1)).join(" "), "recovery/wrong-group (4)"],
    [groups.with(5, "1O284").join(" "), "recovery/wrong-group (6)"],
    [groups.with(0, "00000").with(11, "x").join(" "), "recovery/wrong-group (1, 12)"],
    [exchanged(0, 10), "recovery/misread"], // ten apart, where the check digits cannot tell
  ]
  for (const [text, told] of cases) assert.equal(refusal(text), told, text)
})

test("a sheet of other digits that all check is misread, not a key", () => {
  const other = formatRecoveryKey(makeRecoveryKey(randomFrom(48)))
  for (let at = 0; at < 11; at++) assert.equal(refusal(groups.with(at, other[at]!).join(" ")), "recovery/misread")
})

test("the digits and the identity stay what they are for ever", () => {
  const fixed = { set: "4711", seed: Uint8Array.from({ length: 16 }, (_, at) => at) }
  assert.deepEqual(formatRecoveryKey(fixed).join(" "), FIXED)
  assert.equal(Buffer.from(recoveryIdentity(fixed).recipient).toString("hex"), RECIPIENT)
})

// Made by another implementation of what the comments say.
const FIXED = "47114 10007 00525 33103 06066 24281 06056 09559 39574 31368 12953 07974"
const RECIPIENT = "75069f34a4b14719b89aa1e56186864dc008e76e902d22c80f898ed1f43ef62b"
