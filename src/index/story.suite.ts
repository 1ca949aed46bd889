import { randomBytes } from "node:crypto"
import type { AnyEntry, Entry } from "../ledger/entry.js"
import { type Draft, entryOf } from "../ledger/log.js"
import type { DateValue } from "../model/date.js"
import {
  type DeviceId,
  type EntityId,
  type EntryId,
  type MemberId,
  makeId,
  type SourceId,
  type StatementId,
  type VaultId,
} from "../model/id.js"
import type { SchemaName } from "../model/schema.js"
import type { Ground, Statement } from "../model/statement.js"
import { checkStatement } from "../model/statement.js"
import type { Value } from "../model/value.js"
import type { FoldEntry } from "../vault/vault.js"

/** Two invented articles about one invented defender that disagree about a date and a sum, as statements. */

const random = (count: number) => new Uint8Array(randomBytes(count))
const id = <I>() => makeId(random) as I

export const member = id<MemberId>()
export const device = id<DeviceId>()

let clock = 0
export function entry(draft: Draft): Entry {
  const at = new Date(Date.UTC(2024, 0, 1, 0, 0, clock++)).toISOString().replace(".000", "")
  const made = entryOf(draft, member, at, random)
  places.set(made.id, places.size + 1)
  return made
}

/** In order of being written, however they are handed on: nobody takes back what is not there yet. */
const places = new Map<EntryId, number>()

export function founding(): Entry {
  const roles = ["read", "contribute", "review", "administer"] as const
  const body = { act: "found", vault: id<VaultId>(), member, key: "", recipient: "", roles, sample: false } as const
  const made = entry({ kind: "member", body })
  places.set(made.id, 0)
  return made
}

export const placed = (entries: readonly AnyEntry[]): FoldEntry[] =>
  entries.map((entry) => ({ entry, device, seq: places.get(entry.id)!, seen: {}, branch: null }))

export interface Article {
  readonly source: SourceId
  readonly published: string | null
  readonly capture: Entry
}

export function article(published: string | null): Article {
  const source = id<SourceId>()
  const claimed = { url: null, published, lang: null, savedAt: null }
  const file = {
    blob: id<never>(),
    sha256: Buffer.from(random(32)).toString("hex"),
    bytes: 10,
    mediaType: "text/plain",
  }
  const how = { filename: null, method: "paste", tool: { name: "test", version: "1" }, clock: "system" } as const
  const times = { startedAt: "2024-01-01T00:00:00Z", finishedAt: "2024-01-01T00:00:00Z" }
  return {
    source,
    published,
    capture: entry({ kind: "capture", body: { source, ...file, ...how, ...times, claimed } }),
  }
}

type Row = readonly [entity: EntityId, schema: SchemaName, property: string, value: Value, holds?: string]

/** Each row a statement of its own on a passage of its own; together one decision. */
export function says({ source, published }: Article, ...rows: Row[]): Entry {
  const statements = rows.map(([entity, schema, property, value, holds]): Statement => {
    const start = clock++ * 10
    const passage = { text: "00", start, end: start + 5, exact: "words", prefix: "", suffix: "" }
    const ground: Ground = { kind: "source", source, passages: [passage] }
    const interval: DateValue | null = holds === undefined ? null : { edtf: holds, words: null, reference: null }
    const common = { lang: null, audience: "team", known: published, supersedes: null } as const
    const statement = { id: id<StatementId>(), entity, schema, property, value, holds: interval, ground, ...common }
    checkStatement(statement)
    return statement
  })
  return entry({ kind: "assert", body: { statements: statements as [Statement, ...Statement[]] } })
}

export const name = (text: string): Value => ({ type: "name", text })
export const text = (words: string): Value => ({ type: "text", text: words })
export const code = (code: string): Value => ({ type: "code", code })
export const to = (entity: EntityId): Value => ({ type: "entity", entity })
export const on = (edtf: string): Value => ({ type: "date", edtf, words: null, reference: null })
export const dollars = (amount: string): Value => ({
  type: "money",
  amount,
  currency: "USD",
  equivalent: true,
  words: null,
})
export const same = (a: EntityId, b: EntityId): Entry =>
  entry({ kind: "same", body: { a, b, verdict: "same", bulk: false } })
export const notSame = (a: EntityId, b: EntityId): Entry =>
  entry({ kind: "same", body: { a, b, verdict: "not-same", bulk: false } })
export const retract = (...entries: EntryId[]): Entry =>
  entry({ kind: "retract", body: { entries, statements: [], reason: "undo" } })

export interface Story {
  readonly entries: Entry[]
  readonly ids: Readonly<Record<string, EntityId>>
}

