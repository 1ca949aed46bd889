import type { Gist } from "../../model/reading.js"
import type { Told } from "./told.js"

/** The gist of a language without rules of its own for it: what its events say, and the country named most. */
export function gistOf({ scene, events }: Told): Gist {
  const harm = events.filter(({ violation }) => violation !== null)
  const weights = new Map<string, number>()
  for (const mentions of scene.mentions)
    for (const { entity } of mentions) {
      const country = scene.entities.get(entity)?.country
      if (country !== undefined) weights.set(country, (weights.get(country) ?? 0) + 1)
    }
  const [country = null] = [...weights].sort((a, b) => b[1] - a[1])[0] ?? []
  return {
    violations: [...new Set(harm.map(({ violation }) => violation!))],
    victims: [...new Set(harm.flatMap(({ people }) => people))].slice(0, 5),
    perpetrators: [],
    country,
    date: harm.find(({ date }) => date !== null)?.date ?? null,
  }
}
