// `npm run screenshots`: pictures of the real desk over the sample vault, for README.md (docs/screenshots/).
// Needs a Chromium, as the browser tests do (CHROME_PATH, the system's, or the packaged one).
import { mkdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { build } from "./build.mjs"
import { ensureInstalled } from "./ensure.mjs"
import { root } from "./run-tests.mjs"

const MOST = 200_000
const WIDE = { viewport: { width: 1200, height: 750 }, locale: "en-GB", colorScheme: "light" }
const NARROW = { viewport: { width: 360, height: 720 }, locale: "kk-KZ", colorScheme: "dark" }

ensureInstalled(true)
await build()
process.chdir(root)
const { startChromium } = await import("../dist/test/browser/chromium.js")
const { withSample } = await import("../dist/test/desk/vault.js")
const started = await startChromium()
if (started.browser === null) {
  console.error(started.why)
  process.exit(1)
}
const { browser } = started
const folder = join(root, "docs", "screenshots")
mkdirSync(folder, { recursive: true })
try {
  await withSample(async ({ desk, site }) => {
    const { rows } = await desk.cases({ page: 1, size: 1 })
    const file = `/cases/${rows[0].id}?on=2024-09-01`
    const source = await sourceToReview(desk)
    await shots(site, WIDE, [
      ["review", source, async (page) => page.locator(".desk mark.here").first()],
      ["case-file", file],
      ["disputed", file, async (page) => page.locator("#disputed, .disputes, h2:has-text('Disputed')").first()],
      ["dossier", `/cases/${rows[0].id}/dossier`],
      ["manual", "/manual/review"],
    ])
    await shots(site, NARROW, [
      ["narrow-review", source],
      ["narrow-case-file", file],
    ])
  })
} finally {
  await browser.close()
}

/** A proposal that the vault knows otherwise, of something that happened; else what comes nearest. */
async function sourceToReview(desk) {
  const HAPPENED = ["Measure", "Hearing", "Ruling", "Sentence", "Charge", "Event"]
  const { rows } = await desk.sources({ page: 1, size: 50 })
  let best = { worth: -1, path: "/sources" }
  for (const { card, language } of rows)
    for (const { proposal, state, vault } of (await desk.source(card.id)).proposals) {
      const told = vault.filter(({ agrees, differs }) => agrees > 0 || differs.length > 0).length
      const waits = state.is === "proposed" ? 20 : 0
      const happened = HAPPENED.includes(proposal.schema) ? 10 : proposal.schema === "Claim" ? 5 : 0
      const worth = waits + happened + told + (language === "en" ? 10 : 0) + proposal.statements.length / 10
      if (worth > best.worth) best = { worth, path: `/sources/${card.id}?n=${proposal.number}` }
    }
  return best.path
}

async function shots(site, options, list) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(site.link())
  for (const [name, path, find] of list) {
    await page.goto(site.address + path)
    if (find)
      await (await find(page)).evaluate(
        (one, margin) => scrollTo(0, one.getBoundingClientRect().top + scrollY - margin),
        name === "review" ? 330 : 70,
      )
    const out = join(folder, `${name}.png`)
    await page.screenshot({ path: out })
    const { size } = statSync(out)
    console.log(`${name}.png ${Math.ceil(size / 1000)} kB`)
    if (size > MOST) process.exitCode = 1
  }
  await context.close()
}
