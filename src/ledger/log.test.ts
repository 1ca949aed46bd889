import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import type { Random } from "../model/clock.js"
import { type DeviceId, type EntityId, type MemberId, makeId, type VaultId } from "../model/id.js"
import type { Entry } from "./entry.js"
import { deviceKeyName, entryOf, type SealedCommit, sealCommit } from "./log.js"
import { formatVerifierKey } from "./note.js"
import { formatProof, parseProof } from "./proof.js"
import { signerOf } from "./signature.js"
import { EMPTY, includes, inclusionProof, leafHash, type Range, rootOf } from "./tree.js"
import { type LogFault, type StoredRecord, verifyLog } from "./verify.js"

/** The same bytes for the same seed: what fails, fails again. */
function seeded(seed: number): Random {
  let counter = 0
  return (count) => {
    const parts: Buffer[] = []
    for (let have = 0; have < count; have += 32)
      parts.push(createHash("sha256").update(`${seed}/${counter++}`).digest())
    return Uint8Array.from(Buffer.concat(parts).subarray(0, count))
  }
}

const random = seeded(1)
const at = "2026-11-23T08:00:00Z"
const writer = {
  vault: makeId<VaultId>(random),
  device: makeId<DeviceId>(random),
  deviceSigner: signerOf(random(32)),
  member: makeId<MemberId>(random),
  memberSigner: signerOf(random(32)),
}

function entry(): Entry {
  const [a, b] = [makeId<EntityId>(random), makeId<EntityId>(random)]
  return entryOf({ kind: "same", body: { a, b, verdict: "same", bulk: false } }, writer.member, at, random)
}

interface Stored {
  records: StoredRecord[]
  checkpoints: Map<number, string>
  range: Range
}

function aLog(acts: number[]): Stored {
  const stored: Stored = { records: [], checkpoints: new Map(), range: EMPTY }
  for (const count of acts) {
    const commit: SealedCommit = sealCommit(stored.range, Array.from({ length: count }, entry), writer, at, random)
    stored.records.push(...commit.records.map(({ seq, commitment, open }) => ({ seq, commitment, open })))
    stored.checkpoints.set(commit.range.size, commit.checkpoint)
    stored.range = commit.range
  }
  return stored
}

const check = (stored: Stored, excused: number[] = []) =>
  verifyLog({
    vault: writer.vault,
    device: writer.device,
    records: stored.records,
    checkpoint: async (size) => stored.checkpoints.get(size),
    deviceKey: () => writer.deviceSigner.publicKey,
    memberKey: () => writer.memberSigner.publicKey,
    excused: (seq) => excused.includes(seq),
  })

test("a log of several acts verifies and counts itself", async () => {
  const verdict = await check(aLog([1, 3, 2]))
  assert.ok(verdict.ok)
  assert.equal(verdict.size, 9)
  assert.equal(verdict.checkpoints, 3)
})

test("each kind of damage is named, with its place", async () => {
  const altered = (open: string) => open.replace('"same"', '"sane"')
  const cases: [name: string, damage: (log: Stored) => void, fault: LogFault, seq: number][] = [
    ["a record is taken out", (log) => log.records.splice(2, 1), "record-missing", 2],
    ["two records change places", (log) => log.records.reverse(), "record-missing", 0],
    ["the words of a record", (log) => replace(log, 3, { open: altered(log.records[3]!.open!) }), "record-altered", 3],
    ["a commitment", (log) => replace(log, 3, { commitment: random(32) }), "record-altered", 3],
    ["a record erased in silence", (log) => replace(log, 3, { open: null }), "record-erased-without-tombstone", 3],
    ["the last act cut off", (log) => log.records.splice(-1), "commit-missing", 8],
    ["a checkpoint lost", (log) => log.checkpoints.delete(2), "checkpoint-missing", 1],
    [
      "a checkpoint of another size",
      (log) => log.checkpoints.set(2, log.checkpoints.get(6)!),
      "checkpoint-malformed",
      1,
    ],
    [
      "a flipped signature",
      (log) =>
        log.checkpoints.set(
          2,
          log.checkpoints.get(2)!.replace(/(.)(.{9}=*\n)$/, (_, a, b) => (a === "A" ? "B" : "A") + b),
        ),
      "signature-fails",
      1,
    ],
  ]
  for (const [name, damage, fault, seq] of cases) {
    const log = aLog([1, 3, 2])
    damage(log)
    const verdict = await check(log)
    assert.ok(!verdict.ok, name)
    assert.equal(verdict.fault, fault, name)
    assert.equal(verdict.where, `${writer.device} ${seq}`, name)
  }
})

test("a record replaced with its commitment and tree redone breaks the signed root", async () => {
  const [log, other] = [aLog([1, 3]), aLog([1, 3])]
  replace(log, 3, other.records[3]!)
  const verdict = await check(log)
  assert.ok(!verdict.ok && verdict.fault === "root-differs")
})

test("a record that a tombstone names may be gone, and the log still verifies", async () => {
  const log = aLog([1, 3, 2])
  replace(log, 3, { open: null })
  const verdict = await check(log, [3])
  assert.ok(verdict.ok && verdict.erased === 1)
})

function replace(log: Stored, seq: number, change: Partial<StoredRecord>): void {
  log.records[seq] = { ...log.records[seq]!, ...change }
}

test("a shell script with sha256sum and openssl checks a disclosed record, its place and both signatures", () => {
  const stored = aLog([4, 7, 2])
  const leaves = stored.records.map((record) => leafHash(record.commitment))
  const root = rootOf(stored.range)
  const folder = mkdtempSync(join(tmpdir(), "dalel-outside-"))
  const script = join(process.cwd(), "docs/check-record.sh")
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const run = () =>
    execFileSync("sh", [script, "record.open", "record.tlog-proof", "device.vkey"], { cwd: folder, stdio: "pipe" })
  try {
    const key = { name: deviceKeyName(writer.vault, writer.device), publicKey: writer.deviceSigner.publicKey }
    write("device.vkey", `${formatVerifierKey(key)}\n`)
    for (const index of [0, 2, 8, 15]) {
      const path = inclusionProof(leaves, index)
      const checkpoint = stored.checkpoints.get(leaves.length)!
      const proof = formatProof({ index, path, checkpoint })
      assert.deepEqual(parseProof(proof), { index, path: path.map((hash) => Uint8Array.from(hash)), checkpoint })
      assert.ok(includes(leaves[index]!, index, leaves.length, path, root))
      write("record.open", stored.records[index]!.open!)
      write("record.tlog-proof", proof)
      assert.match(run().toString(), /^OK record \d+ of 16/)

      write("record.open", stored.records[index]!.open!.replace("Z", "z"))
      assert.throws(run, /record is not in this log/, "an altered record")
      write("record.open", stored.records[index]!.open!)
      write("record.tlog-proof", proof.replace(/^16$/m, "17"))
      assert.throws(run, /signature does not fit|not in this log/, "an altered checkpoint")
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
