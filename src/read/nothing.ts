import type { Hints } from "../model/reading.js"
import type { Analysis, Page } from "./page.js"

/** Finds nothing in any language: what `read` falls back on. */
export function findNothing(_page: Page, hints: Hints): Analysis {
  return {
    language: hints.lang ?? "und",
    mentions: [],
    entities: [],
    dates: [],
    quantities: [],
    events: [],
    claims: [],
    gist: { violations: [], victims: [], perpetrators: [], country: null, date: null },
    legal: [],
    facts: [],
    proposals: [],
  }
}
