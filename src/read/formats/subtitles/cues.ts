import { decodeHTML } from "entities"
import { DalelError } from "../../../model/refusals.js"

/** Most cues of one file: a whole day of talk. */
const MOST = 50_000

/** A stretch of the decoded file: indexes, `after` exclusive. */
export interface Range {
  readonly first: number
  readonly after: number
}

/** Shown characters; `meant` when they are written as an entity or left as white space. */
export interface Ink extends Range {
  readonly meant: string | null
}

/** One line of one cue. */
export interface Line {
  readonly cue: number
  /** Milliseconds from the beginning. */
  readonly from: number
  readonly to: number
  /** Who speaks from here on. `close`: the end of the voice tag that says so; null when it is written before a colon. */
  readonly label: (Range & { readonly name: string; readonly close: Range | null }) | null
  /** What follows the label's colon. In order; tags lie between. */
  readonly ink: readonly Ink[]
  readonly words: string
}

// SubRip's comma or WebVTT's point, hours or none. Only spaces and digits repeat: no long search on any line.
const TIME = String.raw`(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})`
const TIMING = new RegExp(String.raw`^[ \t]*${TIME}[ \t]*-{1,3}>[ \t]*${TIME}(?:[ \t].*)?$`)

/**
 * The shown lines of a SubRip or WebVTT file. Numbers, settings, notes and styles are left out; a cue without an empty
 * line before it is a cue all the same.
 * @throws DalelError reading/too-many-parts
 */
export function linesOf(text: string): Line[] {
  const web = /^\uFEFF?WEBVTT(?:\s|$)/.test(text)
  const rows = [...rowsOf(text)]
  const lines: Line[] = []
  let cue = -1
  let time: { from: number; to: number } | null = null
  for (const [index, row] of rows.entries()) {
    const words = text.slice(row.first, row.after)
    const timing = words.includes("->") ? TIMING.exec(words) : null
    if (timing) {
      if (++cue >= MOST) throw new DalelError("reading/too-many-parts", String(MOST))
      const from = milliseconds(timing, 1)
      time = { from, to: Math.max(from, milliseconds(timing, 5)) }
      continue
    }
    // In WebVTT an empty line ends a cue; in SubRip only what begins the next one does.
    if (words.trim() === "" && web) time = null
    if (time === null || words.trim() === "" || (isNumber(words) && isTimingNext(text, rows, index))) continue
    lines.push({ cue, ...time, ...parsed(text, row, web) })
  }
  return named(text, lines)
}

const isNumber = (words: string) => /^\s*\d{1,9}\s*$/.test(words)

function isTimingNext(text: string, rows: readonly Range[], index: number): boolean {
  const next = rows[index + 1]
  return next !== undefined && TIMING.test(text.slice(next.first, Math.min(next.after, next.first + 200)))
}

function* rowsOf(text: string): Generator<Range> {
  let first = text.startsWith("\uFEFF") ? 1 : 0
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    yield { first, after: index }
    first = index + end.length
  }
  yield { first, after: text.length }
}

function milliseconds(match: RegExpExecArray, at: number): number {
  const [hours = "0", minutes, seconds, part] = [match[at], match[at + 1], match[at + 2], match[at + 3]!]
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(part.padEnd(3, "0"))
}

/** Tags of both formats, times inside a line, and the commands players took over from other formats (`{\an8}`). */
const UNSHOWN = /<\/?[a-z][^<>]{0,200}>|<\d[\d:.]{3,20}>|<\/?>|\{\\[^{}]{0,100}\}|&#?\w{1,31};/giu

