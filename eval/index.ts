import { dates } from "./dates.js"
import { datesRu } from "./dates-ru.js"
import { datesZh } from "./dates-zh.js"
import { language } from "./language.js"
import { names } from "./names/index.js"
import { pages } from "./pages.js"
import { publicSets } from "./public.js"
import { type Row, tableOf } from "./row.js"
import { samples } from "./samples.js"
import { seed } from "./seed.js"
import { sentences } from "./sentences.js"

/** The list: what is measured, in the order of the table. `shared` is where sets of others may lie. */
const MEASURES = [
  seed,
  samples,
  pages,
  publicSets,
  dates,
  datesRu, // and what comes after it one to a line
  datesZh,
  language,
  sentences,
  names,
]

/** Measures all of it and prints the table. True when nothing lies below its bar. */
export async function evaluate(root: string, wanted: readonly string[]): Promise<boolean> {
  const rows: Row[] = []
  for (const measure of MEASURES) {
    if (wanted.length > 0 && !wanted.includes(measure.name)) continue
    for (const result of await measure(root)) {
      if ("why" in result) console.log(`skipped ${result.data}: ${result.why}`)
      else rows.push(...result)
    }
  }
  console.log(tableOf(rows))
  return rows.every(({ bar, score }) => bar === null || (score !== null && score >= bar))
}
