import type { EntityFacts, Line, Said } from "../model/casefile.js"
import { propertyOf, type SchemaName } from "../model/schema.js"
import type { Value } from "../model/value.js"
import { dateAndWording, dateWords } from "./date.js"
import type { Here } from "./here.js"
import { Icon } from "./icon.js"
import { Marks, type Notes } from "./notes.js"
import { codeLabel, type Lang, number, propertyLabel, say, schemaLabel } from "./words/say.js"

/** A value in the words of the interface: codes by their label, dates and sums written out. `name` is an entity's. */
export function valueWords(
  lang: Lang,
  schema: SchemaName,
  property: string,
  value: Value<unknown>,
  name: string | null = null,
): string {
  switch (value.type) {
    case "code": {
      const row = propertyOf(schema, property)?.value
      return row?.type === "code" ? codeLabel(lang, row.list, value.code) : value.code
    }
    case "date":
      return dateWords(lang, value.edtf)
    case "money":
      return moneyWords(lang, value.amount, value.currency, value.equivalent)
    case "quantity":
      return value.words
    case "boolean":
      return say(lang, value.is ? "word.yes" : "word.no")
    case "entity":
      return name === null ? String(value.entity) : name || nameless(lang, schema, property)
    case "url":
      return value.url
    default:
      return value.text
  }
}

function moneyWords(lang: Lang, amount: string, currency: string, equivalent: boolean): string {
  const shown = new Intl.NumberFormat(lang, { style: "currency", currency, minimumFractionDigits: 0 })
  return `${equivalent ? "≈\u00a0" : ""}${shown.format(Number(amount))}`
}

/** One value as it is shown everywhere: the words, what they are worth, their marks, the source's own wording. */
export function SaidValue({
  here,
  notes,
  schema,
  property,
  said,
}: {
  here: Here
  notes: Notes
  schema: SchemaName
  property: string
  said: Said
}) {
  const { lang } = here
  const wording = wordingOf(lang, said.value)
  return (
    <span class={said.audience === "restricted" ? "said restricted" : "said"}>
      <ValueOf here={here} schema={schema} property={property} said={said} />
      {said.holds && <bdi class="holds"> ({dateWords(lang, said.holds.edtf)})</bdi>}
      {said.audience === "restricted" && (
        <span class="tag">
          <Icon is="lock" /> {say(lang, "review.audience.restricted")}
        </span>
      )}
      {said.bulk && !here.bulkSaid && <span class="tag">{say(lang, "word.bulk")}</span>}
      <Marks here={here} notes={notes} marks={said.marks} />
      {wording && (
        <span class="wording">
          {" "}
          <bdi>{wording}</bdi>
        </span>
      )}
      <History here={here} said={said} />
    </span>
  )
}

/** What the source itself wrote, where the value was put into other words. */
function wordingOf(lang: Lang, value: Said["value"]): string | null {
  if (value.type === "date") return dateAndWording(lang, value).wording
  if (value.type === "money") return value.words === null ? null : say(lang, "date.words", { words: value.words })
  if (value.type !== "quantity" || value.low === null) return null
  const high = value.high === null || value.high === value.low ? "" : `–${number(lang, value.high)}`
  return `(${number(lang, value.low)}${high})`
}

function ValueOf({ here, schema, property, said }: { here: Here; schema: SchemaName; property: string; said: Said }) {
  const { value } = said
  const address = value.type === "entity" ? here.links.entity(value.entity) : null
  const words = <bdi class={value.type}>{valueWords(here.lang, schema, property, value, said.words)}</bdi>
  return address === null ? words : <a href={address}>{words}</a>
}

/** Proceedings, measures and claims have no names: then the word for what they are stands in. */
function nameless(lang: Lang, schema: SchemaName, property: string): string {
  const row = propertyOf(schema, property)?.value
  return row?.type === "entity" ? schemaLabel(lang, row.of[0]!) : say(lang, "entity.unnamed")
}

/** Everything that is said of these was accepted in bulk: then it is said once, for all of them. */
export function allBulk(entities: readonly EntityFacts[]): boolean {
  const said = entities.flatMap((facts) => facts.lines.flatMap((line) => line.said))
  return said.length > 0 && said.every((one) => one.bulk)
}

/** `here` for what stands under a heading that says "in bulk" for all of it. */
export function underBulk(here: Here, entities: readonly EntityFacts[]): Here {
  return allBulk(entities) ? { ...here, bulkSaid: true } : here
}

/** The word itself, once, unless it was said further up. */
export function BulkTag({ here, facts }: { here: Here; facts: EntityFacts }) {
  return !here.bulkSaid && allBulk([facts]) ? <span class="tag">{say(here.lang, "word.bulk")}</span> : null
}

/** The way to each statement's history, where it can be corrected: one for every source that says it. */
function History({ here, said }: { here: Here; said: Said }) {
  return (
    <>
      {said.statements.map((id) => {
        const address = here.links.statement(id)
        return (
          address !== null && (
            <a class="history" href={address} aria-label={say(here.lang, "history.title")}>
              ⋯
            </a>
          )
        )
      })}
    </>
  )
}

/** All that is said of one property: `agreed` values with a comma, a sequence with arrows, a dispute with its mark. */
export function LineValues({
  here,
  notes,
  schema,
  line,
}: {
  here: Here
  notes: Notes
  schema: SchemaName
  line: Line
}) {
  const { lang } = here
  const between = line.how === "sequence" ? " → " : line.how === "dispute" ? " · " : ", "
  return (
    <span class={`values ${line.how}`}>
      {line.how === "dispute" && (
        <span class="tag disputed">{say(lang, "case.disputed.versions", { n: line.said.length })}</span>
      )}
      {line.said.map((said, index) => (
        <>
          {index > 0 && <span class="between">{between}</span>}
          <SaidValue here={here} notes={notes} schema={schema} property={line.property} said={said} />
        </>
      ))}
    </span>
  )
}

/** The lines of one entity as a list of terms. `without`: properties shown elsewhere on the page. */
export function Lines({
  here,
  notes,
  facts,
  without = [],
}: {
  here: Here
  notes: Notes
  facts: EntityFacts
  without?: readonly string[]
}) {
  const lines = facts.lines.filter((line) => !without.includes(line.property) && line.said.length > 0)
  if (lines.length === 0) return null
  return (
    <dl class="lines">
      {lines.map((line) => (
        <div>
          <dt>{propertyLabel(here.lang, facts.schema, line.property)}</dt>
          <dd>
            <LineValues here={here} notes={notes} schema={facts.schema} line={line} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Where a page that stands alone keeps an entity: what its links lead to. */
export function anchorOf({ paper }: Here, { id }: EntityFacts): string | undefined {
  return paper ? `e-${id}` : undefined
}

export function lineOf(facts: EntityFacts, property: string): Line | undefined {
  return facts.lines.find((line) => line.property === property && line.said.length > 0)
}

/** What a happening is called: its kind and what changed ("house arrest · continued"), else the word for its schema. */
export function happeningTitle(lang: Lang, facts: EntityFacts): string {
  const words = ["kind", "change"].map((property) => {
    const said = lineOf(facts, property)?.said.at(-1)
    return said ? valueWords(lang, facts.schema, property, said.value, said.words) : null
  })
  const [kind, change] = words
  const title = kind ?? schemaLabel(lang, facts.schema)
  return change ? `${title} · ${change}` : title
}
