import type { SourceFilter } from "../../index/sources.js"
import type { SourceId } from "../../model/id.js"
import { parseId } from "../../model/id.js"
import { dateWords, instantWords } from "../../views/date.js"
import type { DeskHere } from "../../views/here.js"
import { Marked, partsOf } from "../../views/marked.js"
import { Crumbs, Empty, Filters, Page, Pager } from "../../views/page.js"
import { refusalWords, say } from "../../views/words/say.js"
import type { SourceRow, SourceView } from "../desk.js"
import { pageAsked, type Route, show, type Visit } from "../visit.js"
import { NextStep } from "./next.js"

export const SOURCES: readonly Route[] = [
  {
    method: "GET",
    path: "/sources",
    when: "open",
    async answer(visit) {
      const { here, desk } = visit
      const asked = pageAsked(visit)
      const only = filterIn(visit)
      const [{ rows, total, more }, languages] = await Promise.all([desk.sources(asked, only), desk.sourceLanguages()])
      const filtered = only.language !== null || only.state !== null
      return show(
        <Page here={here}>
          <h1>{say(here.lang, "sources.title")}</h1>
          {(total > 0 || filtered) && (
            <Filters count={say(here.lang, "count.sources", { n: total })} choices={choicesOf(here, only, languages)}>
              {" · "}
              <a href="/add">{say(here.lang, "nav.add")}</a>
            </Filters>
          )}
          {rows.length === 0 && filtered ? (
            <Empty what={say(here.lang, "sources.none")} />
          ) : rows.length === 0 ? (
            <Empty what={say(here.lang, "sources.empty")} step={say(here.lang, "sources.empty.step")}>
              <NextStep here={here} next="add" />
            </Empty>
          ) : (
            <SourceTable here={here} rows={rows} />
          )}
          <Pager here={here} {...asked} total={total} more={more} address={(page) => addressOf(only, page)} />
        </Page>,
      )
    },
  },
  {
    method: "GET",
    path: "/sources/:id/sealed",
    when: "open",
    async answer(visit) {
      const source = await visit.desk.source(parseId<SourceId>(visit.part("id")))
      return show(<Sealed here={visit.here} source={source} part={Number(visit.query("part") ?? 1)} />)
    },
  },
]

function filterIn(visit: Visit): SourceFilter {
  const [language, state] = [visit.query("lang"), visit.query("state")]
  return {
    language: language !== null && /^[A-Za-z0-9-]{2,20}$/.test(language) ? language : null,
    state: state === "unread" || state === "undecided" ? state : null,
  }
}

function addressOf({ language, state }: SourceFilter, page = 1): string {
  const asked = [language && `lang=${language}`, state && `state=${state}`, page > 1 && `page=${page}`].filter(Boolean)
  return asked.length === 0 ? "/sources" : `/sources?${asked.join("&")}`
}

function choicesOf(here: DeskHere, only: SourceFilter, languages: readonly string[]) {
  const { lang } = here
  const names = new Intl.DisplayNames(lang, { type: "language" })
  const choice = (words: string, chosen: boolean, next: SourceFilter) => ({ words, chosen, address: addressOf(next) })
  const several = languages.length > 1 || only.language !== null
  return [
    ...(several ? languages : []).map((language) => {
      const chosen = only.language === language
      return choice(names.of(language) ?? language, chosen, { ...only, language: chosen ? null : language })
    }),
    ...(["unread", "undecided"] as const).map((state) => {
      const chosen = only.state === state
      return choice(say(lang, `sources.filter.${state}`), chosen, { ...only, state: chosen ? null : state })
    }),
  ]
}

