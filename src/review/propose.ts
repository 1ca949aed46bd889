import { createHash } from "node:crypto"
import { loadReading } from "../index/fold.js"
import { sourceById } from "../index/sources.js"
import { makeId, type RenditionId, type SourceId } from "../model/id.js"
import { READABLE, type Reading } from "../model/reading.js"
import { DalelError, type RefusalCode } from "../model/refusals.js"
import { blobRef, type Vault } from "../vault/vault.js"
import type { Reader } from "./reader.js"

export interface Proposed {
  readonly proposals: number
  /** Why it could not be read; the source stays sealed and can be described by hand. */
  readonly refused: RefusalCode | null
}

/** A larger source is sealed, and read by hand. */
const LARGEST = 64 * 1024 * 1024

/**
 * Reads a sealed source in the reading child and seals what it found as a rendition. A source that cannot be read
 * gets a rendition that says why; that is not an error of this function. `published` (EDTF) is what a person knows
 * better than the page; relative dates are counted from it.
 * @throws DalelError source/unknown, source/not-readable-yet, blob/damaged
 */
export async function readSource(vault: Vault, reader: Reader, id: SourceId, published?: string): Promise<Proposed> {
  const { card, blob, lang } = await sourceById(vault.db, id)
  const day = published ?? card.published
  if (!READABLE.includes(card.mediaType)) throw new DalelError("source/not-readable-yet", id)
  const rendition = makeId<RenditionId>(vault.world.random)
  let reading: Reading
  try {
    if (card.bytes > LARGEST) throw new DalelError("file/too-large", String(LARGEST))
    const hints = {
      mediaType: card.mediaType,
      ...(day && { published: day }),
      ...(card.address && { url: card.address }),
      ...(lang && { lang }),
    }
    reading = await reader.read(await wholeBlob(vault, blob), hints)
  } catch (error) {
    if (!(error instanceof DalelError) || !/^(reading|file)\//.test(error.code)) throw error
    const made = { kind: "refused", code: error.code } as const
    await vault.commit([{ kind: "rendition", body: { rendition, source: id, tool: TOOL, made } }])
    return { proposals: 0, refused: error.code }
  }
  const sealed = await vault.blobs.put(Buffer.from(JSON.stringify(reading)))
  const [name = "dalel-reader", version = "1"] = reading.reader.split("/")
  const made = {
    kind: "reading",
    blob: sealed.id,
    sha256: sealed.sha256,
    text: textHash(reading.text),
    language: reading.language,
    title: reading.title?.slice(0, 300) ?? null,
    published: day ?? reading.metadata.find((one) => one.name === "published")?.value ?? null,
    proposals: reading.proposals.length,
  } as const
  await vault.commit([{ kind: "rendition", body: { rendition, source: id, tool: { name, version }, made } }], [sealed])
  return { proposals: reading.proposals.length, refused: null }
}

/** In pixels: fine print can be read, and a picture stays below a megabyte. */
const PICTURE_WIDTH = 1200

/**
 * One page of a PDF as PNG, drawn in the reading child: what it shows is never decoded beside keys.
 * @throws DalelError source/unknown, source/not-readable-yet, blob/damaged, reading/…
 */
export async function pictureOf(
  vault: Vault,
  reader: Reader,
  id: SourceId,
  page: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const { card, blob } = await sourceById(vault.db, id)
  if (card.mediaType !== "application/pdf") throw new DalelError("source/not-readable-yet", id)
  if (card.bytes > LARGEST) throw new DalelError("file/too-large", String(LARGEST))
  return reader.picture(await wholeBlob(vault, blob), page, PICTURE_WIDTH)
}

const TOOL = { name: "dalel-reader", version: "1" }

/** SHA-256 (hex) of a text's UTF-8: what passages name it by. */
export function textHash(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}

async function wholeBlob(vault: Vault, blob: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of vault.blobs.get(await blobRef(vault.db, blob))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The reading in use of a source. @throws DalelError source/unknown, source/not-read, blob/damaged */
export async function readingOf(vault: Vault, id: SourceId) {
  const source = await sourceById(vault.db, id)
  const { rendition } = source
  if (!rendition?.blob || !rendition.text) throw new DalelError("source/not-read", id)
  const reading = await loadReading(vault.db, vault.blobs, rendition.blob)
  return { source, rendition: rendition.id, hash: rendition.text, reading }
}
