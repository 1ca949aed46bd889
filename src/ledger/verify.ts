import type { DeviceId, MemberId, VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { parseCheckpoint } from "./checkpoint.js"
import { type AnyEntry, type Entry, isKnown } from "./entry.js"
import { base64, deviceKeyName, memberKeyName } from "./log.js"
import { openNote } from "./note.js"
import { commitmentOf, readRecord } from "./record.js"
import { append, EMPTY, equal, type Hash, leafHash, type Range, rootOf } from "./tree.js"

export type LogFault =
  | "record-missing"
  | "record-altered"
  | "record-malformed"
  | "record-erased-without-tombstone"
  | "commit-missing"
  | "commit-does-not-fit"
  | "signer-differs"
  | "checkpoint-missing"
  | "checkpoint-malformed"
  | "root-differs"
  | "signature-fails"
  | "key-unknown"

export type LogVerdict =
  | { readonly ok: true; readonly size: number; readonly root: string; readonly checkpoints: number; erased: number }
  | { readonly ok: false; readonly fault: LogFault; readonly where: string }

export interface StoredRecord {
  readonly seq: number
  readonly commitment: Hash
  /** Null once it was expunged. */
  readonly open: string | null
}

export interface LogToVerify {
  readonly vault: VaultId
  readonly device: DeviceId
  /** Where to begin: a log that was verified so far. From its very beginning unless told. */
  readonly after?: Range
  /** In order of `seq`. */
  readonly records: AsyncIterable<StoredRecord> | Iterable<StoredRecord>
  /** Signed notes by the size they were made at. */
  checkpoint(size: number): Promise<string | undefined>
  /** Ed25519 public keys by who signs. */
  deviceKey(device: DeviceId): Uint8Array | undefined
  memberKey(member: MemberId): Uint8Array | undefined
  /** Does a signed tombstone name this record? */
  excused(seq: number): boolean
  /** Told each entry that could be read, in order. */
  visit?(entry: AnyEntry, seq: number): void | Promise<void>
}

/** Walks one log: commitments, tree, every checkpoint with both signatures, and that each commit closes what it says. */
export async function verifyLog(log: LogToVerify): Promise<LogVerdict> {
  let range: Range = log.after ?? EMPTY
  let begun = range.size
  let previous = base64(rootOf(range))
  let signers = new Set<MemberId>()
  let checkpoints = 0
  let erased = 0
  const fault = (what: LogFault, seq: number): LogVerdict => ({
    ok: false,
    fault: what,
    where: `${log.device} ${seq}`,
  })

  for await (const { seq, commitment, open } of log.records) {
    if (seq !== range.size) return fault("record-missing", range.size)
    range = append(range, leafHash(commitment))
    if (open === null) {
      if (!log.excused(seq)) return fault("record-erased-without-tombstone", seq)
      erased++
      continue
    }
    if (!equal(commitmentOf(open), commitment)) return fault("record-altered", seq)
    let entry: AnyEntry
    try {
      entry = readRecord(open)
    } catch {
      return fault("record-malformed", seq)
    }
    await log.visit?.(entry, seq)
    signers.add(entry.by)
    if (!isKnown(entry) || entry.kind !== "commit") continue
    const wrong = await verifyCommit(log, entry, begun, previous, range)
    if (wrong) return fault(wrong, seq)
    // The checkpoint says who signs; nobody's entries are in another's commit.
    if ([...signers].some((by) => by !== entry.body.member)) return fault("signer-differs", seq)
    signers = new Set()
    begun = range.size
    previous = base64(rootOf(range))
    checkpoints++
  }
  if (begun !== range.size) return fault("commit-missing", range.size)
  return { ok: true, size: range.size, root: base64(rootOf(range)), checkpoints, erased }
}

async function verifyCommit(
  log: LogToVerify,
  { body }: Entry<"commit">,
  begun: number,
  previous: string,
  after: Range,
): Promise<LogFault | null> {
  const note = await log.checkpoint(after.size)
  if (note === undefined) return "checkpoint-missing"
  const [deviceKey, memberKey] = [log.deviceKey(log.device), log.memberKey(body.member)]
  if (!deviceKey || !memberKey) return "key-unknown"
  const keys = [
    { name: deviceKeyName(log.vault, log.device), publicKey: deviceKey },
    { name: memberKeyName(log.vault, body.member), publicKey: memberKey },
  ]
  try {
    const checkpoint = parseCheckpoint(openNote(note, keys))
    if (checkpoint.origin !== deviceKeyName(log.vault, log.device) || checkpoint.size !== after.size)
      return "checkpoint-malformed"
    if (checkpoint.root !== base64(rootOf(after))) return "root-differs"
  } catch (error) {
    const signature = error instanceof DalelError && /signature|unsigned/.test(error.code)
    return signature ? "signature-fails" : "checkpoint-malformed"
  }
  return body.first === begun && body.count === after.size - begun && body.previous === previous
    ? null
    : "commit-does-not-fit"
}
