import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../src/model/passage.js"
import type { Reading } from "../src/model/reading.js"
import { read } from "../src/read/read.js"
import { reread } from "./reread.js"
import { counted, type Result, type Row, rowOf } from "./row.js"

/**
 * What a careful reader finds in one of our own pages; lies beside it as `NAME.gold.json`. `text` is copied from the
 * page, `nth` picks one of several (from 0). An event or a claim is found when its words overlap and the rest agrees.
 */
export interface Gold {
  readonly published?: string
  readonly people: readonly string[]
  readonly dates: readonly { text: string; nth?: number; value: string }[]
  readonly events: readonly { type: string; text: string; nth?: number; date?: string | null }[]
  readonly claims: readonly { text: string; nth?: number; speaker: string | null }[]
}

export function samples(root: string): Result[] {
  const folder = join(root, "samples")
  const golds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".gold.json")) : []
  if (golds.length === 0) return [{ data: "samples", why: "there is no samples/*.gold.json" }]
  return golds.sort().map((name) => {
    const gold: Gold = JSON.parse(readFileSync(join(folder, name), "utf8"))
    const stem = name.slice(0, -".gold.json".length)
    const file = readdirSync(folder).find((other) => other !== name && other.startsWith(`${stem}.`))
    if (file === undefined) return { data: stem, why: "its page is not there" }
    const bytes = readFileSync(join(folder, file))
    const reading = read(bytes, gold.published === undefined ? {} : { published: gold.published })
    return rowsOf(stem, gold, bytes, reading)
  })
}

function rowsOf(stem: string, gold: Gold, bytes: Uint8Array, reading: Reading): Row[] {
  const { text, entities, dates, events, claims } = reading
  const people = entities.filter(({ kind }) => kind === "Person").map(({ name }) => name)
  const known = people.filter((name) => gold.people.includes(name)).length
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const again = reread(bytes, reading)
  const score = <Wanted extends { text: string; nth?: number }, Found>(
    wanted: readonly Wanted[],
    found: readonly Found[],
    agrees: (item: Wanted, at: Span, candidate: Found) => boolean,
  ) => {
    const used = new Set<Found>()
    let right = 0
    for (const item of wanted) {
      const at = spanOf(text, item)
      const hit =
        at === null ? undefined : found.find((candidate) => !used.has(candidate) && agrees(item, at, candidate))
      if (hit === undefined) continue
      used.add(hit)
      right++
    }
    return counted(right, found.length - right, wanted.length - right)
  }
  return [
    rowOf(stem, "–", "people", counted(known, people.length - known, gold.people.length - known)),
    rowOf(
      stem,
      "–",
      "dates",
      score(gold.dates, dates, ({ value }, at, date) => overlap(at, date) && (date.value ?? date.edtf) === value),
    ),
    rowOf(
      stem,
      "–",
      "events",
      score(
        gold.events,
        events,
        ({ type, date }, at, event) =>
          event.type === type &&
          event.passages.some((span) => overlap(at, span)) &&
          (date === undefined || (event.date ?? null) === date),
      ),
    ),
    rowOf(
      stem,
      "–",
      "claims",
      score(
        gold.claims,
        claims,
        ({ speaker }, at, claim) =>
          overlap(at, claim.content) &&
          (speaker === null
            ? claim.speaker === null
            : `${names.get(claim.speaker ?? "")}|${claim.speakerText}`.includes(speaker)),
      ),
    ),
    rowOf(stem, "–", "passages read again from bytes", {
      score: again.all === 0 ? 1 : again.right / again.all,
      bar: 1,
    }),
  ]
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

function spanOf(text: string, { text: words, nth = 0 }: { text: string; nth?: number }): Span | null {
  let at = -1
  for (let count = 0; count <= nth; count++) {
    at = text.indexOf(words, at + 1)
    if (at < 0) return null
  }
  return { start: at, end: at + words.length }
}
