import { DalelError } from "../../model/refusals.js"
import { Page } from "../../views/page.js"
import { isLang, say } from "../../views/words/say.js"
import { type Route, show, wayBack } from "../visit.js"
import { Languages } from "./lock.js"
import { KeysLink } from "./recoverylinks.js"
import { Elsewhere } from "./welcome.js"

export const SETTINGS: readonly Route[] = [
  {
    method: "GET",
    path: "/settings",
    when: "open",
    async answer({ here }) {
      const { lang } = here
      return show(
        <Page here={here}>
          <div class="narrow">
            <h1>{say(lang, "settings.title")}</h1>
            <h2>{say(lang, "settings.language")}</h2>
            <Languages here={here} back="/settings" />
            <KeysLink here={here} />
            <p>
              <a href="/members">{say(lang, "members.link")}</a>
            </p>
            <p>
              <a href="/expunge">{say(lang, "expunge.asks")}</a>
            </p>
            <p class="quiet">{say(lang, "settings.private")}</p>
            {here.other === "sample" && (
              <section>
                <h2>{say(lang, "settings.sample")}</h2>
                <p>{say(lang, "settings.sample.lead")}</p>
                <div class="buttons">
                  <Elsewhere here={here} to="sample" />
                </div>
              </section>
            )}
          </div>
        </Page>,
      )
    },
  },
  {
    method: "POST",
    path: "/language",
    when: "any",
    async answer({ sent }) {
      const lang = sent.text("lang")
      if (!isLang(lang)) throw new DalelError("value/malformed", "lang")
      return { is: "go", to: wayBack(sent), lang }
    },
  },
]
