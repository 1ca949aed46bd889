import { type Rule, rule } from "./rule.js"
import { suffered } from "./suffered.js"

/** Attacks, killings, torture, threats. */
export const VIOLENCE: readonly Rule[] = [
  ...suffered({
    type: "killing",
    stems:
      "kill murder assassinat shot slain execut behead lynch gunned stabbed hacked beaten slaughter massacr burned",
    done: "killed|murdered|assassinated|shot dead|shot and killed|shot to death|slain|executed|beheaded|lynched|gunned down|stabbed to death|hacked to death|beaten to death|tortured to death|massacred|fatally shot|found dead|burned alive",
    did: "killed|murdered|assassinated|shot dead|executed|beheaded|gunned down|slaughtered|massacred|shot and killed",
    noun: "killing|murder|assassination|slaying|extrajudicial execution|execution|beheading|lynching",
    act: "mt04:0101",
    violation: "killing",
  }),
  rule(
    "killing/died-in-custody",
    "died death",
    "{WHO}{APPO}(?:\\s(?:has|had))?{ADV}*\\sdied\\s(?:in|while in|under)\\s(?:(?:police|state|government|army|military|prison|official|{O})\\s)?(?:custody|detention|prison|jail)\\b",
    (match) => ({ type: "killing", people: match.people("who"), act: "mt04:01010601", violation: "killing" }),
  ),
  ...suffered({
    type: "torture",
    stems: "tortur electrocut waterboard ill-treat mistreat beaten",
    done: "tortured|electrocuted|waterboarded|ill-treated|mistreated|beaten in (?:custody|detention|prison)|subjected to torture|severely beaten in",
    did: "tortured|waterboarded",
    noun: "torture",
    act: "mt04:02011111",
    violation: "torture",
  }),
  ...suffered({
    type: "attack",
    stems: "attack assault beat stab shot ambush injur wound harass rape assail poison bomb",
    done: "attacked|assaulted|beaten(?: up)?|brutally beaten|stabbed|shot(?! dead| and killed| to death)(?: at| and wounded| and injured| in the)?|ambushed|injured|wounded|raped|sexually assaulted|poisoned|pelted with|manhandled|roughed up|physically assaulted|set upon",
    did: "attacked|assaulted|beat(?: up)?|stabbed|ambushed|poisoned|wounded|raped|fired (?:rubber bullets|tear gas|live (?:rounds|ammunition)) at|shot at|shot",
    noun: "attack|assault|beating|stabbing|shooting|rape|poisoning",
    act: "mt04:0201",
    violation: "other",
  }).filter(({ name }) => name !== "attack/whose"),
  rule(
    "attack/on",
    "attack assault",
    "\\b(?:attacks?|assaults?)\\s(?:on|against)\\s(?:(?:[a-z'-]+|{G}|{L}),?\\s){0,5}?(?<who>{P}(?:(?:, and |, | and ){P}){0,5})",
    (match) => ({
      type: "attack",
      people: match.people("who"),
      act: "mt04:0201",
      violation: "other",
    }),
  ),
  ...suffered({
    type: "threat",
    stems: "threat",
    done: "threatened(?: with (?:death|violence))?",
    did: "threatened",
    act: "mt04:02010301",
    violation: "other",
  }).filter(({ name }) => name !== "threat/who-was"),
  rule(
    "threat/received",
    "threat",
    "{WHO}{APPO}(?:\\s(?:has|have|had))?{ADV}*\\s(?:received|faced|faces|receives|been receiving|gotten)\\s(?:[a-z]+\\s){0,4}?(?:death\\s)?threats?\\b",
    (match) => ({
      type: "threat",
      people: match.people("who"),
      act: "mt04:02010302",
      violation: "other",
    }),
  ),
  rule(
    "threat/against",
    "threat",
    "\\b(?:death\\s)?threats?\\s(?:made\\s)?(?:against|to|towards?)\\s(?:[a-z'-]+\\s){0,4}?(?<who>{P})",
    (match) => ({
      type: "threat",
      people: match.people("who"),
      act: "mt04:02010302",
      violation: "other",
    }),
  ),
  rule(
    "raid/raided",
    "raid search storm ransack",
    "(?<by>{BY})(?:\\s[a-z]+){0,4}?(?:\\s(?:have|has|had))?{ADV}*\\s(?:raided|stormed|searched|ransacked)\\s(?<what>(?:(?:the|a|his|her|their|its|{P}'s?|{P}|{O}'s|{O}|{L}|several|two|three|[a-z'-]+)\\s?){1,7})",
    (match) => ({
      type: "raid",
      by: match.bodies("by"),
      people: match.masked.between(match.at("what")![0], match.to, "P").map(({ thing }) => thing.mention.entity),
      act: "mt04:040101",
    }),
  ),
  rule(
    "raid/was",
    "raid search storm ransack",
    "(?:(?<who>{P})'s\\s|(?<body>{O})(?:'s)?\\s?|\\b(?<her>[Hh]is|[Hh]er)\\s|\\b[Tt]he\\s(?:[a-z'-]+\\s)?)(?:home|house|apartment|office|offices|headquarters|newsroom|premises)?{BE}\\s(?:raided|searched|stormed|ransacked)\\b",
    (match) => ({
      type: "raid",
      people:
        match.groups.who !== undefined
          ? match.people("who")
          : match.groups.her !== undefined
            ? match.people("her")
            : match.bodies("body"),
      act: "mt04:040101",
    }),
  ),
]
