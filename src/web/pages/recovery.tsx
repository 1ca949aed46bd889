import { DalelError, REFUSALS } from "../../model/refusals.js"
import type { RecoveryState } from "../../vault/keyring.js"
import type { DeskHere } from "../../views/here.js"
import { Crumbs, Form, Page, Refusal } from "../../views/page.js"
import { Qr } from "../../views/qr.js"
import { strengthWords } from "../../views/strength.js"
import { say } from "../../views/words/say.js"
import type { RecoverySheet, ShareSheet } from "../keydesk.js"
import { go, type Route, show } from "../visit.js"
import { Languages, Passphrase } from "./lock.js"
import { dayOf } from "./recoverylinks.js"

/** The recovery sheet: what it is, the sheet itself, and the way in with it. */
export const RECOVERY: readonly Route[] = [
  {
    method: "GET",
    path: "/recovery",
    when: "open",
    answer: async ({ here, desk }) => show(<AboutRecovery here={here} state={await desk.recovery()} />),
  },
  {
    // The one form whose answer is the page itself: an address to be sent to would be an address that shows the key.
    method: "POST",
    path: "/recovery/sheet",
    when: "open",
    async answer({ here, desk, today }) {
      return show(<Sheet here={here} sheet={await desk.makeRecovery()} today={today} />)
    },
  },
  {
    method: "POST",
    path: "/recovery/shares",
    when: "open",
    async answer({ here, desk, today }) {
      return show(<Shares here={here} shares={await desk.makeShares()} today={today} />)
    },
  },
  {
    method: "GET",
    path: "/recovery/drill",
    when: "open",
    answer: async ({ here, desk }) =>
      show(<Drill here={here} state={await desk.recovery()} outcome={null} typed={[]} />),
  },
  {
    // Answered with the page: what was typed stands in no address, and is given back only to be mended.
    method: "POST",
    path: "/recovery/drill",
    when: "open",
    async answer({ here, desk, sent }) {
      const typed = sent.texts("share").slice(0, 3)
      const state = await desk.recovery()
      try {
        const outcome = await desk.drillShares(typed.filter((text) => text.trim() !== ""))
        return show(<Drill here={here} state={state} outcome={outcome} typed={[]} />)
      } catch (error) {
        if (!(error instanceof DalelError)) throw error
        return show(<Drill here={here} state={state} outcome={error} typed={typed} />, REFUSALS[error.code].status)
      }
    },
  },
  {
    method: "POST",
    path: "/recovery/kept",
    when: "open",
    async answer({ desk }) {
      await desk.keepRecovery()
      return go("/")
    },
  },
  {
    method: "GET",
    path: "/recover",
    when: "locked",
    answer: async ({ here }) => show(<Recover here={here} wrong={null} groups="" />),
  },
  {
    method: "POST",
    path: "/recover",
    when: "locked",
    async answer({ here, desk, sent }) {
      const [groups, passphrase] = [sent.text("groups"), sent.text("passphrase")]
      if (passphrase !== sent.text("again")) return show(<Recover here={here} wrong="differ" groups={groups} />, 400)
      try {
        await desk.recover(groups, passphrase)
      } catch (error) {
        if (!(error instanceof DalelError)) throw error
        // What was typed is given back: nobody should type sixty digits again for one of them.
        return show(<Recover here={here} wrong={error} groups={groups} />, REFUSALS[error.code].status)
      }
      return go("/")
    },
  },
]

/** `bits`: of the passphrase of a vault that was made just now. */
export function AboutRecovery({
  here,
  state,
  bits = null,
}: {
  here: DeskHere
  state: RecoveryState | null
  bits?: number | null
}) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        {bits !== null && (
          <p class="notice" role="status">
            <span>
              {say(lang, "setup.made")} {strengthWords(lang, bits)}
            </span>
          </p>
        )}
        <h1>{say(lang, "recovery.title")}</h1>
        <p class="lead">{say(lang, "recovery.what")}</p>
        <div class="honest">
          <p>
            <strong>{say(lang, "recovery.keep")}</strong>
          </p>
          <p>{say(lang, "recovery.printer")}</p>
        </div>
        {state && (
          <p>
            {say(lang, state.kept ? "recovery.kept" : "recovery.made", { set: state.set, date: dayOf(lang, state.at) })}
          </p>
        )}
        {here.sample ? (
          <Refusal here={here} code="vault/is-sample" where={null} />
        ) : (
          <Form here={here} action="/recovery/sheet" class="stack">
            {state && <p class="quiet">{say(lang, "recovery.voids", { set: state.set })}</p>}
            <div class="buttons">
              <button type="submit" class={state?.kept ? "" : "lead"}>
                {say(lang, state ? "recovery.again" : "recovery.make")}
              </button>
              {!state?.kept && (
                <a class="button" href="/">
                  {say(lang, "recovery.later")}
                </a>
              )}
            </div>
          </Form>
        )}
        {!here.sample && bits === null && (
          <section>
            <h2>{say(lang, "shares.title")}</h2>
            <p>{say(lang, "shares.what")}</p>
            <Form here={here} action="/recovery/shares" class="stack">
              <div class="buttons">
                <button type="submit">{say(lang, "shares.make")}</button>
                {state && (
                  <a class="button" href="/recovery/drill">
                    {say(lang, "drill.title")}
                  </a>
                )}
              </div>
            </Form>
          </section>
        )}
      </div>
    </Page>
  )
}

