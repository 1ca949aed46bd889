import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { after, before, test } from "node:test"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { readAssets } from "../../src/web/files.js"
import { makeDesk } from "../desk/fake.js"
import { type Running, runSite } from "../desk/site.js"
import { startChromium } from "./chromium.js"

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

const FAULTS = readFileSync(new URL("faults.js", import.meta.url), "utf8")

let browser: Browser | null = null
let why = ""
let sites: Record<"fresh" | "decided" | "none" | "locked" | "empty", Running>
/** Every page of the desk: which site, which address. */
let pages: readonly (readonly [name: string, site: Running, path: string])[] = []

before(async () => {
  const started = await startChromium()
  browser = started.browser
  if (started.browser === null) {
    why = started.why
    return
  }
  const fresh = makeDesk({ state: "open", filled: true })
  const decided = makeDesk({ state: "open", filled: true, sample: true })
  const [first, second] = (await decided.sources({ page: 1, size: 9 })).rows.map(({ card }) => card.id)
  for (const id of [first!, second!])
    for (const { proposal } of (await decided.source(id)).proposals) {
      const verdict =
        proposal.number === 9
          ? ({ is: "reject", why: null } as const)
          : ({ is: "accept", audience: "team", bulk: proposal.number === 8 } as const)
      await decided.decide({ source: id, numbers: [proposal.number], verdict, same: {} })
    }
  const person = (await decided.cases({ page: 1, size: 9 })).rows[0]!.id
  const statement = (await decided.source(first!)).statements[0]!.statement.id
  const open = (await fresh.sources({ page: 1, size: 9 })).rows[0]!.card.id
  const words = (await fresh.source(open)).reading!.text.indexOf("under house arrest")
  const job = await fresh.add(
    [
      { kind: "pasted", text: "words" },
      { kind: "file", name: "empty.pdf", mediaType: "application/pdf", bytes: new Uint8Array() },
    ],
    { published: null, url: null, lang: null },
  )
  sites = {
    fresh: await runSite(fresh),
    decided: await runSite(decided),
    none: await runSite(makeDesk({ state: "none" })),
    locked: await runSite(makeDesk({ state: "locked", sample: true })),
    empty: await runSite(makeDesk({ state: "open" })),
  }
  pages = [
    ["set-up", sites.none, "/start"],
    ["unlock", sites.locked, "/unlock"],
    ["empty desk", sites.empty, "/"],
    ["no case files", sites.empty, "/cases"],
    ["desk", sites.fresh, "/"],
    ["sources", sites.fresh, "/sources"],
    ["add", sites.fresh, "/add"],
    ["adding", sites.fresh, `/add/${job}`],
    ["review", sites.fresh, `/sources/${open}?n=3`],
    ["edit", sites.fresh, `/sources/${open}?n=8&edit=1`],
    ["grave", sites.fresh, `/sources/${open}?n=9`],
    ["batch", sites.fresh, `/sources/${open}/batch`],
    ["as sealed", sites.fresh, `/sources/${open}/sealed`],
    ["state by hand", sites.fresh, `/sources/${open}/state?p=${words}-${words + 18}&schema=Sentence`],
    ["source decided", sites.decided, `/sources/${first}`],
    ["case file", sites.decided, `/cases/${person}`],
    ["dossier", sites.decided, `/cases/${person}/dossier`],
    ["entity", sites.decided, `/entities/${person}`],
    ["statement", sites.decided, `/statements/${statement}`],
    ["search", sites.decided, "/search"],
    ["ledger", sites.decided, "/ledger"],
    ["settings", sites.decided, "/settings"],
    ["keys", sites.decided, "/settings/keys"],
    ["recovery", sites.decided, "/recovery"],
    ["recover", sites.locked, "/recover"],
    ["no such page", sites.decided, "/nothing"],
  ]
})

after(async () => {
  await browser?.close()
  for (const site of Object.values(sites ?? {})) await site.stop()
})

/** What a picky reader has to say about a page: rules broken, words cut off. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(FAULTS)
}

async function look(options: BrowserContextOptions, turn: boolean): Promise<string[]> {
  const context = await browser!.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  let name = ""
  page.on("console", (message) => {
    if (name !== "no such page") faults.push(`${name}: console: ${message.text()}`)
  })
  page.on("pageerror", (error) => faults.push(`${name}: ${error.message}`))
  page.on("request", (request) => {
    const { host } = new URL(request.url())
    if (!Object.values(sites).some((site) => new URL(site.address).host === host))
      faults.push(`${name}: asks ${request.url()}`)
  })
  for (const site of Object.values(sites)) await page.goto(site.link())
  for (const [title, site, path] of pages) {
    name = title
    await page.goto(site.address + path)
    if (turn) await page.evaluate("document.documentElement.dir = 'rtl'")
    for (const fault of await faultsOf(page)) faults.push(`${name}: ${fault}`)
  }
  await context.close()
  return faults
}

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
  const [style = 0, ...others] = [...readAssets().values()].map(({ bytes }) => bytes.length)
  assert.ok(style <= 25_000, `the style sheet weighs ${style}`)
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
