import type { EntityFacts, TimelineItem } from "../model/casefile.js"
import { dateAndWording, dateWords } from "./date.js"
import { draw, type Shape, type Tick } from "./drawing.js"
import type { Here } from "./here.js"
import { Begins, Marks, type Notes } from "./notes.js"
import { anchorOf, BulkTag, happeningTitle, LineValues, lineOf, underBulk } from "./value.js"
import { type Lang, propertyLabel, say } from "./words/say.js"

const LANE = 26
const AXIS = 26
/** How far beneath its shape a label stands that has no room beside it. */
const BENEATH = 18

/** The drawing. It says nothing that the list below it does not say, so it is one image to a screen reader. */
export function Timeline({ here, items }: { here: Here; items: readonly TimelineItem[] }) {
  const { lang } = here
  const drawing = draw(items, (item) => happeningTitle(lang, item))
  if (drawing === null) return null
  const height = AXIS + drawing.lanes * LANE + 8
  const label = say(lang, "case.timeline.label", {
    from: dateWords(lang, drawing.first),
    to: dateWords(lang, drawing.last),
    n: drawing.shapes.length,
  })
  return (
    <div class="drawing">
      <svg class="timeline" viewBox={`0 0 ${drawing.width} ${height}`} role="img" aria-label={label} direction="ltr">
        <defs>
          <linearGradient id="fade-after">
            <stop offset="0" class="ink" />
            <stop offset="1" class="clear" />
          </linearGradient>
          <linearGradient id="fade-before">
            <stop offset="0" class="clear" />
            <stop offset="1" class="ink" />
          </linearGradient>
          <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V5" class="hatch" />
          </pattern>
        </defs>
        <path class="axis" d={`M0 ${AXIS - 6}H${drawing.width}`} />
        {drawing.ticks.map((tick) => (
          <TickOf lang={lang} tick={tick} bottom={height} />
        ))}
        {drawing.gaps.map(({ at, years }) => (
          <g class="gap">
            <path d={`M${at - 6} ${AXIS - 1}l4 -10M${at + 2} ${AXIS - 1}l4 -10`} />
            <text x={at} y={AXIS + 8} text-anchor="middle">
              {say(lang, "case.timeline.gap", { n: years })}
            </text>
          </g>
        ))}
        {drawing.shapes.map((shape) => (
          <ShapeOf shape={shape} />
        ))}
      </svg>
    </div>
  )
}

function TickOf({ lang, tick, bottom }: { lang: Lang; tick: Tick; bottom: number }) {
  const words =
    tick.is === "year"
      ? tick.day.slice(0, 4)
      : new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" }).format(new Date(`${tick.day}T00:00:00Z`))
  return (
    <g class={tick.is}>
      <path d={`M${tick.at} ${AXIS - 10}V${tick.is === "year" ? bottom : AXIS - 6}`} />
      <text x={tick.at + 3} y={AXIS - 12}>
        {words}
      </text>
    </g>
  )
}

function ShapeOf({ shape }: { shape: Shape }) {
  const middle = AXIS + shape.lane * LANE + LANE / 2
  const top = middle - 5
  const bar = (from: number, to: number, name: string) =>
    to - from < 0.5 ? null : (
      <rect class={name} x={from} y={top} width={Math.round((to - from) * 10) / 10} height="10" />
    )
  return (
    <g class={`shape ${shape.kind}`}>
      {bar(shape.earliest, shape.from, shape.fadesBefore ? "before" : "vague")}
      {shape.kind === "period" && bar(shape.from, shape.to, "sure")}
      {bar(shape.to, shape.latest, shape.fadesAfter ? "after" : "vague")}
      {shape.kind === "moment" && (
        <circle class={shape.latest - shape.earliest > 12 ? "perhaps" : "sure"} cx={shape.from} cy={middle} r="5" />
      )}
      <text x={shape.labelAt} y={middle + 4 + (shape.labelLane - shape.lane) * BENEATH} text-anchor={shape.labelAnchor}>
        {shape.label}
      </text>
    </g>
  )
}

