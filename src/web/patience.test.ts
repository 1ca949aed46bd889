import assert from "node:assert/strict"
import { test } from "node:test"
import { DalelError } from "../model/refusals.js"
import { makePatience, NO_TRIES, type Tries, waitAfter } from "./patience.js"

const wrong = async (): Promise<never> => {
  throw new DalelError("vault/wrong-passphrase")
}
const refused = (code: string, where?: string) => (error: unknown) =>
  error instanceof DalelError && error.code === code && (where === undefined || error.where === where)

test("three typing errors cost nothing; then each wrong passphrase makes the next wait twice as long, five minutes at most", async () => {
  let now = 1_000_000
  const patience = makePatience(() => now)
  for (const wait of [0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]) {
    await assert.rejects(patience.ask(wrong), refused("vault/wrong-passphrase"))
    if (wait === 0) continue
    // Not even the right one is looked at, however short the time that is left.
    const right = () => Promise.reject(new Error("looked at"))
    await assert.rejects(patience.ask(right), refused("vault/wait", String(wait)))
    now += wait * 1000 - 1
    await assert.rejects(patience.ask(right), refused("vault/wait", "1"))
    now += 1
  }
  assert.equal(await patience.ask(async () => "open"), "open")
  for (let n = 0; n < 3; n++) await assert.rejects(patience.ask(wrong), refused("vault/wrong-passphrase"))
})

test("many sent at once are as many tries: the fourth is not looked at", async () => {
  const patience = makePatience(() => 0)
  const answers = await Promise.allSettled(Array.from({ length: 100 }, () => patience.ask(wrong)))
  const looked = answers.filter(({ status, ...one }) =>
    refused("vault/wrong-passphrase")("reason" in one && one.reason),
  )
  assert.equal(looked.length, 3)
})

test("what was no wrong passphrase does not count, and a clock put back shuts nobody out", async () => {
  let now = 1_000_000
  const kept: Tries[] = []
  const patience = makePatience(
    () => now,
    NO_TRIES,
    (tries) => kept.push(tries),
  )
  for (let n = 0; n < 9; n++)
    await assert.rejects(
      patience.ask(async () => {
        throw new DalelError("vault/in-use")
      }),
      refused("vault/in-use"),
    )
  assert.deepEqual(kept.at(-1), NO_TRIES)
  for (let n = 0; n < 3; n++) await assert.rejects(patience.ask(wrong), refused("vault/wrong-passphrase"))
  now -= 365 * 86_400_000
  await assert.rejects(patience.ask(wrong), refused("vault/wait", String(waitAfter(3) / 1000)))
  // Whoever comes after goes on counting.
  const next = makePatience(() => 1_000_000, kept.at(-1))
  await assert.rejects(next.ask(wrong), refused("vault/wait"))
})
