import { isDay, isEdtf } from "../model/date.js"
import { DalelError } from "../model/refusals.js"
import type { Property, SchemaName } from "../model/schema.js"
import { checkValue, type Value } from "../model/value.js"
import type { Here } from "./here.js"
import { codeLabel, propertyLabel, say, schemaLabel } from "./words/say.js"

/** An entity named in a form that is to be made with the fact. */
export interface NewEntity {
  readonly schema: SchemaName
  readonly name: string
}

/** `Ref`: what an entity is called in this form (an id of the vault, or a number within a reading). */
export type FieldValue<Ref extends string> = Value<Ref | NewEntity>

/** An entity that can be chosen. */
export interface Choice {
  readonly ref: string
  readonly name: string
  readonly schema: SchemaName
}

/** What was sent for one field: `get("edtf")` is the input `PREFIX.edtf`. */
type Get = (part: string) => string

/**
 * The inputs of one field, named `PREFIX.part`. The parser below reads exactly these. `makesNew`: an entity that is not
 * among the choices may be named. `finds`: a name can be sent (`find`) to have more to choose from. `typed`: the name
 * that was sent.
 */
export function Field({
  here,
  prefix,
  schema,
  property,
  value,
  choices,
  makesNew = false,
  finds = false,
  typed = "",
}: {
  here: Here
  prefix: string
  schema: SchemaName
  property: Property
  value: Value<string> | null
  choices: readonly Choice[]
  makesNew?: boolean
  finds?: boolean
  typed?: string
}) {
  const label = propertyLabel(here.lang, schema, property.name)
  return (
    <fieldset class={`field ${property.value.type}`}>
      <legend>{label}</legend>
      <Inputs
        here={here}
        prefix={prefix}
        label={label}
        property={property}
        value={value}
        choices={choices}
        makesNew={makesNew}
        finds={finds}
        typed={typed}
      />
    </fieldset>
  )
}

function Inputs({
  here,
  prefix,
  label,
  property,
  value,
  choices,
  makesNew,
  finds,
  typed,
}: {
  here: Here
  prefix: string
  label: string
  property: Property
  value: Value<string> | null
  choices: readonly Choice[]
  makesNew: boolean
  finds: boolean
  typed: string
}) {
  const { lang } = here
  const row = property.value
  const text = (part: string, shown: string | null | undefined, words: string = label, size?: number) => (
    <label class="input">
      {words !== label && <span class="hint">{words}</span>}
      <input
        type="text"
        name={`${prefix}.${part}`}
        value={shown ?? ""}
        aria-label={words === label ? label : `${label}, ${words}`}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        {...(size ? { size } : {})}
      />
    </label>
  )
  switch (row.type) {
    case "date": {
      const date = value?.type === "date" ? value : null
      return (
        <>
          {text("edtf", date?.edtf)}
          {text("words", date?.words, say(lang, "field.date.words"))}
          {date?.reference && <input type="hidden" name={`${prefix}.reference`} value={date.reference} />}
          <details class="hint">
            <summary>{say(lang, "field.date.how")}</summary>
            {say(lang, "field.date.hint")}
          </details>
        </>
      )
    }
    case "code":
      return (
        <select name={`${prefix}.code`} aria-label={label}>
          <option value="">{say(lang, "review.noEntity")}</option>
          {row.codes.map((code) => (
            <option value={code} selected={value?.type === "code" && value.code === code}>
              {codeLabel(lang, row.list, code)}
            </option>
          ))}
        </select>
      )
    case "entity": {
      const chosen = value?.type === "entity" ? value.entity : null
      const fitting = choices.filter((one) => row.of.includes(one.schema))
      return (
        <>
          <select name={`${prefix}.entity`} aria-label={label}>
            <option value="">{say(lang, "state.entity.none")}</option>
            {fitting.map((one) => (
              <option value={one.ref} selected={one.ref === chosen}>
                {one.name || schemaLabel(lang, one.schema)}
              </option>
            ))}
          </select>
          {(makesNew || finds) && text("name", typed, say(lang, makesNew ? "state.entity.name" : "find.name"))}
          {finds && (
            <button type="submit" name="find" value={prefix} class="quiet" formnovalidate>
              {say(lang, "find.button")}
            </button>
          )}
        </>
      )
    }
    case "money": {
      const money = value?.type === "money" ? value : null
      return (
        <>
          {text("amount", money?.amount, say(lang, "field.money.amount"), 10)}
          {text("currency", money?.currency, say(lang, "field.money.currency"), 4)}
          {text("words", money?.words, say(lang, "review.words"))}
          <label class="check">
            <input type="checkbox" name={`${prefix}.equivalent`} value="yes" checked={money?.equivalent ?? false} />{" "}
            {say(lang, "field.money.equivalent")}
          </label>
        </>
      )
    }
    case "quantity": {
      const quantity = value?.type === "quantity" ? value : null
      return (
        <>
          {text("words", quantity?.words, say(lang, "field.quantity.words"))}
          {text("low", quantity?.low?.toString(), say(lang, "field.quantity.low"), 8)}
          {text("high", quantity?.high?.toString(), say(lang, "field.quantity.high"), 8)}
          {text("unit", quantity?.unit, say(lang, "field.quantity.unit"), 10)}
        </>
      )
    }
    case "boolean":
      return (
        <select name={`${prefix}.is`} aria-label={label}>
          <option value="">{say(lang, "review.noEntity")}</option>
          <option value="yes" selected={value?.type === "boolean" && value.is}>
            {say(lang, "word.yes")}
          </option>
          <option value="no" selected={value?.type === "boolean" && !value.is}>
            {say(lang, "word.no")}
          </option>
        </select>
      )
    default:
      return text("text", value === null ? null : plainText(value))
  }
}

