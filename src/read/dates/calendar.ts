import { type Day, daysIn } from "../../model/date.js"

/** Days, months and years as numbers. Pure arithmetic on the proleptic Gregorian calendar. */
export type Unit = "day" | "week" | "month" | "year"

export interface Parts {
  readonly year: number | null
  /** 1 = January. */
  readonly month: number | null
  readonly day: number | null
}

const DAY_MS = 86_400_000

const two = (number: number) => String(number).padStart(2, "0")
const four = (number: number) => String(number).padStart(4, "0")

/** `2019-07-29`, `2019-07`, `2019`, `XXXX-07-29`. */
export function format({ year, month, day }: Parts): string {
  const y = year === null ? "XXXX" : four(year)
  if (month === null) return day === null ? y : `${y}-XX-${two(day)}`
  return day === null ? `${y}-${two(month)}` : `${y}-${two(month)}-${two(day)}`
}

/** The parts of `2019-07-29`, `2019-07` or `2019`. */
export function partsOf(date: string): Parts {
  const [year, month, day] = date.split("-")
  return { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null }
}

export function exists({ year, month, day }: Parts): boolean {
  if (month !== null && (month < 1 || month > 12)) return false
  if (day === null) return true
  return day >= 1 && day <= (month === null ? 31 : daysIn(year ?? 2000, month))
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** 0 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** A date so many units away, as fine as the unit: three years before 2019-07-29 is 2016. */
export function shift(from: string, unit: Unit, count: number): string {
  const { year, month, day } = partsOf(from)
  if (year === null) return from
  if (unit === "year") return format({ year: year + count, month: null, day: null })
  if (unit === "month") {
    if (month === null) return from
    const months = year * 12 + (month - 1) + count
    return format({ year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1, day: null })
  }
  if (day === null) return from
  return addDays(from, unit === "week" ? count * 7 : count)
}
