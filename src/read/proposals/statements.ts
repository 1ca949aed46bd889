import type { DateValue } from "../../model/date.js"
import type { Span } from "../../model/passage.js"
import type { LocalRef, ProposedStatement } from "../../model/proposal.js"
import { propertyOf, type SchemaName } from "../../model/schema.js"
import { LONGEST_VALUE, type Value } from "../../model/value.js"

type Passages = readonly [Span, ...Span[]]

/** The language tag of a passage: words taken from it are in that language. */
export type LangOf = (passage: Span) => string

/** Statements about one entity, added one by one; a null value adds none. */
export class Statements {
  readonly list: ProposedStatement[] = []
  private readonly entity: LocalRef
  private readonly schema: SchemaName
  private readonly lang: LangOf
  private readonly passages: Passages

  constructor(entity: LocalRef, schema: SchemaName, lang: LangOf, passages: Passages) {
    this.entity = entity
    this.schema = schema
    this.lang = lang
    this.passages = passages
  }

  /** Words of the text carry its language; codes, dates and sums do not. */
  add(
    property: string,
    value: Value<LocalRef> | null,
    options: { holds?: DateValue | null; passages?: Passages } = {},
  ): this {
    if (value === null || !propertyOf(this.schema, property)) return this
    const worded = value.type === "name" || value.type === "text"
    const passages = apart(options.passages ?? this.passages)
    this.list.push({
      entity: this.entity,
      schema: this.schema,
      property,
      value,
      lang: worded ? this.lang(passages[0]) : null,
      holds: options.holds ?? null,
      passages,
    })
    return this
  }
}

export const code = (value: string | null): Value<LocalRef> | null =>
  value === null ? null : { type: "code", code: value }
export const entity = (value: LocalRef | null): Value<LocalRef> | null =>
  value === null ? null : { type: "entity", entity: value }
export const identifier = (value: string | null): Value<LocalRef> | null =>
  value === null ? null : { type: "identifier", text: value }
export const name = (value: string): Value<LocalRef> => ({ type: "name", text: shortened(value) })

export function text(value: string | null): Value<LocalRef> | null {
  const words = value?.replace(/\s+/gu, " ").trim() ?? ""
  return words === "" ? null : { type: "text", text: shortened(words) }
}

/** Longer words are cut at a space: the passage has them all. */
function shortened(words: string): string {
  if (words.length <= LONGEST_VALUE) return words
  const cut = words.lastIndexOf(" ", LONGEST_VALUE - 1)
  return `${words.slice(0, cut > 0 ? cut : LONGEST_VALUE - 1)}…`
}

/** Passages in the order of the text, each once. */
function apart(passages: Passages): Passages {
  const sorted = [...passages].sort((a, b) => a.start - b.start || a.end - b.end)
  const once = sorted.filter(
    ({ start, end }, at) => at === 0 || start !== sorted[at - 1]!.start || end !== sorted[at - 1]!.end,
  )
  const [first, ...rest] = once
  return [{ start: first!.start, end: first!.end }, ...rest.map(({ start, end }) => ({ start, end }))]
}
