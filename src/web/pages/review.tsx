import type { Child } from "hono/jsx"
import { isDay } from "../../model/date.js"
import { type EntityId, type EntryId, isId, parseId, type SourceId } from "../../model/id.js"
import type { Span } from "../../model/passage.js"
import { placeOf } from "../../model/place.js"
import type { LocalRef, ProposedStatement } from "../../model/proposal.js"
import { LANGUAGES } from "../../model/reading.js"
import { DalelError } from "../../model/refusals.js"
import { propertyOf } from "../../model/schema.js"
import { dateWords } from "../../views/date.js"
import { type Choice, Field, parseField } from "../../views/field.js"
import type { DeskHere } from "../../views/here.js"
import { type Highlight, Marked, partsOf } from "../../views/marked.js"
import { shorten } from "../../views/notes.js"
import { Crumbs, Empty, Form, Page } from "../../views/page.js"
import { type NameOf, proposalTitle, Statements } from "../../views/proposal.js"
import { Sheet } from "../../views/sheet.js"
import { valueWords } from "../../views/value.js"
import { inHundredths, type Lang, propertyLabel, say, schemaLabel } from "../../views/words/say.js"
import type { ProposalView, SourceView, StandingStatement, VaultSays } from "../desk.js"
import type { Sent } from "../form.js"
import { go, numberOf, type Route, show, type Visit } from "../visit.js"
import { AudienceChoice, audienceOf } from "./audience.js"
import { Undo } from "./ledger.js"
import { AboutSource, PartLinks } from "./sources.js"
import { PasteWords } from "./state.js"

/** The review desk: the source on one side, what is proposed from it on the other. */
export const REVIEW: readonly Route[] = [
  {
    method: "GET",
    path: "/sources/:id",
    when: "open",
    async answer(visit) {
      const source = await visit.desk.source(parseId<SourceId>(visit.part("id")))
      return show(<DeskPage visit={visit} source={source} />)
    },
  },
  {
    method: "GET",
    path: "/sources/:id/pages/:page",
    when: "open",
    async answer({ desk, part }) {
      const bytes = await desk.picture(parseId<SourceId>(part("id")), numberOf(part("page")))
      return { is: "picture", type: "image/png", bytes }
    },
  },
  {
    method: "POST",
    path: "/sources/:id/decide",
    when: "open",
    async answer({ desk, part, sent }) {
      const source = await desk.source(parseId<SourceId>(part("id")))
      const number = numberOf(sent.text("number"))
      const entry = await desk.decide({
        source: source.card.id,
        numbers: [number],
        verdict: verdictOf(source, number, sent),
        same: sameOf(sent),
      })
      const next = nextOpen(await desk.source(source.card.id), number)
      return go(`/sources/${source.card.id}?${next === null ? "" : `n=${next}&`}did=${entry}`)
    },
  },
  {
    method: "POST",
    path: "/sources/:id/published",
    when: "open",
    async answer({ desk, part, sent }) {
      const id = parseId<SourceId>(part("id"))
      const day = sent.text("published")
      if (!isDay(day)) throw new DalelError("usage/not-a-date", "published")
      await desk.readAgain(id, day)
      return go(`/sources/${id}`)
    },
  },
  {
    method: "GET",
    path: "/sources/:id/batch",
    when: "open",
    async answer({ here, desk, part }) {
      return show(<Batch here={here} source={await desk.source(parseId<SourceId>(part("id")))} />)
    },
  },
  {
    method: "POST",
    path: "/sources/:id/batch",
    when: "open",
    async answer({ desk, part, sent }) {
      const source = await desk.source(parseId<SourceId>(part("id")))
      const asked = new Set(sent.texts("number").map(numberOf))
      // What was shown and agreed to, never more; and never what must be decided alone.
      const [first, ...rest] = batchable(source).filter((number) => asked.has(number))
      if (first === undefined) throw new DalelError("proposal/decided")
      const verdict = { is: "accept", audience: "team", bulk: true } as const
      const entry = await desk.decide({ source: source.card.id, numbers: [first, ...rest], verdict, same: {} })
      return go(`/sources/${source.card.id}?did=${entry}`)
    },
  },
]

