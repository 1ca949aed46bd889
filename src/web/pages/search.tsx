import type { Met } from "../../index/named.js"
import { DalelError } from "../../model/refusals.js"
import type { DeskHere } from "../../views/here.js"
import { shorten } from "../../views/notes.js"
import { Empty, Form, Page, Pager } from "../../views/page.js"
import { say, schemaLabel } from "../../views/words/say.js"
import type { Page as Rows, SearchHit } from "../desk.js"
import { type Answer, go, pageAsked, type Route, show, type Visit } from "../visit.js"
import { NextStep, nextOf } from "./next.js"

const LONGEST = 400
const ONLY_WRITTEN = "only=written"

export const SEARCH: readonly Route[] = [
  {
    method: "POST",
    path: "/search",
    when: "open",
    async answer({ memory, sent }) {
      const query = sent.text("query").trim()
      if (query.length > LONGEST) throw new DalelError("usage/too-long", String(LONGEST))
      const only = sent.text("only") === "written" ? ONLY_WRITTEN : ""
      return go(query === "" ? "/search" : `/search/${memory.keep(query)}${only && `?${only}`}`)
    },
  },
  { method: "GET", path: "/search", when: "open", answer: blank },
  {
    method: "GET",
    path: "/search/:id",
    when: "open",
    async answer(visit) {
      const { here, desk, memory, part } = visit
      const id = part("id")
      const query = memory.recall(id)
      if (query === null) return show(<Search here={here} query="" gone />, 404)
      const asked = pageAsked(visit, 30)
      const asWritten = visit.query("only") === "written"
      const hits = await desk.search(query, asked, !asWritten)
      return show(
        <Search here={here} query={query} hits={hits} asWritten={asWritten}>
          <Pager
            here={here}
            {...asked}
            total={hits.total}
            more={hits.more}
            address={(page) => `/search/${id}?page=${page}${asWritten ? `&${ONLY_WRITTEN}` : ""}`}
          />
        </Search>,
      )
    },
  },
]

async function blank({ here, desk }: Visit): Promise<Answer> {
  const next = await nextOf(desk)
  return show(
    <Search here={here} query="">
      {next === "add" && (
        <Empty what={say(here.lang, "search.nothing")}>
          <NextStep here={here} next="add" />
        </Empty>
      )}
    </Search>,
  )
}

function Search({
  here,
  query,
  hits,
  asWritten = false,
  gone = false,
  children,
}: {
  here: DeskHere
  query: string
  hits?: Rows<SearchHit>
  asWritten?: boolean
  gone?: boolean
  children?: unknown
}) {
  const { lang } = here
  return (
    <Page here={here}>
      <h1>{say(lang, "search.title")}</h1>
      <Form here={here} action="/search" class="big-search">
        <input
          type="search"
          name="query"
          value={query}
          aria-label={say(lang, "search.label")}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
        />
        <button type="submit" class="lead">
          {say(lang, "search.button")}
        </button>
        <label>
          <input type="checkbox" name="only" value="written" checked={asWritten} /> {say(lang, "search.only")}
        </label>
      </Form>
      <p class="quiet">{say(lang, gone ? "search.gone" : "search.hint")}</p>
      {hits && <Hits here={here} hits={hits} />}
      {children as never}
    </Page>
  )
}

function Hits({ here, hits }: { here: DeskHere; hits: Rows<SearchHit> }) {
  const { lang } = here
  if (hits.rows.length === 0) return <Empty what={say(lang, "search.empty")} step={say(lang, "search.empty.step")} />
  const entities = hits.rows.filter((hit) => hit.kind === "entity")
  const passages = hits.rows.filter((hit) => hit.kind === "passage")
  return (
    <>
      <p class="filters">
        {hits.more ? say(lang, "count.more", { n: hits.total }) : say(lang, "count.hits", { n: hits.total })}
      </p>
      {entities.length > 0 && (
        <section>
          <h2>{say(lang, "search.names")}</h2>
          <ul class="hits">
            {entities.map((hit) => (
              <li>
                <a href={`/entities/${hit.id}`}>
                  <bdi>{hit.title}</bdi>
                </a>{" "}
                <span class="quiet">{schemaLabel(lang, hit.schema)}</span>{" "}
                <span class="tag">{say(lang, `search.badge.${hit.met.badge}`)}</span>
                <MetBy here={here} title={hit.title} met={hit.met} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {passages.length > 0 && (
        <section>
          <h2>{say(lang, "search.passages")}</h2>
          <ul class="hits">
            {passages.map((hit) => (
              <li>
                <a href={here.links.passage(hit.passage)} dir="auto">
                  {hit.title || say(lang, "sources.untitled")}
                </a>
                <p class="excerpt" dir="auto">
                  … {hit.passage.prefix}
                  <mark>{shorten(hit.passage.exact)}</mark>
                  {hit.passage.suffix} …
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The name that was met, where it is not the title; which words were put together, and how both were read. */
function MetBy({ here: { lang }, title, met: { badge, name, parts } }: { here: DeskHere; title: string; met: Met }) {
  const told = badge === "exact" ? [] : parts.filter(({ query, name, read }) => query !== name && read !== "")
  if (name === title && told.length === 0) return null
  return (
    <p class="quiet">
      {name !== title && <bdi>{name}</bdi>}
      {name !== title && told.length > 0 && " · "}
      {told.map(({ query, name, read }, at) => (
        <>
          {at > 0 && "; "}
          <bdi>{query}</bdi> = <bdi>{name}</bdi> (<bdi>{readWords(lang, read)}</bdi>)
        </>
      ))}
    </p>
  )
}

/** `bilash (declined) = bilash` in the reader's words; readings that go without saying are left out. */
function readWords(lang: DeskHere["lang"], read: string): string {
  return read.replace(/ \(([^()]+)\)/g, (_, reading: string) =>
    reading === "declined" || reading === "short form" || reading === "transcription"
      ? ` (${say(lang, `search.read.${reading}`)})`
      : "",
  )
}
