import { createHash } from "node:crypto"
import { join } from "node:path"
import { type AnyEntry, isKnown } from "../ledger/entry.js"
import { readRecord } from "../ledger/record.js"
import { type BlobId, isId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { type BlobRef, blobName, checkBlob } from "../vault/blobs.js"
import { writeDurably } from "../vault/durable.js"
import type { Vault } from "../vault/vault.js"
import { blobNamed, type Line, parseLine } from "./bundle.js"
import { linesOf, type Parcel } from "./parcel.js"

/** What a bundle offers beside its records: sealed files, keys of cases, a recovery file. */
export interface Offered {
  /** In the order in which their bytes follow. */
  readonly files: readonly (BlobRef & { readonly sealed: number })[]
  readonly readings: ReadonlySet<BlobId>
  readonly cases: readonly { readonly entity: string; readonly id: string; readonly seed: Uint8Array }[]
  readonly recovery: { readonly set: string; readonly file: Uint8Array } | null
}

/** Its lines, in order. At their end it is known whether they are those its sender signed. @throws DalelError bundle/… */
export async function* read(parcel: Parcel): AsyncGenerator<Line> {
  const hash = createHash("sha256")
  for await (const text of linesOf(parcel.stream(), parcel.cover.lines.bytes)) {
    hash.update(`${text}\n`)
    try {
      yield parseLine(text)
    } catch (error) {
      if (!(error instanceof DalelError) || error.code.startsWith("bundle/")) throw error
      throw new DalelError("bundle/damaged", "lines")
    }
  }
  if (hash.digest("hex") !== parcel.cover.lines.sha256) throw new DalelError("bundle/damaged", "lines")
}

export async function offeredBy(parcel: Parcel): Promise<Offered> {
  const [files, readings, cases] = [
    [] as Offered["files"][number][],
    new Set<BlobId>(),
    [] as Offered["cases"][number][],
  ]
  let recovery: Offered["recovery"] = null
  for await (const line of read(parcel)) {
    if ("open" in line && line.open.includes('"kind":"rendition"')) {
      const entry = entryIn(line.open)
      const named = isKnown(entry) && entry.kind === "rendition" ? blobNamed(entry) : null
      if (named) readings.add(named.blob)
    }
    if ("blob" in line) files.push(fileIn(line))
    if ("case" in line) cases.push(caseIn(line))
    if ("recovery" in line) recovery = recoveryIn(line)
  }
  return { files, readings, cases, recovery }
}

export type Of<Key extends string> = Extract<Line, { readonly [K in Key]: unknown }>

export function fileIn({ blob, key, size, sha256, sealed }: Of<"blob">): Offered["files"][number] {
  const bytes = bytesIn(key)
  const sound =
    isId(blob) &&
    bytes.length === 32 &&
    [size, sealed].every((value) => Number.isSafeInteger(value) && value >= 0) &&
    /^[0-9a-f]{64}$/.test(sha256)
  if (!sound) throw new DalelError("bundle/damaged", "sealed file")
  return { id: blob, key: bytes, size, sha256, sealed }
}

export function caseIn({ case: entity, id, seed }: Of<"case">): Offered["cases"][number] {
  const bytes = bytesIn(seed)
  if (!isId(entity) || !isId(id) || bytes.length !== 32) throw new DalelError("bundle/damaged", "case key")
  return { entity, id, seed: bytes }
}

function recoveryIn({ recovery: set, file }: Of<"recovery">): NonNullable<Offered["recovery"]> {
  const bytes = bytesIn(file)
  if (!/^\d{4}$/.test(set) || bytes.length > 65_536) throw new DalelError("bundle/damaged", "recovery")
  return { set, file: bytes }
}

export function bytesIn(text: unknown): Uint8Array {
  if (typeof text !== "string") throw new DalelError("bundle/damaged", "lines")
  return Uint8Array.from(Buffer.from(text, "base64"))
}

export function entryIn(open: string): AnyEntry {
  try {
    return readRecord(open)
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
    throw new DalelError("bundle/damaged", "record")
  }
}

/** Writes the wanted files that are there in the bundle and not here yet; each is checked to its end. */
export async function bring(
  vault: Vault,
  parcel: Parcel,
  { files }: Offered,
  wanted: (id: BlobId) => boolean,
): Promise<void> {
  const { disk } = vault.world
  const needed = new Set<BlobId>()
  for (const ref of files) {
    if (!wanted(ref.id) || ref.sealed === 0) continue
    const row = await vault.db.one(
      "SELECT 1 AS yes FROM blob WHERE id = ? AND id NOT IN (SELECT blob FROM awaited)",
      ref.id,
    )
    if (!row) needed.add(ref.id)
  }
  if (needed.size === 0) return
  const { free } = await disk.fileSystem(vault.layout.folder)
  const wants = files.filter(({ id }) => needed.has(id)).reduce((sum, { sealed }) => sum + sealed, 0)
  if (wants > free) throw new DalelError("vault/disk-full")
  const stream = parcel.stream()
  const source = bytesFrom(stream)
  let left = parcel.length - parcel.cover.lines.bytes
  try {
    await source.skip(parcel.cover.lines.bytes)
    for (const ref of files) {
      left -= ref.sealed
      if (left < 0) return // the rest is in parts that are still to come
      if (!needed.has(ref.id) || (await isThere(vault, ref))) await source.skip(ref.sealed)
      else {
        await disk.makeFolder(join(vault.layout.blobs, ref.id.slice(0, 2)))
        await disk.syncFolder(vault.layout.blobs)
        await writeDurably(disk, join(vault.layout.blobs, blobName(ref.id)), source.take(ref.sealed))
        if (await isThere(vault, ref)) continue
        await vault.blobs.remove(ref.id)
        throw new DalelError("bundle/damaged", `blobs/${ref.id}`)
      }
    }
  } finally {
    await stream.return(undefined)
  }
}

async function isThere({ world, layout }: Vault, ref: BlobRef): Promise<boolean> {
  const path = join(layout.blobs, blobName(ref.id))
  if (!(await world.disk.stat(path))) return false
  const file = await world.disk.open(path, "read")
  async function* content() {
    for (let at = 0; ; ) {
      const some = Buffer.allocUnsafeSlow(1 << 20)
      const count = await file.read(some, at)
      if (count === 0) return
      yield some.subarray(0, count)
      at += count
    }
  }
  try {
    await checkBlob(ref, content())
    return true
  } catch (error) {
    if (error instanceof DalelError && error.code === "blob/damaged") return false
    throw error
  } finally {
    await file.close()
  }
}

function bytesFrom(stream: AsyncGenerator<Uint8Array>) {
  let held: Uint8Array[] = []
  let length = 0
  let over = false
  const fill = async () => {
    const next = await stream.next()
    if (next.done) over = true
    else {
      held.push(next.value)
      length += next.value.length
    }
  }
  const some = (most: number): Uint8Array => {
    const first = held[0]!
    const piece = first.subarray(0, most)
    if (piece.length === first.length) held = held.slice(1)
    else held[0] = first.subarray(piece.length)
    length -= piece.length
    return piece
  }
  async function* take(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0; ) {
      if (length === 0) await fill()
      if (length === 0 && over) throw new DalelError("bundle/incomplete")
      if (length === 0) continue
      const piece = some(left)
      left -= piece.length
      yield piece
    }
  }
  return {
    take,
    async skip(count: number) {
      for (let left = count; left > 0; ) {
        if (length === 0) await fill()
        if (length === 0 && over) return
        if (length > 0) left -= some(left).length
      }
    },
  }
}

/** Strikes off what has come. */
export async function settleAwaited(vault: Vault): Promise<{ files: number; readings: number }> {
  let [files, readings] = [0, 0]
  for (const { blob } of await vault.db.all<{ blob: BlobId }>("SELECT blob FROM awaited ORDER BY blob")) {
    if (!(await vault.world.disk.stat(join(vault.layout.blobs, blobName(blob))))) continue
    await vault.db.run("DELETE FROM awaited WHERE blob = ?", blob)
    files++
    if (await vault.db.one("SELECT 1 AS yes FROM i_rendition WHERE blob = ?", blob)) readings++
  }
  return { files, readings }
}
