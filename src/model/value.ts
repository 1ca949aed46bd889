import { type DateValue, isEdtf } from "./date.js"
import type { EntityId } from "./id.js"
import { DalelError } from "./refusals.js"

/** A number as a source gives it. A vague one ("hundreds of thousands") has words only: low and high stay null. */
export interface Quantity {
  readonly words: string
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly approximate: boolean
}

/** An amount of money. `equivalent`: the source converted it, and does not say from which currency. */
export interface Money {
  readonly amount: string
  readonly currency: string
  readonly equivalent: boolean
  readonly words: string | null
}

/** What a statement says. `Ref` is an entity's id in a vault, or a number within one reading. */
export type Value<Ref = EntityId> =
  | { readonly type: "name"; readonly text: string }
  | { readonly type: "text"; readonly text: string }
  | ({ readonly type: "date" } & DateValue)
  | { readonly type: "entity"; readonly entity: Ref }
  | ({ readonly type: "quantity" } & Quantity)
  | ({ readonly type: "money" } & Money)
  | { readonly type: "code"; readonly code: string }
  | { readonly type: "identifier"; readonly text: string }
  | { readonly type: "url"; readonly url: string }
  | { readonly type: "boolean"; readonly is: boolean }

export type ValueType = Value["type"]

/** The longest text a value may hold, in characters. Longer texts are sources or renditions, not values. */
export const LONGEST_VALUE = 2000

/** @throws DalelError value/malformed, date/malformed */
export function checkValue(value: Value<unknown>): void {
  const texts: (string | null)[] = []
  switch (value.type) {
    case "name":
    case "text":
    case "identifier":
      texts.push(value.text)
      break
    case "url":
      texts.push(value.url)
      break
    case "code":
      texts.push(value.code)
      break
    case "money":
      if (!/^\d+(\.\d+)?$/.test(value.amount) || !/^[A-Z]{3}$/.test(value.currency))
        throw new DalelError("value/malformed", "money")
      break
    case "quantity":
      texts.push(value.words)
      if (value.low !== null && value.high !== null && value.low > value.high)
        throw new DalelError("value/malformed", "quantity")
      break
    case "date":
      if (!isEdtf(value.edtf)) throw new DalelError("date/malformed")
      break
    case "entity":
    case "boolean":
      break
    default:
      throw new DalelError("value/malformed")
  }
  for (const text of texts)
    if (text === null || text.trim() === "" || text.length > LONGEST_VALUE)
      throw new DalelError("value/malformed", value.type)
}

/** One line of plain words for a value: what a table cell or a search key shows. Entities give their id. */
export function valueText(value: Value<unknown>): string {
  switch (value.type) {
    case "name":
    case "text":
    case "identifier":
      return value.text
    case "url":
      return value.url
    case "code":
      return value.code
    case "date":
      return value.edtf
    case "quantity":
      return value.words
    case "money":
      return `${value.amount} ${value.currency}`
    case "boolean":
      return value.is ? "yes" : "no"
    case "entity":
      return String(value.entity)
  }
}

/** Do two values say the same? Wording, reference days and "equivalent" do not count; dates are equal as EDTF. */
export function sameValue<Ref>(a: Value<Ref>, b: Value<Ref>): boolean {
  if (a.type !== b.type) return false
  if (a.type === "name" && b.type === "name") return fold(a.text) === fold(b.text)
  if (a.type === "quantity" && b.type === "quantity")
    return a.low === null && b.low === null ? fold(a.words) === fold(b.words) : a.low === b.low && a.high === b.high
  return fold(valueText(a)) === fold(valueText(b))
}

function fold(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase()
}
