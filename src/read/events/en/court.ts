import { type Draft, type Match, offence, type Rule, rule } from "./rule.js"

const charged = (match: Match, people: readonly string[]): Draft[] => {
  const charge = offence(match)
  return charge === null ? [] : [{ type: "charge", people, charge, date: null }]
}

const ARTICLE = "(?:[Aa]rticles?|[Ss]ections?)\\s\\d[\\d.]*"

/** Hearings, trials, charges, verdicts and sentences. */
export const COURT: readonly Rule[] = [
  rule(
    "hearing/attended",
    "attend appear hearing",
    "{WHO}{APPO}(?:\\s(?:has|had|have))?{ADV}*\\s(?:attends?|attended|attending|appears?|appeared|appearing)\\s(?:[a-z]+\\s){0,2}?(?:at|in|before|for)?\\s?(?:a|the|an|his|her|their|{O})?\\s?(?:[a-z-]+\\s){0,2}?(?:hearing|court|trial|judge|session)\\b",
    (match) => ({
      type: "hearing",
      people: match.people("who"),
    }),
  ),
  rule(
    "hearing/held",
    "hearing",
    "(?:\\b(?<the>[Tt]he|[Aa]|[Hh]is|[Hh]er)|(?<who>{P})'s)\\s(?:[a-z-]+\\s){0,3}?hearing(?:\\s(?:of|for|in)\\s[^.;,]{1,40}?)?(?:\\s(?:was|is|has been|will be))?{ADV}*\\s(?:held|adjourned|postponed|scheduled|took place|began|started|opened|resumed)\\b",
    (match) => ({
      type: "hearing",
      people: match.groups.who === undefined ? [] : match.people("who"),
      inherits: false,
    }),
  ),
  rule(
    "trial/goes-on",
    "trial",
    "{WHO}{APPO}(?:\\s(?:has|have|had|is|was|were|are))?{ADV}*\\s(?:gone|went|goes?|going|stands?|stood|standing|put|placed|being|remains?)?\\s?on trial\\b(?:\\s(?:for|on charges of|over|accused of|on suspicion of)\\s{OFFENCE})?",
    (match) => {
      const people = match.people("who")
      return [{ type: "trial", people, charge: offence(match) }, ...charged(match, people)]
    },
  ),
  rule(
    "trial/starts",
    "trial",
    "(?:\\b(?<the>[Tt]he|[Hh]is|[Hh]er|[Tt]heir)|(?<who>{P})'s)\\s(?:[a-z-]+\\s){0,2}?(?:trial|retrial|court case)(?:\\sof\\s(?:[a-z]+\\s){0,4}?(?<of>{P}))?(?:,\\s[^;.]{1,160}?,)?(?:\\s(?:on|over|for)\\s(?:a\\s)?(?:charges?\\sof\\s)?[^;.,{P}]{3,90}?)?(?:\\s(?:has|had|was|is))?{ADV}*\\s(?:started|starts|began|begins|begun|opened|opens|resumed|resumes|continued|held|took place|got under ?way|under ?way|scheduled|set to (?:start|begin|open))\\b",
    (match) => ({
      type: "trial",
      people:
        match.groups.who !== undefined
          ? match.people("who")
          : match.groups.of !== undefined
            ? match.people("of")
            : match.groups.the!.toLowerCase() === "the"
              ? []
              : match.people("the"),
    }),
  ),
  rule(
    "trial/whose",
    "trial",
    "(?<who>{P})(?:,[^;.{P}]{1,90}?)?,\\swhose\\s(?:[a-z]+\\s)?(?:re)?trial(?:\\son\\s(?:a\\s)?(?:charges?\\sof\\s){OFFENCE})?{ADV}*\\s(?:started|starts|began|begins|opened|opens|resumed|continued)\\b",
    (match) => {
      const people = match.people("who")
      return [{ type: "trial", people, charge: offence(match) }, ...charged(match, people)]
    },
  ),
  rule(
    "trial/of-begins",
    "trial",
    "\\b(?:opening|start|beginning|first day)\\sof\\s(?:the\\s(?:[a-z]+\\s)?trial\\sof\\s(?:[a-z]+\\s){0,3}?(?<who>{P})|(?<whose>{P})'s\\s(?:[a-z]+\\s)?trial)",
    (match) => ({ type: "trial", people: match.people(match.groups.who === undefined ? "whose" : "who") }),
  ),
  rule(
    "hearing/led",
    "hearing court brought led",
    "{SUBJECT}{APPO}{BE}\\s(?:led|brought|escorted|taken|driven)\\s(?:into|to|before)\\s(?:a|the|an|her|his)?\\s?(?:[a-z-]+\\s){0,2}?(?:hearing|court|courtroom|judge|trial)\\b",
    (match) => ({ type: "hearing", people: match.people("who") }),
  ),
  rule(
    "charge/brought",
    "charge",
    "\\b(?:brought|filed|laid|pressed)\\s(?:[a-z]+\\s){0,3}?charges?\\sof\\s(?<offence>[^.;,]{3,90}?)\\sagainst\\s(?:[a-z]+\\s){0,4}?{WHO}",
    (match) => ({ type: "charge", people: match.people("who"), charge: offence(match) }),
  ),
  rule(
    "charge/was-brought",
    "charge",
    "\\b(?:[Aa]|[Tt]he)?\\s?(?:[Cc]harges?\\sof)\\s(?<offence>[^.;,]{3,90}?)\\s(?:was|were|has been|have been)\\s(?:brought|filed|laid)\\sagainst\\s(?:[a-z]+\\s){0,4}?{WHO}",
    (match) => ({ type: "charge", people: match.people("who"), charge: offence(match) }),
  ),
  rule(
    "charge/indictment",
    "indictment",
    "\\b[Tt]he indictment\\s(?:accuses|charges)\\s(?:[a-z]+\\s){0,3}?{OBJECT}\\s(?:of|with)\\s{OFFENCE}",
    (match) => ({ type: "charge", people: match.people("who"), charge: offence(match) }),
  ),
  rule(
    "charge/charged",
    "charg indict",
    "{WHO}{APPO}{BE}\\s(?:charged|indicted)\\s(?:with|for|on|over|under)\\s{OFFENCE}",
    (match) => ({
      type: "charge",
      people: match.people("who"),
      charge: offence(match),
    }),
  ),
  rule(
    "charge/charged-active",
    "charg indict",
    "(?<bench>{BY})(?:\\s(?:has|have|had))?{ADV}*\\s(?:charged|indicted)\\s(?:[a-z]+\\s){0,4}?{WHO}\\s(?:with|for|on|over)\\s{OFFENCE}",
    (match) => ({
      type: "charge",
      people: match.people("who"),
      by: match.bodies("bench"),
      charge: offence(match),
    }),
  ),
  rule(
    "charge/faces",
    "charge",
    "{WHO}{APPO}(?:\\s(?:has|have|had|is|are|was|were))?{ADV}*\\s(?:faces?|faced|facing|wanted|arrested|detained|held|jailed|tried|prosecuted)\\s(?:[a-z]+\\s){0,3}?charges?\\sof\\s{OFFENCE}",
    (match) => ({
      type: "charge",
      people: match.people("who"),
      charge: offence(match),
    }),
  ),
  rule(
    "accusation/is-accused",
    "accus suspect",
    "{WHO}{APPO}{BE}\\s(?:accused|suspected)\\sof\\s{OFFENCE}",
    (match) => ({
      type: "accusation",
      people: match.people("who"),
      charge: offence(match),
    }),
  ),
  rule(
    "accusation/accuses",
    "accus",
    "(?<by>{P}|{O}|{L}|[Tt]he\\s[a-z]+|[Aa]uthorities|[Oo]fficials|[Pp]rosecutors|[Pp]olice)(?:,[^;.]{1,80}?,)?(?:\\s(?:has|have|had|also))*\\s(?:accused|accuses|accuse|accusing)\\s(?:[a-z]+\\s){0,3}?(?<who>{P}|{O}|him|her)\\sof\\s{OFFENCE}",
    (match) => {
      const by = match.masked
        .between(match.at("by")![0], match.at("by")![1], "P", "O")
        .map(({ thing }) => thing.mention.entity)
      const at = match.at("who")!
      const people = match.masked.between(at[0], at[1], "P", "O").map(({ thing }) => thing.mention.entity)
      return {
        type: "accusation",
        by,
        people: people.length > 0 ? people : match.people("who", by),
        charge: offence(match),
      }
    },
  ),
  rule(
    "conviction/found-guilty",
    "guilty",
    `{BENCH}(?:\\s[a-z{L}]+){0,6}?(?:\\s(?:has|had))?{ADV}*\\s(?:found|finds|ruled)\\s(?:[a-z]+\\s){0,3}?{WHO}{APPO}\\s(?:was\\s)?(?<!not\\s)guilty(?:\\s(?:of|on)\\s{OFFENCE})?`,
    (match) => ({
      type: "conviction",
      people: match.people("who"),
      charge: offence(match),
      ...match.bench(),
    }),
  ),
  rule(
    "conviction/was",
    "guilty convict",
    "{WHO}{APPO}{BE}\\s(?:found\\s(?!not\\b)(?:[a-z]+\\s)?guilty|convicted)\\b(?:[^.;,]{0,20}?\\sby\\s(?:[a-z]+\\s){0,2}?(?<bench>{O}))?(?:[^.;,]{0,20}?\\s(?:of|on|for)\\s{OFFENCE})?",
    (match) => ({
      type: "conviction",
      people: match.people("who"),
      charge: offence(match),
      ...match.bench(),
    }),
  ),
  rule(
    "conviction/convicted",
    "convict",
    `{BENCH}(?:\\s[a-z{L}]+){0,4}?(?:\\s(?:has|had))?{ADV}*\\sconvicted\\s(?:[a-z]+\\s){0,4}?{WHO}(?:\\s(?:of|on|for)\\s{OFFENCE})?`,
    (match) => ({
      type: "conviction",
      people: match.people("who"),
      charge: offence(match),
      ...match.bench(),
    }),
  ),
  rule(
    "acquittal/was",
    "acquit",
    "(?:{WHO}{APPO}{BE}\\sacquitted\\b|\\bacquitted\\s(?:[a-z]+\\s){0,3}?(?<freed>{P}|him|her))",
    (match) => ({
      type: "acquittal",
      people: match.people(match.groups.freed === undefined ? "who" : "freed"),
    }),
  ),
  rule(
    "fine/fined",
    "fined fine",
    "(?:{WHO}{BE}\\s)?\\bfined\\s(?:(?<whom>{P}|him|her|them)\\s)?(?:[a-z]+\\s){0,4}?(?<sum>{M})",
    (match) => fine(match),
  ),
  rule(
    "fine/ordered",
    "fine",
    "\\b(?:ordered|told)\\s(?<whom>{P}|him|her)?\\s?to pay\\s(?:[a-z]+\\s){0,4}?fine\\sof\\s(?:[a-z]+\\s){0,3}?(?<sum>{M})",
    (match) => fine(match),
  ),
  rule(
    "fine/of",
    "fine",
    "\\b(?:imposed|handed|given|received|paid|issued)\\s(?:[a-z]+\\s){0,4}?fine\\sof\\s(?:[a-z]+\\s){0,3}?(?:(?<sum>{M})|\\d[\\d,.]*\\s[a-z]+(?:,?\\s\\(?(?:about|around|the|roughly|or)\\s(?<near>{M}))?)(?:\\son\\s(?<whom>{P}|him|her))?",
    (match) => fine(match),
  ),
  rule(
    "sentence/was",
    "sentenc jailed handed given",
    "{WHO}{APPO}{BE}\\s(?:(?:(?:re)?sentenced|jailed|condemned)\\s(?=to\\s|for\\s)|(?:handed|given)\\s(?=an?\\s(?:[a-z-]+\\s){0,2}?(?:[a-z0-9-]+-(?:year|month|day)|life|death|suspended)))(?<term>(?:to\\s|for\\s|a\\s|an\\s)[^.;,]{0,40}?(?:years?|months?|days?|life|death|hard labou?r|prison|imprisonment|community service)\\b(?:\\s(?:in prison|in jail|in a penal colony|of imprisonment|sentence|behind bars|prison (?:term|sentence)))?)(?:[^.;,]{0,30}?\\s(?:for|on charges of|over)\\s{OFFENCE})?",
    (match) => sentence(match),
  ),
  rule(
    "sentence/active",
    "sentenc jailed",
    `{BENCH}(?:\\s[a-z{L}]+){0,5}?(?:\\s(?:has|had))?{ADV}*\\s(?:sentenced|jailed|condemned)\\s(?:[a-z'-]+\\s){0,6}?{WHO}{APPO}\\s(?<term>(?:to|for)\\s[^.;,]{0,40}?(?:years?|months?|days?|life|death|hard labou?r|prison|imprisonment)\\b(?:\\s(?:in prison|in jail|in a penal colony|of imprisonment|behind bars))?)(?:[^.;,]{0,20}?\\s(?:for|on charges of|over)\\s{OFFENCE})?`,
    (match) => sentence(match),
  ),
  rule(
    "sentence/and",
    "sentenc",
    "\\band\\s(?:was\\s)?sentenced\\s(?:(?<whom>him|her|{P})\\s)?(?<term>to\\s[^.;,]{0,40}?(?:years?|months?|days?|life|death|imprisonment)\\b(?:\\s(?:in prison|in jail|in a penal colony))?)",
    (match) => {
      const people = match.people("whom")
      const person = match.scene.focus.person(match.index, match.masked.span(match.from, match.to).start, null)
      return { ...sentence(match), people: people.length > 0 ? people : person === null ? [] : [person] }
    },
  ),
  rule(
    "sentence/term-for",
    "term sentence",
    "\\b(?:handed|gave|given|imposed|handed down|passed)\\s(?:(?<to>{P}|him|her)\\s)?(?<term>(?:a|an)\\s[^.;,]{3,40}?(?:year|month|day|life|death|suspended)[^.;,]{0,20}?\\s(?:term|sentence))\\b(?:\\s(?:on|to)\\s(?<whom>{P}|him|her))?",
    (match) => {
      const people = match.people(match.groups.to === undefined ? "whom" : "to")
      return people.length === 0 ? null : { ...sentence(match), people }
    },
  ),
  rule(
    "sentence/received",
    "received got year suspended",
    "{SUBJECT}{APPO}(?:\\s(?:has|had))?{ADV}*\\s(?:received|got|was given|was handed|is facing|drew)\\s(?<term>(?:(?:a|an)\\s)?(?:[a-z-]+[\\s-](?:years?|months?)|\\d+[\\s-](?:years?|months?)|life|suspended|death)(?:'?\\s(?:in (?:prison|jail|a penal colony)|of (?:imprisonment|hard labou?r)|prison|jail|suspended|sentence|term|imprisonment)){1,3})",
    (match) => (/is facing/.test(match.masked.text.slice(match.from, match.to)) ? null : sentence(match)),
  ),
  rule(
    "sentence/pronoun",
    "sentenced",
    "\\b(?:[Hh]e|[Ss]he)\\ssentenced\\s(?<whom>{P})\\s(?<term>to\\s[^.;,]{0,40}?(?:years?|months?|days?|life|death)\\b(?:\\s(?:in prison|in jail|in a penal colony))?)",
    (match) => ({ ...sentence(match), people: match.people("whom") }),
  ),
  rule(
    "sentence/replaced",
    "replaced commuted reduced",
    "{BENCH}{ADV}*\\s(?:replaced|commuted|reduced)\\s(?:(?<who>{P})'s|(?<her>his|her))\\s(?:[a-z-]+\\s){0,4}?(?:sentence|term)\\s(?:with|to|by)\\s(?<term>[^.;,]{3,60})",
    (match) => {
      const people = match.people(match.groups.who === undefined ? "her" : "who")
      return [
        { type: "ruling", people, ...match.bench() },
        { ...sentence(match), people },
      ]
    },
  ),
  rule(
    "conviction/finding",
    "finding",
    ",\\sfinding\\sthat\\s(?<who>{P}|he|she)\\s(?:had|was|were)\\s{OFFENCE}",
    (match) => ({ type: "conviction", people: match.people("who"), charge: offence(match), ...courtBefore(match) }),
  ),
  rule(
    "conviction/stands",
    "conviction verdict",
    "\\b[Tt]he\\s(?:conviction|guilty verdict)(?:\\s(?:for|of)\\s{OFFENCE})?\\s(?:stands|stood|remains|still stands|was upheld|is upheld)\\b",
    (match) => {
      const person = match.scene.focus.person(match.index, match.masked.span(match.from, match.to).start, null)
      return { type: "conviction", people: person === null ? [] : [person], charge: offence(match) }
    },
  ),
  rule(
    "accusation/alleged",
    "alleged",
    "\\b[Ii]t\\s(?:has\\sbeen|had\\sbeen|is|was)\\salleged\\sthat\\s{SUBJECT}\\s{OFFENCE}",
    (match) => ({ type: "accusation", people: match.people("who"), charge: offence(match) }),
  ),
  rule(
    "charge/case-under",
    "case proceedings",
    `\\b(?:case|proceedings)(?:\\s(?:against|of)\\s(?<who>{P}|him|her))?\\s(?:(?:was|were|has been|had been)\\s)?(?:began|begun|started|opened|launched|brought)\\s(?:with|under|on|over)\\s(?<offence>${ARTICLE}[^.;]{0,80}?)(?=[.;]|$|,\\s(?:and|but)\\s)`,
    (match) => requalified(match, null),
  ),
  rule(
    "charge/applied",
    "apply applied use",
    `\\b(?:apply|applied|use)\\s(?<offence>${ARTICLE}(?:\\s\\([^)]{3,60}\\))?)\\s(?:instead|in its place|in place of)\\b`,
    (match) => requalified(match, "requalified"),
  ),
  rule(
    "charge/requalified",
    "reclassif requalif re-qualif",
    "\\b(?:reclassif(?:ied|y)|re-?qualif(?:ied|y))\\s(?:the\\s|his\\s|her\\s)?(?:(?<who>{P})'s\\s)?(?:charges?|case|actions|acts|deeds|offen[cs]e)\\s(?:from\\s[^.;]{3,80}?\\s)?(?:to|as|under)\\s{OFFENCE}",
    (match) => requalified(match, "requalified"),
  ),
  rule(
    "charge/changed",
    "charge",
    "(?:\\b[Tt]he|\\b(?<her>[Hh]is|[Hh]er)|(?<who>{P})'s)\\scharges?(?:\\sagainst\\s(?<whom>{P}|him|her))?\\s(?:was|were|has been|have been|had been)\\s(?:changed|reduced|downgraded|reclassified|upgraded|softened|replaced|requalified)(?:\\s(?:from\\s[^.;]{3,80}?\\s)?(?:to|with|by)\\s{OFFENCE})?",
    (match) => requalified(match, "requalified"),
  ),
  rule(
    "ruling/appeal",
    "appeal complaint petition motion request",
    "{BENCH}{ADV}*\\s(?:rejected|dismissed|upheld|granted|turned down|refused|denied)\\s(?:(?:an?|the)\\s)?(?:(?<who>{P})'s|(?<her>his|her))?\\s?(?:[a-z']+\\s){0,3}?(?:appeal|complaint|petition|motion)\\b(?:\\s(?:by|of|from)\\s(?:[a-z]+\\s){0,3}?(?<whom>{P}))?",
    (match) => {
      const group = ["who", "whom", "her"].find((name) => match.groups[name] !== undefined)
      const people = group === undefined ? [] : match.people(group)
      return people.length === 0 ? null : { type: "ruling", people, ...match.bench() }
    },
  ),
  rule(
    "conviction/upheld",
    "overturned upheld quashed",
    "{BENCH}{ADV}*\\s(?<did>overturned|quashed|upheld|annulled)\\s(?:(?<who>{P})'s|(?<her>his|her))\\s(?:[a-z-]+\\s){0,2}?(?:conviction|sentence|verdict)\\b",
    (match) => ({
      type: "ruling",
      people: match.people(match.groups.who === undefined ? "her" : "who"),
      ...match.bench(),
    }),
  ),
  rule(
    "acquittal/cleared",
    "cleared innocent guilty",
    "{SUBJECT}{APPO}{BE}\\s(?:cleared of (?:all |the |any )?(?:[a-z]+ )?charges?|found (?:to be )?not guilty|found innocent)\\b",
    (match) => ({ type: "acquittal", people: match.people("who") }),
  ),
  rule(
    "sentence/serving",
    "serving serve",
    "{WHO}{APPO}(?:\\s(?:is|was|has been|had been))?{ADV}*\\s(?:serving|serves|served)\\s(?<term>(?:a|an|his|her)?\\s?[^.;,]{0,30}?(?:sentence|term|years?|months?)\\b(?:\\s(?:in prison|in jail))?)(?:\\s(?:for|on charges of|over)\\s{OFFENCE})?",
    (match) =>
      /years?|months?|life|sentence|prison/.test(match.groups.term!) &&
      !/\b(?:as|terms? as|in (?:the|congress|parliament))\b/.test(match.groups.term!)
        ? sentence(match)
        : null,
  ),
]

