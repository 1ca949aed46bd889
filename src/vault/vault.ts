import { type Place, sightOf } from "../ledger/cause.js"
import type { AnyEntry, Bodies, Entry } from "../ledger/entry.js"
import { type Draft, entryOf, sealCommit, type Writer } from "../ledger/log.js"
import type { Signer } from "../ledger/signature.js"
import type { DeviceId, EntryId, MemberId, VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { BlobRef, BlobStore } from "./blobs.js"
import type { Db } from "./db.js"
import type { Device } from "./device.js"
import { erase } from "./erase.js"
import type { Layout } from "./folder.js"
import { isTwice } from "./forks.js"
import type { HeadFile } from "./head.js"
import { forgetHolder } from "./holder.js"
import type { DerivedKeys, MemberKeys, VaultSecret } from "./keys.js"
import { beginLog, logsOf, rootText, storeCommit } from "./logs.js"
import type { World } from "./world.js"

/** What the index is told of each commit, inside the same transaction. Answers which entries had no right to be made. */
export type Fold = (db: Db, entries: readonly FoldEntry[], blobs: BlobStore) => Promise<readonly EntryId[]>

/** An entry with its place: its log, and what its commit had seen of the others. */
export interface FoldEntry extends Place {
  readonly entry: AnyEntry
}

/** Something not as it should be that did not keep the vault from opening. */
export interface Finding {
  readonly fault:
    | "head-slot-damaged"
    | "new-device"
    | "commit-finished"
    | "change-of-secret-finished"
    /** What was expunged is gone from the new database that follows; there was no room to write it yet. */
    | "rewrite-due"
  readonly where: string
}

/** An open vault. Everything a person decides goes through `commit`; nothing else writes to the ledger. */
export interface Vault {
  readonly id: VaultId
  readonly member: MemberId
  readonly device: DeviceId
  /** Made by `init --sample`: says so in its first entry. */
  readonly sample: boolean
  readonly layout: Layout
  readonly state: string
  readonly world: World
  readonly db: Db
  readonly blobs: BlobStore
  readonly findings: readonly Finding[]
  /**
   * One act: entries, their commitments, the fold and the head, durable when it answers. `blobs` are registered in the
   * same transaction.
   * @throws DalelError vault/disk-full, entry/too-large, member/no-right
   */
  commit(drafts: readonly Draft[], blobs?: readonly BlobRef[]): Promise<readonly Entry[]>
  /**
   * The same for what hangs on what stands in the vault: `look` sees it as it is when it is the act's turn, inside the
   * transaction, so that nothing can come between looking and writing. It must use no `db` but the one it is given.
   */
  commitAs(look: (db: Db) => Promise<Act>): Promise<readonly Entry[]>
  close(): Promise<void>
}

export interface Act {
  readonly drafts: readonly Draft[]
  readonly blobs?: readonly BlobRef[]
}

/** What is held while open. Only this folder sees it. */
export interface Held {
  readonly world: World
  readonly layout: Layout
  readonly state: string
  readonly id: VaultId
  readonly sample: boolean
  readonly keys: MemberKeys
  readonly signer: Signer
  readonly device: Device
  readonly secret: VaultSecret
  readonly derived: DerivedKeys
  readonly db: Db
  readonly blobs: BlobStore
  readonly heads: readonly HeadFile[]
  readonly findings: readonly Finding[]
  readonly fold: Fold
}

interface Inside {
  readonly own: Held
  /** Waits for every act before, and keeps those after waiting. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** What closing does, for whoever has the turn. */
  shut(): Promise<void>
}

const inside = new WeakMap<Vault, Inside>()

export function heldBy(vault: Vault): Held {
  return inside.get(vault)!.own
}

/** For a change of the whole vault, during which no act may run. Acts that wait meanwhile find it closed, if it is. */
export function whileStill<T>(vault: Vault, work: (own: Held, shut: () => Promise<void>) => Promise<T>): Promise<T> {
  const { own, inTurn, shut } = inside.get(vault)!
  return inTurn(() => work(own, shut))
}

export function vaultOf(own: Held): Vault {
  const { world, layout, state, id, sample, keys, device, db, blobs, findings } = own
  let broken = false
  // One act after another, heads included: a head written late would belie the one before it.
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work)
    queue = turn.catch(() => {}) // told to whoever waits for the turn itself
    return turn
  }
  const commitAs: Vault["commitAs"] = (look) =>
    inTurn(async () => {
      if (broken) throw new DalelError("vault/damaged", "head")
      // A blob stays whatever happens here: a transaction that reports a failure may still have landed.
      const { entries, head } = await db.transaction(async (tx) => write(tx, own, await look(tx)))
      try {
        // The folder's own first, and durable: what lies outside is never ahead of it, and may be behind after a power
        // cut, which opening mends. Waiting for both would take as long as all the rest.
        const [inFolder, outside] = own.heads
        await inFolder!.write(head)
        await outside!.write(head, "soon")
      } catch (error) {
        // The database went on without its head. Opening again finishes the commit; going on here could fork the log.
        broken = true
        throw error
      }
      return entries
    })
  const shut = async () => {
    try {
      await db.close()
      for (const file of own.heads) await file.close()
      await forgetHolder(world, state)
    } finally {
      const { secret, derived } = own
      const secrets = [secret.secret, derived.db.key, derived.head, derived.device.secret, keys.identity.secret]
      for (const bytes of [...secrets, keys.signing, device.seed]) bytes.fill(0)
    }
  }
  const vault: Vault = {
    id,
    member: keys.member,
    device: device.id,
    sample,
    layout,
    state,
    world,
    db,
    blobs,
    findings,
    commit: (drafts, refs = []) => commitAs(async () => ({ drafts, blobs: refs })),
    commitAs,
    close: () => inTurn(shut),
  }
  inside.set(vault, { own, inTurn, shut })
  return vault
}

