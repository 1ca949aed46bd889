import type { Span } from "../../../model/passage.js"
import type { Mention, ReadEntity } from "../../../model/reading.js"
import { DEMONYMS } from "../../places/gazetteer.js"
import type { Sentence } from "../../sentences/index.js"
import type { Names } from "../index.js"
import { distance } from "./distance.js"
import { ENOUGH, evidenceFor, rolesOf } from "./evidence.js"
import { GIVEN } from "./given.js"
import { type Piece, piecesOf } from "./runs.js"
import { datelineTown, PLACE_ENOUGH, whereabouts } from "./whereabouts.js"

type Kind = ReadEntity["kind"]

/** Who or what is being gathered while the document is read. */
interface Draft {
  readonly kind: Kind
  name: string
  readonly aliases: Map<string, number>
  readonly roles: Set<string>
  country: string | null
  /** Where it was last mentioned, to choose between two who share a surname. */
  last: number
}

interface Candidate {
  person: number
  organization: number
  /** Added up: a place is known by being asked for again and again. */
  place: number
  times: number
  readonly tokens: readonly string[]
  readonly roles: Set<string>
  readonly titles: Set<string>
}

/**
 * People, organisations, places and groups of an English document. Two passes: the first weighs every run of capitals
 * by what stands around it anywhere in the document; the second marks every mention, surnames too, of what was found.
 */
export function findNames(text: string, sentences: readonly Sentence[], known: readonly string[]): Names {
  const lowerSeen = lowerCaseWords(sentences)
  const pieces = sentences.map((sentence) => [...piecesOf(text, sentence)])
  const document = new Document(text)
  document.weigh(sentences, pieces, lowerSeen, known)
  for (const [index, sentence] of sentences.entries()) document.mark(sentence, pieces[index]!)
  return document.names()
}

function lowerCaseWords(sentences: readonly Sentence[]): Set<string> {
  const seen = new Set<string>()
  for (const { words } of sentences) for (const { capital, text } of words) if (!capital) seen.add(text)
  return seen
}

const plain = (text: string) => text.replace(/\s+/g, " ").replace(/’/g, "'")

class Document {
  private readonly text: string
  private readonly candidates = new Map<string, Candidate>()
  /** Words of a person's name → people who bear it; family names and given names apart. */
  private readonly byFamily = new Map<string, Draft[]>()
  private readonly byGiven = new Map<string, Draft[]>()
  private readonly byName = new Map<string, Draft>()
  private readonly longest = new Map<string, number>()
  private readonly drafts: Draft[] = []
  private readonly found: (Span & { draft: Draft })[] = []
  private readonly places = new Map<string, Draft>()
  private placeDrafts: readonly Draft[] | null = null

  constructor(text: string) {
    this.text = text
  }

