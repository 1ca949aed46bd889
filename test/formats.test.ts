import assert from "node:assert/strict"
import { test } from "node:test"
import { bytesItem } from "../src/capture/files.js"
import { sealItem } from "../src/capture/intake.js"
import type { SourceId } from "../src/model/id.js"
import { READABLE } from "../src/model/reading.js"
import { FORMATS } from "../src/read/formats/index.js"
import { makePdf } from "../src/read/formats/pdf/made.suite.js"
import { readSource } from "../src/review/propose.js"
import { startReader } from "../src/review/reader.js"
import { vaultDesk } from "../src/web/vaultdesk.js"
import { ask, signIn } from "./desk/ask.js"
import { runSite } from "./desk/site.js"
import { inPlace } from "./place.suite.js"

const SOURCES: Readonly<Record<string, string | Uint8Array>> = {
  "notice.pdf": makePdf([
    { lines: [], content: "" },
    { lines: [{ text: "Samal Orazova was arrested in Bektau on May 3, 2021.", x: 72, y: 700 }] },
  ]),
  "film.srt":
    "1\n00:01:12,000 --> 00:01:15,000\nSamal Orazova was arrested in Bektau\n\n2\n00:01:15,100 --> 00:01:17,000\non May 3, 2021.\n",
  "list.csv": "Name,Born,Detained since\nSamal Orazova,1990,2021-05-03\n",
}

test("PDF, subtitles and tables: sealed, read, proposed, each passage with its place on the desk", () =>
  inPlace(async (place) => {
    const vault = await place.create()
    const reader = startReader({ jobs: 1 })
    const ids: Record<string, SourceId> = {}
    const claimed = { url: null, published: null, lang: null, savedAt: null }
    for (const [name, file] of Object.entries(SOURCES)) {
      const bytes = typeof file === "string" ? Buffer.from(file) : file
      const sealed = await sealItem(vault, bytesItem(name, "upload", bytes), claimed)
      assert.ok(sealed.readable, name)
      const { proposals, refused } = await readSource(vault, reader, sealed.source)
      assert.ok(proposals > 0 && refused === null, name)
      ids[name] = sealed.source
    }
    await reader.end()
    await vault.close()

    const desk = vaultDesk(place.world(), place.folder)
    await desk.open({ identityFile: place.identityFile })
    const site = await runSite(desk)
    try {
      const cookie = await signIn(site.port, site.link())
      const get = (path: string) => ask(site.port, path, new URL(site.address).host, { headers: { Cookie: cookie } })
      const shown = async (name: string) => (await get(`/sources/${ids[name]}`)).body

      const pdf = await shown("notice.pdf")
      assert.match(pdf, /<span class="place"> page 2<\/span>/)
      assert.match(pdf, /Page 2 of 2, as it looks/)
      assert.match(pdf, new RegExp(`<image href="/sources/${ids["notice.pdf"]}/pages/2"`))
      assert.match(pdf, /<rect class="here"/)
      assert.match((await get(`/sources/${ids["notice.pdf"]}?page=1`)).body, /This page has no text that can be read/)
      const picture = await get(`/sources/${ids["notice.pdf"]}/pages/2`)
      assert.equal(picture.headers["content-type"], "image/png")
      assert.equal(picture.headers["cache-control"], "no-store")
      assert.match(picture.body, /^.PNG/)
      assert.equal((await get(`/sources/${ids["notice.pdf"]}/pages/7`)).status, 422)
      assert.equal((await get(`/sources/${ids["film.srt"]}/pages/1`)).status, 409)

      assert.match(await shown("film.srt"), /<span class="place"> 00:01:12<\/span>/)
      const list = await shown("list.csv")
      assert.match(list, /<span class="place"> row 2, Name<\/span>/)
      assert.match(list, /<span class="place"> row 2, Born<\/span>/)
    } finally {
      await site.stop()
      await desk.lock()
    }
  }))

test("what capture calls readable is what the reader reads", () => {
  assert.deepEqual([...READABLE].sort(), FORMATS.flatMap(({ mediaTypes }) => mediaTypes).sort())
})
