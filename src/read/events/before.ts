import type { Span } from "../../model/passage.js"
import type { FoundDate } from "../dates/index.js"
import { type Masked, matches, pattern } from "../sentences/masked.js"
import type { FoundEvent } from "./index.js"
import { IN_COURT, number } from "./proceedings.js"
import type { Scene } from "./scene.js"

/**
 * Events of languages in which who, when and where stand before the verb: Chinese, Uyghur. A rule names the verb; the
 * subject, the date and the place are the nearest before it in its stretch of the sentence.
 */
export interface VerbRule {
  readonly name: string
  /** `{P}` and its like stand for names; groups `charge`, `amount` are read where there are such. */
  readonly pattern: RegExp
  readonly type: string
  readonly kind?: string
  readonly change?: FoundEvent["change"]
  readonly violation?: string
  readonly act?: string
  /** What must stand right after the name of the one it happened to: the verb has a doer too. */
  readonly object?: RegExp
  /** Told even where nobody in particular suffers it: a gathering, a report. */
  readonly nobody?: true
}

export interface Grammar {
  readonly rules: readonly VerbRule[]
  /** What ends the stretch to which a subject belongs. */
  readonly stop: RegExp
  /** He, she; and what says that people without a name are meant. Global patterns. */
  readonly pronoun: RegExp
  readonly people: RegExp
  /** What may stand before a verb whose subject is left out because it was named before. */
  readonly dropped: RegExp
  /** Before or after the verb: it did not happen, or only may. */
  readonly unreal: (before: string, verb: string, after: string) => boolean
  readonly isCourt: (name: string) => boolean
  /** After a name: it owns what follows, and is not the one spoken of. */
  readonly owner: RegExp
  /** After a place: something happened in it. */
  readonly at: (before: string, after: string) => boolean
}

/** `source`: the verb, with `{P}` and its like. */
export function verb(name: string, type: string, source: string, more: Partial<VerbRule> = {}): VerbRule {
  return { name, type, pattern: pattern(source, {}, "gud"), ...more }
}

const SILENT = new Set(["nav", "related", "widget", "title", "byline", "dateline", "other"])
const MOST_EVENTS = 2000

export function eventsOf(scene: Scene, grammar: Grammar): FoundEvent[] {
  const events: FoundEvent[] = []
  for (const masked of scene.spoken) {
    if (events.length >= MOST_EVENTS) break
    if (SILENT.has(masked.sentence.kind)) continue
    const taken: { type: string; from: number; to: number }[] = []
    for (const rule of grammar.rules)
      for (const match of matches(rule.pattern, masked.text)) {
        const from = match.index
        const to = from + match[0].length
        if (taken.some((other) => other.from < to && from < other.to)) continue
        const event = read(scene, masked, grammar, rule, match)
        if (event === null) continue
        taken.push({ type: rule.type, from, to })
        add(events, event)
      }
  }
  events.sort((a, b) => a.passages[0].start - b.passages[0].start)
  return number(events)
}

function read(
  scene: Scene,
  masked: Masked,
  grammar: Grammar,
  rule: VerbRule,
  match: RegExpExecArray,
): FoundEvent | null {
  const { text } = masked
  const [from, to] = [match.index, match.index + match[0].length]
  const start = lastEnd(text, grammar.stop, from)
  if (grammar.unreal(text.slice(start, from), match[0], text.slice(to, to + 24))) return null
  const objects = masked.between(from, to, "P").map(({ thing }) => thing.mention.entity)
  if (rule.object !== undefined)
    for (const { at, thing } of masked.between(start, from, "P"))
      if (rule.object.test(text.slice(at + 1, from))) objects.push(thing.mention.entity)
  if (rule.object !== undefined && objects.length === 0) return null
  const subject =
    objects.length > 0 ? { people: objects, at: null, some: false } : subjectOf(scene, masked, grammar, start, from)
  if (subject.people.length === 0 && !subject.some && !rule.nobody) return null
  const near = masked.between(start, to, "D").at(-1) ?? masked.between(0, from, "D")[0]
  const date: FoundDate | null = near?.thing.date ?? null
  const places = masked
    .between(start, to, "L")
    .filter(({ at }) => grammar.at(text.slice(Math.max(0, at - 6), at), text.slice(at + 1, at + 12)))
  const court = masked
    .between(start, to, "O")
    .find(({ thing }) => grammar.isCourt(scene.entities.get(thing.mention.entity)?.name ?? ""))
  const sum = masked.between(from, Math.min(text.length, to + 20), "M")[0]?.thing.money
  const groups = match.indices?.groups ?? {}
  const charge = groups.charge
  const beginning = Math.min(from, subject.at ?? from, near && near.at >= start ? near.at : from)
  const passage: Span = masked.span(beginning, to)
  return {
    type: rule.type,
    kind: rule.kind ?? null,
    change: rule.change ?? null,
    date: date !== null && /\d/u.test(date.edtf) ? date.edtf : null,
    place: (places.filter(({ at }) => at < from).at(-1) ?? places.at(-1))?.thing.mention.entity ?? null,
    from: null,
    to: null,
    reason: null,
    allegedAt: null,
    people: subject.people,
    by: [],
    court: IN_COURT.has(rule.type) ? (court?.thing.mention.entity ?? null) : null,
    proceeding: null,
    charge: charge ? wordsOf(scene, masked.span(charge[0], charge[1])) : null,
    amount:
      rule.type === "fine" && sum
        ? { value: Number(sum.amount), currency: sum.currency, equivalent: sum.equivalent }
        : null,
    act: rule.act ?? null,
    violation: rule.violation ?? null,
    passages: [passage],
    rule: rule.name,
    borrowed: [],
  }
}

