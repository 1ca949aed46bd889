import { createHash } from "node:crypto"
import type { Random } from "../model/clock.js"
import { DalelError } from "../model/refusals.js"
import { canonical, parseCanonical } from "./canonical.js"
import { type AnyEntry, checkEntry } from "./entry.js"
import type { Hash } from "./tree.js"

/**
 * A sealed entry.
 *
 *     open = "dalel/record/v1\n" + hex(r) + "\n" + entry + "\n"      r: 32 random bytes
 *     C    = SHA-256(open)                                            the log entry
 *
 * `open` can be given to an outsider, who needs `sha256sum` and nothing else; or destroyed, and the log still stands;
 * and nobody can guess what a lone C said.
 */
export interface SealedRecord {
  readonly commitment: Hash
  readonly open: string
}

const HEADER = "dalel/record/v1"
/** C2SP bounds a log entry at 65,535 bytes; a record that would not fit there is a text, and belongs in a blob. */
const LARGEST = 65_535

export function sealRecord(entry: AnyEntry, random: Random): SealedRecord {
  const open = `${HEADER}\n${Buffer.from(random(32)).toString("hex")}\n${canonical(entry)}\n`
  if (Buffer.byteLength(open) > LARGEST) throw new DalelError("entry/too-large", entry.kind)
  return { commitment: commitmentOf(open), open }
}

export function commitmentOf(open: string): Hash {
  return createHash("sha256").update(open).digest()
}

/** @throws DalelError record/malformed, json/not-canonical, entry/malformed */
export function readRecord(open: string): AnyEntry {
  const match = /^dalel\/record\/v1\n[0-9a-f]{64}\n(.*)\n$/s.exec(open)
  if (!match) throw new DalelError("record/malformed")
  return checkEntry(parseCanonical(match[1]!))
}

/** As `readRecord`, for a record from outside: also that it is what the log committed to. */
export function openRecord(open: string, commitment: Hash): AnyEntry {
  if (Buffer.compare(commitmentOf(open), commitment) !== 0) throw new DalelError("record/does-not-match")
  return readRecord(open)
}
