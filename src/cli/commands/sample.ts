import { fileItem, filesAt } from "../../capture/files.js"
import { sealItem } from "../../capture/intake.js"
import { createVault } from "../../index/open.js"
import type { SourceId } from "../../model/id.js"
import { contextOf, decide } from "../../review/decide.js"
import { sureMatches } from "../../review/join.js"
import { readSource } from "../../review/propose.js"
import { startReader } from "../../review/reader.js"
import type { Vault } from "../../vault/vault.js"
import type { Command } from "../command.js"
import { parse, required } from "../options.js"
import { realWorld, VAULT_OPTIONS, vaultFolder } from "../vault.js"

const help = `
dalel sample PATH… --vault DIR --identity-file FILE

Makes the sample vault: seals the invented sources at PATH, reads them, and accepts what the reader is surest of, as a
person at the desk would. Its key lies open in FILE, and it takes no other sources. npm start does this by itself.

  --vault DIR           where; must be new or empty
  --identity-file FILE  where its key goes

Exit: 0 made, 2 wrong use, 1 anything else.
`

/** Surer than this is accepted in the sample; the rest is left for whoever tries it. */
const ACCEPTED = 0.8

export const SAMPLE: Command = {
  name: "sample",
  summary: "makes the sample vault from invented sources",
  help,
  async run(args, terminal) {
    const { values, positionals } = parse(args, VAULT_OPTIONS)
    required(positionals[0], "PATH")
    const identityFile = required(values["identity-file"], "--identity-file")
    const folder = vaultFolder(values)
    const vault = await createVault(realWorld("dalel sample"), folder, { identityFile, sample: true })
    const reader = startReader({ jobs: 1 })
    try {
      for await (const found of filesAt(positionals)) {
        if ("refused" in found) throw found.refused
        const { path, method } = found
        const claimed = { url: null, published: null, lang: null, savedAt: null }
        const { source, readable } = await sealItem(vault, fileItem(path, method), claimed, { sample: true })
        if (!readable) continue
        const { proposals } = await readSource(vault, reader, source)
        const accepted = proposals > 0 ? await acceptSurest(vault, source) : 0
        terminal.err(`${accepted} of ${proposals} proposals accepted: ${path}`)
      }
    } finally {
      await reader.end()
      await vault.close()
    }
    return 0
  },
}

async function acceptSurest(vault: Vault, source: SourceId): Promise<number> {
  const context = await contextOf(vault, source)
  const sure = context.reading.proposals.filter(({ score, grave }) => score >= ACCEPTED && grave === null)
  const [first, ...rest] = sure.map(({ number }) => number)
  if (first === undefined) return 0
  const same = await sureMatches(vault, context)
  const verdict = { is: "accept", audience: "public", bulk: false } as const
  return (await decide(vault, { source, numbers: [first, ...rest], verdict, same })).size
}
