import type { ReadEvent } from "../../../model/reading.js"
import { type Draft, type Match, type Rule, rule } from "./rule.js"

const STATE =
  "(?<measure>under (?:strict |effective |de facto )?house arrest|under home (?:arrest|confinement)|in (?:pre-?trial |police |preventive |state )?(?:custody|detention|confinement)|under (?:a )?travel ban|on bail|under (?:a )?(?:personal )?(?:undertaking|recogni[sz]ance) not to leave(?: the (?:city|country))?|under (?:judicial|police) supervision|in (?:prison|jail)(?= (?:since|for|until|awaiting|on remand|in {L})|[.,;]|$| {D})|behind bars)"

function kindOf(words: string): string {
  if (/house arrest|home/.test(words)) return "house_arrest"
  if (/travel ban|leaving the country|leave the country|passport/.test(words)) return "travel_ban"
  if (/bail/.test(words)) return "bail"
  if (/undertaking|recogni[sz]ance|not to leave/.test(words)) return "personal_undertaking"
  return "custody"
}

function measure(match: Match, change: ReadEvent["change"], group = "who"): Draft {
  return {
    type: "measure",
    kind: kindOf(match.groups.measure ?? ""),
    change,
    people: match.people(group),
    ...match.bench(),
    inherits: match.groups.bench !== undefined,
    ...(kindOf(match.groups.measure ?? "") === "house_arrest" ? { act: "mt04:030105" } : {}),
  }
}

