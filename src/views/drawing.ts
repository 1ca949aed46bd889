import type { TimelineItem } from "../model/casefile.js"
import { boundsOf, type DateBounds, type Day, isEdtf } from "../model/date.js"

/** One bar or dot, in units of the drawing: x grows with time, `lane` counts from 0. */
export interface Shape {
  readonly item: TimelineItem
  readonly kind: "moment" | "period"
  /** Certain part; for a moment its middle twice. */
  readonly from: number
  readonly to: number
  /** Outer bounds: between these and the certain part we do not know. */
  readonly earliest: number
  readonly latest: number
  /** The end on that side is not given at all, and fades. */
  readonly fadesBefore: boolean
  readonly fadesAfter: boolean
  readonly label: string
  readonly labelAt: number
  readonly labelAnchor: "start" | "end"
  readonly lane: number
  /** One more than `lane` where the label has no room beside its shape and stands beneath. */
  readonly labelLane: number
}

export interface Tick {
  readonly at: number
  readonly day: Day
  readonly is: "year" | "month"
}

/** Years without any event, left out of the axis and said so. */
export interface Gap {
  readonly at: number
  readonly years: number
}

export interface Drawing {
  readonly width: number
  readonly lanes: number
  readonly shapes: readonly Shape[]
  readonly ticks: readonly Tick[]
  readonly gaps: readonly Gap[]
  readonly first: Day
  readonly last: Day
}

const WIDTH = 960
const FADE = 28
const GAP = 40
/** Beyond this many the drawing says nothing a list does not say better. */
export const MOST_DRAWN = 60

const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const dayOf = (number: number): Day => new Date(number * 86_400_000).toISOString().slice(0, 10)

/** Where everything stands. Null when nothing has a date that bounds it. `wide`: how wide a label is, in units. */
export function draw(
  items: readonly TimelineItem[],
  label: (item: TimelineItem) => string,
  wide: (text: string) => number = textWidth,
): Drawing | null {
  const dated = items
    .filter(({ date }) => date !== null && isEdtf(date.edtf))
    .map((item) => ({ item, ...boundsOf(item.date!.edtf) }))
    .filter(({ start, end }) => [start.earliest, start.latest, end.earliest, end.latest].some((day) => day !== null))
    .slice(0, MOST_DRAWN)
  if (dated.length === 0) return null
  const days = dated
    .flatMap(({ start, end }) => [start.earliest, start.latest, end.earliest, end.latest])
    .filter((day): day is Day => day !== null)
    .map(dayNumber)
  const axis = axisOf(days)
  const shapes: Shape[] = []
  const taken: number[] = []
  for (const { item, ...bounds } of dated) {
    const glyph = glyphOf(bounds, (day) => axis.x(dayNumber(day)))
    const text = label(item)
    const { at, anchor, beneath, left, right } = placeLabel(glyph, wide(text))
    const rows = beneath ? 2 : 1
    const lane = firstFree(taken, left, rows)
    taken.length = Math.max(taken.length, lane + rows)
    taken.fill(right + 8, lane, lane + rows)
    shapes.push({ item, ...glyph, label: text, labelAt: at, labelAnchor: anchor, lane, labelLane: lane + rows - 1 })
  }
  return {
    width: WIDTH,
    lanes: taken.length,
    shapes,
    ticks: axis.ticks,
    gaps: axis.gaps,
    first: dayOf(Math.min(...days)),
    last: dayOf(Math.max(...days)),
  }
}

type Glyph = Pick<Shape, "kind" | "from" | "to" | "earliest" | "latest" | "fadesBefore" | "fadesAfter">

function glyphOf({ kind, start, end, ongoing }: DateBounds, x: (day: Day) => number): Glyph {
  const fadesBefore = start.earliest === null
  const fadesAfter = end.latest === null
  const opens = x((start.latest ?? start.earliest ?? end.earliest ?? end.latest)!)
  const closes = ongoing ? WIDTH - FADE : x((end.earliest ?? end.latest ?? start.latest ?? start.earliest)!)
  let from = Math.min(opens, closes)
  let to = Math.max(opens, closes)
  if (kind === "moment") {
    from = fadesBefore || fadesAfter ? opens : (x(start.earliest) + x(end.latest)) / 2
    to = from
  }
  return {
    kind,
    from,
    to,
    fadesBefore,
    fadesAfter,
    earliest: fadesBefore ? Math.max(0, from - FADE) : Math.min(x(start.earliest), from),
    latest: fadesAfter ? Math.min(WIDTH, to + FADE) : Math.max(x(end.latest), to),
  }
}

