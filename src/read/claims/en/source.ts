import type { Span } from "../../../model/passage.js"
import type { Scene } from "../../events/scene.js"
import type { Masked } from "../../sentences/masked.js"
import { HELPERS, SPEAKERS } from "./cues.js"

/** Who says it: an entity, or only words ("the judge"), or nobody. */
export interface Speaker {
  readonly speaker: string | null
  readonly speakerText: string | null
  readonly source: Span
}

/** A stretch of masked text. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** Where the words that describe it begin, when they stand before it: "her lawyer, …". */
  readonly lead?: number
}

const SIGN = /[\ue001-\ue004]/u
const STOP =
  /^(?:that|which|if|when|while|as|because|after|before|since|than|how|where|why|whether|but|or|nor|so|said|says|say|told|was|were|is|are|has|have|had|been|be|will|would|could|should|may|might|can|did|does|do|not|then|until|unless|although|though|despite|during|into|through|over|about|against|via|amid|like|made|asked|being|got|went|came|became|according|what)$/u
const PRONOUN = /^(?:he|she|they|it|we|i|who|you|him|her|them)$/iu
const LONGEST = 16

/** The noun phrase that ends just before `end`, helpers and a bracketing apposition left out. */
export function subjectBefore(masked: Masked, end: number): Stretch | null {
  const { text } = masked
  let to = end
  const lead = text.slice(0, to).replace(/\s+$/u, "")
  const helpers = HELPERS.exec(lead)
  to = lead.length - (helpers?.[0].length ?? 0)
  const trimmed = text.slice(0, to).replace(/\s+$/u, "")
  to = trimmed.length
  // "Orazov, a lawyer from the town, said": the name stands before the first of the two commas.
  if (text[to - 1] === ",") {
    const comma = text.lastIndexOf(",", to - 2)
    const before = comma < 0 ? null : phrase(text, comma)
    const inside = comma < 0 ? "" : text.slice(comma + 1, to - 1)
    // "His lawyer, Dana Orazova, denied": the name is the inner one.
    const inner = /^\s(?:[a-z-]+\s){0,3}(?<name>\ue001)$/u.exec(inside)
    if (inner !== null && before !== null) {
      const described = text.slice(before.from, before.to)
      // "Aldan's lawyer, Dana Orazova, denied": who only owns does not speak.
      if (
        !SIGN.test(described) ||
        /^(?:[^\ue001-\ue004]{0,12})[\ue001-\ue004]'s?\s(?:[a-z-]+\s){0,2}[a-z-]+$/u.test(described)
      )
        return { from: to - 2, to: to - 1, lead: before.from }
    }
    // "A spokeswoman for the Union of Bakers, Dana Orazova, said": described first, then named.
    if (
      before !== null &&
      /^\s\ue001$/u.test(inside) &&
      /^(?:an?|the|his|her|their|its)\s/iu.test(text.slice(before.from))
    )
      return { from: to - 2, to: to - 1, lead: before.from }
    if (before === null || inside.length > 160 || /^\s(?:and|but)\s/u.test(inside)) return null
    return before
  }
  if (text[to - 1] === ")") {
    const open = text.lastIndexOf("(", to - 1)
    return open < 0 ? null : phrase(text, open)
  }
  return phrase(text, to)
}

