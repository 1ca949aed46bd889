import type { Span } from "../../model/passage.js"
import type { FoundClaim } from "./index.js"

const within = (inner: Span | null, outer: Span) =>
  inner === null || (inner.start >= outer.start && inner.end <= outer.end)

/** "X said that Y had told him …": what Y told is known from X, whoever says it last. */
export function nested(claims: readonly FoundClaim[]): FoundClaim[] {
  return claims.map((claim, at) => {
    if (claim.via !== null) return claim
    let closest: FoundClaim | null = null
    // A claim stands beside those of its own sentence.
    for (let near = Math.max(0, at - 8); near < Math.min(claims.length, at + 8); near++) {
      const outer = claims[near]!
      const holds =
        near !== at &&
        outer.kind !== "naming" &&
        outer.speaker !== null &&
        outer.speaker !== claim.speaker &&
        outer.sentence.start === claim.sentence.start &&
        outer.content.end - outer.content.start > claim.content.end - claim.content.start &&
        within(claim.content, outer.content) &&
        within(claim.source, outer.content)
      if (holds && (closest === null || within(outer.content, closest.content))) closest = outer
    }
    return closest === null ? claim : { ...claim, via: closest.speaker }
  })
}
