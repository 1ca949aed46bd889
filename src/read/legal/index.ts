import type { LegalMention } from "../../model/reading.js"
import { legalMentions as en } from "./en.js"
import { legalMentions as kk } from "./kk.js"
import { legalMentions as ru } from "./ru.js"
import { legalMentions as zh } from "./zh.js"

/** The list: articles of laws, named offences and penalties of a text. */
export const LEGAL: Readonly<Record<string, (text: string) => LegalMention[]>> = { en, kk, ru, zh }

/** Languages that name the law within an article, the prison within a term, as mentions of their own. */
const NESTED = new Set(["kk", "ru"])

/** In order. None overlap, but one may lie wholly within another where the language nests them. */
export function findLegal(text: string, language: string): LegalMention[] {
  const found = [...(LEGAL[language]?.(text) ?? [])].sort((a, b) => a.start - b.start || b.end - a.end)
  const nested = NESTED.has(language)
  let end = -1
  return found.filter((mention) => {
    if (mention.start < end) return nested && mention.end <= end
    end = mention.end
    return true
  })
}
