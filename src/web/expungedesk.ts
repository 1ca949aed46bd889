import { askExpunge, type ExpungeStep, expunge, openAsks } from "../keep/expunge/act.js"
import { type ExpungeAsked, type Plan, planExpunge } from "../keep/expunge/plan.js"
import { type Hold, holds, isAdministrator, liftHold, placeHold } from "../keep/hold.js"
import type { HoldReason } from "../ledger/entry.js"
import type { EntityId, EntryId, SourceId } from "../model/id.js"
import { DalelError, type RefusalCode } from "../model/refusals.js"
import { copyKeys } from "../vault/keys.js"
import { heldBy, type Vault } from "../vault/vault.js"
import { reopenIfClosed } from "./reopen.js"

/** What the pages ask about destroying on request. */
export interface ExpungeDesk {
  /** Everything that would go; changes nothing. @throws DalelError expunge/nothing, entity/unknown, … */
  expungePlan(asked: ExpungeAsked): Promise<Plan>
  /** Starts and returns at once: `expunging` tells how far it is. @throws DalelError expunge/changed when one is running */
  expunge(asked: ExpungeAsked, digest: string): Promise<void>
  /** The one that runs, or the last one of this sitting; null when there was none. */
  expunging(): Promise<Expunging | null>
  /** Asks an administrator to do it, or signs first where two must. */
  askExpunge(asked: ExpungeAsked): Promise<EntryId>
  /** What was asked for and not done, oldest first. */
  expungeAsks(): Promise<readonly SeenAsk[]>
  /** Whether this member may do it himself. */
  mayExpunge(): Promise<boolean>
  holds(): Promise<readonly Hold[]>
  placeHold(what: { sources: readonly SourceId[]; entities: readonly EntityId[] }, reason: HoldReason): Promise<EntryId>
  liftHold(hold: EntryId): Promise<EntryId>
}

export interface SeenAsk {
  readonly entry: EntryId
  readonly at: string
  readonly by: string
  readonly asked: ExpungeAsked
}

export type Expunging =
  | { readonly is: "running"; readonly step: ExpungeStep }
  | { readonly is: "refused"; readonly why: RefusalCode; readonly where: string | null }
  | {
      readonly is: "done"
      readonly records: number
      readonly files: number
      readonly dossiers: number
      readonly backups: number
    }

/**
 * The part of the desk that destroys. `replace` is told the vault that stands in the old one's place; `inTurn` keeps
 * other acts waiting meanwhile.
 */
export function expungeDesk(
  vault: () => Vault,
  replace: (vault: Vault | null) => void,
  inTurn: <T>(act: () => Promise<T>) => Promise<T>,
): ExpungeDesk {
  let state: Expunging | null = null
  const run = async (asked: ExpungeAsked, digest: string) => {
    const before = vault()
    const keys = copyKeys(heldBy(before).keys)
    try {
      const progress = (step: ExpungeStep) => {
        state = { is: "running", step }
      }
      const done = await expunge(before, asked, { digest, progress })
      replace(done.vault)
      const { records, blobs, dossiers, backups } = done.plan
      state = {
        is: "done",
        records: records.length,
        files: blobs,
        dossiers: dossiers.length,
        backups: backups.length,
      }
    } catch (error) {
      const { code, where } = error instanceof DalelError ? error : new DalelError("internal")
      state = { is: "refused", why: code, where }
      await reopenIfClosed(before, keys, replace)
    }
  }
  return {
    expungePlan: async (asked) => (await planExpunge(vault().db, vault().blobs, asked)).plan,
    async expunge(asked, digest) {
      vault()
      if (state?.is === "running") throw new DalelError("expunge/changed")
      state = { is: "running", step: "looking" }
      void inTurn(() => run(asked, digest))
    },
    expunging: async () => state,
    askExpunge: (asked) => inTurn(() => askExpunge(vault(), asked)),
    expungeAsks: async () => (await openAsks(vault().db)).map((one) => ({ ...one, by: one.by.slice(0, 6) })),
    mayExpunge: () => isAdministrator(vault().db, vault().member),
    holds: () => holds(vault().db),
    placeHold: (what, reason) => inTurn(() => placeHold(vault(), what, reason)),
    liftHold: (hold) => inTurn(() => liftHold(vault(), hold)),
  }
}
