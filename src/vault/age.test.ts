import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import * as oracle from "age-encryption"
import fc from "fast-check"
import type { RefusalCode } from "../model/refusals.js"
import { decrypt, decryptRange, encrypt, seal, sealedSize, unseal } from "./age.js"
import { collect } from "./bytes.js"
import { formatIdentity, formatRecipient, makeIdentity, parseIdentity, parseRecipient } from "./identity.js"

const random = (count: number) => new Uint8Array(randomBytes(count))
const ours = makeIdentity(random)
const to = { recipients: [ours.recipient] } as const
const key = { identity: ours }
const refused = (code: RefusalCode) => ({ name: "DalelError", code })

const CHUNK = 65_536
const BORDERS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 2 * CHUNK + 1, 3 * CHUNK]

/** The same bytes in pieces whose sizes come from the list, over and over. */
async function* pieces(bytes: Uint8Array, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!
    yield bytes.subarray(at, at + size)
    at += size
  }
}

const inMemory = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: async (start: number, end: number) => bytes.subarray(start, end),
})

test("what we seal, age-encryption opens, and the other way round, at every chunk border", async () => {
  const theirs = await oracle.generateX25519Identity()
  for (const size of BORDERS) {
    const plain = random(size)
    const recipients = [ours.recipient, parseRecipient(await oracle.identityToRecipient(theirs))] as const
    const decrypter = new oracle.Decrypter()
    decrypter.addIdentity(theirs)
    assert.deepEqual(
      Buffer.from(await decrypter.decrypt(await seal(plain, { recipients }, random))),
      Buffer.from(plain),
    )

    const encrypter = new oracle.Encrypter()
    encrypter.addRecipient(await oracle.identityToRecipient(theirs))
    encrypter.addRecipient(formatRecipient(ours.recipient))
    const sealed = await encrypter.encrypt(plain)
    assert.deepEqual(Buffer.from(await unseal(sealed, key)), Buffer.from(plain))
    assert.deepEqual(Buffer.from(await unseal(sealed, { identity: parseIdentity(theirs) })), Buffer.from(plain))
  }
})

test("a passphrase file goes both ways with age-encryption", async () => {
  const plain = random(100)
  const decrypter = new oracle.Decrypter()
  decrypter.addPassphrase("сөз құпия 词 🔑")
  const sealed = await seal(plain, { passphrase: "сөз құпия 词 🔑", work: 10 }, random)
  assert.deepEqual(Buffer.from(await decrypter.decrypt(sealed)), Buffer.from(plain))
  const encrypter = new oracle.Encrypter()
  encrypter.setPassphrase("сөз құпия 词 🔑")
  encrypter.setScryptWorkFactor(10)
  const theirs = await encrypter.encrypt(plain)
  assert.deepEqual(Buffer.from(await unseal(theirs, { passphrase: "сөз құпия 词 🔑" })), Buffer.from(plain))
  await assert.rejects(unseal(theirs, { passphrase: "сөз құпия 词" }), refused("age/no-identity-matches"))
  await assert.rejects(unseal(theirs, key), refused("age/no-identity-matches"))
})

test("identities and recipients are spelled as age spells them", async () => {
  for (let round = 0; round < 20; round++) {
    const identity = makeIdentity(random)
    const text = formatIdentity(identity)
    assert.equal(await oracle.identityToRecipient(text), formatRecipient(identity.recipient))
    assert.deepEqual(parseIdentity(text), identity)
    assert.deepEqual(parseRecipient(formatRecipient(identity.recipient)), identity.recipient)
    const broken = text.slice(0, 30) + (text[30] === "Q" ? "P" : "Q") + text.slice(31)
    assert.throws(() => parseIdentity(broken), refused("age/malformed"))
  }
  for (const wrong of [
    "",
    "age1",
    "AGE-SECRET-KEY-1",
    formatRecipient(ours.recipient),
    formatIdentity(ours).toLowerCase(),
  ])
    assert.throws(() => parseIdentity(wrong), refused("age/malformed"), wrong.slice(0, 4))
})

