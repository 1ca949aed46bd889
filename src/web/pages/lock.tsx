import { DalelError, REFUSALS, type RefusalCode } from "../../model/refusals.js"
import { checkPassphrase, strengthOf } from "../../vault/passphrase.js"
import type { DeskHere } from "../../views/here.js"
import { Form, Page, Refusal } from "../../views/page.js"
import { ASKED_BELOW, Strength } from "../../views/strength.js"
import { LANGUAGES } from "../../views/words/index.js"
import { say } from "../../views/words/say.js"
import { type Answer, go, type Route, show, type Visit } from "../visit.js"
import { AboutRecovery } from "./recovery.js"
import { RecoverLink } from "./recoverylinks.js"
import { Elsewhere } from "./welcome.js"

/** Set-up, unlock and lock: the three pages of a vault that is not open, or is about to be shut. */
export const LOCK: readonly Route[] = [
  { method: "GET", path: "/start", when: "none", answer: (visit) => setUp(visit, null) },
  {
    method: "POST",
    path: "/start",
    when: "none",
    async answer(visit) {
      const { here, desk, sent } = visit
      const passphrase = sent.text("passphrase")
      const bits = strengthOf(passphrase)
      if (sent.text("check") !== "") return setUp(visit, null, bits)
      if (passphrase !== sent.text("again")) return setUp(visit, "differ")
      try {
        checkPassphrase(passphrase)
        if (bits < ASKED_BELOW && sent.text("anyway") === "") return await setUp(visit, "weak", bits)
        await desk.setUp(passphrase)
      } catch (error) {
        if (error instanceof DalelError && error.code === "vault/weak-passphrase") return setUp(visit, error.code, bits)
        throw error
      }
      // The sheet comes before the first source. Answered with the page: how strong it is stands in no address.
      return show(<AboutRecovery here={{ ...here, state: "open" }} state={null} bits={bits} />)
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
    async answer({ here, desk, sent, patience }) {
      try {
        await patience.ask(() => desk.unlock(sent.text("passphrase")))
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

type Wrong = RefusalCode | "differ" | "weak" | null

async function setUp({ here, desk }: Visit, wrong: Wrong, bits: number | null = null): Promise<Answer> {
  const offer = await desk.suggestPassphrase()
  return show(<SetUp here={here} wrong={wrong} bits={bits} offer={offer} />, wrong === null ? 200 : 400)
}

function SetUp({ here, wrong, bits, offer }: { here: DeskHere; wrong: Wrong; bits: number | null; offer: string }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <Languages here={here} back="/start" />
        <h1>{say(lang, "setup.title")}</h1>
        <p class="lead">{say(lang, "setup.lead")}</p>
        {wrong === "differ" && (
          <p class="refusal" role="alert">
            {say(lang, "setup.differ")}
          </p>
        )}
        {wrong === "weak" && (
          <p class="refusal" role="alert">
            {say(lang, "setup.weak")}
          </p>
        )}
        {wrong !== null && wrong !== "differ" && wrong !== "weak" && <Refusal here={here} code={wrong} where={null} />}
        <Form here={here} action="/start" class="stack">
          <Offered here={here} offer={offer} />
          <div>
            <Passphrase
              label={say(lang, "setup.passphrase")}
              name="passphrase"
              hint={say(lang, "setup.rules", { n: SHORTEST })}
              fresh
              measured
            />
            <Strength lang={lang} bits={bits} />
          </div>
          <Passphrase label={say(lang, "setup.again")} name="again" fresh />
          {wrong === "weak" && (
            <label class="check">
              <input type="checkbox" name="anyway" value="yes" /> {say(lang, "setup.anyway")}
            </label>
          )}
          <div class="honest">
            <p>
              <strong>{say(lang, "setup.honest.what")}</strong> {say(lang, "setup.honest.lost")}
            </p>
            <p>{say(lang, "setup.honest.strong")}</p>
            <p>{say(lang, "setup.honest.limits")}</p>
          </div>
          <div class="buttons">
            <button type="submit" class="lead">
              {say(lang, "setup.button")}
            </button>
            <Measure here={here} />
          </div>
          <p class="quiet">{say(lang, "setup.takes")}</p>
        </Form>
        {here.other === "sample" && (
          <div class="buttons apart">
            <Elsewhere here={here} to="sample" />
          </div>
        )}
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
        <p class="lead">{say(lang, here.other === "own" ? "unlock.sample.here" : "unlock.lead")}</p>
        {here.sample && here.other === null && <p class="quiet">{say(lang, "unlock.sample")}</p>}
        {wrong && <Refusal here={here} code={wrong.code} where={wrong.where} />}
        {here.other === "own" ? (
          <Elsewhere here={here} to="sample" lead />
        ) : (
          <Form here={here} action="/unlock" class="stack">
            <Passphrase label={say(lang, "unlock.passphrase")} name="passphrase" />
            <button type="submit" class="lead">
              {say(lang, "unlock.button")}
            </button>
          </Form>
        )}
        {!here.sample && <RecoverLink here={here} />}
        {here.other !== null && (
          <div class="buttons apart">
            <Elsewhere here={here} to={here.other} />
          </div>
        )}
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
  measured = false,
}: {
  label: string
  name: string
  hint?: string
  fresh?: boolean
  /** Its strength is told while it is typed. */
  measured?: boolean
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
        data-strength={measured ? "yes" : undefined}
      />
      {hint && <span class="hint">{hint}</span>}
    </label>
  )
}

/** Words that nobody chose, to be taken or left. */
export function Offered({ here, offer }: { here: DeskHere; offer: string }) {
  return (
    <p>
      {say(here.lang, "keys.offer")}
      <br />
      <code translate="no">{offer}</code>
    </p>
  )
}

/** Without a script the estimate comes by this button; what was typed is not sent back. */
export function Measure({ here }: { here: DeskHere }) {
  return (
    <button type="submit" name="check" value="yes" class="quiet measure" formnovalidate>
      {say(here.lang, "strength.button")}
    </button>
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
