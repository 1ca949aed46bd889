import type { Span } from "../../../model/passage.js"
import type { ReadClaim, ReadQuantity } from "../../../model/reading.js"
import type { Scene } from "../../events/scene.js"
import { type Masked, matches, pattern } from "../../sentences/masked.js"
import { answers } from "../counters.js"
import type { FoundClaim } from "../index.js"

/** A verb of saying and what it does. */
const STANCES: readonly (readonly [verbs: RegExp, stance: ReadClaim["stance"]])[] = [
  [/否认|驳斥|不承认|反驳/u, "denies"],
  [/指控|指责|控告|谴责|控诉/u, "accuses"],
]
const SAID =
  "回答说|表示|估计|声称|宣称|坚称|宣布|指出|认为|强调|透露|介绍|证实|补充|解释|回忆|写道|承认|警告|呼吁|通报|反映|作证|说道|说|称|告诉(?:了)?(?:{P}|{O}|记者|本报|我们|本台)(?:说)?|对(?:{P}|{O}|记者|本台)(?:说|表示)"
const DENIED = "否认|驳斥|不承认|反驳"
const ACCUSED = "指控|指责|控告|谴责|控诉"
/** Who speaks: a name, a pronoun, or a noun for someone; then when and where, up to the verb. */
const NOUN =
  "(?:[^，。；：、{P}{O}{Q}]{0,8}(?:发言人|官员|当局|政府|官方|警方|检方|法院|律师|本院|合议庭|家属|亲属|家人|妻子|丈夫|母亲|父亲|儿子|女儿|哥哥|弟弟|姐姐|妹妹|居民|村民|女士|先生|记者|专家|学者|组织|团体|代表|证人|被告人?|男子|女子|消息人士|知情人士|目击者|幸存者|负责人|媒体|报道|报告|人士|[一二两三几多]名[^，。；]{1,6}人))"
const WHEN = "(?:[^，。；：？{Q}{P}]{0,24}?)"
const SPEAKER = `(?<who>{P}|{O}(?:发言人|负责人|官员)?|[他她](?:们)?|该(?:组织|机构|官员|发言人)|{L}(?:方面|政府|当局|官方|警方)|${NOUN})`

const SAYS = pattern(`${SPEAKER}(?:等人)?${WHEN}(?<cue>${SAID})(?<mark>[，：:,]|(?={Q})|(?=[^，。；：的]))`, {}, "gud")
const DENIES = pattern(`${SPEAKER}${WHEN}(?<cue>${DENIED})(?:了)?(?<mark>[，：:]?)`, {}, "gud")
const ACCUSES = pattern(`(?<!被)${SPEAKER}${WHEN}(?<!被)(?<cue>${ACCUSED})(?!的|书|罪)`, {}, "gud")
const QUOTE_SAYS = pattern(`{Q}[，,。]?${SPEAKER}${WHEN}(?<cue>${SAID})(?=[。；！，]|$)`, {}, "gud")
const ACCORDING = pattern(
  `(?:据|根据|按照)(?<who>{P}|{O}|${NOUN})(?:的)?(?<cue>报道|透露|介绍|消息|说法|统计|估计|称|说|指|报告)?(?:称|说|显示|指出)?[，：]`,
  {},
  "gud",
)
const NO_ACCUSER = pattern(
  `(?<who>{P}|[他她]|被告人?)[^。；]{0,20}?(?<cue>被指控|被控|涉嫌)(?<content>[^，。；]{2,24}?罪|[^，。；被]{2,40})`,
  {},
  "gud",
)
const NAMING = pattern(`(?<cue>所谓的?|称(?:之|其|作)?为|被称作|称作|叫做|自称|名为)(?<q>{Q})`, {}, "gud")
const SETTING =
  /(?:在|于)(?<where>[^，。；：]{2,16}?(?:会上|记者会|发布会|法庭上|庭审中|声明中|采访中|采访时|信中|视频中|报告中))/u
const HEDGE = /据说|据信|据称|可能|或许|疑似|涉嫌/u

/** Furniture says nothing; a headline's claim stands in the article. */
const SILENT = new Set(["nav", "related", "widget", "title", "byline", "dateline", "other", "legal"])

interface Said {
  readonly rule: string
  readonly cue: string
  readonly stance: ReadClaim["stance"]
  readonly kind: ReadClaim["kind"]
  readonly who: readonly [number, number] | null
  readonly content: Span
}

/** Who says what in a Chinese text. */
export function findClaims(scene: Scene, quantities: readonly ReadQuantity[]): FoundClaim[] {
  const claims: FoundClaim[] = []
  for (const masked of scene.spoken) {
    if (SILENT.has(masked.sentence.kind)) continue
    const said = readSentence(masked)
    for (const one of said) claims.push(finish(scene, masked, one, quantities))
  }
  return answers(claims, scene)
}

