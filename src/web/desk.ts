import type { Met } from "../index/named.js"
import type { SourceFilter } from "../index/sources.js"
import type { Centre, Happening } from "../index/views.js"
import type { CaseFile, EntityFacts, Mark, SourceCard } from "../model/casefile.js"
import type { DateValue, Day } from "../model/date.js"
import type { EntityId, EntryId, SourceId, StatementId } from "../model/id.js"
import type { Span } from "../model/passage.js"
import type { LocalRef, Proposal, ProposedStatement } from "../model/proposal.js"
import type { Reading } from "../model/reading.js"
import type { RefusalCode } from "../model/refusals.js"
import type { SchemaName } from "../model/schema.js"
import type { Audience, Statement } from "../model/statement.js"
import type { Value } from "../model/value.js"
import type { Preview } from "../publish/preview.js"
import type { Publication, TakenBack } from "../publish/publish.js"
import type { Correction, CorrectionReason, WithdrawalReason } from "../review/correct.js"
import type { Lang } from "../views/words/say.js"
import type { ExpungeDesk } from "./expungedesk.js"
import type { KeyDesk } from "./keydesk.js"
import type { MemberDesk } from "./memberdesk.js"

/**
 * What the pages ask of the vault, and all they ask. The pages hold no rules: whoever implements this decides, and says
 * no with DalelError (any code of `model/refusals.ts`; the page shows its words). While the vault is not open, every
 * function but `status`, `setUp`, `unlock` and `recover` refuses with `vault/locked`.
 */
export interface Desk extends KeyDesk, MemberDesk, ExpungeDesk {
  status(): Promise<DeskStatus>
  /** Makes the vault and opens it. @throws DalelError vault/exists, vault/weak-passphrase */
  setUp(passphrase: string): Promise<void>
  /** @throws DalelError vault/wrong-passphrase, vault/damaged, … */
  unlock(passphrase: string): Promise<void>
  /** Forgets the keys and closes the vault. The process that held them ends right after. */
  lock(): Promise<void>

  /** Starts to seal (and read) and returns at once; `job` tells how far it is. The bytes are sealed unchanged. */
  add(items: readonly AddItem[], hints: AddHints): Promise<JobId>
  /** @throws DalelError web/not-found */
  job(id: JobId): Promise<Job>
  /** True while something is being added: the keys must not go yet. */
  busy(): Promise<boolean>
  /** The newest job nobody has looked at: what was given on the command line. Null after that. */
  unseenJob(): Promise<JobId | null>
  /** What is sealed stays sealed; what is not yet sealed is left out. */
  cancel(id: JobId): Promise<void>

  /** Newest first; all of them, or those that fit. */
  sources(page: PageAsked, only?: SourceFilter): Promise<Page<SourceRow>>
  /** BCP 47, of all sources read so far. */
  sourceLanguages(): Promise<readonly string[]>
  /** @throws DalelError source/unknown, id/malformed */
  source(id: SourceId): Promise<SourceView>
  /** A page of a PDF (from 1) as PNG. @throws DalelError source/unknown, source/not-readable-yet, reading/… */
  picture(id: SourceId, page: number): Promise<Uint8Array<ArrayBuffer>>

  /**
   * Reads an undated source again by the day a person knows it was published.
   * @throws DalelError proposal/decided: once something of it is decided its proposals stay as they are
   */
  readAgain(id: SourceId, published: Day): Promise<void>

  /** One signed commit. @throws DalelError proposal/unknown, proposal/decided, decision/bulk-not-public, … */
  decide(decision: DecisionAsked): Promise<EntryId>
  /** Takes a decision or a fact stated by hand back. @throws DalelError decision/unknown, decision/undone */
  undo(entry: EntryId): Promise<EntryId>
  /** States one or more facts of one entity by hand, each grounded on the same passages. */
  stateByHand(asked: HandAsked): Promise<{ readonly entry: EntryId; readonly entity: EntityId }>

  /**
   * Puts another statement in place of this one, on the same ground.
   * @throws DalelError decision/unknown, decision/undone, correction/nothing, decision/bulk-not-public, …
   */
  correct(
    id: StatementId,
    made: Correction,
    reason: CorrectionReason,
  ): Promise<{ readonly entry: EntryId; readonly statement: StatementId }>
  /** This statement no longer stands. @throws DalelError decision/unknown, decision/undone */
  withdraw(id: StatementId, reason: WithdrawalReason): Promise<EntryId>
  /**
   * Says who may see these; what is seen by them already is left alone.
   * @returns the entries, each of which can be undone
   * @throws DalelError decision/unknown, decision/undone, decision/bulk-not-public
   */
  setAudience(statements: readonly [StatementId, ...StatementId[]], audience: Audience): Promise<readonly EntryId[]>

