import { type KazakhScript, letters, scriptOf, skeletonOf } from "../../kazakh/skeleton.js"
import { KAZAKH } from "../../places/cyrillic.js"
import type { Sentence } from "../../sentences/index.js"
import { type Model, modelOf, type Stretch, stretches, tag } from "../../tagger/tagger.js"
import { type Draft, type DraftMention, draftOf, named } from "../gather.js"
import type { Names } from "../index.js"
import { SIZE as BARE_SIZE, TRANSITIONS as BARE_TRANSITIONS, WEIGHTS as BARE_WEIGHTS } from "./caseless.js"
import { type Folded, foldedWords, lowerStems, tokensOf } from "./tokens.js"
import { SIZE, TRANSITIONS, WEIGHTS } from "./weights.js"
import { CASE, FAMILY_ENDING, givenOf, isHead, isRole, PATRONYMIC, roleOf, SPEAKS } from "./words.js"

const unpacked = new Map<boolean, Model>()

/** The weights are unpacked when the first Kazakh text is read. */
function modelFor(script: KazakhScript): Model {
  const bare = script === "Arab"
  const known = unpacked.get(bare)
  if (known) return known
  const model = bare ? modelOf(BARE_WEIGHTS, BARE_SIZE, BARE_TRANSITIONS) : modelOf(WEIGHTS, SIZE, TRANSITIONS)
  unpacked.set(bare, model)
  return model
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Somebody of whom the document gave a full name, or a name that stands for itself. */
interface Someone {
  readonly draft: Draft
  readonly given: string | null
  readonly family: string
  /** Word by word, as written, without case endings. */
  bare: string
}

/**
 * People, organisations and places of a Kazakh document in any of its scripts: a trained tagger over skeleton letters,
 * names that leave no doubt, and one full name that licenses its surname everywhere in the document.
 */
export function findNames(text: string, sentences: readonly Sentence[], known: readonly string[]): Names {
  return new Document(text, sentences, known).read()
}

class Document {
  private readonly text: string
  private readonly sentences: readonly Sentence[]
  private readonly known: readonly string[]
  private readonly script: KazakhScript
  private readonly folded: readonly (readonly Folded[])[]
  private readonly lower: ReadonlySet<string>
  /** Every word of the document, without case endings as far as they can be told: what a name's bare form may be. */
  private readonly attested = new Set<string>()
  /** How often a name is followed by which word: without capitals, twice is no chance. */
  private readonly pairs = new Map<string, number>()
  private readonly found: DraftMention[] = []
  private readonly byFamily = new Map<string, Someone[]>()
  private readonly byGiven = new Map<string, Someone[]>()
  private readonly bodies = new Map<string, Draft>()

  constructor(text: string, sentences: readonly Sentence[], known: readonly string[]) {
    this.text = text
    this.sentences = sentences
    this.known = known
    this.script = scriptOf(text)
    this.folded = sentences.map(({ words }) => foldedWords(words, this.script))
    this.lower = this.script === "Arab" ? new Set() : lowerStems(sentences, this.folded)
    for (const words of this.folded) for (const { lower } of words) this.attested.add(lower)
    if (this.script !== "Arab") return
    for (const [sentence, { words }] of sentences.entries())
      for (const [at, { lower }] of this.folded[sentence]!.entries()) {
        if (at + 1 >= words.length || givenOf(lower)?.name !== lower) continue
        const pair = `${lower} ${this.key(words[at + 1]!.text)}`
        this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1)
      }
  }

  read(): Names {
    const model = modelFor(this.script)
    const tagged = this.folded.map((words) =>
      stretches(tag(model, tokensOf(words, this.lower, this.script !== "Arab"))),
    )
    const places = this.folded.map((words) => this.placesIn(words))
    const people = this.folded.map((words, at) => this.peopleIn(words, tagged[at]!, places[at]!, at))
    for (const [at, ranges] of people.entries())
      for (const range of ranges) if (range.to - range.from > 1) this.someone(at, range)
    for (const name of this.known) this.licenseKnown(name)
    for (const [at, sentence] of this.sentences.entries()) {
      const taken: Range[] = []
      const words = this.folded[at]!
      if (sentence.kind !== "nav" && sentence.kind !== "widget") {
        for (const range of people[at]!) this.markPerson(at, range, taken)
        this.markSurnames(at, taken)
      }
      for (const range of bodiesIn(words, this.script !== "Arab")) if (free(taken, range)) this.body(at, range, taken)
      for (const range of places[at]!) if (free(taken, range)) this.place(at, range, taken, range.name, range.country)
      if (sentence.kind === "nav") continue
      for (const stretch of tagged[at]!) {
        if (stretch.kind === "PER" || !free(taken, stretch) || !this.plausible(at, stretch)) continue
        if (stretch.kind === "ORG") this.body(at, stretch, taken)
        else {
          const range = this.capitals(words, stretch)
          if (range.to > range.from) this.place(at, range, taken, null, null)
        }
      }
    }
    return named(this.text, this.found)
  }

  private capital(word: Folded): boolean {
    return this.script === "Arab" || /^\p{Lu}/u.test(word.text)
  }

  /** What is a person: names that leave no doubt, then what the tagger says and something beside it confirms. */
  private peopleIn(
    words: readonly Folded[],
    tagged: readonly Stretch[],
    places: readonly Range[],
    sentence: number,
  ): Range[] {
    const ranges: Range[] = []
    for (let at = 0; at < words.length; at++) {
      const to = this.fullNameAt(words, at, sentence)
      if (to === null) continue
      ranges.push({ from: at, to })
      at = to - 1
    }
    for (const { kind, ...stretch } of tagged) {
      if (kind !== "PER" || !free(ranges, stretch)) continue
      const place = places.find(
        (other) => other.from <= stretch.from && other.to > stretch.from && other.to < stretch.to,
      )
      const range = this.trimmed(words, place ? { from: place.to, to: stretch.to } : stretch)
      if (range === null || places.some((place) => place.from <= range.from && range.to <= place.to)) continue
      if (range.to - range.from > 1 || this.believed(words, range)) ranges.push(range)
    }
    // "Тілеужан ағам", "көршіміз Пехридин", "Нұрсәуле біз үшін отыр": a given name alone.
    for (let at = 0; at < words.length && this.script !== "Arab"; at++) {
      const { lower } = words[at]!
      const range = { from: at, to: at + 1 }
      if (!this.capital(words[at]!) || !free(ranges, range) || places.some(({ from, to }) => from <= at && at < to))
        continue
      if (this.capital(words[at + 1] ?? words[at]!) && words[at + 1] !== undefined) continue
      const given = givenOf(lower)?.name === lower && !ALSO_WORDS.has(lower) && !this.lower.has(lower)
      if (OF_IT.test(words[at + 1]?.lower ?? "")) continue
      const kin = KIN.test(words[at + 1]?.lower ?? "")
      const neighbour = words[at - 1] !== undefined && OURS.test(words[at - 1]!.lower) && !isHead(lower)
      if ((given && (lower.length > 5 || kin)) || neighbour) ranges.push(range)
    }
    return ranges.sort((a, b) => a.from - b.from)
  }

  /** "Нұрсәуле Айтмолдақызы", "Серікжан Біләшев", "Ә. Кенжетай". */
  private fullNameAt(words: readonly Folded[], at: number, sentence: number): number | null {
    const [word, next, third] = [words[at]!, words[at + 1], words[at + 2]]
    if (!this.capital(word) || !next) return null
    const raw = this.sentences[sentence]!.words
    if (
      this.script !== "Arab" &&
      /^\p{Lu}$/u.test(word.text) &&
      next.text === "." &&
      third &&
      this.capital(third) &&
      third.text.length > 2
    )
      return raw[at + 2]!.start - raw[at + 1]!.end < 2 && !isHead(third.lower) ? at + 3 : null
    if (!this.capital(next) || raw[at + 1]!.start - raw[at]!.end > 2) return null
    const given = givenOf(word.lower)
    const before = words[at - 1]
    // "судья Оразғали Бекен,", "ағасы Әлімхан Құрманқожа": what somebody is, and two words that are nothing else.
    const called =
      before !== undefined &&
      (isRole(before.lower) || KINSHIP.test(before.lower)) &&
      ![word, next].some(({ lower }) => isRole(lower) || isHead(lower) || KINSHIP.test(lower) || lower.length < 3)
    if (called && this.script !== "Arab" && !(third && this.capital(third) && /\p{L}/u.test(third.text))) return at + 2
    if (
      called &&
      this.script === "Arab" &&
      third !== undefined &&
      /^[.,]$/u.test(third.text) &&
      !VERB_LIKE.test(word.lower) &&
      !/(?:ды|ты|ып|ган|ның|лар|лер|жоқ|емес)$/u.test(next.lower)
    )
      return at + 2
    if (given !== null && given.name === word.lower && PATRONYMIC.test(next.lower))
      return third && this.capital(third) && this.script !== "Arab" && FAMILY_ENDING.test(third.lower) ? at + 3 : at + 2
    if (this.script === "Arab") {
      // Without capitals: a title before, or a pause or a word of speech after, must say that a name ends here.
      if (
        given === null ||
        given.name !== word.lower ||
        next.lower.length < 4 ||
        VERB_LIKE.test(next.lower) ||
        isRole(next.lower)
      )
        return null
      const titled = before !== undefined && isRole(before.lower)
      const closed = third !== undefined && (/^[.,:]$/u.test(third.text) || SPEAKS.test(third.lower))
      const again = (this.pairs.get(`${word.lower} ${this.key(raw[at + 1]!.text)}`) ?? 0) > 1
      return titled || again || (closed && givenOf(next.lower) === null) ? at + 2 : null
    }
    if (given !== null && given.name === word.lower && /(?:ов|ев|ин|ова|ева|ина)(?:\p{L}{2,3})?$/u.test(next.lower))
      return at + 2
    return null
  }

  private trimmed(words: readonly Folded[], { from, to }: Range): Range | null {
    let [start, end] = [from, to]
    while (
      start < end &&
      (!/\p{L}/u.test(words[start]!.text) ||
        !this.capital(words[start]!) ||
        (end - start > 1 && isRole(words[start]!.lower) && givenOf(words[start]!.lower) === null))
    )
      start++
    while (end > start && !/\p{L}/u.test(words[end - 1]!.text)) end--
    if (start === end) return null
    const own = words.slice(start, end)
    if (own.some(({ text }) => /[«»"“”]/u.test(text))) return null
    if (this.script === "Cyrl" && !own.some(({ text }) => /\p{Script=Cyrillic}{2}/u.test(text))) return null
    if (own.length > 4) return null
    return { from: start, to: end }
  }

  /** One word needs a name, a title, or a word of speech for it. */
  private believed(words: readonly Folded[], { from, to }: Range): boolean {
    const word = words[from]!
    if (word.lower.length < 3 || isHead(word.lower) || this.lower.has(word.stem)) return false
    if (givenOf(word.lower) !== null || PATRONYMIC.test(word.lower)) return true
    const before = words[from - 1]
    const after = words[to]
    if (before && isRole(before.lower)) return true
    if (after && SPEAKS.test(after.lower)) return this.script !== "Arab"
    return this.script !== "Arab" && /(?:ов|ев|ин|ова|ева|ина)(?:\p{L}{2,3})?$/u.test(word.lower)
  }

  private someone(sentence: number, { from, to }: Range): Someone {
    const raw = this.sentences[sentence]!.words.slice(from, to)
    const bare = raw
      .map(({ text }, at) => (at === raw.length - 1 ? this.bareOf(text) : text))
      .filter((text) => text !== ".")
    return this.licensed(bare.join(" ").replace(/^(\p{Lu}) /u, "$1. "))
  }

  /** The one of this name, met before or new. */
  private licensed(name: string): Someone {
    const keys = name.split(" ").map((word) => this.key(word))
    const rest = keys.filter((key, at) => at === 0 || keys.length < 3 || !PATRONYMIC.test(key))
    // "Бегімқұл Нұрсәуле": the family name stands first.
    const turned = rest.length === 2 && givenOf(rest[1]!) !== null && givenOf(rest[0]!) === null
    const family = turned ? rest[0]! : rest.at(-1)!
    const given = rest.length < 2 ? null : turned ? rest[1]! : rest[0]!
    const same = this.byFamily
      .get(family)
      ?.find((other) => other.given === null || given === null || sameGiven(other.given, given))
    if (same) {
      if (name.split(" ").length > same.bare.split(" ").length) {
        same.bare = name
        same.draft.name = name
      }
      return same
    }
    const someone: Someone = { draft: draftOf("Person", name), given, family, bare: name }
    put(this.byFamily, family, someone)
    if (given !== null && given.length > 2) put(this.byGiven, given, someone)
    // A father's name often serves as the surname: "Самат Қайырденұлы".
    if (keys.length > 1) for (const key of keys.slice(1)) if (PATRONYMIC.test(key)) put(this.byFamily, key, someone)
    return someone
  }

  private licenseKnown(name: string): void {
    if (!name.includes(" ") || scriptOf(name) !== this.script) return
    const last = name.split(/\s+/u).at(-1)!
    if (this.text.includes(name) || this.text.includes(last)) this.licensed(name)
  }

  private markPerson(sentence: number, range: Range, taken: Range[]): void {
    const words = this.folded[sentence]!
    const key = this.key(this.sentences[sentence]!.words[range.from]!.text)
    const alone = range.to - range.from === 1 ? (this.byFamily.get(key) ?? this.byGiven.get(key)) : undefined
    const someone = alone ? latest(alone) : this.someone(sentence, range)
    this.put(sentence, range, someone.draft, taken)
    const before = words[range.from - 1]
    const role = before && roleOf(before.lower)
    if (role) someone.draft.roles.add(role)
  }

  /** Surnames that the tagger passed over. */
  private markSurnames(sentence: number, taken: Range[]): void {
    const raw = this.sentences[sentence]!.words
    for (const [at, word] of this.folded[sentence]!.entries()) {
      const range = { from: at, to: at + 1 }
      if (!this.capital(word) || word.lower.length < 4 || !free(taken, range)) continue
      const family = this.byFamily.get(this.key(raw[at]!.text))
      if (!family || (this.lower.has(word.stem) && at === 0)) continue
      // Without capitals a surname that is also a word needs more than its letters.
      if (this.script === "Arab" && family.every(({ bare }) => !bare.includes(" "))) continue
      const before = this.folded[sentence]![at - 1]
      const own = before && family.find(({ given }) => given !== null && given === this.key(raw[at - 1]!.text))
      if (own && free(taken, { from: at - 1, to: at + 1 }))
        this.put(sentence, { from: at - 1, to: at + 1 }, own.draft, taken)
      else if (!before || givenOf(before.lower) === null || !this.capital(before))
        this.put(sentence, range, latest(family).draft, taken)
    }
  }

  /** A word as a key: skeleton letters, lower case, no case ending. */
  private key(word: string): string {
    return skeletonOf(this.bareOf(word), this.script).text.toLowerCase()
  }

  /**
   * A name without its case ending, as written. An ending is taken off when the document has the name without it, or
   * when no name ends so.
   */
  private bareOf(word: string): string {
    const skeleton = skeletonOf(word, this.script)
    const lower = skeleton.text.toLowerCase()
    const match = new RegExp(`^(.{2,}?)(?:${CASE.slice(3)}$`, "u").exec(lower)
    if (!match || givenOf(lower)?.name === lower) return word
    const base = match[1]!
    const known = givenOf(base)?.name === base || (this.attested.has(base) && base.length > 3)
    const patronymic = PATRONYMIC.test(base)
    const plain =
      /(?:ның|дың|тың|дан|ден|тан|тен|нан|нен|мен|бен|пен|ды|ты|ны|ға|ге|қа|ке)$/u.test(lower) && base.length > 3
    const there = /(?:ов|ев|ин|ова|ева|ина|баи|бек|хан|ұлы|қызы)$/u.test(base)
    if (!known && !patronymic && !plain && !there) return word
    return word.slice(0, skeleton.starts[base.length]!)
  }

  private put(sentence: number, { from, to }: Range, draft: Draft, taken: Range[]): void {
    const words = this.sentences[sentence]!.words
    const span = { start: words[from]!.start, end: words[to - 1]!.end }
    this.found.push({ ...span, draft })
    draft.last = span.start
    taken.push({ from, to })
  }

  private body(sentence: number, range: Range, taken: Range[]): void {
    const raw = this.sentences[sentence]!.words.slice(range.from, range.to)
    const name = this.text.slice(raw[0]!.start, raw.at(-1)!.end).replace(/\s+/gu, " ")
    const key = raw
      .map(({ text }, at) =>
        at === raw.length - 1 ? this.nounKey(text) : skeletonOf(text, this.script).text.toLowerCase(),
      )
      .join(" ")
    let draft = this.bodies.get(key)
    if (!draft) {
      draft = draftOf("Organization", name)
      this.bodies.set(key, draft)
    } else if (name.length < draft.name.length) draft.name = name
    this.put(sentence, range, draft, taken)
  }

  /** "министрлігі", "министрлігінің" → one key. */
  private nounKey(word: string): string {
    const { text } = skeletonOf(word, this.script)
    return text.toLowerCase().replace(/(?<=ы)(?:ның|на|нда|ндағы|нан|н|мен)$/u, "")
  }

  private place(sentence: number, range: Range, taken: Range[], name: string | null, country: string | null): void {
    const raw = this.sentences[sentence]!.words.slice(range.from, range.to)
    const words = this.text.slice(raw[0]!.start, raw.at(-1)!.end).replace(/\s+/gu, " ")
    const bare = raw.length === 1 ? this.bareOf(words) : words
    const key = name ?? `${skeletonOf(bare, this.script).text.toLowerCase()}`
    let draft = this.bodies.get(`l ${key}`)
    if (!draft) {
      draft = draftOf("Place", this.script === "Cyrl" ? (name ?? bare) : bare, country)
      this.bodies.set(`l ${key}`, draft)
    }
    this.put(sentence, range, draft, taken)
  }

  /** Places of the gazetteer: word by word, the last one with any ending. */
  private placesIn(words: readonly Folded[]): (Range & { name: string; country: string | null })[] {
    const found: (Range & { name: string; country: string | null })[] = []
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!
      if (!this.capital(word) || word.lower.length < 2) continue
      if (this.script === "Arab" && PLAIN_WORDS.has(word.lower)) continue
      const hit = this.spellingAt(words, at)
      if (!hit) continue
      found.push({ from: at, to: at + hit.words.length, name: hit.name, country: hit.place.country })
      at += hit.words.length - 1
    }
    return found
  }

  private spellingAt(words: readonly Folded[], at: number) {
    const { lower } = words[at]!
    for (let length = lower.length; length >= Math.max(2, lower.length - 9); length--) {
      const spellings = KAZAKH.get(lower.slice(0, length))
      if (!spellings || !PLACE_END.test(lower.slice(length))) continue
      const hit = spellings.find(({ words: own }) =>
        own.every((part, index) => {
          const here = words[at + index]?.lower ?? ""
          return (
            here === part ||
            (index === own.length - 1 && here.startsWith(part) && PLACE_END.test(here.slice(part.length)))
          )
        }),
      )
      if (hit) return hit
    }
    return null
  }

  /** A stretch without the lower-case words at its ends. */
  private capitals(words: readonly Folded[], { from, to }: Range): Range {
    let [start, end] = [from, to]
    while (start < end && !this.capital(words[start]!)) start++
    while (end > start && !this.capital(words[end - 1]!)) end--
    return { from: start, to: end }
  }

  private plausible(sentence: number, { from, to }: Range): boolean {
    const own = this.folded[sentence]!.slice(from, to)
    if (own.some(({ text }) => /^[«»"“”().,;:!?]$/u.test(text))) return false
    if (own.length === 1 && own[0]!.lower.length < 3) return false
    return own.some((word) => this.capital(word) && word.text.length > 1)
  }
}

/** Case, and "of that place", after the name of a place. */
const PLACE_END = new RegExp(
  `^(?:ы|сы)?(?:н?(?:да|де|та|те)(?:ғы|гы)|лық\\p{L}{0,4}|лык\\p{L}{0,4}|дык\\p{L}{0,4}|дық\\p{L}{0,4}|тық\\p{L}{0,4}|тык\\p{L}{0,4}|н?${CASE}|н|на|не)?$`,
  "u",
)

const KIN = /^(?:аға|апа|аже|ана|аке|ата|ыны|қарындас|сыңлы|жеңге|көке|коке|бауыр)(?:м|мыз|ң|сы|иы|й)?(?:\p{L}{0,3})$/u
/** "Our neighbour", "my brother", before a name. */
const OURS =
  /^(?:коршым|коршымыз|ағам|апам|ағамыз|апамыз|қарындасым|сыңлым|ыным|досым|құиеуым|аиелым|анам|акем|ұлым|қызым)$/u
/** After a name these make a street, a village or a house of it. */
const OF_IT = /^(?:аудан|ауыл|көше|коше|орталығ|орталық|мектеп|мектебы|ұи|облыс|батыр|[»"”])/u
/** Given names that are also plain words. */
const ALSO_WORDS = new Set([
  "арман",
  "бақыт",
  "болат",
  "асыл",
  "қаират",
  "серық",
  "серык",
  "толқын",
  "тұрсын",
  "алма",
  "жұлдыз",
  "сұлтан",
  "батыр",
  "кенже",
  "береке",
  "бейбыт",
  "беибыт",
  "қуаныш",
  "жомарт",
  "ерлан",
  "талғат",
  "ардақ",
  "құндыз",
  "раушан",
  "маржан",
  "гауһар",
  "гаухар",
  "шолпан",
  "сағыныш",
  "бырлық",
  "бырлык",
  "құралаи",
  "қарлығаш",
  "сандуғаш",
  "салтанат",
  "достық",
  "дархан",
  "думан",
  "мансұр",
  "асқар",
  "төле",
  "тұрғын",
  "саилау",
  "мақсат",
  "тауекел",
  "қуандық",
  "құрманғазы",
  "марғұлан",
  "даулет",
  "ұлан",
  "алтынаи",
  "толе",
  "абаи",
  "алатау",
  "астана",
])
/** "ағасы X", "көршіміз X": someone's kin or neighbour. */
const KINSHIP = new RegExp(
  `^(?:${letters("аға|іні|әпке|қарындас|сіңлі|әке|шеше|ана|ата|әже|ұл|қыз|бала|әйел|жұбай|жар|күйеу|ер|көрші|туыс|немере|жиен|бауыр|дос")})(?:${letters("сы|сі|ы|і|м|ым|ім|мыз|міз|ымыз|іміз")})$`,
  "u",
)
const VERB_LIKE = /(?:ды|ды[қк]|ты|ған|ген|қан|кен|ып|еды|ады|лық|лык|дық|тық|мен|пен|ның|лар|лер|дар|дер|жоқ|емес)$/u
/** Names of places that are also plain words, where no capital tells them apart. */
const PLAIN_WORDS = new Set(["ақтау", "қазан", "орал", "ақсу", "америка", "семеи", "астана", "қорғас", "алтаи"])

const COURT_ADJECTIVE =
  /^(?:қалалық|аудандық|облыстық|аскери|жоғарғы|жоғары|акымшылык|мамандандырылған|ауданаралық|апелляциялық|қылмыстық|конституциялық|республикалық|бас)$/u
const COURT = /^сот(?:ы|ында|ының|ына|ынан|тың|қа|та|тан|тарын|ымен)?$/u
const OFFICE =
  /^(?:министрлы(?:гы|к)|прокуратура|департаменты?|комитеты?|басқармасы|ұкыметы?|парламенты?|мажылысы?|акымдыгы|елшылыгы|консұлдығы|консулдығы)\p{L}{0,5}$/u
const OF_OFFICE =
  /^(?:сыртқы|ышкы|ыстер|адылет|қорғаныс|денсаулық|сақтау|ғылым|оқу-ағарту|ақпарат|мадениет|ұлттық|қаұыпсызды[кг]|қауыпсызды[кг]|бас|сот|актылеры|полиция|тергеу|мемлекеттык|кошы-қон)\p{L}{0,3}$/u
const NAMED =
  /^(?:топ|топы|тобы|тобының|партия|партиясы|ұиым|ұиымы|қозғалыс|қозғалысы|газет|газеты|қор|қоры|қоғам|қоғамы|бырлестык|бырлестыгы|телеарна|телеарнасы|радиосы|радио|сайты|агенттыгы|клұбы)\p{L}{0,5}$/u

/** Courts, ministries and named groups that their own words give away. */
function bodiesIn(words: readonly Folded[], cased: boolean): Range[] {
  const found: Range[] = []
  for (let at = 0; at < words.length; at++) {
    const { lower } = words[at]!
    if (COURT.test(lower) || OFFICE.test(lower)) {
      const part = COURT.test(lower) ? COURT_ADJECTIVE : OF_OFFICE
      let from = at
      while (from > 0 && part.test(words[from - 1]!.lower)) from--
      // "Ақтолқын аудандық соты", "Юнзенің Сыртқы істер министрлігі"
      const town = words[from - 1]
      const place =
        town &&
        /^\p{L}{3,}$/u.test(town.text) &&
        (cased
          ? /^\p{Lu}/u.test(town.text)
          : from < at && !SPEAKS.test(town.lower) && !/(?:ды|ты|ган|ген|са|се|деп)$/u.test(town.lower)) &&
        !/(?:да|де|та|те|дан|ден|нан|нен)$/u.test(town.lower)
      const second = town && /^(?:қаласының|облысының|ауданының|қалалық|елынын?)$/u.test(town.lower)
      if (place) from--
      else if (second && words[from - 2]) from -= 2
      if (from < at && at + 1 - from <= 6) found.push({ from, to: at + 1 })
      continue
    }
    // «Сағыныш» тобы
    if (/^[»"”]$/u.test(words[at]!.text) && NAMED.test(words[at + 1]?.lower ?? "")) {
      let from = at - 1
      while (from > 0 && at - from < 6 && !/^[«"“]$/u.test(words[from]!.text)) from--
      if (/^[«"“]$/u.test(words[from]!.text) && from + 1 < at) found.push({ from: from + 1, to: at })
    }
  }
  return found
}

const free = (taken: readonly Range[], { from, to }: Range) =>
  !taken.some((other) => other.from < to && from < other.to)

const latest = (people: readonly Someone[]) =>
  people.reduce((best, one) => (one.draft.last > best.draft.last ? one : best))

const sameGiven = (a: string, b: string) =>
  a === b || (a.length <= 2 && b.startsWith(a[0]!)) || (b.length <= 2 && a.startsWith(b[0]!))

function put(map: Map<string, Someone[]>, key: string, value: Someone): void {
  const list = map.get(key) ?? []
  if (!list.includes(value)) map.set(key, [...list, value])
}
