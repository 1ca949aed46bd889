import type { DateValue, Day } from "./date.js"
import type { EntityId, SourceId, StatementId } from "./id.js"
import type { Passage } from "./passage.js"
import type { SchemaName } from "./schema.js"
import type { Audience } from "./statement.js"
import type { Value } from "./value.js"

/** A passage and the source it stands in: what every line of a case file leads to. */
export interface Mark extends Passage {
  readonly source: SourceId
}

/** One value of a line, with every statement that says it. `marks` is empty only for testimony to the vault. */
export interface Said {
  readonly value: Value
  /** What a person reads: the name behind an entity, the label key's code, the words. */
  readonly words: string
  readonly holds: DateValue | null
  readonly marks: readonly Mark[]
  readonly statements: readonly StatementId[]
  /** How many sources say so; several may go back to one origin. */
  readonly sources: number
  readonly bulk: boolean
  readonly audience: Audience
}

/** All that is said of one property. `sequence`: the values follow one another; `dispute`: they exclude one another. */
export interface Line {
  readonly entity: EntityId
  readonly property: string
  readonly said: readonly Said[]
  readonly how: "agreed" | "sequence" | "dispute" | "several"
}

export interface EntityFacts {
  readonly id: EntityId
  readonly schema: SchemaName
  readonly name: string
  readonly lines: readonly Line[]
}

export type StatusWord =
  | "free"
  | "custody"
  | "house_arrest"
  | "bail"
  | "travel_ban"
  | "imprisoned"
  | "interned"
  | "missing"
  | "dead"
  | "unknown"

/** Status of one person on one day, computed from intervals and never stored. */
export interface Status {
  readonly person: EntityId
  readonly on: Day
  readonly is: StatusWord
  readonly place: EntityId | null
  /** The latest day a source speaks for this status. Null when no source is dated. */
  readonly asOf: Day | null
  /** True when `on` lies after `asOf`: this is the last that is known, not what is so. */
  readonly lastKnown: boolean
  readonly since: string | null
  readonly marks: readonly Mark[]
}

export interface TimelineItem extends EntityFacts {
  /** An event type of CONTRACTS: `hearing`, `change_of_venue`, `measure`, … */
  readonly type: string
  readonly date: DateValue | null
  readonly sort: Day
}

export interface ProceedingFile extends EntityFacts {
  readonly kind: string | null
  readonly items: readonly TimelineItem[]
}

export interface Dispute {
  readonly entity: EntityId
  readonly name: string
  readonly line: Line
}

/** What a reader is told of a source: all that a page or a dossier needs to cite it. */
export interface Citation {
  readonly id: SourceId
  readonly title: string
  readonly published: string | null
  readonly publisher: string | null
  readonly address: string | null
  /** Legal notice found in the source: who might be punished for saving or sharing it. */
  readonly legalNotice: string | null
}

/** A source as the vault knows it. */
export interface SourceCard extends Citation {
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly added: string
}

/** `Source`: a card on the desk, a bare citation in a dossier. */
export interface CaseFile<Source extends Citation = SourceCard> {
  readonly id: EntityId
  readonly title: string
  readonly on: Day
  readonly people: readonly EntityFacts[]
  readonly organizations: readonly EntityFacts[]
  /** Who is a relative of whom. */
  readonly families: readonly EntityFacts[]
  readonly places: readonly EntityFacts[]
  readonly status: readonly Status[]
  readonly timeline: readonly TimelineItem[]
  readonly proceedings: readonly ProceedingFile[]
  readonly claims: readonly EntityFacts[]
  readonly disputes: readonly Dispute[]
  readonly sources: readonly Source[]
}
