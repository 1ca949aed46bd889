import { type Gathered, gatherCase } from "../index/case.js"
import {
  allFacts,
  byEntity,
  canonOf,
  type Fact,
  factsAbout,
  factsFrom,
  nameOf,
  nothingSeen,
  onceBulk,
  onlyThese,
} from "../index/facts.js"
import { homesUntold } from "../index/precision.js"
import { canonsOf, type Pair } from "../index/same.js"
import type { EntityId, SourceId, StatementId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { propertyOf, schemaOf } from "../model/schema.js"
import type { Value } from "../model/value.js"
import type { Db } from "../vault/db.js"
import { type Anchored, anchor } from "./anchor.js"
import { type Hidden, hiddenIn, saysAnything, TAKEN_OUT, takeOut } from "./hide.js"

/** Why a statement of the case stays in the vault. */
export type Why =
  /** Its audience is the team or fewer. */
  | "audience"
  /** It was accepted in bulk. */
  | "bulk"
  /** Its property is never published: identity documents, where relatives live. */
  | "property"
  /** A relation between people: dossiers do not tell them. */
  | "relation"
  /** It points at someone or something that does not go out. */
  | "target"
  /** It belongs to a claim or an event whose speaker, hedge or person does not go out: alone it would say another thing. */
  | "incomplete"
  /** Nothing would remain of its words once what is not public is taken out. */
  | "words"
  /** A home that is not known to be a city or wider, or how coarsely a place is to be told of. */
  | "precision"
  /** Nothing public connects it with the case. */
  | "apart"

export interface HeldBack {
  readonly fact: Fact
  readonly why: Why
}

/** What of a case goes out, with the vault's ids still, and what stays. */
export interface Choice {
  /** The centre of the case, as the whole vault and as the public knows it. */
  readonly root: EntityId
  readonly whole: Gathered
  /** Null when the centre itself does not go out: then nothing does. Words are those that may be read. */
  readonly open: Gathered | null
  readonly held: readonly HeldBack[]
  /** All that stands in the sources of the case. */
  readonly around: readonly Fact[]
  readonly hidden: Hidden
  readonly anchored: Anchored
}

/**
 * Chooses what goes out: public statements that were not decided in bulk, that stand without those that stay, and that
 * can be reached from the case through one another alone.
 * @throws DalelError entity/unknown
 */
export async function choose(db: Db, id: EntityId): Promise<Choice> {
  const canon = await canonOf(db, id)
  const read = nothingSeen()
  const whole = canon && (await gatherCase(allFacts(db, read), canon))
  if (!canon || !whole?.things.has(canon)) throw new DalelError("entity/unknown", id)
  const scope = [...whole.things.values()].flat()
  const named = await factsAbout(
    db,
    new Set(scope.flatMap(({ value }) => (value.type === "entity" ? [value.entity] : []))),
    read,
  )
  const around = await factsFrom(db, sourcesOf(scope), read)
  const every = [...scope, ...named, ...around]
  const apart = await withoutBulk(db, every)
  const bulk = await onceBulk(db, [...new Set(every.map(({ id }) => id))])
  const seen = (fact: Fact): Fact => ({ ...apart(fact), bulk: bulk.has(fact.id) })
  const facts = scope.map(seen)
  const others = named.map(seen)
  const beside = around.map(seen)
  const root = centreOf(scope, facts, canon)
  const held = new Map<StatementId, Why>()
  const untold = homesUntold([...beside, ...facts, ...others])
  for (const fact of facts) {
    const why = whyNot(fact) ?? (untold(fact) || fact.property === "precision" ? "precision" : null)
    if (why) held.set(fact.id, why)
  }
  const told = [...beside, ...facts, ...others]
  // What is hidden changes only with who is public.
  let known: string | null = null
  let hidden: Hidden = { people: [], spans: new Map(), words: [], places: [] }
  for (;;) {
    const left = facts.filter((fact) => !held.has(fact.id))
    const names = namesOf([...others, ...left].filter((fact) => mayGo(fact) && !held.has(fact.id)))
    const key = JSON.stringify([...names])
    if (key !== known) hidden = hiddenIn(told, (one) => names.has(one), [...names.values()].flat())
    known = key
    const anchored = anchor(left, hidden)
    const before = held.size
    const context = { all: byEntity(facts), left: byEntity(left), names, hidden, anchored }
    for (const fact of left) {
      const why = whyNotWith(fact, context)
      if (why) held.set(fact.id, why)
    }
    if (held.size > before) continue
    const readable = left.map((fact) => readableFact(fact, names, hidden))
    const open = (await gatherCase(onlyThese(readable), root)) ?? null
    for (const fact of left) if (!open?.things.has(fact.entity)) held.set(fact.id, "apart")
    if (held.size > before) continue
    const back = facts.flatMap((fact) => (held.has(fact.id) ? [{ fact, why: held.get(fact.id)! }] : []))
    return { root, whole, open, held: back, around: beside, hidden, anchored }
  }
}

/** Decided for everyone by a person, one at a time, and of a kind that may ever be public. */
export function mayGo(fact: Fact): boolean {
  return whyNot(fact) === null
}

function whyNot({ schema, property, audience, bulk }: Fact): Why | null {
  if (propertyOf(schema, property)?.audience === "restricted") return "property"
  if (bulk) return "bulk"
  if (audience !== "public") return "audience"
  return schemaOf(schema).role === "relation" ? "relation" : null
}

/** Without these an event or a claim says something else than the vault does. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  happening: ["person"],
  speech: ["speaker", "speakerText", "stance", "hedge"],
}

interface Context {
  readonly all: ReadonlyMap<EntityId, readonly Fact[]>
  readonly left: ReadonlyMap<EntityId, readonly Fact[]>
  readonly names: ReadonlyMap<EntityId, readonly string[]>
  readonly hidden: Hidden
  readonly anchored: Anchored
}

function whyNotWith(fact: Fact, { all, left, names, hidden, anchored }: Context): Why | null {
  const { entity, schema, value, ground } = fact
  if (value.type === "entity" && !names.has(value.entity)) {
    const there = left.get(value.entity)?.[0]
    const nameless = there && (schemaOf(there.schema).role !== "thing" || there.schema === "CourtCase")
    if (!nameless) return "target"
  }
  for (const property of WHOLE[schemaOf(schema).role] ?? []) {
    const says = (one: Fact) => one.property === property
    if (all.get(entity)!.some(says) && !left.get(entity)!.some(says)) return "incomplete"
  }
  if (ground.kind === "source" && !ground.passages.some((one) => anchored.place(ground.source, one))) return "words"
  return saysAnything(readableWords(value, hidden).replaceAll(TAKEN_OUT, "")) ? null : "words"
}

/** The public names of every entity that has one, its display name first. */
function namesOf(facts: readonly Fact[]): Map<EntityId, string[]> {
  const own = new Map<EntityId, Fact[]>()
  for (const fact of facts)
    if (["name", "alias", "title"].includes(fact.property))
      own.set(fact.entity, [...(own.get(fact.entity) ?? []), fact])
  return new Map(
    [...own]
      .map(([id, facts]) => [id, [nameOf(facts), ...facts.map(({ words }) => words)]] as const)
      .filter(([, [name]]) => name !== "")
      .map(([id, names]) => [id, [...new Set(names)]]),
  )
}

function readableWords(value: Value, hidden: Hidden): string {
  const readable = readableValue(value, hidden)
  if (readable.type === "name" || readable.type === "text" || readable.type === "identifier") return readable.text
  if (readable.type === "url") return readable.url
  return readable.type === "quantity" ? readable.words : "x"
}

function readableValue(value: Value, hidden: Hidden): Value {
  switch (value.type) {
    case "name":
    case "text":
    case "identifier":
      return { ...value, text: takeOut(hidden, value.text) }
    case "url":
      return { ...value, url: takeOut(hidden, value.url) }
    case "quantity":
      return { ...value, words: takeOut(hidden, value.words) }
    case "date":
    case "money":
      return { ...value, words: value.words === null ? null : takeOut(hidden, value.words) }
    default:
      return value
  }
}

/** The fact in the words that may be read. */
function readableFact(fact: Fact, names: ReadonlyMap<EntityId, readonly string[]>, hidden: Hidden): Fact {
  const { holds, words } = fact
  const value = readableValue(fact.value, hidden)
  return {
    ...fact,
    value,
    words: takeOut(hidden, value.type === "entity" ? (names.get(value.entity)?.[0] ?? "") : words),
    holds: holds && { ...holds, words: holds.words === null ? null : takeOut(hidden, holds.words) },
  }
}

function sourcesOf(facts: readonly Fact[]): Set<SourceId> {
  return new Set(facts.flatMap(({ source }) => (source ? [source] : [])))
}

/**
 * Entities that only a decision in bulk made one are two again: what was accepted without being looked at joins nobody
 * in public.
 */
async function withoutBulk(db: Db, facts: readonly Fact[]): Promise<(fact: Fact) => Fact> {
  const joined = await db.all<{ canon: EntityId }>(
    `SELECT DISTINCT x.canon FROM i_same s JOIN i_entry e ON e.id = s.entry JOIN i_entity x ON x.id = s.a
     WHERE e.live = 1 AND s.bulk = 1 AND s.verdict = 'same'`,
  )
  const doubtful = new Set(joined.map(({ canon }) => canon))
  const canonAgain = new Map<EntityId, EntityId>()
  const touched = new Set(
    facts.flatMap(({ entity, value }) => (value.type === "entity" ? [entity, value.entity] : [entity])),
  )
  for (const canon of touched) {
    if (!doubtful.has(canon)) continue
    const members = await db.all<{ id: EntityId }>("SELECT id FROM i_entity WHERE canon = ?", canon)
    const pairs = await db.all<Pair>(
      `SELECT s.a, s.b, s.verdict, e.at || s.entry AS "order" FROM i_same s JOIN i_entry e ON e.id = s.entry
       JOIN i_entity x ON x.id = s.a WHERE e.live = 1 AND x.canon = ? AND (s.bulk = 0 OR s.verdict <> 'same')`,
      canon,
    )
    for (const [id, own] of canonsOf(new Set(members.map(({ id }) => id)), pairs))
      canonAgain.set(id as EntityId, own as EntityId)
  }
  const again = (written: EntityId, canon: EntityId) => canonAgain.get(written) ?? canon
  return (fact) => {
    const { entity, value, written } = fact
    const target =
      value.type === "entity" && written.value.type === "entity"
        ? ({ type: "entity", entity: again(written.value.entity, value.entity) } as const)
        : value
    return { ...fact, entity: again(written.entity, entity), value: target }
  }
}

/** Where the centre fell apart: the part of which most may be told. */
function centreOf(scope: readonly Fact[], apart: readonly Fact[], canon: EntityId): EntityId {
  const parts = new Map<EntityId, number>()
  for (const [index, fact] of scope.entries()) {
    const part = apart[index]!
    if (fact.entity === canon) parts.set(part.entity, (parts.get(part.entity) ?? 0) + Number(mayGo(part)))
  }
  return [...parts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0]
}
