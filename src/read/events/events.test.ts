import assert from "node:assert/strict"
import { test } from "node:test"
import { eventLines, example } from "../reading.suite.js"
import { RULES } from "./en/index.js"

// Invented people; the first sentence licenses their surnames.
const WHO = "The lawyer Dana Orazova and the activist Temir Aldan live in Karaganda. "
const lines = (sentence: string, types?: string[]) => eventLines(WHO + sentence, types)

type Cases = [sentence: string, events: string[]][]

function check(cases: Cases, types: string[]) {
  for (const [sentence, events] of cases) assert.deepEqual(lines(sentence, types), events, sentence)
}

test("arrest, detention, release", () => {
  check(
    [
      ["Orazova was arrested on May 3 in Almaty.", ["arrest Dana Orazova 2021-05-03 @Almaty"]],
      ["Orazova, a mother of two, has been detained since March.", ["detention Dana Orazova 2021-03/.."]],
      ["Police arrested Aldan last August.", ["arrest Temir Aldan 2020-08"]],
      ["Aldan slept. Officers came at night and arrested him.", ["arrest Temir Aldan"]],
      ["The arrest of Temir Aldan shocked the town.", ["arrest Temir Aldan"]],
      ["Aldan was released on June 1.", ["release Temir Aldan 2021-06-01"]],
      ["Aldan could be arrested any day.", []],
      ["Aldan was not detained.", []],
      ["If Aldan is arrested, the town will march.", []],
      ["The song arrested the attention of many. The film was released.", []],
      ["“They arrested Aldan in May and took him away,” she said.", []],
    ],
    ["arrest", "detention", "release"],
  )
})

test("violence", () => {
  check(
    [
      ["Aldan was shot dead outside his home on May 3.", ["killing Temir Aldan 2021-05-03"]],
      ["Aldan was tortured in custody.", ["torture Temir Aldan"]],
      ["Orazova received death threats.", ["threat Dana Orazova"]],
      ["Aldan went missing in April.", ["disappearance Temir Aldan 2021-04"]],
      ["Aldan was kidnapped by gunmen.", ["kidnapping Temir Aldan"]],
      ["Masked men attacked Aldan.", ["attack Temir Aldan"]],
      ["The heat killed the mood. Time was shot.", []],
      ["Aldan may have been killed.", []],
      ["Aldan was never threatened.", []],
    ],
    ["killing", "torture", "threat", "disappearance", "kidnapping", "attack"],
  )
})

test("hearings, trials, charges", () => {
  check(
    [
      ["Aldan attended a hearing in Almaty on June 9.", ["hearing Temir Aldan 2021-06-09 @Almaty"]],
      ["Orazova went on trial for printing leaflets.", ["trial Dana Orazova", "charge Dana Orazova"]],
      ["Aldan was charged with extremism.", ["charge Temir Aldan"]],
      ["Aldan has been accused of spying for nobody.", ["accusation Temir Aldan"]],
      ["The ministry accused Aldan of treason.", ["accusation Temir Aldan"]],
      ["Hearing is hard for the old. The trial balloon rose.", []],
      ["Aldan was charged five dollars.", []],
    ],
    ["hearing", "trial", "charge", "accusation"],
  )
})

test("the trial told of twice is one, and a ruling without a date was given at the sitting just told", () => {
  const text =
    "Aldan went on trial for printing leaflets. The trial opened on June 8 in Karaganda, but the judge decided that the case should proceed in Almaty because that is where Aldan allegedly wrote the leaflet. The court then ordered that Aldan should stay under house arrest on a farm near Almaty."
  const { events, name, words } = example(WHO + text)
  const venue = events.find(({ type }) => type === "change_of_venue")!
  assert.deepEqual(
    events.map(({ type }) => type),
    ["trial", "charge", "change_of_venue", "measure"],
  )
  assert.deepEqual(
    [venue.date, name(venue.from), name(venue.to), name(venue.allegedAt), words(venue.reason!)],
    ["2021-06-08", "Karaganda", "Almaty", "Almaty", "that is where Aldan allegedly wrote the leaflet"],
  )
  const measure = events.find(({ type }) => type === "measure")!
  assert.deepEqual(
    [measure.kind, measure.change, measure.date, name(measure.place), measure.people.map(name)],
    ["house_arrest", "continued", "2021-06-08", "Almaty", ["Temir Aldan"]],
  )
  assert.ok(measure.passages.some((span) => words(span).includes("June 8")))
})

test("a moved venue in other words", () => {
  const cases: [sentence: string, from: string | null, to: string | null][] = [
    ["Aldan's case was transferred from Karaganda to Almaty.", "Karaganda", "Almaty"],
    ["The court moved the trial to Almaty.", null, "Almaty"],
    ["Aldan moved to Almaty.", null, null],
    ["The trial was moved forward by a week.", null, null],
  ]
  for (const [sentence, from, to] of cases) {
    const { events, name } = example(WHO + sentence)
    const venue = events.find(({ type }) => type === "change_of_venue")
    assert.deepEqual([name(venue?.from ?? null), name(venue?.to ?? null)], [from, to], sentence)
  }
})

