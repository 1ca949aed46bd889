import { isEdtf } from "../../model/date.js"
import { type EntityId, parseId, type SourceId } from "../../model/id.js"
import { findWords, type Span } from "../../model/passage.js"
import { DalelError } from "../../model/refusals.js"
import { isSchema, type Property, propertyOf, SCHEMATA, type SchemaName, schemaOf } from "../../model/schema.js"
import type { Value } from "../../model/value.js"
import { type Choice, Field, parseField } from "../../views/field.js"
import type { DeskHere } from "../../views/here.js"
import { shorten } from "../../views/notes.js"
import { Crumbs, Form, OnEnter, Page, Refusal } from "../../views/page.js"
import { say, schemaLabel } from "../../views/words/say.js"
import type { Desk, EntityRef, HandFact, SourceView } from "../desk.js"
import type { Sent } from "../form.js"
import { go, type Route, show } from "../visit.js"
import { AudienceChoice, audienceOf } from "./audience.js"

/**
 * A fact stated by hand, in three steps that each work as a plain form: the words, what they tell of, what they say.
 * The address carries the place of the words, never the words.
 */
export const STATE: readonly Route[] = [
  {
    method: "POST",
    path: "/sources/:id/words",
    when: "open",
    async answer({ here, desk, part, sent }) {
      const source = await desk.source(parseId<SourceId>(part("id")))
      const places = placesOf(textOf(source), sent)
      const [only] = places
      if (only && places.length === 1) return go(`/sources/${source.card.id}/state?p=${only.start}-${only.end}`)
      return show(<Which here={here} source={source} places={places} words={sent.text("words")} />, 400)
    },
  },
  {
    method: "GET",
    path: "/sources/:id/state",
    when: "open",
    async answer({ here, desk, part, query }) {
      const source = await desk.source(parseId<SourceId>(part("id")))
      const words = spanOf(source, query("p"))
      const schema = query("schema") ?? ""
      const known = isSchema(schema) ? await choicesOf(desk, source) : []
      return show(
        <State
          here={here}
          source={source}
          words={words}
          schema={isSchema(schema) ? schema : null}
          choices={known}
          empty={false}
        />,
      )
    },
  },
  {
    method: "POST",
    path: "/sources/:id/state",
    when: "open",
    async answer({ here, desk, part, sent }) {
      const source = await desk.source(parseId<SourceId>(part("id")))
      const words = spanOf(source, sent.text("p"))
      const schema = sent.text("schema")
      if (!isSchema(schema)) throw new DalelError("property/unknown", "schema")
      const asked = sent.text("find")
      if (asked !== "") {
        const choices = await choicesOf(desk, source)
        const hits = await hitsOf(desk, schema, asked, sent)
        const all = [...choices, ...hits.filter(({ ref }) => !choices.some((one) => one.ref === ref))]
        const found = { field: asked, hits }
        return show(
          <State
            here={here}
            source={source}
            words={words}
            schema={schema}
            choices={all}
            empty={false}
            {...{ found, sent }}
          />,
        )
      }
      const choices = [...(await choicesOf(desk, source)), ...(await chosenIn(desk, sent))]
      const about = sent.text("about")
      const [first, ...rest] = factsOf(schema, sent, choices, source.reading?.language ?? null)
      if (!first)
        return show(<State here={here} source={source} words={words} schema={schema} choices={choices} empty />, 400)
      const { entry } = await desk.stateByHand({
        source: source.card.id,
        passages: [words],
        schema,
        entity: about === "" ? null : parseId<EntityId>(about),
        facts: [first, ...rest],
        audience: audienceOf(sent),
      })
      return go(`/sources/${source.card.id}?p=${words.start}-${words.end}&did=${entry}`)
    },
  },
]

const textOf = ({ reading }: SourceView): string => {
  if (reading === null) throw new DalelError("source/not-read")
  return reading.text
}

