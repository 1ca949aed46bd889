import { decisionsOn } from "../index/sources.js"
import { type Entry, isKnown } from "../ledger/entry.js"
import type { Draft } from "../ledger/log.js"
import { boundsOf, isEdtf } from "../model/date.js"
import { type EntityId, type EntryId, makeId, type RenditionId, type SourceId, type StatementId } from "../model/id.js"
import { type Passage, passageOf, type Span } from "../model/passage.js"
import type { LocalRef, Proposal, ProposedStatement } from "../model/proposal.js"
import type { Reading } from "../model/reading.js"
import { DalelError } from "../model/refusals.js"
import { propertyOf, type SchemaName } from "../model/schema.js"
import { type Audience, careful, checkStatement, type Statement } from "../model/statement.js"
import type { Value } from "../model/value.js"
import { entryById } from "../vault/logs.js"
import type { Vault } from "../vault/vault.js"
import { readingOf } from "./propose.js"
import { alike, statementsAbout } from "./same.js"

export type Verdict =
  | { readonly is: "accept"; readonly audience: Audience; readonly bulk: boolean }
  /** The whole of what the one proposal becomes. */
  | { readonly is: "edit"; readonly audience: Audience; readonly statements: readonly ProposedStatement[] }
  | { readonly is: "reject" }

export interface DecisionAsked {
  readonly source: SourceId
  readonly numbers: readonly [number, ...number[]]
  readonly verdict: Verdict
  /** Local entities that a person says are entities of the vault. */
  readonly same: Readonly<Record<LocalRef, EntityId>>
}

/** What each local entity of a rendition became so far, by decisions that stand or were taken back. */
export type Became = Map<LocalRef, EntityId>

/**
 * Decides proposals: one signed commit, one entry a proposal, so that each can be undone or destroyed alone. Accepting
 * something about a person or place that is still only proposed accepts that proposal with it.
 * @returns the entry of each proposal decided, by number
 * @throws DalelError source/not-read, proposal/unknown, proposal/decided, proposal/needs-rejected,
 * decision/bulk-not-public, proposal/grave (in bulk), and what `checkStatement` throws
 */
export async function decide(vault: Vault, asked: DecisionAsked): Promise<Map<number, EntryId>> {
  const { verdict } = asked
  if (verdict.is === "accept" && verdict.bulk && verdict.audience === "public")
    throw new DalelError("decision/bulk-not-public")
  const context = await contextOf(vault, asked.source)
  const { reading, decided } = context
  for (const number of asked.numbers) {
    if (!reading.proposals[number - 1]) throw new DalelError("proposal/unknown", String(number))
    if (decided.has(number)) throw new DalelError("proposal/decided", String(number))
  }
  if (verdict.is === "edit" && asked.numbers.length > 1) throw new DalelError("proposal/decided")

  await checkSame(vault, context, asked.same)
  const became = new Map(context.became)
  const numbers = verdict.is === "reject" ? [...asked.numbers] : withNeeded(reading, asked.numbers, verdict, decided)
  const drafts: Draft[] = []
  const bulk = verdict.is === "accept" && verdict.bulk
  for (const number of numbers) {
    const proposal = reading.proposals[number - 1]!
    // What is taken along unasked is accepted as proposed.
    const own = asked.numbers.includes(number)
    const chosen = own && verdict.is === "edit" ? verdict.statements : proposal.statements
    if (bulk && proposal.grave) throw new DalelError("proposal/grave", String(number))
    const statements =
      verdict.is === "reject"
        ? []
        : chosen.map((statement) => toStatement(vault, context, statement, verdict.audience, became))
    const verdictWord = own ? verdict.is : "accept"
    const refs = new Set([...proposal.statements, ...chosen].flatMap(refsIn))
    const entities = Object.fromEntries([...became].filter(([ref]) => refs.has(ref)))
    const body = { source: asked.source, rendition: context.rendition, proposal: number, bulk, entities }
    drafts.push({
      kind: "decide",
      body: { ...body, verdict: verdictWord, proposed: proposal.statements, statements },
    })
  }
  if (verdict.is !== "reject")
    for (const [ref, entity] of Object.entries(asked.same)) {
      const own = became.get(ref)
      if (own && own !== entity) drafts.push({ kind: "same", body: { a: own, b: entity, verdict: "same", bulk } })
    }
  const entries = await vault.commit(drafts)
  return new Map(numbers.map((number, index) => [number, entries[index]!.id]))
}

/** Only what is there, and of one kind, can be the same. @throws DalelError entity/unknown, value/malformed */
async function checkSame(vault: Vault, { reading }: Context, same: DecisionAsked["same"]): Promise<void> {
  for (const [ref, entity] of Object.entries(same)) {
    const row = await vault.db.one<{ schema: SchemaName }>("SELECT schema FROM i_entity WHERE id = ?", entity)
    if (!row) throw new DalelError("entity/unknown", entity)
    const own = statementsAbout(reading, ref)[0]?.schema
    if (!own || !alike(own).includes(row.schema)) throw new DalelError("value/malformed", ref)
  }
}

export interface Context {
  readonly source: SourceId
  readonly rendition: RenditionId
  readonly hash: string
  readonly reading: Reading
  /** The day its source was published, as far as it is known to the day: the earliest it can be. */
  readonly known: string | null
  readonly decided: Awaited<ReturnType<typeof decisionsOn>>
  readonly became: Became
  /** The entries of every decision on it, those that were taken back too. */
  readonly entries: ReadonlyMap<EntryId, Entry<"decide">>
}