  /** Case files that can be opened: cases, and the people and organisations one can be gathered around. */
  cases(page: PageAsked, only?: Centre | null): Promise<Page<CaseRow>>
  /** Gathered around a case, a person or an organisation. `on`: the day the status is asked for. */
  caseFile(id: EntityId, on: Day): Promise<CaseFile>
  /** What a dossier of it would tell everyone, what stays and why, who might pay for it. */
  dossierPreview(id: EntityId, on: Day): Promise<Preview>
  /** Makes and signs it, writes down that it went out, and gives it as one ZIP. */
  makeDossier(asked: DossierAsked): Promise<Uint8Array>
  /** Dossiers made before, newest first. */
  publications(id: EntityId): Promise<readonly Publication[]>
  /** Says of a dossier that it should not have gone out. @throws DalelError decision/unknown, decision/undone */
  takeBack(publication: EntryId, reason: TakenBack): Promise<EntryId>
  entity(id: EntityId): Promise<EntityView>
  /** Entities whose name resembles `name`, best first, at most 20: to choose from in a form. */
  find(name: string, of: readonly SchemaName[]): Promise<readonly EntityHit[]>
  /** Without `transliteration` only what is written in the script of the query. */
  search(query: string, page: PageAsked, transliteration: boolean): Promise<Page<SearchHit>>

  /** All that happened to one statement, oldest first. @throws DalelError decision/unknown */
  history(id: StatementId): Promise<StatementHistory>
  /** What was rejected, undone or withdrawn, and can be brought back by undoing that: newest first. */
  trash(page: PageAsked): Promise<Page<TrashRow>>
  /** What happened, by whom: newest first. */
  ledger(page: PageAsked, only?: Happening | null): Promise<Page<LedgerRow>>
}

export interface DeskStatus {
  /** none: there is no vault in the folder yet. */
  readonly state: "none" | "locked" | "open"
  /** The vault says of itself, in its first signed entry, that it is the sample. */
  readonly sample: boolean
}

export interface DossierAsked {
  readonly id: EntityId
  readonly on: Day
  readonly lang: Lang
}

/** Numbered pages from 1; `size` rows at most. A page past the end is empty. */
export interface PageAsked {
  readonly page: number
  readonly size: number
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** All there are. A search may stop counting; then it is the number it counted and `more` is true. */
  readonly total: number
  readonly more: boolean
}

