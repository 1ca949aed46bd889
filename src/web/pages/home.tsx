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
      {cases.total === 0 && !here.sample ? (
        <FirstSteps here={here} sources={sources.rows} recovery={recovery} />
      ) : (
        <>
          <Next here={here} sources={sources.rows} />
          <RecoveryReminder here={here} state={recovery} />
        </>
      )}
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

/** From an empty vault to the first line of a case file: what is done, what is next, what comes. One of them leads. */
function FirstSteps({
  here,
  sources,
  recovery,
}: Pick<HomeProps, "here" | "recovery"> & { sources: readonly SourceRow[] }) {
  const { lang } = here
  const kept = recovery?.kept ?? false
  const waiting = sources.find(({ proposals }) => proposals !== null && proposals.decided < proposals.total)
  const review = waiting ?? sources[0]
  const toReview = review ? [say(lang, "home.next.reviewButton"), `/sources/${review.card.id}`] : null
  const steps = [
    { words: say(lang, "first.passphrase"), done: true, button: null },
    {
      words: say(lang, kept ? "first.sheet.done" : recovery ? "recovery.remind.made" : "first.sheet"),
      done: kept,
      button: [say(lang, "recovery.title"), "/recovery"],
    },
    {
      words: say(lang, "first.source"),
      done: sources.length > 0,
      button: [say(lang, "nav.add"), "/add"],
    },
    {
      words: say(lang, "first.decide"),
      done: sources.some(({ proposals }) => proposals !== null && proposals.decided > 0),
      button: toReview,
    },
    { words: say(lang, "first.case"), done: false, button: toReview },
  ]
  const next = steps.findIndex(({ done }) => !done)
  return (
    <section class="first">
      <h2>{say(lang, "first.title")}</h2>
      <ol>
        {steps.map(({ words, done, button }, index) => (
          <li class={done ? "done" : ""} {...(index === next ? { "aria-current": "step" as const } : {})}>
            <span>
              {words} {done && <span class="quiet">· {say(lang, "first.done")}</span>}
            </span>
            {button && !done && index <= Math.max(next, 3) && (
              <a class={index === next ? "button lead" : "button"} href={button[1]}>
                {button[0]}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
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
