import type { Span } from "../../../model/passage.js"
import type { FoundDate } from "../../dates/index.js"
import { MOST_EVENTS } from "../../limits.js"
import { type Masked, matches } from "../../sentences/masked.js"
import type { FoundEvent } from "../index.js"
import { IN_COURT, number } from "../proceedings.js"
import type { Scene } from "../scene.js"
import { COURT } from "./court.js"
import { DEPRIVATION } from "./deprivation.js"
import { MEASURES } from "./measures.js"
import { PUBLIC } from "./public.js"
import { type Draft, Match, type Rule } from "./rule.js"
import { VENUE } from "./venue.js"
import { VIOLENCE } from "./violence.js"

/** The list. Earlier rules win where two read the same words as the same kind of event. */
export const RULES: readonly Rule[] = [...MEASURES, ...VENUE, ...COURT, ...DEPRIVATION, ...VIOLENCE, ...PUBLIC]

const STEMS = new RegExp(
  `\\b(?:${[...new Set(RULES.flatMap(({ stems }) => stems))].sort((a, b) => b.length - a.length).join("|")})`,
  "giu",
)

/** Stem → the rules that ask for it, or for a shorter stem it begins with. */
const BY_STEM = new Map<string, number[]>()
for (const stem of new Set(RULES.flatMap(({ stems }) => stems)))
  BY_STEM.set(
    stem,
    [...RULES.keys()].filter((at) => RULES[at]!.stems.some((asked) => stem.startsWith(asked))),
  )

/** Furniture tells of other stories; a headline's events stand in the article. */
const SILENT = new Set(["nav", "related", "widget", "title", "byline", "dateline", "other"])

/** Beginnings of clauses: a date or a place beyond one belongs to something else. */
const CLAUSE =
  /;|,? (?:but|while|whereas|although|though|because|since then)\b|(?<!\b(?:hours|minutes|moments|shortly|soon|immediately)),? (?:after|before|when|until|once) (?=(?:the|his|her|their|its|a|an|he|she|they|it)\b|[\ue001\ue002])|, and (?:[^,.;]{1,60} )?(?:was|were|is|has|had|said|ruled|will)\b/gu

export function findEvents(scene: Scene): FoundEvent[] {
  const events: FoundEvent[] = []
  // "The trial" is the one last told of; a ruling without a date was given on the day of the sitting just told.
  let sitting: FoundEvent | null = null
  for (const masked of scene.told) {
    const { sentence } = masked
    if (events.length >= MOST_EVENTS) break
    if (SILENT.has(sentence.kind)) continue
    if (sentence.headline && scene.sentences.length > 3) continue
    const stems = new Set(masked.text.match(STEMS)?.map((stem) => stem.toLowerCase()))
    if (stems.size === 0) continue
    for (const { draft, match, name } of draftsIn(scene, masked, stems)) {
      const kept = add(events, complete(draft, match, name, sitting))
      if (kept.type === "trial" || kept.type === "hearing") sitting = kept
    }
  }
  return number(events)
}

interface Read {
  readonly draft: Draft
  readonly match: Match
  readonly name: string
}

/** "Jailed for six years" is a sentence and no second detention; "released on bail" a measure and no release. */
const SAID_BETTER: Readonly<Record<string, readonly string[]>> = {
  detention: ["measure", "sentence"],
  arrest: ["measure"],
  release: ["measure"],
  accusation: ["charge"],
}

/** What the rules read in one sentence, in the order it is told. */
function draftsIn(scene: Scene, masked: Masked, stems: ReadonlySet<string>): Read[] {
  const reads: Read[] = []
  const asked = new Set<number>()
  for (const stem of stems) for (const at of BY_STEM.get(stem)!) asked.add(at)
  for (const at of [...asked].sort((a, b) => a - b)) {
    const rule = RULES[at]!
    for (const found of matches(rule.pattern, masked.text)) {
      const match = new Match(scene, masked, found)
      if (unreal(masked.text, match.from, match.to)) continue
      const drafts = rule.read(match)
      for (const draft of drafts === null
        ? []
        : Array.isArray(drafts)
          ? (drafts as readonly Draft[])
          : [drafts as Draft]) {
        // "He was charged" where nobody was spoken of tells of no one.
        if (match.groups.who !== undefined && (draft.people ?? []).length === 0 && draft.inherits !== true) continue
        const people = (draft.people ?? []).join()
        const taken = reads.some(
          (other) =>
            (other.draft.type === draft.type || SAID_BETTER[draft.type]?.includes(other.draft.type)) &&
            other.match.from < match.to &&
            match.from < other.match.to &&
            (other.draft.people ?? []).join() === people,
        )
        if (!taken) reads.push({ draft, match, name: rule.name })
      }
    }
  }
  return reads.sort((a, b) => a.match.from - b.match.from)
}

