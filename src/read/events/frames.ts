import type { Span } from "../../model/passage.js"
import type { ReadEvent } from "../../model/reading.js"
import type { FoundDate } from "../dates/index.js"
import { firstFrom } from "../offsets.js"
import { type Masked, matches, type Thing } from "../sentences/masked.js"
import type { FoundEvent } from "./index.js"
import { IN_COURT, number } from "./proceedings.js"
import type { Scene } from "./scene.js"

/** A sentence as a language's rules read it: the masked text itself, or letters that stand for it. */
export interface View {
  readonly masked: Masked
  readonly text: string
  /** Where each character of `text` stands in the masked text; one more for the end. */
  readonly starts: Uint32Array
}

export type FrameDraft = { readonly type: string } & Partial<Omit<ReadEvent, "type" | "date" | "passages">> & {
    /** Null: this event has no date of its own. Undefined: the nearest in the clause. */
    readonly date?: FoundDate | null
    /** "The judge granted it": dated by the sitting just told of, and about the same person. */
    readonly inherits?: boolean
  }

/** One rule reads one thing: words that tell of an event, wherever the language puts who suffers it. */
export interface Frame {
  readonly name: string
  readonly pattern: RegExp
  readonly read: (seen: Seen) => FrameDraft | readonly FrameDraft[] | null
}

/** What a language must say for its frames to be read. */
export interface FrameGrammar {
  readonly frames: readonly Frame[]
  /** Beginnings of words without one of which a sentence tells of nothing here: most sentences are passed over. */
  readonly stems: RegExp
  readonly view: (masked: Masked, scene: Scene) => View
  /** Beginnings of clauses: a person or a date beyond one belongs to something else. */
  readonly clause: RegExp
  /** Words before and after an event that say it did not happen. */
  readonly unreal: (before: string, inside: string, after: string) => boolean
  /** Do these words before a place, and its own ending, make it where something happened? */
  readonly where: (before: string, name: string, after: string) => boolean
  readonly court: RegExp
  /** Types that others say better in the same words. */
  readonly better: Readonly<Record<string, readonly string[]>>
}

/** A frame's match in a sentence. */
export class Seen {
  readonly scene: Scene
  readonly view: View
  readonly groups: Readonly<Record<string, string | undefined>>
  readonly from: number
  readonly to: number
  /** The clause around it. */
  readonly clause: { readonly from: number; readonly to: number }
  private readonly indices: Readonly<Record<string, readonly [number, number] | undefined>>

  constructor(scene: Scene, view: View, match: RegExpExecArray, clause: RegExp) {
    this.scene = scene
    this.view = view
    this.groups = match.groups ?? {}
    this.indices = (match.indices?.groups ?? {}) as Record<string, readonly [number, number] | undefined>
    this.from = match.index
    this.to = match.index + match[0].length
    let start = 0
    let end = view.text.length
    for (const cut of view.text.matchAll(clause)) {
      const after = cut.index + cut[0].length
      if (after <= this.from) start = after
      else if (cut.index >= this.to) {
        end = cut.index
        break
      }
    }
    this.clause = { from: start, to: end }
  }

  get index(): number {
    return this.view.masked.sentence.index
  }

  at(group: string): readonly [number, number] | null {
    return this.indices[group] ?? null
  }

  offset(at: number): number {
    return this.view.starts[at]!
  }

  span(from: number, to: number): Span {
    return this.view.masked.span(this.offset(from), this.offset(to))
  }

  words(group: string): string | null {
    const at = this.at(group)
    if (at === null) return null
    const { start, end } = this.span(at[0], at[1])
    return this.scene.text.slice(start, end).replace(/\s+/gu, " ")
  }

  /** Things of one kind between two indexes of the view, in order. */
  things<S extends Thing["sign"]>(from: number, to: number, sign: S): { at: number; thing: Thing & { sign: S } }[] {
    const { masked, starts } = this.view
    return masked
      .between(this.offset(from), this.offset(to), sign)
      .map(({ at, thing }) => ({ at: firstFrom(starts, at), thing }))
  }

  entities(group: string, sign: "P" | "O" | "L"): string[] {
    const at = this.at(group)
    if (at === null) return []
    return [
      ...new Set(
        this.things(at[0], at[1], sign).map(({ thing }) => (thing as { mention: { entity: string } }).mention.entity),
      ),
    ]
  }

