import { createHash } from "node:crypto"
import { loadReading } from "../../index/fold.js"
import { isNamedIn, type Naming } from "../../index/mentions.js"
import { sourceById } from "../../index/sources.js"
import type { Draft } from "../../ledger/log.js"
import { type EntryId, makeId, type RenditionId, type SourceId, type StatementId } from "../../model/id.js"
import { type Passage, passageOf, type Span } from "../../model/passage.js"
import type { Reading } from "../../model/reading.js"
import { DalelError } from "../../model/refusals.js"
import type { Statement } from "../../model/statement.js"
import type { BlobRef } from "../../vault/blobs.js"
import { entryById } from "../../vault/logs.js"
import type { Vault } from "../../vault/vault.js"
import { statementsIn } from "./plan.js"

/** What stands where a character was taken out: one for one, so that every other word keeps its place. */
const COVER = "█"
const TOOL = { name: "dalel-redact", version: "1" }

export interface Redacted {
  readonly drafts: readonly Draft[]
  readonly blobs: readonly BlobRef[]
}

/**
 * A copy of a source's text without the words that name or speak of somebody, as a source of its own, with its reading;
 * and what others' statements say, stated again on it. The original is destroyed by whoever asked for this.
 * @throws DalelError expunge/cannot-redact, blob/damaged
 */
export async function redact(
  vault: Vault,
  id: SourceId,
  naming: Naming | null,
  own: ReadonlySet<StatementId>,
): Promise<Redacted> {
  const { card, claimed, lang, rendition } = await sourceById(vault.db, id)
  if (!rendition?.blob || rendition.text === null) throw new DalelError("expunge/cannot-redact", id)
  const reading = await loadReading(vault.db, vault.blobs, rendition.blob)
  const all = await statementsOf(vault, id)
  const passages = all
    .filter(({ statement }) => own.has(statement.id))
    .flatMap(({ statement: { ground } }) => (ground.kind === "source" ? ground.passages : []))
  const spans = [...namedSpans(naming, reading.text), ...passages.flatMap((one) => placeIn(reading.text, one))]
  const text = covered(reading.text, spans)
  const hash = createHash("sha256").update(text).digest("hex")
  const at = vault.world.clock.now()
  const source = makeId<SourceId>(vault.world.random)
  const quiet = (words: string | null) => (words === null || named(naming, words) ? null : words)
  const sealed = await vault.blobs.put(Buffer.from(text))
  const read = await vault.blobs.put(Buffer.from(JSON.stringify(coveredReading(reading, text, quiet(reading.title)))))
  const capture: Draft = {
    kind: "capture",
    body: {
      source,
      blob: sealed.id,
      sha256: sealed.sha256,
      bytes: sealed.size,
      mediaType: "text/plain",
      filename: null,
      method: "handed_over",
      tool: TOOL,
      startedAt: at,
      finishedAt: at,
      clock: "system",
      claimed: { url: quiet(card.address ?? claimed.url), published: card.published, lang, savedAt: null },
    },
  }
  const made = {
    kind: "reading",
    blob: read.id,
    sha256: read.sha256,
    text: hash,
    language: reading.language,
    title: quiet(card.title)?.slice(0, 300) ?? null,
    published: card.published,
    proposals: 0,
  } as const
  const body = { rendition: makeId<RenditionId>(vault.world.random), source, tool: TOOL, made }
  const restated = all
    .filter(({ statement, live }) => live && !own.has(statement.id))
    .flatMap(({ statement, bulk }) => restate(vault, statement, bulk, { source, text, hash, before: reading.text }))
  return { drafts: [capture, { kind: "rendition", body }, ...restated], blobs: [sealed, read] }
}

/** What others' statements of a source say, from now on only for a few. `going`: what goes, and is said again elsewhere. */
export async function restrict(vault: Vault, id: SourceId, going: ReadonlySet<StatementId>): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const { statement, live, bulk } of await statementsOf(vault, id)) {
    if (!live || going.has(statement.id) || statement.audience === "restricted") continue
    const made: Statement = {
      ...statement,
      id: makeId<StatementId>(vault.world.random),
      audience: "restricted",
      supersedes: statement.id,
    }
    drafts.push({ kind: "assert", body: { statements: [made], reason: "careful", ...(bulk && { bulk: true }) } })
  }
  return drafts
}

