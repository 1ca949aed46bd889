import type { Hints } from "../model/reading.js"
import { readDates } from "./dates/index.js"
import { identify } from "./language/index.js"
import type { Analysis, Page } from "./page.js"
import { findNames } from "./people/index.js"
import { sentencesOf } from "./sentences/index.js"

/** What the languages find on a page. Pure: the same page and hints give the same answer. */
export function analyse(page: Page, hints: Hints): Analysis {
  const language = hints.lang ?? identify(page.text).language
  const sentences = sentencesOf(page.text, page.blocks)
  const published = hints.published ?? page.metadata.find((row) => row.name === "published")?.value ?? null
  let at = 0
  const sentenceAt = (index: number) => {
    if (at >= sentences.length || sentences[at]!.start > index) at = 0
    while (at < sentences.length - 1 && sentences[at]!.end <= index) at++
    return sentences[at] ?? { start: 0, end: page.text.length, block: 0 }
  }
  const dates = readDates(page.text, language, published, sentenceAt)
  const { entities, mentions } = findNames(page.text, sentences, language, hints.names ?? [])
  return {
    language,
    mentions,
    entities,
    dates,
    quantities: [],
    events: [],
    claims: [],
    gist: { violations: [], victims: [], perpetrators: [], country: null, date: null },
    legal: [],
    facts: [],
    proposals: [],
  }
}
