import { glide, type KazakhScript, skeletonOf } from "../../kazakh/skeleton.js"
import { KAZAKH } from "../../places/cyrillic.js"
import type { Sentence } from "../../sentences/index.js"
import type { Word } from "../../sentences/words.js"
import { hash, shapeOf, type Token } from "../../tagger/tagger.js"
import { FAMILY_ENDING, givenOf, isHead, isRole, PATRONYMIC, SPEAKS, stemOf } from "./words.js"

/** A word of a Kazakh sentence in skeleton letters. */
export interface Folded {
  /** With its capitals. */
  readonly text: string
  readonly lower: string
  readonly stem: string
}

export function foldedWords(words: readonly Word[], script: KazakhScript): Folded[] {
  return words.map((word) => {
    const { text } = skeletonOf(word.text, script)
    const lower = text.toLowerCase()
    return { text, lower, stem: stemOf(lower) }
  })
}

/** Stems written without a capital somewhere in the document: hardly a name. */
export function lowerStems(sentences: readonly Sentence[], folded: readonly (readonly Folded[])[]): Set<string> {
  const seen = new Set<string>()
  for (const [at, { words }] of sentences.entries())
    for (const [index, { capital, text }] of words.entries())
      if (!capital && text.length > 3) seen.add(folded[at]![index]!.stem)
  return seen
}

/** Does a word begin the name of a place? The stem may have lost what looks like an ending: "Астана". */
export const placeKey = ({ lower, stem }: Folded): string | null =>
  KAZAKH.has(lower) ? lower : KAZAKH.has(stem) ? stem : null

/** What the tagger is told of the words of a Kazakh sentence. Without capitals nothing of the looks is told. */
export function tokensOf(folded: readonly Folded[], lower: ReadonlySet<string>, cased: boolean): Token[] {
  return folded.map((word, at) => {
    const name = cased ? word.lower : glide(word.lower)
    let bits = 0
    const capital = !cased || /^\p{Lu}/u.test(word.text)
    if (capital) {
      if (givenOf(name) !== null) bits |= 1
      if (PATRONYMIC.test(name)) bits |= 2
      if (FAMILY_ENDING.test(name)) bits |= 4
      if (cased && lower.has(word.stem)) bits |= 128
    }
    if (placeKey({ ...word, lower: name, stem: stemOf(name) }) !== null) bits |= 8
    if (isRole(name)) bits |= 16
    if (isHead(name)) bits |= 32
    if (SPEAKS.test(name)) bits |= 64
    if (at === 0) bits |= 256
    const shape = shapeOf(cased ? word.text : name)
    const stem = stemOf(name)
    return {
      word: hash(name),
      stem: hash(stem),
      suffix2: hash(name.slice(-2)),
      suffix3: hash(name.slice(-3)),
      suffix4: hash(name.slice(-4)),
      prefix3: hash(name.slice(0, 3)),
      shape,
      bits,
    }
  })
}
