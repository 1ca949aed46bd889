import type { Scene } from "../events/scene.js"
import type { FoundClaim } from "./index.js"

/** Kinds of thing that two sides name differently; a claim about one answers a claim about the same. */
const TOPICS: readonly RegExp[] = [
  /\b(?:camps?|cent(?:er|re)s?|facilit(?:y|ies)|intern(?:ed|ment)|detention|prisons?)\b/iu,
  /\b(?:tortur\p{L}*|abuse[ds]?|ill-treat\p{L}*|beaten|humiliat\p{L}*|mistreat\p{L}*)\b/iu,
  /\b(?:kill\p{L}*|death|died|murder\p{L}*|massacre|dead)\b/iu,
  /\b(?:guilty|crimes?|charges?|accus\p{L}*|extremis\p{L}*|terroris\p{L}*|incit\p{L}*)\b/iu,
  /\b(?:allegations?|accusations?|claims?|reports?)\b/iu,
]

/** How many claims back an answer may reach. */
const REACH = 8

/** A denial, or another name for the same thing by another speaker, answers what was claimed before it. */
export function answers(claims: readonly FoundClaim[], scene: Scene): FoundClaim[] {
  const words = claims.map(({ content }) => scene.text.slice(content.start, content.end))
  return claims.map((claim, at) => {
    const disputes = claim.stance === "denies" || claim.stance === "names" || renames(words[at]!)
    if (!disputes || claim.speaker === null) return claim
    const counters: number[] = []
    for (let back = at - 1; back >= Math.max(0, at - REACH); back--) {
      const other = claims[back]!
      if (other.speaker === claim.speaker || other.stance === "denies" || other.kind === "naming") continue
      if (TOPICS.some((topic) => topic.test(words[at]!) && topic.test(words[back]!))) counters.push(back)
    }
    return { ...claim, counters: counters.reverse() }
  })
}

/** "the facilities are “schools”": a thing spoken of before gets another name. */
function renames(words: string): boolean {
  return (
    /\b(?:the|these|those|such)\s\p{L}+\s(?:are|is|were|was)\s(?:merely\s|only\s|in fact\s|actually\s|a\s|an\s)*["“'‘]/iu.test(
      words,
    ) || /\b(?:there (?:are|is|were|was) no|do(?:es)? not exist|never existed|so-called)\b/iu.test(words)
  )
}
