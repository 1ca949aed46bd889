import type { Span } from "../model/passage.js"
import { BETWEEN_CELLS, type MissingMedia, type Zone, type ZoneKind } from "../model/reading.js"
import { type Lang, say } from "./words/say.js"

/** A passage to be shown in the text. `here`: the one asked for. `number`: what it is called beside the text. */
export interface Highlight extends Span {
  readonly is: "proposed" | "accepted" | "disputed" | "here"
  readonly number: number | null
  readonly href: string | null
}

/** Shown folded: parts of the page that are not what it says. Nothing is thrown away. */
const FURNITURE: ReadonlySet<ZoneKind> = new Set(["nav", "widget", "related", "other", "bio", "legal"])

interface Block extends Span {
  readonly zone: ZoneKind
  /** Directly under the line above, with no empty line between. */
  readonly tight: boolean
}

/**
 * A source's text as paragraphs, its passages marked and its furniture folded. Offsets are those of the whole text;
 * `part` is the stretch that is shown.
 */
export function Marked({
  lang,
  text,
  zones,
  highlights,
  media = [],
  part,
  unfold = false,
}: {
  lang: Lang
  text: string
  zones: readonly Zone[]
  highlights: readonly Highlight[]
  media?: readonly MissingMedia[]
  part?: Span
  unfold?: boolean
}) {
  const shown = part ?? { start: 0, end: text.length }
  const inside = (span: Span) => span.start < shown.end && span.end > shown.start
  const blocks = blocksOf(text, zones.filter(inside), shown)
  const marks = highlights.filter(inside)
  return (
    <div class="marked" dir="auto" lang="und" translate="no">
      {runs(blocks).map((run) => {
        const lines = run.map((block) => (
          <BlockOf
            lang={lang}
            text={text}
            block={block}
            highlights={marks}
            label={unfold && FURNITURE.has(block.zone)}
          />
        ))
        const zone = run[0]!.zone
        if (unfold || !FURNITURE.has(zone)) return lines
        const around = { start: run[0]!.start, end: run.at(-1)!.end }
        const lost = media.filter((one) => one.start < around.end && one.end > around.start)
        const open = marks.some((one) => one.is === "here" && one.start < around.end && one.end > around.start)
        return (
          <details class={`furniture ${zone}`} open={open}>
            <summary>
              {lost.length > 0 ? lost.map((one) => mediaWords(lang, one)).join(" · ") : folded(lang, zone)}
            </summary>
            {lines}
          </details>
        )
      })}
    </div>
  )
}

const folded = (lang: Lang, zone: ZoneKind) => say(lang, "source.furniture", { what: say(lang, `zone.${zone}`) })

export function mediaWords(lang: Lang, media: MissingMedia): string {
  const what = say(lang, "source.missing", { what: say(lang, `media.${media.kind}`) })
  return media.duration === null
    ? what
    : `${what}, ${say(lang, "source.missing.duration", { duration: media.duration })}`
}

/** Lines of the text with the zone that covers most of each; empty lines only set paragraphs apart. */
function blocksOf(text: string, zones: readonly Zone[], shown: Span): Block[] {
  const blocks: Block[] = []
  let start = shown.start
  let blank = true
  while (start < shown.end) {
    const newline = text.indexOf("\n", start)
    const end = newline === -1 || newline > shown.end ? shown.end : newline
    if (text.slice(start, end).trim() === "") blank = true
    else {
      blocks.push({ start, end, zone: zoneOf(zones, { start, end }), tight: !blank })
      blank = false
    }
    start = end + 1
  }
  return blocks
}

// The zone with the largest share of the line; of two equal ones the smaller zone knows better.
function zoneOf(zones: readonly Zone[], line: Span): ZoneKind {
  let best: Zone | null = null
  let most = 0
  for (const zone of zones) {
    const share = Math.min(zone.end, line.end) - Math.max(zone.start, line.start)
    if (share <= 0 || share < most) continue
    if (share === most && best !== null && best.end - best.start <= zone.end - zone.start) continue
    best = zone
    most = share
  }
  return best?.kind ?? "body"
}

/** Neighbouring blocks of one kind of furniture fold together; everything else stands alone. */
function runs(blocks: readonly Block[]): Block[][] {
  const result: Block[][] = []
  for (const block of blocks) {
    const last = result.at(-1)
    if (last && FURNITURE.has(block.zone) && last[0]!.zone === block.zone) last.push(block)
    else result.push([block])
  }
  return result
}

