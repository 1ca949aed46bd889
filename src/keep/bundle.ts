import { createHash } from "node:crypto"
import { join } from "node:path"
import { canonical, parseCanonical } from "../ledger/canonical.js"
import { type Entry, isKnown } from "../ledger/entry.js"
import { readRecord } from "../ledger/record.js"
import type { StoredRecord } from "../ledger/verify.js"
import { type BlobId, type DeviceId, makeId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { blobName } from "../vault/blobs.js"
import type { Db } from "../vault/db.js"
import { readWhole } from "../vault/disk.js"
import { writeDurably } from "../vault/durable.js"
import { tailRecords, tailsOf } from "../vault/forks.js"
import { recoveryFileName, recoveryOf } from "../vault/keyring.js"
import { type Letter, letterOf } from "../vault/letter.js"
import { logsOf, recordsOf, rootText } from "../vault/logs.js"
import type { Vault } from "../vault/vault.js"
import { type Cover, formatCover, openParcels, partName, partsIn } from "./parcel.js"
import { tar } from "./tar.js"

/** Each line of a bundle, as JSON. */
export type Line =
  /** The log to which the records that follow belong. */
  | { readonly log: DeviceId }
  /** A branch of a log that forked: one commit, whose records and checkpoint follow. */
  | { readonly tail: DeviceId; readonly first: number; readonly previous: string }
  | { readonly open: string }
  /** A record that a tombstone destroyed: its commitment, base64. */
  | { readonly c: string }
  /** The checkpoint of the commit that ends here. */
  | { readonly note: string }
  /** `sealed`: bytes of its file, which follow the lines in the order of these lines; 0 where the sender lacks it. */
  | {
      readonly blob: BlobId
      readonly key: string
      readonly size: number
      readonly sha256: string
      readonly sealed: number
    }
  | { readonly case: string; readonly id: string; readonly seed: string }
  | { readonly recovery: string; readonly file: string }

export interface Asked {
  /** A folder that is there, or a file to be made. */
  readonly out: string
  /** For one device, or (null) for all that are known. */
  readonly to?: DeviceId | null
  /** Everything, whatever the others have. */
  readonly all?: boolean
  /** Bytes of a part. */
  readonly part?: number
  progress?(done: number, of: number): void
}

export interface Bundled {
  readonly bundle: string
  readonly records: number
  readonly blobs: number
  readonly bytes: number
  readonly parts: number
  /** Parts of an unfinished bundle that were there already. */
  readonly resumed: number
}

const PART = 64 << 20

/**
 * Writes what the others lack, as far as their own commits tell. Into a folder it goes in parts; one that was cut off is
 * gone on with when nothing has been added since.
 * @throws DalelError file/exists, vault/disk-full, member/unknown for a device nobody knows
 */
export async function writeBundle(vault: Vault, asked: Asked): Promise<Bundled> {
  const { disk } = vault.world
  const letter = await letterOf(vault)
  const there = await disk.stat(asked.out)
  const plan = await planOf(vault, asked)
  if (there && there.kind !== "folder") throw new DalelError("file/exists")
  const cover = (there && (await unfinished(vault, asked.out, letter, plan))) ?? plan.cover
  const parts = partsIn(cover)
  const sizes = [Buffer.byteLength(formatCover(cover, letter)), ...lengths(cover)].map((size) =>
    letter.sealedSize(size),
  )
  const report = {
    bundle: cover.bundle,
    records: cover.lines.records,
    blobs: plan.blobs.length,
    bytes: cover.bytes,
    parts,
  }
  const pieces = piecesOf(vault, plan, cover)
  const plain = (number: number) => (number === 0 ? Buffer.from(formatCover(cover, letter)) : pieces.piece(number))
  if (!there) {
    const content = (number: number) => () => letter.seal(plain(number))
    const files = sizes.map((size, number) => ({
      name: partName(cover.bundle, number),
      size,
      content: content(number),
    }))
    const all = sizes.reduce((sum, size) => sum + size, 0)
    await writeDurably(disk, asked.out, told(tar(files), all, asked)).finally(pieces.close)
    return { ...report, resumed: 0 }
  }
  // The cover first: with it what is there can be gone on with.
  let resumed = 0
  try {
    for (let number = 0; number <= parts; number++) {
      const path = join(asked.out, partName(cover.bundle, number))
      if ((await disk.stat(path))?.size === sizes[number]) {
        resumed++
        continue
      }
      await writeDurably(disk, path, letter.seal(plain(number)))
      asked.progress?.(Math.min(cover.bytes, number * cover.part), cover.bytes)
    }
  } finally {
    await pieces.close()
  }
  return { ...report, resumed }
}

async function* told(bytes: AsyncIterable<Uint8Array>, of: number, { progress }: Asked) {
  let done = 0
  for await (const chunk of bytes) {
    done += chunk.length
    progress?.(done, of)
    yield chunk
  }
}

function lengths(cover: Cover): number[] {
  return Array.from({ length: partsIn(cover) }, (_, at) => Math.min(cover.part, cover.bytes - at * cover.part))
}

interface Plan {
  readonly cover: Cover
  readonly blobs: readonly { readonly id: BlobId; readonly sealed: number }[]
  lines(): AsyncGenerator<string>
}

async function planOf(vault: Vault, { to = null, all = false, part = PART }: Asked): Promise<Plan> {
  const { db, world } = vault
  const logs = await logsOf(db)
  if (to !== null && !logs.some(({ device }) => device === to)) throw new DalelError("member/unknown", to)
  const known = all ? null : await knownTo(vault, to)
  const from = (device: DeviceId) => known?.sizes[device] ?? 0
  const found = await blobsFor(vault, from, known?.blobs ?? false)
  const blobs = found.map(({ id, sealed }) => ({ id, sealed }))
  const lines = () => linesOf(vault, from, found)
  const hash = createHash("sha256")
  let [bytes, records] = [0, 0]
  for await (const line of lines()) {
    hash.update(`${line}\n`)
    bytes += Buffer.byteLength(line) + 1
    if (line.startsWith('{"open":') || line.startsWith('{"c":')) records++
  }
  const cover: Cover = {
    bundle: makeId(world.random),
    vault: vault.id,
    sample: vault.sample,
    device: vault.device,
    member: vault.member,
    at: world.clock.now(),
    logs: Object.fromEntries(
      logs
        .filter(({ range }) => range.size > 0)
        .map(({ device, range }) => [
          device,
          [Math.min(from(device), range.size), range.size, rootText(range)] as const,
        ]),
    ),
    lines: { bytes, records, sha256: hash.digest("hex") },
    bytes: blobs.reduce((sum, { sealed }) => sum + sealed, bytes),
    part,
  }
  return { cover, blobs, lines }
}

/** An earlier bundle of this device that says the same and is not whole yet. */
async function unfinished(vault: Vault, folder: string, letter: Letter, plan: Plan): Promise<Cover | undefined> {
  const parcels = await openParcels(vault.world.disk, folder, letter).catch(() => [])
  const same = ({ device, lines, bytes }: Cover) =>
    device === vault.device && lines.sha256 === plan.cover.lines.sha256 && bytes === plan.cover.bytes
  return parcels.find(({ cover }) => same(cover))?.cover
}

/** How much of each log the others have, by what their own last commits had seen; `blobs`: and all sealed files of it. */
async function knownTo({ db, device: own }: Vault, to: DeviceId | null) {
  const targets = (await logsOf(db)).filter(
    ({ device, range }) => device !== own && range.size > 0 && (to === null || device === to),
  )
  let sizes: Record<string, number> | null = null
  let blobs = true
  for (const { n, device, range } of targets) {
    const seen: Record<string, number> = { [device]: range.size }
    const last = await lastCommit(db, n)
    for (const [other, [size]] of Object.entries(last?.body.seen ?? {})) seen[other] = size
    blobs &&= await hasAll(db, n)
    const before: Record<string, number> | null = sizes
    sizes =
      before === null
        ? seen
        : Object.fromEntries(Object.keys(before).map((one) => [one, Math.min(before[one]!, seen[one] ?? 0)]))
  }
  return { sizes: sizes ?? {}, blobs }
}

async function lastCommit(db: Db, n: number): Promise<Entry<"commit"> | null> {
  const row = await db.one<{ open: string }>(
    "SELECT open FROM record WHERE device = ? AND kind = 'commit' ORDER BY seq DESC LIMIT 1",
    n,
  )
  return row ? (readRecord(row.open) as Entry<"commit">) : null
}

async function hasAll(db: Db, n: number): Promise<boolean> {
  const row = await db.one<{ open: string }>(
    "SELECT open FROM record WHERE device = ? AND kind = 'merge' AND open IS NOT NULL ORDER BY seq DESC LIMIT 1",
    n,
  )
  const entry = row && readRecord(row.open)
  return !entry || !isKnown(entry) || entry.kind !== "merge" || entry.body.lacking === 0
}

/** The sealed file that an entry names, with the SHA-256 it must have. */
export function blobNamed({ kind, body }: Entry): { readonly blob: BlobId; readonly sha256: string | null } | null {
  if (kind === "capture") return body
  if (kind === "publish") return { blob: body.opening, sha256: null }
  return kind === "rendition" && body.made.kind === "reading" ? body.made : null
}

interface Found {
  readonly id: BlobId
  readonly key: Uint8Array
  readonly size: number
  readonly sha256: string
  readonly sealed: number
}

/** Readings first, then originals, the small before the large: a text is there long before a video. */
async function blobsFor(
  { db, world, layout }: Vault,
  from: (device: DeviceId) => number,
  onlyNew: boolean,
): Promise<Found[]> {
  const readings: BlobId[] = []
  const originals: BlobId[] = []
  const take = ({ open }: StoredRecord) => {
    const entry = open === null || !/"kind":"(capture|rendition|publish)"/.test(open) ? null : readRecord(open)
    const named = entry && isKnown(entry) ? blobNamed(entry) : null
    if (named) (entry!.kind === "rendition" ? readings : originals).push(named.blob)
  }
  for (const { n, device } of await logsOf(db))
    for await (const record of recordsOf(db, n, onlyNew ? from(device) : 0)) take(record)
  for (const tail of await tailsOf(db)) for (const record of await tailRecords(db, tail)) take(record)
  const found: Found[][] = []
  for (const ids of [readings, originals]) {
    const some: Found[] = []
    for (const id of new Set(ids)) {
      const row = await db.one<Omit<Found, "sealed">>("SELECT id, key, size, sha256 FROM blob WHERE id = ?", id)
      const awaited = await db.one("SELECT 1 AS yes FROM awaited WHERE blob = ?", id)
      const stat = row && !awaited && (await world.disk.stat(join(layout.blobs, blobName(id))))
      // What is not here either is announced all the same, so that it can come from another.
      if (row) some.push({ ...row, sealed: stat ? stat.size : 0 })
    }
    found.push(some.sort((a, b) => a.sealed - b.sealed || (a.id < b.id ? -1 : 1)))
  }
  return found.flat()
}

async function* linesOf(
  vault: Vault,
  from: (device: DeviceId) => number,
  blobs: readonly Found[],
): AsyncGenerator<string> {
  const { db, world, layout } = vault
  yield* logLines(db, from)
  for (const { id, key, size, sha256, sealed } of blobs)
    yield line({ blob: id, key: Buffer.from(key).toString("base64"), size, sha256, sealed })
  for (const row of await db.all<{ entity: string; id: string; seed: Uint8Array }>(
    "SELECT entity, id, seed FROM case_key ORDER BY entity",
  ))
    yield line({ case: row.entity, id: row.id, seed: Buffer.from(row.seed).toString("base64") })
  const recovery = await recoveryOf(db)
  const path = recovery && join(layout.keys, recoveryFileName(recovery.set))
  if (recovery && path && (await world.disk.stat(path)))
    yield line({ recovery: recovery.set, file: Buffer.from(await readWhole(world.disk, path)).toString("base64") })
}

/** Pieces of the stream by their number, from 1; asked for in order, it is read once. */
function piecesOf(vault: Vault, plan: Plan, cover: Cover) {
  let source = streamOf(vault, plan)
  let held: Uint8Array = new Uint8Array()
  let at = 0
  async function* take(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0; ) {
      if (held.length === 0) {
        const next = await source.next()
        if (next.done) throw new DalelError("file/changed-while-read")
        held = next.value
      }
      const some = held.subarray(0, left)
      held = held.subarray(some.length)
      left -= some.length
      at += some.length
      yield some
    }
  }
  async function* piece(number: number): AsyncGenerator<Uint8Array> {
    const start = (number - 1) * cover.part
    if (start < at) {
      await source.return(undefined)
      ;[source, held, at] = [streamOf(vault, plan), new Uint8Array(), 0]
    }
    for await (const _ of take(start - at)); // parts that are there already
    yield* take(Math.min(cover.part, cover.bytes - start))
  }
  return { piece, close: async () => void (await source.return(undefined)) }
}

