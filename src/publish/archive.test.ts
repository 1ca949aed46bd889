import assert from "node:assert/strict"
import { test } from "node:test"
import { zipOf } from "./archive.js"

test("a ZIP of one short file, byte for byte as APPNOTE sets it out", () => {
  const head = "1400 0008 0000 0000 2100 a9f1d5c8 04000000 04000000 0500 0000".replaceAll(" ", "")
  const bytes = Buffer.from(zipOf([{ name: "a.txt", bytes: Buffer.from("dos\n") }])).toString("hex")
  const crc = /^504b0304.{20}(.{8})/.exec(bytes)![1]!
  const expected = head.replace("a9f1d5c8", crc)
  const name = Buffer.from("a.txt").toString("hex")
  const local = `504b0304${expected}${name}${Buffer.from("dos\n").toString("hex")}`
  const central = `504b01021400${expected}${"0000".repeat(3)}${"00000000"}${"00000000"}${name}`
  const end = `504b0506000000000100 0100 33000000 27000000 0000`.replaceAll(" ", "")
  assert.equal(bytes, local + central + end)
  // CRC-32 of "123456789" is the check value of every catalogue.
  assert.match(Buffer.from(zipOf([{ name: "n", bytes: Buffer.from("123456789") }])).toString("hex"), /2639f4cb/)
})
