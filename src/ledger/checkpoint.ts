import { DalelError } from "../model/refusals.js"

/** What a device promises about its log. */
export interface Checkpoint {
  /** `dalel/1/<vault>/<device>` */
  readonly origin: string
  /** Entries in the log. */
  readonly size: number
  /** RFC 6962 tree hash, base64. */
  readonly root: string
}

/**
 * Prints a checkpoint as in C2SP tlog-checkpoint, three lines each ending in "\n":
 *
 *     dalel/1/7f3a/c90d
 *     0
 *     47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root}\n`
}

/** @throws DalelError checkpoint/malformed */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = "", digits = "", root = ""] = text.split("\n")
  const checkpoint = { origin, size: Number(digits), root }
  const readable = origin !== "" && /^\d{1,15}$/.test(digits) && /^[A-Za-z0-9+/]{43}=$/.test(root)
  // One promise, one spelling: what we would not print, we do not read.
  if (!readable || formatCheckpoint(checkpoint) !== text) throw new DalelError("checkpoint/malformed")
  return checkpoint
}