/** Three sheets, each for another place: printed, none shares a page with another. */
function Shares({ here, shares, today }: { here: DeskHere; shares: readonly ShareSheet[]; today: string }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <div class="notice unprinted">
          <p>{say(lang, "shares.once")}</p>
          <div class="buttons">
            <Form here={here} action="/recovery/kept">
              <button type="submit" class="lead">
                {say(lang, "shares.printed")}
              </button>
            </Form>
            <a class="button" href="/recovery/drill" target="_blank" rel="noopener">
              {say(lang, "drill.title")}
            </a>
          </div>
        </div>
        {shares.map(({ set, index, groups }) => (
          <article class="recovery-sheet share">
            <h1>{say(lang, "shares.sheet", { set, n: index })}</h1>
            <p class="quiet">{say(lang, "recovery.sheet.made", { date: dayOf(lang, today) })}</p>
            <p>{say(lang, "shares.sheet.what")}</p>
            <ol class="groups" dir="ltr">
              {groups.map((group) => (
                <li>{group}</li>
              ))}
            </ol>
            <Qr text={groups.join(" ")} label={say(lang, "shares.sheet.qr")} />
            <p>{say(lang, "shares.sheet.use")}</p>
            <p>
              <strong>{say(lang, "shares.sheet.keep")}</strong>
            </p>
          </article>
        ))}
      </div>
    </Page>
  )
}

interface DrillProps {
  readonly here: DeskHere
  readonly state: RecoveryState | null
  readonly outcome: DalelError | { readonly records: number; readonly wrong: number | null } | null
  readonly typed: readonly string[]
}

function Drill({ here, state, outcome, typed }: DrillProps) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <Crumbs here={here} steps={[[say(lang, "recovery.title"), "/recovery"]]} />
        <h1>{say(lang, "drill.title")}</h1>
        <p class="lead">{say(lang, "drill.lead")}</p>
        {outcome instanceof DalelError && <Refusal here={here} code={outcome.code} where={outcome.where} />}
        {outcome !== null && !(outcome instanceof DalelError) && (
          <div class="honest" role="status">
            <p>
              <strong>{say(lang, "drill.opens", { n: outcome.records })}</strong>
            </p>
            {outcome.wrong !== null && <p>{say(lang, "drill.wrong", { n: outcome.wrong })}</p>}
            <p>{say(lang, "drill.after")}</p>
          </div>
        )}
        {state === null ? (
          <Refusal here={here} code="recovery/none" where={null} />
        ) : (
          <Form here={here} action="/recovery/drill" class="stack">
            {[1, 2, 3].map((n) => (
              <label class="input">
                <span>{say(lang, n === 3 ? "drill.share.third" : "drill.share", { n })}</span>
                <textarea
                  name="share"
                  rows={3}
                  required={n < 3}
                  autocomplete="off"
                  spellcheck={false}
                  inputmode="numeric"
                  dir="ltr"
                >
                  {typed[n - 1] ?? ""}
                </textarea>
              </label>
            ))}
            <p class="quiet">{say(lang, "recover.groups.hint")}</p>
            <div class="buttons">
              <button type="submit" class="lead">
                {say(lang, "drill.button")}
              </button>
              <a class="button" href="/recovery">
                {say(lang, "recovery.title")}
              </a>
            </div>
          </Form>
        )}
      </div>
    </Page>
  )
}

/** One A4 page, and above it what is not printed. */
function Sheet({ here, sheet, today }: { here: DeskHere; sheet: RecoverySheet; today: string }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <div class="notice unprinted">
          <p>{say(lang, "recovery.once")}</p>
          <div class="row">
            <Form here={here} action="/recovery/kept">
              <button type="submit" class="lead">
                {say(lang, "recovery.printed")}
              </button>
            </Form>
            <a class="button" href="/">
              {say(lang, "recovery.later")}
            </a>
          </div>
        </div>
        <article class="recovery-sheet">
          <h1>{say(lang, "recovery.sheet", { set: sheet.set })}</h1>
          <p class="quiet">{say(lang, "recovery.sheet.made", { date: dayOf(lang, today) })}</p>
          <p>{say(lang, "recovery.what")}</p>
          <ol class="groups" dir="ltr">
            {sheet.groups.map((group) => (
              <li>{group}</li>
            ))}
          </ol>
          <Qr text={sheet.groups.join(" ")} label={say(lang, "recovery.sheet.qr")} />
          <p>{say(lang, "recovery.sheet.use")}</p>
          <p>
            <strong>{say(lang, "recovery.sheet.keep")}</strong>
          </p>
        </article>
      </div>
    </Page>
  )
}

function Recover({ here, wrong, groups }: { here: DeskHere; wrong: DalelError | "differ" | null; groups: string }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <Languages here={here} back="/recover" />
        <h1>{say(lang, "recover.title")}</h1>
        <p class="lead">{say(lang, "recover.lead")}</p>
        {wrong === "differ" && (
          <p class="refusal" role="alert">
            {say(lang, "setup.differ")}
          </p>
        )}
        {wrong !== null && wrong !== "differ" && <Refusal here={here} code={wrong.code} where={wrong.where} />}
        <Form here={here} action="/recover" class="stack">
          <label class="input">
            <span>{say(lang, "recover.groups")}</span>
            <textarea
              name="groups"
              rows={4}
              required
              autocomplete="off"
              spellcheck={false}
              inputmode="numeric"
              dir="ltr"
            >
              {groups}
            </textarea>
            <span class="hint">{say(lang, "recover.groups.hint")}</span>
          </label>
          <Passphrase label={say(lang, "keys.new")} name="passphrase" fresh />
          <Passphrase label={say(lang, "keys.again")} name="again" fresh />
          <div class="buttons">
            <button type="submit" class="lead">
              {say(lang, "recover.button")}
            </button>
            <a class="button" href="/unlock">
              {say(lang, "recover.back")}
            </a>
          </div>
        </Form>
      </div>
    </Page>
  )
}
