import type { Span } from "../../model/passage.js"
import type { Hints } from "../../model/reading.js"
import { firstFrom } from "../offsets.js"
import type { Analysis, Page } from "../page.js"
import { fromArabic, type Script, toArabic } from "./letters.js"

/**
 * Reads a Uyghur page in Latin or Cyrillic letters as if it were written in Arabic ones, and leads everything that was
 * found back to the page as it is: spans to its own characters, words to its own spelling.
 */
export function readRespelled(
  page: Page,
  hints: Hints,
  script: Script,
  analyse: (page: Page, hints: Hints) => Analysis,
): Analysis {
  const { text, offsets } = toArabic(page.text, script)
  const there = ({ start, end }: Span): Span => ({ start: firstFrom(offsets, start), end: firstFrom(offsets, end) })
  const moved = <T extends Span>(list: readonly T[]): T[] => list.map((one) => ({ ...one, ...there(one) }))
  const found = analyse(
    {
      ...page,
      text,
      zones: moved(page.zones),
      blocks: moved(page.blocks),
      missingMedia: moved(page.missingMedia),
      title: page.title === null ? null : toArabic(page.title, script).text,
    },
    { ...hints, lang: "ug" },
  )
  const back = ({ start, end }: Span): Span => ({ start: offsets[start]!, end: offsets[end]! })
  const words = new Map<string, string>()
  for (const span of spansIn(found)) {
    const own = back(span)
    const key = plain(text.slice(span.start, span.end))
    if (!words.has(key)) words.set(key, plain(page.text.slice(own.start, own.end)))
  }
  const spelled = (value: string) =>
    value === "ug-Arab"
      ? `ug-${script}`
      : /\p{Script=Arabic}/u.test(value)
        ? (words.get(plain(value)) ?? fromArabic(value, script, false))
        : value
  return led(found, back, spelled) as Analysis
}

const plain = (words: string) => words.replace(/\s+/gu, " ")

const isSpan = (value: object): value is Span =>
  "start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number"

function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== "object" || value === null) return
  if (isSpan(value)) yield value
  for (const part of Object.values(value)) yield* spansIn(part)
}

function led(value: unknown, back: (span: Span) => Span, spelled: (words: string) => string): unknown {
  if (typeof value === "string") return spelled(value)
  if (Array.isArray(value)) return value.map((part) => led(part, back, spelled))
  if (typeof value !== "object" || value === null) return value
  const parts = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, led(part, back, spelled)]))
  return isSpan(value) ? { ...parts, ...back(value) } : parts
}
