import { createHash } from "node:crypto"
import { join } from "node:path"
import { type Act, before, latest, type Place, type Standing, standingOf, weightOf } from "../ledger/cause.js"
import { type Entry, isKnown } from "../ledger/entry.js"
import { keysKeyName } from "../ledger/log.js"
import { signNote } from "../ledger/note.js"
import type { Signer } from "../ledger/signature.js"
import { equal } from "../ledger/tree.js"
import { vouched, warrantsTo } from "../ledger/warrant.js"
import type { MemberId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { Db } from "./db.js"
import { readWhole } from "./disk.js"
import { destroy } from "./durable.js"
import type { Layout } from "./folder.js"
import { chainsOf } from "./forks.js"
import { parseRecipient } from "./identity.js"
import {
  type MemberKeys,
  makeMemberFileName,
  readKeyFiles,
  VAULT_KEYS,
  type VaultSecret,
  writeMemberFile,
  writeVaultKeys,
} from "./keys.js"
import { actsOf, recoveriesOf } from "./logs.js"
import { heldBy, type Vault } from "./vault.js"
import type { World } from "./world.js"

/**
 * The files of `keys/` and what the database knows of them: what each must be, whose it is, to whom `vault.age` is
 * sealed. A change of several files is first written down, so that opening after a crash ends it or takes it back.
 */
export interface Keyring {
  readonly world: World
  readonly layout: Layout
  readonly db: Db
  readonly keys: MemberKeys
  readonly signer: Signer
}

/** What the ledger says of the recovery key in use. */
export interface RecoveryState {
  readonly set: string
  readonly recipient: string
  /** When it was made. */
  readonly at: string
  /** A member said that the sheet is printed and put away. */
  readonly kept: boolean
}

/** Who may do what, by the acts in the ledger. */
export async function standingOfVault(db: Db): Promise<Standing> {
  const acts = (await actsOf(db)).filter(({ entry }) => isKnown(entry)) as unknown as Act[]
  return standingOf(
    acts,
    await chainsOf(
      db,
      acts.flatMap(({ entry }) => (entry.kind === "adopt" ? [entry.body] : [])),
    ),
  )
}

/**
 * The recovery key made last by someone who may; null when there is none. Last is what had seen the others; of two made
 * apart, the one that had more behind it: the same on every device.
 */
export async function recoveryOf(db: Db): Promise<RecoveryState | null> {
  const standing = await standingOfVault(db)
  const all = (await recoveriesOf(db)).filter(
    ({ entry, ...place }) => isKnown(entry) && standing.judge(entry.by, "administer", place) === "stands",
  ) as (Place & { readonly entry: Entry<"recovery"> })[]
  // A sheet gives back the keys of whoever made it, so it goes when he goes.
  const members = new Set(standing.members.filter(({ state }) => state === "member").map(({ member }) => member))
  const made = all.filter(({ entry }) => entry.body.act === "make" && members.has(entry.by))
  const [last] = latest(made, (one) => one).sort(
    (a, b) => weightOf(b) - weightOf(a) || (a.entry.id < b.entry.id ? -1 : 1),
  )
  if (!last) return null
  const { at, body } = last.entry
  const kept = all.some((one) => one.entry.body.act === "keep" && one.entry.body.set === body.set && before(last, one))
  return { set: body.set, recipient: body.recipient, at, kept }
}

/** Every member, then the recovery key, as age recipients. */
export async function recipientsOf(db: Db): Promise<readonly [string, ...string[]]> {
  const { members } = await standingOfVault(db)
  // A suspended member keeps his key: whose word counts is still open.
  const recipients = members.filter(({ state }) => state !== "removed").map(({ recipient }) => recipient)
  const recovery = await recoveryOf(db)
  const [first, ...rest] = new Set([...recipients, ...(recovery ? [recovery.recipient] : [])])
  if (first === undefined) throw new DalelError("vault/damaged", "vault.db")
  return [first, ...rest]
}

/** Writes `vault.age` for everyone the ledger names, drops recovery files of other sheets, and writes that down. */
export async function sealSecret(ring: Keyring, secret: VaultSecret): Promise<void> {
  const { world, layout, db } = ring
  const recipients = await writeSecret(ring, secret)
  const recovery = await recoveryOf(db)
  // One that was made on another device comes in a bundle; until then this folder keeps what it has.
  const there = recovery && (await world.disk.stat(join(layout.keys, recoveryFileName(recovery.set)))) ? recovery : null
  const keeps = recovery !== null && there === null
  await db.transaction(async (tx) => {
    await noteKeyFile(world, layout, tx, VAULT_KEYS)
    if (!keeps) await tx.run("DELETE FROM key_file WHERE name GLOB 'recovery-*'")
    if (there) await noteKeyFile(world, layout, tx, recoveryFileName(there.set))
    await tx.run("INSERT OR REPLACE INTO sealed_to (only_row, recipients) VALUES (1, ?)", recipients.join(" "))
  })
  if (!keeps) await dropOtherRecoveryFiles(ring, recovery)
}

/** After members or sheets changed by what came from outside: seals anew if it is not sealed to those of today. */
export async function sealAgain(vault: Vault): Promise<void> {
  const own = heldBy(vault)
  const recovery = await recoveryOf(own.db)
  await dropRemoved(own)
  const sealed = await own.db.one<{ recipients: string }>("SELECT recipients FROM sealed_to")
  const listed =
    recovery && (await own.db.one("SELECT 1 AS yes FROM key_file WHERE name = ?", recoveryFileName(recovery.set)))
  const there = recovery && (await own.world.disk.stat(join(own.layout.keys, recoveryFileName(recovery.set))))
  if (sealed?.recipients !== (await recipientsOf(own.db)).join(" ") || (there && !listed))
    await sealSecret(own, own.secret)
}

/** `vault.age` alone: for a change of secret, which writes down the rest when it is done. */
export async function writeSecret({ world, layout, db, keys, signer }: Keyring, secret: VaultSecret) {
  const recipients = await recipientsOf(db)
  const [first, ...rest] = recipients.map(parseRecipient)
  const warrants = equal(keys.founder, signer.publicKey) ? [] : await warrantsIn(db, keys)
  const sign = (text: string) => vouched(signNote(text, [{ name: keysKeyName(keys.vault), signer }]), warrants)
  await writeVaultKeys(world.disk, layout.keys, secret, [first!, ...rest], sign, world.random)
  return recipients
}

/** @throws DalelError member/no-right when nobody vouched for this member */
async function warrantsIn(db: Db, { member, vault, founder }: MemberKeys): Promise<string[]> {
  const acts = (await actsOf(db)).flatMap(({ entry }) => (isKnown(entry) && entry.kind === "member" ? [entry] : []))
  const known = acts.flatMap(({ by, body }) =>
    body.warrant ? [{ by, member: body.member, warrant: body.warrant }] : [],
  )
  // The latest first: an earlier one may have been for less.
  const chain = warrantsTo(member, vault, founder, known.reverse())
  if (!chain) throw new DalelError("member/no-right")
  return chain
}

export function recoveryFileName(set: string): string {
  return `recovery-${set}.age`
}

const RECOVERY_FILE = /^recovery-(\d{4})\.age$/

/** The number of the sheet that a file of `keys/` is for; null for any other file. */
export function setOfRecoveryFile(name: string): string | null {
  return RECOVERY_FILE.exec(name)?.[1] ?? null
}

async function dropOtherRecoveryFiles({ world, layout }: Keyring, recovery: RecoveryState | null) {
  for (const { name } of await world.disk.list(layout.keys)) {
    const set = setOfRecoveryFile(name)
    if (set !== null && set !== recovery?.set) await destroy(world.disk, join(layout.keys, name))
  }
}

/**
 * Puts this member's keys under a new passphrase, in a new file; the old ones are destroyed. Cut off anywhere, the old
 * passphrase opens the vault or the new one does, and the one that next opens it stays.
 * @param known names of files that are his besides those the database knows
 * @throws DalelError vault/weak-passphrase
 */
export async function replaceMemberFile(
  ring: Keyring,
  passphrase: string,
  known: readonly string[] = [],
  work?: number,
): Promise<void> {
  const { world, layout, db, keys } = ring
  const rows = await db.all<{ name: string }>("SELECT name FROM member_file WHERE member = ?", keys.member)
  const dropping = [...new Set([...rows.map(({ name }) => name), ...known])]
  const adding = makeMemberFileName(world.random)
  await db.run(
    "INSERT OR REPLACE INTO key_change (only_row, adding, dropping) VALUES (1, ?, ?)",
    adding,
    JSON.stringify(dropping),
  )
  try {
    await writeMemberFile(world.disk, join(layout.keys, adding), keys, passphrase, world.random, work)
  } catch (error) {
    await takeBack(ring, { adding, dropping }).catch(() => {}) // the next opening tries again
    throw error
  }
  await goThrough(ring, { adding, dropping })
}

interface Change {
  readonly adding: string
  readonly dropping: readonly string[]
}

async function goThrough({ world, layout, db, keys }: Keyring, { adding, dropping }: Change): Promise<void> {
  await db.transaction(async (tx) => {
    await noteMemberFile(world, layout, tx, adding, keys.member)
    for (const name of dropping)
      for (const table of ["key_file", "member_file"]) await tx.run(`DELETE FROM ${table} WHERE name = ?`, name)
  })
  for (const name of dropping) await destroy(world.disk, join(layout.keys, name))
  await db.run("DELETE FROM key_change")
}

async function takeBack({ world, layout, db, keys }: Keyring, { adding, dropping }: Change): Promise<void> {
  await destroy(world.disk, join(layout.keys, adding))
  await db.transaction(async (tx) => {
    for (const table of ["key_file", "member_file"]) await tx.run(`DELETE FROM ${table} WHERE name = ?`, adding)
    for (const name of dropping)
      if ((await world.disk.stat(join(layout.keys, name))) !== undefined)
        await noteMemberFile(world, layout, tx, name, keys.member)
    await tx.run("DELETE FROM key_change")
  })
}

/**
 * At opening: ends what was cut off. `openedBy` is the member file that the passphrase opened, if one did; it is never
 * the one that goes. `reseal`: a change of secret has just been finished.
 */
export async function settleKeys(
  ring: Keyring,
  secret: VaultSecret,
  openedBy: string | null,
  reseal: boolean,
): Promise<void> {
  const { db, keys } = ring
  const row = await db.one<{ adding: string; dropping: string }>("SELECT adding, dropping FROM key_change")
  if (row) {
    const change: Change = { adding: row.adding, dropping: JSON.parse(row.dropping) }
    const listed = await db.one("SELECT 1 AS yes FROM key_file WHERE name = ?", change.adding)
    const newOne = openedBy === change.adding || (listed !== undefined && !change.dropping.includes(openedBy ?? ""))
    await (newOne ? goThrough(ring, change) : takeBack(ring, change))
  }
  if (openedBy !== null)
    await db.run("INSERT OR IGNORE INTO member_file (name, member) VALUES (?, ?)", openedBy, keys.member)
  await dropRemoved(ring)
  const sealed = await db.one<{ recipients: string }>("SELECT recipients FROM sealed_to")
  if (reseal || sealed?.recipients !== (await recipientsOf(db)).join(" ")) await sealSecret(ring, secret)
  else {
    const recovery = await recoveryOf(db)
    const listed =
      recovery && (await db.one("SELECT 1 AS yes FROM key_file WHERE name = ?", recoveryFileName(recovery.set)))
    if (!recovery || listed) await dropOtherRecoveryFiles(ring, recovery)
  }
}

/** Destroys the key files of whoever was removed: his passphrase opens nothing here any more. */
export async function dropRemoved({ world, layout, db }: Keyring): Promise<void> {
  const { members } = await standingOfVault(db)
  const gone = new Set(members.filter(({ state }) => state === "removed").map(({ member }) => member))
  for (const { name, member } of await db.all<{ name: string; member: MemberId }>(
    "SELECT name, member FROM member_file",
  ))
    if (gone.has(member)) {
      await destroy(world.disk, join(layout.keys, name))
      await db.transaction(async (tx) => {
        for (const table of ["key_file", "member_file"]) await tx.run(`DELETE FROM ${table} WHERE name = ?`, name)
      })
    }
}

/** Writes down what a file of `keys/` is, so that `verify` can tell a damaged one from a good one. */
export async function noteKeyFile(world: World, layout: Layout, db: Db, name: string): Promise<void> {
  const sha256 = hashOf(await readWhole(world.disk, join(layout.keys, name)))
  await db.run("INSERT OR REPLACE INTO key_file (name, sha256) VALUES (?, ?)", name, sha256)
}

export async function noteMemberFile(
  world: World,
  layout: Layout,
  db: Db,
  name: string,
  member: MemberId,
): Promise<void> {
  await noteKeyFile(world, layout, db, name)
  await db.run("INSERT OR REPLACE INTO member_file (name, member) VALUES (?, ?)", name, member)
}

/** What the files of `keys/` are now. */
export async function keyFiles(world: World, layout: Layout): Promise<{ name: string; sha256: string }[]> {
  return (await readKeyFiles(world.disk, layout.keys)).map(({ name, bytes }) => ({ name, sha256: hashOf(bytes) }))
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex")
}
