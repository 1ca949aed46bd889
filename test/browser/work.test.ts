import assert from "node:assert/strict"
import { after, before, test } from "node:test"
import type { Browser, Page } from "playwright-core"
import { makeDesk, PASSPHRASE } from "../desk/fake.js"
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

/** From nothing to a line in a case file, as a person does it. */
async function work(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole("button", { name: "English" }).click()
  await page.getByRole("link", { name: "Start a vault" }).click()
  await page.locator("[name=passphrase]").fill(PASSPHRASE)
  await page.locator("[name=again]").fill(PASSPHRASE)
  await page.getByRole("button", { name: "Make the vault" }).click()
  await page.getByRole("link", { name: "Add a source" }).first().click()
  await page.getByLabel("Or paste text").fill("pasted words")
  await page.getByRole("button", { name: "Seal and read" }).click()
  await page.getByRole("link", { name: "Review" }).click()
  await page.getByRole("button", { name: "Accept" }).click()
  assert.match(await page.getByRole("status").first().innerText(), /Accepted: person: Dana Oralbek/)
  await page.getByRole("link", { name: /^trial/ }).click()
  await page.getByRole("button", { name: "Accept" }).click()
  await page.getByRole("button", { name: "Reject" }).click()
  await page.getByRole("button", { name: "Undo" }).click()
  assert.match(await page.locator(".decided").innerText(), /2 of 9 decided/)
  await page.getByRole("link", { name: "Case files" }).first().click()
  await page.getByRole("link", { name: "Dana Oralbek" }).click()
  assert.match(await page.locator(".happenings").innerText(), /trial/i)
  // One step from the line to its words.
  await page.locator(".happenings .mark a").first().click()
  assert.match(await page.locator("mark.here").first().innerText(), /May 14/)
}

for (const javaScriptEnabled of [true, false])
  test(`set up, add, review, case file, words, lock: with scripts ${javaScriptEnabled ? "on" : "off"}`, async (t) => {
    if (browser === null) return t.skip(why)
    const site = await runSite(makeDesk({ state: "none" }))
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    try {
      await work(page, site.link())
      await page.getByRole("button", { name: "Lock" }).click()
      assert.match(await page.locator("h1").innerText(), /Locked/)
      await page.goBack()
      assert.doesNotMatch(await page.locator("body").innerText(), /Oralbek/, "the Back button shows nothing")
    } finally {
      await context.close()
      await site.stop()
    }
  })

test("keys decide, a selection becomes the words of a fact", async (t) => {
  if (browser === null) return t.skip(why)
  const desk = makeDesk({ state: "open", filled: true })
  const site = await runSite(desk)
  const context = await browser.newContext()
  const page = await context.newPage()
  try {
    await page.goto(site.link())
    const source = (await desk.sources({ page: 1, size: 1 })).rows[0]!.card.id
    await page.goto(`${site.address}/sources/${source}`)
    await page.keyboard.press("a")
    await page.waitForURL(/n=2&did=/)
    await page.keyboard.press("ArrowRight")
    await page.waitForURL(/n=3/)
    await page.keyboard.press("r")
    await page.waitForURL(/n=4&did=/)
    await page.keyboard.press("u")
    await page.waitForURL(/n=3$/)
    assert.match(await page.locator(".decided").innerText(), /1 of 9/)
    const [manual] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("?")])
    await manual.waitForURL(/\/manual\/review$/)
    await manual.close()
    // Typing is not deciding.
    await page.getByLabel("Search names and texts").press("a")
    await page.evaluate(`{
      const piece = [...document.querySelectorAll("[data-from]")].find((one) => one.textContent.includes("Timur Asqar"))
      getSelection().selectAllChildren(piece)
    }`)
    await page.getByRole("button", { name: "Find them" }).click()
    assert.match(await page.locator("blockquote").innerText(), /Timur Asqar/)
    assert.match(await page.locator(".decided, h1").first().innerText(), /State a fact/)
  } finally {
    await context.close()
    await site.stop()
  }
})

test("the source mark shows its words to the pointer and to the keyboard", async (t) => {
  if (browser === null) return t.skip(why)
  const desk = makeDesk({ state: "open", filled: true })
  const source = (await desk.sources({ page: 1, size: 1 })).rows[0]!.card.id
  for (const number of [1, 3])
    await desk.decide({ source, numbers: [number], verdict: { is: "accept", audience: "team", bulk: false }, same: {} })
  const person = (await desk.cases({ page: 1, size: 1 })).rows[0]!.id
  const site = await runSite(desk)
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  try {
    await page.goto(site.link())
    await page.goto(`${site.address}/cases/${person}`)
    const mark = page.locator(".mark").first()
    assert.equal(await mark.locator(".words").isVisible(), false)
    await mark.locator("a").focus()
    assert.match(await mark.locator(".words").innerText(), /May 14/)
    await page.mouse.move(0, 0)
    await page.locator(".mark").nth(1).hover()
    assert.equal(await page.locator(".mark").nth(1).locator(".words").isVisible(), true)
  } finally {
    await context.close()
    await site.stop()
  }
})
