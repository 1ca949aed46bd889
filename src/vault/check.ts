import { type Entry, isKnown } from "../ledger/entry.js"
import { type LogFault, verifyLog } from "../ledger/verify.js"
import type { DeviceId, MemberId, VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { BlobRef } from "./blobs.js"
import { checkPages, type Db } from "./db.js"
import { rangeOfParent, tailRecords, tailsOf } from "./forks.js"
import { keyFiles } from "./keyring.js"
import { entriesOfKind, logsOf, type PlacedEntry, recordsOf, rootText } from "./logs.js"
import { heldBy, type Vault } from "./vault.js"

export interface Fault {
  readonly fault:
    | LogFault
    | "page-damaged"
    | "database-structure"
    | "database-salt"
    | "log-size-differs"
    | "key-file-damaged"
    | "key-file-missing"
    | "key-file-unknown"
    | "blob-missing"
    | "blob-damaged"
    | "head-slot-damaged"
    | "index-differs"
  readonly where: string
}

/** How much was looked at, and found good unless a fault says otherwise. */
export interface Checked {
  readonly devices: number
  readonly records: number
  readonly erased: number
  readonly checkpoints: number
  readonly blobs: number
  /** Sealed files that no record names: left by an act that was cut off before it was acknowledged. No fault. */
  readonly unnamedBlobs: number
  readonly bytes: number
  readonly keyFiles: number
}

export interface Checking {
  /** Told each entry, in log order. */
  visit?(placed: PlacedEntry): void | Promise<void>
  progress?(done: number, of: number, what: "records" | "blobs"): void
}

/**
 * Walks everything a vault holds: every page of the database, every log with its commitments, tree and signatures,
 * every key file, every blob. Not the index; whoever can fold compares that.
 */
export async function checkVault(
  vault: Vault,
  checking: Checking = {},
): Promise<{ checked: Checked; faults: Fault[] }> {
  const faults: Fault[] = vault.findings
    .filter((finding) => finding.fault === "head-slot-damaged")
    .map(({ where }) => ({ fault: "head-slot-damaged", where }))
  faults.push(...(await checkDatabase(vault)), ...(await checkKeyFiles(vault)))
  const logs = await checkLogs(vault.db, vault.id, checking, faults)
  const blobs = await checkBlobs(vault, checking, faults)
  const files = (await keyFiles(vault.world, vault.layout)).length
  return { checked: { ...logs, ...blobs, keyFiles: files }, faults }
}

async function checkDatabase(vault: Vault): Promise<Fault[]> {
  const faults: Fault[] = (await checkPages(vault.db)).map((found) =>
    found.fault === "page"
      ? { fault: "page-damaged", where: `vault.db page ${found.page}` }
      : { fault: "database-structure", where: "vault.db" },
  )
  // The salt is part of the key, so nothing else would notice a change to the copy in the file.
  const file = await vault.world.disk.open(vault.layout.db, "read")
  const salt = new Uint8Array(16)
  await file.read(salt, 0)
  await file.close()
  if (Buffer.compare(salt, heldBy(vault).derived.db.salt) !== 0)
    faults.push({ fault: "database-salt", where: "vault.db" })
  return faults
}

async function checkKeyFiles({ db, world, layout }: Vault): Promise<Fault[]> {
  const expected = await db.all<{ name: string; sha256: string }>("SELECT name, sha256 FROM key_file ORDER BY name")
  const actual = new Map((await keyFiles(world, layout)).map(({ name, sha256 }) => [name, sha256]))
  const faults: Fault[] = []
  for (const { name, sha256 } of expected) {
    const have = actual.get(name)
    if (have === undefined) faults.push({ fault: "key-file-missing", where: `keys/${name}` })
    else if (have !== sha256) faults.push({ fault: "key-file-damaged", where: `keys/${name}` })
    actual.delete(name)
  }
  for (const name of actual.keys()) faults.push({ fault: "key-file-unknown", where: `keys/${name}` })
  return faults
}

/** Every log of a database: commitments, trees, signatures. */
export async function checkLogs(db: Db, vault: VaultId, checking: Checking, faults: Fault[]) {
  const [members, devices, tombstones] = await Promise.all([
    entriesOfKind(db, "member"),
    entriesOfKind(db, "device"),
    entriesOfKind(db, "expunge"),
  ])
  const deviceKeys = keysBy<DeviceId>(devices, "device")
  const memberKeys = keysBy<MemberId>(members, "member")
  const excused = excusedRecords(tombstones)
  const logs = await logsOf(db)
  const total = logs.reduce((sum, log) => sum + log.range.size, 0)
  const sum = { devices: logs.length, records: 0, erased: 0, checkpoints: 0 }
  const common = {
    vault,
    deviceKey: (id: DeviceId) => deviceKeys.get(id),
    memberKey: (id: MemberId) => memberKeys.get(id),
  }
  for (const { n, device, range } of logs) {
    const verdict = await verifyLog({
      ...common,
      device,
      records: recordsOf(db, n),
      checkpoint: async (size) =>
        (await db.one<{ note: string }>("SELECT note FROM checkpoint WHERE device = ? AND size = ?", n, size))?.note,
      excused: (seq) => excused.has(`${device} ${seq}`),
      async visit(entry, seq) {
        if (seq % 1000 === 0) checking.progress?.(sum.records + seq, total, "records")
        const fault = isKnown(entry) ? await blobFault(db, entry) : null
        if (fault) faults.push(fault)
        await checking.visit?.({ entry, device, seq })
      },
    })
    if (!verdict.ok) {
      faults.push({ fault: verdict.fault, where: verdict.where })
      continue
    }
    if (verdict.size !== range.size || verdict.root !== rootText(range))
      faults.push({ fault: "log-size-differs", where: device })
    sum.records += verdict.size
    sum.erased += verdict.erased
    sum.checkpoints += verdict.checkpoints
  }
  // Branches of logs that forked hang on what was verified above.
  for (const tail of await tailsOf(db)) {
    const after = await rangeOfParent(db, tail)
    const verdict = await verifyLog({
      ...common,
      device: tail.device,
      after,
      records: await tailRecords(db, tail),
      checkpoint: async () => tail.note,
      excused: () => true, // a tombstone names a place in the log, on whichever branch
    })
    if (!verdict.ok) faults.push({ fault: verdict.fault, where: `${verdict.where} (branch)` })
    else if (verdict.root !== tail.root) faults.push({ fault: "log-size-differs", where: `${tail.device} (branch)` })
    else sum.checkpoints++
  }
  return sum
}

/** The bytes a signed entry speaks of must be the bytes the vault keeps under that name. */
async function blobFault(db: Vault["db"], { kind, body }: Entry): Promise<Fault | null> {
  const named = kind === "capture" ? body : kind === "rendition" && body.made.kind === "reading" ? body.made : null
  if (!named) return null
  const row = await db.one<{ sha256: string }>("SELECT sha256 FROM blob WHERE id = ?", named.blob)
  if (!row) return { fault: "blob-missing", where: `blobs/${named.blob}` }
  return row.sha256 === named.sha256 ? null : { fault: "blob-damaged", where: `blobs/${named.blob}` }
}

function keysBy<Id extends string>(entries: readonly PlacedEntry[], field: "device" | "member"): Map<Id, Uint8Array> {
  const keys = new Map<Id, Uint8Array>()
  for (const { entry } of entries) {
    if (!isKnown(entry) || (entry.kind !== "device" && entry.kind !== "member")) continue
    const body = entry.body as unknown as Record<string, string>
    const id = body[field] as Id
    // The first counts, as it did when it was taken in: no bundle brings another key for a known id.
    if (!keys.has(id)) keys.set(id, Uint8Array.from(Buffer.from(body.key!, "base64")))
  }
  return keys
}

/** Records that signed tombstones name, as `<device> <seq>`. */
export function excusedRecords(tombstones: readonly PlacedEntry[]): Set<string> {
  const excused = new Set<string>()
  for (const { entry } of tombstones)
    if (isKnown(entry) && entry.kind === "expunge")
      for (const { device, seq } of entry.body.records) excused.add(`${device} ${seq}`)
  return excused
}

async function checkBlobs(vault: Vault, checking: Checking, faults: Fault[]) {
  const refs = await vault.db.all<BlobRef>(
    "SELECT id, key, size, sha256 FROM blob WHERE id NOT IN (SELECT blob FROM awaited) ORDER BY id",
  )
  let bytes = 0
  for (const [index, ref] of refs.entries()) {
    checking.progress?.(index, refs.length, "blobs")
    try {
      for await (const chunk of vault.blobs.get({ ...ref, key: Uint8Array.from(ref.key) })) bytes += chunk.length
    } catch (error) {
      if (!(error instanceof DalelError)) throw error
      faults.push({ fault: error.code === "blob/missing" ? "blob-missing" : "blob-damaged", where: `blobs/${ref.id}` })
    }
  }
  const named = new Set<string>(refs.map(({ id }) => id))
  let unnamedBlobs = 0
  for await (const id of vault.blobs.list()) if (!named.has(id)) unnamedBlobs++
  return { blobs: refs.length, unnamedBlobs, bytes }
}
