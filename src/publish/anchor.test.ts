import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import type { Fact } from "../index/facts.js"
import type { EntityId, SourceId } from "../model/id.js"
import { passageOf, type Span } from "../model/passage.js"
import type { SchemaName } from "../model/schema.js"
import type { Audience } from "../model/statement.js"
import { anchor } from "./anchor.js"
import { hiddenIn, takeOut } from "./hide.js"

const SOURCE = "s" as SourceId

function fact(text: string, span: Span, words: string, more: Partial<Fact> = {}): Fact {
  const value = { type: "text", text: words } as const
  const passages = [passageOf(text, "h", span)] as const
  const ground = { kind: "source", source: SOURCE, passages } as const
  const [schema, property, audience] = ["Person" as SchemaName, "description", "public" as Audience]
  const entity = "e" as EntityId
  const rest = { id: "f", entry: "x", holds: null, known: null, bulk: false, source: SOURCE } as unknown as Fact
  return { ...rest, entity, schema, property, value, words, written: { entity, value }, ground, audience, ...more }
}

const named = (name: string, entity: string) =>
  fact(name, { start: 0, end: name.length }, name, {
    entity: entity as EntityId,
    property: "name",
    value: { type: "name", text: name },
  })

const hidingPeople = (names: readonly string[], shown: readonly string[]) =>
  hiddenIn(
    names.map((name) => named(name, name)),
    () => false,
    shown,
  )

test("a hidden name is taken out whole and in parts, in any case, bent, and never a name that is shown", () => {
  const cases: [hidden: string[], shown: string[], text: string, rest: string][] = [
    [["Dana Orazova"], [], "Orazova came with DANA ORAZOVA and dana  orazova.", "[…] came with […] and […]."],
    [["Aidar Orazov"], ["Samal Orazova"], "Aidar and Samal Orazova", "[…] and Samal Orazova"],
    [["Aidar Orazova"], ["Samal Orazova"], "Orazova met Aidar Orazova", "Orazova met […]"],
    [["Дана Оразова"], [], "Суд допросил Оразову и Дану; Оразовой нет.", "Суд допросил […] и […]; […] нет."],
    [["Дана Оразова"], [], "Данные о Дананың ісі", "Данные о […] ісі"],
    [["Иван Заречный"], [], "Заречного и Заречному с Иваном", "[…] и […] с […]"],
    [["Дана Оразов"], ["Самал Оразова"], "Оразова и Оразов", "Оразова и […]"],
    [["Ali Rose"], [], "Alive, roses rose; Ali", "Alive, roses rose; […]"],
    [["伊力哈木"], [], "他说伊力哈木被捕", "他说[…]被捕"],
    [["Ana-Maria (Ani) [x]"], [], "Ana-Maria said", "[…] said"],
    [["Samal"], ["Samal"], "Samal", "Samal"],
  ]
  for (const [hidden, shown, text, rest] of cases) assert.equal(takeOut(hidingPeople(hidden, shown), text), rest, text)
})

test("what is restricted is hidden by its place, however short, and by its words, wherever they stand", () => {
  const text = "She went to N7 in May, and N7 is far. Passport AB-1234567 was taken."
  const at = (words: string, from = 0): Span => {
    const start = text.indexOf(words, from)
    return { start, end: start + words.length }
  }
  const restricted = [
    fact(text, at("N7"), "N7", { audience: "restricted" }),
    fact(text, at("was taken"), "AB-1234567", {
      property: "identityDocument",
      value: { type: "identifier", text: "AB-1234567" },
    }),
  ]
  const hidden = hiddenIn(restricted, () => true, [])
  const open = [
    fact(text, at("She went to N7 in May"), "x"),
    fact(text, at("and N7 is far"), "x"),
    fact(text, at("Passport AB-1234567 was"), "x"),
  ]
  const { texts } = anchor(open, hidden)
  assert.equal(texts.get(SOURCE), "She went to […] in May\n\nand N7 is far\n\nPassport […] […]")
  assert.equal(takeOut(hidden, "AB-1234567 and N7"), "[…] and N7")
  const covered = open[0]!.ground.kind === "source" ? passageOf(text, "h", at("N7")) : null
  assert.equal(anchor([fact(text, at("N7"), "x")], hidden).place(SOURCE, covered!), null, "nothing would remain")
})

