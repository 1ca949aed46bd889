import { join } from "node:path"
import { canonical, parseCanonical } from "../ledger/canonical.js"
import { deviceKeyName, memberKeyName } from "../ledger/log.js"
import { openNote, parseNote } from "../ledger/note.js"
import { type DeviceId, isId, type MemberId, type VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { collect } from "../vault/bytes.js"
import { type Disk, isMissing } from "../vault/disk.js"
import type { Letter } from "../vault/letter.js"
import { fileBytes } from "./filebytes.js"
import { readTar } from "./tar.js"

/**
 * A bundle on its way: parts `dalel-<bundle>-0000.age`, `-0001.age`, …, in a folder or in one tar archive, each an age
 * file to every member. The first holds the cover, a signed note; the others one stream of bytes cut into pieces: lines
 * of JSON (records, checkpoints, keys of sealed files), then the sealed files themselves.
 */
export interface Cover {
  readonly bundle: string
  readonly vault: VaultId
  readonly sample: boolean
  readonly device: DeviceId
  readonly member: MemberId
  readonly at: string
  /** Of every log the sender holds: from which record on it is in here, how long it is, and its root. */
  readonly logs: Readonly<Record<string, readonly [from: number, size: number, root: string]>>
  readonly lines: { readonly bytes: number; readonly sha256: string; readonly records: number }
  /** How long the stream is, and each part of it but the last. */
  readonly bytes: number
  readonly part: number
}

const HEADER = "dalel/bundle/v1"
/** A cover is small; whatever is larger is none. */
const LARGEST_COVER = 4 << 20
const MOST_PARTS = 9999

export function partName(bundle: string, number: number): string {
  return `dalel-${bundle}-${String(number).padStart(4, "0")}.age`
}

export function partsIn({ bytes, part }: Cover): number {
  return Math.max(1, Math.ceil(bytes / part))
}

export function formatCover(cover: Cover, letter: Letter): string {
  return letter.sign(`${HEADER}\n${canonical(cover)}\n`)
}

/** Reads a cover without asking who signed it. @throws DalelError bundle/damaged */
export function parseCover(note: string): Cover {
  try {
    const [header, line = "", ...rest] = parseNote(note).text.split("\n")
    const cover = parseCanonical(line) as unknown as Cover
    if (header === HEADER && rest.join() === "" && isCover(cover)) return cover
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
  }
  throw new DalelError("bundle/damaged", "cover")
}

function isCover(cover: Cover): boolean {
  const natural = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
  const { lines, logs, bytes, part } = cover ?? {}
  return (
    [cover.bundle, cover.vault, cover.device, cover.member].every(isId) &&
    typeof cover.sample === "boolean" &&
    typeof cover.at === "string" &&
    [lines?.bytes, lines?.records, bytes, part].every(natural) &&
    /^[0-9a-f]{64}$/.test(lines?.sha256 ?? "") &&
    lines.bytes <= bytes &&
    part >= 1024 &&
    bytes / part <= MOST_PARTS &&
    logs !== null &&
    typeof logs === "object" &&
    Object.entries(logs).every(
      ([device, log]) =>
        isId(device) &&
        Array.isArray(log) &&
        natural(log[0]) &&
        natural(log[1]) &&
        /^[A-Za-z0-9+/]{43}=$/.test(String(log[2])),
    )
  )
}

/** @throws DalelError bundle/damaged unless its device and its member signed it */
export function checkCover(note: string, cover: Cover, deviceKey?: Uint8Array, memberKey?: Uint8Array): void {
  if (!deviceKey || !memberKey) throw new DalelError("bundle/damaged", "unknown sender")
  try {
    openNote(note, [
      { name: deviceKeyName(cover.vault, cover.device), publicKey: deviceKey },
      { name: memberKeyName(cover.vault, cover.member), publicKey: memberKey },
    ])
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
    throw new DalelError("bundle/damaged", "cover", { cause: error })
  }
}

/** A bundle where it lies. */
export interface Parcel {
  readonly note: string
  readonly cover: Cover
  /** How many of its parts are there, from the first on without a gap. */
  readonly there: number
  /** Bytes of the stream that are there. */
  readonly length: number
  /** The stream as far as its parts are there; as often as it is asked for. */
  stream(): AsyncGenerator<Uint8Array>
}

/**
 * Opens every bundle in a file or folder that is sealed to this member.
 * @throws DalelError file/not-found, bundle/not-one, bundle/not-for-you, bundle/incomplete, bundle/damaged
 */
export async function openParcels(disk: Disk, path: string, letter: Letter): Promise<Parcel[]> {
  const stat = await disk.stat(path)
  if (!stat) throw new DalelError("file/not-found")
  if (stat.kind === "file") return [await parcelInFile(disk, path, letter)]
  const names = (await disk.list(path)).map(({ name }) => name)
  const covers = names.flatMap((name) => /^dalel-([0-9a-z]{26})-0000\.age$/.exec(name)?.[1] ?? []).sort()
  if (covers.length === 0) throw new DalelError("bundle/not-one")
  const parcels: Parcel[] = []
  for (const bundle of covers) {
    const note = await coverIn(fileBytes(disk, join(path, partName(bundle, 0))), letter)
    const cover = parseCover(note)
    if (cover.bundle !== bundle) throw new DalelError("bundle/damaged", "cover")
    let there = 0
    while (there < partsIn(cover) && names.includes(partName(bundle, there + 1))) there++
    const stream = () =>
      piecesOf(cover, there, letter, (number) => fileBytes(disk, join(path, partName(bundle, number))))
    parcels.push({ note, cover, there, length: Math.min(cover.bytes, there * cover.part), stream })
  }
  // What was made first is taken in first.
  return parcels.sort((a, b) => (a.cover.at + a.cover.bundle < b.cover.at + b.cover.bundle ? -1 : 1))
}

async function coverIn(sealed: AsyncIterable<Uint8Array>, letter: Letter): Promise<string> {
  return Buffer.from(await collect(bounded(opened(letter, sealed), LARGEST_COVER))).toString()
}

async function* bounded(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const chunk of bytes) {
    seen += chunk.length
    if (seen > most) throw new DalelError("bundle/too-large", `${most} bytes`)
    yield chunk
  }
}

