import { boxesOn } from "../model/place.js"
import type { PageSize, Places } from "../model/reading.js"
import type { Highlight } from "./marked.js"
import { type Lang, say } from "./words/say.js"

/** A passage's rectangle stands this far from its letters, in points. */
const ROOM = 1.5

/** One page of a PDF as it looks, its passages boxed. The picture comes from `picture`; the boxes are drawn here. */
export function Sheet({
  lang,
  places,
  page,
  picture,
  highlights,
}: {
  lang: Lang
  places: Extract<Places, { kind: "pages" }>
  /** From 1. */
  page: number
  picture: string
  highlights: readonly Highlight[]
}) {
  const size: PageSize | undefined = places.pages[page - 1]
  if (size === undefined) return null
  const { width, height } = size
  const boxes = highlights.flatMap((one) => boxesOn(page, places.runs, one).map((box) => ({ ...one, box })))
  // The one asked for is drawn last, over the others.
  boxes.sort((a, b) => Number(a.is === "here") - Number(b.is === "here"))
  return (
    <figure class="sheet">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say(lang, "place.page", { page })}>
        <image href={picture} x="0" y="0" width={width} height={height} />
        {boxes.map(({ is, box: [left, top, right, bottom] }) => (
          <rect
            class={is}
            x={left - ROOM}
            y={top - ROOM}
            width={right - left + 2 * ROOM}
            height={bottom - top + 2 * ROOM}
          />
        ))}
      </svg>
      {!size.text && <figcaption>{say(lang, "source.sheet.noText")}</figcaption>}
    </figure>
  )
}
