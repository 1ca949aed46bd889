import assert from "node:assert/strict"
import { test } from "node:test"
import { checkAll } from "../src/index/check.js"
import { dump } from "../src/index/dump.js"
import { article, name, says } from "../src/index/story.suite.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, makeId } from "../src/model/id.js"
import { DalelError } from "../src/model/refusals.js"
import { type Db, openDb } from "../src/vault/db.js"
import { heldBy, type Vault } from "../src/vault/vault.js"
import { inPlace, type Place } from "./place.suite.js"

/** A vault that an older version made is brought up to date when it is opened, whole or not at all. */

async function filled(place: Place): Promise<Vault> {
  const vault = await place.create()
  const { kind, body } = says(article("2020-01-01"), [
    makeId<EntityId>(vault.world.random),
    "Person",
    "name",
    name("Aida Testova"),
  ]) as Entry<"assert">
  await vault.commit([{ kind, body } as Draft])
  return vault
}

async function lines(db: Db): Promise<string[]> {
  const all: string[] = []
  for await (const line of dump(db)) all.push(line)
  return all
}

const refused = (error: unknown) => error instanceof DalelError && error.code === "vault/not-upgraded"

/** Writes into the database of a vault as an older version, or a hostile hand, would have left it; what stands in it then. */
async function asLeft(vault: Vault, ...sql: readonly string[]) {
  const { db, salt, path } = keyOf(vault)
  for (const one of sql) await vault.db.run(one)
  await vault.close()
  return async (...more: readonly string[]) => {
    const raw = await openDb(path, { key: db, salt })
    try {
      for (const one of more) await raw.run(one)
      const rows = await raw.all<{ sql: string }>("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
      return rows.map((row) => row.sql)
    } finally {
      await raw.close()
    }
  }
}

function keyOf(vault: Vault) {
  const { derived, layout } = heldBy(vault)
  // Copied: closing fills the vault's own with zeros.
  return { db: Uint8Array.from(derived.db.key), salt: Uint8Array.from(derived.db.salt), path: layout.db }
}

test("tables that an older vault lacks are made all or none: where one cannot be, it stays as the older version knew it", () =>
  inPlace(async (place) => {
    const look = await asLeft(
      await filled(place),
      "DROP TABLE evidence",
      "DROP TABLE arrival",
      "DROP INDEX record_rule_3",
      "CREATE INDEX record_kind ON record (kind)",
      // In the way of a table that comes late in the list.
      "CREATE INDEX evidence ON record (kind)",
    )
    const before = await look()
    await assert.rejects(place.open(), refused)
    assert.deepEqual(await look(), before)
    await look("DROP INDEX evidence")
    const vault = await place.open()
    assert.deepEqual((await checkAll(vault)).faults, [])
    await vault.close()
    const after = await look()
    for (const made of [/TABLE evidence/, /TABLE arrival/, /INDEX record_rule_3/])
      assert.ok(
        after.some((sql) => made.test(sql)),
        String(made),
      )
    assert.ok(!after.some((sql) => /INDEX record_kind\b/.test(sql)))
  }))

test("an index of an older version is folded anew, all or nothing; what breaks off leaves the old one", () =>
  inPlace(async (place) => {
    const made = await filled(place)
    const whole = await lines(made.db)
    const look = await asLeft(made, "DELETE FROM i_statement", "PRAGMA user_version = 1")
    // In the way of the last index: by then the old tables are dropped and the new ones made.
    await look("DROP INDEX IF EXISTS i_key_ref", "CREATE TABLE i_key_ref (n INTEGER)")
    const before = await look()
    await assert.rejects(place.open(), refused)
    assert.deepEqual(await look(), before)
    await look("DROP TABLE i_key_ref")
    const vault = await place.open()
    assert.deepEqual(await lines(vault.db), whole)
    assert.deepEqual((await checkAll(vault)).faults, [])
    await vault.close()
  }))
