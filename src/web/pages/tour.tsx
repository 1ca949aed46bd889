import { DalelError } from "../../model/refusals.js"
import type { DeskHere } from "../../views/here.js"
import { Form, Page } from "../../views/page.js"
import { say } from "../../views/words/say.js"
import { addressOf, STOPS } from "../tour.js"
import { go, numberOf, type Route, show } from "../visit.js"
import { Elsewhere } from "./welcome.js"

/** The tour of the sample: its beginning, its end, and the way from one stop to the next. */
export const TOUR: readonly Route[] = [
  {
    method: "GET",
    path: "/tour",
    when: "open",
    answer: async ({ here, tour }) => (here.sample ? show(<Tour here={here} over={tour.at() === "over"} />) : go("/")),
  },
  {
    method: "GET",
    path: "/tour/here",
    when: "open",
    async answer({ desk, tour }) {
      const at = tour.at()
      return go(typeof at === "number" ? await addressOf(desk, at) : "/tour")
    },
  },
  {
    method: "POST",
    path: "/tour",
    when: "open",
    async answer({ here, desk, tour, sent }) {
      if (!here.sample) throw new DalelError("web/not-found")
      const stop = sent.text("stop")
      if (stop === "over") {
        tour.set("over")
        return go("/tour")
      }
      const number = Math.min(STOPS, Math.max(1, numberOf(stop)))
      tour.set(number)
      return go(await addressOf(desk, number))
    },
  },
]

function Tour({ here, over }: { here: DeskHere; over: boolean }) {
  const { lang } = here
  return (
    <Page here={here}>
      <div class="narrow">
        <h1>{say(lang, over ? "tour.over" : "tour.title")}</h1>
        <p class="lead">{say(lang, over ? "tour.over.lead" : "tour.lead")}</p>
        <div class="buttons">
          {!over && <Begin here={here} />}
          {over && <Elsewhere here={here} to="own" lead />}
          <a class="button" href="/">
            {say(lang, "tour.alone")}
          </a>
          {over && <Begin here={here} again />}
        </div>
      </div>
    </Page>
  )
}

function Begin({ here, again = false }: { here: DeskHere; again?: boolean }) {
  return (
    <Form here={here} action="/tour">
      <button type="submit" name="stop" value="1" class={again ? "quiet" : "lead"}>
        {say(here.lang, again ? "tour.again" : "tour.begin")}
      </button>
    </Form>
  )
}
