import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { split } from "../src/read/sentences/index.js"
import { type Result, rowOf } from "./row.js"

const SPECS = ["english", "russian", "kazakh", "chinese"] as const

/**
 * Out of our scope: cases that ask for the text to be changed (line breaks inside words, missing spaces put in, HTML
 * removed), numbered and bulleted lists run into one line, tables of contents, and language of code.
 */
const OUT =
  /(?:^|\s)[a-z]?\d*[.)]\s.*\s[a-z]?\d*[.)]\s|•|⁃|◦|\\[nrtv]|<[a-z/]|\.{5,}|\r|(?:^|\s)\(?[ivx]+[.)]\s.*\s\(?[ivx]+[.)]\s/u

/** Cases of pragmatic_segmenter: right when every sentence is. */
export function* sentences(root: string): Generator<Result> {
  const folder = join(root, "../shared/data/reading/pragmatic_segmenter/spec/pragmatic_segmenter/languages")
  if (!existsSync(folder)) {
    yield { data: "pragmatic_segmenter", why: "../shared/data is not there" }
    return
  }
  for (const name of SPECS) {
    const cases = casesIn(readFileSync(join(folder, `${name}_spec.rb`), "utf8"))
    const scope = cases.filter(({ text }) => !OUT.test(text))
    const right = scope.filter(({ text, wanted }) => {
      const found = split(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))
      return JSON.stringify(found) === JSON.stringify(wanted)
    })
    if (process.env.DALEL_EVAL_SHOW === name)
      for (const one of scope) if (!right.includes(one)) console.log(JSON.stringify(one))
    yield [
      rowOf(`pragmatic_segmenter ${name}`, `in scope ${scope.length} of ${cases.length}`, "cases split exactly", {
        score: right.length / scope.length,
        bar: name === "english" ? null : 0.9,
        peer: PEERS[name] ?? "",
      }),
    ]
  }
}

const PEERS: Readonly<Record<string, string>> = {
  english: "sentencex .52, Intl.Segmenter .49 (all cases)",
  russian: "Intl.Segmenter .86 (all cases)",
  kazakh: "sentencex .92, Intl.Segmenter .77 (all cases)",
}

interface Case {
  readonly text: string
  readonly wanted: readonly string[]
}

const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu

function casesIn(ruby: string): Case[] {
  const cases: Case[] = []
  const shape =
    /Segmenter\.new\(text: ("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[^)]*\)\s*expect\(ps\.segment\)\.to eq\(\[(.*?)\]\)\s*\n\s*end/gsu
  for (const [, text, list] of ruby.matchAll(shape))
    cases.push({ text: unquoted(text!), wanted: [...list!.matchAll(QUOTED)].map(([one]) => unquoted(one)) })
  return cases
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" }

function unquoted(literal: string): string {
  const inside = literal.slice(1, -1)
  return literal.startsWith('"')
    ? inside.replace(/\\(.)/gsu, (_, letter: string) => ESCAPES[letter] ?? letter)
    : inside.replace(/\\(['\\])/gu, "$1")
}
