import type { ReadEvent } from "../../../model/reading.js"
import { type Draft, type Match, type Rule, rule } from "./rule.js"

const STATE =
  "(?<measure>under (?:strict |effective |de facto )?house arrest|under home (?:arrest|confinement)|in (?:pre-?trial |police |preventive |state )?(?:custody|detention|confinement)|under (?:a )?travel ban|on bail|under (?:a )?(?:personal )?(?:undertaking|recogni[sz]ance) not to leave(?: the (?:city|country))?|under (?:judicial|police) supervision)"

function kindOf(words: string): string {
  if (/house arrest|home/.test(words)) return "house_arrest"
  if (/travel ban|leaving the country|leave the country|passport/.test(words)) return "travel_ban"
  if (/bail/.test(words)) return "bail"
  if (/undertaking|recogni[sz]ance|not to leave/.test(words)) return "personal_undertaking"
  return "custody"
}

const BENCH =
  "(?<bench>{O}|\\b(?:[Tt]he|[Aa]|[Aa]n)\\s(?:[a-z-]+\\s){0,3}?(?:judge|court|tribunal|magistrate|prosecutor|investigator)s?)"

function measure(match: Match, change: ReadEvent["change"], group = "who"): Draft {
  const by = match.bodies("bench")
  return {
    type: "measure",
    kind: kindOf(match.groups.measure ?? ""),
    change,
    people: match.people(group),
    by,
    court: by[0] ?? null,
    inherits: match.groups.bench !== undefined,
    ...(kindOf(match.groups.measure ?? "") === "house_arrest" ? { act: "mt04:030105" } : {}),
  }
}

/** Measures of restraint: house arrest, custody, bail, a ban on leaving; imposed, going on, extended, lifted. */
export const MEASURES: readonly Rule[] = [
  rule(
    "measure/ruled-remain",
    "remain stay kept held placed",
    `${BENCH}{ADV}*\\s(?:ruled|ordered|decided|said)\\sthat\\s{WHO}{APPO}\\s(?:must|should|will|would|shall|is to|was to|be)?\\s?(?:be\\s)?(?<verb>remain|stay|continue to be|kept|held|placed|put|remains?)(?:\\s(?:held|kept))?\\s${STATE}`,
    (match) => measure(match, /placed|put/.test(match.groups.verb!) ? "imposed" : "continued"),
  ),
  rule(
    "measure/is-under",
    "house bail custody detention travel undertaking supervision arrest",
    `{WHO}{APPO}(?:\\s(?:has|have|had))?{ADV}*\\s(?<verb>been|was|were|is|are|remains?|remained|stays?|stayed|spent\\s[^.;]{0,20}?|kept|held)(?:\\s(?:still|now|currently|being|held|kept|living))*\\s${STATE}`,
    (match) => measure(match, null),
  ),
  rule(
    "measure/placed",
    "placed put sent remand transferr",
    `(?:{WHO}{APPO}{BE}\\s(?:placed|put|sent|remanded|transferred|released)\\s|\\b(?:placed|put|remanded|sent)\\s(?<whom>{P}|him|her)\\s)${STATE.replace("in (?:pre", "(?:in|into|to) (?:pre")}`,
    (match) => {
      const draft = measure(match, "imposed", match.groups.whom === undefined ? "who" : "whom")
      return draft
    },
  ),
  rule(
    "measure/ordered",
    "ordered order",
    `${BENCH}{ADV}*\\s(?:ordered|sanctioned|approved|authorized|imposed)\\s(?:(?<days>\\S+\\s(?:days?|months?|weeks?)(?:'|\\sof)?)\\s)?(?:the\\s)?(?<measure>house arrest|pre-?trial (?:detention|arrest)|detention|custody|arrest)\\s(?:for|of|on)\\s{WHO}`,
    (match) => measure(match, "imposed"),
  ),
  rule(
    "measure/whose-extended",
    "extend prolong",
    "(?:(?<bench>{O}|[Tt]he (?:judge|court))\\s)?(?:(?:extended|prolonged)\\s(?:(?<who>{P})'s|(?<her>his|her))\\s(?:[a-z]+\\s)?(?<measure>house arrest|(?:pre-?trial\\s)?detention|custody)|(?:(?<whoo>{P})'s|[Hh]is|[Hh]er)\\s(?:[a-z]+\\s)?(?:house arrest|(?:pre-?trial\\s)?detention|custody)(?:\\s(?:was|has been|had been))(?:\\s[a-z]+)?\\s(?:extended|prolonged))",
    (match) => {
      const group = ["who", "her", "whoo"].find((name) => match.groups[name] !== undefined)
      const kind = kindOf(match.masked.text.slice(match.from, match.to))
      const person = match.scene.focus.person(match.index, match.masked.span(match.from, match.to).start, null)
      return {
        ...measure(match, "extended", group ?? "who"),
        kind,
        people: group ? match.people(group) : person ? [person] : [],
      }
    },
  ),
  rule(
    "measure/released-on",
    "bail",
    "{WHO}{APPO}{BE}\\s(?:released|freed|granted)\\s(?<measure>(?:on\\s)?bail)\\b",
    (match) => measure(match, "imposed"),
  ),
  rule(
    "measure/banned",
    "banned barred forbidden prohibited",
    "{WHO}{APPO}{BE}\\s(?:banned|barred|forbidden|prohibited)\\s(?:from|to)\\s(?<measure>leav(?:e|ing) (?:the (?:country|city)|{L}))",
    (match) => ({ ...measure(match, "imposed"), kind: "travel_ban" }),
  ),
  rule(
    "measure/lifted",
    "lifted",
    "\\b(?:lifted|revoked|cancelled|canceled)\\s(?:(?<who>{P})'s|the|his|her)\\s(?:[a-z]+\\s)?(?<measure>house arrest|travel ban|detention order)",
    (match) => measure(match, "lifted"),
  ),
]
