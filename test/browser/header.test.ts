import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Browser } from "playwright-core"
import { LANGUAGES } from "../../src/views/words/index.js"
import { type Lang, say } from "../../src/views/words/say.js"
import { makeDesk } from "../desk/fake.js"
import { type Running, runSite } from "../desk/site.js"
import { startChromium } from "./chromium.js"

let browser: Browser | null = null
let why = ""
let site: Running
before(async () => {
  const started = await startChromium()
  browser = started.browser
  if (started.browser === null) why = started.why
  site = await runSite(makeDesk({ state: "open", filled: true }))
})
after(async () => {
  await browser?.close()
  await site.stop()
})

for (const lang of Object.keys(LANGUAGES) as Lang[])
  test(`the top of a page is one line, its menu opens without a script, and Lock stays in sight: ${lang}`, async (t) => {
    if (browser === null) return t.skip(why)
    const context = await browser.newContext({ locale: lang, javaScriptEnabled: false })
    const page = await context.newPage()
    try {
      await page.goto(site.link())
      for (const width of [360, 700, 1089, 1400]) {
        await page.setViewportSize({ width, height: 600 })
        await page.goto(`${site.address}/sources`)
        const { height = 99 } = (await page.locator(".top").boundingBox()) ?? {}
        assert.ok(height <= 56, `${width}: ${height}`)
      }
      await page.setViewportSize({ width: 360, height: 500 })
      await page.goto(`${site.address}/sources`)
      await page.locator("table a").first().click()
      await page.locator("details.about summary").last().scrollIntoViewIfNeeded()
      assert.ok(((await page.locator("h1").boundingBox())?.y ?? 0) < 0, "it is scrolled")
      const { y = -1 } = (await page.getByRole("button", { name: say(lang, "lock.now") }).boundingBox()) ?? {}
      assert.ok(y >= 0 && y < 60, `Lock is at ${y}`)
      await page.locator(".menu summary").click()
      for (const entry of ["home", "sources", "cases", "ledger", "add", "settings"] as const)
        assert.ok(
          await page
            .getByRole("link", { name: say(lang, `nav.${entry}`), exact: true })
            .first()
            .isVisible(),
          entry,
        )
      await page.getByRole("link", { name: say(lang, "nav.settings"), exact: true }).click()
      assert.equal(new URL(page.url()).pathname, "/settings")
    } finally {
      await context.close()
    }
  })