function verdictOf(source: SourceView, number: number, sent: Sent) {
  switch (sent.text("verdict")) {
    case "accept":
      return { is: "accept", audience: audienceOf(sent), bulk: false } as const
    case "edit":
      return { is: "edit", audience: audienceOf(sent), statements: editsOf(source, number, sent) } as const
    case "reject":
      return { is: "reject", why: null } as const
    default:
      throw new DalelError("usage/missing", "verdict")
  }
}

/** What the edit form made of the proposal: a line left empty or crossed out falls away. */
function editsOf(source: SourceView, number: number, sent: Sent): ProposedStatement[] {
  const item = source.proposals.find(({ proposal }) => proposal.number === number)
  if (!item) throw new DalelError("proposal/unknown", String(number))
  const choices = choicesOf(source)
  const statements: ProposedStatement[] = []
  for (const [index, old] of item.proposal.statements.entries()) {
    const row = propertyOf(old.schema, old.property)
    if (!row || sent.text(`s${index}.out`) === "yes") continue
    const value = parseField(row, (name) => sent.text(`s${index}.${name}`), choices)
    if (value === null) continue
    if (value.type !== "entity") statements.push({ ...old, value })
    else if (typeof value.entity === "string")
      statements.push({ ...old, value: { type: "entity", entity: value.entity } })
  }
  if (statements.length === 0) throw new DalelError("usage/missing")
  return statements
}

function sameOf(sent: Sent): Record<LocalRef, EntityId> {
  const same: Record<LocalRef, EntityId> = {}
  for (const name of sent.names) {
    const chosen = sent.text(name)
    if (name.startsWith("same.") && chosen !== "") same[name.slice("same.".length)] = parseId<EntityId>(chosen)
  }
  return same
}

function choicesOf(source: SourceView): Choice[] {
  return Object.values(source.entities).map(({ ref, name, schema }) => ({ ref, name, schema }))
}

/** Proceedings, measures and claims have no names: then the word for what they are stands in. */
function namesOf(lang: Lang, { entities }: SourceView): NameOf {
  return (ref) => {
    const known = entities[ref]
    return known ? known.name || schemaLabel(lang, known.schema) : ref
  }
}

const isOpen = ({ state }: ProposalView) => state.is === "proposed"

/** What may be taken at once: nothing grave, and nothing that rests on what was rejected. */
function batchable({ proposals }: SourceView): number[] {
  const introduced = new Map<string, ProposalView>()
  for (const item of proposals) if (!introduced.has(item.proposal.about)) introduced.set(item.proposal.about, item)
  const left = new Set<ProposalView>(
    proposals.filter(({ proposal, state }) => state.is === "rejected" || (state.is === "proposed" && proposal.grave)),
  )
  const restsOnLeft = ({ proposal }: ProposalView) =>
    proposal.statements.some(({ entity, value }) =>
      [entity, value.type === "entity" ? value.entity : entity].some((ref) => left.has(introduced.get(ref)!)),
    )
  let before: number
  do {
    before = left.size
    for (const item of proposals) if (isOpen(item) && restsOnLeft(item)) left.add(item)
  } while (left.size > before)
  return proposals.filter((item) => isOpen(item) && !left.has(item)).map(({ proposal }) => proposal.number)
}

/** The next proposal without a decision: after this one, else from the start. */
function nextOpen({ proposals }: SourceView, after: number): number | null {
  const open = proposals.filter(isOpen).map(({ proposal }) => proposal.number)
  return open.find((number) => number > after) ?? open[0] ?? null
}

function passageAsked(text: string | null): Span | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? "")
  return match && Number(match[1]) < Number(match[2]) ? { start: Number(match[1]), end: Number(match[2]) } : null
}

