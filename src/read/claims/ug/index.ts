import type { Span } from "../../../model/passage.js"
import type { ReadClaim, ReadQuantity } from "../../../model/reading.js"
import type { Scene } from "../../events/scene.js"
import { type Masked, matches, pattern } from "../../sentences/masked.js"
import { answers } from "../counters.js"
import type { FoundClaim } from "../index.js"

const SAY = `(?:ئېيت|بىلدۈر|كۆرسەت|تەكىتلە|ئاشكارىلا|ئاشكارىلى|جەزملەشتۈر|سۆزلە|يازغا|ياز|جاۋاب\\sبەر|ئىلگىرى\\sسۈر|دەۋا\\sقىل|ئېلان\\sقىل|ئېتىراپ\\sقىل|خەۋەر\\sقىل|چۈشەندۈر|مەلۇم\\sقىل)\\p{L}{0,30}`
const SAYING =
  "(?:ئېيتىشىچە|ئېيتىشلىرىچە|دېيىشىچە|بىلدۈرۈشىچە|كۆرسىتىشىچە|ئاشكارىلىشىچە|قارىشىچە|يېزىشىچە|خەۋىرىچە|خەۋىرىگە\\sقارىغاندا|مەلۇماتىچە|مەلۇماتىغا\\sقارىغاندا|بايان\\sقىلىشىچە)"
const DENY = "(?:رەت\\sقىل|ئىنكار\\sقىل|تان)\\p{L}{0,30}"
const ACCUSE = "(?:ئەيىبلى|قارىلى|شىكايەت\\sقىل)\\p{L}{0,30}"

/** "X نىڭ ئېيتىشىچە، …" */
const ACCORDING = pattern(
  `(?<=^|[،؛.؟!]\\s?|\\n)(?<who>(?:[^،؛.؟!{Q}]{1,120}?)?(?:{P}|{O}|{L}|\\p{L}{1,30}))(?:نىڭ)?\\s(?<cue>${SAYING})،?\\s`,
  {},
  "gud",
)
/** «…»، دېدى X; «…» دەپ ئېيتتى X */
const QUOTED = pattern(
  `{Q}\\s?[،,]?\\s?[-–—]?\\s?(?<cue>دې(?:دى|گەن|گەنىدى|يىشتى|يدۇ)\\p{L}{0,30}|دەيدۇ|دەيتتى|(?:دەپ\\s)(?:${SAY}|سورى\\p{L}{0,30}|تەكىتلى\\p{L}{0,30}))(?:\\s(?<who>{P}|{O}|ئۇ(?!\\p{L})|[^.،؟!{Q}]{2,60}))?`,
  {},
  "gud",
)
/** …، دەيدۇ X: said without marks of quotation */
const CLOSES = pattern(
  "^(?<content>[^.؟!{Q}]{4,}?)،\\s(?<cue>دەيدۇ|دېدى|دېيدۇ)\\s(?<who>(?:\\p{L}{1,30}\\s){0,3}?(?:{P}|{O}))(?=\\s?[.!،]|$)",
  {},
  "gud",
)
/** X … ئېيتتى, X … دەپ بىلدۈردى, X … نى رەت قىلدى */
const ENDS = pattern(
  `(?<cue>(?:دەپ\\s)?(?:${SAY}|${DENY}|${ACCUSE})|دېدى|دېگەن(?=[.؟!]|$))(?=\\s?[.؟!،]|\\sۋە|$)`,
  {},
  "gud",
)
const NAMING = pattern("(?<q>{Q})\\s(?<cue>دەپ\\s(?:ئاتا|ئاتىل|تونۇشتۇر)\\p{L}{0,30}|دېگەن|دېيىلگەن|ناملىق)", {}, "gud")
const NO_ACCUSER = pattern("(?<content>[^،.؟!{P}]{3,60}?)\\s(?:بىلەن|دەپ)\\s(?<cue>ئەيىبلەن\\p{L}{0,30})", {}, "gud")
const NOUN =
  /(?:ئايال|ئەر|كىشى|تۇغقان|تۇغقىن|ئوغلى|قىزى|ئايالى|ئېرى|ئاكىسى|ئاچىسى|سىڭلىسى|دادىسى|ئاپىسى|ئادۋوكات|باياناتچى|ئەمەلدار|دائىرى|ھۆكۈمەت|ساقچى|مۇخبىر|گۇۋاھچى|تەشكىلات|مىنىستىر|ۋەكىل|مۇتەخەسسىس|شاھىت|خادىم|باشلىق|گېزىت|رادىيو|خەۋەر|دوكلات|پۇقرا|دېھقان|ئوقۇتقۇچى)\p{L}{0,30}$/u
