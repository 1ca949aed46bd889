import type { DeskHere } from "../../views/here.js"
import { say } from "../../views/words/say.js"
import type { Desk } from "../desk.js"

/** Where a vault without case files goes on: its first source, or the first of them that waits for a decision. */
export async function nextOf(desk: Desk): Promise<"add" | { readonly review: string } | null> {
  const { rows, total } = await desk.sources({ page: 1, size: 20 })
  if (total === 0) return "add"
  const waiting = rows.find(({ proposals }) => proposals !== null && proposals.decided < proposals.total)
  return waiting ? { review: `/sources/${waiting.card.id}` } : null
}

/** The one next step, on a page that holds nothing yet. */
export function NextStep({ here, next }: { here: DeskHere; next: Awaited<ReturnType<typeof nextOf>> }) {
  if (next === null) return null
  const [words, address] =
    next === "add" ? [say(here.lang, "nav.add"), "/add"] : [say(here.lang, "home.next.reviewButton"), next.review]
  return (
    <p class="buttons">
      <a class="button lead" href={address}>
        {words}
      </a>
    </p>
  )
}
