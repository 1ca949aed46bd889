import { join } from "node:path"
import type { Bodies, Role } from "../ledger/entry.js"
import { base64 } from "../ledger/log.js"
import { signWarrant } from "../ledger/warrant.js"
import { type MemberId, makeId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { formatRecipient } from "./identity.js"
import { dropRemoved, noteMemberFile, sealSecret, standingOfVault } from "./keyring.js"
import { makeMemberFileName, makeMemberKeys, publicKeyOf, writeIdentityFile, writeMemberFile } from "./keys.js"
import { logsOf, rootText } from "./logs.js"
import { checkPassphrase } from "./passphrase.js"
import { changeSecret } from "./rewrite.js"
import { heldBy, type Vault } from "./vault.js"

const ROLES: readonly Role[] = ["read", "contribute", "review", "administer"]

/** A role holds those before it: whoever reviews may read and contribute. */
export function rolesUpTo(role: Role): readonly Role[] {
  return ROLES.slice(0, ROLES.indexOf(role) + 1)
}

export interface NewMember {
  readonly role: Role
  /** At least one of the two. He types the passphrase himself, here. */
  readonly passphrase?: string
  readonly identityFile?: string
  /** log2 of the scrypt cost: 18 unless a test says otherwise. */
  readonly work?: number
}

/**
 * Makes keys for a new member in this folder, under a passphrase that he chooses, and seals the vault to them. A copy of
 * the folder, or a backup restored with his passphrase, is his own device.
 * @throws DalelError vault/weak-passphrase, vault/no-passphrase, vault/is-sample, member/no-right, file/exists
 */
export async function addMember(vault: Vault, wanted: NewMember): Promise<MemberId> {
  const own = heldBy(vault)
  const { world, layout, db, signer } = own
  const { role, passphrase, identityFile, work } = wanted
  if (vault.sample) throw new DalelError("vault/is-sample")
  if (passphrase !== undefined) checkPassphrase(passphrase)
  else if (identityFile === undefined) throw new DalelError("vault/no-passphrase")
  if (identityFile !== undefined && (await world.disk.stat(identityFile))) throw new DalelError("file/exists")
  await mustAdminister(vault)
  const keys = makeMemberKeys(world.random, vault.id, makeId<MemberId>(world.random), own.keys.founder)
  const { member } = keys
  if (passphrase !== undefined) {
    // Written down first, so that opening after a power cut takes away a file that nobody was told of.
    const file = makeMemberFileName(world.random)
    await db.run("INSERT OR REPLACE INTO key_change (only_row, adding, dropping) VALUES (1, ?, '[]')", file)
    await writeMemberFile(world.disk, join(layout.keys, file), keys, passphrase, world.random, work)
    await db.transaction(async (tx) => {
      await noteMemberFile(world, layout, tx, file, member)
      await tx.run("DELETE FROM key_change")
    })
  }
  if (identityFile !== undefined) await writeIdentityFile(world.disk, identityFile, keys)
  const roles = rolesUpTo(role)
  const key = base64(publicKeyOf(keys.signing))
  const recipient = formatRecipient(keys.identity.recipient)
  const warrant = signWarrant({ vault: vault.id, member, key, roles }, signer)
  const body = { act: "add", vault: vault.id, member, key, recipient, roles, sample: false, warrant } as const
  await vault.commit([{ kind: "member", body }])
  await sealSecret(own, own.secret)
  for (const secret of [keys.signing, keys.identity.secret]) secret.fill(0)
  return member
}

/** @throws DalelError member/unknown, member/last-administrator, member/no-right */
export async function changeRole(vault: Vault, member: MemberId, role: Role): Promise<void> {
  const { signer } = heldBy(vault)
  await mustAdminister(vault)
  const { key, recipient } = await memberOf(vault, member, role === "administer")
  const roles = rolesUpTo(role)
  const warrant = signWarrant({ vault: vault.id, member, key, roles }, signer)
  const cuts = await cutsOf(vault)
  const body = { act: "roles", vault: vault.id, member, key, recipient, roles, sample: false, cuts, warrant } as const
  await vault.commit([{ kind: "member", body }])
}

/** What a removed member may hold still. */
export interface Removed {
  /** His devices, and how far each was seen here: what he wrote beyond waits in quarantine. */
  readonly cuts: NonNullable<Bodies["member"]["cuts"]>
  /** The recovery sheet in use was of his making: it opens nothing any more, so a new one is needed. */
  readonly sheetWasHis: boolean
}

/**
 * Removes a member: what he wrote stands as far as it was seen here, his key file is destroyed, and all is written anew
 * under a new secret. The vault is closed when it answers.
 * @throws DalelError member/unknown, member/last-administrator, member/no-right
 */
export async function removeMember(vault: Vault, member: MemberId): Promise<Removed> {
  const own = heldBy(vault)
  const { db } = own
  await mustAdminister(vault)
  const { key, recipient } = await memberOf(vault, member, false)
  const cuts = await cutsOf(vault)
  const hadSheet = (await db.one("SELECT 1 AS yes FROM key_file WHERE name GLOB 'recovery-*'")) !== undefined
  const body = { act: "remove", vault: vault.id, member, key, recipient, roles: [], sample: false, cuts } as const
  await vault.commit([{ kind: "member", body }])
  await dropRemoved(own)
  await sealSecret(own, own.secret)
  const hasSheet = (await db.one("SELECT 1 AS yes FROM key_file WHERE name GLOB 'recovery-*'")) !== undefined
  await changeSecret(vault)
  return { cuts, sheetWasHis: hadSheet && !hasSheet }
}

async function mustAdminister(vault: Vault): Promise<void> {
  const { members } = await standingOfVault(vault.db)
  const me = members.find(({ member }) => member === vault.member)
  if (!me?.roles.includes("administer")) throw new DalelError("member/no-right")
}

/** Every log as far as it is held here. */
async function cutsOf({ db }: Vault): Promise<NonNullable<Bodies["member"]["cuts"]>> {
  return (await logsOf(db))
    .filter(({ range }) => range.size > 0)
    .map(({ device, range }) => ({ device, size: range.size, root: rootText(range) }))
}

async function memberOf(vault: Vault, id: MemberId, administers: boolean) {
  const { members } = await standingOfVault(vault.db)
  const found = members.find(({ member, state }) => member === id && state === "member")
  if (!found) throw new DalelError("member/unknown", id)
  const left = members.some(({ member, roles }) => member !== id && roles.includes("administer"))
  if (!left && !administers) throw new DalelError("member/last-administrator")
  return found
}
