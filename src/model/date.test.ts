import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { boundsOf, compatible, covers, daysIn, isDay, isEdtf, sortKey } from "./date.js"

const NONE = { earliest: null, latest: null }
const day = (text: string) => ({ earliest: text, latest: text })
const span = (earliest: string | null, latest: string | null) => ({ earliest, latest })

test("bounds of every form of our subset", () => {
  const cases: [edtf: string, kind: "moment" | "period", start: object, end: object][] = [
    ["2019-07-29", "moment", day("2019-07-29"), day("2019-07-29")],
    ["2018-08", "moment", span("2018-08-01", "2018-08-31"), span("2018-08-01", "2018-08-31")],
    ["2020-02", "moment", span("2020-02-01", "2020-02-29"), span("2020-02-01", "2020-02-29")],
    ["2019", "moment", span("2019-01-01", "2019-12-31"), span("2019-01-01", "2019-12-31")],
    ["201X", "moment", span("2010-01-01", "2019-12-31"), span("2010-01-01", "2019-12-31")],
    ["2018-08-XX", "moment", span("2018-08-01", "2018-08-31"), span("2018-08-01", "2018-08-31")],
    ["XXXX-07-29", "moment", NONE, NONE],
    ["2019?", "moment", span("2019-01-01", "2019-12-31"), span("2019-01-01", "2019-12-31")],
    ["[2018-08..2019-03]", "moment", span("2018-08-01", "2019-03-31"), span("2018-08-01", "2019-03-31")],
    ["[..2019-02]", "moment", span(null, "2019-02-28"), span(null, "2019-02-28")],
    ["[2019-04..]", "moment", span("2019-04-01", null), span("2019-04-01", null)],
    ["[2019-03,2019-05]", "moment", span("2019-03-01", "2019-05-31"), span("2019-03-01", "2019-05-31")],
    ["2019-03/2019-07", "period", span("2019-03-01", "2019-03-31"), span("2019-07-01", "2019-07-31")],
    ["2019-03/..", "period", span("2019-03-01", "2019-03-31"), NONE],
    ["2019-03/", "period", span("2019-03-01", "2019-03-31"), NONE],
    ["/2019-03", "period", NONE, span("2019-03-01", "2019-03-31")],
  ]
  for (const [edtf, kind, start, end] of cases) {
    const bounds = boundsOf(edtf)
    assert.deepEqual({ kind: bounds.kind, start: bounds.start, end: bounds.end }, { kind, start, end }, edtf)
  }
  assert.ok(boundsOf("2019-03/..").ongoing && !boundsOf("2019-03/").ongoing)
  assert.ok(boundsOf("2019~").approximate && boundsOf("2019?").uncertain)
  assert.ok(boundsOf("2019%").approximate && boundsOf("2019%").uncertain)
})

test("what is not a date is refused", () => {
  const bad = ["", "19", "2019-13", "2019-02-30", "2019-00", "2019-07-00", "2019/2018", "/", "../..", "[..]", "a/b/c",
    "2019-7-1", "29.07.2019", "[2019..2018]", "XXXX-02-30", "X019", "2019-03/../2020", "2019-21"] // biome-ignore format: a list
  for (const text of bad) assert.ok(!isEdtf(text), text)
  assert.ok(isEdtf("XXXX-02-29") && isEdtf("2000-02-29") && !isEdtf("1900-02-29"))
  assert.ok(isDay("2019-07-29") && !isDay("2019-07") && !isDay("2019-02-29"))
})

const days = fc
  .record({ y: fc.integer({ min: 1900, max: 2099 }), m: fc.integer({ min: 1, max: 12 }), d: fc.nat(30) })
  .map(({ y, m, d }) => {
    const two = (n: number) => String(n).padStart(2, "0")
    return `${y}-${two(m)}-${two((d % daysIn(y, m)) + 1)}`
  })

test("a day lies within its month, its year and its decade, and nowhere beside them", () => {
  fc.assert(
    fc.property(days, days, (one, other) => {
      for (const wider of [one, one.slice(0, 7), one.slice(0, 4), `${one.slice(0, 3)}X`]) {
        const { start } = boundsOf(wider)
        assert.ok(start.earliest! <= one && one <= start.latest!)
        assert.equal(covers(wider, other) === "no", other < start.earliest! || other > start.latest!)
        assert.ok(compatible(wider, one) && compatible(one, wider))
      }
      assert.equal(compatible(one, other), one === other)
    }),
  )
  const cases: [string, string, boolean][] = [
    ["XXXX-07-29", "2019-07-29", true],
    ["XXXX-07-29", "2019-07-30", false],
    ["2019-08-29", "XXXX-07-29", false],
    ["XXXX-07-29", "XXXX-07", true],
    ["XXXX-07-29", "2019", true],
    ["XXXX-07-29", "2019-07", true],
  ]
  for (const [one, other, fits] of cases) assert.equal(compatible(one, other), fits, `${one} ${other}`)
})

test("a period takes in surely what lies between its sure ends", () => {
  fc.assert(
    fc.property(days, days, days, (a, b, c) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      assert.equal(covers(`${from}/${to}`, c), c >= from && c <= to ? "surely" : "no")
      assert.equal(covers(`${from}/..`, c), c < from ? "no" : "possibly")
    }),
  )
  assert.equal(covers("2019-03/2019-07", "2019-03-10"), "possibly")
  assert.equal(covers("2019-03/2019-07", "2019-05-10"), "surely")
  assert.equal(covers("2019-03", "2019-03-10"), "possibly")
})

test("dates are put in order by their earliest day, undated last", () => {
  const order = ["2019-03/..", "2018-08", "XXXX-07-29", "[..2019-02]", "2019-07-29"]
  const sorted = [...order].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  assert.deepEqual(sorted, ["2018-08", "[..2019-02]", "2019-03/..", "2019-07-29", "XXXX-07-29"])
  assert.ok(sortKey(null) > sortKey("XXXX"))
})
