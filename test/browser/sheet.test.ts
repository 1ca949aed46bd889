import assert from "node:assert/strict"
import { test } from "node:test"
import { makeDesk } from "../desk/fake.js"
import { runSite } from "../desk/site.js"
import { startChromium } from "./chromium.js"

test("the recovery sheet prints on one A4 page, in every language, without a script", async (t) => {
  const started = await startChromium()
  if (started.browser === null) return t.skip(started.why)
  const site = await runSite(makeDesk({ state: "open" }))
  try {
    for (const locale of ["en", "ru", "kk"]) {
      const page = await (await started.browser.newContext({ locale, javaScriptEnabled: false })).newPage()
      await page.goto(site.link())
      await page.goto(`${site.address}/recovery`)
      await page.click("form[action='/recovery/sheet'] button")
      assert.equal(await page.locator(".groups > li").count(), 12)
      await page.emulateMedia({ media: "print" })
      for (const hidden of [".top", ".unprinted", ".skip"])
        await page.locator(hidden).first().waitFor({ state: "hidden" }) // the style follows the medium a moment later
      assert.ok(await page.locator(".qr").isVisible())
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1")
      assert.equal([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, 1, locale)
    }
  } finally {
    await started.browser.close()
    await site.stop()
  }
})

test("three shares print on three A4 pages, one each, in every language, without a script", async (t) => {
  const started = await startChromium()
  if (started.browser === null) return t.skip(started.why)
  const site = await runSite(makeDesk({ state: "open" }))
  try {
    for (const locale of ["en", "ru", "kk"]) {
      const page = await (await started.browser.newContext({ locale, javaScriptEnabled: false })).newPage()
      await page.goto(site.link())
      await page.goto(`${site.address}/recovery`)
      await page.click("form[action='/recovery/shares'] button")
      assert.equal(await page.locator(".groups > li").count(), 39)
      await page.emulateMedia({ media: "print" })
      await page.locator(".unprinted").first().waitFor({ state: "hidden" })
      // On paper so long that all three would fit on it, too.
      for (const paper of [{ format: "A4" }, { width: "210mm", height: "1500mm" }]) {
        const pdf = (await page.pdf(paper)).toString("latin1")
        assert.equal([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, 3, locale)
      }
    }
  } finally {
    await started.browser.close()
    await site.stop()
  }
})