const SILENT = new Set(["nav", "related", "widget", "title", "byline", "dateline", "other", "legal"])

interface Said {
  readonly rule: string
  readonly cue: string
  readonly stance: ReadClaim["stance"]
  readonly kind: ReadClaim["kind"]
  readonly who: readonly [number, number] | null
  readonly content: Span
}

/** Who says what in a Uyghur text in Arabic letters. */
export function findClaims(scene: Scene, quantities: readonly ReadQuantity[]): FoundClaim[] {
  const claims: FoundClaim[] = []
  for (const masked of scene.spoken) {
    if (SILENT.has(masked.sentence.kind)) continue
    for (const said of readSentence(masked)) claims.push(finish(scene, masked, said, quantities, claims))
  }
  return answers(claims, scene)
}

function readSentence(masked: Masked): Said[] {
  const { text } = masked
  const said: Said[] = []
  const put = (one: Said) => {
    const { start, end } = one.content
    if (end - start >= 3 && !said.some(({ content }) => content.start < end && start < content.end)) said.push(one)
  }
  const at = (match: RegExpExecArray, group: string) =>
    (match.indices?.groups?.[group] ?? null) as [number, number] | null
  for (const match of matches(QUOTED, text)) {
    const after = at(match, "who")
    const before = /(?<who>\ue001|\ue002|(?<!\p{L})ئۇ)\s?[^.،]{0,40}$/u.exec(text.slice(0, match.index))
    const who =
      after !== null && able(text.slice(after[0], after[1]))
        ? after
        : before === null
          ? null
          : ([before.index, before.index + before.groups!.who!.length] as [number, number])
    put({
      rule: "claims/quote-said",
      cue: match.groups!.cue!,
      stance: "asserts",
      kind: "direct",
      who,
      content: inside(masked, match.index),
    })
  }
  for (const match of matches(CLOSES, text)) {
    const content = at(match, "content")!
    put({
      rule: "claims/said",
      cue: match.groups!.cue!,
      stance: "asserts",
      kind: "indirect",
      who: at(match, "who"),
      content: masked.span(...trimmed(text, content[0], content[1])),
    })
  }
  for (const match of matches(ACCORDING, text)) {
    const who = at(match, "who")!
    const from = match.index + match[0].length
    put({
      rule: "claims/according",
      cue: match.groups!.cue!,
      stance: "asserts",
      kind: "indirect",
      who: whoIn(text, who),
      content: masked.span(...trimmed(text, from, text.length)),
    })
  }
  for (const match of matches(NAMING, text)) {
    const own = /(?:^|[\s،])(?<who>\ue001|\ue002|\ue003\sھۆكۈمىتى)[^.،؛]{0,60}$/u.exec(text.slice(0, match.index))
    const offset = own === null ? 0 : own.index + own[0].indexOf(own.groups!.who!)
    const who: readonly [number, number] | null = own === null ? null : [offset, offset + own.groups!.who!.length]
    if (!/^دېگەن|^ناملىق/u.test(match.groups!.cue!) || who !== null)
      put({
        rule: "claims/naming",
        cue: match.groups!.cue!,
        stance: "names",
        kind: "naming",
        who,
        content: masked.span(match.index, match.index + 1),
      })
  }
  for (const match of matches(ENDS, text)) {
    const start = Math.max(text.lastIndexOf("؛", match.index), text.lastIndexOf(".", match.index - 1)) + 1
    const who = subject(text, start, match.index)
    if (who === null) continue
    const cue = match.groups!.cue!
    const content = masked.span(...trimmed(text, who[1], match.index))
    const words = masked.sentence ? text.slice(who[1], match.index) : ""
    // What is told must be a clause: its verb stands in a form for telling, or دەپ closes it.
    if (
      !/^دەپ/u.test(cue) &&
      !/(?:لىق|لىك|لۇق|لۈك|ىش|ۇش|ۈش)(?:ى|ۇ|ۈ)?(?:نى|ىنى|لىرىنى|لىقىنى)?\s*$|نى\s*$/u.test(words.trimEnd())
    )
      continue
    const denies =
      /^(?:رەت|ئىنكار|تان)/u.test(cue) ||
      /(?:مىغانلىق|مىگەنلىك|ئەمەسلىك|يوقلۇق|مايدىغانلىق|مەيدىغانلىق)\p{L}{0,30}\s*$/u.test(words)
    const stance = denies ? "denies" : /^(?:ئەيىبلى|قارىلى|شىكايەت)/u.test(cue) ? "accuses" : "asserts"
    put({ rule: denies ? "claims/denies" : "claims/said", cue, stance, kind: "indirect", who, content })
  }
  for (const match of matches(NO_ACCUSER, text)) {
    const content = at(match, "content")!
    put({
      rule: "claims/no-accuser",
      cue: match.groups!.cue!,
      stance: "accuses",
      kind: "indirect",
      who: null,
      content: masked.span(...trimmed(text, content[0], content[1])),
    })
  }
  return said.sort((a, b) => a.content.start - b.content.start)
}

