import type { Span } from "../../../model/passage.js"
import type { ReadEntity } from "../../../model/reading.js"
import type { Sentence } from "../../sentences/index.js"
import { CASES, EDGE, END } from "../../uyghur/words.js"
import { type Draft, type DraftMention, draftOf, named } from "../gather.js"
import type { Names } from "../index.js"
import { GROUPS, HONORIFICS, NAMELIKE, NAMES, NOT_NAMES, PLACES, TITLES } from "./words.js"

type Kind = ReadEntity["kind"]

/** No word is longer: a page without spaces must not make the patterns try every part of it. */
const WORD = "[\\p{L}\\p{M}]{1,30}(?![\\p{L}\\p{M}])"
const CASE = new RegExp(`${CASES}$`, "u")
const TITLE = Object.keys(TITLES).join("|")
const TITLED = new RegExp(`${EDGE}(?<title>${TITLE})\\s(?<first>${WORD})\\s(?<last>${WORD})`, "gu")
/** A title, two words, and that they speak: رەئىسى ھامۇت ئىسلامنىڭ ئېيتىشىچە. */
const SPEAKS = new RegExp(
  `${EDGE}(?<title>${TITLE})\\s(?<first>${WORD})\\s(?<last>[\\p{L}\\p{M}]{3,30}?)(?:نىڭ)\\s(?:ئېيتىش|دېيىش|بىلدۈرۈش|سۆز|قارىش|بايان)`,
  "gu",
)
const HONOURED = new RegExp(
  `${EDGE}(?<first>${WORD})(?:\\s(?<last>${WORD}))?\\s(?<title>${HONORIFICS})(?:${CASES})${END}`,
  "gu",
)
const PAIR = new RegExp(`${EDGE}(?<first>${WORD})\\s(?=(?<last>${WORD}))`, "gu")

const UNITS =
  "شەھىرى|ناھىيەسى|ناھىيىسى|ۋىلايىتى|يېزىسى|كەنتى|ئۆلكىسى|بازىرى|مەھەللىسى|رايونى|ئاپتونوم رايونى|ئوبلاستى|مەملىكىتى"
const PLACE = new RegExp(`${EDGE}(?<name>${WORD})\\s(?:ئاپتونوم\\s)?(?:${UNITS})`, "gu")
const STATE = new RegExp(`${EDGE}(?<name>${WORD})\\s(?:ھۆكۈمىتى|دائىرىلىرى|ھۆكۈمەت دائىرىلىرى)`, "gu")
const HEADS =
  "ھۆكۈمىتى|تاشقى ئىشلار مىنىستىرلىقى|ئىچكى ئىشلار مىنىستىرلىقى|مىنىستىرلىقى|جامائەت خەۋپسىزلىكى ئىدارىسى|ج خ ئىدارىسى|ساقچى ئىدارىسى|ساقچىخانىسى|ئالىي سوتى|ئوتتۇرا سوتى|خەلق سوت مەھكىمىسى|سوت مەھكىمىسى|سوتى|تەپتىش مەھكىمىسى|كوممۇنىستىك پارتىيەسى|پارتىيەسى|ئۇنىۋېرسىتېتى|ئىنستىتۇتى|كومىتېتى|قۇرۇلتىيى|تەشكىلاتى|تۈرمىسى|لاگېرى|رادىيوسى|تېلېۋىزىيەسى|گېزىتى|ئاگېنتلىقى|شىركىتى|ئەلچىخانىسى|كونسۇلخانىسى"
