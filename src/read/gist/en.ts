import type { Gist } from "../../model/reading.js"
import type { Scene } from "../events/scene.js"
import { DEMONYMS } from "../places/gazetteer.js"
import type { Told } from "./told.js"
import { HARM, SUFFERED, victimsOf } from "./victims.js"
import { violationsIn } from "./violations.js"

export function gistOf(told: Told): Gist {
  const { scene, events } = told
  const victims = victimsOf(told)
  const harm = events.filter(({ type }) => type in SUFFERED)
  const perpetrators = [...new Set(harm.flatMap(({ by, court }) => (court === null ? by : [...by, court])))].slice(0, 5)
  return {
    violations: violationsIn(scene.text),
    victims,
    perpetrators,
    country: countryOf(scene),
    date: dateOf(told),
  }
}

/** What is done to a person, not what a court then makes of it. */
const CORE = new Set(["arrest", "detention", "killing", "torture", "kidnapping", "disappearance", "attack"])

/** When it happened: the first dated harm, else the first date beside words of harm, else the day of publication. */
function dateOf({ scene, events, published }: Told): string | null {
  const event = events.find(({ type, date }) => CORE.has(type) && date !== null)
  if (event) return event.date
  let at = 0
  for (const { start, edtf, value } of scene.dates) {
    while (at < scene.sentences.length - 1 && scene.sentences[at]!.end <= start) at++
    const sentence = scene.sentences[at]
    if (value !== null && sentence && HARM.test(scene.text.slice(sentence.start, sentence.end))) return edtf
  }
  return published
}

/** The country spoken of most: names, towns and peoples, those at the beginning more. */
function countryOf(scene: Scene): string | null {
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
