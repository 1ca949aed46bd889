import type { DeskHere } from "./here.js"
import { Form } from "./page.js"
import { say } from "./words/say.js"

const STOPS = ["tour.1", "tour.2", "tour.3", "tour.4", "tour.5", "tour.6"] as const

/** A strip on the real pages of the sample, at the foot of the window, until it is ended. */
export function TourStrip({ here }: { here: DeskHere }) {
  const { lang, tour } = here
  const words = tour === null ? undefined : STOPS[tour - 1]
  if (tour === null || words === undefined) return null
  const last = tour === STOPS.length
  return (
    <aside class="tour" aria-label={say(lang, "tour.title")}>
      <p>
        <strong>{say(lang, "tour.of", { n: tour, of: STOPS.length })}</strong> {say(lang, words)}{" "}
        <a href="/tour/here">{say(lang, "tour.here")}</a>
      </p>
      <Form here={here} action="/tour" class="buttons">
        <button type="submit" name="stop" value={last ? "over" : String(tour + 1)} class="lead">
          {say(lang, last ? "tour.end" : "tour.next")}
        </button>
        {!last && (
          <button type="submit" name="stop" value="over" class="quiet">
            {say(lang, "tour.skip")}
          </button>
        )}
      </Form>
    </aside>
  )
}
