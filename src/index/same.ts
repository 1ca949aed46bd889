import { latest } from "../ledger/cause.js"
import { joinInTurn } from "../names/link/cluster.js"
import type { Db } from "../vault/db.js"
import { type PlaceRow, placeOf } from "./place.js"

/** A decision about two entities. `order`: by time, then id. */
export interface Pair {
  a: string
  b: string
  verdict: "same" | "not-same" | "unsure"
  order: string
}

/**
 * Recomputes the clusters that two entities belong to. For one pair the causally last decision counts, of several made
 * apart the most careful: `not-same` before `same`. It also keeps a chain of `same` from joining the two: of two ways to
 * be careful, the set of decisions alone chooses (by time, then id).
 */
export async function joinEntities(db: Db, [a, b]: readonly [string, string]): Promise<void> {
  const members = new Set<string>()
  const waiting = [a, b]
  const pairs = new Map<string, Decided[]>()
  while (waiting.length > 0) {
    const id = waiting.pop()!
    if (members.has(id)) continue
    members.add(id)
    for (const { id: other } of await db.all<{ id: string }>(
      "SELECT id FROM i_entity WHERE canon = (SELECT canon FROM i_entity WHERE id = ?)",
      id,
    ))
      if (!members.has(other)) waiting.push(other)
    const decided = await db.all<Decided>(
      `SELECT s.a, s.b, s.verdict, e.at || s.entry AS "order", e.device, e.seq, e.seen, e.branch FROM i_same s JOIN i_entry e ON e.id = s.entry
       WHERE e.live = 1 AND (s.a = ? OR s.b = ?)`,
      id,
      id,
    )
    for (const pair of decided) {
      const key = `${pair.a} ${pair.b}`
      const known = pairs.get(key) ?? []
      if (!known.some(({ order }) => order === pair.order)) pairs.set(key, [...known, pair])
      if (pair.verdict === "same") waiting.push(pair.a, pair.b)
    }
  }
  for (const [id, canon] of canonsOf(members, [...pairs.values()].map(prevailing)))
    await db.run("UPDATE i_entity SET canon = ? WHERE id = ? AND canon <> ?", canon, id, canon)
}

/** What stands between two clusters, by their canonical ids: the most careful decision on any two of theirs. */
export async function decidedBetween(db: Db): Promise<Map<string, Pair["verdict"]>> {
  const rows = await db.all<Decided & { one: string; other: string }>(
    `SELECT s.a, s.b, s.verdict, e.at || s.entry AS "order", e.device, e.seq, e.seen, e.branch,
       x.canon AS one, y.canon AS other
     FROM i_same s JOIN i_entry e ON e.id = s.entry JOIN i_entity x ON x.id = s.a JOIN i_entity y ON y.id = s.b
     WHERE e.live = 1 AND x.canon <> y.canon`,
  )
  const pairs = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) {
    const key = `${row.a} ${row.b}`
    const known = pairs.get(key)
    if (known) known.push(row)
    else pairs.set(key, [row])
  }
  const between = new Map<string, Pair["verdict"]>()
  for (const all of pairs.values()) {
    const { verdict } = prevailing(all)
    const key = betweenKey(all[0]!.one, all[0]!.other)
    if (CAREFUL[verdict] >= CAREFUL[between.get(key) ?? "same"]) between.set(key, verdict)
  }
  return between
}

export const betweenKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const CAREFUL = { same: 0, unsure: 1, "not-same": 2 }

type Decided = Pair & PlaceRow

function prevailing(all: readonly Decided[]): Pair {
  const [first] = latest(all, placeOf).sort(
    (x, y) => CAREFUL[y.verdict] - CAREFUL[x.verdict] || (x.order < y.order ? -1 : 1),
  )
  return first!
}

/** Canonical id (the least) of each member, the decisions taken by `order`. Pure. */
export function canonsOf(members: ReadonlySet<string>, pairs: readonly Pair[]): Map<string, string> {
  const ids = [...members].sort()
  const at = new Map(ids.map((id, place) => [id, place]))
  const among = (verdict: Pair["verdict"]) =>
    pairs
      .filter((pair) => pair.verdict === verdict && at.has(pair.a) && at.has(pair.b))
      .sort((x, y) => (x.order < y.order ? -1 : 1))
      .map(({ a, b }) => ({ a: at.get(a)!, b: at.get(b)! }))
  const apart = among("not-same").map(({ a, b }) => [a, b] as const)
  const lowest = joinInTurn(ids.length, among("same"), apart)
  return new Map(ids.map((id, place) => [id, ids[lowest[place]!]!]))
}
