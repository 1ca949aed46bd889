import { DalelError } from "./refusals.js"

/**
 * A date as a source gives it. `edtf` is the value (ISO 8601-2 level 0 and 1, and one-of-set of level 2), `words` the
 * source's own, `reference` the day that "last August" was counted from; null where none was needed or known.
 */
export interface DateValue {
  readonly edtf: string
  readonly words: string | null
  readonly reference: string | null
}

/** An ISO day `2019-07-29`. Days compare as strings. */
export type Day = string

/** The first and the last day an end can fall on; null = nothing is known on that side. */
export interface Range {
  readonly earliest: Day | null
  readonly latest: Day | null
}

/**
 * What an EDTF string bounds. A *moment* happened once, some time in `start` (= `end`). A *period* lasted from `start`
 * to `end`; `ongoing` when it was still open as its source spoke (`2019-03/..`), otherwise an empty end is unknown.
 */
export interface DateBounds {
  readonly kind: "moment" | "period"
  readonly start: Range
  readonly end: Range
  readonly ongoing: boolean
  readonly approximate: boolean
  readonly uncertain: boolean
}

const NOTHING: Range = { earliest: null, latest: null }

/**
 * Bounds of an EDTF string of our subset (STANDARDS §3).
 * @throws DalelError date/malformed
 */
export function boundsOf(edtf: string): DateBounds {
  const approximate = /[~%]/.test(edtf)
  const uncertain = /[?%]/.test(edtf)
  const common = { approximate, uncertain }
  const set = /^\[(.+)\]$/.exec(edtf)
  if (set) {
    const range = boundsOfSet(set[1]!)
    return { kind: "moment", start: range, end: range, ongoing: false, ...common }
  }
  const ends = edtf.split("/")
  if (ends.length === 1) {
    const range = boundsOfOne(edtf)
    return { kind: "moment", start: range, end: range, ongoing: false, ...common }
  }
  if (ends.length !== 2) throw new DalelError("date/malformed")
  const [from = "", to = ""] = ends
  if ((from === "" || from === "..") && (to === "" || to === "..")) throw new DalelError("date/malformed")
  const start = from === "" || from === ".." ? NOTHING : boundsOfOne(from)
  const end = to === "" || to === ".." ? NOTHING : boundsOfOne(to)
  if (start.earliest !== null && end.latest !== null && start.earliest > end.latest)
    throw new DalelError("date/malformed")
  return { kind: "period", start, end, ongoing: to === "..", ...common }
}

export function isEdtf(text: string): boolean {
  try {
    boundsOf(text)
    return true
  } catch {
    return false
  }
}

function boundsOfSet(inside: string): Range {
  if (inside.includes("..")) {
    const ends = inside.split("..")
    if (ends.length !== 2) throw new DalelError("date/malformed")
    const [from = "", to = ""] = ends
    if (from === "" && to === "") throw new DalelError("date/malformed")
    const range = {
      earliest: from === "" ? null : boundsOfOne(from).earliest,
      latest: to === "" ? null : boundsOfOne(to).latest,
    }
    if (range.earliest !== null && range.latest !== null && range.earliest > range.latest)
      throw new DalelError("date/malformed")
    return range
  }
  const ranges = inside.split(",").map(boundsOfOne)
  if (ranges.some((range) => range.earliest === null)) return NOTHING
  return {
    earliest: ranges.map((range) => range.earliest!).sort()[0]!,
    latest: ranges
      .map((range) => range.latest!)
      .sort()
      .at(-1)!,
  }
}

const ONE = /^(\d{2,3}X{1,2}|\d{3}X|\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[?~%]?$/

function boundsOfOne(text: string): Range {
  const match = ONE.exec(text)
  if (!match) throw new DalelError("date/malformed")
  const [, year = "", month, day] = match
  if (year.length !== 4) throw new DalelError("date/malformed")
  checkParts(year, month, day)
  if (year === "XXXX") return NOTHING
  const first = year.replaceAll("X", "0")
  const last = year.replaceAll("X", "9")
  const firstMonth = month === undefined || month === "XX" ? "01" : month
  const lastMonth = month === undefined || month === "XX" ? "12" : month
  const wholeMonth = day === undefined || day === "XX"
  return {
    earliest: `${first}-${firstMonth}-${wholeMonth ? "01" : day}`,
    latest: `${last}-${lastMonth}-${wholeMonth ? daysIn(Number(last), Number(lastMonth)) : day}`,
  }
}

function checkParts(year: string, month: string | undefined, day: string | undefined): void {
  const bad =
    (month !== undefined && month !== "XX" && (month < "01" || month > "12")) ||
    (day !== undefined && day !== "XX" && day < "01") ||
    (day !== undefined && day !== "XX" && Number(day) > longestMonth(year, month))
  if (bad) throw new DalelError("date/malformed")
}

// A day without a year may be 29 February; a day without a month may be the 31st.
function longestMonth(year: string, month: string | undefined): number {
  if (month === undefined || month === "XX") return 31
  return daysIn(year.includes("X") ? 2000 : Number(year), Number(month))
}

/** Days in a month, 1 = January. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** True for a calendar day `2019-07-29` that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isEdtf(text)
}

/**
 * Can two dates speak of the same time? True when their bounds overlap, or when one of them bounds nothing.
 * "June 2019" and "7 June 2019" agree; 16 and 17 August do not.
 */
export function compatible(a: string, b: string): boolean {
  const [one, other] = [boundsOf(a), boundsOf(b)]
  return overlaps(one.start, other.start) && overlaps(one.end, other.end) && sameDayOfYear(a, b)
}

/** A day without its year still has a month and a day: "29 July" and 30 July 2019 exclude one another. */
function sameDayOfYear(a: string, b: string): boolean {
  const parts = (edtf: string) => /^(XXXX|\d{4})-(\d\d)(?:-(\d\d))?$/.exec(edtf)
  const [one, other] = [parts(a), parts(b)]
  if (!one || !other || (one[1] !== "XXXX" && other[1] !== "XXXX")) return true
  return one[2] === other[2] && (one[3] === undefined || other[3] === undefined || one[3] === other[3])
}

function overlaps(a: Range, b: Range): boolean {
  const before = (left: Day | null, right: Day | null) => left !== null && right !== null && left < right
  return !before(a.latest, b.earliest) && !before(b.latest, a.earliest)
}

/** Does a date (moment or period) take in this day? `surely`, `possibly` or `no`. */
export function covers(edtf: string, day: Day): "surely" | "possibly" | "no" {
  const { start, end, kind } = boundsOf(edtf)
  if ((start.earliest !== null && day < start.earliest) || (end.latest !== null && day > end.latest)) return "no"
  const begun = start.latest !== null && day >= start.latest
  const lasting = end.earliest !== null && day <= end.earliest
  return (kind === "period" ? begun && lasting : begun && lasting && start.earliest === start.latest)
    ? "surely"
    : "possibly"
}

/** A day by which dates are put in order: the earliest possible, else the latest; undated last. */
export function sortKey(edtf: string | null): Day {
  if (edtf === null) return "9999-99"
  const { start, end } = boundsOf(edtf)
  return start.earliest ?? end.latest ?? "9999-98"
}
