// Writes src/names/scripts/hantable.ts from Unihan_Readings.txt of the Unicode Character Database (in Debian's package
// `unicode-data`, or from unicode.org): `bzcat /usr/share/unicode/Unihan_Readings.txt.bz2 | node scripts/han-readings.mjs`
import { readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const out = join(dirname(fileURLToPath(import.meta.url)), "../src/names/scripts/hantable.ts")
const lines = readFileSync(0, "utf8").split("\n")
const version = /Unicode [Vv]ersion: ([\d.]*\d)/.exec(lines.join("\n").slice(0, 2000))?.[1] ?? "unknown"
const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/u\u0308/g, "v")
    .replace(/\p{M}/gu, "")

/** What stands first in the field is the customary reading. */
const fields = {
  kMandarin: (value) => plain(value.split(" ")[0]),
  kCantonese: (value) => value.split(" ")[0].replace(/\d$/, ""),
  kHangul: (value) => value[0],
}
const tables = Object.fromEntries(Object.keys(fields).map((name) => [name, new Map()]))
for (const line of lines) {
  const [code, name, value] = line.split("\t")
  if (value === undefined || !(name in fields)) continue
  const point = Number.parseInt(code.slice(2), 16)
  if (point < 0x4e00 || point > 0x9fff) continue
  const reading = fields[name](value)
  const table = tables[name]
  table.set(reading, (table.get(reading) ?? "") + String.fromCodePoint(point))
}
const text = (table) =>
  [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reading, signs]) => `${reading}${signs}`)
    .join(" ")
writeFileSync(
  out,
  `/**
 * Readings of Han signs: each syllable followed by the signs read so. Made by \`scripts/han-readings.mjs\` from
 * Unihan_Readings.txt, Unicode ${version}. © Unicode, Inc., Unicode-3.0 licence.
 */

/** Pinyin without tones, ü as v. */
export const MANDARIN =
  "${text(tables.kMandarin)}"

/** Jyutping without tones. */
export const CANTONESE =
  "${text(tables.kCantonese)}"

/** Korean readings, in Hangul. */
export const KOREAN =
  "${text(tables.kHangul)}"
`,
)
