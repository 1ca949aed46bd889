import { bytesItem, fileItem } from "../capture/files.js"
import { type Item, sealItem } from "../capture/intake.js"
import { caseFile } from "../index/case.js"
import { type Fact, factsAbout, factsFrom } from "../index/facts.js"
import { createVault, openVault } from "../index/open.js"
import { search } from "../index/search.js"
import { countSources, decisionsOn, languagesOf, listSources, type StoredSource, sourceById } from "../index/sources.js"
import { type Trashed, trash } from "../index/trash.js"
import { entityView, entriesAbout, type HappenedRow, listCases, versionsOf, whatHappened } from "../index/views.js"
import { recoverVault } from "../keep/recover.js"
import { type Entry, isKnown } from "../ledger/entry.js"
import type { Mark } from "../model/casefile.js"
import type { EntityId, EntryId, SourceId, StatementId } from "../model/id.js"
import { makeId } from "../model/id.js"
import type { LocalRef, Proposal, ProposedStatement } from "../model/proposal.js"
import type { Reading } from "../model/reading.js"
import { DalelError, type RefusalCode } from "../model/refusals.js"
import { propertyOf } from "../model/schema.js"
import type { Statement } from "../model/statement.js"
import { sameValue, type Value, valueText } from "../model/value.js"
import { zipOf } from "../publish/archive.js"
import { previewOf } from "../publish/preview.js"
import { publicationsOf, publish, withdraw as takeBack } from "../publish/publish.js"
import { setAudience } from "../review/audience.js"
import { correct, withdraw } from "../review/correct.js"
import { type Context, contextOf, decide, UNDOABLE, undo } from "../review/decide.js"
import { stateByHand } from "../review/hand.js"
import { pictureOf, readSource } from "../review/propose.js"
import { type Reader, startReader } from "../review/reader.js"
import { candidatesFor, findNamed, statementsAbout } from "../review/same.js"
import { isMissing } from "../vault/disk.js"
import { layoutOf, readHint } from "../vault/folder.js"
import { entryById } from "../vault/logs.js"
import type { Opening } from "../vault/open.js"
import type { RecoveryKey } from "../vault/recoverykey.js"
import type { Vault } from "../vault/vault.js"
import type { World } from "../vault/world.js"
import type {
  AddItem,
  CustodyRow,
  Desk,
  Job,
  JobId,
  JobItem,
  LedgerRow,
  LocalEntity,
  ProposalState,
  ProposalView,
  SourceView,
  StandingStatement,
  StatementHistory,
  TrashRow,
  VaultSays,
} from "./desk.js"
import { expungeDesk } from "./expungedesk.js"
import { keyDesk } from "./keydesk.js"
import { memberDesk } from "./memberdesk.js"

export interface VaultDesk extends Desk {
  /** Opens at once, without a person: with a passphrase file or an identity file. */
  open(opening: Opening): Promise<void>
  /** Adds files of this machine as soon as the vault is open; `unseenJob` is the way to their page. */
  addWhenOpen(paths: readonly string[]): void
  /** For commands that are handed to this process. */
  readonly here: {
    vault(): Vault | null
    replace(vault: Vault): void
    inTurn<T>(act: () => Promise<T>): Promise<T>
  }
}

