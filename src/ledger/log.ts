import type { Random } from "../model/clock.js"
import type { DeviceId, EntryId, MemberId, VaultId } from "../model/id.js"
import { makeId } from "../model/id.js"
import { formatCheckpoint } from "./checkpoint.js"
import type { AnyEntry, Bodies, Entry, EntryKind } from "./entry.js"
import { signNote } from "./note.js"
import { type SealedRecord, sealRecord } from "./record.js"
import type { Signer } from "./signature.js"
import { append, leafHash, type Range, rootOf } from "./tree.js"

/** Whoever writes: one device, and the member who sits at it. */
export interface Writer {
  readonly vault: VaultId
  readonly device: DeviceId
  readonly deviceSigner: Signer
  readonly member: MemberId
  readonly memberSigner: Signer
}

export interface SealedCommit {
  /** In log order from `first`; the last one is the commit entry. */
  readonly records: readonly (SealedRecord & { seq: number; entry: AnyEntry })[]
  readonly range: Range
  /** Signed note of the checkpoint after these records. */
  readonly checkpoint: string
}

/** Key names of the two signatures under a checkpoint. */
export function deviceKeyName(vault: VaultId, device: DeviceId): string {
  return `dalel/1/${vault}/${device}`
}

export function memberKeyName(vault: VaultId, member: MemberId): string {
  return `dalel/1/${vault}/member/${member}`
}

/** Who vouches for the vault's secret in `keys/vault.age`. */
export function keysKeyName(vault: VaultId): string {
  return `dalel/1/${vault}/keys`
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64")
}

/** What an act wants written: a kind and its body. The envelope is the writer's. */
export type Draft = { readonly [K in EntryKind]: { readonly kind: K; readonly body: Readonly<Bodies[K]> } }[Exclude<
  EntryKind,
  "commit"
>]

export function entryOf(draft: Draft, by: MemberId, at: string, random: Random): Entry {
  return { v: 1, id: makeId<EntryId>(random), at, by, ...draft } as Entry
}

/** Seals all entries of one act on top of a log, and the checkpoint that closes it. Pure: writes nothing. */
export function sealCommit(
  log: Range,
  entries: readonly Entry[],
  writer: Writer,
  at: string,
  random: Random,
  seen: Bodies["commit"]["seen"] = {},
): SealedCommit {
  const commit: Entry<"commit"> = {
    v: 1,
    id: makeId<EntryId>(random),
    at,
    by: writer.member,
    kind: "commit",
    body: {
      first: log.size,
      count: entries.length + 1,
      member: writer.member,
      previous: base64(rootOf(log)),
      seen,
    },
  }
  let range = log
  const records = [...entries, commit].map((entry) => {
    const sealed = sealRecord(entry, random)
    const seq = range.size
    range = append(range, leafHash(sealed.commitment))
    return { ...sealed, seq, entry }
  })
  const origin = deviceKeyName(writer.vault, writer.device)
  const text = formatCheckpoint({ origin, size: range.size, root: base64(rootOf(range)) })
  const checkpoint = signNote(text, [
    { name: origin, signer: writer.deviceSigner },
    { name: memberKeyName(writer.vault, writer.member), signer: writer.memberSigner },
  ])
  return { records, range, checkpoint }
}
