import { createPrivateKey, createPublicKey, hkdfSync } from "node:crypto"
import { join } from "node:path"
import type { Random } from "../model/clock.js"
import { type AnyId, isId, type MemberId, makeId, type VaultId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { seal, unseal, type With } from "./age.js"
import type { DbKey } from "./db.js"
import { type Disk, readWhole } from "./disk.js"
import { writeDurably } from "./durable.js"
import { formatIdentity, type Identity, identityOf, makeIdentity, parseIdentity } from "./identity.js"
import { checkPassphrase } from "./passphrase.js"

/** A member's private keys, and what he pins so that nobody can put another vault in place of his. */
export interface MemberKeys {
  readonly vault: VaultId
  readonly member: MemberId
  /** Ed25519 public key (32 bytes) of the founder. */
  readonly founder: Uint8Array
  /** Opens `keys/vault.age`. */
  readonly identity: Identity
  /** Ed25519 seed, 32 bytes. */
  readonly signing: Uint8Array
}

/** New keys for a member; a founder (no `founder` given) pins himself. */
export function makeMemberKeys(random: Random, vault: VaultId, member: MemberId, founder?: Uint8Array): MemberKeys {
  const signing = random(32)
  return { vault, member, founder: founder ?? publicKeyOf(signing), identity: makeIdentity(random), signing }
}

/** The same keys in memory of their own: closing a vault wipes those it was opened with. */
export function copyKeys({ identity, signing, ...rest }: MemberKeys): MemberKeys {
  return { ...rest, identity: identityOf(Uint8Array.from(identity.secret)), signing: Uint8Array.from(signing) }
}

/** Ed25519 public key, 32 bytes. @param seed 32 bytes */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  // RFC 8410: what stands before the seed in PKCS #8.
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed])
  const key = createPublicKey(createPrivateKey({ key: der, format: "der", type: "pkcs8" }))
  der.fill(0)
  return new Uint8Array(key.export({ format: "der", type: "spki" }).subarray(-32))
}

/**
 * What `keys/<random>.age` and a plain identity file hold: an age identity file (our lines are comments), so that the
 * age program alone opens `keys/vault.age` with it.
 *
 *     # dalel/member/v1
 *     # vault <id>
 *     # member <id>
 *     # founder <Ed25519 public key, base64>
 *     # signing <Ed25519 seed, base64>
 *     AGE-SECRET-KEY-1…
 */
export function formatMemberKeys({ vault, member, founder, identity, signing }: MemberKeys): string {
  return [
    "# dalel/member/v1",
    `# vault ${vault}`,
    `# member ${member}`,
    `# founder ${base64(founder)}`,
    `# signing ${base64(signing)}`,
    formatIdentity(identity),
    "",
  ].join("\n")
}

/** @throws DalelError vault/key-damaged */
export function parseMemberKeys(text: string): MemberKeys {
  const value = (name: string) => new RegExp(`^# ${name} (.*)$`, "m").exec(text)?.[1] ?? ""
  try {
    const keys = {
      vault: id<VaultId>(value("vault")),
      member: id<MemberId>(value("member")),
      founder: key32(value("founder")),
      identity: parseIdentity(/^AGE-SECRET-KEY-.*$/m.exec(text)?.[0] ?? ""),
      signing: key32(value("signing")),
    }
    if (formatMemberKeys(keys) === text) return keys
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
  }
  throw new DalelError("vault/key-damaged")
}

/** A new name for a member's file: nothing outside says whose it is. */
export function makeMemberFileName(random: Random): string {
  return `${makeId(random)}.age`
}

/**
 * Writes a member's keys under a passphrase. `work` is log2 of the scrypt cost, 18 unless told.
 * @throws DalelError vault/weak-passphrase
 */
export async function writeMemberFile(
  disk: Disk,
  path: string,
  keys: MemberKeys,
  passphrase: string,
  random: Random,
  work?: number,
): Promise<void> {
  checkPassphrase(passphrase)
  const to = { passphrase: typed(passphrase), ...(work === undefined ? {} : { work }) }
  await writeDurably(disk, path, await seal(Buffer.from(formatMemberKeys(keys)), to, random))
}

