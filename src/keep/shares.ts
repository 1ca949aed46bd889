import { DalelError } from "../model/refusals.js"
import { openDb } from "../vault/db.js"
import { deriveKeys, readKeyFiles } from "../vault/keys.js"
import { unlock } from "../vault/open.js"
import { groupsIn, type RecoveryKey } from "../vault/recoverykey.js"
import { combineShares, parseShare, SHARE_GROUPS, type Share } from "../vault/shares.js"
import { takeSnapshot } from "../vault/snapshot.js"
import type { Vault } from "../vault/vault.js"

/**
 * What `open` answers with the key behind these shares. Of three, each pair is tried: so one that does not fit is named
 * (`wrong`: its number).
 * @throws DalelError share/…, recovery/… (with two shares nobody can say which is the wrong one)
 */
export async function keyFromShares<T>(
  texts: readonly string[],
  open: (key: RecoveryKey) => Promise<T>,
): Promise<{ answer: T; wrong: number | null }> {
  const shares = texts.map((text) => parseShare(groupsIn(text, SHARE_GROUPS)))
  try {
    return { answer: await open(await combineShares(shares)), wrong: null }
  } catch (error) {
    if (shares.length < 3 || !(error instanceof DalelError) || error.code !== "share/wrong") throw error
    for (const left of shares) {
      const answer = await openedBy(
        shares.filter((one) => one !== left),
        open,
      )
      if (answer) return { answer: answer.answer, wrong: left.index }
    }
    throw error
  }
}

async function openedBy<T>(pair: readonly Share[], open: (key: RecoveryKey) => Promise<T>) {
  try {
    return { answer: await open(await combineShares(pair)) }
  } catch (error) {
    if (error instanceof DalelError && error.code === "recovery/wrong-key") return null
    throw error
  }
}

/**
 * The drill: makes a copy of the database, opens the copy with nothing but these shares and the key files of the folder,
 * and takes the copy away. Answers the number of a share that does not fit, and how many records the copy holds.
 * @throws DalelError share/…, recovery/…, vault/disk-full
 */
export async function drillShares(vault: Vault, texts: readonly string[]) {
  const { world, layout } = vault
  const { answer, wrong } = await keyFromShares(texts, async (recovery) => {
    // Before the copy is made: a mistyped share costs nothing.
    const { secret } = await unlock(world, await readKeyFiles(world.disk, layout.keys), { recovery })
    const copy = await takeSnapshot(vault)
    try {
      const db = await openDb(copy.database, deriveKeys(secret).db)
      try {
        return (await db.one<{ n: number }>("SELECT count(*) AS n FROM record"))!.n
      } finally {
        await db.close()
      }
    } finally {
      await copy.drop()
    }
  })
  return { records: answer, wrong }
}
