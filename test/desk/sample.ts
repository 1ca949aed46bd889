import type { DateValue } from "../../src/model/date.js"
import type { Span } from "../../src/model/passage.js"
import type { Grave, LocalRef, Proposal, ProposedStatement } from "../../src/model/proposal.js"
import type { Reading, Zone, ZoneKind } from "../../src/model/reading.js"
import type { SchemaName } from "../../src/model/schema.js"
import type { Value } from "../../src/model/value.js"

/** Two invented pages about an invented person in an invented country. They disagree, as real ones do. */
export interface SampleSource {
  readonly title: string
  readonly publisher: string | null
  readonly published: string | null
  readonly address: string | null
  readonly legalNotice: string | null
  readonly reading: Reading
  readonly names: Readonly<Record<LocalRef, { readonly schema: SchemaName; readonly name: string }>>
}

type Line = readonly [kind: ZoneKind, text: string]

function textOf(lines: readonly Line[]): { text: string; zones: Zone[] } {
  let text = ""
  const zones: Zone[] = []
  for (const [kind, line] of lines) {
    const start = text.length
    text += line
    zones.push({ kind, start, end: text.length })
    text += "\n\n"
  }
  return { text: text.trimEnd(), zones }
}

interface Draft {
  readonly about: LocalRef
  readonly schema: SchemaName
  readonly rule: string
  readonly score: number
  readonly grave?: Grave
  readonly says: readonly (readonly [property: string, value: Value<LocalRef>, words: string])[]
}

function proposalsOf(text: string, drafts: readonly Draft[]): Proposal[] {
  const find = (words: string): Span => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`the sample does not say: ${words}`)
    return { start, end: start + words.length }
  }
  return drafts.map((draft, index) => {
    const [first, ...rest] = draft.says.map(
      ([property, value, words]): ProposedStatement => ({
        entity: draft.about,
        schema: draft.schema,
        property,
        value,
        lang: "en",
        holds: null,
        passages: [find(words)],
      }),
    )
    const { rule, score, about, schema } = draft
    return { number: index + 1, rule, score, about, schema, grave: draft.grave ?? null, statements: [first!, ...rest] }
  })
}

const name = (text: string) => ({ type: "name", text }) as const
const text = (words: string) => ({ type: "text", text: words }) as const
const code = (word: string) => ({ type: "code", code: word }) as const
const entity = (ref: LocalRef) => ({ type: "entity", entity: ref }) as const
const date = (edtf: string, words: string, reference: string | null = null): Value<LocalRef> =>
  ({ type: "date", edtf, words, reference }) satisfies { type: "date" } & DateValue

function makeReading(lines: readonly Line[], drafts: readonly Draft[], media: readonly string[] = []): Reading {
  const { text: whole, zones } = textOf(lines)
  return {
    reader: "sample/1",
    language: "en",
    text: whole,
    title: lines.find(([kind]) => kind === "title")?.[1] ?? null,
    mainText: lines.flatMap(([kind, line]) => (kind === "body" ? [line] : [])).join("\n"),
    metadata: [{ name: "published", value: "2031-05-15", from: "json-ld" }],
    zones,
    missingMedia: media.map((words) => ({
      kind: "audio",
      title: null,
      duration: "0:02:41",
      start: whole.indexOf(words),
      end: whole.indexOf(words) + words.length,
    })),
    mentions: [],
    entities: [],
    dates: [],
    quantities: [],
    events: [],
    claims: [],
    gist: { violations: [], victims: [], perpetrators: [], country: null, date: null },
    legal: [],
    facts: [],
    proposals: proposalsOf(whole, drafts),
    map: { encoding: "utf-8", pieces: [] },
  }
}

const NAMES = {
  p1: { schema: "Person", name: "Dana Oralbek" },
  p2: { schema: "Person", name: "Timur Asqar" },
  o1: { schema: "Organization", name: "Ashyq Esik" },
  o2: { schema: "PublicBody", name: "Karasu District Court" },
  o3: { schema: "PublicBody", name: "Interior Ministry of Tarsiya" },
  l1: { schema: "Place", name: "Karasu" },
  l2: { schema: "Place", name: "Belkent" },
  k1: { schema: "CourtCase", name: "Criminal case" },
  e1: { schema: "Measure", name: "" },
  e2: { schema: "Hearing", name: "" },
  e3: { schema: "Ruling", name: "" },
  e4: { schema: "Sentence", name: "" },
  e5: { schema: "Event", name: "" },
  c1: { schema: "Claim", name: "" },
  c2: { schema: "Claim", name: "" },
} as const satisfies Record<LocalRef, { schema: SchemaName; name: string }>

