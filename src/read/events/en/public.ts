import { type Rule, rule } from "./rule.js"

const MEETING =
  "(?:gatherings?|rall(?:y|ies)|protests?|demonstrations?|march(?:es)?|vigils?|pickets?|sit-ins?|hunger strikes?|strikes?|flash mobs?)"

/** What is done in public: gatherings, statements, reports, designations. */
export const PUBLIC: readonly Rule[] = [
  rule(
    "gathering/staged",
    "gathering rall protest demonstration march vigil picket sit-in strike mob",
    `(?:{WHO}|(?<body>{O})|\\b(?<own>[Hh]is|[Hh]er|[Tt]he)\\s(?:organi[sz]ation|group|movement|party|foundation|union))(?:,[^;.]{1,80}?,)?(?:\\s(?:has|have|had))?{ADV}*\\s(?:staged?|held|holds?|organi[sz](?:ed|es?)|joined|attended|led|called|convened|took part in|participated in|planned)\\s(?:(?!(?:in|and|at|on|to|by|with|for|from)\\b)[a-z0-9-]+\\s|{D}\\s|{L}\\s){0,5}?${MEETING}\\b`,
    (match) => {
      const own = match.at("own")
      const organization =
        own === null ? null : match.scene.focus.organization(match.index, match.masked.span(own[0], own[1]).start)
      const by = match.groups.body !== undefined ? match.bodies("body") : organization === null ? [] : [organization]
      return { type: "gathering", by, people: match.groups.who === undefined ? [] : match.people("who") }
    },
  ),
  rule(
    "gathering/was",
    "gathering rall protest demonstration march vigil picket sit-in",
    `\\b${MEETING}(?:\\s(?:of|against|by|for|in)\\s[^.;,]{1,60}?)?(?:\\s(?:was|were|has been))?{ADV}*\\s(?:held|took place|staged|dispersed|broken up)\\b`,
    () => ({ type: "gathering" }),
  ),
  rule(
    "statement/made",
    "statement speech",
    "(?:{WHO}|(?<body>{O}))(?:,[^;.]{1,80}?,)?(?:\\s(?:has|have|had))?{ADV}*\\s(?:made|gave|issued|released|read(?:\\sout)?|delivered|published)\\s(?:a|an|the|his|her|its|their|another)\\s(?:[a-z-]+\\s){0,3}?(?:statements?|speech|press conference|declaration)\\b",
    (match) => ({
      type: "statement",
      people: match.groups.who === undefined ? [] : match.people("who"),
      by: match.bodies("body"),
      inherits: /\b(?:trial|hearing|break|court|session)\b/u.test(match.masked.text.slice(0, match.from)),
    }),
  ),
  rule(
    "gathering/fined-for",
    "gathering rall protest demonstration march vigil picket sit-in",
    `\\b(?:fined|arrested|detained|convicted|sentenced|jailed|tried|charged)\\b[^.;]{0,60}?\\s(?:for|over|with)\\s(?:(?:an?|the|holding|organi[sz]ing|staging|joining|attending|taking part in|leading)\\s){1,3}?(?:[a-z-]+\\s){0,2}?${MEETING}\\b`,
    (match) => {
      const person = match.scene.focus.person(match.index, match.masked.span(match.from, match.to).start, null)
      return { type: "gathering", people: person === null ? [] : [person], date: null }
    },
  ),
  rule(
    "statement/told-reporters",
    "reporters journalists",
    "(?<who>{P}|\\b(?:[Hh]e|[Ss]he)\\b)(?:,[^;.]{1,60}?,)?(?:\\s(?:has|have|had))?{ADV}*\\s(?:told|spoke to|addressed)\\s(?:the\\s)?(?:reporters|journalists)\\b(?:\\s(?:in|at|outside|on the)\\s(?:a|the|his|her)?\\s?[a-z]+)?",
    (match) => ({
      type: "statement",
      people: match.people("who"),
      // In the corridor of the court: on the day of the sitting.
      inherits: /\b(?:corridor|court|courtroom|courthouse|trial|hearing|session|judge)\b/u.test(match.masked.text),
    }),
  ),
  rule(
    "statement/said-when",
    "said stated announced",
    "(?<who>{P})(?:,[^;.{P}]{1,60}?,|,)?(?:\\s(?:has|have|had|also))*\\s(?:said|stated|announced)\\s(?:on\\s)?(?<when>{D}),?\\sthat\\b",
    (match) => {
      const at = match.at("when")!
      return {
        type: "statement",
        people: match.people("who"),
        date: match.masked.between(at[0], at[1], "D")[0]!.thing.date,
      }
    },
  ),
  rule(
    "report/figure",
    "number figure total toll",
    "(?<body>{O})(?:,[^;.]{1,60}?,)?(?:\\s(?:has|have|had))?{ADV}*\\s(?:put|estimated)\\sthe\\s(?:[a-z]+\\s){0,2}?(?:number|figure|total|toll)\\b[^.;]{0,60}?\\sin\\s(?<when>{D})",
    (match) => {
      const at = match.at("when")!
      return { type: "report", by: match.bodies("body"), date: match.masked.between(at[0], at[1], "D")[0]!.thing.date }
    },
  ),
  rule(
    "report/in-a-report",
    "report",
    "\\b[Ii]n\\s(?:a|an|its|their|the)\\s(?:[a-z-]+\\s){0,3}?report\\s(?:(?:published|released|issued|dated)\\s)?(?:in\\s|on\\s|from\\s)?(?<when>{D}),?\\s(?:(?<body>{O})|(?<it>it)|the\\s(?<kind>[a-z]+))\\s(?:wrote|said|found|concluded|estimated|stated|documented|described)\\b",
    (match) => {
      const at = match.at("when")!
      const offset = match.masked.span(match.from, match.to).start
      const body =
        match.groups.body === undefined ? match.scene.focus.organization(match.index, offset, match.groups.kind) : null
      const by = match.groups.body === undefined ? (body === null ? [] : [body]) : match.bodies("body")
      return { type: "report", by, date: match.masked.between(at[0], at[1], "D")[0]!.thing.date }
    },
  ),
  rule(
    "report/said-when",
    "said reported estimated found stated announced",
    "(?<body>{O})(?:,[^;.{P}]{1,60}?,)?(?:\\s(?:has|have|had|also))*\\s(?:said|reported|estimated|found|stated|announced|concluded|warned)\\s(?:on\\s|in\\s|late\\s|early\\s|back in\\s)?(?<when>{D})(?:\\sin a (?:[a-z]+\\s)?(?:report|statement))?,?\\sthat\\b",
    (match) => {
      const at = match.at("when")!
      return { type: "report", by: match.bodies("body"), date: match.masked.between(at[0], at[1], "D")[0]!.thing.date }
    },
  ),
  rule(
    "report/published",
    "report",
    "(?<body>{O})(?:,[^;.]{1,60}?,)?(?:\\s(?:has|have|had))?{ADV}*\\s(?:published|released|issued|put out|launched)\\s(?:a|an|its|the|another|their)\\s(?:[a-z0-9-]+\\s){0,4}?report\\b",
    (match) => ({
      type: "report",
      by: match.bodies("body"),
    }),
  ),
  rule(
    "designation/declared",
    "declared designat label listed blacklist added branded outlaw",
    "(?:{WHO}|(?<body>{O})|\\b[Tt]he (?:organi[sz]ation|group|movement|party))(?:,[^;.]{1,80}?,)?{BE}\\s(?:declared|designated|labell?ed|listed|branded|blacklisted as|added to (?:a|the|its) list of)\\s(?:as\\s)?(?:an?\\s|the\\s)?(?<what>[\"“'{Q}]?[^.;]{0,60}?(?:undesirable|extremist|terrorist|foreign agents?|illegal|{Q})[^.;]{0,40}?)(?=\\sby\\b|[.;,]|$)(?:\\sby\\s(?:the\\s)?(?<by>{O}|{L}))?",
    (match) => ({
      type: "designation",
      people: match.groups.who === undefined ? match.bodies("body") : match.people("who"),
      by: match.groups.by === undefined ? [] : match.bodies("by"),
      charge: match.words("what")?.replace(/^["“'‘]+|["”'’]+$/gu, "") ?? null,
    }),
  ),
  rule(
    "designation/declares",
    "declared designat label listed blacklist outlaw",
    "(?<by>{O}|{L})(?:,[^;.]{1,60}?,)?(?:\\s(?:has|have|had))?{ADV}*\\s(?:declared|designated|labell?ed|listed|blacklisted|outlawed)\\s(?:the\\s)?(?<body>{O})\\s(?:as\\s)?(?:an?\\s)?(?<what>[^.;,]{0,60}?(?:undesirable|extremist|terrorist|foreign agent|illegal)[^.;,]{0,30})",
    (match) => ({
      type: "designation",
      people: match.bodies("body"),
      by: match.bodies("by"),
      charge: match.words("what")?.replace(/^["“'‘]+|["”'’]+$/gu, "") ?? null,
    }),
  ),
]
