import { type Day, daysIn, isEdtf } from "../../model/date.js"
import { addDays, exists, format, type Parts, partsOf, shift, type Unit, weekdayOf } from "./calendar.js"
import type { DateWords, Named, Relation } from "./named.js"

/** What a relative date may be counted from. */
export interface Anchor {
  /** The day of publication; never the day of saving. */
  readonly reference: Day | null
  /** The date named before it, for "the same day" and "two days later". */
  readonly previous: string | null
  /** A year the passage is telling of, for "in May" in the middle of a life. */
  readonly year: number | null
}

export interface Resolved {
  readonly edtf: string
  readonly value: string | null
  /** True when the reference day was needed. */
  readonly relative: boolean
}

/** Makes a date of words; null when they name none that can be told ("the next day" without a day before). */
export function resolve({ named, relation, future }: DateWords, anchor: Anchor): Resolved | null {
  const one = resolveNamed(named, anchor, future)
  if (one === null) return null
  const edtf = withRelation(one, relation)
  return isEdtf(edtf) ? { ...one, edtf } : null
}

function withRelation({ edtf, value }: Resolved, relation: Relation): string {
  if (edtf.includes("/") || edtf.includes("[")) return edtf
  if (relation === "since") return `${edtf}/..`
  if (relation === "until") return `/${edtf}`
  if (value === null) return edtf
  if (relation === "before") return `[..${neighbour(value, -1)}]`
  if (relation === "after") return `[${neighbour(value, 1)}..]`
  return edtf
}

function neighbour(date: string, count: number): string {
  const { month, day } = partsOf(date)
  return shift(date, day !== null ? "day" : month !== null ? "month" : "year", count)
}

const absolute = (date: string): Resolved => ({ edtf: date, value: date, relative: false })
const relative = (date: string): Resolved => ({ edtf: date, value: date, relative: true })

function resolveNamed(named: Named, anchor: Anchor, future: boolean): Resolved | null {
  const { reference, previous } = anchor
  switch (named.kind) {
    case "calendar":
      return resolveParts(named, anchor, future)
    case "vague":
      return { edtf: named.edtf, value: null, relative: false }
    case "either": {
      const [a, b] = named.options.map(format).sort()
      return {
        edtf: `[${a},${b}]`,
        value: named.options[0].year === null ? null : String(named.options[0].year),
        relative: false,
      }
    }
    case "decade":
      return { edtf: `${String(named.year).slice(0, 3)}X`, value: null, relative: false }
    case "century":
      return { edtf: `${String(named.century - 1).padStart(2, "0")}XX`, value: null, relative: false }
    case "weekday": {
      if (reference === null) return null
      const back = (weekdayOf(reference) - named.weekday + 7) % 7
      if (named.which === "this" && future)
        return resolveNamed({ kind: "weekdayOf", weekday: named.weekday, weeks: 0 }, anchor, future)
      if (named.which === "next" || (named.which !== "last" && future && back !== 0))
        return relative(addDays(reference, back === 0 ? 7 : 7 - back))
      return relative(addDays(reference, named.which === "last" && back === 0 ? -7 : -back))
    }
    case "weekdayOf": {
      if (reference === null) return null
      const monday = addDays(reference, -((weekdayOf(reference) + 6) % 7))
      return relative(addDays(monday, named.weeks * 7 + ((named.weekday + 6) % 7)))
    }
    case "dayOf": {
      if (reference === null) return null
      const date = { ...partsOf(shift(reference, "month", named.months)), day: named.day }
      return exists(date) ? relative(format(date)) : null
    }
    case "month": {
      if (reference === null) return null
      const ref = partsOf(reference)
      const year =
        named.which === "next"
          ? ref.year! + (named.month > ref.month! ? 0 : 1)
          : named.which === "last"
            ? ref.year! - (named.month < ref.month! ? 0 : 1)
            : ref.year!
      const date = { year, month: named.month, day: named.day }
      return exists(date) ? relative(format(date)) : null
    }
    case "monthOf": {
      const year = resolveNamed(named.year, anchor, future)
      if (year?.value == null) return null
      const date = { year: Number(year.value.slice(0, 4)), month: named.month, day: named.day }
      return exists(date) ? relative(format(date)) : null
    }
    case "nthWeekday": {
      const month = resolveNamed(named.of, anchor, future)?.value
      if (month == null || month.length !== 7) return null
      const { year, month: number } = partsOf(month)
      const last = daysIn(year!, number!)
      const start = named.nth > 0 ? 1 + 7 * (named.nth - 1) : last - 6
      const first = weekdayOf(`${month}-01`)
      const day = start + ((named.weekday - first - (start - 1) + 70) % 7)
      return day > last ? null : relative(format({ year, month: number, day }))
    }
    case "nthWeek": {
      const of = resolveNamed(named.of, anchor, future)?.value
      if (of == null || of.length > 7) return null
      // The first week is the one that holds the fourth day: ISO 8601 for a year, and the same for a month.
      const head = of.length === 4 ? `${of}-01-04` : `${of}-04`
      const next = shift(of, of.length === 4 ? "year" : "month", 1)
      const monday = (day: Day) => addDays(day, -((weekdayOf(day) + 6) % 7))
      const start =
        named.nth > 0
          ? addDays(monday(head), 7 * (named.nth - 1))
          : addDays(monday(next.length === 4 ? `${next}-01-04` : `${next}-04`), -7)
      return { edtf: `[${start}..${addDays(start, 6)}]`, value: null, relative: true }
    }
    case "weekAround": {
      const day = resolveNamed(named.of, anchor, future)?.value
      return day == null || day.length < 10 ? null : week(day)
    }
    case "steps": {
      const from = resolveNamed(named.from, anchor, future)?.value
      if (from == null || from.length < 10) return null
      let day = from
      const grains = named.steps.map(({ unit }) => unit)
      for (const { unit, count } of named.steps) day = moved(day, unit, count)
      // As fine as the finest step: "two years ago" is a year.
      const grain = grains.includes("day") || grains.includes("week") ? 10 : grains.includes("month") ? 7 : 4
      return relative(day.slice(0, grain))
    }
    case "shift": {
      const from = named.from === "reference" ? reference : previous
      if (from === null) return null
      const date = shift(from, named.unit, named.count)
      // A month cannot be told from a bare year, nor a day from a month.
      if (named.unit !== "year" && date === from && named.count !== 0) return null
      if (named.unit === "week")
        return named.from === "reference" && Math.abs(named.count) <= 1 ? week(date) : relative(date)
      if (named.unit === "day" && date.length < 10) return null
      return relative(date)
    }
    case "stretch": {
      if (reference === null) return null
      const far = shift(reference, named.unit, -named.count)
      const near = reference.slice(0, far.length)
      return { edtf: named.count < 0 ? `${near}/${far}` : `${far}/${near}`, value: null, relative: true }
    }
    case "range": {
      const [from, to] = shareParts(named.from, named.to)
      const end = resolveNamed(to, anchor, future)
      // A range without a year ends before it was told; its start belongs to the same year.
      const start = resolveNamed(
        from,
        { ...anchor, year: end?.value ? Number(end.value.slice(0, 4)) : anchor.year },
        future,
      )
      if (start === null || end === null || /[[/]/.test(start.edtf + end.edtf)) return null
      if (
        start.value !== null &&
        end.value !== null &&
        start.value > end.value &&
        start.value.length === end.value.length
      )
        return null
      return {
        edtf: named.once ? `[${start.edtf}..${end.edtf}]` : `${start.edtf}/${end.edtf}`,
        value: start.value,
        relative: start.relative || end.relative,
      }
    }
  }
}

/** A day so many units away; the 31st of a month without one is its last. */
function moved(day: Day, unit: Unit, count: number): Day {
  if (unit === "day" || unit === "week") return addDays(day, unit === "week" ? count * 7 : count)
  const { year, month, day: of } = partsOf(day)
  const months = year! * 12 + (month! - 1) + count * (unit === "year" ? 12 : 1)
  const to = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 }
  return format({ ...to, day: Math.min(of!, daysIn(to.year, to.month)) })
}

