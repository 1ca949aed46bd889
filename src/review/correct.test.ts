import assert from "node:assert/strict"
import { test } from "node:test"
import { inPlace } from "../../test/place.suite.js"
import { dump } from "../index/dump.js"
import { rebuildIndex } from "../index/open.js"
import { article, name, says } from "../index/story.suite.js"
import { entriesAbout, versionsOf } from "../index/views.js"
import type { Entry } from "../ledger/entry.js"
import { type EntityId, makeId, type StatementId } from "../model/id.js"
import { DalelError } from "../model/refusals.js"
import type { Statement } from "../model/statement.js"
import type { Vault } from "../vault/vault.js"
import { correct, withdraw } from "./correct.js"
import { undo } from "./decide.js"

const refused = (code: string) => (error: unknown) => error instanceof DalelError && error.code === code

/** A vault in which one name is stated. */
function withName(work: (vault: Vault, old: Statement) => Promise<void>): Promise<void> {
  return inPlace(async (place) => {
    const vault = await place.create()
    const person = makeId<EntityId>(vault.world.random)
    const { kind, body } = says(article("2020-01-01"), [
      person,
      "Person",
      "name",
      name("Aida Testva"),
    ]) as Entry<"assert">
    await vault.commit([{ kind, body }])
    await work(vault, body.statements[0])
    await vault.close()
  })
}

async function live({ db }: Vault): Promise<StatementId[]> {
  const rows = await db.all<{ id: StatementId }>("SELECT id FROM i_statement WHERE live = 1")
  return rows.map(({ id }) => id)
}

const said = (text: string) => ({ value: name(text), holds: null, audience: "team" }) as const

test("a correction stands in place of what it corrects, on the same ground; its history shows both; undo restores", () =>
  withName(async (vault, old) => {
    const holds = { edtf: "2019/2020", words: null, reference: null }
    const made = { value: name("Aida Testova"), holds, audience: "restricted" } as const
    const { entry, statement } = await correct(vault, old.id, made, "mistake")
    assert.deepEqual(await live(vault), [statement])
    const row = await vault.db.one<{ ground: string; holds: string; audience: string; supersedes: string }>(
      "SELECT ground, holds, audience, supersedes FROM i_statement WHERE id = ?",
      statement,
    )
    assert.deepEqual(JSON.parse(row!.ground), JSON.parse(JSON.stringify(old.ground)))
    assert.deepEqual([row!.audience, row!.supersedes], ["restricted", old.id])
    for (const id of [old.id, statement]) {
      assert.deepEqual(
        (await versionsOf(vault.db, id)).map((one) => [one.id, one.live]),
        [
          [old.id, 0],
          [statement, 1],
        ],
      )
      assert.equal((await entriesAbout(vault.db, id)).length, 2)
    }
    await undo(vault, entry)
    assert.deepEqual(await live(vault), [old.id])
  }))

test("what was corrected twice, or corrected and withdrawn, does not come back by itself", () =>
  withName(async (vault, old) => {
    const first = await correct(vault, old.id, said("Aida Testova"), "mistake")
    const second = await correct(vault, first.statement, said("Aida T. Testova"), "exact")
    assert.deepEqual(await live(vault), [second.statement])
    const gone = await withdraw(vault, second.statement, "withdrawn")
    assert.deepEqual(await live(vault), [])
    const lines = async () => {
      const all: string[] = []
      for await (const line of dump(vault.db)) all.push(line)
      return all
    }
    const before = await lines()
    await rebuildIndex(vault)
    assert.deepEqual(await lines(), before)
    await undo(vault, gone)
    assert.deepEqual(await live(vault), [second.statement])
    await undo(vault, first.entry)
    assert.deepEqual(await live(vault), [second.statement], "the later correction still stands in place of both")
    await undo(vault, second.entry)
    assert.deepEqual(await live(vault), [old.id])
  }))

test("refused: nothing changed, no longer standing, an unknown entity, a value of another kind", () =>
  withName(async (vault, old) => {
    const bad = { ...said("Aida"), value: { type: "text", text: "Aida" } } as const
    await assert.rejects(correct(vault, old.id, said("Aida Testva"), "mistake"), refused("correction/nothing"))
    await assert.rejects(correct(vault, old.id, bad, "mistake"), refused("value/malformed"))
    await withdraw(vault, old.id, "mistake")
    await assert.rejects(correct(vault, old.id, said("Aida"), "mistake"), refused("decision/undone"))
    await assert.rejects(withdraw(vault, old.id, "mistake"), refused("decision/undone"))
    const unknown = makeId<StatementId>(vault.world.random)
    await assert.rejects(withdraw(vault, unknown, "mistake"), refused("decision/unknown"))
  }))
