import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { join } from "node:path"
import { test } from "node:test"
import { pathToFileURL } from "node:url"
import type { Browser } from "playwright-core"
import { makeDossier } from "../../src/publish/dossier.js"
import { dossierHtml } from "../../src/publish/page.js"
import { tellStory } from "../../src/publish/story.suite.js"
import { inPlace } from "../place.suite.js"
import { startChromium } from "./chromium.js"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const FAULTS = readFileSync(new URL("faults.js", import.meta.url), "utf8")

test("a dossier in a browser: wide and narrow, light and dark, each language, mirrored, printed; it asks nobody for anything", async (t) => {
  const started = await startChromium()
  if (started.browser === null) return t.skip(started.why)
  const browser: Browser = started.browser
  try {
    await inPlace(async (place) => {
      const vault = await place.create()
      const { person } = await tellStory(vault)
      const { dossier } = await makeDossier(vault, person, "2021-06-01", vault.world.random)
      await vault.close()
      const faults: string[] = []
      for (const [lang, width, colorScheme, mirrored, what] of [
        ["en", 1300, "light", false, dossier],
        ["ru", 360, "dark", true, dossier],
        ["kk", 360, "light", false, { ...dossier, sample: true }],
        ["en", 360, "light", false, { ...dossier, file: null }],
      ] as const) {
        const html = await dossierHtml(what, lang, "dalel/dossier/0000+00000000+AAAA")
        const path = join(place.root, "dossier.html")
        await writeFile(path, html)
        const address: string = pathToFileURL(path).href
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
        const page = await context.newPage()
        const name = `${lang} ${width}`
        page.on("console", (message) => faults.push(`${name}: ${message.text()}`))
        page.on("request", (request) => {
          if (request.url() !== address) faults.push(`${name} asks ${request.url()}`)
        })
        await page.goto(address)
        assert.equal(await page.evaluate("getComputedStyle(document.body).margin"), "0px", "the style is allowed")
        if (mirrored) await page.evaluate("document.documentElement.dir = 'rtl'")
        await page.evaluate(AXE)
        for (const fault of (await page.evaluate(FAULTS)) as string[]) faults.push(`${name}: ${fault}`)
        await page.emulateMedia({ media: "print" })
        if (what.file) assert.ok(await page.locator("#sources .notes li").first().isVisible(), "sources are printed")
        if (what.sample) assert.ok(await page.locator(".sample").isVisible(), "a sample says so on paper")
        const wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert.ok(Number(wide) <= 0, name)
        await context.close()
      }
      assert.deepEqual(faults, [])
    })
  } finally {
    await browser.close()
  }
})
