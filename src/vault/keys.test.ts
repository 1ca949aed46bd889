import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { createPublicKey, sign as ed25519, verify as ed25519Verify } from "node:crypto"
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { type MemberId, makeId, type VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { type Disk, readWhole, realDisk } from "./disk.js"
import {
  deriveKeys,
  formatMemberKeys,
  isMemberFile,
  type MemberKeys,
  makeMemberFileName,
  makeMemberKeys,
  openMemberFiles as openMember,
  openVaultKeys,
  parseMemberKeys,
  publicKeyOf,
  readIdentityFile,
  readKeyFiles,
  type VaultSecret,
  type Verify,
  writeIdentityFile,
  writeMemberFile,
  writeVaultKeys,
} from "./keys.js"
import { randomFrom, simDisk } from "./simdisk.suite.js"

const random = randomFrom(31)
const vault = makeId<VaultId>(random)
const keys = makeMemberKeys(random, vault, makeId<MemberId>(random))
const passphrase = "tarud bosik gunom"
const QUICK = 4

async function folder(): Promise<Disk> {
  const disk = simDisk()
  await disk.makeFolder("/keys")
  return disk
}

/** Replaces a file with other bytes. */
async function replace(disk: Disk, path: string, bytes: Uint8Array) {
  await disk.unlink(path)
  const file = await disk.open(path, "create")
  await file.write(bytes, 0)
}

const openMemberFiles = async (disk: Disk, folder: string, word: string) =>
  openMember(await readKeyFiles(disk, folder), word)
const readVaultKeys = async (disk: Disk, folder: string, member: MemberKeys, check: Verify) =>
  openVaultKeys(await readKeyFiles(disk, folder), member, check)

// A stand-in for the ledger's notes: the signature on a line below the text.
const sign = (text: string) => `${text}signed ${Buffer.from(text).toString("hex")}\n`
const verify = (note: string) => {
  const [text = "", signature = ""] = note.split(/(?<=\n)signed /)
  if (signature !== `${Buffer.from(text).toString("hex")}\n`) throw new DalelError("note/bad-signature")
  return text
}

test("a member's keys are read only as they are written", () => {
  const text = formatMemberKeys(keys)
  assert.deepEqual(parseMemberKeys(text), keys)
  const cases: [string, string][] = [
    ["empty", ""],
    ["no line feed at the end", text.slice(0, -1)],
    ["a line more", `${text}# more\n`],
    ["another version", text.replace("/v1", "/v2")],
    ["lower case", text.toLowerCase()],
    ["a vault that is none", text.replace(vault, "x")],
    ["a short key", text.replace(/signing .{4}/, "signing ")],
    ["two spaces", text.replace("# vault ", "# vault  ")],
  ]
  for (const [name, wrong] of cases) assert.throws(() => parseMemberKeys(wrong), { code: "vault/key-damaged" }, name)
})

test("public keys are those of Ed25519 (RFC 8032, test 1), and a founder pins himself", () => {
  const seed = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex")
  const wanted = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
  assert.equal(Buffer.from(publicKeyOf(seed)).toString("hex"), wanted)
  assert.deepEqual(keys.founder, publicKeyOf(keys.signing))
  assert.deepEqual(makeMemberKeys(random, vault, keys.member, keys.founder).founder, keys.founder)
  // The seed signs what the public key verifies.
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), keys.signing])
  const signature = ed25519(null, Buffer.from("text"), { key: pkcs8, format: "der", type: "pkcs8" })
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), keys.founder])
  const key = createPublicKey({ key: spki, format: "der", type: "spki" })
  assert.ok(ed25519Verify(null, Buffer.from("text"), key, signature))
})

