import type { Span } from "../model/passage.js"
import { analyse } from "./analyse.js"
import { readText } from "./formats/text.js"
import type { Analysis, Page } from "./page.js"

/** The day the invented pages of the tests were published: a Tuesday. */
export const PUBLISHED = "2021-06-15"

export interface Example extends Analysis {
  readonly page: Page
  readonly words: (span: Span) => string
  readonly name: (id: string | null) => string | null
}

/** Reads invented sentences as a page of plain text in English. */
export function example(text: string, published: string | null = PUBLISHED): Example {
  const hints = { lang: "en", ...(published === null ? {} : { published }) }
  const page = readText(new TextEncoder().encode(text), hints)
  const analysis = analyse({ ...page, metadata: published === null ? [] : page.metadata }, hints)
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]))
  return {
    ...analysis,
    page,
    words: ({ start, end }) => page.text.slice(start, end),
    name: (id) => (id === null ? null : (names.get(id) ?? id)),
  }
}

/** Events as lines: `arrest Aidar Orazov 2021-05-03 @Almaty`. */
export function eventLines(text: string, types?: readonly string[]): string[] {
  const { events, name } = example(text)
  return events
    .filter(({ type }) => types === undefined || types.includes(type))
    .map(({ type, kind, change, people, date, place }) =>
      [type, kind, change, ...people.map(name), date, place === null ? null : `@${name(place)}`]
        .filter(Boolean)
        .join(" "),
    )
}
