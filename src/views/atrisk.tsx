import type { CaseFile, EntityFacts, SourceCard } from "../model/casefile.js"
import type { Here } from "./here.js"
import { type Notes, shorten } from "./notes.js"
import { LineValues, lineOf } from "./value.js"
import { propertyLabel, say } from "./words/say.js"

/** Who could be punished for this: people whose relatives are named or placed, and whoever may not share a source. */
export interface AtRisk {
  /** People of whom it is said where their relatives live. */
  readonly people: readonly EntityFacts[]
  readonly families: readonly EntityFacts[]
  /** Sources that warn their readers. */
  readonly warned: readonly SourceCard[]
}

export function atRisk({ people, families, sources }: Pick<CaseFile, "people" | "families" | "sources">): AtRisk {
  return {
    people: people.filter((one) => lineOf(one, "relativesIn") !== undefined),
    families,
    warned: sources.filter(({ legalNotice }) => legalNotice !== null),
  }
}

export function countAtRisk({ people, families, warned }: AtRisk): number {
  return people.length + families.length + warned.length
}

export function AtRiskSection({ here, notes, risk }: { here: Here; notes: Notes; risk: AtRisk }) {
  const { lang } = here
  if (countAtRisk(risk) === 0) return null
  const line = (facts: EntityFacts, property: string) => {
    const found = lineOf(facts, property)
    return found && <LineValues here={here} notes={notes} schema={facts.schema} line={found} />
  }
  return (
    <section id="risk" class="risk">
      <h2>{say(lang, "risk.title")}</h2>
      <p class="quiet">{say(lang, "risk.lead")}</p>
      <dl class="lines wide">
        {risk.people.map((person) => {
          const address = here.links.entity(person.id)
          const name = <bdi>{person.name}</bdi>
          return (
            <div>
              <dt>{address ? <a href={address}>{name}</a> : name}</dt>
              <dd>
                {propertyLabel(lang, "Person", "relativesIn")}: {line(person, "relativesIn")}
              </dd>
            </div>
          )
        })}
        {risk.families.map((family) => (
          <div>
            <dt>{line(family, "relative") ?? say(lang, "entity.unnamed")}</dt>
            <dd>
              {line(family, "role") ?? say(lang, "risk.relative")} · {line(family, "person")}
            </dd>
          </div>
        ))}
        {risk.warned.map((card) => {
          const address = here.links.source(card.id)
          const title = card.title || say(lang, "sources.untitled")
          return (
            <div>
              <dt dir="auto">{address ? <a href={address}>{title}</a> : title}</dt>
              <dd>
                {say(lang, "source.legal.lead")}{" "}
                <q class="exact" dir="auto">
                  {shorten(card.legalNotice ?? "", 300)}
                </q>
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