  /** The surface words of a thing: its case tells who does what. */
  surface(thing: Thing): string {
    return this.scene.text.slice(thing.span.start, thing.span.end)
  }

  /** Whom the sentences before speak of. */
  spokenOf(at: number, not: readonly string[] = []): string[] {
    const { start } = this.span(Math.max(0, at - 1), at)
    const person = this.scene.focus.person(this.index, start, null, not)
    return person === null ? [] : [person]
  }

  bodies(from: number, to: number): string[] {
    return [...new Set(this.things(from, to, "O").map(({ thing }) => thing.mention.entity))]
  }

  money(): ReadEvent["amount"] {
    const sum =
      this.things(this.from, Math.min(this.clause.to, this.to + 60), "M")[0] ??
      this.things(this.clause.from, this.clause.to, "M")[0]
    if (!sum) return null
    const { amount, currency, equivalent } = sum.thing.money
    return { value: Number(amount), currency, equivalent }
  }
}

/** Furniture tells of other stories; a headline's events stand in the article. */
const SILENT = new Set(["nav", "related", "widget", "title", "byline", "dateline", "other"])

/** No page tells of more; a book or a hostile file must not fill the memory. What comes first is kept. */
const MOST_EVENTS = 2000

/** Events of a document, by a language's frames. */
export function readFrames(grammar: FrameGrammar, scene: Scene): FoundEvent[] {
  const events: FoundEvent[] = []
  let sitting: FoundEvent | null = null
  for (const masked of scene.told) {
    if (events.length >= MOST_EVENTS) break
    if (SILENT.has(masked.sentence.kind)) continue
    const view = grammar.view(masked, scene)
    for (const { draft, seen, name } of draftsIn(grammar, scene, view)) {
      const event = complete(grammar, draft, seen, name, sitting)
      const kept = add(events, event)
      if (kept.type === "trial" || kept.type === "hearing") sitting = kept
    }
  }
  return number(events)
}

interface Read {
  readonly draft: FrameDraft
  readonly seen: Seen
  readonly name: string
}

function draftsIn(grammar: FrameGrammar, scene: Scene, view: View): Read[] {
  const reads: Read[] = []
  if (!grammar.stems.test(view.text)) return reads
  for (const { name, pattern, read } of grammar.frames)
    for (const match of matches(pattern, view.text)) {
      const seen = new Seen(scene, view, match, grammar.clause)
      const before = view.text.slice(Math.max(seen.clause.from, seen.from - 40), seen.from)
      if (grammar.unreal(before, match[0], view.text.slice(seen.to, seen.to + 30))) continue
      const drafts = read(seen)
      for (const draft of drafts === null
        ? []
        : Array.isArray(drafts)
          ? (drafts as readonly FrameDraft[])
          : [drafts as FrameDraft]) {
        const taken = reads.some(
          (other) =>
            other.seen.from < seen.to &&
            seen.from < other.seen.to &&
            (other.draft.type === draft.type || grammar.better[draft.type]?.includes(other.draft.type)),
        )
        if (!taken) reads.push({ draft, seen, name })
      }
    }
  return reads.sort((a, b) => a.seen.from - b.seen.from)
}

/** A day of the event itself: not the end of an order, not a date whose year nobody can tell. */
const usable = ({ edtf, relation }: FoundDate, decides: boolean) =>
  !/^XXXX(?:-XX|$)/u.test(edtf) && !(relation === "until" && decides)

function complete(
  grammar: FrameGrammar,
  draft: FrameDraft,
  seen: Seen,
  rule: string,
  sitting: FoundEvent | null,
): FoundEvent {
  const { clause } = seen
  const decides = draft.type === "measure" ? draft.change != null : IN_COURT.has(draft.type)
  const near =
    draft.date === undefined
      ? dateNear(seen, decides)
      : draft.date === null
        ? null
        : { date: draft.date, at: seen.from }
  const inherited = near === null && draft.inherits === true && sitting !== null ? sitting.date : null
  const place = draft.place === undefined ? placeNear(grammar, seen) : null
  const people = draft.people ?? []
  const points = [seen.from, seen.to]
  if (near !== null && draft.date === undefined) points.push(near.at, near.at + 1)
  for (const { at, thing } of seen.things(clause.from, clause.to, "P"))
    if (people.includes(thing.mention.entity)) points.push(at, at + 1)
  const own = seen.span(Math.min(...points), Math.max(...points))
  const borrowed = inherited === null ? [] : [sitting!.passages[0]]
  const court =
    draft.court ?? (IN_COURT.has(draft.type) && draft.type !== "change_of_venue" ? courtNear(grammar, seen) : null)
  return {
    type: draft.type,
    kind: draft.kind ?? null,
    change: draft.change ?? null,
    date: near?.date.edtf ?? inherited,
    place: draft.place === undefined ? place : draft.place,
    from: draft.from ?? null,
    to: draft.to ?? null,
    reason: draft.reason ?? null,
    allegedAt: draft.allegedAt ?? null,
    people: people.length === 0 && draft.inherits === true && sitting !== null ? sitting.people : people,
    by: draft.by ?? [],
    court,
    proceeding: null,
    charge: draft.charge ?? null,
    amount: draft.amount ?? null,
    act: draft.act ?? null,
    violation: draft.violation ?? null,
    passages: [own, ...borrowed],
    rule,
    borrowed,
  }
}

