import type { Child } from "hono/jsx"
import type { Span } from "../model/passage.js"
import { placeOf } from "../model/place.js"
import type { LocalRef, Proposal, ProposedStatement } from "../model/proposal.js"
import type { ByteMap } from "../model/reading.js"
import { dateWords } from "./date.js"
import type { Here } from "./here.js"
import { shorten } from "./notes.js"
import { placeWords } from "./place.js"
import { valueWords } from "./value.js"
import { type Lang, propertyLabel, say, schemaLabel } from "./words/say.js"

/** The name behind a local entity, or the ref itself. */
export type NameOf = (ref: LocalRef) => string

/** One line that names a proposal in a list: "house arrest · continued · 29 July 2019". */
export function proposalTitle(lang: Lang, proposal: Pick<Proposal, "schema" | "statements">, nameOf: NameOf): string {
  const words = (property: string) => {
    const found = proposal.statements.find((one) => one.property === property)
    return found ? statementWords(lang, found, nameOf) : null
  }
  const name = words("name") ?? words("title") ?? words("words")
  if (name !== null) return `${schemaLabel(lang, proposal.schema)}: ${shorten(name, 80)}`
  const told = [words("kind") ?? schemaLabel(lang, proposal.schema), words("change"), words("date")].filter(Boolean)
  if (told.length > 1) return told.join(" · ")
  const first = proposal.statements[0]
  return `${told[0]} · ${propertyLabel(lang, first.schema, first.property)}: ${shorten(statementWords(lang, first, nameOf), 60)}`
}

export function statementWords(lang: Lang, { schema, property, value }: ProposedStatement, nameOf: NameOf): string {
  return valueWords(lang, schema, property, value, value.type === "entity" ? nameOf(value.entity) : null)
}

/** What the proposal says, a line a statement, each with the source's own words. */
export function Statements({
  here,
  statements,
  text,
  map,
  nameOf,
  beside,
}: {
  here: Here
  statements: readonly ProposedStatement[]
  text: string
  /** The way to a passage's place in the original: its page, its time, its cell. */
  map?: ByteMap | undefined
  nameOf: NameOf
  /** What stands in the last column of a line: what the vault already says of it. */
  beside?: (index: number) => Child
}) {
  const { lang } = here
  return (
    <>
      <dl class="statements">
        {statements.map((one, index) => (
          <div>
            <dt>{propertyLabel(lang, one.schema, one.property)}</dt>
            <dd>
              <bdi class="value">{statementWords(lang, one, nameOf)}</bdi>
              {one.value.type === "date" && one.value.words !== null && (
                <span class="wording"> {say(lang, "date.words", { words: one.value.words })}</span>
              )}
              {one.holds && <span class="quiet"> · {dateWords(lang, one.holds.edtf)}</span>}
              {beside?.(index)}
            </dd>
          </div>
        ))}
      </dl>
      <Passages lang={lang} text={text} map={map} spans={distinct(statements)} />
    </>
  )
}

function Passages({
  lang,
  text,
  map,
  spans,
}: {
  lang: Lang
  text: string
  map: ByteMap | undefined
  spans: readonly Span[]
}) {
  const placeAt = (span: Span) => (map ? placeOf(map, span) : null)
  return (
    <div class="passages">
      {spans.map((span) => {
        const place = placeAt(span)
        return (
          <>
            <q class="exact" dir="auto">
              {shorten(text.slice(span.start, span.end), 200)}
            </q>
            {place && <span class="place"> {placeWords(lang, place)}</span>}
          </>
        )
      })}
    </div>
  )
}

function distinct(statements: readonly ProposedStatement[]): Span[] {
  const spans = new Map(statements.flatMap((one) => one.passages).map((span) => [`${span.start}-${span.end}`, span]))
  return [...spans.values()].sort((a, b) => a.start - b.start).slice(0, 4)
}
