import { foldCase } from "./fold.js"
import { keysToKeep, keysToSeek } from "./keys.js"
import { CLASS_APART, fit, nearness, type Pair, pairs, type Sounds } from "./match.js"
import { classesApart, classesOf, costOfCodes, encode, soundAlike, type Writing, weightOf } from "./phonemes.js"
import { hashOf, numbers, postings } from "./postings.js"
import { type Form, formOf, type Part, parseName, partOf, type Script, scriptOf, weigh } from "./readings.js"

export interface Found {
  /** The owner of the name. */
  readonly id: string
  /** The name that was met. */
  readonly name: string
  /** 0 to 1: the sum of what `why.parts` add. */
  readonly score: number
  readonly why: Why
}

export interface Why {
  /** How the name was met: the same letters, the same script, another script, or under another name of its owner. */
  readonly badge: "exact" | "same script" | "transliterated" | "alias"
  readonly parts: readonly WhyPart[]
}

export interface WhyPart {
  /** Words of the query and of the name, as they are written. */
  readonly query: string
  readonly name: string
  /** How both were read: `bilash (declined) = bilash`. */
  readonly read: string
  /** 1: the same sounds. */
  readonly near: number
  /** What it adds to the score. */
  readonly adds: number
}

export interface SearchOptions {
  /** How many hits, at most: 10 unless told. */
  readonly top?: number
  /** False: only names in the query's own script. */
  readonly transliteration?: boolean
  /** True: the last word of the query may be only begun. */
  readonly prefix?: boolean
}

export interface NameIndex {
  /** Adds a name of an owner. `alias`: it is not the name the owner goes by. */
  add(id: string, name: string, alias?: boolean): void
  /** Takes all names of an owner away: what is found then is as if they had never been added. */
  remove(id: string): void
  search(query: string, options?: SearchOptions): Found[]
  readonly size: number
  /** Bytes held: typed arrays, and strings by estimate. */
  readonly bytes: number
}

/** How many readings are compared to each part of a query, at most: the likeliest keys come first. */
const COMPARED = 6000
/** The same for a whole query: Chinese without a dot can be cut in many ways. */
const COMPARED_IN_ALL = 10_000
/** How many words like a part are followed to their names, and how many names are looked at closely. */
const FOLLOWED = 200
const CLOSELY = 40
/** Words so much less like a part than the likest are not followed. */
const BEHIND = 0.3

/** Nearness under which two words are not like one another. */
const LEAST = 0.62
/** Nearness is counted in so many steps, to know the least of those that will be followed. */
const STEPS = 128

const WRITINGS: readonly Writing[] = ["full", "abjad", "han"]
const ROLES: readonly Part["role"][] = ["name", "initial", "patronymic", "particle"]
const NEXT_WAY = -1
const ALTERNATIVE = 1
const HYPHENED = 2

/**
 * Names to be found in any script. Every reading of every word is kept once (a *token*); a query's words are compared to
 * the tokens that share a skeleton with them, and the names of the nearest tokens are then compared whole.
 */
