import type { Span } from "../../model/passage.js"
import type { Mention, ReadEntity } from "../../model/reading.js"
import type { FoundDate } from "../dates/index.js"
import type { Sentence } from "../sentences/index.js"
import type { Masked } from "../sentences/masked.js"

/** All that rules of one document may look at. */
export interface Scene {
  readonly text: string
  readonly sentences: readonly Sentence[]
  /** Per sentence: long quotations out of sight (what is said in them is a claim, not an event). */
  readonly told: readonly Masked[]
  /** Per sentence: every quotation out of sight. */
  readonly spoken: readonly Masked[]
  readonly entities: ReadonlyMap<string, ReadEntity>
  readonly mentions: readonly (readonly Mention[])[]
  readonly dates: readonly FoundDate[]
  /** Whom the words before this point of a sentence speak of; null when nobody or too many. */
  readonly focus: Focus
}

export interface Focus {
  /** The person behind "he", "her" or "the activist" at this offset of the text; `not`: those it cannot be. */
  person(sentence: number, offset: number, role: string | null, not?: readonly string[]): string | null
  /** The organisation behind "his organization", "the group", "it". */
  organization(sentence: number, offset: number): string | null
  /** The state or body behind "it" after "The UN said". */
  speaker(sentence: number, offset: number): string | null
}

/** The sentences before that a pronoun may reach back over. */
const REACH = 4

/** Who is spoken of: the first person of a sentence is its subject as often as not, and goes on being spoken of. */
export function focusOf(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly (readonly Mention[])[],
  entities: ReadonlyMap<string, ReadEntity>,
): Focus {
  /** "Aldan's lawyer, Dana Orazova, agreed. She …": who only owns stands behind the one who is named right after. */
  const subjectsFirst = (list: readonly Mention[]): Mention[] => {
    const ordered = [...list]
    for (let at = 0; at + 1 < ordered.length; at++) {
      const [owner, named] = [ordered[at]!, ordered[at + 1]!]
      const between = text.slice(owner.end, Math.min(named.start, owner.end + 60))
      if (owner.kind !== "Person" || named.kind !== "Person" || owner.entity === named.entity) continue
      if (named.start - owner.end < 60 && /^['’]s? (?:[\p{Ll}-]+ ){0,3}[\p{Ll}-]+,? $/u.test(between)) {
        ordered[at] = named
        ordered[at + 1] = owner
        at++
      }
    }
    return ordered
  }
  const earlier = function* (sentence: number, offset: number): Generator<Mention> {
    yield* subjectsFirst(mentions[sentence]!.filter((mention) => mention.end <= offset))
    for (let at = sentence - 1; at >= Math.max(0, sentence - REACH); at--) {
      const { kind, block } = sentences[at]!
      // A caption or a widget between two paragraphs does not change the subject.
      if (kind === "caption" || kind === "widget" || kind === "related" || kind === "nav") continue
      if (sentences[sentence]!.kind === "bio" && block !== sentences[sentence]!.block) return
      yield* subjectsFirst(mentions[at]!)
    }
  }
  return {
    person(sentence, offset, role, not = []) {
      let any: string | null = null
      for (const { kind, entity } of earlier(sentence, offset)) {
        if (kind !== "Person" || not.includes(entity)) continue
        if (role === null || entities.get(entity)?.roles.includes(role)) return entity
        any ??= entity
      }
      // "The defendant" is whoever is tried; "the student" must have been called one.
      return role === null || role === "defendant" || role === "accused" ? any : null
    },
    organization(sentence, offset) {
      for (const { kind, entity } of earlier(sentence, offset)) if (kind === "Organization") return entity
      return null
    },
    speaker(sentence, offset) {
      for (const { kind, entity } of earlier(sentence, offset))
        if (kind === "Organization" || kind === "Place") return entity
      return null
    },
  }
}

export const length = (span: Span) => span.end - span.start
