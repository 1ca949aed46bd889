import type {
  BlobId,
  DeviceId,
  EntityId,
  EntryId,
  MemberId,
  RenditionId,
  SourceId,
  StatementId,
  VaultId,
} from "../model/id.js"
import { isId } from "../model/id.js"
import type { LocalRef, ProposedStatement } from "../model/proposal.js"
import { DalelError, type RefusalCode } from "../model/refusals.js"
import type { Statement } from "../model/statement.js"
import type { Json } from "./canonical.js"

export type Role = "read" | "contribute" | "review" | "administer"

/** Size and root of a log as someone saw it. `root` is base64. */
export interface Seen {
  readonly size: number
  readonly root: string
}

/** A log as far as someone trusts it. */
export type Cut = { readonly device: DeviceId } & Seen

export const EXPUNGE_REASONS = ["consent_withdrawn", "danger", "error", "law", "duplicate"] as const
export type ExpungeReason = (typeof EXPUNGE_REASONS)[number]

export const HOLD_REASONS = ["court", "inquiry", "preservation"] as const
export type HoldReason = (typeof HOLD_REASONS)[number]

/** What is to be destroyed: a person who withdraws, a source, or single statements. */
export type ExpungeTarget =
  | { readonly is: "person"; readonly entity: EntityId }
  | { readonly is: "source"; readonly source: SourceId }
  | { readonly is: "statements"; readonly statements: readonly StatementId[] }

/** HMAC-SHA256 (hex) over the SHA-256 (hex) of each file's bytes, under `key` (32 random bytes, hex). */
export interface ExpungedBytes {
  readonly key: string
  readonly marks: readonly string[]
}

/** What each kind of entry says. Statements and references, never long text. */
export interface Bodies {
  /**
   * `found` is the first entry of a vault: who began it, and whether it is only a sample. `roles` and `remove` name for
   * each log how far it was seen (the cut): what the member wrote beyond that, he wrote with what is left to him.
   */
  member: {
    act: "found" | "add" | "roles" | "remove"
    vault: VaultId
    member: MemberId
    /** Ed25519 public key, base64. */
    key: string
    /** age X25519 recipient. */
    recipient: string
    /** All that the member may do from here on; none for `remove`. */
    roles: readonly Role[]
    sample: boolean
    cuts?: readonly Cut[]
    /** A signed note by which the administrator who made him one vouches for his key: see `warrantText`. */
    warrant?: string | null
  }
  device: {
    device: DeviceId
    member: MemberId
    key: string
    /** The log of the same folder that this device does not go on with, and how far it was trusted. */
    continues: ({ device: DeviceId } & Seen) | null
    /** A head that the database could not match when this device began: evidence that something was lost. */
    orphan: ({ device: DeviceId } & Seen) | null
  }
  /** The facts of the Berkeley Protocol about one sealed file. Who operated is an entry of its own. */
  capture: {
    source: SourceId
    blob: BlobId
    sha256: string
    bytes: number
    mediaType: string
    filename: string | null
    method: "upload" | "paste" | "folder" | "handed_over"
    tool: Tool
    startedAt: string
    finishedAt: string
    clock: "system"
    /** What the one who brought it says of it: that person's claim, not ours. */
    claimed: { url: string | null; published: string | null; lang: string | null; savedAt: string | null }
  }
  custody: {
    source: SourceId
    action: "received" | "opened" | "read" | "exported"
    sha256: string
    filename: string | null
    purpose: "same_bytes" | "review" | "court" | "publication" | null
  }
  rendition: {
    rendition: RenditionId
    source: SourceId
    tool: Tool
    made:
      | {
          kind: "reading"
          blob: BlobId
          sha256: string
          /** SHA-256 of the text's UTF-8, hex: what every passage of it names. */
          text: string
          language: string
          title: string | null
          /** The publication day by which relative dates were read; null when it is not known. */
          published: string | null
          proposals: number
        }
      | { kind: "refused"; code: RefusalCode }
  }
  assert: {
    statements: readonly [Statement, ...Statement[]]
    /** Why a statement supersedes another. */
    reason?: "mistake" | "exact" | "careful"
    /** Restated from what was once accepted in bulk: that stays so. */
    bulk?: true
  }
  decide: {
    source: SourceId
    rendition: RenditionId
    proposal: number
    verdict: "accept" | "edit" | "reject"
    bulk: boolean
    /** What each local entity of the reading became. */
    entities: Readonly<Record<LocalRef, EntityId>>
    /** The proposal as proposed, beside what the person made of it. */
    proposed: readonly ProposedStatement[]
    statements: readonly Statement[]
  }
  /** Undo, correct, withdraw: names what no longer stands. Retracting a retraction brings it back. */
  retract: {
    entries: readonly EntryId[]
    statements: readonly StatementId[]
    reason: "undo" | "mistake" | "superseded" | "duplicate" | "withdrawn"
  }
  same: { a: EntityId; b: EntityId; verdict: "same" | "not-same" | "unsure"; bulk: boolean }
  /** A dossier went out: which files, under which key, saying which statements. */
  publish: {
    case: EntityId
    files: readonly { name: string; sha256: string }[]
    /** The case's own public key: a C2SP verifier key. The private one stands in no entry. */
    key: string
    /** Which statements and sources went out, under which fresh ids, with the salts of their commitments. */
    opening: BlobId
    /** The day the status was told for. */
    on: string
    /** How many went out. Which ones the opening tells: a record is short. */
    statements: number
  }
  /** It should not have gone out. What others hold cannot be called back; the entry says that it was meant to be. */
  withdraw: {
    publication: EntryId
    reason: "consent_withdrawn" | "danger" | "error" | "law" | "replaced"
  }
  /** What must not be destroyed for now: only two administrators together may. `lift` ends a hold placed before. */
  hold:
    | { act: "place"; sources: readonly SourceId[]; entities: readonly EntityId[]; reason: HoldReason }
    | { act: "lift"; hold: EntryId }
  /** A member asks that something be destroyed; an administrator does it or not. Opaque ids, no words. */
  ask: {
    target: ExpungeTarget
    fates: readonly { source: SourceId; fate: "destroy" | "redact" | "restrict" }[]
    reason: ExpungeReason
  }
  /** A tombstone: these records are destroyed wherever it is merged. */
  expunge: {
    records: readonly { device: DeviceId; seq: number }[]
    entities: readonly EntityId[]
    sources: readonly SourceId[]
    reason: ExpungeReason
    /** Who asked for it: with another member's `ask` it bears two signatures. */
    asked?: EntryId | null
    /** The destroyed files can be known again, should they be brought once more, and by nothing else. */
    bytes?: ExpungedBytes
  }
  /** This device has no words any more of what these tombstones name. */
  expunged: { tombstones: readonly EntryId[] }
  /**
   * The recovery key of the vault, never the key itself. make: the keys are sealed to it, and to no recovery key before
   * it; keep: a member says that the sheet is printed and put away; use: somebody came in with it.
   */
  recovery: {
    act: "make" | "keep" | "use"
    /** The four digits that tell one sheet from another. */
    set: string
    /** age X25519 recipient. */
    recipient: string
  }
  /** A backup was written and read back: it cannot be called back, so it is remembered. */
  backup: { bytes: number; sha256: string }
  /** Takes up records that lay in quarantine: of this log, up to the commit with this size and root. */
  adopt: { device: DeviceId; from: number; to: number; root: string }
  /** Says which of the acts on members stand against one another do not stand. Not for one who is party to them. */
  resolve: { falls: readonly EntryId[] }
  /**
   * A bundle was taken in. With the commit it stands in (`seen`) it is the receipt: this device holds all of those logs
   * and, when `lacking` is 0, every sealed file they name.
   */
  merge: { bundle: string; device: DeviceId; member: MemberId; records: number; lacking: number }
  /** Closes an act: every record since `first`, this one included. */
  commit: {
    first: number
    count: number
    member: MemberId
    /** Root before the act, base64. */
    previous: string
    seen: { readonly [device: string]: readonly [size: number, root: string] }
  }
}

