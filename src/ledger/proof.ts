import { DalelError } from "../model/refusals.js"
import { base64 } from "./log.js"
import type { Hash } from "./tree.js"

/** Shows an outsider that one record stands in a signed log (C2SP tlog-proof). */
export interface RecordProof {
  readonly index: number
  /** Audit path, leaf to root. */
  readonly path: readonly Hash[]
  /** The signed checkpoint it leads to. */
  readonly checkpoint: string
}

const HEADER = "c2sp.org/tlog-proof@v1"

export function formatProof({ index, path, checkpoint }: RecordProof): string {
  return [HEADER, `index ${index}`, ...path.map(base64), "", checkpoint].join("\n")
}

/** @throws DalelError note/malformed */
export function parseProof(text: string): RecordProof {
  const cut = text.indexOf("\n\n")
  const [header, indexLine = "", ...hashes] = text.slice(0, cut).split("\n")
  const index = Number(/^index (\d{1,15})$/.exec(indexLine)?.[1] ?? Number.NaN)
  const path = hashes.map((hash) => Uint8Array.from(Buffer.from(hash, "base64")))
  const proof = { index, path, checkpoint: text.slice(cut + 2) }
  if (
    header !== HEADER ||
    Number.isNaN(index) ||
    path.some((hash) => hash.length !== 32) ||
    formatProof(proof) !== text
  )
    throw new DalelError("note/malformed")
  return proof
}
