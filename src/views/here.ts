import type { Mark } from "../model/casefile.js"
import type { EntityId, SourceId, StatementId } from "../model/id.js"
import type { Topic } from "./manual/topics.js"
import type { Lang } from "./words/say.js"

/** Where a page is shown: its language, and where its links lead (the desk, or one self-contained file). */
export interface Here {
  readonly lang: Lang
  readonly links: Links
  /** Set where the page or the row has already said that all of it was accepted in bulk. */
  readonly bulkSaid?: boolean
  /** One file that must stand alone: nothing is folded, shortened, or a step away. */
  readonly paper?: boolean
}

/** Addresses are made of random ids and offsets, never of names. Null: there is no such page here. */
export interface Links {
  source(id: SourceId): string | null
  /** `note`: the number of its footnote, where the page has footnotes. */
  passage(mark: Mark, note?: number): string
  entity(id: EntityId): string | null
  statement(id: StatementId): string | null
}

/** A place of the desk itself. */
export interface DeskHere extends Here {
  /** Proves that a form was made by this server for this browser. Null before the browser was let in. */
  readonly token: string | null
  readonly state: "none" | "locked" | "open"
  readonly sample: boolean
  /** The vault that can be gone to from here, beside this one. */
  readonly other: "own" | "sample" | null
  /** The stop of the tour this browser is at, from 1. */
  readonly tour: number | null
  /** Which page of the manual is about this one; null: its contents. */
  readonly topic: Topic | null
  /** Which entry of the navigation is lit. */
  readonly at: "home" | "sources" | "cases" | "add" | "search" | "ledger" | "settings" | null
}
