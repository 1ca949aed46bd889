import assert from "node:assert/strict"
import { once } from "node:events"
import { type AddressInfo, createServer } from "node:net"
import { test } from "node:test"
import { vaultDesk } from "../../src/web/vaultdesk.js"
import { runSite } from "../desk/site.js"
import { inPlace } from "../place.suite.js"
import { startChromium } from "./chromium.js"

/** Everything a page can do to be noticed, aimed at a listener of ours. */
const hostile = (
  canary: string,
) => `<!doctype html><html><head><title>"><script>fetch("${canary}/title")</script></title>
<meta http-equiv="refresh" content="0;url=${canary}/refresh"><base href="${canary}/base/">
<link rel="stylesheet" href="${canary}/style"><link rel="preload" as="image" href="${canary}/preload">
<style>body{background:url(${canary}/css)}@import "${canary}/import";</style>
<script src="${canary}/script"></script><script>new Image().src="${canary}/inline"</script></head>
<body onload="fetch('${canary}/onload')" background="${canary}/background"><article><h1>Trial Opens In Bektau</h1>
<p>The trial of <img src="${canary}/img" onerror="fetch('${canary}/error')">Samal Orazova started on May 3, 2021 in Bektau.</p>
<p>&lt;img src="${canary}/escaped"&gt; &lt;script&gt;fetch("${canary}/escaped-script")&lt;/script&gt; she said.</p>
<svg onload="fetch('${canary}/svg')"><image href="${canary}/svg-image"/><script>fetch("${canary}/svg-script")</script></svg>
<iframe src="${canary}/frame"></iframe><object data="${canary}/object"></object><embed src="${canary}/embed">
<video src="${canary}/video" autoplay></video><audio src="${canary}/audio" autoplay></audio>
<form action="${canary}/form"><input name="token"><button autofocus>Accept</button></form>
<a href="javascript:fetch('${canary}/link')" ping="${canary}/ping">link</a></article></body></html>`

test("a hostile page is shown as text: browsed in every view, it reaches nobody", async (t) => {
  const { browser, ...rest } = await startChromium()
  if (browser === null) return t.skip("why" in rest ? rest.why : "")
  const heard: string[] = []
  const canary = createServer((socket) => {
    socket.on("data", (chunk) => heard.push(String(chunk).split("\r\n")[0]!))
    socket.on("error", () => {})
    heard.push("a connection")
  })
  canary.listen(0, "127.0.0.1")
  await once(canary, "listening")
  const html = hostile(`http://127.0.0.1:${(canary.address() as AddressInfo).port}`)
  try {
    await inPlace(async (place) => {
      await (await place.create()).close()
      const desk = vaultDesk(place.world(), place.folder)
      await desk.open({ identityFile: place.identityFile })
      const site = await runSite(desk)
      const context = await browser.newContext()
      const page = await context.newPage()
      const complaints: string[] = []
      page.on("console", (message) => complaints.push(message.text()))
      page.on("dialog", (dialog) => complaints.push(dialog.message()))
      try {
        await page.goto(site.link())
        await page.goto(`${site.address}/add`)
        await page
          .locator("[name=files]")
          .setInputFiles({ name: "hostile.html", mimeType: "text/html", buffer: Buffer.from(html) })
        await page.getByRole("button", { name: "Seal and read" }).click()
        await page.getByRole("link", { name: "Review" }).click({ timeout: 20_000 })
        const source = (await desk.sources({ page: 1, size: 1 })).rows[0]!
        assert.ok(source.proposals, "it was read")
        const numbers = (await desk.source(source.card.id)).proposals.map(({ proposal }) => proposal.number)
        for (const number of numbers) await page.goto(`${site.address}/sources/${source.card.id}?n=${number}`)
        await page.goto(`${site.address}/sources/${source.card.id}/sealed`)
        assert.match(await page.locator(".marked").innerText(), /Samal Orazova started/)
        assert.match(await page.locator(".marked").innerText(), /<img src=/, "what was text stays text")
        const [first, ...others] = numbers
        const verdict = { is: "accept", audience: "team", bulk: true } as const
        if (first !== undefined)
          await desk.decide({ source: source.card.id, numbers: [first, ...others], verdict, same: {} })
        await page.goto(`${site.address}/`)
        const cases = (await desk.cases({ page: 1, size: 9 })).rows
        for (const { id } of cases) {
          await page.goto(`${site.address}/cases/${id}`)
          await page.goto(`${site.address}/entities/${id}`)
        }
        await page.goto(`${site.address}/ledger`)
        assert.deepEqual(complaints, [])
      } finally {
        await context.close()
        await site.stop()
        await desk.lock()
      }
    })
    assert.deepEqual(heard, [])
  } finally {
    canary.close()
    await browser.close()
  }
})
