import type { RecoveryState } from "../../vault/keyring.js"
import { dateWords } from "../../views/date.js"
import type { DeskHere } from "../../views/here.js"
import { type Lang, say } from "../../views/words/say.js"

/** What other pages say of the recovery sheet, each with the way to it. */

export function dayOf(lang: Lang, at: string): string {
  return dateWords(lang, at.slice(0, 10))
}

/** On the desk until somebody has said that the sheet is on paper. */
export function RecoveryReminder({ here, state }: { here: DeskHere; state: RecoveryState | null }) {
  if (here.sample || state?.kept) return null
  return (
    <p class="notice">
      <span>{say(here.lang, state ? "recovery.remind.made" : "recovery.remind.none")}</span>
      <a class="button" href="/recovery">
        {say(here.lang, "recovery.title")}
      </a>
    </p>
  )
}

/** The way to the keys' pages, from the settings. */
export function KeysLink({ here }: { here: DeskHere }) {
  return (
    <p>
      <a href="/settings/keys">{say(here.lang, "settings.keys")}</a>
    </p>
  )
}

export function RecoverLink({ here }: { here: DeskHere }) {
  return (
    <p class="quiet">
      <a href="/recover">{say(here.lang, "unlock.recover")}</a>
    </p>
  )
}

/** The whole of what a page of the settings says about the sheet. */
export function RecoveryLine({ here, state }: { here: DeskHere; state: RecoveryState | null }) {
  const { lang } = here
  return (
    <section>
      <h2>{say(lang, "recovery.title")}</h2>
      <p>
        {state
          ? say(lang, state.kept ? "recovery.kept" : "recovery.made", { set: state.set, date: dayOf(lang, state.at) })
          : say(lang, "recovery.remind.none")}
      </p>
      <p>
        <a class="button" href="/recovery">
          {say(lang, state ? "recovery.again" : "recovery.make")}
        </a>
      </p>
    </section>
  )
}
