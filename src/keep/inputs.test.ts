import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import fc from "fast-check"
import type { Json } from "../ledger/canonical.js"
import { checkEntry, isKnown } from "../ledger/entry.js"
import { keysKeyName } from "../ledger/log.js"
import { signNote } from "../ledger/note.js"
import { signerOf } from "../ledger/signature.js"
import { openVouched, signWarrant, vouched } from "../ledger/warrant.js"
import { type MemberId, makeId, type VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { Letter } from "../vault/letter.js"
import { makeRecoveryKey } from "../vault/recoverykey.js"
import { formatShare, parseShare, splitKey } from "../vault/shares.js"
import { checkLogText } from "./logfile.js"
import { type Cover, formatCover, parseCover } from "./parcel.js"

const random = (count: number) => new Uint8Array(randomBytes(count))
const RUNS = { numRuns: 3000 }

/** Whatever is done to a text: one place changed, cut, doubled. */
const mutated = (text: string) =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(8),
      fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("\n", "\u0000", '"', "-1", "1e9")),
    )
    .map(([at, count, put]) => text.slice(0, at) + put + text.slice(at + count))

function typed(work: () => unknown): void {
  try {
    work()
  } catch (error) {
    assert.ok(error instanceof DalelError, String(error))
  }
}

test("mutated covers, warrants, shares, entries and exported logs are refused by name or read, never more", async () => {
  const signer = signerOf(random(32))
  const [vault, member] = [makeId<VaultId>(random), makeId<MemberId>(random)]
  const letter = { sign: (text: string) => signNote(text, [{ name: "x", signer }]) } as unknown as Letter
  const cover = {
    ...{ bundle: makeId(random), vault, sample: false, device: makeId(random), member, at: "2026-01-01T00:00:00Z" },
    ...{ logs: {}, lines: { bytes: 0, records: 0, sha256: "0".repeat(64) }, bytes: 10, part: 1024 },
  } as Cover
  const note = formatCover(cover, letter)
  fc.assert(
    fc.property(mutated(note), (text) => typed(() => parseCover(text))),
    RUNS,
  )

  const second = signerOf(random(32))
  const key = Buffer.from(second.publicKey).toString("base64")
  const warrant = signWarrant({ vault, member, key, roles: ["read", "administer"] }, signer)
  const sealed = vouched(signNote("secret\n", [{ name: keysKeyName(vault), signer: second }]), [warrant])
  assert.equal(openVouched(sealed, vault, signer.publicKey), "secret\n")
  fc.assert(
    fc.property(mutated(sealed), (text) => {
      typed(() => assert.ok(text === sealed || openVouched(text, vault, signer.publicKey) === "secret\n"))
    }),
    RUNS,
  )
  const self = signWarrant({ vault, member, key, roles: ["administer"] }, second)
  const forged = vouched(signNote("other\n", [{ name: keysKeyName(vault), signer: second }]), [self])
  assert.throws(() => openVouched(forged, vault, signer.publicKey), DalelError)

  const [share] = await splitKey(makeRecoveryKey(random))
  const typedShare = formatShare(share!).join(" ")
  fc.assert(
    fc.property(mutated(typedShare), (text) => typed(() => parseShare(text.split(" ")))),
    RUNS,
  )

  const envelope = { v: 1, id: makeId(random), at: "2026-01-01T00:00:00Z", by: member }
  fc.assert(
    fc.property(
      fc.constantFrom(
        "member",
        "decide",
        "assert",
        "commit",
        "expunge",
        "expunged",
        "merge",
        "adopt",
        "rendition",
        "hold",
        "ask",
      ),
      fc.jsonValue(),
      (kind, body) => typed(() => isKnown(checkEntry({ ...envelope, kind, body } as unknown as Json))),
    ),
    RUNS,
  )
  const log = `{"vault":"${vault}"}\n{"log":"${makeId(random)}"}\n{"open":"dalel/record/v1\\n${"0".repeat(64)}\\n{}\\n"}\n{"note":"a"}\n`
  await fc.assert(
    fc.asyncProperty(mutated(log), async (text) => {
      await checkLogText(text).catch((error) => assert.ok(error instanceof DalelError, String(error)))
    }),
    RUNS,
  )
})
