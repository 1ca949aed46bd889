import assert from "node:assert/strict"
import { test } from "node:test"
import { inPlace } from "../../test/place.suite.js"
import { ofPerson, readerOf, TEXT } from "../../test/reading.suite.js"
import { bytesItem } from "../capture/files.js"
import { sealItem } from "../capture/intake.js"
import { makeId, type SourceId } from "../model/id.js"
import type { Audience } from "../model/statement.js"
import type { Vault } from "../vault/vault.js"
import { decide } from "./decide.js"
import { stateByHand } from "./hand.js"
import { readSource } from "./propose.js"

const reader = readerOf(
  ofPerson("relativesIn", { type: "entity", entity: "l1" }),
  ofPerson("identityDocument", { type: "identifier", text: "0815" }),
)

async function read(vault: Vault): Promise<SourceId> {
  const claimed = { url: null, published: null, lang: null, savedAt: null }
  const { source } = await sealItem(vault, bytesItem("a.txt", "upload", Buffer.from(TEXT)), claimed)
  await readSource(vault, reader, source)
  return source
}

async function audiences(vault: Vault): Promise<Record<string, Audience>> {
  const rows = await vault.db.all<{ property: string; audience: Audience }>(
    "SELECT property, audience FROM i_statement WHERE schema = 'Person' AND live = 1",
  )
  return Object.fromEntries(rows.map(({ property, audience }) => [property, audience]))
}

for (const [audience, others] of [
  ["team", "team"],
  ["public", "public"],
  ["restricted", "restricted"],
] as const)
  test(`accepted for "${audience}": where relatives live and papers stay with few`, () =>
    inPlace(async (place) => {
      const vault = await place.create()
      const source = await read(vault)
      await decide(vault, { source, numbers: [1], verdict: { is: "accept", audience, bulk: false }, same: {} })
      assert.deepEqual(await audiences(vault), {
        name: others,
        relativesIn: "restricted",
        identityDocument: "restricted",
      })
      await vault.close()
    }))

test("stated by hand, the same holds", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const source = await read(vault)
    const value = { type: "identifier", text: "0815" } as const
    const facts = [{ property: "identityDocument", value, lang: null, holds: null }] as const
    const passages = [{ start: 51, end: 55 }] as const
    const asked = { source, passages, schema: "Person", entity: null, facts, audience: "public" } as const
    await stateByHand(vault, asked)
    assert.deepEqual(await audiences(vault), { identityDocument: "restricted" })
    await assert.rejects(stateByHand(vault, { ...asked, entity: makeId(vault.world.random) }), {
      code: "entity/unknown",
    })
    await vault.close()
  }))