/** Measures of restraint: house arrest, custody, bail, a ban on leaving; imposed, going on, extended, lifted. */
export const MEASURES: readonly Rule[] = [
  rule(
    "measure/ruled-remain",
    "remain stay kept held placed",
    `{BENCH}{ADV}*\\s(?:ruled|ordered|decided|said)\\sthat\\s{WHO}{APPO}\\s(?:must|should|will|would|shall|is to|was to|be)?\\s?(?:be\\s)?(?<verb>remain|stay|continue to be|kept|held|placed|put|remains?)(?:\\s(?:held|kept))?\\s${STATE}`,
    (match) => measure(match, /placed|put/.test(match.groups.verb!) ? "imposed" : "continued"),
  ),
  rule(
    "measure/is-under",
    "house bail custody detention travel undertaking supervision arrest prison jail bars confinement",
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
    `{BENCH}{ADV}*\\s(?:ordered|sanctioned|approved|authorized|imposed)\\s(?:(?<days>\\S+\\s(?:days?|months?|weeks?)(?:'|\\sof)?)\\s)?(?:the\\s)?(?<measure>house arrest|pre-?trial (?:detention|arrest)|detention|custody|arrest)\\s(?:for|of|on)\\s{WHO}`,
    (match) => measure(match, "imposed"),
  ),
  rule(
    "measure/whose-extended",
    "extend prolong",
    "(?:{BENCH}{ADV}*\\s)?(?:(?:extended|prolonged)\\s(?:(?<who>{P})'s|(?<her>his|her))\\s(?:[a-z]+\\s)?(?<measure>house arrest|(?:pre-?trial\\s)?detention|custody)|(?:(?<whoo>{P})'s|[Hh]is|[Hh]er)\\s(?:[a-z]+\\s)?(?:house arrest|(?:pre-?trial\\s)?detention|custody)(?:\\s(?:was|has been|had been))(?:\\s[a-z]+)?\\s(?:extended|prolonged))",
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
    "measure/extension-of",
    "extension prolongation",
    "\\b(?<length>[a-z-]+(?:\\s|-)(?:day|week|month)s?'?\\s)?(?:extension|prolongation)\\sof\\s(?:the\\s)?(?:(?<who>{P})'s|(?<her>his|her)|(?<plain>(?=house|pre-?trial|detention|custody)))\\s?(?:[a-z]+\\s)?(?<measure>house arrest|(?:pre-?trial\\s)?detention|custody|remand)(?:\\s(?:of|for)\\s(?:[a-z]+\\s){0,4}?(?<of>{P}))?",
    (match) => {
      const group = ["who", "of", "her"].find((name) => match.groups[name] !== undefined)
      const people = group === undefined ? [] : match.people(group)
      return people.length === 0 ? null : { ...measure(match, "extended", group), people }
    },
  ),
  rule(
    "measure/lasts",
    "house custody detention",
    "(?:(?<who>{P})'s|\\b(?<her>[Hh]is|[Hh]er))\\s(?:[a-z]+\\s)?(?<measure>house arrest|pre-?trial detention|travel ban)(?:\\s(?:there|in {L}))?(?:\\s(?:has|had|is|was))?{ADV}*\\s(?<verb>lasted|began|begun|started|continued|continues|lasts|ends|ended|expired|expires|goes on|in force)\\b",
    (match) => ({
      ...measure(match, /ended|expired/.test(match.groups.verb!) ? "lifted" : null),
      people: match.people(match.groups.who === undefined ? "her" : "who"),
    }),
  ),
  rule(
    "measure/stays-in-force",
    "force",
    "\\b(?<measure>[Hh]ouse arrest|[Tt]ravel ban|[Pp]re-?trial detention)\\s(?:(?:of|against|on|for)\\s(?<of>{P})\\s)?(?:stays|remains|stayed|remained)\\sin (?:force|place)\\b(?:,\\s(?<bench>{P}|{O}|the (?:judge|court))\\s(?:ruled|said|ordered))?",
    (match) => {
      const by = match.bench().by
      const person = match.scene.focus.person(match.index, match.masked.span(match.from, match.to).start, null, by)
      const people = match.groups.of === undefined ? (person === null ? [] : [person]) : match.people("of")
      return { ...measure(match, "continued"), kind: kindOf(match.groups.measure!.toLowerCase()), people }
    },
  ),
  rule(
    "measure/confined",
    "confined",
    "{SUBJECT}{APPO}{BE}\\sconfined\\sto\\s(?:a|an|the|his|her)\\s(?:[a-z-]+\\s){0,3}?(?<measure>home|house|flat|apartment|room|farm)\\b",
    (match) => ({ ...measure(match, null), kind: "house_arrest", act: "mt04:030105" }),
  ),
  rule(
    "measure/release-on-bail",
    "bail",
    "(?:(?<who>{P})'s|\\b(?<her>[Hh]is|[Hh]er))\\srelease\\son\\s(?<measure>bail)\\b",
    (match) => ({
      ...measure(match, "imposed"),
      people: match.people(match.groups.who === undefined ? "her" : "who"),
    }),
  ),
  rule(
    "measure/granted-bail",
    "bail",
    "{BENCH}{ADV}*\\s(?:granted|released)\\s{OBJECT}\\s(?<measure>(?:on\\s)?bail)\\b",
    (match) => measure(match, "imposed"),
  ),
  rule(
    "measure/ordered-held",
    "held detained kept jailed",
    "{BENCH}{ADV}*\\s(?:ordered|ruled)\\s(?:that\\s)?{OBJECT}\\s(?:to\\s)?(?:be\\s)?(?:held|detained|kept|jailed)(?:\\sin\\s(?:[a-z-]+\\s)?(?<measure>custody|detention|jail|prison))?\\s?(?:for|until|pending)\\b",
    (match) => ({ ...measure(match, "imposed"), kind: "custody" }),
  ),
  rule(
    "measure/remanded",
    "remand",
    "(?:{SUBJECT}{APPO}{BE}\\sremanded\\b|{BENCH}{ADV}*\\sremanded\\s(?<whom>{P}|him|her)\\b)(?:\\s(?<measure>(?:in|into|to)\\scustody))?",
    (match) => ({
      ...measure(match, "imposed", match.groups.whom === undefined ? "who" : "whom"),
      kind: "custody",
    }),
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
    "(?:(?<whose>{P})'s|\\b(?<her>[Hh]is|[Hh]er))\\s(?:[a-z]+\\s)?(?<banned>house arrest|travel ban)\\s(?:was|has been|had been|were)\\s(?:lifted|revoked|cancelled|canceled)\\b|\\b(?:lifted|revoked|cancelled|canceled)\\s(?:(?<who>{P})'s|the|his|her)\\s(?:[a-z]+\\s)?(?<measure>house arrest|travel ban|detention order)",
    (match) => {
      const group = ["who", "whose", "her"].find((name) => match.groups[name] !== undefined)
      const kind = kindOf(match.groups.measure ?? match.groups.banned!)
      return { ...measure(match, "lifted"), kind, people: group === undefined ? [] : match.people(group) }
    },
  ),
]
