import { DalelError } from "../../model/refusals.js"
import type { Listed } from "../../names/overlap.js"
import { rowsOf, separatorOf } from "../../read/formats/csv/cells.js"
import { readXlsx, serialDay } from "./xlsx.js"

export const PARTS = ["name", "given", "family", "alias", "date", "place", "id", "other"] as const
export type Part = (typeof PARTS)[number]

/** A list read: its people, how many rows named nobody, and what each column was taken for. */
export interface ReadList {
  readonly people: readonly Listed[]
  readonly nameless: number
  readonly columns: readonly { readonly name: string; readonly part: Part }[]
}

/** More than a list of people is; every row is held in memory. */
const MOST_ROWS = 200_000
const MOST_COLUMNS = 1000

/**
 * People of a CSV file, a workbook (XLSX) or FollowTheMoney entities, one JSON object a line. `parts`: what columns are,
 * by their names, where their names do not tell.
 * @throws DalelError list/unreadable, list/no-names, names/no-column, reading/too-many-parts
 */
export function readList(bytes: Buffer, parts: ReadonlyMap<string, Part>): ReadList {
  if (bytes.length > 3 && bytes.readUInt32BE(0) === 0x504b0304) return fromRows(readXlsx(bytes), parts)
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DalelError("list/unreadable", "", { cause })
  }
  if (/^\s*\{/.test(text)) return fromEntities(text)
  const { separator, after } = separatorOf(text, 0)
  const cells = rowsOf(text, after, separator, { rows: MOST_ROWS, columns: MOST_COLUMNS })
  const rows = cells.map((row) =>
    row.map(({ parts: own }) => own.map(({ first, after: end }) => text.slice(first, end)).join("")),
  )
  return fromRows(rows, parts)
}

/** What a column's name says it holds, in English, Russian and Kazakh. */
const TELLS: readonly (readonly [RegExp, Part])[] = [
  [/^(?:given|first)[ _-]?names?$|^имя$|^аты$/iu, "given"],
  [/^(?:family|last|sur)[ _-]?names?$|^surname$|^фамилия$|^тегі$/iu, "family"],
  [/alias|other[ _-]?name|aka|также известен|басқа аты/iu, "alias"],
  [/birth[ _-]?(?:date|day|year)|date of birth|^dob$|^born$|(?:дата|год) рождения|туған (?:күні|жылы)|出生/iu, "date"],
  [/place|city|region|residence|address|^место|город|область|адрес|туған жері|қала|облыс|地/iu, "place"],
  [/name|ф\.?\s?и\.?\s?о|имя|аты-жөні|есімі|姓名|ئىسمى/iu, "name"],
  [/^(?:id|№|no\.?|number|key)$/iu, "id"],
]

const partOf = (column: string): Part => TELLS.find(([rule]) => rule.test(column))?.[1] ?? "other"

function fromRows(rows: readonly (readonly string[])[], parts: ReadonlyMap<string, Part>): ReadList {
  if (rows.length > MOST_ROWS) throw new DalelError("reading/too-many-parts", String(MOST_ROWS))
  const from = rows.findIndex((row) => row.filter((cell) => cell.trim() !== "").length > 0)
  const header = (rows[from] ?? []).map((cell) => cell.trim())
  for (const name of parts.keys()) if (!header.includes(name)) throw new DalelError("names/no-column", "--as")
  const columns = header.map((name) => ({ name, part: parts.get(name) ?? partOf(name) }))
  if (!columns.some(({ part }) => part === "name" || part === "given" || part === "family"))
    throw new DalelError("list/no-names")
  const body = rows.slice(from + 1).filter((row) => row.some((cell) => cell.trim() !== ""))
  const all = body.map((row, at): Listed => {
    const held = (part: Part) =>
      columns.flatMap((column, nth) => (column.part === part && row[nth]?.trim() ? [row[nth]!.trim()] : []))
    const joined = [...held("given"), ...held("family")].join(" ")
    return {
      key: held("id")[0] ?? String(at + 1),
      names: [
        ...held("name"),
        ...(joined === "" ? [] : [joined]),
        ...held("alias").flatMap((cell) => cell.split(/[;|]/u)),
      ]
        .map((name) => name.trim())
        .filter(Boolean),
      born: held("date").flatMap((cell) => edtfOf(cell) ?? []),
      places: held("place"),
    }
  })
  return found(all, columns)
}

function fromEntities(text: string): ReadList {
  const lines = text.split("\n").filter((line) => line.trim() !== "")
  if (lines.length > MOST_ROWS) throw new DalelError("reading/too-many-parts", String(MOST_ROWS))
  const all = lines.flatMap((line, at): Listed[] => {
    let entity: { id?: unknown; schema?: unknown; properties?: Record<string, unknown> }
    try {
      entity = JSON.parse(line)
    } catch (cause) {
      throw new DalelError("list/unreadable", String(at + 1), { cause })
    }
    if (entity.schema !== "Person") return []
    const held = (...names: string[]) =>
      names
        .flatMap((name) => entity.properties?.[name] ?? [])
        .filter((value): value is string => typeof value === "string" && value.trim() !== "")
    return [
      {
        key: typeof entity.id === "string" ? entity.id : String(at + 1),
        names: [...new Set(held("name", "alias", "weakAlias", "previousName"))],
        born: held("birthDate").flatMap((day) => edtfOf(day) ?? []),
        places: held("birthPlace", "address", "country"),
      },
    ]
  })
  return found(all, [])
}

function found(all: readonly Listed[], columns: ReadList["columns"]): ReadList {
  const people = all.filter(({ names }) => names.length > 0)
  return { people, nameless: all.length - people.length, columns }
}

/** "5.3.1987", "1987-03-05T00:00", "1987", a spreadsheet's day: as EDTF. Null: it may be read in two ways, or in none. */
export function edtfOf(cell: string): string | null {
  const iso = /^(\d{4}(?:-\d\d){0,2})(?:T.*)?$/.exec(cell)
  if (iso && Number(iso[1]!.slice(0, 4)) < 2200) return iso[1]!
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*г\.?|\s*ж\.?)?$/u.exec(cell)
  if (dotted) return `${dotted[3]}-${dotted[2]!.padStart(2, "0")}-${dotted[1]!.padStart(2, "0")}`
  return serialDay(cell)
}
