import { type ExpungeAsked, FATES, type Fate, type Plan, type PlannedSource } from "../../keep/expunge/plan.js"
import { EXPUNGE_REASONS, type ExpungeReason, type ExpungeTarget } from "../../ledger/entry.js"
import { type EntityId, parseId, type SourceId, type StatementId } from "../../model/id.js"
import { DalelError } from "../../model/refusals.js"
import { instantWords } from "../../views/date.js"
import type { DeskHere } from "../../views/here.js"
import { shorten } from "../../views/notes.js"
import { Crumbs, Empty, Form, Page, Refusal } from "../../views/page.js"
import { valueWords } from "../../views/value.js"
import { propertyLabel, say, schemaLabel } from "../../views/words/say.js"
import type { Expunging, SeenAsk } from "../expungedesk.js"
import type { Sent } from "../form.js"
import { go, type Route, show, type Visit } from "../visit.js"

/** Destroying on request: look, choose, look again, say yes; then it cannot be undone. */
export const EXPUNGE: readonly Route[] = [
  {
    method: "GET",
    path: "/expunge",
    when: "open",
    async answer({ here, desk }) {
      return show(<Asks here={here} asks={await desk.expungeAsks()} />)
    },
  },
  {
    method: "GET",
    path: "/expunge/progress",
    when: "open",
    async answer({ here, desk }) {
      return show(<Progress here={here} state={await desk.expunging()} />)
    },
  },
  {
    method: "GET",
    path: "/expunge/:what/:id",
    when: "open",
    async answer(visit) {
      const { here, desk } = visit
      const asked = askedIn(visit)
      const [plan, may] = [await desk.expungePlan(asked), await desk.mayExpunge()]
      return show(<PlanPage here={here} address={addressOf(asked.target)} plan={plan} may={may} />)
    },
  },
  {
    method: "POST",
    path: "/expunge/:what/:id",
    when: "open",
    async answer({ part, sent, memory, desk }) {
      const target = targetOf(part("what"), part("id"))
      const asked = sentAsked(target, sent)
      const address = addressOf(target)
      switch (sent.text("do")) {
        case "look":
          return go(`${address}?c=${memory.keep(JSON.stringify({ ...asked, fates: [...asked.fates] }))}`)
        case "ask":
          await desk.askExpunge(asked)
          return go("/expunge")
        case "destroy":
          if (sent.text("sure") !== "yes") throw new DalelError("usage/missing", "sure")
          await desk.expunge(asked, sent.text("digest"))
          return go("/expunge/progress")
        default:
          throw new DalelError("web/bad-form")
      }
    },
  },
]

function targetOf(what: string, id: string): ExpungeTarget {
  if (what === "person") return { is: "person", entity: parseId<EntityId>(id) }
  if (what === "source") return { is: "source", source: parseId<SourceId>(id) }
  if (what === "statement") return { is: "statements", statements: [parseId<StatementId>(id)] }
  throw new DalelError("web/not-found")
}

function addressOf(target: ExpungeTarget): string {
  if (target.is === "person") return `/expunge/person/${target.entity}`
  if (target.is === "source") return `/expunge/source/${target.source}`
  return `/expunge/statement/${target.statements[0]}`
}

/** What was chosen before, if anything was: kept in memory, so that no address tells it. */
function askedIn({ part, query, memory }: Visit): ExpungeAsked {
  const target = targetOf(part("what"), part("id"))
  const kept = memory.recall(query("c") ?? "")
  const chosen = kept === null ? null : JSON.parse(kept)
  return { target, reason: chosen?.reason ?? "consent_withdrawn", fates: new Map(chosen?.fates ?? []) }
}

function sentAsked(target: ExpungeTarget, sent: Sent): ExpungeAsked {
  const reason = sent.text("reason")
  if (!EXPUNGE_REASONS.some((one) => one === reason)) throw new DalelError("value/malformed", "reason")
  const fates = new Map<SourceId, Fate>()
  for (const name of sent.names.filter((one) => one.startsWith("fate-"))) {
    const fate = FATES.find((one) => one === sent.text(name))
    if (!fate) throw new DalelError("value/malformed", "fate")
    fates.set(parseId<SourceId>(name.slice("fate-".length)), fate)
  }
  return { target, reason: reason as ExpungeReason, fates }
}

interface Shown {
  readonly here: DeskHere
  readonly address: string
  readonly plan: Plan
  readonly may: boolean
}

