import { HEADS } from "../../organizations/words.js"
import type { Sentence } from "../../sentences/index.js"
import type { Word } from "../../sentences/words.js"
import type { Piece } from "./runs.js"

/** How much one sentence says for a run of capitals being a place that no gazetteer knows. */
export const PLACE_ENOUGH = 2.4

const KIND =
  /^(?:village|town|city|settlement|hamlet|district|region|province|county|prefecture|oblast|raion|neighbou?rhood|suburb|township|island|valley|capital|republic|kingdom|camp|port)$/
const BESIDE =
  /^(?:district|region|province|county|prefecture|oblast|village|city|town|prison|jail|courthouse|consulate|embassy|border|airport|camp|detention|remand|hospital|dormitories|authorities)$/
/** What one does in, to or from a place, and never in a language, a play or a firm. */
const DWELLS =
  /^(?:born|live|lives|lived|living|resides?|resided|based|resettled|settled|detained|arrested|held|imprisoned|jailed|buried|opened|recorded|raised|grew|moved|fled|returned|travell?ed|deported|extradited|came|went|go|goes|transferred|sent|flew|home|flat|apartment|house|room|office|court|trial|hearing|village|town|city|prison|camp|camps|missing|cousin|people|families|relatives|anyone|nobody|somewhere|wait|waited|out|crossing|here)$/
const RULES_OVER =
  /^(?:government|president|parliament|authorities|capital|province|citizens?|republic|people|border|west|east|north|south|part|villages?|towns?|state|history)$/
const NEVER =
  /^(?:Parliament|Congress|Court|English|Latin|Hebrew|Internet|Web|Bible|Koran|Quran|God|Heaven|Facebook|Twitter|Telegram|Instagram|YouTube|WhatsApp|Google|State|House|Senate|Christmas|Ramadan|Eid|Islam|Christianity|Article|Section|Part|Chapter|Phase|Act|Room|No|Page|Appendix|Covid|COVID)$/

/** Only a short name, nothing of it known for something else. */
export function whereabouts(piece: Piece & { kind: "run" }, { words, kind }: Sentence): number {
  const tokens = words.slice(piece.from, piece.to)
  if (piece.title !== null || tokens.length > 2) return 0
  if (
    tokens.some(
      ({ text }) =>
        text.length < 3 ||
        NEVER.test(text) ||
        HEADS.has(text) ||
        /(?:ist|ic|ism|istry|tion)$/.test(text) ||
        /^\p{Lu}+$/u.test(text),
    )
  )
    return 0
  const back = (count: number) => words[piece.from - count]
  const previous = back(1)?.lower ?? ""
  const before = back(2)?.lower ?? ""
  const next = words[piece.to]
  const second = words[piece.to + 1]
  if (next && /^(?:Court|Prison|Court's|Street|Avenue|Road)$/.test(next.text)) return 1
  let weight = 0
  // "the village of Moiynsai", "a western province of neighbouring Yunze"
  const owner = /^(?:neighbou?ring|nearby|distant|western|eastern|northern|southern|central)$/.test(previous)
    ? before
    : previous
  const owned = owner === previous ? before : (back(3)?.lower ?? "")
  if (owner === "of" && KIND.test(owned)) weight += 3
  else if (owner === "of" && RULES_OVER.test(owned)) weight += 2
  // "Moiynsai, a village in", "Kokkum, a western province of"
  if (next?.text === "," && second && /^(?:a|the|an)$/.test(second.lower) && kindWithin(words, piece.to + 2))
    weight += 3
  // "the Alatomar district", "the Aktolqyn remand prison"
  if (next && BESIDE.test(next.text) && /^(?:the|a|an|in|of|to|from|outside)$/.test(previous)) weight += 2
  if (/^(?:in|near|outside|inside|at|from|to|across|around|leaving)$/.test(owner)) {
    const locative = /^(?:in|near|outside|inside|across)$/.test(owner)
    const dwells = DWELLS.test(owned) || DWELLS.test(back(owner === previous ? 3 : 4)?.lower ?? "")
    const ends = next === undefined || /^[.,;)]$/.test(next.text) || /^\p{Ll}/u.test(next.text)
    if (ends) weight += locative ? (dwells ? 2 : 1.2) : dwells ? 1.5 : 0.5
  }
  // "Yunze denies", "Yunze's Foreign Ministry": a state speaks.
  if (
    /^['’]s$/.test(next?.text ?? "") &&
    /^(?:Foreign|Interior|Justice|Defen[cs]e|Ministry|government|president|parliament|capital)$/.test(
      second?.text ?? "",
    )
  )
    weight += 2
  if (kind === "dateline") weight = 0
  return weight
}

function kindWithin(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + 3); at++) {
    const { text } = words[at]!
    if (KIND.test(text)) return /^(?:in|of|near|on|where|,|outside)$/.test(words[at + 1]?.text ?? "")
    if (!/^\p{Ll}[\p{L}-]*$/u.test(text)) return false
  }
  return false
}

/** "DALAKENT --": a town in capitals before a dash opens a report; the dash may already have been cut off. */
export function datelineTown({ words, kind }: Sentence): string | null {
  const [first, second] = words
  if (kind === "nav" || kind === "related" || first === undefined || !/^\p{Lu}{4,20}$/u.test(first.text)) return null
  const alone = kind === "dateline" && second === undefined
  const dashed = second && /^[-–—,(]$/u.test(second.text) && words.slice(1, 6).some(({ text }) => /^[-–—]$/u.test(text))
  return alone || dashed ? first.text[0] + first.text.slice(1).toLowerCase() : null
}