export function story(): Story {
  const ids = Object.fromEntries(
    [
      ...["person", "person2", "bektau", "altynkum", "bektau2", "altynkum2", "cityCourt", "districtCourt"],
      ...["criminal", "criminal2", "administrative", "administrative2", "arrest", "arrest2", "continued", "venue"],
      ...["reason", "conviction", "fine", "conviction2", "fine2", "trial", "trial2", "charge", "judge"],
    ].map((key) => [key, id<EntityId>()]),
  ) as Record<string, EntityId>
  const at = (key: string) => ids[key]!
  const [first, second] = [article("2019-07-30"), article("2019-08-02")]
  const entries = [
    founding(),
    first.capture,
    second.capture,
    says(first, [at("person"), "Person", "name", name("Samal Orazova")]),
    says(first, [at("bektau"), "Place", "name", name("Bektau")], [at("altynkum"), "Place", "name", name("Altynkum")]),
    says(first, [at("cityCourt"), "PublicBody", "name", name("Bektau City Court")]),
    says(first, [at("districtCourt"), "PublicBody", "name", name("Altynkum District Court")]),
    says(
      first,
      [at("criminal"), "CourtCase", "kind", code("criminal")],
      [at("criminal"), "CourtCase", "defendant", to(at("person"))],
    ),
    says(
      first,
      [at("charge"), "Charge", "person", to(at("person"))],
      [at("charge"), "Charge", "offence", text("inciting discord")],
      [at("charge"), "Charge", "proceeding", to(at("criminal"))],
    ),
    says(
      first,
      [at("trial"), "Hearing", "kind", code("trial")],
      [at("trial"), "Hearing", "person", to(at("person"))],
      [at("trial"), "Hearing", "date", on("2019-07-29")],
      [at("trial"), "Hearing", "proceeding", to(at("criminal"))],
    ),
    // House arrest since March in one city, continued by a ruling of 29 July, from then in another city.
    says(
      first,
      [at("arrest"), "Measure", "kind", code("house_arrest"), "2019-03/.."],
      [at("arrest"), "Measure", "person", to(at("person"))],
      [at("arrest"), "Measure", "place", to(at("bektau")), "2019-03/.."],
      [at("arrest"), "Measure", "proceeding", to(at("criminal"))],
    ),
    says(
      first,
      [at("continued"), "Ruling", "kind", code("measure_continued")],
      [at("continued"), "Ruling", "date", on("2019-07-29")],
      [at("continued"), "Ruling", "measure", to(at("arrest"))],
      [at("continued"), "Ruling", "proceeding", to(at("criminal"))],
      [at("arrest"), "Measure", "place", to(at("altynkum")), "2019-07-29/.."],
    ),
    // Venue moved from court A to court B, and why: the judge's own words, a claim.
    says(
      first,
      [at("judge"), "Person", "name", name("the judge")],
      [at("reason"), "Claim", "speaker", to(at("judge"))],
      [at("reason"), "Claim", "words", text("the acts are said to have been done in Altynkum")],
    ),
    says(
      first,
      [at("venue"), "Ruling", "kind", code("change_of_venue")],
      [at("venue"), "Ruling", "date", on("2019-07-29")],
      [at("venue"), "Ruling", "from", to(at("cityCourt"))],
      [at("venue"), "Ruling", "to", to(at("districtCourt"))],
      [at("venue"), "Ruling", "reason", code("place_of_alleged_offence")],
      [at("venue"), "Ruling", "statedReason", to(at("reason"))],
      [at("venue"), "Ruling", "proceeding", to(at("criminal"))],
    ),
    // An earlier, separate conviction and fine.
    says(
      first,
      [at("administrative"), "CourtCase", "kind", code("administrative")],
      [at("administrative"), "CourtCase", "defendant", to(at("person"))],
      [at("conviction"), "Ruling", "kind", code("conviction")],
      [at("conviction"), "Ruling", "person", to(at("person"))],
      [at("conviction"), "Ruling", "date", on("2019-02")],
      [at("conviction"), "Ruling", "proceeding", to(at("administrative"))],
      [at("fine"), "Sentence", "kind", code("fine")],
      [at("fine"), "Sentence", "ruling", to(at("conviction"))],
      [at("fine"), "Sentence", "person", to(at("person"))],
      [at("fine"), "Sentence", "amount", dollars("670")],
      [at("fine"), "Sentence", "proceeding", to(at("administrative"))],
    ),
    // The second article: another spelling, another day of the trial, another sum.
    says(second, [at("person2"), "Person", "name", name("Samal Orazova")]),
    says(
      second,
      [at("criminal2"), "CourtCase", "kind", code("criminal")],
      [at("criminal2"), "CourtCase", "defendant", to(at("person2"))],
      [at("trial2"), "Hearing", "kind", code("trial")],
      [at("trial2"), "Hearing", "person", to(at("person2"))],
      [at("trial2"), "Hearing", "date", on("2019-07-30")],
      [at("trial2"), "Hearing", "proceeding", to(at("criminal2"))],
      [at("administrative2"), "CourtCase", "kind", code("administrative")],
      [at("administrative2"), "CourtCase", "defendant", to(at("person2"))],
      [at("fine2"), "Sentence", "kind", code("fine")],
      [at("fine2"), "Sentence", "person", to(at("person2"))],
      [at("fine2"), "Sentence", "amount", dollars("500")],
      [at("fine2"), "Sentence", "proceeding", to(at("administrative2"))],
    ),
    same(at("person"), at("person2")),
    same(at("criminal"), at("criminal2")),
    same(at("administrative"), at("administrative2")),
    same(at("trial"), at("trial2")),
    same(at("fine"), at("fine2")),
  ]
  return { entries, ids }
}
