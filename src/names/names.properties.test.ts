import assert from "node:assert/strict"
import { test } from "node:test"
import fc from "fast-check"
import { compareNames } from "./compare.js"
import { clustersOf } from "./link/cluster.js"
import { link } from "./link/link.js"
import { nearness } from "./match.js"
import { parseName } from "./readings.js"
import { nameIndex } from "./search.js"

const WORDS = [
  "Айгуль",
  "Ермек",
  "Садык",
  "Сәуле",
  "Bilge",
  "Aigul",
  "Yermek",
  "Sadyk",
  "ەركىن",
  "ئايگۈل",
  "艾尔肯",
  "王",
  "A.",
  "bin",
  "Nur-Bek",
  "Ермекович",
]
const name = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(" "))
const anything = fc.oneof(name, fc.string({ unit: "binary", maxLength: 20 }))

test("comparing is the same either way round, and every score is the sum of its parts", () => {
  fc.assert(
    fc.property(anything, anything, (left, right) => {
      const [one, other] = [compareNames(left, right), compareNames(right, left)]
      assert.equal(one.score, other.score)
      assert.equal(one.same, other.same)
      assert.ok(Math.abs(one.score - one.parts.reduce((sum, { adds }) => sum + adds, 0)) < 1e-9)
    }),
  )
})

test("every hit's score is the sum of its parts, and a name that is the query comes first", () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), anything, (names, query) => {
      const index = nameIndex()
      for (const [at, one] of names.entries()) index.add(String(at), one)
      for (const hit of index.search(query))
        assert.ok(Math.abs(hit.score - hit.why.parts.reduce((sum, { adds }) => sum + adds, 0)) < 1e-6)
      const [first] = index.search(names[0]!)
      assert.equal(first!.why.badge, "exact")
      assert.equal(first!.name, names[0])
    }),
  )
})

test("adding an alias never lowers its owner's rank for that alias", () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 2, maxLength: 10 }), fc.nat(9), name, (names, which, alias) => {
      const owner = String(which % names.length)
      const index = nameIndex()
      for (const [at, one] of names.entries()) index.add(String(at), one)
      const rank = () => {
        const at = index.search(alias, { top: 20 }).findIndex(({ id }) => id === owner)
        return at < 0 ? 99 : at
      }
      const before = rank()
      index.add(owner, alias, true)
      assert.ok(rank() <= before)
    }),
  )
})

test("a name taken away leaves no trace, and the others stay as they were", () => {
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 8 }),
      fc.array(name, { maxLength: 8 }),
      name,
      (stay, go, query) => {
        const [never, once] = [nameIndex(), nameIndex()]
        for (const [at, one] of stay.entries()) {
          never.add(String(at), one)
          if (at < go.length) once.add("gone", go[at]!)
          once.add(String(at), one)
        }
        for (const one of go) once.add("gone", one, true)
        once.remove("gone")
        assert.equal(once.size, never.size)
        const told = (index: typeof once) =>
          index.search(query).map(({ id, name, score }) => [id, name, score.toFixed(6)])
        assert.deepEqual(told(once), told(never))
        once.add("gone", query)
        assert.equal(once.search(query)[0]!.why.badge, "exact")
      },
    ),
  )
})

test("looking for one name by another is as near either way round", () => {
  fc.assert(
    fc.property(name, name, (left, right) => {
      const [one, other] = [parseName(left).ways[0]!, parseName(right).ways[0]!]
      for (const a of one)
        for (const b of other)
          for (const form of a.forms)
            for (const own of b.forms) {
              const near = nearness(form, own)
              assert.ok(Math.abs(near - nearness(own, form)) < 1e-9)
              // A limit changes only what is no nearer than it.
              if (near > 0.65) assert.ok(Math.abs(nearness(form, own, 0.64) - near) < 1e-9)
            }
    }),
  )
})

test("no cluster holds two records that were told apart, whatever the likenesses", () => {
  const edge = fc.tuple(fc.nat(11), fc.nat(11), fc.double({ min: -20, max: 20, noNaN: true }))
  fc.assert(
    fc.property(
      fc.array(edge, { maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 8 }),
      (edges, apart) => {
        const never = apart.filter(([a, b]) => a !== b)
        const bits = new Map(edges.map(([a, b, each]) => [`${Math.min(a, b)} ${Math.max(a, b)}`, each]))
        const between = (a: number, b: number) => bits.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0
        const pairs = edges.filter(([a, b]) => a !== b).map(([a, b, each]) => ({ a, b, bits: each }))
        const clusters = clustersOf(12, pairs, between, never, { mean: 0, least: -10 })
        for (const [a, b] of never) assert.notEqual(clusters[a], clusters[b])
        // A cluster is named by its lowest record, so that joining and parting are undone by leaving a pair out.
        for (const [record, cluster] of clusters.entries())
          assert.ok(cluster <= record && clusters[cluster] === cluster)
        // A chain joins nobody across a pair that speaks strongly against it.
        for (let a = 0; a < 12; a++)
          for (let b = 0; b < a; b++) assert.ok(clusters[a] !== clusters[b] || between(a, b) >= -10)
      },
    ),
  )
})

const COLUMNS = [
  { name: "given", kind: "given" },
  { name: "family", kind: "family" },
  { name: "born", kind: "date" },
  { name: "place", kind: "place" },
] as const

/** Invented people, some twice with a slip or something left out. */
function table(): string[][] {
  const [given, family, places] = [
    ["Aigul", "Yermek", "Saule", "Bolat", "Dana", "Marat", "Zhanar", "Timur"],
    ["Sadyk", "Omar", "Kairat", "Nurlan", "Serik", "Abai", "Zhumabek", "Ospan"],
    ["Semey", "Oral", "Taraz", "Aqtau", "Kokshetau"],
  ]
  const rows: string[][] = []
  for (let at = 0; at < 120; at++) {
    const row = [
      given[(at * 5) % 8]!,
      family[(at * 3 + Math.floor(at / 8)) % 8]!,
      `19${50 + (at % 45)}-0${1 + (at % 9)}-1${at % 10}`,
      places[at % 5]!,
    ]
    rows.push(row)
    if (at % 4 === 0) rows.push([row[0]!, row[1]!, "", row[3]!])
    if (at % 6 === 0) rows.push([`${row[0]!.slice(0, -1)}`, row[1]!, row[2]!, row[3]!])
  }
  return rows
}

test("what is said about a pair adds up to its bits, and something missing adds nothing", () => {
  const rows = table()
  const found = link(COLUMNS, rows)
  assert.ok(found.pairs.some(({ same }) => same))
  for (const { a, b, bits } of found.pairs) {
    const parts = found.explain(a, b)
    assert.ok(Math.abs(parts.reduce((sum, { adds }) => sum + adds, 0) - bits) < 1e-9)
    if (rows[a]![2] === "" || rows[b]![2] === "") assert.ok(parts.every(({ about }) => about !== "born"))
  }
})

test("a pair told apart parts its cluster, and taking that back restores it", () => {
  const rows = table()
  const before = link(COLUMNS, rows)
  const { a, b } = before.pairs.find(({ same }) => same)!
  const parted = link(COLUMNS, rows, { never: [[a, b]] })
  assert.notEqual(parted.clusters[a], parted.clusters[b])
  assert.deepEqual(link(COLUMNS, rows).clusters, before.clusters)
})
