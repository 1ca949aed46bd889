import assert from "node:assert/strict"
import { test } from "node:test"
import { ask, signIn } from "../../test/desk/ask.js"
import { makeDesk } from "../../test/desk/fake.js"
import { runSite } from "../../test/desk/site.js"
import { TOPICS } from "../views/manual/topics.js"
import { ROUTES } from "./pages/index.js"
import { topicOf } from "./topics.js"

test("every page of the desk has a page of the manual, and every page of the manual a page it is about", () => {
  const shown = ROUTES.filter(({ path }) => !/^\/(manual|lock|elsewhere)\b/.test(path))
  const without = shown.filter(({ path }) => topicOf(path) === null).map(({ path }) => path)
  assert.deepEqual(without, [])
  const used = new Set(shown.map(({ path }) => topicOf(path)))
  assert.deepEqual(
    Object.keys(TOPICS).filter((topic) => !used.has(topic as keyof typeof TOPICS)),
    [],
  )
})

for (const state of ["open", "locked", "none"] as const)
  test(`the manual opens behind the question mark while the vault is ${state}`, async () => {
    const site = await runSite(makeDesk({ state }))
    try {
      const cookie = await signIn(site.port, site.link())
      const get = (path: string) => ask(site.port, path, new URL(site.address).host, { headers: { Cookie: cookie } })
      const first = { open: "/sources", locked: "/unlock", none: "/start" }[state]
      const address = /<a class="help" href="([^"]+)"/.exec((await get(first)).body)?.[1] ?? ""
      assert.match(address, /^\/manual\/(sources|unlock|begin)$/)
      assert.match((await get(address)).body, /What cannot be undone/)
      assert.match((await get("/manual")).body, /href="\/manual\/review"/)
      assert.equal((await get("/manual/nothing")).status, 404)
    } finally {
      await site.stop()
    }
  })
