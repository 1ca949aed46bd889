import assert from "node:assert/strict"
import { test } from "node:test"
import { ask, signIn } from "./desk/ask.js"
import { withSample } from "./desk/vault.js"

/** HTML, style and script, uncompressed, the tables of the fonts too. Fonts and pictures of a source's pages come apart. */
const MOST = 250_000

test("every page of the sample is light: what it says, its style and its script", () =>
  withSample(async ({ site, pages }) => {
    const cookie = await signIn(site.port, site.link())
    const host = new URL(site.address).host
    const get = async (path: string) => {
      const answered = await ask(site.port, path, host, { headers: { Cookie: cookie } })
      assert.equal(answered.status, 200, path)
      return answered.body
    }
    const assets = new Map<string, number>()
    const heavy: string[] = []
    for (const [kind, path] of pages) {
      const html = await get(path)
      let weight = Buffer.byteLength(html)
      for (const [, asset = ""] of html.matchAll(/(?:src|href)="(\/assets\/[\w.-]+\.(?:css|js))"/g)) {
        if (!assets.has(asset)) assets.set(asset, Buffer.byteLength(await get(asset)))
        weight += assets.get(asset)!
      }
      if (weight > MOST) heavy.push(`${kind} ${path}: ${weight}`)
    }
    assert.deepEqual(heavy, [])
    const weighed = [...assets.keys()].sort().map((path) => path.replace("/assets/", ""))
    assert.deepEqual(
      new Set(weighed.map((name) => name.replace(/-\d+/, ""))),
      new Set(["arabic.css", "dalel.css", "desk.js", "han.css"]),
    )
    assert.ok(pages.length > 100)
  }))