function PlanPage({ here, address, plan, may }: Shown) {
  const { lang } = here
  return (
    <Page here={here}>
      <Crumbs here={here} steps={[[say(lang, "nav.settings"), "/settings"]]} />
      <h1>{say(lang, "expunge.title")}</h1>
      <p class="lead">{say(lang, `expunge.lead.${plan.target.is}`)}</p>
      <Choices here={here} address={address} plan={plan} />
      <section>
        <h2>{say(lang, "expunge.goes")}</h2>
        {plan.title !== "" && (
          <p>
            <strong>
              <bdi>{plan.title}</bdi>
            </strong>
          </p>
        )}
        <ul>
          <li>{say(lang, "expunge.count.records", { n: plan.records.length })}</li>
          <li>{say(lang, "expunge.count.files", { n: plan.blobs })}</li>
          <li>{say(lang, "expunge.count.readings", { n: plan.renditions })}</li>
          <li>{say(lang, "expunge.count.proposals", { n: plan.proposals })}</li>
          <li>{say(lang, "expunge.count.search", { n: plan.searchRows })}</li>
        </ul>
        <Statements here={here} plan={plan} />
      </section>
      <Remains here={here} plan={plan} />
      <Confirm here={here} address={address} plan={plan} may={may} />
    </Page>
  )
}

/** Why, and what becomes of each source that others stand in too. Shown anew with every choice. */
function Choices({ here, address, plan }: Omit<Shown, "may">) {
  const { lang } = here
  return (
    <Form here={here} action={address}>
      <fieldset>
        <legend>{say(lang, "expunge.reason")}</legend>
        {EXPUNGE_REASONS.map((reason) => (
          <label class="pick">
            <input type="radio" name="reason" value={reason} checked={reason === plan.reason} />{" "}
            {say(lang, `expunge.reason.${reason}`)}
          </label>
        ))}
      </fieldset>
      {plan.target.is === "person" && plan.sources.map((source) => <SourceChoice here={here} source={source} />)}
      <button type="submit" name="do" value="look">
        {say(lang, "expunge.look")}
      </button>
    </Form>
  )
}