export type AddItem =
  | { readonly kind: "file"; readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
  | { readonly kind: "pasted"; readonly text: string }

export interface AddHints {
  /** The day it was published, when known; never the day it was saved. */
  readonly published: Day | null
  readonly url: string | null
  /** BCP 47, as `model` has it: `en`, `kk-Cyrl`. */
  readonly lang: string | null
}

export type JobId = string & { readonly __job: unique symbol }

export interface Job {
  readonly id: JobId
  readonly state: "running" | "done" | "cancelled"
  readonly total: number
  /** Which item is being worked on (from 0) and at what. */
  readonly now: { readonly item: number; readonly step: "sealing" | "reading" } | null
  readonly items: readonly JobItem[]
}

export interface JobItem {
  /** The file's name, or null for pasted text. */
  readonly name: string | null
  readonly outcome:
    | { readonly is: "waiting" }
    | {
        /** known: the vault already holds these bytes; a custody entry says they came again. */
        readonly is: "sealed" | "known"
        readonly source: SourceId
        readonly title: string
        /** Why it can't be read (it is sealed all the same); null when it was. */
        readonly unreadable: RefusalCode | null
        readonly proposals: number
        /** The notice by which it warns its readers, if it does. */
        readonly legal: string | null
      }
    | { readonly is: "refused"; readonly why: RefusalCode }
}

export interface SourceRow {
  readonly card: SourceCard
  readonly language: string | null
  /** null: not read (not readable yet, or reading failed). */
  readonly proposals: { readonly total: number; readonly decided: number } | null
}

export interface SourceView {
  readonly card: SourceCard
  /** Null when it can't be read: then `unreadable` says why and the source can only be described by hand. */
  readonly reading: Reading | null
  readonly unreadable: RefusalCode | null
  /** In the reading's order. */
  readonly proposals: readonly ProposalView[]
  /** Entities of this reading and what they became. Keyed by LocalRef. */
  readonly entities: Readonly<Record<LocalRef, LocalEntity>>
  /** Every standing statement grounded on this source (by hand or by decision), in order of the text. */
  readonly statements: readonly StandingStatement[]
  /** Oldest first. */
  readonly custody: readonly CustodyRow[]
}

export interface LocalEntity {
  readonly ref: LocalRef
  readonly schema: SchemaName
  readonly name: string
  /** The entity of the vault it became by a decision; null while nothing about it was accepted. */
  readonly entity: EntityId | null
  /** Entities of the vault it may be, best first. */
  readonly candidates: readonly EntityHit[]
}

export interface ProposalView {
  readonly proposal: Proposal
  readonly state: ProposalState
  /** For each statement of the proposal, what the vault already says of the same property. */
  readonly vault: readonly VaultSays[]
}

export type ProposalState =
  | { readonly is: "proposed" }
  | {
      readonly is: "accepted" | "edited"
      readonly entry: EntryId
      readonly bulk: boolean
      readonly audience: Audience
      /** What it was accepted as; the proposal itself is kept as proposed. */
      readonly as: readonly ProposedStatement[]
    }
  | { readonly is: "rejected"; readonly entry: EntryId; readonly bulk: boolean }

export interface VaultSays {
  /** How many other sources say the same. */
  readonly agrees: number
  /** Values that exclude this one, each with its source; `words` is the name behind an entity. */
  readonly differs: readonly { readonly value: Value; readonly words: string; readonly mark: Mark | null }[]
}

export interface StandingStatement {
  readonly statement: Statement
  readonly entityName: string
  /** The value as a person reads it (the name behind an entity). */
  readonly words: string
  /** The entry that made it, to undo it by. */
  readonly entry: EntryId
  readonly byHand: boolean
  readonly bulk: boolean
}

export interface CustodyRow {
  readonly at: string
  /** A member's name as members see it. */
  readonly by: string
  readonly what: "captured" | "received_again" | "read" | "exported" | "moved" | "note"
  /** A tool and its version, a bundle's id, a note. */
  readonly detail: string | null
}

export interface DecisionAsked {
  readonly source: SourceId
  readonly numbers: readonly [number, ...number[]]
  readonly verdict:
    | { readonly is: "accept"; readonly audience: Audience; readonly bulk: boolean }
    /** The whole of what the one proposal becomes. */
    | { readonly is: "edit"; readonly audience: Audience; readonly statements: readonly ProposedStatement[] }
    | { readonly is: "reject"; readonly why: string | null }
  /** Local entities that a person says are entities of the vault. The others become new ones. */
  readonly same: Readonly<Record<LocalRef, EntityId>>
}

/** An entity of the vault, or one to be made with this name. */
export type EntityRef = EntityId | { readonly schema: SchemaName; readonly name: string }

export interface HandAsked {
  readonly source: SourceId
  readonly passages: readonly [Span, ...Span[]]
  readonly schema: SchemaName
  /** Null: a new one. */
  readonly entity: EntityId | null
  readonly facts: readonly [HandFact, ...HandFact[]]
  readonly audience: Audience
}

export interface HandFact {
  readonly property: string
  readonly value: Value<EntityRef>
  readonly lang: string | null
  readonly holds: DateValue | null
}

export interface EntityHit {
  readonly id: EntityId
  readonly schema: SchemaName
  readonly name: string
  /** 0 to 1. */
  readonly score: number
  /** How its name was met; null where it was found by what happened, which `why` then tells. */
  readonly badge: Met["badge"] | null
  readonly why: string
}

export interface CaseRow {
  readonly id: EntityId
  readonly schema: SchemaName
  readonly title: string
  readonly statements: number
  readonly sources: number
}

export interface EntityView {
  readonly facts: EntityFacts
  /** Entities whose statements point here: measures, hearings, claims by and about, memberships. */
  readonly related: readonly EntityFacts[]
  readonly sources: readonly SourceCard[]
}

export type SearchHit =
  | {
      readonly kind: "entity"
      readonly id: EntityId
      readonly schema: SchemaName
      readonly title: string
      readonly met: Met
    }
  | { readonly kind: "passage"; readonly id: SourceId; readonly title: string; readonly passage: Mark }

export interface StatementHistory {
  readonly statement: Statement
  readonly entityName: string
  readonly words: string
  /** Which version of it stands today; null when none does. */
  readonly stands: StatementId | null
  /** Of all its versions. `version`: what a row that made one said. */
  readonly rows: readonly (LedgerRow & { readonly version: StatementVersion | null })[]
}

export interface StatementVersion {
  readonly id: StatementId
  readonly value: Value
  readonly words: string
  readonly holds: DateValue | null
  readonly audience: Audience
}

export interface LedgerRow {
  readonly entry: EntryId
  readonly at: string
  readonly by: string
  /** A kind of DESIGN §3: `capture`, `rendition`, `decide`, `assert`, `retract`, `same`, … */
  readonly kind: string
  /** For `decide`: accept, edit, reject. */
  readonly verdict: "accept" | "edit" | "reject" | null
  readonly bulk: boolean
  /** For a correction, and for what was taken back: why. */
  readonly reason: CorrectionReason | WithdrawalReason | "undo" | "superseded" | null
  readonly about: { readonly source: SourceId | null; readonly entity: EntityId | null; readonly title: string | null }
  /** What was decided or stated, by the terms of its reading; null for acts that say nothing. */
  readonly said: {
    readonly proposal: number | null
    readonly statements: readonly [ProposedStatement, ...ProposedStatement[]]
    /** The names behind the entities in it, as far as they have any. */
    readonly names: Readonly<Record<LocalRef, string>>
  } | null
  /** Can still be undone. */
  readonly undoable: boolean
}

export interface TrashRow {
  readonly what: "rejected" | "undone" | "withdrawn"
  /** Undoing this brings it back. */
  readonly entry: EntryId
  readonly at: string
  readonly by: string
  readonly source: SourceId | null
  readonly proposal: number | null
  /** What no longer stands (of several, the first); null for a rejected proposal: then `proposed` says what it was. */
  readonly statement: { readonly statement: Statement; readonly entityName: string; readonly words: string } | null
  readonly proposed: readonly ProposedStatement[]
}