test("a member's file opens with his passphrase, however its letters were composed, and no other", async () => {
  const disk = await folder()
  const composed = "Göçmen élan тыңдау"
  const other = makeMemberKeys(random, vault, makeId<MemberId>(random), keys.founder)
  const name = makeMemberFileName(random)
  await writeMemberFile(disk, `/keys/${makeMemberFileName(random)}`, other, "another passphrase", random, QUICK)
  await writeMemberFile(disk, `/keys/${name}`, keys, composed.normalize("NFD"), random, QUICK)
  assert.deepEqual(await openMemberFiles(disk, "/keys", composed), { keys, name })
  assert.deepEqual((await openMemberFiles(disk, "/keys", "another passphrase")).keys, other)
  await assert.rejects(openMemberFiles(disk, "/keys", "Gocmen elan тыңдау"), { code: "vault/wrong-passphrase" })
  for (const name of (await disk.list("/keys")).map(({ name }) => name)) assert.ok(isMemberFile(name), name)
  assert.ok(!isMemberFile("vault.age"))
  const text = Buffer.from(await readWhole(disk, `/keys/${name}`)).toString("latin1")
  for (const secret of [vault, keys.member, "AGE-SECRET", "dalel"]) assert.ok(!text.includes(secret), secret)
})

test("a weak passphrase writes nothing; no member's file is damage", async () => {
  const disk = await folder()
  await assert.rejects(writeMemberFile(disk, "/keys/a", keys, "short", random, QUICK), {
    code: "vault/weak-passphrase",
  })
  assert.deepEqual(await disk.list("/keys"), [])
  await assert.rejects(openMemberFiles(disk, "/keys", passphrase), { code: "vault/key-damaged", where: "keys" })
})

test("every flipped bit in a member's file is refused, and costs no more than the file says", async () => {
  const disk = await folder()
  const path = `/keys/${makeMemberFileName(random)}`
  await writeMemberFile(disk, path, keys, passphrase, random, QUICK)
  const whole = Uint8Array.from(await readWhole(disk, path))
  for (let at = 0; at < whole.length; at++) {
    const flipped = Uint8Array.from(whole)
    flipped[at]! ^= 1
    await replace(disk, path, flipped)
    await assert.rejects(openMemberFiles(disk, "/keys", passphrase), /vault\/(key-damaged|wrong-passphrase)/, `${at}`)
  }
  const costly = Buffer.from(whole).toString("latin1").replace(` ${QUICK}\n`, " 30\n")
  await replace(disk, path, Buffer.from(costly, "latin1"))
  await assert.rejects(openMemberFiles(disk, "/keys", passphrase), { code: "vault/key-damaged" })
})

const secret: VaultSecret = { vault, generation: 1, secret: random(32), previous: null }

test("the vault's secret reaches every member, signed, and nobody else", async () => {
  const disk = await folder()
  const second = makeMemberKeys(random, vault, makeId<MemberId>(random), keys.founder)
  const stranger = makeMemberKeys(random, vault, makeId<MemberId>(random), keys.founder)
  const recipients = [keys.identity.recipient, second.identity.recipient] as const
  await writeVaultKeys(disk, "/keys", secret, recipients, sign, random)
  for (const member of [keys, second]) assert.deepEqual(await readVaultKeys(disk, "/keys", member, verify), secret)
  await assert.rejects(readVaultKeys(disk, "/keys", stranger, verify), { code: "vault/not-a-member" })

  const next = { ...secret, generation: 2, secret: random(32), previous: { generation: 1, secret: secret.secret } }
  await writeVaultKeys(disk, "/keys", next, [keys.identity.recipient], sign, random)
  assert.deepEqual(await readVaultKeys(disk, "/keys", keys, verify), next)
  await assert.rejects(readVaultKeys(disk, "/keys", second, verify), { code: "vault/not-a-member" })
})