test("measures of restraint", () => {
  check(
    [
      [
        "Aldan has been under house arrest in Almaty since April.",
        ["measure house_arrest Temir Aldan 2021-04/.. @Almaty"],
      ],
      ["Aldan was placed under house arrest on May 3.", ["measure house_arrest imposed Temir Aldan 2021-05-03"]],
      ["Aldan was released on bail in April.", ["measure bail imposed Temir Aldan 2021-04"]],
      ["Aldan slept. The court extended his detention on June 1.", ["measure custody extended Temir Aldan 2021-06-01"]],
      ["Aldan was barred from leaving the country.", ["measure travel_ban imposed Temir Aldan"]],
      ["Aldan stayed in a house. He is in custody of the keys.", ["measure custody Temir Aldan"]],
      ["Aldan should be kept in mind.", []],
    ],
    ["measure"],
  )
})

test("verdicts and sentences", () => {
  const convicted =
    "In April 2020, a Taraz court found Aldan guilty of running a library and fined him the equivalent of $410."
  const { events, name } = example(WHO + convicted)
  assert.deepEqual(
    events.map(({ type, date, court, charge, amount }) => [type, date, name(court), charge, amount?.value ?? null]),
    [
      ["conviction", "2020-04", "Taraz court", "running a library", null],
      ["fine", "2020-04", "Taraz court", null, 410],
    ],
  )
  check(
    [
      ["Aldan was sentenced to five years in prison on June 3.", ["sentence prison_term Temir Aldan 2021-06-03"]],
      ["A court acquitted Aldan.", ["acquittal Temir Aldan"]],
      ["Aldan was convicted of fraud.", ["conviction Temir Aldan"]],
      ["A fine day cost $20. Fines are paid in $.", []],
      ["Aldan wrote a long sentence.", []],
    ],
    ["sentence", "acquittal", "conviction", "fine"],
  )
})

test("a verdict before the trial belongs to another proceeding", () => {
  const { events } = example(
    `${WHO}Aldan's trial started on June 8. Aldan has been under house arrest since March. In April 2020, a Taraz court found Aldan guilty of running a library and fined him $410.`,
  )
  const numbers = Object.fromEntries(events.map(({ type, proceeding }) => [type, proceeding]))
  assert.deepEqual(numbers, { trial: 1, measure: 1, conviction: 2, fine: 2 })
})

test("what is done in public", () => {
  check(
    [
      ["Aldan organized several rallies in Almaty.", ["gathering Temir Aldan @Almaty"]],
      ["Aldan made a statement to journalists.", ["statement Temir Aldan"]],
      ["The Steppe Lawyers Union said last August that the camps had grown.", ["report 2020-08"]],
      ["The Steppe Lawyers Union was designated an “extremist” group.", ["designation Steppe Lawyers Union"]],
      ["Aldan held a cup. Aldan held talks.", []],
    ],
    ["gathering", "statement", "report", "designation"],
  )
})

test("no rule reads anything in sentences about nothing", () => {
  const nothing = `The weather was fine. The book was released to acclaim. The team attacked the goal. The price was fixed.
He was charged with energy. The court of the palace was wide. The sentence ended with a full stop. The trial run went well.`
  assert.deepEqual(eventLines(nothing.replace(/\n/g, " ")), [])
})

test("rules have names of their own", () => {
  const names = RULES.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
})

