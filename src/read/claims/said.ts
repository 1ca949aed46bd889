import type { Span } from "../../model/passage.js"
import type { ReadClaim, ReadQuantity } from "../../model/reading.js"
import type { View } from "../events/frames.js"
import type { Scene } from "../events/scene.js"
import { answers } from "./counters.js"
import type { FoundClaim } from "./index.js"

/** Who says it: an entity, or only words, or nobody. */
export interface Teller {
  readonly speaker: string | null
  readonly speakerText: string | null
  readonly source: Span | null
}

export const NOBODY: Teller = { speaker: null, speakerText: null, source: null }

/** A claim as a rule reads it. Indexes of the view; `teller` null: nobody is named. */
export interface ClaimDraft {
  readonly rule: string
  readonly cue: string
  readonly stance: ReadClaim["stance"]
  readonly kind: ReadClaim["kind"]
  readonly teller: Teller
  readonly content: Span
}

export interface ClaimGrammar {
  readonly view: (at: number, scene: Scene) => View
  readonly read: (view: View, scene: Scene, last: Teller | null) => ClaimDraft[]
  readonly hedge: RegExp
  readonly setting: RegExp
  readonly language: (words: string) => string | null
}

/** Furniture: other pages' words, and what a player is called. */
const SILENT = new Set(["nav", "related", "widget", "byline", "dateline", "bio", "legal"])
/** No page quotes more; what comes first is kept. */
const MOST_CLAIMS = 4000

/** Who says what in a document, by a language's rules. */
export function readClaims(grammar: ClaimGrammar, scene: Scene, quantities: readonly ReadQuantity[]): FoundClaim[] {
  const claims: FoundClaim[] = []
  let last: { teller: Teller; sentence: number } | null = null
  for (const [at, masked] of scene.told.entries()) {
    const { sentence } = masked
    if (claims.length >= MOST_CLAIMS) break
    if (SILENT.has(sentence.kind)) continue
    if (last !== null && at - last.sentence > 2) last = null
    const view = grammar.view(at, scene)
    const drafts = apart(grammar.read(view, scene, last?.teller ?? null))
    for (const draft of drafts) claims.push(finish(grammar, view, scene, draft, quantities))
    const spoken = drafts.findLast(({ teller, stance }) => teller.source !== null && stance !== "names")
    if (spoken) last = { teller: spoken.teller, sentence: at }
  }
  return answers(claims, scene)
}

/** The same words are one claim: the earlier rule stands. */
function apart(drafts: readonly ClaimDraft[]): ClaimDraft[] {
  const kept: ClaimDraft[] = []
  for (const draft of drafts) {
    const { start, end } = draft.content
    if (end - start < 3) continue
    if (kept.some(({ content }) => content.start < end && start < content.end && !within(draft.content, content)))
      continue
    if (
      kept.some(
        ({ content, teller, stance }) =>
          within(draft.content, content) &&
          stance !== "names" &&
          draft.stance !== "names" &&
          teller.speaker === draft.teller.speaker,
      )
    )
      continue
    kept.push(draft)
  }
  return kept.sort((a, b) => a.content.start - b.content.start)
}

const within = (a: Span, b: Span) => a.start >= b.start && a.end <= b.end

function finish(
  grammar: ClaimGrammar,
  view: View,
  scene: Scene,
  draft: ClaimDraft,
  quantities: readonly ReadQuantity[],
): FoundClaim {
  const { content, teller } = draft
  const { sentence } = view.masked
  const words = scene.text.slice(content.start, content.end)
  const setting = grammar.setting.exec(view.text)
  const at = setting
    ? view.masked.span(view.starts[setting.index]!, view.starts[setting.index + setting[0].length]!)
    : null
  const own = quantities.filter(({ start, end }) => start >= content.start && end <= content.end)
  return {
    speaker: teller.speaker,
    speakerText: teller.speakerText,
    stance: draft.stance,
    kind: draft.kind,
    cue: draft.cue,
    source: teller.source,
    content,
    via: null,
    setting:
      at !== null && (at.end <= content.start || at.start >= content.end)
        ? scene.text.slice(at.start, at.end).replace(/\s+/gu, " ")
        : null,
    spokenIn: grammar.language(view.text),
    hedge: grammar.hedge.exec(words)?.[0].toLowerCase() ?? null,
    quantity: own.find(({ unit }) => unit !== null) ?? own[0] ?? null,
    counters: [],
    more: [],
    rule: draft.rule,
    sentence: { start: sentence.start, end: sentence.end },
  }
}

/** A stretch of a view as a span of the text, signs at its ends left out. */
export function contentOf({ masked, text, starts }: View, from: number, to: number): Span {
  let [start, end] = [from, to]
  while (start < end && /[\s,;:.–—-]/u.test(text[start]!)) start++
  while (end > start && /[\s,;:.–—-]/u.test(text[end - 1]!)) end--
  return masked.span(starts[start]!, starts[end]!)
}

/** What stands between the marks of a quotation: a sign for a long one, the marks themselves for a short one. */
export function insideQuote({ masked, text, starts }: View, at: number): { content: Span; end: number } | null {
  const thing = masked.thing(starts[at]!)
  if (thing?.sign === "Q") return { content: trimmedQuote(thing.quotation.inside), end: at + 1 }
  if (!/[«“"„]/u.test(text[at] ?? "")) return null
  const close = /[»”"]/u.exec(text.slice(at + 1))
  if (!close) return null
  const end = at + 1 + close.index
  return { content: masked.span(starts[at + 1]!, starts[end]!), end: end + 1 }
}

const trimmedQuote = (span: Span): Span => ({ start: span.start, end: span.end })

/** A thing of the masked text as a teller. */
export function tellerAt(view: View, scene: Scene, at: number): Teller {
  const thing = view.masked.thing(view.starts[at]!)
  if (!thing || !("mention" in thing)) return NOBODY
  const { start, end } = thing.span
  return {
    speaker: thing.mention.entity,
    speakerText: scene.text.slice(start, end).replace(/\s+/gu, " "),
    source: { start, end },
  }
}

/** Words that name a teller without a name; `speaker` from who was spoken of. */
export function tellerWords(view: View, scene: Scene, from: number, to: number, speaker: string | null = null): Teller {
  const source = view.masked.span(view.starts[from]!, view.starts[to]!)
  return { speaker, speakerText: scene.text.slice(source.start, source.end).replace(/\s+/gu, " "), source }
}
