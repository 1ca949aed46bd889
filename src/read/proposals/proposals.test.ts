import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { propertyOf } from "../../model/schema.js"
import { checkValue } from "../../model/value.js"
import { type Example, example } from "../reading.suite.js"
import { schemaOf } from "./entities.js"

const STORY = `Trial of steppe activist begins

KARAGANDA -- The activist Temir Aldan, the leader of Atlan Kenes (Friends of the Steppe), went on trial for printing leaflets.

The trial opened on June 8 in Karaganda, but the judge decided that the case should proceed in Almaty because that is where Aldan allegedly wrote the leaflet.

The court then ordered that Aldan should stay under house arrest on a farm near Almaty. Aldan has been under house arrest in Karaganda since March.

Aldan has been accused of plotting a storm. Aldan said that he is not guilty.

In April 2020, a Taraz court found Aldan guilty of running a library and fined him the equivalent of $410.

The miner Qasen Mergen was shot dead on June 2. A 15-year-old student, Ilan Voss, was detained on June 3.`

/** Statements of one entity as `property value [holds]`. */
function said({ proposals, name }: Example, about: string): string[] {
  return proposals
    .flatMap(({ statements }) => statements)
    .filter(({ entity }) => entity === about)
    .map(({ property, value, holds }) => {
      const words =
        value.type === "entity"
          ? name(value.entity)
          : value.type === "date"
            ? value.edtf
            : "code" in value
              ? value.code
              : "text" in value
                ? value.text
                : JSON.stringify(value)
      return `${property} ${words}${holds === null ? "" : ` [${holds.edtf}]`}`
    })
}

const page = example(STORY)
const about = (rule: string) => page.proposals.find((proposal) => proposal.rule === rule)!.about

test("house arrest since March in one city, continued by a ruling, from then in another", () => {
  const measure = said(page, about("measure/is-under"))
  for (const line of [
    "kind house_arrest [2021-03/..]",
    "place Karaganda [2021-03/..]",
    "place Almaty [2021-06-08/..]",
    "person Temir Aldan",
  ])
    assert.ok(measure.includes(line), line)
  const ruling = said(page, about("measure/ruled-remain"))
  for (const line of ["kind measure_continued", "date 2021-06-08", `measure ${about("measure/is-under")}`])
    assert.ok(ruling.includes(line), line)
})

test("a moved venue has where from, where to and the judge's reason as a claim", () => {
  const ruling = said(page, about("change_of_venue/ruled"))
  for (const line of [
    "kind change_of_venue",
    "from Karaganda",
    "to Almaty",
    "allegedAt Almaty",
    "reason place_of_alleged_offence",
    `statedReason ${about("claims/reason")}`,
  ])
    assert.ok(ruling.includes(line), line)
})

test("an earlier conviction and its fine are another proceeding", () => {
  const conviction = said(page, about("conviction/found-guilty"))
  const fine = said(page, about("fine/fined"))
  const trial = said(page, about("trial/goes-on"))
  assert.ok(fine.includes(`ruling ${about("conviction/found-guilty")}`))
  const proceeding = (lines: string[]) => lines.find((line) => line.startsWith("proceeding"))
  assert.equal(proceeding(conviction), proceeding(fine))
  assert.notEqual(proceeding(conviction), proceeding(trial))
  assert.ok(said(page, "k1").includes("defendant Temir Aldan"))
})

test("a date that another sentence lends brings that sentence along", () => {
  const ruling = page.proposals.find(({ rule }) => rule === "measure/ruled-remain")!
  const date = ruling.statements.find(({ property }) => property === "date")!
  const person = ruling.statements.find(({ property }) => property === "person")!
  assert.ok(date.passages.some((span) => page.words(span).includes("June 8")))
  assert.ok(!person.passages.some((span) => page.words(span).includes("June 8")))
})

test("deaths and minors are grave", () => {
  const grave = (rule: string) => page.proposals.find((proposal) => proposal.rule === rule)?.grave
  assert.equal(grave("killing/was"), "death")
  assert.equal(grave("trial/goes-on"), null)
  assert.ok(page.proposals.some((proposal) => proposal.grave === "minor"))
})

