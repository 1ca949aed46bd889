import type { LocalRef, Proposal, ProposedStatement } from "../../model/proposal.js"
import type { ReadEntity, ReadQuantity } from "../../model/reading.js"
import type { FoundClaim } from "../claims/index.js"
import type { FoundEvent } from "../events/index.js"
import type { Scene } from "../events/scene.js"
import type { FoundFact } from "../facts/index.js"
import type { Page } from "../page.js"
import { proposeClaims } from "./claims.js"
import { proposeCourtCases } from "./courtcases.js"
import { proposeDocument } from "./document.js"
import { proposeEntities } from "./entities.js"
import { proposeEvents } from "./events.js"
import { proposeFacts } from "./facts.js"
import type { LangOf } from "./statements.js"

/** What there is to propose from. */
export interface Material {
  readonly page: Page
  readonly scene: Scene
  readonly lang: LangOf
  readonly entities: readonly ReadEntity[]
  readonly events: readonly FoundEvent[]
  readonly claims: readonly FoundClaim[]
  readonly facts: readonly FoundFact[]
  readonly quantities: readonly ReadQuantity[]
  /** A testimony or another first-person account: claims may be proposed from it, statuses never. */
  readonly testimony: boolean
}

export type Draft = Omit<Proposal, "number">

/** Every suggestion, numbered from 1: the document, who and what it names, proceedings, events, claims. */
export function propose(material: Material): Proposal[] {
  const drafts: Draft[] = [
    ...proposeDocument(material),
    ...proposeEntities(material),
    ...(material.testimony
      ? []
      : [...proposeFacts(material), ...proposeCourtCases(material), ...proposeEvents(material)]),
    ...proposeClaims(material),
  ]
  return drafts.map((draft, index) => ({ number: index + 1, ...draft }))
}

/** The entity an event or a claim becomes: its place in the reading, from 1. */
export const eventRef = (index: number): LocalRef => `e${index + 1}`
export const claimRef = (index: number): LocalRef => `c${index + 1}`
export const courtCaseRef = (proceeding: number): LocalRef => `k${proceeding}`

/** A proposal needs at least one statement; without one there is nothing to decide. */
export function draftOf(parts: Omit<Draft, "statements"> & { statements: readonly ProposedStatement[] }): Draft[] {
  const [first, ...rest] = parts.statements
  return first === undefined ? [] : [{ ...parts, statements: [first, ...rest] }]
}
