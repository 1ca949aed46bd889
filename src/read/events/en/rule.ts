import type { Span } from "../../../model/passage.js"
import type { ReadEvent } from "../../../model/reading.js"
import type { FoundDate } from "../../dates/index.js"
import { type Masked, pattern } from "../../sentences/masked.js"
import type { Scene } from "../scene.js"

/** What a rule makes of a match; the engine adds the date, the place and the passage where the rule is silent. */
export type Draft = { readonly type: string } & Partial<Omit<ReadEvent, "type" | "date">> & {
    /** Null: this event has no date of its own. Undefined: the nearest in the clause. */
    readonly date?: FoundDate | null
    /** "The judge also ruled": dated by the hearing just told of. */
    readonly inherits?: boolean
  }

/** One rule reads one thing. `stems`: the rule looks only at sentences that hold one of these beginnings of words. */
export interface Rule {
  readonly name: string
  readonly stems: readonly string[]
  readonly pattern: RegExp
  readonly read: (match: Match) => Draft | readonly Draft[] | null
}

/** A rule's match in a masked sentence. */
export class Match {
  readonly scene: Scene
  readonly masked: Masked
  readonly index: number
  readonly groups: Readonly<Record<string, string | undefined>>
  private readonly indices: Readonly<Record<string, readonly [number, number] | undefined>>
  readonly from: number
  readonly to: number

  constructor(scene: Scene, masked: Masked, match: RegExpMatchArray & { indices?: RegExpIndicesArray }) {
    this.scene = scene
    this.masked = masked
    this.index = masked.sentence.index
    this.groups = match.groups ?? {}
    this.indices = (match.indices?.groups ?? {}) as Record<string, readonly [number, number] | undefined>
    this.from = match.index!
    this.to = match.index! + match[0].length
  }

  at(group: string): readonly [number, number] | null {
    return this.indices[group] ?? null
  }

  span(group: string): Span | null {
    const at = this.at(group)
    return at === null ? null : this.masked.span(at[0], at[1])
  }

  words(group: string): string | null {
    const span = this.span(group)
    return span === null ? null : this.scene.text.slice(span.start, span.end).replace(/\s+/g, " ")
  }

  /** The people a group names, pronouns and "the activist" included. */
  people(group: string, not: readonly string[] = []): string[] {
    const at = this.at(group)
    if (at === null) return []
    const named = this.masked.between(at[0], at[1], "P").map(({ thing }) => thing.mention.entity)
    if (named.length > 0) return [...new Set(named)]
    const words = this.groups[group]!.trim().toLowerCase()
    if (/^(?:they|them)$/.test(words)) return []
    const role = /\s/.test(words) ? words.split(/\s+/).at(-1)! : null
    const person = this.scene.focus.person(this.index, this.masked.span(at[0], at[1]).start, role, not)
    return person === null ? [] : [person]
  }

  /** Organisations (and places that stand for a state) a group names. */
  bodies(group: string): string[] {
    const at = this.at(group)
    if (at === null) return []
    return [...new Set(this.masked.between(at[0], at[1], "O").map(({ thing }) => thing.mention.entity))]
  }

  /** Who ruled: a court is a court, a judge by name only rules. */
  bench(): { court: string | null; by: string[] } {
    const at = this.at("bench")
    if (at === null) return { court: null, by: [] }
    const things = this.masked.between(at[0], at[1], "O", "P")
    return {
      court: things.find(({ thing }) => thing.sign === "O")?.thing.mention.entity ?? null,
      by: things.map(({ thing }) => thing.mention.entity),
    }
  }

  place(group: string): string | null {
    const at = this.at(group)
    if (at === null) return null
    return this.masked.between(at[0], at[1], "L")[0]?.thing.mention.entity ?? null
  }
}

const ROLE =
  "activist|lawyer|attorney|journalist|reporter|editor|blogger|writer|author|poet|defendant|suspect|accused|convict|prisoner|detainee|inmate|dissident|defender|campaigner|politician|leader|opposition leader|professor|academic|scholar|student|teacher|doctor|victim|photographer|photojournalist|singer|artist|filmmaker|cleric|imam|priest|pastor|monk|businessman|businesswoman|researcher|unionist|environmentalist|environmental defender|woman|man|teenager|boy|girl|lawmaker|senator|mayor|councillor|farmer|couple|pair|duo|columnist|publisher|broadcaster|comedian|rapper|musician|youtuber|whistleblower"

