import type { FoundClaim } from "../claims/index.js"
import type { FoundEvent } from "../events/index.js"
import type { Scene } from "../events/scene.js"

/** What the gist is drawn from. */
export interface Told {
  readonly scene: Scene
  readonly events: readonly FoundEvent[]
  readonly claims: readonly FoundClaim[]
  /** The day of publication, null when unknown. */
  readonly published: string | null
}
