import type { Span } from "../../model/passage.js"
import { shortLetters } from "../letters.js"
import { exists, format, type Parts } from "./calendar.js"
import type { DateWords, Named, Relation } from "./named.js"

export type Groups = Readonly<Record<string, string | undefined>>

/** One way of writing a date. Null: these words name none after all. */
export interface Family {
  readonly pattern: RegExp
  readonly read: (groups: Groups, text: string, span: Span) => Named | null
}

/** A language's ways of writing dates, and what its small words before and after them mean. */
export interface Grammar {
  readonly families: readonly Family[]
  readonly before: readonly (readonly [pattern: RegExp, relation: Relation])[]
  readonly after: readonly (readonly [pattern: RegExp, relation: Relation])[]
  /** Asked of the sentence before the date and after it: does it speak of what is to come? */
  readonly future: (before: string, after: string) => boolean
  /** Are two dates, with these words before, between and after them, the ends of one? "once": an event between them. */
  readonly joins: (before: string, link: string, after: string) => "period" | "once" | null
}

/** A family whose pattern stands between letters of no other word. */
export function family(pattern: string, read: Family["read"]): Family {
  return { pattern: new RegExp(shortLetters(`(?<![\\p{L}\\p{N}])(?:${pattern})`), "giu"), read }
}

export const calendar = (parts: Partial<Parts>): Named => ({
  kind: "calendar",
  year: null,
  month: null,
  day: null,
  ...parts,
})

interface Item {
  readonly span: Span
  readonly named: Named
}

/** Every date of a text, in order, none overlapping: of two that overlap the earlier, longer one stands. */
export function wordsOf(grammar: Grammar, text: string, sentenceAt: (index: number) => Span): DateWords[] {
  const found: Item[] = []
  for (const { pattern, read } of grammar.families)
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].trimEnd().length }
      const named = read(match.groups ?? {}, text, span)
      if (named !== null) found.push({ span, named })
    }
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const apart: Item[] = []
  let end = -1
  for (const item of found) {
    if (item.span.start < end) continue
    end = item.span.end
    apart.push(item)
  }
  return joined(grammar, apart, text).map(({ span, named, second }, at) => {
    const lead = text.slice(Math.max(0, span.start - 28), span.start)
    const last = second?.end ?? span.end
    const tail = text.slice(last, last + 24)
    const before = grammar.before.find(([pattern]) => pattern.test(lead))
    const after = before ? undefined : grammar.after.find(([pattern]) => pattern.test(tail))
    const sentence = sentenceAt(span.start)
    return {
      ...span,
      // "In two days" where no day was named before counts from the day of publication.
      named: at === 0 && named.kind === "shift" && named.count !== 0 ? { ...named, from: "reference" as const } : named,
      relation: second ? null : (before?.[1] ?? after?.[1] ?? null),
      phrase: before ? span.start - before[0].exec(lead)![0].trimStart().length : span.start,
      future: grammar.future(
        text.slice(Math.max(sentence.start, span.start - 120), span.start),
        text.slice(last, Math.min(sentence.end, last + 90)),
      ),
      ...(openOf(named) ? { open: openOf(named)! } : {}),
      ...(second ? { second } : {}),
    }
  })
}

/** How fine the words are, where no day is known to count from. */
function openOf(named: Named): string | null {
  switch (named.kind) {
    case "weekday":
    case "weekdayOf":
      return "XXXX-XX-XX"
    case "shift":
      return named.unit === "year" ? "XXXX" : named.unit === "day" ? "XXXX-XX-XX" : "XXXX-XX"
    case "stretch":
      return "XXXX"
    case "month":
    case "monthOf":
      return exists({ ...named, year: null }) ? format({ year: null, month: named.month, day: named.day }) : null
    default:
      return null
  }
}

interface Joined extends Item {
  readonly second?: Span & { readonly named: Named }
}

function joined(grammar: Grammar, found: readonly Item[], text: string): Joined[] {
  const out: Joined[] = []
  for (let index = 0; index < found.length; index++) {
    const [one, two] = [found[index]!, found[index + 1]]
    const plain = one.named.kind === "calendar" && (two?.named.kind === "calendar" || two?.named.kind === "monthOf")
    const how =
      two !== undefined && plain && two.span.start - one.span.end < 16
        ? grammar.joins(
            text.slice(Math.max(0, one.span.start - 14), one.span.start),
            text.slice(one.span.end, two.span.start),
            text.slice(two.span.end, two.span.end + 16),
          )
        : null
    if (two === undefined || how === null) {
      out.push(one)
      continue
    }
    const from: Named =
      two.named.kind === "monthOf" && one.named.kind === "calendar" && one.named.year === null
        ? { ...two.named, month: one.named.month ?? two.named.month, day: one.named.day }
        : one.named
    out.push({
      span: one.span,
      named: { kind: "range", from, to: two.named, once: how === "once" },
      second: { ...two.span, named: two.named },
    })
    index++
  }
  return out
}
