import { searchKeys } from "../names/fold.js"
import type { Db } from "../vault/db.js"

/** One thing that can be found: a name statement, or a stretch of a source's text. */
export interface Key {
  readonly kind: "name" | "passage"
  /** Statement id, or rendition id. */
  readonly ref: string
  readonly start: number
  readonly stop: number
  readonly text: string
}

export async function addKey(db: Db, { kind, ref, start, stop, text }: Key): Promise<void> {
  const keys = searchKeys(text)
  if (keys === "") return
  await db.run(
    "INSERT INTO i_key (kind, ref, start, stop, text, keys) VALUES (?, ?, ?, ?, ?, ?)",
    kind,
    ref,
    start,
    stop,
    text,
    keys,
  )
  await db.run("INSERT INTO i_search (rowid, keys) VALUES (last_insert_rowid(), ?)", keys)
}

export async function removeKeys(db: Db, ref: string): Promise<void> {
  for (const { n, keys } of await db.all<{ n: number; keys: string }>("SELECT n, keys FROM i_key WHERE ref = ?", ref)) {
    await db.run("INSERT INTO i_search (i_search, rowid, keys) VALUES ('delete', ?, ?)", n, keys)
    await db.run("DELETE FROM i_key WHERE n = ?", n)
  }
}

/** About this many characters to a stretch: long enough to hold a phrase, short enough to show. */
const STRETCH = 400

/** Cuts a text at line breaks into stretches to be found, so that a hit is a passage and not a document. */
export function* stretches(text: string): Generator<{ start: number; stop: number; text: string }> {
  let start = 0
  for (const line of text.matchAll(/[^\n]*(\n|$)/g)) {
    const stop = line.index + line[0].length
    if (stop - start < STRETCH && stop < text.length) continue
    const piece = text.slice(start, stop)
    if (piece.trim() !== "") yield { start, stop, text: piece }
    start = stop
    if (stop >= text.length) return
  }
}
