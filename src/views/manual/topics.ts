import type { Key, Params } from "../words/say.js"

/** Messages without placeholders: what can stand as the name of a control. */
export type Label = { [K in Key]: Params<K> extends [] ? K : never }[Key]

interface TopicRow {
  /** Controls by the message that stands on them, in the order of the page. */
  readonly controls: readonly Label[]
  /** Keys that press something there. */
  readonly keys?: readonly (readonly [key: string, presses: Label])[]
}

/** The pages of the manual. Their texts: one file per language beside this one. */
export const TOPICS = {
  begin: { controls: ["welcome.sample", "setup.passphrase", "setup.anyway", "setup.button"] },
  unlock: { controls: ["unlock.button", "unlock.recover", "recover.button"] },
  desk: { controls: ["home.next.reviewButton", "nav.search", "nav.add", "lock.now"] },
  tour: { controls: ["tour.begin", "tour.next", "tour.here", "tour.skip"] },
  add: { controls: ["add.files", "add.paste", "add.published", "add.url", "add.lang", "add.button", "word.cancel"] },
  sources: { controls: ["sources.filter.unread", "sources.filter.undecided", "sources.column.state"] },
  review: {
    controls: [
      "review.accept",
      "review.edit",
      "review.reject",
      "review.skip",
      "word.undo",
      "review.audience",
      "review.same",
      "review.score",
      "review.batch",
      "source.sealed",
    ],
    keys: [
      ["a", "review.accept"],
      ["e", "review.edit"],
      ["r", "review.reject"],
      ["→", "review.skip"],
      ["←", "page.previous"],
      ["u", "word.undo"],
    ],
  },
  state: {
    controls: ["state.find", "state.schema", "state.about", "state.fields", "state.holds", "state.save"],
  },
  case: { controls: ["case.on", "case.timeline", "case.proceedings", "case.against", "case.disputed", "risk.title"] },
  dossier: {
    controls: [
      "dossier.risk",
      "dossier.out",
      "dossier.held",
      "dossier.audience.public",
      "dossier.make.button",
      "dossier.takeBack",
    ],
  },
  entity: { controls: ["entity.caseFile", "entity.related"] },
  statement: { controls: ["history.correct", "history.reason", "history.withdraw"] },
  search: { controls: ["search.button", "search.names", "search.passages"] },
  ledger: { controls: ["word.undo", "word.bulk", "trash.title"] },
  trash: { controls: ["trash.back"] },
  expunge: {
    controls: ["expunge.reason", "expunge.look", "expunge.goes", "expunge.remains", "expunge.do", "expunge.asks"],
  },
  settings: { controls: ["settings.language", "settings.keys"] },
  keys: {
    controls: ["keys.change", "recovery.make", "recovery.printed", "recovery.again", "shares.make", "drill.title"],
  },
} as const satisfies Readonly<Record<string, TopicRow>>

export type Topic = keyof typeof TOPICS

export function rowOf(topic: Topic): TopicRow {
  return TOPICS[topic]
}

interface TopicTexts<T extends Topic> {
  readonly title: string
  /** What the page is for. */
  readonly is: string
  /** What each control does. */
  readonly does: Readonly<Record<(typeof TOPICS)[T]["controls"][number], string>>
  /** What cannot be taken back. Null: nothing. */
  readonly forever: string | null
  /** What leaves this computer, or may stay behind on it in the open. Null: nothing. */
  readonly leaves: string | null
}

/** One language of the manual: a page or a control without words is a type error. */
export type Manual = { readonly [T in Topic]: TopicTexts<T> }
