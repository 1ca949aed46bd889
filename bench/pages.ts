// How long the server takes for each page of the sample, and how much a browser is given for it. A page is asked for
// six times: the first time (nothing is warm) and the median of the others are told, for the slowest page of each kind.
// Beside the time by the clock stands what this process worked for it: on a busy machine the clock says little.
import { ask, signIn } from "../test/desk/ask.js"
import { withSample } from "../test/desk/vault.js"

interface Told {
  readonly kind: string
  readonly path: string
  readonly first: number
  readonly median: number
  /** Milliseconds of work, the median of all. */
  readonly work: number
  readonly bytes: number
}

await withSample(async ({ site, pages }) => {
  const cookie = await signIn(site.port, site.link())
  const host = new URL(site.address).host
  const told: Told[] = []
  for (const [kind, path] of pages) {
    const times: number[] = []
    const works: number[] = []
    let bytes = 0
    for (let turn = 0; turn < 6; turn++) {
      const started = performance.now()
      const before = process.cpuUsage()
      const { status, body } = await ask(site.port, path, host, { headers: { Cookie: cookie } })
      times.push(performance.now() - started)
      const { user, system } = process.cpuUsage(before)
      works.push((user + system) / 1000)
      if (status !== 200) throw new Error(`${path}: ${status}`)
      bytes = Buffer.byteLength(body)
    }
    const [first = 0, ...rest] = times
    const middle = (list: number[]) => list.sort((a, b) => a - b)[2]!
    told.push({ kind, path, first, median: middle(rest), work: middle(works), bytes })
  }
  const kinds = new Set(told.map(({ kind }) => kind))
  for (const kind of kinds) {
    const some = told.filter((one) => one.kind === kind)
    const slowest = Math.max(...some.map(({ median }) => median))
    const cold = Math.max(...some.map(({ first }) => first))
    const work = Math.max(...some.map((one) => one.work))
    const heaviest = Math.max(...some.map(({ bytes }) => bytes))
    const figures = `slowest ${slowest.toFixed(0)} ms (first time ${cold.toFixed(0)}, work ${work.toFixed(0)}), ${Math.ceil(heaviest / 1000)} kB`
    console.log(`${kind.padEnd(14)} ${String(some.length).padStart(3)} pages  ${figures}`)
  }
  const slow = told.filter(({ median }) => median > 150).length
  console.log(
    `${told.length} pages, ${slow} over 150 ms (bar: none), ${told.filter(({ work }) => work > 150).length} by work`,
  )
})
