import type { Scene } from "../events/scene.js"
import type { FoundClaim } from "./index.js"

/** Kinds of thing that two sides name differently; a claim about one answers a claim about the same. */
const TOPICS: readonly RegExp[] = [
  /\b(?:camps?|cent(?:er|re)s?|facilit(?:y|ies)|intern(?:ed|ment)|detention|prisons?)\b/iu,
  /\b(?:tortur\p{L}*|abuse[ds]?|ill-treat\p{L}*|beaten|humiliat\p{L}*|mistreat\p{L}*)\b/iu,
  /\b(?:kill\p{L}*|death|died|murder\p{L}*|massacre|dead)\b/iu,
  /\b(?:allegations?|accusations?|claims?|reports?)\b/iu,
  /(?<!\p{L})(?:лагер|центр\p{L}{0,2}(?!\p{L})|тюрьм|учреждени|академи|насильно|удержива|содерж|держ[аи]т|лагерь|түрме|академия|ұстал|жатақхана|пропавш|жоғалған|алып кет)/iu,
  /(?<!\p{L})(?:пыт(?:ки|ок|кам)|избиени|избива|издева|азапта|қинау|ұрып)/iu,
  /(?<!\p{L})(?:убийств|уби(?:т|ли)|смерт|погиб|өлтір|қаза)/iu,
]

const GUILT = /\b(?:guilty|guilt|innocent|innocence|charges?)\b|(?<!\p{L})(?:вин(?:у|ы|а|ой|овн)|обвинени|кінә|айып)/iu

/** How many claims back an answer may reach. */
const REACH = 8

/** A denial, or another name for the same thing by another speaker, answers what was claimed before it. */
export function answers(claims: readonly FoundClaim[], scene: Scene): FoundClaim[] {
  const words = claims.map(({ content }) => scene.text.slice(content.start, content.end))
  return claims.map((claim, at) => {
    const denies = claim.stance === "denies"
    if (claim.speaker === null || claim.kind === "naming" || !(denies || renames(words[at]!))) return claim
    const pleads = denies && GUILT.test(words[at]!)
    const counters: number[] = []
    for (let back = at - 1; back >= Math.max(0, at - REACH); back--) {
      const other = claims[back]!
      if (other.speaker === claim.speaker || other.stance === "denies" || other.kind === "naming") continue
      if (/^(?:ruled|found|ordered|decided)$/u.test(other.cue)) continue
      const answered = pleads
        ? other.stance === "accuses"
        : TOPICS.some((topic) => topic.test(words[at]!) && topic.test(words[back]!))
      if (answered || (denies && other.stance === "accuses" && at - back === 1)) counters.push(back)
    }
    return { ...claim, counters: counters.reverse() }
  })
}

/** "the facilities are “schools”": a thing spoken of before gets another name. */
function renames(words: string): boolean {
  return (
    /\b(?:the|these|those|such)\s\p{L}+\s(?:are|is|were|was)\s(?:merely\s|only\s|in fact\s|actually\s|a\s|an\s)*["“'‘]/iu.test(
      words,
    ) || /\b(?:there (?:are|is|were|was) no|do(?:es)? not exist|never existed)\b/iu.test(words)
  )
}
