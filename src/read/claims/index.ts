import type { Span } from "../../model/passage.js"
import type { ReadClaim, ReadQuantity } from "../../model/reading.js"
import type { Scene } from "../events/scene.js"
import { MOST_CLAIMS } from "../limits.js"
import type { Page } from "../page.js"
import { findClaims as en } from "./en/index.js"
import { findClaims as kk } from "./kk/index.js"
import { nested } from "./nested.js"
import { findClaims as ru } from "./ru/index.js"
import { claimsOfTurns } from "./turns.js"
import { findClaims as ug } from "./ug/index.js"
import { findClaims as zh } from "./zh/index.js"

/** A claim and the rule that read it: `claims/said`. */
export interface FoundClaim extends ReadClaim {
  readonly rule: string
  /** The sentence it is said in. */
  readonly sentence: Span
}

/** The list: who says what, in the order it is said. */
export const CLAIMS: Readonly<Record<string, (scene: Scene, quantities: readonly ReadQuantity[]) => FoundClaim[]>> = {
  en,
  kk,
  ru,
  ug,
  zh,
}

export function findClaims(
  scene: Scene,
  page: Page,
  language: string,
  quantities: readonly ReadQuantity[],
): FoundClaim[] {
  const found = nested(CLAIMS[language]?.(scene, quantities) ?? [])
  return claimsOfTurns(scene, page, language, found).slice(0, MOST_CLAIMS)
}