export async function contextOf(vault: Vault, id: SourceId): Promise<Context> {
  const { source, rendition, hash, reading } = await readingOf(vault, id)
  const decided = await decisionsOn(vault.db, id)
  const published = source.card.published
  const known = published && isEdtf(published) ? boundsOf(published).start.earliest : null
  const entries = await decisionEntries(vault, rendition)
  const became: Became = new Map([...entries.values()].flatMap(({ body }) => Object.entries(body.entities)))
  return { source: id, rendition, hash, reading, known, decided, became, entries }
}

/** Those that stand come last: of what a local entity became, they have the last word. */
async function decisionEntries(vault: Vault, rendition: RenditionId): Promise<Map<EntryId, Entry<"decide">>> {
  const rows = await vault.db.all<{ entry: EntryId }>(
    `SELECT d.entry FROM i_decision d JOIN i_entry e ON e.id = d.entry
     WHERE d.rendition = ? ORDER BY e.live, e.at, d.entry`,
    rendition,
  )
  const entries = new Map<EntryId, Entry<"decide">>()
  for (const { entry: id } of rows) {
    const entry = (await entryById(vault.db, id))?.entry
    if (entry && isKnown(entry) && entry.kind === "decide") entries.set(id, entry)
  }
  return entries
}

/** The proposal that introduces a local entity: the first about it. */
export function introducing(reading: Reading, ref: LocalRef): Proposal | undefined {
  return reading.proposals.find((proposal) => proposal.about === ref)
}

export function refsIn({ entity, value }: ProposedStatement): LocalRef[] {
  return value.type === "entity" ? [entity, value.entity] : [entity]
}

function withNeeded(
  reading: Reading,
  asked: readonly number[],
  verdict: Verdict,
  decided: Context["decided"],
): number[] {
  const numbers = new Set<number>()
  const add = (number: number, statements: readonly ProposedStatement[]) => {
    if (numbers.has(number)) return
    numbers.add(number)
    for (const ref of statements.flatMap(refsIn)) {
      const needed = introducing(reading, ref)
      if (!needed || numbers.has(needed.number)) continue
      const state = decided.get(needed.number)?.verdict
      if (state === "reject") throw new DalelError("proposal/needs-rejected", String(needed.number))
      if (state === undefined) add(needed.number, needed.statements)
    }
  }
  for (const number of asked) {
    const edited = verdict.is === "edit" ? verdict.statements : null
    add(number, edited ?? reading.proposals[number - 1]!.statements)
  }
  return [...numbers].sort((a, b) => a - b)
}

function toStatement(
  vault: Vault,
  { source, hash, reading, known }: Context,
  { entity, schema, property, value, lang, holds, passages }: ProposedStatement,
  audience: Audience,
  became: Became,
): Statement {
  const idOf = (ref: LocalRef): EntityId => {
    const id = became.get(ref) ?? makeId<EntityId>(vault.world.random)
    became.set(ref, id)
    return id
  }
  const statement: Statement = {
    id: makeId<StatementId>(vault.world.random),
    entity: idOf(entity),
    schema,
    property,
    value: value.type === "entity" ? { type: "entity", entity: idOf(value.entity) } : (value as Value),
    lang,
    holds,
    ground: { kind: "source", source, passages: passagesOf(reading.text, hash, passages) },
    audience: careful(audience, propertyOf(schema, property)?.audience ?? "restricted"),
    known,
    supersedes: null,
  }
  checkStatement(statement)
  return statement
}

export function passagesOf(text: string, hash: string, spans: readonly [Span, ...Span[]]): [Passage, ...Passage[]] {
  return spans.map((span) => passageOf(text, hash, span)) as [Passage, ...Passage[]]
}

/** Kinds of entries that a person can take back. */
export const UNDOABLE: readonly string[] = ["decide", "assert", "same", "retract", "withdraw"]

/**
 * Takes a decision, or a fact stated by hand, back. What was joined by the same act is parted again.
 * @throws DalelError decision/unknown, decision/undone
 */
export async function undo(vault: Vault, id: EntryId): Promise<EntryId> {
  const placed = await entryById(vault.db, id)
  const row = await vault.db.one<{ live: number }>("SELECT live FROM i_entry WHERE id = ?", id)
  if (!placed || !row || !UNDOABLE.includes(placed.entry.kind)) throw new DalelError("decision/unknown", id)
  if (row.live === 0) throw new DalelError("decision/undone", id)
  const entries = [id, ...(await joinedWith(vault, id))]
  const [entry] = await vault.commit([{ kind: "retract", body: { entries, statements: [], reason: "undo" } }])
  return entry!.id
}

/** Same-as decisions of the same commit about what this decision introduced. */
async function joinedWith(vault: Vault, id: EntryId): Promise<EntryId[]> {
  const placed = await entryById(vault.db, id)
  if (!placed || !isKnown(placed.entry) || placed.entry.kind !== "decide") return []
  const introduced = new Set(placed.entry.body.statements.map((statement) => statement.entity))
  // What something else still speaks of stays joined.
  for (const entity of introduced) {
    const sql = "SELECT 1 AS found FROM i_statement WHERE entity = ? AND live = 1 AND entry <> ?"
    if (await vault.db.one(sql, entity, id)) introduced.delete(entity)
  }
  const rows = await vault.db.all<{ entry: EntryId; a: EntityId; b: EntityId }>(
    `SELECT s.entry, s.a, s.b FROM i_same s JOIN i_entry e ON e.id = s.entry
     WHERE e.live = 1 AND e.device = ? AND e.seq > ? AND e.seq <
       (SELECT min(c.seq) FROM i_entry c WHERE c.kind = 'commit' AND c.device = e.device AND c.seq > ?)`,
    placed.device,
    placed.seq,
    placed.seq,
  )
  return rows.filter(({ a, b }) => introduced.has(a) || introduced.has(b)).map(({ entry }) => entry)
}
