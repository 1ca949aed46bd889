import { open } from "node:fs/promises"
import { DalelError } from "../../model/refusals.js"
import { nameIndex } from "../../names/search.js"
import type { Terminal } from "../command.js"
import { numberOption, parse, required } from "../options.js"

/** `dalel names search`. */
export async function searchCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parse(args, {
    haystack: { type: "string" },
    queries: { type: "string" },
    top: { type: "string" },
    "no-transliteration": { type: "boolean" },
  })
  if (positionals.length > 0) throw new DalelError("usage/unknown-option", positionals[0]!)
  const haystack = required(values.haystack, "--haystack")
  const queries = required(values.queries, "--queries")
  const options = {
    top: values.top === undefined ? 10 : numberOption(values.top, "--top"),
    transliteration: !values["no-transliteration"],
  }
  const index = nameIndex()
  let seconds = 0
  for await (const [id, ...names] of rowsOf(haystack)) {
    if (names.length === 0) throw new DalelError("names/no-tab", haystack)
    const started = performance.now()
    for (const [at, name] of names.entries()) if (name !== "") index.add(id!, name, at > 0)
    seconds += (performance.now() - started) / 1000
  }
  for await (const [query, name] of rowsOf(queries)) {
    if (name === undefined) throw new DalelError("names/no-tab", queries)
    const started = performance.now()
    const hits = index.search(name, options)
    terminal.out(JSON.stringify({ query, ms: round(performance.now() - started), hits }))
  }
  terminal.err(`index: ${index.size} names, ${index.bytes} bytes, ${seconds.toFixed(1)} s`)
  return 0
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Lines of a file of tab-separated values. @throws DalelError file/not-found */
async function* rowsOf(path: string): AsyncGenerator<string[]> {
  const file = await open(path).catch((cause) => {
    throw new DalelError("file/not-found", path, { cause })
  })
  try {
    if (!(await file.stat()).isFile()) throw new DalelError("file/not-found", path)
    for await (const line of file.readLines()) if (line.trim() !== "") yield line.split("\t")
  } finally {
    await file.close()
  }
}