const first: SampleSource = {
  title: "Trial of Open Door leader begins, is moved to Belkent",
  publisher: "Tarsiya Courier",
  published: "2031-05-14",
  address: "https://courier.example/2031/05/14/oralbek",
  legalNotice:
    "Readers in Tarsiya: this site is listed as undesirable. Saving or sharing its pages may be punished under article 98 of the Administrative Code.",
  names: NAMES,
  reading: makeReading(
    [
      ["nav", "Skip to content"],
      ["nav", "Home"],
      ["nav", "Courts and law"],
      ["title", "Trial of Open Door leader begins, is moved to Belkent"],
      ["byline", "By Courier staff"],
      ["dateline", "May 14, 2031"],
      ["widget", "No media source currently available"],
      ["caption", "Dana Oralbek in the courtroom in Karasu on May 14"],
      [
        "body",
        "The trial of Dana Oralbek, the leader of the group Ashyq Esik (“Open Door”), began in Karasu on May 14.",
      ],
      [
        "body",
        "The judge of the Karasu District Court granted the prosecutor’s request to move the trial to Belkent, saying the alleged offence had been committed there.",
      ],
      [
        "body",
        "Oralbek has been under house arrest in Karasu since January after she was detained in Belkent. The judge ruled that she must remain under house arrest with her mother.",
      ],
      ["body", "“I only wrote down what people told me,” Oralbek told the court. “There was no call to anything.”"],
      [
        "body",
        "The Interior Ministry of Tarsiya denies that anyone was held for what they wrote, and calls the buildings “rest homes.”",
      ],
      [
        "body",
        "In a separate case in 2029 she was fined the equivalent of $420 for leading an unregistered organization. An activist, Timur Asqar, died in custody last August.",
      ],
      ["related", "More: Ten questions about the new press law"],
      ["related", "More: Weather in Belkent"],
      ["bio", "The Courier’s court desk has followed trials in Tarsiya since 2019."],
      [
        "legal",
        "Readers in Tarsiya: this site is listed as undesirable. Saving or sharing its pages may be punished under article 98 of the Administrative Code.",
      ],
    ],
    [
      {
        about: "p1",
        schema: "Person",
        rule: "people/full-name.en",
        score: 0.97,
        says: [["name", name("Dana Oralbek"), "Dana Oralbek"]],
      },
      {
        about: "o1",
        schema: "Organization",
        rule: "people/organisation.en",
        score: 0.9,
        says: [
          ["name", name("Ashyq Esik"), "Ashyq Esik"],
          ["alias", name("Open Door"), "Open Door"],
          ["leader", entity("p1"), "Dana Oralbek, the leader of the group Ashyq Esik"],
          ["registered", { type: "boolean", is: false }, "an unregistered organization"],
        ],
      },
      {
        about: "e2",
        schema: "Hearing",
        rule: "hearings/trial-began.en",
        score: 0.93,
        says: [
          ["kind", code("trial"), "The trial of Dana Oralbek"],
          ["person", entity("p1"), "Dana Oralbek, the leader"],
          ["place", entity("l1"), "began in Karasu"],
          ["date", date("2031-05-14", "on May 14", "2031-05-14"), "on May 14."],
        ],
      },
      {
        about: "e3",
        schema: "Ruling",
        rule: "rulings/venue.en",
        score: 0.88,
        says: [
          ["kind", code("change_of_venue"), "granted the prosecutor’s request to move the trial to Belkent"],
          ["person", entity("p1"), "move the trial"],
          ["court", entity("o2"), "Karasu District Court"],
          ["from", entity("l1"), "began in Karasu"],
          ["to", entity("l2"), "to Belkent, saying"],
          ["reason", code("place_of_alleged_offence"), "saying the alleged offence had been committed there"],
          ["date", date("2031-05-14", "May 14", "2031-05-14"), "on May 14."],
        ],
      },
      {
        about: "e1",
        schema: "Measure",
        rule: "measures/since.en",
        score: 0.92,
        says: [
          ["kind", code("house_arrest"), "under house arrest in Karasu"],
          ["change", code("continued"), "must remain under house arrest"],
          ["person", entity("p1"), "Oralbek has been"],
          ["place", entity("l1"), "in Karasu since"],
          ["date", date("2031-01/..", "since January", "2031-05-14"), "since January"],
        ],
      },
      {
        about: "c1",
        schema: "Claim",
        rule: "claims/said.en",
        score: 0.95,
        says: [
          ["speaker", entity("p1"), "Oralbek told the court"],
          [
            "words",
            text("I only wrote down what people told me. There was no call to anything."),
            "I only wrote down what people told me",
          ],
          ["stance", code("denies"), "There was no call to anything"],
          ["speech", code("direct"), "“I only wrote down what people told me,”"],
          ["setting", text("the court"), "told the court"],
          ["about", entity("p1"), "Oralbek told"],
        ],
      },
      {
        about: "c2",
        schema: "Claim",
        rule: "claims/denies.en",
        score: 0.81,
        says: [
          ["speaker", entity("o3"), "Interior Ministry of Tarsiya"],
          [
            "words",
            text("denies that anyone was held for what they wrote"),
            "denies that anyone was held for what they wrote",
          ],
          ["stance", code("denies"), "denies that"],
          ["speech", code("indirect"), "denies that anyone"],
          ["counters", entity("c1"), "for what they wrote"],
          ["about", entity("p1"), "anyone was held"],
        ],
      },
      {
        about: "e4",
        schema: "Sentence",
        rule: "sentences/fined.en",
        score: 0.84,
        says: [
          ["kind", code("fine"), "she was fined"],
          ["person", entity("p1"), "she was fined"],
          [
            "amount",
            { type: "money", amount: "420", currency: "USD", equivalent: true, words: "the equivalent of $420" },
            "the equivalent of $420",
          ],
          ["offence", text("leading an unregistered organization"), "leading an unregistered organization"],
          ["date", date("2029", "in 2029"), "in 2029"],
        ],
      },
      {
        about: "p2",
        schema: "Person",
        rule: "people/died.en",
        score: 0.86,
        grave: "death",
        says: [
          ["name", name("Timur Asqar"), "Timur Asqar"],
          ["deathDate", date("2030-08", "last August", "2031-05-14"), "last August"],
        ],
      },
    ],
    ["No media source currently available"],
  ),
}

