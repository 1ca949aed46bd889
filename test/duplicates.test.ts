import assert from "node:assert/strict"
import { test } from "node:test"
import { article, name, on, says } from "../src/index/story.suite.js"
import type { Entry } from "../src/ledger/entry.js"
import { type EntityId, makeId } from "../src/model/id.js"
import { dalel } from "./command.suite.js"
import { inPlace } from "./place.suite.js"

test("people who may be one are listed with what adds up, decided, and parted again by an undo", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const people = [
      ["Айгүл Садық", "1987-03-05"],
      ["Aigul Sadyk", "1991"],
      ["Нурлан Тестов", "1970"],
    ] as const
    const ids = people.map(() => makeId<EntityId>(vault.world.random))
    for (const [at, [text, born]] of people.entries()) {
      const one = says(
        article("2020-01-01"),
        [ids[at]!, "Person", "name", name(text)],
        [ids[at]!, "Person", "birthDate", on(born)],
      ) as Entry<"assert">
      await vault.commit([{ kind: "assert", body: one.body }])
    }
    await vault.close()
    const listed = async () => {
      const { code, lines, said } = await dalel(place, "duplicates")
      assert.equal(code, 0, said)
      return lines.map((line) => JSON.parse(line))
    }
    const before = await listed()
    assert.equal(before.length, 1)
    const [pair] = before
    assert.deepEqual([pair.a, pair.b].sort(), [ids[0], ids[1]].sort())
    assert.equal(
      pair.parts.reduce((sum: number, { adds }: { adds: number }) => sum + adds, 0),
      pair.score,
    )
    assert.deepEqual(pair.differs[0].about, "birth date")

    const decide = async (verdict: string) => {
      const { code, lines, said } = await dalel(place, "duplicates", ids[0]!, ids[1]!, "--decide", verdict)
      assert.equal(code, 0, said)
      return JSON.parse(lines[0]!).entry as string
    }
    const undo = async (entry: string) => assert.equal((await dalel(place, "duplicates", "--undo", entry)).code, 0)
    for (const verdict of ["same", "not-same"]) {
      const entry = await decide(verdict)
      assert.deepEqual(await listed(), [], verdict)
      await undo(entry)
      assert.deepEqual(await listed(), before)
    }
    await decide("unsure")
    assert.deepEqual(await listed(), [{ ...pair, unsure: true }])

    assert.notEqual((await dalel(place, "duplicates", "--undo", ids[0]!)).code, 0)
    assert.equal((await dalel(place, "duplicates", ids[0]!)).code, 2)
    assert.equal((await dalel(place, "duplicates", ids[0]!, ids[0]!, "--decide", "same")).code, 2)
    assert.equal((await dalel(place, "duplicates", ids[0]!, ids[1]!, "--decide", "maybe")).code, 2)
  }))
