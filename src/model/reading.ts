import type { Span } from "./passage.js"
import type { LocalRef, Proposal } from "./proposal.js"

/** What `read` gives: the object of CONTRACTS, plus the map back to the bytes and the proposals themselves. */
export interface Reading {
  readonly reader: string
  readonly language: string
  readonly text: string
  readonly title: string | null
  /** The article alone: body, headings and quotes, without furniture. */
  readonly mainText: string
  readonly metadata: readonly Metadatum[]
  readonly zones: readonly Zone[]
  readonly missingMedia: readonly MissingMedia[]
  readonly mentions: readonly Mention[]
  readonly entities: readonly ReadEntity[]
  readonly dates: readonly ReadDate[]
  readonly quantities: readonly ReadQuantity[]
  readonly events: readonly ReadEvent[]
  readonly claims: readonly ReadClaim[]
  readonly gist: Gist
  readonly legal: readonly LegalMention[]
  readonly facts: readonly ReadFact[]
  readonly proposals: readonly Proposal[]
  readonly map: ByteMap
}

/** What can be read; everything else is sealed, and described by hand. */
export const READABLE: readonly string[] = [
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "application/x-subrip",
  "text/vtt",
  "text/csv",
  "application/pdf",
]

/** The languages the reader has rules for. A source in another is sealed, shown, and marked by hand. */
export const LANGUAGES: readonly string[] = ["en", "ru", "kk", "ug", "zh"]

/** What a reading writes between two cells of a row. */
export const BETWEEN_CELLS = " | "

/**
 * From characters of the text back to the original.
 *
 * `pieces` lead to bytes, in every format that is itself written in characters. Each says: characters `start`..`end`
 * of the text come from bytes `from`..`to`. In a `plain` piece the bytes decode to exactly those characters; in any
 * other the bytes are what stands for the characters as a whole (an entity, a run of white space folded to one space,
 * what stands between two cues or two cells). Characters covered by no piece (a line break between blocks) come from
 * no byte. A PDF keeps its text in no such way: its `pieces` are empty, its `encoding` is `binary`.
 *
 * `places`, where the format has them, lead to what a person looks up: a page, a time, a row (`placeOf`).
 */
export interface ByteMap {
  /** WHATWG label the bytes were decoded with: `utf-8`, `windows-1251`, `utf-16le`; `binary` when they are no text. */
  readonly encoding: string
  readonly pieces: readonly BytePiece[]
  readonly places?: Places
}

/** In order of the text; stretches do not overlap, and what lies between them has no place of its own. */
export type Places =
  | { readonly kind: "pages"; readonly pages: readonly PageSize[]; readonly runs: readonly PageRun[] }
  | { readonly kind: "cues"; readonly cues: readonly Cue[] }
  | { readonly kind: "cells"; readonly header: readonly string[]; readonly rows: readonly Row[] }

/**
 * A page as it is shown (turned and cropped as the file says). Lengths and positions are in points (1/72 inch), from
 * the upper left corner, downwards; not from the lower left one, as inside the file.
 */
export interface PageSize {
  readonly width: number
  readonly height: number
  /** False: it has no text layer that can be read. It may be a scan; only a person, or OCR, can tell. */
  readonly text: boolean
}

/** left, top, right, bottom. */
export type Rectangle = readonly [left: number, top: number, right: number, bottom: number]

/** A stretch of one line of one page. */
export interface PageRun extends Span {
  /** From 1. */
  readonly page: number
  readonly box: Rectangle
  /** Where each character begins, and where the last one ends: `end - start + 1` positions. Null: only the box is known. */
  readonly edges: readonly number[] | null
}

/** What is shown or said from one time to another, in milliseconds from the beginning. */
export interface Cue extends Span {
  readonly from: number
  readonly to: number
  /** As written before the words or in the cue's voice tag. */
  readonly speaker: string | null
}

/** One row of a table. */
export interface Row extends Span {
  /** As a spreadsheet numbers it: from 1, the header and empty rows included. */
  readonly number: number
  /** Where each cell begins in the text, counted from the row's start. */
  readonly cells: readonly number[]
}