test("from a testimony only claims are proposed", () => {
  const { proposals } = example(
    "I was arrested in May. They took me to my cell. I saw Temir Aldan there. Temir Aldan was tortured in custody. My hands were tied. I was released in June.",
  )
  const schemata = new Set(proposals.map(({ schema }) => schema))
  assert.ok(schemata.has("Claim"))
  for (const schema of ["Detention", "Event", "Release", "CourtCase"] as const) assert.ok(!schemata.has(schema), schema)
})

test("a record of questions and answers is the witness's word, standing facts too", () => {
  const record = `Record of testimony

W: the witness, I: the interviewer

I: Please say your name.

W: Dana Orazova.

I: What did you see?

W: Temir Aldan was born in Almaty. Temir Aldan was arrested in May. The activist Temir Aldan lives in Karaganda.

I: Who told you?

W: A neighbour.`
  const { proposals, name } = example(record)
  const schemata = new Set(proposals.map(({ schema }) => schema))
  assert.ok(!schemata.has("Detention"))
  const facts = proposals.filter(({ rule }) => rule.startsWith("facts/"))
  assert.deepEqual(facts, [])
  const told = proposals.filter(({ rule }) => /^(?:testimony\/|claims\/turn)/.test(rule))
  assert.ok(told.length >= 2)
  for (const { schema, statements } of told) {
    assert.equal(schema, "Claim")
    const speaker = statements.find(({ property }) => property === "speaker")?.value
    assert.equal(speaker?.type === "entity" ? name(speaker.entity) : null, "Dana Orazova")
    const about = statements.find(({ property }) => property === "about")?.value
    assert.equal(about?.type === "entity" ? name(about.entity) : null, "Temir Aldan")
  }
})

/** Everything a proposal must keep, whatever the text. */
function sound({ proposals, page, entities, claims, events }: Example) {
  const kinds = new Map(entities.map((entity) => [entity.id, schemaOf(entity) as string | null]))
  for (const { about, schema, statements } of proposals) {
    kinds.set(about, schema)
    for (const statement of statements) kinds.set(statement.entity, statement.schema)
  }
  for (const [at, { number, statements }] of proposals.entries()) {
    assert.equal(number, at + 1)
    for (const { schema, property, value, holds, passages } of statements) {
      const row = propertyOf(schema, property)
      assert.ok(row, `${schema}.${property}`)
      assert.equal(row.value.type, value.type)
      checkValue(value)
      if (holds !== null) checkValue({ type: "date", ...holds })
      if (row.value.type === "code" && value.type === "code")
        assert.ok(row.value.codes.includes(value.code), `${property} ${value.code}`)
      if (row.value.type === "entity" && value.type === "entity")
        assert.ok(
          (row.value.of as readonly (string | null | undefined)[]).includes(kinds.get(value.entity)),
          `${schema}.${property} → ${kinds.get(value.entity)}`,
        )
      assert.ok(passages.length > 0)
      for (const { start, end } of passages) assert.ok(start >= 0 && end > start && end <= page.text.length)
    }
  }
  for (const { content, source, counters } of claims) {
    assert.ok(content.end > content.start)
    assert.ok(source === null || source.end > source.start)
    for (const counter of counters) assert.ok(counter < claims.length)
  }
  for (const { passages } of events) for (const { start, end } of passages) assert.ok(end > start)
}

test("proposals say only what the schema can say, each on words of the text", () => {
  sound(page)
  const sentences = STORY.split(/(?<=\.)\s+/)
  const more = [
    "“I fell,” he said.",
    "The UN said last August that 2 million people were held.",
    "Police raided the office of the Steppe Union.",
    "He was born in Mali.",
    "Temir Aldan",
    "on",
    "U.S. ",
    "\n\n",
    "“",
    "She,",
    "The Steppe Union was fined $20.",
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sentences, ...more), { maxLength: 12 }), (parts) =>
      sound(example(parts.join(" ") || ".")),
    ),
    { numRuns: 300 },
  )
})

test("the same page gives the same answer", () => {
  const { words: _, name: __, page: ___, ...one } = example(STORY)
  const { words: _w, name: _n, page: _p, ...two } = example(STORY)
  assert.deepEqual(one, two)
})
