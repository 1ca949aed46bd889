import assert from "node:assert/strict"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import type { Bodies, Entry } from "../ledger/entry.js"
import type { RenditionId } from "../model/id.js"
import type { BlobStore } from "../vault/blobs.js"
import { openDb } from "../vault/db.js"
import { createTables } from "../vault/tables.js"
import { fold } from "./fold.js"
import { article, entry, founding, name, placed, retract, says } from "./story.suite.js"
import { createIndex, dropIndex } from "./tables.js"

test("of several decisions on one proposal the most careful stands, in whatever order they come", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dalel-decisions-"))
  const key = { key: new Uint8Array(32).fill(1), salt: new Uint8Array(16).fill(2) }
  const db = await openDb(join(folder, "index.db"), key, { create: true })
  try {
    await createTables(db)
    await createIndex(db)
    const source = article("2020-05-01")
    const rendition = source.source as unknown as RenditionId
    const decide = (verdict: Bodies["decide"]["verdict"]): Entry => {
      const { body } = says(source, [source.source as never, "Person", "name", name("Aida Test")]) as Entry<"assert">
      const statements = verdict === "reject" ? [] : body.statements
      const about = { source: source.source, rendition, proposal: 1, verdict, bulk: false, entities: {}, proposed: [] }
      return entry({ kind: "decide", body: { ...about, statements } })
    }
    const [accept, again, reject] = [decide("accept"), decide("accept"), decide("reject")]
    const undone = retract(reject.id)
    const begun = [founding(), source.capture]
    const live = async (...entries: Entry[]) => {
      await dropIndex(db)
      await createIndex(db)
      for (const one of placed([...begun, ...entries])) await db.transaction((tx) => fold(tx, [one], {} as BlobStore))
      return (await db.one<{ n: number }>("SELECT count(*) AS n FROM i_statement WHERE live = 1"))!.n
    }
    assert.equal(await live(accept), 1)
    assert.equal(await live(accept, again), 1, "not two entities for one proposal")
    assert.equal(await live(accept, reject), 0)
    assert.equal(await live(reject, accept), 0)
    assert.equal(await live(accept, reject, undone), 1)
    assert.equal(await live(undone, reject, accept), 1)
    assert.equal(await live(undone, again, reject, retract(undone.id), accept), 0, "the undo undone")
  } finally {
    await db.close()
    await rm(folder, { recursive: true })
  }
})
