import type { Span } from "../../model/passage.js"
import type { ReadQuantity } from "../../model/reading.js"
import type { Scene } from "../events/scene.js"
import type { Page } from "../page.js"
import { isTestimony, LABELLED, TELLS, tellerOf } from "../proposals/testimony.js"
import { quotationsIn } from "../sentences/quotations.js"
import type { FoundClaim } from "./index.js"

/** What one person says until another speaks. */
interface Turn extends Span {
  /** As written before it: "W", "Guard", "Dana Orazova". */
  readonly label: string
  readonly speaker: string | null
}

/** Shorter ones are "Yes.", "Nobody.", "Very little." */
const FEWEST_WORDS = 4

/** Chinese puts no spaces: there two letters are as much as a word. */
const isEnough = (words: string) =>
  words.trim().split(/\s+/u, FEWEST_WORDS).length >= FEWEST_WORDS ||
  (words.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2 * FEWEST_WORDS

/** In a testimony, a sentence worth deciding on has a name, a date, a number, or a word of what happens to people. */
const SUBSTANCE: Readonly<Record<string, RegExp>> = {
  en: /[\ue001-\ue006]|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?|court|judges?|judgement|verdict|lawyers?|prison|jail|camps?|cells?|police|officers?|guards?|soldiers|taken|arrested|detained|released|sentenced|charged|interrogated|questioned|died|dead|death|buried|body|killed|beaten|beat|tortured|shackle[ds]?|handcuff(?:s|ed)?|hospital|sick|passport|border|signed?|threatened|disappeared|missing|raped|starved|starving)\b/iu,
  ru: /[\ue001-\ue006]|\d|(?<!\p{L})(?:два|две|три|четыре|пять|шесть|семь|восемь|девять|десят|сотн|тысяч|суд|приговор|адвокат|тюрьм|лагер|камер|полици|охранник|конвоир|солдат|задерж|арест|забрал|увез|увел|освобод|отпустил|осуд|обвин|допр|умер|погиб|смерт|убит|похорон|тел[оа](?!\p{L})|бил[аи]?(?!\p{L})|изби|пыт|наручник|больниц|паспорт|границ|подписа|угрож|исчез|пропал|изнасил|голод)/iu,
  kk: /[\ue001-\ue006]|\d|(?<!\p{L})(?:екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|жүз|мың|сот|үкім|адвокат|қорғаушы|түрме|лагер|камера|полиция|күзет|сарбаз|ұста|қама|тұтқын|алып кет|босат|сотта|айыпта|тергеу|жауап ал|қайтыс|өлді|өлім|өлтір|жерле|ұрды|ұрып|соқты|азапта|кісен|аурухана|паспорт|төлқұжат|шекара|қол қой|қорқыт|жоғал|хабарсыз|зорла|аш қал)/iu,
}

/** Where no words of what happens to people are listed. */
const ANYTHING = /[\ue001-\ue006]|\d/u

