import type { ReadFact } from "../../model/reading.js"
import type { Scene } from "../events/scene.js"
import { readFacts as en } from "./en.js"
import { readFacts as kk } from "./kk.js"
import { readFacts as ru } from "./ru.js"

/** A fact and the rule that read it: `facts/born`. */
export interface FoundFact extends ReadFact {
  readonly rule: string
}

/** The list: what a document says stands, apart from what happened: birth, citizenship, office, residence. */
export const FACTS: Readonly<Record<string, (scene: Scene) => FoundFact[]>> = { en, kk, ru }

export function findFacts(scene: Scene, language: string): FoundFact[] {
  return FACTS[language]?.(scene) ?? []
}
