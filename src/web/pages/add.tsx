import { isDay } from "../../model/date.js"
import { DalelError } from "../../model/refusals.js"
import type { DeskHere } from "../../views/here.js"
import { shorten } from "../../views/notes.js"
import { Form, Page } from "../../views/page.js"
import { refusalWords, say } from "../../views/words/say.js"
import type { AddHints, AddItem, Job, JobId, JobItem } from "../desk.js"
import type { Sent } from "../form.js"
import { go, type Route, show } from "../visit.js"
import { Elsewhere } from "./welcome.js"

/** The most one form may bring, in megabytes. Larger files go by `dalel add`, which streams. */
const MOST = 64

export const ADD: readonly Route[] = [
  {
    method: "GET",
    path: "/add",
    when: "open",
    answer: async ({ here }) => show(here.sample ? <NotHere here={here} /> : <Add here={here} nothing={false} />),
  },
  {
    method: "POST",
    path: "/add",
    when: "open",
    limit: MOST * 1_000_000,
    async answer({ here, desk, sent }) {
      const items = await itemsOf(sent)
      if (items.length === 0) return show(<Add here={here} nothing />, 400)
      return go(`/add/${await desk.add(items, hintsOf(sent))}`)
    },
  },
  {
    method: "GET",
    path: "/add/:job",
    when: "open",
    async answer({ here, desk, part }) {
      return show(<Progress here={here} job={await desk.job(part("job") as JobId)} />)
    },
  },
  {
    method: "POST",
    path: "/add/:job/cancel",
    when: "open",
    async answer({ desk, part }) {
      const id = part("job") as JobId
      await desk.cancel(id)
      return go(`/add/${id}`)
    },
  },
]

