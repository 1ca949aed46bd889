import type { Status, StatusWord } from "../model/casefile.js"
import { boundsOf, type Day } from "../model/date.js"
import type { EntityId } from "../model/id.js"
import { type Fact, marksOf } from "./facts.js"

/**
 * Where someone stood on one day, computed from intervals and never stored. An interval that was open as its source
 * spoke supports a status only up to the latest source for it; after that it is the last that is known. An undated
 * source supports a status only for the days it states.
 */
export function statusOn(person: EntityId, on: Day, happenings: ReadonlyMap<EntityId, readonly Fact[]>): Status {
  const spells: Spell[] = []
  for (const facts of happenings.values()) {
    const spell = spellOf(person, facts, happenings)
    if (spell) spells.push(spell)
  }
  // The latest to have surely begun by that day; of two that began together, the one known for longer.
  const begun = spells
    .filter(({ start }) => start !== null && start <= on)
    .sort((a, b) => (a.start! < b.start! ? 1 : a.start! > b.start! ? -1 : (a.reach ?? "") < (b.reach ?? "") ? 1 : -1))
  const [last] = begun
  const nothing = { person, on, place: null, asOf: null, lastKnown: false, since: null, marks: [] }
  if (!last) return { ...nothing, is: "unknown" }
  const marks = marksOf(last.facts)
  if (last.end !== null && last.end < on) {
    // It ended, and no source says what came then.
    return { ...nothing, is: "unknown", asOf: last.end, lastKnown: true, marks }
  }
  return {
    person,
    on,
    is: last.is,
    place: placeOn(last.facts, on),
    asOf: last.reach,
    lastKnown: last.is !== "dead" && (last.reach === null || on > last.reach),
    since: last.since,
    marks,
  }
}

interface Spell {
  is: StatusWord
  /** Surely begun by this day. */
  start: Day | null
  /** Surely over after this day; null while no source says that it ended. */
  end: Day | null
  /** The latest day a source speaks for it. */
  reach: Day | null
  since: string | null
  facts: Fact[]
}

const MEASURES: Readonly<Record<string, StatusWord>> = {
  custody: "custody",
  house_arrest: "house_arrest",
  bail: "bail",
  travel_ban: "travel_ban",
}

const DETENTIONS: Readonly<Record<string, StatusWord>> = {
  arrest: "custody",
  police_custody: "custody",
  pretrial: "custody",
  incommunicado: "custody",
  psychiatric: "interned",
  prison: "imprisoned",
  camp: "interned",
  other: "custody",
}

const EVENTS: Readonly<Record<string, StatusWord>> = { disappearance: "missing", killing: "dead", death: "dead" }

const code = (facts: readonly Fact[], property: string): string | null => {
  const value = facts.find((fact) => fact.property === property)?.value
  return value?.type === "code" ? value.code : null
}

function wordOf(facts: readonly Fact[]): StatusWord | null {
  const kind = code(facts, "kind") ?? ""
  switch (facts[0]!.schema) {
    case "Measure":
      return MEASURES[kind] ?? null
    case "Detention":
      return DETENTIONS[kind] ?? "custody"
    case "Release":
      return "free"
    case "Sentence":
      return kind === "prison_term" ? "imprisoned" : null
    case "Event":
      return EVENTS[kind] ?? null
    default:
      return null
  }
}

function spellOf(person: EntityId, facts: readonly Fact[], all: ReadonlyMap<EntityId, readonly Fact[]>): Spell | null {
  const is = wordOf(facts)
  const concerns = facts.some((fact) => fact.property === "person" && pointsAt(fact, person))
  if (!is || !concerns) return null
  const spell: Spell = { is, start: null, end: null, reach: null, since: null, facts: [...facts] }
  // A sentence begins with the ruling that passed it, when it gives no day of its own.
  const rulings = rulingsOn(facts[0]!.entity, all)
  const own = facts.flatMap(intervalsOf)
  const dated = own.length > 0 || facts[0]!.schema !== "Sentence" ? own : sentencedBy(facts, all)
  for (const { edtf, known } of dated) {
    const { start, end, kind, ongoing } = boundsOf(edtf)
    const begins = start.latest
    if (begins !== null && (spell.start === null || begins < spell.start)) {
      spell.start = begins
      spell.since = edtf.split("/")[0]!
    }
    if (kind === "period" && !ongoing && end.latest !== null && spell.end === null) spell.end = end.latest
    extend(spell, begins)
    extend(spell, end.latest)
    extend(spell, known)
  }
  for (const facts of rulings) {
    const lifted = code(facts, "kind") === "measure_lifted"
    for (const { edtf, known } of facts.flatMap(intervalsOf)) {
      const day = boundsOf(edtf).start.latest
      if (lifted) spell.end = day
      extend(spell, day)
      if (!lifted) extend(spell, known)
    }
    spell.facts.push(...facts)
  }
  if (spell.end !== null && spell.reach !== null && spell.reach > spell.end) spell.reach = spell.end
  return spell
}

function extend(spell: Spell, day: Day | null): void {
  if (day !== null && (spell.reach === null || day > spell.reach)) spell.reach = day
}

/** The intervals that date a happening: its date, and how long its kind is said to hold. */
function intervalsOf(fact: Fact): { edtf: string; known: string | null }[] {
  const found: { edtf: string; known: string | null }[] = []
  if (fact.property === "date" && fact.value.type === "date") found.push({ edtf: fact.value.edtf, known: fact.known })
  if (fact.property === "kind" && fact.holds) found.push({ edtf: fact.holds.edtf, known: fact.known })
  return found
}

function rulingsOn(measure: EntityId, all: ReadonlyMap<EntityId, readonly Fact[]>): (readonly Fact[])[] {
  return [...all.values()].filter(
    (facts) =>
      facts[0]!.schema === "Ruling" && facts.some((fact) => fact.property === "measure" && pointsAt(fact, measure)),
  )
}

function sentencedBy(facts: readonly Fact[], all: ReadonlyMap<EntityId, readonly Fact[]>) {
  const ruling = facts.find((fact) => fact.property === "ruling")?.value
  return ruling?.type === "entity" ? (all.get(ruling.entity) ?? []).flatMap(intervalsOf) : []
}

function pointsAt(fact: Fact, entity: EntityId): boolean {
  return fact.value.type === "entity" && fact.value.entity === entity
}

/** Of the places a spell names, the one that holds from the latest day not after `on`; else one without a day. */
function placeOn(facts: readonly Fact[], on: Day): EntityId | null {
  const places = facts
    .filter((fact) => fact.property === "place" && fact.schema !== "Ruling" && fact.value.type === "entity")
    .map((fact) => ({
      place: fact.value.type === "entity" ? fact.value.entity : null,
      from: fact.holds ? boundsOf(fact.holds.edtf).start.latest : null,
    }))
  const begun = places.filter(({ from }) => from !== null && from <= on).sort((a, b) => (a.from! < b.from! ? 1 : -1))
  return begun[0]?.place ?? places.find(({ from }) => from === null)?.place ?? null
}
