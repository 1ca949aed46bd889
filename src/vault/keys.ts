import type { Random } from "../model/clock.js"
import type { MemberId, VaultId } from "../model/id.js"
import type { DbKey } from "./db.js"
import type { Disk } from "./disk.js"
import type { Identity } from "./identity.js"

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
export declare function makeMemberKeys(
  random: Random,
  vault: VaultId,
  member: MemberId,
  founder?: Uint8Array,
): MemberKeys

/** Ed25519 public key, 32 bytes. */
export declare function publicKeyOf(seed: Uint8Array): Uint8Array

/** An age identity file with our lines as comments: what `keys/<random>.age` and a plain identity file (0600) hold. */
export declare function formatMemberKeys(keys: MemberKeys): string
/** @throws DalelError vault/key-damaged */
export declare function parseMemberKeys(text: string): MemberKeys

/** `keys/<random>.age`; answers its path. `work` is log2 of the scrypt cost (18). */
export declare function writeMemberFile(
  disk: Disk,
  folder: string,
  keys: MemberKeys,
  passphrase: string,
  random: Random,
  work?: number,
): Promise<string>
/** Tries each member file in `folder`. @throws DalelError vault/wrong-passphrase, vault/key-damaged */
export declare function openMemberFiles(
  disk: Disk,
  folder: string,
  passphrase: string,
): Promise<{ keys: MemberKeys; path: string }>

/** The plain identity file (0600), for tests and scripts. */
export declare function writeIdentityFile(disk: Disk, path: string, keys: MemberKeys): Promise<void>
export declare function readIdentityFile(disk: Disk, path: string): Promise<MemberKeys>

export interface VaultSecret {
  readonly vault: VaultId
  readonly generation: number
  /** 32 bytes. */
  readonly secret: Uint8Array
  readonly previous: { readonly generation: number; readonly secret: Uint8Array } | null
}

/** Text (ends in a line feed) to a signed note; a signed note to its text, or an error. The ledger's notes fit. */
export type Sign = (text: string) => string
export type Verify = (note: string) => string

/** `keys/vault.age`: the secret, signed by an administrator (age itself has no sender), to every member. */
export declare function writeVaultKeys(
  disk: Disk,
  folder: string,
  secret: VaultSecret,
  recipients: readonly [Uint8Array, ...Uint8Array[]],
  sign: Sign,
  random: Random,
): Promise<void>
/** @throws DalelError vault/not-a-member, vault/key-damaged, and what `verify` throws */
export declare function readVaultKeys(
  disk: Disk,
  folder: string,
  identity: Identity,
  verify: Verify,
): Promise<VaultSecret>

/** Everything that hangs on the vault secret: HKDF-SHA256, salt = vault id, info = `dalel/v1/<purpose>`. */
export interface DerivedKeys {
  readonly db: DbKey
  /** 32 bytes, for `head`. */
  readonly head: Uint8Array
  /** Seals what a device keeps outside the folder. */
  readonly device: Identity
}
export declare function deriveKeys(secret: VaultSecret): DerivedKeys
