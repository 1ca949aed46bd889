import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { compareNames } from "../../src/names/compare.js"
import { kindOf } from "../../src/names/link/fields.js"
import { link } from "../../src/names/link/link.js"
import { nameIndex } from "../../src/names/search.js"
import { rowsOf } from "../../src/read/formats/csv/cells.js"
import { counted, type Result, type Row, rowOf } from "../row.js"
import { BASELINES } from "./baselines.js"
import { fitted, haystackOf, likeNamed, peopleOf, type Query, SCRIPTS } from "./people.js"
import { VARIANTS } from "./places.js"

const MISSING = "../shared/data is not there"

/** Search, comparison and linkage of names. Where a set has halves, weights and thresholds were fixed on the first. */
export function names(root: string): Result[] {
  return [...search(root), places(root), compare(root), ...linkage(root)]
}

type Ask = (query: string) => readonly number[]

function scored(data: string, method: string, queries: readonly Query[], ask: Ask, bars: Bars, peer: string): Row[] {
  const ranks = queries.map(({ text, wanted, script }) => ({ script, rank: ask(text).indexOf(wanted) }))
  const share = (of: typeof ranks, top: number) =>
    of.length === 0 ? null : of.filter(({ rank }) => rank >= 0 && rank < top).length / of.length
  const row = (measure: string, score: number | null, bar: number | null = null, beside = "") =>
    rowOf(data, method, measure, { score, bar, peer: beside })
  return [
    row("R@1", share(ranks, 1), bars.first, peer),
    row("R@10", share(ranks, 10), bars.ten),
    ...SCRIPTS.map((script) =>
      row(
        `R@1 ${script}`,
        share(
          ranks.filter((one) => one.script === script),
          1,
        ),
        script === "Hani" ? bars.han : null,
      ),
    ),
  ]
}

interface Bars {
  readonly first: number | null
  readonly ten: number | null
  readonly han: number | null
}

const NO_BARS: Bars = { first: null, ten: null, han: null }

/** Baselines are slow: so many of the queries, evenly taken. */
const BASELINE_QUERIES = 200

function search(root: string): Result[] {
  const people = peopleOf(root)
  if (people === null) return [{ data: "names, cross-script search", why: MISSING }]
  const published = {
    10000: "pg_trgm .520/.656, JW scan .608/.778 (published)",
    100000: "pg_trgm .415/.540 (published)",
  }
  const found: Row[] = []
  for (const size of [10_000, 100_000] as const)
    for (const [split, asked] of [
      ["first half", fitted],
      ["second half", (one: Parameters<typeof fitted>[0]) => !fitted(one)],
    ] as const) {
      const { names, queries } = haystackOf(root, people, size, asked)
      const index = nameIndex()
      for (const [at, name] of names.entries()) index.add(String(at), name)
      const ask: Ask = (query) => index.search(query).map(({ id }) => Number(id))
      const bars =
        split === "first half"
          ? NO_BARS
          : size === 10_000
            ? { first: 0.88, ten: 0.93, han: 0.65 }
            : { first: 0.78, ten: 0.88, han: null }
      found.push(...scored(`cross-script ${size}`, `dalel, ${split}`, queries, ask, bars, published[size]))
      if (size === 100_000 || split === "first half") continue
      const step = Math.ceil(queries.length / BASELINE_QUERIES)
      const some = queries.filter((_, at) => at % step === 0)
      found.push(...scored(`cross-script ${size}`, `dalel, same ${some.length}`, some, ask, NO_BARS, ""))
      for (const [name, make] of BASELINES)
        found.push(...scored(`cross-script ${size}`, `${name}, same ${some.length}`, some, make(names), NO_BARS, ""))
    }
  return [found]
}

/** Exemplar cities of CLDR and our own table of variants: Kazakh and Uyghur in Arabic script, asked among Latin. */
function places(root: string): Result {
  const cities = (language: string): Map<string, string> => {
    const file = createRequire(join(root, "package.json")).resolve(
      `cldr-dates-full/main/${language}/timeZoneNames.json`,
    )
    const { zone } = JSON.parse(readFileSync(file, "utf8")).main[language].dates.timeZoneNames
    const found = new Map<string, string>()
    const walk = (node: object, path: string) => {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== "object") continue
        if (value.exemplarCity) found.set(`${path}/${key}`, value.exemplarCity)
        else walk(value, `${path}/${key}`)
      }
    }
    walk(zone, "")
    return found
  }
  try {
    const english = cities("en")
    const asked = ["kk-Arab", "ug"].map((language) => [language, cities(language)] as const)
    const index = nameIndex()
    const latin = new Map<string, string>()
    for (const zone of new Set(asked.flatMap(([, cities]) => [...cities.keys()]))) {
      if (zone.includes("Unknown")) continue
      latin.set(zone, english.get(zone) ?? zone.split("/").at(-1)!.replaceAll("_", " "))
      index.add(zone, latin.get(zone)!)
    }
    for (const { id, latin: spellings } of VARIANTS)
      for (const [at, name] of spellings.entries()) index.add(id, name, at > 0)
    const queries = [
      ...asked.flatMap(([, cities]) => [...cities].map(([zone, name]) => ({ id: zone, name }))),
      ...VARIANTS.flatMap(({ id, arabic }) => arabic.map((name) => ({ id, name }))),
    ].filter(({ id, name }) => /\p{Script=Arabic}/u.test(name) && !id.includes("Unknown"))
    // A city that stands in both lists under one name is one city.
    const nameOf = (id: string) => latin.get(id) ?? VARIANTS.find((one) => one.id === id)!.latin[0]
    const right = queries.filter(({ id, name }) => {
      const [hit] = index.search(name, { top: 1 })
      return (
        hit !== undefined &&
        (hit.id === id ||
          nameOf(hit.id) === nameOf(id) ||
          VARIANTS.some((one) => one.id === id && one.latin.includes(hit.name)))
      )
    })
    return [
      rowOf("place names, Arabic → Latin", `CLDR kk-Arab, ug and our table, ${queries.length}`, "R@1", {
        score: right.length / queries.length,
        bar: 0.95,
        peer: "any-ascii + JW .655 (published)",
      }),
    ]
  } catch (error) {
    return { data: "place names", why: (error as Error).message.split("\n")[0]! }
  }
}

