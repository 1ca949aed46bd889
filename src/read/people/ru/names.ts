import { placeStem, RUSSIAN } from "../../places/cyrillic.js"
import type { Sentence } from "../../sentences/index.js"
import type { Word } from "../../sentences/words.js"
import { modelOf, type Stretch, stretches, tag } from "../../tagger/tagger.js"
import { type Draft, type DraftMention, draftOf, named } from "../gather.js"
import type { Names } from "../index.js"
import { bodiesIn, type Range } from "./bodies.js"
import {
  FAMILY_ENDING,
  familyOf,
  type Gender,
  genderOfPatronymic,
  givenOf,
  PATRONYMIC,
  patronymicOf,
  plain,
  stemOf,
} from "./forms.js"
import { lowerStems, tokensOf } from "./tokens.js"
import { SIZE, TRANSITIONS, WEIGHTS } from "./weights.js"
import { isHead, roleOf, SPEAKS } from "./words.js"

const MODEL = modelOf(WEIGHTS, SIZE, TRANSITIONS)

/** A stretch of a sentence that may be a person. */
interface Candidate extends Range {
  readonly sentence: number
  /** How it was found: the tagger, or words that leave no doubt. */
  readonly sure: boolean
}

/** Somebody of whom the document gave a full name. */
interface Someone {
  readonly draft: Draft
  readonly given: string | null
  readonly family: string
  readonly initial: string | null
  gender: Gender | null
  readonly forms: string[][]
  /** Forms beside a title in another case: "обвинителя Итемгена". */
  readonly bent: Set<string>
}

/** Roles that a surname follows, and hardly ever a body or a country. */
const NAMED_AFTER = new Set(
  "президент премьер министр мэр адвокат защитник судья прокурор следователь активист журналист депутат сенатор господин госпожа подсудимый обвиняемый осужденный подозреваемый генерал полковник майор капитан режиссёр актёр певец".split(
    " ",
  ),
)

const IN_PLACE =
  /^(?:в|во|из|город\p{L}{0,3}|сел[оауе]|провинци\p{L}{1,2}|деревн\p{L}{1,2}|аул\p{L}{0,2}|посёлк\p{L}{1,2}|поселк\p{L}{1,2})$/iu
const GENERIC =
  /^(?:Республик|Вестник|Провинци|Област|Район|Город|Государств|Новост|Известия|Комсомольск|Правд|Улиц|Проспект|Площад|Мост|Озер|Постановлени|Дело|Стать|Кодекс|Закон|Конституци)/u

const INITIAL = /^(?:\p{Lu}|Дж|Дм|Вл|Ал|Ст)$/u
const INITIALS = /^(?:\p{Lu}\.){1,3}$/u
/** After a capitalised adjective these make a place or a body of it. */
const OF_PLACE =
  /^(?:област|район|улиц|дум|округ|губерн|кра[йяею]|площад|собор|музе|театр|мост|шоссе|проспект|озер|мор[яею]|гор[аыу]$|форум|фестивал|библиотек|университет|парк)/u
