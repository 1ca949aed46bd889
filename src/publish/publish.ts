import { join } from "node:path"
import { canonical } from "../ledger/canonical.js"
import type { Bodies } from "../ledger/entry.js"
import type { Day } from "../model/date.js"
import type { EntityId, EntryId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { BlobRef } from "../vault/blobs.js"
import { caseKey } from "../vault/casekey.js"
import type { Db } from "../vault/db.js"
import { writeDurably } from "../vault/durable.js"
import { entryById } from "../vault/logs.js"
import type { Vault } from "../vault/vault.js"
import type { Lang } from "../views/words/say.js"
import { type Made, makeDossier } from "./dossier.js"
import { dossierJson } from "./json.js"
import { type DossierFile, sha256, signManifest, verifierKey } from "./manifest.js"
import { dossierHtml } from "./page.js"

export type Format = "html" | "json"

export interface DossierAsked {
  /** A case, a person or an organisation. */
  readonly id: EntityId
  readonly on: Day
  /** Of the page; the JSON has none. */
  readonly lang: Lang
  readonly formats: readonly [Format, ...Format[]]
}

export interface Published {
  readonly entry: EntryId
  /** The dossier, `case.vkey` and last `manifest.note`, in the order in which they are to be written. */
  readonly files: readonly (DossierFile & { readonly sha256: string })[]
  readonly statements: number
  readonly sources: number
}

/**
 * Makes a dossier, signs it with the key of the case and writes down in the ledger that it went out: what is given out
 * is always on record. The files are the caller's to deliver.
 * @throws DalelError entity/unknown, vault/disk-full
 */
export async function publish(vault: Vault, asked: DossierAsked): Promise<Published> {
  const ready = await prepare(vault, asked)
  return record(vault, ready)
}

/**
 * The same into a folder, new or empty. The manifest is written last, after the entry: files without it are no dossier.
 * @throws DalelError export/not-empty
 */
export async function publishTo(vault: Vault, asked: DossierAsked, folder: string): Promise<Published> {
  const { disk } = vault.world
  const there = await disk.stat(folder)
  if (there && (there.kind !== "folder" || (await disk.list(folder)).length > 0))
    throw new DalelError("export/not-empty", folder)
  const ready = await prepare(vault, asked)
  await disk.makeFolder(folder)
  const write = ({ name, bytes }: DossierFile) => writeDurably(disk, join(folder, name), bytes)
  for (const file of ready.files) await write(file)
  const published = await record(vault, ready)
  for (const file of published.files.slice(ready.files.length)) await write(file)
  return published
}

interface Ready {
  readonly made: Made
  readonly files: readonly DossierFile[]
  readonly key: DossierFile
  readonly manifest: DossierFile
  readonly body: Omit<Bodies["publish"], "opening">
}

async function prepare(vault: Vault, { id, on, lang, formats }: DossierAsked): Promise<Ready> {
  const made = await makeDossier(vault, id, on, vault.world.random)
  const key = await caseKey(vault, made.choice.whole.root)
  const verifier = verifierKey(key)
  const text = {
    html: () => dossierHtml(made.dossier, lang, verifier),
    json: async () => dossierJson(made.dossier, verifier),
  }
  const files: DossierFile[] = []
  for (const format of [...new Set(formats)].sort()) files.push(fileOf(`dossier.${format}`, await text[format]()))
  return {
    made,
    files,
    key: fileOf("case.vkey", `${verifier}\n`),
    manifest: fileOf("manifest.note", signManifest(files, key)),
    body: {
      case: made.choice.whole.root,
      files: files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) })),
      key: verifier,
      on,
      statements: Object.keys(made.opening.statements).length,
    },
  }
}

function fileOf(name: string, text: string): DossierFile {
  return { name, bytes: Buffer.from(text) }
}

async function record(vault: Vault, { made, files, key, manifest, body }: Ready): Promise<Published> {
  const opening: BlobRef = await vault.blobs.put(Buffer.from(canonical(made.opening)))
  try {
    const [entry] = await vault.commit([{ kind: "publish", body: { ...body, opening: opening.id } }], [opening])
    return {
      entry: entry!.id,
      files: [...files, key, manifest].map((file) => ({ ...file, sha256: sha256(file.bytes) })),
      statements: body.statements,
      sources: Object.keys(made.opening.sources).length,
    }
  } catch (error) {
    await vault.blobs.remove(opening.id).catch(() => {}) // the first error is the one to tell
    throw error
  }
}

/** Why a dossier should not have gone out. */
export const TAKEN_BACK = ["consent_withdrawn", "danger", "error", "law", "replaced"] as const
export type TakenBack = (typeof TAKEN_BACK)[number] & Bodies["withdraw"]["reason"]

export interface Publication {
  readonly entry: EntryId
  readonly at: string
  readonly files: Bodies["publish"]["files"]
  /** The day the status was told for. */
  readonly on: Day
  /** Why it was taken back, and the entry that says so. Null while it stands. */
  readonly withdrawn: { readonly reason: TakenBack; readonly entry: EntryId } | null
}

/** What went out about a case, newest first. */
export async function publicationsOf({ db }: Vault, id: EntityId): Promise<Publication[]> {
  const rows = await db.all<{ entry: EntryId; at: string; files: string; on: Day }>(
    `SELECT p.entry, p.at, p.files, p.day AS "on"
     FROM i_publication p JOIN i_entry e ON e.id = p.entry JOIN i_entity a ON a.id = p.about
     WHERE e.live = 1 AND a.canon = (SELECT canon FROM i_entity WHERE id = ?) ORDER BY p.at DESC, p.entry`,
    id,
  )
  return Promise.all(
    rows.map(async (row) => ({ ...row, files: JSON.parse(row.files), withdrawn: await withdrawnBy(db, row.entry) })),
  )
}

/** Dossiers about any of these that are out and not taken back, each once. */
export async function outAbout(vault: Vault, ids: readonly EntityId[]): Promise<{ entry: EntryId; at: string }[]> {
  const all = (await Promise.all(ids.map((id) => publicationsOf(vault, id)))).flat()
  const out = all.filter(({ withdrawn }) => withdrawn === null)
  return [...new Map(out.map(({ entry, at }) => [entry, { entry, at }])).values()]
}

async function withdrawnBy(db: Db, publication: EntryId): Promise<Publication["withdrawn"]> {
  const row = await db.one<{ reason: TakenBack; entry: EntryId }>(
    `SELECT w.reason, w.entry FROM i_withdrawal w JOIN i_entry e ON e.id = w.entry
     WHERE w.publication = ? AND e.live = 1 ORDER BY w.entry LIMIT 1`,
    publication,
  )
  return row ?? null
}

/**
 * Says that a dossier should not have gone out. Copies cannot be called back; that the team took it back can be shown.
 * @throws DalelError decision/unknown, decision/undone (taken back already)
 */
export async function withdraw(vault: Vault, publication: EntryId, reason: TakenBack): Promise<EntryId> {
  const placed = await entryById(vault.db, publication)
  if (placed?.entry.kind !== "publish") throw new DalelError("decision/unknown", publication)
  if (await withdrawnBy(vault.db, publication)) throw new DalelError("decision/undone", publication)
  const [entry] = await vault.commit([{ kind: "withdraw", body: { publication, reason } }])
  return entry!.id
}
