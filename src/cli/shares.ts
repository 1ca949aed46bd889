import { DalelError } from "../model/refusals.js"
import { groupsIn, type RecoveryKey } from "../vault/recoverykey.js"
import { combineShares, parseShare, SHARE_GROUPS, type Share } from "../vault/shares.js"

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
