import assert from "node:assert/strict"
import { test } from "node:test"
import type { EntityId } from "../model/id.js"
import type { Fact } from "./facts.js"
import { homesUntold } from "./precision.js"

const about = (entity: string, schema: string, property: string, value: object) =>
  ({ entity: entity as EntityId, schema, property, value, ground: { kind: "testimony" } }) as unknown as Fact

test("a home is told of only when it is known to be a city, a district or wider", () => {
  const cases: [names: string[], chosen: string | null, untold: boolean][] = [
    [["Zharkent"], null, false],
    [["Kazakhstan"], null, false],
    [["Alma-Ata", "Almaty"], null, false],
    [["Auezov District"], null, true],
    [["Satpayev Street"], null, true],
    [["Zharkent", "Satpayev Street 5"], null, true],
    [["Bektau"], null, true],
    [["Bektau"], "city", false],
    [[], null, true],
  ]
  for (const [names, chosen, untold] of cases) {
    const home = about("p", "Person", "residence", { type: "entity", entity: "l" })
    const facts = [
      home,
      ...names.map((text) => about("l", "Place", "name", { type: "name", text })),
      ...(chosen === null ? [] : [about("l", "Place", "precision", { type: "code", code: chosen })]),
    ]
    const ask = homesUntold(facts)
    assert.equal(ask(home), untold, names.join())
    assert.equal(ask(about("p", "Person", "birthPlace", { type: "entity", entity: "l" })), false)
  }
})