function compare(root: string): Result {
  const people = peopleOf(root)
  if (people === null) return { data: "names, like-named", why: MISSING }
  return (
    [
      ["fitted on", fitted, null],
      ["held out", (one: Parameters<typeof fitted>[0]) => !fitted(one), 0.8],
    ] as const
  ).map(([split, which, bar]) => {
    const pairs = likeNamed(people.filter(which), 2000)
    const [right, wrong, missed] = [
      pairs.filter((pair) => pair.same && compareNames(pair.left, pair.right).same).length,
      pairs.filter((pair) => !pair.same && compareNames(pair.left, pair.right).same).length,
      pairs.filter((pair) => pair.same && !compareNames(pair.left, pair.right).same).length,
    ]
    return rowOf("like-named people", `${split}, ${pairs.length} pairs`, "same name", {
      ...counted(right, wrong, missed),
      bar,
      peer: "logic-v2 .742 on its own pairs (published)",
    })
  })
}

function linkage(root: string): Result[] {
  const folder = join(root, "../shared/data/names")
  if (!existsSync(folder)) return [{ data: "linkage", why: MISSING }]
  const historical = tableAt(join(folder, "historical50k-dev.csv"))
  const truth = historical.heading.indexOf("cluster")
  const half = (row: readonly string[]) =>
    ([...row[truth]!].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) | 0, 0) >>> 4) & 1
  const parts = (["fixed on", "held out"] as const).map((split, which) =>
    linked(
      `historical, ${split}`,
      historical,
      truth,
      (row) => half(row) === which,
      which === 1 ? [0.88, 0.97, 0.8] : null,
    ),
  )
  const febrl = [1, 2].map((nth) => {
    const table = tableAt(join(folder, `febrl/dataset${nth}.csv`))
    const rows = table.rows.map((row) => [...row, row[0]!.split("-")[1]!])
    return linked(`FEBRL ${nth}`, { heading: [...table.heading, "who"], rows }, table.heading.length, () => true, [
      0.999,
      null,
      null,
    ])
  })
  return [...parts, ...febrl]
}

interface Table {
  readonly heading: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function tableAt(file: string): Table {
  const text = readFileSync(file, "utf8")
  const cells = rowsOf(text, 0, ",", { rows: 1e6, columns: 100 }).map((row) =>
    row.map(({ parts }) => parts.map(({ first, after }) => text.slice(first, after)).join("")),
  )
  return { heading: cells[0]!, rows: cells.slice(1).filter((row) => row.length > 1) }
}

function linked(
  data: string,
  { heading, rows }: Table,
  truth: number,
  which: (row: readonly string[]) => boolean,
  bars: readonly [number | null, number | null, number | null] | null,
): Row[] {
  const some = rows.filter(which)
  const columns = heading.flatMap((name, at) => (at === 0 || at === truth ? [] : [{ name, kind: kindOf(name), at }]))
  const { pairs, clusters } = link(
    columns,
    some.map((row) => columns.map(({ at }) => row[at] ?? "")),
  )
  const who = some.map((row) => row[truth]!)
  const pairsIn = (keys: Iterable<string | number>) => {
    const counts = new Map<string | number, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  }
  const all = pairsIn(who)
  const same = pairs.filter((pair) => pair.same)
  const right = same.filter(({ a, b }) => who[a] === who[b]).length
  const [first, precision, f1] = bars ?? [null, null, null]
  const clustered = pairsIn(clusters)
  const both = pairsIn([...clusters].map((cluster, record) => `${cluster} ${who[record]}`))
  const cluster = counted(both, clustered - both, all - both)
  return [
    rowOf(data, `${some.length} records`, "pairs", {
      ...counted(right, same.length - right, all - right),
      bar: first,
      peer: bars?.[1] ? "prototype .818" : "",
    }),
    rowOf(data, `${some.length} records`, "clusters", {
      ...cluster,
      bar: f1,
      peer: bars?.[1] ? "connected components .428" : "",
    }),
    rowOf(data, `${some.length} records`, "cluster precision", {
      score: cluster.precision,
      bar: precision,
      peer: bars?.[1] ? "connected components .281" : "",
    }),
  ]
}
