import type { Fact } from "../index/facts.js"
import { veilsIn } from "../index/precision.js"
import type { EntityId, SourceId } from "../model/id.js"
import { escapePattern, mentionPattern, partsOf } from "../model/mention.js"
import type { Span } from "../model/passage.js"
import { propertyOf } from "../model/schema.js"

/** What stands where words were taken out. */
export const TAKEN_OUT = "[…]"

/**
 * What must not be read in the words that do go out: the names of people who are not public, and whatever a restricted
 * statement stands on or says.
 */
export interface Hidden {
  readonly people: readonly HiddenPerson[]
  /** Passages of restricted statements, by source and text hash. */
  readonly spans: ReadonlyMap<string, readonly Span[]>
  /** What restricted statements say, and the words they stand on. */
  readonly words: readonly { readonly text: string; readonly pattern: RegExp }[]
  /** Places told of by what they lie in, and what stands in their stead, in brackets as an editor's word does. */
  readonly places: readonly { readonly pattern: RegExp; readonly instead: string }[]
}

/** A stretch not to be read. */
export interface HiddenSpan extends Span {
  /** What stands there. */
  readonly instead: string
}

export interface HiddenPerson {
  readonly id: EntityId
  readonly name: string
  /** Parts of the names that no public name has. */
  readonly parts: readonly string[]
  readonly pattern: RegExp
}

export const spansKey = (source: SourceId, text: string) => `${source} ${text}`

export function isRestricted({ schema, property, audience }: Fact): boolean {
  return audience === "restricted" || propertyOf(schema, property)?.audience === "restricted"
}

/** `facts`: all that the vault knows from the sources that go out. `names`: every name that is public. */
export function hiddenIn(
  facts: readonly Fact[],
  isPublic: (id: EntityId) => boolean,
  names: readonly string[],
): Hidden {
  const known = new Map<EntityId, string[]>()
  const spans = new Map<string, Span[]>()
  const words = new Set<string>()
  for (const fact of facts) {
    const { entity, schema, property, value, ground } = fact
    const isName = property === "name" || property === "alias"
    if (schema === "Person" && isName && value.type === "name" && !isPublic(entity))
      known.set(entity, [...(known.get(entity) ?? []), value.text])
    if (!isRestricted(fact)) continue
    if (value.type === "name" || value.type === "text" || value.type === "identifier") words.add(value.text)
    if (value.type === "url") words.add(value.url)
    if (ground.kind === "source")
      for (const { text, start, end, exact } of ground.passages) {
        const key = spansKey(ground.source, text)
        spans.set(key, [...(spans.get(key) ?? []), { start, end }])
        words.add(exact)
      }
  }
  const shown = new Set(names.flatMap(partsOf))
  const people = [...known].map(([id, own]) => {
    const parts = own.flatMap(partsOf).filter((part) => !shown.has(part) && /^[\p{Lu}\p{Lo}]/u.test(part))
    const whole = own.filter((name) => !names.includes(name))
    return { id, name: own[0]!, parts, pattern: mentionPattern(whole, parts, [...shown]) }
  })
  // A word or two letters, or a public name, would be found everywhere; their place in the text is hidden all the same.
  const tells = (text: string) => text.trim().length >= 4 && !names.includes(text.trim()) && !shown.has(text.trim())
  const places = veilsIn(facts).map(({ names: own, instead }) => ({
    pattern: mentionPattern(
      own,
      own.filter((name) => !/\s/u.test(name)),
      [],
    ),
    instead: instead === null ? TAKEN_OUT : `[${instead}]`,
  }))
  return { people, spans, words: [...words].filter(tells).map(wordsOf), places }
}

const wordsOf = (text: string) => ({ text, pattern: new RegExp(escapePattern(text), "gu") })

/** Stretches of a text that must not be read. `places`: those known by their place in it. */
export function hiddenSpans(hidden: Hidden, text: string, places: readonly Span[] = []): HiddenSpan[] {
  const restricted = places.filter(({ start, end }) => end > start).map((span) => ({ ...span, instead: TAKEN_OUT }))
  const found = [...restricted, ...namedSpans(hidden, text)]
  found.sort((a, b) => a.start - b.start)
  const joined: { start: number; end: number; instead: string }[] = []
  for (const { start, end, instead } of found) {
    const last = joined.at(-1)
    if (last && start <= last.end) {
      // Of a place inside what is taken out nothing is told; where only places meet, the last one stands.
      last.instead = last.instead === TAKEN_OUT || instead === TAKEN_OUT ? TAKEN_OUT : instead
      last.end = Math.max(last.end, end)
    } else joined.push({ start, end, instead })
  }
  return joined
}

/** The same words carry many statements, and each is asked about several times. */
const asked = new WeakMap<Hidden, Map<string, readonly HiddenSpan[]>>()

function namedSpans(hidden: Hidden, text: string): readonly HiddenSpan[] {
  const answers = asked.get(hidden) ?? new Map<string, readonly HiddenSpan[]>()
  asked.set(hidden, answers)
  const known = answers.get(text)
  if (known) return known
  const found: HiddenSpan[] = []
  // Most texts hold none: `matchAll` would make a copy of each pattern only to say so.
  const take = (pattern: RegExp, instead = TAKEN_OUT) => {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text))
      found.push({ start: match.index, end: match.index + match[0].length, instead })
  }
  for (const { pattern } of hidden.people) take(pattern)
  for (const { text: words, pattern } of hidden.words) if (text.includes(words)) take(pattern)
  for (const { pattern, instead } of hidden.places) take(pattern, instead)
  answers.set(text, found)
  return found
}

/** The text without what is hidden. */
export function takeOut(hidden: Hidden, text: string): string {
  let rest = ""
  let from = 0
  for (const { start, end, instead } of hiddenSpans(hidden, text)) {
    rest += text.slice(from, start) + instead
    from = end
  }
  return rest + text.slice(from)
}

/** Does anything remain that says something? */
export function saysAnything(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
