import type { EntityFacts, TimelineItem } from "../../model/casefile.js"
import { sortKey } from "../../model/date.js"
import { type EntityId, parseId } from "../../model/id.js"
import { schemaOf } from "../../model/schema.js"
import { SourceNotes } from "../../views/casefile.js"
import { Claims } from "../../views/claims.js"
import type { DeskHere, Here } from "../../views/here.js"
import { makeNotes } from "../../views/notes.js"
import { Crumbs, Empty, Page } from "../../views/page.js"
import { TimelineList } from "../../views/timeline.js"
import { happeningTitle, Lines, lineOf, underBulk } from "../../views/value.js"
import { type Lang, propertyLabel, say, schemaLabel } from "../../views/words/say.js"
import type { EntityView } from "../desk.js"
import { type Route, show } from "../visit.js"

export const ENTITY: readonly Route[] = [
  {
    method: "GET",
    path: "/entities/:id",
    when: "open",
    async answer({ here, desk, part }) {
      return show(<EntityPage here={here} view={await desk.entity(parseId<EntityId>(part("id")))} />)
    },
  },
]

const GATHERED = ["Person", "Organization", "PublicBody", "Case"]

const role = (facts: EntityFacts) => schemaOf(facts.schema)?.role

/** A happening as a row: its first date puts it in order. */
function itemOf(facts: EntityFacts): TimelineItem {
  const value = lineOf(facts, "date")?.said[0]?.value
  const date = value?.type === "date" ? value : null
  return { ...facts, type: facts.schema, date, sort: sortKey(date?.edtf ?? null) }
}

/** By which property it points here: "leader", "about". */
function pointing(lang: Lang, facts: EntityFacts, to: EntityId): string {
  const lines = facts.lines.filter(({ said }) =>
    said.some(({ value }) => value.type === "entity" && value.entity === to),
  )
  return lines.map((line) => propertyLabel(lang, facts.schema, line.property)).join(", ")
}

/** One page for every kind of thing, made from the schema table alone. */
function EntityPage({ here, view }: { here: DeskHere; view: EntityView }) {
  const { lang } = here
  const { facts, related, sources } = view
  const notes = makeNotes(sources)
  const thing = role(facts) === "thing"
  const only = facts.schema === "Person"
  // Their own pages have their histories.
  const quiet: Here = underBulk({ ...here, links: { ...here.links, statement: () => null } }, related)
  const happenings = related
    .filter((one) => role(one) === "happening")
    .map(itemOf)
    .sort((a, b) => (a.sort < b.sort ? -1 : 1))
  return (
    <Page here={here}>
      <Crumbs here={here} steps={[[say(lang, "nav.cases"), "/cases"]]} />
      <h1>
        <bdi>{thing ? facts.name || say(lang, "entity.unnamed") : happeningTitle(lang, facts)}</bdi>{" "}
        <span class="also">{schemaLabel(lang, facts.schema)}</span>
      </h1>
      {GATHERED.includes(facts.schema) && (
        <p>
          <a href={`/cases/${facts.id}`}>{say(lang, "entity.caseFile")}</a>
        </p>
      )}
      {facts.lines.length === 0 ? (
        <Empty what={say(lang, "entity.facts.empty")} />
      ) : (
        <Lines here={here} notes={notes} facts={facts} />
      )}
      <section>
        <h2>{say(lang, "entity.related")}</h2>
        {related.length === 0 && <p class="quiet">{say(lang, "entity.related.empty")}</p>}
        {quiet.bulkSaid && <p class="bulk-note">{say(lang, "case.allBulk")}</p>}
        <TimelineList here={quiet} notes={notes} items={happenings} without={only ? ["person"] : []} />
        <Claims here={quiet} notes={notes} claims={related.filter((one) => role(one) === "speech")} />
        <ul class="links">
          {related
            .filter((one) => role(one) === "thing" || role(one) === "relation")
            .map((one) => (
              <li>
                <a href={`/entities/${one.id}`}>
                  <bdi>{one.name || schemaLabel(lang, one.schema)}</bdi>
                </a>{" "}
                <span class="quiet">{pointing(lang, one, facts.id)}</span>
              </li>
            ))}
        </ul>
      </section>
      <SourceNotes here={here} notes={notes} sources={sources} />
      {only && (
        <p>
          <a class="quiet" href={`/expunge/person/${facts.id}`}>
            {say(lang, "expunge.link")}
          </a>
        </p>
      )}
    </Page>
  )
}