test("the same things told in other forms", () => {
  check(
    [
      ["The trial of Temir Aldan, whose brother sews sails, opened on June 7.", ["trial Temir Aldan 2021-06-07"]],
      ["Aldan's trial on charges of spreading panic began on May 4.", ["trial Temir Aldan 2021-05-04"]],
      ["Prosecutors brought charges of fraud against Aldan.", ["charge Temir Aldan"]],
      ["A charge of fraud was brought against Aldan in May.", ["charge Temir Aldan 2021-05"]],
      ["Aldan was led into a courtroom in Almaty on June 2.", ["hearing Temir Aldan 2021-06-02 @Almaty"]],
      ["The court extended Aldan's detention until 3 August.", ["measure custody extended Temir Aldan"]],
      ["A judge approved a two-month extension of Aldan's detention.", ["measure custody extended Temir Aldan"]],
      ["A court remanded Aldan in custody on June 2.", ["measure custody imposed Temir Aldan 2021-06-02"]],
      ["Aldan's house arrest began in March.", ["measure house_arrest Temir Aldan 2021-03"]],
      ["Aldan's travel ban was lifted on May 4.", ["measure travel_ban lifted Temir Aldan 2021-05-04"]],
      ["The judge granted Aldan bail.", ["measure bail imposed Temir Aldan"]],
      ["Aldan has been behind bars since March.", ["measure custody Temir Aldan 2021-03/.."]],
      ["Aldan was handed a five-year term on June 3.", ["sentence prison_term Temir Aldan 2021-06-03"]],
      ["The court handed Aldan a five-year prison sentence.", ["sentence prison_term Temir Aldan"]],
      ["Aldan was jailed for six years.", ["sentence prison_term Temir Aldan"]],
      ["The appeal court upheld Aldan's conviction on June 3.", ["ruling Temir Aldan 2021-06-03"]],
      ["Aldan was found not guilty.", ["acquittal Temir Aldan"]],
      ["Aldan walked free on June 3.", ["release Temir Aldan 2021-06-03"]],
      [
        "Aldan, who was arrested on 4 May, was released on 9 May.",
        ["arrest Temir Aldan 2021-05-04", "release Temir Aldan 2021-05-09"],
      ],
      [
        "Aldan was detained on May 3 and released on May 9.",
        ["detention Temir Aldan 2021-05-03", "release Temir Aldan 2021-05-09"],
      ],
      ["Aldan was picked up by police on June 2.", ["detention Temir Aldan 2021-06-02"]],
    ],
    [
      ...["trial", "charge", "hearing", "measure", "sentence", "ruling", "conviction", "acquittal", "release"],
      ...["arrest", "detention", "accusation", "gathering"],
    ],
  )
})

test("what is asked, feared, ended or another thing is no event", () => {
  const nothing = [
    "Prosecutors have asked for seven years in prison for Aldan.",
    "Prosecutors sought a seven-year term for Aldan.",
    "Aldan's lawyer asked the court to release him.",
    "Aldan has not been charged.",
    "Aldan hopes to be released in May.",
    "Prosecutors may charge Aldan with fraud.",
    "Aldan is expected to be sentenced on June 30.",
    "Aldan's lawyer demanded an end to his detention.",
    "There was no arrest of Aldan.",
    "Aldan walked free of charge through the museum.",
    "Aldan received a two-year scholarship.",
    "Aldan was handed a book of ten years of letters.",
    "The court extended its opening hours until July.",
    "The trial of the new engine began on May 3.",
    "Aldan was taken to a restaurant.",
  ]
  for (const sentence of nothing) assert.deepEqual(lines(sentence), [], sentence)
})

test("the end of an extension is not its day, and the reason may stand in the next sentence", () => {
  const { events, dates, name, words } = example(
    `${WHO}Aldan's trial opened on June 8. Judge Saule Omarkul ordered that the case be moved to the Almaty District Court. She said that the witnesses live there. The court extended Aldan's detention until 3 August.`,
  )
  const [, venue, measure] = events
  assert.equal(words(venue!.reason!), "the witnesses live there")
  assert.deepEqual(venue!.by.map(name), ["Saule Omarkul"])
  assert.deepEqual([measure!.change, measure!.date], ["extended", "2021-06-08"])
  assert.equal(dates.at(-1)!.edtf, "/2021-08-03")
})

test("findings, charges that change, what stands, and many at once", () => {
  check(
    [
      [
        "In November, the Almaty City Court fined Aldan $90, finding that he had led a march.",
        ["fine Temir Aldan 2020-11", "conviction Temir Aldan 2020-11", "gathering Temir Aldan 2020-11"],
      ],
      [
        "Aldan was fined $90 for an unauthorised rally in Almaty.",
        ["fine Temir Aldan @Almaty", "gathering Temir Aldan @Almaty"],
      ],
      ["Aldan paid an administrative fine of 124,000 dilda in May.", ["fine Temir Aldan 2021-05"]],
      ["Aldan slept. The conviction for spreading rumours stands.", ["conviction Temir Aldan"]],
      ["The charge against Aldan was changed to incitement on May 3.", ["charge requalified Temir Aldan 2021-05-03"]],
      [
        "On May 3 the court agreed to apply Article 348 instead. Aldan slept.",
        ["charge requalified Temir Aldan 2021-05-03"],
      ],
      ["It has been alleged that Aldan filmed a post.", ["accusation Temir Aldan"]],
      ["Aldan died in custody in 2020.", ["death Temir Aldan 2020"]],
      ["In May, eight members of three families were taken away.", ["detention 2021-05"]],
      ["In May the union wrote that 600 people were detained.", ["detention"]],
      ["Aldan told reporters that it was cold.", ["statement Temir Aldan"]],
      ["Orazova said on Monday that it was cold.", ["statement Dana Orazova 2021-06-14"]],
      ["The African Union put the number at 600 in May.", ["report 2021-05"]],
      ["They apply Article 3 with care. Two people were late. She paid 20 songs.", []],
    ],
    ["fine", "gathering", "conviction", "charge", "accusation", "death", "detention", "statement", "report"],
  )
})