// When the program is not installed the library above is the oracle.
if (spawnSync("age", ["--version"]).status === 0)
  test("the age program opens what we seal, and we what it seals", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dalel-age-"))
    try {
      const identityFile = join(folder, "key")
      writeFileSync(identityFile, `${formatIdentity(ours)}\n`)
      for (const size of [0, 1, CHUNK, CHUNK + 1, 3 * CHUNK]) {
        const plain = random(size)
        const opened = spawnSync("age", ["-d", "-i", identityFile], { input: await seal(plain, to, random) })
        assert.deepEqual(opened.stdout, Buffer.from(plain), opened.stderr.toString())
        const sealed = spawnSync("age", ["-r", formatRecipient(ours.recipient)], { input: plain })
        assert.deepEqual(Buffer.from(await unseal(sealed.stdout, key)), Buffer.from(plain))
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

test("however the bytes arrive, the same comes out, whole or in part", async () => {
  const size = fc.oneof(fc.nat(3 * CHUNK), fc.constantFrom(...BORDERS))
  const cuts = fc.array(fc.integer({ min: 1, max: 2 * CHUNK }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(size, cuts, size, size, async (size, cuts, a, b) => {
      const plain = random(size)
      const sealed = await collect(encrypt(pieces(plain, cuts), to, random))
      assert.deepEqual(Buffer.from(await collect(decrypt(pieces(sealed, cuts), key))), Buffer.from(plain))
      const [start, end] = [Math.min(a, b), Math.max(a, b)]
      const range = await collect(decryptRange(inMemory(sealed), key, start, end))
      assert.deepEqual(Buffer.from(range), Buffer.from(plain.subarray(start, end)))
    }),
    { numRuns: 40 },
  )
})

test("a flipped bit, a missing end or a byte more is refused, streamed or in part", async () => {
  const sealed = await seal(random(2 * CHUNK + 100), to, random)
  const header = Buffer.from(sealed).indexOf("\n---") + 50
  // Every byte of the header and of the nonce, the chunk borders and the end; then some in between.
  const places = new Set<number>()
  for (let at = 0; at < header + 16; at++) places.add(at)
  for (let at = sealed.length - 20; at < sealed.length; at++) places.add(at)
  for (let at = header; at < sealed.length; at += 4999) places.add(at)
  for (const at of places) {
    const flipped = Uint8Array.from(sealed)
    flipped[at]! ^= 1 << (at % 8)
    await assert.rejects(unseal(flipped, key), /age\/(malformed|no-identity-matches)/, `byte ${at}`)
  }
  const lengths = [0, 1, header - 20, header + 10, header + 40, header + CHUNK, sealed.length - 101, sealed.length - 1]
  // Cut at a chunk border, where what is left looks whole but for its mark.
  for (let chunk = 1; chunk < 3; chunk++) lengths.push(sealed.length - 116 - (chunk - 1) * (CHUNK + 16))
  for (const length of lengths) {
    const short = sealed.subarray(0, length)
    await assert.rejects(unseal(short, key), refused("age/malformed"), `${length} bytes`)
    await assert.rejects(
      collect(decryptRange(inMemory(short), key, 0, 1)),
      refused("age/malformed"),
      `a part of ${length} bytes`,
    )
  }
  for (const more of [1, 16, 17, CHUNK]) {
    const long = Buffer.concat([sealed, new Uint8Array(more)])
    await assert.rejects(unseal(long, key), refused("age/malformed"), `${more} more`)
    await assert.rejects(collect(decryptRange(inMemory(long), key, 0, 1)), refused("age/malformed"), `${more} more`)
  }
})

test("a header is read only as we would print it", async () => {
  const file = Buffer.from(await seal(random(10), to, random)).toString("latin1")
  const share = /X25519 (\S+)/.exec(file)![1]!
  const passphrase = Buffer.from(await seal(random(10), { passphrase: "only", work: 1 }, random)).toString("latin1")
  const stanza = /-> scrypt [\s\S]*?(?=---)/.exec(passphrase)![0]
  const lastBits = (text: string) => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) ^ 1)
  const cases: [name: string, file: string][] = [
    ["another version", file.replace("/v1", "/v2")],
    ["no stanza", file.replace(/-> [\s\S]*?(?=---)/, "")],
    ["padding", file.replace(share, `${share}=`)],
    ["bits that mean nothing", file.replace(share, lastBits(share))],
    ["a URL's alphabet", file.replace(share, share.replaceAll(/./g, "_"))],
    ["carriage returns", file.replace("\n->", "\r\n->")],
    ["two spaces", file.replace("-> X25519 ", "-> X25519  ")],
    ["a space at the end", file.replace(share, `${share} `)],
    ["an argument more", file.replace(share, `${share} more`)],
    ["a share too short", file.replace(share, share.slice(0, 40))],
    ["a passphrase beside a key", file.replace("-> X25519", `${stanza}-> X25519`)],
    ["no end", file.slice(0, 80)],
    ["armor", "-----BEGIN AGE ENCRYPTED FILE-----\n"],
    ["endless", `age-encryption.org/v1\n-> X25519 ${"A".repeat(70_000)}`],
  ]
  for (const [name, text] of cases)
    await assert.rejects(unseal(Buffer.from(text, "latin1"), key), refused("age/malformed"), name)
  for (const [from, to, code] of [
    [" 1\n", " 21\n", "age/too-costly"],
    [" 1\n", " 99\n", "age/too-costly"],
    [" 1\n", " 01\n", "age/malformed"],
    [" 1\n", " +1\n", "age/malformed"],
    [" 1\n", " 1e1\n", "age/malformed"],
    [" 1\n", " 1 1\n", "age/malformed"],
  ] as const) {
    const bytes = Buffer.from(passphrase.replace(from, to), "latin1")
    await assert.rejects(unseal(bytes, { passphrase: "only" }), refused(code), to)
  }
})

test("an unknown stanza beside ours is passed over", async () => {
  const encrypter = new oracle.Encrypter()
  encrypter.addRecipient({ wrapFileKey: () => [new oracle.Stanza(["future-grease", "x", "y"], random(96))] })
  encrypter.addRecipient(formatRecipient(ours.recipient))
  assert.deepEqual(Buffer.from(await unseal(await encrypter.encrypt("to you"), key)).toString(), "to you")
})

test("a point of low order is neither a recipient nor a share", async () => {
  const points = [
    "00".repeat(32),
    `01${"00".repeat(31)}`,
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    `ecff${"ff".repeat(29)}7f`,
  ]
  const file = Buffer.from(await seal(random(10), to, random)).toString("latin1")
  const share = /X25519 (\S+)/.exec(file)![1]!
  for (const point of points) {
    const bytes = Buffer.from(point, "hex")
    await assert.rejects(seal(random(1), { recipients: [bytes] }, random), refused("age/malformed"), point)
    const forged = file.replace(share, bytes.toString("base64").replace("=", ""))
    await assert.rejects(unseal(Buffer.from(forged, "latin1"), key), refused("age/malformed"), point)
  }
})

test("how long a sealed file will be is known before", async () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 200_000])
    for (const count of [1, 3]) {
      const [first, ...rest] = Array.from({ length: count }, () => makeIdentity(random).recipient)
      const sealed = await seal(new Uint8Array(size), { recipients: [first!, ...rest] }, random)
      assert.equal(sealed.length, sealedSize(size, count), `${size} bytes to ${count}`)
    }
})
