import assert from "node:assert/strict"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { gunzipSync } from "node:zlib"
import { readBack } from "../bytes/map.js"
import { readHtml } from "./html.js"

/** 181 saved news pages, outside the project. */
const FOLDER = resolve(process.cwd(), "../shared/data/reading/article-extraction-benchmark/html")

export const absent = existsSync(FOLDER) ? false : "needs the saved news pages in ../shared/data/reading"

const LABELS = ["utf-8", "windows-1251", "utf-16le"] as const

/**
 * Reads every page as it is and transcoded, picks passages at random (the same ones each time) and reads each back from
 * the bytes. Returns how many were tried; throws at the first that differs, naming page and place only.
 */
export function passagesReadBack(pages: number, passages: number): number {
  const files = readdirSync(FOLDER).slice(0, pages)
  const each = Math.ceil(passages / (files.length * LABELS.length))
  const random = randomFrom(20190729)
  let tried = 0
  for (const file of files) {
    const original = gunzipSync(readFileSync(join(FOLDER, file)))
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(original)
    for (const label of LABELS) {
      const bytes = label === "utf-8" ? original : label === "utf-16le" ? Buffer.from(text, "utf16le") : cyrillic(text)
      const page = readHtml(bytes, { encoding: label })
      for (let i = 0; i < each; i++, tried++) {
        const start = Math.floor(random() * page.text.length)
        const end = Math.min(page.text.length, start + 1 + Math.floor(random() ** 3 * 2000))
        const same = readBack(bytes, page.map, { start, end }) === page.text.slice(start, end)
        assert.ok(same, `${file.slice(0, 8)} ${label} ${start}-${end}`)
      }
    }
  }
  return tried
}

/** windows-1251, with numeric references for what it has no byte for. */
function cyrillic(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1251")
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  const out: number[] = []
  for (const character of text) {
    const byte = bytes.get(character)
    if (byte !== undefined) out.push(byte)
    else for (const digit of `&#${character.codePointAt(0)};`) out.push(digit.charCodeAt(0))
  }
  return Uint8Array.from(out)
}

function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
