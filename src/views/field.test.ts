import assert from "node:assert/strict"
import { test } from "node:test"
import { DalelError } from "../model/refusals.js"
import { propertyOf, SCHEMATA } from "../model/schema.js"
import type { Value } from "../model/value.js"
import { Field, parseField } from "./field.js"
import type { Here } from "./here.js"

const here: Here = {
  lang: "en",
  links: { source: () => null, passage: () => "", entity: () => null, statement: () => null },
}
const choices = SCHEMATA.map(({ name }) => ({ ref: `ref-${name}`, name, schema: name }))

/** What a browser would send back for a form it shows and nobody touches. */
function untouched(html: string, prefix: string): (part: string) => string {
  const sent = new Map<string, string>()
  const plain = (text: string) =>
    text
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&")
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    if (name && (!/type="checkbox"/.test(tag) || / checked/.test(tag)))
      sent.set(name, plain(/value="([^"]*)"/.exec(tag)?.[1] ?? ""))
  }
  for (const [, name, options] of html.matchAll(/<select name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    sent.set(name!, /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? "")
  return (part) => sent.get(`${prefix}.${part}`) ?? ""
}

function sample(schema: string, property: string): Value<string> {
  const row = propertyOf(schema as "Person", property)!.value
  switch (row.type) {
    case "code":
      return { type: "code", code: row.codes.at(-1)! }
    case "entity":
      return { type: "entity", entity: `ref-${row.of.at(-1)}` }
    case "date":
      return { type: "date", edtf: "2019-03/..", words: `since "March"`, reference: "2019-07-29" }
    case "money":
      return { type: "money", amount: "670.50", currency: "USD", equivalent: true, words: "the equivalent of $670" }
    case "quantity":
      return {
        type: "quantity",
        words: "an estimated 1 million",
        low: 1_000_000,
        high: 1_000_000,
        unit: "people",
        approximate: false,
      }
    case "boolean":
      return { type: "boolean", is: false }
    case "url":
      return { type: "url", url: "https://example.org/?a=1&b=2" }
    default:
      return { type: row.type, text: `“Words” & 'more' <b>` }
  }
}

test("every field of the schema table is read back as it was shown; an empty one says nothing", () => {
  for (const { name: schema, properties } of SCHEMATA)
    for (const property of properties) {
      const value = sample(schema, property.name)
      const html = (shown: Value<string> | null) =>
        String(Field({ here, prefix: "f", schema, property, value: shown, choices }))
      const read = parseField(property, untouched(html(value), "f"), choices)
      assert.deepEqual(read, value, `${schema}.${property.name}`)
      assert.equal(parseField(property, untouched(html(null), "f"), choices), null, `${schema}.${property.name} empty`)
    }
})

const read = (schema: "Person" | "Measure" | "Sentence", property: string, sent: Readonly<Record<string, string>>) =>
  parseField(propertyOf(schema, property)!, (part) => sent[part] ?? "", choices)

test("what does not fit its field is refused", () => {
  const cases: [Parameters<typeof read>, code: string][] = [
    [["Person", "birthDate", { edtf: "29 July" }], "date/malformed"],
    [["Person", "birthDate", { words: "in July" }], "date/malformed"],
    [["Measure", "kind", { code: "thumbscrews" }], "value/malformed"],
    [["Measure", "place", { entity: "ref-Person" }], "value/malformed"],
    [["Measure", "place", { entity: "ref-nobody" }], "value/malformed"],
    [["Sentence", "amount", { amount: "much", currency: "USD" }], "value/malformed"],
    [["Sentence", "amount", { amount: "670", currency: "dollars" }], "value/malformed"],
    [["Sentence", "term", { words: "long", low: "x" }], "usage/not-a-number"],
    [["Sentence", "term", { words: "long", low: "9", high: "3" }], "value/malformed"],
    [["Person", "description", { text: "x".repeat(3000) }], "value/malformed"],
  ]
  for (const [asked, code] of cases)
    assert.throws(
      () => read(...asked),
      (error) => error instanceof DalelError && error.code === code,
      JSON.stringify(asked),
    )
})

test("an entity that is not there yet is named, and is of the first kind that fits", () => {
  assert.deepEqual(read("Measure", "place", { name: " Karasu " }), {
    type: "entity",
    entity: { schema: "Place", name: "Karasu" },
  })
})

test("an amount is written as people write it", () => {
  const value = read("Sentence", "amount", { amount: "50,000", currency: "kzt" })
  assert.deepEqual(value, { type: "money", amount: "50000", currency: "KZT", equivalent: false, words: null })
})