const second: SampleSource = {
  title: "Ашық есік: сот Белкентке көшірілді, үйқамақ өзгеріссіз",
  publisher: "Belkent Evening",
  published: "2031-05-16",
  address: null,
  legalNotice: null,
  names: NAMES,
  reading: makeReading(
    [
      ["title", "Open Door leader’s trial to continue in Belkent"],
      ["dateline", "16 May 2031"],
      [
        "body",
        "A court in Karasu on 15 May sent the case of Dana Oralbek to Belkent. She stays under house arrest, now in Belkent.",
      ],
      ["body", "Two years ago Ms Oralbek paid a fine of about 400 dollars for running an unregistered group."],
    ],
    [
      {
        about: "p1",
        schema: "Person",
        rule: "people/full-name.en",
        score: 0.97,
        says: [
          ["name", name("Dana Oralbek"), "Dana Oralbek"],
          ["alias", name("Ms Oralbek"), "Ms Oralbek"],
        ],
      },
      {
        about: "e3",
        schema: "Ruling",
        rule: "rulings/sent.en",
        score: 0.8,
        says: [
          ["kind", code("change_of_venue"), "sent the case of Dana Oralbek to Belkent"],
          ["person", entity("p1"), "Dana Oralbek"],
          ["to", entity("l2"), "to Belkent"],
          ["date", date("2031-05-15", "on 15 May", "2031-05-16"), "on 15 May"],
        ],
      },
      {
        about: "e1",
        schema: "Measure",
        rule: "measures/stays.en",
        score: 0.85,
        says: [
          ["kind", code("house_arrest"), "stays under house arrest"],
          ["change", code("continued"), "stays under house arrest"],
          ["person", entity("p1"), "She stays"],
          ["place", entity("l2"), "now in Belkent"],
          ["date", date("2031-05-15", "on 15 May", "2031-05-16"), "on 15 May"],
        ],
      },
    ],
  ),
}

export const SAMPLE: readonly [SampleSource, SampleSource] = [first, second]
