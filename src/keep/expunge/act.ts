import { openVault } from "../../index/open.js"
import { canonical } from "../../ledger/canonical.js"
import { type Bodies, type Entry, type ExpungeReason, isKnown } from "../../ledger/entry.js"
import type { Draft } from "../../ledger/log.js"
import type { EntryId, MemberId, SourceId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import type { BlobRef } from "../../vault/blobs.js"
import type { Db } from "../../vault/db.js"
import { markOf } from "../../vault/erase.js"
import { copyKeys } from "../../vault/keys.js"
import { entriesOfKind } from "../../vault/logs.js"
import { changeSecret } from "../../vault/rewrite.js"
import { heldBy, type Vault } from "../../vault/vault.js"
import { isAdministrator, mustAdminister, stands } from "../hold.js"
import { type Details, type ExpungeAsked, type Plan, planExpunge } from "./plan.js"
import { redact, restrict, sayAgain } from "./redact.js"

/** What is being done; the last takes longest. */
export type ExpungeStep = "looking" | "redacting" | "writing" | "database"

export interface Expunged {
  /** Open again, under a new secret; the one before is closed. */
  readonly vault: Vault
  readonly plan: Plan
  readonly entries: readonly EntryId[]
}

export interface Carrying {
  /** The plan a person saw and confirmed. */
  readonly digest: string
  /** The `ask` of another member, whose signature stands beside this one's. */
  readonly ask?: EntryId | null
  progress?(step: ExpungeStep): void
}

/**
 * Destroys what a plan names, once a person has confirmed that very plan: redacted copies first, then in one transaction
 * the tombstone, the words and the keys of the files; then the files and, under a new secret, a new database.
 * The vault is closed when it answers or fails late; go on with the one it gives.
 * @throws DalelError expunge/changed (something came between), expunge/held, expunge/needs-administrator,
 * vault/disk-full (the words are gone; the new database follows when there is room)
 */
export async function expunge(vault: Vault, asked: ExpungeAsked, carrying: Carrying): Promise<Expunged> {
  const { digest, ask = null, progress } = carrying
  progress?.("looking")
  await mustAdminister(vault.db, vault.member)
  const details = await planExpunge(vault.db, vault.blobs, asked)
  const { plan } = details
  if (plan.digest !== digest) throw new DalelError("expunge/changed")
  const second = await secondSignature(vault, asked, ask)
  if (plan.holds.length > 0 && second === null) throw new DalelError("expunge/held", plan.holds[0]!.entry)
  progress?.("redacting")
  const before = await rest(vault, details)
  progress?.("writing")
  let entries: readonly Entry[]
  try {
    entries = await vault.commitAs(async (db) => {
      if ((await planExpunge(db, vault.blobs, asked)).plan.digest !== digest) throw new DalelError("expunge/changed")
      const tombstones = await tombstonesFor(vault, db, details, second)
      const withdrawals = plan.dossiers
        .filter(({ withdrawn }) => !withdrawn)
        .map(({ entry }): Draft => ({ kind: "withdraw", body: { publication: entry, reason: why(asked.reason) } }))
      return { drafts: [...before.drafts, ...withdrawals, ...tombstones], blobs: before.blobs }
    })
  } catch (error) {
    for (const { id } of before.blobs) await unlessKnown(vault, id)
    throw error
  }
  progress?.("database")
  const { world, layout } = vault
  const keys = copyKeys(heldBy(vault).keys)
  await changeSecret(vault)
  const opened = await openVault(world, layout.folder, { keys })
  return { vault: opened, plan, entries: entries.filter(({ kind }) => kind === "expunge").map(({ id }) => id) }
}

/** Asks for it to be done, for whoever may not do it alone. @throws DalelError expunge/nothing, … */
export async function askExpunge(vault: Vault, asked: ExpungeAsked): Promise<EntryId> {
  const { fates } = await planExpunge(vault.db, vault.blobs, asked)
  const list = [...fates].map(([source, fate]) => ({ source, fate }))
  const [entry] = await vault.commit([
    { kind: "ask", body: { target: asked.target, fates: list, reason: asked.reason } },
  ])
  return entry!.id
}

export interface OpenAsk {
  readonly entry: EntryId
  readonly at: string
  readonly by: MemberId
  readonly asked: ExpungeAsked
}

/** What was asked for and not yet done, oldest first. */
export async function openAsks(db: Db): Promise<OpenAsk[]> {
  const done = new Set<EntryId | null | undefined>()
  for (const { entry } of await entriesOfKind(db, "expunge"))
    if (isKnown(entry) && entry.kind === "expunge") done.add(entry.body.asked)
  const asks: OpenAsk[] = []
  for (const { entry } of await entriesOfKind(db, "ask")) {
    if (!isKnown(entry) || entry.kind !== "ask" || done.has(entry.id) || !(await stands(db, entry.id))) continue
    const { target, reason, fates } = entry.body
    const asked = { target, reason, fates: new Map(fates.map(({ source, fate }) => [source, fate])) }
    asks.push({ entry: entry.id, at: entry.at, by: entry.by, asked })
  }
  return asks
}

/** The ask of another administrator for the same thing; null when there is none. */
async function secondSignature(vault: Vault, asked: ExpungeAsked, ask: EntryId | null): Promise<EntryId | null> {
  const fits = (one: OpenAsk) => one.by !== vault.member && canonical(one.asked.target) === canonical(asked.target)
  const found = (await openAsks(vault.db)).find((one) => (ask === null || one.entry === ask) && fits(one))
  return found && (await isAdministrator(vault.db, found.by)) ? found.entry : null
}

/** What is written of those who stay before the originals go. */
async function rest(vault: Vault, { plan, fates, naming, own, restated }: Details) {
  const drafts: Draft[] = []
  const blobs: BlobRef[] = []
  const going = new Set([...own, ...restated])
  for (const [id, fate] of fates) {
    if (fate === "restrict") drafts.push(...(await restrict(vault, id, going)))
    if (fate !== "redact") continue
    const made = await redact(vault, id, naming, own)
    drafts.push(...made.drafts)
    blobs.push(...made.blobs)
  }
  for (const { id, source } of plan.statements) {
    const fate = source === null ? undefined : fates.get(source)
    if (restated.has(id) && fate !== "redact") drafts.push(...(await sayAgain(vault, id, fate === "restrict")))
  }
  return { drafts, blobs }
}

// An entry has its bounds: several tombstones of one act name what does not fit into one.
const MOST_RECORDS = 900
const MOST_SOURCES = 250

async function tombstonesFor(vault: Vault, db: Db, { plan, fates }: Details, asked: EntryId | null): Promise<Draft[]> {
  const key = Buffer.from(vault.world.random(32)).toString("hex")
  const sources = [...fates].flatMap(([id, fate]) => (fate === "restrict" ? [] : [id]))
  const count = Math.max(1, Math.ceil(plan.records.length / MOST_RECORDS), Math.ceil(sources.length / MOST_SOURCES))
  const drafts: Draft[] = []
  for (let n = 0; n < count; n++) {
    const own = sources.slice(n * MOST_SOURCES, (n + 1) * MOST_SOURCES)
    const marks: string[] = []
    for (const source of own) marks.push(markOf(key, await sha256Of(db, source)))
    const body: Bodies["expunge"] = {
      records: plan.records.slice(n * MOST_RECORDS, (n + 1) * MOST_RECORDS),
      entities: n === 0 ? plan.entities : [],
      sources: own,
      reason: plan.reason,
      asked,
      bytes: { key, marks },
    }
    drafts.push({ kind: "expunge", body })
  }
  return drafts
}

async function sha256Of(db: Db, source: SourceId): Promise<string> {
  return (await db.one<{ sha256: string }>("SELECT sha256 FROM i_source WHERE id = ?", source))!.sha256
}

const why = (reason: ExpungeReason): Bodies["withdraw"]["reason"] => (reason === "duplicate" ? "replaced" : reason)

async function unlessKnown(vault: Vault, id: BlobRef["id"]): Promise<void> {
  const known = await vault.db.one("SELECT 1 AS yes FROM blob WHERE id = ?", id).catch(() => true)
  if (!known) await vault.blobs.remove(id).catch(() => {}) // the first error is the one to tell
}
