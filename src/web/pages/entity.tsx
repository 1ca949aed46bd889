import { type EntityId, parseId } from "../../model/id.js"
import { schemaOf } from "../../model/schema.js"
import { SourceNotes } from "../../views/casefile.js"
import type { DeskHere } from "../../views/here.js"
import { makeNotes } from "../../views/notes.js"
import { Crumbs, Empty, Page } from "../../views/page.js"
import { happeningTitle, Lines } from "../../views/value.js"
import { say, schemaLabel } from "../../views/words/say.js"
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

/** One page for every kind of thing, made from the schema table alone. */
function EntityPage({ here, view }: { here: DeskHere; view: EntityView }) {
  const { lang } = here
  const { facts, related, sources } = view
  const notes = makeNotes(sources)
  const thing = schemaOf(facts.schema)?.role === "thing"
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
        {related.map((one) => (
          <div class="thing">
            <h3>
              <a href={`/entities/${one.id}`}>
                <bdi>{schemaOf(one.schema)?.role === "thing" ? one.name : happeningTitle(lang, one)}</bdi>
              </a>
            </h3>
            <Lines here={here} notes={notes} facts={one} without={["kind", "change"]} />
          </div>
        ))}
      </section>
      <SourceNotes here={here} notes={notes} sources={sources} />
    </Page>
  )
}
