import assert from "node:assert/strict"
import { test } from "node:test"
import { BEAT, shouldLock } from "./idle.js"

test("idle locks after its minutes; sleep locks at the first beat, by whichever clock tells it", () => {
  const minute = 60_000
  const cases: [title: string, wall: number, steady: number, quiet: number, idle: number, why: string | null][] = [
    ["an ordinary beat", BEAT, BEAT, minute, 10, null],
    ["a busy machine", BEAT + 9000, BEAT + 9000, minute, 10, null],
    ["ten quiet minutes", BEAT, BEAT, 10 * minute, 10, "idle"],
    ["never for idleness", BEAT, BEAT, 600 * minute, 0, null],
    ["slept, the steady clock stood still", 45 * minute, BEAT, minute, 10, "slept"],
    ["slept, the steady clock went on", 45 * minute, 45 * minute, minute, 10, "slept"],
    ["slept, the wall clock was set back meanwhile", BEAT, 45 * minute, minute, 10, "slept"],
    ["slept, and idleness is off", 45 * minute, BEAT, minute, 0, "slept"],
    ["the clock was set back an hour", BEAT - 60 * minute, BEAT, minute, 10, "slept"],
  ]
  for (const [title, wall, steady, quiet, idle, why] of cases) {
    const before = { wall: 1e12, steady: 5000 }
    const now = { wall: before.wall + wall, steady: before.steady + steady }
    assert.equal(shouldLock({ before, now, last: now.wall - quiet, idle }), why, title)
  }
})
