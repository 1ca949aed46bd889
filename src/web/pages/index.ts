import type { Route } from "../visit.js"
import { ADD } from "./add.js"
import { CASES } from "./cases.js"
import { CORRECT } from "./correct.js"
import { DOSSIER } from "./dossier.js"
import { ENTITY } from "./entity.js"
import { EXPUNGE } from "./expunge.js"
import { HOME } from "./home.js"
import { KEYS } from "./keys.js"
import { LEDGER } from "./ledger.js"
import { LOCK } from "./lock.js"
import { MANUAL } from "./manual.js"
import { MEMBERS } from "./members.js"
import { RECOVERY } from "./recovery.js"
import { REVIEW } from "./review.js"
import { SEARCH } from "./search.js"
import { SETTINGS } from "./settings.js"
import { SOURCES } from "./sources.js"
import { STATE } from "./state.js"
import { TOUR } from "./tour.js"
import { TRASH } from "./trash.js"
import { WELCOME } from "./welcome.js"

/** Every page and every form of the desk. */
export const ROUTES: readonly Route[] = [
  ...WELCOME,
  ...TOUR,
  ...LOCK,
  ...RECOVERY,
  ...KEYS,
  ...MEMBERS,
  ...HOME,
  ...ADD,
  ...SOURCES,
  ...REVIEW,
  ...STATE,
  ...CASES,
  ...DOSSIER,
  ...ENTITY,
  ...SEARCH,
  ...LEDGER,
  ...CORRECT,
  ...TRASH,
  ...EXPUNGE,
  ...SETTINGS,
  ...MANUAL,
]
