import type { Span } from "../../model/passage.js"
import { type Draft, draftOf, type Material } from "./index.js"
import { name, Statements } from "./statements.js"

/** The document itself: what the page says of itself in words one can point at. */
export function proposeDocument({ page, lang }: Material): Draft[] {
  const { text, zones, metadata } = page
  const zone = (kind: string) => zones.find((item) => item.kind === kind)
  const words = (span: Span) => text.slice(span.start, span.end).trim()
  const statements: Statements["list"] = []
  const say = (property: string, span: Span | null, value: Parameters<Statements["add"]>[1]) => {
    if (span !== null && words(span) !== "")
      statements.push(...new Statements("d1", "Article", lang, [span]).add(property, value).list)
  }
  const title = zone("title") ?? null
  if (title !== null) say("title", title, name(words(title)))
  const byline = zone("byline") ?? null
  if (byline !== null && words(byline).length <= 200) say("byline", byline, name(words(byline)))
  const of = (property: string) => metadata.find((row) => row.name === property)?.value
  const publisher = of("publisher")
  if (publisher) say("publisher", find(text, publisher), name(publisher))
  const address = of("canonical")
  if (address && /^https?:/u.test(address)) say("address", find(text, address), { type: "url", url: address })
  const published = of("published")?.slice(0, 10)
  const written = metadata.find(
    (row) => row.name === "published" && (row.from === "text" || row.from === "dateline" || row.from === "time"),
  )
  const dateline = zone("dateline") ?? null
  if (published && written && dateline !== null && /\d/u.test(words(dateline)))
    say("published", dateline, { type: "date", edtf: published, words: words(dateline).slice(0, 200), reference: null })
  return draftOf({ rule: "document/words", score: 0.8, about: "d1", schema: "Article", grave: null, statements })
}

function find(text: string, words: string): Span | null {
  const at = text.indexOf(words)
  return at < 0 ? null : { start: at, end: at + words.length }
}
