import assert from "node:assert/strict"
import { test } from "node:test"
import { deflateSync } from "node:zlib"
import { makePdf } from "../read/formats/pdf/made.suite.js"
import { type Reader, startReader } from "./reader.js"

const utf8 = (text: string) => new TextEncoder().encode(text)
const NOTICE = makePdf([{ lines: [{ text: "Айзада Серова", x: 72, y: 700 }] }])

async function reading(options: Parameters<typeof startReader>[0], work: (reader: Reader) => Promise<void>) {
  const reader = startReader({ jobs: 1, ...options })
  try {
    await work(reader)
  } finally {
    await reader.end()
  }
}

test("a PDF is read and pictured behind the fence, other sources before and after it", async () => {
  await reading({}, async (reader) => {
    const [page, pdf, picture, note] = await Promise.all([
      reader.read(utf8("<p>before"), {}),
      reader.read(NOTICE, {}),
      reader.picture(NOTICE, 1, 300),
      reader.read(utf8("after"), {}),
    ])
    assert.deepEqual([page.text, pdf.text, note.text], ["before", "Айзада Серова", "after"])
    assert.equal(pdf.map.places?.kind, "pages")
    assert.equal(Buffer.from(picture).readUInt32BE(16), 300)
    await assert.rejects(reader.picture(NOTICE, 9, 300), { code: "reading/damaged" })
    await assert.rejects(reader.picture(utf8("<p>no PDF"), 1, 300), { code: "reading/damaged" })
  })
})

/** A page whose content unpacks to `size` bytes, packed `times` times over. */
function bomb(part: string, size: number, times: number): Uint8Array {
  let bytes: Buffer = Buffer.alloc(size, part)
  for (let i = 0; i < times; i++) bytes = deflateSync(bytes)
  const filters = Array(times).fill("/FlateDecode").join(" ")
  const head = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
4 0 obj << /Length ${bytes.length} /Filter [${filters}] >>
stream
`
  return new Uint8Array(
    Buffer.concat([Buffer.from(head), bytes, Buffer.from("\nendstream endobj\ntrailer << /Root 1 0 R >>\n")]),
  )
}

test("bombs meet the bounds, and the next source is read", async () => {
  const bombs = [
    bomb("BT /F 9 Tf 9 9 Td (boom) Tj ET ", 100_000_000, 2),
    bomb("q ", 100_000_000, 2),
    bomb("[", 50_000_000, 1),
    bomb("<<", 50_000_000, 1),
  ]
  await reading({ milliseconds: 4000, megabytes: 300 }, async (reader) => {
    for (const bytes of bombs) {
      const outcome = await reader.read(bytes, { mediaType: "application/pdf" }).then(
        ({ text }) => text.length,
        (error) => error.code,
      )
      assert.ok(typeof outcome === "number" || /^reading\//.test(outcome), String(outcome))
      assert.equal((await reader.read(utf8("after"), {})).text, "after")
    }
    await assert.rejects(reader.read(bombs[0]!, {}), ({ code }) => /^reading\/too-/.test(code))
  })
})
