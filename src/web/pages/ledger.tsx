import { HAPPENINGS, type Happening } from "../../index/views.js"
import { type EntryId, parseId, type StatementId } from "../../model/id.js"
import type { Statement } from "../../model/statement.js"
import { CORRECTIONS, WITHDRAWALS } from "../../review/correct.js"
import { dateWords, instantWords } from "../../views/date.js"
import type { DeskHere } from "../../views/here.js"
import { shorten } from "../../views/notes.js"
import { Crumbs, Empty, Filters, Form, Page, Pager } from "../../views/page.js"
import { proposalTitle } from "../../views/proposal.js"
import { valueWords } from "../../views/value.js"
import { type Lang, propertyLabel, say } from "../../views/words/say.js"
import type { LedgerRow, StatementHistory } from "../desk.js"
import { go, pageAsked, type Route, show, wayBack } from "../visit.js"
import { Reason } from "./audience.js"

const SORTS = Object.keys(HAPPENINGS) as Happening[]

export const LEDGER: readonly Route[] = [
  {
    method: "GET",
    path: "/ledger",
    when: "open",
    async answer(visit) {
      const { here, desk } = visit
      const { lang } = here
      const asked = pageAsked(visit)
      const only = SORTS.find((one) => one === visit.query("what")) ?? null
      const { rows, total, more } = await desk.ledger(asked, only)
      const address = (what: Happening | null, page = 1) =>
        `/ledger${what === null ? `?page=${page}` : `?what=${what}&page=${page}`}`
      return show(
        <Page here={here}>
          <h1>{say(lang, "ledger.title")}</h1>
          <p class="lead">{say(lang, "ledger.lead")}</p>
          <Filters
            count={say(lang, "count.entries", { n: total })}
            choices={SORTS.map((what) => ({
              words: say(lang, `ledger.filter.${what}`),
              chosen: only === what,
              address: address(only === what ? null : what),
            }))}
          >
            {" · "}
            <a href="/trash">{say(lang, "trash.title")}</a> <a href="/members">{say(lang, "members.came")}</a>
          </Filters>
          {rows.length === 0 && only !== null ? (
            <Empty what={say(lang, "list.none")} />
          ) : rows.length === 0 ? (
            <Empty what={say(lang, "ledger.empty")} />
          ) : (
            <LedgerTable here={here} rows={rows} back={address(only, asked.page)} />
          )}
          <Pager here={here} {...asked} total={total} more={more} address={(page) => address(only, page)} />
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
    async answer({ here, desk, part, query }) {
      const history = await desk.history(parseId<StatementId>(part("id")))
      return show(<History here={here} history={history} did={query("did")} />)
    },
  },
]

function LedgerTable({ here, rows, back }: { here: DeskHere; rows: readonly LedgerRow[]; back: string }) {
  const { lang } = here
  return (
    <table class="list ledger">
      <LedgerHead here={here} />
      <tbody>
        {rows.map((row) => (
          <tr>
            <td class="date">{instantWords(lang, row.at)}</td>
            <td>
              {kindWords(lang, row)}
              {row.bulk && <span class="tag">{say(lang, "word.bulk")}</span>}
            </td>
            <td>
              <About here={here} row={row} />
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

/** When, what, about what, by whom, and room for a button. */
export function LedgerHead({ here: { lang } }: { here: DeskHere }) {
  return (
    <thead>
      <tr>
        <th scope="col">{say(lang, "ledger.column.at")}</th>
        <th scope="col">{say(lang, "ledger.column.what")}</th>
        <th scope="col">{say(lang, "ledger.column.about")}</th>
        <th scope="col">{say(lang, "ledger.column.by")}</th>
        <td />
      </tr>
    </thead>
  )
}

/** What was decided first, where it was read after it: of one source there are many rows. */
function About({ here: { lang }, row }: { here: DeskHere; row: LedgerRow }) {
  const { about, said } = row
  const title = <bdi>{shorten(about.title || say(lang, "entity.unnamed"), 90)}</bdi>
  const address =
    about.source !== null ? `/sources/${about.source}` : about.entity === null ? null : `/entities/${about.entity}`
  if (said === null || address === null) {
    if (about.title === null) return null
    return address === null ? title : <a href={address}>{title}</a>
  }
  const { schema } = said.statements[0]
  const words = proposalTitle(lang, { schema, statements: said.statements }, (ref) => said.names[ref] ?? "")
  return (
    <>
      <a href={about.source !== null && said.proposal !== null ? `${address}?n=${said.proposal}` : address}>
        <bdi>{words}</bdi>
      </a>
      {about.title && about.title !== words && <span class="from">{title}</span>}
    </>
  )
}

/** Undo stands where the act is shown, for as long as it holds. */
export function Undo({
  here,
  entry,
  back,
  words = say(here.lang, "word.undo"),
}: {
  here: DeskHere
  entry: EntryId
  back: string
  words?: string
}) {
  return (
    <Form here={here} action="/undo" class="undo">
      <input type="hidden" name="entry" value={entry} />
      <input type="hidden" name="back" value={back} />
      <button type="submit" class="quiet" data-key="u">
        {words}
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
  "ask",
  "expunge",
  "expunged",
  "member",
  "device",
  "commit",
  "adopt",
  "resolve",
  "merge",
  "recovery",
  "backup",
] as const

function kindWords(lang: Lang, { kind, verdict, reason }: LedgerRow): string {
  if (verdict !== null) return say(lang, `ledger.verdict.${verdict}`)
  if (reason !== null && reason !== "undo")
    return say(lang, kind === "assert" ? "ledger.corrected" : "ledger.withdrawn")
  return say(lang, `ledger.kind.${KINDS.find((one) => one === kind) ?? "unknown"}`)
}

function History({ here, history, did }: { here: DeskHere; history: StatementHistory; did: string | null }) {
  const { lang } = here
  const { statement, entityName, words, rows, stands } = history
  const page = `/statements/${statement.id}`
  return (
    <Page here={here}>
      <div class="narrow">
        <Crumbs here={here} steps={[[entityName || say(lang, "entity.unnamed"), `/entities/${statement.entity}`]]} />
        <h1>{say(lang, "history.title")}</h1>
        <Done here={here} rows={rows} did={did} back={page} />
        {stands === null && <p class="bulk-note">{say(lang, "history.gone")}</p>}
        {stands !== null && stands !== statement.id && (
          <p class="bulk-note">
            {say(lang, "history.replaced")} <a href={`/statements/${stands}`}>{say(lang, "history.now")}</a>
          </p>
        )}
        <dl class="lines">
          <div>
            <dt>{propertyLabel(lang, statement.schema, statement.property)}</dt>
            <dd>
              <bdi>{valueWords(lang, statement.schema, statement.property, statement.value, words)}</bdi>
              {statement.holds && <bdi class="holds"> ({dateWords(lang, statement.holds.edtf)})</bdi>}
            </dd>
          </div>
          <div>
            <dt>{say(lang, "review.audience")}</dt>
            <dd>{say(lang, `review.audience.${statement.audience}`)}</dd>
          </div>
        </dl>
        <GroundWords here={here} statement={statement} />
        {stands === statement.id && (
          <div class="buttons">
            <a class="button lead" href={`${page}/correct`}>
              {say(lang, "history.correct")}
            </a>
            <details class="withdraw">
              <summary>{say(lang, "history.withdraw")}</summary>
              <Form here={here} action={`${page}/withdraw`} class="stack">
                <p class="quiet">{say(lang, "history.withdraw.lead")}</p>
                <Reason here={here} reasons={WITHDRAWALS} />
                <button type="submit">{say(lang, "history.withdraw.button")}</button>
              </Form>
            </details>
          </div>
        )}
        <ol class="custody">
          {rows.map((row) => (
            <HistoryRow here={here} statement={statement} row={row} back={page} />
          ))}
        </ol>
      </div>
      <p>
        <a class="quiet" href={`/expunge/statement/${history.statement.id}`}>
          {say(lang, "expunge.link")}
        </a>
      </p>
    </Page>
  )
}

/** What was just done here, and the way to take it back. */
function Done({
  here,
  rows,
  did,
  back,
}: {
  here: DeskHere
  rows: StatementHistory["rows"]
  did: string | null
  back: string
}) {
  const row = rows.find(({ entry, undoable }) => entry === did && undoable)
  if (!row) return null
  return (
    <div class="notice" role="status">
      <span>{kindWords(here.lang, row)}</span>
      <Undo here={here} entry={row.entry} back={back} />
    </div>
  )
}

function HistoryRow({
  here,
  statement: { schema, property },
  row,
  back,
}: {
  here: DeskHere
  statement: Statement
  row: StatementHistory["rows"][number]
  back: string
}) {
  const { lang } = here
  const { version, reason } = row
  const why = REASONS.find((one) => one === reason)
  return (
    <li>
      <span class="date">{instantWords(lang, row.at)}</span> {kindWords(lang, row)}
      {row.bulk && <span class="tag">{say(lang, "word.bulk")}</span>}
      {version && (
        <bdi>
          {" "}
          · {shorten(valueWords(lang, schema, property, version.value, version.words))}
          {version.holds && ` (${dateWords(lang, version.holds.edtf)})`} ·{" "}
          {say(lang, `review.audience.${version.audience}`)}
        </bdi>
      )}
      {why && <span> · {say(lang, `history.reason.${why}`)}</span>} <span class="quiet">· {row.by}</span>{" "}
      {row.undoable && <Undo here={here} entry={row.entry} back={back} />}
    </li>
  )
}

const REASONS = [...CORRECTIONS, ...WITHDRAWALS] as const

/** The words of the source that a statement rests on, one step from their place. */
export function GroundWords({ here, statement: { ground } }: { here: DeskHere; statement: Statement }) {
  if (ground.kind !== "source") return null
  return (
    <dl class="lines">
      <div>
        <dt>{say(here.lang, "review.words")}</dt>
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
    </dl>
  )
}
