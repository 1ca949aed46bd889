import type { Span } from "../../model/passage.js"
import type { FoundEvent } from "../events/index.js"
import { courtCaseRef, type Draft, draftOf, type Material } from "./index.js"
import { code, entity, Statements } from "./statements.js"

/** One proposal for each proceeding: its kind when the words say so, who is tried, before which court. */
export function proposeCourtCases({ scene, events, lang }: Material): Draft[] {
  const gathered = new Map<number, FoundEvent[]>()
  for (const event of events)
    if (event.proceeding !== null) gathered.set(event.proceeding, [...(gathered.get(event.proceeding) ?? []), event])
  return [...gathered]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([number, own]): Draft[] => {
      const about = courtCaseRef(number)
      const passages = own[0]!.passages
      const statements: Statements["list"] = []
      const say = (on: readonly [Span, ...Span[]], property: string, value: Parameters<Statements["add"]>[1]) =>
        statements.push(...new Statements(about, "CourtCase", lang, on).add(property, value).list)
      for (const kind of ["criminal", "administrative", "civil"]) {
        const event = own.find((item) =>
          item.passages.some(({ start, end }) => new RegExp(`\\b${kind}\\b`, "iu").test(scene.text.slice(start, end))),
        )
        if (event) {
          say(event.passages, "kind", code(kind))
          break
        }
      }
      const people = new Map<string, FoundEvent>()
      for (const event of own) for (const person of event.people) if (!people.has(person)) people.set(person, event)
      for (const [person, event] of people)
        if (schemaAllows(scene.entities.get(person)?.kind)) say(event.passages, "defendant", entity(person))
      const court = own.find((event) => event.court !== null)
      if (court) say(court.passages, "court", entity(court.court))
      if (statements.length === 0) say(passages, "kind", null)
      return draftOf({ rule: "proceedings/gathered", score: 0.7, about, schema: "CourtCase", grave: null, statements })
    })
}

const schemaAllows = (kind: string | undefined) => kind === "Person" || kind === "Organization"
