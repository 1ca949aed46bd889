import assert from "node:assert/strict"
import { test } from "node:test"
import { readDates } from "../index.js"
import { numberOf } from "./numbers.js"

const lines = (text: string, published: string | null = "2022-08-24") =>
  readDates(text, "zh", published, () => ({ start: 0, end: text.length, block: 0 })).map(
    ({ start, end, edtf }) => `${text.slice(start, end)} = ${edtf}`,
  )

test("Chinese dates look back from the day of publication", () => {
  const cases: [text: string, found: string[]][] = [
    ["他于二〇一九年三月十日被带走。", ["二〇一九年三月十日 = 2019-03-10"]],
    ["2019年3月10日，她获释。", ["2019年3月10日 = 2019-03-10"]],
    ["去年8月他回国。", ["去年8月 = 2021-08"]],
    ["8月24日电", ["8月24日 = 2022-08-24"]],
    ["12月1日开庭", ["12月1日 = 2021-12-01"]],
    ["2022年8月24日电 发言人24日表示", ["2022年8月24日 = 2022-08-24", "24日 = 2022-08-24"]],
    ["2018年11月5日被捕，次日送走，同月判刑。", ["2018年11月5日 = 2018-11-05", "次日 = 2018-11-06", "同月 = 2018-11"]],
    ["自2017年4月起被关押", ["2017年4月 = 2017-04/.."]],
    ["2018年11月至2020年3月服刑", ["2018年11月 = 2018-11/2020-03", "2020年3月 = 2018-11/2020-03"]],
    ["今年3月，当局承认。", ["今年3月 = 2022-03"]],
    ["案件将于10月8日开庭审理", ["10月8日 = 2022-10-08"]],
    ["三年前他去过那里，昨天回来。", ["三年前 = 2019", "昨天 = 2022-08-23"]],
    ["上周五抵达", ["上周五 = 2022-08-19"]],
    ["北京时间8月3日和新疆时间8月2日", ["北京时间8月3日 = 2022-08-03", "新疆时间8月2日 = 2022-08-02"]],
    ["2016年前出生", ["2016年 = [..2015]"]],
  ]
  for (const [text, found] of cases) assert.deepEqual(lines(text), found, text)
})

test("days of the lunar calendar are named as such and not converted", () => {
  assert.deepEqual(lines("农历二〇一九年三月初八"), ["农历二〇一九年三月初八 = [2019..2020]"])
  assert.deepEqual(lines("正月初一回家"), ["正月初一 = XXXX"])
})

test("what only looks like a Chinese date", () => {
  for (const text of [
    "判处有期徒刑九年",
    "关押了十六个月",
    "第三号令和第24号文件",
    "三日游、月亮和日常生活",
    "住在12号楼",
    "每月一次",
    "历时三月有余",
  ])
    assert.deepEqual(lines(text), [], text)
})

test("Chinese numbers", () => {
  const cases: [words: string, value: number][] = [
    ["十", 10],
    ["二十三", 23],
    ["两千三百", 2300],
    ["一百零五", 105],
    ["二〇一九", 2019],
    ["3万", 30_000],
    ["十二万", 120_000],
    ["1.5亿", 150_000_000],
    ["一万二千", 12_000],
    ["廿三", 23],
  ]
  for (const [words, value] of cases) assert.equal(numberOf(words), value, words)
})
