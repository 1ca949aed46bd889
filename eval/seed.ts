import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { read } from "../src/read/read.js"
import { type Gold, scored } from "./gold.js"
import type { Result } from "./row.js"
import { fromBytes } from "./samples.js"

/** The page this project began from. Its text stays where it is. */
export function seed(root: string): Result[] {
  const folder = join(root, "../shared/seed")
  if (!existsSync(folder)) return [{ data: "seed page", why: "../shared/seed is not there" }]
  const page = join(folder, readdirSync(folder).find((name) => name.endsWith(".txt")) ?? "")
  const gold: Gold = JSON.parse(readFileSync(join(folder, "seed-gold.json"), "utf8"))
  const bytes = readFileSync(page)
  const reading = read(bytes, { published: gold.referenceDate!, mediaType: "text/plain" })
  return [[...scored("seed page", gold, bytes.toString("utf8"), reading, BARS), fromBytes("seed page", bytes, reading)]]
}

const BARS = {
  dates: 1,
  events: 11 / 12,
  "claims and speakers": 12 / 14,
  persons: 1,
  "mentions of persons": 1,
  "missing media": 0.75,
}
