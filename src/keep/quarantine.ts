import { disputedActs } from "../index/members.js"
import type { Bodies, Entry } from "../ledger/entry.js"
import type { DeviceId, EntryId, MemberId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import { forksIn, rootsOf, tailsOf } from "../vault/forks.js"
import { logsOf } from "../vault/logs.js"
import type { Vault } from "../vault/vault.js"

/** A run of records that is kept and not folded: beyond a cut, or beyond a fork. */
export interface Held {
  /** What an administrator adopts. */
  readonly adopt: Bodies["adopt"]
  readonly why: "forked" | "cut"
  /** Entries in it, commits not counted, and who signed them. */
  readonly entries: number
  readonly members: readonly MemberId[]
}

/** Everything in quarantine, branch by branch. */
export async function quarantine({ db }: Vault): Promise<Held[]> {
  const found: Held[] = []
  const forks = await forksIn(db)
  const tails = await tailsOf(db)
  for (const { n, device, range } of await logsOf(db)) {
    const rows = await db.all<{ seq: number; by: MemberId; kind: string; branch: string | null }>(
      "SELECT seq, by, kind, branch FROM i_entry WHERE device = ? AND standing = 'quarantined' ORDER BY seq",
      device,
    )
    if (rows.length === 0) continue
    const own = await rootsOf(db, n)
    const sums = (some: typeof rows) => ({
      entries: some.filter(({ kind }) => kind !== "commit").length,
      members: [...new Set(some.map(({ by }) => by))].sort(),
    })
    const fork = forks.get(device)
    if (fork === undefined) {
      const adopt = { device, from: rows[0]!.seq, to: range.size, root: own.get(range.size) ?? "" }
      found.push({ adopt, why: "cut", ...sums(rows) })
      continue
    }
    const mine = tails.filter((one) => one.n === n)
    const tips = [
      { size: range.size, root: own.get(range.size) ?? "" },
      ...mine.filter((one) => !mine.some((next) => next.first === one.size && next.previous === one.root)),
    ]
    for (const { size, root } of tips) {
      const chain = new Set<string>()
      let [at, up] = [size, root]
      for (let tail = mine.find(is); tail; tail = mine.find(is)) {
        chain.add(up)
        ;[at, up] = [tail.first, tail.previous]
      }
      for (const [other, one] of own) if (other > fork && other <= at && own.get(at) === up) chain.add(one)
      const some = rows.filter(({ branch }) => branch !== null && chain.has(branch))
      if (some.length > 0) found.push({ adopt: { device, from: fork, to: size, root }, why: "forked", ...sums(some) })

      function is(tail: (typeof mine)[number]): boolean {
        return tail.size === at && tail.root === up
      }
    }
  }
  return found
}

/** Takes up what lies in quarantine: it is folded from now on, everywhere. @throws DalelError quarantine/unknown, member/no-right */
export async function adopt(vault: Vault, device: DeviceId, root: string | null): Promise<Held> {
  const all = (await quarantine(vault)).filter((one) => one.adopt.device === device)
  const held = root === null && all.length === 1 ? all[0] : all.find((one) => one.adopt.root === root)
  if (!held) throw new DalelError("quarantine/unknown", device)
  await vault.commit([{ kind: "adopt", body: held.adopt }])
  return held
}

/** Acts of administrators that stand against one another. */
export function disputes({ db }: Vault): Promise<Entry<"member">[]> {
  return disputedActs(db)
}

/** Says which of them fall; for a member who is no party to them. @throws DalelError quarantine/unknown, member/no-right */
export async function resolveDispute(vault: Vault, falls: readonly EntryId[]): Promise<void> {
  const open = new Map((await disputes(vault)).map((entry) => [entry.id, entry]))
  for (const id of falls) {
    const entry = open.get(id)
    if (!entry) throw new DalelError("quarantine/unknown", id)
    if (entry.by === vault.member || entry.body.member === vault.member) throw new DalelError("member/no-right")
  }
  if (falls.length === 0) throw new DalelError("quarantine/unknown")
  await vault.commit([{ kind: "resolve", body: { falls } }])
}
