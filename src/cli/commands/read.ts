import { readFile } from "node:fs/promises"
import { createInterface } from "node:readline"
import { parseArgs } from "node:util"
import { isReadable, mediaTypeOf } from "../../capture/media.js"
import { isEdtf } from "../../model/date.js"
import type { Hints, Places, Reading } from "../../model/reading.js"
import { DalelError } from "../../model/refusals.js"
import { type Reader, startReader } from "../../review/reader.js"
import { refusalWords } from "../../views/words/say.js"
import type { Command, Terminal } from "../command.js"

const help = `
dalel read FILE [--json] [--published DATE] [--lang xx] [--url URL]
dalel read --batch [--jobs N]

Reads a saved page, a text, a PDF, subtitles (SRT, VTT) or a table (CSV), without a vault and without a network, and
shows what it would propose.

  --json            one JSON object: text, title, mainText, metadata, zones, missingMedia, mentions, entities, dates,
                    quantities, events, claims, gist, legal, facts, and the number of proposals
  --published DATE  the day it was published, if you know it better than the page: 2019-07-29
  --lang xx         its language, if you know it: en, ru, kk, ug, zh
  --url URL         where it was saved from
  --batch           reads lines of JSON {"id","path" or "html" or "text","published"?,"lang"?,"url"?} from standard
                    input; prints one line for each, in order: {"id", …} or {"id","error":{"code","what"}}. A bad
                    document never stops the rest. A "published" that is no date is taken as unknown. In "html", a
                    meta charset is ignored: it is text already.
  --jobs N          how many are read at once

Exit: 0 read, 2 wrong use, 1 anything else.
`

export const READ: Command = {
  name: "read",
  summary: "reads a page or a text and shows what it would propose (no vault needed)",
  help,
  async run(args, terminal) {
    const { values, positionals } = optionsOf(args)
    if (values.batch) {
      if (positionals.length > 0) throw new DalelError("usage/unknown-option", "FILE")
      await readBatch(terminal, jobsOf(values.jobs))
      return 0
    }
    const [path, ...more] = positionals
    if (path === undefined) throw new DalelError("usage/missing", "FILE")
    if (more.length > 0) throw new DalelError("usage/unknown-option", more[0]!)
    const { published, lang, url } = values
    if (published !== undefined && !isEdtf(published)) throw new DalelError("usage/not-a-date", "--published")
    const reader = startReader({ jobs: 1 })
    try {
      const bytes = await bytesAt(path)
      const reading = await reader.read(bytes, { ...hintsOf({ published, lang, url }), ...typeOf(path, bytes) })
      terminal.out(values.json ? JSON.stringify(printed(reading)) : summary(reading))
      return 0
    } finally {
      await reader.end()
    }
  },
}

function optionsOf(args: readonly string[]) {
  const text = { type: "string" } as const
  const flag = { type: "boolean" } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: flag, batch: flag, jobs: text, published: text, lang: text, url: text },
    })
  } catch (error) {
    throw new DalelError("usage/unknown-option", /'(-[^' ]*)/.exec(String(error))?.[1] ?? null)
  }
}

function jobsOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  if (!/^[1-9]\d?$/.test(given)) throw new DalelError("usage/not-a-number", "--jobs")
  return Number(given)
}

/** One line of the batch. */
interface Request {
  readonly id: string
  readonly path?: unknown
  readonly html?: unknown
  readonly text?: unknown
  readonly published?: unknown
  readonly lang?: unknown
  readonly url?: unknown
}