  weigh(
    sentences: readonly Sentence[],
    pieces: readonly (readonly Piece[])[],
    lowerSeen: ReadonlySet<string>,
    known: readonly string[],
  ): void {
    for (const [index, sentence] of sentences.entries()) {
      for (const piece of pieces[index]!) {
        if (piece.kind === "place") this.place(piece)
        if (piece.kind !== "run" || sentence.headline) continue
        const tokens = sentence.words
          .slice(piece.from, piece.to)
          .map((word) => word.text)
          .filter((word) => word !== ".")
        const key = tokens.join(" ")
        const { person, organization, roles } = evidenceFor(piece, sentence, lowerSeen)
        const place = whereabouts(piece, sentence)
        const candidate = this.candidates.get(key)
        if (!candidate) {
          this.candidates.set(key, {
            person,
            organization,
            place,
            times: 1,
            tokens,
            roles: new Set(roles),
            titles: new Set(piece.title ? [piece.title] : []),
          })
          continue
        }
        candidate.person = Math.max(candidate.person, person)
        candidate.organization = Math.max(candidate.organization, organization)
        candidate.place += place
        candidate.times++
        for (const role of roles) candidate.roles.add(role)
        if (piece.title) candidate.titles.add(piece.title)
      }
    }
    for (const name of known) {
      const tokens = plain(name).split(" ")
      if (tokens.length > 1 && this.text.includes(name)) this.person(tokens, new Set())
    }
    const towns = new Set(sentences.flatMap((sentence) => datelineTown(sentence) ?? []))
    for (const name of towns) {
      const candidate = this.candidates.get(name)
      if (candidate && candidate.person < 3) candidate.place += PLACE_ENOUGH
    }
    const full = [...this.candidates.values()].filter(({ tokens }) => tokens.length > 1)
    for (const { tokens, person, organization, place, times, roles } of full) {
      if (place >= PLACE_ENOUGH && place > Math.max(person, organization)) continue
      const weight = person + Math.min(1, (times - 1) * 0.25) + this.aloneElsewhere(tokens)
      if (organization >= ENOUGH && organization >= person - 1.5) this.draft("Organization", tokens.join(" "))
      else if (weight >= ENOUGH) this.person(tokens, roles)
    }
    // The surest first: one letter off a place is that place misspelt, and no other.
    for (const { tokens, person, organization, place } of [...this.candidates.values()].sort(
      (a, b) => b.place - a.place,
    )) {
      const name = tokens.join(" ")
      if (this.byName.has(name) || this.byFamily.has(name) || this.byGiven.has(name)) continue
      if (tokens.some((token) => lowerSeen.has(token.toLowerCase()))) continue
      // "the group Saghynysh": one word is enough when a word for a body stands beside it.
      if (tokens.length === 1 && organization >= ENOUGH && organization >= Math.max(place, person))
        this.draft("Organization", name)
      else if (place >= PLACE_ENOUGH && place > person && !this.isMisspelt(name)) {
        this.draft("Place", name)
        if (towns.has(name)) this.learn(name.toUpperCase(), this.byName.get(name)!)
      }
    }
    for (const { tokens, person, titles, roles } of this.candidates.values()) {
      const [only] = tokens
      if (tokens.length !== 1 || person < 3 || only!.length < 2) continue
      if (this.byName.has(only!) || this.byFamily.has(only!) || (this.byGiven.has(only!) && titles.size === 0)) continue
      this.person(tokens, roles)
    }
  }

  /** "Orazov" alone somewhere else: a full name licenses it, and it speaks for the full name. */
  private aloneElsewhere(tokens: readonly string[]): number {
    const last = this.candidates.get(tokens.at(-1)!)
    return last && tokens.length > 1 ? Math.min(1.5, 0.8 + Math.max(0, last.person) * 0.3) : 0
  }

  private draft(kind: Kind, name: string, country: string | null = null): Draft {
    const draft: Draft = { kind, name, aliases: new Map(), roles: new Set(), country, last: -1 }
    this.drafts.push(draft)
    this.learn(name, draft)
    return draft
  }

  private learn(name: string, draft: Draft): void {
    const key = plain(name)
    if (this.byName.has(key)) return
    this.byName.set(key, draft)
    const words = key.split(" ")
    this.longest.set(words[0]!, Math.max(this.longest.get(words[0]!) ?? 0, words.length))
  }

  private person(tokens: readonly string[], roles: ReadonlySet<string>): void {
    const initials = tokens.filter((token) => token.length > 1)
    const first = tokens[0]!
    const family = tokens.at(-1)!
    const name = tokens.map((token) => (/^\p{Lu}$/u.test(token) ? `${token}.` : token)).join(" ")
    const same =
      tokens.length > 1
        ? this.byFamily.get(family)?.find((draft) => sameGiven(draft.name.split(" "), first))
        : undefined
    const draft = same ?? this.draft("Person", name)
    this.learn(name, draft)
    this.learn(tokens.join(" "), draft)
    for (const role of roles) draft.roles.add(role)
    if (same && initials.length > draft.name.split(" ").length) draft.name = name
    const put = (map: Map<string, Draft[]>, key: string) => {
      const list = map.get(key) ?? []
      if (!list.includes(draft)) list.push(draft)
      map.set(key, list)
    }
    put(this.byFamily, family)
    if (tokens.length > 2 && tokens[1]!.length > 2) put(this.byGiven, tokens[1]!)
    if (tokens.length > 1) put(this.byGiven, first)
  }

