import type { Child } from "hono/jsx"
import type { CaseFile, Citation, Dispute, EntityFacts, ProceedingFile } from "../model/casefile.js"
import { type AtRisk, AtRiskSection, countAtRisk } from "./atrisk.js"
import { Claims } from "./claims.js"
import { dateWords } from "./date.js"
import type { Here } from "./here.js"
import { Begins, Marks, makeNotes, type Notes, Quoted } from "./notes.js"
import { StatusLine } from "./status.js"
import { Timeline, TimelineList } from "./timeline.js"
import { anchorOf, BulkTag, happeningTitle, Lines, LineValues, lineOf, underBulk } from "./value.js"
import { codeLabel, number, propertyLabel, say } from "./words/say.js"

/** The whole of a case, as it stands on the desk and in a dossier: every line with its marks, every mark with its words. */
export function CaseBody<Source extends Citation>({
  here: at,
  file,
  more,
  risk = null,
}: {
  here: Here
  file: CaseFile<Source>
  /** What stands under each source besides its citation. */
  more?: (source: Source) => Child
  /** Who could be punished for this: for the team's eyes only. */
  risk?: AtRisk | null
}) {
  // The history of a statement is a step behind its entity's page: here it would stand behind every word.
  const everything = [...file.people, ...file.organizations, ...file.places, ...file.timeline, ...file.claims]
  const here: Here = underBulk({ ...at, links: { ...at.links, statement: () => null } }, everything)
  const { lang } = here
  const notes = makeNotes(file.sources)
  const empty = file.people.length + file.timeline.length + file.claims.length + file.organizations.length === 0
  if (empty)
    return (
      <div class="empty">
        <p>{say(lang, "case.empty")}</p>
        <p class="quiet">{say(lang, "case.empty.step")}</p>
      </div>
    )
  return (
    <div class="case">
      <Who here={here} notes={notes} file={file} />
      {here.bulkSaid && <p class="bulk-note">{say(lang, "case.allBulk")}</p>}
      {file.status.length > 0 && (
        <section class="statuses" aria-label={say(lang, "case.status", { day: dateWords(lang, file.on) })}>
          {file.status.map((status) => (
            <div>
              {file.status.length > 1 && <h3>{nameOf(file, status.person)}</h3>}
              <StatusLine here={here} notes={notes} file={file} status={status} />
            </div>
          ))}
        </section>
      )}
      <Contents here={here} file={file} risk={risk === null ? 0 : countAtRisk(risk)} />
      <section id="timeline">
        <h2>{say(lang, "case.timeline")}</h2>
        {file.timeline.length === 0 && <p class="quiet">{say(lang, "case.timeline.empty")}</p>}
        <Timeline here={here} items={file.timeline} />
        <TimelineList
          here={here}
          notes={notes}
          items={file.timeline}
          without={file.people.length === 1 ? ["person"] : []}
        />
      </section>
      {file.proceedings.length > 0 && (
        <section id="proceedings">
          <h2>{say(lang, "case.proceedings")}</h2>
          <ol class="proceedings">
            {file.proceedings.map((proceeding, index) => (
              <ProceedingOf here={here} notes={notes} proceeding={proceeding} number={index + 1} />
            ))}
          </ol>
        </section>
      )}
      {file.claims.length > 0 && (
        <section id="claims">
          <h2>{say(lang, "case.said")}</h2>
          <Claims here={here} notes={notes} claims={file.claims} />
        </section>
      )}
      {file.disputes.length > 0 && (
        <section id="disputed">
          <h2>{say(lang, "case.disputed")}</h2>
          <p class="quiet">{say(lang, "case.disputed.lead")}</p>
          <dl class="lines wide">
            {file.disputes.map((dispute) => (
              <DisputeOf here={{ ...here, links: at.links }} notes={notes} file={file} dispute={dispute} />
            ))}
          </dl>
        </section>
      )}
      {risk && <AtRiskSection here={here} notes={notes} risk={risk} />}
      <Things here={here} notes={notes} title={say(lang, "case.people")} things={file.people} />
      <Things here={here} notes={notes} title={say(lang, "case.organizations")} things={file.organizations} />
      <Things here={here} notes={notes} title={say(lang, "case.places")} things={file.places} folded={!here.paper} />
      <SourceNotes here={here} notes={notes} sources={file.sources} more={more} />
    </div>
  )
}

/** What the person or body is, in the sources' words: the line under the name. */
function Who({ here, notes, file }: { here: Here; notes: Notes; file: CaseFile<Citation> }) {
  const self = [...file.people, ...file.organizations].find((one) => one.id === file.id)
  const lines = ["description", "occupation"]
    .map((property) => self && lineOf(self, property))
    .filter((line) => line !== undefined)
  const led = file.organizations.flatMap((body) =>
    (lineOf(body, "leader")?.said ?? [])
      .filter(({ value }) => value.type === "entity" && value.entity === file.id)
      .map((said) => ({ body, said })),
  )
  if (!self || lines.length + led.length === 0) return null
  return (
    <p class="who">
      {led.map(({ body, said }) => (
        <span class="part">
          {say(here.lang, "case.leaderOf")} <a href={here.links.entity(body.id) ?? undefined}>{body.name}</a>
          <Marks here={here} notes={notes} marks={said.marks} />
        </span>
      ))}
      {lines.map((line) => (
        <span class="part">
          <LineValues here={here} notes={notes} schema={self.schema} line={line} />
        </span>
      ))}
    </p>
  )
}

