import { createCipheriv, createDecipheriv, createHmac, hkdfSync, scrypt, timingSafeEqual } from "node:crypto"
import type { Random } from "../model/clock.js"
import { DalelError } from "../model/refusals.js"
import { type Bytes, chunksOf, collect, cut } from "./bytes.js"
import { type Identity, makeIdentity, sharedSecret } from "./identity.js"

/**
 * The age v1 file format (C2SP age.md) over node:crypto: the one encrypted format of files outside the database, so
 * that the `age` program opens them too.
 *
 *     age-encryption.org/v1
 *     -> X25519 <share>           one stanza per recipient, or a single `-> scrypt <salt> <work>`
 *     <the file key, wrapped>
 *     --- <HMAC of all above>
 *     nonce (16), then ChaCha20-Poly1305 chunks of 64 KiB, the last one marked
 */

/** For whom. A passphrase stands alone (age's rule). `work`: log2 of the scrypt cost, 18 unless told. */
export type To =
  | { readonly recipients: readonly [Uint8Array, ...Uint8Array[]] }
  | { readonly passphrase: string; readonly work?: number }

export type With = { readonly identity: Identity } | { readonly passphrase: string }

/** Bytes that can be read at any place: `read(start, end)` answers exactly those bytes, fewer only past the end. */
export interface RandomAccess {
  readonly size: number
  read(start: number, end: number): Promise<Uint8Array>
}

const VERSION = "age-encryption.org/v1"
const CHUNK = 64 * 1024
const TAG = 16
const NONCE = 16
const WORK = 18
/** Opening a file of 2^20 takes a gigabyte of memory; beyond that it is an attack on the reader. */
const MOST_WORK = 20
const LONGEST_HEADER = 64 * 1024
/** Chunks read together: about a megabyte. */
const AT_ONCE = 16

/** Streams the encrypted file. Memory: some chunks of 64 KiB, whatever the size. @throws DalelError age/malformed */
export async function* encrypt(plain: Bytes, to: To, random: Random): AsyncGenerator<Uint8Array> {
  const fileKey = random(16)
  const stanzas =
    "passphrase" in to
      ? [await wrapForPassphrase(fileKey, to.passphrase, to.work ?? WORK, random)]
      : to.recipients.map((recipient) => wrapForRecipient(fileKey, recipient, random))
  const covered = `${VERSION}\n${stanzas.map(formatStanza).join("")}---`
  const nonce = random(NONCE)
  yield Buffer.concat([Buffer.from(`${covered} ${base64(headerMac(fileKey, covered))}\n`), nonce])
  const key = derive(fileKey, nonce, "payload")
  let counter = 0
  for await (const { piece, last } of cut(plain, CHUNK)) yield* sealChunk(key, counter++, last, piece)
}

/**
 * Streams the plaintext. Each chunk is authentic when it is given out, but that the file is whole is known only at the
 * end: until then a caller may not act on it.
 * @throws DalelError age/malformed, age/no-identity-matches, age/too-costly
 */
export async function* decrypt(sealed: Bytes, key: With): AsyncGenerator<Uint8Array> {
  const source = chunksOf(sealed)
  try {
    let start: Uint8Array = new Uint8Array()
    let header: Header | undefined
    while (header === undefined || start.length < header.length + NONCE) {
      const next = await source.next()
      if (next.done) throw new DalelError("age/malformed")
      start = Buffer.concat([start, next.value])
      header ??= parseHeader(start)
    }
    const body = header.length + NONCE
    const payloadKey = derive(await fileKeyOf(header, key), start.subarray(header.length, body), "payload")
    let counter = 0
    for await (const { piece, last } of cut(joined(start.subarray(body), source), CHUNK + TAG))
      yield openChunk(payloadKey, counter++, last, piece)
  } finally {
    await source.return(undefined)
  }
}

async function* joined(start: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start
  yield* rest
}

/**
 * The plaintext bytes from `start` to `end` (exclusive; cut off at the end of the file). The last chunk is always
 * checked too, and first, so a shortened or lengthened file is refused whichever part is asked for.
 */