export interface Tool {
  readonly name: string
  readonly version: string
}

export type EntryKind = keyof Bodies

export type Entry<Kind extends EntryKind = EntryKind> = {
  readonly [K in Kind]: {
    readonly v: 1
    readonly id: EntryId
    /** RFC 3339, UTC. What this device's clock claimed. */
    readonly at: string
    /** Pseudonym of the member. */
    readonly by: MemberId
    readonly kind: K
    readonly body: Readonly<Bodies[K]>
  }
}[Kind]

/** Of a newer version: kept, shown as such, handed on, never folded. */
export interface UnknownEntry {
  readonly v: number
  readonly id: EntryId
  readonly at: string
  readonly by: MemberId
  readonly kind: string
  readonly body: Json
}

export type AnyEntry = Entry | UnknownEntry

type Shape = (value: unknown) => boolean
const text: Shape = (value) => typeof value === "string"
const count: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const flag: Shape = (value) => typeof value === "boolean"
const id: Shape = isId
const root: Shape = (value) => typeof value === "string" && /^[A-Za-z0-9+/]{43}=$/.test(value)
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value)
const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value)
const oneOf =
  (...words: string[]): Shape =>
  (value) =>
    words.includes(value as string)
const list =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape)
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const object =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    isObject(value) && Object.entries(shapes).every(([field, shape]) => shape(value[field]))
const every =
  (shape: Shape): Shape =>
  (value) =>
    isObject(value) && Object.values(value).every(shape)

