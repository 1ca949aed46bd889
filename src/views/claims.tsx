import type { EntityFacts } from "../model/casefile.js"
import type { EntityId } from "../model/id.js"
import type { Here } from "./here.js"
import { Begins, Marks, type Notes } from "./notes.js"
import { BulkTag, LineValues, lineOf, underBulk } from "./value.js"
import { say } from "./words/say.js"

/** A claim and every claim of the page that answers it. */
export interface Exchange {
  readonly claim: EntityFacts
  readonly against: readonly EntityFacts[]
}

/** Puts each answer beside what it answers. An answer to something that is not here stands as a claim of its own. */
export function exchanges(claims: readonly EntityFacts[]): Exchange[] {
  const known = new Map(claims.map((claim) => [claim.id, claim]))
  const root = (claim: EntityFacts, seen: ReadonlySet<EntityId>): EntityFacts => {
    for (const { value } of lineOf(claim, "counters")?.said ?? []) {
      const answered = value.type === "entity" ? known.get(value.entity) : undefined
      // Two claims that answer each other would go round for ever.
      if (answered && !seen.has(answered.id)) return root(answered, new Set([...seen, answered.id]))
    }
    return claim
  }
  const against = new Map<EntityId, EntityFacts[]>()
  const roots: EntityFacts[] = []
  for (const claim of claims) {
    const first = root(claim, new Set([claim.id]))
    // Claims that answer one another in a circle have no first: each stands alone.
    if (first === claim || root(first, new Set([first.id])) !== first) roots.push(claim)
    else against.set(first.id, [...(against.get(first.id) ?? []), claim])
  }
  return roots.map((claim) => ({ claim, against: against.get(claim.id) ?? [] }))
}

/** What is said, and beside it what is said against it, at the same size. Our own voice never appears here. */
export function Claims({ here, notes, claims }: { here: Here; notes: Notes; claims: readonly EntityFacts[] }) {
  const { lang } = here
  return (
    <div class="claims">
      {exchanges(claims).map(({ claim, against }) => (
        <div class={against.length > 0 ? "exchange answered" : "exchange"}>
          <div class="said-by">
            <h3 class="unseen">{say(lang, "case.said")}</h3>
            <Speech here={here} notes={notes} claim={claim} />
          </div>
          {against.length > 0 && (
            <div class="against">
              <h3 class="side">{say(lang, "case.against")}</h3>
              {against.map((answer) => (
                <Speech here={here} notes={notes} claim={answer} />
              ))}
            </div>
          )}
        </div>
      ))}
    </div>
  )
}

/** Speaker, then the words, then when and where: a claim as speech. */
export function Speech({ here: at, notes, claim }: { here: Here; notes: Notes; claim: EntityFacts }) {
  const here = underBulk(at, [claim])
  const { lang } = here
  const values = (property: string) => {
    const line = lineOf(claim, property)
    return line ? <LineValues here={here} notes={silent} schema="Claim" line={line} /> : null
  }
  const silent: Notes = { ...notes, take: () => [] }
  const words = lineOf(claim, "words")
  const stance = lineOf(claim, "stance")?.said[0]
  const direct = lineOf(claim, "speech")?.said.some(({ value }) => value.type === "code" && value.code !== "indirect")
  const speaker = values("speaker") ?? values("speakerText")
  const capacity = values("capacity")
  const page = here.links.entity(claim.id)
  const hedge = here.paper ? [values("hedge"), values("quantity")] : []
  const around = [
    ...hedge,
    values("date"),
    values("setting"),
    values("via") && [say(lang, "word.via"), " ", values("via")],
  ]
  return (
    <article class="speech">
      <Begins notes={notes} />
      <p class="speaker">
        <strong>{speaker ?? <span class="quiet">{say(lang, "case.claims.noSpeaker")}</span>}</strong>
        {capacity && <span class="quiet">, {capacity}</span>}
        {stance?.value.type === "code" && (
          <>
            {" "}
            {page ? (
              <a class="stance" href={page}>
                {stanceWords(here, stance.value.code)}
              </a>
            ) : (
              <span class="stance">{stanceWords(here, stance.value.code)}</span>
            )}
          </>
        )}
      </p>
      {words?.said.map((said) => (
        <blockquote class={direct ? "direct" : "indirect"}>
          <bdi>{direct && !QUOTED.test(said.words) ? <q>{said.words}</q> : said.words}</bdi>
          <Marks here={here} notes={notes} marks={said.marks} />
          <BulkTag here={at} facts={claim} />
        </blockquote>
      ))}
      {around.some(Boolean) && (
        <p class="around">
          {around.filter(Boolean).map((part) => (
            <span class="part">{part}</span>
          ))}
        </p>
      )}
    </article>
  )
}

/** The source's own quotation marks are kept, and not doubled. */
const QUOTED = /^["“”«„‘]/u

const STANCES = ["asserts", "denies", "accuses", "names", "qualifies"] as const

function stanceWords({ lang }: Here, code: string): string {
  const stance = STANCES.find((one) => one === code)
  return stance ? say(lang, `stance.${stance}`) : code
}