test("a place is told of no finer than was chosen for it, by none of its names", () => {
  const place = (name: string, precision: string | null) => [
    { ...named(name, "l"), schema: "Place" as SchemaName },
    ...(precision === null
      ? []
      : [
          fact(name, { start: 0, end: name.length }, precision, {
            entity: "l" as EntityId,
            schema: "Place",
            property: "precision",
            value: { type: "code", code: precision },
            audience: "team",
          }),
        ]),
  ]
  const cases: [name: string, precision: string | null, text: string, rest: string][] = [
    ["Zharkent", null, "in Zharkent", "in Zharkent"],
    ["Zharkent", "city", "in Zharkent", "in Zharkent"],
    ["Zharkent", "region", "in Zharkent, ZHARKENT, Jarkent", "in [Zhetisu Region], [Zhetisu Region], [Zhetisu Region]"],
    ["Жаркент", "region", "в Жаркенте", "в [Жетысуская область]"],
    ["Zharkent", "country", "in Zharkent, Zhetisu Region", "in [Kazakhstan], [Kazakhstan]"],
    ["Bektau", "city", "in Bektau", "in Bektau"],
    ["Bektau", "region", "in Bektau", "in […]"],
    ["Satpayev Street", "country", "at Satpayev Street", "at […]"],
  ]
  for (const [name, precision, text, rest] of cases)
    assert.equal(
      takeOut(
        hiddenIn(place(name, precision), () => true, [name]),
        text,
      ),
      rest,
      `${name} as ${precision}`,
    )
  const text = "She was tried in Zharkent in May."
  const hidden = hiddenIn(place("Zharkent", "region"), () => true, [])
  const span = { start: 17, end: 25 }
  const { texts, place: at } = anchor([fact(text, { start: 0, end: 33 }, "x"), fact(text, span, "x")], hidden)
  assert.equal(texts.get(SOURCE), "She was tried in [Zhetisu Region] in May.")
  assert.deepEqual(at(SOURCE, passageOf(text, "h", span)), { start: 17, end: 33 })
})

test("whatever is public and whatever is hidden: every passage keeps its open words, and no other character goes out", () => {
  // Each character is unlike every other, so that one that leaks can be told.
  const text = Array.from({ length: 60 }, (_, n) => String.fromCodePoint(0x1100 + n)).join("")
  const span = fc
    .tuple(fc.nat(59), fc.nat(12))
    .map(([start, long]): Span => ({ start, end: Math.min(60, start + 1 + long) }))
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), fc.array(span, { maxLength: 4 }), (open, closed) => {
      const hidden = { people: [], words: [], places: [], spans: new Map([[`${SOURCE} h`, closed]]) }
      const { texts, place } = anchor(
        open.map((one) => fact(text, one, "x")),
        hidden,
      )
      const covers = (spans: readonly Span[], at: number) => spans.some(({ start, end }) => start <= at && at < end)
      const published = texts.get(SOURCE)!
      for (let at = 0; at < text.length; at++)
        assert.equal(published.includes(text[at]!), covers(open, at) && !covers(closed, at), `character ${at}`)
      for (const one of open) {
        const left = [...text.slice(one.start, one.end)].filter((_, n) => !covers(closed, one.start + n))
        const found = place(SOURCE, passageOf(text, "h", one))
        if (left.length === 0) assert.equal(found, null)
        else assert.equal(published.slice(found!.start, found!.end).replaceAll("[…]", ""), left.join(""))
      }
    }),
  )
})
