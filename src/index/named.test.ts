import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { inPlace } from "../../test/place.suite.js"
import type { Entry } from "../ledger/entry.js"
import { type EntityId, type EntryId, makeId } from "../model/id.js"
import type { Vault } from "../vault/vault.js"
import { findByName } from "./named.js"
import { rebuildIndex } from "./open.js"
import { search } from "./search.js"
import { article, name, says } from "./story.suite.js"

const WRITTEN = "Нұрбек Жарылқасов"

async function state(vault: Vault, text: string, property = "name", of?: EntityId) {
  const entity = of ?? makeId<EntityId>(vault.world.random)
  const { kind, body } = says(article("2020-01-01"), [entity, "Person", property, name(text)]) as Entry<"assert">
  const [entry] = await vault.commit([{ kind, body }])
  return { entity, entry: entry!.id as EntryId }
}

const takeBack = (vault: Vault, entry: EntryId) =>
  vault.commit([{ kind: "retract", body: { entries: [entry], statements: [], reason: "undo" } }])

const inVault = (work: (vault: Vault) => Promise<void>): Promise<void> =>
  inPlace(async (place) => {
    const vault = await place.create()
    await work(vault)
    await vault.close()
  })

async function found(vault: Vault, query: string, transliteration = true): Promise<EntityId[]> {
  const { hits } = await search(vault.db, query, 20, 0, transliteration)
  return hits.flatMap((hit) => (hit.kind === "entity" ? [hit.id] : []))
}

test("a name is found in every script, declined and misspelt; the switch keeps to the script of the question", () =>
  inVault(async (vault) => {
    const { entity } = await state(vault, WRITTEN)
    await state(vault, "Дәмелі Шоқанова")
    const cases = [
      [WRITTEN, "exact", true],
      ["Нурбека Жарылкасова", "same script", true],
      ["Нурбек Жарилкасав", "same script", true],
      ["نۇربەك جارىلقاسوۆ", "transliterated", false],
      ["Nurbek Zharylkasov", "transliterated", false],
      ["Nurbeck Jarilkassov", "transliterated", false],
    ] as const
    for (const [query, badge, asWritten] of cases) {
      const [hit, ...more] = (await search(vault.db, query, 20)).hits
      assert.ok(hit?.kind === "entity" && hit.id === entity, query)
      assert.equal(hit.met.badge, badge, query)
      assert.match(hit.why, new RegExp(`^${badge}: ${WRITTEN}`), query)
      assert.deepEqual(more, [], query)
      assert.deepEqual(await found(vault, query, false), asWritten ? [entity] : [], query)
    }
  }))

test("exact first; an alias says that it is one", () =>
  inVault(async (vault) => {
    const { entity: other } = await state(vault, "Nurbek Jarylkasov")
    const { entity } = await state(vault, WRITTEN)
    await state(vault, "Nurbek Zharylkasov", "alias", entity)
    assert.deepEqual(await found(vault, "Nurbek Zharylkasov"), [entity, other])
    const [alias] = await findByName(vault.db, "Nurbeck Zharylkasov")
    assert.deepEqual([alias?.id, alias?.met.badge], [entity, "alias"])
  }))

test("what is undone is no longer found, what is said again is", () =>
  inVault(async (vault) => {
    const { entity, entry } = await state(vault, WRITTEN)
    assert.deepEqual(await found(vault, "Nurbek Zharylkasov"), [entity])
    const undone = await takeBack(vault, entry)
    assert.deepEqual(await found(vault, "Nurbek Zharylkasov"), [])
    await takeBack(vault, undone[0]!.id)
    assert.deepEqual(await found(vault, "Nurbek Zharylkasov"), [entity])
  }))

test("property: searched between any acts, the hits are those of the vault folded anew and opened anew", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom("state", "alias", "take back"), fc.nat(5)), { minLength: 1, maxLength: 8 }),
      (acts) =>
        inPlace(async (place) => {
          const names = [WRITTEN, "Nurbek Zharylkasov", "Нурбек Жарылкасов", "Nurbek", "Жарылқасов Н.", "نۇربەك"]
          const hits = (of: Vault) => Promise.all(names.map((one) => search(of.db, one, 20)))
          const vault = await place.create()
          const stated: { entity: EntityId; entry: EntryId }[] = []
          for (const [act, nth] of acts) {
            const one = stated[nth % (stated.length || 1)]
            if (act === "take back" && one) await takeBack(vault, one.entry)
            else stated.push(await state(vault, names[nth]!, act === "alias" ? "alias" : "name", one?.entity))
            await hits(vault)
          }
          const before = await hits(vault)
          await rebuildIndex(vault)
          assert.deepEqual(await hits(vault), before)
          await vault.close()
          const again = await place.open()
          assert.deepEqual(await hits(again), before)
          await again.close()
        }),
    ),
    { numRuns: 8 },
  ))
