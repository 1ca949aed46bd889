import type { Span } from "../../model/passage.js"
import type { MissingMedia, ZoneKind } from "../../model/reading.js"
import type { Medium } from "../formats/flow.js"
import { attribute, type Element, outward } from "../formats/tree.js"
import { type Judged, kindsAround } from "./article.js"
import { durationIn, playerLine } from "./signs.js"

/** Pictures, films and sound the article shows and the saved page does not hold. Furniture's pictures do not count. */
export function missingFrom(media: readonly Medium[], judged: readonly Judged[]): MissingMedia[] {
  const own = judged.filter(({ kind }) => kind === "body" || kind === "title" || kind === "quote")
  const start = own[0]?.leaf.start ?? 0
  const end = own.at(-1)?.leaf.end ?? 0
  const missing: MissingMedia[] = []
  const seen = new Set<Element>()
  const frameOf = framesOf(judged)
  const captions = captionsOf(judged, frameOf)
  const kindAround = kindsAround(judged)
  for (const { at, element } of media) {
    const kind = kindOf(element)
    const frame = frameOf(element)
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
    const named = inside.find((other) => other !== one && isName(other.words))
    const title = named?.words ?? null
    // With its heading, where that stands right above.
    const above = named && named.leaf.end <= leaf.start && leaf.start - named.leaf.end < 100 ? named.leaf : leaf
    const duration = durationIn(inside.map((other) => other.words).join(" ")) ?? durationIn(words)
    missing.push({ kind: mediumOf(player, words), title, duration, start: above.start, end: leaf.end })
  }
  return missing.sort((a, b) => a.start - b.start)
}

/** The box a player stands in with its heading and its clocks: the widest near by that says in its class what it is. */
function playerAround(element: Element): Element | null {
  let found: Element | null = null
  for (const one of outward(element, 5)) if (PLAYER.test(attribute(one, "class") ?? "")) found = one
  return found
}

const PLAYER = /(?:^|[\s_-])(?:player|media|video|audio|podcast|gallery)(?:$|[\s_-])/i

function within(box: Element, element: Element): boolean {
  for (const one of outward(element)) if (one === box) return true
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
    if (/audio|podcast|voice|аудио|дыбыс|دىبىس|اۋديو|ئاۋاز|ئۈن|音频/iu.test(said)) return "audio"
    if (/video|видео|бейне|بەينە|ۆيدەو|سىن|ۋىدىيو|视频|視頻|影片/iu.test(said)) return "video"
    if (/photo|picture|image|gallery|изображ|фото|снимк|картинк|сурет|سۋرەت|رەسىم|图片|照片|圖片/iu.test(said))
      return "image"
  }
  return "unknown"
}

const FURNITURE = new Set<ZoneKind>(["related", "nav", "widget", "bio"])

/** The caption of each frame: of a figure what is marked as one, of another box the first words in it. */
function captionsOf(judged: readonly Judged[], frameOf: (element: Element) => Element | null): Map<Element, Span> {
  const captions = new Map<Element, Span>()
  for (const { leaf, kind } of judged) {
    const frame = frameOf(leaf.element)
    if (!frame || captions.has(frame) || (frame.tagName === "figure" && kind !== "caption")) continue
    captions.set(frame, leaf)
  }
  return captions
}

const PICTURED = /(?:^|[\s_-])(?:photo|image|picture|figure|fig|illustration)(?:$|[\s_-])/i
/** A box with more words than a caption has is more than a picture's frame. */
const MOST_IN_FRAME = 300

/** The figure around an element, or the box near by that its class calls a picture's. */
function framesOf(judged: readonly Judged[]): (element: Element) => Element | null {
  const words = new Map<Element, number>()
  const boxOf = (element: Element): Element | null => {
    for (const one of outward(element, 3)) if (PICTURED.test(attribute(one, "class") ?? "")) return one
    return null
  }
  for (const { leaf, words: said } of judged) {
    const box = boxOf(leaf.element)
    if (box) words.set(box, (words.get(box) ?? 0) + said.length)
  }
  return (element) => {
    const figure = figureOf(element)
    if (figure) return figure
    const box = boxOf(element)
    return box !== null && box !== element && (words.get(box) ?? 0) <= MOST_IN_FRAME ? box : null
  }
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
  for (const one of outward(element, 6)) if (one.tagName === "figure") return one
  return null
}
