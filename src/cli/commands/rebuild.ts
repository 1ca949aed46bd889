import { dump } from "../../index/dump.js"
import { rebuildIndex } from "../../index/open.js"
import type { Command } from "../command.js"
import { parse } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

export const REBUILD: Command = {
  name: "rebuild",
  summary: "makes the index anew from the ledger",
  help: `
dalel rebuild --vault DIR

Deletes everything that is derived (search, entities, statuses) and folds it again from the ledger, all or nothing.
${VAULT_HELP}

Exit: 0 done, 2 wrong use, 1 anything else.
`,
  async run(args, terminal) {
    const { values } = parse(args, VAULT_OPTIONS)
    await withVault("rebuild", values, terminal, rebuildIndex)
    return 0
  },
}

export const DUMP: Command = {
  name: "dump",
  summary: "prints the index in canonical form, to compare",
  help: `
dalel dump --vault DIR

Prints every row of every derived table as a line of canonical JSON. Equal before and after \`rebuild\`.
The output holds everything the vault knows, in the clear: mind where it goes.
${VAULT_HELP}

Exit: 0 done, 2 wrong use, 1 anything else.
`,
  async run(args, terminal) {
    const { values } = parse(args, VAULT_OPTIONS)
    await withVault("dump", values, terminal, async (vault) => {
      for await (const line of dump(vault.db)) terminal.out(line)
    })
    return 0
  },
}
