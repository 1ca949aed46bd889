import { createHash, randomBytes } from "node:crypto"
import type { CaseFile, EntityFacts, Line, Mark, Said, SourceCard, TimelineItem } from "../../src/model/casefile.js"
import { compatible, sortKey } from "../../src/model/date.js"
import { type EntityId, type EntryId, makeId, type SourceId, type StatementId } from "../../src/model/id.js"
import { type Passage, passageOf } from "../../src/model/passage.js"
import type { LocalRef, ProposedStatement } from "../../src/model/proposal.js"
import { DalelError } from "../../src/model/refusals.js"
import { propertyOf, type SchemaName, schemaOf } from "../../src/model/schema.js"
import type { Audience, Statement } from "../../src/model/statement.js"
import { sameValue, type Value, valueText } from "../../src/model/value.js"
import { zipOf } from "../../src/publish/archive.js"
import type { Preview } from "../../src/publish/preview.js"
import type { Publication } from "../../src/publish/publish.js"
import type {
  AddItem,
  Desk,
  DeskStatus,
  EntityRef,
  Job,
  JobId,
  LedgerRow,
  Page,
  PageAsked,
  ProposalState,
  SourceView,
} from "../../src/web/desk.js"
import { fakeExpunge } from "./expunge.js"
import { fakeKeys } from "./keys.js"
import { fakeMembers } from "./members.js"
import { SAMPLE, type SampleSource } from "./sample.js"

/**
 * A desk without a vault: everything in memory, folded naively. It is here so that pages can be built and looked at; it
 * keeps the promises of `Desk` that the pages rely on, and no others.
 */
export interface FakeOptions {
  readonly state: DeskStatus["state"]
  readonly sample?: boolean
  /** Start with the two sample sources already added. */
  readonly filled?: boolean
}

export const PASSPHRASE = "seven unrelated words make a door"

const random = (count: number) => new Uint8Array(randomBytes(count))
const AT = "2031-05-20T09:30:00Z"

interface Held {
  readonly id: SourceId
  readonly card: SourceCard
  readonly sample: SampleSource | null
  readonly states: Map<number, ProposalState>
  readonly became: Map<LocalRef, EntityId>
}

