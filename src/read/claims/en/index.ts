import type { Span } from "../../../model/passage.js"
import type { ReadClaim, ReadQuantity } from "../../../model/reading.js"
import type { Scene } from "../../events/scene.js"
import { MOST_CLAIMS } from "../../limits.js"
import { type Masked, matches } from "../../sentences/masked.js"
import { answers } from "../counters.js"
import type { FoundClaim } from "../index.js"
import { CUES, type Cue } from "./cues.js"
import { canSpeak, type Speaker, type Stretch, speakerOf, subjectBefore } from "./source.js"

const WORD = /[A-Za-z'-]+/g
/** "called" → the small words that make one verb with it: "for", "on". */
const PARTICLES = new Map<string, string[]>()
for (const form of CUES.keys()) {
  const [verb, particle] = form.split(" ")
  if (particle) PARTICLES.set(verb!, [...(PARTICLES.get(verb!) ?? []), particle])
}

/** Verbs of speech and thought in a sentence, the longest form at each place. */
function* verbs(text: string): Generator<{ index: number; form: string; cues: readonly Cue[] }> {
  for (const { 0: word, index } of matches(WORD, text)) {
    const lower = word.toLowerCase()
    const particle = PARTICLES.get(lower)?.find((small) => text.startsWith(` ${small} `, index + word.length))
    const form = particle === undefined ? lower : `${lower} ${particle}`
    const cues = CUES.get(form)
    if (cues) yield { index, form, cues }
  }
}

const QUOTE = "\ue007"

/** Furniture: other pages' words, and what a player is called. */
const SILENT = new Set(["nav", "related", "widget", "byline", "dateline", "bio", "legal"])

const NAMES = "\\ue001-\\ue004"
const ACCORDING = /\b(?:according to|in the words of|as reported by|as stated by)\s(?<source>[^,;.\ue007]{1,120})/giu
const SIGNED = /\ue007\s*(?<dash>[―—–]|--)\s*(?<source>(?:[\p{Lu}\ue001][^\s,.;:]*\s?){1,5})\.?$/u
const HEADLINE = /^(?<source>[^:\ue007]{2,60}):\s(?<content>.{12,})$/u
const PASSIVE = /(?<!\p{L})(?:accused|suspected)\sof\s/giu
/** "It has been alleged that": somebody says so, nobody is named. */
const ALLEGED =
  /\b[Ii]t\s(?:has\sbeen|had\sbeen|is|was)\s(?:[a-z]+ly\s|also\s|widely\s)?(?<cue>alleged|claimed|reported|said|suggested|rumou?red|believed|thought|feared|estimated|argued)(?:\s(?:in|by|on)\s[^,;.]{1,60}?)?\sthat\s/giu
/** "put the number at 60", "counted 60 people" */
const FIGURE =
  /\b(?<cue>puts?|placed?|places|estimated?|estimates)\s(?<it>(?:it|the\s(?:[a-z]+\s){0,2}?(?:number|figure|total|toll|count|crowd|turnout|sum|cost|damage)(?:\sof\s[^,;.]{1,40}?)?)\sat\s[^,;.]{1,60})|\b(?<counted>counted|tallied|recorded|documented|registered)\s(?<people>(?:at least\s|about\s|some\s|more than\s|nearly\s|only\s)?(?:\d[\d,.]*|[a-z]+ty|hundreds|thousands|dozens|several|two|three|four|five|six|seven|eight|nine|ten)\s[^,;.]{3,80})/giu
/** "pleaded not guilty", "entered a plea of guilty" */
const PLEA = /\b(?<cue>pleaded|pleads|pled|pleading)\s(?<plea>(?:not\s)?guilty|innocent|no contest)\b/giu
/** "fined her, finding that she had held a gathering" */
const FINDING = /,\s(?<cue>finding|ruling|concluding|holding|stating|declaring)\s(?=that\s)/giu
const NAMING =
  /\b(?:what|that|which)\s(?<source>[^,;.\ue007]{1,80}?)\s(?:has\s|have\s|had\s|also\s)*(?<cue>calls?|called|describes?(?:\sas)?|described(?:\sas)?|refers?\sto\sas|referred\sto\sas|terms?|termed|dubs|dubbed|labels?|labell?ed)\s(?:as\s|an?\s|the\s)*(?<content>\ue007)/giu
const LANGUAGES: Readonly<Record<string, string>> = {
  English: "en",
  Russian: "ru",
  Kazakh: "kk",
  Uyghur: "ug",
  Uighur: "ug",
  Chinese: "zh",
  Mandarin: "zh",
  Turkish: "tr",
  Arabic: "ar",
  French: "fr",
  Spanish: "es",
}
const HEDGE =
  /\b(?:allegedly|alleged|reportedly|apparently|purportedly|supposedly|possibly|probably|so-called|suspected|believed to|may have|might have|could have)\b/iu
const SETTING =
  /\b(?:(?:in|during|at|on)\s(?:a|an|the|his|her|its|their)\s(?:[\p{L}\ue001-\ue004'-]+\s){0,4}?(?:interview|conference|briefing|statement|speech|letter|report|tweet|post|hearing|trial|rally|debate|event|interviews|book|article|video|break in the trial|op-ed|memo|email|press release|broadcast|session|meeting)(?:\s(?:with|to|in|at|on|for)\s[\ue001-\ue004])?|on\s(?:Twitter|Facebook|Telegram|Instagram|YouTube|[\ue002]))/iu

interface Draft {
  readonly rule: string
  readonly cue: string
  readonly stance: ReadClaim["stance"]
  readonly kind: ReadClaim["kind"]
  readonly speaker: Speaker | null
  readonly content: Span
}

/** Who says what in an English document. */
export function findClaims(scene: Scene, quantities: readonly ReadQuantity[]): FoundClaim[] {
  const claims: FoundClaim[] = []
  let last: { speaker: Speaker; block: number; sentence: number } | null = null
  for (const masked of scene.spoken) {
    const { sentence } = masked
    if (claims.length >= MOST_CLAIMS) break
    if (SILENT.has(sentence.kind)) continue
    const drafts = claimsIn(scene, masked, last)
    drafts.sort((a, b) => a.content.start - b.content.start)
    // "…" alone goes on with the one who spoke last.
    const bare = drafts.length === 0 && last !== null ? bareQuotation(masked) : null
    const spoken = bare === null ? undefined : claims.at(-1)
    if (bare !== null && spoken?.kind === "direct") {
      claims[claims.length - 1] = { ...spoken, more: [...spoken.more, bare] }
      last = { ...last!, sentence: sentence.index }
      continue
    }
    if (bare !== null)
      drafts.push({
        rule: "claims/continues",
        cue: "",
        stance: "asserts",
        kind: "direct",
        speaker: last!.speaker,
        content: bare,
      })
    for (const draft of drafts) claims.push(finish(scene, masked, draft, quantities))
    const direct = drafts.findLast((draft) => draft.speaker !== null && draft.stance !== "names")
    if (direct?.speaker) last = { speaker: direct.speaker, block: sentence.block, sentence: sentence.index }
    else if (last !== null && sentence.index - last.sentence > 2) last = null
  }
  return answers(claims, scene)
}

function claimsIn(
  scene: Scene,
  masked: Masked,
  last: { speaker: Speaker; block: number; sentence: number } | null,
): Draft[] {
  const { text } = masked
  const drafts: Draft[] = []
  const push = (draft: Draft) => {
    if (draft.content.end - draft.content.start < 3) return
    if (drafts.some((other) => other.content.start === draft.content.start && other.cue === draft.cue)) return
    drafts.push(draft)
  }
  for (const match of matches(NAMING, text)) {
    const from = match.index + match[0].indexOf(match.groups!.source!)
    const at = match.index + match[0].length - 1
    push({
      rule: "claims/naming",
      cue: match.groups!.cue!,
      stance: "names",
      kind: "naming",
      speaker: speakerOf(scene, masked, callerOf(masked, trim(text, from, from + match.groups!.source!.length))),
      content: masked.span(at, at + 1),
    })
  }
  const named = drafts.map(({ content }) => content)
  for (const match of matches(ACCORDING, text)) {
    const from = match.index + match[0].length - match.groups!.source!.length
    const stretch = sourceEnd(text, from, match.index + match[0].length)
    const speaker = speakerOf(scene, masked, stretch)
    const opens = match.index < 4
    const comma = text.indexOf(",", stretch.to)
    const content = opens
      ? { from: comma < 0 ? stretch.to : comma + 1, to: text.length }
      : { from: startBefore(text, match.index), to: match.index }
    push({
      rule: "claims/according",
      cue: match[0].slice(0, match[0].length - match.groups!.source!.length).trim(),
      stance: "asserts",
      kind: "indirect",
      speaker,
      content: contentSpan(masked, content.from, content.to),
    })
  }
  const accused = new Set<number>()
  for (const match of matches(PASSIVE, text)) {
    const lead = text.slice(Math.max(0, match.index - 60), match.index)
    if (!/\b(?:was|were|been|is|are|stands?|being|be)\s(?:\w+\s)?$/u.test(lead) && !/[,\ue001]\s$/u.test(lead)) continue
    accused.add(match.index)
    const from = match.index + match[0].length
    const to = clauseEnd(text, from)
    const by = /\sby\s(?<by>(?:the\s|a\s)?[^,;.]{2,60})$/u.exec(text.slice(from, to))
    const speaker =
      by && new RegExp(`^(?:the\\s)?[${NAMES}]`, "u").test(by.groups!.by!)
        ? speakerOf(scene, masked, trim(text, to - by.groups!.by!.length, to))
        : null
    push({
      rule: "claims/accused",
      cue: match[0].trim().split(" ")[0]!,
      stance: "accuses",
      kind: "indirect",
      speaker,
      content: contentSpan(masked, from, speaker === null ? to : to - by![0].length),
    })
  }
  for (const match of matches(ALLEGED, text)) {
    const from = match.index + match[0].length
    push({
      rule: "claims/alleged",
      cue: match.groups!.cue!,
      stance: match.groups!.cue === "alleged" ? "accuses" : "asserts",
      kind: "indirect",
      speaker: null,
      content: contentSpan(masked, from - "that ".length, clauseEnd(text, from)),
    })
  }
  for (const match of matches(FIGURE, text)) {
    const { cue, counted, it, people } = match.groups!
    const subject = subjectBefore(masked, match.index)
    if (subject === null || !canSpeak(text.slice(subject.from, subject.to))) continue
    const from = match.index + match[0].length - (it ?? people!).length
    const words = it === undefined ? null : match.index
    accused.add(match.index)
    push({
      rule: "claims/figure",
      cue: cue ?? counted!,
      stance: "asserts",
      kind: "indirect",
      speaker: speakerOf(scene, masked, subject),
      content: contentSpan(masked, words ?? from, clauseEnd(text, from)),
    })
  }
  for (const match of matches(PLEA, text)) {
    const subject = subjectBefore(masked, match.index)
    if (subject === null || !canSpeak(text.slice(subject.from, subject.to))) continue
    const from = match.index + match[0].length - match.groups!.plea!.length
    push({
      rule: "claims/plea",
      cue: match.groups!.cue!,
      stance: match.groups!.plea === "guilty" ? "asserts" : "denies",
      kind: "indirect",
      speaker: speakerOf(scene, masked, subject),
      content: masked.span(from, match.index + match[0].length),
    })
  }
  for (const match of matches(FINDING, text)) {
    const decided =
      /\b(?:fined|convicted|sentenced|ordered|jailed|rejected|upheld|dismissed|refused|extended|banned)\b/u.exec(
        text.slice(0, match.index),
      )
    const bench = decided === null ? null : subjectBefore(masked, decided.index)
    if (bench === null || !canSpeak(text.slice(bench.from, bench.to))) continue
    const from = match.index + match[0].length
    accused.add(match.index + 2)
    push({
      rule: "claims/finding",
      cue: match.groups!.cue!,
      stance: "asserts",
      kind: "indirect",
      speaker: speakerOf(scene, masked, bench),
      content: contentSpan(masked, from, clauseEnd(text, from)),
    })
  }
  let previous: Speaker | null = null
  for (const { index, form, cues } of verbs(text)) {
    if (accused.has(index)) continue
    const found = readVerb(
      scene,
      masked,
      index,
      index + form.length,
      cues,
      previous ?? (continues(text, index) ? (last?.speaker ?? null) : null),
      named,
    )
    if (found === null) continue
    push({ ...found, cue: text.slice(index, index + form.length) })
    if (found.speaker) previous = found.speaker
    // A court's reason is a claim of its own: "ruled that …, because …".
    const because = /^(?:ruled|rules|ordered|decided|found)$/.test(form)
      ? /\b(?:because|on the grounds that|since)\s(?!of\b)/u.exec(text.slice(index))
      : null
    if (because && found.speaker) {
      const from = index + because.index + because[0].length
      push({
        ...found,
        rule: "claims/reason",
        cue: because[0].trim(),
        content: contentSpan(masked, from, clauseEnd(text, from)),
      })
    }
  }
  const dash = drafts.length === 0 ? SIGNED.exec(text) : null
  if (dash) {
    const from = dash.index + dash[0].length - dash.groups!.source!.length
    push({
      rule: "claims/signed",
      cue: dash.groups!.dash!,
      stance: "asserts",
      kind: "direct",
      speaker: speakerOf(scene, masked, trim(text, from, text.length)),
      content: inside(masked, dash.index),
    })
  }
  if (drafts.length === 0 && (masked.sentence.headline || masked.sentence.kind === "title")) {
    const headline = HEADLINE.exec(text)
    if (headline && canSpeak(headline.groups!.source!)) {
      const from = headline[0].length - headline.groups!.content!.length
      push({
        rule: "claims/headline",
        cue: ":",
        stance: "asserts",
        kind: "indirect",
        speaker: speakerOf(scene, masked, trim(text, 0, headline.groups!.source!.length)),
        content: masked.span(from, text.length),
      })
    }
  }
  return drafts
}

/** "schools that have gone up since and that the government calls “…”": only the last words are who calls. */
function callerOf(masked: Masked, stretch: Stretch): Stretch {
  const subject = subjectBefore(masked, stretch.to)
  return subject !== null && subject.from > stretch.from && canSpeak(masked.text.slice(subject.from, subject.to))
    ? { from: subject.from, to: subject.to }
    : stretch
}

function trim(text: string, from: number, to: number): Stretch {
  while (from < to && /\s/u.test(text[from]!)) from++
  while (to > from && /[\s,]/u.test(text[to - 1]!)) to--
  return { from, to }
}

/** Nouns that look like verbs: "the report", "his long claims"; and participles: "the accused", "a planned visit". */
function isNoun(before: string, form: string): boolean {
  if (/(?:ed|en|id|own|ing)$/u.test(form) && form.length > 4)
    return /\b(?:the|a|an|his|her|their|its|these|those|of|my|our|your|some|new|'s)\s$/iu.test(before)
  if (!NOUNS.test(form)) return false
  return /\b(?:the|a|an|his|her|their|its|this|that|these|those|no|any|of|my|our|your|some|in|for|with|new|by|'s)\s(?:[a-z]+\s)?$/iu.test(
    before,
  )
}

const NOUNS =
  /^(?:reports?|claims?|notes?|states?|posts?|calls?|hopes?|fears?|support|orders?|rules?|estimates?|plans?|attacks?|questions?|doubts?|demands?|promises?|pledges?|shows?|finds?|documents?|blame|stress|favou?r|offers?|dispute|reply|praise|mention|guess|counter|reads?|tweets?|wonder|echo|joke|voice|terms?|labels?|brand|worries|worry|remarks?|thought|decline|refuse|asks?|predicts?)$/iu

/** "…, adding that": the verb belongs to whoever spoke before in the sentence. */
function continues(text: string, at: number): boolean {
  return /(?:^|,\s|and\s)$/u.test(text.slice(0, at)) && /^\p{L}+ing\b/u.test(text.slice(at))
}

type Read = Omit<Draft, "cue">

function readVerb(
  scene: Scene,
  masked: Masked,
  from: number,
  to: number,
  cues: readonly Cue[],
  previous: Speaker | null,
  named: readonly Span[],
): Read | null {
  const { text } = masked
  const after = text.slice(to)
  const before = text.slice(0, from)
  const said = cues.find(({ shape }) => shape === "said")
  const clause = cues.find(({ shape }) => shape === "clause")
  const object = cues.find(({ shape }) => shape === "object")
  const infinitive = cues.find(({ shape }) => shape === "infinitive")
  const naming = cues.find(({ shape }) => shape === "named")
  if (isNoun(before, text.slice(from, to))) return null
  // "people said to be missing": nobody here says it.
  if (
    /^\sto\s(?:be|have)\b/u.test(after) &&
    /^(?:said|reported|alleged|believed|thought|known|feared|estimated)$/u.test(text.slice(from, to))
  )
    return null
  const passive =
    /\b(?:was|were|been|is|are|being|be)\s(?:[a-z]+\s)?$/u.test(before) &&
    /(?:ed|n|ought|aid|told|elt|own)$/u.test(text.slice(from, to))
  if (passive) return null
  // Turned round: "…," said Orazov. — "It rained," Orazov said.
  if (said) {
    const inverted =
      /^(?:\s(?:also|then|later))?\s(?<source>(?:the\s|a\s|an\s)?[^,;.:\ue005-\ue007]{1,90}?)(?=,|\.|;|:|$|\s(?:in|on|at|during|after|when|of the)\s|\s[\ue005-\ue007])/u.exec(
        after,
      )
    const quoted = /[\ue007],?\s*$/u.test(before)
    if (
      quoted &&
      inverted &&
      canSpeak(inverted.groups!.source!) &&
      !/^(?:that|he|she|they|it|to)\b/iu.test(inverted.groups!.source!)
    ) {
      const start = to + inverted[0].length - inverted.groups!.source!.length
      const at = before.lastIndexOf(QUOTE)
      return {
        rule: "claims/quote-said",
        stance: said.stance,
        kind: "direct",
        speaker: speakerOf(scene, masked, trim(text, start, start + inverted.groups!.source!.length)),
        content: inside(masked, at),
      }
    }
    const subject = subjectBefore(masked, from)
    if (subject !== null && canSpeak(text.slice(subject.from, subject.to))) {
      const speaker = speakerOf(scene, masked, subject)
      const lead = text.slice(0, subject.lead ?? subject.from)
      const opening = /[\ue007][,—–-]?\s*$/u.exec(lead)
      const rest = after.replace(/^\s/u, "")
      // 'On “Steppe Hour,” Orazov said the gates were shut': a title, not what he said.
      const title =
        opening &&
        isShort(masked, opening.index) &&
        /^(?:that|the|a|an|he|she|it|they|his|her|there|\ue001|\ue002|\ue003)\s?/u.test(rest)
      if (opening && !title && !/^(?:that\b|[\ue007])/u.test(rest))
        return {
          rule: "claims/quote-said",
          stance: said.stance,
          kind: "direct",
          speaker,
          content: inside(masked, opening.index),
        }
      const ends =
        /^(?:[^\p{L}\ue007]|\s(?:on\s|in\s)?(?:a\s|an\s)?[\ue005]|\s(?:in|on|at|during|to)\s[^.;\ue007]{0,80})*[.;]?\s*$/u.test(
          after,
        )
      const amid = /^(?:\s(?:me|us|reporters|[\ue001\ue002]))?(?:\s(?:on|in|at)?\s?[\ue005])?,\s\p{Ll}/u.test(after)
      if (
        amid &&
        lead.trim().length > 3 &&
        /,\s*$/u.test(lead) &&
        /^(?:say|tell|add|argue|note|explain)$/.test(said.lemma)
      )
        return {
          rule: "claims/said-amid",
          stance: said.stance,
          kind: "indirect",
          speaker,
          content: contentSpan(masked, startBefore(text, subject.from), text.length),
        }
      if (ends && lead.trim().length > 5 && /,\s*$/u.test(lead) && said.lemma !== "continue")
        return {
          rule: "claims/said-last",
          stance: said.stance,
          kind: "indirect",
          speaker,
          content: contentSpan(masked, startBefore(text, subject.from), subject.from),
        }
      return contentAfter(scene, masked, to, said, speaker, named)
    }
    // ", adding that", ", saying", "and said"
    if (
      previous !== null &&
      (/(?:,\s|\s(?:and|but)\s)(?:(?:also|then|later|has|have|had|even|in\s\ue005)\s)*$/u.test(before) ||
        /ing$/u.test(text.slice(from, to)))
    ) {
      const found = contentAfter(scene, masked, to, said, previous, named)
      if (found !== null) return { ...found, rule: "claims/adding" }
    }
    if (/^(?:,?\s(?:that\b|[\ue007])|:\s[\ue007])/u.test(after) && /ing$/u.test(text.slice(from, to))) {
      const first = firstSubject(masked, from)
      if (first !== null) return contentAfter(scene, masked, to, said, speakerOf(scene, masked, first), named)
    }
  }
  const subject = subjectBefore(masked, from)
  const speaks = subject !== null && canSpeak(text.slice(subject.from, subject.to))
  const speaker = speaks
    ? speakerOf(scene, masked, subject!)
    : previous !== null && /\s(?:and|but)\s(?:also\s)?$/u.test(before)
      ? previous
      : null
  if (speaker === null) return null
  if (naming) {
    if (naming.stance === "accuses") {
      const of = /^\s(?:[^,;.]{1,80}?)\sof\s/u.exec(after)
      if (of)
        return {
          rule: "claims/accuses",
          stance: "accuses",
          kind: "indirect",
          speaker,
          content: contentSpan(masked, to + of[0].length, clauseEnd(text, to + of[0].length)),
        }
    } else {
      const as = /^\s(?:[^,;.]{1,80}?)\s?(?:as\s|an?\s|the\s)?(?<q>[\ue007])/u.exec(after)
      if (as) {
        const at = to + as[0].length - 1
        const content = masked.span(at, at + 1)
        if (named.some((span) => span.start === content.start)) return null
        return { rule: "claims/naming", stance: "names", kind: "naming", speaker, content }
      }
      if (naming.lemma !== "call" || !/^\s(?:for|on|to|in)\b/u.test(after)) {
        const to2 = clauseEnd(text, to)
        if (to2 - to > 8)
          return {
            rule: "claims/describes",
            stance: "names",
            kind: "indirect",
            speaker,
            content: contentSpan(masked, to, to2),
          }
      }
      return null
    }
  }
  const turned = clause !== undefined && subject !== null && /,\s*$/u.test(text.slice(0, subject.from))
  if (turned && /^\s*\.?\s*$/u.test(after) && /^(?:show|find|think|believe|hope|fear|expect)$/.test(clause.lemma))
    return {
      rule: "claims/said-last",
      stance: clause.stance,
      kind: "indirect",
      speaker,
      content: contentSpan(masked, startBefore(text, subject.from), subject.from),
    }
  if (
    clause &&
    /^\s(?:that\b|if\b|whether\b|how\b|why\b|what\b|it\b|he\b|she\b|they\b|we\b|i\b|there\b|the\b|[\ue001-\ue004]|his\b|her\b|their\b|this\b|these\b|a\b|an\b|so\b|\d)/iu.test(
      after,
    ) &&
    !/^\s(?:the|a|an|his|her|it|\ue001)\s?(?:[a-z]+)?[.,;]?$/u.test(after)
  ) {
    const guilty = clause.lemma === "find" ? /^\s(?:[^,;.]{1,60}?\s)?(?=guilty\b)/u.exec(after) : null
    const start = to + (guilty?.[0].length ?? 0)
    if (
      /^(?:find|finds|found|finding|see|sees|show|showed|showing|order|orders|ordered|document|documented)$/iu.test(
        text.slice(from, to),
      ) &&
      guilty === null &&
      !/^\s(?:that|how|why|whether|what)\b/u.test(after) &&
      !/^show/u.test(text.slice(from, to))
    )
      return null
    return {
      rule: "claims/thinks",
      stance: clause.stance,
      kind: "indirect",
      speaker,
      content: contentSpan(masked, start, clauseEnd(text, start)),
    }
  }
  if (object && /^\s\S/u.test(after) && !/^\s?[.,;]/u.test(after)) {
    const end = clauseEnd(text, to)
    if (end - to < 4 && !text.slice(to, end).includes(QUOTE)) return null
    if (object.lemma === "attack" || object.lemma === "raise")
      return /\b(?:concerns?|questions?|issues?|policy|policies|record|proposal|comments)\b/u.test(text.slice(to, end))
        ? {
            rule: "claims/criticizes",
            stance: object.stance,
            kind: "indirect",
            speaker,
            content: contentSpan(masked, from, end),
          }
        : null
    return {
      rule: object.stance === "denies" ? "claims/denies" : "claims/criticizes",
      stance: object.stance,
      kind: "indirect",
      speaker,
      content: contentSpan(masked, object.stance === "denies" ? to : from, end),
    }
  }
  if (infinitive && /^\s(?:not\s)?to\s/u.test(after))
    return {
      rule: "claims/wants",
      stance: "asserts",
      kind: "indirect",
      speaker,
      content: contentSpan(masked, to, clauseEnd(text, to)),
    }
  return null
}

/** What is said after the verb: a quotation, a clause, both. */
function contentAfter(
  scene: Scene,
  masked: Masked,
  to: number,
  cue: Cue,
  speaker: Speaker,
  named: readonly Span[],
): Read | null {
  const { text } = masked
  let start = to
  // Whom and when: "told reporters on Monday that", "said in a statement".
  const lead =
    /^(?:\s(?:also|again|then|later|further))?(?:\s(?:to\s|the\s|a\s|an\s|his\s|her\s|its\s)?(?:reporters|journalists|[\ue001-\ue004](?:\s(?:news|television|radio|TV|reporters|journalists))?|(?:the\s)?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,3}(?=,?\s(?:that\b|\ue007))|me|us|him|her|them|voters|supporters|police|lawmakers|investigators|the court|crowd|an audience))?(?:,?\s(?:on|in|at|during|late|early|this|last|by|via|after|before|when)\s[^,;:\ue007]{0,80}?(?=,?\s(?:that\b|\ue007)|:|,)|,?\s[\ue005])*/u.exec(
      text.slice(to),
    )
  if (lead && lead[0].length > 0) {
    const after = text.slice(to + lead[0].length)
    if (
      /^[,:]?\s?(?:that\b|[\ue007])|^,\s|^:/u.test(after) ||
      cue.lemma === "tell" ||
      cue.lemma === "ask" ||
      cue.lemma === "warn" ||
      /^(?:,?\s[\ue005])+$/u.test(lead[0])
    )
      start = to + lead[0].length
  }
  const rest = text.slice(start)
  const quote = /^[,:]?\s*(?:that\s)?(?:[a-z\s]{0,12})?(?<q>[\ue007])/u.exec(rest)
  if (quote) {
    const at = start + quote[0].length - 1
    const content = inside(masked, at)
    const long = masked.thing(at)
    const words = long ? long.span.end - long.span.start : 0
    // A short quotation inside a clause is only a part of what is said.
    const led = /\p{L}/u.test(quote[0].replace(/^[,:]?\s*(?:that\s)?/u, ""))
    if (words > 40 || (!led && (/^[.,;]?\s*$/u.test(text.slice(at + 1)) || !/^\s[a-z]/u.test(text.slice(at + 1)))))
      return { rule: "claims/said-quote", stance: stanceOf(cue, scene, content), kind: "direct", speaker, content }
  }
  if (/^\s*[.;!?]*\s*$/u.test(rest)) return null
  if (/^[,.;]/u.test(rest) && !/^,\s(?:that\b|[\ue007])/u.test(rest)) {
    if (cue.lemma !== "say" && cue.lemma !== "add") return null
  }
  if (
    /^(?:continue|echo|report|post|ask|tell|inform|assure|state|respond|reply|repeat|read|mock)$/.test(cue.lemma) &&
    !/^,?\s?(?:that\b|[\ue007]|:|how\b|what\b|why\b|whether\b|if\b|[\ue001-\ue004]|to\b|about\b|he\b|she\b|they\b|it\b|there\b|the\b)/u.test(
      rest.trimStart(),
    )
  )
    return null
  if (/^(?:continue|state|read)$/.test(cue.lemma) && !/^[,:]?\s?(?:that\b|[\ue007])/u.test(rest)) return null
  const end = clauseEnd(text, start)
  if (end - start < 6) return null
  const content = contentSpan(masked, start, end)
  if (named.some((span) => span.start === content.start && span.end === content.end)) return null
  return { rule: "claims/said", stance: stanceOf(cue, scene, content), kind: "indirect", speaker, content }
}

function stanceOf(cue: Cue, scene: Scene, content: Span): ReadClaim["stance"] {
  const words = scene.text.slice(content.start, content.end)
  if (
    /\b(?:not|never|n't)\b[^.]{0,40}\bguilty\b|\binnocent\b|\b(?:no|not any) (?:evidence|truth|wrongdoing)\b/iu.test(
      words,
    )
  )
    return "denies"
  return cue.stance
}

/** The end of what is said: the next one who speaks, or the end of the sentence. */
function clauseEnd(text: string, from: number): number {
  const stop =
    /,\s(?:(?:adding|saying|noting|arguing|according|citing|calling|warning|claiming|telling|while|whereas|although)\b|(?:he|she|they|[\ue001\ue002])\s(?:said|says|added|told|wrote|noted)\b)|\s(?:and|but)\s(?:also\s|has\s|then\s|later\s)?(?:said|says|added|warned|told|called|accused|wrote|noted|urged|claimed|insisted|vowed|denied|described|fined|sentenced|ordered|argued|announced|suggested)\b|;|\.\s*$|\.$/u.exec(
      text.slice(from),
    )
  return stop ? from + stop.index : text.length
}

/** Where the clause that ends at `end` begins: after a full stop, a quotation or a connective. */
function startBefore(text: string, end: number): number {
  const lead = text.slice(0, end)
  const cut = Math.max(lead.lastIndexOf(";"), lead.lastIndexOf(QUOTE), lead.lastIndexOf("--"))
  return cut < 0 ? 0 : cut + 1
}

/** A quotation of at most five words. */
function isShort(masked: Masked, at: number): boolean {
  const thing = masked.thing(at)
  return thing?.sign === "Q" && thing.span.end - thing.span.start < 36
}

function inside(masked: Masked, at: number): Span {
  const thing = masked.thing(at)
  if (thing?.sign !== "Q") return masked.span(at, at + 1)
  const { start, end } = thing.quotation.inside
  return { start, end }
}

/** A span for content: full stops, brackets and commas at its ends left out. */
function contentSpan(masked: Masked, from: number, to: number): Span {
  const { text } = masked
  while (from < to && /[\s,;:.—–-]/u.test(text[from]!)) from++
  while (to > from && /[\s,;:.]/u.test(text[to - 1]!)) to--
  return masked.span(from, to)
}

/** The name a sentence begins with: the subject of a participle further on. */
function firstSubject(masked: Masked, before: number): Stretch | null {
  const first = masked.between(0, before, "P", "O")[0]
  return first === undefined ? null : { from: first.at, to: first.at + 1 }
}

function bareQuotation(masked: Masked): Span | null {
  const { text } = masked
  const at = text.indexOf(QUOTE)
  if (at < 0 || /\p{L}/u.test(text.replace(QUOTE, "")) || text.indexOf(QUOTE, at + 1) >= 0) return null
  const span = inside(masked, at)
  return span.end - span.start > 25 ? span : null
}

/** A source ends before a verb or a clause of its own. */
function sourceEnd(text: string, from: number, to: number): Stretch {
  const stop =
    /\s(?:who|which|that|released|published|conducted|and the|in a|in an|as|at the time|when|while|said|says)\b|\s[\ue005]/u.exec(
      text.slice(from, to),
    )
  return trim(text, from, stop ? from + stop.index : to)
}

function finish(scene: Scene, masked: Masked, draft: Draft, quantities: readonly ReadQuantity[]): FoundClaim {
  const { content, speaker } = draft
  const { sentence } = masked
  const around = scene.text.slice(sentence.start, sentence.end)
  const words = scene.text.slice(content.start, content.end)
  const setting = SETTING.exec(masked.text)
  const settingSpan = setting === null ? null : masked.span(setting.index, setting.index + setting[0].length)
  const apart = settingSpan === null || settingSpan.end <= content.start || settingSpan.start >= content.end
  const spoken = /\bin\s(English|Russian|Kazakh|Uyghur|Uighur|Chinese|Mandarin|Turkish|Arabic|French|Spanish)\b/u.exec(
    around,
  )
  return {
    speaker: speaker?.speaker ?? null,
    speakerText: speaker?.speakerText ?? null,
    stance: draft.stance,
    kind: draft.kind,
    cue: draft.cue,
    source: speaker?.source ?? null,
    content,
    via: null,
    setting:
      settingSpan !== null && apart ? scene.text.slice(settingSpan.start, settingSpan.end).replace(/\s+/gu, " ") : null,
    spokenIn: spoken ? LANGUAGES[spoken[1]!]! : null,
    hedge: HEDGE.exec(words)?.[0].toLowerCase() ?? null,
    quantity:
      quantities.find(
        (quantity) =>
          quantity.start >= content.start &&
          quantity.end <= content.end &&
          quantity.unit !== null &&
          !/^(?:years?|months?|days?|weeks?|hours?|percent)$/u.test(quantity.unit),
      ) ??
      quantities.find((quantity) => quantity.start >= content.start && quantity.end <= content.end) ??
      null,
    counters: [],
    more: [],
    rule: draft.rule,
    sentence: { start: sentence.start, end: sentence.end },
  }
}
