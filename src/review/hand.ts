import type { DateValue } from "../model/date.js"
import { type EntityId, type EntryId, makeId, type SourceId, type StatementId } from "../model/id.js"
import type { Span } from "../model/passage.js"
import { DalelError } from "../model/refusals.js"
import { propertyOf, type SchemaName } from "../model/schema.js"
import { type Audience, careful, checkStatement, type Statement } from "../model/statement.js"
import type { Value } from "../model/value.js"
import type { Vault } from "../vault/vault.js"
import { contextOf, passagesOf } from "./decide.js"

/** An entity of the vault, or one to be made with this name. */
export type EntityRef = EntityId | { readonly schema: SchemaName; readonly name: string }

export interface HandFact {
  readonly property: string
  readonly value: Value<EntityRef>
  readonly lang: string | null
  readonly holds: DateValue | null
}

export interface HandAsked {
  readonly source: SourceId
  readonly passages: readonly [Span, ...Span[]]
  readonly schema: SchemaName
  /** Null: a new one. */
  readonly entity: EntityId | null
  readonly facts: readonly [HandFact, ...HandFact[]]
  readonly audience: Audience
}

/**
 * States facts of one entity by hand, each on the same passages; also in a language the reader does not know. An
 * entity that is named for the first time is made with its name, on the same passages.
 * @throws DalelError source/not-read, passage/not-found, entity/unknown, property/unknown, value/malformed
 */
export async function stateByHand(vault: Vault, asked: HandAsked): Promise<{ entry: EntryId; entity: EntityId }> {
  const { reading, hash, known } = await contextOf(vault, asked.source)
  const passages = passagesOf(reading.text, hash, asked.passages)
  const statements: Statement[] = []
  const state = (
    entity: EntityId,
    schema: SchemaName,
    { property, value, lang, holds }: HandFact & { value: Value },
  ) => {
    const id = makeId<StatementId>(vault.world.random)
    const ground = { kind: "source", source: asked.source, passages } as const
    const audience = careful(asked.audience, propertyOf(schema, property)?.audience ?? "restricted")
    const statement = { id, entity, schema, property, value, lang, holds, ground, audience, known, supersedes: null }
    checkStatement(statement)
    statements.push(statement)
  }
  const entity = asked.entity ?? makeId<EntityId>(vault.world.random)
  if (asked.entity) await mustBe(vault, asked.entity)
  for (const fact of asked.facts) {
    const { value } = fact
    if (value.type !== "entity") {
      state(entity, asked.schema, { ...fact, value })
      continue
    }
    let target: EntityId
    if (typeof value.entity === "string") {
      target = value.entity
      await mustBe(vault, target)
    } else {
      target = makeId<EntityId>(vault.world.random)
      const name = { type: "name", text: value.entity.name } as const
      state(target, value.entity.schema, { property: "name", value: name, lang: null, holds: null })
    }
    state(entity, asked.schema, { ...fact, value: { type: "entity", entity: target } })
  }
  const [first, ...rest] = statements
  if (!first) throw new DalelError("ground/missing")
  const [entry] = await vault.commit([{ kind: "assert", body: { statements: [first, ...rest] } }])
  return { entry: entry!.id, entity }
}

async function mustBe(vault: Vault, id: EntityId): Promise<void> {
  const row = await vault.db.one("SELECT 1 AS found FROM i_entity WHERE id = ?", id)
  if (!row) throw new DalelError("entity/unknown", id)
}