const DOT = 6

interface Placed {
  readonly at: number
  readonly anchor: "start" | "end"
  readonly beneath: boolean
  /** All that is taken, shape and label. */
  readonly left: number
  readonly right: number
}

/** To the right of its shape, else to the left; where neither side has room, beneath. */
function placeLabel({ kind, from, to, earliest, latest }: Glyph, width: number): Placed {
  const radius = kind === "moment" ? DOT : 0
  const right = Math.max(latest, to + radius) + DOT
  const left = Math.min(earliest, from - radius) - DOT
  if (right + width <= WIDTH) return { at: right, anchor: "start", beneath: false, left, right: right + width }
  if (left - width >= 0) return { at: left, anchor: "end", beneath: false, left: left - width, right }
  const at = Math.max(0, Math.min(left + DOT, WIDTH - width))
  return { at, anchor: "start", beneath: true, left: Math.min(left, at), right: Math.max(right, at + width) }
}

/** The first of so many lanes in a row that are free from here on. */
function firstFree(taken: readonly number[], from: number, rows: number): number {
  for (let lane = 0; ; lane++) if (taken.slice(lane, lane + rows).every((until) => until <= from)) return lane
}

interface Axis {
  x(day: number): number
  readonly ticks: readonly Tick[]
  readonly gaps: readonly Gap[]
}

/** Linear, except that a stretch of years in which nothing happens is drawn as a narrow break that names its length. */
function axisOf(days: readonly number[]): Axis {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const first = sorted[0]!
  const last = Math.max(sorted.at(-1)!, first + 30)
  const pad = Math.max(10, (last - first) * 0.02)
  const stretches: { from: number; to: number }[] = [{ from: first - pad, to: first }]
  for (const [index, day] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next === undefined) break
    const before = stretches.at(-1)!
    if (next - day > 730 && next - day > (last - first) / 3) {
      before.to = day + pad
      stretches.push({ from: next - pad, to: next })
    } else before.to = next
  }
  stretches.at(-1)!.to = last + pad
  const total = stretches.reduce((sum, { from, to }) => sum + to - from, 0)
  const scale = (WIDTH - GAP * (stretches.length - 1)) / total
  let at = 0
  const placed = stretches.map(({ from, to }) => {
    const start = at
    at += (to - from) * scale + GAP
    return { from, to, start }
  })
  const x = (day: number) => {
    const stretch = placed.findLast(({ from }) => day >= from) ?? placed[0]!
    return round(Math.max(0, Math.min(WIDTH, stretch.start + (Math.min(day, stretch.to) - stretch.from) * scale)))
  }
  const gaps = placed.slice(1).map((stretch, index) => ({
    at: stretch.start - GAP / 2,
    years: Math.round((stretch.from - placed[index]!.to) / 365.25),
  }))
  return { x, gaps, ticks: placed.flatMap(({ from, to }) => ticksOf(from, to, x, scale)) }
}

function ticksOf(from: number, to: number, x: (day: number) => number, scale: number): Tick[] {
  const ticks: Tick[] = []
  const months = scale * 30 >= 34
  const years = Math.max(1, Math.ceil(34 / (scale * 365)))
  const start = new Date(from * 86_400_000).getUTCFullYear() * 12
  for (let count = start; ; count++) {
    const [year, month] = [Math.floor(count / 12), count % 12]
    const day = Date.UTC(year, month, 1) / 86_400_000
    if (day > to) return ticks
    if (day < from) continue
    if (month === 0 && year % years === 0) ticks.push({ at: x(day), day: dayOf(day), is: "year" })
    else if (month !== 0 && months) ticks.push({ at: x(day), day: dayOf(day), is: "month" })
  }
}

const round = (value: number) => Math.round(value * 10) / 10

/** How wide a text is at 13 units, rather too much than too little: CJK is square, the rest a little more than half. */
function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    if (/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/u.test(character)) width += 13
    else if (/[mwжмфшщыю]/iu.test(character)) width += 11
    else width += /\p{Script=Cyrillic}/u.test(character) ? 7.7 : 6.9
  }
  return width
}
