import assert from "node:assert/strict"
import { test } from "node:test"
import { read } from "../read.js"
import { example } from "../reading.suite.js"

const WHO = "The lawyer Dana Orazova and the activist Temir Aldan live in Karaganda. "
const lines = (sentence: string) => {
  const { claims, name, words } = example(WHO + sentence)
  return claims.map(
    ({ kind, stance, speaker, speakerText, content }) =>
      `${kind} ${stance} ${name(speaker) ?? (speakerText === null ? "nobody" : `(${speakerText})`)}: ${words(content)}`,
  )
}

test("who says what", () => {
  const cases: [sentence: string, claims: string[]][] = [
    ["“The gates were shut,” Orazova said.", ["direct asserts Dana Orazova: The gates were shut,"]],
    ["“The gates were shut,” said Aldan, a miner.", ["direct asserts Temir Aldan: The gates were shut,"]],
    ["Aldan said that the gates were shut.", ["indirect asserts Temir Aldan: that the gates were shut"]],
    [
      "The African Union said in March that the camps had grown.",
      ["indirect asserts African Union: that the camps had grown"],
    ],
    ["The gates were shut, the judge said.", ["indirect asserts (the judge): The gates were shut"]],
    ["According to Orazova, the gates were shut.", ["indirect asserts Dana Orazova: the gates were shut"]],
    [
      "Aldan said the gates were shut, adding that nobody came.",
      ["indirect asserts Temir Aldan: the gates were shut", "indirect asserts Temir Aldan: that nobody came"],
    ],
    [
      "Aldan said it was over and warned that “a long winter will come to us all.”",
      ["indirect asserts Temir Aldan: it was over", "direct asserts Temir Aldan: a long winter will come to us all."],
    ],
    [
      "Aldan slept. He told reporters that the gates were shut.",
      ["indirect asserts Temir Aldan: that the gates were shut"],
    ],
    ["Aldan has been accused of plotting a storm.", ["indirect accuses nobody: plotting a storm"]],
    ["Orazova denied the charges.", ["indirect denies Dana Orazova: the charges"]],
    ["Orazova says that she is not guilty.", ["indirect denies Dana Orazova: that she is not guilty"]],
    ["She lived near what the Turkish government calls “schools.”", ["naming names Turkish government: “schools.”"]],
    ["His report was long. The note fell. The claims adjuster slept.", []],
    ["Nobody came. The gates were shut.", []],
    ["The sign read nothing. It was said.", []],
  ]
  for (const [sentence, claims] of cases) assert.deepEqual(lines(sentence), claims, sentence)
})

test("setting, language, hedge, quantity stand beside the claim", () => {
  const { claims } = example(
    `${WHO}In an interview with Steppe Radio, Aldan spoke in English, saying that hundreds of people were allegedly held.`,
  )
  const [claim] = claims
  assert.deepEqual(
    [claim?.setting, claim?.spokenIn, claim?.hedge, claim?.quantity?.words],
    ["In an interview with Steppe Radio", "en", "allegedly", "hundreds"],
  )
})

test("another name for the same thing answers the claim about it, and a plea answers the accusation", () => {
  const { claims, words } = example(
    `${WHO}Aldan has been accused of plotting a storm. Aldan said that he is not guilty. The African Union said that many people were held in camps. Turkey says that the facilities are “schools.”`,
  )
  const answered = (part: string) =>
    claims.find(({ content }) => words(content).includes(part))!.counters.map((at) => words(claims[at]!.content))
  assert.deepEqual(answered("not guilty"), ["plotting a storm"])
  assert.deepEqual(answered("schools"), ["that many people were held in camps"])
  assert.deepEqual(answered("many people"), [])
})

test("the reason of a ruling is a claim of its own", () => {
  assert.ok(
    lines("The judge ruled that it must end because the hall is cold.").includes(
      "indirect asserts (The judge): the hall is cold",
    ),
  )
})

