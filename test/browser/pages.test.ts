import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Page } from "playwright-core"
import { browser, closePages, look, manualPages, openPages, pages, sites, type Window, why } from "./pages.suite.js"

before(openPages)
after(closePages)

/** Each language, each width, day and night, as it is and mirrored; `npm run soak -- pages` has every combination. */
const WINDOWS: readonly (readonly [title: string, window: Window])[] = [
  ["wide, light, English", { options: { viewport: { width: 1400, height: 900 } }, turned: false }],
  [
    "narrow, dark, Russian, right to left",
    { options: { viewport: { width: 360, height: 740 }, colorScheme: "dark", locale: "ru-RU" }, turned: true },
  ],
  [
    "narrow, light, Kazakh",
    { options: { viewport: { width: 360, height: 740 }, colorScheme: "light", locale: "kk-KZ" }, turned: false },
  ],
]

for (const [title, window] of WINDOWS)
  test(`every page, ${title}: no rule of accessibility broken, no text cut off or covered, nothing asked of anyone else`, async (t) => {
    if (browser === null) return t.skip(why)
    assert.deepEqual(await look(window), [])
    if (window.options.locale === "kk-KZ") assert.deepEqual(await look(window, manualPages()), [])
  })

test("every page says as much without its script, and prints without its chrome", async (t) => {
  if (browser === null) return t.skip(why)
  const visited = async (javaScriptEnabled: boolean, visit: (page: Page, name: string) => Promise<void>) => {
    const context = await browser!.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    for (const site of Object.values(sites)) await page.goto(site.link())
    for (const [name, site, path] of pages) {
      await page.emulateMedia({ media: "screen" })
      await page.goto(site.address + path)
      await visit(page, name)
    }
    await context.close()
  }
  // A passphrase is made up anew for each who asks.
  const textOf = async (page: Page) => (await page.locator("body").innerText()).replace(/([a-z]{5} ){5}[a-z]{5}/, "")
  const said = new Map<string, string>()
  await visited(true, async (page, name) => {
    said.set(name, await textOf(page))
  })
  const less: string[] = []
  await visited(false, async (page, name) => {
    if ((await textOf(page)) !== said.get(name)) less.push(name)
    await page.emulateMedia({ media: "print" })
    assert.equal(await page.locator(".top").isVisible(), false, name)
  })
  assert.deepEqual(less, [])
})
