import type { Span } from "../../model/passage.js"
import type { MissingMedia, ZoneKind } from "../../model/reading.js"
import type { Medium } from "../formats/flow.js"
import { attribute, type Element, isElement } from "../formats/tree.js"
import { type Judged, kindsAround } from "./article.js"
import { durationIn, playerLine } from "./signs.js"

/** Pictures, films and sound the article shows and the saved page does not hold. Furniture's pictures do not count. */
export function missingFrom(media: readonly Medium[], judged: readonly Judged[]): MissingMedia[] {
  const own = judged.filter(({ kind }) => kind === "body" || kind === "title" || kind === "quote")
  const start = own[0]?.leaf.start ?? 0
  const end = own.at(-1)?.leaf.end ?? 0
  const missing: MissingMedia[] = []
  const seen = new Set<Element>()
  const captions = captionsOf(judged)
  const kindAround = kindsAround(judged)
  for (const { at, element } of media) {
    const kind = kindOf(element)
    const frame = figureOf(element)
    if (kind === null || at < start || at > end || seen.has(frame ?? element)) continue
    if (FURNITURE.has(kindAround(element) ?? "body")) continue
    seen.add(frame ?? element)
    const caption = frame === null ? undefined : captions.get(frame)
    const title = attribute(element, kind === "image" ? "alt" : "title")?.trim() || null
    if (kind === "image" && frame === null && (title === null || title.length < 4)) continue
    const span = caption ? { start: caption.start, end: caption.end } : { start: at, end: at }
    missing.push({ kind, title, duration: null, ...span })
  }
  for (const one of judged) {
    if (playerLine(one.words) !== "says") continue
    const { leaf, words } = one
    const player = playerAround(leaf.element)
    const inside = player === null ? [one] : judged.filter((other) => within(player, other.leaf.element))
    const title = inside.find((other) => other !== one && isName(other.words))?.words ?? null
    const duration = durationIn(inside.map((other) => other.words).join(" ")) ?? durationIn(words)
    missing.push({ kind: mediumOf(player, words), title, duration, start: leaf.start, end: leaf.end })
  }
  return missing.sort((a, b) => a.start - b.start)
}

/** The box a player stands in with its heading and its clocks: the widest near by that says in its class what it is. */
function playerAround(element: Element): Element | null {
  let found: Element | null = null
  let up = 0
  for (let node: Element["parentNode"] = element; isElement(node) && up < 5; node = node.parentNode, up++)
    if (PLAYER.test(attribute(node, "class") ?? "")) found = node
  return found
}

const PLAYER = /(?:^|[\s_-])(?:player|media|video|audio|podcast)(?:$|[\s_-])/i

function within(box: Element, element: Element): boolean {
  for (let node: Element["parentNode"] = element; isElement(node); node = node.parentNode) if (node === box) return true
  return false
}

/** A heading or a caption, not a control, a clock or a refusal. */
function isName(words: string): boolean {
  return (
    playerLine(words) === null && /\p{L}.*\p{L}/u.test(words) && (/\s/.test(words) || /\p{Script=Han}{4}/u.test(words))
  )
}

/** By the class of its box, else by its own words. */
function mediumOf(player: Element | null, words: string): MissingMedia["kind"] {
  for (const said of [(player && attribute(player, "class")) ?? "", words]) {
    if (/audio|podcast|аудио|дыбыс|دىبىس|اۋديو|ئاۋاز|ئۈن|音频/iu.test(said)) return "audio"
    if (/video|видео|бейне|بەينە|ۆيدەو|سىن|ۋىدىيو|视频/iu.test(said)) return "video"
  }
  return "unknown"
}

const FURNITURE = new Set<ZoneKind>(["related", "nav", "widget", "bio"])

/** The caption of each figure. */
function captionsOf(judged: readonly Judged[]): Map<Element, Span> {
  const captions = new Map<Element, Span>()
  for (const { leaf, kind } of judged) {
    const frame = kind === "caption" ? figureOf(leaf.element) : null
    if (frame && !captions.has(frame)) captions.set(frame, leaf)
  }
  return captions
}

function kindOf(element: Element): MissingMedia["kind"] | null {
  const { tagName } = element
  if (tagName === "video" || tagName === "audio") return tagName
  const address = attribute(element, "src") ?? attribute(element, "data-src") ?? attribute(element, "data") ?? ""
  if (tagName === "img") {
    const size = Math.max(Number(attribute(element, "width")) || 0, Number(attribute(element, "height")) || 0)
    return size > 0 && size < 80 ? null : "image"
  }
  if (tagName === "picture") return null
  if (/audio|sound|podcast|soundcloud/i.test(address)) return "audio"
  if (/video|youtu|vimeo|player|embed/i.test(address)) return "video"
  return null
}

function figureOf(element: Element): Element | null {
  let up = 0
  for (let node: Element["parentNode"] = element; isElement(node) && up < 6; node = node.parentNode, up++)
    if (node.tagName === "figure") return node
  return null
}
