import type { Clock, Random } from "../model/clock.js"
import type { Disk } from "./disk.js"
import type { Surroundings } from "./folder.js"

/** All that a vault touches of the outside, passed in so that faults and schedules replay from a seed. */
export interface World {
  readonly disk: Disk
  readonly clock: Clock
  readonly random: Random
  readonly around: Surroundings
  /** Who is working, for a second opener to be told: `dalel serve`, process 4711. */
  readonly program: string
  readonly process: number
}