const place = object({ device: id, size: count, root })
const tool = object({ name: text, version: text })
const passage = object({ text, start: count, end: count, exact: text, prefix: text, suffix: text })
const date = object({ edtf: text, words: orNull(text), reference: orNull(text) })
const ground: Shape = (value) =>
  object({ kind: oneOf("source"), source: id, passages: list(passage) })(value) ||
  object({ kind: oneOf("testimony"), person: id, to: id, reason: text })(value)
const statement = object({
  id,
  entity: id,
  schema: text,
  property: text,
  value: object({ type: text }),
  lang: orNull(text),
  holds: orNull(date),
  ground,
  audience: oneOf("restricted", "team", "public"),
  known: orNull(text),
  supersedes: orNull(id),
})
const statements = list(statement)
const made: Shape = (value) =>
  object({ kind: oneOf("refused"), code: text })(value) ||
  object({
    kind: oneOf("reading"),
    blob: id,
    sha256: text,
    text,
    language: text,
    title: orNull(text),
    published: orNull(text),
    proposals: count,
  })(value)
const target: Shape = (value) =>
  object({ is: oneOf("person"), entity: id })(value) ||
  object({ is: oneOf("source"), source: id })(value) ||
  object({ is: oneOf("statements"), statements: list(id) })(value)
const seen: Shape = (value) =>
  isObject(value) &&
  Object.entries(value).every(
    ([device, at]) => isId(device) && Array.isArray(at) && at.length === 2 && count(at[0]) && root(at[1]),
  )

const BODIES: Readonly<Record<EntryKind, Shape>> = {
  member: object({
    act: oneOf("found", "add", "roles", "remove"),
    vault: id,
    member: id,
    key: text,
    recipient: text,
    roles: list(oneOf("read", "contribute", "review", "administer")),
    sample: flag,
    cuts: optional(list(place)),
    warrant: optional(orNull(text)),
  }),
  device: object({ device: id, member: id, key: text, continues: orNull(place), orphan: orNull(place) }),
  capture: object({
    source: id,
    blob: id,
    sha256: text,
    bytes: count,
    mediaType: text,
    filename: orNull(text),
    method: text,
    tool,
    startedAt: text,
    finishedAt: text,
    clock: text,
    claimed: object({ url: orNull(text), published: orNull(text), lang: orNull(text), savedAt: orNull(text) }),
  }),
  custody: object({ source: id, action: text, sha256: text, filename: orNull(text), purpose: orNull(text) }),
  rendition: object({ rendition: id, source: id, tool, made }),
  assert: object({ statements }),
  decide: object({
    source: id,
    rendition: id,
    proposal: count,
    verdict: oneOf("accept", "edit", "reject"),
    bulk: flag,
    entities: every(id),
    proposed: list(isObject),
    statements,
  }),
  retract: object({ entries: list(id), statements: list(id), reason: text }),
  same: object({ a: id, b: id, verdict: oneOf("same", "not-same", "unsure"), bulk: flag }),
  publish: object({
    case: id,
    files: list(object({ name: text, sha256: text })),
    key: text,
    opening: id,
    on: text,
    statements: count,
  }),
  withdraw: object({ publication: id, reason: text }),
  hold: (value) =>
    object({ act: oneOf("place"), sources: list(id), entities: list(id), reason: text })(value) ||
    object({ act: oneOf("lift"), hold: id })(value),
  ask: object({
    target,
    fates: list(object({ source: id, fate: oneOf("destroy", "redact", "restrict") })),
    reason: text,
  }),
  expunge: object({
    records: list(object({ device: id, seq: count })),
    entities: list(id),
    sources: list(id),
    reason: text,
    asked: optional(orNull(id)),
    bytes: optional(object({ key: text, marks: list(text) })),
  }),
  expunged: object({ tombstones: list(id) }),
  recovery: object({ act: oneOf("make", "keep", "use"), set: text, recipient: text }),
  backup: object({ bytes: count, sha256: text }),
  adopt: object({ device: id, from: count, to: count, root }),
  resolve: object({ falls: list(id) }),
  merge: object({ bundle: id, device: id, member: id, records: count, lacking: count }),
  commit: object({ first: count, count, member: id, previous: root, seen }),
}

/**
 * Can this version fold it? An entry of another `v`, kind or shape is kept as it is. What a statement says is looked at
 * by `checkStatement`.
 */
export function isKnown(entry: AnyEntry): entry is Entry {
  return entry.v === 1 && Object.hasOwn(BODIES, entry.kind) && BODIES[entry.kind as EntryKind](entry.body)
}

/** @throws DalelError entry/malformed when the envelope is not one. */
export function checkEntry(value: Json): AnyEntry {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new DalelError("entry/malformed")
  const { v, id, at, by, kind, body } = value as Record<string, Json>
  const sound =
    Object.keys(value).length === 6 &&
    Number.isInteger(v) &&
    isId(id) &&
    isId(by) &&
    typeof at === "string" &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(at) &&
    typeof kind === "string" &&
    body !== undefined
  if (!sound) throw new DalelError("entry/malformed")
  return value as unknown as AnyEntry
}
