import assert from "node:assert/strict"
import { readFileSync, writeFileSync } from "node:fs"
import { test } from "node:test"
import { inPlace } from "../../test/place.suite.js"
import { ofPerson, readerOf } from "../../test/reading.suite.js"
import { bytesItem } from "../capture/files.js"
import { sealItem } from "../capture/intake.js"
import { createVault } from "../index/open.js"
import type { EntryId, SourceId } from "../model/id.js"
import type { DalelError } from "../model/refusals.js"
import { readSource } from "../review/propose.js"
import { formatHint, layoutOf, parseHint } from "../vault/folder.js"
import type { Desk } from "./desk.js"
import { vaultDesk } from "./vaultdesk.js"

test("a locked sample says sample by its folder's word", () =>
  inPlace(async (place) => {
    const { identityFile, folder } = place
    await (await createVault(place.world(), folder, { identityFile, sample: true })).close()
    const desk = vaultDesk(place.world(), folder)
    assert.deepEqual(await desk.status(), { state: "locked", sample: true })
    await desk.open({ identityFile })
    assert.deepEqual(await desk.status(), { state: "open", sample: true })
    await desk.lock()
  }))

test("a folder that calls a real vault a sample is not opened; one that says nothing of it is", () =>
  inPlace(async (place) => {
    await (await place.create()).close()
    const desk = vaultDesk(place.world(), place.folder)
    const { hint } = layoutOf(place.folder)
    const said = parseHint(readFileSync(hint, "utf8"))
    writeFileSync(hint, formatHint({ ...said, sample: true }))
    await assert.rejects(desk.open({ identityFile: place.identityFile }), { code: "vault/hint-differs" })
    writeFileSync(hint, formatHint(said))
    await desk.open({ identityFile: place.identityFile })
    assert.deepEqual(await desk.status(), { state: "open", sample: false })
    await desk.lock()
  }))

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

test("of two answers to one proposal that come at once, one is taken", () =>
  withDesk(async (desk, source) => {
    const accept = { is: "accept", audience: "team", bulk: false } as const
    const both = [1, 2].map(() => desk.decide({ source, numbers: [2], verdict: accept, same: {} }))
    const [first, second] = await Promise.allSettled(both)
    assert.equal(first!.status, "fulfilled")
    assert.equal(second!.status === "rejected" && (second!.reason as DalelError).code, "proposal/decided")
    assert.equal(second?.status === "rejected" && (second.reason as DalelError).code, "proposal/decided")
  }))

test("what was rejected, undone or withdrawn is in the trash, and comes back from it", () =>
  withDesk(async (desk, source) => {
    const page = { page: 1, size: 10 }
    const trash = async () => (await desk.trash(page)).rows.map(({ what, entry }) => [what, entry] as const)
    const standing = async () => (await desk.source(source)).statements.length
    await desk.decide({ source, numbers: [2], verdict: { is: "reject", why: null }, same: {} })
    const [[, rejection]] = (await trash()) as [readonly ["rejected", EntryId]]
    assert.equal((await desk.trash(page)).rows[0]!.proposed[0]!.property, "name")
    await desk.undo(rejection)
    assert.deepEqual(await trash(), [], "a rejection taken back is no loss")

    const accept = { is: "accept", audience: "team", bulk: false } as const
    const decision = await desk.decide({ source, numbers: [2], verdict: accept, same: {} })
    await desk.undo(decision)
    assert.equal(await standing(), 0)
    const [undone] = await trash()
    assert.equal(undone?.[0], "undone")
    await desk.undo(undone![1])
    assert.equal(await standing(), 1)
    assert.deepEqual(await trash(), [])

    const { statement } = (await desk.source(source)).statements[0]!
    await desk.withdraw(statement.id, "duplicate")
    const [withdrawn] = (await desk.trash(page)).rows
    assert.deepEqual([withdrawn?.what, withdrawn?.statement?.words], ["withdrawn", "Bektau"])
    assert.equal((await desk.history(statement.id)).stands, null)
    await desk.undo(withdrawn!.entry)
    assert.equal(await standing(), 1)

    await desk.undo(decision)
    await desk.decide({ source, numbers: [2], verdict: accept, same: {} })
    assert.deepEqual(await trash(), [], "decided anew: the old decision would say it twice")
  }))

test("sources are listed by what waits and by language", () =>
  withDesk(async (desk, source) => {
    const count = async (language: string | null, state: "unread" | "undecided" | null) =>
      (await desk.sources({ page: 1, size: 5 }, { language, state })).total
    assert.deepEqual(await desk.sourceLanguages(), ["en"])
    assert.deepEqual([await count("en", null), await count("kk", null), await count(null, "unread")], [1, 0, 0])
    await desk.decide({ source, numbers: [1], verdict: { is: "reject", why: null }, same: {} })
    assert.equal(await count("en", "undecided"), 1)
    await desk.decide({ source, numbers: [2], verdict: { is: "reject", why: null }, same: {} })
    assert.equal(await count("en", "undecided"), 0)
  }))
