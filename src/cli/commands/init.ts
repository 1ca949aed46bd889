import { createVault } from "../../index/open.js"
import { DalelError } from "../../model/refusals.js"
import { makeRecovery } from "../../vault/recovery.js"
import { formatRecoveryKey } from "../../vault/recoverykey.js"
import type { Command } from "../command.js"
import { parse } from "../options.js"
import { newPassphrase, realWorld, VAULT_OPTIONS, vaultFolder } from "../vault.js"

const help = `
dalel init --vault DIR [--passphrase-file FILE] [--identity-file FILE] [--recovery | --sample]

Makes a new vault in DIR, which must be new or empty. Asks for a passphrase twice unless a file gives it. Without a
recovery key there is no other way in: whoever forgets the passphrase loses the vault.

  --vault DIR             where
  --passphrase-file FILE  its first line is the passphrase (or DALEL_PASSPHRASE_FILE)
  --identity-file FILE    also writes the keys to FILE, unprotected (0600): for scripts and tests. With this and no
                          passphrase file the vault has no passphrase at all
  --recovery              also makes a recovery key and prints it, this once: twelve groups of five digits for paper
  --sample                a vault of invented sources: says so on every page, and takes no real ones

Exit: 0 made, 2 wrong use or a weak passphrase, 1 anything else.
`

export const INIT: Command = {
  name: "init",
  summary: "makes a new vault",
  help,
  async run(args, terminal) {
    const { values } = parse(args, { ...VAULT_OPTIONS, sample: { type: "boolean" }, recovery: { type: "boolean" } })
    if (values.sample && values.recovery) throw new DalelError("vault/is-sample")
    const folder = vaultFolder(values)
    const identityFile = values["identity-file"]
    const given = values["passphrase-file"] ?? process.env.DALEL_PASSPHRASE_FILE
    const needed = identityFile === undefined || given !== undefined
    const passphrase = needed ? await newPassphrase(given, terminal) : undefined
    const vault = await createVault(realWorld("dalel init"), folder, {
      ...(passphrase !== undefined && { passphrase }),
      ...(identityFile !== undefined && { identityFile }),
      sample: values.sample ?? false,
    })
    const made = { vault: vault.id, device: vault.device, sample: vault.sample }
    try {
      const key = values.recovery ? await makeRecovery(vault) : null
      terminal.out(JSON.stringify(key ? { ...made, recovery: formatRecoveryKey(key) } : made))
    } finally {
      await vault.close()
    }
    return 0
  },
}
