import assert from "node:assert/strict"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import fc from "fast-check"
import type { Entry } from "../ledger/entry.js"
import { type EntityId, makeId } from "../model/id.js"
import type { BlobStore } from "../vault/blobs.js"
import { openDb } from "../vault/db.js"
import { createTables } from "../vault/tables.js"
import { fold } from "./fold.js"
import { article, founding, name, notSame, placed, retract, same, says } from "./story.suite.js"
import { createIndex, dropIndex } from "./tables.js"

const PEOPLE = 5
const pair = fc.tuple(fc.nat(PEOPLE - 1), fc.nat(PEOPLE - 1)).filter(([a, b]) => a !== b)
const decisions = fc.array(fc.tuple(pair, fc.boolean()), { maxLength: 6 })

test("merge then unmerge restores who is who and every fact exactly, whatever was decided before", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dalel-merge-"))
  const key = { key: new Uint8Array(32).fill(1), salt: new Uint8Array(16).fill(2) }
  const db = await openDb(join(folder, "index.db"), key, { create: true })
  try {
    await createTables(db)
    const source = article("2020-05-01")
    const ids = Array.from(
      { length: PEOPLE },
      (_, at) => makeId((count) => new Uint8Array(count).fill(at + 1)) as EntityId,
    )
    const named = ids.map((id, at) => says(source, [id, "Person", "name", name(`Aida Test ${at}`)]))
    const begun = [founding(), source.capture, ...named]
    const take = async (...entries: Entry[]) => {
      for (const one of placed(entries)) await db.transaction((tx) => fold(tx, [one], {} as BlobStore))
    }
    const state = async () => ({
      people: await db.all("SELECT id, canon FROM i_entity ORDER BY id"),
      facts: await db.all("SELECT id, live FROM i_statement ORDER BY id"),
    })
    await fc.assert(
      fc.asyncProperty(decisions, pair, async (before, [a, b]) => {
        await db.transaction(async (tx) => {
          await dropIndex(tx)
          await createIndex(tx)
        })
        await take(...begun)
        for (const [[x, y], joined] of before) await take((joined ? same : notSame)(ids[x]!, ids[y]!))
        const was = await state()
        const merged = same(ids[a]!, ids[b]!)
        await take(merged)
        if (before.length === 0) assert.notDeepEqual(await state(), was)
        await take(retract(merged.id))
        assert.deepEqual(await state(), was)
      }),
      { numRuns: 30 },
    )
  } finally {
    await db.close()
    await rm(folder, { recursive: true })
  }
})
