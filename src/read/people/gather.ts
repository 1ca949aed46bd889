import type { Mention, ReadEntity } from "../../model/reading.js"
import type { Names } from "./index.js"

type Kind = ReadEntity["kind"]

/** Someone or something being gathered while a document is read. */
export interface Draft {
  readonly kind: Kind
  name: string
  readonly aliases: Set<string>
  readonly roles: Set<string>
  country: string | null
  /** Where it was last mentioned, to choose between two who share a name. */
  last: number
}

export interface DraftMention {
  readonly start: number
  readonly end: number
  readonly draft: Draft
}

export function draftOf(kind: Kind, name: string, country: string | null = null): Draft {
  return { kind, name, aliases: new Set(), roles: new Set(), country, last: -1 }
}

const LETTERS: Record<Kind, string> = { Person: "p", Organization: "o", Place: "l", Group: "g" }

/** Numbers the drafts in order of first mention; drops what overlaps an earlier, longer mention. */
export function named(text: string, found: readonly DraftMention[]): Names {
  const counts: Record<Kind, number> = { Person: 0, Organization: 0, Place: 0, Group: 0 }
  const ids = new Map<Draft, string>()
  const order: Draft[] = []
  const mentions: Mention[] = []
  let last = -1
  for (const { start, end, draft } of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < last) continue
    last = end
    let id = ids.get(draft)
    if (id === undefined) {
      id = `${LETTERS[draft.kind]}${++counts[draft.kind]}`
      ids.set(draft, id)
      order.push(draft)
    }
    draft.aliases.add(text.slice(start, end).replace(/\s+/gu, " "))
    mentions.push({ kind: draft.kind, start, end, entity: id })
  }
  const entities = order.map(
    (draft): ReadEntity => ({
      id: ids.get(draft)!,
      kind: draft.kind,
      name: draft.name,
      aliases: [...draft.aliases].filter((alias) => alias !== draft.name),
      ...(draft.country ? { country: draft.country } : {}),
      roles: [...draft.roles],
    }),
  )
  return { entities, mentions }
}
