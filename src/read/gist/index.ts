import type { Gist } from "../../model/reading.js"
import { gistOf as en } from "./en.js"
import { gistOf as plain } from "./plain.js"
import type { Told } from "./told.js"

/** The list: what a document is mainly about, for sorting many of them. */
export const GISTS: Readonly<Record<string, (told: Told) => Gist>> = { en, ug: plain, zh: plain }

export const NO_GIST: Gist = { violations: [], victims: [], perpetrators: [], country: null, date: null }

export function findGist(told: Told, language: string): Gist {
  return GISTS[language]?.(told) ?? NO_GIST
}
