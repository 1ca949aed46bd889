import { createVault } from "../../index/open.js"
import { DalelError } from "../../model/refusals.js"
import { strengthOf } from "../../vault/passphrase.js"
import type { Command } from "../command.js"
import { parse } from "../options.js"
import { passphraseOf, realWorld, VAULT_OPTIONS, vaultFolder } from "../vault.js"

const help = `
dalel init --vault DIR [--passphrase-file FILE] [--identity-file FILE] [--sample]

Makes a new vault in DIR, which must be new or empty. Asks for a passphrase twice unless a file gives it. There is no
other way in: whoever forgets the passphrase loses the vault.

  --vault DIR             where
  --passphrase-file FILE  its first line is the passphrase (or DALEL_PASSPHRASE_FILE)
  --identity-file FILE    also writes the keys to FILE, unprotected (0600): for scripts and tests. With this and no
                          passphrase file the vault has no passphrase at all
  --sample                a vault of invented sources: says so on every page, and takes no real ones

Exit: 0 made, 2 wrong use or a weak passphrase, 1 anything else.
`

export const INIT: Command = {
  name: "init",
  summary: "makes a new vault",
  help,
  async run(args, terminal) {
    const { values } = parse(args, { ...VAULT_OPTIONS, sample: { type: "boolean" } })
    const folder = vaultFolder(values)
    const identityFile = values["identity-file"]
    const given = values["passphrase-file"] ?? process.env.DALEL_PASSPHRASE_FILE
    const needed = identityFile === undefined || given !== undefined
    const passphrase = needed ? await passphraseOf(values, terminal, "New passphrase: ") : undefined
    if (passphrase !== undefined && given === undefined) {
      terminal.err(`About ${Math.floor(strengthOf(passphrase))} bits to guess.`)
      if ((await passphraseOf(values, terminal, "Once more: ")) !== passphrase)
        throw new DalelError("vault/wrong-passphrase")
    }
    const vault = await createVault(realWorld("dalel init"), folder, {
      ...(passphrase !== undefined && { passphrase }),
      ...(identityFile !== undefined && { identityFile }),
      sample: values.sample ?? false,
    })
    terminal.out(JSON.stringify({ vault: vault.id, device: vault.device, sample: vault.sample }))
    await vault.close()
    return 0
  },
}