export function SourceTable({ here, rows }: { here: DeskHere; rows: readonly SourceRow[] }) {
  const { lang } = here
  return (
    <table class="list">
      <thead>
        <tr>
          <th scope="col">{say(lang, "sources.column.title")}</th>
          <th scope="col">{say(lang, "sources.column.publisher")}</th>
          <th scope="col">{say(lang, "sources.column.published")}</th>
          <th scope="col">{say(lang, "sources.column.state")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ card, proposals }) => (
          <tr>
            <th scope="row">
              <a href={`/sources/${card.id}`} dir="auto">
                {card.title || say(lang, "sources.untitled")}
              </a>
            </th>
            <td>
              <bdi>{card.publisher}</bdi>
            </td>
            <td class="date">
              {card.published ? (
                dateWords(lang, card.published)
              ) : (
                <span class="quiet">{say(lang, "sources.undated")}</span>
              )}
            </td>
            <td class="state">{stateWords(here, proposals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stateWords({ lang }: DeskHere, proposals: SourceRow["proposals"]) {
  if (proposals === null) return <span class="quiet">{say(lang, "sources.state.unreadable")}</span>
  const { total, decided } = proposals
  if (total === 0) return <span class="quiet">{say(lang, "sources.state.nothing")}</span>
  if (decided === total) return <span class="quiet">{say(lang, "sources.state.allDecided", { total })}</span>
  return <span class="waiting">{say(lang, "sources.state.decided", { decided, total })}</span>
}

/** The whole text, nothing folded and nothing marked. Only text is ever shown of what was sealed: nothing in it can act. */
function Sealed({ here, source, part }: { here: DeskHere; source: SourceView; part: number }) {
  const { lang } = here
  const { card, reading } = source
  const parts = partsOf(reading?.text ?? "")
  const shown = parts[Math.min(Math.max(1, part || 1), parts.length) - 1]!
  return (
    <Page here={here}>
      <Crumbs
        here={here}
        steps={[
          [say(lang, "nav.sources"), "/sources"],
          [card.title || say(lang, "sources.untitled"), `/sources/${card.id}`],
        ]}
      />
      <h1>{say(lang, "source.sealed")}</h1>
      <p class="lead">{say(lang, "source.sealed.lead")}</p>
      <AboutSource here={here} source={source} open />
      <p>
        <a class="quiet" href={`/expunge/source/${card.id}`}>
          {say(lang, "expunge.link")}
        </a>
      </p>
      {reading === null ? (
        <Empty what={say(lang, "source.noText")} step={say(lang, "source.noText.step")} />
      ) : (
        <>
          <PartLinks
            here={here}
            part={parts.indexOf(shown) + 1}
            parts={parts.length}
            address={(n) => `/sources/${card.id}/sealed?part=${n}`}
          />
          <Marked lang={lang} text={reading.text} zones={reading.zones} highlights={[]} part={shown} unfold />
        </>
      )}
    </Page>
  )
}

export function PartLinks({
  here,
  part,
  parts,
  address,
}: {
  here: DeskHere
  part: number
  parts: number
  address: (part: number) => string
}) {
  const { lang } = here
  if (parts === 1) return null
  return (
    <nav class="pager" aria-label={say(lang, "page.label")}>
      {part > 1 && <a href={address(part - 1)}>{say(lang, "page.previous")}</a>}
      <span>{say(lang, "source.part", { part, parts })}</span>
      {part < parts && <a href={address(part + 1)}>{say(lang, "page.next")}</a>}
    </nav>
  )
}

/** Card, hash and custody: what a court asks first. The address is shown, never linked. */
export function AboutSource({ here, source, open = false }: { here: DeskHere; source: SourceView; open?: boolean }) {
  const { lang } = here
  const { card, reading, unreadable, custody } = source
  const rows: [string, string | null][] = [
    [
      say(lang, "source.published"),
      card.published === null ? say(lang, "sources.undated") : dateWords(lang, card.published),
    ],
    [say(lang, "source.publisher"), card.publisher],
    [say(lang, "source.address"), card.address],
    [say(lang, "source.language"), reading?.language ?? null],
    [say(lang, "source.type"), card.mediaType],
    [say(lang, "source.size"), say(lang, "count.bytes", { n: card.bytes })],
    [say(lang, "source.sha256"), card.sha256],
    [say(lang, "source.added"), instantWords(lang, card.added)],
    [say(lang, "source.reader"), reading?.reader ?? (unreadable ? refusalWords(lang, unreadable).what : null)],
  ]
  return (
    <details class="about" open={open}>
      <summary>{say(lang, "source.facts")}</summary>
      <dl class="lines">
        {rows.map(
          ([label, value]) =>
            value !== null && (
              <div>
                <dt>{label}</dt>
                <dd>
                  <bdi class={/^[0-9a-f]{64}$/.test(value) ? "hash" : ""}>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      <h2 class="minor">{say(lang, "source.custody")}</h2>
      <ol class="custody">
        {custody.map(({ at, by, what, detail }) => (
          <li>
            <span class="date">{instantWords(lang, at)}</span> {say(lang, `custody.${what}`)}
            {detail !== null && <span class="quiet"> · {detail}</span>} <span class="quiet">· {by}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
