import { DalelError, REFUSALS, type RefusalCode } from "../../model/refusals.js"
import type { DeskHere } from "../../views/here.js"
import { Form, Page, Refusal } from "../../views/page.js"
import { LANGUAGES } from "../../views/words/index.js"
import { say } from "../../views/words/say.js"
import { go, type Route, show } from "../visit.js"
import { RecoverLink } from "./recoverylinks.js"

/** Set-up, unlock and lock: the three pages of a vault that is not open, or is about to be shut. */
export const LOCK: readonly Route[] = [
  { method: "GET", path: "/start", when: "none", answer: async ({ here }) => show(<SetUp here={here} wrong={null} />) },
  {
    method: "POST",
    path: "/start",
    when: "none",
    async answer({ here, desk, sent }) {
      const [passphrase, again] = [sent.text("passphrase"), sent.text("again")]
      if (passphrase !== again) return show(<SetUp here={here} wrong="differ" />, 400)
      try {
        await desk.setUp(passphrase)
      } catch (error) {
        if (error instanceof DalelError && error.code === "vault/weak-passphrase")
          return show(<SetUp here={here} wrong={error.code} />, 400)
        throw error
      }
      return go("/recovery") // before the first source
    },
  },
  {
    method: "GET",
    path: "/unlock",
    when: "locked",
    answer: async ({ here }) => show(<Unlock here={here} wrong={null} />),
  },
  {
    method: "POST",
    path: "/unlock",
    when: "locked",
    async answer({ here, desk, sent }) {
      try {
        await desk.unlock(sent.text("passphrase"))
      } catch (error) {
        if (!(error instanceof DalelError)) throw error
        return show(<Unlock here={here} wrong={error} />, REFUSALS[error.code].status)
      }
      return go("/")
    },
  },
  {
    method: "POST",
    path: "/lock",
    when: "open",
    async answer(visit) {
      await visit.desk.lock()
      await visit.endAfterAnswer()
      return go("/unlock")
    },
  },
]

const SHORTEST = 12

function SetUp({ here, wrong }: { here: DeskHere; wrong: RefusalCode | "differ" | null }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <Languages here={here} back="/start" />
        <h1>{say(lang, "setup.title")}</h1>
        <p class="lead">{say(lang, "setup.lead")}</p>
        <details class="hint">
          <summary>{say(lang, "setup.sample")}</summary>
          <p>
            {say(lang, "setup.sample.how")} <code>npm start</code>
          </p>
        </details>
        {wrong === "differ" && (
          <p class="refusal" role="alert">
            {say(lang, "setup.differ")}
          </p>
        )}
        {wrong !== null && wrong !== "differ" && <Refusal here={here} code={wrong} where={null} />}
        <Form here={here} action="/start" class="stack">
          <Passphrase
            label={say(lang, "setup.passphrase")}
            name="passphrase"
            hint={say(lang, "setup.rules", { n: SHORTEST })}
            fresh
          />
          <Passphrase label={say(lang, "setup.again")} name="again" fresh />
          <div class="honest">
            <p>
              <strong>{say(lang, "setup.honest.what")}</strong> {say(lang, "setup.honest.lost")}
            </p>
            <p>{say(lang, "setup.honest.strong")}</p>
            <p>{say(lang, "setup.honest.limits")}</p>
          </div>
          <button type="submit" class="lead">
            {say(lang, "setup.button")}
          </button>
          <p class="quiet">{say(lang, "setup.takes")}</p>
        </Form>
      </div>
    </Page>
  )
}

function Unlock({ here, wrong }: { here: DeskHere; wrong: DalelError | null }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <Languages here={here} back="/unlock" />
        <h1>{say(lang, "unlock.title")}</h1>
        <p class="lead">{say(lang, "unlock.lead")}</p>
        {here.sample && <p class="quiet">{say(lang, "unlock.sample")}</p>}
        {wrong && <Refusal here={here} code={wrong.code} where={wrong.where} />}
        <Form here={here} action="/unlock" class="stack">
          <Passphrase label={say(lang, "unlock.passphrase")} name="passphrase" />
          <button type="submit" class="lead">
            {say(lang, "unlock.button")}
          </button>
        </Form>
        {!here.sample && <RecoverLink here={here} />}
      </div>
    </Page>
  )
}

// `new-password` and `off` are what keeps a browser from offering to remember; no browser heeds `off` alone.
export function Passphrase({
  label,
  name,
  hint,
  fresh = false,
}: {
  label: string
  name: string
  hint?: string
  fresh?: boolean
}) {
  return (
    <label class="input">
      <span>{label}</span>
      <input
        type="password"
        name={name}
        required
        autocomplete={fresh ? "new-password" : "off"}
        spellcheck={false}
        minlength={fresh ? SHORTEST : undefined}
      />
      {hint && <span class="hint">{hint}</span>}
    </label>
  )
}

/** Each language by its own name, as a button: it works before anything can be read. */
export function Languages({ here, back }: { here: DeskHere; back: string }) {
  return (
    <Form here={here} action="/language" class="languages">
      <input type="hidden" name="back" value={back} />
      {Object.entries(LANGUAGES).map(([tag, { name }]) => (
        <button
          type="submit"
          name="lang"
          value={tag}
          lang={tag}
          class="quiet"
          aria-pressed={tag === here.lang ? "true" : "false"}
        >
          {name}
        </button>
      ))}
    </Form>
  )
}
