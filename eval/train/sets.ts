import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../../src/model/passage.js"
import { readText } from "../../src/read/formats/text.js"
import { type Sentence, sentencesOf } from "../../src/read/sentences/index.js"
import { TAGS, type Tag } from "../../src/read/tagger/tagger.js"

/** A document with its names marked, none overlapping. */
export interface Marked {
  readonly id: string
  readonly sentences: readonly Sentence[]
  readonly names: readonly (Span & { readonly kind: "PER" | "ORG" | "LOC" })[]
}

/** factRuEval-2016 (MIT): Russian news. Persons first, then the longest of what is left. */
export function factRuEval(shared: string): Marked[] {
  const folder = join(shared, "data/reading/factRuEval-2016/devset")
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(".objects"))
    .sort()
    .map((name) => {
      const stem = join(folder, name.slice(0, -8))
      const text = readFileSync(`${stem}.txt`, "utf8").replaceAll("\r\n", "\n")
      const spans = new Map<string, Span>()
      for (const line of readFileSync(`${stem}.spans`, "utf8").split("\n")) {
        const [id = "", , from, length] = line.split(/\s+/u)
        if (from) spans.set(id, { start: Number(from), end: Number(from) + Number(length) })
      }
      const names = readFileSync(`${stem}.objects`, "utf8")
        .split("\n")
        .flatMap((line) => {
          const [, kind = "", ...ids] = line.split("#")[0]!.trim().split(/\s+/u)
          const own = ids.map((id) => spans.get(id)).filter((span) => span !== undefined)
          const as = ({ Person: "PER", Org: "ORG", LocOrg: "LOC", Location: "LOC" } as const)[kind]
          if (!as || own.length === 0) return []
          const start = Math.min(...own.map((span) => span.start))
          const end = Math.max(...own.map((span) => span.end))
          return [{ kind: as, start, end }]
        })
      return { id: name.slice(0, -8), sentences: sentencesIn(text), names: apart(names) }
    })
}

/** KazNERD (CC-BY-4.0): single sentences of Kazakh television news. */
export function kazNerd(shared: string): Marked[] {
  const file = join(shared, "data/reading/KazNERD/IOB2_valid.txt")
  if (!existsSync(file)) return []
  const kinds = { PERSON: "PER", ORGANISATION: "ORG", GPE: "LOC", LOCATION: "LOC" } as const
  const out: Marked[] = []
  let text = ""
  let names: (Span & { kind: "PER" | "ORG" | "LOC" })[] = []
  let inside = false
  const close = () => {
    if (text !== "") out.push({ id: `s${out.length}`, sentences: sentencesIn(text), names })
    text = ""
    names = []
    inside = false
  }
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const space = line.trim().lastIndexOf(" ")
    if (space < 0) {
      close()
      continue
    }
    const word = line.trim().slice(0, space)
    const label = line.trim().slice(space + 1)
    if (text !== "") text += " "
    const start = text.length
    text += word
    const kind = kinds[label.slice(2) as keyof typeof kinds]
    if (label.startsWith("B-") && kind) names.push({ kind, start, end: text.length })
    else if (label.startsWith("I-") && kind && inside) names[names.length - 1] = { ...names.at(-1)!, end: text.length }
    inside = kind !== undefined
  }
  close()
  return out
}

function sentencesIn(text: string): Sentence[] {
  const page = readText(new TextEncoder().encode(text), {})
  return sentencesOf(page.text, page.blocks)
}

function apart<T extends Span & { kind: string }>(names: readonly T[]): T[] {
  const kept: T[] = []
  const rank = ({ kind }: T) => (kind === "PER" ? 0 : 1)
  for (const name of [...names].sort((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => other.start < name.end && name.start < other.end)) kept.push(name)
  return kept.sort((a, b) => a.start - b.start)
}

/** The tags of a sentence's words. */
export function tagsOf({ words }: Sentence, names: Marked["names"]): number[] {
  const number = (tag: Tag) => TAGS.indexOf(tag)
  let last: Span | null = null
  return words.map(({ start, end }) => {
    const name = names.find((one) => one.start <= start && end <= one.end)
    const begins = name !== last
    last = name ?? null
    return name === undefined ? 0 : number(`${begins ? "B" : "I"}-${name.kind}`)
  })
}
