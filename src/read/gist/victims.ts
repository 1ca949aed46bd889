import type { Told } from "./told.js"

/** How heavily an event weighs on whom it happened to. */
export const SUFFERED: Readonly<Record<string, number>> = {
  killing: 4,
  torture: 4,
  kidnapping: 4,
  disappearance: 4,
  arrest: 3,
  detention: 3,
  attack: 3,
  measure: 3,
  charge: 2.5,
  trial: 2.5,
  conviction: 2.5,
  sentence: 2.5,
  threat: 2,
  fine: 2,
  release: 2,
  hearing: 1.5,
  raid: 1.5,
  accusation: 1,
}

/** Words of harm done to someone. */
export const HARM =
  /\b(?:arrest(?:ed)?|detained|detention|imprison\w*|jailed|sentenced|convicted|charged|killed|murder(?:ed)?|assassinat\w+|shot|stabbed|beaten|tortur\w+|attack(?:ed|s)?|assault(?:ed)?|kidnapped|abduct\w+|disappear\w+|missing|threat(?:s|ened)?|harass\w+|victims?|died|death|prison|custody|trial|released|freed|accused|injured|wounded|raped|hostage|held|intimidat\w+|persecut\w+|targeted)\b/iu

const words = (list: string) => new Set(list.split(/\s+/))
const OFFICIAL = words(
  `president minister premier chancellor governor ambassador envoy official officer officers policeman secretary spokesman
  spokeswoman spokesperson commissioner superintendent judge prosecutor senator congressman congresswoman rapporteur colonel
  general major captain lieutenant sergeant king prince sultan attorney detective inspector candidate director analyst expert
  chief militant gunman commander warlord`,
)
const AT_RISK = words(
  `activist activists journalist journalists lawyer lawyers blogger dissident defender campaigner prisoner detainee victim
  editor reporter photographer poet writer author student protester environmentalist whistleblower leader founder inmate
  correspondent cameraman filmmaker monk priest pastor teacher professor academic`,
)

/** Weights of a linear model over what a document says of a person. Fitted on HRDsAttack's training part, rounded. */
const WEIGHTS = {
  bias: -1.06,
  happened: 0.55,
  events: 0.25,
  amidHarm: 0.62,
  neverAmidHarm: -1.16,
  share: 1.19,
  mentions: -0.58,
  mostlySpeaks: -0.94,
  did: -0.57,
  inTitle: 0.13,
  early: 0.45,
  official: -1.72,
  atRisk: 0.9,
}

const ENOUGH = -0.5
const MOST = 8

/** Those to whom it happened, the likeliest first: a suggestion for sorting documents, never a finding. */
export function victimsOf({ scene, events, claims }: Told): string[] {
  const people = [...scene.entities.values()].filter(({ kind }) => kind === "Person")
  const told = new Map(
    people.map(({ id }) => [
      id,
      { events: 0, harm: 0, mentions: 0, claims: 0, did: false, first: Number.POSITIVE_INFINITY },
    ]),
  )
  for (const { type, people: whom, by } of events) {
    for (const id of whom) {
      const person = told.get(id)
      if (person) person.events += SUFFERED[type] ?? 0
    }
    for (const id of by) {
      const person = told.get(id)
      if (person) person.did = true
    }
  }
  for (const { speaker } of claims) {
    const person = speaker === null ? undefined : told.get(speaker)
    if (person) person.claims++
  }
  let all = 0
  for (const [at, mentions] of scene.mentions.entries()) {
    const { start, end } = scene.sentences[at]!
    const here = new Set<string>()
    for (const { kind, entity, start: from } of mentions) {
      const person = told.get(entity)
      if (kind !== "Person" || !person) continue
      all++
      person.mentions++
      person.first = Math.min(person.first, from)
      here.add(entity)
    }
    if (here.size > 0 && HARM.test(scene.text.slice(start, end))) for (const id of here) told.get(id)!.harm++
  }
  const title = scene.sentences[0]?.end ?? 0
  const weighed = people.map(({ id, roles }) => {
    const person = told.get(id)!
    const is = (yes: boolean) => (yes ? 1 : 0)
    const weight =
      WEIGHTS.bias +
      WEIGHTS.happened * is(person.events > 0) +
      WEIGHTS.events * Math.log1p(person.events) +
      WEIGHTS.amidHarm * Math.log1p(person.harm) +
      WEIGHTS.neverAmidHarm * is(person.harm === 0) +
      WEIGHTS.share * (person.mentions / Math.max(1, all)) +
      WEIGHTS.mentions * Math.log1p(person.mentions) +
      WEIGHTS.mostlySpeaks * is(person.claims > 0 && person.claims >= person.mentions / 2) +
      WEIGHTS.did * is(person.did) +
      WEIGHTS.inTitle * is(person.first <= title) +
      WEIGHTS.early * is(person.first < 600) +
      WEIGHTS.official * is(roles.some((role) => OFFICIAL.has(role))) +
      WEIGHTS.atRisk * is(roles.some((role) => AT_RISK.has(role)))
    return { id, weight }
  })
  return weighed
    .filter(({ weight }) => weight >= ENOUGH)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ id }) => id)
}