async function itemsOf(sent: Sent): Promise<AddItem[]> {
  const items: AddItem[] = []
  for (const file of sent.files("files")) {
    // An empty choice is sent as a file without a name.
    if (file.name === "" && file.size === 0) continue
    items.push({ kind: "file", name: file.name, mediaType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const text = sent.text("text")
  if (text.trim() !== "") items.push({ kind: "pasted", text })
  return items
}

/** @throws DalelError usage/not-a-date, value/malformed */
function hintsOf(sent: Sent): AddHints {
  const [published, url, lang] = ["published", "url", "lang"].map((name) => sent.text(name).trim() || null)
  if (published && !isDay(published)) throw new DalelError("usage/not-a-date", "published")
  if (url && !(URL.canParse(url) && url.length <= 2000)) throw new DalelError("value/malformed", "url")
  if (lang && !LANGS.includes(lang)) throw new DalelError("value/malformed", "lang")
  return { published: published ?? null, url: url ?? null, lang: lang ?? null }
}

/** What a source may be written in; the script is stated where a language has several. */
const LANGS: readonly string[] = [
  "en",
  "ru",
  "kk-Cyrl",
  "kk-Latn",
  "kk-Arab",
  "ug-Arab",
  "ug-Latn",
  "ug-Cyrl",
  "zh-Hans",
  "zh-Hant",
]

/** The sample takes nothing: said before anybody has chosen a file, not after. */
function NotHere({ here }: { here: DeskHere }) {
  return (
    <Page here={here}>
      <div class="narrow">
        <h1>{say(here.lang, "add.title")}</h1>
        <p class="lead">{say(here.lang, "add.sample")}</p>
        <div class="buttons">
          <Elsewhere here={here} to="own" lead />
        </div>
      </div>
    </Page>
  )
}

function Add({ here, nothing }: { here: DeskHere; nothing: boolean }) {
  const { lang } = here
  const names = new Intl.DisplayNames(lang, { type: "language" })
  return (
    <Page here={here}>
      <div class="narrow">
        <h1>{say(lang, "add.title")}</h1>
        <p class="lead">{say(lang, "add.lead")}</p>
        {nothing && (
          <p class="refusal" role="alert">
            {say(lang, "add.nothing")}
          </p>
        )}
        <Form here={here} action="/add" files class="stack">
          <label class="input">
            <span>{say(lang, "add.files")}</span>
            <input type="file" name="files" multiple />
            <span class="hint">
              {say(lang, "add.files.hint")} {say(lang, "add.limit", { n: MOST })}
            </span>
          </label>
          <label class="input">
            <span>{say(lang, "add.paste")}</span>
            <textarea name="text" rows={6} autocomplete="off" spellcheck={false} dir="auto" />
            <span class="hint">{say(lang, "add.paste.hint")}</span>
          </label>
          <fieldset>
            <legend>{say(lang, "add.hints")}</legend>
            <p class="hint">{say(lang, "add.hints.lead")}</p>
            <label class="input">
              <span>{say(lang, "add.published")}</span>
              <input type="date" name="published" />
              <span class="hint">{say(lang, "add.published.hint")}</span>
            </label>
            <label class="input">
              <span>{say(lang, "add.url")}</span>
              <input type="url" name="url" autocomplete="off" spellcheck={false} maxlength={2000} />
            </label>
            <label class="input">
              <span>{say(lang, "add.lang")}</span>
              <select name="lang">
                <option value="">{say(lang, "add.lang.guess")}</option>
                {LANGS.map((tag) => (
                  <option value={tag}>{names.of(tag)}</option>
                ))}
              </select>
            </label>
          </fieldset>
          <button type="submit" class="lead">
            {say(lang, "add.button")}
          </button>
        </Form>
      </div>
    </Page>
  )
}

function Progress({ here, job }: { here: DeskHere; job: Job }) {
  const { lang } = here
  const done = job.items.filter(({ outcome }) => outcome.is !== "waiting").length
  const running = job.state === "running"
  return (
    <Page here={here}>
      <div class="narrow">
        <h1>{say(lang, "job.title")}</h1>
        <p role="status" class="progress">
          <progress value={done} max={job.total} aria-label={say(lang, "job.title")} />{" "}
          {running
            ? say(lang, "job.running", { done, total: job.total })
            : say(lang, job.state === "done" ? "job.done" : "job.cancelled")}
        </p>
        <ol class="job" data-live={running ? `/add/${job.id}` : undefined}>
          {job.items.map((item, index) => (
            <JobLine here={here} item={item} step={job.now?.item === index ? job.now.step : null} left={!running} />
          ))}
        </ol>
        {running && (
          <div class="buttons">
            <a class="button" href={`/add/${job.id}`}>
              {say(lang, "job.refresh")}
            </a>
            <Form here={here} action={`/add/${job.id}/cancel`}>
              <button type="submit" class="quiet">
                {say(lang, "job.cancel")}
              </button>
            </Form>
            <p class="quiet">{say(lang, "job.after")}</p>
          </div>
        )}
        {!running && <After here={here} job={job} />}
      </div>
    </Page>
  )
}

function After({ here, job }: { here: DeskHere; job: Job }) {
  const first = job.items
    .map(({ outcome }) => outcome)
    .find((outcome) => outcome.is === "sealed" || outcome.is === "known")
  return (
    <p class="buttons">
      {first && "source" in first && (
        <a class="button lead" href={`/sources/${first.source}`}>
          {say(here.lang, "home.next.reviewButton")}
        </a>
      )}
      <a class="button" href="/add">
        {say(here.lang, "nav.add")}
      </a>
    </p>
  )
}

function JobLine({
  here,
  item,
  step,
  left,
}: {
  here: DeskHere
  item: JobItem
  step: "sealing" | "reading" | null
  left: boolean
}) {
  const { lang } = here
  const { outcome } = item
  const name = <bdi>{item.name ?? say(lang, "job.item.pasted")}</bdi>
  switch (outcome.is) {
    case "waiting":
      return (
        <li>
          {name}{" "}
          <span class="quiet">
            {step ? say(lang, `job.step.${step}`) : say(lang, left ? "job.item.left" : "job.item.waiting")}
          </span>
        </li>
      )
    case "refused": {
      const { what, remedy } = refusalWords(lang, outcome.why)
      return (
        <li class="refused">
          {name} <span>{what}</span> <span class="quiet">{remedy}</span>
        </li>
      )
    }
    default:
      return (
        <li>
          {name} · <a href={`/sources/${outcome.source}`}>{outcome.title || say(lang, "sources.untitled")}</a>{" "}
          <span class="quiet">
            {say(lang, `job.item.${outcome.is}`)} ·{" "}
            {outcome.unreadable === null
              ? say(lang, "job.item.proposals", { n: outcome.proposals })
              : refusalWords(lang, outcome.unreadable).what}
          </span>
          {outcome.legal !== null && (
            <div class="legal-notice">
              <strong>{say(lang, "source.legal")}.</strong> {say(lang, "source.legal.lead")}
              <blockquote dir="auto">{shorten(outcome.legal, 400)}</blockquote>
            </div>
          )}
        </li>
      )
  }
}
