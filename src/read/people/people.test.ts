import assert from "node:assert/strict"
import { test } from "node:test"
import { example } from "../reading.suite.js"

const named = (text: string, kind: string) =>
  example(text)
    .entities.filter((entity) => entity.kind === kind)
    .map(({ name }) => name)

test("people are found by what stands around them", () => {
  const cases: [text: string, people: string[]][] = [
    ["The lawyer Dana Orazova was arrested in May.", ["Dana Orazova"]],
    ["Police detained Temir Aldan, 34, a miner from the north.", ["Temir Aldan"]],
    ["Her brother, Qasen Mergen, said the gates were shut.", ["Qasen Mergen"]],
    ["President Ilan Voss and Mr. Dobrek met.", ["Ilan Voss", "Dobrek"]],
    ["Pavlik van der Hosten was born there. Hosten left early.", ["Pavlik van der Hosten"]],
    ["The judge, Zhang Weiran, did not speak.", ["Zhang Weiran"]],
  ]
  for (const [text, people] of cases) assert.deepEqual(named(text, "Person"), people, text)
})

test("what is not a person", () => {
  const cases = [
    "He flew from Nur-Sultan to New York in March.",
    "Human Rights Watch said that the Supreme Court had ruled.",
    "On Monday the Chinese Communist Party met in May.",
    "Kazakhs and Uyghurs from Central Asia came.",
    "The Great Steppe Festival was held on Freedom Square.",
    "Breaking News And Other Stories From The Region",
    "The Criminal Code and the Freedom Charter were read.",
    "TASHKENT -- The session began.",
  ]
  for (const text of cases) assert.deepEqual(named(text, "Person"), [], text)
})

test("a full name licenses the surname, also in a headline and before a possessive", () => {
  const { entities, mentions, words } = example(
    "Steppe Activist Orazov's Trial Opens In Almaty\n\nThe activist Aidar Orazov was arrested on May 3. Orazov's lawyer came. Aidar slept. Mr. Orazov ate.",
  )
  const person = entities.find(({ kind }) => kind === "Person")!
  assert.equal(person.name, "Aidar Orazov")
  assert.deepEqual(mentions.filter(({ entity }) => entity === person.id).map(words), [
    "Orazov",
    "Aidar Orazov",
    "Orazov",
    "Aidar",
    "Orazov",
  ])
})

test("a misspelt place is the place the document names, and stays as written", () => {
  const { entities, mentions, words } = example(
    "He lives in Karaganda. The fire in Karagandda was put out. The Taragonda inn burned.",
  )
  const place = entities.find(({ name }) => name === "Karaganda")!
  assert.deepEqual(mentions.filter(({ entity }) => entity === place.id).map(words), ["Karaganda", "Karagandda"])
})

test("organisations: heads, adjectives of states, courts, services, translations in brackets, acronyms", () => {
  const cases: [text: string, organizations: string[]][] = [
    ["The Ministry of Internal Affairs denied it.", ["Ministry of Internal Affairs"]],
    ["An Almaty court and the Chinese government spoke.", ["Almaty court", "Chinese government"]],
    ["She works for Steppe Radio's Kazakh Service.", ["Steppe Radio's Kazakh Service"]],
    ["He is the leader of Atlan Kenes (Friends of the Steppe).", ["Atlan Kenes"]],
    ["Interior Ministry spokesman Daulet Kerim spoke.", ["Interior Ministry"]],
    ["The Steppe Workers Union (SWU) met. The SWU voted.", ["Steppe Workers Union"]],
    ["He went to court. The party was fun.", []],
  ]
  for (const [text, organizations] of cases) assert.deepEqual(named(text, "Organization"), organizations, text)
})

test("places: a town that is also a name needs a word that asks for a place", () => {
  assert.deepEqual(named("He was born in Georgia and lives in Mali.", "Place"), ["Georgia", "Mali"])
  assert.deepEqual(named("The actress Jordan Kessel smiled at Chad Brandt, a singer.", "Place"), [])
  assert.deepEqual(named("The camps in Xinjiang, China, near Urumqi.", "Place"), ["Xinjiang", "China", "Urumqi"])
})

test("a place no gazetteer knows is one when words ask for a place; it has no country", () => {
  const cases: [text: string, places: string[]][] = [
    ["She was born in the village of Moiynsor.", ["Moiynsor"]],
    ["He left Toqsai, a town in the north, in May.", ["Toqsai"]],
    ["They live in Aqkesik. He was arrested in Aqkesik in May.", ["Aqkesik"]],
    ["A trial opens\n\nTOQSAI -- The session began. People in Toqsai waited.", ["Toqsai"]],
    ["They live in Aqkesik, and she lived in Aqkesik. A fire in Aqkesikk was put out.", ["Aqkesik"]],
    ["He played in Hamlet. She spoke in Latin. They met in Parliament.", []],
  ]
  for (const [text, places] of cases) assert.deepEqual(named(text, "Place"), places, text)
  assert.equal(example(cases[0]![0]).entities[0]!.country, undefined)
})

test("one capital word is an organisation when a word for a body stands beside it", () => {
  assert.deepEqual(named("She founded the group Tolqyn. Tolqyn keeps lists.", "Organization"), ["Tolqyn"])
  assert.deepEqual(named("Tolqyn, the group she founded, keeps lists.", "Organization"), ["Tolqyn"])
  assert.deepEqual(named("He spoke to the High group and of high groups.", "Organization"), [])
})
