import type { Chains } from "../ledger/cause.js"
import { parseCheckpoint } from "../ledger/checkpoint.js"
import type { Bodies } from "../ledger/entry.js"
import { parseNote } from "../ledger/note.js"
import { append, EMPTY, leafHash, type Range } from "../ledger/tree.js"
import type { StoredRecord } from "../ledger/verify.js"
import type { DeviceId } from "../model/id.js"
import type { Db } from "./db.js"

/**
 * A log that forked. What this vault had first lies in `record` like any other log; commits of other branches lie in
 * `tail_commit` and `tail_record`, by the root after them. All commits together are a tree, and what lies beyond its
 * first branching, on whichever branch, is in quarantine: so it does not matter which branch came first.
 */
export interface TailCommit {
  /** The log's number in this file. */
  readonly n: number
  readonly device: DeviceId
  /** Records before it. */
  readonly first: number
  /** Root before it, base64. */
  readonly previous: string
  readonly size: number
  readonly root: string
  readonly note: string
}

/** Every commit of every other branch, parents before children. */
export async function tailsOf(db: Db): Promise<TailCommit[]> {
  return db.all(
    `SELECT t.device AS n, d.id AS device, t.first, t.previous, t.size, t.root, t.note
     FROM tail_commit t JOIN device d ON d.n = t.device ORDER BY t.device, t.size, t.root`,
  )
}

export async function tailRecords(db: Db, { n, root }: Pick<TailCommit, "n" | "root">): Promise<StoredRecord[]> {
  const rows = await db.all<{ seq: number; c: Uint8Array; open: string | null }>(
    "SELECT seq, c, open FROM tail_record WHERE device = ? AND root = ? ORDER BY seq",
    n,
    root,
  )
  return rows.map(({ seq, c, open }) => ({ seq, commitment: c, open }))
}

/** How many records all branches have in common, by device; logs that did not fork are not in it. */
export async function forksIn(db: Db): Promise<ReadonlyMap<DeviceId, number>> {
  const rows = await db.all<{ id: DeviceId; at: number }>(
    `SELECT d.id, min(t.first) AS at FROM tail_commit t JOIN device d ON d.n = t.device GROUP BY d.id`,
  )
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Did a bundle show that this log is written elsewhere too? */
export async function isTwice(db: Db, device: DeviceId): Promise<boolean> {
  const sql = "SELECT 1 AS yes FROM evidence WHERE fault IN ('forked', 'continued') AND device = ?"
  return (await db.one(sql, device)) !== undefined
}

export function rootIn(note: string): string {
  return parseCheckpoint(parseNote(note).text).root
}

/** Roots of a log's own commits, by size. */
export async function rootsOf(db: Db, n: number): Promise<Map<number, string>> {
  const rows = await db.all<{ size: number; note: string }>("SELECT size, note FROM checkpoint WHERE device = ?", n)
  return new Map(rows.map(({ size, note }) => [size, rootIn(note)]))
}

/** The compact range of the first `size` records of a log. */
export async function rangeAt(db: Db, n: number, size: number): Promise<Range> {
  let range = EMPTY
  for (let from = 0; from < size; from += 1000)
    for (const { c } of await db.all<{ c: Uint8Array }>(
      "SELECT c FROM record WHERE device = ? AND seq >= ? AND seq < ? ORDER BY seq",
      n,
      from,
      Math.min(size, from + 1000),
    ))
      range = append(range, leafHash(c))
  return range
}

/** The compact range on which a commit of another branch was made. */
export async function rangeOfParent(db: Db, { n, first, previous }: TailCommit): Promise<Range> {
  const parent = (await tailsOf(db)).find((one) => one.n === n && one.size === first && one.root === previous)
  if (!parent) return rangeAt(db, n, first)
  const records = await tailRecords(db, parent)
  return records.reduce((range, { commitment }) => append(range, leafHash(commitment)), await rangeOfParent(db, parent))
}

/** For `standingOf`: which commits an `adopt` takes up where a log forked. */
export async function chainsOf(db: Db, adopts: readonly Bodies["adopt"][]): Promise<Chains> {
  const forks = await forksIn(db)
  const chains = new Map<string, ReadonlySet<string>>()
  for (const adopt of adopts) if (forks.has(adopt.device)) chains.set(keyOf(adopt), await chainOf(db, adopt))
  return (adopt) => chains.get(keyOf(adopt)) ?? new Set()
}

function keyOf({ device, to, root }: Bodies["adopt"]): string {
  return `${device} ${to} ${root}`
}

async function chainOf(db: Db, { device, from, to, root }: Bodies["adopt"]): Promise<Set<string>> {
  const tails = (await tailsOf(db)).filter((one) => one.device === device)
  const n = tails[0]!.n
  const own = await rootsOf(db, n)
  const chain = new Set<string>()
  let [size, at] = [to, root]
  for (let tail = find(); tail && size > from; tail = find()) {
    chain.add(at)
    ;[size, at] = [tail.first, tail.previous]
  }
  // From here on it is the branch that came first. What is not there at all takes up nothing.
  if (own.get(size) === at)
    for (const [other, other_root] of own) if (other > from && other <= size) chain.add(other_root)
  return chain

  function find(): TailCommit | undefined {
    return tails.find((one) => one.size === size && one.root === at)
  }
}
