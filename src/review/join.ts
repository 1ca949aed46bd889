import { factsAbout } from "../index/facts.js"
import type { EntityId, SourceId } from "../model/id.js"
import type { LocalRef } from "../model/proposal.js"
import { schemaOf } from "../model/schema.js"
import type { Vault } from "../vault/vault.js"
import { type Context, contextOf, decide } from "./decide.js"
import { candidatesFor, SURE } from "./same.js"

/**
 * What each local entity of a reading surely is in the vault, where exactly one entity agrees in everything that can
 * be compared. A suggestion: only a person's decision joins two entities.
 */
export async function sureMatches(vault: Vault, context: Context): Promise<Record<LocalRef, EntityId>> {
  const { reading } = context
  const refs = new Map(
    reading.proposals.flatMap(({ statements }) => statements.map(({ entity, schema }) => [entity, schema])),
  )
  // Things first: a happening is compared by whom it befell and in which proceeding.
  const order = ["thing", "relation", "happening", "speech"]
  const rank = (ref: LocalRef) => (refs.get(ref) === "CourtCase" ? 0.5 : order.indexOf(schemaOf(refs.get(ref)!).role))
  const chosen = new Map(context.became)
  const matches: Record<LocalRef, EntityId> = {}
  const taken = new Set<EntityId>()
  for (const ref of [...refs.keys()].sort((a, b) => rank(a) - rank(b))) {
    const found = await candidatesFor(vault.db, reading, ref, chosen)
    const sure = found.filter(({ id, score }) => score >= SURE && !taken.has(id))
    // Two namesakes who both fit: that is for a person to decide.
    const [best] = sure
    if (!best || (refs.get(ref) === "Person" && sure.length > 1)) continue
    if (rank(ref) > 0) taken.add(best.id)
    matches[ref] = best.id
    chosen.set(ref, best.id)
  }
  return { ...(await proceedingsOf(vault, context, matches)), ...matches }
}

/** A proceeding that nothing else tells apart is the one in which its happenings, as the vault knows them, took place. */
async function proceedingsOf(
  vault: Vault,
  { reading }: Context,
  matches: Readonly<Record<LocalRef, EntityId>>,
): Promise<Record<LocalRef, EntityId>> {
  const votes = new Map<LocalRef, Set<EntityId>>()
  for (const { entity, property, value } of reading.proposals.flatMap(({ statements }) => statements)) {
    const known = matches[entity]
    if (property !== "proceeding" || value.type !== "entity" || !known || matches[value.entity]) continue
    const theirs = (await factsAbout(vault.db, [known])).filter((fact) => fact.property === "proceeding")
    const said = votes.get(value.entity) ?? new Set()
    for (const fact of theirs) if (fact.value.type === "entity") said.add(fact.value.entity)
    votes.set(value.entity, said)
  }
  const agreed = [...votes].filter(([, said]) => said.size === 1).map(([ref, said]) => [ref, [...said][0]!] as const)
  // Two proceedings of one source are never one proceeding of the vault.
  return Object.fromEntries(
    agreed.filter(
      ([, id]) => agreed.filter(([, other]) => other === id).length === 1 && !Object.values(matches).includes(id),
    ),
  )
}

/**
 * Accepts whatever of a source is undecided, marked as decided in bulk for ever: for measuring. What is grave is left
 * for a person.
 */
export async function acceptAll(vault: Vault, source: SourceId): Promise<{ accepted: number; left: number }> {
  const context = await contextOf(vault, source)
  const open = context.reading.proposals.filter(({ number }) => !context.decided.has(number))
  const grave = new Set(
    open.filter(({ grave }) => grave !== null).flatMap(({ statements }) => statements.map(({ entity }) => entity)),
  )
  const numbers = open
    .filter(({ statements }) =>
      statements.every(
        ({ entity, value }) => !grave.has(entity) && !(value.type === "entity" && grave.has(value.entity)),
      ),
    )
    .map(({ number }) => number)
  const [first, ...rest] = numbers
  if (first === undefined) return { accepted: 0, left: open.length }
  const same = await sureMatches(vault, context)
  const verdict = { is: "accept", audience: "team", bulk: true } as const
  const decided = await decide(vault, { source, numbers: [first, ...rest], verdict, same })
  return { accepted: decided.size, left: open.length - decided.size }
}
