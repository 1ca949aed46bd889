import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { BrowserContextOptions } from "playwright-core"
import { readAssets } from "../../src/web/files.js"
import { browser, closePages, look, openPages, pages, sites, why } from "./pages.suite.js"

before(openPages)
after(closePages)

const MATRIX: readonly (readonly [string, BrowserContextOptions, boolean])[] = [
  ["wide, light, English", { viewport: { width: 1400, height: 900 } }, false],
  [
    "narrow, dark, Russian, right to left",
    { viewport: { width: 360, height: 740 }, colorScheme: "dark", locale: "ru-RU" },
    true,
  ],
]

for (const [title, options, turn] of MATRIX)
  test(`every page, ${title}: no rule of accessibility broken, nothing cut off, nothing asked of anyone else`, async (t) => {
    if (browser === null) return t.skip(why)
    assert.deepEqual(await look(options, turn), [])
  })

test("every page works in print and stays within its weight", async (t) => {
  if (browser === null) return t.skip(why)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  for (const site of Object.values(sites)) await page.goto(site.link())
  // Fonts and their tables apart: pages in scripts that every computer has name none.
  const own = [...readAssets()].filter(([name]) => !/^(arabic|han)/.test(name))
  const [style = 0, ...others] = own.map(([, { bytes }]) => bytes.length)
  assert.ok(style <= 30_000, `the style sheet weighs ${style}`)
  const rest = others.reduce((sum, one) => sum + one, style)
  for (const [name, site, path] of pages) {
    await page.goto(site.address + path)
    const html = (await page.content()).length
    assert.ok(html + rest <= 250_000, `${name}: ${html}`)
    await page.emulateMedia({ media: "print" })
    assert.equal(await page.locator(".top").isVisible(), false, name)
    await page.emulateMedia({ media: "screen" })
  }
  await context.close()
})
