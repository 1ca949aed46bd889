import type { Span } from "../../model/passage.js"
import type { Mention } from "../../model/reading.js"
import type { FoundDate } from "../dates/index.js"
import type { FoundMoney } from "../quantities/index.js"
import type { Sentence } from "./index.js"
import type { Quotation } from "./quotations.js"

/**
 * One private-use character for each thing already found, so that a rule can say "a person" in its pattern. Written in
 * rules as `{P}` person, `{O}` organisation, `{L}` place, `{G}` group, `{D}` date, `{M}` money, `{Q}` quotation.
 */
const SIGNS = { P: "\ue001", O: "\ue002", L: "\ue003", G: "\ue004", D: "\ue005", M: "\ue006", Q: "\ue007" } as const

export type Sign = keyof typeof SIGNS

export type Thing =
  | { readonly sign: "P" | "O" | "L" | "G"; readonly span: Span; readonly mention: Mention }
  | { readonly sign: "D"; readonly span: Span; readonly date: FoundDate }
  | { readonly sign: "M"; readonly span: Span; readonly money: FoundMoney }
  | { readonly sign: "Q"; readonly span: Span; readonly quotation: Quotation }

const SIGN_OF: Readonly<Record<Mention["kind"], "P" | "O" | "L" | "G">> = {
  Person: "P",
  Organization: "O",
  Place: "L",
  Group: "G",
}

/** A sentence with its names, dates, sums and quotations as single characters, and the way back. */
export class Masked {
  readonly sentence: Sentence
  readonly text: string
  private readonly things = new Map<number, Thing>()
  private readonly offsets: Uint32Array

  constructor(source: string, sentence: Sentence, things: readonly Thing[]) {
    this.sentence = sentence
    const parts: string[] = []
    const offsets: number[] = []
    let at = sentence.start
    let length = 0
    const copy = (to: number) => {
      if (to <= at) return
      parts.push(
        source
          .slice(at, to)
          .replace(/[\ue001-\ue007]/gu, " ")
          .replace(/[\s\u00a0]/gu, " ")
          .replace(/’/gu, "'"),
      )
      for (let index = at; index < to; index++) offsets.push(index)
      length += to - at
    }
    for (const thing of things) {
      if (thing.span.start < at || thing.span.end > sentence.end) continue
      copy(thing.span.start)
      this.things.set(length, thing)
      parts.push(SIGNS[thing.sign])
      offsets.push(thing.span.start)
      length++
      at = thing.span.end
    }
    copy(sentence.end)
    offsets.push(sentence.end)
    this.offsets = Uint32Array.from(offsets)
    this.text = parts.join("")
  }

  /** The span of the source that a stretch of the masked text stands for, white space and commas at its ends left out. */
  span(from: number, to: number): Span {
    while (from < to && /[\s,;]/u.test(this.text[from]!)) from++
    while (to > from && /[\s,;]/u.test(this.text[to - 1]!)) to--
    return { start: this.offsets[from]!, end: this.end(to) }
  }

  private end(to: number): number {
    const thing = this.things.get(to - 1)
    return thing ? thing.span.end : to === 0 ? this.sentence.start : this.offsets[to - 1]! + 1
  }

  /** Where a character of the source stands in the masked text. */
  indexOf(offset: number): number {
    let low = 0
    let high = this.offsets.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.offsets[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  thing(at: number): Thing | undefined {
    return this.things.get(at)
  }

  /** Things of these kinds between two indexes, in order. */
  between<S extends Sign>(from: number, to: number, ...signs: S[]): { at: number; thing: Thing & { sign: S } }[] {
    const found: { at: number; thing: Thing & { sign: S } }[] = []
    for (const [at, thing] of this.things)
      if (at >= from && at < to && (signs as Sign[]).includes(thing.sign))
        found.push({ at, thing: thing as Thing & { sign: S } })
    return found
  }
}

/** The things of every sentence, in order; where two overlap the earlier, longer one stands. */
export function thingsBySentence(
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  dates: readonly FoundDate[],
  money: readonly FoundMoney[],
): Thing[][] {
  const all: Thing[] = [
    ...mentions.map((mention): Thing => ({ sign: SIGN_OF[mention.kind], span: mention, mention })),
    ...dates.map((date): Thing => ({ sign: "D", span: date, date })),
    ...money.map((sum): Thing => ({ sign: "M", span: sum, money: sum })),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const out: Thing[][] = sentences.map(() => [])
  let at = 0
  let end = -1
  for (const thing of all) {
    if (thing.span.start < end) continue
    while (at < sentences.length && sentences[at]!.end <= thing.span.start) at++
    if (at >= sentences.length) break
    if (thing.span.start < sentences[at]!.start || thing.span.end > sentences[at]!.end) continue
    out[at]!.push(thing)
    end = thing.span.end
  }
  return out
}

/** Adds quotations to a sentence's things: what lies inside one is then out of sight. */
export function withQuotations(things: readonly Thing[], quotations: readonly Quotation[]): Thing[] {
  if (quotations.length === 0) return [...things]
  const outside = things.filter(
    ({ span }) => !quotations.some((quotation) => span.start >= quotation.start && span.end <= quotation.end),
  )
  return [...outside, ...quotations.map((quotation): Thing => ({ sign: "Q", span: quotation, quotation }))].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

/** Every match of a global pattern. `matchAll` would copy the pattern for each sentence, which costs more than it finds. */
export function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const next = match[0] === "" ? match.index + 1 : pattern.lastIndex
    yield match
    pattern.lastIndex = next
  }
}

/** Compiles a rule's pattern: `{P}` and its like become their signs, `{name}` a fragment of `parts`. */
export function pattern(source: string, parts: Readonly<Record<string, string>> = {}, flags = "gu"): RegExp {
  let text = source
  for (let round = 0; round < 6; round++)
    text = text.replace(
      /(?<!\\[pP])\{([A-Z]+)\}/g,
      (whole, name: string) => SIGNS[name as Sign] ?? parts[name] ?? whole,
    )
  return new RegExp(text, flags)
}