function BlockOf({
  lang,
  text,
  block,
  highlights,
  label,
}: {
  lang: Lang
  text: string
  block: Block
  highlights: readonly Highlight[]
  label: boolean
}) {
  const cells = block.zone === "table" ? cellsOf(text, block) : [block]
  const pieces = (span: Span) => piecesOf(span, highlights).map((piece) => <PieceOf text={text} piece={piece} />)
  return (
    <p
      class={block.tight ? `zone ${block.zone} tight` : `zone ${block.zone}`}
      dir={cells.length === 1 ? "auto" : directionOfTable(text)}
    >
      {label && <span class="label">{say(lang, `zone.${block.zone}`)}</span>}
      {cells.length === 1
        ? pieces(block)
        : cells.map((cell, index) => (index % 2 === 0 ? <bdi>{pieces(cell)}</bdi> : pieces(cell)))}
    </p>
  )
}

/** The cells of a row, and between each two what parts them: every second span is that. */
function cellsOf(text: string, row: Span): Span[] {
  const spans: Span[] = []
  let start = row.start
  for (const words of text.slice(row.start, row.end).split(BETWEEN_CELLS)) {
    const end = start + words.length
    spans.push({ start, end })
    if (end < row.end) spans.push({ start: end, end: end + BETWEEN_CELLS.length })
    start = end + BETWEEN_CELLS.length
  }
  return spans
}

/** Columns keep one order in every row, whatever script a row begins in. */
const directionOfTable = (text: string) => (/^[^\p{L}]*\p{Script=Arabic}/u.test(text) ? "rtl" : "ltr")

/** A stretch covered by one and the same set of highlights. */
interface Piece extends Span {
  readonly over: readonly Highlight[]
  readonly begins: readonly Highlight[]
  readonly ends: readonly Highlight[]
}

/** Cuts a line where any highlight begins or ends: nested and overlapping passages become plain neighbours. */
export function piecesOf(line: Span, highlights: readonly Highlight[]): Piece[] {
  const touching = highlights.filter((one) => one.start < line.end && one.end > line.start)
  const cuts = new Set([line.start, line.end])
  for (const { start, end } of touching) {
    if (start > line.start) cuts.add(start)
    if (end < line.end) cuts.add(end)
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1]!
    const over = touching.filter((one) => one.start <= start && one.end >= end)
    return {
      start,
      end,
      over,
      begins: over.filter((one) => one.start === start),
      // A passage that goes on past the line ends, for the eye, where the line ends; its number stands there once.
      ends: over.filter((one) => one.end === end),
    }
  })
}

/** A whole sentence underlined is a page underlined: of a long passage only the number shows, until it is asked for. */
const LONGEST_UNDERLINED = 90
const isDrawn = (one: Highlight) => one.is === "here" || one.end - one.start <= LONGEST_UNDERLINED

function PieceOf({ text, piece }: { text: string; piece: Piece }) {
  const words = text.slice(piece.start, piece.end)
  const drawn = piece.over.filter(isDrawn)
  // Where several passages of one place begin, one anchor is enough for all that also end together.
  const anchors = [...new Set(piece.begins.map(({ start, end }) => `p${start}-${end}`))]
  const numbers = new Map(piece.ends.filter((one) => one.number !== null).map((one) => [one.number, one]))
  return (
    <>
      {anchors.map((id) => (
        <span id={id} class="anchor" />
      ))}
      {drawn.length === 0 ? (
        <span data-from={piece.start}>{words}</span>
      ) : (
        <mark class={[...new Set(drawn.map((one) => one.is))].sort().join(" ")} data-from={piece.start}>
          {words}
        </mark>
      )}
      {[...numbers.values()].map(
        (one) =>
          one.href && (
            <a class={`number ${one.is}`} href={one.href}>
              {one.number}
            </a>
          ),
      )}
    </>
  )
}

/** A long text is shown in parts, cut between lines. Every offset stands in exactly one part. */
export function partsOf(text: string, most = 40_000): readonly [Span, ...Span[]] {
  const parts: Span[] = []
  let start = 0
  while (text.length - start > most) {
    const newline = text.lastIndexOf("\n", start + most)
    const end = newline > start ? newline + 1 : start + most
    parts.push({ start, end })
    start = end
  }
  const [first, ...rest] = [...parts, { start, end: text.length }]
  return [first!, ...rest]
}
