import { join } from "node:path"
import { type Entry, isKnown } from "../ledger/entry.js"
import { readRecord } from "../ledger/record.js"
import type { DeviceId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { Db } from "../vault/db.js"
import { stateHeadPath } from "../vault/device.js"
import { destroy } from "../vault/durable.js"
import { logsOf, recordsOf } from "../vault/logs.js"
import type { Vault } from "../vault/vault.js"
import { RECEIPTS } from "./confirm.js"

/**
 * The devices that have signed that they hold everything of this one: every record but receipts, and every sealed file.
 */
export async function whoHoldsAll({ db, device: own }: Vault): Promise<DeviceId[]> {
  const logs = await logsOf(db)
  const found: DeviceId[] = []
  for (const { n, device } of logs) {
    if (device === own) continue
    const receipt = await lastReceipt(db, n)
    if (!receipt || receipt.lacking > 0) continue
    let all = true
    for (const log of logs) {
      if (log.device === device || !all) continue
      const seen = receipt.seen[log.device]?.[0] ?? 0
      for await (const { open } of recordsOf(db, log.n, seen)) all &&= isReceipt(open)
    }
    if (all) found.push(device)
  }
  return found
}

/** The commit of a log's last receipt: what it had seen, and how many files it lacked. */
async function lastReceipt(db: Db, n: number) {
  const row = await db.one<{ seq: number; open: string }>(
    "SELECT seq, open FROM record WHERE device = ? AND kind = 'merge' AND open IS NOT NULL ORDER BY seq DESC LIMIT 1",
    n,
  )
  const commit =
    row &&
    (await db.one<{ open: string }>(
      "SELECT open FROM record WHERE device = ? AND seq > ? AND kind = 'commit' ORDER BY seq LIMIT 1",
      n,
      row.seq,
    ))
  const entry = row && readRecord(row.open)
  if (!commit || !entry || !isKnown(entry) || entry.kind !== "merge") return null
  return { lacking: entry.body.lacking, seen: (readRecord(commit.open) as Entry<"commit">).body.seen }
}

function isReceipt(open: string | null): boolean {
  if (open === null) return true
  const { kind } = readRecord(open)
  return RECEIPTS.includes(kind) || kind === "backup"
}

/**
 * Destroys every key of this vault on this machine, once another device holds everything: what is left cannot be opened
 * by anyone. Answers who holds it. A plain identity file lies elsewhere, and is its owner's to destroy.
 * @throws DalelError member/not-acknowledged
 */
export async function leave(vault: Vault): Promise<readonly DeviceId[]> {
  const holders = await whoHoldsAll(vault)
  if (holders.length === 0) throw new DalelError("member/not-acknowledged")
  const { world, layout, state } = vault
  await vault.close()
  // The secret first: with it goes the database, whatever happens to the rest.
  await destroy(world.disk, join(layout.keys, "vault.age"))
  for (const { name } of await world.disk.list(layout.keys)) await destroy(world.disk, join(layout.keys, name))
  for (const path of [join(state, "device.age"), stateHeadPath(state), layout.head]) await destroy(world.disk, path)
  await destroy(world.disk, layout.hint)
  return holders
}
