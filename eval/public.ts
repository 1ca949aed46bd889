import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Hints } from "../src/model/reading.js"
import { read } from "../src/read/read.js"
import { type Result, type Row, rowOf } from "./row.js"
import { run } from "./run.js"

interface PublicSet {
  readonly name: string
  readonly rows: (line: string) => Row[]
}

const number = (line: string, pattern: RegExp) => Number(pattern.exec(line)?.[1] ?? Number.NaN)
const prf = (line: string, after: string) => ({
  precision: number(line, new RegExp(`${after} P ([\\d.]+)`)),
  recall: number(line, new RegExp(`${after} P [\\d.]+ R ([\\d.]+)`)),
  score: number(line, new RegExp(`${after} P [\\d.]+ R [\\d.]+ F1 ([\\d.]+)`)),
})

/** Sets of others, scored by `../shared/score/reading.py`: the same program scores other splits unseen. */
const SETS: readonly PublicSet[] = [
  {
    name: "gum",
    rows: (line) => [
      rowOf("GUM", "bio, court, interview", "date values", {
        precision: number(line, /span precision ([\d.]+)/),
        recall: number(line, /span recall ([\d.]+)/),
        score: number(line, /value ([\d.]+)/),
        bar: 0.8,
        peer: "chrono .24, Recognizers .82 (any candidate)",
      }),
    ],
  },
  {
    name: "factrueval",
    rows: (line) => [people("factRuEval", "dev", line, 0.8)],
  },
  {
    name: "kaznerd",
    rows: (line) => [people("KazNERD", "valid (even sentences trained on)", line, 0.75)],
  },
  {
    name: "nerel",
    rows: (line) => [
      people("NEREL", "dev", line, null, "PERSON"),
      overlapping("dates", "DATE", line, 0.8),
      overlapping("offences", "CRIME", line, 0.5),
      overlapping("penalties", "PENALTY", line, 0.6),
      overlapping("laws", "LAW", line, 0.6),
    ],
  },
  {
    name: "polnear",
    rows: (line) => [
      rowOf("PolNeAR", "dev", "attribution: source + content", { ...prf(line, "content"), bar: 0.6, peer: "–" }),
    ],
  },
  {
    name: "hrdsattack",
    rows: (line) => [
      rowOf("HRDsAttack", "dev", "violations", { ...prf(line, "violations"), bar: 0.72, peer: "T5-large .714 (test)" }),
      rowOf("HRDsAttack", "dev", "victims", { ...prf(line, "victims"), bar: 0.5, peer: "T5-large .512, P .64 (test)" }),
      rowOf("HRDsAttack", "dev", "victims among the persons found", {
        score: number(line, /persons found ([\d.]+)/),
        bar: 0.8,
      }),
      rowOf("HRDsAttack", "dev", "country", {
        score: number(line, /country ([\d.]+)/),
        bar: 0.7,
        peer: "T5-large .66 (test)",
      }),
      rowOf("HRDsAttack", "dev (fitted with train; .59 left out in turn)", "year", {
        score: number(line, /year ([\d.]+)/),
        bar: 0.55,
        peer: "T5-large .50 (test)",
      }),
    ],
  },
]

/** Persons, exact spans. Two capitalised words in a row: .560 factRuEval, .554 KazNERD, .530 NEREL. */
function people(data: string, split: string, line: string, bar: number | null, kind = "PER"): Row {
  return rowOf(data, split, "persons, exact spans", {
    precision: number(line, new RegExp(`${kind} exact F1 [\\d.]+ \\(P ([\\d.]+)`)),
    recall: number(line, new RegExp(`${kind} exact F1 [\\d.]+ \\(P [\\d.]+ R ([\\d.]+)`)),
    score: number(line, new RegExp(`${kind} exact F1 ([\\d.]+)`)),
    bar,
    peer: "two capitalised words .53–.56",
  })
}

function overlapping(measure: string, kind: string, line: string, bar: number): Row {
  const score = number(line, new RegExp(`${kind} exact [^|]*overlap F1 ([\\d.]+)`))
  return rowOf("NEREL", "dev", `${measure}, overlapping spans`, { score, bar })
}

interface Line extends Pick<Hints, "published" | "lang" | "url"> {
  readonly id: string
  readonly text: string
}

export function* publicSets(root: string): Generator<Result> {
  const scorer = join(root, "../shared/score/reading.py")
  for (const { name, rows } of SETS) {
    if (!existsSync(scorer)) {
      yield { data: name, why: "../shared/score is not there" }
      continue
    }
    const given = run("python3", [scorer, name, "in"], "")
    if (given === null) {
      yield { data: name, why: "python3 or the set is not there" }
      continue
    }
    const answers = given.split("\n").map((line) => {
      const { id, text, ...hints } = JSON.parse(line) as Line
      const {
        map: _,
        proposals,
        ...reading
      } = read(new TextEncoder().encode(text), { ...hints, mediaType: "text/plain" })
      return JSON.stringify({ id, ...reading, proposals: proposals.length })
    })
    const line = run("python3", [scorer, name, "out"], answers.join("\n"))
    yield line === null ? { data: name, why: "the scorer printed nothing" } : rows(line)
  }
}
