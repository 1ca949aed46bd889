import type { Span } from "../../model/passage.js"
import type { Mention, ReadDate, ReadEntity } from "../../model/reading.js"
import { type Language, tagOf } from "../language/index.js"
import { languageOfPassages } from "../language/passages.js"
import type { Analysis, Page, Table } from "../page.js"
import { type Draft, draftOf } from "../proposals/index.js"
import { code, entity, identifier, type LangOf, name, Statements, text as words } from "../proposals/statements.js"
import { type Column, columnOf } from "./columns.js"
import { datesOf, detentionOf, graveRow, liberty, sexOf } from "./values.js"

const RULE = "csv/row"

/** So many rows are proposed from; the rest of a longer list is read, and can be divided or stated by hand. */
export const MOST_PROPOSED = 2000

/**
 * What a table proposes: of each row of a list of people the person, and the detention or release it tells of; each
 * value grounded on its cell. A table without a column of names proposes nothing. `said`: dates in the words of cells.
 */
export function analyseTable(
  { text, table, blocks }: Page & { table: Table },
  identified: Language,
  said: readonly ReadDate[],
): Analysis {
  const rows = table.rows.slice(0, MOST_PROPOSED)
  const languageOf = languageOfPassages(text, blocks, identified)
  const found = new List(text, { ...table, rows }, (cell) => tagOf(languageOf(cell)), byCell(table, said)).read()
  return {
    language: identified.language,
    mentions: found.mentions.sort((a, b) => a.start - b.start),
    entities: found.entities,
    proposals: found.drafts.map((draft, index) => ({ number: index + 1, ...draft })),
    dates: found.allDates(),
    quantities: [],
    events: [],
    claims: [],
    gist: { violations: [], victims: [], perpetrators: [], country: null, date: null },
    legal: [],
    facts: [],
  }
}

/** Dates by the start of the cell they lie in. Both are in order. */
function byCell({ rows }: Table, dates: readonly ReadDate[]): Map<number, ReadDate[]> {
  const found = new Map<number, ReadDate[]>()
  let next = 0
  for (const { start, end } of rows.flat()) {
    while (next < dates.length && dates[next]!.start < start) next++
    const from = next
    while (next < dates.length && dates[next]!.start < end) next++
    if (next > from) found.set(start, dates.slice(from, next))
  }
  return found
}

/** One cell with words in it. */
interface Filled extends Span {
  readonly words: string
}

type Cells = ReadonlyMap<Column, Filled>

/** Cells that say there is nothing to say. */
const NOTHING =
  /^[\s\p{P}]*(?:n\/?a|none|(?:name )?(?:unknown|not known)|no data|нет данных|(?:имя )?неизвестно|нет|(?:аты )?белгісіз|жоқ|未知|(?:姓名)?不详|无)?[\s\p{P}]*$/iu
const TOTAL = /^(?:total|sum|итого|всего|барлығы|жиыны|合计|总计)\b/iu

class List {
  readonly drafts: Draft[] = []
  readonly entities: ReadEntity[] = []
  readonly mentions: Mention[] = []
  readonly dates: ReadDate[] = []
  readonly #text: string
  readonly #table: Table
  readonly #said: ReadonlyMap<number, readonly ReadDate[]>
  readonly #lang: LangOf
  readonly #columns: readonly (Column | null)[]
  readonly #dates = new Map<Column, (words: string) => string | null>()
  readonly #places = new Map<string, { id: string; spans: Span[] }>()
  #people = 0
  #events = 0

