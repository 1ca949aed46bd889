import type { Hints, ReadDate } from "../model/reading.js"
import { calm } from "./calm.js"
import { findClaims } from "./claims/index.js"
import { readDates, referenceDay } from "./dates/index.js"
import { findEvents } from "./events/index.js"
import { focusOf, type Scene } from "./events/scene.js"
import { findFacts } from "./facts/index.js"
import { findGist } from "./gist/index.js"
import { identify, type Language, tagOf } from "./language/index.js"
import { languageOfPassages } from "./language/passages.js"
import { findLegal } from "./legal/index.js"
import type { Analysis, Block, Page, Table } from "./page.js"
import { findNames } from "./people/index.js"
import { propose } from "./proposals/index.js"
import { isTestimony } from "./proposals/testimony.js"
import { readQuantities } from "./quantities/index.js"
import { analyseTable } from "./rows/index.js"
import { type Sentence, sentencesOf } from "./sentences/index.js"
import { Masked, thingsBySentence, withQuotations } from "./sentences/masked.js"
import type { Quotation } from "./sentences/quotations.js"
import { readRespelled } from "./uyghur/respelled.js"

/** What the languages find on a page. Pure: the same page and hints give the same answer. */
export function analyse(page: Page, hints: Hints): Analysis {
  const { text, table } = page
  const identified = identifiedOf(text, hints)
  if (table) return analyseTable({ ...page, table }, identified, datesInCells({ ...page, table }, hints, identified))
  const { language, script } = identified
  if (language === "ug" && (script === "Latn" || script === "Cyrl")) return readRespelled(page, hints, script, analyse)
  const { languageOf, scene, entities, mentions, quantities, events, claims, published } = gather(
    page,
    hints,
    identified,
  )
  const facts = findFacts(scene, language)
  const proposals = propose({
    page,
    scene,
    lang: (passage) => tagOf(languageOf(passage)),
    entities,
    events,
    claims,
    facts,
    quantities,
    testimony: isTestimony(text, scene.sentences),
  })
  return {
    language,
    mentions,
    entities,
    dates: scene.dates.map(({ phrase: _, ...date }) => date),
    quantities,
    events: events.map(({ rule: _, borrowed: __, ...event }) => event),
    claims: claims.map(({ rule: _, sentence: __, ...claim }) => claim),
    gist: findGist({ scene, events, claims, published }, language),
    legal: findLegal(text, language),
    facts: facts.map(({ rule: _, ...fact }) => fact),
    proposals,
  }
}

/** Dates in the words of cells: no date reaches over two of them. */
function datesInCells(
  { table, ...page }: Page & { table: Table },
  hints: Hints,
  { language, script }: Language,
): readonly ReadDate[] {
  const blocks = table.rows.flat().map(({ start, end }): Block => ({ tag: "td", kind: "table", start, end }))
  const inCells = ({ text, blocks }: Page): ReadDate[] => {
    const cells = blocks.map(({ start, end }, block) => ({ start, end, block }))
    const found = readDates(calm(text), language, hints.published ?? null, finder(text, cells))
    return found.map(({ phrase: _, ...date }) => date)
  }
  const isOther = language === "ug" && (script === "Latn" || script === "Cyrl")
  return isOther ? readRespelled({ ...page, blocks }, hints, script, inCells) : inCells({ ...page, blocks })
}

/** A person's word for the language counts; the script is the text's own. */
function identifiedOf(text: string, { lang }: Hints): Language {
  const identified = identify(text)
  return lang === undefined ? identified : { ...identified, language: lang }
}

/** Who, what, when and who says it: what facts, proposals and the gist are drawn from. */
export function gather(page: Page, hints: Hints, identified: Language = identifiedOf(page.text, hints)) {
  const text = calm(page.text)
  const { language } = identified
  const sentences = sentencesOf(text, page.blocks)
  const published = hints.published ?? page.metadata.find((row) => row.name === "published")?.value ?? null
  const dates = readDates(text, language, published, finder(text, sentences))
  const { entities, mentions } = findNames(text, sentences, language, hints.names ?? [])
  const { quantities, money } = readQuantities(text, language)
  const things = thingsBySentence(sentences, mentions, dates, money)
  const mentionsBySentence = things.map((list) => list.flatMap((thing) => ("mention" in thing ? [thing.mention] : [])))
  const known = new Map(entities.map((entity) => [entity.id, entity]))
  const mask = (which: (quotation: Quotation) => boolean) =>
    sentences.map(
      (sentence, at) => new Masked(text, sentence, withQuotations(things[at]!, sentence.quotations.filter(which))),
    )
  const scene: Scene = {
    text,
    sentences,
    told: mask(({ inside }) => wordsIn(text.slice(inside.start, inside.end)) > LONGEST_NAMING),
    spoken: mask(() => true),
    entities: known,
    mentions: mentionsBySentence,
    dates,
    focus: focusOf(text, sentences, mentionsBySentence, known),
  }
  const events = findEvents(scene, language)
  const languageOf = languageOfPassages(text, page.blocks, identified)
  const claims = findClaims(scene, page, language, quantities).map((claim) => {
    const { language: own } = languageOf(claim.content)
    return claim.kind === "direct" && claim.spokenIn === null && own !== language ? { ...claim, spokenIn: own } : claim
  })
  return {
    identified,
    languageOf,
    scene,
    entities,
    mentions,
    quantities,
    events,
    claims,
    published: referenceDay(published),
  }
}

/** A quotation of more words is speech: what it tells is a claim of the speaker, not an event of the page. */
const LONGEST_NAMING = 6

function wordsIn(text: string): number {
  return text.split(/\s+/u).length + ((text.match(/\p{Script=Han}/gu)?.length ?? 0) >> 1)
}

/** The sentence an offset lies in; asked in order, it answers without searching. */
function finder(text: string, sentences: readonly Pick<Sentence, "start" | "end" | "block">[]) {
  let at = 0
  return (offset: number) => {
    if (at >= sentences.length || sentences[at]!.start > offset) at = 0
    while (at < sentences.length - 1 && sentences[at]!.end <= offset) at++
    return sentences[at] ?? { start: 0, end: text.length, block: 0 }
  }
}
