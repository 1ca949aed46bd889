import type { Span } from "../../../model/passage.js"
import type { ReadEntity } from "../../../model/reading.js"
import { PLACES } from "../../places/zh/names.js"
import type { Sentence } from "../../sentences/index.js"
import { type Draft, type DraftMention, draftOf, named } from "../gather.js"
import type { Names } from "../index.js"
import { AFTER_NAME, ANY_SURNAME, GRAMMAR, GROUPS, SOUNDS, SURNAME, TITLES } from "./words.js"

type Kind = ReadEntity["kind"]

const HAN = "\\p{Script=Han}"
const NAMED = `[${HAN}--[${GRAMMAR}]]`
const DOT = "[·•・‧∙]"
const TITLE = Object.keys(TITLES)
  .sort((a, b) => b.length - a.length)
  .join("|")
/** What may stand right after a name: a mark, or a word that no given name is written with there. */
const ENDS =
  "(?=$|[^\\p{Script=Han}]|[的说表称指认告回否答强介因于在被曾已将是为从对向和与及等却则也都还又把让给、]|\\d|今年|去年|现年|出生|获释|接受|透露|承认|宣布|警告|出席|担任|当选|签署|主持|涉嫌|遭|失踪|去世|死亡)"
const STARTS = "(?<=^|[^\\p{Script=Han}]|[和与及对向由被据让])"

const DOTTED = new RegExp(`[${SOUNDS}]{1,9}(?:${DOT}[${SOUNDS}]{1,9}){1,4}`, "gu")
const TITLED = new RegExp(`(?<title>${TITLE})[：:]?\\s?(?<name>${ANY_SURNAME}(?:${HAN}{2}${ENDS}|${HAN}${ENDS}))`, "gu")
const NAME_TITLE = new RegExp(`${STARTS}(?<name>${SURNAME}(?!某)${HAN}{1,2})(?<title>${AFTER_NAME})`, "gu")
const SPEAKS = new RegExp(
  `${STARTS}(?<name>${SURNAME}(?:${HAN}{2}|${HAN}))(?=(?:说|表示|称|指出|认为|告诉|回忆|否认|强调|回答|透露|坚称|承认|写道)[，：:“「他她，。]|因(?:涉嫌|犯|参与|参加)|涉嫌|被(?:警方|警察|当局)?(?:刑事拘留|逮捕|批捕|带走|判|关押|拘留|释放|抓|送)|，(?:男|女|现年|[一-龥]{1,3}族)，|（(?:男|女|\\d{1,3}岁))`,
  "gu",
)
/** "我叫钟绣文，…": who says her own name, or a name that is told as one. */
const CALLED = new RegExp(
  `(?:我叫|名叫|我的名字(?:叫|是))(?<name>${ANY_SURNAME}${HAN}{1,2})(?=$|[^\\p{Script=Han}]|[的是和住今现])`,
  "gu",
)
const HIDDEN = new RegExp(`(?<name>${ANY_SURNAME}某{1,2})(?!种|个|些|人|地|时|日)`, "gu")

const COURT_HEAD =
  "最高人民法院|高级人民法院|中级人民法院|人民法院|法院|最高人民检察院|人民检察院|检察院|国家安全局|国家安全厅|国安局|公安局|公安厅|公安分局|分局|派出所|司法局|司法厅|看守所|监狱|拘留所|戒毒所|集中营|再教育营|再教育中心|职业技能教育培训中心|教育培训中心|教培中心|培训中心|管教所"
const STATE_HEAD =
  "外交部|公安部|国家安全部|司法部|教育部|国防部|财政部|内政部|人民政府|政府|政法委|党委|纪委|统战部|宣传部|大使馆|领事馆|总领事馆|人民代表大会|代表大会|委员会|议会|国会"
const OTHER_HEAD =
  "大学|中学|小学|医院|清真寺|有限公司|公司|集团|银行|基金会|协会|联合会|联盟|研究所|研究院|新闻网|新闻社|通讯社|电视台|广播电台|电台|日报|晚报|周刊|时报|出版社|代表大会|人权组织"