/** The desk over a real vault: it only translates between pages and rooms. */
export function vaultDesk(world: World, folder: string): VaultDesk {
  let vault: Vault | null = null
  let reader: Reader | null = null
  let waiting: readonly string[] = []
  let newest: JobId | null = null
  const jobs = new Map<JobId, RunningJob>()

  const open = (): Vault => {
    if (!vault) throw new DalelError("vault/locked")
    return vault
  }
  // One act after another: what an act looks at before it writes must still be so when it writes.
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = before.then(act, act)
    before = turn.catch(() => {}) // told to whoever waits for it
    return turn
  }
  const begin = (opened: Vault) => {
    vault = opened
    reader ??= startReader({ jobs: 1 })
    const paths = waiting
    waiting = []
    if (paths.length > 0) start(paths.map((path) => fileItem(path)))
  }
  const start = (items: readonly Item[], hints = { published: null, url: null, lang: null } as Hints): JobId => {
    const id = makeId(world.random) as unknown as JobId
    const job = new RunningJob(id, items, hints)
    jobs.set(id, job)
    newest = id
    void job.run(open(), reader!)
    return id
  }

  const recover = async (key: RecoveryKey, passphrase: string) =>
    begin(await recoverVault(world, folder, key, passphrase))
  const keys = keyDesk(open, recover, world.random)
  const replace = (other: Vault | null) => {
    vault = other
  }
  const members = memberDesk(open, replace)
  const expunging = expungeDesk(open, replace, inTurn)

  return {
    ...keys,
    ...members,
    ...expunging,
    removeMember: (member) => inTurn(() => members.removeMember(member)),
    here: { vault: () => vault, replace, inTurn },
    makeRecovery: () => inTurn(keys.makeRecovery),
    makeShares: () => inTurn(keys.makeShares),
    drillShares: (texts) => inTurn(() => keys.drillShares(texts)),
    keepRecovery: () => inTurn(keys.keepRecovery),
    recover: (groups, passphrase) => inTurn(() => keys.recover(groups, passphrase)),
    changePassphrase: (old, passphrase) => inTurn(() => keys.changePassphrase(old, passphrase)),
    async status() {
      if (vault) return { state: "open", sample: vault.sample }
      const there = await world.disk.stat(layoutOf(folder).hint).catch((error) => {
        if (isMissing(error)) return undefined
        throw error
      })
      if (!there) return { state: "none", sample: false }
      // Only the folder's word, until opening it compares. A folder that cannot be read is for opening to refuse.
      const { sample } = await readHint(world.disk, layoutOf(folder)).catch(() => ({ sample: false }))
      return { state: "locked", sample }
    },
    setUp: (passphrase) => inTurn(async () => begin(await createVault(world, folder, { passphrase, sample: false }))),
    unlock: (passphrase) =>
      inTurn(async () => {
        if (!vault) begin(await openVault(world, folder, { passphrase }))
      }),
    async open(opening) {
      begin(await openVault(world, folder, opening))
    },
    async lock() {
      for (const job of jobs.values()) job.stop.abort()
      const closing = vault
      vault = null
      await reader?.end()
      await closing?.close()
    },
    addWhenOpen(paths) {
      waiting = paths
      if (vault) begin(vault)
    },
    unseenJob: async () => newest,
    busy: async () =>
      [...jobs.values()].some((job) => job.seen().state === "running") ||
      (await expunging.expunging())?.is === "running",

    async add(items, hints) {
      if (open().sample) throw new DalelError("vault/is-sample")
      return start(items.map(itemOf), hints)
    },
    async job(id) {
      const job = jobs.get(id)
      if (!job) throw new DalelError("web/not-found")
      if (newest === id) newest = null
      return job.seen()
    },
    async cancel(id) {
      jobs.get(id)?.stop.abort()
    },

    sourceLanguages: () => languagesOf(open().db),
    async sources({ page, size }, only) {
      const { db } = open()
      const [rows, total] = [await listSources(db, size, (page - 1) * size, only), await countSources(db, only)]
      const seen = await Promise.all(
        rows.map(async ({ card, rendition }) => ({
          card,
          language: rendition?.language ?? null,
          proposals: rendition?.blob
            ? { total: rendition.proposals, decided: (await decisionsOn(db, card.id)).size }
            : null,
        })),
      )
      return { rows: seen, total, more: page * size < total }
    },
    source: (id) => sourceView(open(), id),
    picture: (id, page) => pictureOf(open(), reader!, id, page),
    readAgain: (id, published) =>
      inTurn(async () => {
        if ((await decisionsOn(open().db, id)).size > 0) throw new DalelError("proposal/decided", id)
        await readSource(open(), reader!, id, published)
      }),
    decide: (asked) =>
      inTurn(async () => {
        const { verdict } = asked
        const own = verdict.is === "reject" ? ({ is: "reject" } as const) : verdict
        const decided = await decide(open(), { ...asked, verdict: own })
        return decided.get(asked.numbers[0])!
      }),
    undo: (entry) => inTurn(() => undo(open(), entry)),
    stateByHand: (asked) => inTurn(() => stateByHand(open(), asked)),
    correct: (id, made, reason) => inTurn(() => correct(open(), id, made, reason)),
    withdraw: (id, reason) => inTurn(() => withdraw(open(), id, reason)),
    setAudience: (statements, audience) =>
      inTurn(async () => (await setAudience(open(), statements, audience)).entries),

    async cases({ page, size }, only) {
      const { rows, total } = await listCases(open().db, size, (page - 1) * size, only)
      return { rows, total, more: page * size < total }
    },
    caseFile: (id, on) => caseFile(open().db, id, on),
    dossierPreview: (id, on) => previewOf(open(), id, on),
    makeDossier: (asked) =>
      inTurn(async () => zipOf((await publish(open(), { ...asked, formats: ["html", "json"] })).files)),
    publications: (id) => publicationsOf(open(), id),
    takeBack: (publication, reason) => inTurn(() => takeBack(open(), publication, reason)),
    entity: (id) => entityView(open().db, id),
    find: (name, of) => findNamed(open().db, name, of),
    async search(query, { page, size }, transliteration) {
      const { hits, more } = await search(open().db, query, size, (page - 1) * size, transliteration)
      return { rows: hits, total: (page - 1) * size + hits.length, more }
    },
    history: (id) => historyOf(open(), id),
    async trash({ page, size }) {
      const { rows, total } = await trash(open().db, size, (page - 1) * size)
      return { rows: await Promise.all(rows.map((row) => trashRow(open(), row))), total, more: page * size < total }
    },
    async ledger({ page, size }, only) {
      const vault = open()
      const { rows, total } = await whatHappened(vault.db, size, (page - 1) * size, only)
      return { rows: await Promise.all(rows.map((row) => ledgerRow(vault, row))), total, more: page * size < total }
    },
  }
}

