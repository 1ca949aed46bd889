import type { Span } from "../../model/passage.js"
import type { Grave } from "../../model/proposal.js"

interface Told {
  readonly type?: string
  readonly passages: readonly Span[]
}

/** Minors: an age under eighteen, or a word for one. */
const MINOR =
  /\b(?:1[0-7]|[1-9])[- ]year[- ]old\b|\baged? (?:1[0-7]|[1-9])\b|\b(?:minors?|child(?:ren)?|schoolgirls?|schoolboys?|schoolchildren|teenagers?|teenage|infants?|toddlers?|bab(?:y|ies))\b/iu
const SEXUAL = /\b(?:rape[ds]?|raping|sexual(?:ly)?|gang-?rape\p{L}*|molest\p{L}*|sodom\p{L}*)\b/iu
const DEATH = /\b(?:killed|killing|murder\p{L}*|died|dies|death|dead|executed|assassinat\p{L}*|shot dead)\b/iu
const CONFESSION = /\b(?:confess\p{L}*|pleaded guilty|pled guilty|admitted (?:guilt|to|his|her|the))\b/iu

/** The passage with the beginning of its sentence: "A 15-year-old student, …, was detained". */
function sentenceAround(text: string, { start, end }: Span): string {
  const lead = text.slice(Math.max(0, start - 200), start)
  const cut = Math.max(lead.lastIndexOf("\n"), lead.lastIndexOf(". "), lead.lastIndexOf("” "))
  return lead.slice(cut + 1) + text.slice(start, end)
}

/** What is never decided in a batch: deaths, confessions, minors, sexual violence. Null otherwise. */
export function graveOf(text: string, { type, passages }: Told): Grave | null {
  const words = passages.map((span) => sentenceAround(text, span)).join(" ")
  if (SEXUAL.test(words)) return "sexual_violence"
  if (type === "killing" || DEATH.test(words)) return "death"
  if (MINOR.test(words)) return "minor"
  if (CONFESSION.test(words)) return "confession"
  return null
}
