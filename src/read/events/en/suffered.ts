import { type Draft, type Match, type Rule, rule } from "./rule.js"

interface Words {
  readonly type: string
  readonly stems: string
  /** Past participles, as a pattern: "was arrested". */
  readonly done: string
  /** Past tense with an object, as a pattern; null when the participle does. */
  readonly did?: string
  /** Nouns for it: "the arrest of", "her arrest". */
  readonly noun?: string
  readonly kind?: string
  readonly act?: string
  readonly violation?: string
}

/**
 * The four ways English tells what was done to someone: "Orazov was arrested", "Orazov, arrested in May,",
 * "police arrested Orazov", "the arrest of Orazov". A modal before the verb ("could be arrested") makes none of them.
 */
export function suffered(words: Words): Rule[] {
  const { type, stems, done, noun } = words
  const did = words.did ?? done
  const base = { type, kind: words.kind ?? null, act: words.act ?? null, violation: words.violation ?? null }
  const make = (match: Match, by: readonly string[] = []): Draft => ({ ...base, people: match.people("who", by), by })
  const rules = [
    rule(
      `${type}/was`,
      stems,
      `{SUBJECT}{APPO}{BE}\\s(?:${done})\\b(?:[^.;,]{0,50}?\\sby\\s(?<by>(?:[a-z-]+\\s){0,3}?{BY}))?`,
      (match) => make(match, match.bodies("by")),
    ),
    rule(
      `${type}/who-was`,
      stems,
      `(?<who>{P})(?:,\\s[^;.{P}]{1,90}?)?,(?:\\swho\\s(?:has\\sbeen|had\\sbeen|was|were))?{ADV}*\\s(?:${done})\\b(?!\\s(?:the|a|an|his|her|their|{P}|that)\\b)`,
      (match) => make(match),
    ),
    rule(
      `${type}/did`,
      stems,
      `(?<by>{BY})(?:,[^;.]{1,80}?,)?(?:\\s[a-z]+){0,4}?(?:\\s(?:have|has|had))?{ADV}*\\s(?:${did})\\s{WORDS}{OBJECT}`,
      (match) => {
        const by = match.masked
          .between(match.at("by")![0], match.at("by")![1], "O", "P")
          .map(({ thing }) => thing.mention.entity)
        const draft = make(match, by)
        return draft.people!.some((person) => by.includes(person)) ? null : draft
      },
    ),
  ]
  rules.push(
    // "was beaten in May and later arrested"
    rule(
      `${type}/and-was`,
      stems,
      `(?<who>{P})[^;.{P}]{0,90}?\\s(?:was|were|been)\\s[^;.{P}]{3,80}?,?\\s(?:and|but|then|before being|only to be)(?:\\s(?:was|were|later|then|subsequently|eventually|finally))*\\s(?:${done})\\b(?!\\s(?:the|a|an|his|him|her|their|them|{P})\\b)`,
      (match) => make(match),
    ),
  )
  // "raided the house and arrested him": the subject stands elsewhere, or is nobody we know.
  rules.push(
    rule(
      `${type}/and-did`,
      stems,
      `(?<!\\b(?:was|were|been|being|is|are|be|not|never|to|get|got)(?:\\s[a-z]+ly)?\\s)\\b(?:${did})\\s{WORDS}{OBJECT}`,
      (match) => make(match),
    ),
  )
  if (noun !== undefined) {
    rules.push(
      rule(
        `${type}/of`,
        stems,
        `\\b(?:${noun})\\sof\\s(?:(?:[a-z'-]+|{G}|{L}|{O}),?\\s){0,6}?(?<who>{P}(?:(?:, and |, | and ){P}){0,5})`,
        (match) => make(match),
      ),
      rule(
        `${type}/whose`,
        stems,
        `(?:(?<who>{P})'s|\\b(?<her>[Hh]is|[Hh]er))\\s(?:[a-z-]+\\s){0,2}?(?:${noun})\\b(?!\\s(?:of|to|for)\\b)`,
        (match) => ({
          ...base,
          people: match.people(match.groups.who === undefined ? "her" : "who"),
        }),
      ),
    )
  }
  return rules
}
