import type { Desk } from "./desk.js"

/** How far each browser is in the tour of the sample: gone with the process, and never in the browser. */
export interface Tours {
  /** The stop it is at, from 1; `over` once it was ended; null before it began. */
  at(browser: string): number | "over" | null
  set(browser: string, stop: number | "over"): void
}

export const STOPS = 6
const MOST = 200

export function makeTours(): Tours {
  const at = new Map<string, number | "over">()
  return {
    at: (browser) => at.get(browser) ?? null,
    set(browser, stop) {
      at.delete(browser)
      at.set(browser, stop)
      const oldest = at.keys().next()
      if (at.size > MOST && !oldest.done) at.delete(oldest.value)
    },
  }
}

/** The real page at which a stop is made. */
export async function addressOf(desk: Desk, stop: number): Promise<string> {
  if (stop === 2) {
    const { rows } = await desk.sources({ page: 1, size: 50 })
    // The one with the most already decided shows all at once: what stands, and what waits.
    const [best] = rows
      .filter(({ proposals }) => proposals !== null && proposals.decided < proposals.total)
      .sort((a, b) => (b.proposals?.decided ?? 0) - (a.proposals?.decided ?? 0))
    return best ? `/sources/${best.card.id}` : "/sources"
  }
  if (stop >= 3 && stop <= 5) {
    const { rows } = await desk.cases({ page: 1, size: 50 })
    const [best] = [...rows].sort((a, b) => b.sources - a.sources || b.statements - a.statements)
    if (!best) return "/cases"
    return `/cases/${best.id}${stop === 4 ? "#disputed" : stop === 5 ? "/dossier" : ""}`
  }
  return stop === 6 ? "/ledger" : "/"
}
