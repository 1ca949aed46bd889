import { eventsOf, type Grammar, verb } from "../before.js"
import type { FoundEvent } from "../index.js"
import type { Scene } from "../scene.js"

const ASPECT = "(?:已|曾|又|再次|随后|随即|后来|一度|依法|正式|当场|当庭|秘密|强行)*"
const CHARGE = "(?:(?:因|以|涉嫌|犯)(?<charge>[^，。；{P}{D}]{2,24}?罪)[，、]?[^。；]{0,12}?)?"
const TERM = "(?:有期徒刑|无期徒刑|死刑(?:缓期)?|监禁|徒刑|拘役|管制)"

/** Longer words first: 刑事拘留 is a measure, 拘留 alone a detention. */
const RULES: Grammar["rules"] = [
  verb("measures/custody", "measure", `(?:刑事拘留|刑拘)`, { kind: "custody", change: "imposed" }),
  verb("measures/house-arrest", "measure", `监视居住|软禁`, { kind: "house_arrest", change: "imposed" }),
  verb("measures/bail", "measure", `取保候审`, { kind: "bail", change: "imposed" }),
  verb("measures/travel", "measure", `(?:限制|禁止)出境|边控|(?:没收|扣押|收缴)(?:了)?(?:其|他的|她的)?护照`, {
    kind: "travel_ban",
    change: "imposed",
  }),
  verb("measures/arrest-approved", "arrest", `批准逮捕|批捕`),
  verb(
    "court/sentence",
    "sentence",
    `${CHARGE}(?:判处(?:[^，。；{P}]{0,10}{P})?|被判(?:处)?|获判|判)(?:了)?${TERM}[^，。；]{0,12}|判刑[^，。；]{0,8}|被判(?:刑)?[^，。；]{1,6}年`,
  ),
  verb("court/fine", "fine", `(?:并处|处以|被处|处)?(?:罚金|罚款)(?:{M})?`),
  verb("court/acquitted", "acquittal", `(?:宣告|判决|改判)[^，。；]{0,4}无罪|无罪释放`),
  verb("court/convicted", "conviction", `(?:认定|判决)[^，。；]{0,10}(?:有罪|罪名成立)|罪名成立`),
  verb(
    "court/charged",
    "charge",
    `(?:以|因|涉嫌)(?<charge>[^，。；{P}{D}]{2,24}?)(?:罪)?(?:被)?(?:提起公诉|起诉)|提起公诉|被起诉`,
  ),
  verb("court/accused", "accusation", `被(?:指控|控)(?:犯有|犯)?(?<charge>[^，。；]{2,24}?罪)?`),
  verb(
    "court/hearing",
    "hearing",
    `${ASPECT}(?:公开|不公开|开庭|二审|一审)(?:开庭)?(?:审理|审判|受审)|开庭审理|开庭|庭审|出庭受审|受审`,
    { nobody: true },
  ),
  verb(
    "court/moved",
    "change_of_venue",
    `(?:案件|案)?[^，。；]{0,6}移送[^，。；]{0,6}(?:{O}|{L})[^，。；]{0,4}(?:审理|管辖)|异地审理`,
    { nobody: true },
  ),
  verb(
    "deprivation/camp",
    "detention",
    `(?:送(?:进|入|往|到|去)|关(?:进|入|押在|在)|进入)[^，。；]{0,8}(?:集中营|再教育营|再教育中心|职业技能教育培训中心|教培中心|教育培训中心|培训中心|学习班|{Q}|看守所|监狱|拘留所)`,
    { violation: "arbitrary detention" },
  ),
  verb("deprivation/arrested", "arrest", `(?:被|遭|遭到)[^，。；]{0,10}?(?:逮捕|抓捕|抓走|抓获|抓)`, {
    violation: "arbitrary detention",
  }),
  verb(
    "deprivation/taken",
    "detention",
    `(?:被|遭|遭到)[^，。；]{0,10}?(?:带走|拘留|拘押|扣押|关押|羁押|拘禁|扣留|行政拘留|收押|绑走)|服刑`,
    { violation: "arbitrary detention" },
  ),
  verb(
    "deprivation/arrests",
    "arrest",
    `(?:警方|警察|当局|公安|国安|特工|官员)[^，。；{P}]{0,12}(?:逮捕|抓捕|抓走)(?:了)?[^，。；{P}]{0,6}{P}`,
    { violation: "arbitrary detention" },
  ),
  verb(
    "deprivation/takes",
    "detention",
    `(?:警方|警察|当局|公安|国安|特工|官员)[^，。；{P}]{0,12}(?:(?:拘留|扣押|关押|羁押|带走)(?:了)?[^，。；{P}]{0,6}{P}|(?:把|将){P}[^，。；]{0,6}(?:带走|关押|拘留))`,
    { violation: "arbitrary detention" },
  ),
  verb("deprivation/released", "release", `(?:被|获|获得|予以)?(?:释放|获释|出狱|刑满释放|解除羁押|放出来|放了出来)`),
  verb("violence/tortured", "torture", `(?:被|遭|遭到|遭受|受到)[^，。；]{0,8}?(?:酷刑|殴打|电击|虐待|毒打|刑讯逼供)`, {
    violation: "torture",
  }),
  verb("violence/killed", "killing", `(?:被|遭|遭到)[^，。；]{0,8}?(?:杀害|打死|枪杀|处决)`, { violation: "killing" }),
  verb("violence/died", "death", `病故|病逝|去世|死亡|身亡|离世|死于[^，。；]{1,8}`),
  verb("violence/missing", "disappearance", `失踪(?!人|者|名|案|者)|下落不明|失去联系|失联|杳无音讯`, {
    violation: "enforced disappearance",
  }),
  verb(
    "public/statement",
    "statement",
    `(?:在|于)[^，。；]{1,14}(?:记者会|发布会|会议|庭审|采访)上(?:表示|说|宣布|称|指出)`,
  ),
  verb("violence/raid", "raid", `(?:被|遭|遭到)[^，。；]{0,6}?搜查|抄家|突击搜查`, { nobody: true }),
]

