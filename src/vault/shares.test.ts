import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import { DalelError } from "../model/refusals.js"
import { makeRecoveryKey } from "./recoverykey.js"
import { combineShares, formatShare, parseShare, type Share, splitKey } from "./shares.js"

const random = (count: number) => new Uint8Array(randomBytes(count))
const refused = (code: string, where?: string | RegExp) => (error: unknown) =>
  error instanceof DalelError &&
  error.code === code &&
  (where === undefined || (typeof where === "string" ? error.where === where : where.test(error.where ?? "")))

test("any two of three shares give the key back, through paper; one alone does not", async () => {
  for (let round = 0; round < 20; round++) {
    const key = makeRecoveryKey(random)
    const read = (await splitKey(key)).map((share) => parseShare(formatShare(share)))
    for (const some of [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 0],
      [0, 1, 2],
    ])
      assert.deepEqual(await combineShares(some.map((at) => read[at]!)), key)
    await assert.rejects(combineShares([read[0]!]), refused("share/too-few"))
    await assert.rejects(combineShares([read[0]!, read[0]!]), refused("share/too-few"))
  }
})

test("a mistyped share is named, with its group", async () => {
  const [share] = await splitKey({ ...makeRecoveryKey(random), set: "4711" })
  const groups = formatShare(share!)
  for (let at = 0; at < groups.length; at++)
    for (let digit = 0; digit < 5; digit++) {
      const typed = [...groups]
      const group = typed[at]!
      typed[at] = group.slice(0, digit) + ((Number(group[digit]) + 1) % 10) + group.slice(digit + 1)
      assert.throws(() => parseShare(typed), refused("share/wrong", new RegExp(`: ${at + 1}$`)))
    }
  assert.throws(() => parseShare(groups.slice(1)), refused("recovery/incomplete", "12 / 13"))
})

test("shares of two keys do not combine: another set is named, and with three the pairs disagree", async () => {
  const [ours, others] = [await splitKey(makeRecoveryKey(random)), await splitKey(makeRecoveryKey(random))]
  const foreign: Share = { ...others[1]!, set: ours[0]!.set }
  const elsewhere = { ...others[1]!, set: ours[0]!.set === "0001" ? "0002" : "0001" }
  await assert.rejects(combineShares([ours[0]!, elsewhere]), refused("share/other-set"))
  await assert.rejects(combineShares([ours[0]!, foreign, ours[2]!]), refused("share/wrong"))
})