  constructor(text: string, table: Table, lang: LangOf, said: ReadonlyMap<number, readonly ReadDate[]>) {
    this.#text = text
    this.#said = said
    this.#table = table
    this.#lang = lang
    const taken = new Set<Column>()
    this.#columns = table.header.map((header) => {
      const column = columnOf(header)
      if (column === null || taken.has(column)) return null
      taken.add(column)
      return column
    })
    // A column of names beside one of family names holds given names.
    if (taken.has("name") && taken.has("family") && !taken.has("given"))
      this.#columns = this.#columns.map((column) => (column === "name" ? "given" : column))
  }

  read(): this {
    if (!this.#columns.some((column) => column === "name" || column === "family" || column === "given")) return this
    const { header, rows } = this.#table
    for (const column of ["birth", "since", "released", "death"] as const) {
      const at = this.#columns.indexOf(column)
      const all = at === -1 ? [] : rows.map((row) => (row[at] ? this.#text.slice(row[at].start, row[at].end) : ""))
      this.#dates.set(column, datesOf(all))
    }
    this.#otherDates()
    const people: Draft[] = []
    for (const row of rows) {
      const cells = this.#cells(row)
      const again = row.every(({ start, end }, at) => this.#text.slice(start, end) === header[at])
      if (!again) people.push(...this.#person(row, cells))
    }
    this.drafts.push(...this.#placeDrafts(), ...people)
    return this
  }

  /** Columns of dates that nothing is proposed from: "last news". */
  #otherDates(): void {
    for (const at of this.#columns.keys()) {
      if (this.#columns[at] !== null && this.#columns[at] !== "other") continue
      const cells = this.#table.rows.flatMap((row) => (row[at] && row[at].end > row[at].start ? [row[at]] : []))
      const said = cells.map(({ start, end }) => this.#text.slice(start, end))
      const dateOf = datesOf(said)
      const found = cells.flatMap((cell, index) => {
        const edtf = dateOf(said[index]!)
        return edtf === null ? [] : [this.#dated(cell, edtf)]
      })
      if (found.length * 2 > cells.length) this.dates.push(...found)
    }
  }

  /** By place: whole cells first, then what is said inside the others. */
  allDates(): ReadDate[] {
    const whole = new Set(this.dates.map(({ start }) => start))
    const inside = [...this.#said].flatMap(([cell, dates]) => (whole.has(cell) ? [] : dates))
    return [...this.dates, ...inside].sort((a, b) => a.start - b.start)
  }

  #dated({ start, end }: Span, edtf: string): ReadDate {
    return { start, end, edtf, value: edtf, relation: null, reference: null }
  }

  #cells(row: readonly Span[]): Cells {
    const cells = new Map<Column, Filled>()
    for (const [at, span] of row.entries()) {
      const column = this.#columns[at]
      const said = this.#text.slice(span.start, span.end)
      if (column && !NOTHING.test(said)) cells.set(column, { ...span, words: said })
    }
    return cells
  }

  #person(row: readonly Span[], cells: Cells): Draft[] {
    const named = namesOf(cells)
    const [first] = named
    const full = named.map((cell) => cell.words).join(" ")
    if (!first || !/\p{L}{2}|\p{sc=Han}/u.test(full) || full.length > 200 || TOTAL.test(full)) return []
    const id = `p${++this.#people}`
    this.entities.push({ id, kind: "Person", name: full, aliases: [], roles: [] })
    for (const { start, end } of named) this.mentions.push({ kind: "Person", entity: id, start, end })
    const passages: [Span, ...Span[]] = [first, ...named.slice(1)]
    const own = new Statements(id, "Person", this.#lang, passages)
    own.add("name", name(full))
    const of = (column: Column) => cells.get(column)
    const at = (cell: Span) => ({ passages: [cell] as [Span] })
    for (const alias of of("alias") ? [of("alias")!] : []) own.add("alias", name(alias.words), at(alias))
    for (const property of ["occupation", "ethnicity"] as const) {
      const cell = of(property)
      if (cell) own.add(property, words(cell.words), at(cell))
    }
    const sex = of("sex")
    if (sex) own.add("sex", code(sexOf(sex.words)), at(sex))
    const document = of("identity")
    if (document) own.add("identityDocument", identifier(document.words.slice(0, 200)), at(document))
    for (const [property, column] of [
      ["birthDate", "birth"],
      ["deathDate", "death"],
    ] as const) {
      const cell = of(column)
      if (cell) own.add(property, this.#date(column, cell), at(cell))
    }
    for (const property of ["birthPlace", "residence", "citizenship"] as const) {
      const cell = of(property)
      if (cell) own.add(property, entity(this.#place(cell)), at(cell))
    }
    const status = of("status")
    if (status && liberty(status.words) === null) own.add("description", words(status.words), at(status))

    const [start, end] = [row[0]!.start, row.at(-1)!.end]
    const grave = graveRow(this.#text.slice(start, end), this.#age(cells))
    const common = { rule: RULE, grave }
    return [
      ...draftOf({ ...common, score: 0.7, about: id, schema: "Person", statements: own.list }),
      ...this.#detention(id, passages, cells).flatMap(({ about, schema, statements }) =>
        draftOf({ ...common, score: 0.5, about, schema, statements }),
      ),
    ]
  }

  /** What the row says was done to the person. The cell that names its source stands beside the name. */
  #detention(
    person: string,
    named: readonly [Span, ...Span[]],
    cells: Cells,
  ): Pick<Draft, "about" | "schema" | "statements">[] {
    const of = (column: Column) => cells.get(column)
    const [since, facility, status, offence, freed, place] = [
      of("since"),
      of("facility"),
      of("status"),
      of("offence"),
      of("released"),
      of("place"),
    ]
    const state = status ? liberty(status.words) : null
    const source = of("source")
    const passages: [Span, ...Span[]] = source ? [...named, source] : [...named]
    const at = (cell: Span) => ({ passages: [cell] as [Span] })
    const found: Statements[] = []
    if (since || facility || state === "held" || (offence && place)) {
      const own = new Statements(`e${++this.#events}`, "Detention", this.#lang, passages).add("person", entity(person))
      if (since) own.add("date", this.#date("since", since), at(since))
      const kind = [status, facility].find((cell) => cell && detentionOf(cell.words) !== null)
      if (kind) own.add("kind", code(detentionOf(kind.words)), at(kind))
      if (facility) own.add("facility", name(facility.words), at(facility))
      if (place) own.add("place", entity(this.#place(place)), at(place))
      if (offence) own.add("offence", words(offence.words), at(offence))
      found.push(own)
    }
    const day = freed ? this.#date("released", freed) : null
    if (freed ? day !== null : state === "released") {
      const cell = (freed ?? status)!
      const own = new Statements(`e${++this.#events}`, "Release", this.#lang, passages).add("person", entity(person))
      own.add("kind", code("released"), at(cell)).add("date", day, at(cell))
      found.push(own)
    }
    return found.flatMap(({ list: [first, ...rest] }) =>
      first ? [{ about: first.entity, schema: first.schema, statements: [first, ...rest] as const }] : [],
    )
  }

  #date(column: Column, cell: Filled) {
    const { words: said } = cell
    const [inside, more] = this.#said.get(cell.start) ?? []
    const edtf = this.#dates.get(column)!(said) ?? (more ? null : (inside?.edtf ?? null))
    if (edtf !== null) this.dates.push(this.#dated(cell, edtf))
    return edtf === null ? null : ({ type: "date", edtf, words: said.slice(0, 200), reference: null } as const)
  }

  /** How old at detention: by the age column, else by the two years. */
  #age(cells: Cells): number | null {
    const years = /^\d{1,3}/.exec(cells.get("age")?.words ?? "")
    if (years) return Number(years[0])
    const yearOf = (column: Column) => {
      const cell = cells.get(column)
      const edtf = cell && this.#dates.get(column)!(cell.words)
      return edtf ? Number(edtf.replace("[", "").slice(0, 4)) : null
    }
    const [born, taken] = [yearOf("birth"), yearOf("since")]
    return born === null || taken === null ? null : taken - born
  }

  #place({ start, end, words: said }: Filled): string {
    const key = said.normalize("NFC").toLowerCase()
    const known = this.#places.get(key) ?? { id: `l${this.#places.size + 1}`, spans: [] }
    if (!this.#places.has(key)) {
      this.#places.set(key, known)
      this.entities.push({ id: known.id, kind: "Place", name: said.slice(0, 200), aliases: [], roles: [] })
    }
    known.spans.push({ start, end })
    this.mentions.push({ kind: "Place", entity: known.id, start, end })
    return known.id
  }

  #placeDrafts(): Draft[] {
    return [...this.#places.values()].flatMap(({ id, spans: [first, ...rest] }) => {
      const passages: [Span, ...Span[]] = [first!, ...rest.slice(0, 2)]
      const own = new Statements(id, "Place", this.#lang, passages)
      own.add("name", name(this.#text.slice(first!.start, first!.end)))
      return draftOf({ rule: RULE, score: 0.7, about: id, schema: "Place", grave: null, statements: own.list })
    })
  }
}

/** The cells that together are the name, as the table orders them. */
function namesOf(cells: Cells): Filled[] {
  const whole = cells.get("name")
  if (whole) return [whole]
  const parts = (["family", "given", "father"] as const).flatMap((column) => cells.get(column) ?? [])
  return parts.sort((a, b) => a.start - b.start)
}