test("figures, pleas, findings, and what is alleged by nobody who is named", () => {
  const cases: [sentence: string, claims: string[]][] = [
    ["A police spokesman put the number at 60.", ["indirect asserts (A police spokesman): put the number at 60"]],
    ["Police counted 60 people in the street.", ["indirect asserts (Police): 60 people in the street"]],
    ["Orazova pleaded not guilty.", ["indirect denies Dana Orazova: not guilty"]],
    ["It has been alleged that Aldan filmed a post.", ["indirect accuses nobody: that Aldan filmed a post"]],
    [
      "In May, the city court fined Aldan $90, finding that he had held a march.",
      ["indirect asserts (the city court): that he had held a march"],
    ],
    ["They put the books at the door. He counted on it.", []],
  ]
  for (const [sentence, claims] of cases) assert.deepEqual(lines(sentence), claims, sentence)
})

test("a speaker described before or owned by another; a body called by its kind", () => {
  const cases: [sentence: string, claims: string[]][] = [
    [
      "“They kept the paper,” her lawyer, Dana Orazova, told us.",
      ["direct asserts Dana Orazova: They kept the paper,"],
    ],
    ["Aldan’s lawyer, Dana Orazova, denied the charges.", ["indirect denies Dana Orazova: the charges"]],
    [
      "The African Union met. The union said that the camps had grown.",
      ["indirect asserts African Union: that the camps had grown"],
    ],
  ]
  for (const [sentence, claims] of cases) assert.deepEqual(lines(sentence), claims, sentence)
})

test("what one says another said is known from the first", () => {
  const { claims, name, words } = example(`${WHO}Aldan said that Orazova had told him that the gates were shut.`)
  assert.deepEqual(
    claims.map(({ speaker, via, content }) => [name(speaker), name(via), words(content)]),
    [
      ["Temir Aldan", null, "that Orazova had told him that the gates were shut"],
      ["Dana Orazova", "Temir Aldan", "that the gates were shut"],
    ],
  )
})

test("she and he are not taken for one another where the text tells which is which", () => {
  const said = (text: string) => {
    const { claims, name } = example(text)
    return claims.map(({ speaker }) => name(speaker))
  }
  assert.deepEqual(said("Mr. Aldan and Ms. Orazova came. Mr. Aldan sat. She said that it was cold."), ["Orazova"])
  assert.deepEqual(said("Ms. Dana Orazova met Mr. Temir Aldan. He said that it was cold."), ["Temir Aldan"])
})

test("a testimony's answers are its teller's claims, and what she heard goes by her", () => {
  const { claims, name, words } = example(
    "Record of testimony\n\nI: Please say your name.\n\nW: Dana Orazova.\n\nI: What did you see?\n\nW: Very little. Temir Aldan is my brother. He was taken in May 2018. The neighbour said the gates were shut.\n\nI: Did the neighbour say that it was cold?\n\nW: No.",
  )
  assert.deepEqual(
    claims.map(({ speaker, speakerText, via, content }) => [name(speaker) ?? speakerText, name(via), words(content)]),
    [
      ["Dana Orazova", null, "Temir Aldan is my brother."],
      ["Dana Orazova", null, "He was taken in May 2018."],
      ["The neighbour", "Dana Orazova", "the gates were shut"],
    ],
  )
})

test("subtitles: whoever is named says the words of the turn", () => {
  const source =
    "1\n00:00:01,000 --> 00:00:04,000\nDana Orazova: They took him in May.\n\n2\n00:00:04,200 --> 00:00:08,000\nNobody has seen him since.\n\n3\n00:00:12,000 --> 00:00:14,000\nThe gates are shut.\n"
  const { claims, text } = read(new TextEncoder().encode(source), { lang: "en" })
  assert.deepEqual(
    claims.map(({ speakerText, content }) => [speakerText, text.slice(content.start, content.end)]),
    [["Dana Orazova", "They took him in May. Nobody has seen him since."]],
  )
})

test("subtitles: of a turn that opens with a quotation, what is quoted was said; what follows is nobody's", () => {
  const source =
    "1\n00:00:01,000 --> 00:00:04,000\nQorghaushy Aliya Kenzhetay:\n«The case goes to Belkent. So do we».\n\n2\n00:00:04,200 --> 00:00:08,000\n«It was never filmed there».\n\n3\n00:00:08,300 --> 00:00:12,000\nEight people came from the village.\n"
  const { claims, text } = read(new TextEncoder().encode(source), { lang: "en" })
  assert.deepEqual(
    claims.map(({ content }) => text.slice(content.start, content.end)),
    ["The case goes to Belkent. So do we", "It was never filmed there"],
  )
})
