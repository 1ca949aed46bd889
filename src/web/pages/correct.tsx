import { type EntityId, parseId, type StatementId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import { type Property, propertyOf } from "../../model/schema.js"
import type { Value } from "../../model/value.js"
import { CORRECTIONS, WITHDRAWALS } from "../../review/correct.js"
import { type Choice, Field, parseField } from "../../views/field.js"
import type { DeskHere } from "../../views/here.js"
import { Crumbs, Form, OnEnter, Page } from "../../views/page.js"
import { say } from "../../views/words/say.js"
import type { Desk, StatementHistory } from "../desk.js"
import type { Sent } from "../form.js"
import { go, type Route, show } from "../visit.js"
import { AudienceChoice, audienceOf, Reason } from "./audience.js"
import { GroundWords } from "./ledger.js"

type Found = readonly (Choice & { ref: EntityId })[]

/** A statement is put right by another one that stands in its place; what is only wrong is withdrawn. */
export const CORRECT: readonly Route[] = [
  {
    method: "GET",
    path: "/statements/:id/correct",
    when: "open",
    async answer({ here, desk, part }) {
      const history = await desk.history(parseId<StatementId>(part("id")))
      if (history.stands !== history.statement.id) return go(`/statements/${history.statement.id}`)
      return show(<Correct here={here} history={history} />)
    },
  },
  {
    method: "POST",
    path: "/statements/:id/correct",
    when: "open",
    async answer({ here, desk, part, sent }) {
      const history = await desk.history(parseId<StatementId>(part("id")))
      const row = propertyOf(history.statement.schema, history.statement.property)
      if (!row) throw new DalelError("property/unknown")
      if (sent.text("find") !== "")
        return show(<Correct here={here} history={history} found={await found(desk, row, sent)} sent={sent} />)
      const asked = { value: await valueSent(desk, row, sent), holds: holdsOf(sent), audience: audienceOf(sent) }
      const { entry, statement } = await desk.correct(history.statement.id, asked, reasonOf(sent, CORRECTIONS))
      return go(`/statements/${statement}?did=${entry}`)
    },
  },
  {
    method: "POST",
    path: "/statements/:id/withdraw",
    when: "open",
    async answer({ desk, part, sent }) {
      const id = parseId<StatementId>(part("id"))
      const entry = await desk.withdraw(id, reasonOf(sent, WITHDRAWALS))
      return go(`/statements/${id}?did=${entry}`)
    },
  },
]

async function found(desk: Desk, row: Property, sent: Sent): Promise<Found> {
  const name = sent.text("v.name").trim()
  if (row.value.type !== "entity" || name === "") return []
  return (await desk.find(name, row.value.of)).map(({ id, name, schema }) => ({ ref: id, name, schema }))
}

/** @throws DalelError usage/missing, and what `parseField` throws */
async function valueSent(desk: Desk, row: Property, sent: Sent): Promise<Value> {
  const chosen = sent.text("v.entity")
  // Any entity of the vault of the right kind may be chosen: the list in the form was only found by a name.
  const choices = chosen === "" ? [] : [await choiceOf(desk, parseId<EntityId>(chosen))]
  const value = parseField<EntityId>(row, (name) => (name === "name" ? "" : sent.text(`v.${name}`)), choices)
  if (value === null) throw new DalelError("usage/missing", row.name)
  if (value.type !== "entity") return value
  if (typeof value.entity !== "string") throw new DalelError("entity/unknown")
  return { type: "entity", entity: value.entity }
}

async function choiceOf(desk: Desk, id: EntityId) {
  const { facts } = await desk.entity(id)
  return { ref: id, name: facts.name, schema: facts.schema }
}

const HOLDS: Property = {
  name: "holds",
  value: { type: "date" },
  esf: null,
  ftm: null,
  audience: "team",
  repeatable: false,
}

function holdsOf(sent: Sent) {
  const value = parseField(HOLDS, (name) => sent.text(`holds.${name}`), [])
  return value?.type === "date" ? { edtf: value.edtf, words: value.words, reference: value.reference } : null
}

/** @throws DalelError usage/missing */
function reasonOf<Reason extends string>(sent: Sent, reasons: readonly Reason[]): Reason {
  const reason = reasons.find((one) => one === sent.text("reason"))
  if (!reason) throw new DalelError("usage/missing", "reason")
  return reason
}

/** `found`, `sent`: what was found by the name in the form, and the rest of what the form held. */
function Correct({
  here,
  history,
  found = null,
  sent = null,
}: {
  here: DeskHere
  history: StatementHistory
  found?: Found | null
  sent?: Sent | null
}) {
  const { lang } = here
  const { statement, entityName, words } = history
  const { schema, property, value, holds } = statement
  const row = propertyOf(schema, property)
  if (!row) throw new DalelError("property/unknown")
  const old = value.type === "entity" ? [{ ref: value.entity, name: words, schema: schemaIn(row) }] : []
  const choices = [...old, ...(found ?? []).filter(({ ref }) => ref !== old[0]?.ref)]
  const first = found?.find(({ ref }) => ref !== old[0]?.ref)
  const page = `/statements/${statement.id}`
  return (
    <Page here={here}>
      <div class="narrow">
        <Crumbs
          here={here}
          steps={[
            [entityName || say(lang, "entity.unnamed"), `/entities/${statement.entity}`],
            [say(lang, "history.title"), page],
          ]}
        />
        <h1>{say(lang, "correct.title")}</h1>
        <p class="lead">{say(lang, "correct.lead")}</p>
        <GroundWords here={here} statement={statement} />
        <Form here={here} action={`${page}/correct`} class="stack">
          <OnEnter>{say(lang, "correct.save")}</OnEnter>
          <Field
            here={here}
            prefix="v"
            schema={schema}
            property={row}
            value={first ? { type: "entity", entity: first.ref } : value}
            choices={choices}
            finds
            typed={sent?.text("v.name") ?? ""}
          />
          {found !== null && (
            <p role="status" class="quiet">
              {say(lang, "find.found", { n: found.length })}
            </p>
          )}
          <fieldset class="field date">
            <legend>{say(lang, "state.holds")}</legend>
            <label class="input">
              <input
                type="text"
                name="holds.edtf"
                value={sent?.text("holds.edtf") ?? holds?.edtf ?? ""}
                aria-label={say(lang, "state.holds")}
                autocomplete="off"
                spellcheck={false}
              />
              <span class="hint">{say(lang, "state.holds.hint")}</span>
            </label>
            <label class="input">
              <span class="hint">{say(lang, "field.date.words")}</span>
              <input
                type="text"
                name="holds.words"
                value={sent?.text("holds.words") ?? holds?.words ?? ""}
                autocomplete="off"
                spellcheck={false}
                dir="auto"
              />
            </label>
            {holds?.reference && <input type="hidden" name="holds.reference" value={holds.reference} />}
          </fieldset>
          <AudienceChoice here={here} chosen={sent ? audienceOf(sent) : statement.audience} />
          <Reason here={here} reasons={CORRECTIONS} />
          <div class="buttons">
            <button type="submit" class="lead">
              {say(lang, "correct.save")}
            </button>
            <a class="button" href={page}>
              {say(lang, "word.cancel")}
            </a>
          </div>
        </Form>
      </div>
    </Page>
  )
}

/** What the choice of an entity already chosen needs: any kind that fits. */
function schemaIn(row: Property): Choice["schema"] {
  return row.value.type === "entity" ? row.value.of[0]! : "Person"
}
