import assert from "node:assert/strict"
import { test } from "node:test"
import { decode } from "./decode.js"
import { declaredEncoding, encodingOf } from "./encoding.js"

const utf8 = (text: string) => new TextEncoder().encode(text)
const RUSSIAN = "Суд в Алматы продлил домашний арест на два месяца, сообщил адвокат. Её дело слушают с марта."
const CHINESE = "哈萨克族活动人士在法庭上表示他不认罪，法官决定将案件移送阿拉木图审理。"

/** Encodes with the decoder's own table: every byte or pair of bytes tried. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label)
  const table = new Map<string, number[]>()
  for (let lead = 0x80; lead < 0x100; lead++) {
    const one = decoder.decode(Uint8Array.of(lead))
    if (!one.includes("\uFFFD")) table.set(one, [lead])
    if (label === "gb18030")
      for (let trail = 0x40; trail < 0xff; trail++) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return Uint8Array.from([...text].flatMap((one) => (one < "\x80" ? [one.charCodeAt(0)] : table.get(one)!)))
}

const sixteen = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"))

test("the encoding is told from mark, declaration and bytes", () => {
  const page = (charset: string) => utf8(`<html><head><meta charset="${charset}"></head>`)
  const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
  const cases: [what: string, bytes: Uint8Array, label: string, text: string | null][] = [
    ["mark", join(Uint8Array.of(0xef, 0xbb, 0xbf), utf8("дәлел")), "utf-8", "дәлел"],
    ["mark of UTF-16", join(Uint8Array.of(0xff, 0xfe), sixteen("дәлел")), "utf-16le", "дәлел"],
    ["ASCII", utf8("plain"), "utf-8", "plain"],
    ["valid UTF-8", utf8(RUSSIAN), "utf-8", RUSSIAN],
    ["UTF-16 without a mark", sixteen("<html><p>text"), "utf-16le", "<html><p>text"],
    ["declared", join(page("windows-1251"), encode(RUSSIAN, "windows-1251")), "windows-1251", null],
    [
      "declared by XML",
      join(utf8('<?xml version="1.0" encoding="koi8-r"?>'), encode(RUSSIAN, "koi8-r")),
      "koi8-r",
      null,
    ],
    ["declared in a comment only", join(utf8('<!-- <meta charset="koi8-r"> -->'), utf8("дәлел")), "utf-8", null],
    ["declared, but converted since", join(page("windows-1251"), utf8(RUSSIAN)), "utf-8", null],
    ["declared as UTF-16 in ASCII", join(page("utf-16"), utf8("дәлел")), "utf-8", null],
    ["declared as UTF-8, not so", join(page("utf-8"), encode(RUSSIAN, "windows-1251")), "windows-1251", null],
    ["UTF-8 with a wrong byte", join(page("utf-8"), utf8(RUSSIAN), Uint8Array.of(0xff)), "utf-8", null],
    ["declared as nonsense", join(page("klingon"), utf8("дәлел")), "utf-8", null],
    ["not declared, windows-1251", encode(RUSSIAN, "windows-1251"), "windows-1251", RUSSIAN],
    ["not declared, KOI8-R", encode(RUSSIAN, "koi8-r"), "koi8-r", RUSSIAN],
    ["not declared, GB18030", encode(CHINESE, "gb18030"), "gb18030", CHINESE],
    [
      "not declared, Western",
      encode("Le procès s’est ouvert à Genève, où l’été fut très chaud.", "windows-1252"),
      "windows-1252",
      null,
    ],
  ]
  for (const [what, bytes, label, text] of cases) {
    const encoding = encodingOf(bytes, declaredEncoding(bytes))
    assert.equal(encoding.label, label, what)
    if (text !== null) assert.equal(decode(bytes, encoding).text, text, what)
  }
})

test("every character knows its bytes", () => {
  const cases: [text: string, label: string][] = [
    ["aжꭏ😀b", "utf-8"],
    ["aж😀b", "utf-16le"],
    [RUSSIAN, "koi8-r"],
    [CHINESE, "gb18030"],
  ]
  for (const [text, label] of cases) {
    const bytes = label === "utf-8" ? utf8(text) : label === "utf-16le" ? sixteen(text) : encode(text, label)
    const source = decode(bytes, { label, mark: 0 })
    let at = 0
    for (const character of text) {
      const part = bytes.subarray(source.from(at), source.to(at + character.length))
      assert.equal(new TextDecoder(label).decode(part), character, label)
      at += character.length
    }
  }
})
