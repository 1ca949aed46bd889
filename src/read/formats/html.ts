import type { Hints } from "../../model/reading.js"
import { decode } from "../bytes/decode.js"
import { declaredEncoding, encodingOf } from "../bytes/encoding.js"
import { type Declared, declaredBy, kindDeclared, metadataOf } from "../metadata.js"
import type { Block, Page } from "../page.js"
import { judge } from "../zones/article.js"
import { joined } from "../zones/lines.js"
import { missingFrom } from "../zones/media.js"
import { flowOf } from "./flow.js"

/** A web page. @throws DalelError reading/too-deep */
export function readHtml(bytes: Uint8Array, hints: Hints): Page {
  const source = decode(bytes, encodingGiven(bytes, hints) ?? encodingOf(bytes, declaredEncoding(bytes)))
  const { text, map, leaves, media, root } = flowOf(source)
  const declared = declaredBy(root)
  const judged = judge(text, leaves, { titles: titlesOf(declared), kind: kindDeclared(declared) })
  const metadata = metadataOf(declared, judged, hints.url)
  const blocks: Block[] = judged.map(({ leaf, words, kind }) => {
    const start = text.indexOf(words, leaf.start)
    return { kind, tag: leaf.element.tagName, start, end: start + words.length }
  })
  const main = blocks.filter(({ kind }) => kind === "body" || kind === "quote" || kind === "table")
  const title = judged.find(({ kind }) => kind === "title")?.words
  return {
    text,
    map,
    title: title ?? metadata.find(({ name }) => name === "title")?.value ?? null,
    mainText: main.map(({ start, end }) => text.slice(start, end)).join("\n\n"),
    zones: joined(blocks),
    blocks,
    metadata,
    missingMedia: missingFrom(media, judged),
    declaredLanguage: metadata.find(({ name }) => name === "language")?.value.toLowerCase() ?? null,
  }
}

// Made from a string: a mark before it is none of the text's, and what the page declares is no longer so.
function encodingGiven(bytes: Uint8Array, { encoding }: Hints) {
  if (encoding === undefined) return null
  const mark = encoding === "utf-8" && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return { label: encoding, mark }
}

/** What the head calls the page: for sharing, then `<title>` whole, then without the site's name. */
function titlesOf({ metas, title }: Declared): string[] {
  const shared = metas.flatMap(([name, content]) => (name === "og:title" || name === "twitter:title" ? [content] : []))
  if (title === null) return shared
  const [longest = title] = title.split(/\s+[|\-–—·:»«/]\s+/).sort((a, b) => b.length - a.length)
  return [...shared, title, longest]
}
