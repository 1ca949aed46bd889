import type { Fact } from "../index/facts.js"
import type { EntityId, SourceId } from "../model/id.js"
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
    return { id, name: own[0]!, parts, pattern: patternOf(whole, parts, [...shown]) }
  })
  // A word or two letters, or a public name, would be found everywhere; their place in the text is hidden all the same.
  const tells = (text: string) => text.trim().length >= 4 && !names.includes(text.trim()) && !shown.has(text.trim())
  return { people, spans, words: [...words].filter(tells).map(wordsOf) }
}

const wordsOf = (text: string) => ({ text, pattern: new RegExp(escapePattern(text), "gu") })

/** Stretches of a text that must not be read. `places`: those known by their place in it. */
export function hiddenSpans(hidden: Hidden, text: string, places: readonly Span[] = []): Span[] {
  const found: Span[] = places.filter(({ start, end }) => end > start)
  const take = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length })
  }
  for (const { pattern } of hidden.people) take(pattern)
  for (const { text: words, pattern } of hidden.words) if (text.includes(words)) take(pattern)
  found.sort((a, b) => a.start - b.start)
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of found) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** The text without what is hidden. */
export function takeOut(hidden: Hidden, text: string): string {
  let rest = ""
  let from = 0
  for (const { start, end } of hiddenSpans(hidden, text)) {
    rest += text.slice(from, start) + TAKEN_OUT
    from = end
  }
  return rest + text.slice(from)
}

/** Does anything remain that says something? */
export function saysAnything(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

const partsOf = (name: string) => name.split(/[\s,.;()«»"“”]+/u).filter((part) => part.length >= 3)

/**
 * A name whole in any case, and each of its parts that no public name has: a surname alone names the person too.
 * Cyrillic parts also bend: Оразова, Оразову, Оразовой.
 */
function patternOf(names: readonly string[], parts: readonly string[], shown: readonly string[]): RegExp {
  const whole = names.map((name) => name.trim().split(/\s+/u).map(escapePattern).map(anyCase).join("\\s+"))
  const alone = parts
    .flatMap((part) => [escapePattern(part), escapePattern(part.toUpperCase()), ...bent(part)])
    // Оразов is hidden, Оразова is not.
    .filter((one) => !shown.some((part) => new RegExp(`^(?:${one})$`, "u").test(part)))
  const all = [...new Set([...whole, ...alone])].filter((one) => one !== "").sort((a, b) => b.length - a.length)
  if (all.length === 0) return /(?!)/gu
  // Scripts without spaces between words have no ends of words to look for.
  const ends = (one: string) => (/\p{Script=Han}/u.test(one) ? one : `(?<![\\p{L}\\p{N}])(?:${one})(?![\\p{L}\\p{N}])`)
  return new RegExp(all.map(ends).join("|"), "gu")
}

const RUSSIAN =
  "а|я|у|ю|ы|и|е|ой|ою|ей|ею|ом|ем|ём|ым|им|ого|его|ому|ему|ая|яя|ую|юю|ий|ый|ие|ые|их|ых|ов|ев|ам|ям|ами|ями|ах|ях|ь|й"
const KAZAKH =
  "ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|а|е|ны|ні|ды|ді|ты|ті|н|да|де|та|те|нда|нде|дан|ден|тан|тен|нан|нен|мен|бен|пен"

function bent(part: string): string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(part)) return []
  const stem = part.replace(/[аеёиоуыэюяйьі]+$/u, "")
  const whole = escapePattern(part)
  return [...(stem.length >= 3 ? [`${escapePattern(stem)}(?:${RUSSIAN})`] : []), `${whole}(?:${KAZAKH})`]
}

function anyCase(pattern: string): string {
  return pattern.replace(/\p{Ll}|\p{Lu}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
}
