import type { MissingMedia, Zone, ZoneKind } from "../../model/reading.js"
import type { Block } from "../page.js"
import {
  datelineLength,
  durationIn,
  isBesideHeading,
  isByline,
  isDesignation,
  isLegalWarning,
  isMenuLine,
  isProse,
  PICTURE,
  playerLine,
} from "./signs.js"

/** What a plain text is made of: often a web page whose text was copied, furniture and all. */
export interface Lines {
  readonly title: string | null
  readonly blocks: readonly Block[]
  readonly zones: readonly Zone[]
  readonly missingMedia: readonly MissingMedia[]
}

interface Line {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly prose: boolean
  /** Which paragraph (lines without an empty one between them) it stands in. */
  readonly paragraph: number
  kind: ZoneKind | null
}

export function zonesOfText(text: string): Lines {
  const lines = linesOf(text)
  const missing: MissingMedia[] = []
  players(lines, missing)
  pictures(lines, missing)
  legal(lines)
  bios(lines)
  const saved = lines.some(({ kind, words }) => kind !== null || isMenuLine(words))
  const title = frame(lines, saved)
  const blocks = lines.flatMap((line) => blocksOf(line))
  return {
    title: title?.words ?? null,
    blocks,
    zones: joined(blocks),
    missingMedia: missing.sort((a, b) => a.start - b.start),
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let paragraph = 0
  for (const match of text.matchAll(/(.+)|\n[^\S\n]*\n/g)) {
    if (match[1] === undefined) {
      paragraph++
      continue
    }
    const words = match[1].trim()
    if (words === "") continue
    const start = match.index + match[1].indexOf(words)
    lines.push({ start, end: start + words.length, words, prose: isSentence(words), paragraph, kind: null })
  }
  return unwrapped(text, lines)
}

// In a plain text nothing but its end tells a sentence from a headline.
function isSentence(words: string): boolean {
  return isProse(words) && (words.length > 250 || /[.!?…。！？؟۔]["'”’»」)\]]*$/u.test(words))
}

/** Lines broken at a width, as in mail, are one: they end where no sentence does. */
function unwrapped(text: string, lines: readonly Line[]): Line[] {
  const whole: Line[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const width = last ? last.end - Math.max(last.start, text.lastIndexOf("\n", last.end - 1) + 1) : 0
    const goesOn =
      last && last.paragraph === line.paragraph && width >= 50 && width <= 100 && /[\p{Ll},;–-]$/u.test(last.words)
    if (!goesOn) whole.push(line)
    else {
      const words = text.slice(last.start, line.end)
      whole[whole.length - 1] = { ...last, end: line.end, words, prose: isSentence(words) }
    }
  }
  return whole
}

/** A player that was not saved: what it says or its clocks, and the short lines about it, its title first. */
function players(lines: Line[], missing: MissingMedia[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]!.kind !== null || playerLine(lines[i]!.words) === null) continue
    let end = i
    while (end + 1 < lines.length && playerLine(lines[end + 1]!.words) !== null) end++
    const own = lines.slice(i, end + 1)
    const says =
      own.find(({ words }) => playerLine(words) === "says") ?? own.find(({ words }) => playerLine(words) === "clocks")
    if (!says) continue
    const above = lines[i - 1]
    const near = above !== undefined && above.kind === null && lines[i]!.paragraph - above.paragraph <= 1
    const title =
      near && !above.prose && above.words.length < 160
        ? above
        : near && above.paragraph === lines[i]!.paragraph
          ? above
          : null
    for (const line of title ? [title, ...own] : own) line.kind = "widget"
    const duration = durationIn(own.map(({ words }) => words).join(" "))
    missing.push({ kind: "unknown", title: title?.words ?? null, duration, start: says.start, end: says.end })
    i = end
  }
}

/** A caption written twice (once for the picture, once below it), or the word that stood for a picture. */
function pictures(lines: Line[], missing: MissingMedia[]): void {
  for (const [i, line] of lines.entries()) {
    if (line.kind !== null) continue
    const next = lines[i + 1]
    if (next && next.words === line.words && line.words.length > 15 && next.paragraph - line.paragraph <= 1) {
      line.kind = "caption"
      next.kind = "caption"
      missing.push({ kind: "image", title: null, duration: null, start: line.start, end: line.end })
      continue
    }
    const place = PICTURE.exec(line.words)
    if (!place) continue
    const start = line.start + line.words.indexOf(place[1]!)
    line.kind = "other"
    missing.push({ kind: "image", title: null, duration: null, start, end: start + place[1]!.length })
  }
}

function legal(lines: Line[]): void {
  for (const [i, line] of lines.entries()) {
    if (!isLegalWarning(line.words)) continue
    line.kind = "legal"
    for (let k = i - 1; k >= 0 && (isDesignation(lines[k]!.words) || isLegalWarning(lines[k]!.words)); k--)
      lines[k]!.kind = "legal"
    for (let k = i + 1; k < lines.length && !lines[k]!.prose && k <= i + 2; k++) lines[k]!.kind = "legal"
  }
}

/** A name, and below it a text that begins with that name: who wrote this. A picture may stand above. */
function bios(lines: Line[]): void {
  for (const [i, line] of lines.entries()) {
    const name = lines[i - 1]
    if (!name || !line.prose || line.kind !== null || name.prose || i < lines.length / 2) continue
    if (name.words.length < 4 || name.words.length > 60 || !line.words.startsWith(name.words)) continue
    line.kind = "bio"
    name.kind = "bio"
    const above = lines[i - 2]
    if (above && PICTURE.test(above.words)) above.kind = "bio"
  }
}

/** The title, what stands before it and between it and the text, and what follows the text. */
function frame(lines: Line[], saved: boolean): Line | null {
  const first = lines.findIndex(({ prose, kind }) => prose && kind === null)
  const last = lines.findLastIndex(({ prose, kind }) => prose && kind === null)
  const title = titleOf(lines.slice(0, Math.max(first, 0)), lines)
  for (const [i, line] of lines.entries()) {
    if (line === title) line.kind = "title"
    else if (line.kind !== null) continue
    else if (isByline(line.words)) line.kind = "byline"
    else if (isMenuLine(line.words)) line.kind = "nav"
    else if (isBesideHeading(line.words)) line.kind = "related"
    else if (title && line.start < title.start && saved) line.kind = "nav"
    else if (saved && i > last && first !== -1) line.kind = "other"
    else line.kind = "body"
  }
  return title
}

/** Of the lines before the text, the longest that is no sentence. */
function titleOf(before: readonly Line[], lines: readonly Line[]): Line | null {
  let best: Line | null = null
  for (const line of before) {
    const { words, kind } = line
    if (kind !== null || words.length > 250 || isMenuLine(words) || isByline(words)) continue
    if (!heads(line, lines)) continue
    if (/[.,;:]$/.test(words) || words.length < (/\p{sc=Han}/u.test(words) ? 5 : 12)) continue
    if (!best || words.length > best.words.length) best = line
  }
  return best
}

/** A headline stands alone, or above its byline or the text itself: not in a dialogue or a list. */
function heads(line: Line, lines: readonly Line[]): boolean {
  const others = lines.filter((other) => other.paragraph === line.paragraph && other !== line)
  return others.every(({ start, words, prose }) => start > line.start && (prose || isByline(words)))
}

function blocksOf({ start, end, words, kind }: Line): Block[] {
  const block = { tag: kind === "title" ? "h1" : "p", kind: kind ?? "body", start, end }
  const length = kind === "body" ? datelineLength(words) : 0
  if (length === 0) return [block]
  const place = words.slice(0, length).replace(/\s*(?:--|—|–)\s*$/, "").length
  return [
    { ...block, kind: "dateline", end: start + place },
    { ...block, start: start + length },
  ]
}

const TOGETHER = new Set<ZoneKind>(["nav", "table", "widget", "bio", "legal", "related", "other"])

/** Zones: every paragraph of the article is one; furniture of one kind in a row is one. */
export function joined(blocks: readonly Block[]): Zone[] {
  const zones: { kind: ZoneKind; start: number; end: number }[] = []
  for (const { kind, start, end } of blocks) {
    const last = zones.at(-1)
    if (last && last.kind === kind && TOGETHER.has(kind)) last.end = end
    else zones.push({ kind, start, end })
  }
  return zones
}