const CYRILLIC = /^\p{Lu}[\p{Script=Cyrillic}'’-]+$/u

/**
 * People, organisations and places of a Russian document: a trained tagger, what names and titles leave no doubt of,
 * and one full name that licenses its surname everywhere in the document, in any case.
 */
export function findNames(text: string, sentences: readonly Sentence[], known: readonly string[]): Names {
  return new Document(text, sentences, known).read()
}

class Document {
  private readonly found: DraftMention[] = []
  private readonly people: Someone[] = []
  private readonly byFamily = new Map<string, Someone[]>()
  private readonly byGiven = new Map<string, Someone[]>()
  private readonly bodies = new Map<string, Draft>()
  private readonly places = new Map<string, { draft: Draft; forms: Set<string> }>()
  private readonly lower: ReadonlySet<string>
  /** Stems that the document puts after "в", "из", "город": places, whatever they look like. */
  private readonly placeStems = new Set<string>()
  /** Stems of the bodies that their own words give away. */
  private readonly bodyKeys = new Set<string>()

  private readonly text: string
  private readonly sentences: readonly Sentence[]
  private readonly known: readonly string[]

  constructor(text: string, sentences: readonly Sentence[], known: readonly string[]) {
    this.text = text
    this.sentences = sentences
    this.known = known
    this.lower = lowerStems(sentences)
    for (const { words } of sentences)
      for (let at = 1; at < words.length; at++)
        if (
          words[at]!.capital &&
          !words[at - 1]!.capital &&
          IN_PLACE.test(words[at - 1]!.text) &&
          givenOf(words[at]!.text) === null
        )
          this.placeStems.add(stemOf(words[at]!.text))
  }

  read(): Names {
    const tagged = this.sentences.map(({ words }) => stretches(tag(MODEL, tokensOf(words, this.lower))))
    const bodies = this.sentences.map(({ words }) => bodiesIn(words))
    for (const [at, ranges] of bodies.entries())
      for (const { from, to } of ranges)
        this.bodyKeys.add(
          this.sentences[at]!.words.slice(from, to)
            .map(({ text }) => placeStem(text))
            .join(" "),
        )
    const places = this.sentences.map(({ words }) => placesIn(words))
    const candidates = this.sentences.map((sentence, at) =>
      this.candidatesIn(sentence, at, tagged[at]!, bodies[at]!, places[at]!),
    )
    for (const list of candidates) for (const candidate of list) this.license(candidate)
    for (const name of this.known) this.licenseKnown(name)
    for (const [at, sentence] of this.sentences.entries()) {
      const taken: Range[] = []
      this.markPeople(sentence, candidates[at]!, bodies[at]!, taken)
      for (const range of bodies[at]!) if (free(taken, range)) this.body(sentence, range, taken)
      for (const range of quotedNames(sentence.words))
        if (free(taken, range) && this.isBody(sentence, range)) this.body(sentence, range, taken)
      for (const { place, ...range } of places[at]!) if (free(taken, range)) this.place(sentence, range, taken, place)
      for (const stretch of tagged[at]!) {
        if (stretch.kind === "PER" || !free(taken, stretch) || sentence.kind === "nav") continue
        if (!plausible(sentence.words, stretch) || sentence.words.length < 3) continue
        const own = sentence.words.slice(stretch.from, stretch.to)
        if (own.some(({ text }) => /^(?:кодекс|конституци|закон|стать)/iu.test(text))) continue
        if (stretch.kind === "ORG" && !/^(?:район|области|провинци)/u.test(own[1]?.text ?? ""))
          this.body(sentence, stretch, taken)
        else {
          const range = capitals(sentence.words, stretch)
          const [only] = sentence.words.slice(range.from, range.to)
          if (range.to - range.from === 1 && (isHead(only!.text) || this.byFamily.has(stemOf(only!.text)))) continue
          if (range.to > range.from) this.place(sentence, range, taken, null)
        }
      }
    }
    this.settleNames()
    return named(this.text, this.found)
  }

  /** What may be a person in one sentence, none overlapping. */
  private candidatesIn(
    { words, kind }: Sentence,
    sentence: number,
    tagged: readonly Stretch[],
    bodies: readonly Range[],
    places: readonly Range[],
  ): Candidate[] {
    const found: Candidate[] = []
    const add = (range: Range, sure: boolean) => {
      if (!found.some((other) => other.from < range.to && range.from < other.to))
        found.push({ ...range, sentence, sure })
    }
    for (let at = 0; at < words.length; at++) {
      const to = fullNameAt(words, at)
      if (to === null) continue
      add({ from: at, to }, true)
      at = to - 1
    }
    for (let at = 1; at < words.length; at++) {
      const { text, capital } = words[at]!
      // "президент Саркози", "мать Раиса"; not "президент России", "глава Минздрава".
      if (!capital || words[at + 1]?.capital || !CYRILLIC.test(text) || places.some(({ from }) => from === at)) continue
      if (bodies.some((body) => body.from <= at && at < body.to)) continue
      const role = words[at - 1]!.capital ? null : roleOf(words[at - 1]!.text)
      if (role === null || this.lower.has(stemOf(text)) || isHead(text) || roleOf(text) !== null) continue
      if (givenOf(text) !== null || (NAMED_AFTER.has(role) && FAMILY_ENDING.test(text)))
        add({ from: at, to: at + 1 }, false)
    }
    for (const stretch of tagged) {
      if (stretch.kind !== "PER") continue
      const range = trimmed(words, beside(stretch, places))
      if (range === null || kind === "nav" || kind === "widget") continue
      if (bodies.some((body) => body.from < range.to && range.from < body.to)) continue
      if (places.some((place) => place.from <= range.from && range.to <= place.to)) continue
      const own = words.slice(range.from, range.to)
      const named = own.some(({ text }) => givenOf(text) !== null)
      if (!named && own.some(({ text }) => this.placeStems.has(stemOf(text)) || isHead(text) || GENERIC.test(text)))
        continue
      const shouted = own.every(({ text }) => text.length > 2 && text === text.toUpperCase())
      if (shouted && !named) continue
      const common = own.some(({ text }) => text.length > 3 && this.lower.has(stemOf(text)))
      if (common && !named) continue
      if (own.length === 1 && /ск\p{L}{2,3}$/u.test(own[0]!.text) && OF_PLACE.test(words[range.to]?.text ?? ""))
        continue
      add(range, false)
    }
    return found
  }

  /** A full name makes somebody whom surnames alone may then mean. */
  private license({ sentence, from, to, sure }: Candidate): void {
    const tokens = nameTokens(this.sentences[sentence]!.words.slice(from, to))
    if (tokens.length < 2 || !tokens.some((token) => token.length > 1 && !INITIALS.test(token))) return
    if (!sure && this.sentences[sentence]!.headline && tokens.length > 3) return
    this.someone(tokens)
  }

  private licenseKnown(name: string): void {
    const tokens = name.split(/\s+/u)
    if (
      tokens.length > 1 &&
      CYRILLIC.test(tokens[0]!) &&
      tokens.every((token) => this.text.includes(stemOf(token)) || this.text.includes(token.slice(0, -1)))
    )
      this.someone(tokens)
  }

  /** The one these words name, met before or new. */
  private someone(tokens: readonly string[]): Someone {
    const parts = partsOf(tokens)
    const family = stemOf(parts.family)
    const given = parts.given === null ? null : stemOf(parts.given)
    const initial = (parts.given ?? parts.initial)?.[0]?.toLowerCase() ?? null
    const same = this.byFamily.get(family)?.find((other) => {
      if (given !== null && other.given !== null) return other.given === given
      return initial === null || other.initial === null || other.initial === initial
    })
    if (same) {
      same.forms.push([...tokens])
      same.gender ??= parts.gender
      return same
    }
    const someone: Someone = {
      draft: draftOf("Person", tokens.join(" ")),
      given,
      family,
      initial,
      gender: parts.gender,
      forms: [[...tokens]],
      bent: new Set(),
    }
    this.people.push(someone)
    put(this.byFamily, family, someone)
    if (given !== null) put(this.byGiven, given, someone)
    return someone
  }

  private markPeople(
    { words, kind, headline }: Sentence,
    candidates: readonly Candidate[],
    bodies: readonly Range[],
    taken: Range[],
  ): void {
    const mark = (whole: Range, someone: Someone) => {
      let range = whole
      // "Елизавета II"
      if (/^[IVX]{1,4}$/u.test(words[range.to]?.text ?? "")) range = { from: range.from, to: range.to + 1 }
      const [first, last] = [words[range.from]!, words[range.to - 1]!]
      const stop = last.text === "." ? 0 : words[range.to]?.text === "." && INITIAL.test(last.text) ? 1 : 0
      const end = stop === 1 ? words[range.to]!.end : last.end
      this.found.push({ start: first.start, end, draft: someone.draft })
      someone.draft.last = first.start
      taken.push(range)
      this.addRole(words, range, someone)
      // "Джоэл Саймон (Joel Simon)": the same name in Latin letters.
      if (words[range.to]?.text !== "(" || !latin(words[range.to + 1])) return
      let to = range.to + 1
      while (latin(words[to]) && to - range.to < 6) to++
      if (!/^[),]$/u.test(words[to]?.text ?? "") || to - range.to < 3) return
      this.found.push({ start: words[range.to + 1]!.start, end: words[to - 1]!.end, draft: someone.draft })
      taken.push({ from: range.to + 1, to })
    }
    for (const candidate of candidates) {
      const tokens = nameTokens(words.slice(candidate.from, candidate.to))
      if (tokens.length > 1) {
        mark(candidate, this.someone(tokens))
        continue
      }
      const someone = this.lone(tokens[0]!)
      if (someone) mark(candidate, someone)
      else if (this.believed(words, candidate)) mark(candidate, this.someone(tokens))
    }
    // Surnames that the tagger passed over.
    if (kind === "nav" || kind === "widget") return
    for (const [at, { text, capital }] of words.entries()) {
      const range = { from: at, to: at + 1 }
      if (!capital || text.length < 3 || !CYRILLIC.test(text) || !free(taken, range)) continue
      if (bodies.some((body) => body.from <= at && at < body.to)) continue
      const family = this.byFamily.get(stemOf(text))
      if (!family || (this.lower.has(stemOf(text)) && (at === 0 || headline))) continue
      if (!sameCaseFamily(text, family)) continue
      // Another given name before it, or a name after it: somebody else.
      const before = words[at - 1]
      if (before?.capital && givenOf(before.text) && !this.byGiven.has(stemOf(before.text))) continue
      const own = before?.capital
        ? family.find(({ given }) => given !== null && given === stemOf(before.text))
        : undefined
      if (own && free(taken, { from: at - 1, to: at + 1 })) mark({ from: at - 1, to: at + 1 }, own)
      else mark(range, latest(family))
    }
  }

  /** Whom a surname or a given name alone means. */
  private lone(token: string): Someone | null {
    const stem = stemOf(token)
    const family = this.byFamily.get(stem)
    if (family) return latest(family)
    const given = this.byGiven.get(stem)
    return given && (given.length === 1 || new Set(given).size === 1) ? given[0]! : null
  }

  /** One word that the tagger took for a person and no full name licenses: something beside it must say so too. */
  private believed(words: readonly Word[], { from, to }: Range): boolean {
    const { text } = words[from]!
    const stem = stemOf(text)
    if (text.length < 3 || !CYRILLIC.test(text) || RUSSIAN.has(placeStem(text)) || isHead(text) || this.lower.has(stem))
      return false
    if (givenOf(text) !== null || PATRONYMIC.test(text)) return true
    const before = words[from - 1]
    const after = words[to]
    if (before && roleOf(before.text) !== null && !/^(?:член|житель|гражданин|коллега)$/u.test(roleOf(before.text)!))
      return true
    if (after && SPEAKS.test(plain(after.text))) return true
    if (before && SPEAKS.test(plain(before.text))) return true
    return FAMILY_ENDING.test(text) && /(?:[оеё]в|[иы]н|енко|дзе|швили|ян)\p{L}{0,3}$/u.test(text)
  }

  private addRole(words: readonly Word[], { from, to }: Range, someone: Someone): void {
    const { draft } = someone
    const before = words[from - 1]
    const role = before && !before.capital ? roleOf(before.text) : null
    if (role !== null) {
      draft.roles.add(role)
      if (plain(before!.text) !== plain(role)) for (const { text } of words.slice(from, to)) someone.bent.add(text)
    }
    // "Оспанкул, судья городского суда"
    if (words[to]?.text === "," && !words[to + 2]?.capital) {
      const next = words[to + 1] && roleOf(words[to + 1]!.text)
      if (next) draft.roles.add(next)
    }
    if (before && /^(?:судья|судьи|судье|судью|судьёй|адвокат|прокурор)$/iu.test(before.text))
      draft.roles.add(roleOf(before.text)!)
  }

  /** Is this the name of a body met elsewhere: "По данным «Сагыныша»"? */
  private isBody({ words }: Sentence, { from, to }: Range): boolean {
    const key = words
      .slice(from, to)
      .map(({ text }) => placeStem(text))
      .join(" ")
    return this.bodies.has(key) || this.bodyKeys.has(key)
  }

  private body(sentence: Sentence, range: Range, taken: Range[]): void {
    const words = sentence.words.slice(range.from, range.to)
    const span = { start: words[0]!.start, end: words.at(-1)!.end }
    const name = this.text.slice(span.start, span.end).replace(/\s+/gu, " ")
    if (words.length > 1 && name === name.toUpperCase()) return
    const key = words.map(({ text }) => placeStem(text)).join(" ")
    const made = nominativeBody(words.map(({ text }) => text))
    let draft = this.bodies.get(key)
    if (!draft) {
      draft = draftOf("Organization", made ?? name)
      this.bodies.set(key, draft)
    } else if (words.length === 1 && name.length < draft.name.length) draft.name = name
    this.found.push({ ...span, draft })
    taken.push(range)
  }

  private place(sentence: Sentence, range: Range, taken: Range[], known: PlaceRange["place"] | null): void {
    const words = sentence.words.slice(range.from, range.to)
    const span = { start: words[0]!.start, end: words.at(-1)!.end }
    const name = this.text.slice(span.start, span.end).replace(/\s+/gu, " ")
    const key = known
      ? `${known.place.country}|${known.place.name}`
      : words.map(({ text }) => placeStem(text)).join(" ")
    let own = this.places.get(key)
    if (!own) {
      own = { draft: draftOf("Place", known?.name ?? name, known?.place.country ?? null), forms: new Set() }
      this.places.set(key, own)
    }
    if (!known) own.forms.add(name)
    this.found.push({ ...span, draft: own.draft })
    taken.push(range)
  }

  /** Names in the nominative, as far as the document's own forms tell them. */
  private settleNames(): void {
    for (const someone of this.people) someone.draft.name = nameOf(someone)
    for (const { draft, forms } of this.places.values()) if (forms.size > 0) draft.name = placeName([...forms])
  }
}