const plainText = (value: Value<string>): string =>
  value.type === "url" ? value.url : "text" in value ? value.text : ""

/**
 * Reads what `Field` wrote; null when it was left empty. `choices`: the only entities that may be chosen.
 * @throws DalelError value/malformed, date/malformed
 */
export function parseField<Ref extends string>(
  property: Property,
  get: Get,
  choices: readonly { readonly ref: Ref; readonly schema: SchemaName }[],
): FieldValue<Ref> | null {
  const value = valueFrom(property, (part) => get(part).trim(), choices)
  if (value !== null) checkValue(value)
  return value
}

function valueFrom<Ref extends string>(
  property: Property,
  get: Get,
  choices: readonly { readonly ref: Ref; readonly schema: SchemaName }[],
): FieldValue<Ref> | null {
  const row = property.value
  const wrong = () => new DalelError("value/malformed", property.name)
  switch (row.type) {
    case "date": {
      const [edtf, words, reference] = [get("edtf"), get("words"), get("reference")]
      if (edtf === "" && words === "") return null
      if (!isEdtf(edtf)) throw new DalelError("date/malformed", property.name)
      return { type: "date", edtf, words: words || null, reference: isDay(reference) ? reference : null }
    }
    case "code": {
      const code = get("code")
      if (code === "") return null
      if (!row.codes.includes(code)) throw wrong()
      return { type: "code", code }
    }
    case "entity": {
      const [ref, name] = [get("entity"), get("name")]
      // What was chosen wins: the name may be what it was found by.
      if (ref === "") return name === "" ? null : { type: "entity", entity: { schema: row.of[0]!, name } }
      const choice = choices.find((one) => one.ref === ref && row.of.includes(one.schema))
      if (!choice) throw wrong()
      return { type: "entity", entity: choice.ref }
    }
    case "money": {
      const [amount, currency, words] = [get("amount"), get("currency").toUpperCase(), get("words")]
      if (amount === "" && currency === "" && words === "") return null
      return {
        type: "money",
        amount: amount.replace(/[\s,]/g, ""),
        currency,
        equivalent: get("equivalent") === "yes",
        words: words || null,
      }
    }
    case "quantity": {
      const [words, low, high, unit] = [get("words"), get("low"), get("high"), get("unit")]
      if (words === "" && low === "" && high === "") return null
      const count = (text: string) => {
        if (text === "") return null
        if (!/^\d{1,15}(\.\d+)?$/.test(text)) throw new DalelError("usage/not-a-number", property.name)
        return Number(text)
      }
      return {
        type: "quantity",
        words: words || low || high,
        low: count(low),
        high: count(high),
        unit: unit || null,
        approximate: low === "" || low !== high,
      }
    }
    case "boolean": {
      const is = get("is")
      return is === "" ? null : { type: "boolean", is: is === "yes" }
    }
    case "url": {
      const url = get("text")
      return url === "" ? null : { type: "url", url }
    }
    default: {
      const text = get("text")
      return text === "" ? null : { type: row.type, text }
    }
  }
}
