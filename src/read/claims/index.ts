import type { Span } from "../../model/passage.js"
import type { ReadClaim, ReadQuantity } from "../../model/reading.js"
import type { Scene } from "../events/scene.js"
import { findClaims as en } from "./en/index.js"
import { findClaims as kk } from "./kk/index.js"
import { findClaims as ru } from "./ru/index.js"

/** A claim and the rule that read it: `claims/said`. */
export interface FoundClaim extends ReadClaim {
  readonly rule: string
  /** Quotations after it that go on with the same words: “…,” she said. “…” */
  readonly more: readonly Span[]
  /** The sentence it is said in. */
  readonly sentence: Span
}

/** The list: who says what, in the order it is said. */
export const CLAIMS: Readonly<Record<string, (scene: Scene, quantities: readonly ReadQuantity[]) => FoundClaim[]>> = {
  en,
  kk,
  ru,
}

export function findClaims(scene: Scene, language: string, quantities: readonly ReadQuantity[]): FoundClaim[] {
  return CLAIMS[language]?.(scene, quantities) ?? []
}
