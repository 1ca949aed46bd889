// How fast names are found and linked, and what it holds. Sizes: DALEL_BENCH_NAMES (100000 unless told); `--million`
// adds an index of 1,000,000, without a bar. The names are made up here, so that it runs anywhere; `npm run eval --
// names` measures how well they are found.
import { link } from "../src/names/link/link.js"
import { nameIndex } from "../src/names/search.js"

const size = Number(process.env.DALEL_BENCH_NAMES ?? 100_000)

let state = 1
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}
const any = <T>(items: readonly T[]): T => items[random(items.length)]!

const STARTS = [
  "Ai",
  "Be",
  "Bo",
  "Da",
  "Er",
  "Gu",
  "Il",
  "Ka",
  "Ma",
  "Nu",
  "Ra",
  "Sa",
  "Se",
  "Ta",
  "Ti",
  "Za",
  "Zh",
  "Mu",
  "Ol",
  "Pe",
]
const MIDDLES = [
  "gu",
  "ri",
  "la",
  "rma",
  "sta",
  "bek",
  "ldy",
  "nar",
  "lim",
  "shi",
  "ta",
  "ke",
  "vo",
  "dri",
  "mu",
  "sse",
]
const ENDS = ["l", "n", "s", "r", "k", "m", "jan", "bay", "ova", "ev", "in", "er", "son", "i", "a", "o"]
const word = () => any(STARTS) + any(MIDDLES) + (random(2) ? any(MIDDLES) : "") + any(ENDS)
const firsts = Array.from({ length: 4000 }, word)
const lasts = Array.from({ length: 20_000 }, word)
const person = () => `${any(firsts)} ${any(lasts)}`

/** One letter left out, doubled or changed for its neighbour. */
function slip(name: string): string {
  const at = 1 + random(name.length - 2)
  return random(2) ? name.slice(0, at) + name.slice(at + 1) : name.slice(0, at) + name[at - 1] + name.slice(at + 1)
}

function indexed(size: number, bars: boolean): void {
  const names = Array.from({ length: size }, person)
  const index = nameIndex()
  const started = performance.now()
  for (const [at, name] of names.entries()) index.add(String(at), name)
  const seconds = (performance.now() - started) / 1000
  for (let warm = 0; warm < 100; warm++) index.search(slip(any(names)))
  const spent = process.cpuUsage()
  const times = Array.from({ length: 1000 }, () => {
    const query = slip(any(names))
    const begun = performance.now()
    index.search(query)
    return performance.now() - begun
  }).sort((a, b) => a - b)
  const processor = process.cpuUsage(spent).user / 1e6
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1)
  const bar = (text: string) => (bars ? ` (bar ${text})` : "")
  console.log(
    `index of ${size} names: ${(index.bytes / 1e6).toFixed(1)} MB${bar("25")}, built in ${seconds.toFixed(1)} s${bar("10")}`,
  )
  console.log(
    `search among ${size}: p50 ${at(0.5)} ms${bar("2")}, p99 ${at(0.99)} ms${bar("10")}, processor ${processor.toFixed(2)} ms each${bars ? "; pg_trgm 42 / 74 ms (published)" : ""}`,
  )
}

indexed(size, true)

{
  const columns = [
    { name: "given", kind: "given" },
    { name: "family", kind: "family" },
    { name: "born", kind: "date" },
    { name: "place", kind: "place" },
    { name: "document", kind: "id" },
  ] as const
  const towns = Array.from({ length: 600 }, word)
  const rows: string[][] = []
  const two = (number: number) => String(number).padStart(2, "0")
  while (rows.length < size) {
    const born = `${1940 + random(65)}-${two(1 + random(12))}-${two(1 + random(28))}`
    const row = [any(firsts), any(lasts), born, any(towns), String(100_000_000 + random(899_999_999))]
    rows.push(row)
    // A third stands twice, with a slip or something missing.
    if (random(3) === 0)
      rows.push(row.map((cell) => (random(5) === 0 ? "" : cell.length > 3 && random(4) === 0 ? slip(cell) : cell)))
  }
  const started = performance.now()
  const { pairs } = link(columns, rows)
  const seconds = (performance.now() - started) / 1000
  const same = pairs.filter((pair) => pair.same).length
  const held = process.resourceUsage().maxRSS / 1024
  console.log(
    `link of ${rows.length} records: ${seconds.toFixed(1)} s (bar 30), ${held.toFixed(0)} MB at most (bar 600), ${same} pairs`,
  )
}

// Last, so that the memory said above is not its.
if (process.argv.includes("--million")) indexed(1_000_000, false)
