import type { Proposal, ProposedStatement } from "../src/model/proposal.js"
import type { Reading } from "../src/model/reading.js"
import type { Reader } from "../src/review/reader.js"

export const TEXT = "Aida Testova was born in Bektau, has relatives there, and her paper is 0815."

/** What is said of the one person of this text. */
export const ofPerson = (property: string, value: ProposedStatement["value"]): ProposedStatement => ({
  entity: "p1",
  schema: "Person",
  property,
  value,
  lang: null,
  holds: null,
  passages: [{ start: 0, end: 12 }],
})

const proposal = (number: number, ...statements: [ProposedStatement, ...ProposedStatement[]]): Proposal => ({
  number,
  rule: "test",
  score: 1,
  about: statements[0].entity,
  schema: statements[0].schema,
  grave: null,
  statements,
})

/** Of whatever it is given it says the same: one person (with these statements and a name), one place. */
export function readerOf(...statements: ProposedStatement[]): Reader {
  const named = ofPerson("name", { type: "name", text: "Aida Testova" })
  const place = { ...ofPerson("name", { type: "name", text: "Bektau" }), entity: "l1", schema: "Place" } as const
  const proposals = [proposal(1, named, ...statements), proposal(2, place)]
  const none = { entities: [], metadata: [], zones: [], missingMedia: [], mentions: [], dates: [] }
  return {
    read: async () =>
      ({ reader: "test/1", language: "en", text: TEXT, title: null, ...none, proposals }) as unknown as Reading,
    picture: async () => new Uint8Array(),
    end: async () => {},
  }
}
