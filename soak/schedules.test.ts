import assert from "node:assert/strict"
import { test } from "node:test"
import { inPlace } from "../test/place.suite.js"
import { runSchedule } from "../test/schedules.suite.js"

/** `DALEL_SEEDS=FROM-TO` goes on where another run ended; every seed is printed, and `DALEL_SEED` replays one in `test/`. */
const [from = 1000, to = 1400] = (process.env.DALEL_SEEDS ?? "").split("-").filter(Boolean).map(Number)

test("many random schedules of three machines end with the same tables and miss nothing", async () => {
  for (let seed = from; seed < to; seed++) {
    console.log(`seed ${seed}`)
    await inPlace(async (place) => {
      const { dumps, missing, faults, happened } = await runSchedule(place, seed, 30)
      const told = `seed ${seed}: ${happened.join(", ")}`
      assert.deepEqual([faults, missing], [[], []], told)
      for (const other of dumps) assert.ok(other === dumps[0], told)
    })
  }
})
