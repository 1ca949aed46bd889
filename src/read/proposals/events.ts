import type { DateValue } from "../../model/date.js"
import type { Span } from "../../model/passage.js"
import type { LocalRef } from "../../model/proposal.js"
import type { SchemaName } from "../../model/schema.js"
import type { FoundEvent } from "../events/index.js"
import { graveOf } from "./grave.js"
import { claimRef, courtCaseRef, type Draft, draftOf, eventRef, type Material } from "./index.js"
import { code, entity, identifier, Statements, text } from "./statements.js"

/** What kind of thing an event becomes in the record, and the code of its kind. */
const BECOMES: Readonly<Record<string, { schema: SchemaName; kind: string }>> = {
  hearing: { schema: "Hearing", kind: "hearing" },
  trial: { schema: "Hearing", kind: "trial" },
  charge: { schema: "Charge", kind: "charge" },
  accusation: { schema: "Charge", kind: "accusation" },
  ruling: { schema: "Ruling", kind: "other" },
  change_of_venue: { schema: "Ruling", kind: "change_of_venue" },
  conviction: { schema: "Ruling", kind: "conviction" },
  acquittal: { schema: "Ruling", kind: "acquittal" },
  fine: { schema: "Sentence", kind: "fine" },
  sentence: { schema: "Sentence", kind: "prison_term" },
  arrest: { schema: "Detention", kind: "arrest" },
  detention: { schema: "Detention", kind: "other" },
  release: { schema: "Release", kind: "released" },
  kidnapping: { schema: "Event", kind: "other" },
  gathering: { schema: "Event", kind: "gathering" },
  statement: { schema: "Event", kind: "statement" },
  report: { schema: "Event", kind: "report" },
  raid: { schema: "Event", kind: "raid" },
  attack: { schema: "Event", kind: "attack" },
  killing: { schema: "Event", kind: "killing" },
  death: { schema: "Event", kind: "death" },
  torture: { schema: "Event", kind: "torture" },
  disappearance: { schema: "Event", kind: "disappearance" },
  threat: { schema: "Event", kind: "threat" },
  designation: { schema: "Event", kind: "designation" },
}

/** Rules that read a decision, not only a state: they make a ruling beside the measure. */
const DECIDED = new Set(["measure/ruled-remain", "measure/ordered", "measure/whose-extended", "measure/lifted"])

export function proposeEvents(material: Material): Draft[] {
  const measures = measureRefs(material.events)
  return material.events.flatMap((event, at) =>
    event.type === "measure" ? proposeMeasure(material, event, at, measures) : proposeEvent(material, event, at),
  )
}

/** Two events about one person's house arrest are about one measure: the first of them that tells of the state. */
function measureRefs(events: readonly FoundEvent[]): Map<string, number> {
  const refs = new Map<string, number>()
  for (const decided of [false, true])
    for (const [at, event] of events.entries())
      if (event.type === "measure" && DECIDED.has(event.rule) === decided && !refs.has(measureKey(event)))
        refs.set(measureKey(event), at)
  return refs
}

const measureKey = ({ people, kind }: FoundEvent) => `${people.join()}|${kind}`

function proposeMeasure(
  material: Material,
  event: FoundEvent,
  at: number,
  measures: ReadonlyMap<string, number>,
): Draft[] {
  const { lang } = material
  const owner = measures.get(measureKey(event)) ?? at
  const measure = eventRef(owner)
  const date = dateOf(material, event)
  const from = openFrom(date, event)
  const { own: passages, dated } = passagesOf(material, event)
  if (!DECIDED.has(event.rule)) {
    const own = new Statements(measure, "Measure", lang, passages)
    own.add("kind", code(event.kind), { holds: from, passages: dated })
    for (const person of event.people) own.add("person", entity(person))
    own.add("place", entity(event.place), { holds: from, passages: dated })
    if (date !== null) own.add("date", { type: "date", ...date }, { passages: dated })
    own.add("change", code(event.change)).add("act", identifier(event.act))
    proceeding(own, event)
    return draftOf({
      rule: event.rule,
      score: 0.85,
      about: measure,
      schema: "Measure",
      grave: null,
      statements: own.list,
    })
  }
  // The ruling needs a number of its own where the state is told by the same event.
  const about: LocalRef = owner === at ? `r${at + 1}` : eventRef(at)
  const ruling = new Statements(about, "Ruling", lang, passages)
  const change = event.change === "requalified" || event.change === null ? "continued" : event.change
  ruling.add("kind", code(`measure_${change}`)).add("measure", entity(measure))
  if (date !== null) ruling.add("date", { type: "date", ...date }, { passages: dated })
  for (const person of event.people) ruling.add("person", entity(person))
  ruling.add("court", entity(event.court))
  proceeding(ruling, event)
  const held = new Statements(measure, "Measure", lang, passages)
  if (owner === at) {
    held.add("kind", code(event.kind), { holds: from, passages: dated })
    for (const person of event.people) held.add("person", entity(person))
    proceeding(held, event)
  }
  held.add("place", entity(event.place), { holds: from, passages: dated })
  return draftOf({
    rule: event.rule,
    score: 0.85,
    about,
    schema: "Ruling",
    grave: null,
    statements: [...ruling.list, ...held.list],
  })
}

