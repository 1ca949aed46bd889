import { createHash } from "node:crypto"
import { DalelError } from "../model/refusals.js"
import { type Signer, verifies } from "./signature.js"

/**
 * A signed note (C2SP signed-note): a text, a blank line, and a line for each signature
 *
 *     — <key name> base64(key id ‖ signature)
 *
 * where key id = SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)[:4] and 0x01 means Ed25519.
 */
export interface Note {
  /** Ends in a line feed. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export interface NoteSignature {
  readonly name: string
  /** Key id (4 bytes) and signature together. */
  readonly bytes: Uint8Array
}

export interface NoteKey {
  readonly name: string
  readonly publicKey: Uint8Array
}

const ED25519 = 1
const MOST_SIGNATURES = 16

export function keyId({ name, publicKey }: NoteKey): Uint8Array {
  return createHash("sha256")
    .update(`${name}\n`)
    .update(Uint8Array.of(ED25519))
    .update(publicKey)
    .digest()
    .subarray(0, 4)
}

/** `name+hex(key id)+base64(0x01 ‖ public key)`: how a verifier writes a key down. */
export function formatVerifierKey(key: NoteKey): string {
  const id = Buffer.from(keyId(key)).toString("hex")
  return `${key.name}+${id}+${Buffer.from([ED25519, ...key.publicKey]).toString("base64")}`
}

/** @throws DalelError note/malformed */
export function parseVerifierKey(text: string): NoteKey {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text)
  if (!match) throw new DalelError("note/malformed")
  const key = { name: match[1]!, publicKey: Uint8Array.from(Buffer.from(match[3]!, "base64").subarray(1)) }
  if (formatVerifierKey(key) !== text) throw new DalelError("note/malformed")
  return key
}

export function signNote(text: string, signers: readonly { name: string; signer: Signer }[]): string {
  if (!text.endsWith("\n") || hasControls(text)) throw new DalelError("note/malformed")
  const lines = signers.map(({ name, signer }) => {
    const id = keyId({ name, publicKey: signer.publicKey })
    return `— ${name} ${Buffer.concat([id, signer.sign(Buffer.from(text))]).toString("base64")}\n`
  })
  return `${text}\n${lines.join("")}`
}

/** @throws DalelError note/malformed */
export function parseNote(note: string): Note {
  const cut = note.lastIndexOf("\n\n")
  if (cut < 0 || !note.endsWith("\n") || hasControls(note)) throw new DalelError("note/malformed")
  const text = note.slice(0, cut + 1)
  const lines = note.slice(cut + 2, -1).split("\n")
  if (lines.length > MOST_SIGNATURES) throw new DalelError("note/malformed")
  const signatures = lines.map((line) => {
    const match = /^— ([^+\s]+) ([A-Za-z0-9+/]+=*)$/.exec(line)
    const bytes = Buffer.from(match?.[2] ?? "", "base64")
    if (!match || bytes.length < 5 || bytes.toString("base64") !== match[2]) throw new DalelError("note/malformed")
    return { name: match[1]!, bytes: Uint8Array.from(bytes) }
  })
  return { text, signatures }
}

/**
 * The text, when every one of these keys signed it. Signatures of keys we do not know are ignored; a key we know
 * whose signature fails refuses the note.
 * @throws DalelError note/malformed, note/bad-signature, note/unsigned
 */
export function openNote(note: string, keys: readonly NoteKey[]): string {
  const { text, signatures } = parseNote(note)
  const message = Buffer.from(text)
  for (const key of keys) {
    const id = keyId(key)
    const own = signatures.filter((one) => one.name === key.name && Buffer.compare(one.bytes.subarray(0, 4), id) === 0)
    if (own.length === 0) throw new DalelError("note/unsigned")
    for (const { bytes } of own)
      if (!verifies(key.publicKey, message, bytes.subarray(4))) throw new DalelError("note/bad-signature")
  }
  return text
}

// Tabs and carriage returns too: a note has one spelling.
function hasControls(text: string): boolean {
  return /[\x00-\x09\x0b-\x1f\x7f]/.test(text)
}
