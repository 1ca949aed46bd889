import { parseCheckpoint } from "../ledger/checkpoint.js"
import { isKnown } from "../ledger/entry.js"
import { base64 } from "../ledger/log.js"
import { parseNote } from "../ledger/note.js"
import { signerOf } from "../ledger/signature.js"
import { EMPTY } from "../ledger/tree.js"
import { openVouched } from "../ledger/warrant.js"
import type { DeviceId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { folderBlobs } from "./blobs.js"
import { type Db, openDb } from "./db.js"
import { type Device, makeDevice, readDevice, stateHeadPath, writeDevice } from "./device.js"
import { isMissing } from "./disk.js"
import { destroy, sweep } from "./durable.js"
import { rewriteDue } from "./erase.js"
import {
  FORMAT,
  type Hint,
  type Layout,
  layoutOf,
  readHint,
  refuseSharedFolder,
  stateFolder,
  writeHint,
} from "./folder.js"
import { isTwice } from "./forks.js"
import { createHead, type Head, type HeadFile, openHead } from "./head.js"
import { holderOf, noteHolder } from "./holder.js"
import type { Identity } from "./identity.js"
import { settleKeys } from "./keyring.js"
import {
  copyKeys,
  type DerivedKeys,
  deriveKeys,
  type KeyFile,
  type MemberKeys,
  openMemberFiles,
  openVaultKeys,
  readIdentityFile,
  readKeyFiles,
  type VaultSecret,
} from "./keys.js"
import { entriesOfKind, logOf, logsOf, rootText } from "./logs.js"
import { openRecoveryFile } from "./recovery.js"
import { type RecoveryKey, recoveryIdentity } from "./recoverykey.js"
import { changeSecret, copyOf, nextDb } from "./rewrite.js"
import { completeTables } from "./tables.js"
import { type Finding, type Fold, heldBy, type Vault, vaultOf } from "./vault.js"
import type { World } from "./world.js"

/** What opens a vault or a backup of it. */
export type Way =
  | { readonly passphrase: string }
  | { readonly identityFile: string }
  | { readonly recovery: RecoveryKey }
  /** Held already, by whoever has the vault open. */
  | { readonly keys: MemberKeys }

export type Opening = Way & {
  /**
   * Goes on although the database is behind a head: the head is kept as evidence, that log is closed, and this
   * machine becomes a new device.
   */
  readonly recover?: boolean
  /** A folder that was just restored from a backup: whatever this machine remembers of it, it is a new device. */
  readonly restored?: boolean
}

/**
 * Opens a vault, alone. Finishes what a crash interrupted; stops, and says so, when something was shortened or altered.
 * @throws DalelError vault/not-found, vault/newer-format, vault/wrong-passphrase, vault/in-use (where: who holds it),
 * vault/hint-differs, vault/shortened, vault/altered, vault/damaged, vault/key-damaged, vault/network-folder
 */
export async function openVault(world: World, folder: string, opening: Opening, fold: Fold): Promise<Vault> {
  const vault = await openAsItIs(world, folder, opening, fold)
  if ((await rewriteDue(vault.db)) === null) return vault
  // Something was expunged, and the power went before no page could tell of it any more.
  const keys = copyKeys(heldBy(vault).keys)
  try {
    await changeSecret(vault)
  } catch (error) {
    if (error instanceof DalelError && error.code === "vault/disk-full") return vault
    await vault.close()
    throw error
  }
  return openAsItIs(world, folder, { keys }, fold)
}

async function openAsItIs(world: World, folder: string, opening: Opening, fold: Fold): Promise<Vault> {
  const layout = layoutOf(folder)
  const hint = await readHint(world.disk, layout)
  await refuseSharedFolder(world.disk, folder)
  const { keys, secret, openedBy } = await unlock(world, await readKeyFiles(world.disk, layout.keys), opening)
  if (keys.vault !== hint.vault) throw new DalelError("vault/hint-differs", "vault.json")
  const state = stateFolder(world.around, keys.vault, await world.disk.realPath(folder))
  const { db, used, other } = await openEither(world, layout, state, secret)
  const opened: HeadFile[] = []
  try {
    const cutOff = (await holderOf(world, state)) !== null // whoever closes takes the note away
    await sweep(world.disk, layout.keys)
    await sweep(world.disk, folder)
    for (const path of leftovers(layout)) await destroy(world.disk, path)
    await completeTables(db)
    const sample = await checkIdentity(db, hint, used, keys)
    const derived = deriveKeys(used)
    const all = other ? [derived, deriveKeys(other)] : [derived]
    const settled = await settle(world, {
      layout,
      state,
      db,
      keys,
      derived,
      all,
      recover: opening.recover ?? false,
      restored: opening.restored ?? false,
      opened,
    })
    const signer = signerOf(keys.signing)
    // Device and heads are under the secret in use by now, so the other one can be forgotten.
    await settleKeys({ world, layout, db, keys, signer }, used, openedBy, other !== null)
    if (hint.generation !== used.generation)
      await writeHint(world.disk, layout, { ...hint, generation: used.generation })
    await noteHolder(world, state)
    const { device, heads, begin } = settled
    const blobs = folderBlobs(world.disk, world.random, layout.blobs)
    if (cutOff || begin) await blobs.sweep()
    const findings: Finding[] = [...settled.findings]
    if ((await rewriteDue(db)) !== null) findings.push({ fault: "rewrite-due", where: "vault.db" })
    if (other) findings.push({ fault: "change-of-secret-finished", where: "keys/vault.age" })
    const own = { world, layout, state, id: keys.vault, sample, keys, signer, device, secret: used, derived, db, blobs }
    const vault = vaultOf({ ...own, heads, findings, fold })
    if (begin) await vault.commit([begin])
    return vault
  } catch (error) {
    for (const head of opened) await head.close().catch(() => {}) // some are closed already
    await db.close()
    throw error
  }
}

/**
 * The member's keys, and the vault's secret behind them.
 * @throws DalelError vault/wrong-passphrase, recovery/…, vault/key-damaged, vault/not-a-member, note/…
 */
export async function unlock(
  world: World,
  files: readonly KeyFile[],
  way: Way,
): Promise<{ keys: MemberKeys; secret: VaultSecret; identity: Identity; openedBy: string | null }> {
  const { keys, identity, openedBy } = await memberBehind(world, files, way)
  const secret = await openVaultKeys(files, { vault: keys.vault, identity }, (note) =>
    openVouched(note, keys.vault, keys.founder),
  )
  return { keys, secret, identity, openedBy }
}

async function memberBehind(world: World, files: readonly KeyFile[], way: Way) {
  if ("passphrase" in way) {
    const { keys, name } = await openMemberFiles(files, way.passphrase)
    return { keys, identity: keys.identity, openedBy: name }
  }
  if ("recovery" in way) {
    const keys = await openRecoveryFile(files, way.recovery)
    return { keys, identity: recoveryIdentity(way.recovery), openedBy: null }
  }
  const keys = "keys" in way ? copyKeys(way.keys) : await readIdentityFile(world.disk, way.identityFile)
  return { keys, identity: keys.identity, openedBy: null }
}

/** What a copy of the database that was cut off leaves, with SQLite's own files beside it. */
function leftovers({ db }: Layout): string[] {
  return [nextDb(db), copyOf(db), `${copyOf(db)}.check`].flatMap((path) =>
    ["", "-wal", "-shm", "-journal"].map((suffix) => path + suffix),
  )
}

/** Opens under the newest secret, or under the one before when a change of secret was cut off before its switch. */
async function openEither(world: World, layout: Layout, state: string, secret: VaultSecret) {
  const newest = { ...secret, previous: null }
  const before = secret.previous && { ...secret, ...secret.previous, previous: null }
  try {
    return { db: await openDb(layout.db, deriveKeys(newest).db), used: newest, other: before }
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
    if (error.code === "vault/in-use")
      throw new DalelError("vault/in-use", (await holderOf(world, state)) ?? "another program", { cause: error })
    if (error.code !== "vault/damaged" || !before) throw error
    return { db: await openDb(layout.db, deriveKeys(before).db), used: before, other: newest }
  }
}

/** The hint, the database and the first entry must name the same vault. Answers whether it is the sample. */
async function checkIdentity(db: Db, hint: Hint, secret: VaultSecret, keys: MemberKeys): Promise<boolean> {
  const row = await db.one<{ id: string; format: number; generation: number }>(
    "SELECT id, format, generation FROM vault",
  )
  if (!row) throw new DalelError("vault/damaged", "vault.db")
  if (row.format > FORMAT) throw new DalelError("vault/newer-format", String(row.format))
  const [first] = await entriesOfKind(db, "member")
  const found = first && isKnown(first.entry) && first.entry.kind === "member" ? first.entry.body : undefined
  const same = row.id === hint.vault && row.format === hint.format && found?.vault === hint.vault && first?.seq === 0
  // Whoever has a member's keys knows who founded it: no other founder's log is put in its place.
  if (found && found.key !== base64(keys.founder)) throw new DalelError("vault/altered", "founder")
  // A change of secret writes the hint last, so it may be one generation off.
  const near = Math.abs(hint.generation - secret.generation) <= 1
  // Hints of earlier versions do not say that it is the sample.
  const told = !hint.sample || found?.sample === true
  if (!same || !near || !told || row.generation !== secret.generation)
    throw new DalelError("vault/hint-differs", "vault.json")
  return found.sample
}

interface Settling {
  layout: Layout
  state: string
  db: Db
  keys: MemberKeys
  derived: DerivedKeys
  all: readonly DerivedKeys[]
  recover: boolean
  restored: boolean
  /** Every head opened, so that all are closed when opening fails. */
  opened: HeadFile[]
}

interface Settled {
  device: Device
  heads: HeadFile[]
  findings: Finding[]
  begin: Parameters<Vault["commit"]>[0][number] | null
}

/** Compares the heads with the database, and finds or begins this machine's device. */
async function settle(world: World, at: Settling): Promise<Settled> {
  // Who recovers goes on without a head that is gone or cannot be read: it is written anew for the new device.
  const folderHead = await headAt(world, at.layout.head, at.all).catch((error: unknown) => {
    if (ifLost(error) === undefined && !at.recover) throw new DalelError("vault/damaged", "head", { cause: error })
  })
  if (folderHead) at.opened.push(folderHead)
  const device = at.restored ? undefined : await readDevice(world, at.state, at.all)
  const stateHead =
    device && (await headAt(world, stateHeadPath(at.state), at.all).catch(at.recover ? ifLost : ifMissing))
  if (stateHead) at.opened.push(stateHead)
  const problem = await compare(at.db, [stateHead?.last, folderHead?.last])
  if (problem && !at.recover) throw new DalelError(problem.code, problem.head.device)
  const log = device && (await logOf(at.db, device.id))
  // A log that another machine goes on with, or went on with, is closed here.
  const twice = device !== undefined && (await isTwice(at.db, device.id))
  if (device && folderHead && stateHead && log && !problem && !twice) {
    const findings = await finish(folderHead, stateHead, {
      device: device.id,
      size: log.range.size,
      root: rootText(log.range),
    })
    // After a change of secret that was cut off, the device may still lie sealed under the one before.
    if (at.all.length > 1) await writeDevice(world, at.state, device, at.derived)
    return { device, heads: [folderHead, stateHead], findings, begin: null }
  }
  await stateHead?.close()
  return beginDevice(world, at, folderHead ?? null, device?.id ?? null, problem?.head ?? null)
}

function ifLost(error: unknown): undefined {
  if (error instanceof DalelError && error.code === "vault/damaged") return undefined
  return ifMissing(error)
}

function ifMissing(error: unknown): undefined {
  if (isMissing(error) || (error instanceof DalelError && error.code === "file/not-found")) return undefined
  throw error
}

/** A commit that was durable, but whose heads were not yet written when the power went, is finished here. */
async function finish(folder: HeadFile, state: HeadFile, head: Head): Promise<Finding[]> {
  const current = (file: HeadFile) => file.last.device === head.device && file.last.size === head.size
  const foreign = folder.last.device !== head.device
  const cutOff = !current(state)
  // The folder's head is written first: behind or torn while the other one is whole, it was damaged, not cut off.
  const damaged = !cutOff && (folder.torn || (!current(folder) && !foreign))
  for (const file of [folder, state]) if (!current(file)) await file.write(head)
  if (damaged) return [{ fault: "head-slot-damaged", where: "head" }]
  return cutOff ? [{ fault: "commit-finished", where: "head" }] : []
}

/** A head under the secret in use; one still under the other secret is written anew. */
async function headAt(world: World, path: string, [own, ...others]: readonly DerivedKeys[]): Promise<HeadFile> {
  try {
    return await openHead(world.disk, path, own!.head)
  } catch (error) {
    for (const { head } of others) {
      const old = await openHead(world.disk, path, head).catch(() => null)
      if (!old) continue
      await old.close()
      return createHead(world.disk, path, own!.head, old.last)
    }
    throw error
  }
}

interface Problem {
  code: "vault/shortened" | "vault/altered"
  head: Head
}

/**
 * A head ahead of the database: the folder is an old copy, or a disk lied (shortened). Same size, other root: altered.
 * A database ahead of its heads is a commit that was cut off after it was durable.
 */
async function compare(db: Db, heads: readonly (Head | undefined)[]): Promise<Problem | null> {
  for (const head of heads) {
    // A new device whose first commit was cut off has promised nothing yet.
    if (!head || head.size === 0) continue
    const log = await logOf(db, head.device)
    if (!log || log.range.size < head.size) return { code: "vault/shortened", head }
    const root = log.range.size === head.size ? rootText(log.range) : await rootAt(db, log.n, head.size)
    if (root !== head.root) return { code: "vault/altered", head }
  }
  return null
}

async function rootAt(db: Db, log: number, size: number): Promise<string | null> {
  const row = await db.one<{ note: string }>("SELECT note FROM checkpoint WHERE device = ? AND size = ?", log, size)
  return row ? parseCheckpoint(parseNote(row.note).text).root : null
}

/** A log whose tail is in doubt, or that another machine may go on with, is never continued. */
async function beginDevice(
  world: World,
  at: Settling,
  folderHead: HeadFile | null,
  was: DeviceId | null,
  orphan: Head | null,
): Promise<Settled> {
  const device = makeDevice(world)
  const before = orphan?.device ?? folderHead?.last.device ?? was
  const logs = await logsOf(at.db)
  const log = logs.find((one) => one.device === before) ?? logs.at(-1)
  const continues = log ? { device: log.device, size: log.range.size, root: rootText(log.range) } : null
  const empty: Head = { device: device.id, size: 0, root: rootText(EMPTY) }
  await writeDevice(world, at.state, device, at.derived)
  const stateHead = await createHead(world.disk, stateHeadPath(at.state), at.derived.head, empty)
  at.opened.push(stateHead)
  const ownHead = folderHead ?? (await createHead(world.disk, at.layout.head, at.derived.head, empty))
  if (!folderHead) at.opened.push(ownHead)
  const findings: Finding[] = [{ fault: "new-device", where: device.id }]
  if (folderHead?.torn) findings.push({ fault: "head-slot-damaged", where: "head" })
  const key = base64(device.signer.publicKey)
  const body = { device: device.id, member: at.keys.member, key, continues, orphan }
  return { device, heads: [ownHead, stateHead], findings, begin: { kind: "device", body } }
}
