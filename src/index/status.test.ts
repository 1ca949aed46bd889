import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import type { StatusWord } from "../model/casefile.js"
import { type EntityId, makeId, type SourceId, type StatementId } from "../model/id.js"
import type { SchemaName } from "../model/schema.js"
import type { Value } from "../model/value.js"
import { valueText } from "../model/value.js"
import type { Fact } from "./facts.js"
import { statusOn } from "./status.js"
import { code, on, to } from "./story.suite.js"

const newId = () => makeId((count) => new Uint8Array(randomBytes(count))) as string
const person = newId() as EntityId
const [one, two] = [newId() as EntityId, newId() as EntityId]

/** One happening: its schema, its kind with the interval it holds, more properties, and the day its source came out. */
type Told = [
  schema: SchemaName,
  kind: string | null,
  date: string | null,
  known?: string,
  more?: [string, Value, string?][],
]

function happenings(told: Told[]): Map<EntityId, Fact[]> {
  return new Map(
    told.map(([schema, kind, date, known = "2020-12-01", more = []]) => {
      const entity = newId() as EntityId
      const fact = (property: string, value: Value, holds?: string): Fact => ({
        ...{ id: newId() as StatementId, entry: newId() as Fact["entry"], entity, schema, property, value },
        ...{ words: valueText(value), holds: holds ? { edtf: holds, words: null, reference: null } : null },
        ground: {
          kind: "source",
          source: "s" as SourceId,
          passages: [{ text: "", start: 0, end: 1, exact: "x", prefix: "", suffix: "" }],
        },
        ...{ source: "s" as SourceId, audience: "team", known, bulk: false, written: { entity, value } },
      })
      const facts = [
        fact("person", to(person)),
        ...more.map(([property, value, holds]) => fact(property, value, holds)),
      ]
      if (kind) facts.push(fact("kind", code(kind)))
      if (date) facts.push(fact("date", on(date)))
      return [entity, facts]
    }),
  )
}

test("what someone's status was on a day, in cases that are easily got wrong", () => {
  const cases: [name: string, told: Told[], day: string, is: StatusWord, lastKnown?: boolean][] = [
    ["released on bail the day of release", [["Detention", "arrest", "2020-01-10"], ["Release", "released", "2020-02-20"], ["Measure", "bail", "2020-02-20/.."]], "2020-03-01", "bail"],
    ["bail beside a travel ban", [["Measure", "travel_ban", "2020-02-20/.."], ["Measure", "bail", "2020-02-20/.."]], "2020-03-01", "bail"],
    ["custody, and later a travel ban too", [["Measure", "custody", "2020-01-10/.."], ["Measure", "travel_ban", "2020-02-01/.."]], "2020-03-01", "custody"],
    ["a travel ban outlives a release", [["Measure", "travel_ban", "2020-01-01/.."], ["Release", "released", "2020-02-01"]], "2020-03-01", "travel_ban"],
    ["held in some month of a year, released in that year", [["Detention", "pretrial", "2019"], ["Release", "released", "2019-06-15"]], "2020-02-01", "free"],
    ["a sentence after death changes nothing", [["Event", "killing", "2020-01-10"], ["Sentence", "prison_term", "2020-02-01"]], "2020-03-01", "dead", false],
    ["of two ends the later one", [["Detention", "pretrial", "2020-01-10/2020-05-31", "2020-12-01", [["date", on("2020-01-10/2020-07-31")]]]], "2020-06-15", "custody"],
    ["acquitted, and no source says what came then", [["Measure", "custody", "2020-01-10/.."], ["Ruling", "acquittal", "2020-02-01"]], "2020-03-01", "unknown", true],
    ["in custody until the day of the acquittal", [["Measure", "custody", "2020-01-10/.."], ["Ruling", "acquittal", "2020-02-01"]], "2020-01-20", "custody", false],
    ["acquitted in another proceeding", [["Measure", "custody", "2020-01-10/..", "2020-12-01", [["proceeding", to(one)]]], ["Ruling", "acquittal", "2020-02-01", "2020-12-01", [["proceeding", to(two)]]]], "2020-03-01", "custody", false],
    ["acquitted, then arrested anew", [["Measure", "custody", "2020-01-10/.."], ["Ruling", "acquittal", "2020-02-01"], ["Detention", "arrest", "2020-02-20"]], "2020-03-01", "custody", true],
    ["arrest, release, new arrest", [["Detention", "arrest", "2020-01-10"], ["Release", "released", "2020-02-01"], ["Detention", "arrest", "2020-03-01"]], "2020-03-02", "custody", true],
    ["an arrest told of later says nothing of the day it is told", [["Detention", "arrest", "2020-01-10", "2020-12-01"]], "2020-11-01", "custody", true],
    ["an open interval reaches as far as its source", [["Detention", "pretrial", "2020-01-10/..", "2020-12-01"]], "2020-11-01", "custody", false],
    ["a disappearance, then a death", [["Event", "disappearance", "2020-01-10"], ["Event", "death", "2020-02-10"]], "2020-03-01", "dead", false],
    ["some time before: not surely yet", [["Detention", "arrest", "[2020-03-02..]"]], "2020-03-05", "unknown"],
    ["nothing at all", [], "2020-03-05", "unknown"],
  ] // biome-ignore format: a table
  for (const [name, told, day, is, lastKnown] of cases)
    for (let round = 0; round < 6; round++) {
      // Ids are random: an answer that hangs on them would differ between rounds.
      const status = statusOn(person, day, happenings(told))
      assert.equal(status.is, is, name)
      if (lastKnown !== undefined) assert.equal(status.lastKnown, lastKnown, name)
    }
})

test("a measure that was first of one kind and then of another is a spell of each", () => {
  const requalified = happenings([["Measure", null, null, "2020-12-01", [["kind", code("custody"), "2020-03-01/2020-07-01"], ["kind", code("house_arrest"), "2020-07-01/.."]]]]) // biome-ignore format: one line
  assert.equal(statusOn(person, "2020-04-15", requalified).is, "custody")
  assert.equal(statusOn(person, "2020-09-15", requalified).is, "house_arrest")
})
