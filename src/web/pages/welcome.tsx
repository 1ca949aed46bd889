import { DalelError } from "../../model/refusals.js"
import type { DeskHere } from "../../views/here.js"
import { Form, Page } from "../../views/page.js"
import { LANGUAGES } from "../../views/words/index.js"
import { type Lang, say } from "../../views/words/say.js"
import { go, type Route, show } from "../visit.js"
import { Languages } from "./lock.js"

/** The first pages of whoever has no vault yet, and the way between the sample and one's own. */
export const WELCOME: readonly Route[] = [
  { method: "GET", path: "/welcome", when: "none", answer: async ({ here }) => show(<Welcome here={here} />) },
  { method: "GET", path: "/welcome/choice", when: "none", answer: async ({ here }) => show(<Choice here={here} />) },
  {
    // Never two at a time: the process that holds the one ends before another opens the other.
    method: "POST",
    path: "/elsewhere",
    when: "any",
    async answer({ here, desk, sent, endAfterAnswer }) {
      const to = sent.text("to")
      if (here.other === null || (to !== "own" && to !== "sample")) throw new DalelError("web/not-found")
      const back = here.other !== to
      if (sent.text("anyway") === "" && (await desk.busy())) return show(<Busy here={here} to={to} />, 409)
      await desk.lock()
      await endAfterAnswer(to)
      return go(to === "own" ? "/start" : back ? "/" : "/tour")
    },
  },
]

/** Before anything can be read: each language by its own name. */
function Welcome({ here }: { here: DeskHere }) {
  return (
    <Page here={here}>
      <div class="narrow welcome">
        <h1>{say(here.lang, "app.name")}</h1>
        <Form here={here} action="/language" class="stack">
          <input type="hidden" name="back" value="/welcome/choice" />
          {(Object.keys(LANGUAGES) as Lang[])
            .sort((a, b) => Number(b === here.lang) - Number(a === here.lang))
            .map((lang) => (
              <button type="submit" name="lang" value={lang} lang={lang} class={lang === here.lang ? "lead" : ""}>
                <strong>{LANGUAGES[lang].name}</strong> <span>{say(lang, "welcome.language")}</span>
              </button>
            ))}
        </Form>
      </div>
    </Page>
  )
}

function Choice({ here }: { here: DeskHere }) {
  const { lang, other } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <Languages here={here} back="/welcome/choice" />
        <h1>{say(lang, "welcome.title")}</h1>
        <p class="lead">{say(lang, "welcome.lead")}</p>
        {other === "sample" && (
          <section class="choice">
            <h2>{say(lang, "welcome.sample")}</h2>
            <p>{say(lang, "welcome.sample.lead")}</p>
            <div class="buttons">
              <Elsewhere here={here} to="sample" lead />
            </div>
          </section>
        )}
        <section class="choice">
          <h2>{say(lang, "setup.title")}</h2>
          <p>{say(lang, "welcome.own.lead")}</p>
          <div class="buttons">
            <a class={other === "sample" ? "button" : "button lead"} href="/start">
              {say(lang, "welcome.own")}
            </a>
          </div>
        </section>
        <p class="quiet">
          {say(lang, "welcome.have")} <code>npm start -- --vault …</code>
        </p>
        <p class="quiet">
          {say(lang, "welcome.backup")} <code>dalel restore</code>
        </p>
      </div>
    </Page>
  )
}

/** To leave now would leave out what is still to be sealed: that is asked first. */
function Busy({ here, to }: { here: DeskHere; to: "own" | "sample" }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <h1>{say(lang, "elsewhere.busy")}</h1>
        <p class="lead">{say(lang, "elsewhere.busy.lead")}</p>
        <Form here={here} action="/elsewhere" class="buttons">
          <input type="hidden" name="anyway" value="yes" />
          <a class="button lead" href="/">
            {say(lang, "elsewhere.stay")}
          </a>
          <button type="submit" name="to" value={to}>
            {say(lang, "elsewhere.leave")}
          </button>
        </Form>
      </div>
    </Page>
  )
}

/** The button that locks what is open here and goes to the other vault. */
export function Elsewhere({ here, to, lead = false }: { here: DeskHere; to: "own" | "sample"; lead?: boolean }) {
  if (here.other === null) return null
  return (
    <Form here={here} action="/elsewhere">
      <button type="submit" name="to" value={to} class={lead ? "lead" : "quiet"}>
        {say(here.lang, to === "own" ? "elsewhere.own" : "elsewhere.sample")}
      </button>
    </Form>
  )
}