/** Where the pasted words stand: at the place the selection names, else wherever they are found, 20 places at most. */
function placesOf(text: string, sent: Sent): Span[] {
  const words = sent.text("words")
  const from = Number(sent.text("from") || Number.NaN)
  if (words !== "" && Number.isInteger(from) && text.slice(from, from + words.length) === words)
    return [{ start: from, end: from + words.length }]
  const places: Span[] = []
  try {
    return [findWords(text, words)]
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
    if (error.code !== "passage/ambiguous") return []
    const many = Math.min(20, Number(error.where))
    for (let nth = 0; nth < many; nth++) places.push(findWords(text, words, nth))
  }
  return places
}

function spanOf(source: SourceView, text: string | null): Span {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? "")
  const [start, end] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || start >= end || end > textOf(source).length) throw new DalelError("passage/not-found")
  return { start, end }
}

/** Entities of the vault this source already speaks of; another one is named, and found by its name when it is stated. */
async function choicesOf(desk: Desk, source: SourceView): Promise<(Choice & { ref: EntityId })[]> {
  const choices = new Map<EntityId, Choice & { ref: EntityId }>()
  for (const { entity, name, schema } of Object.values(source.entities))
    if (entity !== null) choices.set(entity, { ref: entity, name, schema })
  for (const { statement, entityName } of source.statements)
    choices.set(statement.entity, {
      ref: statement.entity,
      name: entityName || schemaOf(statement.schema).name,
      schema: statement.schema,
    })
  for (const { id, title, schema } of (await desk.cases({ page: 1, size: 50 })).rows)
    if (!choices.has(id)) choices.set(id, { ref: id, name: title, schema })
  return [...choices.values()]
}

/** What is found by the name typed into one field of the form: `about`, or `f.place`. */
async function hitsOf(
  desk: Desk,
  schema: SchemaName,
  field: string,
  sent: Sent,
): Promise<(Choice & { ref: EntityId })[]> {
  const row = propertyOf(schema, field.slice("f.".length))?.value
  const of = field === "about" ? [schema] : row?.type === "entity" ? row.of : []
  const name = sent.text(`${field}.name`).trim()
  if (of.length === 0 || name === "") return []
  return (await desk.find(name, of)).map(({ id, name, schema }) => ({ ref: id, name, schema }))
}

/** Entities chosen in the form that only a search by name had put there. */
async function chosenIn(desk: Desk, sent: Sent): Promise<(Choice & { ref: EntityId })[]> {
  const ids = new Set(sent.names.filter((name) => name.endsWith(".entity")).map(sent.text))
  ids.delete("")
  return Promise.all(
    [...ids].map(async (id) => {
      const { facts } = await desk.entity(parseId<EntityId>(id))
      return { ref: facts.id, name: facts.name, schema: facts.schema }
    }),
  )
}

/** What a field held when the form was sent to find something; nothing where it could not be read. */
function heldIn(property: Property, sent: Sent, choices: readonly Choice[]): Value<string> | null {
  try {
    const get = (part: string) => (part === "name" ? "" : sent.text(`f.${property.name}.${part}`))
    const value = parseField(property, get, choices)
    return value?.type === "entity" ? { type: "entity", entity: String(value.entity) } : value
  } catch (error) {
    if (error instanceof DalelError) return null
    throw error
  }
}

function factsOf(
  schema: SchemaName,
  sent: Sent,
  choices: readonly (Choice & { ref: EntityId })[],
  lang: string | null,
): HandFact[] {
  const holds = sent.text("holds").trim()
  if (holds !== "" && !isEdtf(holds)) throw new DalelError("date/malformed", "holds")
  const facts: HandFact[] = []
  for (const { name } of schemaOf(schema).properties) {
    const value = parseField<EntityId>(propertyOf(schema, name)!, (part) => sent.text(`f.${name}.${part}`), choices)
    if (value === null) continue
    const named: HandFact["value"] =
      value.type === "entity" ? { type: "entity", entity: value.entity as EntityRef } : value
    facts.push({
      property: name,
      value: named,
      lang: value.type === "text" || value.type === "name" ? lang : null,
      holds: holds === "" ? null : { edtf: holds, words: null, reference: null },
    })
  }
  return facts
}

