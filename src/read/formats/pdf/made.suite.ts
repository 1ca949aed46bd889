import { deflateSync } from "node:zlib"

export interface MadeLine {
  readonly text: string
  readonly x: number
  /** From the lower edge, as PDF has it. */
  readonly y: number
  readonly size?: number
}

export interface MadePage {
  readonly lines: readonly MadeLine[]
  readonly width?: number
  readonly height?: number
  readonly rotate?: number
  /** Instead of the lines. */
  readonly content?: string
}

/** Every character is so wide, in thousandths of the size. */
export const WIDTH = 500

/**
 * A PDF written by hand: one font of even width whose codes are given their meaning by a ToUnicode map, so that any
 * script of up to 200 characters can be said.
 */
export function makePdf(
  pages: readonly MadePage[],
  { info = "", packed = false, trailer = "" }: { info?: string; packed?: boolean; trailer?: string } = {},
): Uint8Array<ArrayBuffer> {
  const characters = [...new Set(pages.flatMap(({ lines }) => lines.flatMap(({ text }) => [...text])))]
  const codes = new Map(characters.map((character, at) => [character, at + 33]))
  const hex = (text: string) => [...text].map((one) => codes.get(one)!.toString(16).padStart(2, "0")).join("")
  const utf16 = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex")
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${characters.length} beginbfchar
${characters.map((one) => `<${hex(one)}> <${utf16(one)}>`).join("\n")}
endbfchar endcmap end end`
  const objects: (string | Buffer)[] = []
  const add = (body: string | Buffer) => objects.push(body)
  const stream = (body: string) => {
    const bytes = packed ? deflateSync(body) : Buffer.from(body, "latin1")
    const head = `<< /Length ${bytes.length}${packed ? " /Filter /FlateDecode" : ""} >>\nstream\n`
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\nendstream")])
  }
  add("<< /Type /Catalog /Pages 2 0 R >>")
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${6 + at * 2} 0 R`).join(" ")}] >>`)
  const widths = Array(223).fill(WIDTH).join(" ")
  add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 33 /LastChar 255 /Widths [${widths}] /ToUnicode 4 0 R >>`,
  )
  add(stream(map))
  add(`<< ${info} >>`)
  for (const [at, { lines, width = 595, height = 842, rotate = 0, content }] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
    )
    const drawn = lines.map(({ text, x, y, size = 12 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
    add(stream(content ?? drawn.join("\n")))
  }
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")]
  const offsets: number[] = []
  let at = parts[0]!.length
  const put = (bytes: Buffer) => {
    parts.push(bytes)
    at += bytes.length
  }
  for (const [index, body] of objects.entries()) {
    offsets.push(at)
    put(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(body), Buffer.from("\nendobj\n")]))
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  const start = at
  put(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`))
  put(
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}
