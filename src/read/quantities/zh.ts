import type { ReadQuantity } from "../../model/reading.js"
import { HAN_NUMBER, numberOf } from "../dates/zh/numbers.js"
import type { FoundMoney, Quantities } from "./index.js"
import { outermost } from "./outermost.js"

const CURRENCIES: Readonly<Record<string, string>> = {
  元: "CNY", 元人民币: "CNY", 人民币: "CNY", 美元: "USD", 美金: "USD", 欧元: "EUR", 坚戈: "KZT", 卢布: "RUB", 英镑: "GBP",
  日元: "JPY", 港元: "HKD", 港币: "HKD", 新台币: "TWD", 里拉: "TRY", 索姆: "KGS",
} // biome-ignore format: a table

const DIGITS = "[\\d０-９]+(?:[,，][\\d]{3})*(?:\\.\\d+)?"
const NUMBER = `(?:${DIGITS}\\s?[千百]?[万亿萬億]?(?:亿|億)?|[${HAN_NUMBER}]{1,7}[万亿萬億]?[${HAN_NUMBER}]{0,7})`
const LEAD =
  "(?<lead>至少|不少于|超过|超過|逾|约有|大约有|大约|大約|约|約|将近|近|接近|上|多达|最多|至多|不足|不到|少于|估计|估计有)?"
const MONEY = new RegExp(
  `(?<equivalent>(?:约)?(?:相当于|折合|合)(?:约)?)?(?<number>${NUMBER})(?<more>多|余)?\\s?(?<currency>元人民币|人民币|美元|美金|欧元|坚戈|卢布|英镑|日元|港元|港币|新台币|里拉|索姆|元)(?![旦月首素])`,
  "gu",
)
const NOUN =
  "(?<noun>村民|居民|学员|学生|教师|老师|律师|记者|囚犯|被关押者|被拘留者|在押人员|维吾尔人|哈萨克人|维吾尔族|哈萨克族|穆斯林|亲属|家属|家庭|儿童|孩子|妇女|女性|男子|女子|男性|示威者|抗议者|警察|官员|证人|被告人|被告|嫌疑人|活动人士|公民|工人|农民|牧民|人士|人员|人口|人|难民|学校|清真寺|营地|集中营|监狱|村庄)?"
const MEASURE = "(?<measure>名|位|人|户|个月|个|所|座|家|天|小时|份|起|封|周|次|岁)"
const COUNT = new RegExp(
  `(?<![第\\d.年月号])${LEAD}(?<number>${NUMBER})(?:\\s?[-—–至到]\\s?(?<to>${NUMBER}))?(?<more>多|余|来)?\\s?${MEASURE}${NOUN}`,
  "gu",
)
const TERM = new RegExp(
  `(?<=徒刑|刑期|监禁|关押|拘禁|服刑|政治权利|长达|达|被判|判处|判刑|入狱)(?<number>${NUMBER})(?<more>多)?年(?!前|后)(?:零?(?:${NUMBER})个?月)?`,
  "gu",
)
const BARE = new RegExp(
  `(?<lead>不足|不到|超过|逾|至少|近|约|多达)(?<number>${NUMBER}[万千百亿])(?=[，。；、]|$)`,
  "gu",
)
const VAGUE =
  /(?<words>(?:[数數几幾上成好]|若干)[十百千万亿萬億]{1,3}(?:多|余)?|成千上万|[数數几幾]|许多|大量|无数|众多)(?:名|位|个|户)?(?<noun>村民|居民|学员|学生|囚犯|被关押者|在押人员|维吾尔人|哈萨克人|穆斯林|亲属|家属|家庭|儿童|妇女|示威者|抗议者|警察|人士|人员|人)/gu

/** Numbers of people and things, terms, sums. A vague amount (数百名) keeps its words and has no figures. */
export function quantities(text: string): Quantities {
  const money: FoundMoney[] = []
  const found: ReadQuantity[] = []
  for (const match of text.matchAll(MONEY)) {
    const { number, currency, equivalent, more } = match.groups!
    const amount = numberOf(number!)
    if (Number.isNaN(amount) || amount === 0) continue
    const start = match.index + (equivalent?.length ?? 0)
    const span = { start, end: match.index + match[0].length }
    const unit = CURRENCIES[currency!]!
    const words = text.slice(span.start, span.end)
    if (!more)
      money.push({ ...span, amount: String(amount), currency: unit, equivalent: equivalent !== undefined, words })
    found.push({ ...span, words, low: amount, high: more ? null : amount, unit, approximate: more !== undefined })
  }
  for (const pattern of [COUNT, TERM, BARE])
    for (const match of text.matchAll(pattern)) {
      const { lead, number, to, more, measure, noun } = match.groups!
      const low = numberOf(number!)
      const high = to ? numberOf(to) : low
      if (Number.isNaN(low) || Number.isNaN(high) || low > high) continue
      // 一个, 一次 counts nothing; 一人 and 一名 do.
      if (low === 1 && !/^[人名位]$/u.test(measure ?? "年")) continue
      const tail = (measure?.length ?? 0) + (noun?.length ?? 0)
      const end = pattern === COUNT ? match.index + match[0].length - tail : match.index + match[0].length
      const most = /^(?:不足|不到|少于|多达|最多|至多)$/u.test(lead ?? "")
      const least = /^(?:至少|不少于|超过|超過|逾|上)$/u.test(lead ?? "") || more !== undefined
      found.push({
        start: match.index,
        end,
        words: text.slice(match.index, end),
        low: most ? null : low,
        high: least ? null : high,
        unit: noun ?? measure ?? (pattern === TERM ? "年" : null),
        approximate: lead !== undefined || more !== undefined,
      })
    }
  for (const match of text.matchAll(VAGUE)) {
    const { words, noun } = match.groups!
    const span = { start: match.index, end: match.index + words!.length }
    found.push({ ...span, words: words!, low: null, high: null, unit: noun!, approximate: true })
  }
  return { quantities: outermost(found), money }
}
