import { placeStem, RUSSIAN } from "../../places/cyrillic.js"
import type { Sentence } from "../../sentences/index.js"
import type { Word } from "../../sentences/words.js"
import { hash, shapeOf, type Token } from "../../tagger/tagger.js"
import { FAMILY_ENDING, givenOf, PATRONYMIC, plain, stemOf } from "./forms.js"
import { isHead, roleOf, SPEAKS } from "./words.js"

/** Stems written without a capital somewhere in the document: hardly a name. */
export function lowerStems(sentences: readonly Sentence[]): Set<string> {
  const seen = new Set<string>()
  for (const { words } of sentences)
    for (const { capital, text } of words) if (!capital && text.length > 3) seen.add(stemOf(text))
  return seen
}

/** What the tagger is told of the words of a Russian sentence. */
export function tokensOf(words: readonly Word[], lower: ReadonlySet<string>): Token[] {
  return words.map(({ text, capital }, at) => {
    const word = plain(text)
    const stem = stemOf(text)
    let bits = 0
    if (capital) {
      if (givenOf(text) !== null) bits |= 1
      if (PATRONYMIC.test(text)) bits |= 2
      if (FAMILY_ENDING.test(text)) bits |= 4
      if (lower.has(stem)) bits |= 128
    }
    if (RUSSIAN.has(placeStem(text))) bits |= 8
    if (roleOf(text) !== null) bits |= 16
    if (isHead(text)) bits |= 32
    if (!capital && SPEAKS.test(word)) bits |= 64
    if (at === 0) bits |= 256
    return {
      word: hash(word),
      stem: hash(stem),
      suffix2: hash(word.slice(-2)),
      suffix3: hash(word.slice(-3)),
      suffix4: hash(word.slice(-4)),
      prefix3: hash(word.slice(0, 3)),
      shape: shapeOf(text),
      bits,
    }
  })
}
