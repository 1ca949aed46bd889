import { randomBytes } from "node:crypto"
import { keyFromShares } from "../../src/keep/shares.js"
import { DalelError } from "../../src/model/refusals.js"
import { makePassphrase } from "../../src/vault/passphrase.js"
import { formatRecoveryKey, makeRecoveryKey } from "../../src/vault/recoverykey.js"
import { formatShare, splitKey } from "../../src/vault/shares.js"
import { type KeyDesk, keyTyped } from "../../src/web/keydesk.js"

const random = (count: number) => new Uint8Array(randomBytes(count))

/** Keys without a vault: a passphrase is a word, a recovery key is remembered. */
export function fakeKeys(held: { passphrase(): string; become(passphrase: string): void; sample: boolean }): KeyDesk {
  let key: ReturnType<typeof makeRecoveryKey> | null = null
  let kept = false
  const strong = (passphrase: string) => {
    if (passphrase.length < 12) throw new DalelError("vault/weak-passphrase")
  }
  return {
    recovery: async () => key && { set: key.set, recipient: "", at: "2031-05-20T09:30:00Z", kept },
    async makeRecovery() {
      if (held.sample) throw new DalelError("vault/is-sample")
      key = makeRecoveryKey(random)
      kept = false
      return { set: key.set, groups: formatRecoveryKey(key) }
    },
    async makeShares() {
      if (held.sample) throw new DalelError("vault/is-sample")
      key = makeRecoveryKey(random)
      kept = false
      const shares = await splitKey(key)
      return shares.map((share) => ({ set: share.set, index: share.index, groups: formatShare(share) }))
    },
    drillShares: async (texts) => {
      const made = key
      const { wrong } = await keyFromShares(texts, async ({ seed }) => {
        if (!made || Buffer.compare(seed, made.seed) !== 0) throw new DalelError("recovery/wrong-key")
      })
      return { records: 12, wrong }
    },
    async keepRecovery() {
      if (!key) throw new DalelError("recovery/none")
      kept = true
    },
    async recover(groups, passphrase) {
      const typed = await keyTyped(groups)
      if (!key) throw new DalelError("recovery/none")
      if (Buffer.compare(typed.seed, key.seed) !== 0) throw new DalelError("recovery/wrong-key")
      strong(passphrase)
      held.become(passphrase)
    },
    async changePassphrase(old, passphrase) {
      if (old !== held.passphrase()) throw new DalelError("vault/wrong-passphrase")
      strong(passphrase)
      held.become(passphrase)
      return 40
    },
    suggestPassphrase: async () => makePassphrase(random),
  }
}
