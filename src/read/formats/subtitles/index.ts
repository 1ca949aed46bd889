import type { Cue, Hints } from "../../../model/reading.js"
import { AFTER_SPEAKER, MappedText } from "../../bytes/map.js"
import type { Block, Page } from "../../page.js"
import { joined } from "../../zones/lines.js"
import { decodeText } from "../text.js"
import { type Line, linesOf } from "./cues.js"

/**
 * SubRip and WebVTT. The text is what is shown: cues are joined with a space, so that a sentence over several cues is
 * one; a new line begins where another speaks, or where a sentence ends before a pause. The name in a voice tag is
 * written before the words, once for each turn.
 * @throws DalelError reading/too-many-parts
 */
export function readSubtitles(bytes: Uint8Array, hints: Hints): Page {
  const source = decodeText(bytes, hints)
  const out = new MappedText(source)
  const cues: { cue: number; start: number; end: number; from: number; to: number; speaker: string | null }[] = []
  const blocks: Block[] = []
  let block = 0
  let speaker: string | null = null
  let written = 0 // up to where the source is written
  const endBlock = () => {
    if (out.length > block) blocks.push({ tag: "p", kind: "body", start: block, end: out.length })
  }

  let last: Line | null = null
  for (const line of withoutRolling(linesOf(source.text))) {
    const { label, ink, cue, from, to } = line
    const again = label?.close != null && label.name === speaker
    const named = label !== null && !again
    const first = named ? label.first : ink[0]?.first
    if (first === undefined) continue
    if (last !== null) {
      const turn = named || /^(?:[-–—]\s|>>)/.test(line.words)
      if (turn || (cue !== last.cue && isBreak(last, line, out.length - block))) {
        endBlock()
        out.breakLine()
        block = out.length
      } else out.stand(" ", written, first)
    }
    const start = out.length
    let rest = ink
    if (label !== null) speaker = label.name
    if (named) {
      out.copy(label.first, label.after)
      blocks.push({ tag: "dt", kind: "speaker", start, end: out.length })
      written = label.after
      if (label.close !== null) {
        if (ink.length > 0) out.stand(AFTER_SPEAKER, label.close.first, label.close.after)
        written = label.close.after
      } else {
        const [head, ...more] = ink
        const [, link = "", close = "", space = ""] =
          /^(\s*[:：]?)([\])]?)(\s*)/u.exec(source.text.slice(head!.first, head!.after)) ?? []
        const colon = head!.first + link.length + close.length + space.length
        out.copy(head!.first, head!.first + link.length)
        out.copy(colon - space.length, colon)
        written = colon
        rest = colon < head!.after ? [{ ...head!, first: colon }, ...more] : more
      }
      block = out.length
    }
    for (const { first, after, meant } of rest) {
      if (meant === null) out.copy(first, after)
      else out.stand(meant, first, after)
      written = after
    }
    const open = cues.at(-1)
    if (open?.cue === cue && open.speaker === speaker) open.end = out.length
    else cues.push({ cue, start, end: out.length, from, to, speaker })
    last = line
  }
  endBlock()

  const { text, map } = out.finish({ kind: "cues", cues: cues.map(({ cue: _, ...own }): Cue => own) })
  return {
    text,
    map,
    title: null,
    blocks,
    zones: joined(blocks),
    missingMedia: [],
    mainText: text,
    metadata: [],
    declaredLanguage: null,
  }
}

/** Captions that roll show each line twice: at the bottom, then above the next one. There it is said once. */
function withoutRolling(lines: readonly Line[]): readonly Line[] {
  const shown = lines.filter(({ words, label }) => words !== "" || label !== null)
  const repeated = new Set(shown.filter((line, at) => repeats(shown, line, at)))
  // Elsewhere two people may say the same word one after the other.
  return repeated.size * 3 > shown.length ? shown.filter((line) => !repeated.has(line)) : shown
}

function repeats(lines: readonly Line[], line: Line, at: number): boolean {
  for (let i = at - 1; i >= 0 && lines[i]!.cue >= line.cue - 1; i--) {
    const before = lines[i]!
    if (before.cue === line.cue - 1 && before.words === line.words && line.from - before.to <= 100) return true
  }
  return false
}

/** In milliseconds. */
const PAUSE = 2000
const SILENCE = 10_000
/** Speech that nobody divided is divided here, in characters. */
const [LONG, VERY_LONG] = [400, 900]

function isBreak(last: Line, next: Line, length: number): boolean {
  const pause = next.from - last.to
  const ended = /[.!?…。！？؟۔]["'”’»)\]]*$/u.test(last.words)
  if (pause >= SILENCE || length > VERY_LONG || (ended && (pause >= PAUSE || length > LONG))) return true
  // A title or a sound, which has no full stop.
  return pause >= PAUSE / 4 && !ended && !/[,;:–—-]$/u.test(last.words) && /^["'“‘«([]*\p{Lu}/u.test(next.words)
}
