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
  /** The organisation behind "his organization", "it"; behind "the ministry" (`noun`), the last one so called. */
  organization(sentence: number, offset: number, noun?: string): string | null
  /** The state or body behind "it" after "The UN said". */
  speaker(sentence: number, offset: number): string | null
}

const TITLED: Readonly<Record<"she" | "he", RegExp>> = {
  she: /\b(?:Ms|Mrs|Miss|Madam|Lady|Queen|Princess|Sister)\.?\s$/u,
  he: /\b(?:Mr|Sir|Lord|King|Prince|Father|Brother|Imam|Sheikh)\.?\s$/u,
}
const SHE =
  /^(?:mother|wife|sister|daughter|widow|aunt|niece|grandmother|woman|girl|actress|businesswoman|spokeswoman|chairwoman|congresswoman|policewoman|queen|princess|nun|mum|mom|stepmother|granddaughter)$/u
const HE =
  /^(?:father|husband|brother|son|widower|uncle|nephew|grandfather|man|boy|actor|businessman|spokesman|chairman|congressman|policeman|cameraman|king|prince|imam|priest|monk|dad|stepfather|grandson)$/u
const SURE = 5
/** Votes it takes before a pronoun of the other kind passes someone by. */
const ENOUGH = 2

/** Who is "she" and who is "he": titles and roles say it, and a sentence that names one person and no other. */
function gendersOf(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly (readonly Mention[])[],
  entities: ReadonlyMap<string, ReadEntity>,
): (person: string) => "she" | "he" | null {
  /** Above nought: she. */
  const votes = new Map<string, number>()
  const vote = (person: string, count: number) => votes.set(person, (votes.get(person) ?? 0) + count)
  for (const { id, kind, roles } of entities.values())
    if (kind === "Person")
      for (const role of roles) {
        if (SHE.test(role)) vote(id, SURE)
        if (HE.test(role)) vote(id, -SURE)
      }
  for (const [at, list] of mentions.entries()) {
    const people = list.filter(({ kind }) => kind === "Person")
    for (const { start, entity } of people) {
      const before = text.slice(Math.max(0, start - 9), start)
      if (TITLED.she.test(before)) vote(entity, SURE)
      if (TITLED.he.test(before)) vote(entity, -SURE)
    }
    for (const { end, entity } of people) {
      const kin = /^ (?:is|was) (?:my|his|her|our|their|the) (?:[a-z]+ )?(?<kin>[a-z]+)\b/u.exec(
        text.slice(end, end + 40),
      )
      if (kin && SHE.test(kin.groups!.kin!)) vote(entity, SURE)
      if (kin && HE.test(kin.groups!.kin!)) vote(entity, -SURE)
    }
    const [first] = people
    if (first === undefined || people.some(({ entity }) => entity !== first.entity)) continue
    const { end, quotations } = sentences[at]!
    let after = text.slice(first.end, end)
    for (const { start: from, end: to } of quotations)
      if (from >= first.end) after = after.replace(text.slice(from, Math.min(to, end)), " ")
    const she = /\b(?:she|her|hers|herself)\b/iu.test(after)
    const he = /\b(?:he|his|him|himself)\b/iu.test(after)
    if (she !== he) vote(first.entity, she ? 1 : -1)
  }
  return (person) => {
    const count = votes.get(person) ?? 0
    return count >= ENOUGH ? "she" : count <= -ENOUGH ? "he" : null
  }
}

/** ", Orazov ruled, ": who only says it stands behind the one it is said of. */
const ASIDE =
  /^(?: (?:also|later|then))? (?:said|says|ruled|added|told|wrote|noted|explained|argued)\b[^.;:]{0,30}[,.]/u

/** The sentences before that a pronoun may reach back over. */
const REACH = 4

/** Who is spoken of: the first person of a sentence is its subject as often as not, and goes on being spoken of. */
export function focusOf(
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly (readonly Mention[])[],
  entities: ReadonlyMap<string, ReadEntity>,
): Focus {
  const genderOf = gendersOf(text, sentences, mentions, entities)
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
    const aside = ordered.filter(
      ({ kind, start, end }) =>
        kind === "Person" && /, $/u.test(text.slice(start - 2, start)) && ASIDE.test(text.slice(end, end + 60)),
    )
    return aside.length === 0 ? ordered : [...ordered.filter((mention) => !aside.includes(mention)), ...aside]
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
      const pronoun = /^(?<she>she|her|herself)\b|^(?:he|him|his|himself)\b/iu.exec(text.slice(offset, offset + 8))
      const other = pronoun === null ? null : pronoun.groups!.she === undefined ? "she" : "he"
      let any: string | null = null
      for (const { kind, entity } of earlier(sentence, offset)) {
        if (kind !== "Person" || not.includes(entity)) continue
        if (other !== null && genderOf(entity) === other) continue
        if (role === null || entities.get(entity)?.roles.includes(role)) return entity
        any ??= entity
      }
      // "The defendant" is whoever is tried; "the student" must have been called one.
      return role === null || role === "defendant" || role === "accused" ? any : null
    },
    organization(sentence, offset, noun) {
      for (const { kind, entity } of earlier(sentence, offset))
        if (kind === "Organization" && (noun === undefined || isCalled(entities.get(entity)?.name ?? "", noun)))
          return entity
      return null
    },
    speaker(sentence, offset) {
      for (const { kind, entity } of earlier(sentence, offset))
        if (kind === "Organization" || kind === "Place") return entity
      return null
    },
  }
}

/** "The ministry" is whatever has the word in its name; "the group" what no other word tells. */
function isCalled(name: string, noun: string): boolean {
  const words = name.toLowerCase()
  if (words.includes(noun)) return true
  return (
    /^(?:group|organi[sz]ation|movement|association|network|foundation)$/u.test(noun) &&
    !/\b(?:ministry|court|tribunal|government|council|committee|police|parliament|university|consulate|embassy|party)\b/u.test(
      words,
    )
  )
}

export const length = (span: Span) => span.end - span.start