/** At the foot of the text: paste (or, with a script, select) the exact words. */
export function PasteWords({ here, source }: { here: DeskHere; source: SourceId }) {
  const { lang } = here
  return (
    <details class="paste" id="paste">
      <summary>{say(lang, "state.button")}</summary>
      <Form here={here} action={`/sources/${source}/words`} id="words">
        <label class="input">
          <span>{say(lang, "state.words")}</span>
          <textarea name="words" rows={3} required autocomplete="off" spellcheck={false} dir="auto" />
          <span class="hint">{say(lang, "state.words.hint")}</span>
        </label>
        <input type="hidden" name="from" value="" />
        <button type="submit">{say(lang, "state.find")}</button>
      </Form>
    </details>
  )
}

function Heading({ here, source }: { here: DeskHere; source: SourceView }) {
  const { lang } = here
  return (
    <>
      <Crumbs
        here={here}
        steps={[
          [say(lang, "nav.sources"), "/sources"],
          [source.card.title || say(lang, "sources.untitled"), `/sources/${source.card.id}`],
        ]}
      />
      <h1>{say(lang, "state.title")}</h1>
    </>
  )
}

function Which({
  here,
  source,
  places,
  words,
}: {
  here: DeskHere
  source: SourceView
  places: readonly Span[]
  words: string
}) {
  const { lang } = here
  const text = textOf(source)
  const around = (from: number, to: number) => text.slice(Math.max(0, from), Math.max(0, to)).replace(/\s+/gu, " ")
  return (
    <Page here={here}>
      <div class="narrow">
        <Heading here={here} source={source} />
        {places.length === 0 ? (
          <Refusal here={here} code="passage/not-found" where={null} />
        ) : (
          <>
            <p>{say(lang, "state.which")}</p>
            <ol class="hits">
              {places.map(({ start, end }) => (
                <li>
                  <a href={`/sources/${source.card.id}/state?p=${start}-${end}`} class="excerpt" dir="auto">
                    … {around(start - 60, start)}
                    <mark>{shorten(text.slice(start, end))}</mark>
                    {around(end, end + 60)} …
                  </a>
                </li>
              ))}
            </ol>
          </>
        )}
        <Form here={here} action={`/sources/${source.card.id}/words`} class="stack">
          <label class="input">
            <span>{say(lang, "state.words")}</span>
            <textarea name="words" rows={3} required autocomplete="off" spellcheck={false} dir="auto">
              {words}
            </textarea>
            <span class="hint">{say(lang, "state.words.hint")}</span>
          </label>
          <button type="submit">{say(lang, "state.find")}</button>
        </Form>
      </div>
    </Page>
  )
}

/** What kind of thing it is comes first, codes of other schemes last; the rest as the table has it. */
function inFormOrder(schema: SchemaName): readonly Property[] {
  const rank = ({ name }: Property) => (name === "kind" || name === "change" ? 0 : name === "act" ? 2 : 1)
  return [...schemaOf(schema).properties].sort((a, b) => rank(a) - rank(b))
}

