import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { canonsOf, type Pair } from "./same.js"

const ids = ["k", "c", "x", "a", "m", "f", "t", "b"]
const decisions = fc
  .array(fc.tuple(fc.nat(7), fc.nat(7), fc.constantFrom("same", "same", "not-same", "unsure" as const)), {
    maxLength: 30,
  })
  .map((all) =>
    all
      .filter(([a, b]) => a !== b)
      .map(([a, b, verdict], at): Pair => {
        const [one, other] = [ids[a]!, ids[b]!].sort()
        return { a: one!, b: other!, verdict: verdict as Pair["verdict"], order: String(at).padStart(3, "0") }
      }),
  )

test("no cluster holds two that were told apart, on any graph of decisions", () => {
  fc.assert(
    fc.property(decisions, (pairs) => {
      const canon = canonsOf(new Set(ids), pairs)
      for (const { a, b, verdict } of pairs) if (verdict === "not-same") assert.notEqual(canon.get(a), canon.get(b))
      for (const [id, own] of canon) assert.ok(own <= id && canon.get(own) === own)
    }),
  )
})

test("without a not-same every pair decided the same is one; unsure joins nobody", () => {
  fc.assert(
    fc.property(decisions, (all) => {
      const pairs = all.filter(({ verdict }) => verdict !== "not-same")
      const canon = canonsOf(new Set(ids), pairs)
      for (const { a, b, verdict } of pairs) if (verdict === "same") assert.equal(canon.get(a), canon.get(b))
      assert.deepEqual(
        canon,
        canonsOf(
          new Set(ids),
          pairs.filter(({ verdict }) => verdict === "same"),
        ),
      )
    }),
  )
})

test("the set of decisions alone tells the clusters, not how they are listed, nor ids they name beside the members", () => {
  fc.assert(
    fc.property(decisions, (pairs) => {
      const canon = canonsOf(new Set(ids), pairs)
      assert.deepEqual(canonsOf(new Set(ids.toReversed()), pairs.toReversed()), canon)
      const outside: Pair = { a: "a", b: "zz", verdict: "same", order: "999" }
      assert.deepEqual(canonsOf(new Set(ids), [...pairs, outside]), canon)
    }),
  )
})