const HEADS = `${COURT_HEAD}|${STATE_HEAD}|${OTHER_HEAD}`
const LEVEL = "(?:第[一二三四五六七八九十\\d]+|国家|自治区|人民|中共)?"
const PLACE_END = "自治区|自治州|自治县|自治旗|特别行政区|省|市|县|地区|州|盟|旗|乡|镇|村"
const ORGANIZATION = new RegExp(`(?<lead>${NAMED}{0,16}?)${LEVEL}(?<head>${HEADS})`, "gv")
const KNOWN_PLACES = [...PLACES.keys()].sort((a, b) => b.length - a.length).join("|")
/** 和田 begins with a word of grammar: names we know are not cut there. */
const ORGANIZATION_AT = new RegExp(`(?<lead>(?:${KNOWN_PLACES})${NAMED}{0,12}?)${LEVEL}(?<head>${HEADS})`, "gv")
const PLACE_AT = new RegExp(`(?<name>(?:${KNOWN_PLACES})(?:${PLACE_END}))(?![民长長场場委亲親里籍])`, "gu")
const KNOWN =
  /联合国人权理事会|联合国人权事务高级专员办事处|联合国|欧洲联盟|欧盟|人权观察|国际特赦组织|大赦国际|世界维吾尔代表大会|世维会|自由亚洲电台|美国之音|新华社|新华网|环球时报|人民日报|中国共产党|中共|国务院|外交部|公安部|路透社|法新社|美联社|国际刑警组织|红十字会|新疆生产建设兵团|上海合作组织|无国界记者|保护记者委员会/gu
const QUOTED =
  /(?:组织|團體|团体|协会|机构|小组|基金会|网站|报纸)[“「](?<after>[^”」]{2,14})[”」]|[“「](?<before>[^”」]{2,14})[”」](?=组织|团体|协会|基金会|小组)/gu
const PLACE = new RegExp(
  `(?<=^|[^${HAN}]|[${GRAMMAR}]|${PLACE_END}|往|去|赴|回|离|抵|经|住|位|原籍)(?<name>(?:${NAMED}{1,7}?|[${SOUNDS}]{2,6}?)(?:${PLACE_END}))(?![民长長场場委亲親里籍])`,
  "gv",
)
/** Words that end like a place and name none. */
const NO_PLACE =
  /^(?:城|农|乡|山|渔|新|全|各|本|我|每|多|几|同|邻|外|整个|一个|两个|我们|当地|这|那|超|门|上|股|夜|黑|楼|菜|都|大|小|跨|牧|贫困|偏远|边远|少数民族|边境|部分|其他|其它|沿海|西北|西部|东部|南部|北部|边疆|周边|附近|许多|自治|直辖|地级|县级|省级)*(?:自治区|自治州|自治县|省|市|县|地区|州|盟|旗|乡|镇|村)$|集市|城市|股市|超市|上市|夜市|门市|都市|市场/u
/** "云泽方面", "塔尔西亚法院": who acts as a state is a place. */
const STATE = new RegExp(
  `(?<=^|[^${HAN}]|[${GRAMMAR}])(?<name>${NAMED}{2,6}?)(?=方面|当局|政府|官方|警方|外交部)`,
  "gv",
)
const FOREIGN = new RegExp(
  `(?<name>[${SOUNDS}]{2,6})(?=(?:人民|高等|最高|地方|城区|市|中级)*法院|政府|当局|警方|检方)`,
  "gu",
)

const LATIN = /^\s?[（(](?<latin>[\p{Script=Latin}\p{Script=Arabic}\p{Script=Cyrillic}][^）()（，,]{3,50})[）)]/u

/**
 * People, organisations, places and groups of a Chinese document. A name needs a reason: the dot of a transcription, a
 * title, a verb of speaking. What was found once is then found everywhere.
 */
export function findNames(text: string, sentences: readonly Sentence[], known: readonly string[]): Names {
  const document = new Document(text)
  for (const name of known) if (text.includes(name) && /\p{Script=Han}{2}/u.test(name)) document.draft("Person", name)
  document.people()
  document.organizations()
  document.places()
  return document.names(sentences)
}

class Document {
  readonly #text: string
  readonly #drafts: Draft[] = []
  readonly #byName = new Map<string, Draft>()

  constructor(text: string) {
    this.#text = text
  }

  draft(kind: Kind, name: string, country: string | null = null): Draft {
    const known = this.#byName.get(name)
    if (known) return known
    const draft = draftOf(kind, name, country)
    this.#drafts.push(draft)
    this.#byName.set(name, draft)
    return draft
  }

