import type { SourceCard } from "../model/casefile.js"
import type { EntryId, RenditionId, SourceId } from "../model/id.js"
import { DalelError, type RefusalCode } from "../model/refusals.js"
import type { Db } from "../vault/db.js"

interface SourceRow {
  id: SourceId
  at: string
  blob: string
  sha256: string
  bytes: number
  media_type: string
  filename: string | null
  url: string | null
  published: string | null
  title: string | null
  read_published: string | null
  rendition: RenditionId | null
  reading: string | null
  text: string | null
  language: string | null
  proposals: number | null
  refused: RefusalCode | null
  legal: string | null
}

/** A source as the vault keeps it, with the rendition in use. */
export interface StoredSource {
  readonly card: SourceCard
  readonly blob: string
  readonly lang: string | null
  /** What whoever brought it said of it. */
  readonly claimed: { readonly url: string | null; readonly published: string | null }
  readonly rendition: {
    readonly id: RenditionId
    /** Blob of the reading; null when it could not be read. */
    readonly blob: string | null
    /** SHA-256 of the text, hex. */
    readonly text: string | null
    readonly language: string | null
    readonly published: string | null
    readonly proposals: number
    readonly refused: RefusalCode | null
  } | null
}

const SELECT = `SELECT s.id, s.at, s.blob, s.sha256, s.bytes, s.media_type, s.filename, s.url, s.published, s.lang,
    r.title, r.published AS read_published, r.id AS rendition, r.blob AS reading, r.text, r.language, r.proposals,
    r.refused, r.legal
  FROM i_source s LEFT JOIN i_rendition r ON r.source = s.id AND r.current = 1`

/** @throws DalelError source/unknown */
export async function sourceById(db: Db, id: SourceId): Promise<StoredSource> {
  const row = await db.one<SourceRow & { lang: string | null }>(`${SELECT} WHERE s.live = 1 AND s.id = ?`, id)
  if (!row) throw new DalelError("source/unknown", id)
  return toSource(db, row)
}

export interface SourceFilter {
  /** As its reading has it. */
  readonly language: string | null
  /** unread: there is no text of it. undecided: something proposed from it waits. */
  readonly state: "unread" | "undecided" | null
}

const EVERY: SourceFilter = { language: null, state: null }

const STATES = {
  unread: "r.blob IS NULL",
  undecided: `r.proposals > (SELECT count(DISTINCT d.proposal) FROM i_decision d JOIN i_entry e ON e.id = d.entry
    WHERE d.rendition = r.id AND e.live = 1)`,
} as const

function fitting({ language, state }: SourceFilter): { where: string; cells: string[] } {
  const parts = ["s.live = 1", state && STATES[state], language !== null && "r.language = ?"].filter(Boolean)
  return { where: `WHERE ${parts.join(" AND ")}`, cells: language === null ? [] : [language] }
}

/** Newest first. */
export async function listSources(db: Db, limit: number, offset: number, only = EVERY): Promise<StoredSource[]> {
  const { where, cells } = fitting(only)
  const sql = `${SELECT} ${where} ORDER BY s.at DESC, s.id LIMIT ? OFFSET ?`
  const rows = await db.all<SourceRow & { lang: string | null }>(sql, ...cells, limit, offset)
  return Promise.all(rows.map((row) => toSource(db, row)))
}

export async function countSources(db: Db, only = EVERY): Promise<number> {
  const { where, cells } = fitting(only)
  const sql = `SELECT count(*) AS n FROM i_source s LEFT JOIN i_rendition r ON r.source = s.id AND r.current = 1 ${where}`
  return (await db.one<{ n: number }>(sql, ...cells))!.n
}

export async function languagesOf(db: Db): Promise<string[]> {
  const sql = "SELECT DISTINCT language FROM i_rendition WHERE current = 1 AND language IS NOT NULL ORDER BY language"
  return (await db.all<{ language: string }>(sql)).map(({ language }) => language)
}

export async function sourceBySha256(db: Db, sha256: string): Promise<SourceId | undefined> {
  return (
    await db.one<{ id: SourceId }>(
      "SELECT id FROM i_source WHERE sha256 = ? AND live = 1 ORDER BY at, id LIMIT 1",
      sha256,
    )
  )?.id
}

async function toSource(db: Db, row: SourceRow & { lang: string | null }): Promise<StoredSource> {
  // What a person accepted about the document wins over what the reader suggested and what was said on adding it.
  const accepted = await db.all<{ property: string; words: string }>(
    `SELECT property, coalesce(json_extract(value, '$.text'), json_extract(value, '$.edtf'), json_extract(value, '$.url')) AS words
     FROM i_statement WHERE source = ? AND schema = 'Article' AND live = 1 ORDER BY id DESC`,
    row.id,
  )
  const said = (property: string) => accepted.find((one) => one.property === property)?.words ?? null
  const { rendition, reading, text, language, proposals, refused } = row
  return {
    card: {
      id: row.id,
      title: said("title") ?? row.title ?? row.filename ?? "",
      published: said("published") ?? row.read_published ?? row.published,
      publisher: said("publisher"),
      address: said("address") ?? row.url,
      sha256: row.sha256,
      bytes: row.bytes,
      mediaType: row.media_type,
      added: row.at,
      legalNotice: row.legal,
    },
    blob: row.blob,
    lang: row.lang,
    claimed: { url: row.url, published: row.published },
    rendition: rendition && {
      id: rendition,
      blob: reading,
      text,
      language,
      published: row.read_published ?? row.published,
      proposals: proposals ?? 0,
      refused,
    },
  }
}

/** The decision that stands on each proposal of a source; of several (two devices), the most careful. */
export interface StandingDecision {
  readonly entry: EntryId
  readonly rendition: RenditionId
  readonly proposal: number
  readonly verdict: "accept" | "edit" | "reject"
  readonly bulk: boolean
}

export async function decisionsOn(db: Db, source: SourceId): Promise<Map<number, StandingDecision>> {
  const rows = await db.all<Omit<StandingDecision, "bulk"> & { bulk: number; current: number }>(
    `SELECT d.entry, d.rendition, d.proposal, d.verdict, d.bulk FROM i_decision d
     JOIN i_entry e ON e.id = d.entry JOIN i_rendition r ON r.id = d.rendition
     WHERE d.source = ? AND e.live = 1 AND r.current = 1
     ORDER BY d.verdict = 'reject', e.at, d.entry`,
    source,
  )
  return new Map(rows.map((row) => [row.proposal, { ...row, bulk: row.bulk === 1 }]))
}
