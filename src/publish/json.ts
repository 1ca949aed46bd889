import { canonical } from "../ledger/canonical.js"
import type { EntityFacts, Mark, Said, Status } from "../model/casefile.js"
import type { SourceId } from "../model/id.js"
import type { Value } from "../model/value.js"
import type { Dossier, PublicSource } from "./dossier.js"

export const FORMAT = "dalel/dossier/v1"

/** The dossier for machines: canonical JSON (RFC 8785), one line. docs/dossier.md describes every field. */
export function dossierJson({ sample, on, case: about, file }: Dossier, key: string): string {
  const sources = file?.sources ?? []
  const points = new Map(sources.map(pointsOf))
  const entity = entityJson(points)
  const all = (files: readonly EntityFacts[] | undefined) => (files ?? []).map(entity)
  return `${canonical({
    format: FORMAT,
    sample,
    key,
    on,
    case: { id: about.id, schema: about.schema, title: about.title },
    status: (file?.status ?? []).map((status) => statusJson(status, points)),
    people: all(file?.people),
    organizations: all(file?.organizations),
    places: all(file?.places),
    timeline: (file?.timeline ?? []).map((item) => ({
      ...entity(item),
      type: item.type,
      date: item.date?.edtf ?? null,
    })),
    proceedings: (file?.proceedings ?? []).map((one) => ({
      ...entity(one),
      kind: one.kind,
      events: one.items.map(({ id }) => id),
    })),
    claims: all(file?.claims),
    disagreements: (file?.disputes ?? []).map(({ entity, line }) => ({ entity, property: line.property })),
    sources: sources.map(sourceJson),
  })}\n`
}

function statusJson({ person, is, on, place, since, asOf, lastKnown, marks }: Status, points: Points) {
  return { person, is, on, place, since, asOf, lastKnown, passages: marks.map((mark) => passageJson(mark, points)) }
}

const entityJson =
  (points: Points) =>
  ({ id, schema, name, lines }: EntityFacts) => ({
    id,
    schema,
    name,
    lines: lines.map(({ property, how, said }) => ({
      property,
      how,
      said: said.map((one) => saidJson(one, points)),
    })),
  })

function saidJson({ value, words, holds, marks, statements, sources: count }: Said, points: Points) {
  return {
    value: valueJson(value),
    words,
    holds: holds && { edtf: holds.edtf, words: holds.words },
    sources: count,
    statements: [...statements],
    // No passage: it is someone's own testimony, and whose is not told.
    passages: marks.map((mark) => passageJson(mark, points)),
  }
}

/** Field by field: what is not named here does not go out. */
function valueJson(value: Value) {
  switch (value.type) {
    case "name":
    case "text":
    case "identifier":
      return { type: value.type, text: value.text }
    case "date":
      return { type: "date", edtf: value.edtf, words: value.words }
    case "entity":
      return { type: "entity", entity: value.entity }
    case "quantity": {
      const { type, words, low, high, unit, approximate } = value
      return { type, words, low, high, unit, approximate }
    }
    case "money": {
      const { type, amount, currency, equivalent, words } = value
      return { type, amount, currency, equivalent, words }
    }
    case "code":
      return { type: "code", code: value.code }
    case "url":
      return { type: "url", url: value.url }
    case "boolean":
      return { type: "boolean", is: value.is }
  }
}

/** A place in the source's public text, counted in Unicode code points. */
function passageJson({ source, start, end, exact }: Mark, points: Points) {
  const point = points.get(source)!
  return { source, start: point[start], end: point[end], exact }
}

/** How many code points stand before each index of each source's text. */
type Points = ReadonlyMap<SourceId, Uint32Array>

function pointsOf({ id, text }: PublicSource): [SourceId, Uint32Array] {
  const before = new Uint32Array(text.length + 1)
  let index = 0
  let count = 0
  for (const character of text) {
    before.fill(count, index, index + character.length)
    index += character.length
    count++
  }
  before[text.length] = count
  return [id, before]
}

function sourceJson({ id, title, publisher, published, address, legalNotice, commitment, text }: PublicSource) {
  return { id, title: title || null, publisher, published, address, legalNotice, commitment, text }
}