  people(): void {
    const text = this.#text
    const parts = new Map<string, Draft | null>()
    for (const match of text.matchAll(DOTTED)) {
      const name = dotted(match[0], text, match.index)
      if (name === null) continue
      const person = this.draft("Person", name.replace(new RegExp(DOT, "gu"), "·"))
      if (!this.#byName.has(name)) this.#byName.set(name, person)
      const at = match.index + match[0].indexOf(name)
      this.#roleBefore(person, at)
      const latin = LATIN.exec(text.slice(at + name.length, at + name.length + 60))?.groups?.latin
      if (latin) person.aliases.add(latin.trim())
      for (const part of name.split(new RegExp(DOT, "u")))
        if (part.length >= 2) parts.set(part, parts.has(part) && parts.get(part) !== person ? null : person)
    }
    // A part of one person's name, alone elsewhere, is that person: 别吉木库勒说.
    for (const [part, person] of parts) if (person !== null && !this.#byName.has(part)) this.#byName.set(part, person)
    for (const pattern of [TITLED, NAME_TITLE, SPEAKS, HIDDEN, CALLED])
      for (const { groups, index } of text.matchAll(pattern)) {
        const name = groups!.name!
        if (NOT_NAMES.test(name) || PLACES.has(name)) continue
        const person = this.draft("Person", name)
        const role = groups!.title === undefined ? "" : TITLES[groups!.title]
        if (role) person.roles.add(role)
        else this.#roleBefore(person, index)
      }
  }

  #roleBefore(person: Draft, at: number): void {
    const title = new RegExp(`(?:${TITLE})$`, "u").exec(this.#text.slice(Math.max(0, at - 8), at))?.[0]
    const role = title === undefined ? "" : TITLES[title]
    if (role) person.roles.add(role)
  }

  organizations(): void {
    const text = this.#text
    for (const [name] of text.matchAll(KNOWN)) this.draft("Organization", name)
    for (const { groups, index, 0: whole } of [...text.matchAll(ORGANIZATION_AT), ...text.matchAll(ORGANIZATION)]) {
      const lead = leadOf(groups!.lead!)
      if (lead === null) continue
      const from = index + groups!.lead!.length - lead.length
      const name = text.slice(from, index + whole.length)
      // A head alone is "the court", not one court; 中国政府 is the state.
      if (name.length - groups!.head!.length < 2) continue
      this.draft("Organization", name, countryOf(name))
    }
    for (const { groups } of text.matchAll(QUOTED)) this.draft("Organization", (groups!.after ?? groups!.before)!)
  }

  places(): void {
    const text = this.#text
    for (const [name, { country }] of PLACES) if (text.includes(name)) this.draft("Place", name, country)
    for (const { groups } of [...text.matchAll(PLACE_AT), ...text.matchAll(PLACE)]) {
      const name = groups!.name!
      if (
        !NO_PLACE.test(name) &&
        name.length >= 3 &&
        !/^[一二三四五六七八九十两几数百千万]|[一二三四五六七八九十两几数百千万个名]\p{Script=Han}$/u.test(name)
      )
        this.draft("Place", name, countryOf(name))
    }
    for (const { groups } of text.matchAll(STATE)) {
      const name = groups!.name!
      if (
        !/^(?:有关|地方|各国|中央|当地|双方|多方|美方|中方|官方|检方|警方|外国|境外|该国|两国|省级|县级|乡|市|人民)/u.test(
          name,
        ) &&
        text.split(name).length > 2
      )
        this.draft("Place", name, countryOf(name))
    }
    for (const { groups } of text.matchAll(FOREIGN)) {
      const name = groups!.name!
      if (!this.#byName.has(name) && name.length >= 3) this.draft("Place", name, countryOf(name))
    }
    for (const name of Object.keys(GROUPS)) if (text.includes(name)) this.draft("Group", name)
  }

  /** Every mention, the longest name first; a name within a longer one is not mentioned there. */
  names(sentences: readonly Sentence[]): Names {
    const names = [...this.#byName.keys()].sort((a, b) => b.length - a.length)
    if (names.length === 0) return { entities: [], mentions: [] }
    const any = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|"), "gu")
    const found: DraftMention[] = []
    for (const { start, end } of sentences) {
      const stretch = this.#text.slice(start, end)
      for (const match of stretch.matchAll(any)) {
        const draft = this.#byName.get(match[0])!
        const span = { start: start + match.index, end: start + match.index + match[0].length }
        if (draft.kind === "Person" && match[0] !== draft.name && isPart(this.#text, span)) continue
        if (
          draft.kind === "Place" &&
          match[0].length < 3 &&
          /^(?:[族语人文话系裔]|时间)/u.test(this.#text.slice(span.end))
        )
          continue
        found.push({ ...span, draft })
      }
    }
    return named(this.#text, found)
  }
}

/** Words that begin with a family name's character and name nobody. */
const NOT_NAMES =
  /^(?:高级|金融|白天|马上|万一|方面|方式|常常|常务|安全|文件|文化|成为|成立|时间|时候|关于|关系|任何|任务|石油|江苏|江西|黄金|周边|周围|周末|周[一二三四五六日]|余人|于是|和平|和谐|许多|何时|何人|何况|何处|单位|易于|严重|严格|严厉|温暖|金额|钱款|高等|高度|白人|黑人|陈述|方便|安排|车辆|车站|程序|程度|连续|解释|解放|毕业|季度|华人|华侨|申请|申诉|路上|祝贺|管理|管教|左右|雷同|童年|洪水|沈默|石头|龙头|段落|向[导前]|祖[国父母]|谢谢|曾[经任]|包[括围]|宁[愿静]|武[装警器]|强[调迫制]|盛[大行]|边[境界]|时[任常]|查[明处]|司[法机]|景[象点]|成[员年]|屈[服辱])/u

const BEFORE_NAME = new RegExp(`(?:${TITLE}|公民|族|裔|国)$`, "u")

/** The name of a run with dots, small words before it left out; null when it is no name. */
function dotted(run: string, text: string, at: number): string | null {
  const [first = "", ...rest] = run.split(new RegExp(`(?=${DOT})`, "u"))
  let own = first
  // 她的丈夫叶尔江: the end of a title may be written like the beginning of a name.
  for (let cut = Math.min(3, own.length - 1); cut > 0; cut--) {
    const title = BEFORE_NAME.exec(text.slice(Math.max(0, at - 4), at + cut))
    if (title !== null) {
      own = own.slice(cut)
      break
    }
  }
  if (own.length > 6) own = own.slice(-6)
  const last = rest.at(-1) ?? ""
  // 叶森泰因扰乱: such a character is a word at a name's end, however names are transcribed.
  const end = last.length > 2 ? last.replace(/[因于中当让早三万若都开约连许显发包登采满切说]+$/u, "") : last
  const name = own + rest.slice(0, -1).join("") + end
  if (end.length < 2 || text[at - 1]?.match(new RegExp(DOT, "u"))) return null
  return name
}

/** An organisation's own words before its head: a place, a people, a level; nothing else may be told from a sentence. */
function leadOf(lead: string): string | null {
  const found = OWN_LEAD.exec(lead)?.[0] ?? SOME_LEAD.exec(lead)?.groups?.own
  if (found) return found
  return lead.length >= 2 &&
    lead.length <= 6 &&
    !/^(?:有关|一些|多家|当地|部分|各级|任何|许多|上级|相关|所在)/u.test(lead)
    ? lead
    : null
}

const WITHIN = `(?:${HAN}{0,6}?(?:${PLACE_END}))*(?:第[一二三四五六七八九十\\d]+|国家|人民|女子|少年|中共|最高|高等|地方)*$`
/** A known place, or one whose name is transcribed. */
const OWN_LEAD = new RegExp(`(?:${KNOWN_PLACES}|[${SOUNDS}]{2,7})${WITHIN}`, "u")
const SOME_LEAD = new RegExp(
  `^(?:送[往到]|前往|抵达|位于|来到|就读|任职)?(?<own>${HAN}{2,5}(?=${PLACE_END})${WITHIN})`,
  "u",
)

function countryOf(name: string): string | null {
  for (const [place, { country, isCountry }] of PLACES)
    if (name.startsWith(place) && (isCountry || name !== place)) return country
  return null
}

/** A part of a name beside a dot belongs to another's whole name. */
function isPart(text: string, { start, end }: Span): boolean {
  return new RegExp(DOT, "u").test(text[start - 1] ?? "") || new RegExp(DOT, "u").test(text[end] ?? "")
}