async function* streamOf({ world, layout }: Vault, plan: Plan): AsyncGenerator<Uint8Array> {
  for await (const line of plan.lines()) yield Buffer.from(`${line}\n`)
  for (const { id, sealed } of plan.blobs) {
    if (sealed === 0) continue
    const file = await world.disk.open(join(layout.blobs, blobName(id)), "read")
    try {
      for (let at = 0; ; ) {
        const some = Buffer.allocUnsafeSlow(1 << 20)
        const count = await file.read(some, at)
        if (count === 0) break
        yield some.subarray(0, count)
        at += count
      }
    } finally {
      await file.close()
    }
  }
}

/** The records and checkpoints of every log from some record on, then of every branch. */
export async function* logLines(db: Db, from: (device: DeviceId) => number): AsyncGenerator<string> {
  for (const { n, device, range } of await logsOf(db)) {
    if (from(device) >= range.size) continue
    yield line({ log: device })
    const notes = await db.all<{ size: number; note: string }>(
      "SELECT size, note FROM checkpoint WHERE device = ? AND size > ? ORDER BY size",
      n,
      from(device),
    )
    for await (const { seq, commitment, open } of recordsOf(db, n, from(device))) {
      yield line(open === null ? { c: Buffer.from(commitment).toString("base64") } : { open })
      if (notes[0]?.size === seq + 1) yield line({ note: notes.shift()!.note })
    }
  }
  for (const tail of await tailsOf(db)) {
    yield line({ tail: tail.device, first: tail.first, previous: tail.previous })
    for (const { commitment, open } of await tailRecords(db, tail))
      yield line(open === null ? { c: Buffer.from(commitment).toString("base64") } : { open })
    yield line({ note: tail.note })
  }
}

function line(one: Line): string {
  return canonical(one)
}

const TEXTS = [
  "log",
  "tail",
  "previous",
  "open",
  "c",
  "note",
  "blob",
  "key",
  "sha256",
  "case",
  "id",
  "seed",
  "recovery",
  "file",
]

/** Reads a line; what it names is looked at by whoever needs it. @throws DalelError json/not-canonical */
export function parseLine(text: string): Line {
  const line = parseCanonical(text)
  const isObject = typeof line === "object" && line !== null && !Array.isArray(line)
  if (
    !isObject ||
    !Object.entries(line).every(([field, value]) => typeof value === (TEXTS.includes(field) ? "string" : "number"))
  )
    throw new DalelError("json/not-canonical", "line")
  return line as unknown as Line
}
