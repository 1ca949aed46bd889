import type { Span } from "../../model/passage.js"
import type { ReadQuantity } from "../../model/reading.js"
import { quantities as en } from "./en.js"
import { quantities as kk } from "./kk.js"
import { quantities as ru } from "./ru.js"
import { quantities as ug } from "./ug.js"
import { quantities as zh } from "./zh.js"

export interface FoundMoney extends Span {
  /** A decimal number as digits. */
  readonly amount: string
  /** ISO 4217. */
  readonly currency: string
  /** The source converted it: "the equivalent of". */
  readonly equivalent: boolean
  readonly words: string
}

export interface Quantities {
  readonly quantities: readonly ReadQuantity[]
  readonly money: readonly FoundMoney[]
}

/** The list: numbers of people, durations and sums of a text, in order. */
export const QUANTITIES: Readonly<Record<string, (text: string) => Quantities>> = { en, kk, ru, ug, zh }

export function readQuantities(text: string, language: string): Quantities {
  return QUANTITIES[language]?.(text) ?? { quantities: [], money: [] }
}
