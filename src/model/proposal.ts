import type { DateValue } from "./date.js"
import type { Span } from "./passage.js"
import type { SchemaName } from "./schema.js"
import type { Value } from "./value.js"

/** An entity within one reading: `p1`, `o3`, `l2`, `e7`, `c4`, `d1` (the document itself). */
export type LocalRef = string

/** A statement as the reader suggests it: entities are still local, passages are spans of the reading's text. */
export interface ProposedStatement {
  readonly entity: LocalRef
  readonly schema: SchemaName
  readonly property: string
  readonly value: Value<LocalRef>
  readonly lang: string | null
  readonly holds: DateValue | null
  readonly passages: readonly [Span, ...Span[]]
}

/** What a page's batch must never cover: each is decided alone. */
export type Grave = "death" | "confession" | "minor" | "sexual_violence" | "same_person"

/**
 * One suggestion: what a person accepts, edits or rejects in one go. `number` counts from 1 within its reading.
 * `about` is the entity it introduces. A proposal never speaks of two new people: each person is a proposal.
 */
export interface Proposal {
  readonly number: number
  /** The rule that made it: `measures/remain.en`. */
  readonly rule: string
  /** How sure the rule is, 0 to 1. Not a probability. */
  readonly score: number
  readonly about: LocalRef
  readonly schema: SchemaName
  readonly grave: Grave | null
  readonly statements: readonly [ProposedStatement, ...ProposedStatement[]]
}
