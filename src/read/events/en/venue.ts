import type { Span } from "../../../model/passage.js"
import { type Match, type Rule, rule } from "./rule.js"

const CASE =
  "(?:it|the (?:[a-z-]+ )?(?:trial|case|hearing|proceedings|process)|(?:his|her|their|{P}'s) (?:trial|case|hearing))"
const REASON =
  "(?:,[^.;]{0,80}?)?,?\\s(?:because|since|as|on the grounds that|saying that|arguing that)\\s(?<reason>[^.;]{5,220})"

/** A case that goes on elsewhere: who moved it, from where, to where and why. */
export const VENUE: readonly Rule[] = [
  rule(
    "change_of_venue/ruled",
    "ruled decided ordered said",
    `{BENCH}{ADV}*\\s(?:ruled|decided|ordered|determined)\\sthat\\s${CASE}\\s(?:must|should|will|would|shall|has to|had to|is to|be|was to)?\\s?(?:be\\s)?(?:continued?|moved|transferred|held|take place|proceed|resume|heard|go on|relocated|conducted)\\s(?:in|to|at|before|by)\\s(?:[a-z]+\\s){0,3}?(?<to>{L}|{O})(?:${REASON})?`,
    (match) => moved(match),
  ),
  rule(
    "change_of_venue/moved-it",
    "moved transferr relocat",
    `{BENCH}{ADV}*\\s(?:moved|transferred|relocated)\\s${CASE}\\s(?:from\\s(?:[a-z]+\\s){0,3}?(?<from>{L}|{O})\\s)?to\\s(?:[a-z]+\\s){0,3}?(?<to>{L}|{O})(?:${REASON})?`,
    (match) => moved(match),
  ),
  rule(
    "change_of_venue/granted",
    "granted approved",
    `{BENCH}{ADV}*\\s(?:granted|approved|accepted|agreed to|allowed)\\s(?:[a-z']+\\s){0,4}?(?:request|motion|petition|application)\\s(?:of\\s[^,;.]{1,40}?\\s)?(?:to|for the)\\s(?:move|transfer|relocate|transfer of|relocation of)\\s${CASE}\\s(?:from\\s(?:[a-z]+\\s){0,3}?(?<from>{L}|{O})\\s)?to\\s(?:[a-z]+\\s){0,3}?(?<to>{L}|{O})(?:${REASON})?`,
    (match) => moved(match),
  ),
  rule(
    "change_of_venue/transfer-of",
    "transfer relocat",
    `\\b(?:ordered|approved|announced|decided on)\\s(?:the\\s)?(?:transfer|relocation)\\sof\\s${CASE}\\s(?:from\\s(?:[a-z]+\\s){0,3}?(?<from>{L}|{O})\\s)?to\\s(?:[a-z]+\\s){0,3}?(?<to>{L}|{O})(?:${REASON})?`,
    (match) => moved(match),
  ),
  rule(
    "change_of_venue/was-moved",
    "moved transferr relocat",
    `(?:\\b[Tt]he|\\b[Hh]is|\\b[Hh]er|(?<who>{P})'s)\\s(?:[a-z-]+\\s)?(?:trial|case|hearing|proceedings)(?:\\s(?:was|has been|had been|is being|were|will be|would be)){ADV}*\\s(?:moved|transferred|relocated)\\s(?:from\\s(?:[a-z]+\\s){0,3}?(?<from>{L}|{O})\\s)?to\\s(?:[a-z]+\\s){0,3}?(?<to>{L}|{O})(?:${REASON})?`,
    (match) => moved(match),
  ),
]

function moved(match: Match) {
  const { masked } = match
  const thing = (group: string) => {
    const at = match.at(group)
    return at === null ? null : (masked.between(at[0], at[1], "L", "O")[0]?.thing.mention.entity ?? null)
  }
  const to = thing("to")
  // The trial's own place stands before: "started in A, but the judge ruled that it must continue in B".
  const before = masked.between(0, match.from, "L").at(-1)?.thing.mention.entity ?? null
  const from = thing("from") ?? (before === to ? null : before)
  const stated = match.groups.reason === undefined ? reasonAfter(match) : null
  const reason = stated?.span ?? match.span("reason")
  const words = stated?.words ?? match.groups.reason ?? ""
  const alleged = /\balleged(?:ly)?\b|\bcommitted\b|\bcrimes?\b|\boffen[cs]es?\b/u.test(words)
  const at = match.at("reason")
  const named = at === null ? undefined : masked.between(at[0], at[1], "L")[0]?.thing.mention.entity
  const allegedAt = alleged ? (named ?? (/^(?:that|it|this) is where\b|\bthere\b/u.test(words) ? to : null)) : null
  const people = match.groups.who === undefined ? [] : match.people("who")
  return {
    type: "change_of_venue",
    people,
    place: from,
    to,
    from,
    reason,
    allegedAt,
    court: null,
    by: match.bench().by,
    inherits: true,
  }
}

/** "She said that most witnesses live there.": the judge's reason, when the next sentence gives it. */
function reasonAfter({ scene, index }: Match): { span: Span; words: string } | null {
  const next = scene.spoken[index + 1]
  if (next === undefined || next.sentence.kind !== scene.sentences[index]!.kind) return null
  const said =
    /^(?:He|She|It|[Tt]he (?:judge|court)|\ue001)\s(?:said|explained|reasoned|argued|noted)(?:\sthat)?\s(?<reason>[^.]{8,240})/u.exec(
      next.text,
    )
  if (said === null) return null
  const words = said.groups!.reason!
  const from = said[0].length - words.length
  return { span: next.span(from, said[0].length), words }
}
