/** What the outside world gives us, passed in so that faults and schedules replay from a seed. */
export interface Clock {
  /** The instant now, RFC 3339 in UTC to the second: `2026-11-23T08:00:00Z`. */
  now(): string
}

/** `count` random bytes. */
export type Random = (count: number) => Uint8Array

export function clockAt(milliseconds: () => number): Clock {
  return { now: () => `${new Date(milliseconds()).toISOString().slice(0, 19)}Z` }
}