/** What is left of a stretch when a place it overlaps is taken away: "Новой Зеландии Питер Данн". */
function beside(stretch: Range, places: readonly Range[]): Range {
  const place = places.find((other) => other.from <= stretch.from && other.to > stretch.from && other.to < stretch.to)
  return place ? { from: place.to, to: stretch.to } : stretch
}

/** What stands between quotation marks, a few words long. */
function quotedNames(words: readonly Word[]): Range[] {
  const found: Range[] = []
  for (let at = 0; at < words.length; at++) {
    if (!/^[«"“]$/u.test(words[at]!.text)) continue
    let to = at + 1
    while (to < words.length && to - at < 7 && !/^[»"”]$/u.test(words[to]!.text)) to++
    if (to > at + 1 && /^[»"”]$/u.test(words[to]?.text ?? "")) found.push({ from: at + 1, to })
  }
  return found
}

const put = <T>(map: Map<string, T[]>, key: string, value: T) => {
  const list = map.get(key) ?? []
  if (!list.includes(value)) map.set(key, [...list, value])
}

const latest = (people: readonly Someone[]) =>
  people.reduce((best, one) => (one.draft.last > best.draft.last ? one : best))

/** A stretch without the lower-case words at its ends: "городе Актолкын". */
function capitals(words: readonly Word[], { from, to }: Range): Range {
  let [start, end] = [from, to]
  while (start < end && !words[start]!.capital) start++
  while (end > start && !words[end - 1]!.capital) end--
  return { from: start, to: end }
}

const latin = (word: Word | undefined) =>
  word !== undefined &&
  /^(?:\p{Lu}\p{Script=Latin}*|al|de|van|von|bin)/u.test(word.text) &&
  /\p{Script=Latin}/u.test(word.text)

const free = (taken: readonly Range[], { from, to }: Range) =>
  !taken.some((other) => other.from < to && from < other.to)

/** "А", ".", "Кудрин" → "А.", "Кудрин". */
function nameTokens(words: readonly Word[]): string[] {
  const tokens: string[] = []
  for (const { text } of words) {
    if (text === "." && tokens.length > 0 && INITIAL.test(tokens.at(-1)!)) tokens[tokens.length - 1] += "."
    else if (/[\p{L}]/u.test(text)) tokens.push(text)
  }
  return tokens
}

interface Parts {
  readonly given: string | null
  readonly initial: string | null
  readonly family: string
  readonly patronymic: string | null
  readonly gender: Gender | null
}

/** Which word is the family name: the one that is no given name, patronymic or initial; else the last. */
function partsOf(tokens: readonly string[]): Parts {
  const initials = tokens.filter((token) => INITIALS.test(token) || INITIAL.test(token))
  const words = tokens.filter((token) => !INITIALS.test(token) && !INITIAL.test(token))
  const patronymic = words.find((word, at) => words.length > 1 && at > 0 && PATRONYMIC.test(word)) ?? null
  const rest = words.filter((word) => word !== patronymic)
  if (rest.length === 1)
    return {
      given: patronymic !== null && initials.length === 0 ? rest[0]! : null,
      initial: initials[0]?.[0] ?? null,
      family: rest[0]!,
      patronymic,
      gender: patronymic === null ? null : genderOfPatronymic(patronymic),
    }
  const names = rest.map((word) => givenOf(word))
  // "Бегимкул Нурсауле Айтмолдаевна": family name first.
  const first =
    names[0] === null && names[1] !== null && (patronymic !== null || FAMILY_ENDING.test(rest[0]!) || rest.length === 2)
  const turned = first && !(FAMILY_ENDING.test(rest.at(-1)!) && !FAMILY_ENDING.test(rest[0]!))
  const given = turned ? rest[1]! : rest[0]!
  const family = turned ? rest[0]! : rest.at(-1)!
  const gender =
    (patronymic === null ? null : genderOfPatronymic(patronymic)) ??
    givenOf(given)?.gender ??
    (/(?:[оеё]ва|[иы]на|ская|ской)$/u.test(family) && /[аяь]$/u.test(given) ? "female" : null)
  return { given, initial: initials[0]?.[0] ?? null, family, patronymic, gender }
}

/** Someone's fullest name in the nominative. */
function nameOf({ forms, gender, draft, bent }: Someone): string {
  const fullest = [...forms].sort((a, b) => weight(b) - weight(a))
  const best = fullest[0] ?? draft.name.split(" ")
  const all = forms.flat()
  const { given, patronymic, family } = partsOf(best)
  const declined = given === null ? bent.has(family) : isDeclined(given, all)
  return best
    .map((token) => {
      if (/\.$/u.test(token) || token.length < 2) return token
      if (token === patronymic) return patronymicOf(token)
      if (token === given && token !== family) {
        const own = attested(token, all)
        const known = givenOf(token)
        if (known) return restored(token, known.name)
        return gender === "female" ? token : (own ?? (declined ? familyOf(token, gender, true) : token))
      }
      if (token === family) {
        const own = attested(token, all)
        const made = familyOf(token, gender, declined)
        if (made !== token) return made
        // Alone in some case: the document's own bare form is the nominative.
        return gender === "female" ? token : (own ?? token)
      }
      return token
    })
    .join(" ")
}

/** Is a given name in another case than the nominative? */
function isDeclined(given: string, forms: readonly string[]): boolean {
  const known = givenOf(given)
  if (known) return known.name !== plain(given)
  return attested(given, forms) !== null
}

/** A shorter form with the same stem that ends in a consonant: Билаш beside Билаша. */
function attested(token: string, forms: readonly string[]): string | null {
  const stem = stemOf(token)
  if (plain(token) === stem) return null
  return forms.find((form) => plain(form) === stem && form !== token) ?? null
}

/** The nominative with the capitals and the ё of the text. */
function restored(token: string, name: string): string {
  let common = 0
  const lower = plain(token)
  while (common < name.length && lower[common] === name[common]) common++
  return token.slice(0, common) + name.slice(common)
}

const weight = (tokens: readonly string[]) =>
  tokens.reduce((sum, token) => sum + (token.replace(".", "").length > 1 ? 10 : 3), 0) -
  (tokens.length > 1 && givenOf(tokens[0]!)?.name === plain(tokens[0]!) ? 0 : 1)

/** The last word that is no name of a person in its context, Latin runs and signs left out. */
function trimmed(words: readonly Word[], { from, to }: Range): Range | null {
  let [start, end] = [from, to]
  while (
    start < end &&
    (!words[start]!.capital || roleOf(words[start]!.text) !== null) &&
    !/^(?:аль|ибн|эль|де|фон|ван|бен|бин)/iu.test(words[start]!.text)
  )
    start++
  while (start < end - 1 && /^[A-Za-z]/u.test(words[start]!.text)) start++
  while (end > start && !/\p{L}/u.test(words[end - 1]!.text) && words[end - 1]!.text !== ".") end--
  if (end - start === 0) return null
  const own = words.slice(start, end)
  if (!own.some(({ text }) => /\p{Script=Cyrillic}{2}/u.test(text))) return null
  if (own.some(({ text }) => /[«»"]/u.test(text))) return null
  if (own.some(({ text }) => /^(?:День|Дня|Победы|Организации|Объединенных|Серии|Ордена)$/u.test(text))) return null
  if (own.length === 1 && /^\p{Lu}{2,}$/u.test(own[0]!.text)) return null
  if (RUSSIAN.has(placeStem(own.at(-1)!.text)) && own.length === 1) return null
  return { from: start, to: end }
}

/** Names that leave no doubt: a given name and a surname, a patronymic, initials beside a surname. */
function fullNameAt(words: readonly Word[], at: number): number | null {
  const word = words[at]!
  if (!word.capital) return null
  const next = words[at + 1]
  // "А. Б. Фамилия", "А.Б. Фамилия", "Дж. Фамилия"
  let to = at
  if (INITIALS.test(word.text)) to = at + 1
  else while (to - at < 6 && words[to] && INITIAL.test(words[to]!.text) && words[to + 1]?.text === ".") to += 2
  if (to > at) {
    const family = words[to]
    return family && CYRILLIC.test(family.text) && family.text.length > 2 && !isHead(family.text) ? to + 1 : null
  }
  if (!CYRILLIC.test(word.text) || word.text.length < 2) return null
  // "Оспанкул М. Т."
  if (next && (INITIALS.test(next.text) || (INITIAL.test(next.text) && words[at + 2]?.text === "."))) {
    let end = at + 1
    if (INITIALS.test(next.text)) end++
    else while (end - at < 6 && words[end] && INITIAL.test(words[end]!.text) && words[end + 1]?.text === ".") end += 2
    const joined = next.start - word.end
    if (
      word.text.length > 2 &&
      joined <= 2 &&
      !RUSSIAN.has(placeStem(word.text)) &&
      roleOf(word.text) === null &&
      !/^\p{Lu}{2,}$/u.test(word.text)
    )
      return end
    return null
  }
  if (!next?.capital || !CYRILLIC.test(next.text) || next.start - word.end > 2) return null
  const third = words[at + 2]
  if (givenOf(word.text) && PATRONYMIC.test(next.text))
    return third?.capital && CYRILLIC.test(third.text) && FAMILY_ENDING.test(third.text) ? at + 3 : at + 2
  if (
    givenOf(next.text) &&
    third &&
    PATRONYMIC.test(third.text) &&
    !isHead(word.text) &&
    roleOf(word.text) === null &&
    !RUSSIAN.has(placeStem(word.text))
  )
    return at + 3
  if (
    givenOf(word.text) &&
    FAMILY_ENDING.test(next.text) &&
    !isHead(next.text) &&
    !RUSSIAN.has(placeStem(next.text)) &&
    !(third?.capital && FAMILY_ENDING.test(third.text))
  )
    return at + 2
  return null
}

/** "Бут" is not "Бутов": one word of another's stem must be a form of the same surname. */
function sameCaseFamily(text: string, family: readonly Someone[]): boolean {
  const word = plain(text)
  return family.some(({ forms }) =>
    forms.some((tokens) =>
      tokens.some((token) => {
        const own = plain(token)
        return stemOf(token) === stemOf(text) && Math.abs(own.length - word.length) <= 3
      }),
    ),
  )
}

interface PlaceRange extends Range {
  readonly place: NonNullable<ReturnType<typeof RUSSIAN.get>>[number]
}

/** Places of the gazetteer, in any case; their names are matched word by word. */
function placesIn(words: readonly Word[]): PlaceRange[] {
  const found: PlaceRange[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (!word.capital) continue
    const place = RUSSIAN.get(placeStem(word.text))?.find(({ words: own }) =>
      own.every((stem, index) => words[at + index] !== undefined && placeStem(words[at + index]!.text) === stem),
    )
    if (!place) continue
    // Дели, Чили, Сочи never change, and "дело" is none of them.
    if (place.words.length === 1 && /[иоуеыэ]$/u.test(place.name) && plain(word.text) !== plain(place.name)) continue
    // A short stem is not enough: "семья" is not Семей.
    if (place.words[0]!.length < 4 && !plain(word.text).startsWith(plain(place.name).slice(0, -1))) continue
    // "Казань" is not "Казани-Прогресс"; "Иран" is no "Ирана Петрова".
    const last = words[at + place.words.length - 1]!
    if (place.words.length === 1 && FAMILY_LIKE.test(last.text)) continue
    found.push({ from: at, to: at + place.words.length, place })
    at += place.words.length - 1
  }
  return found
}

const FAMILY_LIKE = /(?:ов|ев|ова|ева|овым|евым)$/u

/** The tagger's organisations and places that are hardly names: one lower-case word, a sign, a verb. */
function plausible(words: readonly Word[], { from, to }: Range): boolean {
  const own = words.slice(from, to)
  if (!own.some(({ capital, text }) => capital && text.length > 1)) return false
  if (own.some(({ text }) => /^[«»"“”().,;:!?]$/u.test(text)))
    return own.length > 2 && !/^[«»"“”().,;:!?]$/u.test(own.at(-1)!.text) && !/^[.,;:!?)]$/u.test(own[0]!.text)
  return true
}

/** The nominative of a body whose head is one of these; null for any other. */
function nominativeBody(words: readonly string[]): string | null {
  const at = words.findIndex((word) => BODY_HEADS.some(([form]) => form.test(word.toLowerCase())))
  if (at < 0 || words.length === 0) return null
  const [, head, endings] = BODY_HEADS.find(([form]) => form.test(words[at]!.toLowerCase()))!
  const capital = /^\p{Lu}/u.test(words[at]!)
  return words
    .map((word, index) => {
      if (index === at) return capital ? head[0]!.toUpperCase() + head.slice(1) : head
      if (index > at) return word
      return word
        .replace(/(?<=[гкх])(?:ого|ому|им|ом|ий|ая|ой|ую|ое)$/u, endings[1])
        .replace(/(?<=\p{L}{3}[^гкхиы])(?:ого|ому|ым|ом|ый|ая|ой|ую|ое)$/u, endings[0])
    })
    .join(" ")
}

/** Form of the head, its nominative, and the endings of adjectives before it, hard and after г к х. */
const BODY_HEADS: readonly [RegExp, string, readonly [string, string]][] = [
  [/^суд(?:а|у|ом|е)?$/u, "суд", ["ый", "ий"]],
  [/^министерств(?:о|а|у|ом|е)$/u, "министерство", ["ое", "ое"]],
  [/^прокуратур(?:а|ы|е|у|ой)$/u, "прокуратура", ["ая", "ая"]],
  [/^комитет(?:а|у|ом|е)?$/u, "комитет", ["ый", "ий"]],
  [/^департамент(?:а|у|ом|е)?$/u, "департамент", ["ый", "ий"]],
  [/^управлени(?:е|я|ю|ем|и)$/u, "управление", ["ое", "ое"]],
  [/^консульств(?:о|а|у|ом|е)$/u, "консульство", ["ое", "ое"]],
  [/^посольств(?:о|а|у|ом|е)$/u, "посольство", ["ое", "ое"]],
  [/^парламент(?:а|у|ом|е)?$/u, "парламент", ["ый", "ий"]],
]

/** A place's name from its forms: Далакент of Далакенте and Далакента. */
function placeName(forms: readonly string[]): string {
  const shortest = [...forms].sort((a, b) => a.length - b.length)[0]!
  if (/\s|^\p{Lu}{2,}$/u.test(shortest)) return forms[0]!
  const endings = forms.map((form) => plain(form).slice(stemOf(form).length))
  const base = shortest.slice(0, stemOf(shortest).length)
  if (endings.includes("")) return base
  if (endings.some((ending) => /^(?:ы|ой)$/u.test(ending))) return `${base}а`
  if (endings.some((ending) => /^(?:ии|ию|ия|ией)$/u.test(ending))) return `${base}ия`
  if (
    endings.every((ending) => /^(?:е|а|у|ом)$/u.test(ending)) &&
    endings.some((ending) => ending === "е" || ending === "ом")
  )
    return base.length > 3 && /[бвгджзклмнпрстфхцчшщ]$/u.test(base) && !/[бвгджзклмнпрстфхцчшщ]{3}$/u.test(base)
      ? base
      : shortest
  return shortest
}