  mark(sentence: Sentence, pieces: readonly Piece[]): void {
    for (const [at, piece] of pieces.entries()) {
      switch (piece.kind) {
        case "place":
          this.markPlace(piece)
          break
        case "group": {
          const name = this.words(piece)
          this.put(piece, this.byName.get(name) ?? this.draft("Group", name, DEMONYMS.get(name)?.country ?? null))
          break
        }
        case "organization":
          if (sentence.kind === "nav" && !this.byName.has(this.words(piece))) break
          if (!this.markBracket(sentence, piece, pieces[at - 1])) this.put(piece, this.organization(this.words(piece)))
          break
        case "acronym":
          this.markAcronym(sentence, piece, pieces[at - 1])
          break
        case "run":
          this.markRun(sentence, piece, pieces[at - 1])
          break
      }
    }
  }

  /** A place keeps the name the document gives it: Nur-Sultan is not turned into Astana. */
  private place({ place, ...piece }: Piece & { kind: "place" }): Draft {
    const name = this.words(piece)
    const shouted = name.length > 3 && name === name.toUpperCase()
    const key = `${place.name}|${place.country}`
    const draft = this.places.get(key)
    if (draft) {
      if (!shouted && draft.name === draft.name.toUpperCase()) draft.name = name
      this.learn(name, draft)
      return draft
    }
    const fresh = this.draft("Place", name, place.country)
    this.places.set(key, fresh)
    return fresh
  }

  private words(span: Span): string {
    return plain(this.text.slice(span.start, span.end))
  }

  private put(span: Span, draft: Draft): void {
    const last = this.found.at(-1)
    if (last !== undefined && span.start < last.end) return
    this.found.push({ start: span.start, end: span.end, draft })
    const name = this.words(span)
    draft.aliases.set(name, (draft.aliases.get(name) ?? 0) + 1)
    draft.last = span.start
  }

  private markPlace(piece: Piece & { kind: "place" }): void {
    const { place } = piece
    const name = this.words(piece)
    const own = this.byName.get(name)
    // A surname that is also a town: "Jackson" is the person whom the document named in full.
    const people = this.byFamily.get(name)
    if (people && !piece.asked && !place.isCountry) {
      this.put(piece, latest(people))
      return
    }
    this.put(piece, own?.kind === "Place" ? own : this.place(piece))
  }

  private organization(name: string): Draft {
    const known = this.byName.get(name)
    if (known) return known
    const short = SHORT.get(name)
    const long = short === undefined ? undefined : this.byName.get(short)
    if (long) {
      this.learn(name, long)
      return long
    }
    const demonym = DEMONYMS.get(name.split(" ")[0]!)
    return this.draft("Organization", name, demonym?.country ?? null)
  }

  private markAcronym(sentence: Sentence, piece: Piece, previous: Piece | undefined): void {
    const name = this.words(piece)
    const known = this.byName.get(name)
    if (known) {
      this.put(piece, known)
      return
    }
    if (this.markBracket(sentence, piece, previous)) return
    const before = sentence.words[piece.from - 1]?.text ?? ""
    // Two capitals are a state of America or a mark; three or more after "the" are a body.
    if (name.length >= 3 && /^(?:the|The|by|for|with)$/.test(before)) this.put(piece, this.draft("Organization", name))
  }

  /** "Atlan Kenes (Friends of the Steppe)": in brackets after an organisation stands its other name. */
  private markBracket({ words }: Sentence, piece: Piece, previous: Piece | undefined): boolean {
    if (previous === undefined || previous.to !== piece.from - 1 || words[previous.to]?.text !== "(") return false
    const owner = this.byName.get(this.words(previous))
    if (owner?.kind !== "Organization") return false
    let to = piece.to
    while (words[to] && words[to]!.text !== ")" && to - piece.from < 8) to++
    if (words[to]?.text !== ")") return false
    const span = { start: piece.start, end: words[to - 1]!.end }
    this.learn(this.words(span), owner)
    this.put(span, owner)
    return true
  }

  private markRun(sentence: Sentence, piece: Piece & { kind: "run" }, previous: Piece | undefined): void {
    const { words } = sentence
    if (this.markBracket(sentence, piece, previous)) return
    let at = piece.from
    while (at < piece.to) {
      const step = this.nameAt(sentence, at, piece)
      if (step === null) at++
      else {
        this.put({ start: words[at]!.start, end: words[step.to - 1]!.end }, step.draft)
        if (piece.title !== null && step.draft.kind === "Person")
          for (const role of rolesOf(piece.title)) step.draft.roles.add(role)
        at = step.to
      }
    }
  }

