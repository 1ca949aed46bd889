import { resolve } from "node:path"
import { mergeBundles, previewBundles } from "../../keep/merge.js"
import { destroyHidden, hiddenRecords } from "../../keep/tombstones.js"
import type { Command } from "../command.js"
import { parse, required } from "../options.js"
import { VAULT_HELP, VAULT_OPTIONS, withVault } from "../vault.js"

const help = `
dalel merge FILE|FOLDER --vault DIR [--preview]
dalel merge --destroy --vault DIR

Takes in bundles of the same vault. Each is read whole and verified whole before anything of it is taken in, then it is
one act: what is refused leaves nothing. A folder whose later parts are still to come is taken as far as it goes; the same
command goes on. A receipt is signed, which travels back with the next bundle.

What was signed without the right to it, beyond a removal or beyond a fork is kept and not believed: dalel members
quarantine lists it. A log that forked, was shortened, or was gone on with on another machine is named with both
checkpoints.

Tombstones hide at once what they name; the words themselves are destroyed only by --destroy, which is your yes to it.
${VAULT_HELP}
  --preview   says what would come from whom, and changes nothing
  --destroy   destroys what tombstones that came in bundles have hidden

Prints a line of JSON for each bundle: {"bundle","device","member","at","records","kinds","quarantined","withoutRight",
"hidden","named","files","awaited","ownForked"}. Exit: 0 done, 3 the bundle is damaged or a log forked, 2 wrong use,
1 anything else.
`

export const MERGE: Command = {
  name: "merge",
  summary: "takes in a bundle of another device, or shows what it would bring",
  help,
  async run(args, terminal) {
    const flag = { type: "boolean" } as const
    const { values, positionals } = parse(args, { ...VAULT_OPTIONS, preview: flag, destroy: flag })
    if (values.destroy)
      return withVault("merge", values, terminal, async (vault) => {
        const records = await hiddenRecords(vault)
        await destroyHidden(vault)
        terminal.out(JSON.stringify({ destroyed: records }))
        return 0
      })
    const path = resolve(required(positionals[0], "FILE"))
    return withVault("merge", values, terminal, async (vault) => {
      const all = values.preview ? await previewBundles(vault, path) : await mergeBundles(vault, path)
      let forked = false
      for (const { named, ...rest } of all) {
        terminal.out(JSON.stringify({ ...rest, named }))
        forked ||= named.length > 0
        for (const { fault, device } of named) terminal.err(`${fault} ${device}: both checkpoints are kept as evidence`)
        if (rest.hidden > 0) terminal.err(`${rest.hidden} records are hidden by tombstones: dalel merge --destroy`)
        if (rest.awaited > 0) terminal.err(`${rest.awaited} sealed files are still to come`)
        if (rest.ownForked) terminal.err("This computer goes on as a new device from the next opening.")
      }
      return forked ? 3 : 0
    })
  },
}
