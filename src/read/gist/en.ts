import type { Gist } from "../../model/reading.js"
import type { Scene } from "../events/scene.js"
import { DEMONYMS } from "../places/gazetteer.js"
import type { Told } from "./told.js"
import { SUFFERED, victimsOf } from "./victims.js"
import { violationsIn } from "./violations.js"
import { whenOf } from "./when.js"

export function gistOf(told: Told): Gist {
  const { scene, events } = told
  const victims = victimsOf(told)
  const violations = violationsIn(scene.text)
  const harm = events.filter(({ type }) => type in SUFFERED)
  const perpetrators = [...new Set(harm.flatMap(({ by, court }) => (court === null ? by : [...by, court])))].slice(0, 5)
  return {
    violations,
    victims,
    perpetrators,
    country: countryOf(scene),
    date: whenOf(told, victims, violations),
  }
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
