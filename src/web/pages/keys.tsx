import { DalelError, REFUSALS } from "../../model/refusals.js"
import type { RecoveryState } from "../../vault/keyring.js"
import { strengthOf } from "../../vault/passphrase.js"
import type { DeskHere } from "../../views/here.js"
import { Crumbs, Form, Page, Refusal } from "../../views/page.js"
import { Strength } from "../../views/strength.js"
import { say } from "../../views/words/say.js"
import { type Route, show, type Visit } from "../visit.js"
import { Measure, Offered, Passphrase } from "./lock.js"
import { RecoveryLine } from "./recoverylinks.js"

/** Passphrase and recovery sheet of an open vault. */
export const KEYS: readonly Route[] = [
  { method: "GET", path: "/settings/keys", when: "open", answer: (visit) => page(visit, null) },
  {
    // Answered with the page: how strong the new one is stands in no address.
    method: "POST",
    path: "/settings/keys",
    when: "open",
    async answer(visit) {
      const { desk, sent, patience } = visit
      if (sent.text("check") !== "") return page(visit, strengthOf(sent.text("passphrase")))
      if (sent.text("passphrase") !== sent.text("again")) return page(visit, "differ")
      try {
        const change = () => desk.changePassphrase(sent.text("old"), sent.text("passphrase"))
        return await page(visit, { bits: await patience.ask(change) })
      } catch (error) {
        if (!(error instanceof DalelError)) throw error
        return page(visit, error)
      }
    },
  },
]

/** A number: how many bits what was typed is worth; nothing was changed. */
type Outcome = DalelError | "differ" | { readonly bits: number } | number | null

async function page({ here, desk }: Visit, outcome: Outcome) {
  const status = outcome instanceof DalelError ? REFUSALS[outcome.code].status : outcome === "differ" ? 400 : 200
  const [state, offer] = [await desk.recovery(), await desk.suggestPassphrase()]
  return show(<Keys here={here} outcome={outcome} state={state} offer={offer} />, status)
}

interface KeysProps {
  readonly here: DeskHere
  readonly outcome: Outcome
  readonly state: RecoveryState | null
  readonly offer: string
}

function Keys({ here, outcome, state, offer }: KeysProps) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <Crumbs here={here} steps={[[say(lang, "settings.title"), "/settings"]]} />
        <h1>{say(lang, "keys.title")}</h1>
        {outcome instanceof DalelError && <Refusal here={here} code={outcome.code} where={outcome.where} />}
        {outcome === "differ" && (
          <p class="refusal" role="alert">
            {say(lang, "keys.differ")}
          </p>
        )}
        {outcome !== null && typeof outcome === "object" && "bits" in outcome && (
          <div class="honest" role="status">
            <p>{say(lang, "keys.changed", { n: outcome.bits })}</p>
            <p>{say(lang, "keys.honest")}</p>
          </div>
        )}
        <h2>{say(lang, "keys.change")}</h2>
        <Form here={here} action="/settings/keys" class="stack">
          <Passphrase label={say(lang, "keys.old")} name="old" />
          <Offered here={here} offer={offer} />
          <div>
            <Passphrase label={say(lang, "keys.new")} name="passphrase" fresh measured />
            <Strength lang={lang} bits={typeof outcome === "number" ? outcome : null} />
          </div>
          <Passphrase label={say(lang, "keys.again")} name="again" fresh />
          <div class="buttons">
            <button type="submit" class="lead">
              {say(lang, "keys.change")}
            </button>
            <Measure here={here} />
          </div>
        </Form>
        <RecoveryLine here={here} state={state} />
      </div>
    </Page>
  )
}
