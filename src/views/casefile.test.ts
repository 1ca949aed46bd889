import assert from "node:assert/strict"
import { test } from "node:test"
import type { EntityFacts, Line, Mark, Said } from "../model/casefile.js"
import type { EntityId, SourceId, StatementId } from "../model/id.js"
import type { Value } from "../model/value.js"
import { exchanges, Speech } from "./claims.js"
import type { Here } from "./here.js"
import { Marks, makeNotes } from "./notes.js"
import { LineValues } from "./value.js"

const mark = (source: string, start: number, end: number): Mark => ({
  source: source as SourceId,
  text: "",
  start,
  end,
  exact: `${source} ${start}`,
  prefix: "",
  suffix: "",
})
const here: Here = {
  lang: "en",
  links: {
    source: () => null,
    passage: ({ source, start, end }) => `#${source}-${start}-${end}`,
    entity: (id) => `#${id}`,
    statement: () => null,
  },
}
const said = (
  value: Value,
  words: string,
  marks: readonly Mark[] = [mark("a", 0, 4)],
  more: Partial<Said> = {},
): Said => ({
  value,
  words,
  marks,
  holds: null,
  statements: ["s" as StatementId],
  sources: 1,
  bulk: false,
  audience: "team",
  ...more,
})
const line = (property: string, how: Line["how"], ...all: Said[]): Line => ({
  entity: "e" as EntityId,
  property,
  said: all,
  how,
})
const plain = (html: unknown) =>
  String(html)
    .replace(/<span class="words"[\s\S]*?<\/span><\/span>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/\s+/g, " ")
    .trim()

test("marks count sources, not passages, and keep their number over the page", () => {
  const notes = makeNotes([])
  const first = notes.take([mark("a", 0, 4), mark("a", 9, 12), mark("b", 3, 5)])
  assert.deepEqual(
    first.map(({ number, source, marks }) => [number, source, marks.length]),
    [
      [1, "a", 2],
      [2, "b", 1],
    ],
  )
  assert.deepEqual(
    notes.take([mark("b", 3, 5), mark("b", 3, 5)]).map(({ number }) => number),
    [2],
  )
  assert.deepEqual(
    notes.take([mark("a", 0, 4)]).map(({ number }) => number),
    [3],
  )
  assert.equal(notes.all.length, 3)
})

test("a mark leads to its words in one step; testimony to the vault shows a hand", () => {
  const notes = makeNotes([])
  assert.match(
    String(Marks({ here, notes, marks: [mark("a", 7, 9)] })),
    /<a href="#a-7-9" aria-label="Source 1">1<\/a>/,
  )
  assert.match(String(Marks({ here, notes, marks: [] })), /Testimony to the vault/)
})

test("agreed, several, sequence and dispute each read differently", () => {
  const [one, two] = [said({ type: "text", text: "x" }, "one"), said({ type: "text", text: "y" }, "two")]
  const shown = (how: Line["how"], ...all: Said[]) =>
    plain(
      LineValues({
        here,
        notes: { ...makeNotes([]), take: () => [] },
        schema: "Person",
        line: line("description", how, ...all),
      }),
    )
  assert.equal(shown("agreed", one), "x")
  assert.equal(shown("several", one, two), "x, y")
  assert.equal(shown("sequence", one, two), "x → y")
  assert.equal(shown("dispute", one, two), "2 versionsx · y")
})

test("codes, sums and dates are words; restricted and bulk are said", () => {
  const show = (schema: "Measure" | "Sentence", property: string, one: Said) =>
    plain(
      LineValues({ here, notes: { ...makeNotes([]), take: () => [] }, schema, line: line(property, "agreed", one) }),
    )
  assert.equal(show("Measure", "kind", said({ type: "code", code: "house_arrest" }, "house_arrest")), "house arrest")
  assert.equal(
    show("Measure", "kind", said({ type: "code", code: "new_kind" }, "new_kind")),
    "new_kind",
    "from a newer version",
  )
  assert.equal(
    show(
      "Sentence",
      "amount",
      said({ type: "money", amount: "670", currency: "USD", equivalent: true, words: "some $670" }, ""),
    ).replaceAll("\u00a0", " "),
    "≈ $670 “some $670”",
  )
  assert.equal(
    show("Measure", "date", said({ type: "date", edtf: "2019-03/..", words: "since March", reference: null }, "")),
    "since March 2019 “since March”",
  )
  assert.equal(
    show(
      "Measure",
      "kind",
      said({ type: "code", code: "bail" }, "", [], { bulk: true, audience: "restricted" }),
    ).replace("Testimony to the vault", ""),
    "bail fewin bulk",
  )
  assert.equal(
    show("Measure", "place", said({ type: "entity", entity: "p" as EntityId }, "")),
    "place",
    "what has no name is called what it is",
  )
})

const claim = (id: string, ...counters: string[]): EntityFacts => ({
  id: id as EntityId,
  schema: "Claim",
  name: "",
  lines:
    counters.length === 0
      ? []
      : [line("counters", "several", ...counters.map((to) => said({ type: "entity", entity: to as EntityId }, "")))],
})
const pairs = (...claims: EntityFacts[]) =>
  exchanges(claims).map(({ claim: { id }, against }) => [id, ...against.map((one) => one.id)].join(" "))

test("an answer stands beside what it answers, an answer to an answer too, and none is lost", () => {
  assert.deepEqual(pairs(claim("a"), claim("b", "a"), claim("c")), ["a b", "c"])
  assert.deepEqual(pairs(claim("b", "a"), claim("a")), ["a b"])
  assert.deepEqual(pairs(claim("a"), claim("b", "a"), claim("c", "b")), ["a b c"])
  assert.deepEqual(pairs(claim("b", "elsewhere")), ["b"])
  for (const circle of [
    [claim("a", "b"), claim("b", "a")],
    [claim("a", "a")],
    [claim("a", "b"), claim("b", "c"), claim("c", "a")],
  ])
    assert.deepEqual(
      exchanges(circle)
        .flatMap(({ claim: one, against }) => [one, ...against])
        .map(({ id }) => id)
        .sort(),
      circle.map(({ id }) => id).sort(),
    )
})

test("a claim reads as speech: who, then the words; no speaker is said, not guessed; quotation marks are not doubled", () => {
  const speech = (...lines: Line[]) =>
    plain(Speech({ here, notes: { ...makeNotes([]), take: () => [] }, claim: { ...claim("c"), lines } }))
  const words = (text: string) => line("words", "agreed", said({ type: "text", text }, text))
  const direct = line("speech", "agreed", said({ type: "code", code: "direct" }, "direct"))
  assert.match(
    speech(
      line("speaker", "agreed", said({ type: "entity", entity: "p" as EntityId }, "Dana Oralbek")),
      line("stance", "agreed", said({ type: "code", code: "denies" }, "denies")),
      words("it was so"),
    ),
    /^Dana Oralbek denies ?it was so$/,
  )
  assert.match(speech(words("it was so")), /^no speaker named/)
  assert.match(
    String(Speech({ here, notes: makeNotes([]), claim: { ...claim("c"), lines: [words("it was so"), direct] } })),
    /<q>it was so<\/q>/,
  )
  assert.doesNotMatch(
    String(
      Speech({
        here,
        notes: { ...makeNotes([]), take: () => [] },
        claim: { ...claim("c"), lines: [words("“rest homes”"), direct] },
      }),
    ),
    /<q>/,
  )
})