test("a secret put there by somebody else is refused: unsigned, or of another vault", async () => {
  const disk = await folder()
  const recipients = [keys.identity.recipient] as const
  await writeVaultKeys(disk, "/keys", secret, recipients, (text) => `${text}signed 00\n`, random)
  await assert.rejects(readVaultKeys(disk, "/keys", keys, verify), { code: "note/bad-signature" })
  await writeVaultKeys(disk, "/keys", { ...secret, vault: makeId<VaultId>(random) }, recipients, sign, random)
  await assert.rejects(readVaultKeys(disk, "/keys", keys, verify), { code: "vault/altered" })
  const plain = JSON.stringify({ generation: 1, previous: null, secret: "AAAA", vault })
  for (const text of ["", "{}\n", "null\n", `${plain}\n`]) {
    await writeVaultKeys(disk, "/keys", secret, recipients, () => sign(text), random)
    await assert.rejects(readVaultKeys(disk, "/keys", keys, verify), /vault\/key-damaged|note\/bad/, text)
  }
})

test("every flipped bit in the vault's key file is refused", async () => {
  const disk = await folder()
  const other = makeMemberKeys(random, vault, makeId<MemberId>(random))
  const recipients = [keys.identity.recipient, other.identity.recipient] as const
  await writeVaultKeys(disk, "/keys", secret, recipients, sign, random)
  const whole = Uint8Array.from(await readWhole(disk, "/keys/vault.age"))
  for (let at = 0; at < whole.length; at++) {
    const flipped = Uint8Array.from(whole)
    flipped[at]! ^= 1 << (at % 8)
    await replace(disk, "/keys/vault.age", flipped)
    await assert.rejects(readVaultKeys(disk, "/keys", keys, verify), /vault\/(key-damaged|not-a-member)/, `${at}`)
  }
})

test("an identity file is private, and the age program alone opens the vault's secret with it", async () => {
  const path = mkdtempSync(join(tmpdir(), "dalel-keys-"))
  try {
    const file = join(path, "identity")
    await writeIdentityFile(realDisk, file, keys)
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.deepEqual(await readIdentityFile(realDisk, file), keys)
    await assert.rejects(readIdentityFile(realDisk, join(path, "none")), { code: "file/not-found" })
    await writeVaultKeys(realDisk, path, secret, [keys.identity.recipient], sign, random)
    if (spawnSync("age", ["--version"]).status === 0) {
      const opened = spawnSync("age", ["-d", "-i", file, join(path, "vault.age")])
      assert.ok(opened.stdout.toString().includes(Buffer.from(secret.secret).toString("base64")))
    }
    writeFileSync(file, "nothing")
    await assert.rejects(readIdentityFile(realDisk, file), { code: "vault/key-damaged" })
  } finally {
    rmSync(path, { recursive: true })
  }
})

test("what hangs on the secret is told apart by purpose, vault and secret, and stays the same for ever", () => {
  const zero = { vault: "00000000000000000000000000" as VaultId, secret: new Uint8Array(32) }
  const hex = (from: Pick<VaultSecret, "vault" | "secret">) => {
    const { db, head, device } = deriveKeys(from)
    return [db.key, db.salt, head, device.secret].map((bytes) => Buffer.from(bytes).toString("hex"))
  }
  // Kept here so that a change that would lock every vault out is seen.
  assert.deepEqual(hex(zero), FIXED)
  const all = [zero, { ...zero, secret: new Uint8Array(32).fill(1) }, { ...zero, vault }].flatMap(hex)
  assert.equal(new Set(all).size, 12)
})

// Computed once with: openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt hexkey:<64 zeros>
// -kdfopt salt:<26 zeros> -kdfopt info:dalel/v1/<purpose> HKDF
const FIXED = [
  "895117977912f35c37ab968496f89682afb1f60f44579b9f8218cf8378a5e928",
  "d444732f92abaffdecc6281f8c301048",
  "104f1dd8465eb769022a2dede6fc5292e23820ad215565155a59e853620da8c1",
  "eb1612b0cee9640c1849bea9bd3f4a0c2daa774b678240b89849be8860765f43",
]
