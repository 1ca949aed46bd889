import type { Span } from "../../model/passage.js"
import type { Parts, Unit } from "./calendar.js"

export type Which = "last" | "this" | "next"

/** What words name, before a reference day makes a date of it. A language's grammar gives these and nothing more. */
export type Named =
  | ({ readonly kind: "calendar"; readonly year: number | null } & Parts)
  /** Day and month may be either way round: `03/04/2019`. */
  | { readonly kind: "either"; readonly options: readonly [Parts, Parts] }
  | { readonly kind: "decade"; readonly year: number }
  | { readonly kind: "century"; readonly century: number }
  /** 0 = Sunday. */
  | { readonly kind: "weekday"; readonly weekday: number; readonly which: Which | null }
  /** "Friday of last week": weeks from the reference day's own, 0 = this week. */
  | { readonly kind: "weekdayOf"; readonly weekday: number; readonly weeks: number }
  /** "the 20th of next month": months from the reference day's own. */
  | { readonly kind: "dayOf"; readonly day: number; readonly months: number }
  | { readonly kind: "month"; readonly month: number; readonly day: number | null; readonly which: Which }
  /** The month (and day) of a year that is itself relative: "May of last year". */
  | { readonly kind: "monthOf"; readonly month: number; readonly day: number | null; readonly year: Named }
  /** "the second Friday of July", -1 = the last; `of` is a month. */
  | { readonly kind: "nthWeekday"; readonly nth: number; readonly weekday: number; readonly of: Named }
  /** "the third week of 2015", -1 = the last; ISO weeks of a year, and by the same rule of a month. */
  | { readonly kind: "nthWeek"; readonly nth: number; readonly of: Named }
  /** "the week of March 3": the week, Monday to Sunday, that holds it. */
  | { readonly kind: "weekAround"; readonly of: Named }
  /** "two days after tomorrow", "1 year 2 months ago": steps from a day that is itself named. */
  | { readonly kind: "steps"; readonly steps: readonly { unit: Unit; count: number }[]; readonly from: Named }
  /** So many units from the reference day, or from the date named before. */
  | { readonly kind: "shift"; readonly unit: Unit; readonly count: number; readonly from: "reference" | "previous" }
  /** "the past three years": a stretch that ends with the reference day; begins with it when the count is negative. */
  | { readonly kind: "stretch"; readonly unit: Unit; readonly count: number }
  | { readonly kind: "range"; readonly from: Named; readonly to: Named; readonly once: boolean }
  /** "Some years ago", "the other day": a time that the words leave open, as fine as they say. */
  | { readonly kind: "vague"; readonly edtf: string }

export type Relation = "since" | "until" | "on" | "in" | "before" | "after" | null

export interface DateWords extends Span {
  readonly named: Named
  readonly relation: Relation
  /** Where the relation's own word begins: "since March". */
  readonly phrase: number
  /** The sentence speaks of what is to come. */
  readonly future: boolean
  /** What is left of it where there is no day to count from: `XXXX-XX-XX` for "on Friday". Without it: nothing. */
  readonly open?: string
  /** The words of a range's second end: they name a date of their own. */
  readonly second?: Span & { readonly named: Named }
}