function parsed(text: string, row: Range, web: boolean): Pick<Line, "label" | "ink" | "words"> {
  const ink: Ink[] = []
  let label: Line["label"] = null
  const words = text.slice(row.first, row.after)
  let next = 0
  const shown = (to: number) => {
    if (to > next) ink.push({ first: row.first + next, after: row.first + to, meant: null })
  }
  for (const { index, 0: tag } of words.matchAll(UNSHOWN)) {
    const entity = tag.startsWith("&")
    if (entity && !web) continue
    const meant = entity ? decodeHTML(tag) : ""
    if (entity && meant === tag) continue
    shown(index)
    next = index + tag.length
    const range = { first: row.first + index, after: row.first + next }
    if (entity) ink.push({ ...range, meant: /^[ \t\n\f\r]+$/.test(meant) ? " " : meant })
    const voice: RegExpExecArray | null =
      web && label === null ? /^<v(?:\.[^\s>]*)?[ \t]+([^>&]*[^>&\s])[ \t]*>$/u.exec(tag) : null
    if (voice) {
      const first: number = range.first + tag.indexOf(voice[1]!, 2)
      const close = { first: range.after - 1, after: range.after }
      label = { first, after: first + voice[1]!.length, name: voice[1]!, close }
    }
  }
  shown(words.length)
  return {
    label,
    ink: trimmed(text, ink),
    words: ink
      .map((one) => one.meant ?? text.slice(one.first, one.after))
      .join("")
      .trim(),
  }
}

/** Without white space at the ends. */
function trimmed(text: string, ink: readonly Ink[]): Ink[] {
  const list = [...ink]
  while (list.length > 0) {
    const { first, after, meant } = list[0]!
    const blank =
      meant === null ? /^\s*/u.exec(text.slice(first, after))![0].length : meant.trim() === "" ? after - first : 0
    if (blank < after - first) {
      list[0] = { first: first + blank, after, meant }
      break
    }
    list.shift()
  }
  while (list.length > 0) {
    const { first, after, meant } = list.at(-1)!
    const kept = meant === null ? text.slice(first, after).trimEnd().length : meant.trim() === "" ? 0 : after - first
    if (kept > 0) {
      list[list.length - 1] = { first, after: first + kept, meant }
      break
    }
    list.pop()
  }
  return list
}

/** A name and a colon at the beginning of a line, perhaps after a dash. Full-width in Chinese. */
const LABEL =
  /^(?:[-–—]\s?|>>+\s?)?([[(]?)(\p{L}[\p{L}\p{M}\p{N}'’.()-]*(?: [\p{L}\p{N}(][\p{L}\p{M}\p{N}'’.()-]*){0,3})\s?[:：](?=\s|$|[^\d/])/u

/**
 * Finds labels written before a colon. Capitals, a bracket, or a name of several words that all begin with a capital are a
 * label; anything else only when it comes back: "Remember: …" is said once.
 */
function named(text: string, lines: readonly Line[]): Line[] {
  const counts = new Map<string, number>()
  const found = lines.map(({ label, ink, words }) => {
    if (label !== null || ink[0] === undefined || ink[0].meant !== null) return null
    const [, bracket, name] = LABEL.exec(words.slice(0, 120)) ?? []
    if (name === undefined || name.length > 40) return null
    counts.set(name, (counts.get(name) ?? 0) + 1)
    return { name, sure: bracket !== "" }
  })
  return lines.map((line, at) => {
    const { name, sure } = found[at] ?? {}
    const [head, ...rest] = line.ink
    if (name == null || head === undefined || !(sure || isName(name, counts.get(name)!))) return line
    const first = text.indexOf(name, head.first)
    if (first === -1 || first + name.length > head.after) return line
    const after = first + name.length
    return {
      ...line,
      label: { first, after, name, close: null },
      ink: [{ first: after, after: head.after, meant: null }, ...rest],
    }
  })
}

function isName(name: string, times: number): boolean {
  if (times > 1 && !/^\p{Ll}/u.test(name)) return true
  const letters = name.replace(/[^\p{L}]/gu, "")
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return true
  const words = name.split(" ")
  return words.length > 1 && words.every((word) => /^[\p{Lu}\p{N}(]/u.test(word))
}