export function makeDesk(options: FakeOptions): Desk {
  let state = options.state
  let known = state === "none" ? "" : PASSPHRASE
  const held: Held[] = []
  interface Stated {
    statement: Statement
    entry: EntryId
    byHand: boolean
    bulk: boolean
  }
  const statements: Stated[] = []
  /** What a correction or a withdrawal put away, by the entry that did. */
  const past = new Map<EntryId, Stated>()
  const entries: LedgerRow[] = []
  const schemas = new Map<EntityId, SchemaName>()
  const jobs = new Map<JobId, Job>()

  function write(row: Partial<LedgerRow> & Pick<LedgerRow, "kind">): EntryId {
    const entry = makeId<EntryId>(random)
    entries.unshift({
      entry,
      at: AT,
      by: "Sholpan",
      verdict: null,
      bulk: false,
      reason: null,
      undoable: false,
      about: { source: null, entity: null, title: null },
      said: null,
      ...row,
    })
    return entry
  }

  function addSource(sample: SampleSource | null, title: string, bytes: number): Held {
    const id = makeId<SourceId>(random)
    const card: SourceCard = {
      id,
      title: sample?.title ?? title,
      published: sample?.published ?? null,
      publisher: sample?.publisher ?? null,
      address: sample?.address ?? null,
      sha256: createHash("sha256").update(id).digest("hex"),
      bytes,
      mediaType: sample ? "text/html" : "application/octet-stream",
      added: AT,
      legalNotice: sample?.legalNotice ?? null,
    }
    const one: Held = { id, card, sample, states: new Map(), became: new Map() }
    held.unshift(one)
    write({ kind: "capture", about: { source: id, entity: null, title: card.title } })
    return one
  }

  if (options.filled) for (const sample of [...SAMPLE].reverse()) addSource(sample, "", 48_213)

  function open(): void {
    if (state !== "open") throw new DalelError("vault/locked")
  }
  function sourceOf(id: SourceId): Held {
    open()
    const found = held.find((one) => one.id === id)
    if (!found) throw new DalelError("source/unknown", id)
    return found
  }
  const paged = <Row>(rows: readonly Row[], { page, size }: PageAsked): Page<Row> => ({
    rows: rows.slice((page - 1) * size, page * size),
    total: rows.length,
    more: false,
  })
  const nameOf = (id: EntityId): string => {
    const name = statements.find(({ statement }) => statement.entity === id && statement.property === "name")
    return name ? valueText(name.statement.value) : ""
  }
  const wordsOf = (value: Value): string => (value.type === "entity" ? nameOf(value.entity) || "?" : valueText(value))

  function entityFor(one: Held, ref: LocalRef, same: Readonly<Record<LocalRef, EntityId>>): EntityId {
    const known = one.became.get(ref) ?? same[ref]
    const about = one.sample!.names[ref]!
    const id = known ?? (about.name === "" ? null : byName(about.name)) ?? makeId<EntityId>(random)
    one.became.set(ref, id)
    schemas.set(id, schemas.get(id) ?? about.schema)
    return id
  }
  // Only so that two sample pages meet in one case; the real one never joins by itself.
  function byName(name: string): EntityId | null {
    return (
      statements.find(({ statement }) => statement.property === "name" && valueText(statement.value) === name)
        ?.statement.entity ?? null
    )
  }

  function assert(
    one: Held,
    statement: Omit<Statement, "id" | "known" | "supersedes">,
    entry: EntryId,
    how: { byHand: boolean; bulk: boolean },
  ) {
    statements.push({
      statement: { ...statement, id: makeId<StatementId>(random), known: one.card.published, supersedes: null },
      entry,
      ...how,
    })
  }

  function nameIfNew(
    one: Held,
    ref: LocalRef,
    id: EntityId,
    passages: readonly [Passage, ...Passage[]],
    entry: EntryId,
    audience: Audience,
  ): void {
    const about = one.sample!.names[ref]!
    if (about.name === "" || nameOf(id) !== "") return
    const value = { type: "name", text: about.name } as const
    assert(
      one,
      {
        entity: id,
        schema: about.schema,
        property: "name",
        value,
        lang: "en",
        holds: null,
        ground: { kind: "source", source: one.id, passages },
        audience,
      },
      entry,
      { byHand: false, bulk: false },
    )
  }

  function passages(one: Held, spans: readonly { start: number; end: number }[]): readonly [Passage, ...Passage[]] {
    const [first, ...rest] = spans.map((span) => passageOf(one.sample!.reading.text, "0".repeat(64), span))
    return [first!, ...rest]
  }

  function marksOf(statement: Statement): Mark[] {
    const { ground } = statement
    return ground.kind === "source" ? ground.passages.map((passage) => ({ ...passage, source: ground.source })) : []
  }

  function linesOf(id: EntityId): Line[] {
    const byProperty = new Map<string, { statement: Statement; bulk: boolean }[]>()
    for (const one of statements)
      if (one.statement.entity === id)
        byProperty.set(one.statement.property, [...(byProperty.get(one.statement.property) ?? []), one])
    return [...byProperty].map(([property, all]) => {
      const said: Said[] = []
      for (const { statement, bulk } of all) {
        const same = said.findIndex((one) => sameValue(one.value, statement.value))
        const marks = marksOf(statement)
        if (same >= 0) {
          const old = said[same]!
          said[same] = {
            ...old,
            marks: [...old.marks, ...marks],
            statements: [...old.statements, statement.id],
            sources: old.sources + 1,
          }
        } else
          said.push({
            value: statement.value,
            words: wordsOf(statement.value),
            holds: statement.holds,
            marks,
            statements: [statement.id],
            sources: 1,
            bulk,
            audience: statement.audience,
          })
      }
      const repeatable = propertyOf(schemas.get(id)!, property)?.repeatable ?? true
      const clash = said.some((a) =>
        said.some(
          (b) =>
            a !== b && !(a.value.type === "date" && b.value.type === "date" && compatible(a.value.edtf, b.value.edtf)),
        ),
      )
      return {
        entity: id,
        property,
        said,
        how: said.length === 1 ? "agreed" : repeatable ? "several" : clash ? "dispute" : "sequence",
      }
    })
  }
  const factsOf = (id: EntityId): EntityFacts => ({
    id,
    schema: schemas.get(id)!,
    name: nameOf(id),
    lines: linesOf(id),
  })
  const everything = () => [...new Set(statements.map(({ statement }) => statement.entity))].map(factsOf)
  const pointsTo = (facts: EntityFacts, id: EntityId) =>
    facts.lines.some((line) => line.said.some(({ value }) => value.type === "entity" && value.entity === id))
  const cardsFor = (all: readonly EntityFacts[]): SourceCard[] => {
    const ids = new Set(
      all.flatMap((facts) =>
        facts.lines.flatMap((line) => line.said.flatMap((said) => said.marks.map((mark) => mark.source))),
      ),
    )
    return held.filter(({ id }) => ids.has(id)).map(({ card }) => card)
  }
  function timelineOf(facts: EntityFacts): TimelineItem {
    const said = facts.lines.find((line) => line.property === "date")?.said[0]
    const date = said?.value.type === "date" ? said.value : null
    return { ...facts, type: facts.schema.toLowerCase(), date, sort: sortKey(date?.edtf ?? null) }
  }

  const desk: Desk = {
    ...fakeExpunge(() => Promise.all(held.map(({ id }) => desk.source(id))), random),
    ...fakeMembers(),
    ...fakeKeys({
      passphrase: () => known,
      become(passphrase) {
        known = passphrase
        state = "open"
      },
      sample: options.sample ?? false,
    }),
    status: async () => ({ state, sample: options.sample ?? false }),
    async setUp(passphrase) {
      if (state !== "none") throw new DalelError("vault/exists")
      if (passphrase.length < 12) throw new DalelError("vault/weak-passphrase")
      known = passphrase
      state = "open"
    },
    async unlock(passphrase) {
      if (passphrase !== known) throw new DalelError("vault/wrong-passphrase")
      state = "open"
    },
    async lock() {
      state = "locked"
    },
    async add(items) {
      open()
      const id = randomBytes(8).toString("hex") as JobId
      jobs.set(id, {
        id,
        state: "done",
        total: items.length,
        now: null,
        items: items.map((item) => ({ name: item.kind === "file" ? item.name : null, outcome: sealed(item) })),
      })
      return id
    },
    async job(id) {
      const job = jobs.get(id)
      if (!job) throw new DalelError("web/not-found")
      return job
    },
    busy: async () => [...jobs.values()].some((job) => job.state === "running"),
    unseenJob: async () => null,
    async cancel(id) {
      const job = jobs.get(id)
      if (!job) throw new DalelError("web/not-found")
      if (job.state === "running") jobs.set(id, { ...job, state: "cancelled", now: null })
    },
    sourceLanguages: async () => [...new Set(held.flatMap(({ sample }) => (sample ? [sample.reading.language] : [])))],
    async sources(asked, only) {
      open()
      const fits = ({ sample, states }: Held) =>
        (!only?.language || sample?.reading.language === only.language) &&
        (only?.state !== "unread" || sample === null) &&
        (only?.state !== "undecided" || (sample !== null && states.size < sample.reading.proposals.length))
      return paged(
        held.filter(fits).map(({ card, sample, states }) => ({
          card,
          language: sample?.reading.language ?? null,
          proposals: sample && { total: sample.reading.proposals.length, decided: states.size },
        })),
        asked,
      )
    },
    async picture(id): Promise<never> {
      sourceOf(id)
      throw new DalelError("source/not-readable-yet")
    },
    async source(id): Promise<SourceView> {
      const one = sourceOf(id)
      const names = one.sample?.names ?? {}
      return {
        card: one.card,
        reading: one.sample?.reading ?? null,
        unreadable: one.sample ? null : "source/not-readable-yet",
        proposals: (one.sample?.reading.proposals ?? []).map((proposal) => ({
          proposal,
          state: one.states.get(proposal.number) ?? { is: "proposed" },
          vault: proposal.statements.map((_, index) => ({
            agrees: index === 0 ? 1 : 0,
            differs:
              proposal.number === 3 && index === 3
                ? [{ value: { type: "date", edtf: "2031-05-15", words: null, reference: null }, words: "", mark: null }]
                : [],
          })),
        })),
        entities: Object.fromEntries(
          Object.entries(names).map(([ref, { schema, name }]) => [
            ref,
            {
              ref,
              schema,
              name,
              entity: one.became.get(ref) ?? null,
              candidates: everything()
                .filter(
                  (facts) =>
                    facts.name !== "" && facts.schema === schema && facts.name.slice(0, 3) === name.slice(0, 3),
                )
                .map((facts) => ({
                  id: facts.id,
                  schema,
                  name: facts.name,
                  score: 0.9,
                  badge: "same script" as const,
                  why: facts.name,
                })),
            },
          ]),
        ),
        statements: statements
          .filter(({ statement }) => statement.ground.kind === "source" && statement.ground.source === id)
          .map((one) => ({ ...one, entityName: nameOf(one.statement.entity), words: wordsOf(one.statement.value) })),
        custody: [
          { at: AT, by: "Sholpan", what: "captured", detail: "dalel 0.1.0" },
          { at: AT, by: "Sholpan", what: "read", detail: one.sample?.reading.reader ?? null },
        ],
      }
    },
    async readAgain(id, published) {
      const one = sourceOf(id)
      if (one.states.size > 0) throw new DalelError("proposal/decided", id)
      held[held.indexOf(one)] = { ...one, card: { ...one.card, published } }
    },
    async decide({ source, numbers, verdict, same }) {
      const one = sourceOf(source)
      const chosen = numbers.map((number) => {
        const proposal = one.sample?.reading.proposals.find((each) => each.number === number)
        if (!proposal) throw new DalelError("proposal/unknown", String(number))
        if (one.states.has(number)) throw new DalelError("proposal/decided", String(number))
        return proposal
      })
      const bulk = verdict.is === "accept" && verdict.bulk
      if (verdict.is === "accept" && bulk && verdict.audience === "public")
        throw new DalelError("decision/bulk-not-public")
      const entry = write({
        kind: "decide",
        verdict: verdict.is,
        bulk,
        undoable: true,
        about: { source, entity: null, title: one.card.title },
        said: {
          proposal: chosen[0]!.number,
          statements: chosen[0]!.statements,
          names: Object.fromEntries(Object.entries(one.sample!.names).map(([ref, { name }]) => [ref, name])),
        },
      })
      for (const proposal of chosen) {
        if (verdict.is === "reject") {
          one.states.set(proposal.number, { is: "rejected", entry, bulk: false })
          continue
        }
        const as: readonly ProposedStatement[] = verdict.is === "edit" ? verdict.statements : proposal.statements
        const { audience } = verdict
        one.states.set(proposal.number, {
          is: verdict.is === "edit" ? "edited" : "accepted",
          entry,
          bulk,
          audience,
          as,
        })
        for (const { entity, schema, property, value, lang, holds, passages: spans } of as) {
          const subject = entityFor(one, entity, same)
          const grounds = passages(one, spans)
          const real: Value =
            value.type === "entity" ? { type: "entity", entity: entityFor(one, value.entity, same) } : value
          if (value.type === "entity" && real.type === "entity")
            nameIfNew(one, value.entity, real.entity, grounds, entry, audience)
          assert(
            one,
            {
              entity: subject,
              schema,
              property,
              value: real,
              lang,
              holds,
              ground: { kind: "source", source, passages: grounds },
              audience,
            },
            entry,
            { byHand: false, bulk },
          )
        }
      }
      return entry
    },
    async undo(entry) {
      open()
      const row = entries.find((one) => one.entry === entry)
      if (!row) throw new DalelError("decision/unknown")
      if (!row.undoable) throw new DalelError("decision/undone")
      for (let index = statements.length - 1; index >= 0; index--)
        if (statements[index]!.entry === entry) statements.splice(index, 1)
      const before = past.get(entry)
      if (before) statements.push(before)
      past.delete(entry)
      for (const { states } of held)
        for (const [number, given] of states)
          if (given.is !== "proposed" && given.entry === entry) states.delete(number)
      entries[entries.indexOf(row)] = { ...row, undoable: false }
      return write({ kind: "retract", about: row.about })
    },
    async stateByHand({ source, passages: spans, schema, entity, facts, audience }) {
      const one = sourceOf(source)
      const entry = write({ kind: "assert", undoable: true, about: { source, entity: null, title: one.card.title } })
      const id = entity ?? makeId<EntityId>(random)
      schemas.set(id, schema)
      for (const { property, value, lang, holds } of facts) {
        const grounds = passages(one, spans)
        const real: Value = value.type === "entity" ? { type: "entity", entity: newEntity(value.entity) } : value
        if (value.type === "entity" && typeof value.entity !== "string" && real.type === "entity")
          assert(
            one,
            {
              entity: real.entity,
              schema: value.entity.schema,
              property: "name",
              value: { type: "name", text: value.entity.name },
              lang,
              holds: null,
              ground: { kind: "source", source, passages: grounds },
              audience,
            },
            entry,
            { byHand: true, bulk: false },
          )
        assert(
          one,
          {
            entity: id,
            schema,
            property,
            value: real,
            lang,
            holds,
            ground: { kind: "source", source, passages: grounds },
            audience,
          },
          entry,
          { byHand: true, bulk: false },
        )
      }
      return { entry, entity: id }
    },
    async dossierPreview(id, on): Promise<Preview> {
      const file = await this.caseFile(id, on)
      const lines = [...file.people, ...file.timeline, ...file.claims].flatMap((about) =>
        about.lines.flatMap(({ property, said }) =>
          said.map(({ value, words, marks, statements }) => ({
            ...{ statement: statements[0]!, about, schema: about.schema, property, value, words },
            quoted: marks.map(({ exact }) => exact),
          })),
        ),
      )
      const half = Math.ceil(lines.length / 2)
      const held = lines
        .slice(half)
        .map((line, n) => ({ ...line, why: n % 2 ? ("bulk" as const) : ("audience" as const) }))
      return {
        ...{ title: file.title, on, out: lines.slice(0, half), held, contradicts: held.slice(0, 1) },
        sources: file.sources.map((card) => ({
          ...{ id: card.id, title: card.title, heldBack: ["address"] },
          citation: { ...card, legalNotice: "Keeping this page may be punished." },
        })),
        atRisk: [{ name: "Serik Oralbek", entity: null, how: "relative" }],
        statusDiffers: file.status.map((vault) => ({ name: file.title, open: null, vault })),
      }
    },
    async makeDossier() {
      open()
      return zipOf([{ name: "dossier.html", bytes: Buffer.from("<p>dossier</p>") }])
    },
    async publications(): Promise<Publication[]> {
      const files = [{ name: "dossier.html", sha256: "ab".repeat(32) }]
      const one = { at: "2026-01-02T03:04:05Z", on: "2026-01-01", files }
      return [
        { ...one, entry: makeId(random), withdrawn: null },
        { ...one, entry: makeId(random), withdrawn: { reason: "error", entry: makeId(random) } },
      ]
    },
    async cases(asked) {
      open()
      const gathered: readonly SchemaName[] = ["Case", "Person", "Organization"]
      const rows = everything()
        .filter((facts) => gathered.includes(facts.schema) && facts.name !== "")
        .map((facts) => ({
          id: facts.id,
          schema: facts.schema,
          title: facts.name,
          statements: statements.filter(
            ({ statement }) =>
              statement.entity === facts.id ||
              (statement.value.type === "entity" && statement.value.entity === facts.id),
          ).length,
          sources: cardsFor([facts]).length,
        }))
      return paged(
        rows.sort((a, b) => b.statements - a.statements),
        asked,
      )
    },
    async caseFile(id, on): Promise<CaseFile> {
      open()
      if (!schemas.has(id) || nameOf(id) === "") throw new DalelError("case/unknown", id)
      const about = everything().filter((facts) => facts.id === id || pointsTo(facts, id))
      const happenings = about.filter((facts) => schemaOf(facts.schema).role === "happening")
      const named = new Set(
        happenings.flatMap((facts) =>
          facts.lines.flatMap((line) =>
            line.said.flatMap(({ value }) => (value.type === "entity" ? [value.entity] : [])),
          ),
        ),
      )
      const things = everything().filter((facts) => about.includes(facts) || named.has(facts.id))
      const timeline = happenings.map(timelineOf).sort((a, b) => (a.sort < b.sort ? -1 : 1))
      const measure = timeline.findLast((item) => item.schema === "Measure" && item.sort <= on)
      const place = measure?.lines.find((line) => line.property === "place")?.said.at(-1)
      const all = [...about, ...things]
      return {
        id,
        title: nameOf(id),
        on,
        people: things.filter(({ schema }) => schema === "Person"),
        organizations: things.filter(({ schema }) => schema === "Organization" || schema === "PublicBody"),
        families: about.filter(({ schema }) => schema === "Family"),
        places: things.filter(({ schema }) => schema === "Place"),
        status:
          schemas.get(id) !== "Person"
            ? []
            : [
                {
                  person: id,
                  on,
                  is: measure ? "house_arrest" : "unknown",
                  place: place?.value.type === "entity" ? place.value.entity : null,
                  asOf: measure ? "2031-05-16" : null,
                  lastKnown: on > "2031-05-16",
                  since: measure ? "2031-01" : null,
                  marks:
                    measure?.lines.flatMap((line) =>
                      line.property === "kind" ? line.said.flatMap((said) => said.marks) : [],
                    ) ?? [],
                },
              ],
        timeline,
        proceedings: [],
        claims: about.filter(({ schema }) => schema === "Claim"),
        disputes: all
          .filter((facts, index) => all.indexOf(facts) === index)
          .flatMap((facts) =>
            facts.lines
              .filter(({ how }) => how === "dispute")
              .map((line) => ({ entity: facts.id, name: facts.name, line })),
          ),
        sources: cardsFor(all),
      }
    },
    async entity(id) {
      open()
      if (!schemas.has(id)) throw new DalelError("entity/unknown", id)
      const facts = factsOf(id)
      const related = everything().filter((one) => one.id !== id && pointsTo(one, id))
      return { facts, related, sources: cardsFor([facts, ...related]) }
    },
    async find(name, of) {
      open()
      return everything()
        .filter((facts) => of.includes(facts.schema) && facts.name.toLowerCase().includes(name.toLowerCase()))
        .map((facts) => ({
          id: facts.id,
          schema: facts.schema,
          name: facts.name,
          score: 1,
          badge: "same script" as const,
          why: facts.name,
        }))
    },
    async search(query, asked) {
      open()
      const wanted = query.toLowerCase()
      const entities = everything()
        .filter((facts) => facts.name.toLowerCase().includes(wanted))
        .map((facts) => ({
          kind: "entity" as const,
          id: facts.id,
          schema: facts.schema,
          title: facts.name,
          met: { badge: "same script" as const, name: facts.name, parts: [] },
        }))
      const texts = held.flatMap((one) => {
        const start = one.sample?.reading.text.toLowerCase().indexOf(wanted) ?? -1
        if (start < 0 || wanted === "") return []
        const passage = { ...passages(one, [{ start, end: start + wanted.length }])[0], source: one.id }
        return [{ kind: "passage" as const, id: one.id, title: one.card.title, passage }]
      })
      return paged([...entities, ...texts], asked)
    },
    async correct(id, made, reason) {
      const old = statements.find(({ statement }) => statement.id === id)
      if (!old) throw new DalelError("decision/undone", id)
      if (sameValue(old.statement.value, made.value) && old.statement.audience === made.audience)
        throw new DalelError("correction/nothing", id)
      const entry = write({ kind: "assert", reason, undoable: true })
      const statement = { ...old.statement, ...made, id: makeId<StatementId>(random), supersedes: id }
      statements.splice(statements.indexOf(old), 1, { statement, entry, byHand: true, bulk: false })
      past.set(entry, old)
      return { entry, statement: statement.id }
    },
    async setAudience(ids, audience) {
      const changed = statements.filter(({ statement }) => ids.includes(statement.id))
      for (const one of changed) one.statement = { ...one.statement, audience }
      return changed.map(() => write({ kind: "assert", undoable: true }))
    },
    async takeBack() {
      return write({ kind: "withdraw", undoable: true })
    },
    async withdraw(id, reason) {
      const old = statements.find(({ statement }) => statement.id === id)
      if (!old) throw new DalelError("decision/undone", id)
      const entry = write({ kind: "retract", reason, undoable: true })
      statements.splice(statements.indexOf(old), 1)
      past.set(entry, old)
      return entry
    },
    async history(id) {
      open()
      const all = [...past.values(), ...statements]
      const found = all.find(({ statement }) => statement.id === id)
      if (!found) throw new DalelError("decision/unknown", id)
      const family = all.filter(
        ({ statement }) =>
          statement.id === id || statement.supersedes === id || statement.id === found.statement.supersedes,
      )
      const rows = [
        ...family.map(({ statement, entry }) => ({
          entry,
          version: { ...statement, words: wordsOf(statement.value) },
        })),
        ...[...past]
          .filter(([entry, { statement }]) => statement.id === id && !family.some((one) => one.entry === entry))
          .map(([entry]) => ({ entry, version: null })),
      ]
      return {
        statement: found.statement,
        entityName: nameOf(found.statement.entity),
        words: wordsOf(found.statement.value),
        stands: statements.find((one) => family.includes(one))?.statement.id ?? null,
        rows: rows.map(({ entry, version }) => ({ ...entries.find((one) => one.entry === entry)!, version })),
      }
    },
    async trash(asked) {
      open()
      const rejected = held.flatMap((one) =>
        [...one.states].flatMap(([proposal, state]) =>
          state.is !== "rejected"
            ? []
            : [
                {
                  what: "rejected" as const,
                  entry: state.entry,
                  at: AT,
                  by: "Sholpan",
                  source: one.id,
                  proposal,
                  statement: null,
                  proposed: one.sample!.reading.proposals[proposal - 1]!.statements,
                },
              ],
        ),
      )
      const withdrawn = [...past]
        .filter(([entry]) => entries.find((row) => row.entry === entry)?.kind === "retract")
        .map(([entry, { statement }]) => ({
          what: "withdrawn" as const,
          entry,
          at: AT,
          by: "Sholpan",
          source: null,
          proposal: null,
          statement: { statement, entityName: nameOf(statement.entity), words: wordsOf(statement.value) },
          proposed: [],
        }))
      return paged([...withdrawn, ...rejected], asked)
    },
    async ledger(asked) {
      open()
      return paged(entries, asked)
    },
  }

  function sealed(item: AddItem): Job["items"][number]["outcome"] {
    if (item.kind === "file" && item.bytes.length === 0) return { is: "refused", why: "file/empty" }
    const readable = item.kind === "pasted" || /html|text/.test(item.mediaType)
    const sample = readable ? SAMPLE[held.length % 2]! : null
    const one = addSource(
      sample,
      item.kind === "file" ? item.name : "",
      item.kind === "file" ? item.bytes.length : item.text.length,
    )
    return {
      is: "sealed",
      source: one.id,
      title: one.card.title,
      unreadable: readable ? null : "source/not-readable-yet",
      proposals: sample?.reading.proposals.length ?? 0,
      legal: one.card.legalNotice,
    }
  }

  function newEntity(ref: EntityRef): EntityId {
    if (typeof ref === "string") return ref
    const id = byName(ref.name) ?? makeId<EntityId>(random)
    schemas.set(id, ref.schema)
    return id
  }
  return desk
}