async function write(tx: Db, own: Held, { drafts, blobs: refs = [] }: Act) {
  const { world, device } = own
  if (await isTwice(tx, device.id)) throw new DalelError("vault/altered", device.id)
  const log = await beginLog(tx, device.id)
  const at = world.clock.now()
  const entries = drafts.map((draft) => entryOf(draft, own.keys.member, at, world.random))
  const seen = await seenBy(tx, device.id)
  const sealed = sealCommit(log.range, entries, writerOf(own), at, world.random, seen)
  for (const { id, key, size, sha256 } of refs)
    await tx.run("INSERT INTO blob (id, key, size, sha256) VALUES (?, ?, ?, ?)", id, key, size, sha256)
  await storeCommit(tx, log, sealed)
  for (const { kind, body } of drafts) if (kind === "expunge") await erase(tx, body.records)
  const refused = await own.fold(
    tx,
    sealed.records.map(({ entry, seq }) => ({ entry, device: device.id, seq, seen: sightOf(seen), branch: null })),
    own.blobs,
  )
  if (refused.length > 0) throw new DalelError("member/no-right")
  return { entries, head: { device: device.id, size: sealed.range.size, root: rootText(sealed.range) } }
}

function writerOf({ id, device, keys, signer }: Held): Writer {
  return { vault: id, device: device.id, deviceSigner: device.signer, member: keys.member, memberSigner: signer }
}

// What this device has seen of the others orders what it writes after what they wrote.
async function seenBy(tx: Db, device: DeviceId): Promise<Bodies["commit"]["seen"]> {
  const others = (await logsOf(tx)).filter((log) => log.device !== device && log.range.size > 0)
  return Object.fromEntries(others.map(({ device, range }) => [device, [range.size, rootText(range)] as const]))
}

/** Reads a registered blob's reference. @throws DalelError blob/missing */
export async function blobRef(db: Db, id: string): Promise<BlobRef> {
  const row = await db.one<BlobRef>("SELECT id, key, size, sha256 FROM blob WHERE id = ?", id)
  if (!row) throw new DalelError("blob/missing", id)
  return { ...row, key: Uint8Array.from(row.key) }
}
