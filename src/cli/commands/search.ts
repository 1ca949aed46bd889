import { search } from "../../index/search.js"
import type { Command } from "../command.js"
import { numberOption, parse, required } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel search QUERY --vault DIR [--no-transliteration] [--json] [--limit N]

Finds names, in any script and spelling, and passages of the sources that were read. Each name says how it was met:
exact, same script, transliterated or alias; which words were put together, and how both were read.
${VAULT_HELP}
  --no-transliteration
              only what is written in the script of QUERY
  --json      lines {"kind":"entity|passage","id","title","passage"|null,"why"}
  --limit N   at most so many (20)

Exit: 0 (also when nothing is found), 2 wrong use, 1 anything else.
`

export const SEARCH: Command = {
  name: "search",
  summary: "finds names and passages, across scripts",
  help,
  async run(args, terminal) {
    const more = {
      "no-transliteration": { type: "boolean" },
      json: { type: "boolean" },
      limit: { type: "string" },
    } as const
    const { values, positionals } = parse(args, { ...VAULT_OPTIONS, ...more })
    const query = required(positionals.join(" "), "QUERY")
    const limit = numberOption(values.limit ?? "20", "--limit")
    await withVault("search", values, terminal, async (vault) => {
      const { hits, more } = await search(vault.db, query, limit, 0, !values["no-transliteration"])
      for (const hit of hits) {
        const { kind, id, title, why } = hit
        const passage = hit.kind === "passage" ? shown(hit.passage) : null
        terminal.out(
          values.json
            ? JSON.stringify({ kind, id, title, passage, why })
            : `${kind}  ${id}  ${title}\n    ${passage ? `… ${passage.exact.replace(/\s+/g, " ")} …` : why}`,
        )
      }
      if (hits.length === 0) terminal.err("Nothing found.")
      if (more) terminal.err("There are more; --limit shows them.")
    })
    return 0
  },
}

function shown({ source, start, end, exact }: { source: string; start: number; end: number; exact: string }) {
  return { source, start, end, exact }
}
