import type { Span } from "../../model/passage.js"
import type { ZoneKind } from "../../model/reading.js"
import type { Block } from "../page.js"
import { AFTER, BEFORE, LETTERS, OTHERS, STARTERS, TITLES } from "./abbreviations.js"
import { type Quotation, quotationsIn } from "./quotations.js"
import { type Word, wordsOf } from "./words.js"

export interface Sentence extends Span {
  /** Which block of the page it lies in, and which sentence of the text it is, from 0. */
  readonly block: number
  readonly index: number
  readonly kind: ZoneKind
  readonly words: readonly Word[]
  /** Quotations that begin in it; a sentence ends inside a quotation only when that is too long. */
  readonly quotations: readonly Quotation[]
  /** A headline: capitals say nothing about names here. */
  readonly headline: boolean
}

/** Rules look at one sentence at a time; a longer one is cut at a space, so that no rule ever sees more than this. */
const LONGEST = 3000

/** Sentences of the blocks, in order. A sentence never crosses a block; its span has no white space at the ends. */
export function sentencesOf(text: string, blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = []
  for (const [block, { start, end, kind }] of blocks.entries()) {
    const quotations = quotationsIn(text, { start, end })
    let quotation = 0
    for (const span of split(text, { start, end }, quotations)) {
      const own: Quotation[] = []
      while (quotation < quotations.length && quotations[quotation]!.start < span.end)
        own.push(quotations[quotation++]!)
      const words = wordsOf(text, span)
      sentences.push({
        ...span,
        block,
        index: sentences.length,
        kind,
        words,
        quotations: own,
        headline: isHeadline(words),
      })
    }
  }
  return sentences
}

/** Most of its long words begin with capitals, the small ones do not matter. */
function isHeadline(words: readonly Word[]): boolean {
  let long = 0
  let capital = 0
  for (const word of words) {
    if (word.text.length < 4 || !/^\p{L}/u.test(word.text)) continue
    long++
    if (word.capital) capital++
  }
  // A headline seldom ends with a full stop; a short sentence full of names does.
  const stopped = /^[.!?]$/.test(words.at(-1)?.text ?? "")
  return long >= (stopped ? 6 : 3) && capital / long > (stopped ? 0.85 : 0.74)
}

/**
 * What may end a sentence: a stop before white space; a full stop before a capital without one («жағдайы.XVIII», only
 * in Cyrillic: an address on the web has such dots too); a Chinese stop, whatever follows; a line's end.
 */
const ENDS =
  "[.!?…؟۔]+[\"”»›’')\\]]*(?=\\s|$)|(?<=[а-яёәғқңөұүһі]{3})[.!?](?=[А-ЯЁӘҒҚҢӨҰҮҺІIVX][а-яёәғқңөұүһіIVX])|\\n|[。！？｡]+[”’」』》〉）)]*"

/** Where a stretch of text divides into sentences. */
export function split(text: string, block: Span, quotations: readonly Quotation[] = quotationsIn(text, block)): Span[] {
  const spans: Span[] = []
  let from = block.start
  let quotation = 0
  const cut = (to: number) => {
    let start = from
    from = to
    while (start < to && /\s/u.test(text[start]!)) start++
    let end = to
    while (end > start && /\s/u.test(text[end - 1]!)) end--
    while (end - start > LONGEST) {
      const space = text.lastIndexOf(" ", start + LONGEST)
      const at = space > start ? space : start + LONGEST
      spans.push({ start, end: at })
      start = space > start ? space + 1 : at
    }
    if (end > start) spans.push({ start, end })
  }
  const candidate = new RegExp(ENDS, "gu")
  candidate.lastIndex = block.start
  for (let match = candidate.exec(text); match !== null && match.index < block.end; match = candidate.exec(text)) {
    const end = match.index + match[0].length
    while (quotation < quotations.length && quotations[quotation]!.end < end) quotation++
    const around = quotations[quotation]
    const inside =
      (around !== undefined && around.start < match.index && end < around.end) || inTitle(text, match.index, block)
    if (match[0] === "\n") {
      if (!inside && breaksLine(text, match.index, block)) cut(end)
    } else if (!inside && endsSentence(text, match.index, match[0], end, block)) cut(end)
    else if (inside && end - from > LONGEST / 2) cut(end)
  }
  cut(block.end)
  return spans
}

