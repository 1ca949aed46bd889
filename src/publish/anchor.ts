import type { Fact } from "../index/facts.js"
import type { SourceId } from "../model/id.js"
import type { Passage, Span } from "../model/passage.js"
import { type Hidden, type HiddenSpan, hiddenSpans, saysAnything, spansKey, TAKEN_OUT } from "./hide.js"

/**
 * What is published of each source: the words of its public passages, in their order, and nothing between them. A
 * passage that goes out is a place in that text alone, so it tells neither where in the original its words stand nor
 * what stands beside them.
 */
export interface Anchored {
  readonly texts: ReadonlyMap<SourceId, string>
  /** Null when nothing of the passage's words may be read. */
  place(source: SourceId, passage: Passage): Span | null
}

/** Between two stretches that do not touch in the source. */
export const BETWEEN = "\n\n"

interface Stretch {
  readonly start: number
  end: number
  words: string
  readonly own: Passage[]
}

/** Re-anchors the passages of these facts, and no others. */
export function anchor(facts: readonly Fact[], hidden: Hidden): Anchored {
  const passages = new Map<string, { source: SourceId; own: Passage[] }>()
  for (const { ground } of facts)
    if (ground.kind === "source")
      for (const passage of ground.passages) {
        const key = spansKey(ground.source, passage.text)
        const group = passages.get(key) ?? { source: ground.source, own: [] }
        group.own.push(passage)
        passages.set(key, group)
      }
  const texts = new Map<SourceId, string>()
  const places = new Map<string, Span | null>()
  for (const [key, { source, own }] of [...passages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const stretch of stretchesOf(own)) {
      const restricted = (hidden.spans.get(key) ?? [])
        .filter(({ start, end }) => start < stretch.end && end > stretch.start)
        .map(({ start, end }) => ({
          start: Math.max(start, stretch.start) - stretch.start,
          end: Math.min(end, stretch.end) - stretch.start,
        }))
      const cut = cutOut(stretch.words, hiddenSpans(hidden, stretch.words, restricted))
      const before = texts.get(source)
      const offset = before === undefined ? 0 : before.length + BETWEEN.length
      texts.set(source, before === undefined ? cut.text : before + BETWEEN + cut.text)
      for (const passage of stretch.own) {
        const [start, end] = [
          cut.at(passage.start - stretch.start, "first"),
          cut.at(passage.end - stretch.start, "last"),
        ]
        const readable = saysAnything(cut.text.slice(start, end).replaceAll(TAKEN_OUT, ""))
        places.set(placeKey(source, passage), readable ? { start: start + offset, end: end + offset } : null)
      }
    }
  }
  return { texts, place: (source, passage) => places.get(placeKey(source, passage)) ?? null }
}

const placeKey = (source: SourceId, { text, start, end }: Passage) => `${source} ${text} ${start}-${end}`

/** Passages that overlap are one stretch; those that only touch are not, or the whole text could be put together. */
function stretchesOf(passages: readonly Passage[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const passage of [...passages].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const { start, end, exact } = passage
    const last = stretches.at(-1)
    if (!last || start >= last.end) stretches.push({ start, end, words: exact, own: [passage] })
    else {
      last.own.push(passage)
      if (end <= last.end) continue
      last.words += exact.slice(last.end - start)
      last.end = end
    }
  }
  return stretches
}

/** The text with each cut replaced, and where a place of the old text stands in the new one. */
function cutOut(text: string, cuts: readonly HiddenSpan[]) {
  let cut = ""
  let from = 0
  for (const { start, end, instead } of cuts) {
    cut += text.slice(from, start) + instead
    from = end
  }
  cut += text.slice(from)
  /** Inside a cut: before what replaced it (`first`) or behind it (`last`). */
  const at = (place: number, side: "first" | "last"): number => {
    let moved = 0
    for (const { start, end, instead } of cuts) {
      if (place <= start) break
      if (place < end) return start + moved + (side === "first" ? 0 : instead.length)
      moved += instead.length - (end - start)
    }
    return place + moved
  }
  return { text: cut, at }
}