export function nameIndex(): NameIndex {
  const tokens: Sounds[] = []
  /** What of each token nearness looks at: weight in thousandths, classes, and price in hundredths × 4 + writing. */
  const [weights, classesHeld, prices] = [numbers(), numbers(), numbers()]
  /** The tokens' units one after another, each token's from its `ends` to the next. */
  let codes = new Uint8Array(1 << 12)
  const ends = numbers()
  ends.push(0)
  const counts = numbers()
  const byUnits = postings()
  const byKey = postings()
  const byToken = postings()
  const byFold = postings()
  const names: string[] = []
  const owners: string[] = []
  const aliases: boolean[] = []
  /** Names that were taken away. Their places stay, and nothing is found there. */
  const gone = new Set<number>()
  /** Each name's parts, one number a reading: token × 16 + role × 4 + flags; from `starts`. */
  const contents = numbers()
  const starts = numbers()
  let characters = 0
  let hanKept = false

  // What the search under way has seen. Stamped with a count, so that nothing is cleared between searches.
  let tick = 0
  let allowed = 0
  let tokenSeen = new Int32Array(0)
  let nameSeen = new Int32Array(0)
  let partSeen = new Int32Array(0)
  let gathered = new Float32Array(0)
  let partBest = new Float32Array(0)
  const nears = new Int32Array(STEPS + 1)
  const sought = new Uint8Array(64)

  function tokenOf(form: Form): number {
    const hash = hashOf(form.units, WRITINGS.indexOf(form.written) + Math.round(form.price * 100) * 7)
    let known = -1
    byUnits.each(hash, (at) => {
      const { units, written, price } = tokens[at]!
      if (units === form.units && written === form.written && price === form.price) known = at
    })
    if (known >= 0) return known
    const at = tokens.length
    const { units, written, price, weight, classes } = form
    tokens.push({ units, written, price, weight, classes })
    counts.push(0)
    weights.push(Math.round(weight * 1000))
    classesHeld.push(classes)
    prices.push(Math.round(price * 100) * 4 + WRITINGS.indexOf(written))
    const from = ends.at(at)
    if (from + units.length > codes.length) {
      const larger = new Uint8Array(Math.ceil((from + units.length) * 1.5))
      larger.set(codes)
      codes = larger
    }
    ends.push(from + encode(units, codes, from))
    byUnits.add(hash, at)
    for (const key of keysToKeep(form)) byKey.add(key, at)
    if (written === "han") hanKept = true
    characters += units.length
    return at
  }

  function add(id: string, name: string, alias = false): void {
    const at = names.length
    names.push(name)
    owners.push(id)
    aliases.push(alias)
    characters += name.length + id.length
    byFold.add(hashOf(foldedName(name)), at)
    starts.push(contents.length)
    for (const [nth, parts] of parseName(name).ways.entries()) {
      if (nth > 0) contents.push(NEXT_WAY)
      for (const part of parts)
        for (const [which, form] of part.forms.filter(({ reading }) => reading !== "declined").entries()) {
          if (form.units === "") continue
          const token = tokenOf(form)
          const flags = (which > 0 ? ALTERNATIVE : 0) + (part.hyphened ? HYPHENED : 0)
          contents.push(token * 16 + ROLES.indexOf(part.role) * 4 + flags)
        }
      for (const token of leading(parts)) {
        byToken.add(token, at)
        counts.put(token, counts.at(token) + 1)
      }
    }
  }

  /** Tokens by which a name with these parts is found. */
  const leading = (parts: readonly Part[]): number[] => [
    ...parts.flatMap(({ role, forms }) =>
      role === "initial"
        ? []
        : forms.filter(({ reading, units }) => reading !== "declined" && units !== "").map(tokenOf),
    ),
    ...joined(parts).map(({ forms }) => tokenOf(forms[0])),
  ]

  function remove(id: string): void {
    for (const [at, owner] of owners.entries()) {
      if (owner !== id || gone.has(at)) continue
      for (const parts of parseName(names[at]!).ways)
        for (const token of leading(parts)) counts.put(token, counts.at(token) - 1)
      gone.add(at)
      characters -= names[at]!.length + id.length
      names[at] = ""
      owners[at] = ""
    }
  }

  const standing = (): number => names.length - gone.size

  /** A kept name's parts again, without their letters. */
  function partsOf(name: number): Part[][] {
    const ways: { forms: Form[]; role: Part["role"]; hyphened: boolean }[][] = [[]]
    const end = name + 1 < starts.length ? starts.at(name + 1) : contents.length
    for (let at = starts.at(name); at < end; at++) {
      const held = contents.at(at)
      if (held === NEXT_WAY) {
        ways.push([])
        continue
      }
      const form: Form = { ...tokens[held >> 4]!, latin: "", reading: "" }
      const way = ways.at(-1)!
      if (held & ALTERNATIVE) way.at(-1)?.forms.push(form)
      else way.push({ forms: [form], role: ROLES[(held >> 2) & 3]!, hyphened: (held & HYPHENED) !== 0 })
    }
    return ways.map((way) =>
      way.map(({ forms: [first, ...more], role, hyphened }) => ({
        text: "",
        forms: [first!, ...more],
        role,
        hyphened,
        weight: weigh(first!, role),
      })),
    )
  }

  /** Tokens like a part, the nearest first. */
  function like(part: Part): { token: number; near: number }[] {
    const best = new Map<number, number>()
    let left = Math.min(COMPARED, allowed)
    const before = left
    // What could not be among those that are followed need not be measured to the end.
    let least = LEAST
    let nearestYet = 0
    let kept = 0
    nears.fill(0)
    for (const form of part.forms) {
      tick++
      if (form.units === "") continue
      const units = encode(form.units, sought)
      const compare = (token: number) => {
        if (tokenSeen[token] === tick || left <= 0) return
        tokenSeen[token] = tick
        // Of an initial, or of names that were taken away: it leads to none.
        if (counts.at(token) === 0) return
        left--
        const near = nearTo(form, units, token, least)
        const known = best.get(token) ?? 0
        if (near <= known) return
        best.set(token, near)
        if (known > 0) return
        nears[Math.floor(near * STEPS)]!++
        if (near > nearestYet) {
          nearestYet = near
          least = Math.max(least, near - BEHIND)
        }
        if (++kept > FOLLOWED) least = Math.max(least, leastOfMost())
      }
      for (const key of keysToSeek(form, hanKept)) {
        if (left <= 0) break
        byKey.each(key, compare)
      }
    }
    allowed -= before - left
    const found: { token: number; near: number }[] = []
    for (const [token, near] of best) if (near >= least) found.push({ token, near })
    return found.sort((a, b) => b.near - a.near).slice(0, FOLLOWED)
  }

  /** `nearness` of a form, which is encoded in `sought`, to a token. */
  function nearTo(form: Form, length: number, token: number, least: number): number {
    const whole = 0.5 + Math.max(form.weight, weights.at(token) / 1000)
    const limit = (1 - least) * whole
    if (classesApart(form.classes, classesHeld.at(token)) * CLASS_APART > limit) return 0
    const how = prices.at(token)
    const written = WRITINGS[how & 3]!
    if (form.written === "full" && written === "full" && Math.abs(form.weight - weights.at(token) / 1000) > limit * 1.2)
      return 0
    const from = ends.at(token)
    const price = form.price + (how >> 2) / 100
    const cost = costOfCodes(
      sought,
      length,
      codes,
      from,
      ends.at(token + 1) - from,
      form.written,
      written,
      limit - price,
    )
    return cost + price >= limit ? 0 : 1 - (cost + price) / whole
  }

  /** Nearness so many words have reached that a lesser one will not be followed. */
  function leastOfMost(): number {
    let step = STEPS
    for (let count = nears[step]!; count < FOLLOWED; ) count += nears[--step]!
    return step / STEPS
  }

  /** Names in which parts of this way are met, with what they gathered, the most first. */
  function gather(way: readonly Part[], likeOf: (part: Part) => { token: number; near: number }[]) {
    const pass = ++tick
    const touched: number[] = []
    const all = Math.log2(standing() + 2)
    for (const part of [...way, ...joined(way)]) {
      if (part.role === "initial") continue
      const found = likeOf(part)
      const mine = ++tick
      for (const { token, near } of found) {
        const rare = 0.3 + 0.7 * (1 - Math.log2(counts.at(token) + 1) / all)
        const worth = fit(near) * part.weight * rare
        byToken.each(token, (at) => {
          if (nameSeen[at]! < pass) {
            nameSeen[at] = pass
            gathered[at] = 0
            touched.push(at)
          }
          if (partSeen[at] !== mine) {
            partSeen[at] = mine
            partBest[at] = worth
            gathered[at]! += worth
          } else if (worth > partBest[at]!) {
            gathered[at]! += worth - partBest[at]!
            partBest[at] = worth
          }
        })
      }
    }
    return most(gone.size === 0 ? touched : touched.filter((at) => !gone.has(at)), gathered, CLOSELY)
  }

  function makeRoom(): void {
    if (tokenSeen.length < tokens.length) tokenSeen = new Int32Array(tokens.length + 1024)
    if (nameSeen.length >= names.length) return
    const size = names.length + 1024
    nameSeen = new Int32Array(size)
    partSeen = new Int32Array(size)
    gathered = new Float32Array(size)
    partBest = new Float32Array(size)
  }

  /** Tokens that begin like a part, by going through all: for typing, where the part is short and says little. */
  function begunWith(part: Part): { token: number; near: number }[] {
    const found: { token: number; near: number }[] = []
    for (const form of part.forms) {
      if (form.units === "") continue
      for (let token = 0; token < tokens.length; token++) {
        const kept = tokens[token]!
        if (counts.at(token) === 0) continue
        if (kept.units.length <= form.units.length || !soundAlike(form.units, kept.units)) continue
        const near = nearness(form, beginning(kept, form.units.length), BEGUN)
        if (near > 0) found.push({ token, near: near * 0.98 })
      }
    }
    return found.sort((a, b) => b.near - a.near || counts.at(b.token) - counts.at(a.token)).slice(0, FOLLOWED)
  }

  function search(query: string, options: SearchOptions = {}): Found[] {
    const { top = 10, transliteration = true, prefix = false } = options
    makeRoom()
    allowed = COMPARED_IN_ALL
    const { script, ways } = parseName(query)
    const folded = foldedName(query)
    const exact = new Set<number>()
    byFold.each(hashOf(folded), (at) => {
      if (!gone.has(at) && foldedName(names[at]!) === folded) exact.add(at)
    })
    const liked = new Map<string, { token: number; near: number }[]>()
    const likeOf = (part: Part) => {
      const known = liked.get(part.text)
      if (known) return known
      const begun = prefix && ways.some((way) => way.at(-1) === part) ? begunWith(part) : []
      const found = [...like(part), ...begun].sort((a, b) => b.near - a.near)
      liked.set(part.text, found)
      return found
    }
    const looked: { at: number; score: number; way: readonly Part[]; other: number }[] = []
    const seen = new Map<number, number>()
    const consider = (at: number, way: readonly Part[], everyPart = false) => {
      if (!transliteration && !exact.has(at) && scriptOf(names[at]!) !== script) return
      for (const [other, right] of partsOf(at).entries()) {
        const { score, paired } = scoreOf(way, prefix ? cutLike(right, way.at(-1)) : right, rarity)
        if (everyPart && paired < way.length) continue
        const known = seen.get(at)
        if (known === undefined) {
          seen.set(at, looked.length)
          looked.push({ at, score, way, other })
        } else if (score > looked[known]!.score) looked[known] = { at, score, way, other }
      }
    }
    for (const way of ways) for (const at of gather(way, likeOf)) consider(at, way)
    for (const way of halves(ways)) for (const at of gather(way, likeOf)) consider(at, way, true)
    for (const at of exact) if (!seen.has(at)) consider(at, ways[0]!)
    looked.sort((a, b) => Number(exact.has(b.at)) - Number(exact.has(a.at)) || b.score - a.score || a.at - b.at)
    const hits: Found[] = []
    const taken = new Set<string>()
    for (const { at, way, other } of looked) {
      const id = owners[at]!
      if (taken.has(id)) continue
      taken.add(id)
      const name = names[at]!
      const right = parseName(name).ways[other]!
      const { score, parts } = scoreOf(way, prefix ? cutLike(right, way.at(-1)) : right, rarity)
      hits.push({ id, name, score, why: { badge: badgeOf(at, script), parts: parts() } })
      if (hits.length === top) break
    }
    return hits

    function badgeOf(at: number, script: Script): Why["badge"] {
      if (exact.has(at)) return "exact"
      if (scriptOf(names[at]!) !== script) return "transliterated"
      return aliases[at] ? "alias" : "same script"
    }
  }

  /** What a word counts for beside a word nobody else has. */
  function rarity(part: Part): number {
    const form = part.forms[0]
    let count = 1
    byUnits.each(hashOf(form.units, WRITINGS.indexOf(form.written) + Math.round(form.price * 100) * 7), (at) => {
      count = Math.max(count, counts.at(at))
    })
    return 0.5 + 0.5 * (1 - Math.log2(count + 1) / Math.log2(standing() + 2))
  }

  return {
    add,
    remove,
    search,
    get size() {
      return standing()
    },
    get bytes() {
      const arrays = [byUnits, byKey, byToken, byFold, counts, contents, starts, weights, classesHeld, prices, ends]
      const strings = characters + (names.length * 2 + tokens.length) * 24
      return arrays.reduce(
        (sum, { bytes }) => sum + bytes,
        codes.length + strings + tokens.length * 48 + names.length * 24,
      )
    },
  }
}

