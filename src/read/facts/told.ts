import type { ReadFact } from "../../model/reading.js"
import type { Scene } from "../events/scene.js"
import type { Masked } from "../sentences/masked.js"
import type { FoundFact } from "./index.js"

export interface FactRule {
  readonly name: string
  readonly pattern: RegExp
  readonly read: (seen: Told) => readonly Said[]
}

interface Said {
  readonly subject: string | null | undefined
  readonly property: string
  readonly value: string | number | boolean | null | undefined
}

/** A rule's match in a sentence, or in letters that stand for it. */
export class Told {
  private readonly scene: Scene
  private readonly masked: Masked
  private readonly starts: Uint32Array | null
  private readonly indices: Readonly<Record<string, readonly [number, number] | undefined>>
  readonly from: number
  readonly to: number

  constructor(scene: Scene, masked: Masked, starts: Uint32Array | null, match: RegExpExecArray) {
    this.scene = scene
    this.masked = masked
    this.starts = starts
    this.indices = (match.indices?.groups ?? {}) as Record<string, readonly [number, number] | undefined>
    this.from = this.back(match.index)
    this.to = this.back(match.index + match[0].length)
  }

  private back(at: number): number {
    return this.starts === null ? at : this.starts[at]!
  }

  private at(group: string): readonly [number, number] | null {
    const at = this.indices[group]
    return at === undefined ? null : [this.back(at[0]), this.back(at[1])]
  }

  /** A person by name, or the one a pronoun speaks of. */
  person(group: string): string | null {
    const at = this.at(group)
    if (at === null) return null
    const named = this.masked.between(at[0], at[1], "P")[0]
    if (named) return named.thing.mention.entity
    return this.scene.focus.person(this.masked.sentence.index, this.masked.span(at[0], at[1]).start, null)
  }

  place(group: string): string | null {
    const at = this.at(group)
    return at === null ? null : (this.masked.between(at[0], at[1], "L")[0]?.thing.mention.entity ?? null)
  }

  body(group: string): string | null {
    const at = this.at(group)
    return at === null ? null : (this.masked.between(at[0], at[1], "O")[0]?.thing.mention.entity ?? null)
  }

  date(group: string): string | null {
    const at = this.at(group)
    return at === null ? null : (this.masked.between(at[0], at[1], "D")[0]?.thing.date.value ?? null)
  }

  words(group: string): string | null {
    const at = this.at(group)
    if (at === null) return null
    const { start, end } = this.masked.span(at[0], at[1])
    return this.scene.text.slice(start, end).replace(/\s+/gu, " ")
  }
}

const SILENT = new Set(["nav", "related", "widget", "title", "other", "legal"])
const MOST_PASSAGES = 4

/** Facts by a language's rules; a fact said twice has both passages. */
export function gathered(
  scene: Scene,
  rules: readonly FactRule[],
  view: (masked: Masked) => { readonly text: string; readonly starts: Uint32Array | null },
  matches: (pattern: RegExp, text: string) => Iterable<RegExpExecArray>,
): FoundFact[] {
  const facts = new Map<string, FoundFact>()
  for (const masked of scene.told) {
    if (SILENT.has(masked.sentence.kind)) continue
    const { text, starts } = view(masked)
    for (const { name, pattern, read } of rules)
      for (const match of matches(pattern, text)) {
        const seen = new Told(scene, masked, starts, match)
        for (const { subject, property, value } of read(seen)) {
          if (subject == null || value == null || subject === value) continue
          const passage = masked.span(seen.from, seen.to)
          const key = `${subject}|${property}|${value}`
          const known = facts.get(key)
          if (known?.passages.some(({ start, end }) => start === passage.start && end === passage.end)) continue
          const passages: ReadFact["passages"] = known ? [...known.passages, passage] : [passage]
          if (passages.length <= MOST_PASSAGES) facts.set(key, { subject, property, value, passages, rule: name })
        }
      }
  }
  return [...facts.values()]
}
