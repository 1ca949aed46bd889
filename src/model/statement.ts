import type { DateValue } from "./date.js"
import type { EntityId, MemberId, SourceId, StatementId } from "./id.js"
import type { Passage } from "./passage.js"
import { DalelError } from "./refusals.js"
import { isSchema, propertyOf, type SchemaName } from "./schema.js"
import { checkValue, type Value } from "./value.js"

/** Who may see a statement. `public` is set only by a decision made one at a time. */
export type Audience = "restricted" | "team" | "public"

/**
 * Of what a person asked for and what the schema table declares, the more careful. Only `restricted` is a bound: a
 * property the table leaves to the team may be made public.
 */
export function careful(asked: Audience, declared: Audience): Audience {
  return declared === "restricted" ? "restricted" : asked
}

/**
 * Why a statement may stand: passages of ONE source, or a named person's own testimony to the vault with a reason.
 * A second source makes a second, agreeing statement: so a source can be expunged exactly, and sources be counted.
 */
export type Ground =
  | { readonly kind: "source"; readonly source: SourceId; readonly passages: readonly [Passage, ...Passage[]] }
  | { readonly kind: "testimony"; readonly person: EntityId; readonly to: MemberId; readonly reason: string }

export interface Statement {
  readonly id: StatementId
  readonly entity: EntityId
  readonly schema: SchemaName
  readonly property: string
  readonly value: Value
  /** BCP 47 with the script stated: `kk-Cyrl`, `en`. Null where language does not apply. */
  readonly lang: string | null
  /** The interval in which the value is said to hold. */
  readonly holds: DateValue | null
  readonly ground: Ground
  readonly audience: Audience
  /** The day from which the vault could know it: the publication day of its source, when known. */
  readonly known: string | null
  readonly supersedes: StatementId | null
}

/** @throws DalelError property/unknown, value/malformed, date/malformed, ground/missing */
export function checkStatement(statement: Statement): void {
  const { schema, property, value, ground, holds } = statement
  const row = isSchema(schema) ? propertyOf(schema, property) : undefined
  if (!row) throw new DalelError("property/unknown", `${schema}.${property}`)
  if (row.value.type !== value.type) throw new DalelError("value/malformed", `${schema}.${property}`)
  if (row.value.type === "code" && value.type === "code" && !row.value.codes.includes(value.code))
    throw new DalelError("value/malformed", `${schema}.${property}`)
  checkValue(value)
  if (holds) checkValue({ type: "date", ...holds })
  if (ground.kind === "source" && ground.passages.length === 0) throw new DalelError("ground/missing")
  if (ground.kind === "testimony" && ground.reason.trim() === "") throw new DalelError("ground/missing")
}
