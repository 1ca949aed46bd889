import assert from "node:assert/strict"
import { test } from "node:test"
import { sentencesOf } from "../../sentences/index.js"
import { findNames } from "../index.js"

function named(text: string, kind: string): string[] {
  const blocks = [{ start: 0, end: text.length, tag: "p", kind: "body" as const }]
  const { entities, mentions } = findNames(text, sentencesOf(text, blocks), "zh", [])
  for (const { start, end, entity } of mentions) {
    const owner = entities.find(({ id }) => id === entity)!
    assert.ok([owner.name, ...owner.aliases].includes(text.slice(start, end)), text.slice(start, end))
  }
  return entities.filter((entity) => entity.kind === kind).map(({ name }) => name)
}

test("a Chinese person's name needs a reason", () => {
  const cases: [text: string, people: string[]][] = [
    ["发言人蓝淑文24日表示，名单没有根据。", ["蓝淑文"]],
    ["毛列提汗·叶森泰因扰乱社会秩序罪被判刑。", ["毛列提汗·叶森泰"]],
    ["法院对努尔绍列·别吉木库勒的判决", ["努尔绍列·别吉木库勒"]],
    ["律师周若川告诉记者，案件已移送。", ["周若川"]],
    ["王某某因涉嫌诈骗被刑事拘留。", ["王某某"]],
    ["林静宜说：“我不认识他。”", ["林静宜"]],
    ["村民吴桂兰的丈夫失踪。", ["吴桂兰"]],
    ["高级官员说，金融方面的安排没有变化。", []],
    ["马上表示不满，关系紧张。", []],
    ["记者在现场看到，许多人说不知道。", []],
    ["公安机关说，方便群众。", []],
    ["“来·去”之间", []],
  ]
  for (const [text, people] of cases) assert.deepEqual(named(text, "Person"), people, text)
})

test("courts, offices and places of Chinese texts", () => {
  const organizations: [text: string, names: string[]][] = [
    ["案件由阔克库姆省高级人民法院审理。", ["阔克库姆省高级人民法院"]],
    ["他被送往和田县看守所。", ["和田县看守所"]],
    ["境外组织“萨格内什”散布谣言", ["萨格内什"]],
    ["法院认为证据不足。", []],
    ["联合国呼吁释放她。", ["联合国"]],
  ]
  for (const [text, names] of organizations) assert.deepEqual(named(text, "Organization"), names, text)
  const places: [text: string, names: string[]][] = [
    ["他出生在莫因赛村，后来搬到乌鲁木齐。", ["莫因赛村", "乌鲁木齐"]],
    ["八名村民在超市和集市购物。", []],
    ["许多城市和农村的村民", []],
  ]
  for (const [text, names] of places) assert.deepEqual(named(text, "Place"), names, text)
})
