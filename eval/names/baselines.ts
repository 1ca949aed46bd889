import { Database } from "@signalapp/sqlcipher"
import anyAscii from "any-ascii"
import MiniSearch from "minisearch"
import { jaroWinkler } from "../../src/names/jarowinkler.js"

type Search = (names: readonly string[]) => (query: string) => readonly number[]

const plain = (name: string) => anyAscii(name).toLowerCase().trim()

const scan: Search = (names) => {
  const kept = names.map(plain)
  return (query) => {
    const asked = plain(query)
    return kept
      .map((name, at) => ({ at, near: jaroWinkler(asked, name) }))
      .sort((a, b) => b.near - a.near)
      .slice(0, 10)
      .map(({ at }) => at)
  }
}

const mini: Search = (names) => {
  const index = new MiniSearch<{ id: number; name: string }>({ fields: ["name"], searchOptions: { fuzzy: 0.34 } })
  index.addAll(names.map((name, id) => ({ id, name: plain(name) })))
  return (query) =>
    index
      .search(plain(query))
      .slice(0, 10)
      .map(({ id }) => id as number)
}

const trigrams: Search = (names) => {
  const db = new Database(":memory:")
  db.exec("CREATE VIRTUAL TABLE n USING fts5(name, tokenize='trigram')")
  const insert = db.prepare("INSERT INTO n (rowid, name) VALUES (?, ?)")
  db.transaction(() => {
    for (const [at, name] of names.entries()) insert.run([at + 1, plain(name)])
  })()
  const select = db.prepare("SELECT rowid AS at FROM n WHERE n MATCH ? ORDER BY rank LIMIT 10")
  return (query) => {
    const asked = plain(query).replace(/[^a-z0-9 ]/g, "")
    const grams = [
      ...new Set(Array.from({ length: Math.max(0, asked.length - 2) }, (_, at) => asked.slice(at, at + 3))),
    ]
    if (grams.length === 0) return []
    return select.all<{ at: number }>([grams.map((gram) => `"${gram}"`).join(" OR ")]).map(({ at }) => at - 1)
  }
}

/** What else one could take from a package, all over any-ascii. pg_trgm needs a server; its published figures stand. */
export const BASELINES: readonly (readonly [string, Search])[] = [
  ["Jaro–Winkler scan", scan],
  ["MiniSearch", mini],
  ["FTS5 trigram", trigrams],
]