export async function* decryptRange(
  sealed: RandomAccess,
  key: With,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  const top = await sealed.read(0, Math.min(sealed.size, LONGEST_HEADER + NONCE))
  const header = parseHeader(top)
  if (header === undefined) throw new DalelError("age/malformed")
  const body = header.length + NONCE
  const bytes = sealed.size - body
  const count = Math.ceil(bytes / (CHUNK + TAG))
  if (count < 1) throw new DalelError("age/malformed")
  const payloadKey = derive(await fileKeyOf(header, key), top.subarray(header.length, body), "payload")
  const placeOf = (index: number) => Math.min(sealed.size, body + index * (CHUNK + TAG))
  const open = (index: number, piece: Uint8Array) => openChunk(payloadKey, index, index === count - 1, piece)

  const ending = open(count - 1, await sealed.read(placeOf(count - 1), sealed.size))
  const from = Math.max(0, start)
  const until = Math.min(end, bytes - count * TAG)
  const [first, afterLast] = [Math.floor(from / CHUNK), Math.ceil(until / CHUNK)]
  const group = (index: number) =>
    index < afterLast ? sealed.read(placeOf(index), placeOf(Math.min(index + AT_ONCE, afterLast))) : undefined
  let next = group(first)
  try {
    for (let index = first; index < afterLast; index += AT_ONCE) {
      const sealedGroup = (await next)!
      next = group(index + AT_ONCE) // being read while this one is opened
      next?.catch(() => {}) // told when it is awaited, which may be a while
      for (let at = index; at < Math.min(index + AT_ONCE, afterLast); at++) {
        const place = (at - index) * (CHUNK + TAG)
        const plain = at === count - 1 ? ending : open(at, sealedGroup.subarray(place, place + CHUNK + TAG))
        yield plain.subarray(Math.max(0, from - at * CHUNK), until - at * CHUNK)
      }
    }
  } finally {
    await next?.catch(() => {}) // nothing is still being read when the caller closes the file
  }
}

/** How many bytes `encrypt` gives out for so many, to so many recipients. */
export function sealedSize(plain: number, recipients: number): number {
  const [stanza, end] = ["-> X25519 \n\n".length + 2 * 43, "--- \n".length + 43]
  const chunks = Math.max(1, Math.ceil(plain / CHUNK))
  return `${VERSION}\n`.length + recipients * stanza + end + NONCE + plain + chunks * TAG
}

/** `encrypt` for something small, at once. */
export function seal(plain: Uint8Array, to: To, random: Random): Promise<Uint8Array> {
  return collect(encrypt(plain, to, random))
}

/** `decrypt` for something small, at once: all or an error. */
export function unseal(sealed: Uint8Array, key: With): Promise<Uint8Array> {
  return collect(decrypt(sealed, key))
}

// The header

interface Stanza {
  readonly type: string
  readonly args: readonly string[]
  readonly body: Uint8Array
}

interface Header {
  readonly stanzas: readonly Stanza[]
  /** The text up to and including `---`. */
  readonly covered: string
  readonly mac: Uint8Array
  /** Bytes, with the last line feed. */
  readonly length: number
}

function formatStanza({ type, args, body }: Stanza): string {
  // Lines of 64 characters; the last is always shorter, empty if need be.
  const lines = base64(body).match(/.{64}/g) ?? []
  const rest = base64(body).slice(lines.length * 64)
  return `-> ${[type, ...args].join(" ")}\n${[...lines, rest].join("\n")}\n`
}

/** Undefined while the header is not all there. Reads only what `formatStanza` would print. */
function parseHeader(bytes: Uint8Array): Header | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LONGEST_HEADER)).toString("latin1")
  const found = /\n--- ([^\n]*)\n/.exec(text)
  const start = text.slice(0, VERSION.length + 1)
  if (!`${VERSION}\n`.startsWith(start)) throw new DalelError("age/malformed")
  if (found === null) {
    if (bytes.length >= LONGEST_HEADER) throw new DalelError("age/malformed", `${LONGEST_HEADER} bytes of header`)
    return undefined
  }
  const covered = text.slice(0, found.index + "\n---".length)
  const middle = text.slice(VERSION.length + 1, found.index + 1)
  const shape = /-> ([\x21-\x7e]+(?: [\x21-\x7e]+)*)\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63})\n/y
  const stanzas: Stanza[] = []
  while (shape.lastIndex < middle.length) {
    const match = shape.exec(middle)
    if (match === null) throw new DalelError("age/malformed")
    const [type = "", ...args] = match[1]!.split(" ")
    stanzas.push({ type, args, body: fromBase64(match[2]!.replaceAll("\n", "")) })
  }
  if (stanzas.length === 0) throw new DalelError("age/malformed")
  // Team keys beside a passphrase would let whoever guesses it speak for the team.
  if (stanzas.length > 1 && stanzas.some(({ type }) => type === "scrypt")) throw new DalelError("age/malformed")
  return { stanzas, covered, mac: fromBase64(found[1]!, 32), length: found.index + found[0].length }
}

async function fileKeyOf(header: Header, key: With): Promise<Uint8Array> {
  for (const stanza of header.stanzas) {
    const fileKey =
      "passphrase" in key ? await unwrapWithPassphrase(stanza, key.passphrase) : unwrapWith(stanza, key.identity)
    if (fileKey === undefined) continue
    if (!timingSafeEqual(headerMac(fileKey, header.covered), header.mac)) throw new DalelError("age/malformed")
    return fileKey
  }
  throw new DalelError("age/no-identity-matches")
}