/** A phrase that can speak. */
const able = (words: string) => /[\ue001\ue002]/u.test(words) || /^ئۇ$/u.test(words.trim()) || NOUN.test(words.trim())

/** Who a sentence begins with: a name, he or she, a noun for someone, without an ending of case. */
function subject(text: string, start: number, end: number): [number, number] | null {
  const head = text.slice(start, end)
  const match =
    /^\s*(?:\ue005\S*\s(?:كۈنى\s)?)?(?<who>(?:[^،.\ue001\ue002\ue007]{0,40}\s)?(?:\ue001|\ue002)|ئۇ|[^،.\ue001\ue002\ue005\ue007]{2,60}?(?:باياناتچىسى|ئەمەلدارى|ئەمەلدارلىرى|دائىرىلىرى|ھۆكۈمىتى|ئادۋوكاتى|تۇغقانلىرى|ئايالى|ئوغلى|قىزى|ساقچىلار|تەشكىلاتى|\sتەرەپ))(?=\s|،)/u.exec(
      head,
    )
  if (match === null) return null
  const from = start + match[0].length - match.groups!.who!.length
  return [from, from + match.groups!.who!.length]
}

/** Of "… X" before "نىڭ ئېيتىشىچە" the whole phrase, from the last stop. */
function whoIn(text: string, [from, to]: readonly [number, number]): readonly [number, number] {
  const stop = Math.max(text.lastIndexOf("،", to - 1), text.lastIndexOf("؛", to - 1)) + 1
  let start = Math.max(from, stop)
  while (start < to && /\s/u.test(text[start]!)) start++
  const owns = /نىڭ$/u.test(text.slice(start, to)) ? 3 : 0
  return [start, to - owns]
}

function trimmed(text: string, from: number, to: number): [number, number] {
  while (from < to && /[\s،,؛:.-]/u.test(text[from]!)) from++
  while (to > from && /[\s،,؛.؟!]/u.test(text[to - 1]!)) to--
  return [from, to]
}

function inside(masked: Masked, at: number): Span {
  const thing = masked.thing(at)
  if (thing?.sign !== "Q") return masked.span(at, at + 1)
  const { start, end } = thing.quotation.inside
  return { start, end }
}

function finish(
  scene: Scene,
  masked: Masked,
  said: Said,
  quantities: readonly ReadQuantity[],
  before: readonly FoundClaim[],
): FoundClaim {
  const { sentence, text } = masked
  const { content, who } = said
  const source = who === null ? null : masked.span(who[0], who[1])
  const words = source === null ? null : scene.text.slice(source.start, source.end)
  const phrase = who === null ? "" : text.slice(who[0], who[1])
  // "X نىڭ ئايالى" is not X: the name must end the phrase.
  const named =
    who !== null && /[\ue001-\ue003]$/u.test(phrase) ? masked.between(who[0], who[1], "P", "O", "L").at(-1) : undefined
  const pronoun = words !== null && /^ئۇ(?:نىڭ)?$/u.test(words)
  return {
    speaker:
      named?.thing.mention.entity ?? (pronoun ? lastSpeaker(scene, sentence.index, source!.start, before) : null),
    speakerText: words,
    stance: said.stance,
    kind: said.kind,
    cue: said.cue,
    source,
    content,
    via: null,
    setting: null,
    spokenIn: null,
    hedge: null,
    quantity:
      quantities.find(
        (quantity) => quantity.start >= content.start && quantity.end <= content.end && quantity.unit !== null,
      ) ?? null,
    counters: [],
    more: [],
    rule: said.rule,
    sentence: { start: sentence.start, end: sentence.end },
  }
}

/** He or she who speaks is whoever spoke last, a woman without a name too; else who is spoken of. */
function lastSpeaker(scene: Scene, index: number, offset: number, before: readonly FoundClaim[]): string | null {
  const last = before.filter(({ kind }) => kind !== "naming").at(-1)
  const near =
    last !== undefined && scene.sentences.findIndex(({ start }) => start === last.sentence.start) >= index - 2
  return near ? last.speaker : scene.focus.person(index, offset, null)
}
