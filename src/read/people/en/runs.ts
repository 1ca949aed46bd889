import type { Span } from "../../../model/passage.js"
import { HEADS, KNOWN, LINKS, NOT_ACRONYMS, STATE_BODIES } from "../../organizations/words.js"
import { DEMONYMS, type KnownPlace, PLACES } from "../../places/gazetteer.js"
import { TITLES as ABBREVIATED } from "../../sentences/abbreviations.js"
import type { Sentence } from "../../sentences/index.js"
import type { Word } from "../../sentences/words.js"
import { GROUPS, PEOPLES } from "../groups.js"
import { ROLES, STARTERS, TITLES } from "./words.js"

/** A piece of a sentence that names something, before anyone has decided whom. Word indexes, `to` exclusive. */
export type Piece = Span & { readonly from: number; readonly to: number } & (
    | { readonly kind: "place"; readonly place: KnownPlace; readonly asked: boolean }
    | { readonly kind: "organization"; readonly sure: boolean }
    | { readonly kind: "group" }
    /** Capitals that may be a person. `title`: words before it that only people bear, as written. */
    | { readonly kind: "run"; readonly title: string | null }
    | { readonly kind: "acronym" }
  )

/** Small words inside a person's name. */
const PARTICLES = new Set(
  "de del dela da das do dos di della bin ibn bint ben van von der den la le du al el ul ur y e ter ten af abu".split(
    " ",
  ),
)

const PLACE_WORDS = new Set([...PLACES.keys()].map((name) => name.split(/\s/)[0]!))
const ORG_WORDS = new Set([...KNOWN].map((name) => name.split(/\s/)[0]!))
const LONGEST = 6

const COURT =
  /^(?:(?:city|district|regional|military|municipal|provincial|criminal|appeals?|high|higher|supreme|county|federal|local|state|civil|administrative|constitutional|central|magistrate)\s)*(?:courts?|tribunal)$/iu

/** Words asked for by a place: "in Almaty". */
const ASKS_PLACE = new Set(
  "in at from near to of across around outside inside toward towards throughout between via into leaving reach reached visit visited neighboring neighbouring central northern southern eastern western northwestern northeastern southwestern southeastern downtown and over against for with against within - --".split(
    " ",
  ),
)