async function* opened(letter: Letter, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* letter.open(sealed)
  } catch (error) {
    if (isMissing(error)) throw new DalelError("bundle/incomplete")
    if (!(error instanceof DalelError)) throw error
    if (error.code === "backup/incomplete") throw new DalelError("bundle/incomplete")
    if (error.code === "age/no-identity-matches") throw new DalelError("bundle/not-for-you")
    throw error.code === "age/malformed" ? new DalelError("bundle/damaged", error.where) : error
  }
}

async function* piecesOf(
  { bytes, part }: Cover,
  there: number,
  letter: Letter,
  sealed: (number: number) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for (let number = 1; number <= there; number++) {
    const length = Math.min(part, bytes - (number - 1) * part)
    let seen = 0
    for await (const chunk of opened(letter, sealed(number))) {
      seen += chunk.length
      if (seen > length) throw new DalelError("bundle/too-large", `part ${number}`)
      yield chunk
    }
    if (seen < length) throw new DalelError("bundle/incomplete", `part ${number}`)
  }
}

async function parcelInFile(disk: Disk, path: string, letter: Letter): Promise<Parcel> {
  // Too short to be anything.
  if (((await disk.stat(path))?.size ?? 0) < 512) throw new DalelError("bundle/not-one")
  const first = (name: string) => /^dalel-[0-9a-z]{26}-0000\.age$/.test(name)
  let note: string | undefined
  for await (const { name, content } of entriesIn(disk, path)) {
    if (!first(name)) throw new DalelError("bundle/not-one")
    note = await coverIn(content, letter)
    break
  }
  if (note === undefined) throw new DalelError("bundle/not-one")
  const cover = parseCover(note)
  async function* stream() {
    let expected = 0
    for await (const { name, content } of entriesIn(disk, path)) {
      if (name !== partName(cover.bundle, expected)) throw new DalelError("bundle/damaged", "tar")
      if (expected > 0) yield* piecesOf({ ...cover, bytes: lengthOf(cover, expected) }, 1, letter, () => content)
      expected++
    }
    if (expected !== partsIn(cover) + 1) throw new DalelError("bundle/incomplete", `part ${expected}`)
  }
  // A file is whole or it is refused: what is cut off at its end is found before anything is taken in.
  for await (const _ of entriesIn(disk, path));
  return { note, cover, there: partsIn(cover), length: cover.bytes, stream }
}

function lengthOf({ bytes, part }: Cover, number: number): number {
  return Math.min(part, bytes - (number - 1) * part)
}

async function* entriesIn(disk: Disk, path: string) {
  try {
    yield* readTar(fileBytes(disk, path))
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
    if (error.code === "backup/incomplete") throw new DalelError("bundle/incomplete")
    throw error.code === "backup/damaged" ? new DalelError("bundle/not-one") : error
  }
}

/** The lines at the beginning of the stream. @throws DalelError bundle/too-large, bundle/damaged, bundle/incomplete */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<string> {
  let [left, held] = [bytes, Buffer.alloc(0)]
  if (left === 0) return
  for await (const chunk of stream) {
    const mine = chunk.subarray(0, left)
    left -= mine.length
    held = held.length === 0 ? Buffer.from(mine) : Buffer.concat([held, mine])
    let start = 0
    for (let end = held.indexOf(10); end >= 0; end = held.indexOf(10, start)) {
      yield held.toString("utf8", start, end)
      start = end + 1
    }
    held = held.subarray(start)
    if (held.length > LONGEST_LINE) throw new DalelError("bundle/too-large", `${LONGEST_LINE} bytes a line`)
    if (left === 0) break
  }
  if (left > 0) throw new DalelError("bundle/incomplete")
  if (held.length > 0) throw new DalelError("bundle/damaged", "lines")
}

/** A record is at most 65,535 bytes; JSON may write a character as six. */
const LONGEST_LINE = 400_000