/** A file of `keys/`, wherever it was read from. */
export interface KeyFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every sealed file of a keys folder, in order of name. */
export async function readKeyFiles(disk: Disk, folder: string): Promise<KeyFile[]> {
  const names = (await disk.list(folder)).filter(({ name, kind }) => kind === "file" && name.endsWith(".age"))
  const files: KeyFile[] = []
  for (const { name } of names) files.push({ name, bytes: await readWhole(disk, join(folder, name)) })
  return files.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Tries the passphrase on each member's file: nothing outside says which is whose.
 * @throws DalelError vault/wrong-passphrase; vault/key-damaged (where: the file's random name) if a file cannot be read
 */
export async function openMemberFiles(
  files: readonly KeyFile[],
  passphrase: string,
): Promise<{ keys: MemberKeys; name: string }> {
  // One that is all zeros was on its way out when the power went.
  const members = files.filter(({ name, bytes }) => isMemberFile(name) && bytes.some((byte) => byte !== 0))
  let damaged = members.length === 0 ? "keys" : undefined
  for (const { name, bytes } of members) {
    try {
      const text = await unseal(bytes, { passphrase: typed(passphrase) })
      return { keys: parseMemberKeys(Buffer.from(text).toString()), name }
    } catch (error) {
      if (!(error instanceof DalelError)) throw error
      // Age cannot tell a wrong passphrase from a damaged salt; the vault keeps the hash of each file to `verify` it.
      if (error.code !== "age/no-identity-matches") damaged = name
    }
  }
  throw damaged === undefined ? new DalelError("vault/wrong-passphrase") : new DalelError("vault/key-damaged", damaged)
}

/** True for the name of a member's file in `keys/`. */
export function isMemberFile(name: string): boolean {
  return name.endsWith(".age") && isId(name.slice(0, -".age".length))
}

/** The plain identity file (0600), for tests and scripts. */
export async function writeIdentityFile(disk: Disk, path: string, keys: MemberKeys): Promise<void> {
  await writeDurably(disk, path, Buffer.from(formatMemberKeys(keys)))
}

/** @throws DalelError file/not-found, vault/key-damaged */
export async function readIdentityFile(disk: Disk, path: string): Promise<MemberKeys> {
  return parseMemberKeys(Buffer.from(await readWhole(disk, path)).toString())
}

/** What all members share. Everything in the vault hangs on `secret`; rotation makes the next generation. */
export interface VaultSecret {
  readonly vault: VaultId
  readonly generation: number
  /** 32 bytes. */
  readonly secret: Uint8Array
  /** While a rotation is under way: what the database may still be under. */
  readonly previous: { readonly generation: number; readonly secret: Uint8Array } | null
}

/** Text (ends in a line feed) to a signed note, and a signed note to its text or an error. The ledger's notes fit. */
export type Sign = (text: string) => string
export type Verify = (note: string) => string

export const VAULT_KEYS = "vault.age"

/** Writes `<folder>/vault.age`: the secret to every member, signed by an administrator, since age has no sender. */
export async function writeVaultKeys(
  disk: Disk,
  folder: string,
  secret: VaultSecret,
  recipients: readonly [Uint8Array, ...Uint8Array[]],
  sign: Sign,
  random: Random,
): Promise<void> {
  const note = Buffer.from(sign(formatSecret(secret)))
  await writeDurably(disk, join(folder, VAULT_KEYS), await seal(note, { recipients }, random))
  note.fill(0)
}

/**
 * Opens `vault.age` with a member's identity, or with the recovery key's.
 * @throws DalelError vault/not-a-member, vault/key-damaged, vault/altered (another vault's secret, whoever signed it),
 * and what `verify` throws
 */
export async function openVaultKeys(
  files: readonly KeyFile[],
  { vault, identity }: Pick<MemberKeys, "vault" | "identity">,
  verify: Verify,
): Promise<VaultSecret> {
  const file = files.find(({ name }) => name === VAULT_KEYS)
  if (!file) throw new DalelError("vault/key-damaged", VAULT_KEYS)
  const secret = parseSecret(verify(await opened(file.bytes, { identity })))
  if (secret.vault !== vault) throw new DalelError("vault/altered", VAULT_KEYS)
  return secret
}

async function opened(sealed: Uint8Array, key: With): Promise<string> {
  try {
    return Buffer.from(await unseal(sealed, key)).toString()
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
    if (error.code === "age/no-identity-matches") throw new DalelError("vault/not-a-member")
    throw new DalelError("vault/key-damaged", VAULT_KEYS)
  }
}

/** Canonical JSON (RFC 8785) and a line feed. */
function formatSecret({ vault, generation, secret, previous }: VaultSecret): string {
  const before = previous && { generation: previous.generation, secret: base64(previous.secret) }
  return `${JSON.stringify({ generation, previous: before, secret: base64(secret), vault })}\n`
}

/** @throws DalelError vault/key-damaged */
function parseSecret(text: string): VaultSecret {
  const damaged = new DalelError("vault/key-damaged", VAULT_KEYS)
  try {
    const { vault, generation, secret, previous } = JSON.parse(text)
    const found: VaultSecret = {
      vault: id<VaultId>(vault),
      generation: ordinal(generation),
      secret: key32(secret),
      previous: previous && { generation: ordinal(previous.generation), secret: key32(previous.secret) },
    }
    if (formatSecret(found) === text) return found
  } catch {
    throw damaged
  }
  throw damaged
}

/** Everything that hangs on the vault secret: HKDF-SHA256, salt = vault id, info = `dalel/v1/<purpose>`. */
export interface DerivedKeys {
  readonly db: DbKey
  /** 32 bytes, for `head`. */
  readonly head: Uint8Array
  /** Seals what a device keeps outside the folder. */
  readonly device: Identity
}

export function deriveKeys({ vault, secret }: Pick<VaultSecret, "vault" | "secret">): DerivedKeys {
  const derive = (purpose: string, length: number) =>
    new Uint8Array(hkdfSync("sha256", secret, vault, `dalel/v1/${purpose}`, length))
  return {
    db: { key: derive("database-key", 32), salt: derive("database-salt", 16) },
    head: derive("head", 32),
    device: identityOf(derive("device", 32)),
  }
}

/** One passphrase, one spelling, whichever keyboard or system composed its letters. */
function typed(passphrase: string): string {
  return passphrase.normalize("NFC")
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64")
}

function key32(text: unknown): Uint8Array {
  const bytes = Buffer.from(typeof text === "string" ? text : "", "base64")
  if (bytes.length !== 32) throw new DalelError("vault/key-damaged")
  return new Uint8Array(bytes)
}

function id<I extends AnyId>(text: unknown): I {
  if (!isId(text)) throw new DalelError("vault/key-damaged")
  return text as I
}

function ordinal(value: unknown): number {
  if (!Number.isSafeInteger(value) || (value as number) < 1) throw new DalelError("vault/key-damaged")
  return value as number
}