/** What did not happen: "could be arrested", "if she is charged", "was not detained", "called for her release". */
function unreal(text: string, from: number, to: number): boolean {
  const inside = text.slice(from, to).replace(/\bnot guilty\b/u, "acquitted")
  if (/\b(?:an? end to|no|no longer|end)\s(?:[a-z]+\s)?$/iu.test(text.slice(Math.max(0, from - 24), from))) return true
  if (/\brelease\b/u.test(inside) && WISHED.test(text.slice(Math.max(0, from - 60), from))) return true
  if (
    /\b(?:not|never|n't|nor|without)\b/u.test(inside) ||
    /\b(?:could|may|might|would|should|can|cannot|will|shall|must) (?:[a-z]+ly )?(?:be|face|go)\b/u.test(inside)
  )
    return true
  return /\b(?:if|unless|whether|could|may|might|would|risk of|threat of|fears? (?:of|that)|deny|denied|denies|nor)\s(?:[a-z]+\s){0,2}$/iu.test(
    text.slice(Math.max(0, from - 40), from),
  )
}

const WISHED =
  /\b(?:call(?:s|ed|ing)?|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|seek(?:s|ing)?|sought|petition(?:s|ed)?|appeal(?:s|ed|ing)?|press(?:ed|ing)?|push(?:ed|ing)?|campaign(?:s|ed|ing)?|pending|awaiting|until|ask(?:s|ed|ing)?|want(?:s|ed)?|for)\b[^,;]{0,40}$/iu

function complete(draft: Draft, match: Match, rule: string, sitting: FoundEvent | null): FoundEvent {
  const { masked, scene } = match
  const clause = clauseAround(masked.text, match.from, match.to)
  const near = draft.date === undefined ? dateNear(masked, match, clause, decides(draft)) : draft.date
  const inherited = near === null && draft.inherits === true && sitting !== null ? sitting.date : null
  const from = near === null ? match.from : Math.min(match.from, masked.indexOf(near.phrase))
  let to = near === null ? match.to : Math.max(match.to, masked.indexOf(near.start) + 1)
  const place =
    draft.place === undefined
      ? placeNear(
          masked,
          match,
          draft.type === "measure" ? { ...clause, from: match.at("measure")?.[0] ?? match.from } : clause,
        )
      : null
  if (place !== null) to = Math.max(to, place.at + 1)
  const own = trimmed(masked, from, to)
  const passages: [Span, ...Span[]] = [own]
  const borrowed = inherited === null ? [] : lenders(scene, sitting!)
  passages.push(...borrowed)
  const people = draft.people ?? []
  return {
    type: draft.type,
    kind: draft.kind ?? null,
    change: draft.change ?? null,
    date: near?.edtf ?? inherited,
    place: draft.place === undefined ? (place?.entity ?? null) : draft.place,
    from: draft.from ?? null,
    to: draft.to ?? null,
    reason: draft.reason ?? null,
    allegedAt: draft.allegedAt ?? null,
    people: people.length === 0 && draft.inherits === true && sitting !== null ? sitting.people : people,
    by: draft.by ?? [],
    court:
      draft.court ?? (IN_COURT.has(draft.type) && draft.type !== "change_of_venue" ? courtNear(match, clause) : null),
    proceeding: null,
    charge: draft.charge ?? null,
    amount: draft.amount ?? null,
    act: draft.act ?? null,
    violation: draft.violation ?? null,
    passages,
    rule,
    borrowed,
  }
}

/** A decision has a day; a state may have an end. */
const decides = ({ type, change }: Draft) => (type === "measure" ? change != null : IN_COURT.has(type))

/** The court a sitting is held in, when its own words name one: "opened in the Karaganda City Court". */
function courtNear({ masked, scene, from, to }: Match, clause: { from: number; to: number }): string | null {
  for (const { at, thing } of masked.between(from, Math.min(clause.to, to + 40), "O"))
    if (
      /\b(?:court|tribunal)\b/iu.test(scene.entities.get(thing.mention.entity)?.name ?? "") &&
      /\b(?:in|at|before|by)\s(?:the\s|an?\s)?$/u.test(masked.text.slice(Math.max(0, at - 14), at))
    )
      return thing.mention.entity
  return null
}

/** Of an event's passages, those that hold its date. */
function lenders(scene: Scene, { date, passages }: FoundEvent): Span[] {
  const holding = passages.filter(({ start, end }) =>
    scene.dates.some((found) => found.edtf === date && found.start >= start && found.end <= end),
  )
  return (holding.length > 0 ? holding : passages).slice(0, 1)
}

function trimmed(masked: Masked, from: number, to: number): Span {
  return masked.span(from, to)
}

function clauseAround(text: string, from: number, to: number): { from: number; to: number } {
  let start = 0
  let end = text.length
  for (const match of text.matchAll(CLAUSE)) {
    const after = match.index + match[0].length
    if (after <= from) start = after
    else if (match.index >= to) {
      end = match.index
      break
    }
  }
  return { from: start, to: end }
}

/** The date of the match's own clause, the nearest first; else one at the very beginning of the sentence. */
function dateNear(
  masked: Masked,
  match: Match,
  clause: { from: number; to: number },
  decides: boolean,
): FoundDate | null {
  let best: { date: FoundDate; far: number } | null = null
  for (const { at, thing } of masked.between(0, masked.text.length, "D")) {
    const inClause = at >= clause.from && at < clause.to
    const opens = at < 14
    if (!inClause && !opens) continue
    // The end of an order is not its day: "extended her custody until 3 July".
    if (thing.date.relation === "until" && decides) continue
    // "who was detained in May, was released in June": what follows the verb is nearer than what stands within.
    const far =
      at >= match.to ? at - match.to : at >= match.from ? Math.min(40, (match.to - at) * 0.4) : (match.from - at) * 1.5
    if (far > 110 && !opens) continue
    // "before 2014", "a 2016 law": not when it happened.
    if (
      /\b(?:the|a|an|his|her|its|their|'s) $/u.test(masked.text.slice(Math.max(0, at - 6), at)) &&
      /^ [a-z]/u.test(masked.text.slice(at + 1, at + 3)) &&
      /^\d{4}$/u.test(thing.date.value ?? "")
    )
      continue
    if (best === null || far < best.far) best = { date: thing.date, far }
  }
  return best?.date ?? null
}

function placeNear(
  masked: Masked,
  match: Match,
  clause: { from: number; to: number },
): { entity: string; at: number } | null {
  let best: { entity: string; at: number; far: number } | null = null
  for (const { at, thing } of masked.between(clause.from, clause.to, "L")) {
    if (
      !/\b(?:in|at|near|outside|inside|from|to|of)(?: the)?(?: [A-Za-z'-]+){0,4},? $/u.test(
        masked.text.slice(Math.max(0, at - 50), at),
      )
    )
      continue
    const strict = /\b(?:in|at|near|outside|inside)(?: the)?(?: [A-Za-z'-]+){0,4},? $/u.test(
      masked.text.slice(Math.max(0, at - 50), at),
    )
    if (!strict) continue
    if (/^'s?\s/u.test(masked.text.slice(at + 1))) continue
    // "outside the Yunze consulate": that is no place in Yunze.
    if (/\b(?:the|a|an) $/u.test(masked.text.slice(at - 4, at)) && OF_IT.test(masked.text.slice(at + 1))) continue
    const opens = at < 12
    const far =
      // "people missing in A … opened in B": what follows the verb is nearer than what stands within.
      at >= match.from && at < match.to
        ? Math.min(30, (match.to - at) * 0.6)
        : at >= match.to
          ? at - match.to
          : opens
            ? 30
            : (match.from - at) * 4
    if (far <= 70 && (best === null || far < best.far)) best = { entity: thing.mention.entity, at, far }
  }
  return best === null ? null : { entity: best.entity, at: best.at }
}

const OF_IT =
  /^ (?:consulate|embassy|mission|government|authorities|border|flag|side|army|police|market|office|trip|visit)\b/u

const MOST_PASSAGES = 6

/** How many events back one may be told again. */
const RECENT = 300

/** Adds an event, or what is new in it to the same event told before. */
function add(events: FoundEvent[], event: FoundEvent): FoundEvent {
  let known = events.length - 1
  while (known >= 0 && !sameEvent(events[known]!, event)) known = events.length - known > RECENT ? -1 : known - 1
  if (known < 0) {
    events.push(event)
    return event
  }
  const other = events[known]!
  const passages = [
    ...other.passages,
    ...event.passages.filter((span) => !other.passages.some((old) => old.start === span.start && old.end === span.end)),
  ]
  events[known] = {
    ...other,
    date: other.date ?? event.date,
    place: other.place ?? event.place,
    people: other.people.length > 0 ? other.people : event.people,
    by: other.by.length > 0 ? other.by : event.by,
    court: other.court ?? event.court,
    charge: other.charge ?? event.charge,
    borrowed: other.date === null ? event.borrowed : other.borrowed,
    passages: passages.slice(0, MOST_PASSAGES) as [Span, ...Span[]],
  }
  return events[known]!
}

/** How far back an event can be the same: rules are applied to long texts too. */
const MEMORY = 400

function sameEvent(a: FoundEvent, b: FoundEvent): boolean {
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
  if (a.charge !== null && b.charge !== null && a.charge !== b.charge && a.type !== "trial") return false
  if (a.amount !== null && b.amount !== null && a.amount.value !== b.amount.value) return false
  // "The trial" without a name is the one told of before.
  if (a.people.length === 0 || b.people.length === 0) return (a.type === "trial" || a.type === "hearing") && near(a, b)
  return a.people.some((person) => b.people.includes(person))
}

function near(a: FoundEvent, b: FoundEvent): boolean {
  return b.passages[0].start - a.passages.at(-1)!.end < MEMORY
}