  /** The longest known name that begins at this word; else a surname or a given name that the document licensed. */
  private nameAt(sentence: Sentence, at: number, piece: Piece & { kind: "run" }): { draft: Draft; to: number } | null {
    const { words } = sentence
    const first = words[at]!.text
    const longest = this.longest.get(plain(first)) ?? 0
    for (let to = Math.min(piece.to, at + longest + 1); to > at; to--) {
      const name = words
        .slice(at, to)
        .map((word) => word.text)
        .filter((word) => word !== ".")
        .join(" ")
      const draft = this.byName.get(plain(name))
      if (draft && (to - at > 1 || draft.kind !== "Person" || draft.name === name)) return { draft, to }
    }
    const lonely = at === piece.from || sentence.headline || at === piece.to - 1
    if (!lonely) return null
    const family = this.byFamily.get(first)
    // A different given name before a known surname is another person, not this one.
    if (family && (at === piece.from || sentence.headline || !looksLikeName(words[at - 1]!.text))) {
      const rest = piece.to - at
      if (rest === 1 || sentence.headline) return { draft: latest(family), to: at + 1 }
    }
    const given = this.byGiven.get(first)
    if (given && piece.to - at === 1 && at === piece.from && (given.length === 1 || piece.title === null))
      return { draft: latest(given), to: at + 1 }
    if (piece.to - at === 1 && at === piece.from) return this.misspeltPlace(words[at]!, at)
    return null
  }

  private isMisspelt(name: string): boolean {
    this.placeDrafts = null
    return this.misspeltPlace({ text: name }, 0) !== null
  }

  /** One or two letters off a place the document names: kept as written, known as that place. */
  private misspeltPlace(word: { text: string }, at: number): { draft: Draft; to: number } | null {
    if (word.text.length < 6) return null
    const allowed = word.text.length >= 10 ? 2 : 1
    for (const draft of this.named()) {
      if (draft.name[0] !== word.text[0] || Math.abs(draft.name.length - word.text.length) > allowed) continue
      // "Tarsiyan" is of Tarsiya, and not it.
      if (/^(?:n|an|i|ian)$/u.test(word.text.startsWith(draft.name) ? word.text.slice(draft.name.length) : "")) continue
      const far = distance(draft.name, word.text, allowed)
      if (far > 0 && far <= allowed) return { draft, to: at + 1 }
    }
    return null
  }

  /** The places the document names, known to a gazetteer or not. */
  private named(): readonly Draft[] {
    this.placeDrafts ??= [...new Set([...this.places.values(), ...this.drafts.filter(({ kind }) => kind === "Place")])]
    return this.placeDrafts
  }

  names(): Names {
    const letters: Record<Kind, string> = { Person: "p", Organization: "o", Place: "l", Group: "g" }
    const counts: Record<Kind, number> = { Person: 0, Organization: 0, Place: 0, Group: 0 }
    const ids = new Map<Draft, string>()
    const entities: ReadEntity[] = []
    const mentions: Mention[] = []
    for (const { start, end, draft } of this.found) {
      let id = ids.get(draft)
      if (id === undefined) {
        id = `${letters[draft.kind]}${++counts[draft.kind]}`
        ids.set(draft, id)
        const aliases = [...draft.aliases.keys()].filter((alias) => alias !== draft.name)
        entities.push({
          id,
          kind: draft.kind,
          name: draft.name,
          aliases,
          ...(draft.country ? { country: draft.country } : {}),
          roles: [...draft.roles],
        })
      }
      mentions.push({ kind: draft.kind, start, end, entity: id })
    }
    return { entities, mentions }
  }
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ["UN", "United Nations"],
  ["U.N.", "United Nations"],
  ["EU", "European Union"],
  ["HRW", "Human Rights Watch"],
  ["Amnesty", "Amnesty International"],
  ["CCP", "Chinese Communist Party"],
])

function latest(drafts: readonly Draft[]): Draft {
  return drafts.reduce((best, draft) => (draft.last > best.last ? draft : best))
}

/** The same given name, or its initial. */
function sameGiven(name: readonly string[], first: string): boolean {
  const given = name[0]!
  if (name.length < 2) return false
  return (
    given === first ||
    (first.length === 1 && given.startsWith(first)) ||
    (given.length <= 2 && first.startsWith(given[0]!))
  )
}

function looksLikeName(word: string): boolean {
  return GIVEN.has(word)
}
