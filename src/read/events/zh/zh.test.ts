import assert from "node:assert/strict"
import { test } from "node:test"
import { read } from "../../read.js"

const reading = (text: string) =>
  read(new TextEncoder().encode(text), { mediaType: "text/plain", published: "2022-08-24", lang: "zh" })

function told(text: string): string[] {
  const { events, entities } = reading(text)
  const name = (id: string) => entities.find((entity) => entity.id === id)!.name
  return events.map(({ type, kind, date, people }) => [kind ?? type, date ?? "–", ...people.map(name)].join(" "))
}

test("what happened to whom and when, in Chinese", () => {
  const cases: [text: string, events: string[]][] = [
    ["叶尔江·托合提别克于2018年4月15日在塔城市被警察带走。", ["detention 2018-04-15 叶尔江·托合提别克"]],
    ["法院于去年12月判处教师阿依努尔·萨特瓦勒德有期徒刑七年。", ["sentence 2021-12 阿依努尔·萨特瓦勒德"]],
    ["2020年3月，王志强因涉嫌寻衅滋事罪被刑事拘留。", ["custody 2020-03 王志强"]],
    ["林静宜女士2019年7月1日获释。", ["release 2019-07-01 林静宜"]],
    ["律师周若川被送进“和善学苑”。", ["detention – 周若川"]],
    ["八名村民于2017年12月被关押。", ["detention 2017-12"]],
    ["警察2018年3月逮捕了律师周若川。", ["arrest 2018-03 周若川"]],
    ["王志强没有被逮捕。", []],
    ["家属要求释放王志强。", []],
    ["如果她回国，可能会被逮捕。", []],
    ["警察带走了垃圾。", []],
  ]
  for (const [text, events] of cases) assert.deepEqual(told(text), events, text)
})

test("who says what, in Chinese", () => {
  const cases: [text: string, claims: string[]][] = [
    ["发言人蓝淑文表示，名单没有根据。", ["asserts 蓝淑文: 名单没有根据"]],
    ["“我不认识他。”林静宜说。林静宜说，她要回家。", ["asserts 林静宜: 我不认识他。", "asserts 林静宜: 她要回家"]],
    ["外交部否认有人被关押。", ["denies 外交部: 有人被关押"]],
    ["据人权观察报道，营地仍在扩建。", ["asserts 人权观察: 营地仍在扩建"]],
    ["王某某涉嫌诈骗罪被调查。", ["accuses –: 诈骗罪"]],
    ["他的说法没有人相信。", []],
  ]
  for (const [text, wanted] of cases) {
    const { claims, entities, text: own } = reading(text)
    const found = claims.map(({ stance, speaker, content }) => {
      const who = entities.find(({ id }) => id === speaker)?.name ?? "–"
      return `${stance} ${who}: ${own.slice(content.start, content.end)}`
    })
    assert.deepEqual(found, wanted, text)
  }
})