/** Claims that are so by whose turn they stand in: of a testimony its teller's, of subtitles whoever is named. */
export function claimsOfTurns(scene: Scene, page: Page, language: string, found: readonly FoundClaim[]): FoundClaim[] {
  const cues = page.map.places?.kind === "cues" ? page.map.places.cues : null
  const testimony = cues === null && isTestimony(scene.text, scene.sentences)
  const teller = testimony ? tellerOf(scene) : null
  if (cues === null && !testimony) return [...found]
  const turns = cues === null ? (testimony ? answersIn(scene, teller) : []) : namedIn(scene, cues, tellerOf(scene))
  const first = turns[0]?.start ?? scene.text.length
  const turnAt = (offset: number) => {
    const turn = lastBefore(turns, offset)
    return turn !== undefined && offset < turn.end ? turn : undefined
  }
  const claims = found.map((claim): FoundClaim => {
    const turn = turnAt(claim.content.start)
    // "About her nephew she said …", before the first answer: the one who testifies.
    const opens =
      teller !== null && claim.content.start < first && /^(?:(?:the )?witness|she|he)$/iu.test(claim.speakerText ?? "")
    if (opens && claim.speaker === null) return { ...claim, speaker: teller }
    if (turn === undefined || turn.speaker === null || claim.via !== null || claim.kind === "naming") return claim
    if (/^(?:i|me)$/iu.test(claim.speakerText ?? "")) return { ...claim, speaker: turn.speaker }
    return claim.speaker === turn.speaker ? claim : { ...claim, via: turn.speaker }
  })
  // One who tells says many things: each is a claim. Of others the turn stands as it is.
  const whole = cues === null ? [] : turns.filter(({ label }) => !TELLS.test(label))
  for (const turn of whole) for (const words of quotedFirst(scene.text, turn)) claims.push(said(turn, words, turn))
  if (whole.length < turns.length) {
    const taken = new Set(claims.map(({ sentence }) => sentence.start))
    for (const { sentence, text } of scene.told) {
      const turn = turnAt(Math.max(sentence.start, sentence.end - 1))
      if (turn === undefined || whole.includes(turn) || taken.has(sentence.start)) continue
      const content = { start: Math.max(sentence.start, turn.start), end: sentence.end }
      const words = scene.text.slice(content.start, content.end).trim()
      if (/[?？]["”]?$/u.test(words) || !isEnough(words)) continue
      if ((SUBSTANCE[language] ?? ANYTHING).test(text)) claims.push(said(turn, content, sentence))
    }
  }
  // What somebody asks is no claim.
  return inOrder(
    claims,
    ({ sentence }) => !(testimony && /[?？]["”]?$/u.test(scene.text.slice(sentence.start, sentence.end))),
  )
}

/** Where a turn opens with quotations, those are what was said: what follows them without a name is nobody's. */
function quotedFirst(text: string, turn: Turn): Span[] {
  const quoted: Span[] = []
  let from = turn.start
  for (const { start, end, inside } of quotationsIn(text, turn)) {
    if (!/^[\s.,;…。]*$/u.test(text.slice(from, start))) break
    quoted.push(inside)
    from = end
  }
  return quoted.length > 0 ? quoted : [turn]
}

/** The last of these, which are in order, that begins at or before an offset. */
export function lastBefore<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return spans[low - 1]
}

/** By place, those left out gone; the claims a claim answers are named by their index, which changes. */
function inOrder(claims: readonly FoundClaim[], keep: (claim: FoundClaim) => boolean): FoundClaim[] {
  const order = [...claims.keys()]
    .filter((at) => keep(claims[at]!))
    .sort((a, b) => claims[a]!.content.start - claims[b]!.content.start || a - b)
  const place = new Map(order.map((at, now) => [at, now]))
  return order.map((at) => {
    const { counters, ...claim } = claims[at]!
    return { ...claim, counters: counters.flatMap((other) => place.get(other) ?? []) }
  })
}

/** Answers "W: …" of a record, with the paragraphs that go on until the next label. */
function answersIn(scene: Scene, teller: string | null): Turn[] {
  const turns: Turn[] = []
  let open = null as Turn | null
  for (const { start, end } of scene.sentences) {
    const label = LABELLED.exec(scene.text.slice(start, Math.min(end, start + 40)))
    if (label !== null) {
      if (open !== null) turns.push(open)
      const words = label.groups!.who!
      open = TELLS.test(words) ? { label: words, speaker: teller, start: start + label[0].length, end } : null
    } else if (scene.text[start] === "[") {
      if (open !== null) turns.push(open)
      open = null
    } else if (open !== null) open = { ...open, end }
  }
  if (open !== null) turns.push(open)
  return turns
}

function namedIn(
  scene: Scene,
  cues: readonly (Span & { readonly speaker: string | null })[],
  teller: string | null,
): Turn[] {
  const turns: Turn[] = []
  for (const { start, end, speaker: label } of cues) {
    const last = turns.at(-1)
    if (label === null) continue
    // The words after the label, which stands in the text once for each turn.
    const lead = scene.text.slice(start, end).startsWith(label) ? label.length : 0
    const colon = lead === 0 ? 0 : /^\s*[:：)\]]*\s*/u.exec(scene.text.slice(start + lead, end))![0].length
    const from = start + lead + colon
    if (from >= end) continue
    const goesOn = last !== undefined && last.label === label && /^ ?$/u.test(scene.text.slice(last.end, start))
    if (goesOn && lead === 0) turns[turns.length - 1] = { ...last, end }
    // After a pause another may speak: words without a name of their own are nobody's.
    else if (lead > 0)
      turns.push({
        label,
        speaker: personCalled(scene, label) ?? (TELLS.test(label) ? teller : null),
        start: from,
        end,
      })
  }
  return turns.filter(({ start, end }) => isEnough(scene.text.slice(start, end)))
}

function personCalled({ entities }: Scene, label: string): string | null {
  for (const { id, kind, name, aliases } of entities.values())
    if (kind === "Person" && [name, ...aliases].some((one) => label === one || label.endsWith(` ${one}`))) return id
  return null
}

function said(turn: Turn, content: Span, sentence: Span): FoundClaim {
  return {
    speaker: turn.speaker,
    speakerText: turn.label,
    stance: "asserts",
    kind: "direct",
    cue: ":",
    source: null,
    content: { start: content.start, end: content.end },
    more: [],
    via: null,
    setting: null,
    spokenIn: null,
    hedge: null,
    quantity: null satisfies ReadQuantity | null,
    counters: [],
    rule: "claims/turn",
    sentence: { start: sentence.start, end: sentence.end },
  }
}