/** From when a measure is said to hold: an interval as it stands, a day from then on. A lifted one says nothing. */
function openFrom(date: DateValue | null, event: FoundEvent): DateValue | null {
  if (date === null || event.change === "lifted" || /^[[/]/u.test(date.edtf)) return null
  return date.edtf.includes("/") ? date : { ...date, edtf: `${date.edtf}/..` }
}

function proposeEvent(material: Material, event: FoundEvent, at: number): Draft[] {
  const { lang, claims } = material
  const becomes = BECOMES[event.type]
  if (!becomes) return []
  const { schema } = becomes
  const { own: passages, dated } = passagesOf(material, event)
  const own = new Statements(eventRef(at), schema, lang, passages)
  own.add("kind", code(schema === "Sentence" && event.kind === "death" ? "death" : becomes.kind))
  const date = dateOf(material, event)
  if (date !== null) own.add("date", { type: "date", ...date }, { passages: dated })
  for (const person of event.people) own.add("person", entity(person))
  for (const body of event.by) if (body !== event.court) own.add("by", entity(body))
  own.add("court", entity(event.court))
  if (event.type !== "change_of_venue") own.add("place", entity(event.place))
  own.add("offence", text(event.charge))
  own.add("from", entity(event.from)).add("to", entity(event.to)).add("allegedAt", entity(event.allegedAt))
  if (event.reason !== null) {
    const words = material.scene.text.slice(event.reason.start, event.reason.end)
    own.add("reason", code(reasonOf(words, event)), { passages: [event.reason] })
    const claim = claims.findIndex(
      ({ content, rule }) =>
        rule === "claims/reason" && content.start < event.reason!.end && content.end > event.reason!.start,
    )
    if (claim >= 0) own.add("statedReason", entity(claimRef(claim)), { passages: [event.reason] })
  }
  if (event.amount !== null)
    own.add("amount", {
      type: "money",
      amount: String(event.amount.value),
      currency: event.amount.currency,
      equivalent: event.amount.equivalent,
      words: null,
    })
  if (schema === "Sentence") {
    sentenced(own, material, event)
  }
  if (event.act !== null) own.add("act", identifier(event.act))
  proceeding(own, event)
  const grave = graveOf(material.scene.text, event)
  return draftOf({
    rule: event.rule,
    score: event.people.length + event.by.length > 0 ? 0.8 : 0.5,
    about: eventRef(at),
    schema,
    grave,
    statements: own.list,
  })
}

function proceeding(own: Statements, event: FoundEvent): void {
  if (event.proceeding !== null) own.add("proceeding", entity(courtCaseRef(event.proceeding)))
}

/** A sentence follows from the conviction of its proceeding, and may have a term. */
function sentenced(own: Statements, { events, quantities }: Material, event: FoundEvent): void {
  const conviction = events.findIndex(
    (other) =>
      other.type === "conviction" &&
      other.proceeding === event.proceeding &&
      event.proceeding !== null &&
      other.people.join() === event.people.join(),
  )
  if (conviction >= 0) own.add("ruling", entity(eventRef(conviction)))
  if (event.type !== "sentence") return
  const term = quantities.find(
    ({ start, end, unit }) =>
      /^(?:years?|months?|days?)$/u.test(unit ?? "") &&
      event.passages.some((span) => start >= span.start && end <= span.end),
  )
  if (term) {
    const { words, low, high, unit, approximate, start, end } = term
    own.add("term", { type: "quantity", words, low, high, unit, approximate }, { passages: [{ start, end }] })
  }
}

/** Where an event itself is told, and where its date stands when that is another sentence. */
function passagesOf({ scene }: Material, { passages, borrowed, date }: FoundEvent): { own: Passages; dated: Passages } {
  const lent = (span: Span) => borrowed.some(({ start, end }) => start === span.start && end === span.end)
  const [first, ...rest] = passages.filter((span) => !lent(span))
  const own: Passages = first === undefined ? passages : [first, ...rest]
  const holding = own.filter(({ start, end }) =>
    scene.dates.some((found) => found.edtf === date && found.start >= start && found.end <= end),
  )
  return {
    own,
    dated: borrowed.length > 0 ? [own[0], ...borrowed] : holding.length > 0 ? [holding[0]!, ...holding.slice(1)] : own,
  }
}

type Passages = readonly [Span, ...Span[]]

/** The date with the source's own words: those of the passage it stands in. */
function dateOf({ scene }: Material, event: FoundEvent): DateValue | null {
  if (event.date === null) return null
  const found = scene.dates.find(
    (date) =>
      date.edtf === event.date && event.passages.some((span) => date.start >= span.start && date.end <= span.end),
  )
  return {
    edtf: event.date,
    words: found ? scene.text.slice(found.phrase, found.end) : null,
    reference: found?.reference ?? null,
  }
}

function reasonOf(words: string, event: FoundEvent): string | null {
  if (event.allegedAt !== null) return "place_of_alleged_offence"
  if (/\b(?:security|safety)\b/iu.test(words)) return "security"
  if (/\brecus/iu.test(words)) return "recusal"
  return null
}