export interface BytePiece extends Span {
  readonly from: number
  readonly to: number
  readonly plain: boolean
}

export type ZoneKind =
  | "title"
  | "byline"
  | "dateline"
  | "body"
  | "caption"
  | "quote"
  | "table"
  | "widget"
  | "nav"
  | "bio"
  | "legal"
  | "related"
  | "speaker"
  | "other"

export interface Zone extends Span {
  readonly kind: ZoneKind
}

export interface Metadatum {
  /** `proposed`: what the reader stopped at, when the source holds more: `2000 of 5311 rows`, `first 4000 claims`. */
  readonly name: string
  readonly value: string
  /** Where it was found: `json-ld`, `opengraph`, `meta`, `time`, `dateline`, `text`, … */
  readonly from: string
}

export interface MissingMedia extends Span {
  readonly kind: "audio" | "video" | "image" | "unknown"
  readonly title: string | null
  /** As written: `0:03:09`. */
  readonly duration: string | null
}

export interface Mention extends Span {
  readonly kind: "Person" | "Organization" | "Place" | "Group"
  readonly entity: LocalRef
}

export interface ReadEntity {
  readonly id: LocalRef
  readonly kind: "Person" | "Organization" | "Place" | "Group"
  readonly name: string
  readonly aliases: readonly string[]
  readonly country?: string
  readonly roles: readonly string[]
}

export interface ReadDate extends Span {
  readonly edtf: string
  /** The bare day, month or year the words name: `2019-03` for "since March"; null when the year is unknown. */
  readonly value: string | null
  readonly relation: "since" | "until" | "on" | "in" | "before" | "after" | null
  readonly reference: string | null
}

export interface ReadQuantity extends Span {
  readonly words: string
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly approximate: boolean
}

export interface ReadEvent {
  readonly type: string
  readonly kind: string | null
  readonly change: "imposed" | "extended" | "continued" | "lifted" | "requalified" | null
  readonly date: string | null
  readonly place: LocalRef | null
  readonly from: LocalRef | null
  readonly to: LocalRef | null
  readonly reason: Span | null
  readonly allegedAt: LocalRef | null
  readonly people: readonly LocalRef[]
  readonly by: readonly LocalRef[]
  readonly court: LocalRef | null
  readonly proceeding: number | null
  readonly charge: string | null
  readonly amount: { readonly value: number; readonly currency: string; readonly equivalent: boolean } | null
  readonly act: string | null
  readonly violation: string | null
  readonly passages: readonly [Span, ...Span[]]
}

export interface ReadClaim {
  readonly speaker: LocalRef | null
  readonly speakerText: string | null
  readonly stance: "asserts" | "denies" | "accuses" | "names" | "qualifies"
  readonly kind: "direct" | "indirect" | "naming"
  readonly cue: string
  readonly source: Span | null
  readonly content: Span
  /** Quotations after it that go on with the same words: “…,” she said. “…” */
  readonly more: readonly Span[]
  /** Who passed it on: Aldan, in "Aldan said that Orazova had told him …". */
  readonly via: LocalRef | null
  readonly setting: string | null
  readonly spokenIn: string | null
  readonly hedge: string | null
  readonly quantity: ReadQuantity | null
  readonly counters: readonly number[]
}

export interface Gist {
  readonly violations: readonly string[]
  readonly victims: readonly LocalRef[]
  readonly perpetrators: readonly LocalRef[]
  readonly country: string | null
  readonly date: string | null
}

export interface LegalMention extends Span {
  readonly kind: "law" | "offence" | "penalty"
}

export interface ReadFact {
  readonly subject: LocalRef
  readonly property: string
  /** A local entity, a number, a word, or true/false. */
  readonly value: string | number | boolean
  readonly passages: readonly [Span, ...Span[]]
}

/** What the reader may be told beforehand. `names`: names the vault already knows. */
export interface Hints {
  readonly published?: string
  readonly lang?: string
  readonly url?: string
  /** `text/html`, `text/plain`; guessed from the bytes when absent. */
  readonly mediaType?: string
  /** WHATWG label, when the bytes were made from a string: what the page declares is then ignored. */
  readonly encoding?: string
  readonly names?: readonly string[]
}
