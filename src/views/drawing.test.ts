import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import type { TimelineItem } from "../model/casefile.js"
import type { EntityId } from "../model/id.js"
import { draw, MOST_DRAWN } from "./drawing.js"

const item = (edtf: string | null, type = "event"): TimelineItem => ({
  id: "x" as EntityId,
  schema: "Event",
  name: "",
  lines: [],
  type,
  date: edtf === null ? null : { edtf, words: null, reference: null },
  sort: "2019-01-01",
})
const drawn = (...edtf: (string | null)[]) =>
  draw(
    edtf.map((one) => item(one)),
    () => "label",
    () => LABEL,
  )
/** How wide every label is. */
const LABEL = 120

test("nothing is drawn of what has no date", () => {
  assert.equal(drawn(), null)
  assert.equal(drawn(null, "XXXX-07-29", "not a date"), null)
})

test("a day is a dot, a month is vague, since and until fade where nothing is known", () => {
  const [day, month, since, until, period] = drawn(
    "2019-07-29",
    "2019-03",
    "2019-03/..",
    "/2019-06",
    "2019-02/2019-05",
  )!.shapes
  assert.deepEqual([day!.kind, day!.from === day!.to, day!.latest - day!.earliest < 5], ["moment", true, true])
  assert.ok(month!.latest - month!.earliest > 20 && !month!.fadesAfter)
  assert.deepEqual([since!.fadesBefore, since!.fadesAfter], [false, true])
  assert.deepEqual([until!.fadesBefore, until!.fadesAfter], [true, false])
  assert.deepEqual([period!.kind, period!.fadesBefore, period!.fadesAfter], ["period", false, false])
})

test("what is still going on reaches to the end of the drawing, an unknown end does not", () => {
  const [ongoing, unknown] = drawn("2019-03-01/..", "2019-03-01/", "2019-12-31")!.shapes
  assert.ok(ongoing!.to > 900)
  assert.ok(unknown!.to < 200)
})

test("years in which nothing happens are left out and named", () => {
  const drawing = drawn("2009-05-01", "2019-03-01", "2019-07-29")!
  assert.equal(drawing.gaps.length, 1)
  assert.ok(Math.abs(drawing.gaps[0]!.years - 10) <= 1)
  assert.equal(drawn("2018-01-01", "2019-07-29")!.gaps.length, 0)
})

test("later stands further on, everything stands inside, no label stands on a shape or on another label", () => {
  const day = fc
    .date({ min: new Date("1950-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const edtf = fc.oneof(
    day,
    day.map((one) => one.slice(0, 7)),
    day.map((one) => `${one}/..`),
    day.map((one) => `/${one}`),
    fc.tuple(day, day).map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
  )
  fc.assert(
    fc.property(fc.array(edtf, { minLength: 1, maxLength: 40 }), (dates) => {
      const { shapes, lanes, width } = drawn(...dates)!
      for (const shape of shapes) {
        for (const x of [shape.earliest, shape.from, shape.to, shape.latest, shape.labelAt])
          assert.ok(x >= 0 && x <= width, JSON.stringify(shape))
        assert.ok(shape.earliest <= shape.from && shape.from <= shape.to && shape.to <= shape.latest)
      }
      const boxes = shapes.flatMap((shape) => {
        const { labelAt: at, labelAnchor: anchor } = shape
        const label = anchor === "start" ? [at, at + LABEL] : [at - LABEL, at]
        return [
          { lane: shape.lane, left: shape.earliest, right: shape.latest },
          { lane: shape.labelLane, left: label[0]!, right: label[1]! },
        ]
      })
      for (const [index, a] of boxes.entries()) {
        assert.ok(a.lane < lanes && a.left >= 0 && a.right <= width, JSON.stringify(a))
        for (const b of boxes.slice(index + 1))
          assert.ok(a.lane !== b.lane || a.right <= b.left || b.right <= a.left, JSON.stringify([a, b]))
      }
      const dots = shapes.filter(({ item: { date } }) => /^\d{4}-\d\d-\d\d$/.test(date!.edtf))
      for (const a of dots)
        for (const b of dots)
          if (a.item.date!.edtf < b.item.date!.edtf)
            assert.ok(a.from <= b.from, `${a.item.date!.edtf} ${b.item.date!.edtf}`)
    }),
  )
})

test("beyond what a drawing can say, it says no more", () => {
  assert.equal(drawn(...Array.from({ length: 200 }, (_, n) => `2019-0${1 + (n % 9)}-01`))!.shapes.length, MOST_DRAWN)
})
