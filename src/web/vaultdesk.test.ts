import assert from "node:assert/strict"
import { test } from "node:test"
import { inPlace } from "../../test/place.suite.js"
import { ofPerson, readerOf } from "../../test/reading.suite.js"
import { bytesItem } from "../capture/files.js"
import { sealItem } from "../capture/intake.js"
import type { SourceId } from "../model/id.js"
import { readSource } from "../review/propose.js"
import type { Desk } from "./desk.js"
import { vaultDesk } from "./vaultdesk.js"

/** A desk over a real vault with one source of two proposals: a person with a birth place, and that place. */
function withDesk(work: (desk: Desk, source: SourceId) => Promise<void>): Promise<void> {
  return inPlace(async (place) => {
    const vault = await place.create()
    const claimed = { url: null, published: null, lang: null, savedAt: null }
    const { source } = await sealItem(vault, bytesItem("a.txt", "upload", Buffer.from("Aida")), claimed)
    await readSource(vault, readerOf(ofPerson("birthPlace", { type: "entity", entity: "l1" })), source)
    await vault.close()
    const desk = vaultDesk(place.world(), place.folder)
    await desk.open({ identityFile: place.identityFile })
    await work(desk, source).finally(() => desk.lock())
  })
}

test("what was accepted as edited is shown as edited, in the terms of its reading", () =>
  withDesk(async (desk, source) => {
    const { proposal } = (await desk.source(source)).proposals[0]!
    const [name, born] = proposal.statements
    const statements = [{ ...name, value: { type: "name", text: "Aida T." } as const }, born!]
    await desk.decide({ source, numbers: [1], verdict: { is: "edit", audience: "team", statements }, same: {} })
    const { state } = (await desk.source(source)).proposals[0]!
    assert.equal(state.is, "edited")
    if (state.is !== "edited") return
    assert.deepEqual(
      state.as.map(({ entity, property, value }) => [entity, property, value]),
      [
        ["p1", "name", { type: "name", text: "Aida T." }],
        ["p1", "birthPlace", { type: "entity", entity: "l1" }],
      ],
    )
  }))
