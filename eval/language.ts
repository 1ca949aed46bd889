import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { LANGUAGES } from "../src/model/reading.js"
import { identify } from "../src/read/language/index.js"
import { type Result, type Row, rowOf } from "./row.js"

const lines = (file: string) => readFileSync(file, "utf8").split("\n")
const sentencesOfUd = (file: string) =>
  lines(file).flatMap((line) => (line.startsWith("# text = ") ? [line.slice(9)] : []))

/** Sentences of others in a language of ours. What the weights were made from is left out. */
const SETS: readonly { name: string; split: string; language: string; read: (folder: string) => string[] }[] = [
  {
    name: "UD_Kazakh-KTB",
    split: "test",
    language: "kk",
    read: (folder) => sentencesOfUd(join(folder, "UD_Kazakh-KTB/kk_ktb-ud-test.conllu")),
  },
  {
    name: "UD_Uyghur-UDT",
    split: "dev + test",
    language: "ug",
    read: (folder) =>
      ["dev", "test"].flatMap((part) => sentencesOfUd(join(folder, `UD_Uyghur-UDT/ug_udt-ud-${part}.conllu`))),
  },
  {
    name: "factRuEval",
    split: "devset, every other text",
    language: "ru",
    read: (folder) =>
      readdirSync(join(folder, "factRuEval-2016/devset"))
        .filter((name) => name.endsWith(".txt"))
        .filter((_, at) => at % 2 === 1)
        .flatMap((name) => readFileSync(join(folder, "factRuEval-2016/devset", name), "utf8").split(/(?<=[.!?])\s+/u))
        .filter((line) => /\p{L}{2}/u.test(line)),
  },
  {
    name: "KazNERD",
    split: "valid, odd sentences",
    language: "kk",
    read: (folder) =>
      readFileSync(join(folder, "KazNERD/IOB2_valid.txt"), "utf8")
        .split("\n\n")
        .filter((sentence, at) => at % 2 === 1 && sentence !== "")
        .map((sentence) =>
          sentence
            .split("\n")
            .map((line) => line.split(" ")[0])
            .join(" "),
        ),
  },
]

const BAR = 0.99

/** Which language a sentence is in: sets of others, and `eval/language`, whose even lines no weights were made from. */
export function* language(root: string): Generator<Result> {
  const folder = join(root, "../shared/data/reading")
  for (const { name, split, language, read } of SETS) {
    if (!existsSync(folder)) yield { data: name, why: "../shared/data is not there" }
    else yield [row(name, split, language, read(folder))]
  }
  const own = join(root, "eval/language")
  yield readdirSync(own)
    .sort()
    .map((file): Row => {
      const [tag = ""] = file.split(".")
      const even = lines(join(own, file)).filter((line, at) => at % 2 === 1 && line !== "")
      return row(`eval/language ${tag}`, "even lines", tag.split("-")[0]!, even)
    })
}

function row(data: string, split: string, wanted: string, sentences: readonly string[]): Row {
  const ours = LANGUAGES.includes(wanted)
  const right = sentences.filter((sentence) => {
    const { language } = identify(sentence)
    return ours ? language === wanted : !LANGUAGES.includes(language)
  }).length
  const measure = ours ? "language" : "none of our languages"
  return rowOf(data, `${split}, ${sentences.length}`, measure, { score: right / sentences.length, bar: BAR })
}
