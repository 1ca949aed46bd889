import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { mediaTypeOf } from "../src/capture/media.js"
import type { Reading } from "../src/model/reading.js"
import { read } from "../src/read/read.js"
import { type Gold, KINDS, type Kind, type Tally, tallies } from "./gold.js"
import { reread } from "./reread.js"
import { counted, type Row, rowOf } from "./row.js"

/** Even pages may be looked at when the reader is made better; odd ones never are. */
export type Half = "even" | "odd"

/** One page of `eval/pages`, read and compared with its gold. */
export interface Judged {
  readonly name: string
  /** BCP 47: `kk-Latn`. */
  readonly language: string
  readonly half: Half
  readonly found: Readonly<Record<Kind, Tally>>
  readonly reading: Reading
  readonly bytes: Uint8Array
}

/** Reads every page of `eval/pages`, in the order of their numbers. */
export function judged(root: string): Judged[] {
  const folder = join(root, "eval/pages")
  return readdirSync(folder)
    .filter((name) => /^\d\d-/.test(name))
    .sort()
    .map((name) => {
      const gold: Gold & { readonly language: string } = JSON.parse(
        readFileSync(join(folder, "gold", name.replace(/\.\w+$/, ".gold.json")), "utf8"),
      )
      const bytes = readFileSync(join(folder, name))
      const mediaType = mediaTypeOf(bytes, name)
      const published = gold.referenceDate
      const reading = read(bytes, published === null ? { mediaType } : { mediaType, published })
      const half = Number(name.slice(0, 2)) % 2 === 0 ? "even" : "odd"
      return { name, language: gold.language, half, found: tallies(gold, reading.text, reading), reading, bytes }
    })
}

/** The forty pages written for this, by language and script and by half: precision, recall and F1 of each kind. */
export function pages(root: string): Row[][] {
  const all = judged(root)
  // The traditional page stands among the Chinese ones, not alone.
  const tag = ({ language }: Judged) => (language.startsWith("zh") ? "zh" : language)
  return [...new Set(all.map(tag)), "all"].map((language) => {
    const ours = all.filter((page) => language === "all" || tag(page) === language)
    const rows = (["even", "odd"] as const).flatMap((half) => {
      const those = ours.filter((page) => page.half === half)
      return KINDS.map((kind) => rowOfKind(`pages ${language}`, `${half}, ${those.length}`, kind, those))
    })
    const again = ours.map(({ bytes, reading }) => reread(bytes, reading))
    const [right, every] = [sum(again.map(({ right }) => right)), sum(again.map(({ all }) => all))]
    return [
      ...rows,
      rowOf(`pages ${language}`, "–", "passages read again from bytes", {
        score: every === 0 ? 1 : right / every,
        bar: 1,
      }),
    ]
  })
}

/** The counts of one kind over some pages. */
export function countsOf(kind: Kind, those: readonly Judged[]) {
  const found = those.map((page) => page.found[kind])
  return {
    right: sum(found.map(({ right }) => right)),
    surplus: sum(found.map(({ surplus }) => surplus.length)),
    missed: sum(found.map(({ missed }) => missed.length)),
  }
}

function rowOfKind(data: string, split: string, kind: Kind, those: readonly Judged[]): Row {
  const { right, surplus, missed } = countsOf(kind, those)
  return rowOf(
    data,
    `${split}: ${right} of ${right + missed}, surplus ${surplus}`,
    kind,
    counted(right, surplus, missed),
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
