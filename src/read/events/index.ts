import type { Span } from "../../model/passage.js"
import type { ReadEvent } from "../../model/reading.js"
import { findEvents as en } from "./en/index.js"
import { findEvents as kk } from "./kk/index.js"
import { findEvents as ru } from "./ru/index.js"
import type { Scene } from "./scene.js"
import { findEvents as ug } from "./ug/index.js"
import { findEvents as zh } from "./zh/index.js"

/** An event and the rule that read it: `measures/remain`. */
export interface FoundEvent extends ReadEvent {
  readonly rule: string
  /** Of the passages, those that only lend the date: "the judge also ruled", on the day of the sitting told before. */
  readonly borrowed: readonly Span[]
}

/** The list: what happened, in the order it is first told. */
export const EVENTS: Readonly<Record<string, (scene: Scene) => FoundEvent[]>> = { en, ug, zh, kk, ru }

export function findEvents(scene: Scene, language: string): FoundEvent[] {
  return EVENTS[language]?.(scene) ?? []
}
