import { inflateRawSync } from "node:zlib"
import { DalelError } from "../../model/refusals.js"

/** A workbook's part may unfold to this many bytes. */
const LARGEST = 64 * 1024 * 1024

/**
 * The first sheet of a workbook (ECMA-376, in a ZIP per PKWARE APPNOTE) as rows of text. Days that a cell's number
 * stands for are not told from other numbers here: see `serialDay`.
 * @throws DalelError list/unreadable
 */
export function readXlsx(bytes: Buffer): string[][] {
  const parts = entriesOf(bytes)
  const text = (name: string) => {
    const entry = parts.get(name)
    return entry === undefined ? null : unpacked(bytes, entry).toString("utf8")
  }
  const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
  sheets.sort((a, b) => Number(/\d+/.exec(a)![0]) - Number(/\d+/.exec(b)![0]))
  const sheet = sheets[0] === undefined ? null : text(sheets[0])
  if (sheet === null) throw new DalelError("list/unreadable")
  const shared = [...(text("xl/sharedStrings.xml") ?? "").matchAll(/<si\b[^>]*>([\s\S]*?)<\/si>/g)].map(([, own]) =>
    wordsOf(own!),
  )
  return [...sheet.matchAll(/<row\b[^>]*>([\s\S]*?)<\/row>/g)].map(([, row]) => {
    const cells: string[] = []
    for (const [, about = "", inside = ""] of row!.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const letters = /\br="([A-Z]{1,3})\d+"/.exec(about)?.[1]
      const at = letters === undefined ? cells.length : columnOf(letters)
      const value = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(inside)?.[1] ?? ""
      const type = /\bt="(\w+)"/.exec(about)?.[1]
      while (cells.length < at) cells.push("")
      cells[at] = type === "s" ? (shared[Number(value)] ?? "") : type === "inlineStr" ? wordsOf(inside) : plain(value)
    }
    return cells
  })
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Runs of one cell's text; how it is to be said (`rPh`) is not part of it. */
const wordsOf = (xml: string): string =>
  [...xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "").matchAll(/<t\b[^>]*>([\s\S]*?)<\/t>/g)]
    .map(([, own]) => plain(own!))
    .join("")

const plain = (xml: string): string =>
  xml.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|quot|apos|amp));/gi, (whole, hex, decimal, name) => {
    if (name) return { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[String(name).toLowerCase()]!
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : whole
  })

interface Entry {
  readonly method: number
  readonly packed: number
  readonly at: number
}

/** The ZIP's central directory: it, not the local headers, says how long each part is. */
function entriesOf(bytes: Buffer): Map<string, Entry> {
  const found = new Map<string, Entry>()
  try {
    const end = bytes.lastIndexOf(Buffer.from("504b0506", "hex"))
    if (end < 0) throw new DalelError("list/unreadable")
    let at = bytes.readUInt32LE(end + 16)
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw new DalelError("list/unreadable")
      const [name, extra, comment] = [28, 30, 32].map((from) => bytes.readUInt16LE(at + from)) as [
        number,
        number,
        number,
      ]
      found.set(bytes.toString("utf8", at + 46, at + 46 + name), {
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        at: bytes.readUInt32LE(at + 42),
      })
      at += 46 + name + extra + comment
    }
  } catch (cause) {
    throw cause instanceof DalelError ? cause : new DalelError("list/unreadable", "", { cause })
  }
  return found
}

function unpacked(bytes: Buffer, { method, packed, at }: Entry): Buffer {
  try {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    const held = bytes.subarray(from, from + packed)
    return method === 0 ? held : inflateRawSync(held, { maxOutputLength: LARGEST })
  } catch (cause) {
    throw new DalelError("list/unreadable", "", { cause })
  }
}

/** The day a spreadsheet's number stands for: days since 30 December 1899 (the 1900 date system). */
export function serialDay(text: string): string | null {
  if (!/^\d{4,5}(?:\.0+)?$/.test(text) || Number(text) < 3654) return null
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10)
}