function breaksLine(text: string, at: number, block: Span): boolean {
  const next = /\S/u.exec(text.slice(at + 1, Math.min(block.end, at + 40)))?.[0] ?? ""
  return !/\p{Ll}/u.test(next) || /[.!?:;”"]\s*$/u.test(text.slice(Math.max(block.start, at - 4), at))
}

function endsSentence(text: string, at: number, signs: string, end: number, block: Span): boolean {
  const after = text.slice(end, Math.min(block.end, end + 40)).trimStart()
  if (after === "") return true
  if (/^[。！？｡]/u.test(signs))
    return !/[”’」』]$/u.test(signs) || !/^[^，。！？；：“「]{0,12}(?:说|說|表示|称|稱|问|問|道|写|寫)/u.test(after)
  // «نېمە گەپ؟ - دەپ سورىدى»: who asked comes after.
  if (/^[-–—\s]*(?:دەپ|دې)/u.test(after) && signs[0] !== ".") return false
  if (/^\p{Ll}/u.test(after)) return false
  // A question or exclamation inside a sentence: “Why?” he asked. Lower case was handled above.
  if (signs[0] !== ".") return !/^[,;—–-]/u.test(after)
  if (/^[,;)]/u.test(after)) return false
  const before = /(\S+)$/u.exec(text.slice(Math.max(block.start, at - 24), at))?.[1]?.replace(/^[("“‘'[]+/u, "") ?? ""
  const word = before.toLowerCase()
  if (TITLES.has(word) && /^\p{Lu}/u.test(before)) return false
  if (/\p{Script=Cyrillic}/u.test(word)) return endsCyrillic(text.slice(block.start, at), before, after)
  if (/^(?:\p{Script=Arabic}|ئ[اەېىوۆ])$/u.test(before)) return false
  const next = /^["“‘'([]*(\p{L}+)/u.exec(after)?.[1]?.toLowerCase()
  if (OTHERS.has(word)) {
    if (/^(?:no|nos|vol|p|pp|fig|ch|art|sec|para)$/.test(word)) return !/^\d/u.test(after)
    return next !== undefined && (STARTERS.has(next) || /^["“‘]/u.test(after))
  }
  // An initial: "J. Doe", "А. Б. Фамилия"; "and I." ends a sentence.
  if (/^\p{Lu}$/u.test(before) && before !== "I") return next !== undefined && STARTERS.has(next) && next.length > 2
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(before)) return next !== undefined && STARTERS.has(next)
  return true
}

/** Cyrillic abbreviations: before a name or a number they go on, after a number they may end. */
function endsCyrillic(lead: string, before: string, after: string): boolean {
  const word = before.toLowerCase()
  // «А. Б. Фамилия», «Л.Н. Толстой»
  if (/^(?:\p{Lu}[\p{Ll}]?\.)*\p{Lu}$/u.test(before)) return false
  if (/(?<!\p{L})т\.\s?[дпбс]$/u.test(lead)) return /^["«“(]*\p{Lu}/u.test(after)
  // «1985 ж. Алматыда туған»: a Kazakh sentence ends with its verb. «В 2019 г. Иванов…»: one so short has none yet.
  if (BEFORE.has(word) || /^[жғ]$/u.test(word) || (word === "г" && /(?:^|[.!?]\s+)[^.!?]{0,14}$/u.test(lead)))
    return false
  const number = /[\d)][\s\u00a0-]*\S+$/u.test(lead)
  if (AFTER.has(word)) return number || word.includes(".") || word.length > 1 ? /^["«“(]*\p{Lu}/u.test(after) : false
  // «т. б. (…»: the letters of one abbreviation.
  if (/^\p{Ll}$/u.test(before))
    return LETTERS.test(before) && !/^б$/u.test(before)
      ? number && /^["«“]?\p{Lu}/u.test(after)
      : /^["«“]?\p{Lu}/u.test(after)
  return !/^№/u.test(after)
}

/** Between the marks of a title, 《摔跤吧！爸爸》. */
function inTitle(text: string, at: number, block: Span): boolean {
  // Never looks further back than a title may be long.
  const lead = text.slice(Math.max(block.start, at - 40), at)
  return lead.includes("《") && lead.lastIndexOf("《") > lead.lastIndexOf("》")
}
