/** How often is looked, in milliseconds. */
export const BEAT = 10_000
/** A beat that comes this much too late was slept through: the lid was shut. */
const SLEPT = 30_000

export interface Instant {
  /** Milliseconds of the clock on the wall, which can be set. */
  readonly wall: number
  /** Milliseconds of a clock that cannot, and that stands still in sleep on some systems and goes on on others. */
  readonly steady: number
}

export interface Watched {
  /** The beat before, and this one. */
  readonly before: Instant
  readonly now: Instant
  /** When anybody last asked for anything, by the wall. */
  readonly last: number
  /** Minutes; 0: never for idleness. */
  readonly idle: number
}

/** Why the keys should go now; null when they may stay. A wall clock that is set by half a minute counts as sleep. */
export function shouldLock({ before, now, last, idle }: Watched): "slept" | "idle" | null {
  const steps = [now.wall - before.wall, now.steady - before.steady]
  if (steps.some((step) => Math.abs(step - BEAT) > SLEPT)) return "slept"
  return idle > 0 && now.wall - last >= idle * 60_000 ? "idle" : null
}