function readSentence(masked: Masked): Said[] {
  const { text } = masked
  const said: Said[] = []
  const free = (span: Span) =>
    !said.some(({ kind, content }) => kind !== "naming" && content.start < span.end && span.start < content.end)
  const put = (one: Said) => {
    if (one.content.end - one.content.start >= 2 && (one.kind === "naming" || free(one.content))) said.push(one)
  }
  const at = (match: RegExpExecArray, group: string) =>
    (match.indices?.groups?.[group] ?? null) as [number, number] | null
  for (const match of matches(QUOTE_SAYS, text)) {
    const content = inside(masked, match.index)
    put({
      rule: "claims/quote-said",
      cue: match.groups!.cue!,
      stance: stanceOf(match.groups!.cue!),
      kind: "direct",
      who: at(match, "who"),
      content,
    })
  }
  for (const [rule, pattern] of [
    ["claims/denies", DENIES],
    ["claims/accuses", ACCUSES],
    ["claims/said", SAYS],
    ["claims/according", ACCORDING],
  ] as const)
    for (const match of matches(pattern, text)) {
      const cue = match.groups!.cue ?? "据"
      const from = match.index + match[0].length
      const rest = text.slice(from)
      // "X的说法", "据说": no speaker has spoken there.
      if (rule === "claims/said" && /^(?:的|法|明|谎|服|为|作|呼|赞|号|重)/u.test(rest) && /[说称]$/u.test(cue))
        continue
      const end = from + endOf(rest)
      const quote = /^[，：:\s]*\ue007/u.exec(rest)
      const alone = quote !== null && /^[，：:\s]*\ue007[。；！？]?\s*$/u.test(rest)
      const content = alone ? inside(masked, from + quote[0].length - 1) : masked.span(...trimmed(text, from, end))
      put({
        rule,
        cue: cue.replace(/[\ue001-\ue007]/gu, ""),
        stance: stanceOf(cue),
        kind: alone ? "direct" : "indirect",
        who: at(match, "who"),
        content,
      })
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
  for (const match of matches(NAMING, text)) {
    const content = masked.span(match.index + match[0].length - 1, match.index + match[0].length)
    const by = said.find((one) => one.kind !== "naming" && one.who !== null)
    const own = /(?<who>\ue001|\ue002)[^，。；]{0,12}$/u.exec(text.slice(0, match.index))
    const who: readonly [number, number] | null = by?.who ?? (own === null ? null : [own.index, own.index + 1])
    put({ rule: "claims/naming", cue: match.groups!.cue!, stance: "names", kind: "naming", who, content })
  }
  return said.sort((a, b) => a.content.start - b.content.start)
}

const stanceOf = (cue: string): ReadClaim["stance"] => STANCES.find(([verbs]) => verbs.test(cue))?.[1] ?? "asserts"

/** What is said goes on to the end of the sentence, or to the next one who speaks. */
function endOf(rest: string): number {
  const next =
    /[，；](?:但|而|不过|同时|另外)?(?:\ue001|\ue002|[他她])[^，。；]{0,8}(?:表示|否认|指出|强调|则说|则称)/u.exec(rest)
  return next === null ? rest.length : next.index
}

function trimmed(text: string, from: number, to: number): [number, number] {
  while (from < to && /[\s，：:；、。]/u.test(text[from]!)) from++
  while (to > from && /[\s，：:；。！？]/u.test(text[to - 1]!)) to--
  return [from, to]
}

function inside(masked: Masked, at: number): Span {
  const thing = masked.thing(at)
  if (thing?.sign !== "Q") return masked.span(at, at + 1)
  const { start, end } = thing.quotation.inside
  return { start, end }
}

function finish(scene: Scene, masked: Masked, said: Said, quantities: readonly ReadQuantity[]): FoundClaim {
  const { sentence, text } = masked
  const { content, who } = said
  const source = who === null ? null : masked.span(who[0], who[1])
  const words = source === null ? null : scene.text.slice(source.start, source.end)
  const named =
    who === null
      ? undefined
      : (masked.between(who[0], who[1], "P")[0] ??
        masked.between(who[0], who[1], "O")[0] ??
        masked.between(who[0], who[1], "L")[0])
  const focus =
    words !== null && /^[他她]$/u.test(words) ? scene.focus.person(sentence.index, source!.start, null) : null
  const setting = SETTING.exec(text)
  const settingSpan = setting === null ? null : masked.span(setting.index + 1, setting.index + setting[0].length)
  // "她的丈夫说" is not her, "X的律师说" not X.
  const owned =
    who !== null &&
    /[\ue001他她]的|家属|律师$|妻子|丈夫|母亲|父亲/u.test(text.slice(who[0], who[1] + 1)) &&
    who[1] - who[0] > 1
  return {
    speaker: owned ? null : (named?.thing.mention.entity ?? focus),
    speakerText: words,
    stance: said.stance,
    kind: said.kind,
    cue: said.cue,
    source,
    content,
    via: null,
    setting:
      settingSpan && (settingSpan.end <= content.start || settingSpan.start >= content.end)
        ? scene.text.slice(settingSpan.start, settingSpan.end)
        : null,
    spokenIn: null,
    hedge: HEDGE.exec(scene.text.slice(content.start, content.end))?.[0] ?? null,
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
