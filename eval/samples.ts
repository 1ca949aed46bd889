import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../src/model/passage.js"
import type { Reading } from "../src/model/reading.js"
import { read } from "../src/read/read.js"
import { reread } from "./reread.js"
import { counted, type Result, type Row, rowOf } from "./row.js"

interface Words extends Span {
  readonly text: string
}

/** What a careful reader finds in one of our own pages: `samples/gold/NAME.gold.json`, told of in `samples/README.md`. */
interface Gold {
  readonly source: string
  readonly referenceDate: string
  readonly entities: readonly { id: string; kind: string; name: string; aliases?: readonly string[] }[]
  readonly dates: readonly (Words & { value: string })[]
  readonly events: readonly GoldEvent[]
  readonly claims: readonly GoldClaim[]
  /** Right when found, not counted when missed. */
  readonly datesAlso: Gold["dates"]
  readonly eventsAlso: readonly GoldEvent[]
  readonly claimsAlso: readonly GoldClaim[]
}

interface GoldEvent {
  readonly type: string
  readonly subtype?: string
  readonly date: string | null
  readonly evidence: readonly Words[]
}

interface GoldClaim {
  readonly speaker: string | null
  readonly speakerText?: string
  readonly content: Words
}

export function samples(root: string): Result[] {
  const folder = join(root, "samples", "gold")
  const golds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".gold.json")) : []
  if (golds.length === 0) return [{ data: "samples", why: "there is no samples/gold/*.gold.json" }]
  return golds.sort().map((name) => {
    const gold: Gold = JSON.parse(readFileSync(join(folder, name), "utf8"))
    const bytes = readFileSync(join(root, "samples", gold.source))
    return rowsOf(gold.source.replace(/\.\w+$/, ""), gold, bytes, read(bytes, {}))
  })
}

/** Words of our gold that the reader may call otherwise. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  trial_start: ["trial"],
  change_of_venue: ["change_of_venue"],
  house_arrest_continues: ["measure", "ruling"],
  house_arrest: ["measure"],
  search: ["raid", "search"],
}

function rowsOf(stem: string, gold: Gold, bytes: Uint8Array, reading: Reading): Row[] {
  const { text, entities, dates, events, claims } = reading
  const known = gold.entities.filter(({ kind }) => kind === "PER").map(({ name }) => name)
  const people = entities.filter(({ kind }) => kind === "Person").map(({ name }) => name)
  const named = people.filter((name) => known.includes(name)).length
  const names = new Map(entities.map(({ id, name, aliases }) => [id, [name, ...aliases].join("|")]))
  const wanted = new Map(gold.entities.map(({ id, name, aliases = [] }) => [id, [name, ...aliases]]))
  const again = reread(bytes, reading)

  const onEvent = ({ type, subtype = type, date, evidence }: GoldEvent, event: Reading["events"][number]) =>
    (TYPES[subtype] ?? [type]).includes(event.type) &&
    (date === null || (event.date ?? "").startsWith(date)) &&
    evidence.some((words) => event.passages.some((span) => overlap(placeOf(text, words), span)))
  const onClaim = ({ speaker, speakerText, content }: GoldClaim, claim: Reading["claims"][number]) => {
    const found = `${names.get(claim.speaker ?? "") ?? ""}|${claim.speakerText ?? ""}`
    const said = speaker === null ? (speakerText === undefined ? [] : [speakerText]) : wanted.get(speaker)!
    const right = said.length === 0 ? claim.speaker === null : said.some((name) => found.includes(name))
    return right && overlap(placeOf(text, content), claim.content)
  }
  return [
    rowOf(stem, "–", "people", counted(named, people.length - named, known.length - named)),
    rowOf(
      stem,
      "–",
      "date values",
      matched(
        gold.dates,
        gold.datesAlso,
        dates,
        (words, date) => overlap(placeOf(text, words), date) && (date.value ?? date.edtf) === words.value,
      ),
    ),
    rowOf(stem, "–", "events", matched(gold.events, gold.eventsAlso, events, onEvent)),
    rowOf(stem, "–", "claims and speakers", matched(gold.claims, gold.claimsAlso, claims, onClaim)),
    rowOf(stem, "–", "passages read again from bytes", {
      score: again.all === 0 ? 1 : again.right / again.all,
      bar: 1,
    }),
  ]
}

/** One to one: each found thing serves one wanted; what was only allowed does not count against it. */
function matched<Wanted, Found>(
  wanted: readonly Wanted[],
  also: readonly Wanted[],
  found: readonly Found[],
  agrees: (item: Wanted, candidate: Found) => boolean,
) {
  const used = new Set<Found>()
  const take = (items: readonly Wanted[]) =>
    items.filter((item) => {
      const hit = found.find((candidate) => !used.has(candidate) && agrees(item, candidate))
      if (hit !== undefined) used.add(hit)
      return hit !== undefined
    }).length
  const right = take(wanted)
  const allowed = take(also)
  return counted(right, found.length - right - allowed, wanted.length - right)
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** The words where they were, or, when the text is laid out otherwise by now, the nearest place that holds them. */
function placeOf(text: string, { start, text: words }: Words): Span {
  let best = -1
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (best < 0 || Math.abs(at - start) < Math.abs(best - start)) best = at
  return { start: best, end: best < 0 ? -1 : best + words.length }
}
