// How fast the reader reads. Pages per second beside Readability on linkedom, in turns in one run, when both are
// installed beside this project (`npm install --no-save @mozilla/readability@0.6.0 linkedom@0.18.15`; they are in no
// package of ours); the pages are our samples, and the public news pages where they are. Then dates in characters per
// second, and the whole reading of an article of a thousand words, made of our samples' sentences.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { readDates } from "../src/read/dates/index.js"
import { formatOf, read } from "../src/read/read.js"

/** Enough for a ratio; the whole set has 181. */
const MOST_PAGES = 60
const ROUNDS = 3

const root = process.cwd()
const decoder = new TextDecoder()

function pages(): Uint8Array[] {
  const own = readdirSync(join(root, "samples"))
    .filter((name) => name.endsWith(".html"))
    .map((name) => new Uint8Array(readFileSync(join(root, "samples", name))))
  const folder = join(root, "../shared/data/reading/article-extraction-benchmark/html")
  if (!existsSync(folder)) return own
  const news = readdirSync(folder)
    .sort()
    .slice(0, MOST_PAGES)
    .map((name) => new Uint8Array(gunzipSync(readFileSync(join(folder, name)))))
  return [...own, ...news]
}

const seconds = (work: () => void): number => {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

/** Both are somebody else's and may be missing: nothing but this file knows them. */
async function peer(): Promise<((html: string) => void) | null> {
  try {
    const [readability, linkedom] = (await Promise.all(
      ["@mozilla/readability", "linkedom"].map((name) => import(name)),
    )) as [
      { Readability: new (document: object) => { parse(): object | null } },
      { parseHTML(html: string): { document: object } },
    ]
    return (html) => {
      new readability.Readability(linkedom.parseHTML(html).document).parse()
    }
  } catch {
    return null
  }
}

const all = pages()
const extract = (bytes: Uint8Array) => formatOf(bytes, "text/html").read(bytes, {})
const other = await peer()
const best = { ours: Number.POSITIVE_INFINITY, theirs: Number.POSITIVE_INFINITY }
for (let round = 0; round < ROUNDS; round++) {
  best.ours = Math.min(
    best.ours,
    seconds(() => {
      for (const page of all) extract(page)
    }),
  )
  if (other !== null)
    best.theirs = Math.min(
      best.theirs,
      seconds(() => {
        for (const page of all) other(decoder.decode(page))
      }),
    )
}
const rate = (time: number) => (all.length / time).toFixed(1)
if (other === null)
  console.log(`pages: ${rate(best.ours)} pages/s of ${all.length}; not compared, the peers are not installed`)
else
  console.log(
    `pages: ${(best.theirs / best.ours).toFixed(2)} × Readability + linkedom   (ours ${rate(best.ours)} pages/s, theirs ${rate(best.theirs)}, ${all.length} pages)`,
  )

const samples = ["01-kerwen-radio.html", "02-dalakent-dispatch.html", "08-border-lines-en.html"]
const articles = samples.map((name) => {
  const bytes = new Uint8Array(readFileSync(join(root, "samples", name)))
  return read(bytes, {}).mainText
})
const prose = articles.join("\n\n")
const long = `${prose}\n\n`.repeat(Math.ceil(400_000 / prose.length))
let dates = Number.POSITIVE_INFINITY
for (let round = 0; round < ROUNDS; round++)
  dates = Math.min(
    dates,
    seconds(() => {
      readDates(long, "en", "2022-05-19", (index) => {
        const start = long.lastIndexOf("\n", index) + 1
        const end = long.indexOf("\n", index)
        return { start, end: end < 0 ? long.length : end, block: 0 }
      })
    }),
  )
console.log(
  `dates: ${Math.round(long.length / 1000 / dates)} kchar/s of ${Math.round(long.length / 1000)} kchar (at least 500)`,
)

const thousand = new TextEncoder().encode(
  prose
    .split(/(?<=[.!?”])\s+/u)
    .reduce(
      ({ text, count }, sentence) =>
        count >= 1000
          ? { text, count }
          : { text: `${text}${sentence}\n\n`, count: count + sentence.split(/\s+/u).length },
      { text: "", count: 0 },
    ).text,
)
/** By the clock, and what this process worked: on a busy machine the clock says little. */
const times = Array.from({ length: 60 }, () => {
  const before = process.cpuUsage()
  const clock = seconds(() => read(thousand, { published: "2022-05-19", mediaType: "text/plain" })) * 1000
  const { user, system } = process.cpuUsage(before)
  return { clock, work: (user + system) / 1000 }
})
const median = (of: (time: (typeof times)[number]) => number) =>
  times
    .map(of)
    .sort((a, b) => a - b)[30]!
    .toFixed(1)
console.log(
  `a whole reading of 1,000 words: median ${median(({ clock }) => clock)} ms by the clock, ${median(({ work }) => work)} ms of work (at most 30)`,
)
