import { type RecoveryState, recoveryOf } from "../vault/keyring.js"
import { makePassphrase, strengthOf } from "../vault/passphrase.js"
import { changePassphrase, hasPassphrase, keepRecovery, makeRecovery } from "../vault/recovery.js"
import { formatRecoveryKey, parseRecoveryKey, type RecoveryKey } from "../vault/recoverykey.js"
import type { Vault } from "../vault/vault.js"

/** What the pages ask about passphrases and the recovery key. */
export interface KeyDesk {
  /** The recovery key in use; null when there is none. */
  recovery(): Promise<RecoveryState | null>
  /** Makes a recovery key, which puts the one before out of use. Given out this once. @throws DalelError vault/is-sample */
  makeRecovery(): Promise<RecoverySheet>
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
    keepRecovery: async () => keepRecovery(vault()),
    recover: async (groups, passphrase) => recover(parseRecoveryKey(groups), passphrase),
    async changePassphrase(old, passphrase) {
      await changePassphrase(vault(), (await hasPassphrase(vault())) ? old : null, passphrase)
      return strengthOf(passphrase)
    },
    suggestPassphrase: async () => makePassphrase(random),
  }
}