function dateNear(seen: Seen, decides: boolean): { date: FoundDate; at: number } | null {
  let best: { date: FoundDate; at: number; far: number } | null = null
  for (const { at, thing } of seen.things(0, seen.view.text.length, "D")) {
    const inClause = at >= seen.clause.from && at < seen.clause.to
    const opens = at < 14
    if ((!inClause && !opens) || !usable(thing.date, decides)) continue
    const far = at >= seen.to ? at - seen.to : at >= seen.from ? 0 : seen.from - at
    if (far > 140 && !opens) continue
    if (best === null || far < best.far) best = { date: thing.date, at, far }
  }
  return best
}

function placeNear(grammar: FrameGrammar, seen: Seen): string | null {
  let best: { entity: string; far: number } | null = null
  for (const { at, thing } of seen.things(seen.clause.from, seen.clause.to, "L")) {
    const before = seen.view.text.slice(Math.max(0, at - 30), at)
    if (!grammar.where(before, seen.surface(thing), seen.view.text.slice(at + 1, at + 24))) continue
    const far = at >= seen.to ? at - seen.to : at >= seen.from ? 0 : (seen.from - at) * 1.5
    if (far <= 90 && (best === null || far < best.far)) best = { entity: thing.mention.entity, far }
  }
  return best?.entity ?? null
}

function courtNear(grammar: FrameGrammar, seen: Seen): string | null {
  for (const { thing } of seen.things(seen.clause.from, seen.clause.to, "O"))
    if (grammar.court.test(seen.surface(thing))) return thing.mention.entity
  return null
}

const MOST_PASSAGES = 6
const RECENT = 200

/** Adds an event, or what is new in it to the same event told before. */
function add(events: FoundEvent[], event: FoundEvent): FoundEvent {
  let known = events.length - 1
  while (known >= 0 && !same(events[known]!, event)) known = events.length - known > RECENT ? -1 : known - 1
  if (known < 0) {
    events.push(event)
    return event
  }
  const other = events[known]!
  const fresh = event.passages.filter(
    (span) => !other.passages.some(({ start, end }) => start === span.start && end === span.end),
  )
  events[known] = {
    ...other,
    date: other.date ?? event.date,
    place: other.place ?? event.place,
    people: other.people.length > 0 ? other.people : event.people,
    by: other.by.length > 0 ? other.by : event.by,
    court: other.court ?? event.court,
    charge: other.charge ?? event.charge,
    amount: other.amount ?? event.amount,
    borrowed: other.date === null ? event.borrowed : other.borrowed,
    passages: [...other.passages, ...fresh].slice(0, MOST_PASSAGES) as [Span, ...Span[]],
  }
  return events[known]!
}

function same(a: FoundEvent, b: FoundEvent): boolean {
  if (a.type !== b.type || a.kind !== b.kind || a.change !== b.change) return false
  if (
    a.date !== null &&
    b.date !== null &&
    a.date !== b.date &&
    !a.date.startsWith(b.date) &&
    !b.date.startsWith(a.date)
  )
    return false
  if (a.place !== null && b.place !== null && a.place !== b.place) return false
  if (a.charge !== null && b.charge !== null && a.charge !== b.charge) return false
  if (a.amount !== null && b.amount !== null && a.amount.value !== b.amount.value) return false
  if (a.people.length === 0 || b.people.length === 0) return false
  return a.people.some((person) => b.people.includes(person))
}
