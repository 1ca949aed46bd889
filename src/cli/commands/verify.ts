import { checkAll } from "../../index/check.js"
import { checkLogText } from "../../keep/logfile.js"
import { DalelError, REFUSALS } from "../../model/refusals.js"
import type { Command } from "../command.js"
import { parse } from "../options.js"
import { textOf, VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel verify --vault DIR [--json]
dalel verify --log FILE [--json]

Walks everything: each page of the database, each log with its commitments, tree and signatures, each key file, each
sealed file, and that the index is what the ledger folds to. It does not prove that a source tells the truth, that
nothing was left out, or when anything happened before someone outside saw a checkpoint.

--log checks a file that dalel export --log wrote, without a vault: what docs/verify/verify.py checks without Dalel.
${VAULT_HELP}
  --log FILE  an exported log instead of a vault
  --json      {"ok":true,"checked":{…}} or {"ok":false,"faults":[{"fault","where"}]}

Exit: 0 all is well, 3 damage found, 2 wrong use, 1 anything else.
`

export const VERIFY: Command = {
  name: "verify",
  summary: "walks the whole vault and names the first thing that is not as it was",
  help,
  async run(args, terminal) {
    const { values } = parse(args, { ...VAULT_OPTIONS, json: { type: "boolean" }, log: { type: "string" } })
    if (values.log !== undefined) {
      const { checked, faults } = await checkLogText(await textOf(values.log))
      if (values.json) terminal.out(JSON.stringify(faults.length === 0 ? { ok: true, checked } : { ok: false, faults }))
      else if (faults.length === 0) terminal.out(allIsWell(checked))
      else for (const { fault, where } of faults) terminal.out(`${fault}  ${where}`)
      return faults.length === 0 ? 0 : 3
    }
    const damaged = (error: unknown): number => {
      // Too damaged to be opened is damage found, too.
      if (!(error instanceof DalelError) || REFUSALS[error.code].exit !== 3 || !values.json) throw error
      terminal.out(JSON.stringify({ ok: false, faults: [{ fault: error.code, where: error.where ?? "" }] }))
      return 3
    }
    return withVault("verify", values, terminal, async (vault) => {
      const { checked, faults } = await checkAll(vault, {
        progress: (done, of, what) => {
          if (done > 0 && done % 10_000 === 0) terminal.err(`${done} of ${of} ${what} …`)
        },
      })
      if (values.json) terminal.out(JSON.stringify(faults.length === 0 ? { ok: true, checked } : { ok: false, faults }))
      else if (faults.length === 0) terminal.out(allIsWell(checked))
      else for (const { fault, where } of faults) terminal.out(`${fault}  ${where}`)
      return faults.length === 0 ? 0 : 3
    }).catch(damaged)
  },
}

function allIsWell(checked: object): string {
  return `All is well: ${Object.entries(checked)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ")}.`
}
