import assert from "node:assert/strict"
import { test } from "node:test"
import { LANGUAGES } from "../words/index.js"
import type { Lang } from "../words/say.js"
import { MANUALS } from "./manual.js"
import { rowOf, TOPICS, type Topic } from "./topics.js"

const LANGS = Object.keys(LANGUAGES) as Lang[]

test("every page of the manual is written in every language, control by control", () => {
  const missing: string[] = []
  for (const lang of LANGS)
    for (const topic of Object.keys(TOPICS) as Topic[]) {
      const { title, is, does, forever, leaves } = MANUALS[lang][topic]
      const all = new Map(Object.entries(does))
      for (const words of [title, is, ...all.values(), forever ?? "–", leaves ?? "–"])
        if (words.trim() === "") missing.push(`${lang} ${topic}`)
      const { controls } = rowOf(topic)
      assert.deepEqual([...all.keys()].sort(), [...controls].sort(), `${lang} ${topic}`)
    }
  assert.deepEqual(missing, [])
})

test("the languages agree on what is for ever and what leaves", () => {
  for (const lang of LANGS)
    for (const topic of Object.keys(TOPICS) as Topic[]) {
      const [here, english] = [MANUALS[lang][topic], MANUALS.en[topic]]
      assert.equal(here.forever === null, english.forever === null, `${lang} ${topic}`)
      assert.equal(here.leaves === null, english.leaves === null, `${lang} ${topic}`)
      if (lang !== "en") assert.notEqual(here.is, english.is, `${lang} ${topic} is not translated`)
    }
})