/** Who is charged stands in the words, or is whoever is spoken of. */
function requalified(match: Match, change: Draft["change"]): Draft {
  const group = ["who", "whom", "her"].find((name) => match.groups[name] !== undefined)
  const person =
    group === undefined
      ? match.scene.focus.person(
          match.index,
          match.masked.span(match.from, match.to).start,
          "defendant",
          prosecutorsOf(match),
        )
      : null
  return {
    type: "charge",
    change: change ?? null,
    people: group === undefined ? (person === null ? [] : [person]) : match.people(group),
    charge: offence(match),
  }
}

/** Those who prosecute and judge are not the ones charged. */
function prosecutorsOf({ scene }: Match): string[] {
  return [...scene.entities.values()]
    .filter(({ roles }) =>
      roles.some((role) => /^(?:prosecutor|judge|magistrate|lawyer|attorney|investigator)$/u.test(role)),
    )
    .map(({ id }) => id)
}

function courtBefore(match: Match): Partial<Draft> {
  const bench = match.masked.between(0, match.from, "O")[0]?.thing.mention.entity ?? null
  const isCourt = bench !== null && /court|tribunal/iu.test(match.scene.entities.get(bench)?.name ?? "")
  return isCourt ? { court: bench, by: [bench] } : {}
}

function whom(match: Match): string[] {
  if (match.groups.whom !== undefined) return match.people("whom")
  if (match.groups.who !== undefined) return match.people("who")
  const person = match.scene.focus.person(match.index, match.masked.span(match.from, match.to).start, null)
  return person === null ? [] : [person]
}

function fine(match: Match): Draft {
  // A sum in a currency we do not know stays in its passage; an equivalent beside it is what can be counted.
  const at = match.at("sum") ?? match.at("near")
  const sum = at === null ? null : match.masked.between(at[0], at[1], "M")[0]!.thing.money
  const bench = match.masked.between(0, match.from, "O").at(-1)?.thing.mention.entity ?? null
  const isCourt = bench !== null && /court|tribunal/iu.test(match.scene.entities.get(bench)?.name ?? "")
  return {
    type: "fine",
    people: whom(match),
    amount:
      sum === null
        ? null
        : {
            value: Number(sum.amount),
            currency: sum.currency,
            equivalent: sum.equivalent || match.groups.near !== undefined,
          },
    court: isCourt ? bench : null,
    by: isCourt ? [bench] : [],
  }
}

function sentence(match: Match): Draft {
  const term = match.words("term")
  return {
    type: "sentence",
    people: match.people("who"),
    charge: offence(match),
    kind: /death/.test(term ?? "") ? "death" : "prison_term",
    ...match.bench(),
  }
}
