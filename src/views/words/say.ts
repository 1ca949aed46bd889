import type { RefusalCode } from "../../model/refusals.js"
import type { CODES, CodeList, SchemaName } from "../../model/schema.js"
import type * as english from "./en.js"
import { LANGUAGES } from "./index.js"

/** A message: plain, or one form per plural category of `Intl.PluralRules`, chosen by the parameter `n`. */
export type Plural = { readonly other: string } & Partial<
  Readonly<Record<"zero" | "one" | "two" | "few" | "many", string>>
>

type English = typeof english.messages
export type Key = keyof English

/** What every language fills: a plain message where English has one, plural forms where English has them. */
export type Messages = { readonly [K in Key]: English[K] extends string ? string : Plural }
export type Refusals = Readonly<Record<RefusalCode, { readonly what: string; readonly remedy: string }>>
export type SchemaLabels = Readonly<Record<SchemaName, string>>
export type CodeLabels = {
  readonly [L in CodeList]: Readonly<Record<(typeof CODES)[L][number], string>>
}

/** Where a date's words stand in `date.since`, `date.endUnknown` and `date.until`. */
export type Bend = "since" | "until"

/** One language: every word of the interface. */
export interface Words {
  readonly messages: Messages
  /** Gives a date the ending that those messages ask of it, in languages that have endings where others prepositions. */
  readonly bend?: (date: string, as: Bend) => string
  readonly refusals: Refusals
  readonly schemas: SchemaLabels
  readonly properties: Readonly<Record<string, string>>
  readonly codes: CodeLabels
}

type Holes<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never
type Param<K extends Key> = English[K] extends string
  ? Holes<English[K]>
  : "n" | Holes<English[K] extends { readonly other: infer O } ? O : never>
export type Params<K extends Key> = [Param<K>] extends [never] ? [] : [Readonly<Record<Param<K>, string | number>>]

export type Lang = keyof typeof LANGUAGES

export function isLang(text: string): text is Lang {
  return Object.hasOwn(LANGUAGES, text)
}

export function directionOf(lang: Lang): "ltr" | "rtl" {
  return LANGUAGES[lang].direction
}

/** The message in this language. Placeholders are typed from the English text; numbers are written the local way. */
export function say<K extends Key>(lang: Lang, key: K, ...params: Params<K>): string {
  const message: string | Plural = LANGUAGES[lang].words.messages[key]
  const values = (params[0] ?? {}) as Readonly<Record<string, string | number>>
  const text = typeof message === "string" ? message : pluralForm(lang, message, Number(values.n))
  return text.replace(/\{(\w+)\}/g, (_, name: string) => fill(lang, values[name]))
}

// Intl's own objects are slow to make, and a page says hundreds of numbers.
const PLURALS = new Map<Lang, Intl.PluralRules>()
const NUMBERS = new Map<Lang, Intl.NumberFormat>()
const HUNDREDTHS = new Map<Lang, Intl.NumberFormat>()

/** What stands under a key; made the first time it is asked for. */
export function kept<Key, Made>(all: Map<Key, Made>, key: Key, make: () => Made): Made {
  let made = all.get(key)
  if (made === undefined) {
    made = make()
    all.set(key, made)
  }
  return made
}

function pluralForm(lang: Lang, message: Plural, n: number): string {
  return message[kept(PLURALS, lang, () => new Intl.PluralRules(lang)).select(n)] ?? message.other
}

function fill(lang: Lang, value: string | number | undefined): string {
  if (typeof value === "number") return number(lang, value)
  return isolate(lang, value ?? "")
}

/** A number between 0 and 1 with two digits: 0.93 in English, 0,93 in Russian. */
export function inHundredths(lang: Lang, value: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return kept(HUNDREDTHS, lang, () => new Intl.NumberFormat(lang, digits)).format(value)
}

export function number(lang: Lang, value: number): string {
  return kept(NUMBERS, lang, () => new Intl.NumberFormat(lang)).format(value)
}

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}/u

/** Words of the other direction between U+2068 and U+2069, so that they can't turn the sentence around them. */
function isolate(lang: Lang, text: string): string {
  const turned = directionOf(lang) === "rtl" ? /\p{Script=Latin}|\p{Script=Cyrillic}/u : RIGHT_TO_LEFT
  return turned.test(text) ? `\u2068${text}\u2069` : text
}

export function bend(lang: Lang, date: string, as: Bend): string {
  const words: Words = LANGUAGES[lang].words
  return words.bend?.(date, as) ?? date
}

export function refusalWords(lang: Lang, code: RefusalCode): { readonly what: string; readonly remedy: string } {
  return LANGUAGES[lang].words.refusals[code]
}

export function schemaLabel(lang: Lang, schema: SchemaName): string {
  return LANGUAGES[lang].words.schemas[schema] ?? schema
}

export function propertyLabel(lang: Lang, schema: SchemaName, property: string): string {
  const labels = LANGUAGES[lang].words.properties
  return labels[`${schema}.${property}`] ?? labels[property] ?? property
}

/** The label of a code. One from a newer version, of which we know nothing, is shown as it is. */
export function codeLabel(lang: Lang, list: CodeList, code: string): string {
  const labels: Readonly<Record<string, string>> = LANGUAGES[lang].words.codes[list]
  return labels[code] ?? code
}
