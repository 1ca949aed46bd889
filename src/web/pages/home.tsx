import type { RecoveryState } from "../../vault/keyring.js"
import type { DeskHere } from "../../views/here.js"
import { Empty, Page } from "../../views/page.js"
import { say } from "../../views/words/say.js"
import type { CaseRow, Page as Rows, SourceRow } from "../desk.js"
import { go, type Route, show } from "../visit.js"
import { CaseTable } from "./cases.js"
import { RecoveryReminder } from "./recoverylinks.js"
import { SourceTable } from "./sources.js"

const SHOWN = 8

export const HOME: readonly Route[] = [
  {
    method: "GET",
    path: "/",
    when: "open",
    async answer({ here, desk }) {
      const job = await desk.unseenJob()
      if (job !== null) return go(`/add/${job}`)
      const asked = { page: 1, size: SHOWN }
      const [sources, cases, recovery] = await Promise.all([desk.sources(asked), desk.cases(asked), desk.recovery()])
      return show(<Home here={here} sources={sources} cases={cases} recovery={recovery} />)
    },
  },
]

interface HomeProps {
  readonly here: DeskHere
  readonly sources: Rows<SourceRow>
  readonly cases: Rows<CaseRow>
  readonly recovery: RecoveryState | null
}

function Home({ here, sources, cases, recovery }: HomeProps) {
  const { lang } = here
  return (
    <Page here={here}>
      <h1 class="unseen">{say(lang, "home.title")}</h1>
      <Next here={here} sources={sources.rows} />
      <RecoveryReminder here={here} state={recovery} />
      <section>
        <h2>
          {say(lang, "home.sources")}{" "}
          {sources.total > SHOWN && (
            <a class="all" href="/sources">
              {say(lang, "count.sources", { n: sources.total })}
            </a>
          )}
        </h2>
        {sources.rows.length === 0 ? (
          <Empty what={say(lang, "home.empty.sources")} step={say(lang, "sources.empty.step")} />
        ) : (
          <SourceTable here={here} rows={sources.rows} />
        )}
      </section>
      <section>
        <h2>
          {say(lang, "home.cases")}{" "}
          {cases.total > SHOWN && (
            <a class="all" href="/cases">
              {say(lang, "count.cases", { n: cases.total })}
            </a>
          )}
        </h2>
        {cases.rows.length === 0 ? (
          <Empty what={say(lang, "home.empty.cases")} />
        ) : (
          <CaseTable here={here} rows={cases.rows} />
        )}
      </section>
    </Page>
  )
}

/** The one thing to do next. */
function Next({ here, sources }: { here: DeskHere; sources: readonly SourceRow[] }) {
  const { lang } = here
  if (sources.length === 0)
    return (
      <p class="next">
        <span>{say(lang, "home.next.add")}</span>
        <a class="button lead" href="/add">
          {say(lang, "nav.add")}
        </a>
      </p>
    )
  const waiting = sources.filter(({ proposals }) => proposals !== null && proposals.decided < proposals.total)
  const first = waiting[0]
  if (!first) return <p class="next quiet">{say(lang, "home.next.done")}</p>
  const n = waiting.reduce((sum, { proposals }) => sum + (proposals ? proposals.total - proposals.decided : 0), 0)
  return (
    <p class="next">
      <span>{say(lang, "home.next.review", { n })}</span>
      <a class="button lead" href={`/sources/${first.card.id}`}>
        {say(lang, "home.next.reviewButton")}
      </a>
    </p>
  )
}