// `covered` is latin1 text read from the bytes themselves, so this is the HMAC of exactly those bytes.
function headerMac(fileKey: Uint8Array, covered: string): Uint8Array {
  return createHmac("sha256", derive(fileKey, new Uint8Array(), "header"))
    .update(covered, "latin1")
    .digest()
}

function wrapForRecipient(fileKey: Uint8Array, recipient: Uint8Array, random: Random): Stanza {
  const ephemeral = makeIdentity(random)
  const shared = sharedSecret(ephemeral.secret, recipient)
  return {
    type: "X25519",
    args: [base64(ephemeral.recipient)],
    body: box(wrapKey(shared, ephemeral.recipient, recipient), fileKey),
  }
}

function unwrapWith({ type, args, body }: Stanza, identity: Identity): Uint8Array | undefined {
  if (type !== "X25519") return undefined
  if (args.length !== 1 || body.length !== 32) throw new DalelError("age/malformed")
  const share = fromBase64(args[0]!, 32)
  const shared = sharedSecret(identity.secret, share)
  return unbox(wrapKey(shared, share, identity.recipient), body)
}

function wrapKey(shared: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array {
  return derive(shared, Buffer.concat([share, recipient]), `${VERSION}/X25519`)
}

async function wrapForPassphrase(
  fileKey: Uint8Array,
  passphrase: string,
  work: number,
  random: Random,
): Promise<Stanza> {
  const salt = random(16)
  const body = box(await stretch(passphrase, salt, work), fileKey)
  return { type: "scrypt", args: [base64(salt), String(work)], body }
}

async function unwrapWithPassphrase({ type, args, body }: Stanza, passphrase: string): Promise<Uint8Array | undefined> {
  if (type !== "scrypt") return undefined
  const [salt = "", work = ""] = args
  if (args.length !== 2 || !/^[1-9]\d{0,3}$/.test(work) || body.length !== 32) throw new DalelError("age/malformed")
  if (Number(work) > MOST_WORK) throw new DalelError("age/too-costly", `2^${work}`)
  return unbox(await stretch(passphrase, fromBase64(salt, 16), Number(work)), body)
}

function stretch(passphrase: string, salt: Uint8Array, work: number): Promise<Uint8Array> {
  const cost = { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** work * 1024 + (1 << 20) }
  return new Promise((resolve, reject) =>
    scrypt(passphrase, Buffer.concat([Buffer.from(`${VERSION}/scrypt`), salt]), 32, cost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  )
}

// Keys and boxes

function derive(secret: Uint8Array, salt: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, salt, info, 32))
}

const CIPHER = "chacha20-poly1305"
const OPTIONS = { authTagLength: TAG } as const

/** A wrapping key is used once, so its nonce may be zero. */
function box(key: Uint8Array, fileKey: Uint8Array): Uint8Array {
  const cipher = createCipheriv(CIPHER, key, new Uint8Array(12), OPTIONS)
  return Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
}

function unbox(key: Uint8Array, body: Uint8Array): Uint8Array | undefined {
  const decipher = createDecipheriv(CIPHER, key, new Uint8Array(12), OPTIONS)
  decipher.setAuthTag(body.subarray(-TAG))
  const fileKey = decipher.update(body.subarray(0, -TAG))
  try {
    decipher.final()
    return fileKey
  } catch {
    return undefined
  }
}

/** STREAM: eleven bytes of counter, then 1 for the last chunk. */
function nonceOf(counter: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(counter, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** The sealed chunk and its tag, apart: joining them would copy every byte once more. */
function* sealChunk(key: Uint8Array, counter: number, last: boolean, piece: Uint8Array): Generator<Uint8Array> {
  const cipher = createCipheriv(CIPHER, key, nonceOf(counter, last), OPTIONS)
  yield cipher.update(piece)
  cipher.final()
  yield cipher.getAuthTag()
}

function openChunk(key: Uint8Array, counter: number, last: boolean, piece: Uint8Array): Uint8Array {
  // Only an empty file has an empty chunk: one file, one spelling.
  if (piece.length < TAG || (piece.length === TAG && counter > 0)) throw new DalelError("age/malformed")
  const decipher = createDecipheriv(CIPHER, key, nonceOf(counter, last), OPTIONS)
  decipher.setAuthTag(piece.subarray(-TAG))
  const plain = decipher.update(piece.subarray(0, -TAG))
  try {
    decipher.final()
  } catch {
    throw new DalelError("age/malformed", `chunk ${counter}`)
  }
  return plain
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "")
}

/** Unpadded and canonical, of exactly `length` bytes if told. @throws DalelError age/malformed */
function fromBase64(text: string, length?: number): Uint8Array {
  const bytes = Buffer.from(text, "base64")
  if (base64(bytes) !== text || (length !== undefined && bytes.length !== length)) throw new DalelError("age/malformed")
  return bytes
}
