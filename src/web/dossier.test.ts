import assert from "node:assert/strict"
import { test } from "node:test"
import { ask, signIn, tokenIn } from "../../test/desk/ask.js"
import { runSite } from "../../test/desk/site.js"
import { inPlace } from "../../test/place.suite.js"
import { MARKERS, tellStory } from "../publish/story.suite.js"
import { vaultDesk } from "./vaultdesk.js"

test("the preview names what stays and who is at risk; the one button gives an archive under a neutral name", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const { person } = await tellStory(vault)
    await vault.close()
    const desk = vaultDesk(place.world(), place.folder)
    await desk.open({ identityFile: place.identityFile })
    const site = await runSite(desk)
    try {
      const host = new URL(site.address).host
      const cookie = await signIn(site.port, site.link())
      const path = `/cases/${person}/dossier`
      const page = await ask(site.port, `${path}?on=2021-06-01`, host, { headers: { Cookie: cookie } })
      assert.equal(page.status, 200)
      const words = page.body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")
      assert.match(words, new RegExp(`${MARKERS[6]} Orazov : a relative`))
      assert.match(words, /of a kind that is never published/)
      assert.match(words, /Goes out \d+/)
      const post = (fields: Record<string, string>, to = path) =>
        ask(site.port, to, host, {
          method: "POST",
          headers: { Cookie: cookie, Origin: site.address, "Content-Type": "application/x-www-form-urlencoded" },
          body: new URLSearchParams({ token: tokenIn(page.body), ...fields }).toString(),
        })
      const made = await post({ lang: "en", on: "2021-06-01" })
      assert.equal(made.status, 200)
      assert.equal(made.headers["content-type"], "application/zip")
      assert.equal(made.headers["content-disposition"], 'attachment; filename="dossier.zip"')
      for (const name of ["dossier.html", "dossier.json", "case.vkey", "manifest.note"])
        assert.ok(made.body.includes(name))
      for (const mark of MARKERS) assert.ok(!made.body.includes(mark))
      const see = (path: string) => ask(site.port, path, host, { headers: { Cookie: cookie } })
      const after = await see(path)
      assert.match(after.body, /Made before/)

      const entry = /name="entry" value="([^"]+)"/.exec(after.body)![1]!
      const back = await post({ entry, reason: "danger", on: "2021-06-01" }, `/cases/${person}/take-back`)
      const taken = await see(String(back.headers.location).split("#")[0]!)
      assert.match(taken.body, /it puts someone in danger/)
      assert.equal((await post({ entry, reason: "whim", on: "2021-06-01" }, `/cases/${person}/take-back`)).status, 400)

      const public_ = /Goes out <span[^>]*>(\d+)/
      const held = /name="statement" value="([^"]+)"/.exec(taken.body)![1]!
      const [before] = public_.exec(taken.body)!.slice(1).map(Number)
      const hold = { statement: held, audience: "team", on: "2021-06-01" }
      const changed = await post(hold, `/cases/${person}/audience`)
      const fewer = await see(String(changed.headers.location))
      assert.ok(Number(public_.exec(fewer.body)![1]) < before!)
      assert.match(fewer.body, /The audience was changed/)
      assert.equal((await post({ audience: "team", on: "2021-06-01" }, `/cases/${person}/audience`)).status, 400)
      assert.equal((await post({ lang: "xx", on: "2021-06-01" })).status, 400)
      assert.equal((await post({ lang: "en", on: "May" })).status, 400)
    } finally {
      await site.stop()
      await desk.lock()
    }
  }))
