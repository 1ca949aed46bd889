import assert from "node:assert/strict"
import { test } from "node:test"
import { inPlace } from "../../test/place.suite.js"
import { fingerprint } from "../index/dump.js"
import { canonOf, factsAbout } from "../index/facts.js"
import { rebuildIndex } from "../index/open.js"
import { tellStory } from "../publish/story.suite.js"
import { setAudience } from "./audience.js"
import { undo } from "./decide.js"

test("an audience changes by a statement that supersedes, on the same ground, by one signed act; undone, the old one stands", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const { person, statements } = await tellStory(vault)
    const [name, kind] = [statements.get("Person.name")!, statements.get("Measure.kind")!]
    const about = async () => factsAbout(vault.db, [(await canonOf(vault.db, person))!])
    const before = (await about()).find(({ id }) => id === name)!
    const { entries, became } = await setAudience(vault, [name, kind, name], "restricted")
    assert.deepEqual([...became.keys()], [name, kind])
    const after = (await about()).find(({ id }) => id === became.get(name))!
    assert.deepEqual([before.audience, after.audience], ["public", "restricted"])
    assert.deepEqual(
      [after.ground, after.value, after.holds, after.known],
      [before.ground, before.value, before.holds, before.known],
    )
    assert.equal(
      (await about()).some(({ id }) => id === name),
      false,
      "the old one no longer stands",
    )
    await assert.rejects(setAudience(vault, [name], "team"), /decision\/undone/)
    assert.deepEqual(await setAudience(vault, [became.get(name)!], "restricted"), { entries: [], became: new Map() })

    const folded = await fingerprint(vault.db)
    await rebuildIndex(vault)
    assert.equal(await fingerprint(vault.db), folded)
    await undo(vault, entries[0]!)
    assert.equal((await about()).find(({ id }) => id === name)!.audience, "public")
    await vault.close()
  }))

test("what was accepted in bulk is never made public by this way, and nothing else of the same act is", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const { statements } = await tellStory(vault)
    const [bulk, name] = [statements.get("Person.occupation")!, statements.get("Person.name")!]
    await setAudience(vault, [name], "team")
    const now = (await vault.db.one<{ id: string }>(
      "SELECT id FROM i_statement WHERE supersedes = ? AND live = 1",
      name,
    ))!.id
    await assert.rejects(setAudience(vault, [now as typeof name, bulk], "public"), /decision\/bulk-not-public/)
    const live = await vault.db.one<{ audience: string }>(
      "SELECT audience FROM i_statement WHERE id = ? AND live = 1",
      now,
    )
    assert.equal(live?.audience, "team")
    // Nor in two steps.
    const { became } = await setAudience(vault, [bulk], "restricted")
    await assert.rejects(setAudience(vault, [became.get(bulk)!], "public"), /decision\/bulk-not-public/)
    await vault.close()
  }))