const wordsOf = (scene: Scene, { start, end }: Span) => scene.text.slice(start, end).replace(/\s+/gu, " ").slice(0, 300)

/** Where the last stop before an index ends. */
function lastEnd(text: string, stop: RegExp, before: number): number {
  let end = 0
  for (const match of text.slice(0, before).matchAll(stop)) end = match.index + match[0].length
  return end
}

interface Subject {
  readonly people: readonly string[]
  readonly at: number | null
  /** People without a name: eight villagers. */
  readonly some: boolean
}

/** The nearest name before the verb that owns nothing, with those joined to it; else who is spoken of. */
function subjectOf(scene: Scene, masked: Masked, grammar: Grammar, start: number, verb: number): Subject {
  const { text, sentence } = masked
  const named = masked.between(start, verb, "P")
  const able = named.filter(({ at }) => !grammar.owner.test(text.slice(at + 1, verb)))
  const last = able.at(-1)
  if (last !== undefined) {
    const people = [last]
    for (let at = able.length - 2; at >= 0; at--) {
      const between = text.slice(able[at]!.at + 1, people[0]!.at)
      if (!/^\s?(?:、|，|,|،|和|与|及|ۋە|بىلەن|\s)\s?$/u.test(between)) break
      people.unshift(able[at]!)
    }
    return { people: [...new Set(people.map(({ thing }) => thing.mention.entity))], at: people[0]!.at, some: false }
  }
  const stretch = text.slice(start, verb)
  const pronoun = lastMatch(grammar.pronoun, stretch)
  const some = lastMatch(grammar.people, stretch)
  if (some !== null && (pronoun === null || some.index > pronoun.index))
    return { people: [], at: start + some.index, some: true }
  if (pronoun !== null || grammar.dropped.test(stretch)) {
    const at = pronoun === null ? null : start + pronoun.index
    const person = named.length > 0 ? null : scene.focus.person(sentence.index, masked.span(start, verb).start, null)
    if (person !== null) return { people: [person], at, some: false }
  }
  return { people: [], at: null, some: false }
}

function lastMatch(pattern: RegExp, text: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null
  for (const match of matches(pattern, text)) last = match
  return last
}

/** Adds an event, or its passage to the same event told before. */
function add(events: FoundEvent[], event: FoundEvent): void {
  const known = events.findIndex(
    (other) =>
      other.type === event.type &&
      other.kind === event.kind &&
      other.change === event.change &&
      (other.date === null ||
        event.date === null ||
        other.date.startsWith(event.date) ||
        event.date.startsWith(other.date)) &&
      event.people.length > 0 &&
      event.people.some((person) => other.people.includes(person)),
  )
  if (known < 0) {
    events.push(event)
    return
  }
  const other = events[known]!
  events[known] = {
    ...other,
    date: other.date ?? event.date,
    place: other.place ?? event.place,
    court: other.court ?? event.court,
    charge: other.charge ?? event.charge,
    amount: other.amount ?? event.amount,
    passages: other.passages.length < 6 ? [...other.passages, event.passages[0]] : other.passages,
  }
}
