import { createHmac, timingSafeEqual } from "node:crypto"
import { join } from "node:path"
import { DalelError } from "../model/refusals.js"
import { seal, unseal } from "./age.js"
import { writeDurably } from "./durable.js"
import { formatRecipient } from "./identity.js"
import { recoveryFileName, recoveryOf, replaceMemberFile, sealSecret, setOfRecoveryFile } from "./keyring.js"
import {
  formatMemberKeys,
  isMemberFile,
  type KeyFile,
  type MemberKeys,
  openMemberFiles,
  parseMemberKeys,
  readKeyFiles,
} from "./keys.js"
import { checkPassphrase } from "./passphrase.js"
import { makeRecoveryKey, type RecoveryKey, recoveryIdentity, recoveryMacKey } from "./recoverykey.js"
import { heldBy, type Vault } from "./vault.js"

/**
 * `keys/recovery-<set>.age`, sealed to the recovery key: the keys of the member who made it, as his own file has them,
 * and a last line
 *
 *     # mac <HMAC-SHA256 of all above, base64>
 *
 * under a key that only the sheet gives. So who came in with the sheet may sign, and nobody else could have written it.
 */
async function sealRecoveryFile(key: RecoveryKey, keys: MemberKeys, random: (count: number) => Uint8Array) {
  const text = formatMemberKeys(keys)
  const all = Buffer.from(`${text}# mac ${macOf(key, text)}\n`)
  const sealed = await seal(all, { recipients: [recoveryIdentity(key).recipient] }, random)
  all.fill(0)
  return sealed
}

function macOf(key: RecoveryKey, text: string): string {
  return createHmac("sha256", recoveryMacKey(key)).update(text).digest("base64")
}

/**
 * The member's keys that the sheet gives back.
 * @throws DalelError recovery/none, recovery/other-sheet (where: the number of the sheet that is needed),
 * recovery/wrong-key, vault/key-damaged
 */
export async function openRecoveryFile(files: readonly KeyFile[], key: RecoveryKey): Promise<MemberKeys> {
  const sets = files.flatMap(({ name }) => setOfRecoveryFile(name) ?? [])
  const name = recoveryFileName(key.set)
  const file = files.find((one) => one.name === name)
  if (!file)
    throw sets.length === 0 ? new DalelError("recovery/none") : new DalelError("recovery/other-sheet", sets.join(", "))
  let text: string
  try {
    text = Buffer.from(await unseal(file.bytes, { identity: recoveryIdentity(key) })).toString()
  } catch (error) {
    if (!(error instanceof DalelError)) throw error
    throw new DalelError(error.code === "age/no-identity-matches" ? "recovery/wrong-key" : "vault/key-damaged", name)
  }
  const [, keys = "", mac = ""] = /^(.*\n)# mac ([A-Za-z0-9+/]{43}=)\n$/s.exec(text) ?? []
  const [given, expected] = [Buffer.from(mac), Buffer.from(macOf(key, keys))]
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new DalelError("vault/key-damaged", name)
  return parseMemberKeys(keys)
}

/**
 * Makes a recovery key and seals the vault's keys to it; one made before is out of use. It is given out this once and
 * kept nowhere.
 * @throws DalelError vault/is-sample
 */
export async function makeRecovery(vault: Vault): Promise<RecoveryKey> {
  const own = heldBy(vault)
  const { world, layout, keys } = own
  if (vault.sample) throw new DalelError("vault/is-sample")
  const before = await recoveryOf(vault.db)
  let key = makeRecoveryKey(world.random)
  while (key.set === before?.set) key = makeRecoveryKey(world.random)
  const recipient = formatRecipient(recoveryIdentity(key).recipient)
  // Before the entry: once the ledger says that there is a recovery key, there is a file that it opens.
  const sealed = await sealRecoveryFile(key, keys, world.random)
  await writeDurably(world.disk, join(layout.keys, recoveryFileName(key.set)), sealed)
  await vault.commit([{ kind: "recovery", body: { act: "make", set: key.set, recipient } }])
  await sealSecret(own, own.secret)
  return key
}

/** Notes that the sheet of the recovery key in use is printed and put away. @throws DalelError recovery/none */
export async function keepRecovery(vault: Vault): Promise<void> {
  const state = await recoveryOf(vault.db)
  if (!state) throw new DalelError("recovery/none")
  if (state.kept) return
  await vault.commit([{ kind: "recovery", body: { act: "keep", set: state.set, recipient: state.recipient } }])
}

/**
 * For a vault that was opened with the recovery key: a new passphrase for the member whose keys it gave back. The old
 * one opens nothing any more.
 * @throws DalelError vault/weak-passphrase
 */
export async function endRecovery(vault: Vault, passphrase: string, work?: number): Promise<void> {
  checkPassphrase(passphrase)
  const own = heldBy(vault)
  const state = await recoveryOf(vault.db)
  if (!state) throw new DalelError("recovery/none")
  await replaceMemberFile(own, passphrase, [], work)
  await vault.commit([{ kind: "recovery", body: { act: "use", set: state.set, recipient: state.recipient } }])
}

/**
 * A new passphrase for the member who has the vault open. The old one is asked for, even of someone who sits before an
 * open vault; where he has none yet (`old` null), none is.
 * @throws DalelError vault/wrong-passphrase, vault/weak-passphrase, vault/no-passphrase
 */
export async function changePassphrase(
  vault: Vault,
  old: string | null,
  passphrase: string,
  work?: number,
): Promise<void> {
  checkPassphrase(passphrase)
  const own = heldBy(vault)
  const files = (await readKeyFiles(own.world.disk, own.layout.keys)).filter(({ name }) => isMemberFile(name))
  if (old === null) {
    if (await hasPassphrase(vault)) throw new DalelError("vault/no-passphrase")
    return replaceMemberFile(own, passphrase, [], work)
  }
  const opened = await openMemberFiles(files, old)
  if (opened.keys.member !== vault.member) throw new DalelError("vault/wrong-passphrase")
  await replaceMemberFile(own, passphrase, [opened.name], work)
}

/** False for a member whose keys lie only in a plain identity file. */
export async function hasPassphrase(vault: Vault): Promise<boolean> {
  const { world, layout } = vault
  const names = (await world.disk.list(layout.keys)).map(({ name }) => name).filter(isMemberFile)
  const known = await vault.db.all<{ name: string; member: string }>("SELECT name, member FROM member_file")
  // A file of which nothing is known may be his.
  return names.some((name) => (known.find((one) => one.name === name)?.member ?? vault.member) === vault.member)
}