function SourceChoice({ here, source }: { here: DeskHere; source: PlannedSource }) {
  const { lang } = here
  const { id, title, fate, others, redactable, remaining } = source
  return (
    <fieldset>
      <legend>
        <a href={`/sources/${id}`} dir="auto">
          {title || say(lang, "sources.untitled")}
        </a>
      </legend>
      <p class={others.length > 0 ? "" : "quiet"}>
        {others.length === 0 ? (
          say(lang, "expunge.alone")
        ) : (
          <>
            {say(lang, "expunge.others", { n: remaining })}{" "}
            {others.map(({ name }, index) => (
              <>
                {index > 0 && ", "}
                <bdi>{name || say(lang, "entity.unnamed")}</bdi>
              </>
            ))}
          </>
        )}
      </p>
      {FATES.filter((one) => one !== "redact" || redactable).map((one) => (
        <label class="pick">
          <input type="radio" name={`fate-${id}`} value={one} checked={one === fate} />{" "}
          {say(lang, `expunge.fate.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}

const MOST_SHOWN = 500

function Statements({ here, plan }: Pick<Shown, "here" | "plan">) {
  const { lang } = here
  if (plan.statements.length === 0) return null
  return (
    <details class="section">
      <summary>{say(lang, "expunge.count.statements", { n: plan.statements.length })}</summary>
      <ul>
        {plan.statements
          .slice(0, MOST_SHOWN)
          .map(({ id, entityName, schema, property, value, words, why, restated }) => (
            <li>
              <a href={`/statements/${id}`}>
                <bdi>{entityName || schemaLabel(lang, schema)}</bdi> · {propertyLabel(lang, schema, property)}:{" "}
                <bdi>{shorten(valueWords(lang, schema, property, value, words), 100)}</bdi>
              </a>{" "}
              <span class="quiet">{say(lang, restated ? "expunge.restated" : `expunge.why.${why}`)}</span>
            </li>
          ))}
      </ul>
      {plan.statements.length > MOST_SHOWN && (
        <p class="quiet">{say(lang, "expunge.more", { n: plan.statements.length - MOST_SHOWN })}</p>
      )}
    </details>
  )
}

/** What no button can reach. */
function Remains({ here, plan }: Pick<Shown, "here" | "plan">) {
  const { lang } = here
  const kept = plan.sources.filter(({ fate }) => fate === "restrict").length
  return (
    <section class="risk">
      <h2>{say(lang, "expunge.remains")}</h2>
      <ul>
        {plan.dossiers.map(({ at, title, statements }) => (
          <li>
            {say(lang, "expunge.published", { day: instantWords(lang, at), n: statements })} <bdi>{title}</bdi>
          </li>
        ))}
        {plan.backups.length > 0 && (
          <li>
            {say(lang, "expunge.backups", {
              n: plan.backups.length,
              day: instantWords(lang, plan.backups.at(-1)!.at),
            })}
          </li>
        )}
        {kept > 0 && <li>{say(lang, "expunge.kept", { n: kept })}</li>}
        {plan.target.is === "statements" && <li>{say(lang, "expunge.inSource")}</li>}
        <li>{say(lang, "expunge.spelt")}</li>
        <li>{say(lang, "expunge.elsewhere")}</li>
      </ul>
    </section>
  )
}

function Confirm({ here, address, plan, may }: Shown) {
  const { lang } = here
  const held = plan.holds.length > 0
  return (
    <Form here={here} action={address} class="confirm">
      <input type="hidden" name="reason" value={plan.reason} />
      <input type="hidden" name="digest" value={plan.digest} />
      {plan.target.is === "person" &&
        plan.sources.map(({ id, fate }) => <input type="hidden" name={`fate-${id}`} value={fate} />)}
      {held && (
        <p role="alert">
          <strong>{say(lang, "expunge.held")}</strong>
        </p>
      )}
      {may ? (
        <>
          <label class="pick">
            <input type="checkbox" name="sure" value="yes" /> {say(lang, "expunge.sure")}
          </label>
          <p class="buttons">
            <button type="submit" name="do" value="destroy" class="lead">
              {say(lang, "expunge.do")}
            </button>
            {held && (
              <button type="submit" name="do" value="ask" class="quiet">
                {say(lang, "expunge.sign")}
              </button>
            )}
          </p>
        </>
      ) : (
        <button type="submit" name="do" value="ask" class="lead">
          {say(lang, "expunge.ask")}
        </button>
      )}
    </Form>
  )
}

function Progress({ here, state }: { here: DeskHere; state: Expunging | null }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <h1>{say(lang, "expunge.title")}</h1>
        {state === null && <Empty what={say(lang, "expunge.none")} />}
        {state?.is === "running" && (
          <>
            <p role="status" class="progress">
              <progress aria-label={say(lang, "expunge.title")} /> {say(lang, `expunge.step.${state.step}`)}
            </p>
            <p class="buttons">
              <a class="button" href="/expunge/progress">
                {say(lang, "job.refresh")}
              </a>
            </p>
          </>
        )}
        {state?.is === "refused" && <Refusal here={here} code={state.why} where={state.where} />}
        {state?.is === "done" && (
          <>
            <p role="status">
              {say(lang, "expunge.done")} {say(lang, "expunge.count.records", { n: state.records })},{" "}
              {say(lang, "expunge.count.files", { n: state.files })}.
            </p>
            <p>{say(lang, "expunge.done.lock")}</p>
            <div class="buttons">
              <Form here={here} action="/lock">
                <button type="submit" class="lead">
                  {say(lang, "lock.now")}
                </button>
              </Form>
              <a class="button" href="/ledger">
                {say(lang, "ledger.title")}
              </a>
            </div>
          </>
        )}
      </div>
    </Page>
  )
}

function Asks({ here, asks }: { here: DeskHere; asks: readonly SeenAsk[] }) {
  const { lang } = here
  return (
    <Page here={here}>
      <Crumbs here={here} steps={[[say(lang, "nav.settings"), "/settings"]]} />
      <h1>{say(lang, "expunge.asks")}</h1>
      <p class="lead">{say(lang, "expunge.asks.lead")}</p>
      {asks.length === 0 ? (
        <Empty what={say(lang, "expunge.asks.empty")} />
      ) : (
        <ul class="links">
          {asks.map(({ at, by, asked }) => (
            <li>
              <a href={addressOf(asked.target)}>{say(lang, `expunge.what.${asked.target.is}`)}</a>{" "}
              <span class="quiet">
                {say(lang, `expunge.reason.${asked.reason}`)} · {instantWords(lang, at)} · <bdi>{by}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
