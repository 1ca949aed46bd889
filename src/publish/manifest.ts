import { createHash } from "node:crypto"
import { formatVerifierKey, signNote } from "../ledger/note.js"
import type { CaseKey } from "../vault/casekey.js"

export interface DossierFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** First line of every manifest. */
export const MANIFEST = "dalel/dossier/v1"

export const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

/** How the case's public key is written down: `dalel/dossier/<id>+<key id>+<key>`. */
export function verifierKey({ name, signer }: CaseKey): string {
  return formatVerifierKey({ name, publicKey: signer.publicKey })
}

/**
 * What the key of the case signs (C2SP signed-note): after the first line one line a file, as `sha256sum -c` reads it.
 *
 *     dalel/dossier/v1
 *     9f86d0…  dossier.html
 *
 *     — dalel/dossier/7f3a… base64
 */
export function signManifest(files: readonly DossierFile[], { name, signer }: CaseKey): string {
  const lines = files.map((file) => `${sha256(file.bytes)}  ${file.name}\n`)
  return signNote(`${MANIFEST}\n${lines.join("")}`, [{ name, signer }])
}