/** The few of many with the most, the most first. */
function most(indexes: readonly number[], worth: Float32Array, few: number): number[] {
  let highest = 0
  for (const at of indexes) if (worth[at]! > highest) highest = worth[at]!
  // Counted by how much each has, so that only the few and those beside them are put in order.
  const scale = highest > 0 ? (HEAPS - 1) / highest : 0
  heaps.fill(0)
  for (const at of indexes) heaps[Math.floor(worth[at]! * scale)]!++
  let heap = HEAPS - 1
  for (let count = heaps[heap]!; count < few && heap > 0; ) count += heaps[--heap]!
  return indexes
    .filter((at) => Math.floor(worth[at]! * scale) >= heap)
    .sort((a, b) => worth[b]! - worth[a]! || a - b)
    .slice(0, few)
}

const HEAPS = 512
const heaps = new Int32Array(HEAPS + 1)

/** One spelling of a name whatever its case, marks and punctuation. */
export const foldedName = (name: string): string =>
  foldCase(name)
    .replace(/[\s\-·‐‑–—'.,]+/gu, " ")
    .trim()

/** Nearness of a begun word to the beginning of another. */
const BEGUN = 0.8

const beginning = <S extends Sounds>(sounds: S, length: number): S => {
  const units = sounds.units.slice(0, length)
  return { ...sounds, units, weight: weightOf(units), classes: classesOf(units) }
}

/** A name's words cut to the length of the word being typed, where they begin like it. */
function cutLike(parts: readonly Part[], typed: Part | undefined): readonly Part[] {
  if (typed === undefined) return parts
  return parts.map((part) => {
    for (const form of typed.forms)
      for (const own of part.forms) {
        if (form.units === "" || own.units.length <= form.units.length) continue
        const cut = beginning(own, form.units.length)
        if (nearness(form, cut) >= BEGUN && nearness(form, own) < BEGUN) return { ...part, forms: [cut] }
      }
    return part
  })
}

/** A name given as one word, in two: "Hongkong" may be kept as Hong Kong. */
function halves(ways: readonly (readonly Part[])[]): Part[][] {
  const [[only, ...more] = []] = ways
  if (only === undefined || more.length > 0 || ways.length > 1 || scriptOf(only.text) === "Hani") return []
  const letters = [...only.text]
  const found: Part[][] = []
  for (let at = 3; at <= letters.length - 3 && letters.length <= 14; at++)
    found.push([letters.slice(0, at), letters.slice(at)].map((half) => partOf(half.join(""), only.forms[0].written)))
  return found
}

/** Neighbours read as one word: halves of a hyphenated word, short words, and particles with what follows. */
function joined(parts: readonly Part[]): Part[] {
  const found: Part[] = []
  for (let at = 0; at + 1 < parts.length; at++) {
    const [a, b] = [parts[at]!, parts[at + 1]!]
    if (a.role === "initial" || b.role === "initial") continue
    const short = parts.length > 2 && a.forms[0].units.length + b.forms[0].units.length <= 9
    if (!b.hyphened && a.role !== "particle" && !short) continue
    const { written, reading, latin } = a.forms[0]
    const form = formOf(a.forms[0].units + b.forms[0].units, latin + b.forms[0].latin, reading, written)
    found.push({ text: a.text + b.text, forms: [form], weight: weigh(form, "name"), role: "name", hyphened: false })
  }
  return found
}

/**
 * How alike two names are, 0 to 1: what each pair of their parts adds. A part of the left that is like none of the
 * right counts almost in full against it, one of the right by half: names are often given shorter than they are.
 */
export function scoreOf(
  left: readonly Part[],
  right: readonly Part[],
  rarity: (part: Part) => number,
): { score: number; paired: number; parts: () => WhyPart[] } {
  const found = pairs(left, right)
  const lefts = left.map((part) => part.weight * rarity(part))
  const rights = right.map((part) => part.weight * rarity(part))
  const leftPaired = new Set(found.flatMap((pair) => pair.left))
  const rightPaired = new Set(found.flatMap((pair) => pair.right))
  let whole = 0
  for (const [at, weight] of lefts.entries()) whole += weight * (leftPaired.has(at) ? 1 : 0.9)
  for (const [at, weight] of rights.entries()) whole += weight * (rightPaired.has(at) ? 1 : 0.45)
  const adds = found.map((pair) => {
    const near = pair.initial ? 0.6 : fit(pair.near)
    return ((sum(pair.left, lefts) + sum(pair.right, rights)) * near) / whole
  })
  return {
    score: adds.reduce((total, one) => total + one, 0),
    paired: leftPaired.size,
    parts: () =>
      found.map((pair, at) => ({
        query: textOf(pair.left, left),
        name: textOf(pair.right, right),
        read: readOf(pair),
        near: pair.near,
        adds: adds[at]!,
      })),
  }
}

const sum = (indexes: readonly number[], values: readonly number[]) =>
  indexes.reduce((total, at) => total + values[at]!, 0)

const textOf = (indexes: readonly number[], parts: readonly Part[]) =>
  indexes
    .map((at) => `${parts[at]!.hyphened && at !== indexes[0] ? "-" : at === indexes[0] ? "" : " "}${parts[at]!.text}`)
    .join("")

function readOf({ leftForm, rightForm }: Pair): string {
  const told = ({ latin, reading }: Form) => (reading === "latin" ? latin : `${latin} (${reading})`)
  return `${told(leftForm)} = ${told(rightForm)}`
}