function State({
  here,
  source,
  words,
  schema,
  choices,
  empty,
  found = null,
  sent = null,
}: {
  here: DeskHere
  source: SourceView
  words: Span
  schema: SchemaName | null
  choices: readonly Choice[]
  empty: boolean
  /** What was found by a name, and for which field of the form that was sent. */
  found?: { readonly field: string; readonly hits: readonly Choice[] } | null
  sent?: Sent | null
}) {
  const { lang } = here
  const address = `/sources/${source.card.id}/state`
  const place = `${words.start}-${words.end}`
  /** The best of what was found is chosen, for a person to look at. */
  const chosenFor = (field: string, held: string) => (found?.field === field ? (found.hits[0]?.ref ?? held) : held)
  const valueIn = (property: Property): Value<string> | null => {
    if (sent === null) return null
    const held = heldIn(property, sent, choices)
    if (property.value.type !== "entity") return held
    const entity = chosenFor(`f.${property.name}`, held?.type === "entity" ? held.entity : "")
    return entity === "" ? null : { type: "entity", entity }
  }
  return (
    <Page here={here}>
      <div class="narrow">
        <Heading here={here} source={source} />
        <p class="quiet">{say(lang, "state.found")}</p>
        <blockquote class="exact" dir="auto">
          {shorten(textOf(source).slice(words.start, words.end), 600)}
        </blockquote>
        <form method="get" action={address} class="row" autocomplete="off">
          <input type="hidden" name="p" value={place} />
          <label>
            {say(lang, "state.schema")}{" "}
            <select name="schema">
              {SCHEMATA.map(({ name }) => (
                <option value={name} selected={name === schema}>
                  {schemaLabel(lang, name)}
                </option>
              ))}
            </select>
          </label>{" "}
          <button type="submit" class={schema === null ? "lead" : ""}>
            {say(lang, "state.next")}
          </button>
        </form>
        {schema !== null && (
          <Form here={here} action={address} class="stack">
            <input type="hidden" name="p" value={place} />
            <input type="hidden" name="schema" value={schema} />
            <OnEnter>{say(lang, "state.save")}</OnEnter>
            <label class="input">
              <span>{say(lang, "state.about")}</span>
              <select name="about">
                <option value="">
                  {say(lang, "state.about.new")}: {schemaLabel(lang, schema)}
                </option>
                {choices
                  .filter((one) => one.schema === schema)
                  .map((one) => (
                    <option value={one.ref} selected={one.ref === chosenFor("about", sent?.text("about") ?? "")}>
                      {one.name || schemaLabel(lang, one.schema)}
                    </option>
                  ))}
              </select>
            </label>
            <div class="row">
              <label>
                <span class="hint">{say(lang, "find.name")}</span>{" "}
                <input
                  type="text"
                  name="about.name"
                  value={sent?.text("about.name") ?? ""}
                  autocomplete="off"
                  spellcheck={false}
                  dir="auto"
                />
              </label>{" "}
              <button type="submit" name="find" value="about" class="quiet">
                {say(lang, "find.button")}
              </button>
            </div>
            {found && (
              <p role="status" class="quiet">
                {say(lang, "find.found", { n: found.hits.length })}
              </p>
            )}
            <h2>{say(lang, "state.fields")}</h2>
            <p class="quiet">{say(lang, "state.fields.lead")}</p>
            {empty && (
              <p class="refusal" role="alert">
                {say(lang, "state.empty")}
              </p>
            )}
            <div class="fields">
              {inFormOrder(schema).map((property) => (
                <Field
                  here={here}
                  prefix={`f.${property.name}`}
                  schema={schema}
                  property={property}
                  value={valueIn(property)}
                  choices={choices}
                  makesNew
                  finds
                  typed={sent?.text(`f.${property.name}.name`) ?? ""}
                />
              ))}
            </div>
            <label class="input">
              <span>{say(lang, "state.holds")}</span>
              <input type="text" name="holds" value={sent?.text("holds") ?? ""} autocomplete="off" spellcheck={false} />
              <span class="hint">{say(lang, "state.holds.hint")}</span>
            </label>
            <AudienceChoice here={here} chosen={sent ? audienceOf(sent) : "team"} />
            <div class="buttons">
              <button type="submit" class="lead">
                {say(lang, "state.save")}
              </button>
              <a class="button" href={`/sources/${source.card.id}?p=${place}`}>
                {say(lang, "word.cancel")}
              </a>
            </div>
          </Form>
        )}
      </div>
    </Page>
  )
}
