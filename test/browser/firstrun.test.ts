import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { after, before, test } from "node:test"
import { fileURLToPath } from "node:url"
import type { Browser, Page } from "playwright-core"
import { startChromium } from "./chromium.js"
import { faultsOf } from "./pages.suite.js"

const program = fileURLToPath(new URL("../../../bin/dalel.mjs", import.meta.url))
const PAGE = "samples/01-kerwen-radio.html"

let browser: Browser | null = null
let why = ""
let root = ""
before(async () => {
  const started = await startChromium()
  browser = started.browser
  if (started.browser === null) {
    why = started.why
    return
  }
  root = await mkdtemp(join(tmpdir(), "dalel-first-"))
  const home = join(root, "sample")
  const made = spawn(
    process.execPath,
    [program, "sample", PAGE, "--vault", join(home, "vault"), "--identity-file", join(home, "identity")],
    { env: { ...process.env, DALEL_STATE: join(home, "state") }, stdio: "ignore" },
  )
  assert.deepEqual(await once(made, "exit"), [0, null])
})
after(async () => {
  await browser?.close()
  if (root !== "") await rm(root, { recursive: true, force: true })
})

/** What `npm start` serves: a vault that is not there yet, and the sample. */
async function serving(own: string, work: (link: string) => Promise<void>): Promise<void> {
  const child = spawn(
    process.execPath,
    [program, "serve", "--vault", join(root, own), "--sample", join(root, "sample")],
    {
      env: { ...process.env, DALEL_STATE: join(root, `${own}-state`), LANG: "C" },
      stdio: ["ignore", "pipe", "ignore"],
    },
  )
  try {
    const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
    await work(String(value))
  } finally {
    child.kill("SIGTERM")
    await once(child, "exit")
  }
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).last().click()
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).last().click()
const heading = async (page: Page) => page.locator("h1").innerText()

/** The six stops, then to a vault of one's own. */
async function lookAtSample(page: Page, scripts: boolean): Promise<void> {
  await press(page, "Look at the sample")
  await press(page, "Begin")
  for (let stop = 1; stop <= 6; stop++) {
    assert.match(await page.locator(".tour").innerText(), new RegExp(`^${stop} of 6:`))
    assert.match(await page.locator(".sample").innerText(), /^Sample: invented people/)
    assert.ok(await page.getByRole("button", { name: "Lock" }).isVisible())
    // The strip lies over what can be scrolled from beneath it.
    const faults = scripts ? (await faultsOf(page)).filter((fault) => !fault.startsWith("text over text")) : []
    assert.deepEqual(faults, [], `stop ${stop}`)
    await page.locator(".tour button.lead").click()
  }
  assert.equal(await heading(page), "The tour is over")
  await press(page, "To your own vault")
}

async function choosePassphrase(page: Page, scripts: boolean): Promise<void> {
  const offer = await page.locator("main code").innerText()
  assert.match(offer, /^([a-z]{5} ){5}[a-z]{5}$/)
  await page.locator("[name=passphrase]").fill("summer snow 2019")
  if (!scripts) await press(page, "How strong is it?")
  await page.locator("#strength:has-text('estimated low')").waitFor()
  await page.locator("[name=passphrase]").fill("summer snow 2019")
  await page.locator("[name=again]").fill("summer snow 2019")
  await press(page, "Make the vault")
  assert.match(await page.getByRole("alert").innerText(), /can be found by trying/)
  for (const name of ["passphrase", "again"]) await page.locator(`[name=${name}]`).fill(offer)
  await press(page, "Make the vault")
  assert.match(await page.getByRole("status").innerText(), /The vault is made. About \d\d bits/)
}

/** From the sheet to the first line of a case file. */
async function firstLine(page: Page): Promise<void> {
  await press(page, "Show the sheet")
  assert.equal(await page.locator(".groups li").count(), 12)
  await press(page, "I have it on paper")
  assert.match(await page.locator(".first [aria-current]").innerText(), /Add a first source/)
  await follow(page, "Add a source")
  await page.locator("[name=files]").setInputFiles(PAGE)
  await press(page, "Seal and read")
  for (let tries = 0; tries < 60 && (await page.getByRole("link", { name: "Review" }).count()) === 0; tries++) {
    await page.waitForTimeout(250)
    await page.reload()
  }
  await follow(page, "Review")
  await page.getByRole("link", { name: /^person: Nursaule Begimkul/ }).click()
  await page
    .getByRole("button", { name: /^Accept/ })
    .first()
    .click()
  assert.match(await page.getByRole("status").first().innerText(), /^Accepted: person/)
  await page.goto(new URL("/cases", page.url()).href)
  await page.getByRole("main").getByRole("link", { name: "Nursaule Begimkul" }).click()
  await page.locator(".mark a").first().click()
  assert.match(await page.locator("mark.here").first().innerText(), /Begimkul/)
}

for (const javaScriptEnabled of [true, false])
  test(`the first five minutes, with scripts ${javaScriptEnabled ? "on" : "off"}: sample, tour, own vault, first line, and back`, async (t) => {
    if (browser === null) return t.skip(why)
    await serving(`own-${javaScriptEnabled}`, async (link) => {
      const context = await browser!.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
      const page = await context.newPage()
      const elsewhere: string[] = []
      page.on("request", (request) => {
        if (new URL(request.url()).host !== new URL(link).host) elsewhere.push(request.url())
      })
      try {
        await page.goto(link)
        await page.getByRole("button", { name: "English" }).click()
        await lookAtSample(page, javaScriptEnabled)
        await choosePassphrase(page, javaScriptEnabled)
        await firstLine(page)
        await press(page, "Lock")
        assert.equal(await heading(page), "Locked")
        await press(page, "Look at the sample")
        assert.equal(await heading(page), "Tour")
        await press(page, "Lock")
        assert.match(await page.locator("main").innerText(), /This is the sample/)
        await press(page, "To your own vault")
        assert.equal(await page.locator("[name=passphrase]").count(), 1, "one's own asks for the passphrase again")
        assert.deepEqual(elsewhere, [])
      } finally {
        await context.close()
      }
    })
  })