const GRAMMAR: Grammar = {
  rules: RULES,
  stop: /[；;。！？]/gu,
  pronoun: /[他她其]|(?:该|这名|这位|那名)(?:男子|女子|被告|活动人士|律师|学者|诗人|教师|学生)|被告人?/gu,
  people:
    /(?:[\d一二三四五六七八九十百千万亿数几两多余]+|[多数几]名|一些|许多|其中|另有?[一二两几]?)(?:名|位|个|户|家)?(?:人|村民|居民|学员|维吾尔人|哈萨克人|亲属|家属|学生|教师|儿童|妇女|囚犯|公民)/gu,
  dropped:
    /^(?:[^，。；\ue001]{0,30}被(?:刑事拘留|行政拘留|拘留|逮捕|带走|关押)，)?[\s，\ue005于]*(?:因(?:涉嫌)?[^，。；\ue001]{2,24}罪[，、]?)?[\s，、\ue005\ue003于在自从至也又再次随后来当日同年次上午下晚经并还曾已]*$/u,
  unreal: (before, verb, after) =>
    /(?:没有|未|不曾|从未|并未|不会|不得|避免|免于|如果|若|可能|或将|将被|将会|面临|威胁|要求|呼吁|敦促|否认|担心|害怕|是否|为何|拒绝|反对|申请|应当|应该|应)[^，。；]{0,12}$/u.test(
      before,
    ) ||
    (/^(?:释放|获释|放了)$/u.test(verb) && /(?:后|之前|前|要求|立即)$/u.test(before.slice(-4))) ||
    /^(?:的(?:可能|风险|威胁)|吗|与否)/u.test(after),
  isCourt: (name) => /法院|法庭/u.test(name),
  owner: /^的(?!\s?[^，。；]{0,2}(?:被|遭))|^(?:等人)?(?:说|表示|称|指出|回忆|告诉|回答|问)/u,
  at: (before) => /(?:在|于|从|到|往|至|位于|来自)$/u.test(before),
}

/** What happened, as a Chinese text tells it. */
export function findEvents(scene: Scene): FoundEvent[] {
  return eventsOf(scene, GRAMMAR)
}
