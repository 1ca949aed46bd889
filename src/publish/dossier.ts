import { createHash } from "node:crypto"
import { fileOf, gatherCase } from "../index/case.js"
import { type Fact, onlyThese } from "../index/facts.js"
import type { CaseFile, Citation } from "../model/casefile.js"
import type { Random } from "../model/clock.js"
import type { Day } from "../model/date.js"
import {
  type AnyId,
  type EntityId,
  type EntryId,
  type MemberId,
  makeId,
  type SourceId,
  type StatementId,
} from "../model/id.js"
import type { Passage } from "../model/passage.js"
import type { SchemaName } from "../model/schema.js"
import type { Ground } from "../model/statement.js"
import type { Vault } from "../vault/vault.js"
import type { Anchored } from "./anchor.js"
import { type Choice, choose, mayGo } from "./choose.js"
import { type Cited, cite } from "./cite.js"

/** A source as a dossier shows it: citation, the public words, and a commitment to its hash. */
export interface PublicSource extends Citation {
  /** The words of its public passages, in their order. Every passage of the dossier is a place in this text. */
  readonly text: string
  /** Hex. See `commitmentOf`. */
  readonly commitment: string
}

/** One case for everyone: nothing in it names the vault, its people, its sources' hashes or its times. */
export interface Dossier {
  readonly sample: boolean
  readonly on: Day
  readonly case: { readonly id: EntityId; readonly schema: SchemaName; readonly title: string }
  /** Null: nothing of the case is public. */
  readonly file: CaseFile<PublicSource> | null
}

/** What stays in the vault, so that a court can be shown what stands behind a dossier. */
export interface Opening {
  readonly v: 1
  readonly entities: Readonly<Record<string, EntityId>>
  readonly statements: Readonly<Record<string, StatementId>>
  readonly sources: Readonly<Record<string, { source: SourceId; sha256: string; salt: string }>>
}

export interface Made {
  readonly dossier: Dossier
  readonly opening: Opening
  readonly choice: Choice
  readonly cited: readonly Cited[]
}

/**
 * The hash of a source for the public: SHA-256 of "dalel/source/v1", 32 random bytes in hex and the SHA-256 in hex, each
 * with a line feed. It tells nobody which file is held; opened with its salt, it proves which one was.
 */
export function commitmentOf(salt: string, sha256: string): string {
  return createHash("sha256").update(`dalel/source/v1\n${salt}\n${sha256}\n`).digest("hex")
}

/**
 * Makes the dossier of a case, a person or an organisation. `random` gives every id and salt; nothing else varies.
 * @throws DalelError entity/unknown
 */
export async function makeDossier(vault: Vault, id: EntityId, on: Day, random: Random): Promise<Made> {
  const choice = await choose(vault.db, id)
  const { open, root, around, hidden, anchored } = choice
  const fresh = new FreshIds(random)
  const schema = [...choice.whole.things.values()].flat().find(({ entity }) => entity === choice.whole.root)!.schema
  const cited: Cited[] = []
  const salts = new Map<SourceId, string>()
  const vaultFacts = [...(open?.things.values() ?? [])].flat()
  for (const { source } of vaultFacts) {
    if (!source || salts.has(source)) continue
    const facts = around.filter((fact) => fact.source === source)
    salts.set(source, Buffer.from(random(32)).toString("hex"))
    cited.push(await cite(vault, source, facts, mayGo, hidden))
  }
  const dated = new Set(cited.filter(({ citation }) => citation.published !== null).map(({ citation }) => citation.id))
  const facts = vaultFacts.map((fact) => publicFact(fact, fresh, anchored, dated))
  const gathered = open && (await gatherCase(onlyThese(facts), fresh.of(root)))
  const sources = cited
    .map(({ citation, sha256 }): PublicSource => {
      const { id } = citation
      const commitment = commitmentOf(salts.get(id)!, sha256)
      return { ...citation, id: fresh.of(id), text: anchored.texts.get(id)!, commitment }
    })
    .sort((a, b) => ((a.published ?? "9") + a.id < (b.published ?? "9") + b.id ? -1 : 1))
  const file = gathered ? fileOf(gathered, on, sources) : null
  const title = file?.title ?? ""
  return {
    dossier: { sample: vault.sample, on, case: { id: fresh.of(root), schema, title }, file },
    opening: {
      v: 1,
      entities: fresh.among(new Set([root, ...vaultFacts.flatMap(entitiesIn)])),
      statements: fresh.among(new Set(vaultFacts.map((fact) => fact.id))),
      sources: Object.fromEntries(
        cited.map(({ citation, sha256 }) => [
          fresh.of(citation.id),
          { source: citation.id, sha256, salt: salts.get(citation.id)! },
        ]),
      ),
    },
    choice,
    cited,
  }
}

/** One new random id for each of the vault's, given as it is first met. */
class FreshIds {
  readonly #random: Random
  readonly #ids = new Map<AnyId, AnyId>()

  constructor(random: Random) {
    this.#random = random
  }

  of<I extends AnyId>(id: I): I {
    const known = this.#ids.get(id)
    if (known) return known as I
    const made = makeId<I>(this.#random)
    this.#ids.set(id, made)
    return made
  }

  /** What these became: the new id first. */
  among<I extends AnyId>(ids: ReadonlySet<I>): Record<string, I> {
    return Object.fromEntries([...ids].map((id) => [this.of(id), id]))
  }
}

const entitiesIn = ({ entity, value }: Fact): EntityId[] =>
  value.type === "entity" ? [entity, value.entity] : [entity]

function publicFact(fact: Fact, fresh: FreshIds, anchored: Anchored, dated: ReadonlySet<SourceId>): Fact {
  const { id, entity, schema, property, words, source, audience } = fact
  const value = fact.value.type === "entity" ? { ...fact.value, entity: fresh.of(fact.value.entity) } : fact.value
  const holds = fact.holds && { ...fact.holds, reference: null }
  return {
    id: fresh.of(id),
    entry: "" as EntryId,
    entity: fresh.of(entity),
    schema,
    property,
    // The day a source's wording was counted from is its day of publication.
    value: value.type === "date" ? { ...value, reference: null } : value,
    words,
    written: { entity: fresh.of(entity), value },
    holds,
    ground: publicGround(fact.ground, fresh, anchored),
    source: source && fresh.of(source),
    audience,
    known: source && dated.has(source) ? fact.known : null,
    bulk: false,
  }
}

/** Who testified, to whom and why they are believed stays in the vault. */
function publicGround(ground: Ground, fresh: FreshIds, { texts, place }: Anchored): Ground {
  if (ground.kind === "testimony") return { kind: "testimony", person: "" as EntityId, to: "" as MemberId, reason: "" }
  const passages = ground.passages.flatMap((passage): Passage[] => {
    const span = place(ground.source, passage)
    if (!span) return []
    const exact = texts.get(ground.source)!.slice(span.start, span.end)
    return [{ ...span, exact, text: "", prefix: "", suffix: "" }]
  })
  return { kind: "source", source: fresh.of(ground.source), passages: passages as [Passage, ...Passage[]] }
}
