import assert from "node:assert/strict"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { test } from "node:test"
import { zonesOfText } from "./lines.js"

const zones = (text: string) =>
  zonesOfText(text).zones.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

const FIRST = "The court in the southern town heard the case of the two teachers on Monday, their lawyer said."
const SECOND = "They have been held since the spring, and they deny the charges brought against them, she added."

test("a text saved from a page is told from its furniture", () => {
  const text = `Skip to content

Menu

Teachers Go On Trial In The South
By Asel Example

Two teachers wait outside the court.
Two teachers wait outside the court.

ORTAKENT (Agency) -- ${FIRST}

A film about the trial
please wait

No media source currently available

0:00 0:02:10 0:00

${SECOND}

  • [photo]

    Asel Example

    Asel Example is a reporter in the south, who writes about schools, courts and the law.

The reporter's office has been declared an "undesirable organization" by a government.

If you live there, please note that you may face fines or imprisonment for sharing or saving this text.

Find out more here.`
  assert.deepEqual(zones(text), [
    "nav: Skip to content\n\nMenu",
    "title: Teachers Go On Trial In The South",
    "byline: By Asel Example",
    "caption: Two teachers wait outside the court.",
    "caption: Two teachers wait outside the court.",
    "dateline: ORTAKENT (Agency)",
    `body: ${FIRST}`,
    "widget: A film about the trial\nplease wait\n\nNo media source currently available\n\n0:00 0:02:10 0:00",
    `body: ${SECOND}`,
    `bio: ${text.slice(text.indexOf("• [photo]"), text.indexOf("\n\nThe reporter's"))}`,
    `legal: ${text.slice(text.indexOf("The reporter's"))}`,
  ])
  const { title, missingMedia } = zonesOfText(text)
  assert.equal(title, "Teachers Go On Trial In The South")
  assert.deepEqual(
    missingMedia.map(({ kind, title, duration, start, end }) => [kind, title, duration, text.slice(start, end)]),
    [
      ["image", null, null, "Two teachers wait outside the court."],
      ["unknown", "A film about the trial", "0:02:10", "No media source currently available"],
      ["image", null, null, "photo"],
    ],
  )
})

test("what is no saved page keeps all its words in the body", () => {
  const cases: string[] = [
    `${FIRST}\n\n${SECOND}`,
    "He came at 10:30.\nI said nothing.\n\nWe met again at 11:45 and spoke of the fine she might face for sharing a room.",
    "Q: When were you taken?\nA: In the spring.\nQ: Where to?\nA: To a school building, as they called it, outside the town.",
    "The video was not shown in court, and the picture had been lost, according to the defence and to two witnesses.",
  ]
  for (const text of cases)
    assert.deepEqual([...new Set(zonesOfText(text).zones.map(({ kind }) => kind))], ["body"], text)
})

test("warnings that saving is punished are found in several languages, news of punishment are not warnings", () => {
  const warnings = [
    "Если вы находитесь в России, обратите внимание: распространение наших материалов может повлечь штраф или уголовное преследование.",
    "Егер сіз Ресейде болсаңыз, біздің материалды таратқаныңыз үшін айыппұл салынуы мүмкін екенін ескеріңіз.",
    "如果您在当地，请注意：分享或保存我们的内容可能会被罚款或判刑。",
  ]
  const news = [
    "She was fined 500 for sharing a photograph of the square, the court's press office said in a statement.",
    "Суд оштрафовал журналистку за распространение фотографии, сообщила пресс-служба областного суда.",
  ]
  for (const words of warnings) assert.deepEqual(zones(`${FIRST}\n\n${words}`).at(-1), `legal: ${words}`)
  for (const words of news) assert.deepEqual(zones(`${FIRST}\n\n${words}`).at(-1), `body: ${words}`)
})

const SEED = resolve(process.cwd(), "../shared/seed")

test("the page this project began from: every zone and every missing medium", {
  skip: !existsSync(SEED) && "needs ../shared/seed",
}, () => {
  const gold = JSON.parse(readFileSync(`${SEED}/seed-gold.json`, "utf8"))
  const text = readFileSync(`${SEED}/${readdirSync(SEED).find((name) => name.endsWith(".txt"))}`, "utf8")
  const words: Record<string, string> = { authorbio: "bio", legalfooter: "legal" }
  const found = zonesOfText(text)
  const wanted = gold.zones.map((zone: { kind: string; start: number; end: number }) => [
    words[zone.kind] ?? zone.kind,
    zone.start,
    zone.end,
  ])
  assert.deepEqual(
    found.zones.map(({ kind, start, end }) => [kind, start, end]),
    wanted,
  )
  const media = (list: { start: number; end: number; duration?: string | null }[]) =>
    list.map(({ start, end, duration }) => [start, end, duration ?? null]).sort((a, b) => Number(a[0]) - Number(b[0]))
  assert.deepEqual(media([...found.missingMedia]), media(gold.missingMedia))
})
