import { statusesOn } from "../index/case.js"
import { entityFacts, type Fact, nameOf } from "../index/facts.js"
import type { Citation, EntityFacts, Status } from "../model/casefile.js"
import type { Day } from "../model/date.js"
import type { EntityId, SourceId, StatementId } from "../model/id.js"
import { propertyOf, type SchemaName } from "../model/schema.js"
import { sameValue, type Value } from "../model/value.js"
import type { Vault } from "../vault/vault.js"
import type { Choice, Why } from "./choose.js"
import type { Cited, Told } from "./cite.js"
import { makeDossier } from "./dossier.js"

/** One statement as a person looks it over before publishing. Ids are the vault's. */
export interface PreviewLine {
  readonly statement: StatementId
  readonly about: EntityFacts
  readonly schema: SchemaName
  readonly property: string
  readonly value: Value
  /** As it goes out; as the vault has it where it is held back. */
  readonly words: string
  /** The exact words that go out with it. */
  readonly quoted: readonly string[]
}

export interface HeldLine extends PreviewLine {
  readonly why: Why
}

export interface AtRisk {
  readonly name: string
  readonly entity: EntityId | null
  readonly how: "named" | "quoted" | "takenOut" | "relative" | "relativesIn"
}

/** What would go out, what stays and why, and who might pay for it. For the team alone. */
export interface Preview {
  readonly title: string
  readonly on: Day
  readonly out: readonly PreviewLine[]
  readonly held: readonly HeldLine[]
  readonly sources: readonly {
    readonly id: SourceId
    /** What the vault calls it. */
    readonly title: string
    /** What everyone would be told. A legal notice does not hold a source back; it is shown beneath it. */
    readonly citation: Citation
    readonly heldBack: readonly Told[]
  }[]
  readonly atRisk: readonly AtRisk[]
  /** Held back although it contradicts what goes out: the public would not see the dispute. */
  readonly contradicts: readonly HeldLine[]
  /** People whose status everyone would read differently from what the vault says. */
  readonly statusDiffers: readonly { readonly name: string; readonly open: Status | null; readonly vault: Status }[]
}

/** @throws DalelError entity/unknown */
export async function previewOf(vault: Vault, id: EntityId, on: Day): Promise<Preview> {
  const { choice, cited } = await makeDossier(vault, id, on, vault.world.random)
  const { whole, open, held, anchored } = choice
  const files = new Map<EntityId, EntityFacts>()
  for (const [id, facts] of whole.things) files.set(id, entityFacts(id, facts))
  const lineOf = (fact: Fact): PreviewLine => {
    const { id, entity, schema, property, value, words } = fact
    const about = files.get(entity) ?? entityFacts(entity, [fact])
    return { statement: id, about, schema, property, value, words, quoted: quotedBy(fact, anchored) }
  }
  const out = [...(open?.things.values() ?? [])].flat()
  const heldLines = held.map(({ fact, why }) => ({ ...lineOf(fact), quoted: exactOf(fact), why }))
  const inDispute = new Set(held.filter(({ fact }) => contradicts(fact, out)).map(({ fact }) => fact.id))
  return {
    title: files.get(whole.root)!.name,
    on,
    out: out.map(lineOf),
    held: heldLines,
    sources: cited.map(({ citation, title, heldBack }) => ({ id: citation.id, title, citation, heldBack })),
    atRisk: whoIsAtRisk(choice, cited),
    contradicts: heldLines.filter(({ statement }) => inDispute.has(statement)),
    statusDiffers: statusDiffers(choice, on),
  }
}

const exactOf = ({ ground }: Fact) => (ground.kind === "source" ? ground.passages.map(({ exact }) => exact) : [])

function quotedBy({ ground }: Fact, { place, texts }: Choice["anchored"]): string[] {
  if (ground.kind !== "source") return []
  return ground.passages.flatMap((passage) => {
    const span = place(ground.source, passage)
    return span ? [texts.get(ground.source)!.slice(span.start, span.end)] : []
  })
}

function contradicts(fact: Fact, out: readonly Fact[]): boolean {
  if (propertyOf(fact.schema, fact.property)?.repeatable ?? true) return false
  const open = out.filter(({ entity, property }) => entity === fact.entity && property === fact.property)
  return open.length > 0 && !open.some(({ value }) => sameValue(value, fact.value))
}

function statusDiffers({ whole, open }: Choice, on: Day): Preview["statusDiffers"] {
  const told = open ? statusesOn(open, on) : []
  return statusesOn(whole, on).flatMap((vault) => {
    const mine = told.find(({ person }) => person === vault.person) ?? null
    const same = mine?.is === vault.is && mine.lastKnown === vault.lastKnown
    const name = nameOf(whole.things.get(vault.person)!)
    return same || (mine === null && vault.is === "unknown") ? [] : [{ name, open: mine, vault }]
  })
}

const NAMES: readonly string[] = ["name", "alias"]

/** Everyone but the centre of the case who is named in what goes out, or whom the vault knows to be close to it. */
function whoIsAtRisk({ whole, open, around, hidden, anchored }: Choice, cited: readonly Cited[]): AtRisk[] {
  const found = new Map<string, AtRisk>()
  const add = (name: string, entity: EntityId | null, how: AtRisk["how"]) => {
    if (name !== "" && !found.has(name)) found.set(name, { name, entity, how })
  }
  for (const [id, facts] of open?.things ?? [])
    if (facts[0]!.schema === "Person" && !open!.focus.has(id)) add(entityFacts(id, facts).name, id, "named")
  const texts = [...anchored.texts.values()]
  const originals = passagesOut(open ? [...open.things.values()].flat() : [])
  // No name reaches over the mark between two passages.
  const exacts = [...new Set(originals.map(({ exact }) => exact))].join("\0")
  for (const { name, id, pattern } of hidden.people) if (exacts.search(pattern) >= 0) add(name, id, "takenOut")
  const known = [...whole.focus].flatMap((id) => whole.things.get(id) ?? [])
  const inFocus = new Set(known.flatMap(({ words, property }) => (NAMES.includes(property) ? [words] : [])))
  for (const { citation, reading } of cited) {
    if (!reading) continue
    const own = originals.filter(({ source }) => source === citation.id)
    const names = new Map(reading.entities.map(({ id, name }) => [id, name]))
    for (const { kind, entity, start, end } of reading.mentions) {
      const name = names.get(entity) ?? ""
      if (kind !== "Person" || inFocus.has(name) || found.has(name)) continue
      if (own.some((one) => one.start < end && one.end > start) && texts.some((text) => text.includes(name)))
        add(name, null, "quoted")
    }
  }
  for (const { schema, property, words, value, entity } of [...whole.things.values()].flat()) {
    if (schema === "Family" && value.type === "entity" && !whole.focus.has(value.entity))
      add(words, value.entity, "relative")
    if (property === "relativesIn" && whole.focus.has(entity)) add(words, null, "relativesIn")
  }
  for (const { property, words, entity } of around)
    if (property === "relativesIn" && whole.focus.has(entity)) add(words, null, "relativesIn")
  return [...found.values()]
}

function passagesOut(facts: readonly Fact[]) {
  return facts.flatMap(({ ground }) =>
    ground.kind === "source" ? ground.passages.map((passage) => ({ ...passage, source: ground.source })) : [],
  )
}