/** Fragments that patterns share. */
export const PARTS: Readonly<Record<string, string>> = {
  WHO: `(?<who>{PEOPLE}|\\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]im|[Hh]er|[Tt]hem)\\b|{THE})`,
  // Who may stand before a verb, and who after it.
  SUBJECT: "(?<who>{PEOPLE}|\\b(?:[Hh]e|[Ss]he|[Tt]hey)\\b|{THE})",
  OBJECT: "(?<who>{PEOPLE}|\\b(?:him|her)\\b(?!\\s[a-z]+(?:er|or|ist)\\b)|{THE})",
  PEOPLE: "{P}(?:(?:, and |, | and |, as well as | along with ){P}){0,9}",
  THE: `\\b[Tt]he (?:[a-z-]+ ){0,2}?(?:${ROLE})\\b`,
  // Who may rule: a court by name, "the judge", "Judge Dana Orazova".
  BENCH:
    "(?<bench>{O}|{P}|\\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Aa]n)\\s(?:[a-z-]+\\s){0,3}?(?:judge|court|tribunal|magistrate|jury|panel|bench|prosecutor|investigator)s?(?:\\sin\\s{L})?)",
  // Words between a verb and its object: "arrested the well-known activist", "detained two miners, including".
  WORDS:
    "(?:(?:(?!(?:by|for|in|on|at|from|to|with|that|who|and|after|as|when|of|over|his|her|their)\\b)[a-z'\"-]+,?|{G}|{L}|{O})\\s){0,6}?(?:{O}'s\\s)?",
  // ", a lawyer from Almaty," or " (34)"
  APPO: "(?:,\\s(?!{P})[^;.{Q}]{1,120}?,|\\s\\([^)]{1,60}\\)|,(?=\\s(?:has|have|had|was|were|is|are)\\b))?",
  ADV: "(?:\\s(?:also|later|then|again|now|already|since|even|first|once|twice|not only|both|all|either|being|still|{D}|on {D}|in {D}|in {L}|[a-z]+ly))",
  BE: "(?:\\s(?:has|have|had))?{ADV}*\\s(?:was|were|been|being|is|are|got|gets?){ADV}*(?:\\sbeen|\\sbeing)?{ADV}*",
  BY: "(?:{O}|{P}|{L}|[Pp]olice(?: officers| forces)?|(?:[a-z]+ )?[Aa]uthorities|(?:[a-z]+ )?[Ss]ecurity (?:forces|services?|agents|officers|officials|personnel)|(?:[a-z]+ )?[Oo]fficers|(?:[a-z]+ )?[Aa]gents|(?:[a-z]+ )?[Oo]fficials|(?:[a-z]+ )?[Gg]unmen|(?:[a-z]+ )?[Mm]ilitants|(?:[a-z]+ )?[Ss]oldiers|(?:[a-z]+ )?[Mm]en|(?:[a-z]+ )?[Aa]ttackers|[Tt]he (?:army|military|government|regime|court|state))",
  OFFENCE:
    "(?<offence>(?:(?!\\s(?:and|but)\\s(?:fined|sentenced|ordered|placed|jailed|was|were|has|had|is|are|will|could|faces?|may|the|he|she|they|{P})\\b|\\sbecause\\b|\\s(?:after|when|while|following|despite)\\s|,\\s(?:and|but|who|which|after|while|when|a|an|the|his|her|in|on|according|said|saying|officials|police|{P}|{O})|,?\\ssaid\\b|\\s(?:on|in|last|earlier|this|since)\\s{D}|\\s{D}|\\sin\\s{L}|\\s(?:he|she|they)\\s(?:was|were|had|has|is)|\\sand\\s{M}|\\sagainst\\s(?:him|her|them)\\b|\\sfor\\s(?:his|her|their)\\s)[^.;:]){3,180})",
}

export function rule(name: string, stems: string, source: string, read: Rule["read"]): Rule {
  return { name, stems: stems.split(" "), pattern: pattern(source, PARTS, "gud"), read }
}

/** The offence as the source words it, quotation marks at both ends left out. */
export function offence(match: Match): string | null {
  const words = match
    .words("offence")
    ?.replace(/^["“'‘]+|["”'’]+$/gu, "")
    .trim()
  return words && words.length > 2 && !/^(?:the|a|an|his|her|their|that|it|this)$/i.test(words)
    ? words.slice(0, 300)
    : null
}
