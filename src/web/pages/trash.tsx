import { instantWords } from "../../views/date.js"
import type { DeskHere } from "../../views/here.js"
import { shorten } from "../../views/notes.js"
import { Crumbs, Empty, Page, Pager } from "../../views/page.js"
import { proposalTitle } from "../../views/proposal.js"
import { valueWords } from "../../views/value.js"
import { propertyLabel, say, schemaLabel } from "../../views/words/say.js"
import type { TrashRow } from "../desk.js"
import { pageAsked, type Route, show } from "../visit.js"
import { LedgerHead, Undo } from "./ledger.js"

export const TRASH: readonly Route[] = [
  {
    method: "GET",
    path: "/trash",
    when: "open",
    async answer(visit) {
      const { here, desk } = visit
      const { lang } = here
      const asked = pageAsked(visit)
      const { rows, total, more } = await desk.trash(asked)
      const back = asked.page === 1 ? "/trash" : `/trash?page=${asked.page}`
      return show(
        <Page here={here}>
          <Crumbs here={here} steps={[[say(lang, "ledger.title"), "/ledger"]]} />
          <h1>{say(lang, "trash.title")}</h1>
          <p class="lead">{say(lang, "trash.lead")}</p>
          {rows.length === 0 ? (
            <Empty what={say(lang, "trash.empty")} />
          ) : (
            <table class="list ledger">
              <LedgerHead here={here} />
              <tbody>
                {rows.map((row) => (
                  <tr>
                    <td class="date">{instantWords(lang, row.at)}</td>
                    <td>{say(lang, `trash.${row.what}`)}</td>
                    <td>
                      <About here={here} row={row} />
                    </td>
                    <td>
                      <bdi>{row.by}</bdi>
                    </td>
                    <td>
                      <Undo here={here} entry={row.entry} back={back} words={say(lang, "trash.back")} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <Pager here={here} {...asked} total={total} more={more} address={(page) => `/trash?page=${page}`} />
        </Page>,
      )
    },
  },
]

function About({ here, row }: { here: DeskHere; row: TrashRow }) {
  const { lang } = here
  if (row.statement !== null) {
    const { statement, entityName, words } = row.statement
    const { schema, property, value, id } = statement
    return (
      <a href={`/statements/${id}`}>
        <bdi>{entityName || schemaLabel(lang, schema)}</bdi> · {propertyLabel(lang, schema, property)}:{" "}
        <bdi>{shorten(valueWords(lang, schema, property, value, words), 80)}</bdi>
      </a>
    )
  }
  const [first, ...rest] = row.proposed
  if (!first) return null
  const title = proposalTitle(lang, { schema: first.schema, statements: [first, ...rest] }, () => "…")
  return row.source === null ? (
    <bdi>{title}</bdi>
  ) : (
    <a href={`/sources/${row.source}?n=${row.proposal ?? 1}`}>
      <bdi>{title}</bdi>
    </a>
  )
}