/** What there is on this page, and how much of it. */
function Contents({ here: { lang }, file, risk }: { here: Here; file: CaseFile<Citation>; risk: number }) {
  const parts: [id: string, words: string, count: number][] = [
    ["timeline", say(lang, "case.timeline"), file.timeline.length],
    ["proceedings", say(lang, "case.proceedings"), file.proceedings.length],
    ["claims", say(lang, "case.said"), file.claims.length],
    ["disputed", say(lang, "case.disputed"), file.disputes.length],
    ["risk", say(lang, "risk.title"), risk],
    ["sources", say(lang, "case.sources"), file.sources.length],
  ]
  return (
    <nav class="contents" aria-label={say(lang, "case.contents")}>
      {parts.map(
        ([id, words, count]) =>
          count > 0 && (
            <a href={`#${id}`} class={id === "disputed" ? "violet" : undefined}>
              {words} <span class="count">{number(lang, count)}</span>
            </a>
          ),
      )}
    </nav>
  )
}

function nameOf(file: CaseFile<Citation>, id: string): string {
  return [...file.people, ...file.organizations].find((one) => one.id === id)?.name ?? id
}

function DisputeOf({
  here,
  notes,
  file,
  dispute,
}: {
  here: Here
  notes: Notes
  file: CaseFile<Citation>
  dispute: Dispute
}) {
  const everything = [
    ...file.timeline,
    ...file.people,
    ...file.organizations,
    ...file.places,
    ...file.proceedings,
    ...file.claims,
  ]
  const facts = everything.find((one) => one.id === dispute.entity)
  const schema = facts?.schema ?? "Event"
  const about = facts && facts.name === "" ? happeningTitle(here.lang, facts) : dispute.name
  const address = here.links.entity(dispute.entity)
  return (
    <div>
      <Begins notes={notes} />
      <dt>
        {address ? (
          <a href={address}>
            <bdi>{about}</bdi>
          </a>
        ) : (
          <bdi>{about}</bdi>
        )}
        : {propertyLabel(here.lang, schema, dispute.line.property)}
      </dt>
      <dd>
        <LineValues here={here} notes={notes} schema={schema} line={dispute.line} />
      </dd>
    </div>
  )
}

function ProceedingOf({
  here,
  notes,
  proceeding,
  number: at,
}: {
  here: Here
  notes: Notes
  proceeding: ProceedingFile
  number: number
}) {
  const { lang } = here
  const court = lineOf(proceeding, "court")
  const kind = proceeding.kind === null ? null : codeLabel(lang, "proceeding", proceeding.kind)
  const address = here.links.entity(proceeding.id)
  const title = proceeding.name || kind || say(lang, "case.proceeding", { n: at })
  return (
    <li id={anchorOf(here, proceeding)}>
      <Begins notes={notes} />
      <h3>
        {address ? <a href={address}>{title}</a> : title}
        {court && (
          <span class="court">
            {" "}
            <LineValues here={here} notes={notes} schema="CourtCase" line={court} />
          </span>
        )}
      </h3>
      <Lines here={here} notes={notes} facts={proceeding} without={["kind", "court", "name"]} />
      <TimelineList here={here} notes={notes} items={proceeding.items} brief />
    </li>
  )
}

function Things({
  here: at,
  notes,
  title,
  things,
  folded = false,
}: {
  here: Here
  notes: Notes
  title: string
  things: readonly EntityFacts[]
  folded?: boolean
}) {
  if (things.length === 0) return null
  const list = things.map((facts) => {
    const here = underBulk(at, [facts])
    // On paper this is the place its links lead to.
    const address = here.paper ? null : here.links.entity(facts.id)
    return (
      <div class="thing" id={anchorOf(here, facts)}>
        <Begins notes={notes} />
        <h3>
          {address ? (
            <a href={address}>
              <bdi>{facts.name}</bdi>
            </a>
          ) : (
            <bdi>{facts.name}</bdi>
          )}
          <BulkTag here={at} facts={facts} />
        </h3>
        <Lines here={here} notes={notes} facts={facts} />
      </div>
    )
  })
  if (!folded)
    return (
      <section>
        <h2>{title}</h2>
        {list}
      </section>
    )
  return (
    <details class="section">
      <summary>
        <h2>
          {title} <span class="quiet">{things.length}</span>
        </h2>
      </summary>
      {list}
    </details>
  )
}

/** Every source of the page and, under it, every passage that carries a line of it. */
export function SourceNotes<Source extends Citation>({
  here,
  notes,
  sources,
  more,
}: {
  here: Here
  notes: Notes
  sources: readonly Source[]
  more?: ((source: Source) => Child) | undefined
}) {
  const { lang } = here
  if (sources.length === 0) return null
  return (
    <section id="sources">
      <h2>{say(lang, "case.sources")}</h2>
      <ul class="source-notes">
        {sources.map((card) => {
          const address = here.links.source(card.id)
          const title = card.title || say(lang, "sources.untitled")
          return (
            <li>
              <p>
                <cite dir="auto">{address ? <a href={address}>{title}</a> : title}</cite>{" "}
                <span class="quiet">
                  {[
                    card.publisher,
                    card.published === null ? say(lang, "sources.undated") : dateWords(lang, card.published),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                {card.legalNotice !== null && <span class="tag warn">{say(lang, "case.sources.legal")}</span>}
              </p>
              {more?.(card)}
              <ol class="notes">
                {notes.all
                  .filter((note) => note.source === card.id)
                  .map((note) => (
                    <li value={note.number} id={`note-${note.number}`}>
                      <a class="back" href={here.links.passage(note.marks[0], note.number)}>
                        {note.number}
                      </a>{" "}
                      <Quoted marks={note.marks} whole={here.paper ?? false} />
                    </li>
                  ))}
              </ol>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
