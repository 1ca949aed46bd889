import assert from "node:assert/strict"
import { test } from "node:test"
import { inPlace } from "./place.suite.js"
import { runSchedule } from "./schedules.suite.js"

/** `DALEL_SEED=…` replays one; the soak runs many more. */
const seeds = process.env.DALEL_SEED ? [Number(process.env.DALEL_SEED)] : [1, 14, 15, 16, 21]

test("whoever meets whom in whatever order, all end with the same, and nothing acknowledged is missing", async () => {
  for (const seed of seeds)
    await inPlace(async (place) => {
      const { dumps, missing, faults, happened } = await runSchedule(place, seed, 18)
      const told = `DALEL_SEED=${seed}: ${happened.join(", ")}`
      assert.deepEqual(faults, [], told)
      assert.deepEqual(missing, [], told)
      for (const other of dumps.slice(1)) {
        const [left, right] = [dumps[0]!.split("\n"), other.split("\n")]
        const at = left.findIndex((line, n) => line !== right[n])
        assert.equal(right[at], left[at], told)
        assert.equal(right.length, left.length, told)
      }
    })
})
