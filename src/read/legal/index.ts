import type { LegalMention } from "../../model/reading.js"
import { legalMentions as en } from "./en.js"

/** The list: articles of laws, named offences and penalties of a text, in order, none overlapping. */
export const LEGAL: Readonly<Record<string, (text: string) => LegalMention[]>> = { en }

export function findLegal(text: string, language: string): LegalMention[] {
  const found = [...(LEGAL[language]?.(text) ?? [])].sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return found.filter((mention) => {
    if (mention.start < end) return false
    end = mention.end
    return true
  })
}
