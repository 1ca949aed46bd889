import type { CaseFile, Citation, EntityFacts, Status } from "../model/casefile.js"
import { isEdtf } from "../model/date.js"
import { dateWords } from "./date.js"
import type { Here } from "./here.js"
import { Marks, type Notes } from "./notes.js"
import { say } from "./words/say.js"

/**
 * "On 1 July 2019: under house arrest in B., since March 2019". When the day lies after the last source that speaks of
 * it, the line says so first: what was last known is not what is so.
 */
export function StatusLine({
  here,
  notes,
  file,
  status,
}: {
  here: Here
  notes: Notes
  file: CaseFile<Citation>
  status: Status
}) {
  const { lang } = here
  const place = [...file.places, ...file.organizations].find((one: EntityFacts) => one.id === status.place)
  const address = place && here.links.entity(place.id)
  return (
    <p class={status.lastKnown ? "status last-known" : "status"}>
      <span class="day">{say(lang, "case.status", { day: dateWords(lang, status.on) })}</span>{" "}
      <strong class="is">{say(lang, `status.${status.is}`)}</strong>
      {place && (
        <span>
          {" · "}
          {address ? (
            <a href={address}>
              <bdi>{place.name}</bdi>
            </a>
          ) : (
            <bdi>{place.name}</bdi>
          )}
        </span>
      )}
      {status.since !== null && (
        <span>
          {" · "}
          {sinceWords(here, status.since)}
        </span>
      )}
      {status.marks.length > 0 && <Marks here={here} notes={notes} marks={status.marks} />}
      <span class="reach">{reachWords(here, status)}</span>
    </p>
  )
}

/** `since` is a date, an interval that began then, or the source's own words. */
function sinceWords({ lang }: Here, since: string): string {
  if (!isEdtf(since)) return since
  return dateWords(lang, isEdtf(`${since}/..`) ? `${since}/..` : since)
}

function reachWords({ lang }: Here, { asOf, lastKnown, is, marks }: Status): string {
  if (marks.length === 0 && is === "unknown") return say(lang, "case.status.none")
  if (asOf === null) return say(lang, "case.status.undated")
  const day = dateWords(lang, asOf)
  return lastKnown ? say(lang, "case.status.lastKnown", { day }) : say(lang, "case.status.lastSource", { day })
}
