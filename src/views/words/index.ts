import * as en from "./en.js"
import * as kk from "./kk.js"
import * as ru from "./ru.js"
import type { Words } from "./say.js"

/** The languages of the interface. A new one is one file of words and one row here. */
export const LANGUAGES = {
  en: { name: "English", direction: "ltr", words: en },
  kk: { name: "Қазақша", direction: "ltr", words: kk },
  ru: { name: "Русский", direction: "ltr", words: ru },
} as const satisfies Record<string, { name: string; direction: "ltr" | "rtl"; words: Words }>
