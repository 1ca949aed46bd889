import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Browser } from "playwright-core"
import { makeDesk } from "../desk/fake.js"
import { runSite } from "../desk/site.js"
import { startChromium } from "./chromium.js"

let browser: Browser | null = null
let why = ""
before(async () => {
  const started = await startChromium()
  browser = started.browser
  if (started.browser === null) why = started.why
})
after(() => browser?.close())

test("letters that a computer lacks come from here, in the pieces a page needs; other pages load none", async (t) => {
  if (browser === null) return t.skip(why)
  const site = await runSite(makeDesk({ state: "open", filled: true }))
  const page = await browser.newPage()
  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).pathname))
  const refused: string[] = []
  page.on("console", (message) => refused.push(message.text()))
  const loaded = (family: string, words: string) =>
    page.evaluate(`document.fonts.load('16px "${family}"', '${words}').then((faces) => faces.map((one) => one.status))`)
  try {
    await page.goto(site.link())
    const search = async (words: string) => {
      await page.goto(`${site.address}/search`)
      asked.length = 0
      await page.locator(".big-search [name=query]").fill(words)
      await page.locator(".big-search button").click()
      await page.waitForURL(/\/search\//)
    }
    await search("Dana")
    assert.deepEqual(
      asked.filter((path) => /arabic|han/.test(path)),
      [],
    )
    await search("达娜")
    assert.ok(asked.some((path) => /^\/assets\/han-\d+\.css$/.test(path)))
    assert.deepEqual(new Set((await loaded("Dalel Han", "达娜")) as string[]), new Set(["loaded"]))
    assert.ok(asked.filter((path) => path.endsWith(".woff2")).length <= 2, asked.join(" "))
    await search("دەلىل ۇ ۆ ې ڭ")
    assert.deepEqual(await loaded("Dalel Arabic", "دەلىل ۇ ۆ ې ڭ"), ["loaded"])
    assert.deepEqual(refused, [])
  } finally {
    await page.close()
    await site.stop()
  }
})
