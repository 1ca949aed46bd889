import type { EntryId, SourceId, StatementId } from "../model/id.js"
import type { Db } from "../vault/db.js"

/** What no longer stands and can be brought back. */
export interface Trashed {
  readonly what: "rejected" | "undone" | "withdrawn"
  /** The act that put it here: undoing that brings it back. */
  readonly entry: EntryId
  readonly at: string
  readonly by: string
  /** The entry that said it. */
  readonly made: EntryId
  readonly source: SourceId | null
  readonly proposal: number | null
  readonly statement: StatementId | null
}

// An undone decision is left out once its proposal was decided anew: bringing it back would say the same twice.
const TRASH = `
  SELECT 'rejected' AS what, e.id AS entry, e.at, e.by, e.id AS made, d.source, d.proposal, NULL AS statement
  FROM i_decision d JOIN i_entry e ON e.id = d.entry AND e.live = 1
  WHERE d.verdict = 'reject'
  UNION ALL
  SELECT 'undone', e.id, e.at, e.by, t.id, t.source, d.proposal,
    (SELECT min(s.id) FROM i_statement s WHERE s.entry = t.id)
  FROM i_retraction r JOIN i_entry e ON e.id = r.entry AND e.live = 1
  JOIN i_entry t ON t.id = r.target AND t.kind IN ('decide', 'assert') AND t.live = 0
  LEFT JOIN i_decision d ON d.entry = t.id
  WHERE coalesce(d.verdict, '') <> 'reject' AND NOT EXISTS (
    SELECT 1 FROM i_decision o JOIN i_entry oe ON oe.id = o.entry AND oe.live = 1
    WHERE o.rendition = d.rendition AND o.proposal = d.proposal)
  UNION ALL
  SELECT 'withdrawn', e.id, e.at, e.by, s.entry, s.source, NULL, s.id
  FROM i_retraction r JOIN i_entry e ON e.id = r.entry AND e.live = 1 JOIN i_statement s ON s.id = r.target`

/** Rejected, undone and withdrawn, newest first. */
export async function trash(db: Db, limit: number, offset: number): Promise<{ rows: Trashed[]; total: number }> {
  const rows = await db.all<Trashed>(`${TRASH} ORDER BY 3 DESC, 2 LIMIT ? OFFSET ?`, limit, offset)
  const total = await db.one<{ n: number }>(`SELECT count(*) AS n FROM (${TRASH})`)
  return { rows, total: total!.n }
}
