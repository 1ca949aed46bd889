import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { readFonts, withFonts } from "./fonts.js"

const fonts = readFonts()
const sheet = (name: string) => Buffer.from(fonts.get(name)!.bytes).toString()

/** Characters for which no rule of the sheet names a file. */
function unheld(css: string, text: string): string[] {
  const ranges = [...css.matchAll(/unicode-range:([^}]+)\}/g)]
    .flatMap(([, list = ""]) => list.split(","))
    .map((range) => range.trim().replace(/U\+/i, "").split("-"))
    .map(([from = "", to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const)
  const held = (point: number) => ranges.some(([from, to]) => point >= from && point <= to)
  return [...new Set(text)].filter((letter) => !held(letter.codePointAt(0)!))
}

test("the Kazakh and Uyghur letters of the Arabic script are packaged, and the Chinese of our samples", () => {
  assert.deepEqual(unheld(sheet("arabic.css"), "ءاآأبپتجچحخدذرزژسشصعغفقكگڭلمنهھەوؤۇۆۈۋۅىيېئٴیک،؛؟٠١٢٣"), [])
  const han = readFileSync("samples/07-yunze-xinwen-zh.html", "utf8").match(/\p{Script=Han}/gu)!
  assert.deepEqual(unheld(sheet("han.css"), han.join("")), [])
  assert.deepEqual(unheld(sheet("han.css"), "買買提·吐爾遜，古丽娜尔；艾尔肯"), [])
  assert.deepEqual(unheld(sheet("han.css"), "Дана"), ["Д", "а", "н"], "what every computer has is not packaged")
})

test("every file a sheet names is served, and nothing else", () => {
  const named = ["arabic.css", "han.css"].flatMap((name) =>
    [...sheet(name).matchAll(/url\(([^)]+)\)/g)].map((match) => match[1]!),
  )
  assert.deepEqual(named.sort(), [...fonts.keys()].filter((name) => name.endsWith(".woff2")).sort())
  for (const name of named) assert.equal(Buffer.from(fonts.get(name)!.bytes.subarray(0, 4)).toString(), "wOF2", name)
})

test("a page names the sheet of a script only when it holds it", () => {
  const page = (words: string) => withFonts(`<html><head></head><body>${words}</body></html>`)
  assert.doesNotMatch(page("Dana Дана"), /stylesheet/)
  assert.match(page("دانا"), /arabic\.css/)
  assert.doesNotMatch(page("دانا"), /han\.css/)
  assert.match(page("达娜"), /han\.css/)
})
