import type { Citation, Mark } from "../model/casefile.js"
import type { SourceId } from "../model/id.js"
import type { Here } from "./here.js"
import { Icon } from "./icon.js"
import { say } from "./words/say.js"

/** One footnote: the words of ONE source that carry a value. */
export interface Note {
  readonly number: number
  readonly source: SourceId
  readonly marks: readonly [Mark, ...Mark[]]
}

/**
 * The footnotes of one page, numbered as they first appear. The same words of the same source keep their number, so a
 * reader who has opened ³ once need not open it again.
 */
export interface Notes {
  readonly all: readonly Note[]
  card(source: SourceId): Citation | undefined
  /** One note for each source among the marks: two independent sources show two numbers. */
  take(marks: readonly Mark[]): readonly Note[]
  /** A new thing on the page begins: the words behind its marks are given again, each once. */
  begin(): void
  /** True the first time it is asked of this note since the last `begin`. */
  first(note: Note): boolean
}

export function makeNotes(sources: readonly Citation[]): Notes {
  const cards = new Map(sources.map((card) => [card.id, card]))
  const all: Note[] = []
  const known = new Map<string, Note>()
  const given = new Set<Note>()
  return {
    begin: () => given.clear(),
    first: (note) => !given.has(note) && given.add(note) !== undefined,
    all,
    card: (source) => cards.get(source),
    take: (marks) => [...bySource(marks).values()].map(note),
  }

  function note(marks: readonly [Mark, ...Mark[]]): Note {
    const key = [marks[0].source, ...marks.map(({ start, end }) => `${start}-${end}`).sort()].join(" ")
    const old = known.get(key)
    if (old) return old
    const made = { number: all.length + 1, source: marks[0].source, marks }
    all.push(made)
    known.set(key, made)
    return made
  }
}

function bySource(marks: readonly Mark[]): Map<SourceId, [Mark, ...Mark[]]> {
  const groups = new Map<SourceId, [Mark, ...Mark[]]>()
  for (const mark of marks) {
    const group = groups.get(mark.source)
    if (!group) groups.set(mark.source, [mark])
    else if (!group.some((one) => one.start === mark.start && one.end === mark.end)) group.push(mark)
  }
  return groups
}

/** The signature of the product: small raised numbers after a value. Hover or focus shows the words, a click opens them. */
export function Marks({ here, notes, marks }: { here: Here; notes: Notes; marks: readonly Mark[] }) {
  const { lang } = here
  if (marks.length === 0)
    return (
      <span class="marks testimony" title={say(lang, "mark.testimony")}>
        <Icon is="hand" />
        <span class="unseen">{say(lang, "mark.testimony")}</span>
      </span>
    )
  return (
    <span class="marks">
      {notes.take(marks).map((note) => (
        <MarkOf here={here} notes={notes} note={note} />
      ))}
    </span>
  )
}

/** First within each thing that carries marks. A statement on five lines of one event rests on the same words: once is enough. */
export function Begins({ notes }: { notes: Notes }) {
  notes.begin()
  return null
}

function MarkOf({ here, notes, note }: { here: Here; notes: Notes; note: Note }) {
  const card = notes.card(note.source)
  return (
    <span class="mark">
      <a
        href={here.links.passage(note.marks[0], note.number)}
        aria-label={say(here.lang, "mark.label", { n: note.number })}
      >
        {note.number}
      </a>
      {notes.first(note) && (
        <span class="words" aria-hidden="true">
          <Quoted marks={note.marks} />
          {card && (
            <span class="from">{[card.publisher, card.published].filter(Boolean).join(" · ") || card.title}</span>
          )}
        </span>
      )}
    </span>
  )
}

/** The exact words, with a little of what stands around them. */
export function Quoted({ marks, whole = false }: { marks: readonly Mark[]; whole?: boolean }) {
  const words = [...new Set(marks.map(({ exact }) => (whole ? exact : shorten(exact))))]
  return (
    <>
      {words.map((exact, index) => (
        <>
          {index > 0 && " … "}
          <q class="exact" dir="auto">
            {exact}
          </q>
        </>
      ))}
    </>
  )
}

const LONGEST_SHOWN = 240

/** Shortened in the middle, between whole characters. */
export function shorten(text: string, most = LONGEST_SHOWN): string {
  const characters = [...text.replace(/\s+/gu, " ")]
  if (characters.length <= most) return characters.join("")
  const half = Math.floor(most / 2)
  return `${characters.slice(0, half).join("")} … ${characters.slice(-half).join("")}`
}
