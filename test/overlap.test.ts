import assert from "node:assert/strict"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { test } from "node:test"
import { dump } from "../src/index/dump.js"
import { article, name, on, says } from "../src/index/story.suite.js"
import type { Entry } from "../src/ledger/entry.js"
import type { Draft } from "../src/ledger/log.js"
import { type EntityId, makeId } from "../src/model/id.js"
import type { Audience } from "../src/model/statement.js"
import type { Vault } from "../src/vault/vault.js"
import { dalel } from "./command.suite.js"
import { inPlace } from "./place.suite.js"

function person(vault: Vault, text: string, born: string | null = null, audience: Audience = "team"): Draft {
  const id = makeId<EntityId>(vault.world.random)
  const about = article("2020-01-01")
  const { kind, body } = says(
    about,
    [id, "Person", "name", name(text)],
    ...(born === null ? [] : [[id, "Person", "birthDate", on(born)] as Parameters<typeof says>[1]]),
  ) as Entry<"assert">
  const [first, ...rest] = body.statements.map((statement) => ({ ...statement, audience }))
  return { kind, body: { ...body, statements: [first!, ...rest] } }
}

async function dumped(vault: Vault): Promise<string> {
  const lines: string[] = []
  for await (const line of dump(vault.db)) lines.push(line)
  return lines.join("\n")
}

test("a list is compared with the vault; nothing of it is kept, and restricted people are only counted", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    await vault.commit([
      person(vault, "Айгүл Садық", "1987-03-05"),
      person(vault, "Ерлан Бектуров", "1990"),
      person(vault, "Нурлан Тестов"),
      person(vault, "Hidden Zarechny", null, "restricted"),
    ])
    const before = await dumped(vault)
    await vault.close()
    const list = join(place.root, "list.csv")
    await writeFile(
      list,
      "id,name,born\n1,Aigul Sadyk,1987\n2,Yerlan Bekturov,1991\n3,Hidden Zarechny,\n4,=Marat Onlylisted,\n5,,1990\n",
    )
    const json = await dalel(place, "overlap", list, "--json")
    assert.equal(json.code, 0, json.said)
    const lines = json.lines.map((line) => JSON.parse(line))
    const both = lines.filter((line) => line.in === "both")
    assert.deepEqual(both.map(({ list, vault: ours }) => [list.id, ours.names[0]]).sort(), [
      ["1", "Айгүл Садық"],
      ["2", "Ерлан Бектуров"],
    ])
    const second = both.find(({ list }) => list.id === "2")
    assert.deepEqual(second.differs, [{ about: "birth date", list: "1991", vault: "1990" }])
    assert.deepEqual(
      lines.filter((line) => line.in === "list").map(({ list }) => list.id),
      ["3", "4"],
    )
    assert.deepEqual(
      lines.filter((line) => line.in === "vault").map((line) => line.vault.names[0]),
      ["Нурлан Тестов"],
    )
    assert.match(json.said, /^1 people of the vault are restricted/m)
    assert.match(json.said, /^1 rows of the list name nobody/m)

    const capture = await dalel(place, "overlap", list, "--layout", "capture")
    assert.deepEqual(capture.lines, ["person,list,vault", "1,1,1", "2,1,0", "3,1,0", "4,1,0", "5,0,1", "6,0,1"])

    const csv = await dalel(place, "overlap", list, "--csv")
    assert.ok(csv.lines.includes("list,4,'=Marat Onlylisted,,,,,"), "no cell is a formula")
    const plain = await dalel(place, "overlap", list)
    assert.match(plain.lines.join("\n"), /In both: 2[\s\S]*Only in the list: 2[\s\S]*Only in the vault: 1/)

    assert.equal((await dalel(place, "overlap", join(place.root, "none.csv"))).code, 1)
    assert.equal((await dalel(place, "overlap")).code, 2)
    assert.equal((await dalel(place, "overlap", list, "--as", "name=nobody")).code, 2)

    const again = await place.open()
    const after = await dumped(again)
    await again.close()
    assert.equal(after, before)
    assert.ok(!after.includes("Onlylisted"))
  }))
