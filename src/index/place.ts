import type { Place, Sight } from "../ledger/cause.js"
import type { DeviceId } from "../model/id.js"

/** An entry's place as `i_entry` holds it. */
export interface PlaceRow {
  readonly device: DeviceId
  readonly seq: number
  readonly seen: string | null
  readonly branch: string | null
}

export function placeOf({ device, seq, seen, branch }: PlaceRow): Place {
  return { device, seq, seen: seen === null ? {} : (JSON.parse(seen) as Sight), branch }
}
