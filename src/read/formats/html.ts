import type { Hints } from "../../model/reading.js"
import { decode } from "../bytes/decode.js"
import { declaredEncoding, encodingOf } from "../bytes/encoding.js"
import type { Block, Page } from "../page.js"
import { type Head, judge } from "../zones/article.js"
import { flowOf } from "./flow.js"
import { attribute, type Element, isElement, type Root } from "./tree.js"

/** A web page. @throws DalelError reading/too-deep */
export function readHtml(bytes: Uint8Array, hints: Hints): Page {
  const encoding = hints.encoding
    ? { label: hints.encoding, mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0 }
    : encodingOf(bytes, declaredEncoding(bytes))
  const source = decode(bytes, encoding)
  const { text, map, leaves, root } = flowOf(source)
  const judged = judge(text, leaves, headOf(root))
  const blocks: Block[] = judged.map(({ leaf, kind }) => ({
    start: leaf.start,
    end: leaf.end,
    tag: leaf.element.tagName,
    kind,
  }))
  const main = blocks.filter(({ kind }) => kind === "body" || kind === "quote" || kind === "table")
  return {
    text,
    map,
    title: null,
    mainText: main.map(({ start, end }) => text.slice(start, end).trim()).join("\n\n"),
    zones: blocks.map(({ start, end, kind }) => ({ kind, start, end })),
    blocks,
    metadata: [],
    missingMedia: [],
    declaredLanguage: null,
    ...({ judged } as object), // DEBUG
  }
}

function headOf(root: Root): Head {
  const titles: string[] = []
  let kind: Head["kind"] = null
  const queue: Element[] = root.childNodes.filter(isElement)
  for (const element of queue) {
    if (element.tagName === "meta") {
      const name = attribute(element, "property") ?? attribute(element, "name")
      const content = attribute(element, "content") ?? ""
      if (name === "og:title" || name === "twitter:title") titles.unshift(content)
      if (name === "og:type") kind = content === "article" ? "article" : /product/.test(content) ? "other" : kind
      if (name === "article:published_time") kind = "article"
    }
    if (element.tagName === "title") {
      const whole = element.childNodes.map((node) => ("value" in node ? node.value : "")).join("")
      const parts = whole.split(/\s+[|\-–—·:»«/]\s+/)
      titles.push(whole, ...parts.sort((a, b) => b.length - a.length).slice(0, 1))
    }
    if (element.tagName !== "body") queue.push(...element.childNodes.filter(isElement))
  }
  return { titles, kind }
}
