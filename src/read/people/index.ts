import type { Mention, ReadEntity } from "../../model/reading.js"
import type { Sentence } from "../sentences/index.js"
import { findNames as en } from "./en/names.js"
import { findNames as kk } from "./kk/names.js"
import { findNames as ru } from "./ru/names.js"
import { findNames as ug } from "./ug/names.js"
import { findNames as zh } from "./zh/names.js"

export interface Names {
  /** In order of first mention; ids `p1`, `o1`, `l1`, `g1`. */
  readonly entities: readonly ReadEntity[]
  /** In order, none overlapping. */
  readonly mentions: readonly Mention[]
}

/** The list: who and what a document names, once for the whole document. `known`: names the vault holds. */
export const NAMES: Readonly<
  Record<string, (text: string, sentences: readonly Sentence[], known: readonly string[]) => Names>
> = { en, ru, zh, kk, ug }

export function findNames(
  text: string,
  sentences: readonly Sentence[],
  language: string,
  known: readonly string[],
): Names {
  return NAMES[language]?.(text, sentences, known) ?? { entities: [], mentions: [] }
}
