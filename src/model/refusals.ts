/**
 * Every way Dalel says no. A code says *what kind*; its words (what, remedy) live in `views/words/`, one file per
 * language, and a test walks codes × shipped languages. `exit` is the exit code of the command line
 * (CONTRACTS: 2 wrong use, 3 damage found, 1 anything else). `status` is the HTTP status of the page.
 */
export const REFUSALS = {
  // wrong use
  "usage/unknown-command": { exit: 2, status: 404 },
  "usage/unknown-option": { exit: 2, status: 400 },
  "usage/missing": { exit: 2, status: 400 },
  "usage/not-a-number": { exit: 2, status: 400 },
  "usage/not-a-date": { exit: 2, status: 400 },
  "usage/too-long": { exit: 2, status: 413 },
  "list/unreadable": { exit: 1, status: 422 },
  "list/no-names": { exit: 2, status: 400 },
  "list/too-large": { exit: 2, status: 413 },
  "names/no-tab": { exit: 2, status: 400 },
  "names/no-column": { exit: 2, status: 400 },
  "names/same-key": { exit: 2, status: 400 },
  "id/malformed": { exit: 2, status: 404 },
  "date/malformed": { exit: 2, status: 400 },
  "value/malformed": { exit: 2, status: 400 },
  "property/unknown": { exit: 2, status: 400 },
  "ground/missing": { exit: 2, status: 400 },
  "passage/not-found": { exit: 2, status: 400 },
  "passage/ambiguous": { exit: 2, status: 400 },
  "passage/moved": { exit: 1, status: 409 },
  // capture and reading
  "file/not-found": { exit: 1, status: 404 },
  "file/unreadable": { exit: 1, status: 400 },
  "file/empty": { exit: 1, status: 400 },
  "file/too-large": { exit: 1, status: 413 },
  "file/changed-while-read": { exit: 1, status: 409 },
  "source/unknown": { exit: 1, status: 404 },
  "source/not-readable-yet": { exit: 1, status: 409 },
  "source/not-read": { exit: 1, status: 409 },
  "reading/too-deep": { exit: 1, status: 422 },
  "reading/too-much-memory": { exit: 1, status: 422 },
  "reading/too-long": { exit: 1, status: 422 },
  "reading/too-many-parts": { exit: 1, status: 422 },
  "reading/encrypted": { exit: 1, status: 422 },
  "reading/damaged": { exit: 1, status: 422 },
  "reading/failed": { exit: 1, status: 422 },
  "reading/bad-request": { exit: 2, status: 400 },
  // review and case
  "proposal/unknown": { exit: 1, status: 404 },
  "proposal/decided": { exit: 1, status: 409 },
  "proposal/needs-rejected": { exit: 1, status: 409 },
  "proposal/grave": { exit: 2, status: 400 },
  "decision/unknown": { exit: 1, status: 404 },
  "decision/undone": { exit: 1, status: 409 },
  "decision/bulk-not-public": { exit: 2, status: 400 },
  "correction/nothing": { exit: 2, status: 400 },
  "entity/unknown": { exit: 1, status: 404 },
  "case/unknown": { exit: 1, status: 404 },
  "case/ambiguous": { exit: 1, status: 409 },
  "export/not-empty": { exit: 1, status: 409 },
  // vault
  "vault/not-found": { exit: 1, status: 404 },
  "vault/wait": { exit: 1, status: 429 },
  "vault/exists": { exit: 1, status: 409 },
  "vault/not-empty": { exit: 1, status: 409 },
  "vault/not-upgraded": { exit: 1, status: 500 },
  "vault/newer-format": { exit: 1, status: 409 },
  "vault/hint-differs": { exit: 3, status: 500 },
  "vault/in-use": { exit: 1, status: 409 },
  "vault/network-folder": { exit: 1, status: 409 },
  "vault/wrong-passphrase": { exit: 1, status: 403 },
  "vault/weak-passphrase": { exit: 2, status: 400 },
  "vault/no-passphrase": { exit: 2, status: 400 },
  "vault/key-damaged": { exit: 3, status: 500 },
  "vault/not-a-member": { exit: 1, status: 403 },
  "vault/damaged": { exit: 3, status: 500 },
  "vault/shortened": { exit: 3, status: 500 },
  "vault/altered": { exit: 3, status: 500 },
  "vault/disk-full": { exit: 1, status: 507 },
  "vault/is-sample": { exit: 1, status: 409 },
  "vault/locked": { exit: 1, status: 403 },
  // destroying on request
  "expunge/nothing": { exit: 1, status: 404 },
  "expunge/changed": { exit: 1, status: 409 },
  "expunge/held": { exit: 1, status: 409 },
  "expunge/needs-administrator": { exit: 1, status: 403 },
  "expunge/cannot-redact": { exit: 2, status: 409 },
  "hold/unknown": { exit: 1, status: 404 },
  "source/expunged": { exit: 1, status: 409 },
  // members, bundles
  "member/no-right": { exit: 1, status: 403 },
  "member/unknown": { exit: 1, status: 404 },
  "member/last-administrator": { exit: 1, status: 409 },
  "member/not-acknowledged": { exit: 1, status: 409 },
  "share/wrong": { exit: 2, status: 400 },
  "share/other-set": { exit: 2, status: 400 },
  "share/too-few": { exit: 2, status: 400 },
  "bundle/not-one": { exit: 1, status: 400 },
  "bundle/not-for-you": { exit: 1, status: 403 },
  "bundle/other-vault": { exit: 1, status: 409 },
  "bundle/is-sample": { exit: 1, status: 409 },
  "bundle/incomplete": { exit: 1, status: 400 },
  "bundle/damaged": { exit: 3, status: 500 },
  "bundle/too-large": { exit: 1, status: 413 },
  "bundle/gap": { exit: 1, status: 409 },
  "bundle/key-clash": { exit: 3, status: 409 },
  "quarantine/unknown": { exit: 1, status: 404 },
  // recovery key, backup
  "recovery/none": { exit: 1, status: 404 },
  "recovery/incomplete": { exit: 2, status: 400 },
  "recovery/wrong-group": { exit: 2, status: 400 },
  "recovery/misread": { exit: 2, status: 400 },
  "recovery/other-sheet": { exit: 1, status: 403 },
  "recovery/wrong-key": { exit: 1, status: 403 },
  "file/exists": { exit: 1, status: 409 },
  "backup/not-one": { exit: 1, status: 400 },
  "backup/damaged": { exit: 3, status: 500 },
  "backup/incomplete": { exit: 3, status: 500 },
  "backup/other-vault": { exit: 1, status: 409 },
  "blob/missing": { exit: 3, status: 500 },
  "blob/damaged": { exit: 3, status: 500 },
  // formats of the ledger
  "age/malformed": { exit: 3, status: 500 },
  "age/no-identity-matches": { exit: 1, status: 403 },
  "age/too-costly": { exit: 3, status: 500 },
  "json/not-canonical": { exit: 3, status: 500 },
  "note/malformed": { exit: 3, status: 500 },
  "note/bad-signature": { exit: 3, status: 500 },
  "note/unsigned": { exit: 3, status: 500 },
  "checkpoint/malformed": { exit: 3, status: 500 },
  "record/malformed": { exit: 3, status: 500 },
  "record/does-not-match": { exit: 3, status: 500 },
  "entry/malformed": { exit: 3, status: 500 },
  "entry/too-large": { exit: 1, status: 413 },
  // the door
  "web/not-found": { exit: 1, status: 404 },
  "web/not-from-here": { exit: 1, status: 403 },
  "web/form-expired": { exit: 1, status: 403 },
  "web/bad-form": { exit: 1, status: 400 },
  "web/link-used": { exit: 1, status: 403 },
  "web/sign-in": { exit: 1, status: 401 },
  "web/not-serving": { exit: 1, status: 404 },
  "web/port-taken": { exit: 1, status: 500 },
  cancelled: { exit: 1, status: 409 },
  internal: { exit: 1, status: 500 },
} as const satisfies Record<string, { exit: 1 | 2 | 3; status: number }>

export type RefusalCode = keyof typeof REFUSALS

/**
 * The one error of the product. `where` says where without exposing anyone: an id, an option, a line number, a bound,
 * or (on the command line only) the path the person typed. Never a name or a passage.
 */
export class DalelError extends Error {
  readonly code: RefusalCode
  readonly where: string | null

  constructor(code: RefusalCode, where: string | null = null, options?: ErrorOptions) {
    super(where === null ? code : `${code} (${where})`, options)
    this.name = "DalelError"
    this.code = code
    this.where = where
  }
}
