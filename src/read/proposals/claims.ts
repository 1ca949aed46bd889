import type { Span } from "../../model/passage.js"
import type { FoundClaim } from "../claims/index.js"
import { lastBefore } from "../claims/turns.js"
import { graveOf } from "./grave.js"
import { claimRef, type Draft, draftOf, type Material } from "./index.js"
import { code, entity, identifier, Statements, text } from "./statements.js"
import { tellerOf } from "./testimony.js"

/** One proposal for each claim. Who says it may stay unknown; that it is said stands by its own words. */
export function proposeClaims(material: Material): Draft[] {
  const drafts = material.claims.flatMap((claim, at) => proposeClaim(material, claim, at))
  return material.testimony ? [...drafts, ...told(material, material.claims.length)] : drafts
}

function proposeClaim({ scene, lang }: Material, claim: FoundClaim, at: number): Draft[] {
  const { content, source, quantity } = claim
  const whole =
    source === null ? content : { start: Math.min(source.start, content.start), end: Math.max(source.end, content.end) }
  // A speaker named a paragraph before stands apart from his words.
  const apart = source !== null && whole.end - whole.start > claim.sentence.end - claim.sentence.start
  const passages: [Span, ...Span[]] = apart ? [source, content] : [whole]
  const own = new Statements(claimRef(at), "Claim", lang, passages)
  const known = claim.speaker === null ? undefined : scene.entities.get(claim.speaker)
  if (known && known.kind !== "Group") own.add("speaker", entity(claim.speaker))
  own.add("speakerText", text(claim.speakerText)).add("stance", code(claim.stance)).add("speech", code(claim.kind))
  const all: [Span, ...Span[]] = [content, ...claim.more]
  own.add("words", text(all.map(({ start, end }) => scene.text.slice(start, end)).join(" … ")), { passages: all })
  const passedOn = claim.via === null ? undefined : scene.entities.get(claim.via)
  if (passedOn?.kind === "Person" || passedOn?.kind === "Organization") own.add("via", entity(claim.via))
  if (claim.rule === "claims/turn") for (const person of spokenOf(scene, claim)) own.add("about", entity(person))
  const said: { passages: [Span] } = { passages: [claim.sentence] }
  own
    .add("setting", text(claim.setting), said)
    .add("hedge", text(claim.hedge), { passages: [content] })
    .add("cue", text(claim.cue === ":" ? null : claim.cue), said)
    .add("spokenIn", identifier(claim.spokenIn), said)
  if (quantity !== null) {
    const { words, low, high, unit, approximate, start, end } = quantity
    own.add("quantity", { type: "quantity", words, low, high, unit, approximate }, { passages: [{ start, end }] })
  }
  for (const counter of claim.counters) own.add("counters", entity(claimRef(counter)))
  const score = claim.speaker !== null || claim.stance === "accuses" ? 0.8 : 0.6
  return draftOf({
    rule: claim.rule,
    score,
    about: claimRef(at),
    schema: "Claim",
    grave: graveOf(scene.text, { passages: [content] }),
    statements: own.list,
  })
}

/** The people an answer speaks of. */
function spokenOf({ mentions, sentences }: Material["scene"], { content, speaker, sentence }: FoundClaim): Set<string> {
  const people = new Set<string>()
  const from = lastBefore(sentences, sentence.start)?.index ?? 0
  for (let at = from; at < sentences.length && sentences[at]!.start < content.end; at++)
    for (const { kind, entity: person, start } of mentions[at]!)
      if (kind === "Person" && person !== speaker && start >= content.start && start < content.end) people.add(person)
  return people
}

/** From a testimony every event and every standing fact is only what its teller says. */
function told({ scene, events, facts, claims, lang }: Material, from: number): Draft[] {
  const teller = tellerOf(scene)
  const said = [
    ...events.map((event) => ({ ...event, about: event.people })),
    ...facts.map((fact) => ({ ...fact, about: [fact.subject] })),
    // What stands within a claim is said there already, and by whom.
  ].filter(
    ({ passages: [{ start, end }] }) => !claims.some(({ content }) => content.start < end && start < content.end),
  )
  return said.flatMap(({ about, passages, rule }, at): Draft[] => {
    const [passage] = passages
    const own = new Statements(claimRef(from + at), "Claim", lang, [passage])
    if (teller === null) own.add("speakerText", text("the teller"))
    else own.add("speaker", entity(teller)).add("speakerText", text(scene.entities.get(teller)!.name))
    own.add("stance", code("asserts")).add("speech", code("direct"))
    own.add("words", text(scene.text.slice(passage.start, passage.end)))
    for (const one of about) own.add("about", entity(one))
    return draftOf({
      rule: `testimony/${rule}`,
      score: 0.6,
      about: claimRef(from + at),
      schema: "Claim",
      grave: graveOf(scene.text, { passages }),
      statements: own.list,
    })
  })
}
