import type { FoundEvent } from "./index.js"

/** Events that happen within a proceeding. */
export const IN_COURT = new Set([
  "hearing",
  "trial",
  "charge",
  "ruling",
  "change_of_venue",
  "measure",
  "conviction",
  "acquittal",
  "fine",
  "sentence",
])

const ENDS = new Set(["conviction", "acquittal", "fine", "sentence"])

/**
 * Numbers the proceedings: events of one proceeding share a number, from 1 in the order they are told. A verdict dated
 * before the trial that is under way belongs to another, earlier proceeding; so does one for another person.
 */
export function number(events: readonly FoundEvent[]): FoundEvent[] {
  const opening = new Map<string, string>()
  for (const { type, people, date } of events)
    if ((type === "trial" || type === "hearing" || type === "measure") && date !== null)
      for (const person of people) {
        const day = start(date)
        if (day !== null && (!opening.has(person) || day < opening.get(person)!)) opening.set(person, day)
      }
  const numbers = new Map<string, number>()
  let count = 0
  const numberOf = (key: string) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, ++count)
    return count
  }
  let lone: string | null = null
  return events.map((event) => {
    if (!IN_COURT.has(event.type)) return event
    const person = event.people[0] ?? lone
    if (person === null || person === undefined) return event
    lone = person
    const opened = opening.get(person)
    const day = event.date === null ? null : start(event.date)
    const earlier = ENDS.has(event.type) && opened !== undefined && day !== null && day < opened.slice(0, day.length)
    return { ...event, proceeding: numberOf(earlier ? `${person}|${day}` : `${person}|main`) }
  })
}

/** The first day or month an EDTF string speaks of. */
function start(edtf: string): string | null {
  return /\d{4}(?:-\d\d)?(?:-\d\d)?/.exec(edtf)?.[0] ?? null
}