function spansOf({ proposal }: ProposalView): Span[] {
  const spans = new Map(
    proposal.statements.flatMap((one) => one.passages).map((span) => [`${span.start}-${span.end}`, span]),
  )
  return [...spans.values()]
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** The proposal the page is about: the one asked for, else one made from the passage asked for, else the next open one. */
function currentOf({ proposals }: SourceView, number: string | null, asked: Span | null): ProposalView | null {
  if (number !== null) {
    const found = proposals.find(({ proposal }) => proposal.number === numberOf(number))
    if (!found) throw new DalelError("proposal/unknown", number)
    return found
  }
  const about = asked && proposals.find((item) => spansOf(item).some((span) => overlaps(span, asked)))
  return about ?? proposals.find(isOpen) ?? null
}

function DeskPage({ visit, source }: { visit: Visit; source: SourceView }) {
  const { here } = visit
  const { lang } = here
  const { card, reading, proposals } = source
  const asked = passageAsked(visit.query("p"))
  const current = currentOf(source, visit.query("n"), asked)
  const decided = proposals.filter((item) => !isOpen(item)).length
  const nameOf = namesOf(lang, source)
  const title = card.title || say(lang, "sources.untitled")
  return (
    <Page here={here} wide>
      <div class="desk-head">
        <Crumbs here={here} steps={[[say(lang, "nav.sources"), "/sources"]]} />
        <h1 dir="auto">{title}</h1>
        {proposals.length > 0 && (
          <p class="decided">
            <progress value={decided} max={proposals.length} aria-label={say(lang, "source.proposals")} />{" "}
            {say(lang, "review.decided", { decided, total: proposals.length })}
          </p>
        )}
      </div>
      <Notice visit={visit} source={source} nameOf={nameOf} />
      {card.legalNotice !== null && (
        <div class="legal-notice">
          <strong>{say(lang, "source.legal")}.</strong> {say(lang, "source.legal.lead")}
          <blockquote dir="auto">{shorten(card.legalNotice, 400)}</blockquote>
        </div>
      )}
      {reading !== null && decided === 0 && !reading.metadata.some(({ name }) => name === "published") && (
        <AskPublished here={here} source={card.id} day={card.published} />
      )}
      {reading !== null && !LANGUAGES.includes(reading.language) && (
        <p class="notice">{say(lang, "review.otherLanguage", { language: languageName(lang, reading.language) })}</p>
      )}
      {reading === null ? (
        <Empty what={say(lang, "source.noText")} step={say(lang, "source.noText.step")} />
      ) : (
        <div class="desk">
          <section class="proposals" aria-label={say(lang, "source.proposals")}>
            <CurrentCard
              here={here}
              source={source}
              item={current}
              nameOf={nameOf}
              editing={visit.query("edit") !== null}
            />
            <ProposalList here={here} source={source} current={current} nameOf={nameOf} />
          </section>
          <TextColumn visit={visit} source={source} text={reading.text} current={current} asked={asked} />
        </div>
      )}
      <Standing here={here} source={source} />
      <AboutSource here={here} source={source} />
      <p>
        <a href={`/sources/${card.id}/sealed`}>{say(lang, "source.sealed")}</a>
      </p>
    </Page>
  )
}

/**
 * Asked before anything is decided: from this day "last August" is counted. A page that says its own is not asked about;
 * a day that a person gave can be exchanged for another.
 */
function AskPublished({ here, source, day }: { here: DeskHere; source: SourceId; day: string | null }) {
  const { lang } = here
  return (
    <Form here={here} action={`/sources/${source}/published`} class="ask">
      <label>
        {day === null ? say(lang, "source.undated") : say(lang, "source.dated", { day: dateWords(lang, day) })}{" "}
        <input type="date" name="published" required />
      </label>{" "}
      <button type="submit">{say(lang, "source.readAgain")}</button>
    </Form>
  )
}

/** `ky` → "Kyrgyz"; what cannot be told has no name. */
function languageName(lang: DeskHere["lang"], language: string): string {
  if (language === "und") return say(lang, "review.unknownLanguage")
  return new Intl.DisplayNames(lang, { type: "language" }).of(language) ?? language
}

/** What was just done here, and the way to take it back. */
function Notice({ visit, source, nameOf }: { visit: Visit; source: SourceView; nameOf: NameOf }) {
  const { here } = visit
  const { lang } = here
  const did = visit.query("did")
  if (did === null || !isId(did)) return null
  const entry = did as EntryId
  const items = source.proposals.filter(({ state }) => state.is !== "proposed" && state.entry === entry)
  const byHand = source.statements.find((one) => one.entry === entry)
  const back = `/sources/${source.card.id}`
  const [first] = items
  let words: string
  if (items.length > 1) words = say(lang, "review.done.batch", { n: items.length })
  else if (first && first.state.is !== "proposed")
    words = say(lang, `review.done.${first.state.is}`, { what: proposalTitle(lang, first.proposal, nameOf) })
  else if (byHand) {
    const { schema, property, value } = byHand.statement
    const what = `${propertyLabel(lang, schema, property)} ${shorten(valueWords(lang, schema, property, value, byHand.words), 60)}`
    words = say(lang, "review.done.stated", { what })
  } else return null
  return (
    <div class="notice" role="status">
      <span dir="auto">{words}</span>
      <Undo here={here} entry={entry} back={first ? `${back}?n=${first.proposal.number}` : back} />
    </div>
  )
}

function TextColumn({
  visit,
  source,
  text,
  current,
  asked,
}: {
  visit: Visit
  source: SourceView
  text: string
  current: ProposalView | null
  asked: Span | null
}) {
  const { here } = visit
  const { card, reading } = source
  const parts = partsOf(text)
  const focus = asked ?? (current ? spansOf(current)[0] : undefined)
  const wanted = visit.query("part")
  const part =
    wanted !== null
      ? (parts[numberOf(wanted) - 1] ?? parts[0])
      : (parts.find((one) => focus && focus.start >= one.start && focus.start < one.end) ?? parts[0])
  const highlights = highlightsOf(source, current, asked)
  return (
    <section class="text" aria-label={say(here.lang, "source.text")}>
      {reading?.metadata.some(({ name, from }) => name === "proposed" && from === "reader") && (
        <p class="notice">{say(here.lang, "review.partly")}</p>
      )}
      <SheetAt visit={visit} source={source} focus={focus} highlights={highlights} />
      <PartLinks
        here={here}
        part={parts.indexOf(part) + 1}
        parts={parts.length}
        address={(n) => `/sources/${card.id}?part=${n}`}
      />
      <Marked
        lang={here.lang}
        text={text}
        zones={reading?.zones ?? []}
        media={reading?.missingMedia ?? []}
        highlights={highlights}
        part={part}
      />
      <PasteWords here={here} source={card.id} />
    </section>
  )
}

/** Of a PDF the page itself: the one asked for, else the one the passage stands on. */
function SheetAt({
  visit,
  source: { card, reading },
  focus,
  highlights,
}: {
  visit: Visit
  source: SourceView
  focus: Span | undefined
  highlights: readonly Highlight[]
}) {
  const { lang } = visit.here
  const places = reading?.map.places
  if (!reading || places?.kind !== "pages") return null
  const asked = visit.query("page")
  const place = focus ? placeOf(reading.map, focus) : null
  const wanted = asked !== null ? numberOf(asked) : place?.kind === "page" ? place.page : 1
  const pages = places.pages.length
  const page = Math.min(Math.max(1, wanted), pages)
  const number = visit.query("n")
  const address = (n: number) => `/sources/${card.id}?${number === null ? "" : `n=${numberOf(number)}&`}page=${n}`
  return (
    <details class="page" open>
      <summary>{say(lang, "source.sheet", { page, pages })}</summary>
      <Sheet
        lang={lang}
        places={places}
        page={page}
        picture={`/sources/${card.id}/pages/${page}`}
        highlights={highlights}
      />
      {pages > 1 && (
        <nav class="pager" aria-label={say(lang, "page.label")}>
          {page > 1 && <a href={address(page - 1)}>{say(lang, "page.previous")}</a>}
          {page < pages && <a href={address(page + 1)}>{say(lang, "page.next")}</a>}
        </nav>
      )}
    </details>
  )
}

function highlightsOf(source: SourceView, current: ProposalView | null, asked: Span | null): Highlight[] {
  const highlights: Highlight[] = []
  for (const item of source.proposals) {
    const { proposal, state } = item
    const mine = item === current
    if (state.is === "rejected" && !mine) continue
    const [first, ...others] = spansOf(item).sort((a, b) => a.start - b.start || b.end - a.end)
    const is = state.is === "proposed" || state.is === "rejected" ? "proposed" : "accepted"
    const href = `/sources/${source.card.id}?n=${proposal.number}#decide`
    if (first) highlights.push({ ...first, is, number: proposal.number, href })
    for (const span of others) highlights.push({ ...span, is, number: null, href: null })
    if (mine && asked === null)
      for (const span of spansOf(item)) highlights.push({ ...span, is: "here", number: null, href: null })
  }
  for (const { statement, byHand } of source.statements)
    if (byHand && statement.ground.kind === "source")
      for (const { start, end } of statement.ground.passages)
        highlights.push({ start, end, is: "accepted", number: null, href: null })
  if (asked) highlights.push({ ...asked, is: "here", number: null, href: null })
  return highlights
}

function CurrentCard({
  here,
  source,
  item,
  nameOf,
  editing,
}: {
  here: DeskHere
  source: SourceView
  item: ProposalView | null
  nameOf: NameOf
  editing: boolean
}) {
  const { lang } = here
  if (item === null) {
    const all = source.proposals.length > 0
    return (
      <div class="card done" id="decide">
        <Empty
          what={say(lang, all ? "review.allDecided" : "review.nothing")}
          step={say(lang, all ? "review.allDecided.step" : "review.nothing.step")}
        >
          {all && (
            <a class="button lead" href="/cases">
              {say(lang, "nav.cases")}
            </a>
          )}
        </Empty>
      </div>
    )
  }
  const { proposal, state } = item
  const base = `/sources/${source.card.id}`
  const total = source.proposals.length
  return (
    <div class={`card ${state.is}`} id="decide">
      <p class="number">
        {say(lang, "review.proposal", { number: proposal.number, total })}
        <span class={`state ${state.is}`}>{say(lang, `review.state.${state.is}`)}</span>
      </p>
      <h2>{schemaLabel(lang, proposal.schema)}</h2>
      {proposal.grave !== null && (
        <p class="grave">
          <strong>{say(lang, "review.grave")}.</strong> {say(lang, `review.grave.${proposal.grave}`)}
        </p>
      )}
      {state.is !== "proposed" ? (
        <>
          <Statements
            here={here}
            statements={state.is === "rejected" ? proposal.statements : state.as}
            text={source.reading?.text ?? ""}
            map={source.reading?.map}
            nameOf={nameOf}
          />
          <div class="buttons">
            <Undo here={here} entry={state.entry} back={`${base}?n=${proposal.number}`} />
            <StepLinks here={here} source={source} number={proposal.number} />
          </div>
        </>
      ) : (
        <Form here={here} action={`${base}/decide`} id="verdict">
          <input type="hidden" name="number" value={String(proposal.number)} />
          {editing ? (
            <EditFields here={here} source={source} item={item} />
          ) : (
            <Statements
              here={here}
              statements={proposal.statements}
              text={source.reading?.text ?? ""}
              map={source.reading?.map}
              nameOf={nameOf}
              beside={(index) => <Vault here={here} statement={proposal.statements[index]!} says={item.vault[index]} />}
            />
          )}
          <SameAs here={here} source={source} item={item} />
          <AudienceChoice here={here} />
          <div class="buttons">
            <button
              type="submit"
              name="verdict"
              value={editing ? "edit" : "accept"}
              class="lead"
              data-key={editing ? undefined : "a"}
            >
              {say(lang, editing ? "review.save" : "review.accept")}
            </button>
            {editing ? (
              <a class="button" href={`${base}?n=${proposal.number}#decide`}>
                {say(lang, "word.cancel")}
              </a>
            ) : (
              <>
                <a class="button" data-key="e" href={`${base}?n=${proposal.number}&edit=1#decide`}>
                  {say(lang, "review.edit")}
                </a>
                <button type="submit" name="verdict" value="reject" data-key="r">
                  {say(lang, "review.reject")}
                </button>
                <StepLinks here={here} source={source} number={proposal.number} />
              </>
            )}
          </div>
        </Form>
      )}
      <p class="rule quiet">
        {say(lang, "review.rule")} <code>{proposal.rule}</code> · {say(lang, "review.score")}{" "}
        <span title={say(lang, "review.score.hint")}>{inHundredths(lang, proposal.score)}</span>
      </p>
    </div>
  )
}

function StepLinks({ here, source, number }: { here: DeskHere; source: SourceView; number: number }) {
  const numbers = source.proposals.map(({ proposal }) => proposal.number)
  const at = numbers.indexOf(number)
  const [before, after] = [numbers[at - 1], numbers[at + 1] ?? numbers[0]]
  const address = (to: number) => `/sources/${source.card.id}?n=${to}#decide`
  return (
    <>
      {before !== undefined && (
        <a hidden data-key="ArrowLeft" href={address(before)}>
          {say(here.lang, "page.previous")}
        </a>
      )}
      {after !== undefined && after !== number && (
        <a class="button quiet skip-on" data-key="ArrowRight" href={address(after)}>
          {say(here.lang, "review.skip")}
        </a>
      )}
    </>
  )
}

function EditFields({ here, source, item }: { here: DeskHere; source: SourceView; item: ProposalView }): Child {
  const choices = choicesOf(source)
  const { lang } = here
  return (
    <div class="fields">
      <p class="quiet">{say(lang, "review.stays")}</p>
      {item.proposal.statements.map((statement, index) => {
        const row = propertyOf(statement.schema, statement.property)
        if (!row) return null
        return (
          <div class="edited">
            <Field
              here={here}
              prefix={`s${index}`}
              schema={statement.schema}
              property={row}
              value={statement.value}
              choices={choices}
            />
            <label class="check">
              <input type="checkbox" name={`s${index}.out`} value="yes" /> {say(lang, "field.remove")}
            </label>
          </div>
        )
      })}
    </div>
  )
}

function Vault({
  here,
  statement,
  says,
}: {
  here: DeskHere
  statement: ProposedStatement
  says: VaultSays | undefined
}) {
  const { lang } = here
  const { schema, property } = statement
  if (!says || (says.agrees === 0 && says.differs.length === 0)) return null
  return (
    <span class="vault">
      {says.agrees > 0 && <span class="agrees">{say(lang, "review.vault.agrees", { n: says.agrees })}</span>}
      {says.differs.length > 0 && (
        <span class="tag disputed">
          {say(lang, "review.vault.differs", {
            values: says.differs
              .map(({ value, words }) => valueWords(lang, schema, property, value, words))
              .join(" · "),
          })}
        </span>
      )}
    </span>
  )
}

/** Asked of every entity the proposal names and the vault might know. The answer "a new one" is never ours to change. */
function SameAs({ here, source, item }: { here: DeskHere; source: SourceView; item: ProposalView }) {
  const { lang } = here
  const refs = new Set<LocalRef>([item.proposal.about])
  for (const { entity, value } of item.proposal.statements) {
    refs.add(entity)
    if (value.type === "entity") refs.add(value.entity)
  }
  const asked = [...refs].map((ref) => source.entities[ref]).filter((one) => one !== undefined)
  const open = asked.filter((one) => one.entity === null && one.candidates.length > 0)
  if (open.length === 0) return null
  return (
    <fieldset class="same">
      <legend>{say(lang, "review.same")}</legend>
      {open.map((one) => (
        <label class="input">
          <bdi>{one.name}</bdi>
          <select name={`same.${one.ref}`}>
            <option value="">{say(lang, "review.same.new")}</option>
            {one.candidates.map((hit) => (
              <option value={hit.id}>
                {say(lang, "review.same.one", { name: hit.name })} (
                {hit.badge ? `${say(lang, `search.badge.${hit.badge}`)}: ${hit.why}` : hit.why})
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}

/** A page is to be read, not scrolled: so many proposals around the current one, the others by a step. */
const LISTED = 60

function ProposalList({
  here,
  source,
  current,
  nameOf,
}: {
  here: DeskHere
  source: SourceView
  current: ProposalView | null
  nameOf: NameOf
}) {
  const { lang } = here
  const { proposals } = source
  if (proposals.length === 0) return null
  const at = current === null ? 0 : proposals.indexOf(current)
  const from = Math.max(0, Math.min(at - Math.floor(LISTED / 2), proposals.length - LISTED))
  const [before, after] = [proposals[from - 1], proposals[from + LISTED]]
  const further = (item: ProposalView | undefined) =>
    item && (
      <p>
        <a href={`/sources/${source.card.id}?n=${item.proposal.number}#decide`}>
          … {say(lang, "review.proposal", { number: item.proposal.number, total: proposals.length })}
        </a>
      </p>
    )
  return (
    <details class="all-proposals" open={proposals.length <= LISTED}>
      <summary>{say(lang, "review.all")}</summary>
      {further(before)}
      <ol>
        {proposals.slice(from, from + LISTED).map((item) => (
          <li value={item.proposal.number} class={item.state.is}>
            <a
              href={`/sources/${source.card.id}?n=${item.proposal.number}#decide`}
              {...(item === current ? { "aria-current": "true" as const } : {})}
            >
              <bdi>{proposalTitle(lang, item.proposal, nameOf)}</bdi>
            </a>
            {item.state.is !== "proposed" && <span class="quiet"> {say(lang, `review.state.${item.state.is}`)}</span>}
            {"bulk" in item.state && item.state.bulk && <span class="tag">{say(lang, "word.bulk")}</span>}
          </li>
        ))}
      </ol>
      {further(after)}
      {batchable(source).length > 1 && (
        <p>
          <a href={`/sources/${source.card.id}/batch`}>{say(lang, "review.batch")}…</a>
        </p>
      )}
      <p class="keys quiet">
        <strong>{say(lang, "review.keys")}</strong> {say(lang, "review.keys.list")}
      </p>
    </details>
  )
}

function standingWords(lang: Lang, { statement, words }: StandingStatement): string {
  return valueWords(lang, statement.schema, statement.property, statement.value, words)
}

/** The others stand on the pages of what they are about. */
const STANDING = 100

function Standing({ here, source }: { here: DeskHere; source: SourceView }) {
  const { lang } = here
  return (
    <details class="about" open={source.statements.some((one) => one.byHand)}>
      <summary>
        {say(lang, "source.standing")} <span class="quiet">{source.statements.length}</span>
      </summary>
      {source.statements.length === 0 && <p class="quiet">{say(lang, "source.standing.empty")}</p>}
      <ul class="standing">
        {source.statements.slice(0, STANDING).map((one) => (
          <li>
            <span>
              <a href={`/entities/${one.statement.entity}`}>
                <bdi>{one.entityName || schemaLabel(lang, one.statement.schema)}</bdi>
              </a>{" "}
              <span class="quiet">{propertyLabel(lang, one.statement.schema, one.statement.property)}</span>{" "}
              <a href={`/statements/${one.statement.id}`}>
                <bdi>{shorten(standingWords(lang, one), 120)}</bdi>
              </a>
              {one.byHand && <span class="tag">{say(lang, "word.byHand")}</span>}
              {one.bulk && <span class="tag">{say(lang, "word.bulk")}</span>}
            </span>
            {one.byHand && <Undo here={here} entry={one.entry} back={`/sources/${source.card.id}`} />}
          </li>
        ))}
      </ul>
      {source.statements.length > STANDING && <p class="quiet">{say(lang, "source.standing.more", { n: STANDING })}</p>}
    </details>
  )
}

function Batch({ here, source }: { here: DeskHere; source: SourceView }) {
  const { lang } = here
  const nameOf = namesOf(lang, source)
  const numbers = new Set(batchable(source))
  const taken = source.proposals.filter(({ proposal }) => numbers.has(proposal.number))
  const left = source.proposals.filter((item) => isOpen(item) && item.proposal.grave !== null)
  const list = (items: readonly ProposalView[], field: boolean) => (
    <ol class="batch">
      {items.map(({ proposal }) => (
        <li value={proposal.number}>
          {field && <input type="hidden" name="number" value={String(proposal.number)} />}
          <a href={`/sources/${source.card.id}?n=${proposal.number}#decide`}>
            <bdi>{proposalTitle(lang, proposal, nameOf)}</bdi>
          </a>
          {proposal.grave !== null && <span class="quiet"> {say(lang, `review.grave.${proposal.grave}`)}</span>}
        </li>
      ))}
    </ol>
  )
  return (
    <Page here={here}>
      <Crumbs
        here={here}
        steps={[
          [say(lang, "nav.sources"), "/sources"],
          [source.card.title || say(lang, "sources.untitled"), `/sources/${source.card.id}`],
        ]}
      />
      <h1>{say(lang, "review.batch.title")}</h1>
      {taken.length === 0 ? (
        <Empty what={say(lang, "review.batch.none")} />
      ) : (
        <Form here={here} action={`/sources/${source.card.id}/batch`}>
          <p class="lead">{say(lang, "review.batch.lead", { n: taken.length })}</p>
          {list(taken, true)}
          <div class="buttons">
            <button type="submit" class="lead">
              {say(lang, "review.batch.button", { n: taken.length })}
            </button>
            <a class="button" href={`/sources/${source.card.id}`}>
              {say(lang, "word.cancel")}
            </a>
          </div>
        </Form>
      )}
      {left.length > 0 && (
        <section>
          <p>{say(lang, "review.batch.left", { n: left.length })}</p>
          {list(left, false)}
        </section>
      )}
    </Page>
  )
}
