import type { Child } from "hono/jsx"
import { isDay } from "../../model/date.js"
import { type EntityId, type EntryId, isId, parseId, type StatementId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import type { HeldLine, Preview, PreviewLine } from "../../publish/preview.js"
import { type Publication, TAKEN_BACK } from "../../publish/publish.js"
import { dateWords, instantWords } from "../../views/date.js"
import type { DeskHere } from "../../views/here.js"
import { Crumbs, Form, Page } from "../../views/page.js"
import { happeningTitle, valueWords } from "../../views/value.js"
import { LANGUAGES } from "../../views/words/index.js"
import { isLang, number, propertyLabel, say } from "../../views/words/say.js"
import { go, type Route, show } from "../visit.js"
import { audienceOf } from "./audience.js"
import { Undo } from "./ledger.js"

export const DOSSIER: readonly Route[] = [
  {
    method: "GET",
    path: "/cases/:id/dossier",
    when: "open",
    async answer({ here, desk, part, query, today }) {
      const id = parseId<EntityId>(part("id"))
      const on = dayOf(query("on") || today)
      const [preview, before] = [await desk.dossierPreview(id, on), await desk.publications(id)]
      const did = (query("did") ?? "").split(".").filter(isId) as EntryId[]
      return show(<DossierPage here={here} id={id} preview={preview} before={before} did={did} />)
    },
  },
  {
    method: "POST",
    path: "/cases/:id/audience",
    when: "open",
    async answer({ desk, part, sent }) {
      const id = parseId<EntityId>(part("id"))
      const [first, ...rest] = sent.texts("statement").map((one) => parseId<StatementId>(one))
      if (!first) throw new DalelError("usage/missing", "statement")
      const entries = await desk.setAudience([first, ...rest], audienceOf(sent))
      return go(`/cases/${id}/dossier?on=${dayOf(sent.text("on"))}&did=${entries.join(".")}`)
    },
  },
  {
    method: "POST",
    path: "/cases/:id/take-back",
    when: "open",
    async answer({ desk, part, sent }) {
      const id = parseId<EntityId>(part("id"))
      const reason = TAKEN_BACK.find((one) => one === sent.text("reason"))
      if (!reason) throw new DalelError("usage/missing", "reason")
      await desk.takeBack(parseId<EntryId>(sent.text("entry")), reason)
      return go(`/cases/${id}/dossier?on=${dayOf(sent.text("on"))}#before`)
    },
  },
  {
    method: "POST",
    path: "/cases/:id/dossier",
    when: "open",
    async answer({ desk, part, sent }) {
      const lang = sent.text("lang")
      if (!isLang(lang)) throw new DalelError("value/malformed", "lang")
      const asked = { id: parseId<EntityId>(part("id")), on: dayOf(sent.text("on")), lang }
      return { is: "file", name: "dossier.zip", type: "application/zip", bytes: await desk.makeDossier(asked) }
    },
  },
]

function dayOf(text: string): string {
  if (!isDay(text)) throw new DalelError("usage/not-a-date", "on")
  return text
}

interface Shown {
  readonly here: DeskHere
  readonly id: EntityId
  readonly preview: Preview
  readonly before: readonly Publication[]
  /** What was just done here, to be undone. */
  readonly did: readonly EntryId[]
}

/** Everything to be thought of before pressing the one button at the end. */
function DossierPage({ here, id, preview, before, did }: Shown) {
  const { lang } = here
  const { title, on, out, held, contradicts } = preview
  const back = `/cases/${id}?on=${on}`
  return (
    <Page here={here}>
      <Crumbs
        here={here}
        steps={[
          [say(lang, "nav.cases"), "/cases"],
          [title, back],
        ]}
      />
      <h1>{say(lang, "dossier.preview")}</h1>
      <p class="lead">{say(lang, "dossier.preview.lead")}</p>
      {did.length > 0 && (
        <div class="notice" role="status">
          <span>{say(lang, "dossier.audience.done")}</span>
          {did.map((entry) => (
            <Undo here={here} entry={entry} back={`/cases/${id}/dossier?on=${on}`} />
          ))}
        </div>
      )}
      <Risk here={here} preview={preview} />
      <Sources here={here} preview={preview} />
      {contradicts.length > 0 && (
        <section>
          <h2>{say(lang, "dossier.differs")}</h2>
          <p class="quiet">{say(lang, "dossier.differs.lead")}</p>
          <Lines here={here} lines={contradicts} />
        </section>
      )}
      <section>
        <h2>
          {say(lang, "dossier.out")} <span class="quiet">{number(lang, out.length)}</span>
        </h2>
        {out.length === 0 ? (
          <p>{say(lang, "dossier.out.none")}</p>
        ) : (
          <Audience here={here} id={id} on={on} audience="team">
            <Lines here={here} lines={out} choose={() => true} />
          </Audience>
        )}
      </section>
      {held.length > 0 && (
        <details class="section">
          <summary>
            <h2>
              {say(lang, "dossier.held")} <span class="quiet">{number(lang, held.length)}</span>
            </h2>
          </summary>
          {held.some(canGo) ? (
            <Audience here={here} id={id} on={on} audience="public">
              <Lines here={here} lines={held} choose={canGo} />
            </Audience>
          ) : (
            <Lines here={here} lines={held} />
          )}
        </details>
      )}
      <Making here={here} id={id} on={on} />
      <Before here={here} id={id} on={on} before={before} />
    </Page>
  )
}

function Risk({ here: { lang }, preview: { atRisk, statusDiffers } }: Pick<Shown, "here" | "preview">) {
  return (
    <section class="risk">
      <h2>{say(lang, "dossier.risk")}</h2>
      <p>{say(lang, atRisk.length === 0 ? "dossier.risk.none" : "dossier.risk.lead")}</p>
      {atRisk.length > 0 && (
        <ul>
          {atRisk.map(({ name, how }) => (
            <li>
              <strong>
                <bdi>{name}</bdi>
              </strong>
              : {say(lang, `dossier.risk.${how}`)}
            </li>
          ))}
        </ul>
      )}
      {statusDiffers.map(({ name, open, vault }) => (
        <p>
          <bdi>{name}</bdi>:{" "}
          {say(lang, "dossier.status.differs", {
            open: say(lang, `status.${open?.is ?? "unknown"}`),
            vault: say(lang, `status.${vault.is}`),
          })}
        </p>
      ))}
    </section>
  )
}

function Sources({ here: { lang }, preview: { sources } }: Pick<Shown, "here" | "preview">) {
  if (sources.length === 0) return null
  return (
    <section>
      <h2>{say(lang, "dossier.sources.public")}</h2>
      <ul class="source-notes">
        {sources.map(({ id, title, citation, heldBack }) => (
          <li>
            <p>
              <cite dir="auto">
                <a href={`/sources/${id}`}>{citation.title || say(lang, "sources.untitled")}</a>
              </cite>{" "}
              <span class="quiet">
                {[
                  citation.publisher,
                  citation.published === null ? say(lang, "sources.undated") : dateWords(lang, citation.published),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </p>
            {citation.address !== null && (
              <p class="hash" dir="ltr">
                {citation.address}
              </p>
            )}
            {citation.title === "" && title !== "" && (
              <p class="quiet">
                <bdi>{title}</bdi>
              </p>
            )}
            {heldBack.length > 0 && (
              <p class="quiet">
                {say(lang, "dossier.sources.held", {
                  what: heldBack.map((one) => propertyLabel(lang, "Article", one)).join(", "),
                })}
              </p>
            )}
            {citation.legalNotice !== null && (
              <p>
                <span class="tag warn">{say(lang, "case.sources.legal")}</span> <bdi>{citation.legalNotice}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What stays for this reason alone goes out once a person says so. */
function canGo(line: PreviewLine | HeldLine): boolean {
  return "why" in line && line.why === "audience"
}

/** Lines to be ticked, and the one thing that can be done with them. */
function Audience({
  here,
  id,
  on,
  audience,
  children,
}: {
  here: DeskHere
  id: EntityId
  on: string
  audience: "public" | "team"
  children: Child
}) {
  return (
    <Form here={here} action={`/cases/${id}/audience`}>
      <input type="hidden" name="audience" value={audience} />
      <input type="hidden" name="on" value={on} />
      {children}
      <p class="buttons">
        <button type="submit">{say(here.lang, `dossier.audience.${audience}`)}</button>
      </p>
    </Form>
  )
}

/** Grouped by whom or what they are about, in the order of the case file. `choose`: which can be ticked. */
function Lines({
  here: { lang },
  lines,
  choose = () => false,
}: {
  here: DeskHere
  lines: readonly (PreviewLine | HeldLine)[]
  choose?: (line: PreviewLine | HeldLine) => boolean
}) {
  const groups = new Map<EntityId, (PreviewLine | HeldLine)[]>()
  for (const line of lines) groups.set(line.about.id, [...(groups.get(line.about.id) ?? []), line])
  return (
    <>
      {[...groups].map(([id, own]) => (
        <div class="thing">
          <h3>
            <a href={`/entities/${id}`}>
              <bdi>{own[0]!.about.name || happeningTitle(lang, own[0]!.about)}</bdi>
            </a>
          </h3>
          <ul>
            {own.map((line) => (
              <li class={choose(line) ? "tick" : ""}>
                <Tickable line={line} on={choose(line)}>
                  <span class="term">{propertyLabel(lang, line.schema, line.property)}</span>{" "}
                  <bdi>{valueWords(lang, line.schema, line.property, line.value, line.words)}</bdi>
                </Tickable>
                {"why" in line ? (
                  <span class="tag">{say(lang, `dossier.why.${line.why}`)}</span>
                ) : (
                  line.quoted.map((words) => (
                    <>
                      {" "}
                      <q class="exact quiet" dir="auto">
                        {words}
                      </q>
                    </>
                  ))
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

function Tickable({ line, on, children }: { line: PreviewLine; on: boolean; children: Child }) {
  if (!on) return <>{children}</>
  return (
    <label>
      <input type="checkbox" name="statement" value={line.statement} /> {children}
    </label>
  )
}

function Making({ here, id, on }: { here: DeskHere; id: EntityId; on: string }) {
  const { lang } = here
  return (
    <section>
      <h2>{say(lang, "dossier.make")}</h2>
      <p>{say(lang, "dossier.make.lead")}</p>
      <Form here={here} action={`/cases/${id}/dossier`} class="stack">
        <p>
          <label>
            {say(lang, "dossier.lang")}{" "}
            <select name="lang">
              {Object.entries(LANGUAGES).map(([tag, { name }]) => (
                <option value={tag} selected={tag === lang}>
                  {name}
                </option>
              ))}
            </select>
          </label>{" "}
          <label>
            {say(lang, "case.on")} <input type="date" name="on" value={on} required />
          </label>
        </p>
        <p class="buttons">
          <button type="submit" class="lead">
            {say(lang, "dossier.make.button")}
          </button>{" "}
          <a class="button quiet" href={`/cases/${id}?on=${on}`}>
            {say(lang, "dossier.back")}
          </a>
        </p>
      </Form>
    </section>
  )
}

function Before({ here, id, on, before }: Pick<Shown, "here" | "id" | "before"> & { on: string }) {
  const { lang } = here
  if (before.length === 0) return null
  return (
    <section id="before">
      <h2>{say(lang, "dossier.before")}</h2>
      <ul class="custody">
        {before.map((one) => (
          <li>
            {instantWords(lang, one.at)} · {say(lang, "case.status", { day: dateWords(lang, one.on) })} ·{" "}
            {one.files.map(({ name, sha256 }) => (
              <span class="hash">
                {name} {sha256.slice(0, 16)}…{" "}
              </span>
            ))}
            {one.withdrawn === null ? (
              <TakeBack here={here} id={id} on={on} entry={one.entry} />
            ) : (
              <>
                <span class="tag warn">{say(lang, "dossier.withdrawn")}</span>{" "}
                {say(lang, `dossier.takeBack.${one.withdrawn.reason}`)}{" "}
                <Undo here={here} entry={one.withdrawn.entry} back={`/cases/${id}/dossier?on=${on}`} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TakeBack({ here, id, on, entry }: Pick<Shown, "here" | "id"> & { on: string; entry: EntryId }) {
  const { lang } = here
  return (
    <details>
      <summary>{say(lang, "dossier.takeBack")}</summary>
      <Form here={here} action={`/cases/${id}/take-back`} class="stack">
        <p>{say(lang, "dossier.takeBack.lead")}</p>
        <input type="hidden" name="entry" value={entry} />
        <input type="hidden" name="on" value={on} />
        <p class="buttons">
          <label class="audience">
            {say(lang, "history.reason")}{" "}
            <select name="reason" required>
              {TAKEN_BACK.map((reason) => (
                <option value={reason}>{say(lang, `dossier.takeBack.${reason}`)}</option>
              ))}
            </select>
          </label>{" "}
          <button type="submit">{say(lang, "dossier.takeBack.button")}</button>
        </p>
      </Form>
    </details>
  )
}