async function readBatch(terminal: Terminal, jobs: number | undefined): Promise<void> {
  const reader = startReader(jobs === undefined ? {} : { jobs })
  // Enough to keep every process busy; not so many that the whole input is held.
  const ahead = (jobs ?? 4) * 2
  const lines: Promise<string>[] = []
  try {
    for await (const line of createInterface({ input: terminal.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === "") continue
      lines.push(answer(reader, line))
      if (lines.length >= ahead) terminal.out(await lines.shift()!)
    }
    for (const line of lines) terminal.out(await line)
  } finally {
    await reader.end()
  }
}

async function answer(reader: Reader, line: string): Promise<string> {
  let id: unknown = null
  try {
    const request = parseRequest(line)
    id = request.id
    const { bytes, hints } = await contentOf(request)
    const reading = await reader.read(bytes, { ...hintsOf(request), ...hints })
    return JSON.stringify({ id, ...printed(reading) })
  } catch (error) {
    const { code } = error instanceof DalelError ? error : new DalelError("internal")
    return JSON.stringify({ id, error: { code, what: refusalWords("en", code).what } })
  }
}

function parseRequest(line: string): Request {
  try {
    const request = JSON.parse(line)
    if (typeof request === "object" && request !== null && "id" in request) return request
  } catch {
    // said below
  }
  throw new DalelError("reading/bad-request")
}

async function contentOf({ path, html, text }: Request): Promise<{ bytes: Uint8Array; hints: Hints }> {
  if (typeof html === "string")
    return { bytes: Buffer.from(html), hints: { mediaType: "text/html", encoding: "utf-8" } }
  if (typeof text === "string")
    return { bytes: Buffer.from(text), hints: { mediaType: "text/plain", encoding: "utf-8" } }
  if (typeof path !== "string") throw new DalelError("reading/bad-request")
  const bytes = await bytesAt(path)
  return { bytes, hints: typeOf(path, bytes) }
}

function hintsOf(given: { published?: unknown; lang?: unknown; url?: unknown }): Hints {
  const { published, lang, url } = given
  return {
    ...(typeof published === "string" && isEdtf(published) ? { published } : {}),
    ...(typeof lang === "string" && lang !== "" ? { lang } : {}),
    ...(typeof url === "string" && url !== "" ? { url } : {}),
  }
}

/** What capture would call it, when that can be read; else the reader tells by the bytes. */
function typeOf(path: string, bytes: Uint8Array): Hints {
  const mediaType = mediaTypeOf(bytes.subarray(0, 1024), path)
  const unsaid = mediaType === "text/plain" && !/\.(?:txt|text|md)$/i.test(path)
  return isReadable(mediaType) && !unsaid ? { mediaType } : {}
}

async function bytesAt(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT"
    throw new DalelError(missing ? "file/not-found" : "file/unreadable", path)
  }
}

// The map and the proposals themselves belong to the vault; here they are a count.
function printed({ map: _, proposals, ...rest }: Reading) {
  return { ...rest, proposals: proposals.length }
}

function summary(reading: Reading): string {
  const first = (name: string) => {
    const found = reading.metadata.find((one) => one.name === name)
    return found ? `${found.value} (${found.from})` : "not said"
  }
  const kinds = new Map<string, number>()
  for (const { kind } of reading.zones) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const rows: [string, string | number][] = [
    ["title", reading.title ?? "none"],
    ["published", first("published")],
    ["publisher", first("publisher")],
    ["byline", first("byline")],
    ["language", reading.language],
    ["encoding", reading.map.encoding],
    ...placesRow(reading.map.places),
    ["text", `${reading.text.length} characters, ${reading.mainText.length} of them the article`],
    ["zones", [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ") || "none"],
    [
      "missing",
      reading.missingMedia.map(({ kind, title }) => (title ? `${kind} “${title}”` : kind)).join(", ") || "nothing",
    ],
    ["people", reading.entities.filter(({ kind }) => kind === "Person").length],
    ["dates", reading.dates.length],
    ["events", reading.events.length],
    ["claims", reading.claims.length],
    ["proposals", reading.proposals.length],
  ]
  return rows.map(([label, value]) => `${label.padEnd(10)} ${value}`).join("\n")
}

function placesRow(places: Places | undefined): [string, string][] {
  switch (places?.kind) {
    case "pages": {
      const unread = places.pages.filter(({ text }) => !text).length
      return [["pages", `${places.pages.length}${unread > 0 ? `, ${unread} of them without a text layer` : ""}`]]
    }
    case "cues":
      return [["cues", String(places.cues.length)]]
    case "cells":
      return [["rows", String(places.rows.length)]]
    default:
      return []
  }
}
