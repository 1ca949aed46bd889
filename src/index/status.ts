import type { Status, StatusWord } from "../model/casefile.js"
import { boundsOf, type Day } from "../model/date.js"
import type { EntityId } from "../model/id.js"
import { type Fact, marksOf } from "./facts.js"

/**
 * Where someone stood on one day, computed from intervals and never stored. An interval that was open as its source
 * spoke supports a status only up to the latest source for it; after that it is the last that is known. An undated
 * source supports a status only for the days it states.
 */
export function statusOn(
  person: EntityId,
  on: Day,
  happenings: ReadonlyMap<EntityId, readonly Fact[]>,
  about: readonly Fact[] = [],
): Status {
  const spells: Spell[] = about.flatMap(deathIn)
  for (const facts of happenings.values()) {
    for (const one of byKind(facts)) {
      const spell = spellOf(person, one, happenings)
      if (spell) spells.push(spell)
    }
  }
  heldUntilFreed(spells)
  for (const facts of happenings.values()) endedBy(facts, person, spells)
  const begun = spells.filter(({ start }) => start !== null && start <= on).sort(latestFirst)
  const ended = ({ end }: Spell) => end !== null && end < on
  // A travel ban goes on beside whatever else befalls someone, and shows where nothing graver does.
  const other = begun.find(({ is }) => is === "dead") ?? begun.find(({ is }) => is !== "travel_ban")
  const ban = begun.find((spell) => spell.is === "travel_ban" && !ended(spell))
  const last = ban && (!other || other.is === "free" || ended(other)) ? ban : (other ?? begun[0])
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

/** A date of death, said of the person without an event of its own. */
function deathIn(fact: Fact): Spell[] {
  if (fact.property !== "deathDate" || fact.value.type !== "date") return []
  const day = boundsOf(fact.value.edtf).start.latest
  return [{ is: "dead", sort: day, start: day, end: null, reach: day, since: fact.value.edtf, facts: [fact] }]
}

/** Whoever was released was held until then. */
function heldUntilFreed(spells: readonly Spell[]): void {
  for (const { is, start } of spells) {
    if (is !== "free" || start === null) continue
    const before = spells.filter(
      (spell) => spell.is !== "free" && spell.is !== "travel_ban" && spell.start !== null && spell.start <= start,
    )
    const last = before.sort(latestFirst)[0]
    if (last && last.end === null) extend(last, start)
  }
}

/**
 * An acquittal ends the measures of its proceeding. It does not say that someone walked out: what came then is unknown
 * until a source tells.
 */
function endedBy(facts: readonly Fact[], person: EntityId, spells: readonly Spell[]): void {
  if (facts[0]!.schema !== "Ruling" || code(facts, "kind") !== "acquittal") return
  if (!facts.some((fact) => fact.property === "person" && pointsAt(fact, person))) return
  const [day] = facts.flatMap(intervalsOf).map(({ edtf }) => boundsOf(edtf).start.latest)
  if (!day) return
  const [own] = targetsOf(facts, "proceeding")
  for (const spell of spells) {
    const [other] = targetsOf(spell.facts, "proceeding")
    if (!Object.values(MEASURES).includes(spell.is) || spell.start === null || spell.start > day) continue
    if ((own && other && own !== other) || (spell.end !== null && spell.end <= day)) continue
    spell.end = day
    spell.reach = day
    spell.facts.push(...facts)
  }
}

function targetsOf(facts: readonly Fact[], property: string): EntityId[] {
  return facts.flatMap(({ property: own, value }) =>
    own === property && value.type === "entity" ? [value.entity] : [],
  )
}

/** What follows what when both are said of one day: arrested and released; released on bail. */
const FOLLOWS: Partial<Record<StatusWord, number>> = { imprisoned: 1, free: 2, house_arrest: 3, bail: 4, dead: 5 }

function latestFirst(a: Spell, b: Spell): number {
  if (a.sort !== b.sort) return a.sort! < b.sort! ? 1 : -1
  const follows = (FOLLOWS[b.is] ?? 0) - (FOLLOWS[a.is] ?? 0)
  return follows || (a.start! < b.start! ? 1 : a.start! > b.start! ? -1 : (a.reach ?? "") < (b.reach ?? "") ? 1 : -1)
}

/** A measure that was first of one kind and then of another is a spell of each. */
function byKind(facts: readonly Fact[]): (readonly Fact[])[] {
  const kinds = facts.filter(({ property }) => property === "kind")
  const codes = new Set(kinds.map(({ words }) => words))
  if (codes.size < 2 || kinds.some(({ holds }) => holds === null)) return [facts]
  return [...codes].map((code) =>
    facts.filter((one) => one.property !== "date" && (one.property !== "kind" || one.words === code)),
  )
}

interface Spell {
  is: StatusWord
  /** Where it stands among the others: a detention as early, what follows it as late as it can be. */
  sort: Day | null
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
  const spell: Spell = { is, sort: null, start: null, end: null, reach: null, since: null, facts: [...facts] }
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
      spell.sort = facts[0]!.schema === "Detention" ? (start.earliest ?? begins) : begins
    }
    if (kind === "period" && !ongoing && end.latest !== null && end.latest > (spell.end ?? "")) spell.end = end.latest
    extend(spell, begins)
    extend(spell, end.latest)
    if (ongoing) extend(spell, known)
  }
  for (const facts of rulings) {
    const lifted = code(facts, "kind") === "measure_lifted"
    for (const { edtf } of facts.flatMap(intervalsOf)) {
      const day = boundsOf(edtf).start.latest
      if (lifted) spell.end = day
      extend(spell, day)
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
      until: fact.holds ? boundsOf(fact.holds.edtf).end.latest : null,
    }))
    .filter(({ until }) => until === null || until >= on)
  const begun = places.filter(({ from }) => from !== null && from <= on).sort((a, b) => (a.from! < b.from! ? 1 : -1))
  return begun[0]?.place ?? places.find(({ from }) => from === null)?.place ?? null
}
