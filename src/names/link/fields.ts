import { foldCase } from "../fold.js"
import { jaroWinkler } from "../jarowinkler.js"
import { nearest, pairs } from "../match.js"
import { skeletons } from "../phonemes.js"
import { hashOf } from "../postings.js"
import { type Part, parseName } from "../readings.js"

export const KINDS = ["name", "given", "family", "date", "place", "id", "other"] as const
export type Kind = (typeof KINDS)[number]

export interface Column {
  readonly name: string
  readonly kind: Kind
}

/** What a column holds, by its heading. */
export function kindOf(heading: string): Kind {
  const name = heading.toLowerCase().replace(/[\s-]+/g, "_")
  if (/full|whole|_and_/.test(name) && /name/.test(name)) return "name"
  if (/(?:^|_)(?:given|first|fore|christian)_?(?:name)?s?$|имя|аты$/.test(name)) return "given"
  if (/(?:^|_)(?:family|last|sur)_?(?:name)?s?$|фамилия|тегі$/.test(name)) return "family"
  if (/name|фио|есім/.test(name)) return "name"
  if (/date|(?:^|_)(?:dob|born|birthday|day|год|дата)(?:$|_)|күні/.test(name)) return "date"
  if (/(?:^|_)(?:id|ssn|passport|iin|inn|number|no|postcode|post_?code|zip|phone|tel|soc_sec)|_id$|_fake$/.test(name))
    return "id"
  if (/place|city|town|village|suburb|address|street|region|county|country|state|место|город|жері/.test(name))
    return "place"
  return "other"
}

/** One column of all records: each different value once. */
export interface Field extends Column {
  /** Of each record, the index of its value; -1 where nothing is given. */
  readonly of: Int32Array
  readonly values: readonly Value[]
  /** How many records have each value. */
  readonly counts: Int32Array
  /** How alike two values are: 0 differ, `levels - 1` the same. What stands between depends on the kind. */
  level(a: number, b: number): number
  readonly levels: number
}

interface Value {
  readonly text: string
  readonly parts: readonly Part[]
  readonly day: { year: number; month: number; day: number } | null
  /** Keys under which records with this value may meet others: hashes; the first is the most particular. */
  readonly atoms: readonly number[]
}

export function fieldOf(column: Column, cells: readonly string[]): Field {
  const known = new Map<string, number>()
  const values: Value[] = []
  const of = new Int32Array(cells.length).fill(-1)
  for (const [record, cell] of cells.entries()) {
    const text = foldCase(cell.trim())
    if (/^[\s?\-–—.]*$/.test(text) || /^(?:unknown|n\/?a|null|none|неизвестно|белгісіз|不详)$/.test(text)) continue
    let value = known.get(text)
    if (value === undefined) {
      value = values.length
      known.set(text, value)
      values.push(entryOf(column.kind, text))
    }
    of[record] = value
  }
  const counts = new Int32Array(values.length)
  for (const value of of) if (value >= 0) counts[value]!++
  const compare = COMPARE[column.kind]
  const remembered = new Map<number, number>()
  return {
    ...column,
    of,
    values,
    counts,
    levels: LEVELS[column.kind],
    level(a, b) {
      if (a === b) return LEVELS[column.kind] - 1
      const key = a < b ? a * values.length + b : b * values.length + a
      const before = remembered.get(key)
      if (before !== undefined) return before
      const found = compare(values[a]!, values[b]!)
      if (remembered.size > 400_000) remembered.clear()
      remembered.set(key, found)
      return found
    },
  }
}

const isName = (kind: Kind): boolean => kind === "name" || kind === "given" || kind === "family"

function entryOf(kind: Kind, text: string): Value {
  const parts = isName(kind) ? [...(parseName(text).ways[0] ?? [])] : []
  const day = kind === "date" ? dayIn(text) : null
  return { text, parts, day, atoms: atomsOf(kind, text, parts, day).map((atom) => hashOf(atom)) }
}

function atomsOf(kind: Kind, text: string, parts: readonly Part[], day: Value["day"]): string[] {
  if (isName(kind)) {
    const bones = parts.filter(({ role }) => role === "name" || role === "patronymic").map(bonesOf)
    if (kind === "name") return [bones.toSorted().join(" "), ...bones]
    return bones.slice(0, 2)
  }
  if (day !== null) return [text, `y${day.year}`, `m${day.month}-${day.day}`]
  if (kind === "id") return [text, `p${text.split(/[\s-]/)[0]!.slice(0, Math.ceil(text.length / 2))}`]
  const words = text.split(/[\s,.;/-]+/)
  return [text, ...(words.length > 1 ? [`w${words[0]!}`] : [`w${text}`])]
}

