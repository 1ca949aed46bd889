import { CENTRES, type Centre } from "../../index/views.js"
import type { CaseFile } from "../../model/casefile.js"
import { isDay } from "../../model/date.js"
import { type EntityId, parseId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import { atRisk } from "../../views/atrisk.js"
import { CaseBody } from "../../views/casefile.js"
import type { DeskHere } from "../../views/here.js"
import { Crumbs, Empty, Filters, Page, Pager } from "../../views/page.js"
import { lineOf } from "../../views/value.js"
import { say, schemaLabel } from "../../views/words/say.js"
import type { CaseRow } from "../desk.js"
import { pageAsked, type Route, show } from "../visit.js"
import { NextStep, nextOf } from "./next.js"

export const CASES: readonly Route[] = [
  {
    method: "GET",
    path: "/cases",
    when: "open",
    async answer(visit) {
      const { here, desk } = visit
      const asked = pageAsked(visit)
      const only = CENTRES.find((one) => one === visit.query("kind")) ?? null
      const { rows, total, more } = await desk.cases(asked, only)
      const address = (kind: Centre | null, page = 1) =>
        `/cases${kind === null ? `?page=${page}` : `?kind=${kind}&page=${page}`}`
      return show(
        <Page here={here}>
          <h1>{say(here.lang, "cases.title")}</h1>
          {(rows.length > 0 || only !== null) && (
            <Filters
              count={say(here.lang, "count.cases", { n: total })}
              choices={CENTRES.map((kind) => ({
                words: schemaLabel(here.lang, kind),
                chosen: only === kind,
                address: address(only === kind ? null : kind),
              }))}
            />
          )}
          {rows.length === 0 && only !== null ? (
            <Empty what={say(here.lang, "list.none")} />
          ) : rows.length === 0 ? (
            <Empty what={say(here.lang, "cases.empty")} step={say(here.lang, "cases.empty.step")}>
              <NextStep here={here} next={await nextOf(desk)} />
            </Empty>
          ) : (
            <CaseTable here={here} rows={rows} />
          )}
          <Pager here={here} {...asked} total={total} more={more} address={(page) => address(only, page)} />
        </Page>,
      )
    },
  },
  {
    method: "GET",
    path: "/cases/:id",
    when: "open",
    async answer({ here, desk, part, query, today }) {
      const on = query("on") || today
      if (!isDay(on)) throw new DalelError("usage/not-a-date", "on")
      const file = await desk.caseFile(parseId<EntityId>(part("id")), on)
      return show(<CasePage here={here} file={file} />)
    },
  },
]

export function CaseTable({ here, rows }: { here: DeskHere; rows: readonly CaseRow[] }) {
  const { lang } = here
  return (
    <table class="list cases">
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <a href={`/cases/${row.id}`}>
                <bdi>{row.title}</bdi>
              </a>
            </th>
            <td>{schemaLabel(lang, row.schema)}</td>
            <td>{say(lang, "count.statements", { n: row.statements })}</td>
            <td>{say(lang, "count.sources", { n: row.sources })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CasePage({ here, file }: { here: DeskHere; file: CaseFile }) {
  const { lang } = here
  const self = [...file.people, ...file.organizations].find((one) => one.id === file.id)
  const aliases = self ? (lineOf(self, "alias")?.said.length ?? 0) : 0
  return (
    <Page here={here}>
      <Crumbs here={here} steps={[[say(lang, "nav.cases"), "/cases"]]} />
      <div class="case-head">
        <h1>
          <bdi>{file.title}</bdi>{" "}
          {self && aliases > 0 && (
            <a class="also" href={`/entities/${self.id}`}>
              {say(lang, "case.also", { n: aliases })}
            </a>
          )}
        </h1>
        <form method="get" action={`/cases/${file.id}`} class="on" autocomplete="off">
          <label>
            {say(lang, "case.on")} <input type="date" name="on" value={file.on} required />
          </label>{" "}
          <button type="submit">{say(lang, "case.on.button")}</button>
        </form>
      </div>
      <p class="unprinted">
        <a href={`/cases/${file.id}/dossier`}>{say(lang, "dossier.make")} …</a>
      </p>
      <CaseBody here={here} file={file} risk={atRisk(file)} />
    </Page>
  )
}
