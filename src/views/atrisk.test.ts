import assert from "node:assert/strict"
import { test } from "node:test"
import type { EntityFacts, SourceCard } from "../model/casefile.js"
import type { EntityId, SourceId } from "../model/id.js"
import { atRisk, countAtRisk } from "./atrisk.js"

const facts = (id: string, ...properties: string[]): EntityFacts => ({
  id: id as EntityId,
  schema: "Person",
  name: id,
  lines: properties.map((property) => ({
    entity: id as EntityId,
    property,
    how: "agreed",
    said: [
      {
        value: { type: "text", text: "x" },
        words: "x",
        holds: null,
        marks: [],
        statements: [],
        sources: 1,
        bulk: false,
        audience: "team",
      },
    ],
  })),
})
const card = (id: string, legalNotice: string | null) => ({ id: id as SourceId, legalNotice }) as SourceCard

test("at risk: whose relatives are placed, who is a relative, and sources that warn; nobody else", () => {
  const risk = atRisk({
    people: [facts("placed", "name", "relativesIn"), facts("named", "name")],
    families: [facts("family", "person", "relative")],
    sources: [card("quiet", null), card("warns", "Sharing this may be punished.")],
  })
  assert.deepEqual(
    [risk.people, risk.families, risk.warned].map((list) => list.map(({ id }) => id)),
    [["placed"], ["family"], ["warns"]],
  )
  assert.equal(countAtRisk(risk), 3)
  assert.equal(countAtRisk(atRisk({ people: [facts("named", "name")], families: [], sources: [] })), 0)
})