/** Consonants of a word, of the whole name where it is a short form. */
function bonesOf(part: Part): string {
  const form = part.forms.find(({ reading }) => reading === "short form") ?? part.forms[0]
  return form.units === "" ? form.latin : skeletons(form.units, 1, true)[0] || form.units
}

/** 1856-06-18, 18560618, 18.06.1856. */
function dayIn(text: string): Value["day"] {
  const found =
    /^(?<year>\d{4})-?(?<month>\d\d)?-?(?<day>\d\d)?$/.exec(text) ??
    /^(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})$/.exec(text)
  const { year, month, day } = found?.groups ?? {}
  return year === undefined ? null : { year: Number(year), month: Number(month ?? 0), day: Number(day ?? 0) }
}

const LEVELS: Readonly<Record<Kind, number>> = { name: 5, given: 5, family: 5, date: 6, place: 4, id: 4, other: 4 }

const COMPARE: Readonly<Record<Kind, (a: Value, b: Value) => number>> = {
  name: names,
  given: names,
  family: names,
  date: dates,
  place: words,
  other: words,
  id: ids,
}

/** 4 the same, 3 the same sounds or a short form, 2 near, 1 somewhat near. */
function names(a: Value, b: Value): number {
  const spelled = jaroWinkler(a.text, b.text)
  let near = 0
  if (a.parts.length === 1 && b.parts.length === 1) near = nearest(a.parts[0]!, b.parts[0]!).near
  else if (a.parts.length > 0 && b.parts.length > 0) {
    const whole = (parts: readonly Part[]) => parts.reduce((sum, { weight }) => sum + weight, 0)
    const shorter = Math.min(whole(a.parts), whole(b.parts))
    const found = pairs(a.parts, b.parts).reduce(
      (sum, pair) =>
        sum +
        (pair.near * (whole(pair.left.map((at) => a.parts[at]!)) + whole(pair.right.map((at) => b.parts[at]!)))) / 2,
      0,
    )
    near = Math.min(0.96, found / Math.max(shorter, (whole(a.parts) + whole(b.parts)) / 2.6))
  }
  if (near >= 0.9) return 3
  if (near >= 0.8 || spelled >= 0.92) return 2
  return near >= 0.68 || spelled >= 0.84 ? 1 : 0
}

/** 5 the same; 4 a part or a digit differs, or day and month are swapped; 3 the year; 2 day and month; 1 a year off. */
function dates(a: Value, b: Value): number {
  if (a.day === null || b.day === null) return oneEdit(a.text, b.text) ? 4 : 0
  const [one, other] = [a.day, b.day]
  const same = Number(one.year === other.year) + Number(one.month === other.month) + Number(one.day === other.day)
  if (same === 3) return 5
  if (one.year === other.year && one.month === other.day && one.day === other.month) return 4
  if (same === 2) {
    if (one.year === other.year) return 4
    const digits = oneEdit(String(one.year), String(other.year))
    const plain = one.month <= 1 && one.day <= 1
    return digits && !plain ? 4 : digits ? 3 : plain ? 0 : 2
  }
  if (one.year === other.year) return 3
  return Math.abs(one.year - other.year) <= 1 ? 1 : 0
}

/** 3 the same, 2 almost or one within the other, 1 a word of both or somewhat alike. */
function words(a: Value, b: Value): number {
  const alike = jaroWinkler(a.text, b.text)
  if (alike >= 0.93) return 2
  const [one, other] = [a.text.split(/[\s,.;/-]+/), b.text.split(/[\s,.;/-]+/)]
  const shared = one.filter((word) => word.length > 2 && other.includes(word)).length
  if (shared > 0 && shared >= Math.min(one.length, other.length)) return 2
  return shared > 0 || alike >= 0.82 ? 1 : 0
}

/** 3 the same, 2 one slip, 1 the same first half. */
function ids(a: Value, b: Value): number {
  if (oneEdit(a.text, b.text)) return 2
  const half = Math.ceil(Math.min(a.text.length, b.text.length) / 2)
  return half >= 2 && a.text.slice(0, half) === b.text.slice(0, half) ? 1 : 0
}

/** One letter added, left out, changed, or two neighbours swapped. */
function oneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  const rest = (text: string, skip: number) => text.slice(at + skip)
  if (a.length > b.length) return rest(a, 1) === rest(b, 0)
  if (a.length < b.length) return rest(a, 0) === rest(b, 1)
  if (rest(a, 1) === rest(b, 1)) return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2)
}
