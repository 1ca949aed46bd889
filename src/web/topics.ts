import type { Topic } from "../views/manual/topics.js"

/** Which page of the manual stands behind the "?" of a route. A page that has none of its own names the nearest. */
const ROWS: readonly (readonly [start: string, topic: Topic])[] = [
  ["/welcome", "begin"],
  ["/start", "begin"],
  ["/unlock", "unlock"],
  ["/recover", "unlock"],
  ["/tour", "tour"],
  ["/add", "add"],
  ["/sources/:id/state", "state"],
  ["/sources/:id/words", "state"],
  ["/sources/:id", "review"],
  ["/sources", "sources"],
  ["/cases/:id/dossier", "dossier"],
  ["/cases", "case"],
  ["/entities", "entity"],
  ["/statements", "statement"],
  ["/search", "search"],
  ["/ledger", "ledger"],
  ["/undo", "ledger"],
  ["/trash", "trash"],
  ["/expunge", "expunge"],
  ["/settings/keys", "keys"],
  ["/recovery", "keys"],
  ["/members", "settings"],
  ["/settings", "settings"],
  ["/language", "settings"],
]

/** Null for a route nobody has written about. `route`: its path with its parts by name, as `Route.path`. */
export function topicOf(route: string): Topic | null {
  if (route === "/") return "desk"
  return ROWS.find(([start]) => route === start || route.startsWith(`${start}/`))?.[1] ?? null
}
