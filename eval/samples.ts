import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { mediaTypeOf } from "../src/capture/media.js"
import type { Reading } from "../src/model/reading.js"
import { formatOf, read } from "../src/read/read.js"
import { type Gold, scored } from "./gold.js"
import { reread } from "./reread.js"
import { type Result, rowOf } from "./row.js"

/** Our own pages, against what a careful reader found in them: `samples/gold/NAME.gold.json`. */
export async function samples(root: string): Promise<Result[]> {
  const folder = join(root, "samples")
  const golds = existsSync(join(folder, "gold"))
    ? readdirSync(join(folder, "gold")).filter((name) => name.endsWith(".gold.json"))
    : []
  if (golds.length === 0) return [{ data: "samples", why: "there is no samples/gold/*.gold.json" }]
  const results: Result[] = []
  for (const name of golds.sort()) {
    const gold: Gold = JSON.parse(readFileSync(join(folder, "gold", name), "utf8"))
    const stem = name.slice(0, -".gold.json".length)
    const file = readdirSync(folder).find((other) => other.startsWith(`${stem}.`))
    if (file === undefined) {
      results.push({ data: stem, why: "its page is not there" })
      continue
    }
    const bytes = readFileSync(join(folder, file))
    // A table of values cannot be told from plain text by its bytes: its name says what it is, as when it is added.
    const mediaType = mediaTypeOf(bytes, file)
    await formatOf(bytes, mediaType).start?.(() => new Uint8Array(readFileSync(join(root, "dist/mupdf.wasm"))))
    const published = gold.referenceDate
    const reading = read(bytes, published === null ? { mediaType } : { mediaType, published })
    // Nobody marks the text itself in the gold; its spans carry their words.
    results.push([...scored(stem, gold, reading.text, reading), fromBytes(stem, bytes, reading)])
  }
  return results
}

/** Every passage must read back from the bytes as the words it marks; in a PDF, lead to boxes on one of its pages. */
export function fromBytes(data: string, bytes: Uint8Array, reading: Reading) {
  const { right, all } = reread(bytes, reading)
  return rowOf(data, "–", "passages read again from bytes", { score: all === 0 ? 1 : right / all, bar: 1 })
}
