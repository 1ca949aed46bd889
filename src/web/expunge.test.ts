import assert from "node:assert/strict"
import { test } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import { ask, signIn, tokenIn } from "../../test/desk/ask.js"
import { makeDesk } from "../../test/desk/fake.js"
import { type Running, runSite } from "../../test/desk/site.js"
import { inPlace } from "../../test/place.suite.js"
import { ofPerson, readerOf } from "../../test/reading.suite.js"
import { bytesItem } from "../capture/files.js"
import { sealItem } from "../capture/intake.js"
import { readSource } from "../review/propose.js"
import { vaultDesk } from "./vaultdesk.js"

/** A browser that was let in. */
async function visitor(site: Running) {
  const host = new URL(site.address).host
  const cookie = await signIn(site.port, site.link())
  const get = (path: string) => ask(site.port, path, host, { headers: { cookie } })
  const token = tokenIn((await get("/")).body)
  const headers = { cookie, origin: site.address, "content-type": "application/x-www-form-urlencoded" }
  return {
    get,
    async post(path: string, fields: Readonly<Record<string, string>>) {
      const body = new URLSearchParams({ token, ...fields }).toString()
      const answered = await ask(site.port, path, host, { method: "POST", headers, body })
      return { ...answered, to: String(answered.headers.location ?? "") }
    },
  }
}

test("the desk goes on after it: others' acts wait, and the vault is open under its new secret", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const claimed = { url: null, published: null, lang: null, savedAt: null }
    const { source } = await sealItem(vault, bytesItem("a.txt", "upload", Buffer.from("Aida")), claimed)
    await readSource(vault, readerOf(ofPerson("birthPlace", { type: "entity", entity: "l1" })), source)
    await vault.close()
    const desk = vaultDesk(place.world(), place.folder)
    await desk.open({ identityFile: place.identityFile })
    const accept = { is: "accept", audience: "team", bulk: false } as const
    await desk.decide({ source, numbers: [1], verdict: accept, same: {} })
    const asked = { target: { is: "source", source }, reason: "law", fates: new Map() } as const
    const plan = await desk.expungePlan(asked)
    await desk.expunge(asked, plan.digest)
    assert.ok(await desk.busy(), "no idle lock meanwhile")
    const waiting = desk.decide({ source, numbers: [2], verdict: accept, same: {} })
    await assert.rejects(waiting, "what it was about is gone when its turn comes")
    for (let n = 0; (await desk.expunging())?.is === "running" && n < 500; n++) await pause(20)
    assert.deepEqual(await desk.expunging(), {
      is: "done",
      records: plan.records.length,
      files: 2,
      dossiers: 0,
      backups: 0,
    })
    assert.equal((await desk.sources({ page: 1, size: 9 })).total, 0)
    assert.ok((await desk.ledger({ page: 1, size: 9 })).rows.some(({ kind }) => kind === "expunge"))
    await desk.expunge(asked, plan.digest)
    for (let n = 0; (await desk.expunging())?.is === "running" && n < 500; n++) await pause(20)
    assert.equal((await desk.expunging())?.is, "refused")
    assert.equal((await desk.status()).state, "open")
    await desk.lock()
  }))

test("by forms alone: look, choose another fate, look again, and only a yes to what was seen destroys", async () => {
  const desk = makeDesk({ state: "open", filled: true })
  const site = await runSite(desk)
  try {
    const me = await visitor(site)
    const [first] = (await desk.sources({ page: 1, size: 9 })).rows
    const person = (await desk.cases({ page: 1, size: 9 })).rows[0]?.id ?? "0".repeat(26)
    const address = `/expunge/person/${person}`
    const page = await me.get(address)
    assert.equal(page.status, 200)
    const digest = /name="digest" value="([0-9a-f]{64})"/.exec(page.body)![1]!
    const fate = `fate-${first!.card.id}`
    const looked = await me.post(address, { do: "look", reason: "danger", [fate]: "destroy" })
    assert.equal(looked.status, 303)
    assert.match(looked.to, new RegExp(`^${address}\\?c=[0-9a-f]{24}$`), "the address tells no choice")
    const again = await me.get(looked.to)
    assert.match(again.body, /value="danger" checked/)
    const now = /name="digest" value="([0-9a-f]{64})"/.exec(again.body)![1]!
    assert.notEqual(now, digest)
    const unsure = await me.post(address, { do: "destroy", reason: "danger", [fate]: "destroy", digest: now })
    assert.equal(unsure.status, 400)
    const other = await me.post(address, { do: "destroy", reason: "danger", [fate]: "destroy", digest, sure: "yes" })
    assert.equal(other.status, 409, "another plan than the one that was seen")
    assert.equal(await desk.expunging(), null)
    const fates = Object.fromEntries(
      [...again.body.matchAll(/type="hidden" name="(fate-\w+)" value="(\w+)"/g)].map((m) => [m[1]!, m[2]!]),
    )
    const done = await me.post(address, { do: "destroy", reason: "danger", ...fates, digest: now, sure: "yes" })
    assert.deepEqual([done.status, done.to], [303, "/expunge/progress"])
    assert.equal((await desk.expunging())?.is, "done")
    for (const bad of [`${address}x`, "/expunge/nobody/0", "/expunge/source/../../etc"])
      assert.ok((await me.get(bad)).status >= 400)
    const junk = await me.post(address, { do: "destroy", reason: "revenge", digest: now, sure: "yes" })
    assert.equal(junk.status, 400)
  } finally {
    await site.stop()
  }
})