/** What went only because it was decided by one act with what goes, as it was. @param few only for a few from now on */
export async function sayAgain(vault: Vault, id: StatementId, few: boolean): Promise<Draft[]> {
  const row = await vault.db.one<{ entry: EntryId; bulk: number }>(
    "SELECT entry, bulk FROM i_statement WHERE id = ?",
    id,
  )
  const statement = row && statementsIn((await entryById(vault.db, row.entry))?.entry).find((one) => one.id === id)
  if (!statement) return []
  const made: Statement = {
    ...statement,
    id: makeId<StatementId>(vault.world.random),
    ...(few && { audience: "restricted" }),
    supersedes: null,
  }
  return [{ kind: "assert", body: { statements: [made], ...(row.bulk === 1 && { bulk: true }) } }]
}

interface Standing {
  readonly statement: Statement
  readonly live: boolean
  readonly bulk: boolean
}

async function statementsOf({ db }: Vault, id: SourceId): Promise<Standing[]> {
  const rows = await db.all<{ id: StatementId; entry: EntryId; live: number; bulk: number }>(
    "SELECT id, entry, live, bulk FROM i_statement WHERE source = ? ORDER BY id",
    id,
  )
  const found: Standing[] = []
  for (const { id, entry, live, bulk } of rows) {
    const statement = statementsIn((await entryById(db, entry))?.entry).find((one) => one.id === id)
    if (statement) found.push({ statement, live: live === 1, bulk: bulk === 1 })
  }
  return found
}

function restate(
  vault: Vault,
  statement: Statement,
  bulk: boolean,
  { source, text, hash, before }: { source: SourceId; text: string; hash: string; before: string },
): Draft[] {
  if (statement.ground.kind !== "source") return []
  const spans = statement.ground.passages.flatMap((passage) => placeIn(before, passage))
  const [first, ...rest] = spans.map((span) => passageOf(text, hash, span))
  if (!first) return []
  const id = makeId<StatementId>(vault.world.random)
  const made: Statement = {
    ...statement,
    id,
    ground: { kind: "source", source, passages: [first, ...rest] },
    supersedes: null,
  }
  return [{ kind: "assert", body: { statements: [made], ...(bulk && { bulk: true }) } }]
}

/** Where a passage stands in this text; a passage of an earlier reading by its words. */
function placeIn(text: string, { start, end, exact }: Passage): Span[] {
  if (text.slice(start, end) === exact) return [{ start, end }]
  const at = text.indexOf(exact)
  return at < 0 ? [] : [{ start: at, end: at + exact.length }]
}

function named(naming: Naming | null, words: string): boolean {
  return naming !== null && isNamedIn(naming.pattern, words)
}

function namedSpans(naming: Naming | null, text: string): Span[] {
  if (!naming) return []
  return [...text.matchAll(naming.pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
}

/** Line ends stay, so that the text keeps its shape. */
function covered(text: string, spans: readonly Span[]): string {
  const signs = text.split("")
  for (const { start, end } of spans) for (let at = start; at < end; at++) if (signs[at] !== "\n") signs[at] = COVER
  return signs.join("")
}

/** The zones and the language stay; whatever was found in the words goes, since it repeats them. */
function coveredReading(reading: Reading, text: string, title: string | null): Reading {
  const body = reading.zones.filter(({ kind }) => kind === "body" || kind === "quote" || kind === "title")
  return {
    reader: `${TOOL.name}/${TOOL.version}`,
    language: reading.language,
    text,
    title,
    mainText: body.map(({ start, end }) => text.slice(start, end)).join("\n"),
    metadata: [],
    zones: reading.zones,
    missingMedia: [],
    mentions: [],
    entities: [],
    dates: [],
    quantities: [],
    events: [],
    claims: [],
    gist: { ...reading.gist, violations: [], victims: [], perpetrators: [], country: null, date: null },
    legal: [],
    facts: [],
    proposals: [],
    map: {
      encoding: "utf-8",
      pieces: [{ start: 0, end: text.length, from: 0, to: Buffer.byteLength(text), plain: true }],
    },
  }
}
