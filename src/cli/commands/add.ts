import { fileItem, filesAt } from "../../capture/files.js"
import { sealItem } from "../../capture/intake.js"
import { sourceById } from "../../index/sources.js"
import { DalelError } from "../../model/refusals.js"
import { readSource } from "../../review/propose.js"
import { startReader } from "../../review/reader.js"
import type { Command } from "../command.js"
import { edtfOption, parse, required } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel add PATH… --vault DIR [--read] [--published DATE] [--url URL] [--lang xx] [--json]

Seals files, and all files of folders, unchanged: hashed, encrypted, logged. Prints a line for each once it is durable.
The same bytes twice are not kept twice; a custody entry says they came again, so an interrupted run is simply repeated.
Ctrl-C stops after what is sealed.
${VAULT_HELP}
  --read                  also reads what can be read (HTML, text, PDF, SRT, VTT, CSV) and keeps what it proposes
  --published DATE        the day it was published (EDTF: 2019-07-29, 2019-07)
  --url URL               the address it was saved from
  --lang xx               its language
  --again                 also what was destroyed here on request (dalel expunge): whoever asked for it agreed anew
  --json                  lines {"source","sha256","status":"sealed|known","readable","proposals"}

Exit: 0 all sealed, 1 something was not (it says what), 2 wrong use.
`

export const ADD: Command = {
  name: "add",
  summary: "seals files and folders, and reads them",
  help,
  async run(args, terminal) {
    const text = { type: "string" } as const
    const flag = { type: "boolean" } as const
    const more = { read: flag, published: text, url: text, lang: text, json: flag, again: flag, "for-sample": flag }
    const { values, positionals } = parse(args, { ...VAULT_OPTIONS, ...more })
    required(positionals[0], "PATH")
    const claimed = {
      url: values.url ?? null,
      published: edtfOption(values.published, "--published"),
      lang: values.lang ?? null,
      savedAt: null,
    }
    const stop = new AbortController()
    const onInterrupt = () => stop.abort()
    process.once("SIGINT", onInterrupt)
    terminal.signal?.addEventListener("abort", onInterrupt)
    const reader = values.read ? startReader({ jobs: 1 }) : null
    let failed = 0
    try {
      await withVault("add", values, terminal, async (vault) => {
        let done = 0
        for await (const found of filesAt(positionals)) {
          const { path } = found
          try {
            if ("refused" in found) throw found.refused
            const { method } = found
            const sample = values["for-sample"] ?? false
            const progress = { signal: stop.signal, sample, again: values.again ?? false }
            const sealed = await sealItem(vault, fileItem(path, method), claimed, progress)
            const unread = (await sourceById(vault.db, sealed.source)).rendition === null
            const proposed = reader && sealed.readable && unread ? await readSource(vault, reader, sealed.source) : null
            const known = proposed ?? (await sourceById(vault.db, sealed.source)).rendition
            const { source, sha256, status, readable } = sealed
            const line = { source, sha256, status, readable, proposals: known?.proposals ?? 0 }
            terminal.out(values.json ? JSON.stringify(line) : spoken(path, line, known?.refused ?? null))
          } catch (error) {
            const stopping = error instanceof DalelError && !/^(file|reading|source)\//.test(error.code)
            if (stopping || !(error instanceof DalelError)) throw error
            failed++
            terminal.err(`${error.code} ${path}`)
          }
          if (++done % 100 === 0) terminal.err(`${done} done …`)
          if (stop.signal.aborted) throw new DalelError("cancelled")
        }
      })
    } finally {
      process.removeListener("SIGINT", onInterrupt)
      await reader?.end()
    }
    return failed === 0 ? 0 : 1
  },
}

function spoken(
  path: string,
  { source, status, readable, proposals }: { source: string; status: string; readable: boolean; proposals: number },
  refused: string | null,
): string {
  const said = refused ?? (readable ? `${proposals} proposals` : "not readable yet")
  return `${status}  ${source}  ${said}  ${path}`
}
