import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { readFonts, withFonts } from "./fonts.js"

const fonts = readFonts()
const sheets = [...fonts.keys()].filter((name) => name.endsWith(".css"))
const sheetsOf = (script: string) =>
  sheets
    .filter((name) => name.startsWith(script))
    .map((name) => Buffer.from(fonts.get(name)!.bytes).toString())
    .join("\n")

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
  assert.deepEqual(unheld(sheetsOf("arabic"), "ءاآأبپتجچحخدذرزژسشصعغفقكگڭلمنهھەوؤۇۆۈۋۅىيېئٴیک،؛؟٠١٢٣"), [])
  const han = readFileSync("samples/07-yunze-xinwen-zh.html", "utf8").match(/\p{Script=Han}/gu)!
  assert.deepEqual(unheld(sheetsOf("han"), han.join("")), [])
  assert.deepEqual(unheld(sheetsOf("han"), "買買提·吐爾遜，古丽娜尔；艾尔肯"), [])
  assert.deepEqual(unheld(sheetsOf("han"), "Дана"), ["Д", "а", "н"], "what every computer has is not packaged")
})

test("every file a sheet names is served, and nothing else", () => {
  const named = [...sheetsOf("").matchAll(/url\(([^)]+)\)/g)].map((match) => match[1]!)
  assert.deepEqual(named.sort(), [...fonts.keys()].filter((name) => name.endsWith(".woff2")).sort())
  for (const name of named) assert.equal(Buffer.from(fonts.get(name)!.bytes.subarray(0, 4)).toString(), "wOF2", name)
})

test("a page names the sheets of the pieces it needs, and no others", () => {
  const named = (words: string) =>
    [...withFonts(`<html><head></head><body>${words}</body></html>`).matchAll(/assets\/([\w-]+\.css)/g)].map(
      (match) => match[1]!,
    )
  assert.deepEqual(named("Dana Дана → – “ ”"), [])
  assert.deepEqual(named("دانا"), ["arabic-0.css"])
  const chinese = "达娜，女，一九七七年生。"
  assert.deepEqual(
    unheld(
      named(chinese)
        .map((name) => Buffer.from(fonts.get(name)!.bytes).toString())
        .join("\n"),
      chinese,
    ),
    [],
  )
  assert.ok(named(chinese).length <= [...chinese].length)
})
