import { DalelError } from "../../model/refusals.js"
import type { Audience } from "../../model/statement.js"
import type { CORRECTIONS, WITHDRAWALS } from "../../review/correct.js"
import type { DeskHere } from "../../views/here.js"
import { say } from "../../views/words/say.js"
import type { Sent } from "../form.js"

const AUDIENCES: readonly Audience[] = ["restricted", "team", "public"]

/** @throws DalelError value/malformed */
export function audienceOf(sent: Sent): Audience {
  const audience = AUDIENCES.find((one) => one === sent.text("audience"))
  if (!audience) throw new DalelError("value/malformed", "audience")
  return audience
}

/** Who may see what is about to be written. The team, unless a person says otherwise. */
export function AudienceChoice({ here, chosen = "team" }: { here: DeskHere; chosen?: Audience }) {
  const { lang } = here
  return (
    <label class="audience">
      {say(lang, "review.audience")}{" "}
      <select name="audience">
        {AUDIENCES.map((audience) => (
          <option value={audience} selected={audience === chosen}>
            {say(lang, `review.audience.${audience}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Why a statement is put right: chosen from a list, for words of one's own can't be taken out of a ledger again. */
export function Reason({
  here,
  reasons,
}: {
  here: DeskHere
  reasons: readonly ((typeof CORRECTIONS)[number] | (typeof WITHDRAWALS)[number])[]
}) {
  const { lang } = here
  return (
    <label class="audience">
      {say(lang, "history.reason")}{" "}
      <select name="reason" required>
        {reasons.map((reason) => (
          <option value={reason}>{say(lang, `history.reason.${reason}`)}</option>
        ))}
      </select>
    </label>
  )
}
