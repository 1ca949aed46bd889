import type { Command } from "../command.js"
import { ADD } from "./add.js"
import { BACKUP } from "./backup.js"
import { BUNDLE } from "./bundle.js"
import { CASE } from "./case.js"
import { DUPLICATES } from "./duplicates.js"
import { EXPORT } from "./export.js"
import { EXPUNGE } from "./expunge.js"
import { INIT } from "./init.js"
import { LANGUAGE } from "./language.js"
import { MEMBERS } from "./members.js"
import { MERGE } from "./merge.js"
import { NAMES } from "./names.js"
import { OVERLAP } from "./overlap.js"
import { READ } from "./read.js"
import { DUMP, REBUILD } from "./rebuild.js"
import { RECOVER } from "./recover.js"
import { RESTORE } from "./restore.js"
import { REVIEW } from "./review.js"
import { SAMPLE } from "./sample.js"
import { SEARCH } from "./search.js"
import { SERVE } from "./serve.js"
import { VERIFY } from "./verify.js"

/** Every command, in the order of the sentence capture → read → review → ledger → index → views → publish. */
export const COMMANDS: readonly Command[] = [
  INIT,
  SAMPLE,
  ADD,
  READ,
  LANGUAGE,
  NAMES,
  REVIEW,
  CASE,
  SEARCH,
  DUPLICATES,
  OVERLAP,
  EXPORT,
  SERVE,
  MEMBERS,
  RECOVER,
  BUNDLE,
  MERGE,
  BACKUP,
  RESTORE,
  EXPUNGE,
  VERIFY,
  REBUILD,
  DUMP,
]
