import assert from "node:assert/strict"
import { join } from "node:path"
import { test } from "node:test"
import { ask, signIn, tokenIn } from "../../test/desk/ask.js"
import { type Running, runSite } from "../../test/desk/site.js"
import { inPlace, type Place } from "../../test/place.suite.js"
import { membersIn } from "../index/members.js"
import { openVault } from "../index/open.js"
import { addMember } from "../vault/members.js"
import { makeRecovery } from "../vault/recovery.js"
import { type VaultDesk, vaultDesk } from "./vaultdesk.js"

const plain = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")

interface Browsed {
  readonly desk: VaultDesk
  get(path: string): ReturnType<typeof ask>
  post(path: string, fields: Readonly<Record<string, string>>, form?: string): ReturnType<typeof ask>
}

async function browse(place: Place, work: (browsed: Browsed) => Promise<void>): Promise<void> {
  const desk = vaultDesk(place.world(), place.folder)
  await desk.open({ identityFile: place.identityFile })
  const site: Running = await runSite(desk)
  const cookie = await signIn(site.port, site.link())
  const { host } = new URL(site.address)
  const get = (path: string) => ask(site.port, path, host, { headers: { Cookie: cookie } })
  const post = async (path: string, fields: Readonly<Record<string, string>>, form = "/settings") =>
    ask(site.port, path, host, {
      method: "POST",
      headers: { Cookie: cookie, Origin: site.address, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token: tokenIn((await get(form)).body), ...fields }).toString(),
    })
  try {
    await work({ desk, get, post })
  } finally {
    await site.stop()
    await desk.lock()
  }
}

test("a member is removed by a form that asks first and says what he may still hold; the desk goes on, under a new secret", () =>
  inPlace(async (place) => {
    const founder = await place.create()
    const his = join(place.root, "his")
    const member = await addMember(founder, { role: "review", identityFile: his })
    await makeRecovery(founder)
    await founder.close()
    await browse(place, async ({ desk, get, post }) => {
      const generation = async () =>
        (await desk.here.vault()!.db.one<{ n: number }>("SELECT generation AS n FROM vault"))!.n
      const before = await generation()
      const list = await get("/members")
      assert.ok(list.body.includes(`/members/${member}/remove`))
      assert.ok(!list.body.includes(`/members/${desk.here.vault()!.member}/remove`), "nobody removes himself")
      const asks = plain((await get(`/members/${member}/remove`)).body)
      for (const said of [/What removing does/, /new secret/, /What may still be held/, /cannot be undone/])
        assert.match(asks, said)
      assert.equal((await post(`/members/${member}/remove`, {})).status, 400, "only a yes")
      assert.equal(await generation(), before)
      const done = await post(`/members/${member}/remove`, { sure: "yes" })
      assert.equal(done.headers.location, `/members/${member}/remove`)
      assert.equal(await generation(), before + 1)
      const told = plain((await get(`/members/${member}/remove`)).body)
      assert.match(told, /The member is removed/)
      assert.match(told, /What may still be held/)
      assert.deepEqual((await membersIn(desk.here.vault()!.db)).map(({ state }) => state).sort(), ["member", "removed"])
      assert.equal((await post(`/members/${member}/remove`, { sure: "yes" })).status, 404, "once")
      assert.equal((await get(`/members/${desk.here.vault()!.member}/remove`)).status, 404)
    })
    await assert.rejects(openVault(place.world(), place.folder, { identityFile: his }))
    await (await place.open()).close()
  }))
