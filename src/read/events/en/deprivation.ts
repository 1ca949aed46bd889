import { type Rule, rule } from "./rule.js"
import { suffered } from "./suffered.js"

/** Arrest, detention, disappearance, release: what is done to a person's freedom outside a courtroom. */
export const DEPRIVATION: readonly Rule[] = [
  ...suffered({
    type: "arrest",
    stems: "arrest rearrest re-arrest",
    done: "(?:re-?)?arrested|taken into custody|taken into police custody",
    noun: "(?<!\\bhouse\\s|\\bhome\\s)arrest|rearrest|re-arrest",
    act: "mt04:030101",
  }),
  ...suffered({
    type: "detention",
    stems: "detain detention held imprison jail intern incarcerat custody behind picked rounded taken led",
    done: "detained|imprisoned|jailed|incarcerated|interned|held incommunicado|held in (?:pre-?trial |police |solitary |administrative )?(?:detention|custody|confinement|prison|jail)|held without (?:trial|charge)|held by|taken away by|picked up by (?:[a-z]+ )?(?:police|security|officers|agents|soldiers|men)|rounded up|taken away(?! from)|taken from (?:his|her|their) (?:homes?|house|flat|apartment|office) by|led away in handcuffs|locked up|thrown in(?:to)? (?:jail|prison)|put behind bars",
    did: "detained|imprisoned|jailed|interned|locked up",
    noun: "detention|imprisonment|incarceration|internment",
    act: "mt04:030102",
    violation: "arbitrary detention",
  }),
  ...suffered({
    type: "disappearance",
    stems: "disappear missing vanish",
    done: "forcibly disappeared|disappeared|reported missing|last seen|last heard from",
    did: "forcibly disappeared",
    noun: "(?:enforced |forced )?disappearance",
    act: "mt04:030103",
    violation: "enforced disappearance",
  }),
  rule(
    "disappearance/went-missing",
    "disappear missing vanish",
    "{WHO}{APPO}(?:\\s(?:has|have|had))?{ADV}*\\s(?:disappeared|vanished|went missing|gone missing)\\b(?!\\s(?:from the (?:list|race|agenda)))",
    (match) => ({
      type: "disappearance",
      people: match.people("who"),
      act: "mt04:030103",
      violation: "enforced disappearance",
    }),
  ),
  ...suffered({
    type: "kidnapping",
    stems: "kidnap abduct hostage snatch",
    done: "kidnapped|abducted|taken hostage|snatched|seized by (?:gunmen|militants|unidentified men)",
    did: "kidnapped|abducted|snatched",
    noun: "kidnapping|abduction",
    act: "mt04:030104",
    violation: "kidnapping",
  }),
  // Many at once, and nobody by name: who they are stays in the words.
  rule(
    "detention/many",
    "detained taken arrested imprisoned interned rounded shut held",
    "\\b(?:\\d[\\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|thousands of|several|scores of)\\s(?:[a-z-]+\\s){0,3}?(?:{G}|people|persons|members|men|women|relatives|villagers|residents|activists|protesters|journalists|students|worshippers|workers|demonstrators)\\b(?:\\s(?:of|from|in|who)\\s[^.;]{1,110}?)?,?\\s(?:were|have been|had been|was)\\s(?:also\\s|later\\s)?(?:taken away|detained|arrested|imprisoned|interned|rounded up|locked up|shut in)\\b",
    // What somebody wrote in May of many people did not happen in May.
    ({ masked, from }) => ({
      type: "detention",
      act: "mt04:030102",
      ...(/\b(?:said|says|wrote|writes|reported|estimated)\b[^.;]{0,40}\bthat\s(?:[a-z]+\s){0,3}$/u.test(
        masked.text.slice(0, from),
      )
        ? { date: null }
        : {}),
    }),
  ),
  rule(
    "death/died-held",
    "died",
    "{WHO}(?:{APPO}|,)(?:\\s(?:has|had))?{ADV}*\\sdied\\s(?:in|under|while in|after)\\s(?:[a-z-]+\\s){0,2}?(?:custody|detention|prison|jail|a camp|the camp|captivity|torture|interrogation)\\b",
    (match) => ({ type: "death", people: match.people("who"), act: "mt04:01010601" }),
  ),
  rule(
    "release/walked",
    "walked left freed freedom",
    "{SUBJECT}{APPO}(?:\\s(?:has|had))?{ADV}*\\s(?:walked (?:free(?! of)|out of (?:prison|jail|custody|detention|the [a-z -]{0,20}?(?:prison|jail|cent(?:re|er))))|left (?:prison|jail|custody|detention)|regained (?:his|her|their) freedom)\\b",
    (match) => ({ type: "release", people: match.people("who") }),
  ),
  ...suffered({
    type: "release",
    stems: "releas freed",
    done: "released(?! on bail)|freed|set free|let go",
    did: "released|freed",
    noun: "release",
  }).filter(({ name }) => name !== "release/who-was"),
]
