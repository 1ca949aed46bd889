import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { parse, serialize } from "parse5"
import { decode } from "../bytes/decode.js"
import { declaredEncoding, encodingOf } from "../bytes/encoding.js"
import { bytesOf, readBack } from "../bytes/map.js"
import { type Flow, flowOf } from "./flow.js"
import { DEEPEST, parseTree } from "./tree.js"

function flow(bytes: Uint8Array, label?: string): Flow {
  const source = decode(bytes, label ? { label, mark: 0 } : encodingOf(bytes, declaredEncoding(bytes)))
  return flowOf(source)
}

const utf8 = (text: string) => new TextEncoder().encode(text)

test("text is laid out as a browser would, and folded as HTML folds", () => {
  const cases: [html: string, text: string][] = [
    ["<p>one<p>two", "one\n\ntwo"],
    ["a <b> b</b>  c\n\td", "a b c d"],
    ["<div>a</div><div>b</div>", "a\nb"],
    ["one<br>two<br/>three", "one\ntwo\nthree"],
    ["<p>one<br><br>two</p><p>three</p>", "one\n\ntwo\n\nthree"],
    ["<pre>\n a\r\n  b</pre>", " a\n  b"],
    ["x<!-- not this -->y<script>no</script>z<style>no</style>", "xyz"],
    ["A&nbsp;B &amp; C &notit; &#x41;&#128;&lt;b&gt; &NotEqualTilde;", "A\u00a0B & C ¬it; A€<b> ≂̸"],
    ["a&#32;&#10; b&Tab;c", "a b c"],
    ["<table>out<tr><td>in</td><td>two</td></tr>out2</table>after", "outout2\n\nin\ntwo\n\nafter"],
    ["a<template>no</template><noscript>no</noscript><p hidden>no</p><p style='display: none'>no</p>", "a"],
    ["😀 &#x1F600;𐰴", "😀 😀𐰴"],
    ["a\0b", "ab"],
    ["<svg><title>no</title><text>yes\0</text></svg>", "yes\uFFFD"],
  ]
  for (const [html, text] of cases) {
    const bytes = utf8(html)
    const read = flow(bytes)
    assert.equal(read.text, text, html)
    for (let start = 0; start <= text.length; start++)
      for (let end = start; end <= text.length; end++)
        assert.equal(readBack(bytes, read.map, { start, end }), text.slice(start, end), html)
  }
})

test("bytes are those of the words, tags left out", () => {
  const html = "<p>Сот <b>29 шілдеде</b> басталды &amp; бітті</p>"
  const bytes = utf8(html)
  const read = flow(bytes)
  const start = read.text.indexOf("шілдеде")
  const ranges = bytesOf(bytes, read.map, { start, end: read.text.indexOf("бітті") + 2 })
  const words = ranges.map(({ from, to }) => new TextDecoder().decode(bytes.subarray(from, to)))
  assert.deepEqual(words, ["шілдеде", " басталды &amp; бі"])
})

test("a million nested tags are refused, deep but sane pages are not", () => {
  const nested = (count: number) => utf8(`${"<div>".repeat(count)}x`)
  assert.throws(() => flow(nested(1_000_000)), { code: "reading/too-deep" })
  assert.equal(flow(nested(DEEPEST - 100)).text, "x")
  assert.equal(flow(utf8(`${"<img><br>".repeat(50_000)}x`)).text, "x")
  assert.equal(flow(utf8(`${"<p>".repeat(50_000)}x`)).text, "x")
})

test("whatever the soup and the encoding, every passage reads back", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."<p>|</p>|<b>|</b>|<i>|</i>|<table>|<tr>|<td>|</td>|</table>|<br>|<pre>|</pre>|<!-- c -->|<script>x<y</script>|<a href=x>|</a>|<div>|</div>|<select>|<option>|<svg>|</svg>|<math><mi>|</math>|<textarea>|</textarea>|<title>|</title>|<![CDATA[x]]>|<ul><li>|<h1>|<form>|<template>|</template>|<frameset>|<frame>|<noframes>|</noframes>|<xmp>|</xmp>|<style>a\r\nb</style>|<p class='a\r\nb'>|<body>|<head>|<p title='a&amp;b'>|<|</|<!|&|&amp|&amp;|&nbsp;|&#160;|&#10;|&#13;|&#x9;|&#0;|&#xD800;|&lt;p&gt;|&NotEqualTilde;|&notit;|&unknown;|&#x1F600;".split(
        "|",
      ),
    ),
    fc.constantFrom(" ", "  ", "\n", "\r\n", "\r", "\t", "\f", "\u00a0", "\0", "\uFEFF"),
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.constantFrom("Дәлел", "ئۇيغۇر", "哈萨克", "word", "𐰴", "é"),
  )
  const labels = ["utf-8", "utf-16le", "utf-16be"]
  const property = fc.property(
    fc.array(piece, { maxLength: 40 }),
    fc.constantFrom(...labels),
    fc.nat(),
    (soup, label, cut) => {
      const source = soup.join("")
      assert.equal(serialize(parseTree(source)), serialize(parse(source)), "another tree than parse5's")
      const bytes = encode(source, label)
      const read = flow(bytes, label)
      const start = read.text.length === 0 ? 0 : cut % read.text.length
      assert.equal(readBack(bytes, read.map, { start: 0, end: read.text.length }), read.text)
      assert.equal(readBack(bytes, read.map, { start, end: read.text.length }), read.text.slice(start))
      assert.equal(readBack(bytes, read.map, { start: 0, end: start }), read.text.slice(0, start))
    },
  )
  fc.assert(property, { numRuns: 2000 })
})

test("bytes that mean nothing in their encoding still read back", () => {
  const labels = ["utf-8", "windows-1251", "koi8-r", "gb18030", "big5", "shift_jis", "euc-kr", "utf-16le", "utf-16be"]
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .array(fc.constantFrom(0x81, 0x30, 0xff, 0x3c, 0x70, 0x3e, 0x26, 0xe2, 0x82, 0xf0, 0x9f, 0xd8, 0), {
        maxLength: 40,
      })
      .map((list) => Uint8Array.from(list)),
  )
  const property = fc.property(noise, fc.constantFrom(...labels), (bytes, label) => {
    const read = flow(bytes, label)
    assert.equal(readBack(bytes, read.map, { start: 0, end: read.text.length }), read.text)
    for (let i = 0; i < read.text.length; i++)
      assert.equal(readBack(bytes, read.map, { start: i, end: i + 1 }), read.text[i])
  })
  fc.assert(property, { numRuns: 3000 })
})

function encode(text: string, label: string): Uint8Array {
  if (label === "utf-8") return utf8(text)
  const bytes = Buffer.from(text, "utf16le")
  return label === "utf-16be" ? bytes.swap16() : bytes
}