/** What stands beside the title of a happening in its row; the rest is one step away on its page. */
const TOLD = [
  "person",
  "place",
  "from",
  "to",
  "reason",
  "court",
  "offence",
  "article",
  "amount",
  "term",
  "by",
  "facility",
]

/** What stands nowhere else where there is no page of its own. */
const TOLD_ON_PAPER = [...TOLD, "allegedAt", "quantity"]

const TOLD_BRIEFLY = ["offence", "article", "amount", "term", "from", "to"]

/** The same as the drawing, in words, with every mark. `brief`: where the whole row stands further up the page. */
export function TimelineList({
  here,
  notes,
  items,
  without = [],
  brief = false,
}: {
  here: Here
  notes: Notes
  items: readonly TimelineItem[]
  without?: readonly string[]
  brief?: boolean
}) {
  const { lang } = here
  // What stands in full further up the page gives its words there.
  const shown = brief ? { ...notes, first: () => false } : notes
  const told = (brief ? TOLD_BRIEFLY : here.paper ? TOLD_ON_PAPER : TOLD).filter(
    (property) => !without.includes(property),
  )
  return (
    <ol class={brief ? "happenings brief" : "happenings"}>
      {items.map((item) => (
        <li id={brief ? undefined : anchorOf(here, item)}>
          <Begins notes={shown} />
          <span class="when">
            <WhenOf here={underBulk(here, [item])} notes={shown} item={item} />
          </span>
          <span class="what">
            <HappeningTitle here={here} notes={shown} facts={item} />
            <BulkTag here={here} facts={item} />
            <Told here={underBulk(here, [item])} notes={shown} facts={item} told={told} lang={lang} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function WhenOf({ here, notes, item }: { here: Here; notes: Notes; item: TimelineItem }) {
  const line = lineOf(item, "date")
  if (line) return <LineValues here={here} notes={notes} schema={item.schema} line={line} />
  if (item.date === null) return <span class="quiet">{say(here.lang, "sources.undated")}</span>
  const { date, wording } = dateAndWording(here.lang, item.date)
  return (
    <span>
      <bdi>{date}</bdi> {wording && <bdi class="wording">{wording}</bdi>}
    </span>
  )
}

/** The title leads to the happening's own page; the marks behind it are those of its kind. */
function HappeningTitle({ here, notes, facts }: { here: Here; notes: Notes; facts: EntityFacts }) {
  const title = happeningTitle(here.lang, facts)
  const address = here.links.entity(facts.id)
  const kind = lineOf(facts, "kind")
  const change = lineOf(facts, "change")
  const marks = [...(kind?.said ?? []), ...(change?.said ?? [])].flatMap((said) => said.marks)
  const disputed = kind?.how === "dispute" || change?.how === "dispute"
  return (
    <strong class="title">
      {address === null ? title : <a href={address}>{title}</a>}
      {disputed && (
        <span class="tag disputed">
          {say(here.lang, "case.disputed.versions", { n: Math.max(kind?.said.length ?? 0, change?.said.length ?? 0) })}
        </span>
      )}
      {marks.length > 0 && <Marks here={here} notes={notes} marks={marks} />}
    </strong>
  )
}

function Told({
  here,
  notes,
  facts,
  told,
  lang,
}: {
  here: Here
  notes: Notes
  facts: EntityFacts
  told: readonly string[]
  lang: Lang
}) {
  const lines = told.map((property) => lineOf(facts, property)).filter((line) => line !== undefined)
  if (lines.length === 0) return null
  return (
    <span class="told">
      {lines.map((line) => (
        <span class="fact">
          <span class="term">{propertyLabel(lang, facts.schema, line.property)}</span>{" "}
          <LineValues here={here} notes={notes} schema={facts.schema} line={line} />
        </span>
      ))}
    </span>
  )
}
