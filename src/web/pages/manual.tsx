import { DalelError } from "../../model/refusals.js"
import { Contents, isTopic, ManualPage } from "../../views/manual/manual.js"
import { type Route, show } from "../visit.js"

/** Open to everyone who was let in: also while the vault is locked or not there yet. */
export const MANUAL: readonly Route[] = [
  { method: "GET", path: "/manual", when: "any", answer: async ({ here }) => show(<Contents here={here} />) },
  {
    method: "GET",
    path: "/manual/:topic",
    when: "any",
    async answer({ here, part }) {
      const topic = part("topic")
      if (!isTopic(topic)) throw new DalelError("web/not-found")
      return show(<ManualPage here={here} topic={topic} />)
    },
  },
]
