/**
 * Fits the weights of `read/gist/when.ts` on HRDsAttack's train and dev parts (MIT; the news texts are third-party, and
 * nothing of them is kept): a softmax over the years each document names, by gradient descent. Prints the share of
 * right years in ten parts left out in turn, then the weights of all. Run it from the root: `node dist/eval/fit.js`.
 */
import { readFileSync } from "node:fs"
import { gather } from "../src/read/analyse.js"
import { formatOf } from "../src/read/formats/index.js"
import { victimsOf } from "../src/read/gist/victims.js"
import { violationsIn } from "../src/read/gist/violations.js"
import { candidatesOf, WEIGHTS } from "../src/read/gist/when.js"

interface Document {
  readonly sample: Readonly<Record<string, string | null>>
  readonly annotations: readonly { readonly annotation: { readonly year: unknown } }[]
}

interface Example {
  readonly rows: readonly (readonly number[])[]
  /** The right row; -1 when none of them is. */
  readonly right: number
}

const NAMES = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'" }

const plain = (html: string) =>
  html
    .replaceAll("</p>", "\n")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(\w+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole)

function exampleOf({ sample, annotations }: Document): Example {
  const text = `${sample["Input.title"] ?? ""}\n${plain(sample["Input.article_interface"] ?? "")}`
  const hints = { published: String(sample["Input.publish_date"]).slice(0, 10), lang: "en" }
  const bytes = new TextEncoder().encode(text)
  const told = gather(formatOf(bytes, "text/plain").read(bytes, hints), hints)
  const candidates = candidatesOf(told, victimsOf(told), violationsIn(told.scene.text))
  const year = String(annotations[0]!.annotation.year ?? "None").replace(/\.0$/, "")
  return {
    rows: candidates.map(({ signs }) => NAMES.map((name) => signs[name] ?? 0)),
    right: candidates.findIndex((candidate) => String(candidate.year ?? "None") === year),
  }
}

const weigh = (row: readonly number[], weights: readonly number[]) =>
  row.reduce((sum, value, at) => sum + value * weights[at]!, 0)

/** Adam on the mean log loss, with a pull towards nought. */
function fit(examples: readonly Example[], pull = 1, rounds = 400, rate = 0.08): number[] {
  const weights = NAMES.map(() => 0)
  const mean = NAMES.map(() => 0)
  const square = NAMES.map(() => 0)
  for (let round = 1; round <= rounds; round++) {
    const slope = weights.map((weight) => (2 * pull * weight) / examples.length)
    for (const { rows, right } of examples) {
      if (right < 0) continue
      const raised = rows.map((row) => Math.exp(weigh(row, weights)))
      const sum = raised.reduce((a, b) => a + b, 0)
      for (const [at, row] of rows.entries())
        for (const [name, value] of row.entries())
          slope[name]! += ((raised[at]! / sum - (at === right ? 1 : 0)) * value) / examples.length
    }
    for (const at of weights.keys()) {
      mean[at] = 0.9 * mean[at]! + 0.1 * slope[at]!
      square[at] = 0.999 * square[at]! + 0.001 * slope[at]! ** 2
      weights[at]! -= (rate * (mean[at]! / (1 - 0.9 ** round))) / (Math.sqrt(square[at]! / (1 - 0.999 ** round)) + 1e-8)
    }
  }
  return weights
}

function right(examples: readonly Example[], weights: readonly number[]): number {
  return examples.filter((example) => {
    const weighed = example.rows.map((row) => weigh(row, weights))
    return weighed.indexOf(Math.max(...weighed)) === example.right
  }).length
}

const parts = ["train", "dev"].map((part): Example[] =>
  JSON.parse(readFileSync(`../shared/data/reading/HRDsAttack/${part}.json`, "utf8")).map(exampleOf),
)
const all = parts.flat()
const TENTHS = 10
let held = 0
for (let tenth = 0; tenth < TENTHS; tenth++) {
  const weights = fit(all.filter((_, at) => at % TENTHS !== tenth))
  held += right(
    all.filter((_, at) => at % TENTHS === tenth),
    weights,
  )
}
const onTrain = fit(parts[0]!)
console.log(`right years, left out in turn: ${(held / all.length).toFixed(3)} of ${all.length} documents`)
console.log(`fitted on train, right on dev: ${(right(parts[1]!, onTrain) / parts[1]!.length).toFixed(3)}`)
const weights = fit(all)
console.log(Object.fromEntries(NAMES.map((name, at) => [name, Number(weights[at]!.toFixed(2))])))