function week(day: Day): Resolved {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7))
  return { edtf: `[${monday}..${addDays(monday, 6)}]`, value: null, relative: true }
}

/** "3 to 5 May 2019": what one end leaves out, the other says. */
function shareParts(from: Named, to: Named): [Named, Named] {
  if (from.kind !== "calendar" || to.kind !== "calendar") return [from, to]
  const year = from.year ?? to.year
  return [
    { ...from, year, month: from.month ?? (from.day === null ? null : to.month) },
    { ...to, year: to.year ?? from.year, month: to.month ?? (to.day === null ? null : from.month) },
  ]
}

function resolveParts(parts: Parts, { reference, previous, year }: Anchor, future: boolean): Resolved | null {
  if (!exists(parts)) return null
  if (parts.year !== null) return absolute(format(parts))
  if (year !== null && parts.month !== null && exists({ ...parts, year })) return relative(format({ ...parts, year }))
  if (reference === null) return { edtf: format(parts), value: null, relative: false }
  const ref = partsOf(reference)
  if (parts.month === null) {
    // "on the 5th": of the month spoken of, else the latest 5th.
    const near = previous !== null && previous.length >= 7 ? partsOf(previous) : ref
    const month = { year: near.year, month: near.month, day: parts.day }
    if (exists(month) && (format(month) <= reference || future)) return relative(format(month))
    const before = partsOf(shift(reference, "month", -1))
    return exists({ ...before, day: parts.day }) ? relative(format({ ...before, day: parts.day })) : null
  }
  const months = (candidate: number) => format({ ...parts, year: candidate })
  const now = reference.slice(0, months(ref.year!).length)
  const past = months(ref.year!) <= now ? ref.year! : ref.year! - 1
  const chosen = future && months(ref.year!) >= now ? ref.year! : future ? ref.year! + 1 : past
  let candidate = { ...parts, year: chosen }
  // 29 February is of a leap year.
  for (let back = 0; back < 8 && !exists(candidate); back++) candidate = { ...parts, year: candidate.year - 1 }
  return exists(candidate) ? relative(format(candidate)) : null
}
