import type { Gist } from "../../model/reading.js"
import { DEMONYMS } from "../places/gazetteer.js"
import type { Told } from "./told.js"

/** Words that speak for a kind of violation, and how many of them make it the document's. */
const VIOLATIONS: readonly [name: string, pattern: RegExp, enough: number][] = [
  [
    "arbitrary detention",
    /\b(?:arrest(?:ed|s|ing)?|detain(?:ed|s|ing|ees?)?|detention|imprison(?:ed|ment)|jail(?:ed|s)?|prison(?:ers?|s)?|custody|incarcerat\p{L}*|behind bars|intern(?:ed|ment))\b/giu,
    2,
  ],
  [
    "killing",
    /\b(?:kill(?:ed|ing|ings|s|ers?)?|murder(?:ed|s|ers?)?|assassinat\p{L}*|shot dead|slain|massacre\p{L}*|death|deaths|dead|gunned down|stabbed to death|executed|lynch\p{L}*)\b/giu,
    2,
  ],
  ["torture", /\b(?:tortur(?:e|ed|ing)|electric shocks?|electrocut\p{L}*|waterboard\p{L}*)\b/giu, 2],
  ["kidnapping", /\b(?:kidnap(?:ped|ping|pings|pers?)?|abduct(?:ed|ion|ions|ors?)?|hostages?|ransom)\b/giu, 2],
  [
    "enforced disappearance",
    /\b(?:(?:enforced|forced) disappearances?|forcibly disappeared|disappeared|went missing|gone missing|incommunicado)\b/giu,
    1,
  ],
  [
    "other",
    /\b(?:attack(?:ed|s|ing)?|assault(?:ed|s)?|beat(?:en|ing|ings)?|threat(?:s|ened|ening)?|harass(?:ed|ment|ing)?|intimidat\p{L}*|raid(?:ed|s)?|tear gas|rubber bullets|injur(?:ed|ies)|wounded|violence|rape[ds]?|surveillance|evict\p{L}*|discriminat\p{L}*|censor\p{L}*|crackdown|banned|expelled|deport\p{L}*)\b/giu,
    2,
  ],
]

const SUFFERED: Readonly<Record<string, number>> = {
  arrest: 3,
  detention: 3,
  killing: 4,
  torture: 4,
  kidnapping: 4,
  disappearance: 4,
  attack: 3,
  threat: 2,
  charge: 2.5,
  accusation: 1,
  trial: 2.5,
  conviction: 2.5,
  sentence: 2.5,
  fine: 2,
  measure: 3,
  release: 2,
  hearing: 1.5,
  raid: 1.5,
}

export function gistOf({ scene, events, published }: Told): Gist {
  const { text } = scene
  const counts = VIOLATIONS.map(([name, pattern, enough]) => ({
    name,
    count: text.match(pattern)?.length ?? 0,
    enough,
  }))
  const most = Math.max(0, ...counts.map(({ count }) => count))
  const violations = counts
    .filter(({ count, enough }) => count >= enough && count >= most * 0.2)
    .map(({ name }) => name)
  const harm = events.filter(({ type }) => type in SUFFERED)
  const weights = new Map<string, number>()
  for (const { type, people, passages } of harm)
    for (const person of people) {
      if (scene.entities.get(person)?.kind !== "Person") continue
      const early = 1 + Math.max(0, 1 - passages[0].start / 2500)
      weights.set(person, (weights.get(person) ?? 0) + SUFFERED[type]! * early)
    }
  const top = Math.max(0, ...weights.values())
  const victims = [...weights]
    .filter(([, weight]) => weight >= Math.max(2, top * 0.3))
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([person]) => person)
  const perpetrators = [...new Set(harm.flatMap(({ by, court }) => [...by, ...(court === null ? [] : [court])]))].slice(
    0,
    5,
  )
  const main =
    harm.find(({ people, date }) => date !== null && people.some((person) => victims.includes(person))) ??
    harm.find(({ date }) => date !== null)
  return { violations, victims, perpetrators, country: countryOf(scene), date: main?.date ?? published }
}

/** The country spoken of most: names, towns and peoples, those at the beginning more. */
function countryOf(scene: Told["scene"]): string | null {
  const weights = new Map<string, number>()
  const add = (country: string | undefined, at: number, weight: number) => {
    if (country === undefined) return
    const early = at < 300 ? 3 : at < 1200 ? 2 : 1
    weights.set(country, (weights.get(country) ?? 0) + weight * early)
  }
  for (const mentions of scene.mentions)
    for (const { kind, entity, start } of mentions)
      if (kind === "Place") add(scene.entities.get(entity)?.country, start, 1)
  for (const { words } of scene.sentences)
    for (const { text, start, capital } of words) if (capital) add(DEMONYMS.get(text)?.country, start, 0.8)
  let best: [string, number] | null = null
  for (const entry of weights) if (best === null || entry[1] > best[1]) best = entry
  return best?.[0] ?? null
}
