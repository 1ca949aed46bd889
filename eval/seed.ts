import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { read } from "../src/read/read.js"
import { reread } from "./reread.js"
import { counted, type Result, rowOf } from "./row.js"
import { run } from "./run.js"

/** The page this project began from, by its own scorer. Its text stays where it is. */
export function seed(root: string): Result[] {
  const folder = join(root, "../shared/seed")
  const scorer = join(root, "../shared/score/seed.mjs")
  if (!existsSync(folder) || !existsSync(scorer)) return [{ data: "seed page", why: "../shared/seed is not there" }]
  const page = join(folder, readdirSync(folder).find((name) => name.endsWith(".txt")) ?? "")
  const bytes = readFileSync(page)
  const reading = read(bytes, { published: "2019-07-29", mediaType: "text/plain" })
  const line = run(process.execPath, [scorer, join(folder, "seed-gold.json"), page], JSON.stringify(reading))
  if (line === null) return [{ data: "seed page", why: "its scorer did not run" }]
  const number = (pattern: RegExp) => Number(pattern.exec(line)?.[1] ?? Number.NaN)
  const row = (measure: string, right: number, all: number, surplus: number, bar: number, peer: string) =>
    rowOf("seed page", "–", measure, { ...counted(right, surplus, all - right), score: right / all, bar, peer })
  const again = reread(bytes, reading)
  return [
    [
      row("dates", number(/dates (\d+)\/7/), 7, number(/dates \d+\/7 false (\d+)/), 1, "chrono 5/7"),
      row("events", number(/events (\d+)\/12/), 12, number(/events \d+\/12 surplus (\d+)/), 11 / 12, ""),
      row("claims and speakers", number(/claims (\d+)\/14/), 14, number(/claims \d+\/14 surplus (\d+)/), 12 / 14, ""),
      row(
        "mentions of the one person",
        number(/mentions (\d+)\//),
        15,
        number(/persons \d+ false (\d+)/),
        1,
        "compromise 0/15",
      ),
      row("missing media", number(/missing media (\d+)\/4/), 4, number(/invented (\d+)/), 0.75, ""),
      rowOf("seed page", "–", "passages read again from bytes", { score: again.right / again.all, bar: 1 }),
    ],
  ]
}
