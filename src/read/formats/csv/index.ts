import { BETWEEN_CELLS, type Hints, type Row } from "../../../model/reading.js"
import { MappedText } from "../../bytes/map.js"
import type { Block, Page } from "../../page.js"
import { headerIn } from "../../rows/columns.js"
import { MOST_PROPOSED } from "../../rows/index.js"
import { decodeText } from "../text.js"
import { type Cell, rowsOf, separatorOf } from "./cells.js"

const MOST = { rows: 20_000, columns: 200 }

/**
 * A table as text: each row a line, its cells parted by ` | `. A line break inside a cell becomes a space. Every cell
 * leads to its bytes and to its row and column.
 * @throws DalelError reading/too-many-parts
 */
export function readCsv(bytes: Uint8Array, hints: Hints): Page {
  const source = decodeText(bytes, hints)
  const { separator, after } = separatorOf(source.text, source.text.startsWith("\uFEFF") ? 1 : 0)
  const records = rowsOf(source.text, after, separator, MOST)
  const out = new MappedText(source)
  const rows: Row[] = []
  const blocks: Block[] = []
  for (const [index, cells] of records.entries()) {
    if (cells.every(({ parts }) => parts.length === 0)) continue
    if (out.length > 0) out.breakLine()
    const start = out.length
    const starts: number[] = []
    for (const [column, cell] of cells.entries()) {
      if (column > 0) out.stand(BETWEEN_CELLS, cells[column - 1]!.after, cell.first)
      starts.push(out.length - start)
      write(out, source.text, cell)
    }
    rows.push({ start, end: out.length, number: index + 1, cells: starts })
    blocks.push({ tag: "tr", kind: "table", start, end: out.length })
  }

  const text = out.finish().text
  const spans = rows.map(cellSpans)
  const words = spans.slice(0, HEADER_WITHIN).map((row) => row.map(({ start, end }) => text.slice(start, end)))
  const at = headerIn(words)
  const header = at === null ? [] : words[at]!
  const { map } = out.finish({ kind: "cells", header, rows })
  const table = { header, rows: spans.slice(at === null ? 0 : at + 1) }
  const part = `${MOST_PROPOSED} of ${table.rows.length} rows`
  return {
    text,
    map,
    title: null,
    blocks,
    zones: blocks.map(({ kind, start, end }) => ({ kind, start, end })),
    missingMedia: [],
    mainText: text,
    metadata: table.rows.length > MOST_PROPOSED ? [{ name: "proposed", value: part, from: "reader" }] : [],
    declaredLanguage: null,
    table,
  }
}

/** A title or a date may stand above the header; so many rows are looked at. */
const HEADER_WITHIN = 10

function write(out: MappedText, from: string, { parts }: Cell): void {
  for (const { first, after } of parts) {
    let next = first
    for (const { index, 0: breaks } of from.slice(first, after).matchAll(/[\r\n]\s*/g)) {
      out.copy(next, first + index)
      out.stand(" ", first + index, first + index + breaks.length)
      next = first + index + breaks.length
    }
    out.copy(next, after)
  }
}

function cellSpans({ start, end, cells }: Row) {
  return cells.map((from, at) => {
    const next = cells[at + 1]
    return { start: start + from, end: next === undefined ? end : start + next - BETWEEN_CELLS.length }
  })
}
