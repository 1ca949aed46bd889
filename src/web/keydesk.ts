import { drillShares } from "../keep/shares.js"
import { type RecoveryState, recoveryOf } from "../vault/keyring.js"
import { makePassphrase, strengthOf } from "../vault/passphrase.js"
import { changePassphrase, hasPassphrase, keepRecovery, makeRecovery } from "../vault/recovery.js"
import { formatRecoveryKey, GROUPS, groupsIn, parseRecoveryKey, type RecoveryKey } from "../vault/recoverykey.js"
import { combineShares, formatShare, parseShare, SHARE_GROUPS, splitKey } from "../vault/shares.js"
import type { Vault } from "../vault/vault.js"

/** What the pages ask about passphrases and the recovery key. */
export interface KeyDesk {
  /** The recovery key in use; null when there is none. */
  recovery(): Promise<RecoveryState | null>
  /** Makes a recovery key, which puts the one before out of use. Given out this once. @throws DalelError vault/is-sample */
  makeRecovery(): Promise<RecoverySheet>
  /** The same in three parts, any two of which open the vault. */
  makeShares(): Promise<readonly ShareSheet[]>
  /**
   * Opens a copy of the vault with what was typed from two or three of them, and nothing else.
   * @throws DalelError share/…, recovery/…
   */
  drillShares(texts: readonly string[]): Promise<{ readonly records: number; readonly wrong: number | null }>
  /** A person says that the sheet is on paper. @throws DalelError recovery/none */
  keepRecovery(): Promise<void>
  /** Only while locked: opens the vault with what was typed from the sheet. @throws DalelError recovery/…, … */
  recover(groups: string, passphrase: string): Promise<void>
  /** Answers about how many bits the new one is worth. @throws DalelError vault/wrong-passphrase, vault/weak-passphrase */
  changePassphrase(old: string, passphrase: string): Promise<number>
  /** A passphrase nobody chose, to be offered. */
  suggestPassphrase(): Promise<string>
}

export interface RecoverySheet {
  readonly set: string
  /** Twelve groups of five digits. */
  readonly groups: readonly string[]
}

export interface ShareSheet {
  readonly set: string
  /** 1, 2 or 3. */
  readonly index: number
  /** Thirteen groups of five digits. */
  readonly groups: readonly string[]
}

/** Twelve groups are a whole sheet; thirteen and thirteen, two or three shares of one. @throws DalelError share/…, recovery/… */
export async function keyTyped(text: string): Promise<RecoveryKey> {
  const digits = groupsIn(text, 0).join("")
  const each = SHARE_GROUPS * 5
  const parts = digits.length / each
  if (digits.length <= GROUPS * 5 || (parts !== 2 && parts !== 3)) return parseRecoveryKey(text)
  return combineShares(
    Array.from({ length: parts }, (_, at) =>
      parseShare(groupsIn(digits.slice(at * each, (at + 1) * each), SHARE_GROUPS)),
    ),
  )
}

/** The part of the desk that has to do with keys. `recover` opens the vault in the desk. */
export function keyDesk(
  vault: () => Vault,
  recover: (key: RecoveryKey, passphrase: string) => Promise<void>,
  random: Vault["world"]["random"],
): KeyDesk {
  return {
    recovery: async () => recoveryOf(vault().db),
    async makeRecovery() {
      const key = await makeRecovery(vault())
      return { set: key.set, groups: formatRecoveryKey(key) }
    },
    async makeShares() {
      const shares = await splitKey(await makeRecovery(vault()))
      return shares.map((share) => ({ set: share.set, index: share.index, groups: formatShare(share) }))
    },
    drillShares: async (texts) => drillShares(vault(), texts),
    keepRecovery: async () => keepRecovery(vault()),
    recover: async (groups, passphrase) => recover(await keyTyped(groups), passphrase),
    async changePassphrase(old, passphrase) {
      await changePassphrase(vault(), (await hasPassphrase(vault())) ? old : null, passphrase)
      return strengthOf(passphrase)
    },
    suggestPassphrase: async () => makePassphrase(random),
  }
}