const ORGANIZATION = new RegExp(
  `${EDGE}(?<place>${WORD})\\s(?:(?:شەھەرلىك|ناھىيەلىك|ۋىلايەتلىك|ئۆلكىلىك|خەلق|ئۇيغۇر|پېداگوگىكا|دۆلەت)\\s){0,2}(?:${HEADS})`,
  "gu",
)
const QUOTED =
  /[«“"](?<name>[^»”"]{2,40})[»”"]\s(?:گۇرۇپپىسى|تەشكىلاتى|جەمئىيىتى|گېزىتى|ژۇرنىلى|رادىيوسى|فوندى|پارتىيەسى|شىركىتى|تورى|تور بېتى)/gu
const KNOWN =
  /دۇنيا ئۇيغۇر قۇرۇلتىيى|ئەركىن ئاسىيا رادىيوسى|كىشىلىك ھوقۇقنى كۆزىتىش تەشكىلاتى|خەلقئارا كەچۈرۈم تەشكىلاتى|بىرلەشكەن دۆلەتلەر تەشكىلاتى|بىرلەشكەن دۆلەتلەر|خىتاي كوممۇنىستىك پارتىيەسى|ياۋروپا بىرلىكى|ياۋروپا ئىتتىپاقى/gu

/** The word without its ending of case, when the rest is what is looked for. */
function stemOf(word: string, fits: (stem: string) => boolean): string | null {
  if (fits(word)) return word
  for (let cut = 2; cut <= Math.min(8, word.length - 3); cut++) {
    const stem = word.slice(0, -cut)
    if (CASE.exec(word.slice(-cut))?.[0].length === cut && fits(stem)) return stem
  }
  return null
}

const isName = (word: string) => NAMES.has(word) && !NOT_NAMES.has(word)
const isNamelike = (word: string) =>
  word.length <= 30 && !NOT_NAMES.has(word) && (NAMES.has(word) || NAMELIKE.test(word))

/**
 * People, organisations, places and groups of a Uyghur document in Arabic letters, which have no capitals: two names in
 * a row, or a title and a name. What was found once is then found everywhere, with whatever ending.
 */
export function findNames(text: string, sentences: readonly Sentence[], known: readonly string[]): Names {
  const document = new Document(text)
  for (const name of known)
    if (/\p{Script=Arabic}\s\p{Script=Arabic}/u.test(name) && text.includes(name)) document.person(name.split(" "), "")
  document.people()
  document.bodies()
  return document.names(sentences)
}

class Document {
  readonly #text: string
  readonly #byName = new Map<string, Draft>()
  readonly #parts = new Map<string, Draft | null>()

  constructor(text: string) {
    this.#text = text
  }

  #draft(kind: Kind, name: string, country: string | null = null): Draft {
    const known = this.#byName.get(name)
    if (known) return known
    const draft = draftOf(kind, name, country)
    this.#byName.set(name, draft)
    return draft
  }

  person(words: readonly string[], role: string): void {
    const person = this.#draft("Person", words.join(" "))
    if (role) person.roles.add(role)
    if (words.length < 2) return
    for (const part of words) {
      const other = this.#parts.get(part)
      this.#parts.set(part, other === undefined || other === person ? person : null)
    }
  }

  people(): void {
    const text = this.#text
    for (const { groups } of text.matchAll(TITLED)) {
      const { title, first, last } = groups!
      const stem = stemOf(last!, isNamelike)
      if (PLACES[first!] !== undefined || NOT_NAMES.has(first!)) continue
      // Beside a title one word that is surely a name is enough.
      if (stem !== null && (isNamelike(first!) || (isName(stem) && !COMMON.test(first!))))
        this.person([first!, stem], TITLES[title!]!)
      else if (isNamelike(first!) && !COMMON.test(last!)) {
        const own = stemOf(last!, (word) => word.length < last!.length && !/[ىەا]$/u.test(word))
        if (own !== null) this.person([first!, own], TITLES[title!]!)
      }
    }
    for (const { groups } of text.matchAll(SPEAKS)) {
      const { title, first, last } = groups!
      if ([first!, last!].every((word) => !COMMON.test(word) && !VERBAL.test(word) && PLACES[word] === undefined))
        this.person([first!, last!], TITLES[title!]!)
    }
    for (const { groups } of text.matchAll(HONOURED)) {
      const { first, last } = groups!
      if (last !== undefined && isNamelike(last) && isNamelike(first!)) this.person([first!, last], "")
    }
    for (const { groups, index } of text.matchAll(PAIR)) {
      const { first, last } = groups!
      if (!isNamelike(first!)) continue
      const stem = stemOf(last!, isNamelike)
      // Two words that only end like names are too little; one of them must be one.
      if (stem !== null && stem !== first && (isName(first!) || isName(stem))) this.person([first!, stem], "")
      // پەخرىدىن قوشماق 2019-يىلى …: a name, a word that is no verb, and a date.
      else if (
        isName(first!) &&
        !COMMON.test(last!) &&
        !VERBAL.test(last!) &&
        /^\s\p{L}+،?\s\d{1,4}[-–]/u.test(text.slice(index + first!.length))
      )
        this.person([first!, last!], "")
    }
  }

  bodies(): void {
    const text = this.#text
    for (const [name] of text.matchAll(KNOWN)) this.#draft("Organization", name)
    for (const { groups } of text.matchAll(PLACE)) {
      const name = groups!.name!
      if (!COMMON.test(name) && !VERBAL.test(name) && name.length > 2) this.#draft("Place", name, PLACES[name] ?? null)
    }
    for (const { groups } of text.matchAll(STATE)) {
      const name = groups!.name!
      if (!COMMON.test(name) && !VERBAL.test(name) && name.length > 2) this.#draft("Place", name, PLACES[name] ?? null)
    }
    for (const [name, country] of Object.entries(PLACES)) if (text.includes(name)) this.#draft("Place", name, country)
    for (const match of text.matchAll(ORGANIZATION)) {
      const place = match.groups!.place!
      if (this.#byName.get(place)?.kind === "Place") this.#draft("Organization", match[0], PLACES[place] ?? null)
    }
    for (const { groups } of text.matchAll(QUOTED)) this.#draft("Organization", groups!.name!)
    for (const [name] of text.matchAll(new RegExp(`${EDGE}(?:${GROUPS})(?=${CASES}${END})`, "gu")))
      this.#draft("Group", name)
  }

  names(sentences: readonly Sentence[]): Names {
    for (const [part, person] of this.#parts)
      if (person !== null && !this.#byName.has(part) && part.length > 3) this.#byName.set(part, person)
    if (this.#byName.size === 0) return { entities: [], mentions: [] }
    const names = [...this.#byName.keys()].sort((a, b) => b.length - a.length)
    const any = new RegExp(
      `${EDGE}(?<name>${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|")})(?=${CASES}${END})`,
      "gu",
    )
    const found: DraftMention[] = []
    for (const { start, end } of sentences)
      for (const match of this.#text.slice(start, end).matchAll(any)) {
        const name = match.groups!.name!
        const draft = this.#byName.get(name)!
        const span = { start: start + match.index, end: start + match.index + name.length }
        if (draft.kind === "Person" && name !== draft.name && this.#beside(span)) continue
        found.push({ ...span, draft })
      }
    return named(this.#text, found)
  }

  /** A part of a name beside another name is part of somebody else's. */
  #beside({ start, end }: Span): boolean {
    const before = /(\p{L}+)\s$/u.exec(this.#text.slice(Math.max(0, start - 24), start))?.[1]
    const after = /^\s(\p{L}+)/u.exec(this.#text.slice(end, end + 24))?.[1]
    return (before !== undefined && isName(before)) || (after !== undefined && stemOf(after, isName) !== null)
  }
}

/** Endings of verbs, adjectives and cases. */
const VERBAL = /(?:غان|گەن|قان|كەن|[ىۇۈ]پ|دى|تى|دۇ|لىق|لىك|لۇق|لۈك|ىي|نىڭ|دىكى|تىكى|دا|دە|ناھىيە|شەھەر)$/u
/** Words that often stand where a name might, and are none. */
const COMMON =
  /^(?:بىر|بۇ|شۇ|ئۇ|ھەر|ھەممە|بارلىق|كۆپ|ئىككى|ئۈچ|بەزى|باشقا|يېڭى|چوڭ|كىچىك|مەركىزىي|جەنۇبىي|شىمالىي|شەرقىي|غەربىي|ئاساسىي|يەرلىك|دۆلەت|خەلق|ئاپتونوم|پۈتۈن|ئۇيغۇر|ئەمما|لېكىن|ۋە|ھەم|ھازىر|كېيىن|بۇرۇن|ئۆز|ئەڭ|بىلەن|ئۈچۈن)$/u