function phrase(text: string, end: number): Stretch | null {
  const words = [...text.slice(Math.max(0, end - 200), end).matchAll(/[^\s,;:()"“”—–\u0000]+|[,;:()"“”—–]/gu)]
  const base = Math.max(0, end - 200)
  let from = -1
  let to = end
  let count = 0
  for (let at = words.length - 1; at >= 0 && count < LONGEST; at--) {
    const word = words[at]![0]
    const lower = word.toLowerCase()
    if (/^[,;:()"“”—–]$/u.test(word) || /[\ue005-\ue007]/u.test(word) || word === "--") break
    if (STOP.test(lower)) break
    if (lower === "and" && !joins(words, at)) break
    if (PRONOUN.test(lower) && from >= 0 && !/^(?:her|his)$/u.test(lower)) break
    from = base + words[at]!.index
    if (count === 0) to = base + words[at]!.index + word.length
    count++
    if (PRONOUN.test(lower) && lower !== "her") break
  }
  if (from < 0) return null
  // Small words and adverbs at its head belong to what stands before.
  const head =
    /^(?:(?:in|on|at|by|for|from|with|of|to|and|later|meanwhile|however|instead|earlier|also|even|still|yet|now|then|only|among|under|[A-Z]?[a-z]+ly)\s+)+/iu.exec(
      text.slice(from, to),
    )
  if (head !== null && head[0].length < to - from) from += head[0].length
  if (!/[\p{L}\ue001-\ue004]/u.test(text.slice(from, to))) return null
  return { from, to }
}

function joins(words: readonly RegExpMatchArray[], at: number): boolean {
  const [left, right] = [words[at - 1]?.[0] ?? "", words[at + 1]?.[0] ?? ""]
  return SIGN.test(right) && SIGN.test(left)
}

/** Is this a phrase that can speak? A name, a pronoun, or a noun for someone. */
export function canSpeak(text: string): boolean {
  if (SIGN.test(text)) return true
  const words = text.toLowerCase().split(/[\s-]+/u)
  if (words.length === 1 && PRONOUN.test(words[0]!)) return true
  return words.some((word) => SPEAKERS.test(word))
}

/** Makes a speaker of a phrase: the entity behind it, else its words. */
export function speakerOf(scene: Scene, masked: Masked, { from, to }: Stretch): Speaker {
  const { text } = masked
  const words = text.slice(from, to)
  const source = masked.span(from, to)
  const { index } = masked.sentence
  const plain = scene.text.slice(source.start, source.end).replace(/\s+/gu, " ")
  if (/^(?:he|she|him|her)$/iu.test(words))
    return { speaker: scene.focus.person(index, source.start, null), speakerText: plain, source }
  if (/^(?:it|they)$/iu.test(words))
    return {
      speaker: words.toLowerCase() === "it" ? scene.focus.speaker(index, source.start) : null,
      speakerText: plain,
      source,
    }
  if (/^who$/iu.test(words)) {
    const before = masked.between(Math.max(0, from - 40), from, "P", "O").at(-1)
    return { speaker: before?.thing.mention.entity ?? null, speakerText: plain, source }
  }
  const things = masked.between(from, to, "P", "O", "L")
  // The head: a name that nothing possesses further ("Orazov's lawyer" is the lawyer), and not after "of", "for".
  for (const { at, thing } of things) {
    const after = text.slice(at + 1, to)
    const before = text.slice(from, at)
    if (/^'s?\s\S/u.test(after)) continue
    if (thing.sign === "P" && !/\b(?:of|for|to|with|from|by|against)\s(?:[a-z]+\s)*$/iu.test(before))
      return { speaker: thing.mention.entity, speakerText: plain, source }
    if (
      thing.sign !== "P" &&
      /^\s*$/u.test(after) &&
      /^(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s|[\ue003\ue002]'s\s)?$/u.test(before)
    )
      return { speaker: thing.mention.entity, speakerText: plain, source }
  }
  for (const { at, thing } of things) {
    const office =
      /\b(?:spokes(?:man|woman|person)|officials?|report|statement|representative|press service|authorities)\b/iu.test(
        words,
      )
    if (thing.sign === "O" && office && !/^'s?\s(?!report|statement|spokes|press)/u.test(text.slice(at + 1, to)))
      return { speaker: thing.mention.entity, speakerText: plain, source }
  }
  // "The government of Yunze": a state speaks through its government.
  const state = /^(?:the\s)?(?:government|authorities|leadership)\s(?:of|in)\s(?:the\s)?\ue003$/iu.test(words)
  if (state) return { speaker: things.at(-1)!.thing.mention.entity, speakerText: plain, source }
  // "The ministry", "the group": the body of that kind last named.
  const noun = /^(?:the|his|her|their)\s(?<noun>[a-z]+)(?:'s statement)?$/iu.exec(words)?.groups?.noun?.toLowerCase()
  const body = noun !== undefined && BODY.test(noun) ? scene.focus.organization(index, source.start, noun) : null
  return { speaker: body, speakerText: plain, source }
}

const BODY =
  /^(?:ministry|council|committee|commission|court|tribunal|group|organi[sz]ation|party|union|foundation|agency|movement|association|network|department|company|newspaper|station|consulate|embassy|institute|service)$/u
