import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { KazakhScript } from "../../src/read/kazakh/skeleton.js"
import { foldedWords, lowerStems as lowerKk, tokensOf as tokensKk } from "../../src/read/people/kk/tokens.js"
import { lowerStems, tokensOf } from "../../src/read/people/ru/tokens.js"
import { type Model, stretches, type Token, tag } from "../../src/read/tagger/tagger.js"
import { type Example, packed, train } from "./perceptron.js"
import { factRuEval, kazNerd, type Marked, tagsOf } from "./sets.js"

interface Course {
  readonly name: string
  readonly documents: (shared: string) => Marked[]
  readonly tokens: (document: Marked) => Token[][]
  readonly size: number
  readonly rounds: number
}

const COURSES: readonly Course[] = [
  {
    name: "ru",
    documents: factRuEval,
    tokens: ({ sentences }) => {
      const lower = lowerStems(sentences)
      return sentences.map(({ words }) => tokensOf(words, lower))
    },
    size: 16,
    rounds: 12,
  },
  { name: "kk", documents: kazNerd, tokens: kazakh("Cyrl", true), size: 17, rounds: 12 },
  // The Arabic script has no capitals: the same sentences, told without them.
  { name: "kk-caseless", documents: kazNerd, tokens: kazakh("Cyrl", false), size: 17, rounds: 12 },
]

function kazakh(script: KazakhScript, cased: boolean): Course["tokens"] {
  return ({ sentences }) => {
    const folded = sentences.map(({ words }) => foldedWords(words, script))
    const lower = lowerKk(sentences, folded)
    return folded.map((words) => tokensKk(words, lower, cased))
  }
}

/** Trains on the documents of even number, says how it does on the odd ones, and writes what it learned. */
export function trainNames(root: string, wanted: string): void {
  const course = COURSES.find(({ name }) => name === wanted)
  if (!course) throw new Error(`no course ${wanted}`)
  const documents = course.documents(join(root, "../shared"))
  const even = documents.filter((_, at) => at % 2 === 0)
  const odd = documents.filter((_, at) => at % 2 === 1)
  const model = train(examples(course, even), course.size, course.rounds)
  const small = packed(model)
  report("even", even, course, small.model)
  report("odd", odd, course, small.model)
  const folder = join(root, "src/read/people", wanted === "ru" ? "ru" : "kk")
  const file = wanted === "kk-caseless" ? "caseless.ts" : "weights.ts"
  writeFileSync(
    join(folder, file),
    `// Made by scripts/train-names.mjs ${wanted}; see docs/reading-data.md for the data it learned from.\nexport const SIZE = ${course.size}\nexport const TRANSITIONS = ${JSON.stringify(small.transitions)}\nexport const WEIGHTS =\n  "${small.text}"\n`,
  )
  console.log(`${small.text.length} characters`)
}

function examples({ tokens }: Course, documents: readonly Marked[]): Example[] {
  return documents.flatMap((document) =>
    tokens(document).map((list, at) => ({ tokens: list, tags: tagsOf(document.sentences[at]!, document.names) })),
  )
}

function report(name: string, documents: readonly Marked[], { tokens }: Course, model: Model): void {
  const counts = new Map(["PER", "ORG", "LOC"].map((kind) => [kind, { right: 0, found: 0, all: 0 }]))
  for (const document of documents) {
    for (const { kind } of document.names) counts.get(kind)!.all++
    for (const [at, list] of tokens(document).entries()) {
      const { words } = document.sentences[at]!
      for (const { kind, from, to } of stretches(tag(model, list))) {
        const count = counts.get(kind)!
        count.found++
        const [start, end] = [words[from]!.start, words[to - 1]!.end]
        if (document.names.some((one) => one.kind === kind && one.start === start && one.end === end)) count.right++
      }
    }
  }
  for (const [kind, { right, found, all }] of counts)
    console.log(
      `${name} ${kind} P ${(right / found).toFixed(3)} R ${(right / all).toFixed(3)} F1 ${((2 * right) / (found + all)).toFixed(3)} of ${all}`,
    )
}