export function isCapital(word: Word | undefined): boolean {
  return word !== undefined && (word.capital || /^(?:al|el|ad|as|ash|at|an|ar|az|ul)[-‑']\p{Lu}/u.test(word.text))
}

/** Everything a sentence names, left to right. */
export function* piecesOf(text: string, sentence: Sentence): Generator<Piece> {
  const { words } = sentence
  let at = 0
  while (at < words.length) {
    const word = words[at]!
    if (!isCapital(word)) {
      at++
      continue
    }
    const piece = pieceAt(text, words, at, sentence)
    if (piece === null) {
      at++
      continue
    }
    yield piece
    at = Math.max(piece.to, at + 1)
  }
}

const span = (words: readonly Word[], from: number, to: number) => ({
  start: words[from]!.start,
  end: words[to - 1]!.end,
  from,
  to,
})

function pieceAt(text: string, words: readonly Word[], at: number, sentence: Sentence): Piece | null {
  const word = words[at]!
  const run = runFrom(words, at)
  const organization = organizationAt(text, words, at, run)
  if (organization !== null) return organization
  const place = placeAt(text, words, at)
  if (place !== null) {
    const rest = place.to < run
    const next = words[place.to]
    const breaks =
      !rest ||
      (place.place.isCountry && !place.place.doubtful) ||
      DEMONYMS.has(next!.text) ||
      PEOPLES.has(next!.text) ||
      isTitle(next!) ||
      sentence.headline
    // "Paris Hilton", "Jackson Smith": a town and more capitals is a name.
    if (breaks) return place
  }
  const { text: name } = word
  if (GROUPS.has(name) || DEMONYMS.get(name)?.people === true) return { kind: "group", ...span(words, at, at + 1) }
  if (DEMONYMS.has(name) || PEOPLES.has(name) || DEMONYMS.has(`${name} ${words[at + 1]?.text}`)) return null
  if (isTitle(word)) return titled(words, at)
  if (
    STARTERS.has(name) &&
    !(name.length > 2 && /^(?:Will|May|Mark|April|June|August|Rose|Read)$/.test(name) && run - at > 1 && at > 0)
  )
    return null
  if (run - at === 1 && /^\p{Lu}[\p{Lu}\p{N}./&-]*\p{Lu}[\p{N}]*s?$/u.test(name)) {
    if (NOT_ACRONYMS.has(name) || name.length > 8 || sentence.headline) return null
    return { kind: "acronym", ...span(words, at, at + 1) }
  }
  if (/[-‑](?:born|based|led|backed|owned|run|era|style|controlled|occupied|educated|speaking|held)$/u.test(name))
    return null
  if (/^\p{Lu}\.?$/u.test(name) && run - at === 1) return null
  const to = nameEnd(words, at, run)
  return { kind: "run", title: null, ...span(words, at, to) }
}

/** Where the capitals that begin at `from` end. A full stop belongs to an initial or a title only. */
function runFrom(words: readonly Word[], from: number): number {
  let to = from + 1
  while (to < words.length) {
    const word = words[to]!
    const previous = words[to - 1]!
    if (
      word.text === "." &&
      (/^\p{Lu}$/u.test(previous.text) || ABBREVIATED.has(previous.lower)) &&
      isCapital(words[to + 1])
    ) {
      to++
      continue
    }
    if (!isCapital(word)) break
    if (
      STARTERS.has(word.text) &&
      !/^(?:Will|May|Mark|April|June|August|Rose|News|Reports|Report|Journalists|Lawyers|Students|Women|Reporters|Democratic|Republican|Without|Against|First|Internet|People|People's|Police|Workers|Media|Children)$/.test(
        word.text,
      )
    )
      break
    to++
  }
  return to
}

function isTitle(word: Word): boolean {
  return TITLES.has(word.text) || (word.capital && (ABBREVIATED.has(word.lower) || ROLES.has(word.lower)))
}

/** "President Aidan Orazov", "Prime Minister Orazov", "Mr. Orazov". */
function titled(words: readonly Word[], from: number): Piece | null {
  let at = from
  while (
    at < words.length &&
    (isTitle(words[at]!) ||
      (words[at]!.text === "." && at > from) ||
      (at > from && /^(?:for|of|-)$/.test(words[at]!.text) && isTitle(words[at + 1] ?? words[at]!)))
  )
    at++
  const word = words[at]
  if (!isCapital(word) || STARTERS.has(word!.text)) return null
  if (DEMONYMS.has(word!.text) || PEOPLES.has(word!.text) || HEADS.has(word!.text)) return null
  const to = nameEnd(words, at, runFrom(words, at))
  // "Secretary Clinton" with a known place's name is still a person; "Mayor of Almaty" never comes here.
  return {
    kind: "run",
    title: words
      .slice(from, at)
      .map((title) => title.text)
      .join(" ")
      .replace(/ \./g, "."),
    ...span(words, at, to),
  }
}

/** A name ends before a title, an office or a people, and goes on over particles: "Mohammed bin Salman". */
function nameEnd(words: readonly Word[], from: number, run: number): number {
  let to = from + 1
  while (to < run && !isTitleInside(words[to]!, to === run - 1) && !DEMONYMS.has(words[to]!.text)) to++
  while (to < words.length && PARTICLES.has(words[to]!.lower)) {
    let next = to + 1
    while (next < words.length && PARTICLES.has(words[next]!.lower) && next - to < 3) next++
    if (!isCapital(words[next]) || STARTERS.has(words[next]!.text)) break
    to = next + 1
    while (to < words.length && isCapital(words[to]) && !STARTERS.has(words[to]!.text) && to - next < 3) to++
  }
  return to
}

/** A title within a run of capitals begins another name, but "Rodney King" ends with one. */
function isTitleInside(word: Word, last: boolean): boolean {
  return (
    isTitle(word) &&
    !(
      last &&
      /^(?:Justice|King|Prince|Bishop|Pope|Judge|Major|Hon|Lady|Lord|Sultan|Emir|Sheikh|Chief|Khan|Martin|Pastor|Abbot|Guard|Rich|Coach|Crown|Foreign|Ms|Ma|St|Sen|Fr|Major|Rep|Cardinal|Father|Sister|Miss|Marshal|Private|Poet|Speaker|Boy|Man|Young|Moore)$/.test(
        word.text,
      )
    )
  )
}

function joinedText(text: string, words: readonly Word[], from: number, to: number): string {
  return text.slice(words[from]!.start, words[to - 1]!.end).replace(/\s+/g, " ")
}

function placeAt(text: string, words: readonly Word[], at: number): (Piece & { kind: "place" }) | null {
  const first = words[at]!.text
  const shouting = first.length > 2 && first === first.toUpperCase()
  if (!PLACE_WORDS.has(first) && !shouting) return null
  for (let to = Math.min(words.length, at + LONGEST); to > at; to--) {
    if (!isCapital(words[to - 1]) && to - 1 > at && !/[\p{L}]/u.test(words[to - 1]!.text)) continue
    const name = joinedText(text, words, at, to)
    const place =
      PLACES.get(name) ?? (shouting && name === name.toUpperCase() ? PLACES.get(titleCase(name)) : undefined)
    if (!place) continue
    const before = words[at - 1]?.lower ?? ""
    const asked = ASKS_PLACE.has(before) || /^["“(]$/.test(before)
    const comma = before === "," && isCapital(words[at - 2])
    const listed = words[to]?.text === "," && isCapital(words[to + 1]) && asked
    // "Jordan says": a country that speaks, unless more of a name follows.
    const speaks = place.isCountry && /^(?:says?|said|denie[sd]|has|have|will|'s|and)$/u.test(words[to]?.lower ?? "")
    if (place.doubtful && !asked && !comma && !listed && !speaks) return null
    return { kind: "place", place, asked, ...span(words, at, to) }
  }
  return null
}

function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, lead: string, letter: string) => lead + letter.toUpperCase())
}

function organizationAt(text: string, words: readonly Word[], at: number, run: number): Piece | null {
  const word = words[at]!
  if (ORG_WORDS.has(word.text))
    for (let to = Math.min(words.length, at + LONGEST); to > at; to--)
      if (KNOWN.has(joinedText(text, words, at, to)) && !(to < run && HEADS.has(words[to]!.text))) {
        const extended = ownService(words, to)
        // "Amazon" the firm and "IS" the verb need their own capitals and no more of them beside.
        return { kind: "organization", sure: true, ...span(words, at, extended) }
      }
  // "an Almaty court", "Chinese government"
  const place = placeAt(text, words, at)
  const adjective = DEMONYMS.get(word.text)
  const next = place !== null ? place.to : adjective && !adjective.people ? at + 1 : at
  if (next > at) {
    let to = next
    while (to < words.length && to - next < 4 && /^\p{L}+$/u.test(words[to]!.text)) {
      to++
      if (COURT.test(joinedText(text, words, next, to)))
        return { kind: "organization", sure: true, ...span(words, at, to) }
    }
    const body = words[next]
    if (adjective && body && STATE_BODIES.has(body.text) && !/^(?:security|forces)$/.test(body.text))
      return { kind: "organization", sure: true, ...span(words, at, next + 1) }
    if (adjective && body?.text === "security" && words[next + 1]?.text === "forces")
      return { kind: "organization", sure: true, ...span(words, at, next + 2) }
    if (adjective && body?.text === "foreign" && words[next + 1]?.text === "ministry")
      return { kind: "organization", sure: true, ...span(words, at, next + 2) }
  }
  if (STARTERS.has(word.text) && !HEADS.has(word.text) && !KNOWN.has(word.text)) {
    if (
      run - at === 1 ||
      !/^(?:Women|People|Workers|Journalists|Lawyers|Students|Reporters|Police|News|Democratic|Republican|Internet|First|Children)$/.test(
        word.text,
      )
    )
      return null
  }
  return headed(words, at, run)
}

/** A run of capitals with a head word: "Ministry of Internal Affairs", "Steppe Workers Union". */
function headed(words: readonly Word[], at: number, run: number): Piece | null {
  let head = -1
  for (let index = at; index < run; index++) if (HEADS.has(words[index]!.text)) head = index
  if (head < 0) return null
  let from = at
  // Titles before it are a person's: "President Orazov Foundation" is rare, "Minister of …" is not.
  while (
    from < head &&
    isTitle(words[from]!) &&
    !/^(?:Justice|Interior|Foreign|Defense|Defence|Finance|Health|Education|Special|Chief|Crown|Supreme|Student|Students|Editor|Journalist|Journalists|Lawyer|Lawyers|Teachers|King|Queen|Prince|Writer|Writers|National|Worker|General|Attorney|Sultan|State|Judge|Presidential|Prime|Chamber)$/.test(
      words[from]!.text,
    )
  )
    from++
  let to = head + 1
  // What follows the head with capitals is the person who speaks for it, unless small words link on.
  for (;;) {
    const link = words[to]
    if (!link || !LINKS.has(link.lower) || link.capital) break
    let next = to + 1
    while (words[next] && (LINKS.has(words[next]!.lower) || words[next]!.lower === "the") && next - to < 3) next++
    if (!isCapital(words[next]) || (STARTERS.has(words[next]!.text) && !HEADS.has(words[next]!.text))) break
    if (
      /^(?:and|&|in|to)$/.test(link.lower) &&
      !(
        /^(?:Ministry|Department|Committee|Institute|Commission|Office|Center|Centre|Bureau|Council|Agency|Directorate|Union|Association|Federation|Organization|Organisation|Campaign|Board|Fund)$/.test(
          words[from]!.text,
        ) ||
        (/^(?:Committee|Campaign)$/.test(words[head]!.text) && link.lower === "to")
      )
    )
      break
    // "the Court in Almaty", "the Council for Mr. Orazov"
    if (
      isTitle(words[next]!) &&
      !HEADS.has(words[next]!.text) &&
      !/^(?:Justice|Foreign|Interior|Defense|Defence|Health|Finance|Education|Special|Journalists|Lawyers|Writers|Teachers|State)$/.test(
        words[next]!.text,
      )
    )
      break
    const end = Math.min(runFrom(words, next), next + 5)
    if (link.lower === "and" && DEMONYMS.has(words[next]!.text)) break
    to = end
  }
  if (to - from === 1) {
    const only = words[from]!.text
    // A lone head word is a thing with a capital: "Court", "Party"; a few are names enough.
    if (
      !/^(?:Taliban|Hezbollah|Knesset|Duma|Majlis|Mejlis|Bundestag|Senate|Congress|Parliament|Treasury|Politburo)$/.test(
        only,
      )
    )
      return null
  }
  return { kind: "organization", sure: true, ...span(words, from, ownService(words, to)) }
}

/** "RFE/RL's Kazakh Service": a possessive and a headed run belong to the organisation before them. */
function ownService(words: readonly Word[], to: number): number {
  if (!/^['’]s$/.test(words[to]?.text ?? "") || !isCapital(words[to + 1])) return to
  const run = runFrom(words, to + 1)
  let head = -1
  for (let index = to + 1; index < run; index++) if (HEADS.has(words[index]!.text)) head = index
  return head < 0 ? to : head + 1
}