function itemOf(item: AddItem): Item {
  return item.kind === "file"
    ? bytesItem(item.name, "upload", item.bytes)
    : bytesItem(null, "paste", Buffer.from(item.text))
}

type Hints = Parameters<Desk["add"]>[1]

/** Seals and reads one item after another; what is sealed stays sealed when it is stopped. */
class RunningJob {
  readonly stop = new AbortController()
  readonly #id: JobId
  readonly #hints: Hints
  readonly #queue: (Item | null)[]
  readonly #items: JobItem[]
  #now: Job["now"] = null
  #state: Job["state"] = "running"

  constructor(id: JobId, items: readonly Item[], hints: Hints) {
    this.#id = id
    this.#hints = hints
    this.#queue = [...items]
    this.#items = items.map(({ name }) => ({ name, outcome: { is: "waiting" } }))
  }

  seen(): Job {
    return { id: this.#id, state: this.#state, total: this.#items.length, now: this.#now, items: [...this.#items] }
  }

  async run(vault: Vault, reader: Reader): Promise<void> {
    for (const [index, item] of this.#queue.entries()) {
      if (this.stop.signal.aborted || !item) break
      this.#queue[index] = null // the bytes need not stay in memory once they are sealed
      const outcome = await this.#one(vault, reader, item, index).catch(refused)
      if (outcome) this.#items[index] = { name: item.name, outcome }
    }
    this.#now = null
    this.#state = this.stop.signal.aborted ? "cancelled" : "done"
  }

  async #one(vault: Vault, reader: Reader, item: Item, index: number): Promise<JobItem["outcome"]> {
    this.#now = { item: index, step: "sealing" }
    const claimed = { ...this.#hints, savedAt: null }
    const { source, status, readable } = await sealItem(vault, item, claimed, { signal: this.stop.signal })
    this.#now = { item: index, step: "reading" }
    const read = (await sourceById(vault.db, source)).rendition !== null
    if (readable && !read) await readSource(vault, reader, source)
    const { card, rendition } = await sourceById(vault.db, source)
    const unreadable = rendition?.refused ?? (readable ? null : "source/not-readable-yet")
    return {
      is: status,
      source,
      title: card.title,
      unreadable,
      proposals: rendition?.proposals ?? 0,
      legal: card.legalNotice,
    }
  }
}

function refused(error: unknown): JobItem["outcome"] | null {
  const code: RefusalCode = error instanceof DalelError ? error.code : "internal"
  return code === "cancelled" ? null : { is: "refused", why: code }
}

async function sourceView(vault: Vault, id: SourceId): Promise<SourceView> {
  const source = await sourceById(vault.db, id)
  const statements = await standingOn(vault, id)
  const custody = await custodyOf(vault, source)
  if (!source.rendition?.blob) {
    const unreadable = source.rendition?.refused ?? "source/not-readable-yet"
    return { card: source.card, reading: null, unreadable, proposals: [], entities: {}, statements, custody }
  }
  const context = await contextOf(vault, id)
  const { reading } = context
  const entities = await localEntities(vault, context)
  const known = await factsAbout(
    vault.db,
    new Set(
      Object.values(entities).flatMap(({ entity, candidates }) =>
        entity ? [entity] : candidates.slice(0, 1).map((one) => one.id),
      ),
    ),
  )
  const views = reading.proposals.map((one) => proposalView(context, one, entities, known))
  return { card: source.card, reading, unreadable: null, proposals: views, entities, statements, custody }
}

async function localEntities(vault: Vault, context: Context): Promise<Record<LocalRef, LocalEntity>> {
  const { reading, became } = context
  const local: Record<LocalRef, LocalEntity> = {}
  const chosen = new Map(became)
  const schemata = new Map(
    reading.proposals.flatMap(({ statements }) => statements.map(({ entity, schema }) => [entity, schema] as const)),
  )
  for (const [ref, schema] of schemata) {
    const entity = became.get(ref) ?? null
    const candidates = await candidatesFor(vault.db, reading, ref, chosen)
    const sure = candidates[0]
    if (!entity && sure && sure.score >= 0.9) chosen.set(ref, sure.id)
    local[ref] = { ref, schema, name: localName(reading, ref), entity, candidates }
  }
  return local
}

function localName(reading: Reading, ref: LocalRef): string {
  const named = reading.entities.find(({ id }) => id === ref)?.name
  if (named !== undefined) return named
  const name = statementsAbout(reading, ref).find(({ value }) => value.type === "name")?.value
  return name?.type === "name" ? name.text : ""
}

function proposalView(
  { decided, entries }: Context,
  proposal: Proposal,
  entities: Readonly<Record<LocalRef, LocalEntity>>,
  known: readonly Fact[],
): ProposalView {
  const decision = decided.get(proposal.number)
  let state: ProposalState = { is: "proposed" }
  if (decision?.verdict === "reject") state = { is: "rejected", entry: decision.entry, bulk: decision.bulk }
  else if (decision) {
    const body = entries.get(decision.entry)?.body ?? null
    const audience = body?.statements[0]?.audience ?? "team"
    const edited = decision.verdict === "edit"
    const as = edited && body ? body.statements.map((one) => asProposed(one, body.entities)) : proposal.statements
    state = { is: edited ? "edited" : "accepted", entry: decision.entry, bulk: decision.bulk, audience, as }
  }
  return { proposal, state, vault: proposal.statements.map((one) => vaultSays(one, entities, known)) }
}

/** A statement in the terms of the reading it came from. */
function asProposed(
  { entity, schema, property, value, lang, holds, ground }: Statement,
  entities: Readonly<Record<LocalRef, EntityId>>,
): ProposedStatement {
  const refs = new Map(Object.entries(entities).map(([ref, id]) => [id, ref]))
  const refOf = (id: EntityId): LocalRef => refs.get(id) ?? id
  const local: Value<LocalRef> = value.type === "entity" ? { type: "entity", entity: refOf(value.entity) } : value
  const passages = (ground.kind === "source" ? ground.passages : []) as ProposedStatement["passages"]
  return { entity: refOf(entity), schema, property, value: local, lang, holds, passages }
}

/** What other statements of the vault say of the same property of what this is, or surely may be. */
function vaultSays(
  { entity, schema, property, value }: Proposal["statements"][number],
  entities: Readonly<Record<LocalRef, LocalEntity>>,
  known: readonly Fact[],
): VaultSays {
  const local = entities[entity]
  const id = local?.entity ? null : local?.candidates[0]?.id
  const repeatable = propertyOf(schema, property)?.repeatable ?? true
  if (!id) return { agrees: 0, differs: [] }
  const resolved = resolve(value, entities)
  const facts = known.filter((fact) => fact.entity === id && fact.property === property)
  const agreeing = facts.filter((fact) => resolved && sameValue(fact.value, resolved))
  const differing = repeatable ? [] : facts.filter((fact) => !agreeing.includes(fact))
  return {
    agrees: new Set(agreeing.map((fact) => fact.source)).size,
    differs: differing.map((fact) => ({ value: fact.value, words: fact.words, mark: markOf(fact) })),
  }
}

function resolve(value: Value<LocalRef>, entities: Readonly<Record<LocalRef, LocalEntity>>): Value | null {
  if (value.type !== "entity") return value
  const local = entities[value.entity]
  const id = local?.entity ?? local?.candidates[0]?.id
  return id ? { type: "entity", entity: id } : null
}

function markOf({ ground }: Fact): Mark | null {
  return ground.kind === "source" ? { source: ground.source, ...ground.passages[0] } : null
}

async function standingOn(vault: Vault, id: SourceId): Promise<StandingStatement[]> {
  const facts = await factsFrom(vault.db, [id])
  const rows = await vault.db.all<{ id: StatementId; name: string | null; hand: number }>(
    `SELECT s.id, c.name, s.hand FROM i_statement s JOIN i_entity e ON e.id = s.entity JOIN i_entity c ON c.id = e.canon
     WHERE s.source = ? AND s.live = 1`,
    id,
  )
  const more = new Map(rows.map((row) => [row.id, row]))
  return facts
    .map((fact) => ({
      statement: statementOf(fact),
      entityName: more.get(fact.id)?.name ?? "",
      words: fact.words,
      entry: fact.entry,
      byHand: more.get(fact.id)?.hand === 1,
      bulk: fact.bulk,
    }))
    .sort((a, b) => placeOf(a.statement) - placeOf(b.statement))
}

function placeOf({ ground }: Statement): number {
  return ground.kind === "source" ? ground.passages[0].start : -1
}

function statementOf({ id, entity, schema, property, value, holds, ground, audience, known }: Fact): Statement {
  return { id, entity, schema, property, value, lang: null, holds, ground, audience, known, supersedes: null }
}

async function custodyOf({ db }: Vault, { card }: StoredSource): Promise<CustodyRow[]> {
  const rows = await db.all<{ at: string; by: string; what: CustodyRow["what"]; detail: string | null; n: number }>(
    `SELECT s.at, s.by, 'captured' AS what, s.filename AS detail, 0 AS n FROM i_source s WHERE s.id = ? AND s.live = 1
     UNION ALL SELECT r.at, e.by, 'read', r.tool, 1 FROM i_rendition r JOIN i_entry e ON e.id = r.entry WHERE r.source = ? AND e.live = 1
     UNION ALL SELECT c.at, c.by, CASE c.action WHEN 'received' THEN 'received_again' WHEN 'exported' THEN 'exported' ELSE 'note' END,
       c.filename, 2 FROM i_custody c JOIN i_entry e ON e.id = c.entry WHERE c.source = ? AND e.live = 1
     ORDER BY 1, 5`,
    card.id,
    card.id,
    card.id,
  )
  return rows.map(({ at, by, what, detail }) => ({ at, by: shortName(by), what, detail }))
}

// A pseudonym's first letters tell two people of a team apart; true names are entries of their own.
function shortName(member: string): string {
  return member.slice(0, 6)
}

async function ledgerRow(vault: Vault, row: HappenedRow): Promise<LedgerRow> {
  const { entry, at, by, kind, live, source, verdict, bulk, entity, title } = row
  const undoable = live && UNDOABLE.includes(kind)
  const read = ["retract", "assert", "decide"].includes(kind) ? (await entryById(vault.db, entry))?.entry : undefined
  const whole = read && isKnown(read) ? read : undefined
  const reason = whole && "reason" in whole.body ? ((whole.body.reason ?? null) as LedgerRow["reason"]) : null
  const said = whole ? await saidBy(vault, whole) : null
  const about = { source, entity, title }
  return { entry, at, by: shortName(by), kind, verdict, bulk, reason, about, said, undoable }
}

async function saidBy(vault: Vault, { kind, body }: Entry): Promise<LedgerRow["said"]> {
  if (kind !== "decide" && kind !== "assert") return null
  const entities = kind === "decide" ? body.entities : {}
  const proposed = kind === "decide" && body.verdict !== "edit"
  const [first, ...rest] = proposed ? body.proposed : body.statements.map((one) => asProposed(one, entities))
  if (!first) return null
  const names: Record<LocalRef, string> = {}
  for (const { value } of [first, ...rest])
    if (value.type === "entity") {
      const id = entities[value.entity] ?? (kind === "assert" ? (value.entity as EntityId) : null)
      if (id !== null) names[value.entity] = await nameOf(vault, id)
    }
  return { proposal: kind === "decide" ? body.proposal : null, statements: [first, ...rest], names }
}

async function historyOf(vault: Vault, id: StatementId): Promise<StatementHistory> {
  const { db } = vault
  const versions = await versionsOf(db, id)
  const made = new Map<EntryId, Statement>()
  for (const version of versions) {
    const entry = (await entryById(db, version.entry))?.entry
    const statements = (entry?.body as { statements?: readonly Statement[] } | undefined)?.statements ?? []
    const statement = statements.find((one) => one.id === version.id)
    if (statement) made.set(version.entry, statement)
  }
  const statement = [...made.values()].find((one) => one.id === id)
  if (!statement) throw new DalelError("decision/unknown", id)
  const wordsOf = async ({ value }: Statement) =>
    value.type === "entity" ? nameOf(vault, value.entity) : valueText(value)
  const rows = (await entriesAbout(db, id)).map(async (row) => {
    const one = made.get(row.entry)
    const version = one && { ...one, words: await wordsOf(one) }
    return { ...(await ledgerRow(vault, row)), version: version ?? null }
  })
  return {
    statement,
    entityName: await nameOf(vault, statement.entity),
    words: await wordsOf(statement),
    stands: versions.findLast(({ live }) => live === 1)?.id ?? null,
    rows: await Promise.all(rows),
  }
}

async function trashRow(
  vault: Vault,
  { what, entry, at, by, made, source, proposal, statement }: Trashed,
): Promise<TrashRow> {
  const body = (await entryById(vault.db, made))?.entry.body as {
    statements?: readonly Statement[]
    proposed?: readonly ProposedStatement[]
  }
  const found = body.statements?.find((one) => one.id === statement)
  const said = found && {
    statement: found,
    entityName: await nameOf(vault, found.entity),
    words: found.value.type === "entity" ? await nameOf(vault, found.value.entity) : valueText(found.value),
  }
  return {
    what,
    entry,
    at,
    by: shortName(by),
    source,
    proposal,
    statement: said ?? null,
    proposed: body.proposed ?? [],
  }
}

async function nameOf(vault: Vault, id: EntityId): Promise<string> {
  const row = await vault.db.one<{ name: string | null }>(
    "SELECT c.name FROM i_entity e JOIN i_entity c ON c.id = e.canon WHERE e.id = ?",
    id,
  )
  return row?.name ?? ""
}
