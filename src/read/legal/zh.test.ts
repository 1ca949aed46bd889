import assert from "node:assert/strict"
import { test } from "node:test"
import { findLegal } from "./index.js"

test("laws, offences and penalties in Chinese", () => {
  const cases: [text: string, found: string[]][] = [
    ["违反《云泽省去极端化条例》第九条", ["law 《云泽省去极端化条例》第九条"]],
    ["因扰乱社会秩序罪被判处有期徒刑九年", ["offence 扰乱社会秩序罪", "penalty 有期徒刑九年"]],
    ["并处罚金5000元", ["penalty 罚金5000元"]],
    ["看了《走吧》这部电影，没有犯罪", []],
  ]
  for (const [text, found] of cases)
    assert.deepEqual(
      findLegal(text, "zh").map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
      found,
      text,
    )
})
