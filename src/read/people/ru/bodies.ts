import type { Word } from "../../sentences/words.js"
import { plain, stemOf } from "./forms.js"
import { isHead } from "./words.js"

/** Word indexes, `to` exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}

const COURT = /^суд(?:а|у|ом|е|ы|ов)?$/u
/** Lower-case adjectives of a court or an office. */
const ADJECTIVE =
  /^(?:городск|районн|областн|военн|верховн|административн|конституционн|апелляционн|кассационн|межрайонн|специализированн|уголовн|федеральн|окружн|краев|арбитражн|мещанск|генеральн|гарнизонн|военно-|следственн|национальн|государственн|республиканск|центральн|местн|миграционн|пограничн|антикоррупционн|экономическ)\p{L}*(?:ый|ий|ой|ого|ому|ым|им|ом|ая|ую|ое|ие|ых)$/u
const TOWN = /^\p{Lu}\p{L}+(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их)$/u
/** What such a body is for, in the genitive. */
const FOR =
  /^(?:иностранных|внутренних|дел|юстиции|обороны|здравоохранения|образования|национальной|государственной|общественной|безопасности|финансов|внешних|культуры|информации|труда|экономики|энергетики|печати|прав|человека|по|правам|делам|и|науки|социальной|защиты|исполнения|наказаний|уголовно-исполнительной|системы|полиции|развития|общественного|согласия)$/u
const OFFICE =
  /^(?:министерств|прокуратур|департамент|комитет|управлени|парламент|генпрокуратур|минюст|мид$|мвд$|кнб$|фсб$|оон$|обсе$|минздрав|миноборон|минфин|минобр|акимат|посольств|консульств|генконсульств)\p{L}{0,3}$/u
const NAMED =
  /^(?:групп|парти|движени|организаци|объединени|фонд|газет|журнал|телеканал|канал|агентств|компани|радио|издани|портал|сайт|обществ|ассоциаци|союз|центр|проект|тоо|ооо|оао|зао|ао|фк|клуб)\p{L}{0,3}$/u

/** Courts, ministries and named groups that their own words give away. Earliest and longest first. */
export function bodiesIn(words: readonly Word[]): Range[] {
  const found: Range[] = []
  let last = 0
  for (let at = 0; at < words.length; at++) {
    const range = bodyAt(words, at)
    if (range === null || range.from < last) continue
    found.push(range)
    last = range.to
  }
  return found
}

function bodyAt(words: readonly Word[], at: number): Range | null {
  const word = words[at]!
  const lower = plain(word.text)
  if (COURT.test(lower)) {
    let from = at
    while (from > 0 && (ADJECTIVE.test(plain(words[from - 1]!.text)) || TOWN.test(words[from - 1]!.text))) from--
    const to = placeAfter(words, at + 1)
    // "The court" alone is a word, not a name.
    return from < at || to > at + 1 ? { from, to } : null
  }
  if (OFFICE.test(lower)) {
    let from = at
    while (from > 0 && (ADJECTIVE.test(plain(words[from - 1]!.text)) || TOWN.test(words[from - 1]!.text))) from--
    let to = at + 1
    while (to < words.length && FOR.test(words[to]!.text.toLowerCase())) to++
    while (to > at + 1 && /^(?:и|по)$/u.test(words[to - 1]!.text)) to--
    to = placeAfter(words, to)
    const acronym = /^\p{Lu}{2,}$/u.test(word.text) || /^\p{Lu}(?:ин|енпрок)/u.test(word.text)
    return to > at + 1 || from < at || acronym ? { from, to } : null
  }
  // группа «Сагыныш»
  if (NAMED.test(lower) && /^[«"“]$/u.test(words[at + 1]?.text ?? "")) {
    let to = at + 2
    while (to < words.length && to - at < 9 && !/^[»"”]$/u.test(words[to]!.text)) to++
    return to < words.length && to > at + 2 && /^[»"”]$/u.test(words[to]!.text) && words[at + 2]!.capital
      ? { from: at + 2, to }
      : null
  }
  return null
}

/** "суд Далакента", "суд города Актолкын", "министерство обороны Российской Федерации". */
function placeAfter(words: readonly Word[], at: number): number {
  let to = at
  if (/^(?:города|города-|республики|области|района|провинции|г)$/u.test(words[to]?.text.toLowerCase() ?? "")) {
    to++
    if (words[to]?.text === ".") to++
  }
  const next = words[to]
  if (!next?.capital || isHead(next.text) || /^\p{Lu}\.?$/u.test(next.text)) return at
  // "Суд Бегимкул не поверил": only a genitive of a place belongs to the court.
  if (!/(?:а|я|ы|и|ой|ии|РФ|РК|СССР|США|КНР|э|е|о)$/u.test(next.text) && to === at) return at
  to++
  while (
    words[to]?.capital &&
    stemOf(words[to]!.text).length > 2 &&
    to - at < 3 &&
    /(?:ции|ации|стан|стана|ии)$/u.test(words[to]!.text)
  )
    to++
  return to
}
