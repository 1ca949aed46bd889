import { resolve } from "node:path"
import { checkAll } from "../../index/check.js"
import { openVault } from "../../index/open.js"
import { reapplyTombstones, restoreVault } from "../../keep/restore.js"
import { DalelError } from "../../model/refusals.js"
import { checkPassphrase } from "../../vault/passphrase.js"
import { endRecovery } from "../../vault/recovery.js"
import type { Command } from "../command.js"
import { parse, required } from "../options.js"
import { newPassphrase, realWorld, VAULT_HELP, VAULT_OPTIONS, vaultFolder, wayOf } from "../vault.js"

const help = `
dalel restore FILE --vault DIR [--newer DIR]
dalel restore FILE --vault DIR --recovery | --recovery-file GROUPS [--new-passphrase-file NEW]

Makes a vault in DIR (new or empty) from a backup, with the passphrase of the day of the backup, or with the recovery
sheet of that day, which asks for a new passphrase. It becomes a new device of the same vault. Then all of it is verified.

What was erased since the backup is in the backup still. If a newer copy of the vault exists, name it with --newer: what
was erased there is erased here too, before anything else.
${VAULT_HELP}
  --newer DIR             a newer copy of the same vault, opened in the same way
  --recovery              opens with the recovery sheet; its groups are asked for
  --recovery-file GROUPS  the groups from a file
  --new-passphrase-file NEW  its first line is the new passphrase (with the recovery sheet only)

Prints one line of JSON. Exit: 0 restored, 3 the backup is damaged (nothing is left of it) or verify found damage, 2 wrong
use, 1 anything else.
`

export const RESTORE: Command = {
  name: "restore",
  summary: "makes a vault from a backup",
  help,
  async run(args, terminal) {
    const text = { type: "string" } as const
    const more = {
      recovery: { type: "boolean" } as const,
      "recovery-file": text,
      "new-passphrase-file": text,
      newer: text,
    }
    const { values, positionals } = parse(args, { ...VAULT_OPTIONS, ...more })
    const file = resolve(required(positionals[0], "FILE"))
    const [folder, world] = [vaultFolder(values), realWorld("dalel restore")]
    const way = await wayOf(values, terminal)
    const passphrase = "recovery" in way ? await newPassphrase(values["new-passphrase-file"], terminal) : null
    if (passphrase !== null) checkPassphrase(passphrase) // before a large file is read for nothing
    if (values.newer !== undefined && resolve(values.newer) === resolve(folder))
      throw new DalelError("usage/missing", "--newer")

    let vault = await restoreVault(world, file, folder, way)
    try {
      let erased = 0
      if (values.newer !== undefined) {
        const newer = await openVault(world, values.newer, way)
        const done = await reapplyTombstones(vault, newer).finally(() => newer.close())
        erased = done.erased
        if (done.closed) vault = await openVault(world, folder, way)
      }
      if (passphrase !== null) await endRecovery(vault, passphrase)
      const { checked, faults } = await checkAll(vault)
      const { id, device } = vault
      terminal.out(JSON.stringify({ vault: id, device, erased, ok: faults.length === 0, checked, faults }))
      return faults.length === 0 ? 0 : 3
    } finally {
      await vault.close()
    }
  },
}
