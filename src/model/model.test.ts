import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { type EntityId, isId, makeId, parseId, type SourceId, type StatementId } from "./id.js"
import { CODES, propertyOf, SCHEMATA } from "./schema.js"
import { checkStatement, type Ground, type Statement } from "./statement.js"
import { sameValue, type Value } from "./value.js"

test("ids: 128 bits as 26 characters, and nothing else is one", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (a, b) => {
        const [one, other] = [makeId<EntityId>(() => a), makeId<EntityId>(() => b)]
        assert.ok(isId(one))
        assert.equal(parseId(one), one)
        assert.equal(one === other, Buffer.compare(a, b) === 0)
      },
    ),
  )
  for (const text of ["", "abc", "l".repeat(26), "A".repeat(26), "0".repeat(27)]) assert.throws(() => parseId(text))
})

test("the schema table names each thing once, and points only at what there is", () => {
  const names = SCHEMATA.map((schema) => schema.name)
  assert.equal(new Set(names).size, names.length)
  for (const { name, properties } of SCHEMATA) {
    const own = properties.map((property) => property.name)
    assert.equal(new Set(own).size, own.length, name)
    for (const { value } of properties) {
      if (value.type === "entity")
        for (const target of value.of) assert.ok(names.includes(target), `${name} → ${target}`)
      if (value.type === "code") assert.deepEqual(value.codes, CODES[value.list])
    }
  }
})

const passage = { text: "00", start: 0, end: 4, exact: "fine", prefix: "", suffix: "" }
const ground: Ground = { kind: "source", source: "s" as SourceId, passages: [passage] }
const sound: Statement = {
  id: "a" as StatementId,
  entity: "b" as EntityId,
  schema: "Sentence",
  property: "amount",
  value: { type: "money", amount: "670", currency: "USD", equivalent: true, words: "$670" },
  lang: null,
  holds: null,
  ground,
  audience: "team",
  known: null,
  supersedes: null,
}

test("a statement must fit the schema table", () => {
  checkStatement(sound)
  const wrong: [name: string, change: object, code: RegExp][] = [
    ["no such property", { property: "price" }, /property\/unknown/],
    ["no such schema", { schema: "Suspect" }, /property\/unknown/],
    ["a value of another type", { value: { type: "text", text: "670" } }, /value\/malformed/],
    [
      "no amount",
      { value: { type: "money", amount: "much", currency: "USD", equivalent: false, words: null } },
      /value\/malformed/,
    ],
    [
      "a code that is not on the list",
      { property: "kind", value: { type: "code", code: "beating" } },
      /value\/malformed/,
    ],
    ["an interval that is none", { holds: { edtf: "soon", words: null, reference: null } }, /date\/malformed/],
    [
      "testimony without a reason",
      { ground: { kind: "testimony", person: "p", to: "m", reason: " " } },
      /ground\/missing/,
    ],
    ["no passage", { ground: { kind: "source", source: "s", passages: [] } }, /ground\/missing/],
  ]
  for (const [name, change, code] of wrong)
    assert.throws(() => checkStatement({ ...sound, ...change } as Statement), code, name)
})

test("a ground without a passage cannot be written down", () => {
  // @ts-expect-error a ground without a passage is not a ground
  const none: Ground = { kind: "source", source: "s" as SourceId, passages: [] }
  assert.ok(none)
  assert.equal(propertyOf("Measure", "kind")?.value.type, "code")
})

test("values are the same when they say the same", () => {
  const name = (text: string): Value => ({ type: "name", text })
  const people = (words: string, low: number | null): Value => ({
    type: "quantity",
    words,
    low,
    high: low,
    unit: "people",
    approximate: true,
  })
  assert.ok(sameValue(name("Aida  Sarova"), name("aida sarova")))
  assert.ok(!sameValue(name("Aida Sarova"), name("Aida Sarov")))
  assert.ok(sameValue(people("an estimated 1 million", 1e6), people("one million", 1e6)))
  assert.ok(!sameValue(people("hundreds of thousands", null), people("millions", null)))
  assert.ok(!sameValue(name("yes"), { type: "text", text: "yes" }))
})
