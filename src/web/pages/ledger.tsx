import { type EntryId, parseId, type StatementId } from "../../model/id.js"
import { instantWords } from "../../views/date.js"
import type { DeskHere } from "../../views/here.js"
import { shorten } from "../../views/notes.js"
import { Crumbs, Empty, Form, Page, Pager } from "../../views/page.js"
import { valueWords } from "../../views/value.js"
import { type Lang, propertyLabel, say } from "../../views/words/say.js"
import type { LedgerRow, StatementHistory } from "../desk.js"
import { go, pageAsked, type Route, show, wayBack } from "../visit.js"

export const LEDGER: readonly Route[] = [
  {
    method: "GET",
    path: "/ledger",
    when: "open",
    async answer(visit) {
      const { here, desk } = visit
      const { lang } = here
      const asked = pageAsked(visit)
      const { rows, total, more } = await desk.ledger(asked)
      const back = asked.page === 1 ? "/ledger" : `/ledger?page=${asked.page}`
      return show(
        <Page here={here}>
          <h1>{say(lang, "ledger.title")}</h1>
          <p class="lead">{say(lang, "ledger.lead")}</p>
          {rows.length === 0 ? (
            <Empty what={say(lang, "ledger.empty")} />
          ) : (
            <LedgerTable here={here} rows={rows} back={back} />
          )}
          <Pager here={here} {...asked} total={total} more={more} address={(page) => `/ledger?page=${page}`} />
        </Page>,
      )
    },
  },
  {
    method: "POST",
    path: "/undo",
    when: "open",
    async answer({ desk, sent }) {
      await desk.undo(parseId<EntryId>(sent.text("entry")))
      return go(wayBack(sent))
    },
  },
  {
    method: "GET",
    path: "/statements/:id",
    when: "open",
    async answer({ here, desk, part }) {
      return show(<History here={here} history={await desk.history(parseId<StatementId>(part("id")))} />)
    },
  },
]

function LedgerTable({ here, rows, back }: { here: DeskHere; rows: readonly LedgerRow[]; back: string }) {
  const { lang } = here
  return (
    <table class="list ledger">
      <thead>
        <tr>
          <th scope="col">{say(lang, "ledger.column.at")}</th>
          <th scope="col">{say(lang, "ledger.column.what")}</th>
          <th scope="col">{say(lang, "ledger.column.about")}</th>
          <th scope="col">{say(lang, "ledger.column.by")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <td class="date">{instantWords(lang, row.at)}</td>
            <td>
              {kindWords(lang, row)}
              {row.bulk && <span class="tag">{say(lang, "word.bulk")}</span>}
            </td>
            <td>
              <About about={row.about} />
            </td>
            <td>
              <bdi>{row.by}</bdi>
            </td>
            <td>{row.undoable && <Undo here={here} entry={row.entry} back={back} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function About({ about: { source, entity, title } }: { about: LedgerRow["about"] }) {
  const words = <bdi>{shorten(title ?? "", 90)}</bdi>
  if (source !== null) return <a href={`/sources/${source}`}>{words}</a>
  if (entity !== null) return <a href={`/entities/${entity}`}>{words}</a>
  return words
}

/** Undo stands where the act is shown, for as long as it holds. */
export function Undo({ here, entry, back }: { here: DeskHere; entry: EntryId; back: string }) {
  return (
    <Form here={here} action="/undo" class="undo">
      <input type="hidden" name="entry" value={entry} />
      <input type="hidden" name="back" value={back} />
      <button type="submit" class="quiet" data-key="u">
        {say(here.lang, "word.undo")}
      </button>
    </Form>
  )
}

const KINDS = [
  "capture",
  "rendition",
  "assert",
  "retract",
  "decide",
  "same",
  "consent",
  "custody",
  "publish",
  "withdraw",
  "hold",
  "expunge",
  "expunged",
  "member",
  "device",
  "commit",
  "adopt",
  "resolve",
  "recovery",
  "backup",
] as const

function kindWords(lang: Lang, { kind, verdict }: LedgerRow): string {
  if (verdict !== null) return say(lang, `ledger.verdict.${verdict}`)
  return say(lang, `ledger.kind.${KINDS.find((one) => one === kind) ?? "unknown"}`)
}

function History({ here, history }: { here: DeskHere; history: StatementHistory }) {
  const { lang } = here
  const { statement, entityName, words, rows } = history
  const { ground } = statement
  return (
    <Page here={here}>
      <Crumbs here={here} steps={[[entityName || say(lang, "entity.unnamed"), `/entities/${statement.entity}`]]} />
      <h1>{say(lang, "history.title")}</h1>
      <dl class="lines">
        <div>
          <dt>{propertyLabel(lang, statement.schema, statement.property)}</dt>
          <dd>
            <bdi>{valueWords(lang, statement.schema, statement.property, statement.value, words)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say(lang, "review.audience")}</dt>
          <dd>{say(lang, `review.audience.${statement.audience}`)}</dd>
        </div>
        {ground.kind === "source" && (
          <div>
            <dt>{say(lang, "review.words")}</dt>
            <dd>
              {ground.passages.map((passage) => (
                <a href={here.links.passage({ ...passage, source: ground.source })}>
                  <q class="exact" dir="auto">
                    {shorten(passage.exact)}
                  </q>
                </a>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <ol class="custody">
        {rows.map((row) => (
          <li>
            <span class="date">{instantWords(lang, row.at)}</span> {kindWords(lang, row)}
            {row.bulk && <span class="tag">{say(lang, "word.bulk")}</span>}
            {row.words !== null && <bdi> · {row.words}</bdi>} <span class="quiet">· {row.by}</span>
          </li>
        ))}
      </ol>
    </Page>
  )
}
