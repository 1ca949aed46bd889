// Prints samples/made-of/NAME.html to samples/NAME.pdf with the Chromium of the tests. Run by hand when the words change:
// another Chromium or another font gives other bytes.
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build, isBuilt } from "./build.mjs"

const samples = join(dirname(fileURLToPath(import.meta.url)), "..", "samples")
if (!isBuilt()) await build()
const { startChromium } = await import("../dist/test/browser/chromium.js")
const { browser, why } = await startChromium()
if (!browser) throw new Error(why)
const page = await browser.newPage()
for (const name of ["12-court-notice-ru"]) {
  await page.setContent(readFileSync(join(samples, "made-of", `${name}.html`), "utf8"))
  await page.pdf({ path: join(samples, `${name}.pdf`), preferCSSPageSize: true, tagged: false })
}
await browser.close()
