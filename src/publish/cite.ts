import type { Fact } from "../index/facts.js"
import { loadReading } from "../index/fold.js"
import { type StoredSource, sourceById } from "../index/sources.js"
import type { Citation } from "../model/casefile.js"
import { isEdtf } from "../model/date.js"
import type { SourceId } from "../model/id.js"
import type { Reading } from "../model/reading.js"
import { DalelError } from "../model/refusals.js"
import type { Vault } from "../vault/vault.js"
import { type Hidden, saysAnything, TAKEN_OUT, takeOut } from "./hide.js"

/** What may be told of a source, and what of it is held back. `id` is still the vault's. */
export interface Cited {
  readonly citation: Citation
  readonly sha256: string
  /** What the vault calls it: for the preview alone. */
  readonly title: string
  readonly heldBack: readonly Told[]
  readonly reading: Reading | null
}

export const TOLD = ["title", "publisher", "published", "address"] as const
export type Told = (typeof TOLD)[number]

/** The longest legal notice that is repeated, in characters. */
const LONGEST_NOTICE = 1500

/**
 * A source as the public may cite it. What a public statement says of it goes out. Where statements say something that
 * is not public, that is held back. Where none speaks of it, the page's own words are told if the page was published:
 * a letter or a testimony says nothing of itself. A file's name never goes out.
 */
export async function cite(
  vault: Vault,
  id: SourceId,
  facts: readonly Fact[],
  mayGo: (fact: Fact) => boolean,
  hidden: Hidden,
): Promise<Cited> {
  const source = await sourceById(vault.db, id)
  const reading = await readingOf(vault, source)
  const published = publishedPage(source, reading)
  const named = facts.some((fact) => fact.schema === "Article" && mayGo(fact))
  const heldBack: Told[] = []
  const told = (name: Told): string | null => {
    const own = facts.filter((fact) => fact.schema === "Article" && fact.property === name)
    const open = own.filter(mayGo).at(-1)
    const said = open?.words ?? (own.length === 0 ? (published?.[name] ?? null) : null)
    const words = said === null ? null : name === "address" ? openAddress(hidden, said) : takeOut(hidden, said)
    if (words !== null && saysAnything(words.replaceAll(TAKEN_OUT, ""))) return words
    if (own.length > 0 || said !== null) heldBack.push(name)
    return null
  }
  const citation = {
    id,
    title: told("title") ?? "",
    publisher: told("publisher"),
    published: told("published"),
    address: told("address"),
    legalNotice: reading && (published || named) ? noticeIn(reading, hidden) : null,
  }
  return { citation, sha256: source.card.sha256, title: source.card.title, heldBack, reading }
}

async function readingOf(vault: Vault, { rendition }: StoredSource): Promise<Reading | null> {
  if (!rendition?.blob) return null
  // Without a damaged reading its source is told by its statements alone.
  return loadReading(vault.db, vault.blobs, rendition.blob).catch((error) => {
    if (error instanceof DalelError && error.code.startsWith("blob/")) return null
    throw error
  })
}

/** What a page that was published says of itself; null for anything that may never have been. */
function publishedPage({ claimed }: StoredSource, reading: Reading | null): Record<Told, string | null> | null {
  const says = (name: string) => reading?.metadata.find((row) => row.name === name)?.value ?? null
  const canonical = says("canonical")
  const web = [claimed.url, canonical].find((one) => one !== null && /^https?:\/\//u.test(one)) ?? null
  const publisher = says("publisher")
  if (web === null && publisher === null) return null
  return {
    title: reading?.title ?? null,
    publisher,
    published: claimed.published ?? dayOf(says("published")),
    address: web,
  }
}

/** An address often spells out its headline: with a hidden name in it, it is held back whole. */
function openAddress(hidden: Hidden, address: string): string | null {
  const plain = unescaped(address).toLowerCase()
  const words = [...hidden.people.flatMap(({ parts }) => parts), ...hidden.words.map(({ text }) => text)].map((text) =>
    text.toLowerCase(),
  )
  return words.some((one) => one.length >= 4 && plain.includes(one)) ? null : address
}

function dayOf(instant: string | null): string | null {
  const day = instant?.slice(0, 10) ?? ""
  return isEdtf(day) ? day : null
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function noticeIn({ zones, text }: Reading, hidden: Hidden): string | null {
  const zone = zones.find(({ kind }) => kind === "legal")
  if (!zone) return null
  const words = text.slice(zone.start, Math.min(zone.end, zone.start + LONGEST_NOTICE)).trim()
  return words === "" ? null : takeOut(hidden, words)
}
